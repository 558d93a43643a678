"""The services whose operations the commands know, and finding an operation by its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

from ..aws.naming import snake
from ..aws.operation import Operation
from ..aws.waiter import Waiter
from ..error.near import nearest
from ..error.path import quote
from .output import UNREADABLE, complain

SERVICES = ("ecr", "ecr-public")


def operations(service: str) -> Mapping[str, Operation[Any, Any, Any]]:
    """The operations of a service, by their names."""
    found: dict[str, Operation[Any, Any, Any]] = {
        each.name: each for each in _catalogue(service).values() if isinstance(each, Operation)
    }
    return dict(sorted(found.items()))


def waiters(service: str) -> Mapping[str, tuple[str, ...]]:
    """The names of the waiters that look at each operation, by the operation's name."""
    found: dict[str, tuple[str, ...]] = {}
    listed: list[Waiter[Any, Any]] = [
        each for each in _catalogue(service).values() if isinstance(each, Waiter)
    ]
    for waiter in listed:
        found[waiter.operation.name] = (*found.get(waiter.operation.name, ()), waiter.name)
    return found


def _catalogue(service: str) -> Mapping[str, Any]:
    module = import_module(f"ecr_decode.{service.replace('-', '_')}")
    return {name: getattr(module, name) for name in module.__all__}


def operation_named(name: str, service: str) -> Operation[Any, Any, Any] | None:
    """The operation of this name, in the service's spelling or in Python's; if there is none, it says so."""
    spell = snake if "_" in name else str
    known = {spell(each): operation for each, operation in operations(service).items()}
    if name in known:
        return known[name]
    complain(f"no operation {quote(name)}{_hint(name, service, known)}", UNREADABLE)
    return None


def _hint(name: str, service: str, known: Iterable[str]) -> str:
    for other in SERVICES:
        if other != service and name in map(snake if "_" in name else str, operations(other)):
            return f"; it is one of --service {other}"
    near = nearest(name, known)
    return "" if near is None else f"; did you mean {near}?"
