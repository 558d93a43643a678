"""The source of a catalogue: a module of scalars, one of enumerations, one of errors, and one for each topic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from botocore.model import OperationModel, Shape

from ecr_decode.aws.naming import snake

from .model import EDITION, Model, in_order, python_names

_NUMBERS = {"integer": "integer", "long": "long", "float": "double", "double": "double"}
_PLAIN = {
    "boolean": ("bool", "boolean"),
    "timestamp": ("datetime", "timestamp"),
    "blob": ("bytes", "blob"),
    "integer": ("int", "integer"),
    "long": ("int", "long"),
    "float": ("float", "double"),
    "double": ("float", "double"),
    "string": ("str", "string"),
}
_AWS = frozenset(("blob", "boolean", "double", "integer", "long", "timestamp"))
_HOMES = {
    "Accept": "aws.waiter",
    "AwsJson": "aws.protocol",
    "AwsQuery": "aws.protocol",
    "Codec": "codec",
    "ErrorShape": "aws.shape",
    "JsonValue": "codec",
    "OpenEnum": "aws.enumeration",
    "Operation": "aws.operation",
    "Pages": "aws.pages",
    "Shape": "aws.shape",
    "UnknownError": "aws.shape",
    "Waiter": "aws.waiter",
    "array": "container",
    "dict_of": "container",
    "field": "field",
    "flattened": "style",
    "json_value": "scalar",
    "lazy": "lazy",
    "open_enum": "aws.enumeration",
    "string": "scalar",
} | dict.fromkeys(_AWS, "aws.scalar")
_MOST_NAMED = 3


@dataclass
class Module:
    """A module on its way: what it defines, and what it must import."""

    name: str
    about: str
    parts: list[str] = field(default_factory=list[str])
    names: list[str] = field(default_factory=list[str])
    wanted: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])

    def want(self, name: str) -> str:
        """Import a name of the library, and give it."""
        self.wanted.add((f"ecr_decode.{_HOMES[name]}", name))
        return name

    def want_from(self, module: str, name: str) -> str:
        """Import a name of another module of the catalogue, and give it."""
        if module != self.name:
            self.wanted.add((f".{module}", name))
        return name

    def want_codec(self, module: str, name: str) -> str:
        """Import a module of the catalogue and give its codec; in a class body a member may hide the bare name."""
        self.wanted.add((".", module))
        return f"{module}.{name}"

    def define(self, name: str, source: str) -> None:
        """Add a definition."""
        self.names.append(name)
        self.parts.append(source)

    def text(self, package: str) -> str:
        """The source of the whole module."""
        lines = [_header(self.about), "from __future__ import annotations"]
        for module, name in sorted(self.wanted):
            if module in ("datetime", "typing"):
                lines.append(f"from {module} import {name}")
            else:
                here = module.replace("ecr_decode.", "..") if package.startswith("ecr_decode.") else module
                lines.append(f"from {here} import {name}")
        return "\n".join(lines) + "\n\n\n" + "\n\n".join(self.parts) + "\n"


def _header(about: str) -> str:
    return f'# Written by tools/catalogue from {EDITION}; do not edit.\n"""{about}"""\n'


class Catalogue:
    """The modules of one service's catalogue."""

    def __init__(self, model: Model, package: str) -> None:
        self.model = model
        self.package = package
        self.title = model.service.title
        self.modules: dict[str, Module] = {}

    def build(self) -> Mapping[str, str]:
        """The source of each module, by its name."""
        self._service()
        self._scalars()
        self._enumerations()
        for home in ("shared", "error"):
            self._records(home)
        for topic in sorted({self.model.topic(operation) for operation in self.model.operations}):
            self._records(topic)
            self._operations(topic)
        self._waiters()
        made = {name: module.text(self.package) for name, module in self.modules.items() if module.parts}
        return {**made, "__init__": self._package()}

    def _module(self, name: str, about: str) -> Module:
        return self.modules.setdefault(name, Module(name, about))

    def _service(self) -> None:
        module = self._module("service", f"What the operations of {self.title} share.")
        module.parts.append(f"PROTOCOL = {self._protocol(module)}\nHOME = {_quoted(self.package)}")

    # scalars and enumerations

    def _scalars(self) -> None:
        module = self._module("scalar", f"The scalars of {self.title}, and what its model demands of them.")
        for name, shape in sorted(self.model.all.items()):
            if _is_scalar_alias(shape):
                self._scalar(module, name, shape)

    def _scalar(self, module: Module, name: str, shape: Shape) -> None:
        kind, base = _PLAIN[shape.type_name]
        module.wanted.add(("typing", "TypeAlias"))
        rule = _constraint(shape, self.model)
        codec = module.want(base) + (f".constrain({rule})" if rule else "")
        annotation = f"{module.want('Codec')}[{name}]"
        about = self._said(shape)
        module.names.append(name)
        module.define(
            snake(name), f'{name}: TypeAlias = {kind}\n{snake(name)}: {annotation} = {codec}\n"""{about}"""'
        )

    def _said(self, shape: Shape) -> str:
        facts = [_demands(shape, self.model), f"Used by {self._users(shape.name)}."]
        return " ".join(fact for fact in facts if fact)

    def _users(self, name: str) -> str:
        operations = self.model.uses[name]
        if len(operations) > _MOST_NAMED + 1:
            named = ", ".join(operations[:_MOST_NAMED])
            return f"{named} and {len(operations) - _MOST_NAMED} more operations"
        return " and ".join(filter(None, (", ".join(operations[:-1]), operations[-1])))

    def _enumerations(self) -> None:
        module = self._module(
            "enumeration", f"The enumerations of {self.title}; each takes texts of tomorrow as well."
        )
        for name, shape in sorted(self.model.all.items()):
            if _is_enumeration(shape):
                values: list[str] = shape.metadata["enum"]
                lines = [f"    {member} = {_quoted(value)}" for member, value in _members(values)]
                body = (
                    f'class {name}({module.want("OpenEnum")}):\n    """Used by {self._users(name)}."""\n\n'
                    + "\n".join(lines)
                )
                module.define(name, body)
                annotation = f"{module.want('Codec')}[{name} | str]"
                module.define(
                    snake(name), f"{snake(name)}: {annotation} = {module.want('open_enum')}({name})"
                )

    # records

    def _records(self, home: str) -> None:
        structures = [shape for shape in self.model.all.values() if shape.type_name == "structure"]
        shapes = [shape for shape in structures if not _is_document(shape) and self.model.home(shape) == home]
        about = {
            "error": f"The errors of {self.title}: values to match on, never raised.",
            "shared": f"Records that several topics of {self.title} share.",
        }.get(home, f"{self.title}: {home.replace('_', ' ')}.")
        module = self._module(home, about)
        for shape in in_order(shapes):
            self._record(module, shape)

    def _record(self, module: Module, shape: Shape) -> None:
        names = python_names(list(shape.members))
        members = {name: self._member(module, shape, wire, name) for wire, name in names.items()}
        lines = [members[name] for name in sorted(members, key=_hides)]
        base = module.want("ErrorShape" if shape.name in self.model.errors else "Shape")
        code = shape.metadata.get("error", {}).get("code", shape.name)
        if base == "ErrorShape" and code != shape.name:
            module.wanted.add(("typing", "ClassVar"))
            lines.insert(0, f"    error_code: ClassVar[str] = {_quoted(code)}")
        body = "\n".join(lines)
        module.define(
            shape.name, f'class {shape.name}({base}):\n    """{self._about(shape)}"""\n\n{body}'.rstrip()
        )

    def _about(self, shape: Shape) -> str:
        asked = [
            name for name, each in self.model.operations.items() if _name(each.input_shape) == shape.name
        ]
        answered = [
            name for name, each in self.model.operations.items() if _name(each.output_shape) == shape.name
        ]
        if shape.name in self.model.errors:
            reporting = [
                name
                for name, each in self.model.operations.items()
                if any(error.name == shape.name for error in each.error_shapes)
            ]
            return f"Reported by {_listed(reporting)}."
        if asked:
            return f"What {_listed(asked)} asks{_nothing(shape)}."
        if answered:
            return f"What {_listed(answered)} answers{_nothing(shape)}."
        return f"Part of {self._users(shape.name)}."

    def _member(self, module: Module, shape: Shape, wire: str, name: str) -> str:
        inner: Shape = shape.members[wire]
        spelled = inner.serialization.get("name", wire)
        kind, codec = self._type(module, inner), self._codec(module, inner, shape)
        options = ""
        if not self.model.is_required(shape, wire):
            kind, options = f"{kind} | None", ", default=None"
        if inner.type_name in ("list", "map") and inner.serialization.get("flattened"):
            options += f", xml={module.want('flattened')}"
            if inner.type_name == "list":
                spelled = inner.member.serialization.get("name", spelled)
        if self.model.is_secret(shape, wire):
            options += ", secret=True"
        return f"    {name}: {kind} = {module.want('field')}({_quoted(spelled)}, {codec}{options})"

    def _type(self, module: Module, shape: Shape) -> str:
        if _is_document(shape):
            return module.want("JsonValue")
        if _is_enumeration(shape):
            return f"{module.want_from('enumeration', shape.name)} | str"
        if _is_scalar_alias(shape):
            return module.want_from("scalar", shape.name)
        match shape.type_name:
            case "structure":
                return module.want_from(self.model.home(shape), shape.name)
            case "list":
                return f"tuple[{self._type(module, shape.member)}, ...]"
            case "map":
                return f"dict[{self._type(module, shape.key)}, {self._type(module, shape.value)}]"
            case kind:
                found = _PLAIN[kind][0]
                if found == "datetime":
                    module.wanted.add(("datetime", "datetime"))
                return found

    def _codec(self, module: Module, shape: Shape, holder: Shape) -> str:
        if _is_document(shape):
            return module.want("json_value")
        if _is_enumeration(shape):
            return module.want_codec("enumeration", snake(shape.name))
        if _is_scalar_alias(shape):
            return module.want_codec("scalar", snake(shape.name))
        rule = _constraint(shape, self.model)
        constrained = f".constrain({rule})" if rule else ""
        match shape.type_name:
            case "structure" if shape.name in self.model.recursive and holder.name in self.model.recursive:
                return f"{module.want('lazy')}(lambda: {shape.name}.codec)"
            case "structure":
                return f"{module.want_from(self.model.home(shape), shape.name)}.codec"
            case "list":
                return f"{module.want('array')}({self._codec(module, shape.member, holder)}){constrained}"
            case "map":
                value, key = self._codec(module, shape.value, holder), self._codec(module, shape.key, holder)
                return f"{module.want('dict_of')}({value}, keys={key}){constrained}"
            case kind:
                return module.want(_PLAIN[kind][1])

    # operations

    def _operations(self, topic: str) -> None:
        module = self._module(topic, "")
        for name, operation in self.model.operations.items():
            if self.model.topic(name) == topic:
                self._operation(module, name, operation)

    def _operation(self, module: Module, name: str, operation: OperationModel) -> None:
        module.wanted.add(("typing", "TypeAlias"))
        request = self._whole(module, operation.input_shape, f"{name}Request", f"What {name} asks: nothing.")
        response = self._whole(
            module, operation.output_shape, f"{name}Response", f"What {name} answers: nothing."
        )
        errors = [
            module.want_from("error", error.name) for error in sorted(operation.error_shapes, key=_name_of)
        ]
        union = f"{name}Error"
        module.define(union, f"{union}: TypeAlias = {' | '.join([*errors, module.want('UnknownError')])}")
        made = module.want("Operation")
        parts = [
            _quoted(name),
            f"protocol={module.want_from('service', 'PROTOCOL')}",
            f"request={request}",
            f"response={response}",
            f"errors={_tuple(errors) if errors else '()'}",
            *self._pages(module, name, operation),
            f"home={module.want_from('service', 'HOME')}",
        ]
        source = f"{snake(name)}: {made}[{request}, {response}, {union}] = {made}({', '.join(parts)},)"
        module.define(snake(name), source)

    def _whole(self, module: Module, shape: Shape | None, name: str, about: str) -> str:
        if shape is not None:
            return module.want_from(self.model.home(shape), shape.name)
        module.define(name, f'class {name}({module.want("Shape")}):\n    """{about}"""')
        return name

    def _protocol(self, module: Module) -> str:
        metadata = self.model.raw["metadata"]
        if self.model.protocol == "query":
            return f"{module.want('AwsQuery')}({_quoted(metadata['apiVersion'])})"
        version = (
            "" if metadata.get("jsonVersion") == "1.1" else f", version={_quoted(metadata['jsonVersion'])}"
        )
        return f"{module.want('AwsJson')}({_quoted(metadata['targetPrefix'])}{version})"

    def _pages(self, module: Module, name: str, operation: OperationModel) -> Iterable[str]:
        listed = self.model.paginators.get(name, {})
        asked, given = listed.get("input_token", "nextToken"), listed.get("output_token", "nextToken")
        known = isinstance(asked, str) and isinstance(given, str)
        if (
            not known
            or asked not in _wires(operation.input_shape)
            or given not in _wires(operation.output_shape)
        ):
            return []
        results = listed.get("result_key", [])
        items = [_path(result) for result in ([results] if isinstance(results, str) else results)]
        parts = [f"request={_quoted(snake(asked))}", f"response={_quoted(snake(given))}"]
        if items:
            parts.append(f"items={_tuple(items)}")
        if "limit_key" in listed:
            parts.append(f"limit={_quoted(snake(listed['limit_key']))}")
        return [f"pages={module.want('Pages')}({', '.join(parts)})"]

    def _waiters(self) -> None:
        for name, waiter in sorted(self.model.waiters.items()):
            operation = waiter["operation"]
            if operation not in self.model.operations:
                continue
            module = self._module(self.model.topic(operation), "")
            rules = [_rule(each) for each in waiter["acceptors"]]
            if any(rule is None for rule in rules):
                continue
            more = self.model.service.accepts.get(name, ())
            rules += [
                f"state={_quoted(state)}, path={_path(path)}, expected={_quoted(value)}"
                for state, path, value in more
            ]
            accepts = _tuple([f"{module.want('Accept')}({rule})" for rule in rules])
            shapes = self.model.operations[operation]
            source = (
                f"{snake(name)}: {module.want('Waiter')}[{shapes.input_shape.name}, {shapes.output_shape.name}] = Waiter("
                f"name={_quoted(name)}, operation={snake(operation)}, delay={waiter['delay']}, "
                f"attempts={waiter['maxAttempts']}, accepts={accepts},)"
            )
            module.define(snake(name), source)

    def _package(self) -> str:
        exported: dict[str, str] = {"UnknownError": ""}
        for name, module in self.modules.items():
            for defined in module.names:
                if defined in exported or defined in self.modules:
                    raise SystemExit(f"{self.package}: {defined} of {name}.py has a name that is taken")
                exported[defined] = name
        lines = [
            _header(f"{self.title}: its operations, records, errors and enumerations."),
            "from __future__ import annotations",
        ]
        library = ".." if self.package.startswith("ecr_decode.") else "ecr_decode."
        lines.append(f"from {library}aws.shape import UnknownError")
        for module in self.modules.values():
            if module.names:
                lines.append(f"from .{module.name} import {', '.join(module.names)}")
        everything = ", ".join(_quoted(name) for name in sorted(exported))
        return "\n".join(lines) + f"\n\n__all__ = [{everything}]\n"


def _is_document(shape: Shape) -> bool:
    return bool(getattr(shape, "is_document_type", False)) or bool(shape.serialization.get("jsonvalue"))


def _is_enumeration(shape: Shape) -> bool:
    return shape.type_name == "string" and bool(shape.metadata.get("enum"))


def _is_scalar_alias(shape: Shape) -> bool:
    if shape.type_name == "string":
        return not _is_enumeration(shape) and not _is_document(shape) and shape.name != "String"
    plain = shape.type_name in _PLAIN and shape.type_name not in ("boolean", "timestamp")
    return plain and any(key in shape.metadata for key in ("min", "max"))


def _bounds(shape: Shape) -> tuple[str, str]:
    match shape.type_name:
        case "string" | "blob":
            return "min_length", "max_length"
        case "list" | "map":
            return "min_items", "max_items"
        case _:
            return "minimum", "maximum"


def _constraint(shape: Shape, model: Model) -> str:
    least, most = _bounds(shape)
    parts: list[str] = []
    pattern = model.service.patterns.get(shape.name, shape.metadata.get("pattern"))
    if pattern is not None:
        parts.append(f"pattern={_raw(pattern)}")
    parts += [
        f"{name}={shape.metadata[key]}"
        for name, key in ((least, "min"), (most, "max"))
        if key in shape.metadata
    ]
    return ", ".join(parts)


def _demands(shape: Shape, model: Model) -> str:
    """The constraint of a scalar in words."""
    least, most = shape.metadata.get("min"), shape.metadata.get("max")
    unit = {"string": " characters", "blob": " bytes"}.get(shape.type_name, "")
    if least is not None and most is not None:
        bounds = f"{least} to {most}{unit}"
    elif least is not None or most is not None:
        bounds = f"At least {least}{unit}" if least is not None else f"At most {most}{unit}"
    else:
        bounds = ""
    pattern = "matches a pattern" if "pattern" in shape.metadata else ""
    said = "; ".join(part for part in (bounds, pattern) if part)
    return said[:1].upper() + said[1:] + "." if said else ""


def _hides(name: str) -> int:
    """Where in a class body a member must stand: one that hides a name of the library comes last, and `field` at the end."""
    return 2 if name == "field" else int(name in _HOMES or name in ("enumeration", "scalar"))


def _members(values: list[str]) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    for value in values:
        spelled = value if value.isupper() else re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", value)
        name = re.sub(r"\W+", "_", spelled, flags=re.ASCII).strip("_").upper() or "EMPTY"
        name = f"_{name}" if name[0].isdigit() else name
        while name in found:
            name += "_"
        found[name] = value
    return list(found.items())


def _rule(acceptor: Mapping[str, Any]) -> str | None:
    """A rule of a waiter, or None where it takes more than a path of names."""
    state = f"state={_quoted(acceptor['state'])}"
    match acceptor:
        case {"matcher": "path", "argument": str(path), "expected": expected} if re.fullmatch(
            r"[\w.]+", path
        ):
            return f"{state}, path={_path(path)}, expected={expected!r}"
        case {"matcher": "error", "expected": str(code)}:
            return f"{state}, error={_quoted(code)}"
        case _:
            return None


def _path(path: str) -> str:
    return _tuple([_quoted(snake(name)) for name in path.split(".")])


def _tuple(items: list[str]) -> str:
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"


def _wires(shape: Shape | None) -> Iterable[str]:
    return () if shape is None else shape.members


def _nothing(shape: Shape) -> str:
    return "" if shape.members else ": nothing"


def _listed(operations: list[str]) -> str:
    if len(operations) > _MOST_NAMED + 1:
        return f"{', '.join(operations[:_MOST_NAMED])} and {len(operations) - _MOST_NAMED} more operations"
    return " and ".join(filter(None, (", ".join(operations[:-1]), operations[-1])))


def _name(shape: Shape | None) -> str | None:
    return None if shape is None else shape.name


def _name_of(shape: Shape) -> str:
    name: str = shape.name
    return name


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _raw(pattern: str) -> str:
    return f'r"{pattern}"' if '"' not in pattern and not pattern.endswith("\\") else repr(pattern)
