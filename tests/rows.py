"""Rows of truth tables: what an input becomes, by the plain interpreters and by compiled source."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any, TypeAlias

import xmltodict
from returns.result import Failure, Result, Success

from ecr_decode import Codec, Decoder, plain_only

Outcome: TypeAlias = Result[Any, str]
"""A value, or what the error says."""

_WAYS = (plain_only, nullcontext)


def says(*lines: str) -> Outcome:
    """An error that says these lines."""
    return Failure("\n".join(lines))


def read(decoder: Decoder[Any], raw: str, *, tree: bool = True) -> Outcome:
    """What JSON or XML becomes: the same from the text and from its tree, plain and compiled.

    A tree of elements has neither a root nor the order of different names; `tree=False` leaves it out.
    """
    if raw.startswith("<"):
        runs = [lambda: decoder.decode_xml(raw)]
        if tree:
            runs.append(lambda: decoder.of_xml(next(iter(xmltodict.parse(raw).values()))))
    else:
        runs = [lambda: decoder.decode_json(raw)]
        if tree:
            runs.append(lambda: decoder.of_json(json.loads(raw)))
    return _agreed(runs)


def written(codec: Codec[Any], value: object, form: str = "json") -> Outcome:
    """What is written of a value, as text: the same by every way. Elements are in a root `r`."""
    verbs: dict[str, Callable[[], Any]] = {
        "json": lambda: codec.encode_json(value).map(bytes.decode),
        "xml": lambda: codec.encode_xml(value, root="r").map(bytes.decode),
        "rootless xml": lambda: codec.encode_xml(value).map(bytes.decode),
        "query": lambda: codec.encode_query(value),
    }
    return _agreed([verbs[form]])


def comes_back(codec: Any, value: object, *, root: str | None = "r", tree: bool = True) -> bool:
    """Whether a value is read from everything that is written of it: JSON and XML, texts and trees."""
    for way in _WAYS:
        with way():
            for _ in range(3):
                found = [
                    codec.encode_json(value).bind(codec.decode_json),
                    codec.to_json(value).bind(codec.of_json),
                    codec.encode_xml(value, root=root).bind(codec.decode_xml),
                    codec.check(value),
                ]
                if tree:
                    found.append(codec.to_xml(value).bind(codec.of_xml))
                assert [repr(each) for each in found] == [repr(Success(value))] * len(found)
                assert found == [Success(value)] * len(found)
    return True


def _agreed(runs: list[Callable[[], Any]]) -> Outcome:
    found: list[Outcome] = []
    for way in _WAYS:
        with way():
            for _ in range(3):  # compiled from the second use on
                found += [run().alt(str) for run in runs]
    assert [repr(each) for each in found] == [repr(found[0])] * len(found)
    return found[0]
