"""A few codecs instead of many: together they hold every kind of node, in every place, with every attribute.

What holds for any codec is costly to try on all of them, and most of them differ in names only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from ecr_decode import Codec
from ecr_decode.guard import is_tuple
from ecr_decode.node import kinds as n
from tests.registry import CODECS, Entry

_NAMES = frozenset(("name", "wire", "doc", "message"))


def features(codec: Codec[Any]) -> set[str]:
    """What a codec is made of: each kind of node and of part in it, and what each attribute of these holds.

    An attribute counts by the kind of what it holds; scalars in it are alike, and so are texts.
    """
    found: set[str] = set()
    seen: set[int] = set()
    todo: list[object] = [codec.node]
    while todo:
        part = todo.pop()
        if id(part) in seen:
            continue
        seen.add(id(part))
        found.add(type(part).__name__)
        for attribute, held in _attributes(part):
            for each in held if is_tuple(held) else (held,):
                found.add(f"{type(part).__name__}.{attribute}: {_kind(each)}")
                if isinstance(each, msgspec.Struct):
                    todo.append(each)
    return found


def distinct(codecs: Mapping[str, Codec[Any]]) -> list[str]:
    """The names of as few codecs as have all features: each time the one that adds the most."""
    left = {name: features(codec) for name, codec in codecs.items()}
    chosen: list[str] = []
    while any(left.values()):
        name = max(left, key=lambda each: len(left[each]))
        added = left[name]
        chosen.append(name)
        left = {each: having - added for each, having in left.items()}
    return [name for name in codecs if name in chosen]


def _attributes(part: object) -> Iterable[tuple[str, object]]:
    if isinstance(part, n.Lazy):
        return [("gives", part.unfold())]
    names = part.__struct_fields__ if isinstance(part, msgspec.Struct) else ()
    return [(name, getattr(part, name)) for name in names if name not in _NAMES]


def _kind(held: object) -> str:
    match held:
        case bool() | None:
            return repr(held)
        case type():
            return held.__base__.__name__ if held.__base__ else "object"
        case n.Scalar():
            return "Scalar"
        case _:
            return type(held).__name__


STRUCTURES: dict[str, Entry] = {
    name: CODECS[name] for name in distinct({name: entry.codec for name, entry in CODECS.items()})
}
"""The codecs of the registry that differ in structure, with their examples."""
