"""Damage to the bytes of a document, as transport, services and enemies do it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

import orjson

Mutation = Callable[[bytes, random.Random], bytes]

_KINDS = (
    b"null", b"true", b"false", b"0", b"-1", b"1.5", b"1e3", b"1E400", b"9223372036854775808", b"1" * 400,
    b'""', b'"x"', b'"1"', b'"null"', b'"\\u00e9"', b'"\\ud83d\\ude00"', b'"\\ud800"', b"[]", b"{}",
    b"[null]", b'{"a":1}', b"NaN", b"01", b"1.", b"\xff", b'"\xff"', b'"\xed\xa0\x80"', b'"\\x"',
    b'"2019-02-11T18:00:00Z"', b'"Mon, 11 Feb 2019 18:00:00 GMT"', b'"2019-02-11"',
)  # fmt: skip
_SKIPPED = (
    b'"zz":%s,' % kind
    for kind in (*_KINDS, b"[" * 300 + b"]" * 300, b'{"a":[{"b":"\\\\"}]}', b'"\\""', b'"}]"')
)
_UNKNOWN = tuple(_SKIPPED)


def flip(raw: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ (1 << rng.randrange(8))]) + raw[at + 1 :]


def splice(raw: bytes, rng: random.Random) -> bytes:
    a, b = sorted((rng.randrange(len(raw) + 1), rng.randrange(len(raw) + 1)))
    at = rng.randrange(len(raw) + 1)
    return raw[:at] + raw[a:b] + raw[at:]


def truncate(raw: bytes, rng: random.Random) -> bytes:
    return raw[: rng.randrange(len(raw) + 1)]


def drop(raw: bytes, rng: random.Random) -> bytes:
    a, b = sorted((rng.randrange(len(raw) + 1), rng.randrange(len(raw) + 1)))
    return raw[:a] + raw[min(b, a + 12) :]


def change_kind(raw: bytes, rng: random.Random) -> bytes:
    """Put a value of another kind behind some colon, comma or bracket."""
    places = [at for at, byte in enumerate(raw) if byte in b":,["]
    if not places:
        return rng.choice(_KINDS)
    start = rng.choice(places) + 1
    end = start
    while end < len(raw) and raw[end] not in b",]}":
        end += 1
    return raw[:start] + rng.choice(_KINDS) + raw[end:]


def add_member(raw: bytes, rng: random.Random) -> bytes:
    """Put a member that no record knows, or one that is there already, at the start of some object."""
    places = [at for at, byte in enumerate(raw) if byte == ord("{")]
    if not places:
        return raw + b" "
    at = rng.choice(places) + 1
    return raw[:at] + rng.choice(_UNKNOWN) + raw[at:]


def repeat_member(raw: bytes, rng: random.Random) -> bytes:
    """Put a name that stands in the document, with a value of some kind, at the start of some object."""
    names: list[bytes] = re.findall(rb'"[^"\\]*"(?=:)', raw)
    places = [at for at, byte in enumerate(raw) if byte == ord("{")]
    if not names or not places:
        return raw + b" "
    at = rng.choice(places) + 1
    return raw[:at] + rng.choice(names) + b":" + rng.choice(_KINDS) + b"," + raw[at:]


def respell_numbers(raw: bytes, rng: random.Random) -> bytes:
    """Spell some number as text, as a double or with an exponent."""
    digits = [at for at, byte in enumerate(raw) if byte in b"0123456789"]
    if not digits:
        return raw
    start = end = rng.choice(digits)
    while start > 0 and raw[start - 1] in b"0123456789.-+eE":
        start -= 1
    while end < len(raw) and raw[end] in b"0123456789.-+eE":
        end += 1
    number = raw[start:end]
    spellings = (
        b'"' + number + b'"',
        number + b".0",
        number + b".5",
        number + b"E0",
        number + b"e2",
        b"-" + number,
        b"0" + number,
    )
    return raw[:start] + rng.choice(spellings) + raw[end:]


def pad(raw: bytes, rng: random.Random) -> bytes:
    return (
        rng.choice((b" ", b"\n\t", b"\xef\xbb\xbf", b"\x00", b"\x0c"))
        + raw
        + rng.choice((b"", b" ", b"x", b"\x00"))
    )


MUTATIONS: tuple[Mutation, ...] = (
    flip, splice, truncate, drop, change_kind, change_kind,
    add_member, repeat_member, repeat_member, respell_numbers, respell_numbers, pad,
)  # fmt: skip


def mutated(raw: bytes, rng: random.Random) -> bytes:
    """The document after one to three kinds of damage."""
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        raw = rng.choice(MUTATIONS)(raw, rng)
        if not raw:
            break
    return raw


def renamed(raw: bytes, rng: random.Random, words: Sequence[str]) -> bytes:
    """The document with one of these words for the name of some member."""
    return rng.choice([*every_renamed(raw, words)] or [raw])


def every_renamed(raw: bytes, words: Sequence[str]) -> Iterator[bytes]:
    """The document with each of these words for the name of each member."""
    for found in re.finditer(rb'"(?:[^"\\]|\\.)*"(?=\s*:)', raw):
        for word in words:
            yield raw[: found.start()] + orjson.dumps(word) + raw[found.end() :]
