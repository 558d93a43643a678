"""Unpacking by content: gzip and zstandard, then UTF-16 and byte order marks, until a stream is UTF-8."""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Iterator
from itertools import chain
from typing import Any

from ..error.problem import BadValue, Malformed
from .limits import BUFFER
from .source import StoppedError, Stream, of_pieces

_GZIP = b"\x1f\x8b"
_ZSTD = re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18")
_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_WITHOUT_MARK: dict[tuple[bool, ...], str] = {
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
}
"""Where the NULs are among the first four bytes of an ASCII text in UTF-16."""

_OTHERS = {b"BZh": "bzip2", b"\xfd7zX": "xz", b"PK\x03\x04": "zip", b"PAR1": "Parquet"}
"""What is named instead of being taken for text."""

_HEAD = 4
_PACKED_AT_ONCE = 1024
"""How many bytes zstandard gets at once: each may unpack to about 32 KiB, which it gives in one piece."""
_LARGEST_WINDOW = 2**27
"""The most memory that a zstandard frame may ask for, which is that of `zstd --long`: 128 MiB."""


def is_packed(head: bytes) -> bool:
    """Whether bytes begin a text that cannot be read from its middle: packed, or not UTF-8."""
    return head.startswith(_GZIP) or _ZSTD.match(head) is not None or _encoding(head) is not None


def unpacked(stream: Stream) -> Stream:
    """The stream as UTF-8 without a byte order mark, whatever it is packed in."""
    head, stream = _head(stream)
    if head.startswith(_GZIP):
        head, stream = _head(of_pieces(_gunzip(stream.pieces())))
    elif _ZSTD.match(head):
        head, stream = _head(of_pieces(_unzstd(stream.pieces())))
    other = next((name for start, name in _OTHERS.items() if head.startswith(start)), None)
    if other is not None:
        stream = of_pieces(iter(()))
        stream.guarded.fault = Malformed(f"expected text, gzip or zstandard, got {other}")
        return stream
    encoding = _encoding(head)
    stream.read(mark_of(head))
    return stream if encoding is None else of_pieces(_as_utf_8(stream.pieces(), encoding))


def mark_of(head: bytes) -> int:
    """The length of the byte order mark, if there is one."""
    return next((len(mark) for mark in (codecs.BOM_UTF8, *_UTF_16) if head.startswith(mark)), 0)


def _head(stream: Stream) -> tuple[bytes, Stream]:
    """The first bytes of a stream, which stay in it; chunks may be shorter than they are."""
    head = stream.peek(_HEAD)[:_HEAD]
    if len(head) == _HEAD:
        return head, stream
    head = stream.read(_HEAD)
    return head, of_pieces(chain((head,), stream.pieces()))


def _encoding(head: bytes) -> str | None:
    if head.startswith(_UTF_32):
        return "utf-32"
    for mark, encoding in _UTF_16.items():
        if head.startswith(mark):
            return encoding
    return _WITHOUT_MARK.get(tuple(byte == 0 for byte in head))


def _as_utf_8(pieces: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    if encoding == "utf-32":
        raise StoppedError(Malformed("expected UTF-8 or UTF-16, got UTF-32"))
    decode = codecs.getincrementaldecoder(encoding)().decode
    try:
        for piece in pieces:
            yield decode(piece).encode()
        decode(b"", final=True)
    except UnicodeDecodeError:
        raise StoppedError(Malformed("expected UTF-16, got other bytes")) from None


def _gunzip(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The members of a gzip file, one after the other."""
    packed = next(pieces)
    while packed:
        if not packed.startswith(_GZIP[: len(packed)]):
            raise StoppedError(Malformed("expected the end of the gzip data, got other bytes"))
        member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        while not member.eof:
            packed = packed or next(pieces, b"")
            try:
                text = member.decompress(packed, BUFFER)
            except zlib.error:
                raise StoppedError(Malformed("expected gzip data, got damaged bytes")) from None
            if not packed and not text and not member.eof:
                raise StoppedError(Malformed("expected more gzip data, got the end of the source"))
            packed = member.unconsumed_tail
            yield text
        packed = member.unused_data.lstrip(b"\0")
        while not packed and (more := next(pieces, b"")):  # behind the last member there may be zeros
            packed = more.lstrip(b"\0")


def _unzstd(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The frames of a zstandard file, one after the other."""
    frame: Any = None
    context = _zstandard().ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
    damaged = _zstandard().ZstdError
    for piece in pieces:
        for at in range(0, len(piece), _PACKED_AT_ONCE):
            packed = piece[at : at + _PACKED_AT_ONCE]
            while packed:
                frame = context.decompressobj() if frame is None else frame
                try:
                    yield frame.decompress(packed)
                except damaged:
                    raise StoppedError(Malformed("expected zstandard data, got damaged bytes")) from None
                packed = frame.unused_data
                frame = None if frame.eof else frame
    if frame is not None:
        raise StoppedError(Malformed("expected more zstandard data, got the end of the source"))


def _zstandard() -> Any:
    try:
        import zstandard
    except ImportError:
        reason = 'expected an installed package zstandard to read this; install "ecr-decode[zstd]"'
        raise StoppedError(BadValue(reason)) from None
    return zstandard
