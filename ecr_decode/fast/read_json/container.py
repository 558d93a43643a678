"""Containers: lists, maps and tuples, whose items are read in one expression where that is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...node import kinds as n
from ...node.constraint import violation
from ...node.facts import facts
from ...node.layers import under_rules
from ...node.native import is_text
from ...node.types import united
from ..source import Body, UnsuitedError
from ..success import SUCCESS
from .shape import Emit, Shape, held

if TYPE_CHECKING:
    from .compiler import Compiler

# Generic aliases made at run time, which the type checkers need not follow.
_TUPLE: Any = tuple
_LIST: Any = list
_DICT: Any = dict


def array_shape(node: n.Array, compiler: Compiler) -> Shape:
    """A list, filled in as a tuple where only rules stand between it and its items."""
    many = _many(node.item, compiler)
    if not node.lone:
        return many
    return _lone(node, many, compiler)


def _many(item: n.Node, compiler: Compiler) -> Shape:
    inner = compiler.shape(item)
    as_it_is = inner.in_place or compiler.natives.holds(under_rules(item))
    filled = _TUPLE[inner.type, ...] if as_it_is else _LIST[inner.type]
    items = _items(item, compiler)

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        found = items(given, body)
        return given if as_it_is else f"tuple({found})"

    return Shape(filled, compiler.inside(emit), in_place=inner.in_place)


def _lone(node: n.Array, many: Shape, compiler: Compiler) -> Shape:
    """A list, or one item that stands without the brackets; null is neither."""
    one, about = compiler.shape(node.item), facts(node.item)
    emit_one = compiler.emit(one)
    if (
        compiler.natives.strict
        and one.type is not Any
        and "array" not in about.reads
        and not about.reads_null
        and len(about.reads) == 1
    ):

        def emit(given: str, body: Body) -> str:
            given = held(given, body)
            several = compiler.pure(compiler.emit(many), given)
            alone = compiler.pure(emit_one, given)
            return f"({several} if type({given}) is {kind} else ({alone},))"

        kind = "tuple" if one.in_place or compiler.natives.holds(under_rules(node.item)) else "list"
        return Shape(united([one.type, many.type]), emit)

    def from_tree(given: str, body: Body) -> str:
        given = held(given, body)
        body.line(f"if {given} is None: raise doubt")
        several = compiler.pure(compiler.of_tree(many), given)
        alone = compiler.pure(compiler.of_tree(one), given)
        return f"({several} if type({given}) is list else ({alone},))"

    return Shape(Any, from_tree)


def _items(node: n.Node, compiler: Compiler) -> Emit:
    """Source of the values of some items: rules and functions over them run in C where they can."""
    match node:
        case n.Named() | n.Refine(on_read=False):
            return _items(node.item, compiler)
        case n.Refine(rule=rule):
            return _ruled(rule, _items(node.item, compiler))
        case n.Transform(decode=decode, fallible=fallible) if decode is not None:
            below = _items(node.item, compiler)

            def mapped(given: str, body: Body) -> str:
                items = held(below(given, body), body) if fallible else below(given, body)
                found = f"map({body.name(decode)}, {items})"
                return _opened(found, items, body) if fallible else f"[*{found}]"

            return mapped
        case _:
            return _each(compiler.shape(node).emit)


def _opened(results: str, items: str, body: Body) -> str:
    """What some Results hold, all of which must be a Success."""
    found, each = body.variable(), body.variable()
    of_success = f"type({each}) is {body.name(SUCCESS)}"
    body.line(f"{found} = [{each}._inner_value for {each} in {results} if {of_success}]")
    body.line(f"if len({found}) != len({items}): raise doubt")
    return found


def _ruled(rule: n.Constraint | n.Predicate, items: Emit) -> Emit:
    def emit(given: str, body: Body) -> str:
        found = held(items(given, body), body)
        if isinstance(rule, n.Predicate):
            body.line(f"if not all(map({body.name(rule.test)}, {found})): raise doubt")
        else:
            item = body.variable()
            with body.block(f"for {item} in {found}:"):
                body.line(f"if {body.name(violation)}({body.name(rule)}, {item}) is not None: raise doubt")
        return found

    return emit


def _each(each: Emit | None) -> Emit:
    """Source of the values of items one by one; of those that msgspec has filled in, the items themselves."""

    def emit(given: str, body: Body) -> str:
        if each is None:
            return given
        item, inner = body.variable(), Body(body)
        made = each(item, inner)
        if made == item:
            with body.block(f"for {item} in {given}:"):
                body.add(inner.lines)
            return given
        if not inner.lines:
            return f"[{made} for {item} in {given}]"
        found = body.variable()
        body.line(f"{found} = []")
        with body.block(f"for {item} in {given}:"):
            body.add(inner.lines)
            body.line(f"{found}.append({made})")
        return found

    return emit


def dict_shape(node: n.Dict, compiler: Compiler) -> Shape:
    """An object whose names are data; two names that become one key are in doubt."""
    key, value = compiler.shape(node.key), compiler.shape(node.value)
    names = under_rules(node.key)
    constants = frozenset(names.values) if isinstance(names, n.Literal) and {*names.types} == {str} else None
    keys_change = constants is None and not (
        compiler.natives.holds(under_rules(node.key)) and is_text(node.key)
    )
    if keys_change and key.type is not str:
        raise UnsuitedError
    keys, values = _items(node.key, compiler), _items(node.value, compiler)
    values_change = not (value.in_place or compiler.natives.holds(under_rules(node.value)))

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        if isinstance(node.key, n.Named | n.Refine) and not keys_change:
            keys(given, body)  # for the rules over names, which stay as they are
        if constants is not None:
            body.line(f"if not {body.name(constants)}.issuperset({given}): raise doubt")
        found = values(f"{given}.values()", body)
        if not keys_change:
            return f"dict(zip({given}, {found}))" if values_change else given
        made = held(f"dict(zip({keys(given, body)}, {found}))", body)
        body.line(f"if len({made}) != len({given}): raise doubt")
        return made

    filled = str if constants is not None else key.type
    in_place = value.in_place and filled is str and not keys_change
    return Shape(_DICT[filled, value.type], compiler.inside(emit), in_place=in_place)


def tuple_shape(node: n.Tuple, compiler: Compiler) -> Shape:
    """A list of a fixed length."""
    shapes = [compiler.shape(item) for item in node.items]
    if not shapes or node.rest is not None:
        raise UnsuitedError

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        items = [compiler.emit(shape)(f"{given}[{index}]", body) for index, shape in enumerate(shapes)]
        return f"({''.join(f'{item}, ' for item in items)})"

    return Shape(_TUPLE[tuple(shape.type for shape in shapes)], compiler.inside(emit))
