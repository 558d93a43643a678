"""Evidence about a node: what the plain reader takes and the plain writer gives, however that came about."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from random import Random
from types import CodeType, FrameType
from typing import Any

import msgspec
from returns.result import Success

from ecr_decode import plain
from ecr_decode.error.path import Trail
from ecr_decode.guard import is_dict
from ecr_decode.node import kinds as n
from ecr_decode.node.facts import facts
from ecr_decode.node.native import reachable
from ecr_decode.parse.json import parse
from ecr_decode.read.reader import Reader
from ecr_decode.read.run import read_json, read_xml_tree
from ecr_decode.read.view import View
from ecr_decode.write.run import write_json_tree, write_xml_tree
from tests.fast.deep import deep_stack
from tests.fast.documents import document

SAMPLES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 1.5, "", "a", "1", "true", "null", "days", "TQ==", "inf",
    "2019-02-11T18:00:00Z",
    [], [1], ["a"], [[]], [None], {}, {"a": 1}, {"kind": "days"}, {"a": {"b": 1}},
)  # fmt: skip
"""Values of every JSON kind."""


class DepthReader(Reader):
    """The plain reader, which notes how deep it was."""

    __slots__ = ("deepest",)

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.deepest = 0

    def _enter(self, trail: Trail) -> None:
        super()._enter(trail)
        self.deepest = max(self.deepest, self.depth)


class Evidence:
    """What happens to documents and values of a node."""

    def __init__(self, node: n.Node, rng: Random, documents: int = 3) -> None:
        self.node = node
        self.rng = rng
        self.about = facts(node)
        self.trees = [*self._trees(documents)]
        """Trees that the node may read, and trees that it may not."""
        self.deepest = 0
        self.values: list[Any] = []
        self.read: list[Any] = []
        """The trees that it reads."""
        self.refused: list[Any] = []
        for tree in self.trees:
            (self.read if self._reads(tree) else self.refused).append(tree)

    def _trees(self, documents: int) -> Iterator[Any]:
        yield from SAMPLES
        for number in range(documents):
            tree, why = parse(document(self.node, self.rng, 0.03 if number % 2 else 0))
            if why is None:
                yield tree
                yield from self._damaged(tree)

    def _damaged(self, tree: Any) -> Iterator[Any]:
        """The tree without each of its members, with another value or null for each, and with one more."""
        if is_dict(tree):
            for name in tree:
                yield {each: value for each, value in tree.items() if each != name}
                yield tree | {name: self.rng.choice(SAMPLES)}
                yield tree | {name: None}
            about = self.about
            more = {*about.fixed, *about.xml_fixed, *(about.names or ()), *(about.xml_names or ())}
            for name in sorted(more - {*tree}):
                for sample in self.rng.sample(SAMPLES, 3):
                    yield tree | {name: sample}

    def _reads(self, tree: Any) -> bool:
        made: list[DepthReader] = []

        def make(view: View) -> Reader:
            made.append(DepthReader(view))
            return made[0]

        found = read_json(self.node, text_of(tree), make)
        self.deepest = max(self.deepest, *(reader.deepest for reader in made))
        if isinstance(found, Success):
            self.values.append(found.unwrap())
        return isinstance(found, Success)

    @cached_property
    def written(self) -> list[Any]:
        """The trees that it writes, of the values that it reads."""
        made = [write_json_tree(self.node, value) for value in self.values]
        return [each.unwrap() for each in made if isinstance(each, Success)]

    @cached_property
    def xml_written(self) -> list[Any]:
        """The elements that it writes, as xmltodict spells them."""
        made = [write_xml_tree(self.node, value, plain) for value in self.values]
        return [each.unwrap() for each in made if isinstance(each, Success)]

    @cached_property
    def xml_read(self) -> list[Any]:
        """The elements that it reads."""
        trees = [tree for each in self.xml_written for tree in (each, *self._damaged(each))]
        elements = [tree for tree in trees if _is_element(tree)]
        return [tree for tree in elements if isinstance(read_xml_tree(self.node, tree, plain), Success)]

    @cached_property
    def called(self) -> set[str]:
        """The functions that are no part of the library and are called when it reads, thunks apart."""
        found: set[str] = set()
        thunks = {_code_of(each.thunk) for each in reachable(self.node).values() if isinstance(each, n.Lazy)}

        def watch(frame: FrameType, event: str, _: object) -> None:
            code = frame.f_code
            if event == "call" and code.co_filename.startswith(_TESTS) and code not in thunks:
                found.add(code.co_qualname)

        before = sys.getprofile()
        for tree in self.read[:3]:
            raw = text_of(tree)
            sys.setprofile(watch)
            read_json(self.node, raw)
            sys.setprofile(before)
        return found


_TESTS = str(Path(__file__).parents[1])


def _code_of(function: Any) -> CodeType | None:
    return getattr(getattr(function, "__func__", function), "__code__", None)


def _is_element(tree: Any) -> bool:
    """Whether a parser could have made the tree: attributes and texts are texts."""
    return not is_dict(tree) or all(type(tree[name]) is str for name in tree if name[:1] in ("@", "#"))


def text_of(tree: Any) -> bytes:
    """The text of a tree, which may be as deep as the parser allows."""
    with deep_stack():
        return msgspec.json.encode(tree)


def kind_of(tree: Any) -> str:
    """The JSON kind of a tree."""
    match tree:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float() | Decimal():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"
