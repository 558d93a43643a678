"""Each codec of a document shows what it reads, in a line that a log has room for."""

from __future__ import annotations

from typing import Any

import pytest

from ecr_decode import Decoder, Record, array, case, documents, field, string, tagged_union
from ecr_decode.limits import MOST_SHOWN

MODULE: Any = documents
META: Any = type(Record)
CODECS: dict[str, Decoder[Any]] = {
    name: found for name in MODULE.__all__ if isinstance(found := getattr(MODULE, name), Decoder)
}


@pytest.mark.parametrize("name", CODECS)
def test_a_codec_shows_what_it_reads(name: str) -> None:
    shown = repr(CODECS[name])
    assert 20 < len(shown) <= 300
    assert shown not in ("...", "json")


def wide(name: str, count: int) -> Any:
    """A record of so many members."""
    names = [f"member_{each}" for each in range(count)]
    members: dict[str, Any] = {each: field(each, string) for each in names}
    return META(name, (Record,), {"__annotations__": dict.fromkeys(names, str), **members})


def test_records_are_shown_by_their_names_where_there_are_many() -> None:
    one, two, three = (wide(f"Wide{index}", 25) for index in range(3))
    union: Any = tagged_union("kind", case("a", one) | case("b", two) | case("c", three))
    assert repr(union) == "Wide0 | Wide1 | Wide2"
    assert repr(array(union)) == "[Wide0 | Wide1 | Wide2]"
    assert repr(one.codec) == repr(one.codec.node)
    assert len(repr(one.codec)) < MOST_SHOWN < len(repr(union.node))


def test_a_record_of_many_members_is_cut() -> None:
    shown = repr(wide("Wide", 100).codec)
    assert len(shown) == MOST_SHOWN
    assert shown.startswith("Wide {member_0: string, ")
    assert shown.endswith("…")
