"""Values that msgspec makes of trees: it analyses a type on every call, and that of a Struct once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec


def holder(kind: Any) -> Any:
    """The Struct of an array with one value of a type."""
    return msgspec.defstruct("Holder", [("value", kind)], array_like=True, gc=False)


def converter(kind: Any, *, strict: bool = True) -> Callable[[Any], Any]:
    """What makes a value of a type, or raises."""
    whole, convert = holder(kind), msgspec.convert

    def converted(tree: Any) -> Any:
        return convert((tree,), whole).value

    def loosely_converted(tree: Any) -> Any:
        return convert((tree,), whole, strict=False).value

    return converted if strict else loosely_converted
