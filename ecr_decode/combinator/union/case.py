"""Cases: the ways a union can go, joined by a bar."""

from __future__ import annotations

from typing import Any, Generic, Never, TypeAlias, TypeVar, overload

from ...building import must_be
from ...codec import Codec
from ...decoder import Decoder, node_of
from ...guard import is_tuple
from ...limits import LARGEST_INTEGER, SMALLEST_INTEGER
from ...node import kinds as n
from ...node.either import never_fails
from ...node.style import Element
from ...node.written import written_classes
from ...parse.json import plain_text
from ..names import must_be_names
from ..record import Record, RecordMeta

A = TypeVar("A")
A_co = TypeVar("A_co", covariant=True)
B = TypeVar("B")
R = TypeVar("R", bound=Record)

Tag: TypeAlias = n.Tag | Element
Tags: TypeAlias = Tag | tuple[Tag, ...]
"""The tag of a case, or several that mean it."""


class Case(Generic[A_co]):
    """One way a union can go, or several joined by a bar; made by `case` and `otherwise`."""

    __slots__ = ("cases", "otherwise")

    def __init__(self, cases: tuple[n.Case, ...], otherwise: n.Case | None = None) -> None:
        self.cases: tuple[n.Case, ...] = cases
        self.otherwise: n.Case | None = otherwise

    def __or__(self, other: Case[B]) -> Case[A_co | B]:
        must_be_case("case(...) | ...", other)
        if self.otherwise is not None:
            raise ValueError("otherwise(...) takes all that is left; it must come last")
        return Case((*self.cases, *other.cases), other.otherwise)

    def __ror__(self, other: object) -> Never:
        raise ValueError(f'... | case(...): expected cases, got {other!r}; write case("name", codec)')

    def __repr__(self) -> str:
        cases = [f"{spell_tags(case.tags)}: {case.node.spell(inside=True)}" for case in self.cases]
        if self.otherwise is not None:
            cases.append(f"otherwise: {self.otherwise.node.spell(inside=True)}")
        return " | ".join(cases)


@overload
def case(tag: Tags, of: type[R], /) -> Case[R]: ...
@overload
def case(tag: Tags, of: Decoder[A], /, *, when: type | None = None) -> Case[A]: ...
def case(tag: Any, of: Any, /, *, when: type | None = None) -> Case[Any]:
    """One way a union can go: its name or tag, and the codec or record class it reads.

    A case of a `tagged_union` may have several tags, as a tuple; the first is written.
    `when` is the class of the values that are written by it, where the codec does not say.

    >>> from ecr_decode import by_kind, case, integer, string
    >>> size = by_kind(case("count", integer) | case("text", string))
    >>> size.decode_json(b"3"), size.decode_json(b'"3"')
    (<Success: 3>, <Success: 3>)
    >>> print(size.decode_json(b"[]").failure())
    $: expected a number or a string, got an array
    """
    given = tag if is_tuple(tag) else (tag,)
    tags = tuple(map(_tag, given))
    places = tuple(each if isinstance(each, Element) else None for each in given)
    if not tags:
        raise ValueError('case((), ...): expected a name or a tag; write case("name", codec)')
    name = tags[0] if isinstance(tags[0], str) else n.spell_literal(tags[0])
    where = f"case({tag!r}, ...)"
    must_be(f"case({tag!r}, when=...)", when, type | None, "a class")
    node = _node_of(where, of.codec if isinstance(of, RecordMeta) else of)
    classes = written_classes(node) if when is None else (when,)
    return Case((n.Case(name, node, classes, tags, places if any(places) else ()),))


def otherwise(codec: Decoder[A], /) -> Case[A]:
    """The last case of a union: what takes all that no other case does.

    >>> from ecr_decode import by_kind, case, json_value, otherwise, string
    >>> loose = by_kind(case("text", string) | otherwise(json_value))
    >>> loose.decode_json(b"[1]")
    <Success: [1]>
    >>> print(loose.decode_json(b"[1").failure())
    line 1, column 3: expected "," or "]", got the end of the text
    """
    return Case((), n.Case("otherwise", _node_of("otherwise(...)", codec)))


def _node_of(where: str, codec: Any) -> n.Node:
    node = node_of(where, codec)
    if not isinstance(codec, Codec):
        raise ValueError(f"{where}: expected a codec, got a decoder; a union that only reads is a | b")
    return node


def _tag(given: object) -> n.Tag:
    match given:
        case bool():
            return given
        case int() if SMALLEST_INTEGER <= given <= LARGEST_INTEGER:
            return int(given)
        case Element(name):
            if given != Element(name, ns=given.ns):
                raise ValueError(f"case(...): expected element(name, ns=...) alone, got {given!r}")
            must_be_names("case(...)", None, given)
            return name
        case str() if (text := plain_text(given)) is not None:
            return text
        case _:
            raise ValueError(
                f"case(tag, ...): expected a text, an integer of 64 bits or a boolean, got {given!r}"
            )


def spell_tags(tags: tuple[n.Tag, ...]) -> str:
    """The tags of a case as JSON spells them."""
    return " or ".join(map(n.spell_literal, tags))


def must_be_case(where: str, given: object) -> None:
    """Refuse what is not made by `case` or `otherwise`."""
    if not isinstance(given, Case):
        raise ValueError(f'{where}: expected cases, got {given!r}; write case("name", codec)')


def must_be_named(where: str, cases: Case[Any]) -> None:
    """Refuse cases of other tags than one name each, where no tag decides."""
    for each in cases.cases:
        if each.tags != (each.name,) or each.xml:
            raise ValueError(
                f"{where}: expected a case of one name, got {spell_tags(each.tags)}; "
                "tags that are not one text are for tagged_union(tag, ...)"
            )


def union(by: n.ByTag | n.ByKey | n.ByKind | n.ByTrial, cases: Case[Any]) -> Codec[Any]:
    """The union of some cases, once they can be told apart on writing."""
    if not cases.cases:
        raise ValueError("a union needs at least one case(...)")
    seen: set[tuple[type, n.Tag]] = set()
    for tag in (tag for each in cases.cases for tag in each.tags):
        if (type(tag), tag) in seen:
            raise ValueError(f"two cases are named {tag!r}")
        seen.add((type(tag), tag))
    for index, each in enumerate(cases.cases):
        if not each.when:
            raise ValueError(f"case({each.name!r}, ...): say which class it writes, as in when=int")
        for before in cases.cases[:index]:
            for cls in before.when:
                if cls in each.when:
                    raise ValueError(_both_write(by, before, each, cls))
    if isinstance(by, n.ByTrial):
        _must_let_later_ones_be_tried(cases)
    return Codec(n.Union(by, cases.cases, cases.otherwise))


def _must_let_later_ones_be_tried(cases: Case[Any]) -> None:
    """Refuse a Result before another case: it is read from any value."""
    for each in cases.cases if cases.otherwise is not None else cases.cases[:-1]:
        if never_fails(each.node):
            raise ValueError(f"case({each.name!r}, result_of(...)) never fails; put it last")


def _both_write(by: n.ByTag | n.ByKey | n.ByKind | n.ByTrial, one: n.Case, other: n.Case, cls: type) -> str:
    is_one = isinstance(by, n.ByTag | n.ByKey) and one.node is other.node
    several = f"write case({(*one.tags, *other.tags)!r}, codec), " if is_one else ""
    return (
        f"cases {one.name!r} and {other.name!r} both write {cls.__name__}; {several}say when= for one of "
        f"them, or give one a class of its own: case({other.name!r}, codec.map(C, g))"
    )
