"""Deep documents for a recursive description: one spine of as many containers as are asked for."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from random import Random
from typing import assert_never

import orjson

from ecr_decode.node import kinds as n
from ecr_decode.node.facts import facts
from ecr_decode.node.layers import bare
from tests.fast.documents import TEXTUAL

_MOST_TEXTS = 2
"""Texts in texts grow by their escapes."""

_TEXTS = ('""', '"]"', '"}[{"', r'"\"["', r'"]\\"', '"null"')


def deep(node: n.Node, rng: Random, levels: int) -> str:
    """A text that nests about so many levels, and that the description may read."""
    with deep_stack():
        return _Spine(rng).write(node, levels)


@contextmanager
def deep_stack() -> Generator[None]:
    """Within it, values as deep as documents may be can be made, shown and compared."""
    before = sys.getrecursionlimit()
    with ExitStack() as leaving:
        leaving.callback(sys.setrecursionlimit, before)
        sys.setrecursionlimit(50 * before)
        yield


class _Spine:
    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.texts = 0
        self.open: set[int] = set()
        """The recursive nodes that a short text is being written for."""

    def write(self, node: n.Node, levels: int) -> str:
        """A text of so many levels, or the shortest one where the node holds nothing recursive."""
        if levels <= 0 or not facts(node).recursive:
            return self.short(node) or "null"
        match node:
            case n.Array(item=item, lone=lone):
                below = self.write(item, levels - 1)
                return below if lone and self.rng.random() < 0.9 else f"[{below}]"
            case n.Dict(key=key, value=value):
                name = self.short(key) or "null"
                name = name if name.startswith('"') else _spelled(name)
                return f"{{{name}:{self.write(value, levels - 1)}}}"
            case n.Tuple(every=every):
                return self._list(every, levels - 1)
            case n.Record():
                return self._record(node, levels - 1, ())
            case n.Union():
                return self._union(node, levels)
            case n.JsonText(item=item):
                return self._text(item, levels)
            case n.At(steps=steps, item=item):
                return _reached(steps, self.write(item, levels - len(steps)))
            case n.Lazy():
                return self.write(node.unfold(), levels)
            case n.Transform() | n.Bind() | n.Refine() | n.Named() | n.KeptText() | n.ResultOf():
                return self.write(node.item, levels)
            case n.Scalar() | n.AnyJson():
                return "null"
            case _:
                assert_never(node)

    def _list(self, items: tuple[n.Node, ...], levels: int) -> str:
        chosen = self.rng.choice([each for each in items if facts(each).recursive])
        texts = [self.write(each, levels) if each is chosen else self.short(each) or "null" for each in items]
        return f"[{','.join(texts)}]"

    def _record(self, node: n.Record, levels: int, also: tuple[str, ...]) -> str:
        recursive = [each for each in node.members if facts(each.node).recursive]
        chosen = self.rng.choice(recursive) if recursive else None
        members = list(also)
        for member in node.members:
            if member is chosen:
                members.append(f"{_spelled(member.wire)}:{self.write(member.node, levels)}")
            elif member.required or self.rng.random() < 0.3:
                members.append(f"{_spelled(member.wire)}:{self.short(member.node) or 'null'}")
        return f"{{{','.join(members)}}}"

    def _union(self, node: n.Union, levels: int) -> str:
        recursive = [case for case in node.every if facts(case.node).recursive]
        chosen = self.rng.choice(recursive)
        if isinstance(node.by, n.ByTag):
            below = bare(chosen.node)
            if isinstance(below, n.Record):
                return self._record(below, levels - 1, (f"{_spelled(node.by.tag)}:{_spelled(chosen.name)}",))
        return self.write(chosen.node, levels)

    def _text(self, item: n.Node, levels: int) -> str:
        if self.texts >= _MOST_TEXTS:
            return self.short(item) or "null"
        self.texts += 1
        written = orjson.dumps(self.write(item, levels)).decode()
        self.texts -= 1
        return written

    def short(self, node: n.Node) -> str | None:
        """The shortest text that a node may read, or None where every one holds another."""
        match node:
            case n.Array() | n.Refine(item=n.Array()):
                return "[]"
            case n.Dict():
                return "{}"
            case n.Tuple(items=items):
                return self._all("[{}]", [("", each) for each in items])
            case n.Record(members=members):
                required = [(f"{_spelled(each.wire)}:", each.node) for each in members if each.required]
                return self._all("{{{}}}", required)
            case n.Union():
                return self._shortest(node)
            case n.JsonText(item=item):
                found = self.short(item)
                return None if found is None else orjson.dumps(found).decode()
            case n.At(steps=steps, required=False):
                return "[]" if isinstance(steps[0], int) else "{}"
            case n.At(steps=steps, item=item):
                found = self.short(item)
                return None if found is None else _reached(steps, found)
            case n.Lazy():
                return self._unfolded(node.unfold())
            case n.Transform() | n.Bind() | n.Refine() | n.Named() | n.KeptText() | n.ResultOf():
                return self.short(node.item)
            case n.AnyJson():
                return "null"
            case n.Scalar():
                return self._scalar(node)
            case _:
                assert_never(node)

    def _unfolded(self, node: n.Node) -> str | None:
        if id(node) in self.open:
            return None
        self.open.add(id(node))
        found = self.short(node)
        self.open.remove(id(node))
        return found

    def _all(self, around: str, parts: list[tuple[str, n.Node]]) -> str | None:
        texts = [(before, self.short(each)) for before, each in parts]
        if any(text is None for _, text in texts):
            return None
        return around.format(",".join(f"{before}{text}" for before, text in texts))

    def _shortest(self, node: n.Union) -> str | None:
        for case in node.every:
            found = self.short(case.node)
            if found is not None and isinstance(node.by, n.ByTag) and found.startswith("{"):
                rest = "" if found == "{}" else "," + found[1:-1]
                return f"{{{_spelled(node.by.tag)}:{_spelled(case.name)}{rest}}}"
            if found is not None:
                return found
        return None

    def _scalar(self, node: n.ScalarNode) -> str:
        match node:
            case n.Literal(values=values) | n.Enumeration(values=values):
                return orjson.dumps(values[0]).decode()
            case n.String():
                return self.rng.choice(_TEXTS)
            case n.Blob():
                return '""'
            case n.Bool():
                return "true"
            case n.JsonNull():
                return "null"
            case n.Integer() | n.Number() | n.Timestamp() | n.BigInteger() | n.Decimal() | n.FormattedTime():
                return "2"
            case n.Textual(format=form):
                return TEXTUAL[form][0]
            case _:
                assert_never(node)


def _spelled(name: str) -> str:
    return orjson.dumps(name).decode()


def _reached(steps: tuple[str | int, ...], text: str) -> str:
    for step in reversed(steps):
        text = f"{{{_spelled(step)}:{text}}}" if isinstance(step, str) else f"[{'0,' * step}{text}]"
    return text
