"""The contents of elements while they are rendered: which values have elements, and in which order."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..error.path import Trail
from ..guard import is_array, is_dict
from ..node.style import (
    Flattened,
    OfOthers,
    XmlHint,
    XmlStyle,
    map_names,
)
from ..parse.mixed import Mixed
from . import value as v


class Inside(NamedTuple):
    """The contents of the elements of a member, and the prefix of their name."""

    contents: list[Any]
    prefix: str


class Keyed(NamedTuple):
    """What a member holds whose keys stand in its place, and the namespace of the keys."""

    ns: str | None
    value: v.Value


def hints_of(value: v.Structure) -> tuple[XmlHint | OfOthers | None, ...]:
    """The hints of the members of a record, one for each."""
    return value.hints or (None,) * len(value.members)


def elements(
    member: v.Value, hint: XmlHint | OfOthers | None, style: XmlStyle, trail: Trail
) -> list[tuple[Trail, v.Value]]:
    """The values that each have an element of their own, and where they are."""
    match member:
        case v.List(items) if isinstance(hint, Flattened):
            return [((trail, index), item) for index, item in enumerate(items)]
        case v.Map(entries) if isinstance(hint, Flattened):
            names = map_names(hint, style)
            if names.entry is None:
                return [(trail, member)]
            return [
                ((trail, key), v.Structure(((names.key, v.String(key)), (names.value, item)), (None, None)))
                for key, item in entries
            ]
        case v.Document(list() as items) if len(items) > 1:
            return [((trail, index), v.Document(item)) for index, item in enumerate(items)]
        case _:
            return [(trail, member)]


def alone(content: Any) -> str | None:
    """The name of the one element that a content is; None if it is anything else."""
    if not is_dict(content) or len(content) != 1:
        return None
    ((name, inside),) = content.items()
    return None if name.startswith(("@", "#")) or isinstance(inside, list) else name


def names_in(tree: dict[str, Any], order: list[str] | None) -> list[str]:
    """The names of the children so far: those in order, and behind them those that came since."""
    known = frozenset(order or ())
    return (order or []) + [
        name
        for name, content in tree.items()
        if name not in known and not name.startswith(("@", "#"))
        for _ in range(len(content) if is_array(content) else 1)
    ]


def one_or_many(contents: list[Any]) -> Any:
    """The contents of the elements of one name, as a tree holds them."""
    return contents[0] if len(contents) == 1 else contents


def with_attributes(attributes: dict[str, str], content: Any) -> Any:
    """The content of an element with attributes in front; those that it has itself stay."""
    if not attributes:
        return content
    if isinstance(content, Mixed):
        return Mixed({**attributes, **content}, content.order)
    if is_dict(content):
        return {**attributes, **content}
    return attributes if content is None else {**attributes, "#text": content}
