"""Values of unions that would be read as something else are refused on writing, and nothing else is."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import Codec
from tests.laws.interpreters import INTERPRETERS
from tests.registry import CODECS, Circle, Counted, Inner, Labelled, Pinned, Square, Tagged

JSON, XML, AWS_XML = "JSON text", "XML text", "AWS XML text"

WRITTEN = [
    ("tagged_union", Circle(radius=1.0), JSON),
    ("tagged_union with otherwise", {"kind": "none of them"}, JSON),
    ("tagged_union with otherwise", {"@kind": "none of them"}, XML),
    ("tagged_union with otherwise", {"@kind": "circle"}, JSON),
    ("tagged_union of dicts", {"kind": "a"}, JSON),
    ("tagged_union of dicts", {"kind": "a"}, XML),
    ("tagged_union by attribute", Labelled(name="a", rest={"kind": "none of them"}), JSON),
    ("tagged_union by attribute", Labelled(name="a", rest={"@kind": "none of them"}), XML),
    ("tagged_union that keeps others", Counted(total=1, counts={"kind": 2}), JSON),
    ("one_of", Pinned(digest="a"), JSON),
    ("one_of", Tagged(tag="b"), JSON),
    ("one_of scalars", "weeks", XML),
    ("Inner", (Inner(either={"a": 1}),), JSON),
    ("one_of numbers", 7.0, JSON),
    ("one_of numbers", 7.0, XML),
    ("by_kind of a double", 0.5, JSON),
]

REFUSED = [
    ("tagged_union", Square(side=1.0, kind="circle"), JSON),
    ("tagged_union with otherwise", {"kind": "circle"}, JSON),
    ("tagged_union with otherwise", {"@kind": "circle"}, XML),
    ("tagged_union of dicts", {"kind": "b"}, JSON),
    ("tagged_union of dicts", {"kind": "a"}, AWS_XML),
    ("tagged_union by attribute", Labelled(name="a", rest={"kind": "circle"}), JSON),
    ("tagged_union by attribute", Labelled(name="a", rest={"@kind": "circle"}), XML),
    ("tagged_union that keeps others", Labelled(name="a", rest={"kind": "a"}), JSON),
    ("one_of", Pinned(digest="a", tag="b"), JSON),
    ("Inner", (Inner(either={"a": 1}),), XML),
    ("one_of scalars", "days", JSON),
    ("one_of scalars", "7", XML),
    ("by_kind of a double", float("inf"), JSON),
]


def read_back(name: str, value: Any, way: str) -> Any:
    codec: Codec[Any] = CODECS[name].codec
    interpreter = INTERPRETERS[way]
    return interpreter.encode(codec, value).bind(partial(interpreter.decode, codec))


@pytest.mark.parametrize(("name", "value", "way"), WRITTEN)
def test_what_is_told_apart_is_written(name: str, value: Any, way: str) -> None:
    assert read_back(name, value, way) == Success(value)


@pytest.mark.parametrize(("name", "value", "way"), REFUSED)
def test_what_would_be_read_as_something_else_is_not(name: str, value: Any, way: str) -> None:
    codec = CODECS[name].codec
    written = INTERPRETERS[way].encode(codec, value)
    assert not isinstance(written, Success)
