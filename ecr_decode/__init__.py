"""Decoders and encoders built from small combinators, and on them a typed reading of Amazon ECR.

Every name is loaded when it is first touched, so that importing the package costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import aws, ecr, ecr_public
    from .codec import Codec
    from .combinator.constant import fail, succeed
    from .combinator.container import array, dict_of, non_empty, one_or_many, tuple_of
    from .combinator.field import field, others
    from .combinator.lazy import lazy
    from .combinator.literal import enum_of, literal
    from .combinator.reach import at, base64_bytes, json_text
    from .combinator.record import Record, decode_into, record, replace
    from .combinator.scalar import boolean, integer, json_value, null, number, string
    from .combinator.union.by_kind import by_kind, nullable
    from .combinator.union.case import case, otherwise
    from .combinator.union.one_of import one_of
    from .combinator.union.tagged import tagged_union
    from .decoder import Decoder
    from .describe import describe
    from .describe.json_schema import json_schema
    from .encoder import Encoder
    from .error.path import IntoText
    from .error.problem import (
        Alternative,
        BadTag,
        BadValue,
        ConstraintError,
        DecodeError,
        EncodeError,
        Malformed,
        Missing,
        NoAlternative,
        NotJson,
        Null,
        Problem,
        Raised,
        TooDeep,
        Unknown,
        Why,
        WrongKind,
    )
    from .error.render import render, report
    from .fast.switch import plain_only
    from .node.kinds import JsonValue
    from .node.style import QueryStyle, XmlStyle, attribute, element, flattened, numbered, plain, text
    from .outcome import outcome

_HOMES = {
    "codec": ("Codec",),
    "decoder": ("Decoder",),
    "encoder": ("Encoder",),
    "node.kinds": ("JsonValue",),
    "combinator.constant": ("fail", "succeed"),
    "combinator.container": ("array", "dict_of", "non_empty", "one_or_many", "tuple_of"),
    "describe": ("describe",),
    "describe.json_schema": ("json_schema",),
    "fast.switch": ("plain_only",),
    "combinator.field": ("field", "others"),
    "combinator.lazy": ("lazy",),
    "combinator.literal": ("enum_of", "literal"),
    "outcome": ("outcome",),
    "error.path": ("IntoText",),
    "error.problem": (
        "Alternative",
        "BadTag",
        "BadValue",
        "ConstraintError",
        "DecodeError",
        "EncodeError",
        "Malformed",
        "Missing",
        "NoAlternative",
        "NotJson",
        "Null",
        "Problem",
        "Raised",
        "TooDeep",
        "Unknown",
        "Why",
        "WrongKind",
    ),
    "combinator.reach": ("at", "base64_bytes", "json_text"),
    "combinator.record": ("Record", "decode_into", "record", "replace"),
    "error.render": ("render", "report"),
    "combinator.scalar": ("boolean", "integer", "json_value", "null", "number", "string"),
    "node.style": (
        "QueryStyle",
        "XmlStyle",
        "attribute",
        "element",
        "flattened",
        "numbered",
        "plain",
        "text",
    ),
    "combinator.union.by_kind": ("by_kind", "nullable"),
    "combinator.union.case": ("case", "otherwise"),
    "combinator.union.one_of": ("one_of",),
    "combinator.union.tagged": ("tagged_union",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}
_PACKAGES = ("aws", "ecr", "ecr_public")

__all__ = [
    "Alternative",
    "BadTag",
    "BadValue",
    "Codec",
    "ConstraintError",
    "DecodeError",
    "Decoder",
    "EncodeError",
    "Encoder",
    "IntoText",
    "JsonValue",
    "Malformed",
    "Missing",
    "NoAlternative",
    "NotJson",
    "Null",
    "Problem",
    "QueryStyle",
    "Raised",
    "Record",
    "TooDeep",
    "Unknown",
    "Why",
    "WrongKind",
    "XmlStyle",
    "array",
    "at",
    "attribute",
    "aws",
    "base64_bytes",
    "boolean",
    "by_kind",
    "case",
    "decode_into",
    "describe",
    "dict_of",
    "ecr",
    "ecr_public",
    "element",
    "enum_of",
    "fail",
    "field",
    "flattened",
    "integer",
    "json_schema",
    "json_text",
    "json_value",
    "lazy",
    "literal",
    "non_empty",
    "null",
    "nullable",
    "number",
    "numbered",
    "one_of",
    "one_or_many",
    "others",
    "otherwise",
    "outcome",
    "plain",
    "plain_only",
    "record",
    "render",
    "replace",
    "report",
    "string",
    "succeed",
    "tagged_union",
    "text",
    "tuple_of",
]


if not TYPE_CHECKING:  # the checkers know every name, and no others

    def __getattr__(name: str) -> Any:
        if name in _HOME:
            found = getattr(import_module(f".{_HOME[name]}", __name__), name)
        elif name in _PACKAGES:
            found = import_module(f".{name}", __name__)
        else:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        globals()[name] = found
        return found


def __dir__() -> list[str]:
    return sorted(__all__)


class _Package(ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        """Importing a module binds it here, which must not hide the function that it is named for."""
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
