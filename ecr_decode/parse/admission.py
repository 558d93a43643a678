"""Admission: which bytes a parser of XML gets to see, and what is left out of them.

The parser expands entities that a document type defines. If there is a document type, it drops unknown
entities. So it never sees one: a document type without a subset is blank to it, any other is refused.
"""

from __future__ import annotations

import re

from ..error.problem import Malformed
from .json import invalid_text
from .json_fault import position

DOCTYPE = b"<!DOCTYPE"

_MARK = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
_ENCODING = rb"""<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([^"'>]{0,80})["']"""
_UTF_8 = (b"utf-8", b"utf8")

_LITERAL = rb"""\s+(?:"[^"]*"|'[^']*')"""
_PUBLIC = rb"""\s+(?:"[\w \r\n()+,./:=?;!*#@$%'-]*"|'[\w \r\n()+,./:=?;!*#@$%-]*')"""
_WITHOUT_SUBSET = re.compile(
    rb"<!DOCTYPE\s+[\w:.\x80-\xff-]+(?:\s+SYSTEM%b|\s+PUBLIC%b%b)?\s*>" % (_LITERAL, _PUBLIC, _LITERAL)
)
_SKIPPED = ((b"<!--", b"-->"), (b"<?", b"?>"))
"""What may stand before a document type: comments and instructions."""


def admitted(raw: bytes) -> bytes | Malformed:
    """The document as the parser may see it, or why it may not."""
    if raw.startswith(_UTF_16):
        return Malformed("expected UTF-8, got UTF-16")
    if not raw.isascii():
        try:
            raw.decode()
        except UnicodeDecodeError:
            return invalid_text(raw)
        raw = raw.removeprefix(_MARK)
        if raw.startswith(_MARK):  # the parser would pass over one more
            return Malformed("expected markup, got a second byte order mark")
    if b"\0" in raw:  # with one, the parser takes a text for UTF-16, whatever it is told
        return Malformed("a NUL is not accepted", *position(raw[: raw.index(b"\0")].decode()))
    declared = re.match(_ENCODING, raw) if raw.startswith(b"<?") else None
    if declared is not None and declared[1].lower() not in _UTF_8:
        return Malformed("an encoding other than UTF-8 is not accepted")
    return _without_doctype(raw) if has_doctype(raw) else raw


def has_doctype(raw: bytes) -> bool:
    """Whether a document type may be in a document: one byte is found sooner than several."""
    return b"!" in raw and DOCTYPE in raw


def _without_doctype(raw: bytes) -> bytes | Malformed:
    """The document with blanks in the place of its document type, so that lines and columns stay."""
    start = _behind_prolog(raw)
    if not raw.startswith(DOCTYPE, start):
        return raw
    found = _WITHOUT_SUBSET.match(raw, start)
    if found is None:
        has_subset = b"[" in raw[start:].partition(b">")[0]
        what = "with an internal subset is not accepted" if has_subset else "that is not one of XML"
        return Malformed(f"a document type {what}", *position(raw[:start].decode()))
    return raw[:start] + re.sub(rb"[^\r\n]", b" ", found[0]) + raw[found.end() :]


def _behind_prolog(raw: bytes) -> int:
    """Where the blanks, comments and instructions in front of a document end."""
    at, size = 0, len(raw)
    while at < size:
        if raw[at] in b" \t\r\n":
            at += 1
            continue
        last = next((last for first, last in _SKIPPED if raw.startswith(first, at)), None)
        if last is None or (end := raw.find(last, at)) < 0:
            break
        at = end + len(last)
    return at
