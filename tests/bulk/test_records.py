"""Records are the items of an array in one document, each with its own Result."""

from __future__ import annotations

import gzip
from typing import Any

import pytest

from ecr_decode import integer, json_value
from ecr_decode.bulk import decode_records
from ecr_decode.bulk.records import Steps


@pytest.mark.parametrize(
    ("at", "document"),
    [
        (("Records",), b'{"Records": [1, "two", 3]}'),
        ((), b' [1, "two", 3] '),
        (("a b", 1, "c"), '{"é": 0, "a b": [0, {"c": [1, "two", 3]}]}'.encode()),
        (("Records",), gzip.compress(b'\xef\xbb\xbf{"Records": 0, "Records": [1, "two", 3]}', mtime=0)),
    ],
)
def test_records_are_found_at_the_end_of_steps(at: Steps, document: bytes) -> None:
    items = list(decode_records(integer, document, at))
    assert [(item.line, item.size) for item in items] == [(1, 1), (2, 5), (3, 1)]
    assert [item.result.value_or(None) for item in items] == [1, None, 3]
    assert str(items[1].result.failure()) == "$: expected an integer, got a string"


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (b'{"Records": null}', "$.Records: expected an array, got null"),
        (b'{"records": []}', "$.Records: missing"),
        (b'{"Records": [1]', 'line 1, column 16: expected "," or "}", got the end of the text'),
        (b'{"Records": ["\xff"]}', "line 1, column 15: expected UTF-8, got other bytes"),
        (b"{}" + b" " * 100, "$: expected a document of at most 64 bytes, got a larger one"),
        (
            gzip.compress(b'{"Records": []}', mtime=0)[:-9],
            "line 1, column 1: expected more gzip data, got the end of the source",
        ),
    ],
)
def test_a_document_that_has_no_records_is_one_failure(document: bytes, message: str) -> None:
    (item,) = decode_records(integer, document, most=64)
    assert str(item.result.failure()) == message


def test_a_document_may_be_as_deep_as_any() -> None:
    deep = b"[" * 1020 + b"]" * 1020  # which only the plain reader takes inside a document
    one, two = decode_records(json_value, b'{"Records": [1, ' + deep + b"]}")
    assert one.result.unwrap() == 1
    assert isinstance(two.result.unwrap(), list)


def test_a_mistake_is_a_value_error() -> None:
    wrong: list[Any] = ["Records", (True,), (-1,), (1.5,)]
    for at in wrong:
        with pytest.raises(ValueError, match="expected a tuple of names and indices"):
            decode_records(integer, b"", at)
