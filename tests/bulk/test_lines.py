"""Lines are read from any source, one item a line, and nothing ends the stream before its end."""

from __future__ import annotations

import bz2
import codecs
import gzip
import io
import lzma
import os
import sys
import tracemalloc
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from ecr_decode import BadValue, Malformed, Why, integer, json_value, plain_only
from ecr_decode.bulk import Item, decode_lines, lines
from ecr_decode.fast import success

TEXT = b'1\n\n  \r\n2\r\n"three"\n[\n5'
READ = [(1, 1, 0, 2), (4, 2, 7, 3), (5, None, 10, 8), (6, None, 18, 2), (7, 5, 20, 1)]


def seen(items: Iterator[Item[int]]) -> list[tuple[int, int | None, int, int]]:
    return [(item.line, item.result.value_or(None), item.offset, item.size) for item in items]


def why(item: Item[object]) -> Why:
    (problem,) = item.result.failure().problems
    return problem.why


PACKED: dict[str, Callable[[bytes], bytes]] = {
    "plain": bytes,
    "marked": lambda text: codecs.BOM_UTF8 + text,
    "UTF-16, little": lambda text: codecs.BOM_UTF16_LE + text.decode().encode("utf-16-le"),
    "UTF-16, big": lambda text: codecs.BOM_UTF16_BE + text.decode().encode("utf-16-be"),
    "UTF-16 without a mark": lambda text: text.decode().encode("utf-16-be"),
    "gzip": gzip.compress,
    "two members of gzip": lambda text: gzip.compress(text[:9]) + gzip.compress(text[9:]) + b"\0" * 512,
    "gzip of UTF-16": lambda text: gzip.compress(text.decode().encode("utf-16")),
    "zstandard": zstandard.compress,
    "two frames of zstandard": lambda text: zstandard.compress(text[:9]) + zstandard.compress(text[9:]),
    "a frame to be skipped": lambda text: b"\x50\x2a\x4d\x18\x03\0\0\0abc" + zstandard.compress(text),
}


@pytest.mark.parametrize("pack", PACKED.values(), ids=PACKED)
def test_a_text_is_unpacked_by_its_content(pack: Callable[[bytes], bytes], tmp_path: Path) -> None:
    packed = pack(TEXT)
    path = tmp_path / "any.name"
    path.write_bytes(packed)
    chunks = [packed[at : at + 1] for at in range(len(packed))]
    with path.open("rb") as file:
        for source in (packed, bytearray(packed), path, str(path), file, io.BytesIO(packed), chunks):
            assert seen(decode_lines(integer, source)) == READ


@given(st.lists(st.integers(-9, 9**9)), st.data())
def test_chunks_may_end_anywhere(numbers: list[int], data: st.DataObject) -> None:
    text = gzip.compress(b"".join(b"%d\n" % number for number in numbers))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)))))
    chunks = [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert [item.result.unwrap() for item in decode_lines(integer, chunks)] == numbers


def test_a_source_has_a_name() -> None:
    named = io.BytesIO(b"1")
    named.name = "events"
    for source, name in ((named, "events"), (b"1", ""), (Path("a/b"), str(Path("a/b"))), ([b"1"], "")):
        assert next(decode_lines(integer, source)).source == name


def test_a_truncated_source_keeps_its_lines_and_says_where_it_ends() -> None:
    text = b"".join(b"%d\n" % number for number in range(10_000, 30_000))
    for packed, what in ((gzip.compress(text), "gzip"), (zstandard.compress(text), "zstandard")):
        *items, last = decode_lines(integer, packed[: len(packed) // 2])
        assert [item.result.unwrap() for item in items] == list(range(10_000, 10_000 + len(items)))
        message = f"expected more {what} data, got the end of the source"
        assert why(last) == Malformed(message, 1, last.size + 1)
        assert (last.line, last.offset) == (len(items) + 1, len(items) * 6)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (gzip.compress(b"1\n" * 99, mtime=0)[:-8] + b"12345678", "expected gzip data, got damaged bytes"),
        (gzip.compress(b"1\n", mtime=0) + b"2\n", "expected the end of the gzip data, got other bytes"),
        (zstandard.compress(b"1\n") + b"2\n", "expected zstandard data, got damaged bytes"),
        ("1\n".encode("utf-16") + b"\0", "expected UTF-16, got other bytes"),
        ("1\n".encode("utf-32"), "expected UTF-8 or UTF-16, got UTF-32"),
        (bz2.compress(b"1\n"), "expected text, gzip or zstandard, got bzip2"),
        (lzma.compress(b"1\n"), "expected text, gzip or zstandard, got xz"),
        (gzip.compress(b"PK\x03\x04", mtime=0), "expected text, gzip or zstandard, got zip"),
    ],
)
def test_damage_is_named(source: bytes, message: str) -> None:
    *_, last = decode_lines(integer, source)
    reason = why(last)
    assert isinstance(reason, Malformed)
    assert reason.message == message


def test_a_line_may_have_so_many_bytes() -> None:
    source = b"12345\n123456\n1234567\n12\n"
    lines = list(decode_lines(integer, source, most=5))
    assert [item.result.value_or(None) for item in lines] == [12345, None, None, 12]
    assert [(item.offset, item.size) for item in lines] == [(0, 6), (6, 7), (13, 8), (21, 3)]
    assert why(lines[1]) == BadValue("expected a line of at most 5 bytes, got a longer one")
    assert [item.size for item in decode_lines(integer, b"123456", most=5)] == [6]


def test_a_long_line_is_not_held() -> None:
    chunks = (b"[" + b" " * 2**16 for _ in range(2**9))
    tracemalloc.start()
    (item,) = decode_lines(json_value, chunks, most=2**18)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert item.size == (2**16 + 1) * 2**9
    assert peak < 2**22


def test_a_source_that_fails_ends_in_a_failure(tmp_path: Path) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"1\n2"
        raise KeyError("secret")

    one, two = decode_lines(integer, chunks())
    assert one.result.unwrap() == 1
    assert (two.line, two.offset, why(two)) == (
        2,
        2,
        BadValue("expected a source that can be read, got KeyError"),
    )
    (item,) = decode_lines(integer, tmp_path)
    assert why(item) == BadValue("expected a source that can be read, got IsADirectoryError: Is a directory")


def test_what_is_no_source_is_named() -> None:
    text = "expected a path, got the text of a document; give its bytes, as in text.encode()"
    wrong: list[tuple[Any, str]] = [
        (["1\n"], "expected chunks of bytes, got a str"),
        ({"a": 1}, "expected chunks of bytes, got a str"),
        ('{"a": 1}' * 500, text),
        ("1\n2\n", text),
        ("a\0b", "expected a path, got a text with a NUL"),
        ("https://example.com/a.jsonl", "expected a path or a URL of s3://, got one of https://"),
        ("s3://bucket", "expected a URL of an object, s3://BUCKET/KEY, got a part of one"),
        ("", "expected a source that can be read, got FileNotFoundError: No such file or directory"),
    ]
    for source, message in wrong:
        (item,) = decode_lines(integer, source)
        assert why(item) == BadValue(message)
    chunks: Any = [bytearray(b"1\n"), memoryview(b"2\n"), array("B", b"3\n")]
    assert [item.result.unwrap() for item in decode_lines(integer, chunks)] == [1, 2, 3]


def test_lines_of_a_pipe_are_read_as_they_come() -> None:
    read, write = os.pipe()
    with os.fdopen(read, "rb") as source, os.fdopen(write, "wb", buffering=0) as into:
        items = decode_lines(integer, source)
        for number in (1000, 2000):
            into.write(b"%d\n" % number)
            assert next(items).result.unwrap() == number


def test_lines_are_read_by_the_compiled_path_once_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    quickly: list[object] = []

    def put(made: object, value: object) -> None:
        quickly.append(value)
        success.put(made, value)

    monkeypatch.setattr(lines, "put", put)
    codec, text = integer.named("a number of its own"), b"1\n2\nx\n4\n"
    with plain_only():
        assert [item.result.value_or(0) for item in decode_lines(codec, text)] == [1, 2, 0, 4]
    assert quickly == []
    assert [item.result.value_or(0) for item in decode_lines(codec, text)] == [1, 2, 0, 4]
    assert quickly == [2, 4]  # the verb is compiled when it is used for the second time
    assert [item.result.value_or(0) for item in decode_lines(codec, text)] == [1, 2, 0, 4]
    assert quickly == [2, 4, 1, 2, 4]


@pytest.mark.parametrize(
    ("package", "source", "message"),
    [
        ("zstandard", zstandard.compress(b"1"), 'install "ecr-decode[zstd]"'),
        ("boto3", "s3://bucket/key", 'install "ecr-decode[boto3]"'),
    ],
)
def test_an_extra_that_is_needed_is_named(
    package: str, source: bytes | str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    (item,) = decode_lines(integer, source)
    assert message in str(item.result.failure())


def test_a_mistake_is_a_value_error() -> None:
    closed = io.BytesIO()
    closed.close()
    wrong: list[tuple[Any, Any, int, str]] = [
        (int, b"", 1, "expected a codec"),
        (integer, 5, 1, "expected bytes, a path"),
        (integer, io.StringIO("1"), 1, 'open it with "rb"'),
        (integer, b"", 0, "expected an int from 1"),
        (integer, closed, 1, "expected an open file, got one that is closed"),
    ]
    for codec, source, most, message in wrong:
        with pytest.raises(ValueError, match=message):
            decode_lines(codec, source, most=most)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_a_place_in_a_line_is_not_behind_its_end(end: bytes) -> None:
    _, item = decode_lines(json_value, b'1\n{"a": [1' + end)
    assert why(item) == Malformed('expected "," or "]", got the end of the text', 1, 9)
