"""The members of a record, taken from a class body or from keyword arguments, and checked at definition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeAlias

import msgspec

from ..building import must_be_text, signature
from ..node import kinds as n
from ..node.claims import claims_of, takes_rest
from ..node.default import fresh, maker
from ..node.free import free_member
from ..node.style import Element, Flattened, XmlHint
from .field import Field, OthersField
from .inheritance import redefined
from .inline import InlineField

Rename: TypeAlias = Callable[[str], str]
"""What makes the names on the wire of those in Python, for fields without a name."""


def taken(
    where: str, given: Mapping[str, Any], *, both_ways: bool, rename: Rename | None = None
) -> tuple[dict[str, n.Member], n.Others | None]:
    """The members that were given by name, and the one that keeps the others."""
    members: dict[str, n.Member] = {}
    rest: n.Others | None = None
    for name, member in given.items():
        match member:
            case Field() | InlineField() | OthersField() if both_ways and not member.writes:
                raise ValueError(
                    f"{where}: {name} only reads; give it a codec, "
                    f"or use decode_into(..., {name}=...), which only reads as well"
                )
            case Field():
                wire = _renamed(where, name, rename) if member.wire is None else member.wire
                members[name] = member.member(name, wire)
            case InlineField():
                members[name] = member.member(name)
            case OthersField() if rest is None:
                rest = n.Others(name, member.node)
            case OthersField():
                raise ValueError(f"{where}: {name} is a second others(...); keep one")
            case _:
                raise ValueError(f"{where}: {name} is no field; write {name}=field({name!r}, ...)")
    return members, rest


def _renamed(where: str, name: str, rename: Rename | None) -> str:
    """The name on the wire of a member that has the one of its attribute."""
    bare = name.removesuffix("_") or name
    if rename is None:
        return bare
    try:
        found = rename(bare)
    except MemoryError:
        raise
    except Exception as error:
        raise ValueError(f"{where}: rename= raised {type(error).__name__} for {bare!r}") from error
    must_be_text(f"{where}: rename={bare!r}", found)
    return found


def must_be_distinct(where: str, members: Mapping[str, n.Member], rest: n.Others | None) -> None:
    """Refuse two members with one name, or with one place in XML, and two that keep the others."""
    wires: dict[str, str] = {}
    places: dict[str, str] = {}
    keeping = [] if rest is None else [rest.name]
    for name, member in members.items():
        if member.wire in member.aliases:
            raise ValueError(f"{where}: {name} is the member {member.wire!r} and has it as an alias")
        claims = claims_of(member)
        held = [] if member.inline else _keys(member)
        for claim in claims:
            if claim.wire in wires:
                raise ValueError(
                    f"{where}: {wires[claim.wire]} and {name} are both the member {claim.wire!r}"
                )
        for place in held or [claim.qualified for claim in claims]:
            if place in places:
                raise ValueError(f"{where}: {places[place]} and {name} have the same place in XML")
        wires |= {claim.wire: name for claim in claims}  # cases of a union may share their names
        places |= dict.fromkeys(held or [claim.qualified for claim in claims], name)
        if member.inline and takes_rest(member.node):
            keeping.append(name)
    if rest is not None and rest.name in members:
        raise ValueError(f"{where}: {rest.name} is a field and others(...)")
    if len(keeping) > 1:
        raise ValueError(f"{where}: {' and '.join(keeping)} both keep the members without a field; keep one")


def in_namespace(member: n.Member, ns: str) -> n.Member:
    """The member in the namespace of its class, unless its hint names one or puts it in no element."""
    match member.xml:
        case None:
            xml: XmlHint = Element(member.wire, ns)
        case Element(ns=None) | Flattened(ns=None):
            xml = msgspec.structs.replace(member.xml, ns=ns)
        case _:
            return member
    return msgspec.structs.replace(member, xml=xml)


def _keys(member: n.Member) -> list[str]:
    """The keys that stand in XML in the place of a member."""
    free = free_member(member, unfolds=False)
    return [] if free is None else free.places


def must_be_parameters(where: str, construct: Callable[..., Any], given: Mapping[str, Any]) -> None:
    """Refuse members that the callable does not take."""
    try:
        parameters = signature(construct)
    except (TypeError, ValueError):
        return  # a callable written in C may not say
    try:
        parameters.bind(**given)
    except TypeError as error:
        why = str(error).replace("keyword-only ", "")  # some versions of Python say this, too
        raise ValueError(f"{where}: {why}") from None


_FIELDS = (Field, InlineField, OthersField)
_VERBS = ("encode_json", "encode_query", "encode_xml", "to_json", "to_query", "to_value", "to_xml")


def declared(
    where: str,
    namespace: dict[str, Any],
    bases: tuple[type, ...],
    inherited: n.Record | None,
    rename: Rename | None,
) -> tuple[dict[str, n.Member], n.Others | None]:
    """The members of a class body, which is left with what msgspec takes: annotations and defaults."""
    annotations: dict[str, Any] = namespace.get("__annotations__", {})
    given = {name: value for name, value in namespace.items() if isinstance(value, _FIELDS)}
    for name in given:
        if name not in annotations:
            raise ValueError(f"class {where}: {name} has no annotation; write {name}: ... = field(...)")
        if name in _VERBS:
            raise ValueError(f"class {where}: {name} is a verb of every record; call the member {name}_")
        if name.startswith("__"):
            raise ValueError(
                f"class {where}: {name} is a name of Python's own; call the member {name.strip('_')}"
            )
    for name, annotation in annotations.items():
        if name not in given and not _is_class_variable(annotation):
            raise ValueError(f"class {where}: {name} has no field; write {name}: ... = field({name!r}, ...)")
    members, rest = taken(f"class {where}", given, both_ways=True, rename=rename)
    if inherited is not None:
        _must_not_hide(where, namespace, inherited)
        if rest is not None and inherited.others is not None and rest.name != inherited.others.name:
            raise ValueError(
                f"class {where}: {rest.name} is a second others(...) beside {inherited.others.name}"
            )
    for name, found in given.items():
        del namespace[name]
        if isinstance(found, OthersField):
            namespace[name] = msgspec.field(default_factory=found.make)
        elif not members[name].required:
            namespace[name] = _struct_default(members[name])
    if inherited is None:
        return members, rest
    for member, annotation in redefined(bases, [m for m in inherited.members if m.name not in members]):
        namespace.setdefault("__annotations__", {})[member.name] = annotation
        if not member.required:
            namespace[member.name] = _struct_default(member)
    return {m.name: m for m in inherited.members} | members, rest or inherited.others


def _must_not_hide(where: str, namespace: dict[str, Any], inherited: n.Record) -> None:
    """Refuse a method or a value in the place of an inherited member."""
    names = [member.name for member in inherited.members]
    for name in [*names, inherited.others.name] if inherited.others is not None else names:
        if name in namespace and not isinstance(namespace[name], _FIELDS):
            raise ValueError(
                f"class {where}: {name} would hide the inherited member; write {name}: ... = field(...)"
            )


def _is_class_variable(annotation: Any) -> bool:
    spelled = annotation if isinstance(annotation, str) else repr(annotation)
    return spelled.removeprefix("typing.").startswith("ClassVar")


def _struct_default(member: n.Member) -> Any:
    """The default as msgspec takes it; a secret one is made by a function, so that no signature shows it."""
    make = maker(member.default)
    if make is None and member.secret and member.default is not None:
        make = partial(fresh, member.default)
    return member.default if make is None else msgspec.field(default_factory=make)
