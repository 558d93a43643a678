"""Staged verbs: plain until compiling pays, at the second use or at a first one that is large."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from types import GetSetDescriptorType
from typing import Any

import msgspec
from returns.result import Result

from ..guard import is_array, is_dict
from ..node import kinds as n
from ..node.walk import has_end
from .switch import SWITCH

WORTH_COMPILING = 512
"""A document of more bytes, or the value of one, is worth compiling for at once."""

_BYTES = 16
"""About so many bytes of a document are a value."""

Verb = Callable[..., Any]


def staged(
    node: n.Node,
    plain: Verb,
    make: Callable[[], Verb],
    settle: Callable[[Verb], object],
    too_deep: Result[Any, Any],
) -> Verb:
    """The verb that runs plainly at first; `settle` puts the compiled one in its place when that is made.

    A description that unfolds without end stays plain. Whoever holds this verb still has the compiled one
    called. `too_deep` is the result on a full stack.
    """
    met = False
    quick: Verb | None = None

    def verb(value: Any, /, **options: Any) -> Any:
        nonlocal met, quick
        try:
            if quick is None:
                if not SWITCH.on or not (met or _size(value) > WORTH_COMPILING):
                    met = True
                    return plain(value, **options)
                quick = make() if has_end(node) else plain
                settle(quick)
            return quick(value, **options)
        except RecursionError:
            return too_deep

    return verb


def _size(value: Any) -> int:
    """How long a document is, or about how long that of a value may be; it is not measured to its end."""
    if type(value) in _MEASURED:
        return len(value)
    most = WORTH_COMPILING // _BYTES + 1
    values = [value]
    for each in values:
        if len(values) > most:
            break
        values += islice(_items(each), most)
    return _BYTES * len(values)


_MEASURED = frozenset((bytes, bytearray, str))


def _items(value: object) -> Iterable[Any]:
    """What a container or a record holds; nothing of classes that may run code when they are asked."""
    if is_array(value):
        return value
    if is_dict(value):
        return value.values()
    if isinstance(value, msgspec.Struct):
        return (getattr(value, name, None) for name in value.__struct_fields__)
    own = vars(type(value)).get("__dict__")
    held = own.__get__(value) if isinstance(own, GetSetDescriptorType) else None
    return held.values() if is_dict(held) else ()
