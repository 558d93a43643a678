"""Descriptions with one attribute changed, made from others: one for each value that its type allows."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias, get_args, get_origin

import msgspec

from ecr_decode import Codec, Record, attribute, element, flattened, json_value, literal, string, text
from ecr_decode.aws.enumeration import OpenEnum
from ecr_decode.combinator.field import Field, OthersField
from ecr_decode.combinator.record import RecordMeta
from ecr_decode.guard import is_tuple
from ecr_decode.node import kinds as n
from ecr_decode.node.style import Attribute as XmlAttribute
from ecr_decode.node.style import Element, Flattened, XmlStyle
from tests.guard.attributes import Attribute, classes
from tests.registry import backwards

Step: TypeAlias = tuple[str, int | None]
"""An attribute, and the index of an item where it holds several."""

Place: TypeAlias = tuple[Step, ...]

OTHER = "other"
"""The text that changed attributes hold."""

_VALUES: dict[Any, tuple[Any, ...]] = {
    bool: (False, True),
    str: (OTHER,),
    int: (1,),
    float: (1.0,),
    types.NoneType: (None,),
    Any: (None, 0, OTHER, ()),
    n.Case: (n.Case("otherwise", json_value.node),),
    n.Others: (n.Others("rest", json_value.node),),
    XmlStyle: (XmlStyle(item="i", entry="e", key="k", value="v", wrapped_results=True),),
    type(attribute): (attribute, attribute("a", ns="urn:o")),
    type(text): (text,),
    type(flattened): (flattened, flattened(OTHER, ns="urn:o", key="k", value="v")),
    type(element("a")): (element(OTHER), element(OTHER, ns="urn:o", item="i", entry="e", key="k", value="v")),
}
"""The values to try for a type."""

_NODES: tuple[n.Node, ...] = (
    literal("a", "b").node,
    string.named("a name").node,
    string.map(backwards, backwards).node,
)
"""The nodes to try where an attribute is a node that may be left out."""


def values_of(of: Attribute, now: Any) -> list[Any]:
    """The other values that an attribute may have."""
    return [each for each in _of_type(of.hint) if type(each) is not type(now) or each != now]


def _of_type(hint: Any) -> Iterator[Any]:
    origin = get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        for part in get_args(hint):
            yield from _of_type(part)
    elif hint == tuple[Element | None, ...]:
        yield (None,)
    elif hint == tuple[type, ...]:
        yield ()
    elif origin is tuple:
        yield from ((each,) for each in _of_type(get_args(hint)[0]) if isinstance(each, str))
    elif origin is Callable:
        yield bool
    elif hint in _VALUES:
        yield from _VALUES[hint]
    elif isinstance(hint, type) and issubclass(hint, n.Kind):
        yield from (each for each in _NODES if type(each) is hint)


def variants(node: n.Node, of: Attribute) -> Iterator[tuple[Place, n.Node]]:
    """The description with the attribute changed, at each of its places and to each value."""
    for place, part in places(node, ()):
        if type(part) is of.cls:
            for value in values_of(of, getattr(part, of.name)):
                if _can_be_built(node, place, msgspec.structs.replace(part, **{of.name: value})):
                    yield place, changed(node, place, of.name, value)


def _can_be_built(node: n.Node, place: Place, part: Any) -> bool:
    """Whether the combinators let a changed part be: members have places of their own, and so on."""
    match part:
        case n.Member():
            record: Any = dict(places(node, ()))[place[:-1]]
            taken = {each.qualified for member in record.members for each in n.spellings(member)}
            taken -= {each.qualified for each in n.spellings(record.members[place[-1][1] or 0])}
            return taken.isdisjoint(each.qualified for each in n.spellings(part))
        case n.Case(tags=tags, xml=xml) if xml and len(xml) != len(tags):
            return False
        case n.Case(node=n.JsonNull()):  # its class is known
            return bool(part.when)
        case XmlAttribute() | Flattened() | Element():
            around = dict(places(node, ()))[place[:-1]]
            built = msgspec.structs.replace(around, xml=part)
            return not isinstance(around, n.Member) or _can_be_built(node, place[:-1], built)
        case n.Enumeration(open=True):
            return issubclass(part.cls, OpenEnum)
        case _:
            return True


def places(part: Any, before: Place) -> Iterator[tuple[Place, msgspec.Struct]]:
    """Where the parts of a description are; what thunks give is not among them."""
    if type(part) in _CLASSES:
        yield before, part
        for name in part.__struct_fields__:
            held = getattr(part, name)
            if is_tuple(held):
                for index, each in enumerate(held):
                    yield from places(each, (*before, (name, index)))
            else:
                yield from places(held, (*before, (name, None)))


_CLASSES = frozenset(classes())


def changed(part: Any, place: Place, name: str, value: Any) -> Any:
    """A copy of a part with one attribute changed at some place in it."""
    if not place:
        made = msgspec.structs.replace(part, **{name: value})
    else:
        (step, index), *rest = place
        held = getattr(part, step)
        new: Any = changed(held if index is None else held[index], tuple(rest), name, value)
        if index is not None:
            new = (*held[:index], new, *held[index + 1 :])
        made = msgspec.structs.replace(part, **{step: new})
    return as_class(made) if isinstance(made, n.Record) and _is_class(made) else made


def _is_class(node: n.Record) -> bool:
    return isinstance(node.construct, RecordMeta)


_KEYWORDS = [
    each.name
    for each in inspect.signature(RecordMeta.__new__).parameters.values()
    if each.kind is each.KEYWORD_ONLY and each.name in n.Record.__struct_fields__
]


def as_class(node: n.Record) -> n.Record:
    """The record as a class of its own, which msgspec can fill in.

    Attributes that neither `field` nor a keyword of classes sets are put into the description afterwards.
    """
    members: dict[str, Any] = {member.name: _field(member) for member in node.members}
    if node.others is not None:
        members[node.others.name] = OthersField(node=node.others.node, writes=True)
    body = {"__annotations__": dict.fromkeys(members, Any), "__module__": __name__, **members}
    keywords = {name: getattr(node, name) for name in _KEYWORDS}
    cls: Any = types.new_class(node.name, (Record,), keywords, lambda namespace: namespace.update(body))
    made = msgspec.structs.replace(node, construct=cls)
    if cls.__record__ != made:
        cls.__record__, cls.__codec__ = made, Codec(made)
    found: n.Record = cls.__record__
    return found


def _field(member: n.Member) -> Field:
    shared = [name for name in Field.__struct_fields__ if name in member.__struct_fields__]
    return Field(**{name: getattr(member, name) for name in shared}, writes=True)
