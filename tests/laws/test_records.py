"""Each attribute of what a record codec makes is the member that it was named for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecr_decode import Codec
from ecr_decode.describe import records
from ecr_decode.describe.strategy import from_codec
from tests.registry import CODECS

RECORDS = {repr(record): record for entry in CODECS.values() for record in records(entry.codec.node)}
MEMBERS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    name: {member.name: from_codec(Codec[Any](member.node)) for member in record.members}
    for name, record in RECORDS.items()
}


@pytest.mark.parametrize("name", RECORDS)
@given(data=st.data())
def test_each_attribute_is_the_member_it_was_named_for(name: str, data: st.DataObject) -> None:
    record = RECORDS[name]
    values: dict[str, Any] = data.draw(st.fixed_dictionaries(MEMBERS[name]))
    if record.others is not None:
        values[record.others.name] = {"kept": len(values)}
    made = record.construct(**values)
    assert {member: getattr(made, member) for member in values} == values


def test_there_are_records_of_every_make() -> None:
    makes = {record.name for record in RECORDS.values()}
    assert makes >= {"Layer", "Labelled", "Point", "Basket", "Pair", "Address", "Box", "Plain", "swapped"}
