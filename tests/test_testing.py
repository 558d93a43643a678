"""What `ecr_decode.testing` finds, and how its failures read."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from ecr_decode import Codec, array, boolean, integer, record, string, tuple_of
from ecr_decode import field as member
from ecr_decode.testing import assert_round_trips
from tests.registry import CODECS

Form = Literal["json", "xml"]


class Loose:
    """A class whose values are equal whatever they hold."""

    def __init__(self, *, size: int) -> None:
        self.size = size

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Loose)

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return f"Loose({self.size})"


def doubled(text: str) -> str:
    return text * 2


def growing(**found: int) -> Loose:
    return Loose(size=found["size"] + 1)


FOUND: list[tuple[Codec[Any], dict[str, Any], str]] = [
    (
        integer.map(lambda n: n, lambda n: n // 2),
        {},
        "integer does not round-trip in JSON\n  value: 1\n  text:  0\n  read:  0",
    ),
    (
        array(string).map(list, tuple).map(tuple, lambda items: items[:2]),
        {},
        "[string] does not round-trip in JSON\n  value: ('', '', '')\n"
        "  text:  [\"\",\"\"]\n  read:  ('', '')",
    ),
    (
        integer,
        {"values": st.integers()},
        "integer does not round-trip in JSON\n  value: 9223372036854775808\n"
        "  cannot be written: $: expected an integer of 64 bits",
    ),
    (
        string.refine(lambda text: len(text) < 3, "expected a short text").map(
            str.strip, lambda text: text * 2
        ),
        {"values": st.just("ab")},
        "string does not round-trip in JSON\n  value: 'ab'\n  cannot be written: $: expected a short text",
    ),
    (
        record(growing, size=member("size", integer)),
        {"values": st.builds(Loose, size=st.just(1))},
        'growing {size: integer} does not round-trip in JSON\n  value: Loose(1)\n  text:  {"size":1}\n'
        '  again: {"size":2}',
    ),
    (
        tuple_of(boolean, string.map(str.lower, str.upper)),
        {"values": st.just((True, "aB")), "form": "xml"},
        "[boolean, string] does not round-trip in XML\n  value: (True, 'aB')\n"
        "  text:  <root><item>true</item><item>AB</item></root>\n  read:  (True, 'ab')",
    ),
]


@pytest.mark.parametrize(("codec", "options", "expected"), FOUND)
def test_the_simplest_value_is_shown(codec: Codec[Any], options: dict[str, Any], expected: str) -> None:
    with pytest.raises(AssertionError) as raised:
        assert_round_trips(codec, **options)
    assert str(raised.value) == expected


@pytest.mark.parametrize("name", ["Layer", "Tree", "Shelf"])
@pytest.mark.parametrize("form", ["json", "xml"])
def test_codecs_round_trip(name: str, form: Form) -> None:
    assert_round_trips(CODECS[name].codec, form=form, max_examples=20)


def test_a_codec_without_values_does_not_pass() -> None:
    with pytest.raises(Unsatisfiable):
        assert_round_trips(integer.refine(lambda _: False, "expected nothing"))
