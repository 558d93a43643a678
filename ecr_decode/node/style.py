"""Hints say where in an XML element a member stands; styles say by what convention a form is spelled."""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from ..building import must_be, must_be_text

XML = "http://www.w3.org/XML/1998/namespace"
"""The namespace of `xml:lang` and `xml:space`, whose prefix needs no declaration."""

XSI = "http://www.w3.org/2001/XMLSchema-instance"
"""The namespace of `xsi:type` and `xsi:nil`."""


class Attribute(msgspec.Struct, frozen=True):
    """The member is an attribute of its element; without a namespace, one without a prefix.

    >>> from ecr_decode import XML, Record, attribute, field, integer, string
    >>> class Note(Record):
    ...     id: int = field("id", integer, xml=attribute)
    ...     lang: str | None = field("lang", string, default=None, xml=attribute("lang", ns=XML))
    >>> Note.decode_xml('<note xml:lang="en" id="5"/>')
    <Success: Note(id=5, lang='en')>
    >>> Note(id=5, lang="en").encode_xml(root="note")
    <Success: b'<note id="5" xml:lang="en"></note>'>
    >>> print(Note.decode_xml('<note xmlns:r="urn:r" r:id="5"/>').failure())
    $.id: missing (it is there in another namespace)
    """

    name: str | None = None
    ns: str | None = None

    def __call__(self, name: str | None = None, *, ns: str | None = None) -> Attribute:
        """The hint for an attribute that has a name or a namespace of its own."""
        return Attribute(_name("attribute(name)", name), _namespace("attribute(...)", ns))


class ElementText(msgspec.Struct, frozen=True):
    """The member is the text of its element."""


class Flattened(msgspec.Struct, frozen=True):
    """The items of the member are repeated elements, without an element around them.

    >>> from ecr_decode import Record, array, field, flattened, string
    >>> class Channel(Record):
    ...     words: tuple[str, ...] = field("words", array(string), xml=flattened("word", ns="urn:w"))
    >>> Channel.decode_xml('<c xmlns:w="urn:w"><w:word>a</w:word><word>b</word><w:word>c</w:word></c>')
    <Success: Channel(words=('a', 'c'))>
    """

    name: str | None = None
    ns: str | None = None
    key: str | None = None
    value: str | None = None

    def __call__(
        self,
        name: str | None = None,
        *,
        ns: str | None = None,
        key: str | None = None,
        value: str | None = None,
    ) -> Flattened:
        """The hint for repeated elements of another name or namespace; `key` and `value` are for maps."""
        where = "flattened(...)"
        return Flattened(
            _name("flattened(name)", name), _namespace(where, ns), _name(where, key), _name(where, value)
        )


class Element(msgspec.Struct, frozen=True):
    """The member is an element of another name, in a namespace if one is given; so may its items be."""

    name: str
    ns: str | None = None
    item: str | None = None
    """What the items of a list are called there and in queries, where the style's word does not do."""
    entry: str | None = None
    """The same for the entries of a map, and for the parts of an entry."""
    key: str | None = None
    value: str | None = None


class FreeName(Flattened, frozen=True):
    """The keys of the member's values stand in its place, as names of elements."""


class OfOthers(msgspec.Struct, frozen=True):
    """The member is one of those that `others` keeps, under the name by which `xmltodict` calls it."""

    taken: frozenset[str] = frozenset()
    """The places of the members of its record, those in a namespace with that in braces."""


XmlHint: TypeAlias = Attribute | ElementText | Flattened | Element

attribute: Attribute = Attribute()
text: ElementText = ElementText()
flattened: Flattened = Flattened()


def element(
    name: str,
    *,
    ns: str | None = None,
    item: str | None = None,
    entry: str | None = None,
    key: str | None = None,
    value: str | None = None,
) -> Element:
    """The hint for a member whose element has a name, or a namespace, of its own; `ns=""` means none.

    >>> from ecr_decode import Record, array, element, field, string
    >>> class Book(Record):
    ...     title: str = field("title", string, xml=element("Title", ns="urn:b"))
    >>> Book(title="Emma").encode_xml(root="book").unwrap()
    b'<book xmlns:ns1="urn:b"><ns1:Title>Emma</ns1:Title></book>'
    >>> Book.decode_xml(b'<book xmlns:b="urn:b"><b:Title>Emma</b:Title></book>').unwrap()
    Book(title='Emma')

    `item` names the items of a list, `entry`, `key` and `value` the parts of a map:

    >>> class Books(Record):
    ...     titles: tuple[str, ...] = field("titles", array(string), xml=element("Titles", item="Title"))
    >>> Books(titles=("Emma",)).encode_xml(root="books").unwrap()
    b'<books><Titles><Title>Emma</Title></Titles></books>'
    """
    must_be_text("element(name)", name)
    names = (_name("element(...)", each) for each in (item, entry, key, value))
    return Element(name, _namespace("element(...)", ns), *names)


def _name(where: str, name: str | None) -> str | None:
    must_be(where, name, str | None, "a str")
    return name


def _namespace(where: str, ns: str | None) -> str | None:
    must_be(f"{where}: ns=...", ns, str | None, "a str")
    return ns


class MapNames(msgspec.Struct, frozen=True):
    """What the parts of a map are called: without an entry, an element named by the key holds the value."""

    entry: str | None
    key: str
    value: str


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
    namespaces: bool = True
    """Whether a name means the namespace of the element around it; otherwise that of any namespace."""


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


def map_names(hint: XmlHint | None, style: XmlStyle | QueryStyle) -> MapNames:
    """What the parts of a map are called: by the hint of its member, or else by the style."""
    match hint:
        case Element(entry=entry, key=key, value=value) if entry or key or value:
            return MapNames(entry or style.entry or "entry", key or style.key, value or style.value)
        case Flattened(key=key, value=value) if key or value:
            return MapNames(style.entry or "entry", key or style.key, value or style.value)
        case _:
            return MapNames(style.entry, style.key, style.value)


def names_a_map(hint: XmlHint | None) -> bool:
    """Whether a hint says what the parts of a map are called."""
    return bool(
        isinstance(hint, Element | Flattened)
        and (hint.key or hint.value or (isinstance(hint, Element) and hint.entry))
    )


plain: XmlStyle = XmlStyle()
numbered: QueryStyle = QueryStyle()
