"""Digests of texts."""

from __future__ import annotations

from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import documents

A = "sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
A_512 = (
    "sha512:1f40fc92da241694750979ee6cf582f2d5d7d28e18335de05abc54d0560e0f53"
    "02860c652bf08d560252aa5e74210546f369fbbbce8c12cfc7957b2652fe9a75"
)


@pytest.mark.parametrize("digest", [A, A_512])
def test_a_text_that_is_the_one_named_is_given(digest: str) -> None:
    assert documents.verify("a", digest) == Success("a")
    assert documents.verify(b"a", digest) == Success(b"a")


@pytest.mark.parametrize("digest", [A.upper(), A.replace("sha256:c", "sha256:C"), A + "0", A[:-1], "sha256"])
def test_another_digest_is_told_beside_the_right_one(digest: str) -> None:
    result = documents.verify("a", digest)
    if digest.startswith("sha256"):
        assert result == Failure(documents.Mismatch(expected=digest, actual=A))
    else:
        assert result == Failure(documents.UnknownAlgorithm("SHA256"))


def test_every_byte_counts() -> None:
    assert documents.verify("a\n", A).failure() != documents.verify("a ", A).failure()


@pytest.mark.parametrize(("digest", "algorithm"), [("blake3:00", "blake3"), ("md5:00", "md5"), ("", "")])
def test_another_algorithm_is_an_answer_of_its_own(digest: str, algorithm: str) -> None:
    assert documents.verify("a", digest) == Failure(documents.UnknownAlgorithm(algorithm))


def test_nothing_raises() -> None:
    anything: Any = None
    assert isinstance(documents.verify("\ud800", A), Failure)
    assert isinstance(documents.verify("a", anything), Failure)
    assert isinstance(documents.verify(anything, A), Failure)
