"""Making writers of XML: the source for each node kind, and the functions that hold it.

What is written stands, as text, in the variable that held the value.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, assert_never

from ...node import kinds as n
from ...node.style import XmlStyle
from ...write.markup import is_name
from ..doubt import Doubt
from ..write_json.body import MOST_STATIC_LEVELS, Body, UnsuitedError
from ..write_json.mapped import write_unmapped
from ..write_json.node import LOCK, NOT_COMPILED, EncoderMaker
from ..write_json.record import Tags
from ..write_json.rule import write_rule
from ..write_json.value import text
from .container import write_array, write_map, write_pairs, write_tuple
from .element import Attributes, Place, element
from .record import write_record
from .scalar import write_scalar
from .text import plainly
from .union import write_choice

MOST_LEVELS = 60
"""How many containers may stand around what is reached by recursion; the plain writer takes more."""

Written: TypeAlias = tuple[str, str]
"""The attributes of an element, and what is in it."""

Leveled: TypeAlias = Callable[[Any, int], Written]
"""What writes a value, told how many containers stand around it."""


class XmlMaker:
    """Makes the functions of one writer: one for all, and one for each codec that recursion reaches."""

    __slots__ = ("functions", "json")

    def __init__(self) -> None:
        self.json = EncoderMaker()
        self.functions: dict[tuple[int, Place], tuple[n.Node, Leveled]] = {}
        """By the identity of the description, which is kept with the function so that no other takes it."""

    def body(self, node: n.Node, place: Place, *, leveled: bool = False) -> Body:
        """The lines that return what is written of the variable `value`."""
        body = Body(leveled=leveled)
        attributes = self.write_tagged(node, "value", body, place)
        body.line(f"return {attributes or repr('')}, value")
        return body

    def write(self, node: n.Node, var: str, body: Body, place: Place) -> Attributes:
        """Leave in the variable the content of one element."""
        begin = len(body.lines)
        try:
            return self.write_tagged(node, var, body, place)
        except UnsuitedError:
            if body.room < 0 or place.inline:
                raise
            del body.lines[begin:]
            return self.write_plainly(node, var, body, place)

    def write_plainly(self, node: n.Node, var: str, body: Body, place: Place) -> Attributes:
        """The same, by the plain interpreter."""
        attributes = body.variable()
        body.line(f"{attributes}, {var} = {body.name(plainly(node, place.style, place.item))}({var})")
        return attributes

    def write_tagged(self, node: n.Node, var: str, body: Body, place: Place, tags: Tags = ()) -> Attributes:
        """The same, where the node itself suits."""
        match node:
            case n.Record():
                return write_record(node, tags, var, body, place=place, writers=self)
            case n.Named():
                return self.write_tagged(node.item, var, body, place, tags)
            case n.Refine():
                if node.on_read:
                    write_rule(node, var, body)
                return self.write_tagged(node.item, var, body, place, tags)
            case n.Transform():
                write_unmapped(node, var, body)
                return self.write_tagged(node.item, var, body, place, tags)
            case n.Union():
                return write_choice(node, var, body, place, tags=tags, writers=self)
            case _ if tags:
                raise UnsuitedError
            case n.JsonText():
                self.json.write(node.item, var, body)
                body.line(f"{var} = {body.name(place.escape)}({body.name(text)}({var}))")
                return None
            case n.Scalar():
                return write_scalar(node, var, body, place)
            case _ if place.inline:
                raise UnsuitedError
            case n.Array():
                return write_array(node, var, body, place, self.write)
            case n.Tuple():
                return write_tuple(node, var, body, place, self.write)
            case n.Dict():
                return write_map(node, var, body, place, self.write)
            case n.At():
                return self._at(node, var, body, place)
            case n.Lazy():
                return self._lazy(node, var, body, place)
            case n.AnyJson() | n.Bind():
                raise UnsuitedError
            case _:
                assert_never(node)

    # elements side by side

    def write_repeated(
        self, node: n.Node, name: str, var: str, body: Body, *, style: XmlStyle, empty_is_lost: bool
    ) -> None:
        """Leave in the variable an element of this name for each item."""
        node = self._unwrapped(node, var, body)
        if empty_is_lost and isinstance(node, n.Array | n.Tuple | n.Dict):
            body.line(f"if not {var}: raise doubt")
        match node:
            case n.Array():
                write_array(node, var, body, Place(style, name), self.write)
            case n.Tuple():
                write_tuple(node, var, body, Place(style, name), self.write)
            case n.Dict() if style.entry is not None:
                write_pairs(node, name, var, body, style, write=self.write)
            case n.Dict():
                attributes = write_map(node, var, body, Place(style), self.write)
                body.line(f"{var} = {element(name, var, attributes)}")
            case _:
                raise UnsuitedError

    def _unwrapped(self, node: n.Node, var: str, body: Body) -> n.Node:
        """The node whose kind says what is written, once rules are kept and functions called."""
        match node:
            case n.Named():
                return self._unwrapped(node.item, var, body)
            case n.Refine():
                if node.on_read:
                    write_rule(node, var, body)
                return self._unwrapped(node.item, var, body)
            case n.Transform():
                write_unmapped(node, var, body)
                return self._unwrapped(node.item, var, body)
            case n.Union(but_null=rest) if rest is not None:
                body.line(f"if {var} is None: raise doubt")
                return self._unwrapped(rest, var, body)
            case _:
                return node

    # what stands elsewhere

    def _at(self, node: n.At, var: str, body: Body, place: Place) -> Attributes:
        with body.container(len(node.steps)):
            attributes = self.write(node.item, var, body, Place(place.style))
        for step in reversed(node.steps):
            if not isinstance(step, str) or not is_name(step):
                raise UnsuitedError
            body.line(f"{var} = {element(step, var, attributes)}")
            attributes = None
        return attributes

    # recursion

    def _lazy(self, node: n.Lazy, var: str, body: Body, place: Place) -> Attributes:
        level = body.level() if body.leveled else str(MOST_STATIC_LEVELS)
        around = body.variable()
        body.line(f"{around}, {var} = {body.name(self._unfolded(node, place))}({var}, {level})")
        return around

    def _unfolded(self, node: n.Lazy, place: Place) -> Leveled:
        """What writes what a thunk gives, made at its first use; doubt if that is a new one each time."""

        def written(value: Any, level: int) -> Written:
            if level > MOST_LEVELS:
                raise Doubt
            below = node.thunk().node
            known = self.functions.get((id(below), place))
            if known is None:
                if node.thunk().node is not below:
                    raise Doubt
                known = self._leveled(below, place)
            return known[1](value, level)

        return written

    def _leveled(self, node: n.Node, place: Place) -> tuple[n.Node, Leveled]:
        with LOCK:
            try:
                body = self.body(node, place, leveled=True)
                made: Leveled = body.made("value, level", "a lazy codec in XML")
            except NOT_COMPILED:
                made = _doubted
            return self.functions.setdefault((id(node), place), (node, made))


def _doubted(_value: Any, _level: int) -> Written:
    """Stands for what only the plain interpreter writes: whether it is null is not known here."""
    raise Doubt
