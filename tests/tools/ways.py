"""How many steps a matcher takes that tries the ways through a pattern one after another.

Such a matcher fails on a text only when it has gone every way that a beginning of the text allows, so its
steps are the ways of all beginnings together. They are counted here for all positions at once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import Any

FLAGS = re.ASCII
MANY = 10_000
"""More rounds of a repeat than the longest text has."""


def parsed(pattern: str) -> Any:
    return import_module("re._parser").parse(pattern, FLAGS)


class Steps:
    """Counts the steps over one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.count = 0

    def sequence(self, tokens: Any, ways: Counter[int]) -> Counter[int]:
        """The ways to have read the tokens, by the position reached."""
        for kind, what in tokens:
            ways = self.token(str(kind), what, ways)
        return ways

    def token(self, kind: str, what: Any, ways: Counter[int]) -> Counter[int]:
        match kind:
            case "AT":
                end = len(self.text) if "END" in str(what) else 0
                return Counter({end: ways[end]}) if ways[end] else Counter()
            case "SUBPATTERN":
                return self.sequence(what[-1], ways)
            case "BRANCH":
                found: Counter[int] = Counter()
                for branch in what[1]:
                    found += self.sequence(branch, ways)
                return found
            case "MAX_REPEAT":
                least, most, inner = what
                return self.repeat(least, most, inner, ways)
            case _:
                return self.character(kind, what, ways)

    def repeat(self, least: int, most: int, tokens: Any, ways: Counter[int]) -> Counter[int]:
        found: Counter[int] = Counter() if least else Counter(ways)
        for done in range(1, min(int(most), MANY) + 1):
            ways = self.sequence(tokens, ways)
            if not ways:
                break
            if done >= least:
                found += ways
        return found

    def character(self, kind: str, what: Any, ways: Counter[int]) -> Counter[int]:
        found: Counter[int] = Counter()
        for position, count in ways.items():
            self.count += count
            if position < len(self.text) and takes(kind, what, self.text[position]):
                found[position + 1] += count
        return found


def takes(kind: str, what: Any, character: str) -> bool:
    """Whether a place of a pattern takes a character."""
    match kind:
        case "LITERAL":
            return bool(ord(character) == what)
        case "IN":
            negated = any(str(each) == "NEGATE" for each, _ in what)
            return any(takes(str(each), item, character) for each, item in what) is not negated
        case "RANGE":
            return bool(what[0] <= ord(character) <= what[1])
        case "CATEGORY":
            return bool(CATEGORIES[str(what)].match(character))
        case "NEGATE":
            return False
        case _:
            raise NotImplementedError(kind)


CATEGORIES = {
    "CATEGORY_WORD": re.compile(r"\w", FLAGS),
    "CATEGORY_NOT_SPACE": re.compile(r"\S", FLAGS),
}


def steps(pattern: str, text: str) -> int:
    counted = Steps(text)
    counted.sequence(parsed(pattern), Counter([0]))
    return counted.count


def pumped(pattern: str, length: int) -> Iterator[str]:
    """Texts that stay in one repeat of a pattern for a length, by each character and pair that it takes."""
    tokens = parsed(pattern)
    for place in range(repeats(tokens)):
        for choice in range(3):
            walk = Walk(place, choice, length)
            yield walk.text(tokens)


def repeats(tokens: Any) -> int:
    """How many repeats without a narrow bound a pattern has."""
    inner = [what[-1] for kind, what in tokens if str(kind) in {"SUBPATTERN", "MAX_REPEAT"}]
    branches = [branch for kind, what in tokens if str(kind) == "BRANCH" for branch in what[1]]
    here: int = sum(str(kind) == "MAX_REPEAT" and what[0] != what[1] for kind, what in tokens)
    return here + sum(map(repeats, (*inner, *branches)))


class Walk:
    """Writes a text that a pattern takes, one repeat of it drawn out."""

    def __init__(self, place: int, choice: int, length: int) -> None:
        self.place = place
        self.choice = choice
        self.length = length
        self.passed = 0

    def text(self, tokens: Any) -> str:
        return "".join(self.token(str(kind), what) for kind, what in tokens)

    def token(self, kind: str, what: Any) -> str:
        match kind:
            case "AT":
                return ""
            case "SUBPATTERN":
                return self.text(what[-1])
            case "BRANCH":
                return max((self.text(branch) for branch in what[1]), key=len)
            case "MAX_REPEAT":
                return self.repeat(*what)
            case _:
                allowed = [chr(code) for code in range(33, 127) if takes(kind, what, chr(code))]
                return allowed[(0, len(allowed) // 2, -1)[self.choice]]

    def repeat(self, least: int, most: int, tokens: Any) -> str:
        here, self.passed = self.passed, self.passed + (least != most)
        once = self.text(tokens)
        if least == most or here != self.place:
            return once * max(least, min(1, int(most)))
        return once * max(1, self.length // max(1, len(once)))
