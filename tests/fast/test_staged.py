"""Verbs are compiled when that pays."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from returns.result import Failure

from ecr_decode import string
from ecr_decode.fast import staged


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> tuple[Callable[[Any], Any], list[str]]:
    monkeypatch.setattr(staged, "WORTH_COMPILING", 512)
    log: list[str] = []

    def plainly(value: Any) -> str:
        return f"plain {len(value)}"

    def quick(value: Any) -> str:
        return f"quick {len(value)}"

    def make() -> Callable[[Any], str]:
        log.append("compiled")
        return quick

    plain = staged.staged(string.node, plainly, make, lambda verb: log.append("settled"), Failure("too deep"))
    return plain, log


def test_the_first_use_is_plain_and_the_second_compiles(made: tuple[Callable[[Any], Any], list[str]]) -> None:
    verb, log = made
    assert [verb(b"1"), verb(b"22"), verb(b"333")] == ["plain 1", "quick 2", "quick 3"]
    assert log == ["compiled", "settled"]


def test_a_large_document_is_worth_compiling_for_at_once(
    made: tuple[Callable[[Any], Any], list[str]],
) -> None:
    verb, log = made
    assert verb(b"1" * 513) == "quick 513"
    assert log == ["compiled", "settled"]
