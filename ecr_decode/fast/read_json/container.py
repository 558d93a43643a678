"""Containers: lists, maps and tuples, whose items are read in one expression where that is possible."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ...node import kinds as n
from ...node.facts import facts, skips_null
from ...node.layers import under_functions, under_rules
from ...node.native import is_text
from ...node.types import filled, united
from ..doubt import refuse
from ..read_xml.scalar import key_of_name, of_text
from ..source import Body, UnsuitedError
from ..success import SUCCESS, direct
from ..textual import SPELLINGS, all_of, but_null, in_groups
from .scalar import scalar_plainly
from .shape import KIND_TESTS, Emit, Shape, applied, as_it_is, held

if TYPE_CHECKING:
    from .compiler import Compiler

# Generic aliases made at run time, which the type checkers need not follow.
_TUPLE: Any = tuple
_LIST: Any = list
_DICT: Any = dict


def array_shape(node: n.Array, compiler: Compiler) -> Shape:
    """A list, filled in as a tuple where its items are what msgspec gives."""
    inner, skips = compiler.shape(node.item), compiler.natives.nulls and skips_null(node)
    if skips and node.lone:
        raise UnsuitedError
    items, same = _items(node.item, compiler), inner.same and not skips

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        if skips:
            item = body.variable()
            given = held(f"[{item} for {item} in {given} if {item} is not None]", body)
        found = items(given, body)
        return given if same else f"tuple({found})"

    kind = _TUPLE[inner.type, ...] if same else _LIST[united([inner.type, None]) if skips else inner.type]
    many = Shape(kind, compiler.inside(emit), same=same)
    return _lone(node.item, inner, many, compiler) if node.lone else many


def array_of_tree(node: n.Array, compiler: Compiler) -> Emit:
    """The same of a value of a tree, each item by itself."""
    items = _each(compiler.of_tree(node.item))

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        body.line(f"if not ({KIND_TESTS['array'].format(given)}): {body.name(refuse)}()")
        return f"tuple({items(given, body)})"

    return emit


def _lone(item: n.Node, one: Shape, many: Shape, compiler: Compiler) -> Shape:
    """A list, or one item that stands without the brackets; null is neither."""
    reads = facts(item).reads
    typed = compiler.natives.strict and one.type is not Any and len(reads) == 1
    if not typed or reads & {"array", "null"}:
        typed = False
        one, many = (Shape(Any, partial(compiler.from_tree, shape)) for shape in (one, many))

    kind = "tuple" if many.same else "list"

    def alone(given: str, body: Body) -> str:
        return f"({one.emit(given, body)},)"

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        if not typed:
            body.line(f"if {given} is None: raise doubt")
        return compiler.chosen([(f"type({given}) is {kind}", many.emit)], alone, given, body)

    return Shape(united([one.type, many.type]), emit)


def _items(node: n.Node, compiler: Compiler, below: Emit | None = None) -> Emit:
    """Source of the values of some items: rules and functions over them run in C where they can.

    What is under those is read as the shape says, or as the caller does.
    """
    match node:
        case n.Named() | n.Refine(on_read=False):
            return _items(node.item, compiler, below)
        case n.Refine(rule=n.Predicate(test)):
            refined = _items(node.item, compiler, below)

            def tested(given: str, body: Body) -> str:
                found = held(refined(given, body), body)
                body.line(f"if not all(map({body.name(test)}, {found})): {body.name(refuse)}()")
                return found

            return tested
        case n.Transform(decode=decode) if decode is not None:
            each = _items(node.item, compiler, below)
            decode, fallible = direct(decode, fallible=node.fallible)

            def mapped(given: str, body: Body) -> str:
                items = held(each(given, body), body) if fallible else each(given, body)
                found = f"map({body.name(decode)}, {items})"
                if not fallible and node.fallible:
                    made = body.variable()
                    body.safely(f"{made} = [*{found}]")
                    return made
                return _opened(found, items, body) if fallible else f"[*{found}]"

            return mapped
        case _:
            each = _each(below or compiler.shape(node).emit)
            if below is not None:
                return each
            text = _text(node)
            if text is None and isinstance(node, n.Array) and not (node.lone or skips_null(node)):
                inner = _text(node.item)
                return each if inner is None else _together(inner, inner is not node.item, each, grouped=True)
            return each if text is None else _together(text, text is not node, each)


def _text(node: n.Node) -> n.Textual | None:
    """The texts among which values are that are read together in less time, and perhaps null."""
    text = node.but_null if isinstance(node, n.Union) else node
    return text if isinstance(text, n.Textual) and text.format in SPELLINGS else None


def _together(text: n.Textual, has_nulls: bool, one_by_one: Emit, *, grouped: bool = False) -> Emit:
    """Source that reads few texts, or lists of texts, one by one, and more of them in one call."""
    all_texts, few = all_of(text.format, scalar_plainly(text)), SPELLINGS[text.format].few
    read = but_null(all_texts) if has_nulls else all_texts
    read = in_groups(read) if grouped else read

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        return f"({one_by_one(given, body)} if len({given}) <= {few} else {body.name(read)}({given}))"

    return emit


def _opened(results: str, items: str, body: Body) -> str:
    """What some Results hold, all of which must be a Success."""
    found, each = body.variable(), body.variable()
    of_success = f"type({each}) is {body.name(SUCCESS)}"
    body.line(f"{found} = [{each}._inner_value for {each} in {results} if {of_success}]")
    body.line(f"if len({found}) != len({items}): raise doubt")
    return found


def _each(each: Emit) -> Emit:
    """Source of the values of items one by one; of those that msgspec has filled in, the items themselves."""

    def emit(given: str, body: Body) -> str:
        item, inner = body.variable(), Body(body)
        made = each(item, inner)
        if not inner.lines:
            return given if made == item else f"[{made} for {item} in {given}]"
        found = given
        if made != item:
            found = body.variable()
            body.line(f"{found} = []")
            inner.line(f"{found}.append({made})")
        with body.block(f"for {item} in {given}:"):
            body.add(inner.lines)
        return found

    return emit


def dict_shape(node: n.Dict, compiler: Compiler) -> Shape:
    """An object whose names are data; two names that become one key are in doubt."""
    key, value = compiler.shape(node.key), compiler.shape(node.value)
    names = under_rules(node.key)
    constants = frozenset(names.values) if isinstance(names, n.Literal) and {*names.types} == {str} else None
    keys_stay = constants is not None or (compiler.natives.holds(names) and is_text(names))
    is_text_alone, below = keys_stay or key.type is str, under_functions(node.key)
    read = None if is_text_alone else of_text(below) if isinstance(below, n.Scalar) else key_of_name(below)
    keys = _items(node.key, compiler, read and applied(read))
    values, skips = _items(node.value, compiler), compiler.natives.nulls and skips_null(node)
    is_alone = _text(node.value) is None

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        if skips:
            name, item = body.variable(), body.variable()
            every = f"{given}.items() if {item} is not None"
            given = held(f"{{{name}: {item} for {name}, {item} in {every}}}", body)
        made_keys = keys(given, body)
        if constants is not None:
            body.line(f"if not {body.name(constants)}.issuperset({given}): raise doubt")
        if keys_stay and not value.same and is_alone:
            return _entries(value, given, body)
        found = values(f"{given}.values()", body)
        if keys_stay:
            return given if value.same else f"dict(zip({given}, {found}))"
        made = held(f"dict(zip({made_keys}, {found}))", body)
        body.line(f"if len({made}) != len({given}): raise doubt")
        return made

    kind = str if constants is not None or read is not None else key.type
    same = value.same and keys_stay and not skips
    filled_in = united([value.type, None]) if skips else value.type
    shape = Shape(_DICT[kind, filled_in], compiler.inside(emit), same=same)
    fits = not skips and names == n.Integer() and key.emit is as_it_is and value.emit is as_it_is
    if not fits or compiler.fills_keys is None:
        return shape
    compiler.fills_keys = True
    return Shape(_DICT[key.type, value.type], tree=partial(compiler.from_tree, shape), same=True)


def _entries(value: Shape, given: str, body: Body) -> str:
    """A copy of a map, in which each value takes the place of what it is read from."""
    made, name, item = body.variable(), body.variable(), body.variable()
    body.line(f"{made} = {given}.copy()")
    with body.block(f"for {name}, {item} in {given}.items():"):
        body.line(f"{made}[{name}] = {value.emit(item, body)}")
    return made


def tuple_shape(node: n.Tuple, compiler: Compiler) -> Shape:
    """A list of a fixed length, or of a least one."""
    if not node.items:
        raise UnsuitedError
    if node.rest is not None:
        return _open_tuple(node, node.rest, compiler)
    shapes = [compiler.shape(item) for item in node.items]

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        items = [shape.emit(f"{given}[{index}]", body) for index, shape in enumerate(shapes)]
        return f"({''.join(f'{item}, ' for item in items)})"

    return Shape(_TUPLE[tuple(shape.type for shape in shapes)], compiler.inside(emit))


def _open_tuple(node: n.Tuple, rest: n.Node, compiler: Compiler) -> Shape:
    """Items of one kind are filled in as they are; others are read one by one."""
    fewest, items = len(node.items), [compiler.of_tree(item) for item in node.items]

    def all_are_there(given: str, body: Body) -> str:
        given = held(given, body)
        body.line(f"if len({given}) < {fewest}: raise doubt")
        return given

    def emit(given: str, body: Body) -> str:
        given = all_are_there(given, body)
        first = [read(f"{given}[{index}]", body) for index, read in enumerate(items)]
        return f"({', '.join(first)}, *{_each(compiler.of_tree(rest))(f'{given}[{fewest}:]', body)})"

    if compiler.natives.changes(node):
        return Shape(filled(node), compiler.inside(all_are_there), same=True)
    return Shape(_LIST[Any], compiler.inside(emit))
