"""The envelope of an error: where each protocol puts the code, the message and the members."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from ..error.problem import WrongKind
from ..node.style import plain
from ..parse import xml
from ..parse.json import plain_text
from ..read.content import by_local_name
from ..read.tree import json_kind
from ..read.xml_tree import XmlTreeView

if TYPE_CHECKING:
    from ..parse.document import Document

_HEADER = "x-amzn-errortype"
_CODES = ("__type", "code")
_MESSAGES = ("message", "Message")


class Envelope(NamedTuple):
    """The code of an error, if one was found, and the members that came with it."""

    code: str | None
    members: object


def clean(code: str) -> str:
    """The code without the namespace before it and the address behind it.

    >>> from ecr_decode.aws.envelope import clean
    >>> clean("com.amazonaws.ecr#ServerException:http://internal.amazon.com/coral/")
    'ServerException'
    """
    return code.partition(":")[0].rpartition("#")[2].strip()


def wrong_headers(headers: Any) -> WrongKind | None:
    """Why no code can be looked for in headers: they are no mapping, or what it looks at is no text."""
    if not hasattr(headers, "items"):
        return WrongKind("a mapping of headers", json_kind(headers))
    for name, value in headers.items():
        found = value if isinstance(name, str) and name.lower() == _HEADER else name
        if not isinstance(found, str):
            return WrongKind("headers of text", json_kind(found))
    return None


def header_code(headers: Mapping[str, str]) -> str | None:
    """The code that the headers of a reply name."""
    for name, value in headers.items():
        if name.lower() == _HEADER:
            return clean(value) or None
    return None


def json_code(headers: Mapping[str, str], body: Any) -> str | None:
    """The code of a JSON reply: in a header, or in `__type` or `code` of the body."""
    found = header_code(headers)
    for name in _CODES if isinstance(body, dict) else ():
        found = found or clean(text_of(body, name) or "") or None
    return found


def type_code(body: object) -> str | None:
    """The code that an object in JSON names as its type.

    >>> from ecr_decode.aws.envelope import type_code
    >>> type_code({"__type": "ecr#ServerException"})
    'ServerException'
    """
    return clean(text_of(body, "__type") or "") or None


def text_of(members: Any, name: str) -> str | None:
    """The member of this name, if it is text."""
    found: object = cast(dict[object, object], members).get(name) if isinstance(members, dict) else None
    return plain_text(found) if isinstance(found, str) else None


def xml_envelope(headers: Mapping[str, str], document: Document) -> Envelope:
    """The envelope of an XML reply: `ErrorResponse/Error`, `Response/Errors/Error`, or `Error` alone."""
    element = document.root
    names = {"ErrorResponse": ("Error",), "Response": ("Errors", "Error")}.get(xml.local(element.tag), ())
    for name in names:
        found = next((child for child in element if xml.local(child.tag) == name), None)
        if found is None:
            return Envelope(header_code(headers), {})
        element = found
    members = local_members(xml.tree_of(element, document.declared))
    return Envelope(clean(text_of(members, "Code") or "") or header_code(headers), members)


def local_members(content: Any) -> Any:
    """The content of an `Error` element, its children by local names, its code and message as plain texts.

    >>> from ecr_decode.aws.envelope import local_members
    >>> local_members({"e:Message": {"@xml:lang": "en", "#text": "later"}})
    {'Message': 'later'}
    """
    view = XmlTreeView(plain, content)
    parts = view.parts(content)
    if parts is None:
        return content
    members: dict[str, Any] = {**by_local_name(parts)}
    for name in ("Code", *_MESSAGES):
        text = view.text(members[name]) if name in members else None
        if text is not None:
            members[name] = text
    return members


def message_of(members: Any) -> str | None:
    """The message of an error, in whichever case its name is spelled."""
    return next((found for name in _MESSAGES if (found := text_of(members, name)) is not None), None)


def with_message(members: Any) -> Any:
    """The members, the message under both spellings of its name, as models and services disagree on it."""
    if not isinstance(members, dict):
        return members
    body = cast(dict[object, object], members)
    given = [body[name] for name in _MESSAGES if body.get(name) is not None]
    return {**body, **dict.fromkeys(_MESSAGES, given[0])} if len(given) == 1 else body
