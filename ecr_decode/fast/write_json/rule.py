"""The source that checks rules: those of models in line, where it is known what they are held to."""

from __future__ import annotations

from ...node import kinds as n
from ...node.constraint import compiled
from .body import Body
from .scalar import under_checks
from .value import check_rule


def write_rule(node: n.Refine, var: str, body: Body) -> None:
    """The lines that doubt a value which breaks the rule; of what kind it is, others check."""
    rule = node.rule
    if isinstance(rule, n.Predicate):
        body.line(f"{body.name(check_rule)}({body.name(rule)}, {var})")
        return
    match under_checks(node.item):
        case n.String():
            _write_bounds(f"len({var})", rule.min_length, rule.max_length, body)
            if rule.pattern is not None:
                body.line(f"if {body.name(compiled(rule.pattern).fullmatch)}({var}) is None: raise doubt")
        case n.Blob():
            _write_bounds(f"len({var})", rule.min_length, rule.max_length, body)
        case n.Integer() | n.Number():
            _write_bounds(var, rule.minimum, rule.maximum, body)
        case n.Array() | n.Dict() | n.Tuple():
            _write_bounds(f"len({var})", rule.min_items, rule.max_items, body)
        case _:
            body.line(f"{body.name(check_rule)}({body.name(rule)}, {var})")


def _write_bounds(size: str, least: float | None, most: float | None, body: Body) -> None:
    bounds = [f"{size} >= {body.name(least)}"] if least is not None else []
    bounds += [f"{size} <= {body.name(most)}"] if most is not None else []
    if bounds:
        body.line(f"if not ({' and '.join(bounds)}): raise doubt")
