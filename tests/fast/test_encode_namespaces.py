"""Compiled writers of hints with namespaces: prefixes, the root's declarations, and names that meet."""

from __future__ import annotations

from typing import Any

import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    array,
    at,
    attribute,
    case,
    dict_of,
    element,
    field,
    flattened,
    integer,
    json_value,
    lazy,
    one_of,
    string,
    text,
    tuple_of,
)
from ecr_decode.fast.write.compiled import EncodeXml
from ecr_decode.node.style import XmlStyle, plain
from examples.formats.rss import Channel, Item, Rss
from tests.fast.comparison import AWS_STYLE
from tests.fast.test_encode_equal_to_plain import in_xml

A, B = "urn:a", "urn:b"


class Leaf(Record):
    """An attribute with a prefix and one without, and a text."""

    id: str = field("id", string, xml=attribute("id", ns=B))
    lang: str | None = field("lang", string, default=None, xml=attribute)
    said: str = field("said", string, default="", xml=text)


class Branch(Record):
    """Elements in namespaces, repeated and with items of their own, and itself."""

    name: str = field("name", string, xml=element("name", ns=A))
    leaves: tuple[Leaf, ...] = field("leaf", array(Leaf.codec), default=(), xml=flattened("leaf", ns=B))
    counts: tuple[int, ...] = field(
        "counts", array(integer), default=(), xml=element("counts", ns=A, item="n")
    )
    table: dict[str, int] | None = field("table", dict_of(integer), default=None)
    maps: dict[str, Leaf] | None = field("map", dict_of(Leaf.codec), default=None, xml=flattened("map", ns=B))
    pair: tuple[int, str] | None = field("pair", tuple_of(integer, string), default=None)
    below: tuple[Branch, ...] = field(
        "branch", array(lazy(lambda: Branch.codec)), default=(), xml=flattened("branch", ns=A)
    )


class Near(Record):
    """Two members of one name, of which the root's namespace makes one where it is that of the hint."""

    far: str = field("far", string, xml=element("x", ns=A))
    near: str = field("near", string, xml=element("x"))


class Aside(Record):
    """Members that a hint does not put into its namespace with all that is in them, and a union."""

    name: str = field("name", string, xml=element("name", ns=A))
    at: str = field("at", at("b", string), xml=element("at", ns=A))
    tree: JsonValue = field("tree", json_value, xml=element("tree", ns=A))
    rows: tuple[tuple[int, ...], ...] = field("rows", array(array(integer)), xml=element("rows", ns=A))
    held: Any = field("held", one_of(case("counts", array(integer)) | case("texts", dict_of(string))))


LEAF = Leaf(id='"1"', lang="en", said="<")
BRANCH = Branch(
    name="n",
    leaves=(LEAF, Leaf(id="2")),
    counts=(1, 2),
    table={"k": 1, "l": 2},
    maps={"a": LEAF},
    pair=(1, ">"),
    below=(Branch(name="inner", leaves=(Leaf(id="3"),)),),
)
ROOTS = [None, "r", element("r", ns=A), element("r", ns=B), element("r", ns="urn:<&>")]
STYLES = [plain, AWS_STYLE]


def alone(
    codec: Codec[Any], value: Any, root: Any, monkeypatch: pytest.MonkeyPatch, style: XmlStyle = plain
) -> bytes | None:
    """What is written without the plain writer; None if that is asked."""
    asked = list[Any]()

    def ask(*args: object, **named: object) -> Success[bytes]:
        asked.append(args)
        return Success(b"")

    with monkeypatch.context() as patched:
        patched.setattr("ecr_decode.fast.write.compiled.plain_encode_xml", ask)
        written = EncodeXml(codec.node)(value, root=root, style=style)
    return None if asked else written.unwrap()


@pytest.mark.parametrize("style", STYLES, ids=["plain", "aws"])
@pytest.mark.parametrize("root", ROOTS, ids=repr)
@pytest.mark.parametrize("value", [LEAF, BRANCH, Branch(name="")], ids=lambda value: type(value).__name__)
def test_hints_with_namespaces_are_written_without_the_plain_writer(
    value: Leaf | Branch, root: Any, style: XmlStyle, monkeypatch: pytest.MonkeyPatch
) -> None:
    codec: Codec[Any] = type(value).codec
    assert alone(codec, value, root, monkeypatch, style) == in_xml(codec, value, style, root=root).unwrap()


@pytest.mark.parametrize("style", STYLES, ids=["plain", "aws"])
@pytest.mark.parametrize("root", ROOTS, ids=repr)
def test_parts_of_the_plain_writer_are_in_the_same_namespaces(
    root: Any, style: XmlStyle, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = Aside(name="n", at="a", tree={"c": "d"}, rows=((1, 2), ()), held={"e": "f"})
    codec = Aside.codec
    assert alone(codec, value, root, monkeypatch, style) == in_xml(codec, value, style, root=root).unwrap()


def test_the_root_declares_each_namespace_once_in_the_order_of_use(monkeypatch: pytest.MonkeyPatch) -> None:
    written = alone(Branch.codec, Branch(name="n", leaves=(LEAF,)), "r", monkeypatch)
    assert written == (
        b'<r xmlns:ns1="urn:a" xmlns:ns2="urn:b"><ns1:name>n</ns1:name>'
        b'<ns2:leaf ns2:id="&quot;1&quot;" lang="en">&lt;</ns2:leaf><ns1:counts/></r>'
    )


def test_the_namespace_of_the_root_needs_no_prefix_but_before_attributes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = alone(Branch.codec, Branch(name="n", leaves=(Leaf(id="1"),)), element("r", ns=B), monkeypatch)
    assert written == (
        b'<r xmlns="urn:b" xmlns:ns1="urn:a" xmlns:ns2="urn:b"><ns1:name>n</ns1:name>'
        b'<leaf ns2:id="1"></leaf><ns1:counts/></r>'
    )


@pytest.mark.parametrize(
    ("root", "quick"), [("r", True), (element("r", ns=B), True), (element("r", ns=A), False)]
)
def test_members_whose_names_the_root_makes_one_are_left_to_the_plain_writer(
    root: Any, quick: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    value = Near(far="f", near="n")
    assert (alone(Near.codec, value, root, monkeypatch) is not None) is quick
    in_xml(Near.codec, value, root=root)


def test_a_feed_is_written_without_the_plain_writer(monkeypatch: pytest.MonkeyPatch) -> None:
    channel = Channel(title="t", link="l", description="d", items=(Item(title="a"), Item(title="b")))
    rss = Rss(version="2.0", channel=channel)
    assert alone(Rss.codec, rss, "rss", monkeypatch) == in_xml(Rss.codec, rss, root="rss").unwrap()
