"""Making encoders: the source for each node kind, and the functions that hold it.

What is written stands in the variable that held the value: the value itself where the serializer writes it
as it is, so that containers are checked and not copied.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, TypeAlias, assert_never

from ...node import kinds as n
from ..doubt import Doubt
from .body import MOST_STATIC_LEVELS, Body, UnsuitedError, spelled
from .mapped import write_unmapped
from .record import Tags, write_record
from .rule import write_rule
from .scalar import key_scalar, write_scalar
from .union import write_choice
from .value import check_tree, plainly, text

MOST_LEVELS = 100
"""How many containers may stand around what is reached by recursion; the plain writer takes more."""

NOT_COMPILED = (UnsuitedError, SyntaxError, RecursionError)
"""What a description gives that is of no kind that can be compiled, or nests deeper than Python compiles."""

_JOIN = "".join

LOCK = threading.RLock()


Leveled: TypeAlias = Callable[[Any, int], Any]
"""What writes a value, told how many containers stand around it."""


class EncoderMaker:
    """Makes the functions of one encoder: one for all, and one for each codec that recursion reaches.

    One that `checks` asks for the constraints of the model as well; what it writes is not looked at.
    """

    __slots__ = ("checks", "functions")

    def __init__(self, *, checks: bool = False) -> None:
        self.checks = checks
        self.functions: dict[int, tuple[n.Node, Leveled]] = {}
        """By the identity of the description, which is kept with the function so that no other takes it."""

    def body(self, node: n.Node, *, leveled: bool = False) -> Body:
        """The lines that make of the variable `value` what the serializer writes."""
        body = Body(leveled=leveled)
        self._write(node, "value", body)
        return body

    def write(self, node: n.Node, var: str, body: Body) -> bool:
        """Leave in the variable what is written of it; whether that may be another value."""
        begin = len(body.lines)
        try:
            return self._write(node, var, body)
        except UnsuitedError:
            if body.room < 0:
                raise
            del body.lines[begin:]
            body.line(f"{var} = {body.name(self._plainly(node))}({var})")
            return True

    def _write(self, node: n.Node, var: str, body: Body, tags: Tags = ()) -> bool:
        """The same, where the node itself suits."""
        match node:
            case n.Record():
                return write_record(node, tags, var, body, self.write)
            case n.Named():
                return self._write(node.item, var, body, tags)
            case n.Refine():
                if node.on_read or self.checks:
                    write_rule(node, var, body)
                return self._write(node.item, var, body, tags)
            case n.Transform():
                write_unmapped(node, var, body)
                self._write(node.item, var, body, tags)
                return True
            case n.Union():
                write_choice(node, var, body, self._write, tags=tags, plainly=self._plainly)
                return True
            case _ if tags:
                raise UnsuitedError
            case n.Array():
                return self._array(node, var, body)
            case n.Dict():
                return self._dict(node, var, body)
            case n.Tuple():
                return self._tuple(node, var, body)
            case n.JsonText() if self.checks:
                raise UnsuitedError  # within it the plain writer asks how JSON would be read, elsewhere not
            case n.JsonText():
                self.write(node.item, var, body)
                body.line(f"{var} = {body.name(text)}({var})")
                return True
            case n.At():
                return self._at(node, var, body)
            case n.AnyJson():
                body.line(f"if type({var}) is not str: {body.name(check_tree)}({var})")
                return False
            case n.Lazy():
                level = body.level() if body.leveled else str(MOST_STATIC_LEVELS)
                body.line(f"{var} = {body.name(self._lazy(node))}({var}, {level})")
                return True
            case n.Bind():
                raise UnsuitedError
            case n.Scalar():
                return write_scalar(node, var, body)
            case _:
                assert_never(node)

    # containers

    def _array(self, node: n.Array, var: str, body: Body) -> bool:
        body.line(f"if type({var}) is not tuple and type({var}) is not list: raise doubt")
        if self._is_text(node.item):
            body.line(f"{body.name(_JOIN)}({var})")
            return self._unlisted(node, var, body)
        item = body.variable()
        with body.container(), body.aside() as lines:
            changed = self.write(node.item, item, body)
        if not changed:
            with body.block(f"for {item} in {var}:"):
                body.add(lines)
        elif (called := _only_called(lines, item)) is not None:
            body.line(f"{var} = [*map({called}, {var})]")
        else:
            made = body.variable()
            body.line(f"{made} = []")
            with body.block(f"for {item} in {var}:"):
                body.add(lines)
                body.line(f"{made}.append({item})")
            body.line(f"{var} = {made}")
        return self._unlisted(node, var, body) or changed

    def _unlisted(self, node: n.Array, var: str, body: Body) -> bool:
        """A lone item stands without its list, unless it would be taken for one, or for nothing."""
        if node.lone:
            alone = f"type({var}[0]) is not tuple and type({var}[0]) is not list and {var}[0] is not None"
            body.line(f"if len({var}) == 1 and {alone}: {var} = {var}[0]")
        return node.lone

    def _dict(self, node: n.Dict, var: str, body: Body) -> bool:
        body.line(f"if type({var}) is not dict: raise doubt")
        key, item = body.variable(), body.variable()
        with body.aside() as checks:
            write_scalar(key_scalar(node.key, checks=self.checks), key, body)
        with body.container(), body.aside() as lines:
            changed = self.write(node.value, item, body)
        if self._is_text(node.value):
            with body.block(f"for {key} in {var}:"):
                body.add(checks)
            body.line(f"{body.name(_JOIN)}({var}.values())")
            return False
        if not changed:
            with body.block(f"for {key}, {item} in {var}.items():"):
                body.add([*checks, *lines])
            return False
        made = body.variable()
        body.line(f"{made} = {{}}")
        with body.block(f"for {key}, {item} in {var}.items():"):
            body.add([*checks, *lines, f"{made}[{key}] = {item}"])
        body.line(f"{var} = {made}")
        return True

    def _tuple(self, node: n.Tuple, var: str, body: Body) -> bool:
        count = len(node.items)
        body.line(f"if type({var}) is not tuple or len({var}) != {count}: raise doubt")
        items = [body.variable() for _ in node.items]
        spelled = "".join(f"{item}, " for item in items)
        if items:
            body.line(f"{spelled}= {var}")
        with body.container():
            changed = [self.write(below, item, body) for below, item in zip(node.items, items, strict=True)]
        if any(changed):
            body.line(f"{var} = ({spelled})")
        return any(changed)

    def _at(self, node: n.At, var: str, body: Body) -> bool:
        with body.container(len(node.steps)):
            self.write(node.item, var, body)
        written = var
        for step in reversed(node.steps):
            if not isinstance(step, str):
                raise UnsuitedError
            written = f"{{{spelled(step)}: {written}}}"
        body.line(f"{var} = {written}")
        return True

    # what is known when it is run

    def _lazy(self, node: n.Lazy) -> Leveled:
        """The function for what a thunk gives, made at its first use; not if it gives a new one each time."""
        plain = self._plainly(node)

        def written(value: Any, level: int) -> Any:
            if level > MOST_LEVELS:
                raise Doubt
            below = node.thunk().node
            known = self.functions.get(id(below))
            if known is None:
                if node.thunk().node is not below:
                    return plain(value)
                known = self._leveled(below)
            return known[1](value, level)

        return written

    def _leveled(self, node: n.Node) -> tuple[n.Node, Leveled]:
        with LOCK:
            try:
                body = self.body(node, leveled=True)
                body.line("return value")
                made: Leveled = body.made("value, level", "a lazy codec")
            except NOT_COMPILED:
                made = _uncounted(self._plainly(node))
            return self.functions.setdefault(id(node), (node, made))

    def _plainly(self, node: n.Node) -> Callable[[Any], Any]:
        return plainly(node, checks=self.checks)

    def _is_text(self, node: n.Node) -> bool:
        """Whether joining checks the items: the serializer writes the text of all that it takes."""
        while isinstance(node, n.Named) or (isinstance(node, n.Refine) and not (node.on_read or self.checks)):
            node = node.item
        return isinstance(node, n.String)


def _uncounted(write: Callable[[Any], Any]) -> Leveled:
    return lambda value, _: write(value)


def _only_called(lines: list[str], item: str) -> str | None:
    """The name of the function that is all that is done with an item."""
    head, tail = f"{item} = ", f"({item})"
    if len(lines) != 1 or not lines[0].startswith(head) or not lines[0].endswith(tail):
        return None
    name = lines[0][len(head) : -len(tail)]
    return name if name.isidentifier() else None
