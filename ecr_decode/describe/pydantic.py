"""What a codec is to pydantic: how it reads and writes the values of an annotation.

pydantic asks for this by its hooks, and only then is something of it imported.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Protocol, TypeAlias, cast

import msgspec
from returns.result import Failure, Result, Success

from ..error.problem import DecodeError, EncodeError, Problem
from ..node import kinds as n

Core: TypeAlias = dict[str, Any]
"""A core schema: pydantic's own description of a type, made of dicts."""

_JSON_TYPES = (dict, list, str, int, float, type(None))
_NEXT_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


class Reads(Protocol):
    """A decoder."""

    @property
    def node(self) -> n.Node:
        """The description that it holds."""
        ...

    def of_json(self, tree: object, /) -> Result[Any, DecodeError]:
        """What it reads."""
        ...


class Writes(Reads, Protocol):
    """A codec."""

    def encode_json(self, a: Any, /) -> Result[bytes, EncodeError]:
        """The text that it writes."""
        ...


def core_of_decoder(decoder: Reads) -> Core:
    """The core schema of what a decoder reads."""

    def read(tree: object) -> object:
        return _taken(decoder.of_json(tree))

    return _validated_by(read)


def core_of_codec(codec: Writes) -> Core:
    """The core schema of what a codec reads and writes; a program may give a value instead of a tree."""

    def read(given: object) -> object:
        found = codec.of_json(given)
        if isinstance(found, Success):
            return found.unwrap()
        written = codec.encode_json(given)
        if isinstance(written, Success):
            return given
        return _taken(found if isinstance(given, _JSON_TYPES) else written)

    return {
        "type": "json-or-python",
        "json_schema": core_of_decoder(codec),
        "python_schema": _validated_by(read),
        "serialization": {"type": "function-plain", "function": _writer(codec), "when_used": "json"},
    }


def _validated_by(read: Callable[[object], object]) -> Core:
    return {"type": "function-plain", "function": {"type": "no-info", "function": read}}


def _taken(found: Result[Any, DecodeError] | Result[Any, EncodeError]) -> object:
    """The value, or else every problem as an error of pydantic at its place; `input` shows no value."""
    if isinstance(found, Success):
        return found.unwrap()
    from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

    error = found.failure()
    details = [
        InitErrorDetails(type=_custom(PydanticCustomError, problem), loc=_place(problem), input=None)
        for problem in error.problems
    ]
    if error.more:
        told = PydanticCustomError("more_problems", cast(Any, f"and {error.more} more"))
        details.append(InitErrorDetails(type=told, loc=(), input=None))
    raise ValidationError.from_exception_data("codec", details)


def _custom(make: Callable[..., Any], problem: Problem) -> Any:
    message = str(DecodeError((Problem((), problem.why),))).removeprefix("$: ")
    return make(_NEXT_WORD.sub("_", type(problem.why).__name__).lower(), message)


def _place(problem: Problem) -> tuple[int | str, ...]:
    return tuple(step if isinstance(step, int | str) else str(step) for step in problem.path)


def _writer(codec: Writes) -> Callable[[object], object]:
    def write(value: object) -> object:
        written = codec.encode_json(value)
        if isinstance(written, Failure):
            from pydantic_core import PydanticSerializationError

            raise PydanticSerializationError(str(written.failure()))
        return msgspec.json.decode(written.unwrap())

    return write
