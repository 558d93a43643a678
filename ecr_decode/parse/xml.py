"""XML: the tree that xmltodict builds of a document.

An element's content is None (empty), a text, or a dict of its attributes (`@name`), its text (`#text`) and
its children by name; a child that is repeated is a list.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from ..error.problem import Malformed, TooDeep
from ..guard import is_array
from ..limits import MOST_LEVELS
from .json import invalid_text, plain_text, position

_REFUSED = (
    (b"\0", "a NUL is not accepted"),  # with one, the parser takes a text for UTF-16, whatever it is told
    (b"<!DOCTYPE", "a document type is not accepted"),
)
_BOM = b"\xef\xbb\xbf"
_ENCODING = rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([^"'>]{0,80})["']"""
_UTF_8 = (b"utf-8", b"utf8")


class Root(NamedTuple):
    """The root element of a document: its local name and its content."""

    name: str
    content: Any


class _TooManyLevels(Exception):
    """Leaves the parser, inside this module only."""


def parse(raw: bytes) -> Root | Malformed | TooDeep:
    """The root of an XML document, or why there is none."""
    why = refused(raw)
    if why is not None:
        return why
    from xml.parsers.expat import ExpatError, errors

    import xmltodict

    def bounded(path: list[Any], key: str, data: Any) -> tuple[str, Any]:
        if len(path) > MOST_LEVELS:
            raise _TooManyLevels
        return key, data

    try:
        tree: dict[str, Any] = xmltodict.parse(
            raw, encoding="utf-8", strip_whitespace=False, postprocessor=bounded
        )
    except ExpatError as error:
        return Malformed(errors.messages[error.code], error.lineno, error.offset + 1)
    except _TooManyLevels:
        return TooDeep()
    except ValueError as error:
        return Malformed(type(error).__name__)
    ((name, content),) = tree.items()
    return Root(local(name), content)


def refused(raw: bytes) -> Malformed | None:
    """Why a document is not even parsed: what is not UTF-8, and what could make a parser work without end."""
    try:
        raw.decode()
    except UnicodeDecodeError:
        return invalid_text(raw)
    if raw.startswith(_BOM):
        return Malformed("a byte order mark is not accepted")
    for refused, words in _REFUSED:
        if refused in raw:
            return Malformed(words, *position(raw[: raw.index(refused)].decode()))
    declared = re.match(_ENCODING, raw) if raw.startswith(b"<?") else None
    if declared is not None and declared[1].lower() not in _UTF_8:
        return Malformed("an encoding other than UTF-8 is not accepted")
    return None


def local(name: str) -> str:
    """The name without its namespace prefix."""
    return name.rpartition(":")[2]


class Repeated(list[Any]):
    """The contents of elements that stand one after another, without an element around them."""


class Content(NamedTuple):
    """An element's content, taken apart; children that share a local name are `Repeated`."""

    children: dict[str, Any]
    attributes: dict[str, str]
    text: str


def take_apart(value: Any) -> Content | None:
    """The parts of an element's content, or None where the value is no element's."""
    match value:
        case None:
            return Content({}, {}, "")
        case str():
            return Content({}, {}, value)
        case dict():
            return _parts(value)
        case _:
            return None


def _parts(value: Any) -> Content | None:
    children: dict[str, Any] = {}
    attributes: dict[str, str] = {}
    text = value.get("#text", "")
    if not isinstance(text, str):
        return None
    for key, content in value.items():
        name = plain_text(key) if isinstance(key, str) else None
        if name is None:
            return None
        if name.startswith("@"):
            if isinstance(content, str) and not name.startswith(("@xmlns", "@xsi:")):
                attributes[local(name[1:])] = content
        elif name != "#text":
            _join(children, local(name), content)
    return Content(children, attributes, text)


def _join(children: dict[str, Any], name: str, content: Any) -> None:
    if is_array(content):
        content = Repeated(content)
    if name in children:
        before, more = children[name], content
        content = before if isinstance(before, Repeated) else Repeated([before])
        content.extend(more if isinstance(more, Repeated) else [more])
    children[name] = content
