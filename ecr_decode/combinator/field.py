"""The members of a record: what each is called on both sides, and what its absence means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, overload

import msgspec

from ..building import must_be, must_be_function, must_be_text
from ..codec import Codec
from ..decoder import Decoder, hidden, node_of
from ..guard import is_tuple
from ..node import kinds as n
from ..node.default import Factory, Required, fresh, required
from ..node.layers import bare
from ..node.style import Attribute, Element, ElementText, Flattened, XmlHint, names_a_map
from .names import must_be_names

A = TypeVar("A")
D = TypeVar("D")


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """What `field(...)` gives at run time: a member that has no name in Python yet."""

    wire: str | None
    """Its name on the wire; None if the name in Python tells it."""
    node: n.Node
    default: Any
    omit: bool | Callable[[Any], bool] | None
    xml: XmlHint | None
    secret: bool
    writes: bool
    aliases: tuple[str, ...] = ()

    def member(self, name: str, wire: str) -> n.Member:
        """The member under the names that it has in Python and on the wire."""
        return n.Member(
            name=name,
            wire=wire,
            node=self.node,
            default=self.default,
            omit=self.omit,
            xml=self.xml,
            secret=self.secret,
            aliases=self.aliases,
        )

    def __getattr__(self, name: str) -> Any:
        """No method of codecs: a class body that calls one means the codec, which the member hides."""
        if hasattr(Codec, name) and not name.startswith("__"):
            raise ValueError(f"{name}(...): expected a codec, got {hidden(self)}")
        raise AttributeError(name)


class OthersField(msgspec.Struct, frozen=True, kw_only=True):
    """What `others(...)` gives at run time."""

    node: n.Node
    writes: bool
    make: Callable[[], dict[str, Any]] = dict
    """What makes the default."""


@overload
def field(
    codec: Decoder[A], /, *, xml: XmlHint | None = None, secret: bool = False, aliases: tuple[str, ...] = ()
) -> A: ...
@overload
def field(
    codec: Decoder[A],
    /,
    *,
    default: D,
    omit: bool | Callable[[A | D], bool] | None = None,
    xml: XmlHint | None = None,
    secret: bool = False,
    aliases: tuple[str, ...] = (),
) -> A | D: ...
@overload
def field(
    codec: Decoder[A],
    /,
    *,
    default_factory: Callable[[], A],
    omit: bool | Callable[[A], bool] | None = None,
    xml: XmlHint | None = None,
    secret: bool = False,
    aliases: tuple[str, ...] = (),
) -> A: ...
@overload
def field(
    name: str,
    codec: Decoder[A],
    /,
    *,
    xml: XmlHint | None = None,
    secret: bool = False,
    aliases: tuple[str, ...] = (),
) -> A: ...
@overload
def field(
    name: str,
    codec: Decoder[A],
    /,
    *,
    default: D,
    omit: bool | Callable[[A | D], bool] | None = None,
    xml: XmlHint | None = None,
    secret: bool = False,
    aliases: tuple[str, ...] = (),
) -> A | D: ...
@overload
def field(
    name: str,
    codec: Decoder[A],
    /,
    *,
    default_factory: Callable[[], A],
    omit: bool | Callable[[A], bool] | None = None,
    xml: XmlHint | None = None,
    secret: bool = False,
    aliases: tuple[str, ...] = (),
) -> A: ...
def field(
    *args: Any,
    default: Any = required,
    default_factory: Callable[[], Any] | None = None,
    omit: bool | Callable[[Any], bool] | None = None,
    xml: XmlHint | None = None,
    secret: bool = False,
    aliases: tuple[str, ...] = (),
) -> Any:
    """A member of a record: its name on the wire, its codec, and what it is when it is absent.

    It is typed as the value it reads. Absent, null, default and omit are four separate knobs:

    >>> from ecr_decode import Record, field, integer, nullable, string
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

    `default` is for absence only, `nullable` for null. On writing, a default of None is omitted and another
    default is written. `omit=True` omits any default, and `omit=False` writes even None. `omit=f` omits the
    values for which `f` is true. `default_factory=f` calls `f` for each record that lacks the member.
    `secret=True` hides the member wherever the library shows a value, such as the record's `repr`,
    `to_value`, and errors with their source. `xml=` is its place in XML.

    Without a name, the member has the name of its attribute, changed by `rename=` of the class. One trailing
    underscore is dropped. `aliases` are further names for reading:

    >>> class User(Record):
    ...     id: int = field("user_id", integer, aliases=("userId", "uid"))
    ...     type_: str = field(string, default_factory=str)
    >>> User.decode_json(b'{"userId": 1, "type": "bot"}')
    <Success: User(id=1, type_='bot')>
    >>> User(id=1, type_="bot").encode_json()
    <Success: b'{"user_id":1,"type":"bot"}'>
    >>> print(User.decode_json(b'{"user_id": 1, "uid": "2"}').failure())
    $.uid: also given as "user_id"
    """
    name, codec = _name_and_codec(args)
    where = "field(..." if name is None else f"field({name!r}, ..."
    node = node_of(f"{where})", codec)
    if omit is not None and not isinstance(omit, bool):
        must_be_function(f"{where}, omit=...)", omit)
    if default_factory is not None:
        must_be_function(f"{where}, default_factory=...)", default_factory)
        if default is not required:
            raise ValueError(f"{where}): give default= or default_factory=, not both")
        default = Factory(default_factory)
    _must_be_kept_apart(where, default)
    _must_be_aliases(where, name, aliases)
    if xml is not None or not isinstance(node, n.Scalar):  # most members are scalars without a hint
        if xml is None and _lone(node):
            xml = Flattened()
        _must_fit(where.removesuffix(", ..."), name, node, xml)
    return Field(
        wire=name,
        node=node,
        default=default,
        omit=omit,
        xml=xml,
        secret=secret,
        writes=isinstance(codec, Codec),
        aliases=aliases,
    )


def others(codec: Decoder[A], *, default_factory: Callable[[], dict[str, A]] = dict) -> dict[str, A]:
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

    A record that is made without them has `{}`; the type checkers take the argument as optional if you write
    `others(codec, default_factory=dict)`.
    """
    must_be_function("others(..., default_factory=...)", default_factory)
    kept: Any = OthersField(
        node=node_of("others(...)", codec), writes=isinstance(codec, Codec), make=default_factory
    )
    return kept  # type: ignore[no-any-return] # typed as what it will read


def _name_and_codec(args: tuple[Any, ...]) -> tuple[str | None, Any]:
    match args:
        case (str() as name,):
            raise ValueError(f"field({name!r}): expected a codec as well; write field({name!r}, string)")
        case (codec,):
            return None, codec
        case (name, codec):
            must_be_text("field(name, ...)", name)
            return name, codec
        case _:
            raise ValueError(f"field(...): expected a name and a codec, got {len(args)} values")


_MUTABLE: tuple[type[Any], ...] = (list, set, bytearray)


def _must_be_kept_apart(where: str, default: Any) -> None:
    """Refuse a default that records would share although it may change."""
    if isinstance(default, _MUTABLE):
        shared = type(default).__name__
        raise ValueError(
            f"{where}): records would share the default {shared}; "
            "use a tuple or frozenset, or default_factory="
        )
    if isinstance(default, Factory | Required):
        return
    try:
        fresh(default)
    except MemoryError:
        raise
    except Exception:  # a class of the caller's may refuse to be copied in any way
        shared = type(default).__name__
        raise ValueError(
            f"{where}): records would share the default {shared}, which cannot be copied; "
            "use default_factory="
        ) from None


def _must_be_aliases(where: str, name: str | None, aliases: object) -> None:
    if not is_tuple(aliases):
        raise ValueError(f"{where}, aliases=...): expected a tuple of names, got {aliases!r}")
    names: list[object] = [name]
    for alias in aliases:
        must_be_text(f"{where}, aliases=...)", alias)
        if alias in names:
            raise ValueError(f"{where}, aliases=...): {alias!r} is given twice")
        names.append(alias)


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


def _must_fit(where: str, name: str | None, node: n.Node, xml: XmlHint | None) -> None:
    must_be(f"{where}, xml=...)", xml, XmlHint | None, "attribute, text, flattened or element(...)")
    below = _under(node)
    many = isinstance(below, n.Array | n.Tuple | n.Dict)
    must_be_names(f"{where}, xml=...)", name, xml)
    match xml:
        case Element() | Flattened() if names_a_map(xml) and not isinstance(below, n.Dict | n.Lazy):
            raise ValueError(f"{where}, xml=...): only a map has entries, keys and values")
        case Flattened() if not many and not isinstance(below, n.Lazy) and not _is_keyed(below):
            raise ValueError(f"{where}, xml=flattened): only a list or a map repeats; a keyed_union may too")
        case Element(item=str()) if not isinstance(below, n.Array | n.Tuple | n.Lazy):
            raise ValueError(f"{where}, xml=element(..., item=...)): only a list has items")
        case Attribute() | ElementText() if many or isinstance(below, n.Record):
            raise ValueError(f"{where}, xml=...): only a scalar stands in an attribute or a text")
        case _:
            pass
