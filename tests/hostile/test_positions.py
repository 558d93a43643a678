"""Documents with the value at one place replaced by each kind of value: read, or refused with a tag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecr_decode import Codec, DecodeError, aws, plain_only
from ecr_decode.guard import is_array, is_dict
from tests.exact import exact_text
from tests.hostile.verbs import settled
from tests.registry import VALUES
from tests.structure import STRUCTURES

KINDS: dict[str, Any] = {
    "null": None,
    "true": True,
    "false": False,
    "zero": 0,
    "an integer": -7,
    "64 bits": 2**63,
    "a double": 1.5,
    "a large double": 1e308,
    "an empty text": "",
    "a text": "text",
    "a number as text": "12",
    "a time": "2024-02-29T00:00:00Z",
    "an empty array": [],
    "an array": [1, "a", None],
    "nested arrays": [[[[]]]],
    "an empty object": {},
    "an object": {"a": 1, "": None},
    "an object of XML": {"@a": "b", "#text": "c", "d": ["e", None]},
    "a kind": {"kind": "circle", "radius": "none"},
}
CONTENTS: dict[str, Any] = {
    "an empty element": None,
    "a text": "text",
    "a number": "-1",
    "blanks": " \n",
    "an element": {"a": "b"},
    "elements": ["1", "2"],
    "different elements": [None, "1", {"a": "b"}],
    "attributes": {"@a": "b", "@xmlns:x": "urn:x", "x:c": "d"},
    "null": {"@xsi:nil": "true"},
    "mixed": {"a": "b", "#text": "c"},
}

FEW = max(settings().max_examples // 3, 1)
"""Each example is many documents."""


def places(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to each value of a tree."""
    yield path
    steps: Iterable[Any] = tree if is_dict(tree) else range(len(tree)) if is_array(tree) else ()
    for step in steps:
        yield from places(tree[step], (*path, step))


def replaced(tree: Any, path: tuple[Any, ...], value: Any) -> Any:
    """A copy of a tree with another value at a place."""
    if not path:
        return value
    copy = deepcopy(tree)
    holder = copy
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return copy


@pytest.mark.parametrize("name", STRUCTURES)
@settings(max_examples=FEW)
@given(data=st.data())
def test_json_of_every_kind_at_every_place(name: str, data: st.DataObject) -> None:
    codec: Codec[Any] = STRUCTURES[name].codec
    tree = codec.to_json(data.draw(VALUES[name])).value_or(None)
    path = data.draw(st.sampled_from(list(places(tree))))
    for value in KINDS.values():
        damaged = replaced(tree, path, value)
        raw = exact_text(damaged)
        read = codec.decode_json(raw)
        settled(read, DecodeError)
        settled(codec.of_json(damaged), DecodeError)
        with plain_only():
            assert repr(codec.decode_json(raw)) == repr(read)


@pytest.mark.parametrize("name", STRUCTURES)
def test_json_of_every_kind_at_every_place_of_the_example(name: str) -> None:
    codec: Codec[Any] = STRUCTURES[name].codec
    tree = codec.to_json(STRUCTURES[name].example).unwrap()
    for path in places(tree):
        for value in KINDS.values():
            damaged = replaced(tree, path, value)
            read = codec.decode_json(exact_text(damaged))
            assert settled(read, DecodeError) == settled(codec.of_json(damaged), DecodeError)


@pytest.mark.parametrize("name", [name for name, entry in STRUCTURES.items() if "xml" not in entry.cannot])
def test_xml_of_every_kind_at_every_place_of_the_example(name: str) -> None:
    codec: Codec[Any] = STRUCTURES[name].codec
    tree = codec.to_xml(STRUCTURES[name].example).unwrap()
    for path in places(tree):
        for value in CONTENTS.values():
            damaged = replaced(tree, path, value)
            settled(codec.of_xml(damaged), DecodeError)
            settled(codec.of_xml(damaged, style=aws.xml), DecodeError)


@pytest.mark.parametrize("name", STRUCTURES)
@settings(max_examples=FEW)
@given(data=st.data())
def test_a_document_cut_anywhere(name: str, data: st.DataObject) -> None:
    codec: Codec[Any] = STRUCTURES[name].codec
    raw = codec.encode_json(data.draw(VALUES[name])).value_or(b"[0]")
    for end in range(len(raw)):
        read = codec.decode_json(raw[:end])
        if settled(read, DecodeError):
            assert raw[:end].strip(b"-+.eE0123456789") == b""  # a number cut short is a number
