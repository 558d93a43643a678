"""`ecr-decode operations`: what a service can be asked."""

from __future__ import annotations

from typing import Any

from ..aws.naming import snake
from ..aws.operation import Operation
from .output import DECODED, say_json, say_lines
from .service import operations, waiters


def list_operations(*, service: str, as_json: bool) -> int:
    """Print each operation with what is to be known of it, and give the exit status."""
    known, waited = operations(service), waiters(service)
    if as_json:
        say_json([_facts(operation, waited.get(name, ())) for name, operation in known.items()])
        return DECODED
    width = max(map(len, known))
    say_lines(
        f"{name:{width}}  {_in_words(operation, waited.get(name, ()))}" for name, operation in known.items()
    )
    return DECODED


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
