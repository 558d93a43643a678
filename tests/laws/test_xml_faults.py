"""Every fault of an XML document is reported once, where it is, as in JSON."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ecr_decode import (
    Missing,
    Record,
    Unknown,
    WrongKind,
    array,
    attribute,
    field,
    flattened,
    integer,
    string,
)
from tests.problems import Found, problems


class Part(Record, forbid_unknown=True):
    id: int = field("id", integer, xml=attribute)
    name: str = field("name", string)
    sizes: tuple[int, ...] = field("size", array(integer), xml=flattened)


RIGHT = '<part id="1"><name>a</name><size>1</size><size>2</size></part>'
FAULTS = {
    ' id="1"': ("", "id", Missing),
    '"1"': ('"one"', "id", WrongKind),
    "<name>a</name>": ("", "name", Missing),
    "a</name>": ("<b/></name>", "name", WrongKind),
    "<size>2": ("<size>two", "size", WrongKind),
    "<size>1": ("<other>x</other><size>1", "other", Unknown),
}
TOGETHER = st.lists(st.sampled_from(sorted(FAULTS)), unique_by=lambda fault: FAULTS[fault][1])


@given(st.lists(TOGETHER, max_size=6))
def test_as_many_problems_as_faults_each_where_it_was_made(parts: list[list[str]]) -> None:
    raw, made = "", list[tuple[int, str, type]]()
    for index, faults in enumerate(parts):
        part = RIGHT
        for fault in faults:
            wrong, name, why = FAULTS[fault]
            part = part.replace(fault, wrong)
            made.append((index, name, why))
        raw += part
    result = array(Part.codec).decode_xml(f"<parts>{raw}</parts>")
    found: Found = problems(result) if made else []
    places = [(path[0], path[1], type(why)) for path, why in found]
    assert sorted(map(repr, places)) == sorted(map(repr, made))
