"""Patterns: a regular expression of Python in the words of JSON Schema, which are JavaScript's."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""\\(?P<escaped>.)
    | (?P<group>\(\?(?!:|=|!|<=|<!))
    | (?P<possessive>[*+?}]\+)
    | \{,(?P<most>\d+)\}
    | (?P<class>\[\^?\]?)
    | (?P<end>\])
    | .""",
    re.DOTALL | re.VERBOSE,
)
_SYNTAX = "^$\\.*+?()[]{}|/"
_PYTHON_ONLY = "AZaUuN"
"""Escapes of letters that JavaScript lacks or reads in another way."""


def json_pattern(pattern: str) -> str | None:
    r"""The pattern, anchored at both ends, or None where only Python can say it.

    >>> from ecr_decode.describe.pattern import json_pattern
    >>> print(json_pattern(r"[0-9]{,3}\-[a-z\-]+"))
    ^(?:[0-9]{0,3}-[a-z\-]+)$
    >>> print(json_pattern(r"(?P<name>a)"))
    None
    """
    spelled, inside = list[str](), False
    for token in _TOKEN.finditer(pattern):
        match token.lastgroup:
            case "escaped":
                escaped = token["escaped"]
                if escaped in _PYTHON_ONLY:
                    return None
                spelled.append(escaped if _needless(escaped, inside) else token[0])
            case "class" if not inside:
                inside = True
                spelled.append(token[0].replace("]", "\\]"))
            case "class":
                spelled.append(token[0].replace("[", "\\["))
                inside = not token[0].endswith("]")
            case "end":
                inside = False
                spelled.append("]")
            case "group" | "possessive" if not inside:
                return None
            case "most" if not inside:
                spelled.append(f"{{0,{token['most']}}}")
            case _:
                spelled.append(token[0])
    return f"^(?:{''.join(spelled)})$"


def _needless(escaped: str, inside: bool) -> bool:
    """Whether JavaScript refuses the backslash, the character being no syntax there."""
    return not escaped.isalnum() and escaped not in _SYNTAX and not (inside and escaped == "-")
