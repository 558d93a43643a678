"""The members of a record: what each is in Python, and the codec that reads it."""

from __future__ import annotations

from .constraint import constrained
from .model import Model
from .module import Module, quoted
from .names import Names, python_names
from .shape import OWN_TIMES, TIMES, Shape
from .unexpressed import entry_names, item_name

SCALARS = {
    "boolean": ("bool", "boolean"),
    "timestamp": ("datetime", "timestamp"),
    "blob": ("bytes", "blob"),
    "integer": ("int", "integer"),
    "long": ("int", "long"),
    "float": ("float", "double"),
    "double": ("float", "double"),
    "string": ("str", "string"),
}
"""What each kind of scalar is in Python, and the codec of it."""


class Members:
    """The members of one record, as they are written in the module that it is in."""

    def __init__(self, model: Model, names: Names, module: Module, holder: Shape) -> None:
        self._model = model
        self._names = names
        self._module = module
        self._holder = holder

    def lines(self) -> list[str]:
        """One definition for each member."""
        is_error = self._holder.name in self._model.errors
        names = python_names(self._holder.members, of_error=is_error)
        self._module.hidden = frozenset(names.values())
        lines = [self._member(wire, name) for wire, name in names.items()]
        self._module.hidden = frozenset()
        return lines

    def variants(self) -> dict[str, str]:
        """The one definition of each variant of a union, by the name of the model."""
        found: dict[str, str] = {}
        for wire, name in python_names(self._holder.members).items():
            self._module.hidden = frozenset((name,))
            found[wire] = self._member(wire, name, is_variant=True)
        self._module.hidden = frozenset()
        return found

    def _member(self, wire: str, name: str, *, is_variant: bool = False) -> str:
        shape = self._holder.members[wire]
        kind, parts = self._type(shape), [self._codec(shape)]
        if not is_variant and not self._model.is_required(self._holder, wire):
            kind = f"{kind} | None"
            parts.append("default=None")
        spelled, hint = self._place(wire, shape)
        if hint:
            parts.append(f"xml={hint}")
        if self._model.is_secret(self._holder, wire):
            parts.append("secret=True")
        made = self._module.library("field")
        return f"    {name}: {kind} = {made}({quoted(spelled)}, {', '.join(parts)})"

    def _place(self, wire: str, shape: Shape) -> tuple[str, str]:
        """What a member is called on the wire, and the hint for its place in XML and in forms."""
        spelled = shape.wire_name(wire, self._model.protocol)
        if self._model.protocol == "json" or shape.kind not in {"list", "map"}:
            return spelled, ""
        if shape.kind == "map":
            return spelled, self._map(shape, spelled)
        if shape.is_flattened:
            return spelled, self._module.library("flattened")
        item = item_name(shape)
        if item is None:
            return spelled, ""
        return spelled, f"{self._module.library('element')}({quoted(spelled)}, item={quoted(item)})"

    def _map(self, shape: Shape, spelled: str) -> str:
        """The hint for a map: what the parts of its entries are called."""
        parts = {"key": entry_names(shape)[0], "value": entry_names(shape)[1]}
        named = [f"{part}={quoted(name)}" for part, name in parts.items() if name != part]
        if shape.is_flattened:
            made = self._module.library("flattened")
            return f"{made}({', '.join(named)})" if named else made
        return f"{self._module.library('element')}({quoted(spelled)}, {', '.join(named)})" if named else ""

    def _type(self, shape: Shape) -> str:
        module, name = self._module, self._names.classes.get(shape.name, "")
        if shape.is_document:
            return module.library("JsonValue")
        if shape.is_enumeration:
            return f"{module.of('enumeration', name)} | {module.standard('str')}"
        if shape.name in self._names.codecs:
            return module.of("scalar", name)
        match shape.kind:
            case "structure":
                return module.of(self._model.home(shape), name)
            case "list":
                return f"{module.standard('tuple')}[{self._type(shape.item)}, ...]"
            case "map":
                return f"{module.standard('dict')}[{self._type(shape.key)}, {self._type(shape.value)}]"
            case kind:
                return module.standard(SCALARS[kind][0])

    def _codec(self, shape: Shape) -> str:
        module, service = self._module, self._model.service
        if shape.is_document:
            return module.library("json_value")
        if shape.name in self._names.codecs:
            home = "enumeration" if shape.is_enumeration else "scalar"
            return module.codec_of(home, self._names.codecs[shape.name])
        match shape.kind:
            case "structure":
                return self._record(shape)
            case "list":
                return constrained(f"{module.library('array')}({self._codec(shape.item)})", shape, service)
            case "map":
                parts = f"{self._codec(shape.value)}, keys={self._codec(shape.key)}"
                return constrained(f"{module.library('dict_of')}({parts})", shape, service)
            case "timestamp":
                form = shape.timestamp_format
                own = form in {None, OWN_TIMES[self._model.protocol]}
                return module.library("timestamp" if own else TIMES.get(form or "", "timestamp"))
            case kind:
                return module.library(SCALARS[kind][1])

    def _record(self, shape: Shape) -> str:
        """The codec of a record, or of a union."""
        module, home, name = self._module, self._model.home(shape), shape.name
        if name in self._names.unions:
            codec = module.codec_of(home, self._names.unions[name])
        else:
            codec = f"{module.of(home, self._names.classes[name])}.codec"
        is_late = self._is_in_a_circle(shape) or codec in module.hidden  # by a member of the same name
        return f"{module.library('lazy')}(lambda: {codec})" if is_late else codec

    def _is_in_a_circle(self, shape: Shape) -> bool:
        return shape.name in self._model.recursive and self._holder.name in self._model.recursive
