"""In place: values of record classes that msgspec fills in, and source that changes what is left to change.

A tagged union of record classes is filled in as instances of subclasses that have the tag. Each is then given
the class of the record. A mapped member is set to its value. Both cost less than making new records.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, assert_never

import msgspec

from ...node import kinds as n
from ...node.facts import decides, facts
from ...node.types import filled, record_of, tagged_class
from ..source import Body, UnsuitedError
from .shape import Shape, held

if TYPE_CHECKING:
    from .compiler import Compiler

recast: Callable[[Any, type], None] = vars(object)["__class__"].__set__
"""Gives an instance another class, of the same layout."""


def in_place_shape(node: n.Node, compiler: Compiler) -> Shape:
    """The shape of a node whose value is what msgspec fills in, once it has been changed."""

    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        _change(node, given, body, compiler)
        return given

    return Shape(filled(compiler.natives, node), compiler.inside(emit), in_place=True)


def _change(node: n.Node, given: str, body: Body, compiler: Compiler) -> None:
    """Add the lines that change a value; none if it is as it should be."""
    if compiler.natives.holds(node):
        return
    match node:
        case n.Record():
            for member in node.members:
                if not compiler.natives.holds(member.node):
                    _change_member(member, given, body, compiler)
        case n.Array(item=item):
            _change_each(item, given, body, compiler)
        case n.Dict(value=value):
            _change_each(value, f"{given}.values()", body, compiler)
        case n.Named():
            _change(node.item, given, body, compiler)
        case n.Refine(item=item, rule=rule, on_read=on_read):
            _change(item, given, body, compiler)
            if on_read:
                compiler.kept(rule, given, body)
        case n.Union(but_null=rest) if rest is not None:
            with body.block(f"if {given} is not None:"):
                _change(rest, given, body, compiler)
        case n.Union(by=n.ByTag(tag)):
            _change_class(node, tag, given, body, compiler)
        case n.Union():
            _change_case(node, given, body, compiler)
        case n.Lazy() if facts(node).recursive:
            body.line(f"{compiler.call(node.unfold(), tree=False)}({given})")
        case n.Lazy():
            _change(node.unfold(), given, body, compiler)
        case n.Scalar() | n.AnyJson() | n.Tuple() | n.Transform() | n.Bind() | n.JsonText() | n.At():
            raise UnsuitedError
        case _:
            assert_never(node)


def _change_member(member: n.Member, given: str, body: Body, compiler: Compiler) -> None:
    found = body.variable()
    body.line(f"{found} = {given}.{member.name}")
    with body.aside() as lines:
        made = _mapped(member.node, compiler, found, body)
        if made != found:
            body.line(f"{body.name(msgspec.structs.force_setattr)}({given}, {member.name!r}, {made})")
    if member.required:
        body.add(lines)
    else:
        with body.block(f"if {found} is not None:"):
            body.add(lines)


def _mapped(node: n.Node, compiler: Compiler, given: str, body: Body) -> str:
    """The expression of a member's value, behind the lines that it needs."""
    match node:
        case n.Transform() | n.Named() | n.Refine():
            return compiler.over(node, partial(_mapped, node.item, compiler))(given, body)
        case _:
            _change(node, given, body, compiler)
            return given


def _change_each(item: n.Node, given: str, body: Body, compiler: Compiler) -> None:
    """Add the loop that changes some items; a test of the caller's runs over all of them in C."""
    match item:
        case n.Named() | n.Refine(on_read=False):
            _change_each(item.item, given, body, compiler)
            return
        case n.Refine(rule=n.Predicate(test=test)):
            _change_each(item.item, given, body, compiler)
            body.line(f"if not all(map({body.name(test)}, {given})): raise doubt")
            return
        case _:
            pass
    each, inner = body.variable(), Body(body)
    _change(item, each, inner, compiler)
    if inner.lines:
        with body.block(f"for {each} in {given}:"):
            body.add(inner.lines)


def _change_class(node: n.Union, tag: str, given: str, body: Body, compiler: Compiler) -> None:
    """Give a record the class of its case, and change what is in it."""
    bodies: list[tuple[Any, Any, Body]] = []
    for case in node.cases:
        inner, cls = Body(body), record_of(case).construct
        _change(case.node, given, inner, compiler)
        bodies.append((tagged_class(cls, tag, case.name), cls, inner))
    named, kind = body.name(recast), f"type({given})"
    if not any(inner.lines for _, _, inner in bodies):
        body.line(f"{named}({given}, {body.name({tagged: cls for tagged, cls, _ in bodies})}[{kind}])")
        return
    variable, word = body.variable(), "if"
    body.line(f"{variable} = {kind}")
    for tagged, cls, inner in bodies:
        with body.block(f"{word} {variable} is {body.name(tagged)}:"):
            body.line(f"{named}({given}, {body.name(cls)})")
            body.add(inner.lines)
        word = "elif"
    body.line("else: raise doubt")


def _change_case(node: n.Union, given: str, body: Body, compiler: Compiler) -> None:
    """Change the value of a union by kind, if it is of a case that is changed."""
    for case in node.cases:
        with body.aside() as lines:
            _change(case.node, given, body, compiler)
        if lines:
            (kind,) = decides(case.node)
            with body.block(f"if {_TESTS[kind].format(given)}:"):
                body.add(lines)


_TESTS = {
    "array": "type({0}) is tuple",
    "object": "type({0}) not in (str, int, float, bool, tuple) and {0} is not None",
    "number": "type({0}) is int or type({0}) is float",
    "string": "type({0}) is str",
    "boolean": "type({0}) is bool",
    "null": "{0} is None",
}
