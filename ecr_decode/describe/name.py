"""The names of an object in JSON Schema: the texts that a key is read from."""

from __future__ import annotations

from typing import assert_never

from ..node import kinds as n
from .keyword import Rules, Schema, any_of, limited, one_of_these

_NUMBER = r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
_BLANKS = r"[ \t\r\n]*"


ANY_NAME: Schema = {"type": "string"}


def names(node: n.Node, rules: Rules = ()) -> Schema:
    """The schema of the names that are read as keys, as far as patterns can tell."""
    match node:
        case n.String() | n.Enumeration(open=True):
            return limited({**ANY_NAME}, rules, "text")
        case n.Refine():
            more = (node.rule,) if isinstance(node.rule, n.Constraint) else ()
            return names(node.item, (*rules, *more))
        case n.Named():
            return {"title": node.name, **names(node.item, rules)}
        case n.Transform() | n.Bind() | n.KeptText():
            return names(node.item)
        case n.Union():
            every = [names(case.node, rules) for case in node.every]
            return {**ANY_NAME} if ANY_NAME in every else any_of(every)
        case n.Literal(values=values) | n.Enumeration(values=values):
            return one_of_these(_spelled(value) for value in values if value is not None)
        case n.Integer() | n.Number(lenient=False):
            return {**ANY_NAME, "pattern": f"^{_BLANKS}(?:{_NUMBER}){_BLANKS}$"}
        case n.Bool(lenient=False):
            return {**ANY_NAME, "pattern": f"^{_BLANKS}(?:true|false|0|1){_BLANKS}$"}
        case n.Scalar() | n.JsonText() | n.AnyJson() | n.Lazy() | n.ResultOf():
            return {**ANY_NAME}
        case n.Array() | n.Dict() | n.Tuple() | n.Record() | n.At():  # they read no name
            return {**ANY_NAME}
        case _:
            assert_never(node)


def _spelled(value: str | int | bool) -> str:
    return value if isinstance(value, str) else n.spell_literal(value)
