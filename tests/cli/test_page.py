"""What the page about the command line shows is what the command line does."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from ecr_decode.cli.main import COMMANDS, STATUSES
from tests.tables import ROOT, code, rows

PAGE = (ROOT / "docs" / "command-line.md").read_text("utf-8")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the page shows a shell of POSIX")


class Shown(NamedTuple):
    """A line for the shell, and what it prints."""

    line: str
    printed: str


def shown(page: str) -> list[Shown]:
    """Give the lines of the page that begin with a prompt, each with what follows it."""
    blocks = re.findall(r"```console\n(.*?)```", page, re.DOTALL)
    return [
        Shown(line, printed)
        for block in blocks
        for line, printed in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
    ]


@pytest.mark.parametrize("example", [pytest.param(example, id=example.line) for example in shown(PAGE)])
def test_the_page_shows_what_is_printed(example: Shown, tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    program = f"ecr-decode() {{ '{sys.executable}' -m ecr_decode \"$@\"; }}"
    done = subprocess.run(
        ["bash", "-c", f"{program}\nexec 2>&1\n{example.line}"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": ""},
    )
    assert done.stdout.decode() == example.printed


def test_the_page_shows_every_command() -> None:
    named = set(re.findall(r"^## `(\w+)`$", PAGE, re.MULTILINE))
    assert named == {*COMMANDS}
    assert {*re.findall(r"ecr-decode (\w+)", "\n".join(example.line for example in shown(PAGE)))} == {
        *COMMANDS
    }


def test_the_page_and_help_tell_the_same_statuses() -> None:
    told = [f"  {status}  {meaning}" for status, meaning in rows("command-line.md", "## How it ends")]
    assert told == STATUSES.splitlines()[1:]


def test_the_page_names_every_option() -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "ecr_decode", "decode", "--help"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    named = {code(row[0]).split()[0] for row in rows("command-line.md", "### Options of `decode`")}
    assert {*re.findall(r"^  (--[\w-]+)", listed, re.MULTILINE)} == named
