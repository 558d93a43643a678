"""Faults of JSON in our own words: one row a kind, and the verdict of the parsers on whatever else."""

from __future__ import annotations

import time
from itertools import product
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecr_decode import DecodeError, decimal, json_text, json_value, outcome
from ecr_decode.error.problem import Malformed, TooDeep
from ecr_decode.parse.json import parse, parse_exactly
from ecr_decode.parse.json_fault import fault_of
from tests.json.corpus import ACCEPTED, REJECTED

UNNAMED = "expected a text that the parser takes"

FAULTS: dict[bytes, tuple[str, int, int]] = {
    b"": ("expected a value, got an empty text", 1, 1),
    b" \n": ("expected a value, got an empty text", 1, 1),
    b"[": ('expected a value or "]", got the end of the text', 1, 2),
    b"[1": ('expected "," or "]", got the end of the text', 1, 3),
    b"[1,": ("expected a value, got the end of the text", 1, 4),
    b"[1,]": ('expected a value, got "]"', 1, 4),
    b"[1,,2]": ('expected a value, got ","', 1, 4),
    b"[1 2]": ('expected "," or "]", got a number', 1, 4),
    b"[}": ('expected a value or "]", got "}"', 1, 2),
    b"{": ('expected a name or "}", got the end of the text', 1, 2),
    b'{"a"': ('expected ":", got the end of the text', 1, 5),
    b'{"a" 1}': ('expected ":", got a number', 1, 6),
    b'{"a":': ("expected a value, got the end of the text", 1, 6),
    b'{"a":1': ('expected "," or "}", got the end of the text', 1, 7),
    b'{"a":1,}': ('expected a name, got "}"', 1, 8),
    b'{"a":1 "b":2}': ('expected "," or "}", got a string', 1, 8),
    b"{a:1}": ('expected a name or "}", got a word', 1, 2),
    b"{'a':1}": ('expected a name or "}", got a single quote', 1, 2),
    b"1 2": ("expected the end of the text, got a number", 1, 3),
    b"[1]]": ('expected the end of the text, got "]"', 1, 4),
    b'{"a":1}\0': ("expected the end of the text, got a control character", 1, 8),
    b'"a': ("expected a closing quote, got the end of the text", 1, 3),
    b'"a\n"': ("expected an escape, got a control character", 1, 3),
    b'"\\x"': ('expected one of "\\/bfnrtu after a backslash', 1, 2),
    b'"\\': ("expected an escape, got the end of the text", 1, 3),
    b'"\\u12"': ("expected four hexadecimal digits in an escape", 1, 2),
    b'"\\ud800"': ("expected a pair of surrogates, got a lone one", 1, 2),
    b'"\\udc00\\ud800"': ("expected a pair of surrogates, got a lone one", 1, 2),
    b"01": ("expected a number without a leading zero", 1, 1),
    b"1.": ("expected a digit, got the end of the text", 1, 3),
    b"[1.]": ('expected a digit, got "]"', 1, 4),
    b"1e": ("expected a digit, got the end of the text", 1, 3),
    b"1e+x": ("expected a digit, got a word", 1, 4),
    b"-": ("expected a digit, got the end of the text", 1, 2),
    b"+1": ("expected a value, got a plus sign", 1, 1),
    b".5": ("expected a value, got a point", 1, 1),
    b"NaN": ("expected a value, got NaN", 1, 1),
    b"[-Infinity]": ('expected a value or "]", got -Infinity', 1, 2),
    b"True": ("expected a value, got a word", 1, 1),
    b"nul": ("expected a value, got a word", 1, 1),
    b"1 // one": ("expected the end of the text, got a comment", 1, 3),
    b"\n <html>": ("expected a value, got markup", 2, 2),
    b"\xc2\xa01": ("expected a value, got another character", 1, 1),
    b"[1e400]": ("expected a number that a double can hold", 1, 2),
    b"1" * 4301: ("expected an integer of at most 4,300 digits", 1, 1),
    b"\xef\xbb\xbf{}": ("expected UTF-8 without a byte order mark", 1, 1),
    '{"a":1}'.encode("utf-16"): ("expected UTF-8, got UTF-16", 1, 1),
    '{"a":1}'.encode("utf-16-be"): ("expected UTF-8, got UTF-16", 1, 1),
    "1".encode("utf-32"): ("expected UTF-8, got UTF-32", 1, 1),
    '["é\n", "'.encode() + b'\xff"]': ("expected UTF-8, got other bytes", 2, 5),
    '"é馬\U0001f600" x'.encode(): ("expected the end of the text, got a word", 1, 7),
}


@pytest.mark.parametrize("raw", FAULTS, ids=lambda raw: repr(raw[:20]))
def test_a_fault_has_its_words_and_its_place(raw: bytes) -> None:
    assert parse(raw) == (None, Malformed(*FAULTS[raw]))


def test_the_words_hold_no_value_of_the_document() -> None:
    for secret in ("hunter", "7734 7734", '"hunter', "hunter\\x", "[7734x", '{"hunter"'):
        found = outcome(json_value.decode_json(secret))
        assert isinstance(found, DecodeError)
        assert "hunter" not in str(found)
        assert "7734" not in str(found)


def test_a_text_that_is_too_deep_is_said_to_be_so_whatever_is_behind() -> None:
    for raw in (b"[" * 1025, b'{"a":' * 1025, b"[" * 100_000, b"[" * 1024 + b"{}"):
        assert parse(raw)[1] == TooDeep(1024)


def test_numbers_beyond_doubles_are_no_fault_where_digits_are_kept() -> None:
    assert parse_exactly(b"[1e400, 01]")[1] == Malformed("expected a number without a leading zero", 1, 9)
    assert str(outcome(decimal.decode_json(b"1e400,"))) == (
        'line 1, column 6: expected the end of the text, got ","'
    )
    text = b'"[1e400,]"'
    assert (
        str(outcome(json_text(decimal).decode_json(text)))
        == '$ -> $: line 1, column 8: expected a value, got "]"'
    )


@pytest.mark.parametrize("name", REJECTED)
def test_every_rejected_document_has_a_fault_that_is_named(name: str) -> None:
    reason = parse(REJECTED[name])[1]
    assert reason is not None
    assert not isinstance(reason, Malformed) or reason.message != UNNAMED


@pytest.mark.parametrize("name", ACCEPTED)
def test_no_accepted_document_has_a_fault(name: str) -> None:
    assert fault_of(ACCEPTED[name].decode(), exact=True) == Malformed(UNNAMED)


_PIECES = (
    *"{}[],: \n", '"', '"a"', "\\", "\\u12", "\\ud800", "1", "0", "-", ".", "e", "+", "true", "nul", "NaN",
    "é", "\x00", '{"a":1}', "[1,2]",
)  # fmt: skip


def test_all_short_texts_are_refused_for_a_named_reason() -> None:
    for pieces in product(_PIECES, repeat=3):
        reason = parse("".join(pieces))[1]
        assert not isinstance(reason, Malformed) or reason.message != UNNAMED, pieces


@given(st.lists(st.sampled_from(_PIECES), max_size=30).map("".join))
def test_longer_texts_are_refused_for_a_named_reason(text: str) -> None:
    reason = parse(text)[1]
    assert not isinstance(reason, Malformed) or reason.message != UNNAMED
    assert (reason is None) == (fault_of(text) == Malformed(UNNAMED))


@pytest.mark.parametrize(
    "piece", ['"a",', "1,", "[", "[1],", '{"a":{"b":[]}},', "\\\\", "1", "\\u12", "{", " ", '"\\n', "1e5,"]
)
def test_a_fault_is_found_in_linear_time(piece: str) -> None:
    def taken(count: int) -> float:
        text = '["' * (piece == "\\\\") + "[" + piece * count + "x"
        start = time.process_time()
        fault_of(text)
        return time.process_time() - start

    assert min(taken(40_000) for _ in range(3)) < 40 * min(taken(5_000) for _ in range(3)) + 0.05


def test_a_document_that_is_damaged_anywhere_has_a_fault_at_that_place_or_behind_it() -> None:
    document: dict[str, Any] = {"a": [1, -2.5e3, {"b": "c\n", "d": [[], {}]}], "e": None, "f": [True, False]}
    raw = orjson.dumps(document).decode()
    for at in range(len(raw)):
        damaged = raw[:at] + "\x01" + raw[at:]
        reason = parse(damaged)[1]
        assert isinstance(reason, Malformed)
        assert at - 6 <= reason.column - 1 <= at + 1
