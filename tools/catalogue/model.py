"""The model of a service as the generator sees it: shapes, who uses them, and what the catalogue cannot express."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import botocore
from botocore.exceptions import UnknownServiceError
from botocore.loaders import Loader
from botocore.model import OperationModel, ServiceModel, Shape

from ecr_decode.aws.naming import snake

from .services import Service

PROTOCOLS = ("json", "query")
EDITION = f"botocore {botocore.__version__}"


class Model:
    """A service's model, with the questions that the generator asks of it."""

    def __init__(self, service: Service) -> None:
        loader: Any = Loader()
        self.service = service
        self.raw: Mapping[str, Any] = loader.load_service_model(service.name, "service-2")
        self.shapes: Any = ServiceModel(self.raw)
        offered = {self.raw["metadata"]["protocol"], *self.raw["metadata"].get("protocols", ())}
        found = [protocol for protocol in PROTOCOLS if protocol in offered]
        if not found:
            raise SystemExit(
                f"{service.name}: its protocols are {', '.join(sorted(offered))}; json or query is needed"
            )
        self.protocol = found[0]
        self.paginators: Mapping[str, Any] = _extra(loader, service.name, "paginators-1", "pagination")
        self.waiters: Mapping[str, Any] = _extra(loader, service.name, "waiters-2", "waiters")

    @cached_property
    def operations(self) -> Mapping[str, OperationModel]:
        """The operations by their names, but for those that stream events."""
        found = {name: self.shapes.operation_model(name) for name in sorted(self.shapes.operation_names)}
        return {
            name: operation
            for name, operation in found.items()
            if not (operation.has_event_stream_input or operation.has_event_stream_output)
        }

    @cached_property
    def uses(self) -> Mapping[str, tuple[str, ...]]:
        """The operations that use each shape, by the shape's name."""
        found: dict[str, list[str]] = {}
        for name, operation in self.operations.items():
            roots = [operation.input_shape, operation.output_shape, *operation.error_shapes]
            for shape in reachable(root for root in roots if root is not None):
                found.setdefault(shape.name, []).append(name)
        return {name: tuple(operations) for name, operations in found.items()}

    @cached_property
    def all(self) -> Mapping[str, Shape]:
        """Every shape that some operation uses, by its name."""
        return {name: self.shapes.shape_for(name) for name in self.uses}

    @cached_property
    def errors(self) -> Mapping[str, Shape]:
        """The errors that some operation reports, by the shape's name."""
        found = {
            error.name: error for operation in self.operations.values() for error in operation.error_shapes
        }
        return dict(sorted(found.items()))

    @cached_property
    def responses(self) -> frozenset[str]:
        """The names of the shapes that are whole responses."""
        return frozenset(
            each.output_shape.name for each in self.operations.values() if each.output_shape is not None
        )

    @cached_property
    def requests(self) -> frozenset[str]:
        """The names of the shapes that requests reach."""
        inputs = [each.input_shape for each in self.operations.values() if each.input_shape is not None]
        return frozenset(shape.name for shape in reachable(inputs))

    @cached_property
    def recursive(self) -> frozenset[str]:
        """The names of the structures that hold themselves."""
        return frozenset(
            name
            for name, shape in self.all.items()
            if shape.type_name == "structure"
            and any(inner.name == name for inner in reachable(children(shape)))
        )

    def topic(self, operation: str) -> str:
        """The topic that an operation is filed under."""
        return next(
            (topic for topic, names in self.service.topics.items() if operation in names), "operation"
        )

    def home(self, shape: Shape) -> str:
        """The module that a structure is filed under: its topic's, or `shared` where several use it."""
        if shape.name in self.errors:
            return "error"
        topics = {self.topic(operation) for operation in self.uses[shape.name]}
        below_errors = any(
            shape.name == inner.name for error in self.errors.values() for inner in reachable([error])
        )
        return topics.pop() if len(topics) == 1 and not below_errors else "shared"

    def is_required(self, shape: Shape, member: str) -> bool:
        """Whether a member must be there: never in an error or at the top of a response."""
        if shape.name in self.errors or shape.name in self.responses:
            return False
        return member in shape.required_members and f"{shape.name}.{member}" not in self.service.optional

    def is_secret(self, shape: Shape, member: str) -> bool:
        """Whether a member must not be shown."""
        marked = bool(shape.members[member].metadata.get("sensitive"))
        return marked or f"{shape.name}.{member}" in self.service.secret

    def unexpressed(self) -> list[str]:
        """What the model says and the catalogue does not, a sentence each."""
        streaming = sorted(set(self.shapes.operation_names) - set(self.operations))
        said = [f"{name} streams events and is left out." for name in streaming]
        for name, shape in sorted(self.all.items()):
            said += [f"{name}: {what}" for what in _unexpressed(shape, self)]
        unfiled = [
            name for name in self.operations if self.service.topics and self.topic(name) == "operation"
        ]
        return said + [
            f"{name} is filed under no topic; see tools/catalogue/services.py." for name in unfiled
        ]


def _unexpressed(shape: Shape, model: Model) -> Iterator[str]:
    if getattr(shape, "is_tagged_union", False):
        yield "a union is a record whose members are all optional."
    if shape.type_name == "list" and model.protocol == "query" and shape.name in model.requests:
        name = shape.member.serialization.get("name")
        if name not in (None, "member") and not shape.serialization.get("flattened"):
            yield f"its items are called {name}, and are written as member."
    if shape.type_name == "map" and model.protocol == "query":
        names = (shape.key.serialization.get("name", "key"), shape.value.serialization.get("name", "value"))
        if names != ("key", "value"):
            yield f"its entries are spelled {names[0]} and {names[1]}, and are written and read as key and value."
    if shape.type_name == "structure":
        for member, inner in shape.members.items():
            form = inner.serialization.get("timestampFormat")
            if form and form != {"json": "unixTimestamp", "query": "iso8601"}[model.protocol]:
                yield f"{member} is to be written as {form}, and is written in the way of the protocol."


def children(shape: Shape) -> list[Shape]:
    """The shapes right below a shape."""
    match shape.type_name:
        case "structure":
            return list(shape.members.values())
        case "list":
            return [shape.member]
        case "map":
            return [shape.key, shape.value]
        case _:
            return []


def reachable(roots: Iterator[Shape] | list[Shape]) -> Iterator[Shape]:
    """The shapes themselves, and all below them, each once."""
    seen: set[str] = set()
    todo = list(roots)
    while todo:
        shape = todo.pop(0)
        if shape.name not in seen:
            seen.add(shape.name)
            yield shape
            todo += children(shape)


def in_order(shapes: list[Shape]) -> list[Shape]:
    """The structures, each behind those that it holds, by name otherwise."""
    named = {shape.name: shape for shape in shapes}
    done: dict[str, Shape] = {}

    def visit(shape: Shape, path: tuple[str, ...]) -> None:
        if shape.name in path:
            return
        for inner in children(shape):
            visit(inner, (*path, shape.name))
        if shape.name in named:
            done.setdefault(shape.name, shape)

    for name in sorted(named):
        visit(named[name], ())
    return list(done.values())


def python_names(wires: list[str]) -> dict[str, str]:
    """The name in Python of each member, distinct where two wire names give one."""
    found: dict[str, str] = {}
    for wire in wires:
        name = snake(wire)
        while name in found.values():
            name += "_"
        found[wire] = name
    return found


def _extra(loader: Any, service: str, kind: str, inside: str) -> Mapping[str, Any]:
    try:
        found: Mapping[str, Any] = loader.load_service_model(service, kind)[inside]
    except UnknownServiceError:
        return {}
    return found
