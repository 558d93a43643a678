"""The docstrings of a catalogue, made of what the model says."""

from __future__ import annotations

from collections.abc import Iterator

from .description import WaiterDescription
from .model import Model, Operation
from .module import WIDTH, docstring, listed
from .shape import Shape

_ROOM = WIDTH - len('    """A part of its own."""')


def about_scalar(model: Model, shape: Shape, demands: str) -> str:
    """What a scalar must be, and who uses it."""
    room = WIDTH - len(f'"""{demands} Used by ."""')
    return docstring(demands, f"Used by {listed(model.uses[shape.name], room)}.")


def about_enumeration(model: Model, shape: Shape) -> str:
    """Who uses an enumeration."""
    return docstring(f"Used by {listed(model.uses[shape.name], _ROOM)}.", indent="    ")


def about_record(model: Model, shape: Shape) -> str:
    """Whose request, response, error or part a structure is, and what else the model says of it."""
    operations = list(model.operations.values())
    reporting = [each.name for each in operations if shape.name in {error.name for error in each.errors}]
    asking = [each.name for each in operations if _is(each.request, shape)]
    answering = [each.name for each in operations if _is(each.response, shape)]
    nothing = "" if shape.members else ": nothing"
    if reporting:
        said = f"An error of {listed(reporting, _ROOM - 20)}: a value, never raised."
    elif asking:
        said = f"What {listed(asking, _ROOM)} asks{nothing}."
    elif answering:
        said = f"What {listed(answering, _ROOM)} answers{nothing}."
    else:
        said = f"Part of {listed(model.uses[shape.name], _ROOM)}."
    return docstring(said, *_remarks(shape), indent="    ")


def about_variant(union: str, wire: str) -> str:
    """Which variant of which union a record is."""
    return docstring(f"The variant `{wire}` of {union}.", indent="    ")


def about_union(model: Model, shape: Shape) -> str:
    """Who uses a union, and what else the model says of it."""
    room = WIDTH - len('"""A union, part of ."""')
    return docstring(f"A union, part of {listed(model.uses[shape.name], room)}.", *_deprecated(shape))


def about_operation(model: Model, operation: Operation) -> str:
    """What an operation needs, and how many errors it has; the code above says the rest."""
    request, errors = operation.request, len(operation.errors)
    needed = [] if request is None else [wire for wire in request.members if model.is_required(request, wire)]
    needs = f"Needs {_together(needed)}." if needed else "Needs nothing."
    lists = "lists no error" if not errors else f"lists {errors} error{'s' * (errors > 1)}"
    return docstring(needs[:-1] + f"; {lists}.")


def about_errors(operation: Operation) -> str:
    """What a union of errors is."""
    return docstring(f"What {operation.name} may fail with: values, never raised.")


def about_waiter(operation: Operation, waiter: WaiterDescription) -> str:
    """What is asked, and for how long."""
    return docstring(f"Asks {operation.name} every {waiter.delay} seconds, {waiter.attempts} times at most.")


def _is(whole: Shape | None, shape: Shape) -> bool:
    return whole is not None and whole.name == shape.name


def _deprecated(shape: Shape) -> Iterator[str]:
    old = [wire for wire, member in shape.members.items() if member.reference.deprecated]
    if old:
        yield f"Deprecated: {_together(old)}."


def _remarks(shape: Shape) -> Iterator[str]:
    yield from _deprecated(shape)
    if shape.definition.union:
        yield "Exactly one member is there."


def _together(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
