"""The compiler: one msgspec type for a description, and the source that makes values of what it fills in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, assert_never

import msgspec

from ...limits import MOST_LEVELS
from ...lock import ForkLock
from ...node import kinds as n
from ...node.facts import facts
from ...node.native import Natives, reachable
from ...node.types import filled, teach
from ...node.walk import does_more, unfold
from ...parse.number import without_digits
from ...read.json import DigitsView
from ..convert import holder
from ..doubt import kept, opened, refuse
from ..source import Body, UnsuitedError, definition
from ..success import direct
from .bound import bind_shape
from .container import array_of_tree, array_shape, dict_shape, tuple_shape
from .elsewhere import at_shape, kept_shape, result_shape, text_shape
from .functions import Functions
from .in_place import changed_record
from .plainly import or_fault, plainly
from .record import record_of_tree, record_shape
from .scalar import scalar_shape
from .shape import Emit, Later, Shape, applied, as_it_is, held
from .tagged import tagged_of_tree
from .union import union_shape

Parse = Callable[[bytes], Any]
"""What makes a value of the bytes of a document."""

_LOCK = ForkLock()


class Compiler(Functions):
    """Makes the functions of one description.

    A `closed` one takes no object for a record with others that has members of names which no record has:
    such a record is a Struct as well, and so are those that a tagged union of records may give, together. One
    that expects `nulls` reads those that mean absence, which takes longer where there are none. One whose
    root is `unread` raises where it would, and gives something else than the value.
    """

    __slots__ = (
        "called",
        "depth",
        "fills_keys",
        "natives",
        "open",
        "shapes",
        "unread",
    )

    def __init__(
        self, root: n.Node, *, closed: bool = False, nulls: bool = False, unread: bool = False
    ) -> None:
        super().__init__()
        self.natives: Natives = Natives(root, closed=closed, nulls=nulls)
        self.shapes: dict[int, tuple[n.Node, Shape]] = {}
        self.open: set[int] = set()
        self.called: dict[tuple[int, bool], str] = {}
        self.fills_keys: bool | None = None
        """Whether msgspec makes integers of names somewhere; None where no bytes are read."""
        self.unread: frozenset[int] = frozenset(_unread(root)) if unread else frozenset()
        """The identities of the records that nobody sees."""
        hides = any(isinstance(each, n.JsonText | n.Bind) for each in self.natives.nodes.values())
        self.depth = MOST_LEVELS // 2 if hides and facts(root).recursive else 0
        """How deep the nodes are taken to be that are read plainly: brackets do not show what texts hold."""

    # shapes

    def shape(self, node: n.Node) -> Shape:
        """The shape of a node; one that is met again while it is made is read from a tree there."""
        known = self.shapes.get(id(node))
        if known is None:
            self.put(node, Shape(Any, partial(self._called, node, tree=True)))
            self.open.add(id(node))
            known = self.put(node, self._shape(node))
        return known[1]

    def put(self, node: n.Node, shape: Shape) -> tuple[n.Node, Shape]:
        """Keep the shape of a node, for what refers to it before it is whole."""
        known = self.shapes[id(node)] = node, shape
        self.open.discard(id(node))
        return known

    def _shape(self, node: n.Node) -> Shape:
        if id(node) in self.natives.apart:
            return Shape(Any, applied(Later(partial(self._accepting, node))))
        try:
            return self._suited(node)
        except UnsuitedError:
            return Shape(Any, self.plainly(node))

    def plainly(self, node: n.Node) -> Emit:
        """Source that has the plain reader read a value of a tree."""
        return applied(plainly(node, self.depth, exact=self.natives.exact))

    def or_fault(self, node: n.Node) -> str:
        """The name of what has the plain reader read a value of a tree, or gives `FAULT`."""
        return self.body.name(or_fault(node, self.depth, exact=self.natives.exact))

    def _accepting(self, node: n.Node) -> Callable[[Any], Any]:
        """What reads a node of a tree by functions of its own."""
        try:
            return type(self)(node, closed=self.natives.closed, nulls=self.natives.nulls).accept(node)
        except UnsuitedError:
            return plainly(node, self.depth, exact=self.natives.exact)

    def _suited(self, node: n.Node) -> Shape:
        if isinstance(node, n.Scalar):
            return scalar_shape(node, self.natives)
        if self.natives.holds(node):
            tree = self.shape(node.item).tree if isinstance(node, n.Named | n.Refine) else None
            return Shape(filled(node), tree=tree, same=True)
        match node:
            case n.Record():
                return (changed_record if self.natives.changes(node) else record_shape)(node, self)
            case n.Array():
                return array_shape(node, self)
            case n.Dict():
                return dict_shape(node, self)
            case n.Tuple():
                return tuple_shape(node, self)
            case n.Union():
                return union_shape(node, self)
            case n.Named() | n.Refine() | n.Transform():
                inner = self.shape(node.item)
                same = inner.same and not isinstance(node, n.Transform)
                return Shape(inner.type, self.over(node, inner.emit), inner.tree, same)
            case n.Lazy():
                below = unfold(node)
                if below is None:
                    raise UnsuitedError
                inner = self.shape(below)
                if not facts(node).recursive or id(below) in self.open:
                    return inner
                emit = partial(self._changed if inner.same else self._called, below, tree=False)
                return Shape(inner.type, emit, same=inner.same)
            case n.JsonText():
                return text_shape(node, self)
            case n.At():
                return at_shape(node, self)
            case n.ResultOf():
                return result_shape(node, self)
            case n.KeptText():
                return kept_shape(node, self)
            case n.AnyJson():  # in an exact tree
                return Shape(Any, applied(DigitsView().tree))
            case n.Bind():
                return bind_shape(node, self)
            case _:
                assert_never(node)

    def over(self, node: n.Node, inner: Emit) -> Emit:
        """What a name, a rule or a function over a node does to the value that it makes."""
        match node:
            case n.Refine(rule=rule, on_read=True):

                def ruled(given: str, body: Body) -> str:
                    value = held(inner(given, body), body)
                    if isinstance(rule, n.Predicate):
                        body.line(f"if not {body.name(rule.test)}({value}): {body.name(refuse)}()")
                    else:
                        body.line(f"{body.name(kept)}({body.name(rule)}, {value})")
                    return value

                return ruled
            case n.Transform(decode=None):
                raise UnsuitedError
            case n.Transform():
                decode, fallible = direct(node.decode, fallible=node.fallible)

                def mapped(given: str, body: Body) -> str:
                    called = f"{body.name(decode)}({inner(given, body)})"
                    if not fallible and node.fallible:
                        found = body.variable()
                        body.safely(f"{found} = {called}")
                        return found
                    return f"{body.name(opened)}({called})" if fallible else called

                return mapped
            case _:
                return inner

    def over_all(self, node: n.Node, inner: Emit) -> Emit:
        """What all names, rules and functions over a node do."""
        if isinstance(node, n.Named | n.Refine | n.Transform):
            return self.over(node, self.over_all(node.item, inner))
        return inner

    def is_unread(self, node: n.Record) -> bool:
        """Whether nobody sees what a record is read as."""
        return id(node) in self.unread

    # trees

    def of_tree(self, node: n.Node) -> Emit:
        """Source of what a node, whose shape may not be whole yet, makes of a value of a tree."""

        def emit(given: str, body: Body) -> str:
            shape = self.shape(node)
            converts = shape.type is not Any and shape.tree is None
            if converts and self.natives.exact and _may_be_digits(node):
                if facts(node).exact:
                    return self._exactly(node)(given, body)
                given = f"{body.name(without_digits)}({given})"
            return self.from_tree(shape, given, body)

        return emit

    def _exactly(self, node: n.Node) -> Emit:
        """Source of what a node makes of a value of a tree with digits, which msgspec does not convert."""
        try:
            match node:
                case n.Record():
                    return record_of_tree(node, self)
                case n.Array(lone=False, null_as_absent=False):
                    return array_of_tree(node, self)
                case n.Union(by=n.ByTag(tag)):
                    return tagged_of_tree(node, tag, frozenset(), self)
                case n.Union(but_null=rest) if rest is not None:
                    read = self._exactly(rest)
                    return lambda given, _: f"(None if {given} is None else {self.pure(read, given)})"
                case n.Named() | n.Refine():
                    return self.over(node, self._exactly(node.item))
                case _:
                    pass
        except UnsuitedError:
            pass
        return self.plainly(node)

    def from_tree(self, shape: Shape, given: str, body: Body) -> str:
        """The expression of what a shape makes of a value of a tree."""
        return shape.emit(self._converted(shape, given, body), body)

    def _converted(self, shape: Shape, given: str, body: Body) -> str:
        """The expression of the value of a type that is made of a value of a tree."""
        if shape.type is Any:
            return given
        if shape.tree is not None:
            return shape.tree(given, body)
        loosely = "" if self.natives.strict else ", strict=False"
        loosely += ", str_keys=True" if self.fills_keys else ""
        convert = body.name(msgspec.convert)
        if isinstance(shape.type, msgspec.StructMeta):
            return f"{convert}({given}, {body.name(shape.type)}{loosely})"
        return f"{convert}(({given},), {body.name(holder(shape.type))}{loosely}).value"

    def _called(self, node: n.Node, given: str, _: Body, *, tree: bool) -> str:
        """The call of the function that reads a node, from a tree or from what msgspec gives."""
        name = self.called.get((id(node), tree))
        if name is None:
            name = self.called[id(node), tree] = f"read{len(self.called)}"
            body = Body(self.body)
            with self.outside():
                emit = self.of_tree(node) if tree else self.shape(node).emit
                body.line(f"return {emit('value', body)}")
            self.define(name, "value", body)
        return f"{name}({given})"

    def _changed(self, node: n.Node, given: str, body: Body, *, tree: bool) -> str:
        given = held(given, body)
        body.line(self._called(node, given, body, tree=tree))
        return given

    # whole functions

    def parse(self, root: n.Node) -> Parse:
        """What reads a document."""
        from .document import bound_of, decoder, with_names_apart

        self.fills_keys = False
        shape = self.shape(root)
        body = Body(self.body)
        made = shape.emit("value", body)
        teach(self.natives)  # behind all source, which may ask for more shapes
        lone = sum(isinstance(each, n.Array) and each.lone for each in self.natives.nodes.values())
        brackets = max((MOST_LEVELS - self.depth - lone) // (1 + lone), 0)  # a lone item has none
        decode = decoder(shape.type, self.natives)
        if self.fills_keys:
            decode = with_names_apart(decode)
        whole, bound = Body(self.body), bound_of(facts(root), brackets)
        if bound is not None:
            whole.line(f"if len(raw) > {bound.most_bytes}: check(raw)")
            self.body.known["check"] = bound.check
        elif shape.emit is as_it_is:
            return decode
        self.body.known["decode"] = decode
        whole.line("value = decode(raw)")
        whole.add(body.lines)
        whole.line(f"return {made}")
        read = self.loaded("read", definition("read", "raw", whole.lines))
        self.fills_keys = self.fills_keys or None  # the decoder is made
        return read

    def accept(self, root: n.Node) -> Callable[[Any], Any]:
        """What reads a value of a tree, or raises."""
        body = Body(self.body)
        made = self.of_tree(root)("value", body)
        teach(self.natives)
        function = made.removesuffix("(value)")
        if function.isidentifier() and function != made and not body.lines:  # no call of a call
            return self.loaded(function)
        body.line(f"return {made}")
        return self.loaded("accept", definition("accept", "value", body.lines))

    def late(self, emit: Emit) -> Callable[[Any], Any]:
        """A function in a module of its own, made behind those of the description."""
        with _LOCK:
            self.begin_module()
            self.called = {}
            body = Body(self.body)
            body.line(f"return {emit('value', body)}")
            return self.loaded("read", definition("read", "value", body.lines))


def _may_be_digits(node: n.Node) -> bool:
    """Whether a tree that keeps digits may have some where a node reads a number; msgspec converts none."""
    numbers = n.Number | n.Timestamp | n.FormattedTime
    return any(isinstance(each, numbers) for each in reachable(node).values())


def _unread(root: n.Node) -> Iterator[int]:
    """What no function sees if nobody sees the value of the root: the records that its tags may tell."""
    todo = [] if facts(root).recursive else [root]
    for node in todo:
        match node:
            case n.Named():
                todo.append(node.item)
            case n.Union(by=n.ByTag()):
                todo += [case.node for case in node.every]
            case n.Record() if not does_more(node):
                yield id(node)
            case _:
                pass
