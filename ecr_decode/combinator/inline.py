"""Members of another record, or of a union of records, among those of a record."""

from __future__ import annotations

from typing import Any, TypeVar, overload

import msgspec

from ..codec import Codec
from ..decoder import Decoder, node_of
from ..node import kinds as n
from ..node.default import required

A = TypeVar("A")
D = TypeVar("D")


class InlineField(msgspec.Struct, frozen=True, kw_only=True):
    """What `inline(...)` gives at run time."""

    node: n.Node
    default: Any
    writes: bool

    def member(self, name: str) -> n.Member:
        """The member under the name that it has in Python; on the wire it has none."""
        return n.Member(name=name, wire=name, node=self.node, default=self.default, inline=True)


@overload
def inline(codec: Decoder[A]) -> A: ...
@overload
def inline(codec: Decoder[A], *, default: D) -> A | D: ...
def inline(codec: Decoder[Any], *, default: Any = required) -> Any:
    """The members of another record, of a tagged union of records, or of a keyed union, among those of this.

    Of a keyed union, one key must be there. `default` is the value if no member is there. The paths of errors
    have no step for it.

    >>> from ecr_decode import Record, case, field, inline, integer, keyed_union, string, tagged_union
    >>> class Push(Record):
    ...     tag: str = field("image-tag", string)
    >>> class Scan(Record):
    ...     findings: int = field("findings", integer)
    >>> class Event(Record):
    ...     id: str = field("id", string)
    ...     detail: Push | Scan = inline(tagged_union("action", case("PUSH", Push) | case("SCAN", Scan)))
    >>> Event.decode_json(b'{"id": "a", "action": "SCAN", "findings": 3}')
    <Success: Event(id='a', detail=Scan(findings=3))>
    >>> Event(id="a", detail=Push(tag="v1")).encode_json()
    <Success: b'{"id":"a","action":"PUSH","image-tag":"v1"}'>
    >>> print(Event.decode_json(b'{"id": 1, "action": "SCAN"}').failure())
    $.id: expected a string, got an integer
    $.findings: missing

    >>> class Value(Record):
    ...     name: str = field("name", string)
    ...     held: str | int = inline(keyed_union(case("S", string) | case("N", integer)))
    >>> Value.decode_json(b'{"name": "a", "N": 3}')
    <Success: Value(name='a', held=3)>

    What the inner record says of its members holds: defaults, secrets, rules. `forbid_unknown` and the style
    are those of the outer record; only one `others` may be among them all.
    """
    node = node_of("inline(...)", codec)
    reason = _unsuited(node)
    if reason is not None:
        raise ValueError(
            f"inline(...): expected a record, a tagged union of records or a keyed union, got {reason}"
        )
    if issubclass(type(default), list | set | bytearray):
        raise ValueError(f"inline(..., default=...): records would share the {type(default).__name__}")
    return InlineField(node=node, default=default, writes=isinstance(codec, Codec))


def _unsuited(node: n.Node) -> str | None:
    """What a node is that has no members of its own, if it is such a one."""
    match node:
        case n.Record():
            return None
        case n.Transform() | n.Refine() | n.Named():
            return _unsuited(node.item)
        case n.Union(by=n.ByTag()):
            reasons = (_unsuited_case(case.node) for case in node.every)
            return next((reason for reason in reasons if reason is not None), None)
        case n.Union(by=n.ByKey(), otherwise=rest):
            return None if rest is None else _unsuited_case(rest.node)
        case n.Union(but_null=below) if below is not None:
            return "what may be null; write inline(codec, default=None)"
        case n.Lazy():
            return "a thunk; write the codec itself"
        case n.Dict():
            return "a dict; write others(codec)"
        case _:
            return f'{node.spell(inside=True)}; write field("name", codec)'


def _unsuited_case(node: n.Node) -> str | None:
    """As `_unsuited`, of the case of a union, which may take members of any name."""
    match node:
        case n.Transform() | n.Refine() | n.Named():
            return _unsuited_case(node.item)
        case n.Dict() | n.AnyJson():
            return None
        case _:
            return _unsuited(node)
