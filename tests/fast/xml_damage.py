"""Damage to an XML document, and the freedom that XML leaves to those who write it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from random import Random

from tests.fast import mutations

_TAG = re.compile(rb"<[^<>]*>")
_BETWEEN = (
    b" ", b"\n  ", b"text", b"<!-- a -->", b"<?app x?>", b"<![CDATA[a<b]]>", b"<![CDATA[]]>", b"&amp;",
    b"&#233;", b"&#x1F600;",
    b"&unknown;", b"&#0;", b"<a/>", b"<kind>days</kind>", b"<member>1</member>", b"<item/>",
    b"<entry><key>a</key><value>1</value></entry>",
    b"\xc3\xa9", b"\xff", b"\x01", b"]]>", b"<a b='1'>c</a>", b"<x:a xmlns:x='urn:x'>1</x:a>",
    b"<unbound:a/>",
    b"<!DOCTYPE r>", b"<deep>" * 250 + b"</deep>" * 250,
)  # fmt: skip
_ATTRIBUTES = (
    b" a='1'", b' kind="days"', b' xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    b' xmlns="urn:y"', b" a=1",
    b' a="&lt;&#10;"', b" id='2' id='2'",
)  # fmt: skip
_TEXTS = (
    b"", b" ", b"1", b" 1 ", b"-0", b"1.0", b"1e3", b"true", b"True", b"0", b"null", b"nil", b"NaN",
    b"inf", b"days", b"9223372036854775808",
    b"2019-02-11T18:00:00Z", b"2019-02-11", b"1549908000", b"Mon, 11 Feb 2019 18:00:00 GMT", b"TQ==",
    b"TQ", b"\n", b"&lt;a&gt;", b"1_0",
    b"\xd9\xa1", b"0x1", b"+1", b"{}", b"[1]", b'"a"',
)  # fmt: skip
_PROLOGUES = (
    b'<?xml version="1.0"?>', b'<?xml version="1.0" encoding="utf-8"?>',
    b'<?xml version="1.0" encoding="latin-1"?>', b"\xef\xbb\xbf",
    b'<?xml version="1.1"?>', b"\n", b"<!-- c -->", b"<!DOCTYPE r [<!ENTITY a 'b'>]>",
)  # fmt: skip


def insert(raw: bytes, rng: Random) -> bytes:
    """Put something between two tags or into a text."""
    places = [found.end() for found in _TAG.finditer(raw)]
    at = rng.choice(places) if places else 0
    return raw[:at] + rng.choice(_BETWEEN) + raw[at:]


def add_attribute(raw: bytes, rng: Random) -> bytes:
    places = [found.end() - 1 - raw[: found.end()].endswith(b"/>") for found in _TAG.finditer(raw)]
    at = rng.choice(places) if places else 0
    return raw[:at] + rng.choice(_ATTRIBUTES) + raw[at:]


def change_text(raw: bytes, rng: Random) -> bytes:
    """Put another text between two tags that follow each other."""
    tags = list(_TAG.finditer(raw))
    if len(tags) < 2:
        return rng.choice(_TEXTS)
    at = rng.randrange(len(tags) - 1)
    return raw[: tags[at].end()] + rng.choice(_TEXTS) + raw[tags[at + 1].start() :]


def repeat(raw: bytes, rng: Random) -> bytes:
    """Repeat what stands between two tags, or leave it out."""
    tags = list(_TAG.finditer(raw))
    if len(tags) < 2:
        return raw
    first, last = sorted((rng.randrange(len(tags)), rng.randrange(len(tags))))
    start, end = tags[first].start(), tags[last].end()
    return (
        raw[:end] + raw[start:end] * rng.choice((0, 1, 1, 2)) + raw[end:]
        if rng.random() < 0.6
        else raw[:start] + raw[end:]
    )


def prefix(raw: bytes, rng: Random) -> bytes:
    """Give the root a prefix of a namespace, as some services do."""
    return (
        raw.replace(b"<r", b"<n:r xmlns:n='urn:n'", 1).replace(b"</r>", b"</n:r>")
        if rng.random() < 0.8
        else raw
    )


def prologue(raw: bytes, rng: Random) -> bytes:
    return rng.choice(_PROLOGUES) + raw


def indent(raw: bytes, rng: Random) -> bytes:
    """Put blanks between all elements."""
    return raw.replace(b"><", rng.choice((b">\n  <", b"> <")))


MUTATIONS: tuple[Callable[[bytes, Random], bytes], ...] = (
    insert, insert, add_attribute, change_text, change_text, repeat, repeat, prefix, prologue, indent,
    mutations.flip, mutations.splice, mutations.truncate, mutations.drop,
)  # fmt: skip


def mutated(raw: bytes, rng: Random) -> bytes:
    """The document after one to three kinds of damage."""
    for _ in range(rng.choice((1, 1, 2, 3))):
        if not raw:
            break
        raw = rng.choice(MUTATIONS)(raw, rng)
    return raw


_NAMES = re.compile(rb"(?<=[</ ])[A-Za-z_][\w.-]*(?=[ />=])")
_IS_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


def renamed(raw: bytes, rng: Random, words: Sequence[str]) -> bytes:
    """The document with one of these words for the name of its elements or attributes of some name."""
    return rng.choice([*every_renamed(raw, words)] or [raw])


def every_renamed(raw: bytes, words: Sequence[str]) -> Iterator[bytes]:
    """The document with each of these words for each name of elements and attributes."""
    for old in sorted({*_NAMES.findall(raw)} - {b"r"}):
        for word in words:
            if _IS_NAME.fullmatch(word):
                yield _NAMES.sub(partial(_exchanged, old, word.encode()), raw)


def _exchanged(old: bytes, new: bytes, found: re.Match[bytes]) -> bytes:
    return new if found[0] == old else found[0]
