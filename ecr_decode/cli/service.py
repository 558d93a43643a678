"""The services whose operations the commands know, and finding an operation by its name."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from returns.result import Success

from ..aws.operation import Operation
from ..aws.operations import Operations, UnknownOperation
from ..aws.waiter import Waiter
from ..error.path import quote
from ..outcome import outcome
from .output import UNREADABLE, complain

SERVICES = ("ecr", "ecr-public")


def operations(service: str) -> Operations:
    """The operations of a service, by their names."""
    found: Operations = _module(service).operations
    return found


def waiters(service: str) -> Mapping[str, tuple[str, ...]]:
    """The names of the waiters that look at each operation, by the operation's name."""
    found: dict[str, tuple[str, ...]] = {}
    listed: list[Waiter[Any, Any]] = [
        each for each in _catalogue(service).values() if isinstance(each, Waiter)
    ]
    for waiter in listed:
        found[waiter.operation.name] = (*found.get(waiter.operation.name, ()), waiter.name)
    return found


def _module(service: str) -> Any:
    return import_module(f"ecr_decode.{service.replace('-', '_')}")


def _catalogue(service: str) -> Mapping[str, Any]:
    module = _module(service)
    return {name: getattr(module, name) for name in module.__all__}


def operation_named(name: str, service: str) -> Operation[Any, Any, Any] | None:
    """The operation of this name, in any spelling; if there is none, it says so."""
    match outcome(operations(service).find(name)):
        case UnknownOperation(near=near):
            complain(f"no operation {quote(name)}{_hint(name, service, near)}", UNREADABLE)
            return None
        case found:
            return found


def _hint(name: str, service: str, near: str | None) -> str:
    for other in SERVICES:
        if other != service and isinstance(operations(other).find(name), Success):
            return f"; it is one of --service {other}"
    return "" if near is None else f"; did you mean {near}?"
