"""The model of a service as the generator asks of it: which operations it can write, and who uses a shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from .description import EDITION, Metadata, Source
from .services import Service
from .shape import Shape, Shapes, reachable
from .unexpressed import left_out

Protocol: TypeAlias = Literal["json", "query"]


@dataclass(frozen=True, eq=False)
class Operation:
    """An operation of a service, with its shapes."""

    name: str
    request: Shape | None
    response: Shape | None
    errors: tuple[Shape, ...]

    @property
    def roots(self) -> tuple[Shape, ...]:
        """Its request, its response and its errors."""
        return tuple(each for each in (self.request, self.response, *self.errors) if each is not None)


class Model:
    """A service's model, with the questions that the generator asks of it."""

    def __init__(self, service: Service) -> None:
        self.service = service
        source = Source(service.name, service.file)
        self.description = source.description()
        self.shapes = Shapes(self.description.shapes)
        self.protocol = _protocol(service.name, self.description.metadata)
        self.edition = EDITION if service.file is None else self.description.metadata.uid or service.name
        """What the catalogue is written from, in words."""
        self.paginators = source.paginators()
        self.waiters = source.waiters()
        self.left_out: Mapping[str, str] = left_out(self.shapes, self.description, self.protocol)
        """The operations that no catalogue can express, with the reason."""
        if not self.operations:
            raise SystemExit(f"{service.name}: no operation is left to write\n{_sentences(self.left_out)}")

    @cached_property
    def operations(self) -> Mapping[str, Operation]:
        """The operations by their names, but for those left out."""
        at = self.shapes.at
        return {
            name: Operation(
                name=name,
                request=None if each.input is None else at(each.input),
                response=None if each.output is None else at(each.output),
                errors=tuple(sorted(map(at, each.errors), key=Shape.by_name)),
            )
            for name, each in sorted(self.description.operations.items())
            if name not in self.left_out
        }

    @cached_property
    def uses(self) -> Mapping[str, tuple[str, ...]]:
        """The operations that use each shape, by the shape's name."""
        found: dict[str, list[str]] = {}
        for name, operation in self.operations.items():
            for shape in reachable(operation.roots):
                found.setdefault(shape.name, []).append(name)
        return {name: tuple(operations) for name, operations in found.items()}

    @cached_property
    def all(self) -> Mapping[str, Shape]:
        """Every shape that some operation uses, by its name, in the order of names."""
        return {name: self.shapes.named(name) for name in sorted(self.uses)}

    @cached_property
    def errors(self) -> Mapping[str, Shape]:
        """The errors that some operation reports, by the shape's name."""
        found = {error.name: error for each in self.operations.values() for error in each.errors}
        return dict(sorted(found.items()))

    @cached_property
    def responses(self) -> frozenset[str]:
        """The names of the shapes that are whole responses."""
        return frozenset(each.response.name for each in self.operations.values() if each.response is not None)

    @cached_property
    def in_replies(self) -> frozenset[str]:
        """The names of the shapes that replies hold."""
        roots = [root for each in self.operations.values() for root in (each.response, *each.errors)]
        return frozenset(shape.name for shape in reachable(root for root in roots if root is not None))

    @cached_property
    def unions(self) -> frozenset[str]:
        """The names of the unions, but for those that a catalogue has as records."""
        roots = {root.name for each in self.operations.values() for root in each.roots}
        return frozenset(name for name, shape in self.all.items() if shape.is_union and name not in roots)

    def is_free_of_circles(self, shape: Shape) -> bool:
        """Whether no value of it can hold itself, so that the collector of garbage need not look at it.

        A document may, and so may what an unknown variant of a union holds.
        """
        open_ = self.recursive | self.unions
        return not any(each.is_document or each.name in open_ for each in reachable((shape,)))

    @cached_property
    def recursive(self) -> frozenset[str]:
        """The names of the structures that hold themselves."""
        return frozenset(
            name
            for name, shape in self.all.items()
            if shape.kind == "structure" and any(inner.name == name for inner in reachable(shape.below))
        )

    @cached_property
    def _below_errors(self) -> frozenset[str]:
        inside = (inner for error in self.errors.values() for inner in error.below)
        return frozenset(shape.name for shape in reachable(inside))

    def topic(self, operation: str) -> str:
        """The topic that an operation is filed under."""
        topics = self.service.topics.items()
        return next((topic for topic, names in topics if operation in names), "operation")

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The topics that operations are filed under, by name."""
        return tuple(sorted({self.topic(operation) for operation in self.operations}))

    def home(self, shape: Shape) -> str:
        """The module that a structure is filed under: its topic's, or `shared` where several use it."""
        if shape.name in self.errors:
            return "error"
        topics = {self.topic(operation) for operation in self.uses[shape.name]}
        return topics.pop() if len(topics) == 1 and shape.name not in self._below_errors else "shared"

    def code(self, error: Shape) -> str:
        """The code by which an error is told; in JSON the shape's name, whatever else the model says."""
        trait = error.definition.error
        named = None if trait is None or self.protocol == "json" else trait.code
        return named or error.name

    def is_required(self, shape: Shape, member: str) -> bool:
        """Whether a member must be there: never in an error, at the top of a response, or if it is filled in.

        Below the top of a response, only where the service is known to keep what its model says.
        """
        if shape.name in self.errors or shape.name in self.responses or shape.members[member].is_token:
            return False
        if shape.name in self.in_replies and not self.service.keeps_required:
            return False
        return member in shape.definition.required and f"{shape.name}.{member}" not in self.service.optional

    def is_secret(self, shape: Shape, member: str) -> bool:
        """Whether a member must not be shown."""
        return shape.members[member].is_sensitive or f"{shape.name}.{member}" in self.service.secret

    @cached_property
    def unfiled(self) -> tuple[str, ...]:
        """The operations without a topic, of a service whose others have one."""
        names = self.operations if self.service.topics else ()
        return tuple(name for name in names if self.topic(name) == "operation")


def _protocol(service: str, metadata: Metadata) -> Protocol:
    protocols = metadata.protocols or (metadata.protocol,)
    if "json" in protocols:
        return "json"
    if "query" in protocols:
        return "query"
    offered = ", ".join(protocols)
    raise SystemExit(f"{service}: it speaks {offered}; a catalogue can be written of json or query")


def _sentences(left_out: Mapping[str, str]) -> str:
    return "\n".join(f"{name} is left out: {reason}." for name, reason in left_out.items())
