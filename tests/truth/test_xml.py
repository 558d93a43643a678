"""The truth tables of roots and of names in XML; `tests/read/test_xml_names.py` has the one of namespaces."""

from __future__ import annotations

from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    XML,
    XSI,
    Codec,
    Record,
    XmlStyle,
    array,
    attribute,
    case,
    element,
    field,
    flattened,
    integer,
    keyed_union,
    nullable,
    string,
)
from tests.rows import Outcome, comes_back, read, says, written

N, M = "urn:n", "urn:m"


class Plain(Record, root="feed"):
    a: int = field("a", integer, default=0)


class Full(Record, root=element("feed", ns=N)):
    a: int = field("a", integer, default=0)


class Bare(Record, root=element("feed", ns="")):
    a: int = field("a", integer, default=0)


class Inherits(Full):
    b: int = field("b", integer, default=0)


class Outer(Record, root="outer"):
    one: Full = field("one", Full.codec)
    many: tuple[Full, ...] = field("many", array(Full.codec), xml=flattened, default=())


class Near(Record):
    title: str | None = field("title", string, default=None)


class Unqualified(Record, ns="", root=element("r", ns=N)):
    title: str = field("title", string)
    size: int = field("size", integer, default=0)


class Marked(Record):
    id: str | None = field("id", string, default=None, xml=attribute)
    far: str | None = field("far", string, default=None, xml=attribute("id", ns=M))
    type: str | None = field("type", string, default=None, xml=attribute("type", ns=XSI))
    lang: str | None = field("lang", string, default=None, xml=attribute("lang", ns=XML))


near: Codec[Near] = Near.codec.root(element("r", ns=N))
items: Codec[Any] = array(integer).root("list")
keyed: Codec[Any] = keyed_union(case("S", string) | case("N", integer))

READ: list[tuple[Codec[Any], str, Outcome]] = [
    # a plain name compares the local name alone
    (Plain.codec, "<feed><a>1</a></feed>", Success(Plain(a=1))),
    (Plain.codec, f'<feed xmlns="{N}"><a>1</a></feed>', Success(Plain(a=1))),
    (Plain.codec, f'<p:feed xmlns:p="{N}"/>', Success(Plain())),
    (Plain.codec, "<html/>", says("$: expected the element feed, got html")),
    (Plain.codec, "<Feed/>", says("$: expected the element feed, got Feed")),
    # with a namespace both, and `ns=""` means none
    (Full.codec, f'<p:feed xmlns:p="{N}"/>', Success(Full())),
    (Full.codec, "<feed/>", says("$: expected the element feed, got feed of no namespace")),
    (Full.codec, f'<html xmlns="{N}"/>', says("$: expected the element feed, got html")),
    (Full.codec, f'<feed xmlns="{M}"/>', says("$: expected the element feed, got feed of another namespace")),
    (Bare.codec, "<feed/>", Success(Bare())),
    (Bare.codec, f'<feed xmlns="{N}"/>', says("$: expected the element feed, got feed of another namespace")),
    # inherited, or said of a codec
    (Inherits.codec, f'<feed xmlns="{N}"><b>1</b></feed>', Success(Inherits(b=1))),
    (Inherits.codec, "<html/>", says("$: expected the element feed, got html")),
    (near, "<r/>", says("$: expected the element r, got r of no namespace")),
    (items, "<list><i>1</i></list>", Success((1,))),
    (items, "<r><i>1</i></r>", says("$: expected the element list, got r")),
    (items.named("numbers"), "<r/>", says("$: expected the element list, got r")),
    # the root is checked before the members
    (Outer.codec, "<html><one><a>x</a></one></html>", says("$: expected the element outer, got html")),
    # ignored when nested
    (Outer.codec, "<outer><one/><many/></outer>", Success(Outer(one=Full(), many=(Full(),)))),
    (array(Full.codec), "<r><feed/><html/></r>", Success((Full(), Full()))),
    (nullable(Plain.codec), "<html/>", Success(Plain())),
    # XML Schema's default form: children without a namespace under a root with one
    (Unqualified.codec, f'<p:r xmlns:p="{N}"><title>a</title></p:r>', Success(Unqualified(title="a"))),
    (Unqualified.codec, f'<p:r xmlns:p="{N}"><p:title>a</p:title></p:r>',
     says("$.title: missing (it is there in another namespace)")),
    # attributes: without a prefix, or of the namespace that the hint names
    (Marked.codec, f'<r xmlns:m="{M}" m:id="2" id="1"/>', Success(Marked(id="1", far="2"))),
    (Marked.codec, f'<r xmlns:m="{M}" id="1" m:id="2"/>', Success(Marked(id="1", far="2"))),
    (Marked.codec, f'<r xmlns:m="{M}" m:id="2"/>', Success(Marked(far="2"))),
    (Marked.codec, f'<m:r xmlns:m="{M}" id="1"/>', Success(Marked(id="1"))),
    (Marked.codec, f'<r xmlns:i="{XSI}" i:type="q" xml:lang="en" type="z"/>',
     Success(Marked(type="q", lang="en"))),
    (Marked.codec, "<r lang='en' type='q'/>", Success(Marked())),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "raw", "expected"), READ, ids=lambda each: str(each)[:50])
def test_each_row_is_read(codec: Codec[Any], raw: str, expected: Outcome) -> None:
    assert read(codec, raw, tree=False) == expected


WRITTEN: list[tuple[Codec[Any], Any, str, Outcome]] = [
    (Plain.codec, Plain(a=1), "rootless xml", Success("<feed><a>1</a></feed>")),
    (Full.codec, Full(a=1), "rootless xml", Success(f'<feed xmlns="{N}"><a>1</a></feed>')),
    (Bare.codec, Bare(a=1), "rootless xml", Success("<feed><a>1</a></feed>")),
    (Inherits.codec, Inherits(), "rootless xml", Success(f'<feed xmlns="{N}"><a>0</a><b>0</b></feed>')),
    (items, (1,), "rootless xml", Success("<list><item>1</item></list>")),
    # encode_xml(root=) wins, but for a free name
    (Full.codec, Full(a=1), "xml", Success("<r><a>1</a></r>")),
    (keyed, "x", "rootless xml", Success("<S>x</S>")),
    (keyed, "x", "xml", says('$: expected the root "S"')),
    (Outer.codec, Outer(one=Full()), "rootless xml", Success("<outer><one><a>0</a></one></outer>")),
    (Unqualified.codec, Unqualified(title="a"), "rootless xml",
     Success(f'<ns1:r xmlns:ns1="{N}"><title>a</title><size>0</size></ns1:r>')),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "value", "form", "expected"), WRITTEN, ids=lambda each: str(each)[:40])
def test_each_row_is_written(codec: Codec[Any], value: object, form: str, expected: Outcome) -> None:
    assert written(codec, value, form) == expected


@pytest.mark.parametrize(
    "value",
    [Plain(a=1), Full(a=1), Bare(), Inherits(a=1, b=2), Outer(one=Full(a=1), many=(Full(), Full(a=2))),
     Unqualified(title="a"), Unqualified(title=""), Marked(id="1", far="2", type="t", lang="en")],
    ids=repr,
)  # fmt: skip
def test_what_is_written_is_read(value: Record) -> None:
    assert comes_back(type(value).codec, value, root=None)


def test_trees_have_no_root() -> None:
    for _ in range(3):
        assert Full.codec.of_xml({"a": "1"}) == Success(Full(a=1))
        assert Full(a=1).to_xml() == Success({"a": "1"})
        assert Full.of_string("<html/>").alt(str) == says("$: expected the element feed, got html")
        assert Full.of_string('{"a": 1}') == Success(Full(a=1))


def test_a_root_names_the_outer_element_of_a_wrapped_result() -> None:
    style = XmlStyle(wrapped_results=True)
    raw = "<GetResponse><GetResult><title>a</title></GetResult></GetResponse>"
    for _ in range(3):
        outer = Near.codec.root("GetResponse").decode_xml(raw, style=style)
        assert outer == Success(Near(title="a"))
        inner = Near.codec.root("GetResult").decode_xml(raw, style=style)
        assert inner.alt(str) == says("$: expected the element GetResult, got GetResponse")
