"""What compiled source reads of elements without the plain reader, and as it does."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from ecr_decode import (
    Codec,
    Record,
    array,
    attribute,
    by_kind,
    case,
    dict_of,
    field,
    flattened,
    integer,
    json_value,
    keyed_union,
    lazy,
    one_of,
    otherwise,
    plain,
    plain_only,
    string,
)
from ecr_decode.fast.doubt import Doubt
from ecr_decode.fast.read_xml.node import Source
from ecr_decode.fast.read_xml.run import DecodeXml
from ecr_decode.fast.read_xml.steps import Run
from tests.fast.test_read_compiled import cases


def _refused(*_: object) -> Any:
    raise Doubt


class Tagged(Record):
    id: int = field("id", integer, aliases=("ID",), xml=attribute)
    name: str = field("name", string, aliases=("called",))
    tags: tuple[str, ...] = field("tag", array(string), aliases=("label",), xml=flattened)


@pytest.mark.parametrize(
    "raw",
    [
        b"<p ID='1'><called>a</called><label>x</label><label>y</label></p>",
        b"<p id='1'><name>a</name></p>",
        b"<p id='1' ID='1'><name>a</name></p>",
        b"<p id='1'><name>a</name><called>b</called></p>",
        b"<p id='1'><called>a</called><called>b</called></p>",
        b"<p id='1'><name>a</name><tag>x</tag><label>y</label></p>",
        b"<p><label>y</label></p>",
    ],
)
def test_members_of_elements_have_several_names(raw: bytes) -> None:
    found = [Tagged.codec.decode_xml(raw) for _ in range(3)]
    with plain_only():
        assert {repr(each) for each in found} == {repr(Tagged.codec.decode_xml(raw))}


def test_elements_under_other_names_are_read_by_compiled_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ecr_decode.read.reader.Reader.read", _refused)
    read = Source(Tagged.codec.node, wary=False).compiled(Tagged.codec.node, plain)
    found = read(fromstring("<p ID='1'><called>a</called><label>x</label></p>"), Run(), 0)
    assert found == Tagged(id=1, name="a", tags=("x",))


class One(Record):
    """A member of which there is one where elements may repeat."""

    count: int = field("n", lazy(lambda: integer), xml=flattened)


class Parts(Record):
    """Elements under keys, and all others."""

    parts: tuple[Any, ...] = field(
        "parts", array(keyed_union(case("a", string) | otherwise(json_value))), xml=flattened
    )


READ: dict[str, tuple[Codec[Any], list[bytes]]] = {
    "names in a map": (dict_of(array(integer)), [b"<r><a>1</a><a>2</a><a>3</a><b/></r>"]),
    "items on lines of their own": (array(integer), [b"<r>\n  <i>1</i>\n  <i>2</i>\n</r>"]),
    "keys and others": (Parts.codec, [b"<r><a>x</a><b>1</b><a/></r>"]),
    "a list or a tree": (
        by_kind(case("many", array(string)) | otherwise(json_value)),
        [b"<r>t<a>1</a></r>", b"<r><a>1</a>t</r>", b"<r> <a>1</a></r>", b"<r>t</r>"],
    ),
    "a text or a tree": (
        by_kind(case("text", string) | otherwise(json_value)),
        [b"<r id='1'>t</r>", b"<r id='1'>1</r>", b"<r id='1'> </r>", b"<r><a>1</a></r>"],
    ),
    "one alone or a tree": (one_of(case("one", One) | otherwise(json_value)), [b"<r><n>1</n></r>"]),
}


@pytest.mark.parametrize(("codec", "raw"), cases(READ))
def test_compiled_source_reads_elements(
    codec: Codec[Any], raw: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with plain_only():
        plain = codec.decode_xml(raw).unwrap()
    monkeypatch.setattr("ecr_decode.fast.read_xml.run.read.read_xml", _refused)
    assert repr(DecodeXml(codec.node)(raw).unwrap()) == repr(plain)
