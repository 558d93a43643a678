"""Trees that callers hold: what they must be to be JSON."""

from __future__ import annotations

import math
from typing import Any

from ..guard import is_array, is_dict
from ..limits import MOST_JSON_LEVELS, MOST_SHARED, MOST_SHARED_TIMES
from ..parse.json import plain_text
from ..parse.number import LARGEST_JSON, SMALLEST_JSON, Digits

_KINDS: dict[type, str] = {
    type(None): "null",
    bool: "a boolean",
    int: "an integer",
    float: "a number",
    Digits: "a number",
    str: "a string",
    list: "an array",
    tuple: "an array",
    dict: "an object",
}


def json_kind(value: object) -> str:
    """What a value is, in JSON's words where it has one and by its type where it has none."""
    return _KINDS.get(type(value)) or f"a {type(value).__name__}"


class NoJsonError(Exception):
    """Leaves `json_tree`, inside the interpreters only: what is in a tree that JSON has no word for."""

    def __init__(self, got: str) -> None:
        super().__init__(got)
        self.got = got


class LevelsError(RecursionError):
    """Leaves `json_tree`, inside the interpreters only: so many levels are too many, whatever the stack."""


def is_bounded(tree: Any) -> bool:
    """Whether a tree stays small enough when the parts that stand in several places are counted in each."""
    if not _has_shared(tree):
        return True
    sizes: dict[int, int] = {}
    slots, todo = 0, [(tree, False)]
    while todo:
        value, seen = todo.pop()
        if not (is_array(value) or is_dict(value)):
            continue
        items = _items(value)
        if seen:
            sizes[id(value)] = 1 + sum(sizes.get(id(item), 1) for item in items)
        elif id(value) not in sizes:
            sizes[id(value)] = 1  # for one that holds itself
            slots += len(items)
            todo.append((value, True))
            todo += [(item, False) for item in items]
    return sizes.get(id(tree), 1) <= MOST_SHARED + MOST_SHARED_TIMES * slots


def _has_shared(tree: Any) -> bool:
    """Whether a container stands in several places, or in itself."""
    known: set[int] = set()
    level = [tree]
    while level:
        containers = [each for each in level if is_array(each) or is_dict(each)]
        found = {*map(id, containers)}
        if len(found) < len(containers) or not known.isdisjoint(found):
            return True
        known |= found
        level = [item for each in containers for item in _items(each)]
    return False


def _items(container: Any) -> Any:
    return container.values() if is_dict(container) else container


def json_tree(value: Any) -> Any:
    """A copy of a tree that holds nothing but JSON; raises `NoJsonError` saying what else was there.

    It keeps its own stack. So a deep tree, or one that contains itself, ends at the parser's limit
    (`LevelsError`) for any caller.
    """
    if not is_bounded(value):
        raise NoJsonError("a tree whose shared parts unfold to too many values")
    root = [value]
    todo: list[tuple[Any, int]] = [(root, 0)]
    while todo:
        copy, level = todo.pop()
        if level > MOST_JSON_LEVELS:
            raise LevelsError
        for key in copy if is_dict(copy) else range(len(copy)):
            copy[key] = item = _shallow(copy[key])
            if is_array(item) or is_dict(item):
                todo.append((item, level + 1))
    return root[0]


def _shallow(value: Any) -> Any:
    """A plain copy of one value of a tree, the items of a container still the original ones."""
    match value:
        case None | bool():
            return value
        case str():
            return _text(value)
        case int() if SMALLEST_JSON <= value <= LARGEST_JSON:
            return int(value)
        case float() if math.isfinite(value):
            return float(value)
        case _ if is_array(value):
            return list(value)
        case _ if is_dict(value):
            return {_text(name): item for name, item in value.items()}
        case int() | float():
            raise NoJsonError("a number that JSON cannot hold")
        case _:
            raise NoJsonError(json_kind(value))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise NoJsonError(f"a name that is {json_kind(value)}")
    text = plain_text(value)
    if text is None:
        raise NoJsonError("a lone surrogate")
    return text
