"""What a model says and a catalogue cannot: operations that are left out, and facts that are lost."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from .description import Description, OperationDescription, Reference
from .linear import is_linear
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
            inside = inner.below if inner.kind in {"list", "map"} else (inner,)
            if any(each.timestamp_format == "iso8601" for each in inside):
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


@cache
def refusal(pattern: str) -> str | None:
    """Why a catalogue does not check a pattern, if it does not."""
    try:
        re.compile(pattern, re.ASCII)
    except re.error:
        return "is none of Python's"  # which has no classes of Unicode, such as those of Java
    return None if is_linear(pattern) else "is not proved to be matched in linear time"


def lost(shapes: Mapping[str, Shape], patterns: Mapping[str, str], protocol: str) -> Iterator[str]:
    """What the catalogue does not say of the shapes that it has, a sentence each."""
    if protocol == "json":
        for moment in _iso_moments(tuple(shapes.values())):
            yield f"{moment}: a moment in ISO 8601 is read, and written as epoch seconds."
    for name, shape in shapes.items():
        pattern = patterns.get(name, shape.definition.pattern)
        if pattern is not None and (reason := refusal(pattern)):
            yield f"{name}: its pattern {reason}, and is not checked."
        if shape.definition.union:
            yield f"{name}: a union is a record whose members are all optional."
