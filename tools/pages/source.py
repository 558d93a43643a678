"""Values as the source that makes them, broken into lines where it is long."""

from __future__ import annotations

from datetime import datetime
from enum import Enum
from typing import Any

from ecr_decode import Record
from ecr_decode.combinator.record import record_node
from ecr_decode.guard import is_array, is_dict

_WIDTH = 88


def source_of(value: object, module: str, *, indent: int = 0, before: int = 0) -> str:
    """The expression for a value of a catalogue, `before` characters of whose first line are taken.

    >>> from ecr_decode import ecr
    >>> from tools.pages.source import source_of
    >>> source_of(ecr.Tag(key="team", value="platform"), "ecr")
    'ecr.Tag(key="team", value="platform")'
    """
    opened, parts, closed = _parts(value, module, indent)
    alone = opened + ", ".join(part for part in parts) + closed
    if not parts or ("\n" not in alone and indent + before + len(alone) <= _WIDTH):
        return alone if not (opened == "(" and len(parts) == 1) else f"({parts[0]},)"
    margin = " " * (indent + 4)
    return "\n".join([opened, *(f"{margin}{part}," for part in parts), " " * indent + closed])


def _parts(value: Any, module: str, indent: int) -> tuple[str, list[str], str]:
    """What opens an expression, its parts and what closes it; a scalar opens only."""
    inner = indent + 4

    def below(item: object, before: int) -> str:
        return source_of(item, module, indent=inner, before=before)

    if isinstance(value, Record):
        node = record_node(type(value))
        members = [(m.name, getattr(value, m.name)) for m in node.members]
        given = [f"{name}={below(item, len(name) + 2)}" for name, item in members if item is not None]
        return f"{module}.{node.name}(", given, ")"
    if is_array(value):
        return "(", [below(item, 1) for item in value], ")"
    if is_dict(value):
        return "{", [f"{below(key, 0)}: {below(item, 20)}" for key, item in value.items()], "}"
    if isinstance(value, Enum):
        return f"{module}.{type(value).__name__}.{value.name}", [], ""
    if isinstance(value, datetime):
        return f"datetime({value:%Y, %-m, %-d, %-H, %-M}, tzinfo=UTC)", [], ""
    if isinstance(value, str) and value.isprintable() and not set(value) & {'"', "\\"}:
        return f'"{value}"', [], ""
    return repr(value), [], ""
