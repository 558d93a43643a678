"""`ecr-decode completion`, and the bar that shows how far long work has come."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from ecr_decode.cli import progress
from tests.cli.running import Run, command

__all__ = ["command"]  # a fixture


def completed(script: str, line: str) -> set[str]:
    """What bash offers at the end of a line."""
    words = line.split(" ")
    typed = f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}"
    asked = f"{script}\n{typed}\n_shtab_ecr_decode\nprintf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(["bash", "-c", asked], capture_output=True, check=True, text=True)
    return {*done.stdout.split()}


@pytest.mark.skipif(sys.platform == "win32", reason="there is no bash")
def test_bash_completes(command: Run) -> None:
    status, script, _ = command("completion", "bash")
    assert status == 0
    assert completed(script, "ecr-decode va") == {"validate"}
    assert completed(script, "ecr-decode decode --ti") == {"--times"}
    assert {"ListImages", "ListTagsForResource"} <= completed(script, "ecr-decode decode List")
    assert completed(script, "ecr-decode schema lifecycle") == {"lifecycle-policy"}
    assert completed(script, "ecr-decode explain pyproject.to") == {"pyproject.toml"}
    assert completed(script, "ecr-decode convert --format p") == {"parquet"}


@pytest.mark.parametrize(("shell", "begins"), [("zsh", "#compdef ecr-decode"), ("tcsh", "# AUTOMATICALLY")])
def test_other_shells(command: Run, shell: str, begins: str) -> None:
    status, script, _ = command("completion", shell)
    assert status == 0
    assert script.startswith(begins)


@pytest.mark.parametrize(
    ("module", "arguments", "said"),
    [
        ("shtab", ["completion", "bash"], 'install it with: pip install "ecr-decode[completion]"'),
        ("yaml", ["decode"], 'cannot read -: it is YAML; pip install "ecr-decode[yaml]" reads that'),
    ],
)
def test_a_missing_extra_is_named(
    command: Run, monkeypatch: pytest.MonkeyPatch, module: str, arguments: list[str], said: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    status, out, err = command(*arguments, stdin=b"interactions: []")
    assert (status, out) == (2, "")
    assert err.endswith(f"{said}\n")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


Worked: TypeAlias = Callable[..., str]


@pytest.fixture
def worked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Worked:
    """Work on a file, and give what standard error is told."""

    def work(*, stderr: io.StringIO, stdout: io.StringIO, prints: bool = False, long: float = -1) -> str:
        with monkeypatch.context() as patch:
            patch.setattr("sys.stderr", stderr)
            patch.setattr("sys.stdout", stdout)
            patch.setattr(progress, "LONG", long)
            patch.setenv("TERM", "xterm")
            (tmp_path / "file").write_bytes(b"x" * 100)
            with progress.progress([str(tmp_path / "file"), "gone", "a\0b"], prints=prints) as watch:
                watch(50)
                watch(50)
            return stderr.getvalue()

    return work


def test_long_work_shows_a_bar(worked: Worked) -> None:
    assert "100%" in worked(stderr=Terminal(), stdout=io.StringIO(), prints=True)
    assert "100%" in worked(stderr=Terminal(), stdout=Terminal())


def test_other_work_shows_no_bar(worked: Worked) -> None:
    assert worked(stderr=Terminal(), stdout=io.StringIO(), long=60) == ""
    assert worked(stderr=io.StringIO(), stdout=io.StringIO()) == ""
    assert worked(stderr=Terminal(), stdout=Terminal(), prints=True) == ""


def test_without_rich_there_is_no_bar(worked: Worked, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("rich", "rich.console", "rich.progress"):
        monkeypatch.setitem(sys.modules, name, None)
    assert worked(stderr=Terminal(), stdout=io.StringIO()) == ""
