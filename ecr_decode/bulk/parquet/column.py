"""Columns: the Arrow type of what a node writes, and what Arrow is given in the place of JSON."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import date, datetime
from importlib import import_module
from typing import Any, assert_never

import msgspec
from returns.result import Success

from ...combinator.scalar import json_value
from ...decoder import Decoder
from ...guard import is_array
from ...node import kinds as n
from ...node.claims import claimed
from ...node.layers import core
from ...node.walk import unfold
from ...parse.json import parse
from .choice import chooser

Convert = Callable[[Any], Any]

pa: Any = import_module("pyarrow")

TIME: Any = pa.timestamp("us", tz="UTC")
_TEXT: Any = pa.string()
_INTEGER: Any = pa.int64()

_CASE = "case"
_MOST_AROUND = 32
"""How many records and unions nest before the rest is written as JSON text."""


class Column(msgspec.Struct, frozen=True):
    """A type, and the function that makes Arrow's value of JSON's; None where they are the same.

    The function is not called with null.
    """

    type: Any
    convert: Convert | None = None

    def of(self, tree: Any) -> Any:
        """Arrow's value of a JSON tree."""
        return tree if tree is None or self.convert is None else self.convert(tree)


def column_of(node: n.Node, around: tuple[n.Node, ...] = ()) -> Column:
    """The column of what a node writes; `around` are the records around it, so that recursion ends."""
    match node:
        case n.Bool():
            return Column(pa.bool_())
        case n.Integer():
            return Column(_INTEGER)
        case n.Number():
            return Column(pa.float64(), float)
        case n.String() | n.KeptText():
            return Column(_TEXT)
        case n.BigInteger() | n.Decimal():
            return Column(_TEXT, str)  # Arrow has no number of any size
        case n.JsonNull():
            return Column(pa.null())
        case n.Timestamp():
            return Column(TIME, lambda seconds: round(seconds * 1_000_000))
        case n.FormattedTime():
            reads = Decoder[datetime](node).of_json
            return Column(TIME, lambda tree: reads(tree).unwrap())
        case n.Blob():
            return Column(pa.binary(), base64.b64decode)
        case n.Textual(format=format_):
            return _of_text(format_)
        case n.Literal(values=values) | n.Enumeration(values=values):
            return _of_constants(values)
        case n.AnyJson():
            return _JSON
        case n.Named() | n.Refine() | n.Transform() | n.ResultOf():
            return column_of(node.item, around)
        case n.Bind():
            raise ValueError("a decoder made by bind does not write, so it has no column")
        case n.Lazy():
            below = unfold(node)
            return _JSON if below is None or len(around) > _MOST_AROUND else column_of(below, around)
        case n.JsonText(item=item):
            inside = column_of(item, around)
            return Column(inside.type, lambda text: inside.of(parse(text)[0]))
        case n.At(steps=steps, item=item):
            return _at(steps, column_of(item, around))
        case n.Array(item=item, lone=lone):
            return _list(column_of(item, around), lone=lone)
        case n.Dict(value=value):
            return _map(column_of(value, around))
        case n.Tuple(items=items, rest=rest):
            more = None if rest is None else column_of(rest, around)
            return _tuple([column_of(each, around) for each in items], more)
        case n.Record():
            return _JSON if _is_among(node, around) else _record(node, (*around, node))
        case n.Union():
            return _JSON if _is_among(node, around) else _union(node, (*around, node))
        case _:
            assert_never(node)


def json_text_of(tree: Any) -> str:
    """A JSON tree as its text."""
    return json_value.encode_json(tree).unwrap().decode()


_JSON = Column(_TEXT, json_text_of)


def _is_among(node: n.Node, around: tuple[n.Node, ...]) -> bool:
    return any(each is node for each in around)


def _of_text(format_: n.TextFormat) -> Column:
    match format_:
        case n.TextFormat.DATE_TIME:
            return Column(TIME, datetime.fromisoformat)
        case n.TextFormat.DATE:
            return Column(pa.date32(), date.fromisoformat)
        case n.TextFormat.TIME | n.TextFormat.UUID:  # Arrow's times have no zone
            return Column(_TEXT)
        case _:
            assert_never(format_)


def _of_constants(values: tuple[str | int | bool | None, ...]) -> Column:
    kinds = {type(each) for each in values if each is not None}
    if kinds <= {str}:
        return Column(_TEXT)
    if kinds == {bool}:
        return Column(pa.bool_())
    return Column(_INTEGER) if kinds == {int} else _JSON


def _at(steps: tuple[str | int, ...], inside: Column) -> Column:
    def convert(tree: Any) -> Any:
        for step in steps:
            tree = tree.get(step)
            if tree is None:
                return None
        return inside.of(tree)

    return Column(inside.type, convert)


def _list(item: Column, *, lone: bool) -> Column:
    made: Any = pa.list_(item.type)
    of = item.convert
    if lone:
        return Column(made, lambda tree: [item.of(each) for each in (tree if is_array(tree) else [tree])])
    return Column(made, None if of is None else lambda tree: [item.of(each) for each in tree])


def _map(value: Column) -> Column:
    made: Any = pa.map_(_TEXT, value.type)
    return Column(made, lambda tree: [(name, value.of(each)) for name, each in tree.items()])


def _tuple(items: list[Column], rest: Column | None) -> Column:
    size = len(items)
    fields: list[Any] = [pa.field(str(index), item.type) for index, item in enumerate(items)]
    more = None if rest is None else _list(rest, lone=False)
    if more is not None:
        fields.append(pa.field("rest", more.type))

    def convert(tree: Any) -> Any:
        made = {
            str(index): item.of(each) for index, (item, each) in enumerate(zip(items, tree, strict=False))
        }
        return made if more is None else made | {"rest": more.of(tree[size:])}

    return Column(pa.struct(fields), convert) if fields else _JSON


def _record(node: n.Record, around: tuple[n.Node, ...]) -> Column:
    members = dict[str, Column]()
    wholes = dict[str, Column]()  # columns that are made of the object that holds them
    _gather(node, around, members, wholes)
    if node.others is not None:
        known = frozenset(claim.wire for claim in claimed(node))
        kept = _map(column_of(node.others.node, around))
        name = _free(node.others.name, {*members, *wholes})
        wholes[name] = Column(kept.type, lambda tree: kept.of(_without(tree, known)))
    converts = [(name, column.convert) for name, column in members.items() if column.convert is not None]
    fields: list[Any] = [pa.field(name, column.type) for name, column in (members | wholes).items()]

    def convert(tree: Any) -> Any:
        made = {name: column.of(tree) for name, column in wholes.items()}
        for name, change in converts:
            found = tree.get(name)
            if found is not None:
                tree[name] = change(found)
        return tree | made if made else tree

    if not fields:  # Parquet has no structs without members
        return _JSON
    return Column(pa.struct(fields), convert if converts or wholes else None)


def _gather(
    node: n.Record, around: tuple[n.Node, ...], members: dict[str, Column], wholes: dict[str, Column]
) -> None:
    """The columns of the members of a record, and of those that stand among them."""
    for member in node.members:
        below = core(member.node)
        if not member.inline:
            members[member.wire] = column_of(member.node, around)
        elif isinstance(below, n.Record):
            _gather(below, (*around, below), members, wholes)
        else:
            wholes[_free(member.name, {*members, *wholes})] = _inlined(member, around)


def _inlined(member: n.Member, around: tuple[n.Node, ...]) -> Column:
    """A union whose members stand among those of a record: a column of its own, made of the whole object."""
    column = column_of(member.node, around)
    reads = Decoder[Any](member.node).of_json

    def convert(tree: Any) -> Any:
        is_there = member.required or isinstance(reads(tree), Success)
        return column.of(dict(tree)) if is_there else None

    return Column(column.type, convert)


def _union(node: n.Union, around: tuple[n.Node, ...]) -> Column:
    if node.but_null is not None:
        return column_of(node.but_null, around)
    columns = dict[str, Column]()
    names = dict[int, str]()
    for case in node.every:
        names[id(case)] = name = _free(case.name, {*columns, _CASE})
        columns[name] = column_of(case.node, around)
    choose = chooser(node)
    fields: list[Any] = [pa.field(_CASE, _TEXT)]
    fields += [pa.field(name, column.type) for name, column in columns.items()]

    def convert(tree: Any) -> Any:
        case, below = choose(tree)
        name = names[id(case)]
        return {_CASE: name, name: columns[name].of(below)}

    return Column(pa.struct(fields), convert)


def _free(name: str, taken: set[str]) -> str:
    """The name, with underscores behind it where another column has it."""
    while name in taken:
        name += "_"
    return name


def _without(tree: dict[str, Any], known: frozenset[str]) -> dict[str, Any]:
    return {name: value for name, value in tree.items() if name not in known}
