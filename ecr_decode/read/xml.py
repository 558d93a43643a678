"""XML: parsing it into the tree that xmltodict builds, and the view of that tree.

An element's content is None (empty), a text, or a dict of its attributes (`@name`), its text (`#text`) and
its children by name; a child that is repeated is a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, NamedTuple, Self

from ..error.problem import MOST_LEVELS, Malformed, TooDeep
from ..guard import is_array, is_dict
from ..node import kinds as n
from ..node.style import Attribute, Element, ElementText, Flattened, XmlStyle
from .json import invalid_text, json_kind, json_tree, plain_text, position
from .view import ABSENT

_REFUSED = (
    (b"\0", "a NUL is not accepted"),  # with one, the parser takes a text for UTF-16, whatever it is told
    (b"<!DOCTYPE", "a document type is not accepted"),
)
_BOM = b"\xef\xbb\xbf"
_ENCODING = rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([^"'>]{0,80})["']"""
_UTF_8 = (b"utf-8", b"utf8")
_NUMBER = r"-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?"
_MOST_DIGITS = 20


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


class XmlView:
    """The tree of an XML document, read by the convention of a style."""

    __slots__ = ("style", "trusted")

    def __init__(self, style: XmlStyle, trusted: bool) -> None:
        self.style = style
        self.trusted = trusted

    def kind(self, value: Any) -> str:
        match value:
            case None | "":
                return "an empty element"
            case str():
                return "text"
            case list() | tuple():
                return "several elements"
            case dict():
                return "null" if self.null(value) else "an element"
            case _:
                return json_kind(value)

    def null(self, value: Any) -> bool:
        return is_dict(value) and any(
            isinstance(name, str) and name.startswith("@") and name.endswith(":nil") and flag in ("true", "1")
            for name, flag in value.items()
        )

    def text(self, value: Any) -> str | None:
        if type(value) is str:
            return value if self.trusted else plain_text(value)
        parts = take_apart(value)
        if parts is None or parts.children or self.null(value):
            return None
        return parts.text if self.trusted else plain_text(parts.text)

    def boolean(self, value: Any) -> bool | None:
        return _BOOLEANS.get(self.text(value) or "")

    def number(self, value: Any) -> int | float | None:
        text = self.text(value)
        found = None if text is None else re.fullmatch(_NUMBER, text, re.ASCII)
        if found is None or text is None:
            return None
        if len(text) <= _MOST_DIGITS and found[1] is None and found[2] is None:
            return int(text)
        number = float(text)
        return None if number in (float("inf"), float("-inf")) else number

    def loose(self, value: Any) -> str | int | float | bool | None:
        return self.text(value)

    def tree(self, value: Any) -> Any:
        return value if self.trusted and not isinstance(value, Repeated) else json_tree(value)

    def items(self, value: Any) -> list[Any] | tuple[Any, ...] | None:
        if isinstance(value, Repeated):
            return value
        parts = take_apart(value)
        if parts is None or parts.text.strip() or self.null(value):
            return None
        return _each(parts.children.values())

    def entries(self, value: Any) -> Iterable[tuple[Any, Any]] | None:
        style = self.style
        if style.entry is None:
            if isinstance(value, Repeated) and len(value) < 2:  # flattened, and keys stand for themselves
                value = value[0] if value else None
            parts = self.members(value)
            return None if parts is None or parts.text.strip() else parts.children.items()
        pairs = self.items(value)
        if pairs is None:
            return None
        contents = [take_apart(pair) for pair in pairs]
        return [
            (ABSENT, ABSENT)
            if content is None
            else (content.children.get(style.key, ABSENT), content.children.get(style.value, ABSENT))
            for content in contents
        ]

    def members(self, value: Any, node: n.Record | None = None) -> Content | None:
        parts = take_apart(value)
        if parts is None or self.null(value):
            return None
        bare_text = not isinstance(value, dict) and parts.text.strip()
        return None if bare_text and not (node is not None and node.has_text) else parts

    def find(self, members: Content, known: tuple[n.Member, ...]) -> list[tuple[n.Member, Any]]:
        return [(member, self._found(members, member)) for member in known]

    def _found(self, members: Content, member: n.Member) -> Any:
        match member.xml:
            case Attribute():
                return members.attributes.get(member.wire, ABSENT)
            case ElementText():
                return members.text if members.text or member.required else ABSENT
            case Flattened():
                found = members.children.get(member.wire, ABSENT)
                if found is ABSENT:
                    return Repeated() if member.required else ABSENT
                return found if isinstance(found, Repeated) else Repeated([found])
            case Element(name):
                return members.children.get(name, ABSENT)
            case None:
                return members.children.get(member.wire, ABSENT)

    def named(self, members: Content, name: str) -> Any:
        return members.children.get(name, members.attributes.get(name, ABSENT))

    def spelled(self, member: n.Member) -> str:
        match member.xml:
            case Attribute():
                return "@" + member.wire
            case ElementText():
                return "#text"
            case Element(name):
                return name
            case Flattened() | None:
                return member.wire

    def strangers(self, members: Content, known: tuple[n.Member, ...]) -> list[tuple[str, Any]]:
        names = {self.spelled(member) for member in known}
        found = [("@" + name, value) for name, value in members.attributes.items()]
        if members.text.strip():
            found.append(("#text", members.text))
        found += members.children.items()
        return [(name, value) for name, value in found if name not in names]

    def styled(self, style: XmlStyle) -> Self:
        return type(self)(style, self.trusted)


_BOOLEANS = {"true": True, "false": False}


def _each(contents: Iterable[Any]) -> list[Any]:
    items: list[Any] = []
    for content in contents:
        if isinstance(content, Repeated):
            items += content
        else:
            items.append(content)
    return items


def unwrapped(root: Root, style: XmlStyle) -> Any:
    """The content of a root element, or of its `XResult` where the style wraps results.

    Some servers name the wrapper after the whole root, `XResponseResult`.
    """
    stem, found, _ = root.name.rpartition("Response")
    if style.wrapped_results and found and root.name == stem + found:
        parts = take_apart(root.content)
        children = {} if parts is None else parts.children
        for wrapper in (stem + "Result", root.name + "Result"):
            if wrapper in children:
                return children[wrapper]
    return root.content
