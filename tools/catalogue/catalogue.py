"""The modules of a catalogue: scalars, enumerations, errors, what topics share, and one for each topic."""

from __future__ import annotations

from collections.abc import Mapping

from .constraint import constrained, demands
from .members import SCALARS, Members
from .model import Model
from .module import Module, docstring, header, origin, quoted
from .names import constants, names_of
from .operations import Operations
from .prose import about_enumeration, about_record, about_scalar, about_union, about_variant
from .shape import Shape, in_order
from .waiters import define_waiters


class Catalogue:
    """The catalogue of one service, to be written as a package of a name."""

    def __init__(self, model: Model, package: str) -> None:
        self._model = model
        self._package = package
        self._title = model.service.title
        self._names = names_of(model)
        self._modules: dict[str, Module] = {}

    def files(self) -> Mapping[str, str]:
        """The source of each file of the package, by its name; it is not formatted yet."""
        self._service()
        self._scalars()
        self._enumerations()
        self._records("shared", f"Records that several topics of {self._title} share.")
        self._records("error", f"The errors of {self._title}: values to match on, never raised.")
        operations = Operations(self._model, self._names)
        for topic in self._model.topics:
            self._records(topic, f"{self._title}: {topic.replace('_', ' ')}.")
            operations.define(self._modules[topic], topic)
        for topic in self._model.topics:
            define_waiters(self._modules[topic], topic, self._model, self._names)
        self._operations()
        made = {f"{name}.py": each.text(self._package) for name, each in self._modules.items() if each.parts}
        return {**made, "__init__.py": self._package_itself(), "__init__.pyi": self._stub()}

    def _module(self, name: str, about: str) -> Module:
        self._modules[name] = Module(name, about, self._model.edition)
        return self._modules[name]

    def _service(self) -> None:
        module = self._module("service", f"What the operations of {self._title} share.")
        metadata = self._model.description.metadata
        if self._model.protocol == "query":
            protocol = f"{module.library('AwsQuery')}({quoted(metadata.api_version)})"
        else:
            version = "" if metadata.json_version == "1.1" else f", version={quoted(metadata.json_version)}"
            mode = "" if metadata.query_compatible is None else ", query_compatible=True"
            protocol = f"{module.library('AwsJson')}({quoted(metadata.target_prefix)}{version}{mode})"
        home = f"{module.library('publish')}({quoted(self._package)})"
        module.parts.append(f"PROTOCOL = {protocol}\nHOME = {home}")

    def _scalars(self) -> None:
        about = f"The scalars of {self._title}, and what its model demands of them."
        module = self._module("scalar", about)
        for name, codec in self._names.codecs.items():
            shape = self._model.all[name]
            if not shape.is_enumeration:
                self._scalar(module, shape, codec)

    def _scalar(self, module: Module, shape: Shape, codec: str) -> None:
        kind, base = SCALARS[shape.kind]
        alias, service = self._names.classes[shape.name], self._model.service
        plain = module.library(base)
        written = constrained(plain, shape, service)
        if written == plain:
            written = f"{module.library('alias')}({plain})"
        module.names.append(alias)
        lines = (
            f"{alias}: {module.standard('TypeAlias')} = {kind}",
            f"{codec}: {module.library('Codec')}[{alias}] = {written}",
            about_scalar(self._model, shape, demands(shape, service)),
        )
        module.define(codec, "\n".join(lines))

    def _enumerations(self) -> None:
        about = f"The enumerations of {self._title}; each takes texts of tomorrow as well."
        module = self._module("enumeration", about)
        for name, codec in self._names.codecs.items():
            shape = self._model.all[name]
            if shape.is_enumeration:
                self._enumeration(module, shape, codec)

    def _enumeration(self, module: Module, shape: Shape, codec: str) -> None:
        cls = self._names.classes[shape.name]
        values = constants(shape.definition.values or ())
        lines = (
            f"class {cls}({module.library('OpenEnum')}):",
            about_enumeration(self._model, shape),
            "",
            *(f"    {name} = {quoted(value)}" for name, value in values.items()),
        )
        module.define(cls, "\n".join(lines))
        annotation = f"{module.library('Codec')}[{cls} | str]"
        module.define(codec, f"{codec}: {annotation} = {module.library('open_enum')}({cls})")

    def _records(self, home: str, about: str) -> None:
        module = self._module(home, about)
        shapes = [
            shape
            for shape in self._model.all.values()
            if shape.kind == "structure" and not shape.is_document and self._model.home(shape) == home
        ]
        for shape in in_order(shapes):
            if shape.name in self._names.unions:
                self._union(module, shape)
            else:
                self._record(module, shape)

    def _union(self, module: Module, shape: Shape) -> None:
        """The class of each variant, and behind them the union."""
        name, codec, cases = self._names.classes[shape.name], self._names.unions[shape.name], list[str]()
        for wire, line in Members(self._model, self._names, module, shape).variants().items():
            variant = self._names.variants[shape.name, wire]
            cases.append(variant)
            head = f"class {variant}({module.library('Shape')}):"
            module.define(variant, "\n".join((head, about_variant(name, wire), "", line)))
        kinds = " | ".join([*cases, module.library("UnknownVariant")])
        made = [f"{module.library('variant')}({each})" for each in cases]
        made.append(f"{module.library('otherwise')}({module.library('unknown_variant')})")
        union = f"{module.library('keyed_union')}({' | '.join(made)})"
        module.names.append(name)
        lines = (
            f"{name}: {module.standard('TypeAlias')} = {kinds}",
            f"{codec}: {module.library('Codec')}[{name}] = {union}",
            about_union(self._model, shape),
        )
        module.define(codec, "\n".join(lines))

    def _record(self, module: Module, shape: Shape) -> None:
        name, is_error = self._names.classes[shape.name], shape.name in self._model.errors
        lines = Members(self._model, self._names, module, shape).lines()
        code = self._model.code(shape)
        if is_error and code != name:
            lines.insert(0, f"    error_code: {module.standard('ClassVar')}[str] = {quoted(code)}")
        base = module.library("ErrorShape" if is_error else "Shape")
        keywords = ", gc=False" if self._model.is_free_of_circles(shape) else ""
        head = (f"class {name}({base}{keywords}):", about_record(self._model, shape))
        module.define(name, "\n".join((*head, "", *lines)).rstrip())

    def _operations(self) -> None:
        module = self._module("by_name", f"The operations of {self._title} by name.")
        home, protocol = (module.of("service", name) for name in ("HOME", "PROTOCOL"))
        values = {name: self._names.values[name] for name in self._model.operations}
        names = "".join(f"{quoted(name)}: {quoted(value)}," for name, value in values.items())
        made = f"{module.library('Operations')}({home}, {protocol}, {{{names}}})"
        module.define(
            "operations",
            f'operations: {module.library("Operations")} = {made}\n"""Each by its name in the model."""',
        )
        about = docstring("Finds one by any of its names: see `Operations.find`.")
        head = f"def operation(name: str) -> {module.library('Found')}:"
        module.define("operation", f"{head}\n    {about}\n    return operations.find(name)")

    def _package_itself(self) -> str:
        left_out = [f"{name} is left out: {why}." for name, why in self._model.left_out.items()]
        about = f"{self._title}: its operations, records, errors and enumerations."
        parts = (
            header(self._model.edition, about, *left_out),
            f"from {self._library}stub import load_when_touched",
            "",
            "__getattr__, __dir__ = load_when_touched(__name__)",
        )
        return "\n".join(parts) + "\n"

    def _stub(self) -> str:
        """What the package exports, and where each name is, for the checkers and for `load_when_touched`."""
        homes = {f"{self._library}aws.shape": ["UnknownError"]}
        if self._names.unions:
            homes[f"{self._library}aws.variant"] = ["UnknownVariant"]
        homes |= {f".{name}": module.names for name, module in self._modules.items()}
        lines = [f"from {home} import {name} as {name}" for home, names in homes.items() for name in names]
        return "\n".join((origin(self._model.edition), "", *lines)) + "\n"

    @property
    def _library(self) -> str:
        return ".." if self._package.startswith("ecr_decode.") else "ecr_decode."
