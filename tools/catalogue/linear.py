"""Whether a pattern is matched in linear time, by proof rather than by trial.

Python tries the ways through a pattern one after another, so its work on a text is bounded by the number of
ways in which the beginnings of the text can be read. That number grows with the text only if there are two
places p and q in the pattern and a word that leads from p to p, from p to q and from q to q: then each
repetition of the word adds a choice. (Weber and Seidl, On the degree of ambiguity of finite automata.) The
places are the characters of the pattern; a repeat with a bound counts as one without, which has more ways.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Protocol, TypeAlias, cast

_Tokens: TypeAlias = Iterable[tuple[object, Any]]
_MOST_COPIES = 16


class _Parser(Protocol):
    """What is used of the parser in the standard library, which has no types."""

    def parse(self, pattern: str, /, flags: int) -> _Tokens: ...


class _Unproven(Exception):
    """Leaves the walk over a pattern that this module cannot decide."""


@dataclass(frozen=True)
class _Part:
    """A part of a pattern: the places where it may begin and end, each as often as there are ways to."""

    first: Counter[int] = field(default_factory=Counter[int])
    last: Counter[int] = field(default_factory=Counter[int])
    empty: int = 1
    """In how many ways it matches nothing."""


def is_linear(pattern: str) -> bool:
    """Whether matching all of a text takes time in proportion to its length, whatever the text.

    >>> is_linear("(ab?)+c"), is_linear("(a+)+b"), is_linear("a*a*b")
    (True, False, False)
    """
    parser = cast(_Parser, import_module("re._parser"))
    automaton = _Automaton()
    if re.compile(pattern, re.ASCII).flags & re.IGNORECASE:
        return False
    try:
        automaton.sequence(parser.parse(pattern, re.ASCII))
    except _Unproven:
        return False
    return automaton.is_linear()


class _Automaton:
    """The places of a pattern, what may stand in each, and which may follow which."""

    def __init__(self) -> None:
        self.classes: list[frozenset[int]] = []
        self.edges: Counter[tuple[int, int]] = Counter()

    # from the pattern

    def sequence(self, tokens: _Tokens) -> _Part:
        whole = _Part()
        for token in tokens:
            whole = self._then(whole, self._part(*token))
        return whole

    def _part(self, kind: object, what: Any) -> _Part:
        match str(kind):
            case "AT":
                return _Part()
            case "LITERAL" | "NOT_LITERAL" | "ANY" | "IN" as name:
                return self._place(_characters(name, what))
            case "SUBPATTERN" if not what[1] & re.IGNORECASE:
                return self.sequence(what[-1])
            case "BRANCH":
                return _either([self.sequence(branch) for branch in what[-1]])
            case "MAX_REPEAT" | "MIN_REPEAT":
                least, most, tokens = what
                return self._repeat(least, int(most), tokens)
            case _:
                raise _Unproven

    def _place(self, characters: frozenset[int]) -> _Part:
        self.classes.append(characters)
        here = Counter([len(self.classes) - 1])
        return _Part(here, here, 0)

    def _then(self, before: _Part, behind: _Part) -> _Part:
        self._join(before.last, behind.first)
        return _Part(
            before.first + _times(behind.first, before.empty),
            behind.last + _times(before.last, behind.empty),
            before.empty * behind.empty,
        )

    def _repeat(self, least: int, most: int, tokens: _Tokens) -> _Part:
        if least == most <= _MOST_COPIES:
            whole = _Part()
            for _ in range(least):
                whole = self._then(whole, self.sequence(tokens))
            return whole
        once = self.sequence(tokens)
        if most > 1:
            if once.empty:
                raise _Unproven  # each round may match nothing, in any number of ways
            self._join(once.last, once.first)
        return once if least else _either([once, _Part()])

    def _join(self, before: Counter[int], behind: Counter[int]) -> None:
        for p, ways in before.items():
            for q, more in behind.items():
                self.edges[p, q] += ways * more

    # the proof

    def is_linear(self) -> bool:
        following: dict[int, list[int]] = {place: [] for place in range(len(self.classes))}
        for p, q in self.edges:
            following[p].append(q)
        reach = {place: _reached(place, following) for place in following}
        looping = [place for place in following if place in reach[place]]
        if any(ways > 1 and p in reach[q] for (p, q), ways in self.edges.items()):
            return False
        return not any(
            self._adds_a_choice(p, q, following, reach)
            for p in looping
            for q in looping
            if p != q and q in reach[p]
        )

    def _adds_a_choice(
        self, p: int, q: int, following: dict[int, list[int]], reach: dict[int, set[int]]
    ) -> bool:
        """Whether one word leads from p to p, from p to q and from q to q."""
        seen: set[tuple[int, int, int]] = set()
        todo = [(p, p, q)]
        while todo:
            a, b, c = todo.pop()
            for x in following[a]:
                if p not in reach[x]:
                    continue
                for y in following[b]:
                    common = self.classes[x] & self.classes[y]
                    if not common or (q != y and q not in reach[y]):
                        continue
                    for z in following[c]:
                        if q in reach[z] and (x, y, z) not in seen and common & self.classes[z]:
                            if (x, y, z) == (p, q, q):
                                return True
                            seen.add((x, y, z))
                            todo.append((x, y, z))
        return False


def _reached(place: int, following: dict[int, list[int]]) -> set[int]:
    found: set[int] = set()
    todo = [*following[place]]
    while todo:
        here = todo.pop()
        if here not in found:
            found.add(here)
            todo += following[here]
    return found


def _either(parts: Sequence[_Part]) -> _Part:
    whole = _Part(empty=0)
    for part in parts:
        whole = _Part(whole.first + part.first, whole.last + part.last, whole.empty + part.empty)
    return whole


def _times(places: Counter[int], ways: int) -> Counter[int]:
    return Counter({place: count * ways for place, count in places.items() if ways})


_REST = 0x180
_ALPHABET = frozenset(range(_REST + 1))
"""The first characters, and one that stands for all the others; a class holds it if it holds one of them."""
_CATEGORIES = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}


def _characters(kind: str, what: Any) -> frozenset[int]:
    match kind:
        case "ANY":
            return _ALPHABET
        case "LITERAL":
            return frozenset((min(what, _REST),))
        case "NOT_LITERAL":
            return _others({what})
        case _:
            return _class(what)


def _class(items: Sequence[tuple[object, Any]]) -> frozenset[int]:
    found: set[int] = set()
    for kind, what in items:
        found.update(_members(str(kind), what))
    negated = any(str(kind) == "NEGATE" for kind, _ in items)
    return _others(found) if negated else frozenset(found)


def _others(characters: set[int]) -> frozenset[int]:
    return (_ALPHABET - characters) | {_REST}


def _members(kind: str, what: Any) -> Iterator[int]:
    match kind:
        case "NEGATE":
            pass
        case "LITERAL":
            yield min(what, _REST)
        case "RANGE":
            low, high = what
            yield from range(min(low, _REST), min(high, _REST) + 1)
        case "CATEGORY":
            name = str(what).removeprefix("CATEGORY_")
            known = re.compile(_CATEGORIES[name.removeprefix("NOT_")], re.ASCII)
            wanted = not name.startswith("NOT_")
            yield from (code for code in _ALPHABET if bool(known.match(chr(code))) is wanted)
        case _:
            raise _Unproven
