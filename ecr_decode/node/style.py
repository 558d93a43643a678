"""Hints say where in an XML element a member stands; styles say by what convention a form is spelled."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from ..building import must_be_text


class Attribute(msgspec.Struct, frozen=True):
    """The member is an attribute of its element."""


class ElementText(msgspec.Struct, frozen=True):
    """The member is the text of its element."""


class Flattened(msgspec.Struct, frozen=True):
    """The items of the member are repeated elements, without an element around them."""


class Element(msgspec.Struct, frozen=True):
    """The member is an element of another name, in a namespace if one is given; so may its items be."""

    name: str
    ns: str | None = None
    item: str | None = None
    """What the items of a list are called there and in queries, where the style's word does not do."""


XmlHint: TypeAlias = Attribute | ElementText | Flattened | Element

attribute = Attribute()
text = ElementText()
flattened = Flattened()


def element(name: str, *, ns: str | None = None, item: str | None = None) -> Element:
    """The hint for a member whose element has a name, or a namespace, of its own.

    >>> from ecr_decode import Record, array, element, field, string
    >>> class Book(Record):
    ...     title: str = field("title", string, xml=element("Title", ns="urn:b"))
    >>> Book(title="Emma").encode_xml(root="book").unwrap()
    b'<book><Title xmlns="urn:b">Emma</Title></book>'
    >>> Book.decode_xml(b'<book xmlns:b="urn:b"><b:Title>Emma</b:Title></book>').unwrap()
    Book(title='Emma')

    >>> class Books(Record):
    ...     titles: tuple[str, ...] = field("titles", array(string), xml=element("Titles", item="Title"))
    >>> Books(titles=("Emma",)).encode_xml(root="books").unwrap()
    b'<books><Titles><Title>Emma</Title></Titles></books>'
    """
    must_be_text("element(name)", name)
    return Element(name, ns, item)


class XmlStyle(msgspec.Struct, frozen=True, kw_only=True):
    """A convention of XML: what items and map entries are called, and whether results are wrapped.

    >>> from ecr_decode import XmlStyle, array, string
    >>> array(string).encode_xml(("a",), root="tags", style=XmlStyle(item="tag"))
    <Success: b'<tags><tag>a</tag></tags>'>
    """

    item: str = "item"
    entry: str | None = None
    """The element around each pair of a map; without one, an element named by the key holds the value."""
    key: str = "key"
    value: str = "value"
    wrapped_results: bool = False
    """Whether a root `XResponse` may hold the content in a child `XResult`."""


class QueryStyle(msgspec.Struct, frozen=True, kw_only=True):
    """A convention of query strings: how lists and maps are numbered, and how names are spelled.

    >>> from ecr_decode import QueryStyle, array, at, string
    >>> at("tags", array(string)).encode_query(("a",), style=QueryStyle(item=None, capitalised=True))
    <Success: Tags.1=a>
    """

    item: str | None = "member"
    entry: str | None = "entry"
    key: str = "key"
    value: str = "value"
    capitalised: bool = False
    empty_lists: bool = True
    """Whether an empty list is written, as its name with an empty value."""


plain = XmlStyle()
numbered = QueryStyle()
