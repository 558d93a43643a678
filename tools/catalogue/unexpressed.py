"""The operations that a catalogue would write or read wrongly, and leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from .description import Description, OperationDescription, Reference
from .shape import Shape, Shapes, reachable


def left_out(shapes: Shapes, description: Description, protocol: str) -> dict[str, str]:
    """The operations that would be written or read wrongly, each with the reason."""
    found: dict[str, str] = {}
    for name, operation in sorted(description.operations.items()):
        reason = next(_reasons(name, operation, shapes, protocol), None)
        if reason is not None:
            found[name] = reason
    return found


def _reasons(name: str, operation: OperationDescription, shapes: Shapes, protocol: str) -> Iterator[str]:
    asked, answered = _below(shapes, operation.input), _below(shapes, operation.output)
    if any(shape.definition.streams for shape in (*asked, *answered)):
        yield "it streams events"
    for shape in (*asked, *answered):
        wires = [inner.wire_name(name, protocol) for name, inner in shape.members.items()]
        if twice := next((wire for wire in wires if wires.count(wire) > 1), None):
            yield f"{shape.name} has two members called {twice}"
    if protocol == "json":
        return
    wrapper = operation.output and operation.output.result_wrapper
    if wrapper not in {None, f"{name}Result"}:
        yield f"its result is called {wrapper}"
    for shape in (*asked, *answered):
        if any(inner.reference.attribute for inner in shape.members.values()):
            yield f"{shape.name} has members that are attributes"
        for inner in () if shape.kind == "structure" else shape.below:
            if inner.kind == "list" and item_name(inner):
                yield f"{shape.name} holds lists whose items have a name of their own"
            if inner.kind == "map" and entry_names(inner) != ("key", "value"):
                yield f"{shape.name} holds maps whose entries have names of their own"


def _below(shapes: Shapes, reference: Reference | None) -> tuple[Shape, ...]:
    return () if reference is None else tuple(reachable([shapes.at(reference)]))


def entry_names(shape: Shape) -> tuple[str, str]:
    """What the key and the value in an entry of a map are called in forms and in XML."""
    return shape.key.reference.location_name or "key", shape.value.reference.location_name or "value"


def item_name(shape: Shape) -> str | None:
    """What the items of a list are called in forms and in XML, where it is not `member`."""
    name = shape.item.reference.location_name
    return None if name == "member" else name or None
