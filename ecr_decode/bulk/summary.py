"""Summaries: how many items there are, and what is wrong with how many of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from returns.result import Success

from ..building import must_be_function
from ..combinator.container import dict_of
from ..combinator.field import field
from ..combinator.record import Record
from ..combinator.scalar import integer
from ..decoder import Decoder
from ..error.path import Path
from .item import Item, must_be_item, must_be_items
from .lines import Seen, are_lines
from .pattern import patterns
from .sizes import Counting, Sizes, added

A = TypeVar("A")

_counts = dict_of(integer)


class Summary(Record):
    r"""What a stream of items holds, in numbers; it has no value and no unknown name of a document.

    >>> from ecr_decode import bulk, integer
    >>> one = bulk.summarise(bulk.decode_lines(integer, b"1\n2\n"))
    >>> two = bulk.summarise(bulk.decode_lines(integer, b"null\n"))
    >>> (one + two).items, sum([one, two]) == one + two, one + bulk.Summary() == one
    (3, True, True)
    >>> (one + two).encode_json().unwrap()[:40]
    b'{"items":3,"failures":1,"problems":{"$":'

    Summaries add with `+`; `sum` of the summaries of parts is the summary of the whole.
    """

    items: int = field(integer, default=0)
    failures: int = field(integer, default=0)
    problems: dict[str, dict[str, int]] = field(dict_of(_counts), default_factory=dict)
    """How many problems there are at each path, by their kinds; `[]` is any index, `*` any unknown name."""
    unlisted: int = field(integer, default=0)
    """How many problems are in `more` of the errors."""
    keys: dict[str, int] = field(_counts, default_factory=dict)
    """How many values there are of each key."""
    unkeyed: int = field(integer, default=0)
    """For how many values the function of keys raised, or gave no text."""
    sizes: Sizes = field(Sizes.codec, default_factory=Sizes)

    @property
    def successes(self) -> int:
        """How many items were read."""
        return self.items - self.failures

    @property
    def kinds(self) -> dict[str, int]:
        """How many problems there are of each kind."""
        counts: dict[str, int] = {}
        for each in self.problems.values():
            counts = added(counts, each)
        return counts

    @property
    def paths(self) -> dict[str, int]:
        """How many problems there are at each path."""
        return {path: sum(counts.values()) for path, counts in self.problems.items()}

    def __add__(self, other: Summary) -> Summary:
        """The summary of the items of both."""
        problems = dict(self.problems)
        for path, counts in other.problems.items():
            problems[path] = added(problems.get(path, {}), counts)
        return Summary(
            items=self.items + other.items,
            failures=self.failures + other.failures,
            problems=problems,
            unlisted=self.unlisted + other.unlisted,
            keys=added(self.keys, other.keys),
            unkeyed=self.unkeyed + other.unkeyed,
            sizes=self.sizes + other.sizes,
        )

    def __radd__(self, other: int) -> Summary:
        """The summary itself, where `sum` adds it to its 0."""
        return self if other == 0 else NotImplemented


def summarise(items: Iterable[Item[A]], key: Callable[[A], str | None] | None = None) -> Summary:
    r"""How many items there are, how many are wrong, in which way and where, and how large they are.

    >>> from ecr_decode import Record, bulk, dict_of, field, integer, string
    >>> class Event(Record):
    ...     name: str = field("eventName", string)
    ...     counts: dict[str, int] = field("counts", dict_of(integer), default_factory=dict)
    >>> lines = b'{"eventName": "Put"}\n{"counts": {"secret": "x"}}\n'
    >>> summary = bulk.summarise(bulk.decode_lines(Event.codec, lines), key=lambda event: event.name)
    >>> summary.keys, summary.problems
    ({'Put': 1}, {'$.eventName': {'Missing': 1}, '$.counts.*': {'WrongKind': 1}})
    >>> summary.sizes.largest
    28

    `key` gives the text by which a value is counted. Sizes are those of the lines in bytes.
    """
    if key is not None:
        must_be_function("summarise(..., key=...)", key)
    must_be_items("summarise(items)", items)
    sizes, keys, problems = Counting(), defaultdict[str | None, int](int), Problems()
    take = None if key is None else _keying(keys, key)
    failures = 0
    for item in _but_read(items, Seen(sizes, take)):
        must_be_item("summarise(items)", item)
        result = item.result
        sizes.add(item.size)
        if not isinstance(result, Success):
            failures += 1
            problems.add(item)
        elif take is not None:
            take(result.unwrap())
    total = sizes.ended()
    return Summary(
        items=total.count,
        failures=failures,
        problems=problems.counts,
        unlisted=problems.unlisted,
        unkeyed=keys.pop(None, 0),
        keys={name: count for name, count in keys.items() if name is not None},
        sizes=total,
    )


class Problems:
    """The problems of many items, counted by path and kind."""

    def __init__(self) -> None:
        self.counts: dict[str, dict[str, int]] = {}
        self.unlisted: int = 0
        self.codec: Decoder[Any] | None = None
        self.pattern: Callable[[Path], str] = patterns(None)

    def add(self, item: Item[Any]) -> None:
        """Count the problems of an item that is wrong."""
        if item.codec is not self.codec:
            self.codec, self.pattern = item.codec, patterns(item.codec)
        error = item.result.failure()
        self.unlisted += error.more
        for problem in error.problems:
            counts = self.counts.setdefault(self.pattern(problem.path), {})
            kind = type(problem.why).__name__
            counts[kind] = counts.get(kind, 0) + 1


def _keying(keys: dict[str | None, int], key: Callable[[Any], object]) -> Callable[[Any], None]:
    """What counts values by their keys."""

    def take(value: Any) -> None:
        try:
            name = key(value)
        except MemoryError:
            raise
        except Exception:  # a caller's function may raise anything
            name = None
        keys[name if type(name) is str else _text(name)] += 1

    return take


def _text(name: object) -> str | None:
    """The text of a key, as a plain `str`: a member of an enumeration may be one."""
    return str.__str__(name) if isinstance(name, str) else None


def _but_read(items: Iterable[Item[Any]], seen: Seen) -> Iterable[Item[Any]]:
    """The items; of lines of which none is taken yet, those that failed alone."""
    return items.but(seen) if are_lines(items) and not items.is_begun else items
