"""Looking at a Result: the one value that it holds."""

from __future__ import annotations

from returns.result import Failure, Success

from ecr_decode import outcome


def test_the_value_or_the_error_comes_out() -> None:
    assert outcome(Success(1)) == 1
    assert outcome(Success(None)) is None
    assert outcome(Failure("no")) == "no"
    assert outcome(Success(Failure("inner"))) == Failure("inner")
    assert outcome(Failure(Success(1))) == Success(1)
