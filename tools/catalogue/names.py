"""What everything in a catalogue is called: each name once, and none that Python or the library has."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ecr_decode import Record
from ecr_decode.aws.naming import snake

from .model import Model
from .module import LIBRARY, STANDARD, quoted
from .shape import Shape

MODULES = ("by_name", "enumeration", "error", "operation", "operations", "scalar", "service", "shared")


@dataclass
class Names:
    """The names that a catalogue exports; one that is taken gets an underscore behind it."""

    classes: dict[str, str] = field(default_factory=dict[str, str])
    """The class or alias of each shape."""
    codecs: dict[str, str] = field(default_factory=dict[str, str])
    """The codec of each scalar and enumeration."""
    unions: dict[str, str] = field(default_factory=dict[str, str])
    """The codec of each union."""
    variants: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    """The class of each variant of a union, by the name of its member."""
    values: dict[str, str] = field(default_factory=dict[str, str])
    """The value of each operation and waiter."""
    added: dict[str, str] = field(default_factory=dict[str, str])
    """What the model has no shape for: unions of errors, and requests and responses without members."""


def names_of(model: Model) -> Names:
    """The names of a catalogue; operations choose first, then shapes, then what is added to them."""
    taken = {*_BUILTINS, *LIBRARY, *STANDARD, *MODULES, *model.topics}
    names = Names()
    for value in (*model.operations, *sorted(model.waiters)):
        names.values[value] = _free(snake(value), taken)
    for name, shape in model.all.items():
        if not (shape.kind in {"list", "map"} or shape.is_document or shape.is_plain_scalar):
            names.classes[name] = _free(_class(name), taken)
            if shape.kind != "structure":
                names.codecs[name] = _free(snake(_class(name)), taken)
            elif name in model.unions:
                names.unions[name] = _free(snake(_class(name)), taken)
    for name in sorted(model.unions):
        for wire in model.all[name].members:
            names.variants[name, wire] = _free(names.classes[name] + _class(wire), taken)
    for name, operation in model.operations.items():
        absent = {"Request": operation.request is None, "Response": operation.response is None, "Error": True}
        for suffix, is_absent in absent.items():
            if is_absent:
                names.added[name + suffix] = _free(name + suffix, taken)
    return names


def python_names(wires: Iterable[str], *, of_error: bool = False) -> dict[str, str]:
    """The name in Python of each member, distinct where two wire names give one or a record has one."""
    taken = {*vars(Record), *(("code", "error_code") if of_error else ())}
    return {wire: _free(snake(_identifier(wire)), taken) for wire in wires}


def steps_of(whole: Shape | None, path: str) -> list[str]:
    """The steps of a path by the names of Python, as literals; none where a step is no member."""
    steps: list[str] = []
    for wire in path.split("."):
        names = {} if whole is None or whole.kind != "structure" else python_names(whole.members)
        if whole is None or wire not in names:
            return []
        steps.append(quoted(names[wire]))
        whole = whole.members[wire]
    return steps


def shape_at(whole: Shape | None, path: str) -> Shape | None:
    """The shape at the end of a path, if it has one."""
    for wire in path.split("."):
        whole = None if whole is None or whole.kind != "structure" else whole.members.get(wire)
    return whole


def constants(values: Iterable[str]) -> dict[str, str]:
    """The name of each member of an enumeration, and its value."""
    found: dict[str, str] = {}
    for value in values:
        name = _constant(value)
        count = sum(each == name or each.startswith(name + "_V") for each in found)
        found[f"{name}_V{count + 1}" if name in found else name] = value
    return found


def _constant(value: str) -> str:
    spelled = value if value.isupper() else re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", value)
    name = re.sub(r"[\W_]+", "_", spelled, flags=re.ASCII).strip("_").upper()
    if not name:
        return "SIGN" if value else "EMPTY"
    return f"_{name}" if name[0].isdigit() else name


def _class(shape: str) -> str:
    name = _identifier(shape)
    return name[:1].upper() + name[1:]


def _identifier(name: str) -> str:
    """The name without what Python does not take, and without the underscores that make a name private."""
    found = re.sub(r"\W", "_", name, flags=re.ASCII).lstrip("_")
    return found if found[:1].isalpha() else f"n{found}"


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "_"
    taken.add(name)
    return name


_BUILTINS = frozenset(dir(builtins)) - {"copyright", "credits", "exit", "license", "quit"}
"""The names of the language; those that only an interactive Python has are free."""
