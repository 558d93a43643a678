"""What a model demands of values, as arguments of `constrain` and in words."""

from __future__ import annotations

import re
from functools import cache

from .linear import is_linear
from .module import raw
from .services import Service
from .shape import Shape


def rule(shape: Shape, service: Service) -> str:
    """The arguments of `constrain`, or nothing where nothing is demanded."""
    least, most = _bounds(shape)
    pattern = _pattern(shape, service)
    parts = [
        None if pattern is None else f"pattern={raw(pattern)}",
        None if least is None else f"{_NAMES[shape.kind][0]}={least}",
        None if most is None else f"{_NAMES[shape.kind][1]}={most}",
    ]
    return ", ".join(part for part in parts if part is not None)


def constrained(codec: str, shape: Shape, service: Service) -> str:
    """The codec with the constraint of a shape, if there is one."""
    demanded = rule(shape, service)
    return f"{codec}.constrain({demanded})" if demanded else codec


def demands(shape: Shape, service: Service) -> str:
    """The constraint of a scalar as a sentence."""
    least, most = _bounds(shape)
    unit = {"string": " characters", "blob": " bytes"}.get(shape.kind, "")
    if least is not None and most is not None:
        bounds = f"exactly {least}{unit}" if least == most else f"{least} to {most}{unit}"
    elif least is not None:
        bounds = f"at least {least}{unit}"
    else:
        bounds = "" if most is None else f"at most {most}{unit}"
    pattern = "" if _pattern(shape, service) is None else "matches a pattern"
    said = "; ".join(filter(None, (bounds, pattern)))
    return said[:1].upper() + said[1:] + "." if said else ""


@cache
def refusal(pattern: str) -> str | None:
    """Why a catalogue does not check a pattern, if it does not."""
    try:
        re.compile(pattern, re.ASCII)
    except re.error:
        return "is none of Python's"  # which has no classes of Unicode, such as those of Java
    return None if is_linear(pattern) else "is not proved to be matched in linear time"


def _bounds(shape: Shape) -> tuple[int | float | None, int | float | None]:
    if shape.kind not in _NAMES:
        return None, None
    least, most = shape.definition.least, shape.definition.most
    return least if isinstance(least, int | float) else None, most if isinstance(most, int | float) else None


def _pattern(shape: Shape, service: Service) -> str | None:
    found = service.patterns.get(shape.name, shape.definition.pattern)
    return found if found is not None and shape.kind == "string" and refusal(found) is None else None


_NAMES = {
    **dict.fromkeys(("string", "blob"), ("min_length", "max_length")),
    **dict.fromkeys(("list", "map"), ("min_items", "max_items")),
    **dict.fromkeys(("integer", "long", "float", "double"), ("minimum", "maximum")),
}
