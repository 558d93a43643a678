"""One codec with and without the fast paths: reading JSON and XML and writing, over inputs made by chance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice
from random import Random
from typing import Any, NamedTuple

import msgspec
from returns.result import Failure, Result, Success

from ecr_decode import Codec, Decoder, NoAlternative, Problem, TooDeep, plain, plain_only
from ecr_decode.guard import is_array, is_dict
from ecr_decode.node.facts import facts
from ecr_decode.node.style import XmlStyle
from ecr_decode.parse.json import parse
from tests.fast import xml_damage
from tests.fast.damage import damaged
from tests.fast.deep import deep, deep_stack
from tests.fast.documents import document
from tests.fast.mutations import every_renamed, mutated, renamed
from tests.guard.attributes import words_of

AWS_STYLE = XmlStyle(item="member", entry="entry", wrapped_results=True)
STYLES = (plain, AWS_STYLE)


class Difference(NamedTuple):
    """What the fast paths and the plain interpreters say of one input, where that is not the same."""

    verb: str
    codec: str
    given: str
    fast: str
    plain: str


class Compared:
    """The comparisons of one codec; `counts` tells how many there were of each kind."""

    def __init__(
        self, codec: Decoder[Any], rng: Random, counts: Counter[str], names: Sequence[str] = ()
    ) -> None:
        self.codec = codec
        self.rng = rng
        self.counts = counts
        self.words = sorted(words_of(codec.node))
        """All texts of the description: names that some attribute may take for those of members."""
        self.names = names
        """Those that are tried for each member."""

    def differences(self, documents: int) -> Iterator[Difference]:
        """Over so many documents of each kind, and what they hold."""
        values: list[Any] = []
        for raw in self._documents(documents):
            damages = (mutated(raw, self.rng), renamed(raw, self.rng, self.words))
            for each in (raw, *damages, *islice(every_renamed(raw, self.names), _MOST_RENAMED)):
                found = self._run("decode_json", each, partial(self.codec.decode_json, each))
                if isinstance(found, Difference):
                    yield found
                elif isinstance(found, Success):
                    values.append(found.unwrap())
            yield from self._of_tree(raw)
        if isinstance(self.codec, Codec):
            for value in values:
                yield from self._written(self.codec, value)

    def _documents(self, count: int) -> Iterator[bytes]:
        for number in range(count):
            yield document(self.codec.node, self.rng, 0 if number % 2 else 0.03).encode()
        if facts(self.codec.node).recursive:
            yield deep(self.codec.node, self.rng, self.rng.choice(_DEPTHS)).encode()

    def _of_tree(self, raw: bytes) -> Iterator[Difference]:
        tree, _ = parse(raw)
        for each in (tree, damaged(tree, self.rng)):
            found = self._run("of_json", each, partial(self.codec.of_json, each))
            if isinstance(found, Difference):
                yield found

    def _written(self, codec: Codec[Any], value: Any) -> Iterator[Difference]:
        for each in (value, damaged(value, self.rng)):
            for verb, write in (
                ("encode_json", codec.encode_json),
                ("to_json", codec.to_json),
                ("check", codec.check),
            ):
                found = self._run(verb, each, partial(write, each))
                if isinstance(found, Difference):
                    yield found
            style = self.rng.choice(STYLES)
            found = self._run("encode_xml", each, partial(codec.encode_xml, each, root="r", style=style))
            if isinstance(found, Difference):
                yield found
        yield from self._in_xml(codec, value)

    def _in_xml(self, codec: Codec[Any], value: Any) -> Iterator[Difference]:
        style = self.rng.choice(STYLES)
        written = codec.encode_xml(value, root="r", style=style).value_or(b"<r><kind>days</kind></r>")
        damages = (xml_damage.mutated(written, self.rng), xml_damage.renamed(written, self.rng, self.words))
        for raw in (written, *damages, *islice(xml_damage.every_renamed(written, self.names), _MOST_RENAMED)):
            found = self._run("decode_xml", raw, partial(codec.decode_xml, raw, style=style))
            if isinstance(found, Difference):
                yield found

    def _run(
        self, verb: str, given: Any, run: Callable[[], Result[Any, Any]]
    ) -> Result[Any, Any] | Difference:
        fast = run()
        with plain_only():
            slow = run()
        if _end_apart(fast, slow):  # one path takes more of the stack than the other
            if verb not in _READING:  # texts in texts would take all memory before they are too deep
                self.counts[f"{verb}, too deep for one"] += 1
                return slow
            with deep_stack():
                fast = run()
                with plain_only():
                    slow = run()
        with deep_stack():
            equal = are_equal(fast, slow)
            if equal:
                self.counts[f"{verb}, {'accepted' if isinstance(slow, Success) else 'refused'}"] += 1
                return slow
            if self._is_the_exception(verb, fast, slow):
                self.counts[f"{verb}, the exception"] += 1
                return fast
            self.counts[f"{verb}, DIFFERENT"] += 1
            return Difference(verb, repr(self.codec), repr(given), repr(fast), repr(slow))

    def _is_the_exception(self, verb: str, fast: Result[Any, Any], slow: Result[Any, Any]) -> bool:
        """Whether the difference is the documented one: in reading, or in reading a kept text again."""
        again = {"encode_json": self.codec.decode_json, "to_json": self.codec.of_json}.get(verb)
        if again is None or isinstance(fast, Failure):
            return verb in ("decode_json", "of_json") and is_the_exception(fast, slow)
        read = again(fast.unwrap())
        with plain_only():
            return is_the_exception(read, again(fast.unwrap()))


def is_too_deep(result: Result[Any, Any]) -> bool:
    """Whether the nesting, or the stack, was in the way."""
    whys = [problem.why for problem in result.failure().problems] if isinstance(result, Failure) else []
    return any(isinstance(why, TooDeep) for why in whys)


def _end_apart(fast: Result[Any, Any], slow: Result[Any, Any]) -> bool:
    """Whether one ends where the other does not, or somewhere else."""
    ends = is_too_deep(fast), is_too_deep(slow)
    return ends[0] is not ends[1] or (ends[0] and repr(fast) != repr(slow))


_READING = ("decode_json", "of_json", "decode_xml")
_MOST_RENAMED = 40
_DEPTHS = (*range(30, 220, 10), *range(96, 103), *range(195, 206))
"""Near the limit, and near what is left of it where texts or lone items take levels."""


def are_equal(fast: Result[Any, Any], slow: Result[Any, Any]) -> bool:
    """Whether two results are equal in all that can be seen of them: values, classes, and their order."""
    if repr(fast) != repr(slow):
        return False
    if isinstance(fast, Failure) or isinstance(slow, Failure):
        return bool(fast == slow)
    if fast.unwrap() is slow.unwrap():
        return True
    return classes(fast.unwrap()) == classes(slow.unwrap()) and ("nan" in repr(fast) or bool(fast == slow))


def classes(value: Any) -> Any:
    """The class of a value, and of all that it holds."""
    if is_dict(value):
        return dict, [(classes(name), classes(each)) for name, each in value.items()]
    if is_array(value):
        return type(value), [classes(each) for each in value]
    if isinstance(value, msgspec.Struct):
        return type(value), [classes(getattr(value, name)) for name in value.__struct_fields__]
    return type(value), classes(vars(value)) if hasattr(value, "__dict__") and not isinstance(
        value, type
    ) else None


def is_the_exception(fast: Result[Any, Any], slow: Result[Any, Any]) -> bool:
    """Whether they differ as documented: by a number or a nesting out of bounds, in what the codec ignores.

    Such a member may stand in a document or in a text that holds one, with other problems beside it.
    """
    if isinstance(slow, Success):
        return False
    told = slow.failure().problems
    within = tuple(each for each in told if not is_out_of_bounds(each))
    return len(within) < len(told) and within == (
        () if isinstance(fast, Success) else fast.failure().problems
    )


def is_out_of_bounds(problem: Problem) -> bool:
    """Whether a problem is a bound that only the plain interpreter sees, or an alternative full of them."""
    match problem.why:
        case NoAlternative(alternatives):
            return any(all(map(is_out_of_bounds, each.problems)) for each in alternatives if each.problems)
        case why:
            return repr(why).startswith(_OUT_OF_BOUNDS)


_OUT_OF_BOUNDS = (
    "Malformed(message='expected a number that a double",
    "Malformed(message='expected an integer of at most 4,300 digits",
    "TooDeep(limit=1024)",
)
