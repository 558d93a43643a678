"""In place: values of record classes that msgspec fills in, and source that changes what is left to change.

A tagged union of record classes is filled in as instances of subclasses that have the tag. Each is then given
the class of the record. A mapped member is set to its value. Both cost less than making new records.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec

from ...node import kinds as n
from ...node.types import filled, record_of, tagged_class
from ..construct import recast
from ..source import Body
from .shape import Shape, held

if TYPE_CHECKING:
    from .compiler import Compiler

Change = Callable[[str, Body], None]
"""Adds the lines that change a value; none if it is as it should be."""


def changed_record(node: n.Record, compiler: Compiler) -> Shape:
    """A record whose members are changed or set."""

    def change(given: str, body: Body) -> None:
        for member in node.members:
            if not compiler.natives.holds(member.node):
                _change_member(member, given, body, compiler)

    return _changed(node, change, compiler)


def _changed(node: n.Node, change: Change, compiler: Compiler) -> Shape:
    def emit(given: str, body: Body) -> str:
        given = held(given, body)
        change(given, body)
        return given

    return Shape(filled(node), compiler.inside(emit), same=True)


def _change_member(member: n.Member, given: str, body: Body, compiler: Compiler) -> None:
    found = body.variable()
    body.line(f"{found} = {given}.{member.name}")
    with body.aside() as lines:
        made = compiler.shape(member.node).emit(found, body)
        if made != found:
            body.line(f"{body.name(msgspec.structs.force_setattr)}({given}, {member.name!r}, {made})")
    if member.required:
        body.add(lines)
    else:
        with body.block(f"if {found} is not None:"):
            body.add(lines)


def changed_or_null(node: n.Union, rest: n.Node, compiler: Compiler) -> Shape:
    """A value that is changed unless it is null."""

    def change(given: str, body: Body) -> None:
        with body.block(f"if {given} is not None:"):
            compiler.shape(rest).emit(given, body)

    return _changed(node, change, compiler)


def changed_class(node: n.Union, tag: str, compiler: Compiler) -> Shape:
    """A tagged union, whose records are given the class of their case, and then changed."""

    def change(given: str, body: Body) -> None:
        bodies: list[tuple[Any, Any, Body]] = []
        for case, each in node.tagged:
            inner, cls = Body(body), record_of(case).construct
            compiler.shape(case.node).emit(given, inner)
            bodies.append((tagged_class(cls, tag, each), cls, inner))
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

    return _changed(node, change, compiler)
