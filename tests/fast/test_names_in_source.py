"""Names and texts of a description that look like those of generated source, or that source would respell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ecr_decode import (
    Codec,
    Decoder,
    Record,
    at,
    case,
    field,
    integer,
    json_value,
    literal,
    nullable,
    one_of,
    others,
    otherwise,
    plain_only,
    record,
    string,
    tagged_union,
)
from tests.registry import double, halve


def members(**given: object) -> tuple[tuple[str, object], ...]:
    return tuple(given.items())


class Other(Record):
    other: int = field("other", integer)


into: Callable[..., Codec[Any]] = record


def _cases(name: str) -> dict[str, Decoder[Any]]:
    mapped = field(name, integer.map(double, halve), default=0)
    named = into(members, tag=field("tag", string), **{name: mapped})
    fixed = into(members, tag=field("tag", literal(name)))
    return {
        "a member": nullable(named),
        "a member beside others": into(members, rest=others(integer), **{name: field(name, nullable(named))}),
        "a step": at(name, named),
        "a tag": tagged_union("tag", case(name, named, when=tuple) | case("o", Other)),
        "a tag that is looked at": tagged_union("tag", case(name, named, when=tuple) | otherwise(json_value)),
        "a constant": one_of(case("a", fixed, when=tuple) | case("o", Other)),
        "a constant that is tried": one_of(case("a", fixed, when=tuple) | otherwise(json_value)),
    }


GENERATED = [f"{letter}{number}" for letter in "vkm" for number in range(12)]
FIXED = [
    "value",
    "raw",
    "x",
    "doubt",
    "read0",
    "f0_v1",
    "cases0",
    "made",
    "self",
    "v1 v2",
    "'v1'",
    '"v1\\',
    "ﬁ",
    "ª",
]


@pytest.mark.parametrize("name", GENERATED + FIXED)
def test_names_of_a_description_are_not_those_of_the_source(name: str) -> None:
    quoted = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    inner = f'{{"tag":{quoted},{quoted}:3}}'
    for where, decoder in _cases(name).items():
        for raw in (inner, f"{{{quoted}:{inner}}}", f'{{"tag":{quoted}}}'):
            fast = decoder.decode_json(raw)
            with plain_only():
                assert repr(fast) == repr(decoder.decode_json(raw)), where
