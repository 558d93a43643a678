"""What a model says and a catalogue cannot: operations that are left out, and facts that are lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

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
    if operation.http.path != "/":
        yield f"its requests go to a path of their own, {operation.http.path}"
    if any(shape.definition.streams for shape in (*asked, *answered)):
        yield "it streams events"
    if protocol == "json":
        yield from (f"{moment} is asked for in ISO 8601" for moment in _iso_moments(asked))
        return
    wrapper = operation.output and operation.output.result_wrapper
    if wrapper not in {None, f"{name}Result"}:
        yield f"its result is called {wrapper}"
    for shape in (*asked, *answered):
        if shape.kind == "map" and _entry(shape) != ("key", "value"):
            yield f"the entries of {shape.name} are spelled {' and '.join(_entry(shape))}"
        if any(inner.reference.attribute for inner in shape.members.values()):
            yield f"{shape.name} has members that are attributes"
        within = () if shape.kind == "structure" else shape.below
        if any(inner.kind == "list" and item_name(inner) for inner in within):
            yield f"{shape.name} holds lists whose items have a name of their own"


def _below(shapes: Shapes, reference: Reference | None) -> tuple[Shape, ...]:
    return () if reference is None else tuple(reachable([shapes.at(reference)]))


def _iso_moments(shapes: tuple[Shape, ...]) -> Iterator[str]:
    for shape in shapes:
        for name, inner in shape.members.items():
            moments = [each for each in (inner, *inner.below) if each.kind == "timestamp"]
            if any(each.timestamp_format == "iso8601" for each in moments):
                yield f"{shape.name}.{name}"


def _entry(shape: Shape) -> tuple[str, str]:
    return (
        shape.key.reference.location_name or "key",
        shape.value.reference.location_name or "value",
    )


def item_name(shape: Shape) -> str | None:
    """What the items of a list are called in forms and in XML, where it is not `member`."""
    name = shape.item.reference.location_name
    return None if name == "member" else name


def is_expressible(pattern: str) -> bool:
    """Whether Python takes the pattern; it knows no classes of Unicode, such as those of Java."""
    try:
        re.compile(pattern, re.ASCII)
    except re.error:
        return False
    return True


def lost(shapes: Mapping[str, Shape], patterns: Mapping[str, str]) -> Iterator[str]:
    """What the catalogue does not say of the shapes that it has, a sentence each."""
    for name, shape in shapes.items():
        pattern = patterns.get(name, shape.definition.pattern)
        if pattern is not None and not is_expressible(pattern):
            yield f"{name}: its pattern is none of Python's, and is not checked."
        if shape.definition.union:
            yield f"{name}: a union is a record whose members are all optional."
