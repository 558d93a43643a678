"""Unions: told apart by a tag, by the JSON kind, or by trying; written by the class of the value."""

from __future__ import annotations

from typing import Any, Generic, TypeVar, overload

from ..codec import Codec
from ..decoder import Decoder, node_of
from ..node import kinds as n
from ..read.kind import kinds
from .container import like
from .record import Record, RecordMeta

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
        if self.otherwise is not None:
            raise ValueError("otherwise(...) takes all that is left; it must come last")
        return Case((*self.cases, *other.cases), other.otherwise)

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


def tagged_union(tag: str, cases: Case[A]) -> Codec[A]:
    """An object whose member `tag` says by its text which case it is.

    >>> from ecr_decode import Record, case, field, number, tagged_union
    >>> class Circle(Record):
    ...     radius: float = field("radius", number)
    >>> class Square(Record):
    ...     side: float = field("side", number)
    >>> shape = tagged_union("kind", case("circle", Circle) | case("square", Square))
    >>> shape.decode_json(b'{"kind": "square", "side": 2}')
    <Success: Square(side=2.0)>
    >>> shape.encode_json(Circle(radius=1.0))
    <Success: b'{"kind":"circle","radius":1.0}'>
    >>> print(shape.decode_json(b'{"kind": "cirlce"}').failure())
    $.kind: expected "circle" or "square" (did you mean "circle"?)
    """
    return _union(n.ByTag(tag), cases)


def by_kind(cases: Case[A]) -> Codec[A]:
    """A union whose cases are of different JSON kinds: null, boolean, number, string, array, object.

    >>> from ecr_decode import array, by_kind, case, string
    >>> action = by_kind(case("one", string) | case("many", array(string)))
    >>> action.decode_json(b'"ecr:*"'), action.encode_json(("a", "b"))
    (<Success: ecr:*>, <Success: b'["a","b"]'>)
    >>> print(action.decode_json(b"1").failure())
    $: expected a string or an array, got an integer
    """
    seen: set[str] = set()
    for each in cases.cases:
        found = kinds(each.node)
        if not found:
            raise ValueError(
                f"by_kind: {each.name} may be of any kind; read it by otherwise(...) or one_of(...)"
            )
        if found & seen:
            twice = " and ".join(sorted(found & seen))
            raise ValueError(
                f"by_kind: two cases read {twice}; tell them apart by tagged_union(...) or one_of(...)"
            )
        seen |= found
    return _union(n.ByKind(), cases)


def one_of(cases: Case[A]) -> Codec[A]:
    """A union whose named cases are tried in order; the first that reads the value wins.

    >>> from ecr_decode import Record, case, field, one_of, string
    >>> class Tagged(Record):
    ...     tag: str = field("imageTag", string)
    >>> class Pinned(Record):
    ...     digest: str = field("imageDigest", string)
    >>> image = one_of(case("by tag", Tagged) | case("by digest", Pinned))
    >>> image.decode_json(b'{"imageDigest": "sha256:00"}')
    <Success: Pinned(digest='sha256:00')>
    >>> print(image.decode_json(b"{}").failure())
    $: no alternative fits
      by tag: $.imageTag: missing
      by digest: $.imageDigest: missing
    """
    return _union(n.ByTrial(), cases)


@overload
def nullable(codec: Codec[A]) -> Codec[A | None]: ...
@overload
def nullable(codec: Decoder[A]) -> Decoder[A | None]: ...
def nullable(codec: Decoder[Any]) -> Decoder[Any]:
    """What the codec reads, or null as None. Absence is another matter: see `default` of `field`.

    >>> from ecr_decode import integer, nullable
    >>> nullable(integer).decode_json(b"null"), nullable(integer).decode_json(b"1")
    (<Success: None>, <Success: 1>)
    >>> print(nullable(integer).decode_json(b'""').failure())
    $: expected an integer, got a string

    In XML null is an element with the attribute `xsi:nil="true"`.
    """
    null = n.Case("null", n.Null(), type(None))
    return like(
        codec, n.Choice(n.ByKind(), (null,), n.Case("otherwise", node_of("nullable(...)", codec), None))
    )


def _union(by: n.ByTag | n.ByKind | n.ByTrial, cases: Case[Any]) -> Codec[Any]:
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
    return Codec(n.Choice(by, cases.cases, cases.otherwise))


def written_class(node: n.Node) -> type | None:
    """The class of the values that a node writes, where the description says it."""
    match node:
        case n.Null():
            return type(None)
        case n.Bool():
            return bool
        case n.Integer():
            return int
        case n.Number():
            return float
        case n.String() | n.Text(n.String()):
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
        case n.Refine() | n.Named() | n.Text() | n.At():
            return written_class(node.item)
        case n.Map() | n.Bind() | n.Any() | n.Choice() | n.Lazy():
            return None
