"""A document as a tree in which each problem is at its place, for the eye."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from returns.result import Success

from ..combinator.scalar import json_value
from ..error.path import IntoText, Path, Step, into_text, quote, shorten, show_path
from ..error.problem import NoAlternative, Problem, Problems
from ..error.wording import describe, text
from ..guard import is_array, is_dict
from ..node import kinds as n
from ..node.facts import facts
from ..node.hiding import hides
from ..read.run import looks_like_xml
from ..read.tree import json_kind
from ..secret import HIDDEN
from .inputs import Found
from .output import counted

MOST_CHILDREN = 100
"""How many members or items without a problem are shown at one place."""
MOST_NODES = 20_000
"""How many of them are shown of one document."""
_MOST_LEVELS = 100
_LONGEST_NAME, _LONGEST_VALUE = 120, 200


class _Absent:
    """A value that is not in the document."""


ABSENT: Final = _Absent()


@dataclass
class Mark:
    """A problem: its kind in words, what it says, and lines of detail."""

    kind: str
    says: str
    details: list[str] = field(default_factory=list[str])


@dataclass
class Node:
    """A value of a document: what it is called, what it is, and what is wrong with it and below it."""

    name: str
    what: str
    marks: list[Mark]
    absent: bool = False
    children: list[Node] = field(default_factory=list["Node"])
    left_out: int = 0
    """How many members or items are not shown; none of them has a problem."""
    problems: int = 0
    """How many problems there are here and below."""


@dataclass
class _Trie:
    """Problems by the steps of their paths."""

    marks: list[Mark] = field(default_factory=list[Mark])
    below: dict[Step, _Trie] = field(default_factory=dict["Step", "_Trie"])


_NOTHING = _Trie()


class Explained(NamedTuple):
    """A document, what it is, and its tree."""

    where: str
    """Its source and its place there."""
    of: str
    """What it was read as."""
    tree: Node

    @property
    def problems(self) -> int:
        """How many problems there are."""
        return self.tree.problems

    @property
    def verdict(self) -> str:
        """How many problems there are, in words."""
        return counted(self.problems, "problem") if self.problems else "no problems"


def explained(found: Found, show_values: bool) -> Explained:
    """What a document is, and its tree with the problems that it has."""
    trie = _Trie()
    trouble = None if isinstance(found.result, Success) else found.result.failure()
    if isinstance(trouble, Problems):
        for problem in trouble.problems:
            _place(trie, problem.path).marks.append(_mark(problem))
        if trouble.more:
            trie.marks.append(Mark("more", f"and {counted(trouble.more, 'problem')} more"))
    elif trouble is not None:
        trie.marks.append(Mark(_in_words(type(trouble).__name__), str(trouble)))
    value = _tree(found.document.body)
    codec = None if found.reading is None else found.reading.codec.node
    tree = _Drawn(value is not ABSENT, show_values, codec).node("$", value, trie, ())
    path = f" {show_path(found.document.path)}" if found.document.path else ""
    of = "a document of unknown kind" if found.reading is None else found.reading.of
    return Explained(f"{found.document.where}{path}", of, tree)


def _place(trie: _Trie, path: Path) -> _Trie:
    for step in path:
        trie = trie.below.setdefault(step, _Trie())
    return trie


def _mark(problem: Problem) -> Mark:
    details: list[str] = []
    if isinstance(problem.why, NoAlternative):
        details = text(Problems((Problem((), problem.why),))).split("\n")[1:]
    return Mark(_in_words(type(problem.why).__name__), describe(problem.why), details)


def _in_words(name: str) -> str:
    """The name of a class as words: `WrongKind` is `wrong kind`."""
    return "".join(f" {each.lower()}" if each.isupper() else each for each in name).strip()


def _tree(body: bytes) -> Any:
    """The tree of a text of JSON; XML is shown by the places of its problems alone."""
    return ABSENT if looks_like_xml(body) else json_value.decode_json(body).value_or(ABSENT)


class _Drawn:
    """Draws the nodes of one document, as many as there is room for."""

    def __init__(self, has_tree: bool, show_values: bool, codec: n.Node | None) -> None:
        self.has_tree = has_tree
        self.show_values = show_values
        self.codec = codec if codec is not None and facts(codec).secret else None
        """What read the document, if it may have secret members."""
        self.room = MOST_NODES

    def node(self, name: str, value: Any, trie: _Trie, path: Path) -> Node:
        """A value and those below it."""
        self.room -= 1
        is_absent = value is ABSENT and self.has_tree and bool(path)
        made = Node(name, self.what(value, path), [*trie.marks], is_absent)
        held = _inside(value, trie)
        if len(path) < _MOST_LEVELS:
            made.children, made.left_out = self.children(held, trie, path)
        else:
            made.marks += [mark for below in trie.below.values() for mark in _marks(below)]
            made.left_out = len(held)
        made.problems = len(made.marks) + sum(child.problems for child in made.children)
        return made

    def children(self, held: Mapping[Step, Any], trie: _Trie, path: Path) -> tuple[list[Node], int]:
        """The members or items: all that have problems, and the first of the others."""
        children: list[Node] = []
        left_out = 0
        for step, value in held.items():
            if step not in trie.below and (len(children) >= MOST_CHILDREN or self.room <= 0):
                left_out += 1
            else:
                below = trie.below.get(step, _NOTHING)
                children.append(self.node(_named(step), value, below, (*path, step)))
        absent = (step for step in trie.below if step not in held)
        children += [self.node(_named(step), ABSENT, trie.below[step], (*path, step)) for step in absent]
        return children, left_out

    def what(self, value: Any, path: Path) -> str:
        """What a value is: its kind, or a scalar itself if values are shown and it is no secret."""
        if is_dict(value):
            return f"object of {counted(len(value), 'member')}"
        if is_array(value):
            return f"array of {counted(len(value), 'item')}"
        if value is ABSENT:
            return ""
        if not self.show_values:
            return json_kind(value).removeprefix("a ").removeprefix("an ")
        if self.codec is not None and hides(self.codec, path):
            return repr(HIDDEN)
        if isinstance(value, str):
            return quote(value, _LONGEST_VALUE)
        return shorten(str(json_value.encode_json(value).value_or(b""), "utf-8"), _LONGEST_VALUE)


def _inside(value: object, trie: _Trie) -> Mapping[Step, Any]:
    """The members or items of a value; those of a text that is read as JSON are below one more step."""
    if is_dict(value):
        return value
    if is_array(value):
        return dict(enumerate(value))
    if isinstance(value, str) and into_text in trie.below:
        return {into_text: json_value.decode_json(value).value_or(ABSENT)}
    return {}


def _named(step: Step) -> str:
    match step:
        case IntoText():
            return "(the JSON in this text)"
        case int():
            return f"[{step}]"
        case _:
            return shorten(step, _LONGEST_NAME)


def _marks(trie: _Trie) -> Iterator[Mark]:
    yield from trie.marks
    for below in trie.below.values():
        yield from _marks(below)
