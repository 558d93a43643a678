"""An interpreter that forgets a kind of node, or meets a new one, is refused by both type checkers."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from ecr_decode.node import kinds as n


def forgets_lazy(node: n.Node) -> int:
    match node:
        case n.Array() | n.Dict() | n.Tuple() | n.Record() | n.Union():
            return 2
        case n.Transform() | n.Bind() | n.Refine() | n.Named() | n.JsonText() | n.At():
            return 1
        case (
            n.String() | n.Integer() | n.Number() | n.Bool() | n.Timestamp() | n.Blob()
            | n.Enumeration() | n.Literal() | n.JsonNull() | n.AnyJson()
        ):  # fmt: skip
            return 0
        case _:
            assert_never(node)  # refused: Lazy forgotten


class Decimal(n.Kind, frozen=True):
    """A kind that somebody adds."""


Extended: TypeAlias = n.Node | Decimal


def knows_nothing_of_decimals(node: Extended) -> int:
    match node:
        case n.Array() | n.Dict() | n.Tuple() | n.Record() | n.Union():
            return 2
        case n.Transform() | n.Bind() | n.Refine() | n.Named() | n.JsonText() | n.At() | n.Lazy():
            return 1
        case (
            n.String() | n.Integer() | n.Number() | n.Bool() | n.Timestamp() | n.Blob()
            | n.Enumeration() | n.Literal() | n.JsonNull() | n.AnyJson()
        ):  # fmt: skip
            return 0
        case _:
            assert_never(node)  # refused: Decimal forgotten


def guards_nothing(node: n.Node) -> int:
    depth = 0
    match node:  # refused: most kinds forgotten, without assert_never too
        case n.Lazy():
            depth = 1
    return depth


n.Array(n.String()).item = n.JsonNull()  # refused: frozen
n.Array(int)  # refused: a type is no node
