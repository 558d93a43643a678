"""Why a text is not JSON: its first fault, in words that do not depend on a parser.

It is looked for only where a parser has refused a text, once over it, and without recursion.
"""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from ..error.problem import Malformed, TooDeep
from ..limits import MOST_DIGITS, MOST_JSON_LEVELS

LONE_SURROGATE = "expected a pair of surrogates, got a lone one"

_BLANK = r"[ \t\n\r]*+"
_ESCAPE = (
    r'\\(?:["\\/bfnrt]|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}'
    r"|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
)
_OPEN_STRING = rf'"(?:[^"\\\x00-\x1f]++|{_ESCAPE})*+'
_STRING = rf'{_OPEN_STRING}"'
_USUAL_NUMBER = r"-?(?:0|[1-9][0-9]{0,99})(?:\.[0-9]++)?(?:[eE][+-]?[0-9]{1,2})?(?![0-9.eE])"
_WORD = r"(?:true|false|null)(?![0-9A-Za-z_])"
_SCALAR = rf"(?:{_STRING}|{_USUAL_NUMBER}|{_WORD})"

_blank = re.compile(_BLANK)
_open_string, _string, _word = re.compile(_OPEN_STRING), re.compile(_STRING), re.compile(_WORD)
_number = re.compile(r"-?(?:0|[1-9][0-9]*+)(\.[0-9]++)?([eE][+-]?[0-9]++)?")
_no_number = re.compile(r"(-?)(NaN|Infinity)")
_infinite = (float("inf"), float("-inf"))


class _Container(NamedTuple):
    """What a container is made of: scalars that follow one another are passed over at once."""

    scalars: re.Pattern[str]
    first: str
    next: str
    after: str
    end: str


_ARRAY = _Container(
    re.compile(rf"(?:{_BLANK}{_SCALAR}{_BLANK},)*+"), 'a value or "]"', "a value", '"," or "]"', "]"
)
_OBJECT = _Container(
    re.compile(rf"(?:{_BLANK}{_STRING}{_BLANK}:{_BLANK}{_SCALAR}{_BLANK},)*+"),
    'a name or "}"',
    "a name",
    '"," or "}"',
    "}",
)
_CONTAINERS = {"[": _ARRAY, "{": _OBJECT}


class _Fault(NamedTuple):
    message: str
    at: int


_End: TypeAlias = int | _Fault
"""Where a part of a text ends, or what is wrong with it."""


def fault_of(text: str, *, exact: bool = False) -> Malformed | TooDeep:
    """The first fault of a text that a parser has refused; an `exact` one takes numbers beyond doubles."""
    if not text.strip(" \t\n\r"):
        return Malformed("expected a value, got an empty text")
    if text.startswith("\ufeff"):
        return Malformed("expected UTF-8 without a byte order mark")
    found = _first(text, exact=exact)
    if found is None:
        return Malformed("expected a text that the parser takes")
    return found if isinstance(found, TooDeep) else Malformed(found.message, *position(text[: found.at]))


def position(before: str) -> tuple[int, int]:
    """The line and the column of what follows a text."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _first(text: str, *, exact: bool) -> _Fault | TooDeep | None:
    open_: list[_Container] = []
    at, is_first, wanted = _after_blanks(text, 0), True, "a value"
    while True:
        if open_:
            container = open_[-1]
            passed = _end(container.scalars, text, at)
            is_first = is_first and passed == at
            at = _after_blanks(text, passed)
            wanted = container.first if is_first else container.next
        if open_ and is_first and text.startswith(open_[-1].end, at):
            pass
        else:
            value = _value_after_name(text, at, wanted) if open_ and open_[-1] is _OBJECT else at
            if isinstance(value, _Fault):
                return value
            if open_ and open_[-1] is _OBJECT:
                wanted = "a value"
            opened = _CONTAINERS.get(text[value : value + 1])
            if opened is not None:
                if len(open_) == MOST_JSON_LEVELS:
                    return TooDeep(MOST_JSON_LEVELS)
                open_.append(opened)
                at, is_first = value + 1, True
                continue
            end = _scalar(text, value, wanted, exact=exact)
            if isinstance(end, _Fault):
                return end
            at = end
        at, is_first = _after_blanks(text, at), False
        while open_ and text.startswith(open_[-1].end, at):
            at = _after_blanks(text, at + 1)
            open_.pop()
        if not open_:
            return None if at == len(text) else _expected("the end of the text", text, at)
        if not text.startswith(",", at):
            return _expected(open_[-1].after, text, at)
        at += 1


def _after_blanks(text: str, at: int) -> int:
    return _end(_blank, text, at)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    """Where a pattern that matches anywhere ends."""
    found = pattern.match(text, at)
    return at if found is None else found.end()


def _value_after_name(text: str, at: int, wanted: str) -> _End:
    name = _string.match(text, at)
    if name is None:
        return _in_string(text, at) if text.startswith('"', at) else _expected(wanted, text, at)
    colon = _after_blanks(text, name.end())
    return _after_blanks(text, colon + 1) if text.startswith(":", colon) else _expected('":"', text, colon)


def _scalar(text: str, at: int, wanted: str, *, exact: bool) -> _End:
    first = text[at : at + 1]
    if first == '"':
        found = _string.match(text, at)
        return _in_string(text, at) if found is None else found.end()
    if first and first in "-0123456789" and _no_number.match(text, at) is None:
        return _of_number(text, at, exact=exact)
    found = _word.match(text, at)
    return _expected(wanted, text, at) if found is None else found.end()


def _of_number(text: str, at: int, *, exact: bool) -> _End:
    found = _number.match(text, at)
    if found is None:  # a sign alone
        return _expected("a digit", text, at + 1)
    end = found.end()
    following = text[end : end + 1]
    if following and following in "0123456789":
        return _Fault("expected a number without a leading zero", at)
    if following == "." and found[1] is None and found[2] is None:
        return _expected("a digit", text, end + 1)
    if following in ("e", "E") and found[2] is None:
        sign = text[end + 1 : end + 2] in ("+", "-")
        return _expected("a digit", text, end + 1 + sign)
    if found[1] is None and found[2] is None:
        few = len(found[0]) <= MOST_DIGITS
        return end if few else _Fault(f"expected an integer of at most {MOST_DIGITS:,} digits", at)
    if not exact and float(found[0]) in _infinite:
        return _Fault("expected a number that a double can hold", at)
    return end


def _in_string(text: str, at: int) -> _Fault:
    """What is wrong with a string."""
    at = _end(_open_string, text, at)
    if at == len(text):
        return _expected("a closing quote", text, at)
    if text[at] != "\\":
        return _Fault("expected an escape, got a control character", at)
    if at + 1 == len(text):
        return _expected("an escape", text, at + 1)
    if text[at + 1] != "u":
        return _Fault('expected one of "\\/bfnrtu after a backslash', at)
    if re.compile("[0-9a-fA-F]{4}").match(text, at + 2) is None:
        return _Fault("expected four hexadecimal digits in an escape", at)
    return _Fault(LONE_SURROGATE, at)


def _expected(wanted: str, text: str, at: int) -> _Fault:
    return _Fault(f"expected {wanted}, got {_got(text, at)}", at)


def _got(text: str, at: int) -> str:
    """What stands at a place, without a value of the document."""
    found = _no_number.match(text, at)
    if found is not None:
        return found[0]
    first = text[at : at + 1]
    if not first:
        return "the end of the text"
    if first in "{}[]:,":
        return f'"{first}"'
    if first in "-0123456789":
        return "a number"
    if first < " ":
        return "a control character"
    return _NAMED.get(first) or ("a word" if first.isalpha() else "another character")


_NAMED = {
    '"': "a string",
    "'": "a single quote",
    "/": "a comment",
    "#": "a comment",
    "<": "markup",
    "+": "a plus sign",
    ".": "a point",
    "\ufeff": "a byte order mark",
}
