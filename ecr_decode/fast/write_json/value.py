"""What compiled encoders call where a line of source does not do.

Each gives what the serializer is to write, or raises `Doubt`. Two serializers meet here: the plain writer has
orjson, the compiled one msgspec, which writes records without making a dict of each. Both give the same bytes
for all that passes the checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from ...error.findings import Fault
from ...guard import is_array, is_dict
from ...node import kinds as n
from ...parse.json import LARGEST_JSON, SMALLEST_JSON
from ...write import json
from ...write.form import JsonForm
from ...write.scalar import write_scalar
from ...write.text import epoch
from ...write.value import Null
from ...write.writer import Writer
from ..doubt import Doubt, kept

MOST_TREE_LEVELS = 50
"""How deep a tree without a description may be: with all that can stand around it, orjson still writes it."""

MOST_AROUND = 150
"""How many containers may stand around a part at the most, where it is not counted."""

dumps = msgspec.json.Encoder().encode


def number(value: Any) -> float:
    """A number that is no everyday double."""
    if type(value) is int and -(2**49) < value < 2**49:
        return float(value)
    if type(value) is float and (1e-4 <= abs(value) < 1e15 or not value):
        return value
    raise Doubt


def moment(value: Any) -> int | float:
    """The seconds since 1970 of a time that is not in UTC, or of another class than datetime."""
    _, why = write_scalar(n.Timestamp(), value)
    seconds = epoch(value) if why is None else None
    if seconds is None:
        raise Doubt
    return seconds


def check_tree(value: object, levels: int = MOST_TREE_LEVELS) -> None:
    """Raise `Doubt` of a tree that is not JSON through and through, or not plainly so."""
    kind = type(value)
    if kind is str or kind is bool or value is None:
        return
    if kind is dict and is_dict(value) and levels:
        for name, item in value.items():
            if type(name) is not str:
                raise Doubt
            check_tree(item, levels - 1)
    elif kind in _SEQUENCES and is_array(value) and levels:
        for item in value:
            check_tree(item, levels - 1)
    elif kind is float:
        number(value)
    elif kind is not int or not isinstance(value, int) or not SMALLEST_JSON <= value <= LARGEST_JSON:
        raise Doubt


def repeatable(value: Any) -> Any:
    """The value itself, unless a function might use it up: it may have to be written again, plainly."""
    if isinstance(value, Iterator) or (type(value) in _SEQUENCES and any(map(_is_used_up, value))):
        raise Doubt
    return value


def _is_used_up(value: object) -> bool:
    return isinstance(value, Iterator)


_SEQUENCES = (tuple, list)


def check_rule(rule: n.Constraint | n.Predicate, value: Any) -> None:
    """Raise `Doubt` of a value that breaks a rule."""
    kept(rule, repeatable(value))


def text(written: Any) -> str:
    """A JSON text as a value of its own."""
    return dumps(written).decode()


def plainly(node: n.Node, *, checks: bool) -> Callable[[Any], Any]:
    """The part that the plain interpreter writes, as it is the only one to know how."""
    form = None if checks else JsonForm()

    def written(value: Any) -> Any:
        writer = Writer(form, check=checks)
        writer.depth = MOST_AROUND
        made = writer.write(node, value, None)
        if isinstance(made, Fault) or writer.findings.count:
            raise Doubt
        if checks:
            return None if isinstance(made, Null) else ""  # nobody looks at it, but for that
        tree = json.render(made, None, writer.findings)
        if writer.findings.count:
            raise Doubt
        check_tree(tree)
        return tree

    return written
