"""Texts that are kept beside what they hold."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, Literal, TypeAlias, TypeGuard, TypeVar

import msgspec

from .secret import HIDDEN, Shown, holds_secret

A_co = TypeVar("A_co", covariant=True)


_Names: TypeAlias = tuple[Literal["text"], Literal["value"]]
"""Exact, so that a pattern is known to match."""


class Kept(Shown, msgspec.Struct, Generic[A_co], frozen=True, eq=False):
    """A text, and the value that it holds; made by `keep_text`.

    >>> from ecr_decode import Kept, integer, json_text, keep_text
    >>> size = keep_text(json_text(integer))
    >>> size.decode_json(b'" 3"').unwrap()
    Kept(text=' 3', value=3)
    >>> size.encode_json(Kept("3", 3))
    <Success: b'"3"'>
    >>> print(size.encode_json(Kept("4", 3)).failure())
    $: expected a text that reads as its value

    `repr` does not show the text if the codec or the value has secret members.
    """

    __match_args__: ClassVar[_Names] = ("text", "value")  # pyright: ignore[reportIncompatibleVariableOverride]

    text: str
    value: A_co
    hidden: bool = False

    def __eq__(self, other: object) -> bool:
        if not is_kept(other):
            return NotImplemented
        return self.text == other.text and bool(self.value == other.value)

    def __hash__(self) -> int:
        return hash((self.text, self.value))

    def __rich_repr__(self) -> list[tuple[str, object]]:
        is_hidden = self.hidden or holds_secret(self.value)
        return [("text", HIDDEN if is_hidden else self.text), ("value", self.value)]


def is_kept(value: object) -> TypeGuard[Kept[Any]]:
    """Whether a value is a kept text."""
    return isinstance(value, Kept)
