"""JSON Schema of records with the members of others among their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..node import kinds as n
from ..node.claims import besides, claimed, key_members
from ..node.facts import facts
from ..node.kinds import JsonValue
from .keyword import Schema, has_tag, noted, one_of_these


class Part(NamedTuple):
    """What a node says of the members of an object."""

    properties: Schema
    required: tuple[str, ...] = ()
    every: tuple[Schema, ...] = ()
    """Further schemas, all of which the object passes."""
    rest: JsonValue = None
    """The schema of the members that the description does not name, if it has one."""
    names: tuple[str, ...] = ()
    """The names of all members that are claimed."""
    notes: tuple[str, ...] = ()
    """What rules say of the whole object."""

    def schema(self, hidden: tuple[str, ...] = ()) -> Schema:
        """The schema of an object in which some members belong to others."""
        others: Schema = {} if self.rest in (None, False) else dict.fromkeys((*hidden, *self.names), True)
        made: Schema = {"properties": {**others, **self.properties}} if others or self.properties else {}
        if self.required:
            made["required"] = [*self.required]
        if self.every:
            made |= self.every[0] if len(self.every) == 1 else {"allOf": [*self.every]}
        for note in self.notes:
            made = noted(made, note)
        if self.rest is not None:
            made["unevaluatedProperties" if self.every else "additionalProperties"] = self.rest
        return made


def has_one_name(node: n.Record) -> tuple[Schema, ...]:
    """That each required member with several names has one of them."""
    return tuple(
        {"anyOf": [{"required": [name]} for name in member.names]}
        for member in node.members
        if member.required and member.aliases
    )


class Inliner:
    """Makes the parts of one description."""

    __slots__ = ("make", "member")

    def __init__(
        self, make: Callable[[n.Node], Schema], member: Callable[[n.Record, n.Member], Schema]
    ) -> None:
        self.make: Callable[[n.Node], Schema] = make
        self.member: Callable[[n.Record, n.Member], Schema] = member

    def part(self, node: n.Node, hidden: tuple[str, ...] = ()) -> Part:
        """What a node says that is inlined beside some members."""
        match node:
            case n.Record():
                return self._record(node, hidden)
            case n.Union(by=n.ByTag(tag)):
                names = tuple(claim.wire for claim in claimed(node))
                return Part({}, every=(self._union(node, tag, hidden),), names=names)
            case n.Union(by=n.ByKey()):
                names = tuple(claim.wire for claim in claimed(node))
                return Part({}, every=(self._keyed(node, hidden),), names=names)
            case n.Refine(rule=n.Predicate(message=message)):
                part = self.part(node.item, hidden)
                return part._replace(notes=(*part.notes, message))
            case n.Transform() | n.Refine() | n.Named():
                return self.part(node.item, hidden)
            case n.Dict():
                return Part({}, rest=self.make(node.value))
            case _:
                return Part({}, rest=True)

    def _record(self, node: n.Record, hidden: tuple[str, ...]) -> Part:
        rest: JsonValue = None if node.others is None else self.make(node.others.node)
        own = [member for member in node.members if not member.inline]
        made = Part(
            {name: self.member(node, member) for member in own for name in member.names},
            tuple(member.wire for member in own if member.required and not member.aliases),
            has_one_name(node),
            rest=rest,
            names=tuple(name for member in own for name in member.names),
        )
        for member in node.members:
            if member.inline:
                names = (*hidden, *(claim.wire for claim in besides(node, member)))
                made = _joined(made, self.part(member.node, names), required=member.required)
        return made

    def _union(self, node: n.Union, tag: str, hidden: tuple[str, ...]) -> Schema:
        cases: list[JsonValue] = []
        for case in node.cases:
            below = self.part(case.node, (*hidden, tag))
            told = {**below.properties, tag: one_of_these(iter(case.tags))}
            required = tuple(dict.fromkeys((tag, *below.required)))
            cases.append(below._replace(properties=told, required=required).schema((*hidden, tag)))
        if node.otherwise is not None:
            other = self.part(node.otherwise.node, hidden).schema(hidden)
            cases.append({"not": has_tag(tag, {"enum": [*node.tags]}), **other})
        return {"oneOf": cases}

    def _keyed(self, node: n.Union, hidden: tuple[str, ...]) -> Schema:
        cases: list[JsonValue] = [*with_key(node, self.make)]
        if node.otherwise is not None:
            keys = tuple(claim.wire for claim in key_members(node))
            rest = self.part(node.otherwise.node, (*hidden, *keys)).schema((*hidden, *keys))
            cases.append({"allOf": [{"properties": without_key(node)}, rest]})
        return {"oneOf": cases}


def without_key(node: n.Union) -> Schema:
    """The members that an object without a key of a union may have: null where no case reads null."""
    return {
        str(key): False if facts(case.node).reads_null else {"type": "null"}
        for case in node.cases
        for key in case.tags
    }


def with_key(node: n.Union, make: Callable[[n.Node], Schema]) -> list[Schema]:
    """The objects with one key of a union, for each key; each other is absent, or null."""
    absent = without_key(node)
    return [
        {"required": [str(key)], "properties": {**absent, str(key): make(case.node)}}
        for case in node.cases
        for key in case.tags
    ]


def _joined(made: Part, inner: Part, *, required: bool) -> Part:
    rest = inner.rest if made.rest is None else made.rest
    properties, names = {**made.properties, **inner.properties}, (*made.names, *inner.names)
    needed, every = inner.required, inner.every
    if not required and every:
        absent: Schema = {"properties": dict.fromkeys(inner.names, False)}
        either: Schema = {"anyOf": [absent, *every]}
        every = (either,)
    if not required and needed:
        dependent: Schema = {name: [*needed] for name in inner.names}
        together: Schema = {"dependentRequired": dependent}
        needed, every = (), (*every, together)
    notes = (*made.notes, *inner.notes)
    return Part(properties, (*made.required, *needed), (*made.every, *every), rest, names, notes)
