"""Digests: whether a text is the one that a digest names."""

from __future__ import annotations

import hashlib
from typing import TypeVar

import msgspec
from returns.result import Failure, Result, Success

T = TypeVar("T", bound=str | bytes)

_ALGORITHMS = {"sha256": hashlib.sha256, "sha512": hashlib.sha512}


class Mismatch(msgspec.Struct, frozen=True):
    """A text has another digest than it should have; `actual` is empty if it is neither `str` nor `bytes`."""

    expected: str
    actual: str


class UnknownAlgorithm(msgspec.Struct, frozen=True):
    """A digest is of an algorithm other than sha256 and sha512."""

    algorithm: str


def verify(text: T, digest: str) -> Result[T, Mismatch | UnknownAlgorithm]:
    """The text itself, if its bytes have the digest; a `str` counts as UTF-8.

    >>> from ecr_decode import documents
    >>> empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    >>> documents.verify("", empty)
    <Success: >
    >>> documents.verify(" ", empty).failure().actual
    'sha256:36a9e7f1c95b82ffb99743e0c5c4ce95d83c9a430aac59f84ef3cbfab6145068'
    >>> documents.verify("", "blake3:00")
    <Failure: UnknownAlgorithm(algorithm='blake3')>
    """
    algorithm = str(digest).partition(":")[0]
    if algorithm not in _ALGORITHMS:
        return Failure(UnknownAlgorithm(algorithm))
    raw = _bytes(text)
    actual = "" if raw is None else f"{algorithm}:{_ALGORITHMS[algorithm](raw).hexdigest()}"
    return Success(text) if actual == digest else Failure(Mismatch(expected=digest, actual=actual))


def _bytes(text: object) -> bytes | None:
    """The bytes of a text. A lone surrogate, which UTF-8 lacks, gets some that no other text has."""
    if isinstance(text, str):
        return text.encode("utf-8", "surrogatepass")
    return text if isinstance(text, bytes) else None
