"""Every verb by name, what its failure must be, and what can be done with any error."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any, TypeAlias

from returns.result import Failure, Result

from ecr_decode import (
    Codec,
    ConstraintError,
    DecodeError,
    EncodeError,
    NoAlternative,
    Problem,
    aws,
    ecr,
    ecr_public,
    plain_only,
    render,
    report,
)
from ecr_decode.error.problem import Problems
from ecr_decode.limits import MOST_PROBLEMS
from tests.oracle.catalogues import operations_of

Verb: TypeAlias = Callable[[Codec[Any], Any], Result[Any, Any]]

WAYS: dict[str, Callable[[], AbstractContextManager[None]]] = {"fast": nullcontext, "plain": plain_only}
"""With the fast paths, and without."""

JSON_TEXTS: dict[str, Verb] = {
    "decode_json": lambda codec, raw: codec.decode_json(raw),
    "of_string": lambda codec, raw: codec.of_string(raw),
}
XML_TEXTS: dict[str, Verb] = {
    "decode_xml": lambda codec, raw: codec.decode_xml(raw),
    "decode_xml in AWS style": lambda codec, raw: codec.decode_xml(raw, style=aws.xml),
    "of_string": lambda codec, raw: codec.of_string(raw),
}
TEXTS = JSON_TEXTS | XML_TEXTS
TREES: dict[str, Verb] = {
    "of_json": lambda codec, tree: codec.of_json(tree),
    "of_xml": lambda codec, tree: codec.of_xml(tree),
    "of_xml in AWS style": lambda codec, tree: codec.of_xml(tree, style=aws.xml),
}
READERS = TEXTS | TREES
WRITERS: dict[str, Verb] = {
    "encode_json": lambda codec, value: codec.encode_json(value),
    "to_json": lambda codec, value: codec.to_json(value),
    "encode_xml": lambda codec, value: codec.encode_xml(value),
    "encode_xml in AWS style": lambda codec, value: codec.encode_xml(value, style=aws.xml),
    "to_xml": lambda codec, value: codec.to_xml(value),
    "encode_query": lambda codec, value: codec.encode_query(value),
    "to_query": lambda codec, value: codec.to_query(value),
    "to_value": lambda codec, value: codec.to_value(value),
}
CHECKERS: dict[str, Verb] = {"check": lambda codec, value: codec.check(value)}
ALL = READERS | WRITERS | CHECKERS

OPERATIONS: dict[str, aws.Operation[Any, Any, Any]] = {
    f"{module.__name__}.{value.name}": value
    for module in (ecr, ecr_public)
    for value in operations_of(module)
}


def error_of(verb: str) -> type[Problems]:
    """The class of what a verb fails with."""
    return DecodeError if verb in READERS else ConstraintError if verb in CHECKERS else EncodeError


def leaves(problems: tuple[Problem, ...]) -> Iterator[Problem]:
    """The problems, and those inside the alternatives of unions."""
    for problem in problems:
        yield problem
        if isinstance(problem.why, NoAlternative):
            for alternative in problem.why.alternatives:
                yield from leaves(alternative.problems)


def whys(result: Result[Any, Any]) -> tuple[Any, ...]:
    """Why a run failed: the reasons of its problems, once the whole error has been looked at."""
    error = failed(result)
    return tuple(problem.why for problem in error.problems)


def failed(result: Result[Any, Any]) -> Problems:
    """The error of a run, which holds at least one problem and can be shown, pickled and compared."""
    assert isinstance(result, Failure), result
    error: object = result.failure()
    assert isinstance(error, Problems), error
    assert 1 <= len(error.problems) <= MOST_PROBLEMS
    assert pickle.loads(pickle.dumps(error)) == error
    assert render(error) == str(error)
    assert all(line.strip() for line in str(error).splitlines())
    assert json.loads(json.dumps(report(error)))["more"] == error.more
    assert repr(error).startswith(type(error).__name__)
    return error


def settled(result: Result[Any, Any], error: type[Problems]) -> bool:
    """Whether a run succeeded; if it failed, with an error of this class that can be looked at."""
    if not isinstance(result, Failure):
        return True
    assert type(failed(result)) is error
    return False
