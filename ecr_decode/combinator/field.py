"""The members of a record: what each is called on both sides, and what its absence means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, overload

import msgspec

from ..building import must_be, must_be_function, must_be_text
from ..codec import Codec
from ..decoder import Decoder, node_of
from ..node import kinds as n
from ..node.layers import bare
from ..node.style import Attribute, Element, ElementText, Flattened, XmlHint, names_a_map
from .names import must_be_names

A = TypeVar("A")
D = TypeVar("D")


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """What `field(...)` gives at run time: a member that has no name in Python yet."""

    wire: str
    node: n.Node
    default: Any
    omit: bool | Callable[[Any], bool] | None
    xml: XmlHint | None
    secret: bool
    writes: bool

    def member(self, name: str) -> n.Member:
        """The member under the name that it has in Python."""
        return n.Member(
            name=name,
            wire=self.wire,
            node=self.node,
            default=self.default,
            omit=self.omit,
            xml=self.xml,
            secret=self.secret,
        )


class OthersField(msgspec.Struct, frozen=True, kw_only=True):
    """What `others(...)` gives at run time."""

    node: n.Node
    writes: bool


@overload
def field(name: str, codec: Decoder[A], *, xml: XmlHint | None = None, secret: bool = False) -> A: ...
@overload
def field(
    name: str,
    codec: Decoder[A],
    *,
    default: D,
    omit: bool | Callable[[A | D], bool] | None = None,
    xml: XmlHint | None = None,
    secret: bool = False,
) -> A | D: ...
def field(
    name: str,
    codec: Decoder[Any],
    *,
    default: Any = n.required,
    omit: bool | Callable[[Any], bool] | None = None,
    xml: XmlHint | None = None,
    secret: bool = False,
) -> Any:
    """A member of a record: its name on the wire, its codec, and what it is when it is absent.

    It is typed as the value it reads. Absent, null, default and omit are four separate knobs:

    >>> from ecr_decode import Record, field, integer, nullable
    >>> class Knobs(Record):
    ...     a: int = field("a", integer)
    ...     b: int | None = field("b", integer, default=None)
    ...     c: int | None = field("c", nullable(integer))
    ...     d: int = field("d", integer, default=7)
    ...     e: int = field("e", integer, default=7, omit=True)
    >>> Knobs.decode_json(b'{"a": 1, "c": null}').unwrap()
    Knobs(a=1, b=None, c=None, d=7, e=7)
    >>> print(Knobs.decode_json(b'{"a": null, "b": null, "d": null, "e": null}').failure())
    $.a: expected an integer, got null
    $.b: expected an integer, got null
    $.c: missing
    $.d: expected an integer, got null
    $.e: expected an integer, got null
    >>> Knobs(a=1, b=None, c=None, d=7, e=7).encode_json().unwrap()
    b'{"a":1,"c":null,"d":7}'

    `default` covers absence only, `nullable` covers null. A default of None is omitted on writing, another
    default is written; `omit=True` omits it, `omit=False` writes even None, and `omit=f` omits the values
    for which `f` holds. `secret=True` hides the member in the record's `repr`; `xml=` says where in XML it
    stands.
    """
    must_be_text("field(name, ...)", name)
    node = node_of(f"field({name!r}, ...)", codec)
    if omit is not None and not isinstance(omit, bool):
        must_be_function(f"field({name!r}, omit=...)", omit)
    if isinstance(default, _MUTABLE):
        shared = type(default).__name__
        raise ValueError(
            f"field({name!r}, ...): records would share the default {shared}; use a tuple or frozenset"
        )
    if xml is not None or not isinstance(node, n.Scalar):  # most members are scalars without a hint
        if xml is None and _lone(node):
            xml = Flattened()
        _must_fit(name, node, xml)
    return Field(
        wire=name,
        node=node,
        default=default,
        omit=omit,
        xml=xml,
        secret=secret,
        writes=isinstance(codec, Codec),
    )


def others(codec: Decoder[A]) -> dict[str, A]:
    """The member that keeps every member the record does not name, and writes them back.

    >>> from ecr_decode import JsonValue, Record, field, json_value, others, string
    >>> class Labelled(Record):
    ...     name: str = field("name", string)
    ...     rest: dict[str, JsonValue] = others(json_value)
    >>> kept = Labelled.decode_json(b'{"name": "a", "size": 3}').unwrap()
    >>> kept.rest, kept.encode_json().unwrap()
    ({'size': 3}, b'{"name":"a","size":3}')
    >>> print(Labelled(name="a", rest={"name": 1}).encode_json().failure())
    $.name: another member has this name
    """
    kept: Any = OthersField(node=node_of("others(...)", codec), writes=isinstance(codec, Codec))
    return kept  # type: ignore[no-any-return] # typed as what it will read


_MUTABLE: tuple[type[Any], ...] = (list, set, bytearray)


def _under(node: n.Node) -> n.Node:
    """The node under names, constraints and null."""
    node = bare(node)
    if isinstance(node, n.Union) and node.otherwise is not None and len(node.cases) == 1:
        return _under(node.otherwise.node) if isinstance(node.cases[0].node, n.JsonNull) else node
    return node


def _lone(node: n.Node) -> bool:
    below = _under(node)
    return isinstance(below, n.Array) and below.lone


def _is_keyed(node: n.Node) -> bool:
    return isinstance(node, n.Union) and isinstance(node.by, n.ByKey)


def _must_fit(name: str, node: n.Node, xml: XmlHint | None) -> None:
    must_be(f"field({name!r}, xml=...)", xml, XmlHint | None, "attribute, text, flattened or element(...)")
    below = _under(node)
    many = isinstance(below, n.Array | n.Tuple | n.Dict)
    must_be_names(f"field({name!r}, xml=...)", name, xml)
    match xml:
        case Element() | Flattened() if names_a_map(xml) and not isinstance(below, n.Dict | n.Lazy):
            raise ValueError(f"field({name!r}, xml=...): only a map has entries, keys and values")
        case Flattened() if not many and not isinstance(below, n.Lazy) and not _is_keyed(below):
            raise ValueError(
                f"field({name!r}, xml=flattened): only a list or a map repeats; a keyed_union may too"
            )
        case Element(item=str()) if not isinstance(below, n.Array | n.Tuple | n.Lazy):
            raise ValueError(f"field({name!r}, xml=element(..., item=...)): only a list has items")
        case Attribute() | ElementText() if many or isinstance(below, n.Record):
            raise ValueError(f"field({name!r}, xml=...): only a scalar stands in an attribute or a text")
        case _:
            pass
