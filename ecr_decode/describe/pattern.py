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

_CLASSES = {"d": "0-9", "s": r" \t\n\r\f\v", "w": "A-Za-z0-9_"}
_ELSEWHERE = {
    "D": "",
    "S": r"\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff",
    "W": "",
}
"""What JavaScript, or Python without ASCII, leaves out of a class that is not ASCII's complement there."""


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
            case "escaped" if token["escaped"] in _PYTHON_ONLY:
                return None
            case "escaped":
                spelled.append(_escaped(token["escaped"], inside))
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
                spelled.append("[^\\n]" if token[0] == "." and not inside else token[0])
    return f"^(?:{''.join(spelled)})$"


def _escaped(escaped: str, inside: bool) -> str:
    """An escape; the classes of characters, which are ASCII here and more elsewhere, are spelled out."""
    members = _CLASSES.get(escaped.lower())
    if members is None:
        return escaped if _needless(escaped, inside) else "\\" + escaped
    if escaped.islower():
        return members if inside else f"[{members}]"
    return f"\\{escaped}{_ELSEWHERE[escaped]}" if inside else f"[^{members}]"


def _needless(escaped: str, inside: bool) -> bool:
    """Whether JavaScript refuses the backslash, the character being no syntax there."""
    return not escaped.isalnum() and escaped not in _SYNTAX and not (inside and escaped == "-")
