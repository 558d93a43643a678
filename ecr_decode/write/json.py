"""Tagged values as JSON: the tree, and its text."""

from __future__ import annotations

import math
from typing import Any, assert_never

import msgspec
import orjson

from ..error.findings import Fault, Findings
from ..error.path import Trail
from ..error.problem import BadValue, TooDeep
from ..guard import is_array, is_dict
from ..limits import MOST_WRITTEN_LEVELS
from ..node.kinds import TimeFormat
from ..parse.number import parsed_again
from . import value as v
from .text import NOT_GIVEN_BACK, base64, epoch, spell, spell_double

_EXACT = msgspec.json.Encoder(decimal_format="number").encode

Rendered = dict[tuple[int, Any], tuple[v.Value, Any]]
"""The trees of tagged values by their identities, in XML by hints as well; the values are held."""


def render(value: v.Value, trail: Trail, findings: Findings, rendered: Rendered | None = None) -> Any:
    """The tree of plain values that JSON spells, or `FAULT` with the problems noted.

    With `rendered`, the tree is to be read back: it is as it would be parsed, and no part is rendered again.
    """
    if rendered is not None and (id(value), None) in rendered:
        return rendered[id(value), None][1]
    match value:
        case v.Structure(members) | v.Map(members):
            tree: dict[str, Any] = {}
            for name, member in members:
                tree[name] = render(member, (trail, name), findings, rendered)
            if rendered is not None:
                rendered[id(value), None] = value, tree
            return tree
        case v.List(items):
            array: list[Any] = []
            for index, item in enumerate(items):
                array.append(render(item, (trail, index), findings, rendered))
            if rendered is not None:
                rendered[id(value), None] = value, array
            return array
        case v.String(text) | v.Enum(text):
            return text
        case v.Integer(number) | v.Long(number):
            return number
        case v.Double(number):
            return number if math.isfinite(number) else spell_double(number)
        case v.Decimal(exact):
            return exact if rendered is None else parsed_again(exact)
        case v.Boolean(truth):
            return truth
        case v.Timestamp(moment, TimeFormat.DATE_TIME | TimeFormat.HTTP_DATE):
            spelled = spell(value)
            return findings.add(trail, BadValue(NOT_GIVEN_BACK)) if spelled is None else spelled
        case v.Timestamp(moment):
            seconds = epoch(moment)
            if seconds is None:
                return findings.add(trail, BadValue("a time that its epoch number does not give back"))
            return seconds
        case v.Blob(content):
            return base64(content)
        case v.Null():
            return None
        case v.Document(document):
            return document
        case _:
            assert_never(value)


def dump(tree: Any, trail: Trail, findings: Findings) -> bytes | Fault:
    """The text of a tree that `render` made, or `FAULT` with the problem noted."""
    try:
        return orjson.dumps(tree)
    except orjson.JSONEncodeError:  # it writes no decimals, nor integers beyond 64 bits
        pass
    if _is_deeper(tree, MOST_WRITTEN_LEVELS):
        return findings.add(trail, TooDeep(MOST_WRITTEN_LEVELS))
    return _EXACT(tree)


def _is_deeper(tree: Any, levels: int) -> bool:
    """Whether more containers nest in a tree than that."""
    level = [tree]
    for _ in range(levels + 1):
        containers = [each for each in level if is_dict(each) or is_array(each)]
        if not containers:
            return False
        level = [item for each in containers for item in (each.values() if is_dict(each) else each)]
    return True
