"""Alternatives of unions by trial: scalars that refuse without an exception, first items, and few texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

from ..error.findings import FAULT
from ..node import kinds as n
from ..node.constraint import violation
from .doubt import Doubt, opened
from .success import FAILURE, direct

OfScalar: TypeAlias = Callable[[n.ScalarNode], Callable[[Any], Any]]
"""Gives what reads a scalar in one form, or gives `FAULT`."""


def alternative_or_fault(node: n.Node, of_scalar: OfScalar) -> Callable[[Any], Any] | None:
    """What reads a scalar with names, rules and functions over it, or gives `FAULT`; None for other nodes."""
    match node:
        case n.Scalar():
            return of_scalar(node)
        case n.Named() | n.Refine(on_read=False):
            return alternative_or_fault(node.item, of_scalar)
        case n.Union() if node.but_null is not None:
            rest = alternative_or_fault(node.but_null, of_scalar)
            return rest and (lambda value: value if value is None else rest(value))
        case n.Refine() | n.Transform():
            below = alternative_or_fault(node.item, of_scalar)
            return None if below is None else _layer_or_fault(node, below)
        case _:
            return None


def first_item(node: n.Node) -> n.Node | None:
    """What the first item of a container is; None for other nodes, and where nulls are passed over."""
    match node:
        case n.Tuple(items=(item, *_)):
            return item
        case n.Array(item=item, lone=False, null_as_absent=False):
            return item
        case n.Dict(value=item, null_as_absent=False):
            return item
        case _:
            return None


def first_of(container: n.Node, var: str) -> str:
    """The source of the first item of a container that is not empty."""
    return f"next(iter({var}.values()))" if isinstance(container, n.Dict) else f"{var}[0]"


def texts_of(node: n.Node) -> list[str] | None:
    """The texts of a scalar that has few of them; None for other nodes."""
    match node:
        case n.Literal(values=values) | n.Enumeration(values=values, open=False):
            return [value if isinstance(value, str) else n.spell_literal(value) for value in values]
        case n.Bool():
            return ["true", "false"]
        case _:
            return None


def _layer_or_fault(node: n.Refine | n.Transform, below: Callable[[Any], Any]) -> Callable[[Any], Any] | None:
    """What reads what a rule or a function lets pass, or gives `FAULT`."""
    match node:
        case n.Refine(rule=n.Predicate(test)):
            return lambda value: found if (found := below(value)) is FAULT or test(found) else FAULT
        case n.Refine(rule=rule):
            return lambda value: (
                found if (found := below(value)) is FAULT or violation(rule, found) is None else FAULT
            )
        case n.Transform(decode=None):
            return None
        case n.Transform():
            decode, fallible = direct(node.decode, fallible=node.fallible)
            if fallible:
                return lambda value: found if (found := below(value)) is FAULT else _opened(decode(found))
            if not node.fallible:
                return lambda value: found if (found := below(value)) is FAULT else decode(found)

            def read(value: Any) -> Any:
                found = below(value)
                try:
                    return found if found is FAULT else decode(found)
                except MemoryError:
                    raise Doubt from None
                except Exception:  # of which `safe` makes a Failure
                    return FAULT

            return read


def _opened(result: Any) -> Any:
    return FAULT if type(result) is FAILURE else opened(result)
