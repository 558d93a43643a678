"""Corners of reading JSON by compiled source: what the plain reader refuses, or reads as another value."""

from __future__ import annotations

from typing import Any

from ecr_decode import Codec, Decoder, Record, case, field, integer, literal, one_of, plain_only, record


def same(decoder: Decoder[Any], raw: bytes) -> Any:
    """The result of both paths."""
    fast = decoder.decode_json(raw)
    with plain_only():
        plain = decoder.decode_json(raw)
    assert repr(fast) == repr(plain), raw
    return plain


OWN_CONSTRUCTOR = """
from dataclasses import dataclass

@dataclass
class Doubled:
    x: int

    def __init__(self, x: int) -> None:
        self.x = 2 * x
"""


def test_a_constructor_in_a_text_is_not_a_generated_one() -> None:
    names: dict[str, Any] = {"__name__": __name__}
    exec(OWN_CONSTRUCTOR, names)  # as `python -c` does, whose file has the same name
    doubled: Codec[Any] = record(names["Doubled"], x=field("x", integer))
    assert same(doubled, b'{"x":1}').unwrap().x == 2


class Loose(Record, null_as_absent=True):
    x: int = field("x", integer)
    kind: str | None = field("kind", literal("a"), default=None)


class Strict(Record):
    y: int = field("y", integer)
    kind: str = field("kind", literal("b"))


def test_an_optional_constant_is_the_record_s_own() -> None:
    either = one_of(case("loose", Loose) | case("strict", Strict))
    assert same(either, b'{"x":1,"y":2,"kind":"b"}').unwrap() == Strict(y=2, kind="b")
    assert same(either, b'{"x":1,"y":2,"kind":"a"}').unwrap() == Loose(x=1, kind="a")
    assert same(either, b'{"x":1,"kind":null}').unwrap() == Loose(x=1)
