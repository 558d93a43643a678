"""Unions that what one member holds decides."""

from __future__ import annotations

from typing import TypeVar

from ...building import must_be, must_be_text
from ...codec import Codec
from ...node import kinds as n
from ...node.layers import under_rules
from ...node.style import Attribute, Element
from ..names import must_be_names
from .case import Case, must_be_case, union

A = TypeVar("A")


def tagged_union(tag: str, cases: Case[A], *, xml: Attribute | Element | None = None) -> Codec[A]:
    """An object whose member `tag` says which case it is: by a text, an integer or a boolean.

    >>> from ecr_decode import Record, case, field, number, tagged_union
    >>> class Circle(Record):
    ...     radius: float = field("radius", number)
    >>> class Square(Record):
    ...     side: float = field("side", number)
    >>> shape = tagged_union("kind", case("circle", Circle) | case("square", Square))
    >>> shape.decode_json(b'{"kind": "square", "side": 2}')
    <Success: Square(side=2.0)>
    >>> shape.encode_json(Circle(radius=1.0))
    <Success: b'{"kind":"circle","radius":1.0}'>
    >>> print(shape.decode_json(b'{"kind": "cirlce"}').failure())
    $.kind: expected "circle" or "square" (did you mean "circle"?)

    Tags are told apart by type and value: in JSON `1`, `"1"`, `1.0` and `true` are four things. A case may
    have several tags, of which the first is written.

    >>> lock = tagged_union("version", case(1, Circle) | case((2, 3), Square))
    >>> lock.decode_json(b'{"version": 3, "side": 2}'), lock.encode_json(Square(side=2.0))
    (<Success: Square(side=2.0)>, <Success: b'{"version":2,"side":2.0}'>)
    >>> print(lock.decode_json(b'{"side": 2}').failure())
    $.version: missing, expected 1 or 2 or 3

    A record may have the tag as a member of its own. If `otherwise` reads the record as well, it is written
    with another tag, or none, as it came.

    In XML the tag is read as a child or an attribute, and written as a child. `xml=` chooses, as for a
    member. For `xsi:type` the prefix in the value does not matter.

    >>> from ecr_decode import XSI, attribute
    >>> typed = tagged_union("type", case("circle", Circle), xml=attribute("type", ns=XSI))
    >>> typed.encode_xml(Circle(radius=1.0), root="s").unwrap()
    b'<s xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="circle"><radius>1.0</radius></s>'
    """
    must_be_text("tagged_union(tag, ...)", tag)
    must_be_case("tagged_union(tag, ...)", cases)
    for each in cases.cases:
        if each.xml:
            raise ValueError(
                f"tagged_union({tag!r}, ...): element(...) is a key of keyed_union(...), not a tag"
            )
        _must_not_be_alias(tag, under_rules(each.node))
    where = f"tagged_union({tag!r}, xml=...)"
    must_be(where, xml, Attribute | Element | None, "attribute or element(...)")
    must_be_names(where, tag, xml)
    return union(n.ByTag(tag, xml), cases)


def _must_not_be_alias(tag: str, record: n.Node) -> None:
    """Refuse a record that reads the tag under an alias: it would write another name beside the tag."""
    for member in record.members if isinstance(record, n.Record) else ():
        if tag in member.aliases:
            raise ValueError(
                f"tagged_union({tag!r}, ...): {member.name} of {record.spell(inside=True)} "
                "has the tag as an alias; "
                f"write field({tag!r}, ..., aliases=({member.wire!r},))"
            )
