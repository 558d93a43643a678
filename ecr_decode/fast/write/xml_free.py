"""Values without a description as XML: trees as xmltodict gives them, which come back as they are."""

from __future__ import annotations

from typing import Any

from ...guard import is_array, is_dict
from ...limits import MOST_LEVELS, MOST_SHARED
from ..doubt import Doubt
from .called import escaped, in_attribute, must_be_name


def document(value: Any, level: int) -> tuple[str, str]:
    """The attributes and the inside of an element, around which so many stand."""
    return _content(value, level, [MOST_SHARED])


def others(value: Any, level: int) -> tuple[str, str, str]:
    """The attributes, the text and the elements that a record keeps."""
    return _members(value, level - 1, [MOST_SHARED])


def _content(value: Any, level: int, left: list[int]) -> tuple[str, str]:
    if level >= MOST_LEVELS:
        raise Doubt
    if type(value) is str and value:
        return "", escaped(value)
    attributes, text, elements = _members(value, level, left)
    if not attributes and not elements:
        raise Doubt
    return attributes, text + elements


def _members(value: object, level: int, left: list[int]) -> tuple[str, str, str]:
    """The attributes, the text and the elements of a dict, for as many values as are left."""
    if not is_dict(value) or type(value) is not dict:
        raise Doubt
    attributes, text, elements = "", "", list[str]()
    for name, item in value.items():
        items = _items(item)
        left[0] -= len(items)
        if left[0] < 0 or type(name) is not str:
            raise Doubt
        if name[:1] == "@" or name == "#text":
            if type(item) is not str or not item or name.startswith("@xmlns"):
                raise Doubt
            if name == "#text":
                text = escaped(item)
            else:
                must_be_name(name[1:])
                attributes += f' {name[1:]}="{in_attribute(item)}"'
            continue
        must_be_name(name)
        for each in items:
            around, inside = ("", "") if each is None else _content(each, level + 1, left)
            elements.append(f"<{name}{around}>{inside}</{name}>" if around or inside else f"<{name}/>")
    return attributes, text, "".join(elements)


def _items(value: object) -> list[Any]:
    """The contents of the elements of one name."""
    return value if is_array(value) and type(value) is list and len(value) > 1 else [value]
