"""Running a command in this process."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

import pytest

from ecr_decode.cli import main


class Ended(NamedTuple):
    """How a run ended."""

    status: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Ended]


@pytest.fixture
def command(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process, with what standard input holds."""

    def ran(*arguments: str, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main(arguments)
        out, err = capfdbinary.readouterr()
        return Ended(status, out.decode(), err.decode())

    return ran
