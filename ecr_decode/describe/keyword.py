"""The keywords of JSON Schema: kinds, constants, limits and references, as small schemas."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias
from urllib.parse import quote

from ..limits import LARGEST_INTEGER, SMALLEST_INTEGER
from ..node import kinds as n
from ..node.constraint import violation
from ..node.kinds import JsonValue
from .pattern import json_pattern

Schema: TypeAlias = dict[str, JsonValue]
Rules: TypeAlias = tuple[n.Constraint, ...]

_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
_NO_NUMBER = r"-?(?:[nN][aA][nN]|[iI][nN][fF](?:[iI][nN][iI][tT][yY])?)"
_TRUTH = r"[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]|0|1"
_ISO = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9:.]+(?:[Zz]|[+-][0-9:]+)?)?"
_HTTP_DATE = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .+"
_BASE64 = r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?"


def spelled(node: n.ScalarNode) -> Schema:
    """The definition of a scalar that text may carry."""
    match node:
        case n.Integer():
            return {
                "description": "An integer of 64 bits, or its text.",
                "type": ["integer", "string"],
                "minimum": SMALLEST_INTEGER,
                "maximum": LARGEST_INTEGER,
                "pattern": f"^(?:{_NUMBER})$",
            }
        case n.Number():
            return {
                "description": "A double, or its text.",
                "type": ["number", "string"],
                "pattern": f"^(?:{_NUMBER}|{_NO_NUMBER})$",
            }
        case n.Bool():
            return {
                "description": "True or false, 1 or 0, or the text of one of these.",
                "type": ["boolean", "integer", "string"],
                "minimum": 0,
                "maximum": 1,
                "pattern": f"^(?:{_TRUTH})$",
            }
        case n.Timestamp():
            return {
                "description": "Seconds since 1970, or their text, or a time in ISO 8601, or an HTTP date.",
                "type": ["number", "string"],
                "minimum": -62135596800,
                "exclusiveMaximum": 253402300800,
                "pattern": f"^(?:{_NUMBER}|{_ISO}|{_HTTP_DATE})$",
            }
        case _:
            return {
                "description": "Bytes, in base64.",
                "type": "string",
                "contentEncoding": "base64",
                "pattern": f"^(?:{_BASE64})$",
            }


LIMITS = {
    "text": (("min_length", "minLength"), ("max_length", "maxLength")),
    "number": (("minimum", "minimum"), ("maximum", "maximum")),
    "array": (("min_items", "minItems"), ("max_items", "maxItems")),
    "object": (("min_items", "minProperties"), ("max_items", "maxProperties")),
}
"""What each limit of a constraint is called in a schema, by the JSON kind that it limits."""


def limited(schema: Schema, rules: Rules, *kinds: str) -> Schema:
    """The schema, and the rules that speak of some kinds of value."""
    for rule in rules:
        for kind in kinds:
            for name, word in LIMITS[kind]:
                _narrow(schema, word, getattr(rule, name))
    if "text" in kinds:
        spelled = [json_pattern(rule.pattern) for rule in reversed(rules) if rule.pattern is not None]
        _match(schema, [pattern for pattern in dict.fromkeys(spelled) if pattern is not None])
    return schema


def _narrow(schema: Schema, word: str, bound: float | None) -> None:
    if bound is None or not -math.inf < bound < math.inf:  # `isfinite` takes no integer beyond doubles
        return
    bound = bound if word.endswith("imum") else max(0, bound)
    here = schema.get(word, bound)
    if isinstance(here, int | float):
        schema[word] = max(here, bound) if word.startswith("min") else min(here, bound)


def _match(schema: Schema, patterns: list[str]) -> None:
    match patterns:
        case []:
            pass
        case [pattern]:
            schema["pattern"] = pattern
        case _:
            schema["allOf"] = [{"pattern": pattern} for pattern in patterns]


def encoded(rules: Rules) -> Rules:
    """Limits of the length of bytes as limits of the length of their base64."""
    return tuple(
        n.Constraint(min_length=_base64(r.min_length), max_length=_base64(r.max_length)) for r in rules
    )


def _base64(length: int | None) -> int | None:
    return None if length is None else 4 * math.ceil(length / 3)


def keeps(rules: Rules, value: Any) -> bool:
    """Whether a value keeps every rule."""
    return all(violation(rule, value) is None for rule in rules)


def one_of_these(values: Iterator[str | int | bool | None]) -> Schema:
    """One of some constants."""
    match [*values]:
        case []:
            return {"not": {}}
        case [value]:
            return {"const": value}
        case several:
            return {"enum": [*several]}


def any_of(alternatives: list[Schema]) -> Schema:
    """What passes one of the schemas, each said once."""
    distinct = [each for index, each in enumerate(alternatives) if each not in alternatives[:index]]
    return distinct[0] if len(distinct) == 1 else {"anyOf": [*distinct]}


def both(test: Schema, schema: Schema) -> Schema:
    """What passes both schemas; written as one where the second only refers or says nothing."""
    return {**test, **schema} if schema.keys() <= {"$ref", "$comment"} else {"allOf": [test, schema]}


def of_kind(types: frozenset[str]) -> Schema:
    """What is of some JSON kinds."""
    match sorted(types):
        case [only]:
            return {"type": only}
        case several:
            return {"type": [*several]}


def has_tag(tag: str, known: Schema) -> Schema:
    """An object whose member `tag` passes a schema."""
    return step_to(tag, known)


def step_to(step: str | int, schema: Schema, *, required: bool = True) -> Schema:
    """What holds, at the end of a step, what passes a schema; or nothing, if that is not required."""
    if isinstance(step, str):
        needs: Schema = {"required": [step]} if required else {}
        return {"type": "object", **needs, "properties": {step: schema}}
    before: list[JsonValue] = [{} for _ in range(step)]
    least: Schema = {"minItems": step + 1} if required else {}
    return {"type": "array", **least, "prefixItems": [*before, schema]}


def noted(schema: Schema, note: str) -> Schema:
    """The schema with a note for those who read it."""
    before = schema.get("$comment")
    return {**schema, "$comment": f"{before}; {note}" if isinstance(before, str) else note}


def without(schema: Schema, names: Iterable[str]) -> Schema:
    """The schema without some of its keywords."""
    return {name: value for name, value in schema.items() if name not in names}


def reference(name: str) -> Schema:
    """What passes a definition: its name as a pointer, in an address."""
    return {"$ref": "#/$defs/" + quote(name.replace("~", "~0").replace("/", "~1"), safe="~")}


def kind_called(word: str) -> str:
    """The JSON kind that a schema's word for a type stands for."""
    return "number" if word == "integer" else word


def kind_of(value: JsonValue) -> str:
    """The JSON kind of a value."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case dict():
            return "object"
