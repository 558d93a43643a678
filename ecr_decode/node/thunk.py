"""Thunks: what they give, remembered by what they are made of, so that one that builds anew unfolds once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import CodeType, FunctionType, MethodType
from typing import Any
from weakref import WeakValueDictionary


class Unfolded:
    """What a thunk gave, and the parts that the thunk is known by, which live as long as this does."""

    __slots__ = ("__weakref__", "parts", "value")

    def __init__(self, value: Any, parts: tuple[object, ...]) -> None:
        self.value: Any = value
        self.parts: tuple[object, ...] = parts


KNOWN: WeakValueDictionary[tuple[int, ...], Unfolded] = WeakValueDictionary()


def unfolded(thunk: Callable[[], Any], of: Callable[[Any], Any]) -> Unfolded:
    """What a thunk gives, or what another one gave that is made of the same parts.

    The result is remembered while somebody holds it.
    """
    parts = tuple(_parts(thunk))
    key = tuple(map(id, parts))
    known = KNOWN.get(key)
    return KNOWN.setdefault(key, Unfolded(of(thunk()), parts)) if known is None else known


def _parts(thunk: object) -> Iterator[object]:
    """The objects that decide what a function gives: its code, defaults, and the variables it reads."""
    if type(thunk) is MethodType:
        yield thunk.__self__
        thunk = thunk.__func__
    if type(thunk) is not FunctionType:
        yield thunk
        return
    yield thunk.__globals__
    yield from _code(thunk.__code__, thunk.__globals__)
    for cell in thunk.__closure__ or ():
        yield _content(cell)
    yield from thunk.__defaults__ or ()
    yield from (thunk.__kwdefaults__ or {}).values()


def _code(code: CodeType, variables: dict[str, Any]) -> Iterator[object]:
    yield code
    yield from (variables[name] for name in code.co_names if name in variables)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _code(constant, variables)


def _content(cell: Any) -> object:
    try:
        return cell.cell_contents
    except ValueError:  # the variable has no value yet
        return cell
