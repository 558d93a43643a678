"""XML documents: the elements of those that are accepted."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, TreeBuilder, XMLParser
from xml.parsers.expat import ExpatError, ParserCreate, XMLParserType

from ..error.problem import Malformed, TooDeep
from ..limits import MOST_LEVELS
from .admission import DOCTYPE, admitted, has_doctype
from .json_fault import position
from .xml import Declared
from .xml_fault import words_of

_SMALL = 1024
"""Below so many bytes, the parser that tells its events is made sooner than the other one."""

_SHORTEST_TOO_DEEP = MOST_LEVELS * len("<a></a>")


class Document(NamedTuple):
    """The elements of a document, and the namespaces that they declare."""

    root: Element
    declared: Declared


def parse(raw: bytes, *, spelled: bool = True) -> Document | Malformed | TooDeep:
    """The elements of a document, or why there are none; `spelled` keeps prefixes, which takes longer."""
    document = parsed(raw, spelled=spelled and has_prefixes(raw))
    if isinstance(document, Document) and nests_too_deep(raw, document.root):
        return TooDeep()
    return document


def parsed(raw: bytes, *, spelled: bool) -> Document | Malformed:
    """The same, however deep elements nest."""
    text = admitted(raw)
    if isinstance(text, Malformed):
        return text
    doubtful = has_doctype(text)
    try:
        by_events = spelled or doubtful or len(text) < _SMALL
        return _by_events(text, spelled=spelled, doubtful=doubtful) if by_events else _at_once(text)
    except ParseError as error:
        return Malformed(words_of(error.code), error.position[0], error.position[1] + 1)
    except ExpatError as error:
        return Malformed(words_of(error.code), error.lineno, error.offset + 1)
    except _DoctypeError:
        before = text[: text.index(DOCTYPE)].decode()
        return Malformed("a document type is not accepted here", *position(before))


class _DoctypeError(Exception):
    """Ends parsing where a document type is met that nobody expected."""


def _refuse(*_: object) -> None:
    raise _DoctypeError


def has_prefixes(raw: bytes) -> bool:
    """Whether a name of a document may be in a namespace."""
    return raw.find(b"xml", 5 if raw.startswith(b"<?xml") else 0) >= 0


def _at_once(raw: bytes) -> Document:
    parser = XMLParser(encoding="utf-8")
    parser.feed(raw)
    return Document(parser.close(), {})


def _by_events(raw: bytes, *, spelled: bool, doubtful: bool) -> Document:
    builder, parser = TreeBuilder(), ParserCreate("utf-8", "}")
    if doubtful:
        parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.end
    parser.CharacterDataHandler = builder.data
    if spelled:
        return Document(*_with_prefixes(raw, parser, builder))
    parser.Parse(raw, True)
    return Document(builder.close(), {})


def _with_prefixes(raw: bytes, parser: XMLParserType, builder: TreeBuilder) -> tuple[Element, Declared]:
    """The root, names spelled with their prefixes, and the namespaces that elements declare."""
    declared: dict[Element, dict[str, str]] = {}
    pending: dict[str, str] = {}

    def declare(prefix: str | None, namespace: str | None) -> None:
        pending["@xmlns" if prefix is None else "@xmlns:" + prefix] = namespace or ""
        parser.StartElementHandler = start

    def start(name: str, attributes: dict[str, str]) -> None:
        declared[builder.start(name, attributes)] = pending.copy()
        pending.clear()
        parser.StartElementHandler = builder.start

    parser.namespace_prefixes = True
    parser.StartNamespaceDeclHandler = declare
    try:
        parser.Parse(raw, True)
    finally:
        parser.StartNamespaceDeclHandler = parser.StartElementHandler = None  # they refer to the parser
    return builder.close(), declared


def nests_too_deep(raw: bytes, root: Element) -> bool:
    """Whether a document has more levels of elements than are read."""
    level: list[Element] = [root] if len(raw) > _SHORTEST_TOO_DEEP else []
    levels = 1
    while level and levels <= MOST_LEVELS:
        levels += 1
        level = [*filter(len, chain.from_iterable(level))]
    return levels > MOST_LEVELS
