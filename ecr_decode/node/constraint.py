"""Whether a value keeps a rule: a model's constraint, or a predicate of the caller."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import Any

from ..guard import is_array, is_dict
from .kinds import Constraint, Predicate


def violation(rule: Constraint | Predicate, value: Any) -> str | None:
    """What to say of a value that breaks the rule; a rule for another kind of value is kept."""
    match rule:
        case Predicate(test, message):
            return None if test(value) else message
        case Constraint() if isinstance(value, str):
            return _text(rule, value)
        case Constraint() if isinstance(value, bytes):
            return _bounds("a length of", "bytes", len(value), rule.min_length, rule.max_length)
        case Constraint() if isinstance(value, Decimal) and value.is_finite():
            return _bounds("a number of", "", value, rule.minimum, rule.maximum)
        case Constraint() if isinstance(value, int | float) and not isinstance(value, bool):
            return _bounds("a number of", "", value, rule.minimum, rule.maximum)
        case Constraint() if is_array(value) or is_dict(value):
            return _bounds("", "item", len(value), rule.min_items, rule.max_items)
        case _:
            return None


def _text(rule: Constraint, value: str) -> str | None:
    length = _bounds("a length of", "character", len(value), rule.min_length, rule.max_length)
    if length is None and rule.pattern is not None and not compiled(rule.pattern).fullmatch(value):
        return f"expected a text that matches {rule.pattern}"
    return length


def _bounds(
    what: str, unit: str, size: float | Decimal, least: float | None, most: float | None
) -> str | None:
    if (least is None or size >= least) and (most is None or size <= most):
        return None
    if least is not None and most is not None:
        bounds = f"{least}" if least == most else f"{least} to {most}"
    else:
        bounds = f"at least {least}" if least is not None else f"at most {most}"
    units = f"{unit}s" if unit and {least, most} - {None} != {1} else unit
    return " ".join(part for part in ("expected", what, bounds, units) if part)


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, its classes ASCII as the service has them; all of a text must match it, anchors or not."""
    return re.compile(pattern, re.ASCII)
