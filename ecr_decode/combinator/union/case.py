"""Cases: the ways a union can go, joined by a bar."""

from __future__ import annotations

from typing import Any, Generic, Never, TypeVar, overload

from ...building import must_be, must_be_text
from ...codec import Codec
from ...decoder import node_of
from ...node import kinds as n
from ..record import Record, RecordMeta

A = TypeVar("A")
B = TypeVar("B")
R = TypeVar("R", bound=Record)


class Case(Generic[A]):
    """One way a union can go, or several joined by a bar; made by `case` and `otherwise`."""

    __slots__ = ("cases", "otherwise")

    def __init__(self, cases: tuple[n.Case, ...], otherwise: n.Case | None = None) -> None:
        self.cases = cases
        self.otherwise = otherwise

    def __or__(self, other: Case[B]) -> Case[A | B]:
        must_be_case("case(...) | ...", other)
        if self.otherwise is not None:
            raise ValueError("otherwise(...) takes all that is left; it must come last")
        return Case((*self.cases, *other.cases), other.otherwise)

    def __ror__(self, other: object) -> Never:
        raise ValueError(f'... | case(...): expected cases, got {other!r}; write case("name", codec)')

    def __repr__(self) -> str:
        cases = [f"{n.spell_literal(case.name)}: {case.node.spell(inside=True)}" for case in self.cases]
        if self.otherwise is not None:
            cases.append(f"otherwise: {self.otherwise.node.spell(inside=True)}")
        return " | ".join(cases)


@overload
def case(name: str, of: type[R]) -> Case[R]: ...
@overload
def case(name: str, of: Codec[A], *, when: type | None = None) -> Case[A]: ...
def case(name: str, of: Codec[Any] | type[Record], *, when: type | None = None) -> Case[Any]:
    """One way a union can go: its tag or name, and the codec or record class it reads.

    `when` is the class of the values that are written by it, where the codec does not say.

    >>> from ecr_decode import by_kind, case, integer, string
    >>> size = by_kind(case("count", integer) | case("text", string))
    >>> size.decode_json(b"3"), size.decode_json(b'"3"')
    (<Success: 3>, <Success: 3>)
    >>> print(size.decode_json(b"[]").failure())
    $: expected a number or a string, got an array
    """
    must_be_text("case(name, ...)", name)
    must_be(f"case({name!r}, when=...)", when, type | None, "a class")
    node = node_of(f"case({name!r}, ...)", of.codec if isinstance(of, RecordMeta) else of)
    return Case((n.Case(name, node, when or written_class(node)),))


def otherwise(codec: Codec[A]) -> Case[A]:
    """The last case of a union: what takes all that no other case does.

    >>> from ecr_decode import by_kind, case, json_value, otherwise, string
    >>> loose = by_kind(case("text", string) | otherwise(json_value))
    >>> loose.decode_json(b"[1]")
    <Success: [1]>
    >>> print(loose.decode_json(b"[1").failure())
    line 1, column 3: unexpected end of data
    """
    return Case((), n.Case("otherwise", node_of("otherwise(...)", codec), None))


def must_be_case(where: str, given: object) -> None:
    """Refuse what is not made by `case` or `otherwise`."""
    if not isinstance(given, Case):
        raise ValueError(f'{where}: expected cases, got {given!r}; write case("name", codec)')


def union(by: n.ByTag | n.ByKind | n.ByTrial, cases: Case[Any]) -> Codec[Any]:
    """The union of some cases, once they can be told apart on writing."""
    names = [each.name for each in cases.cases]
    if not names:
        raise ValueError("a union needs at least one case(...)")
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"two cases are named {name!r}")
    for index, each in enumerate(cases.cases):
        if each.when is None:
            raise ValueError(f"case({each.name!r}, ...): say which class it writes, as in when=int")
        for before in cases.cases[:index]:
            if before.when is each.when:
                shared = each.when.__name__
                raise ValueError(
                    f"cases {before.name!r} and {each.name!r} both write {shared}; say when= for one of them"
                )
    return Codec(n.Union(by, cases.cases, cases.otherwise))


def written_class(node: n.Node) -> type | None:
    """The class of the values that a node writes, where the description says it."""
    match node:
        case n.JsonNull():
            return type(None)
        case n.Bool():
            return bool
        case n.Integer():
            return int
        case n.Number():
            return float
        case n.String() | n.JsonText(n.String()):
            return str
        case n.Blob():
            return bytes
        case n.Timestamp():
            from datetime import datetime

            return datetime
        case n.Array() | n.Tuple():
            return tuple
        case n.Dict():
            return dict
        case n.Enumeration(cls):
            return cls
        case n.Literal(types=types):
            return types[0] if len(set(types)) == 1 else None
        case n.Record(construct=construct):
            from typing import get_origin

            maker = get_origin(construct) or construct
            return maker if isinstance(maker, type) else None
        case n.Refine() | n.Named() | n.JsonText() | n.At():
            return written_class(node.item)
        case n.Transform() | n.Bind() | n.AnyJson() | n.Union() | n.Lazy():
            return None
