"""`ecr-decode operations`: what a service can be asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..aws.naming import snake
from ..aws.operation import Operation
from ..aws.waiter import Waiter
from .output import DECODED, say_json, say_lines
from .reading import module_of
from .reading import operations as operations_of


def operations(*, service: str, as_json: bool) -> int:
    """Print each operation with what is to be known of it, and give the exit status."""
    known, waited = operations_of(service), _waiters(service)
    if as_json:
        say_json([_facts(operation, waited.get(name, ())) for name, operation in known.items()])
        return DECODED
    width = max(map(len, known))
    say_lines(
        f"{name:{width}}  {_in_words(operation, waited.get(name, ()))}" for name, operation in known.items()
    )
    return DECODED


def _waiters(service: str) -> Mapping[str, tuple[str, ...]]:
    """The names of the waiters that look at each operation, by the operation's name."""
    module, found = module_of(service), dict[str, tuple[str, ...]]()
    exported = (getattr(module, name) for name in module.__all__)
    listed: list[Waiter[Any, Any]] = [each for each in exported if isinstance(each, Waiter)]
    for waiter in listed:
        found[waiter.operation.name] = (*found.get(waiter.operation.name, ()), waiter.name)
    return found


def _facts(operation: Operation[Any, Any, Any], waited: tuple[str, ...]) -> dict[str, object]:
    return {
        "name": operation.name,
        "python": snake(operation.name),
        "target": operation.target,
        "errors": sorted(operation.errors),
        "pages": operation.pages is not None,
        "waiters": list(waited),
    }


def _in_words(operation: Operation[Any, Any, Any], waited: tuple[str, ...]) -> str:
    count = len(operation.errors)
    facts = [f"{count} error" if count == 1 else f"{count} errors"]
    if operation.pages is not None:
        facts.append("pages")
    return ", ".join([*facts, *(f"waiter {name}" for name in waited)])
