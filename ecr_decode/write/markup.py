"""Markup: the text of elements, from the trees that `xml` renders, and what XML lets stand in it."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from ..parse.mixed import Mixed

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*", re.ASCII)


def dump(name: str, content: Any) -> bytes:
    """The text of an element."""
    parts: list[str] = []
    _element(name, content, parts)
    return "".join(parts).encode()


def _element(name: str, content: Any, parts: list[str]) -> None:
    match content:
        case None:
            parts.append(f"<{name}/>")
        case [*contents]:
            for item in contents:
                _element(name, item, parts)
        case _:
            attributes, inside = attributes_and_inside(content)
            parts.append(f"<{name}{attributes}>{inside}</{name}>")


def attributes_and_inside(content: Any) -> tuple[str, str]:
    """The text in and behind the first tag of an element with this content."""
    match content:
        case None:
            return "", ""
        case str():
            return "", escape(content)
        case _:
            attributes = [
                f' {key[1:]}="{escape_in_attribute(item)}"' for key, item in content.items() if key[0] == "@"
            ]
            parts = [escape(content.get("#text", ""))]
            children = content.children() if isinstance(content, Mixed) else content.items()
            for key, item in children:
                if key[0] != "@" and key != "#text":
                    _element(key, item, parts)
            return "".join(attributes), "".join(parts)


def escape(text: str) -> str:
    """A text as it stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def escape_in_attribute(text: str) -> str:
    """A text as it stands in an attribute."""
    return escape(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")


def is_illegal(text: str) -> bool:
    """Whether a text holds a character that XML cannot hold."""
    return _illegal().search(text) is not None


@cache
def _illegal() -> re.Pattern[str]:
    """What XML 1.0 has no place for; compiling so wide a class takes long, so it waits until it is wanted."""
    return re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@lru_cache(maxsize=1024)
def is_name(name: str) -> bool:
    """Whether XML takes the name for an element or attribute, without a prefix."""
    if name.isascii() or not name.replace("_", "a").replace("-", "a").replace(".", "a").isalnum():
        return _NAME.fullmatch(name) is not None
    from xml.parsers import expat

    try:
        expat.ParserCreate("utf-8").Parse(f"<{name}/>".encode(), True)
    except (expat.ExpatError, UnicodeEncodeError):
        return False
    return True
