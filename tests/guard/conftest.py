"""Compiled paths are compared here, so every verb is compiled at its first use."""

import pytest

from ecr_decode.fast import staged


@pytest.fixture(autouse=True)
def compile_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staged, "WORTH_COMPILING", -1)
