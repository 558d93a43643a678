"""The variants of AWS's unions: records of one member, whose name is the key of a `keyed_union`."""

from __future__ import annotations

from operator import attrgetter
from typing import Any, TypeVar, cast

import msgspec
from returns.result import Failure, Result, Success

from ..codec import Codec
from ..combinator.container import dict_of
from ..combinator.field import field
from ..combinator.record import RecordMeta, record_node
from ..combinator.scalar import json_value, string
from ..combinator.union.case import Case, case
from ..node.kinds import JsonValue
from .shape import Shape

V = TypeVar("V", bound=Shape)


def variant(cls: type[V], /) -> Case[V]:
    """The case of a `keyed_union` that a record of one member is: the name of the member is the key.

    >>> from ecr_decode import aws, field, keyed_union, otherwise, string
    >>> class ByName(aws.Shape):
    ...     name: str = field("Name", string)
    >>> class ByPort(aws.Shape):
    ...     port: int = field("Port", aws.integer)
    >>> target = keyed_union(
    ...     aws.variant(ByName) | aws.variant(ByPort) | otherwise(aws.unknown_variant)
    ... )
    >>> target.decode_json(b'{"Port": 80}'), target.encode_json(ByName(name="web"))
    (<Success: ByPort(port=80)>, <Success: b'{"Name":"web"}'>)
    >>> print(target.decode_json(b'{"Name": "web", "Port": 80}').failure())
    $: expected one of "Name" and "Port", got both
    >>> target.decode_json(b'{"Path": "/"}')
    <Success: UnknownVariant(name='Path', value=<secret>)>
    """
    if not isinstance(cast(object, cls), RecordMeta):
        raise ValueError(f"variant(...): expected a record class, got {cls!r}")
    members = record_node(cls).members
    if len(members) != 1:
        raise ValueError(f"variant({cls.__name__}): expected one member, got {len(members)}")
    (member,) = members
    held: Codec[Any] = Codec(member.node)
    return case(member.wire, held.map(_Made(cls, member.name), attrgetter(member.name)), when=cls)


class _Made(msgspec.Struct, frozen=True):
    """Makes the record of a variant of what its member holds."""

    cls: type[Any]
    name: str

    def __call__(self, value: Any) -> Any:
        return self.cls(**{self.name: value})


class UnknownVariant(Shape):
    """A variant that the model of a union does not list: its name, and what it holds, which no `repr` shows.

    >>> from ecr_decode import aws
    >>> new = aws.UnknownVariant(name="Path", value="/")
    >>> new.name, new.value, new
    ('Path', '/', UnknownVariant(name='Path', value=<secret>))
    >>> aws.unknown_variant.encode_json(new)
    <Success: b'{"Path":"/"}'>
    """

    name: str = field("name", string)
    value: JsonValue = field("value", json_value, secret=True)


def _only(members: dict[str, JsonValue]) -> Result[UnknownVariant, str]:
    there = {name: value for name, value in members.items() if value is not None and name != _TYPE}
    if len(there) != 1:
        return Failure(f"expected one member, got {len(there) or 'none'}")
    ((name, value),) = there.items()
    return Success(UnknownVariant(name=name, value=value))


def _alone(unknown: UnknownVariant) -> Result[dict[str, JsonValue], str]:
    if unknown.value is None or unknown.name == _TYPE:
        return Failure(f"expected a value that is not null, under another name than {_TYPE}")
    return Success({unknown.name: unknown.value})


_TYPE = "__type"
"""The member by which some services say what a structure is."""

unknown_variant: Codec[UnknownVariant] = dict_of(json_value).try_map(_only, _alone)
"""What a union reads otherwise: the one member that is there, nulls and `__type` apart.

>>> from ecr_decode import aws
>>> aws.unknown_variant.decode_json(b'{"Path": "/", "Port": null}').unwrap().name
'Path'
>>> print(aws.unknown_variant.decode_json(b"{}").failure())
$: expected one member, got none
"""
