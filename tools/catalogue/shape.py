"""Shapes: what a model describes, each as it stands in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from .description import Definition, Kind, Reference

TIMES = {"iso8601": "date_time", "rfc822": "http_date", "unixTimestamp": "epoch_seconds"}
"""The codec of each format in which a model has a moment written."""

OWN_TIMES = {"json": "unixTimestamp", "query": "iso8601"}
"""The format in which each protocol writes moments."""


@dataclass(frozen=True, eq=False)
class Shapes:
    """Every shape of a service, by its name."""

    definitions: dict[str, Definition]

    def at(self, reference: Reference) -> Shape:
        """The shape that a reference names."""
        definition = self.definitions.get(reference.shape)
        if definition is None:
            raise SystemExit(f"{reference.shape}: the model names this shape and does not describe it")
        return Shape(reference.shape, definition, reference, self)

    def named(self, name: str) -> Shape:
        """The shape of a name, as it is by itself."""
        return self.at(Reference(shape=name))


@dataclass(frozen=True, eq=False)
class Shape:
    """A shape where it is named: its definition, and what the reference adds to it."""

    name: str
    definition: Definition
    reference: Reference
    shapes: Shapes

    @property
    def kind(self) -> Kind:
        """What kind of value it describes."""
        return self.definition.kind

    @cached_property
    def members(self) -> dict[str, Shape]:
        """The members of a structure, by the names of the model."""
        return {name: self.shapes.at(each) for name, each in (self.definition.members or {}).items()}

    @property
    def item(self) -> Shape:
        """What a list holds."""
        return self._below(self.definition.member)

    @property
    def key(self) -> Shape:
        """What the keys of a map are."""
        return self._below(self.definition.key)

    @property
    def value(self) -> Shape:
        """What the values of a map are."""
        return self._below(self.definition.value)

    def _below(self, reference: Reference | None) -> Shape:
        if reference is None:
            raise SystemExit(f"{self.name}: a {self.kind} that does not say what it holds")
        return self.shapes.at(reference)

    @property
    def below(self) -> tuple[Shape, ...]:
        """The shapes right below it."""
        match self.kind:
            case "structure":
                return tuple(self.members.values())
            case "list":
                return (self.item,)
            case "map":
                return self.key, self.value
            case _:
                return ()

    @property
    def is_document(self) -> bool:
        """Whether it stands for any JSON value."""
        return self.definition.document

    @property
    def is_union(self) -> bool:
        """Whether exactly one of its members is there."""
        return self.definition.union and self.kind == "structure" and bool(self.members)

    @property
    def is_token(self) -> bool:
        """Whether it is filled in where a request has none."""
        return self.reference.is_token

    def wire_name(self, member: str, protocol: str) -> str:
        """What it is called on the wire as the member of a name.

        In forms and XML a list that is flattened wherever it is has the name of its items.
        """
        own = self.reference.location_name or self.definition.location_name or member
        is_flat = protocol == "query" and self.kind == "list" and self.definition.flattened
        return self.item.reference.location_name or own if is_flat else own

    @property
    def is_enumeration(self) -> bool:
        """Whether it is one of a few texts."""
        return self.kind == "string" and bool(self.definition.values)

    @property
    def is_plain_scalar(self) -> bool:
        """Whether it is a scalar that needs no name of its own, since nothing is to be said of it."""
        match self.kind:
            case "structure" | "list" | "map":
                return False
            case "boolean" | "timestamp":
                return True
            case "string" if self.name != "String":
                return False
            case _:
                return not (self.is_constrained or self.is_enumeration)

    @property
    def is_constrained(self) -> bool:
        """Whether the model demands something of its values."""
        definition = self.definition
        return any(rule is not None for rule in (definition.least, definition.most, definition.pattern))

    @property
    def is_flattened(self) -> bool:
        """Whether its items repeat without an element, or a name, around them."""
        return self.definition.flattened or self.reference.flattened

    @property
    def timestamp_format(self) -> str | None:
        """How a moment is to be spelled, where the model says so."""
        return self.reference.timestamp_format or self.definition.timestamp_format

    @property
    def is_sensitive(self) -> bool:
        """Whether it must not be shown: the model marks it or a scalar in it, or it is bytes."""
        inside = self.below if self.kind in {"list", "map"} else ()
        return self._is_marked or any(each.is_sensitive for each in inside)

    @property
    def _is_marked(self) -> bool:
        """Whether it is bytes, or the model marks it or a variant of it."""
        variants = self.members.values() if self.is_union else ()
        marked = self.kind == "blob" or self.definition.sensitive or self.reference.sensitive
        return marked or any(each.definition.sensitive for each in variants)

    def by_name(self) -> str:
        """The name, to order by."""
        return self.name


def reachable(roots: Iterable[Shape]) -> Iterator[Shape]:
    """The shapes themselves, and all below them, each once."""
    seen: set[str] = set()
    todo = list(roots)
    while todo:
        shape = todo.pop(0)
        if shape.name not in seen:
            seen.add(shape.name)
            yield shape
            todo += () if shape.is_document else shape.below


def in_order(shapes: Iterable[Shape]) -> list[Shape]:
    """The structures, each behind those that it holds, by name otherwise."""
    named = {shape.name: shape for shape in shapes}
    done: dict[str, Shape] = {}
    seen: set[str] = set()

    def visit(shape: Shape) -> None:
        if shape.name in seen:
            return
        seen.add(shape.name)
        for inner in shape.below:
            visit(inner)
        if shape.name in named:
            done[shape.name] = shape

    for name in sorted(named):
        visit(named[name])
    return list(done.values())
