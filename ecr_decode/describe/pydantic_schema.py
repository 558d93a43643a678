"""The JSON Schema of a codec as a part of the document that pydantic writes, and FastAPI after it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from typing import Any, TypeAlias

from ..guard import is_array, is_dict
from . import Described
from .json_schema import json_schema
from .keyword import Schema, reference

Handle: TypeAlias = Callable[[Any], Any]
"""What gives pydantic's JSON Schema of a core schema."""

_DATA = ("const", "default", "enum", "examples")
"""The keywords of a schema that hold values, not schemas."""


def json_schema_for(codec: Described, core: object, handle: Handle) -> Schema:
    """The JSON Schema of a codec, whose definitions become those of pydantic's document."""
    return _Parts(codec).schema(handle, is_definition=isinstance(core, dict) and "ref" in core)


def ref_of(codec: Described) -> str | None:
    """What pydantic knows the schema of a record by, so that it is one definition wherever it is used."""
    parts = _Parts(codec)
    address = parts.root.get("$ref")
    return None if address is None else _ref(parts.names[address], parts.root, parts.definitions)


class _Parts:
    """The JSON Schema of a codec: its root, and its definitions."""

    def __init__(self, codec: Described) -> None:
        schema: dict[str, Any] = {**json_schema(codec)}
        del schema["$schema"]
        self.definitions: dict[str, Schema] = schema.pop("$defs", {})
        self.root: dict[str, Any] = schema
        self.names: dict[Any, str] = {reference(name)["$ref"]: name for name in self.definitions}
        self.refs: dict[Any, str] = {
            address: _ref(name, {"$ref": address}, self.definitions) for address, name in self.names.items()
        }

    def schema(self, handle: Handle, *, is_definition: bool) -> Schema:
        """The root; it may not be a reference, which pydantic would take for the definition itself."""
        cores = [self._core(address, handle) for address in self.names]
        if cores:
            handle({"type": "definitions", "schema": {"type": "any"}, "definitions": cores})
        made: Schema = self._moved(self.root, handle)
        if "$ref" not in made:
            return made
        inner: Schema = {"allOf": [{"$ref": made.pop("$ref")}]}
        if is_definition:
            inner = self._moved(self.definitions[self.names[self.root["$ref"]]], handle)
        return inner | made

    def _core(self, address: str, handle: Handle) -> dict[str, Any]:
        """A core schema that is there for its JSON Schema alone."""
        made: Callable[[], Any] = partial(self._moved, self.definitions[self.names[address]], handle)

        def describe(core: object, handle: object) -> Any:  # noqa: ARG001 pydantic calls it so
            return made()

        return {"type": "any", "ref": self.refs[address], "metadata": {"pydantic_js_functions": [describe]}}

    def _moved(self, part: Any, handle: Handle) -> Any:
        """A part of the schema, with references as pydantic makes them."""
        if is_array(part):
            return [self._moved(each, handle) for each in part]
        if not is_dict(part):
            return part
        found = {name: self._moved_below(name, value, handle) for name, value in part.items()}
        if not isinstance(found.get("$ref"), str):
            return found
        return found | handle({"type": "definition-ref", "schema_ref": self.refs[found["$ref"]]})

    def _moved_below(self, keyword: str, part: Any, handle: Handle) -> Any:
        if keyword in _DATA:
            return part
        if keyword == "properties" and is_dict(part):  # whose names may be those of keywords
            return {name: self._moved(value, handle) for name, value in part.items()}
        return self._moved(part, handle)


def _ref(name: str, root: Schema, definitions: dict[str, Schema]) -> str:
    """A name for a schema with all that it refers to: what is equal has the same name."""
    reached: dict[str, Schema] = {}
    todo = [root]
    by_address = {reference(each)["$ref"]: each for each in definitions}
    while todo:
        for address in _addresses(todo.pop()):
            found = by_address[address]
            if found not in reached:
                reached[found] = definitions[found]
                todo.append(definitions[found])
    told = json.dumps([root, reached], sort_keys=True)
    return f"ecr_decode.{name}:{sha256(told.encode()).hexdigest()}"


def _addresses(part: Any) -> Iterator[str]:
    """The references in a schema."""
    if is_array(part):
        for each in part:
            yield from _addresses(each)
    elif is_dict(part):
        if isinstance(part.get("$ref"), str):
            yield part["$ref"]
        for name, value in part.items():
            if name == "properties" and is_dict(value):
                yield from _addresses([*value.values()])
            elif name not in _DATA:
                yield from _addresses(value)
