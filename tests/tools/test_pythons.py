"""What the tests of other Pythons are run with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools import pythons

PIN = re.compile(r"^([\w-]+)==[\w.]+ (?:;.* )?\\\n    --hash=sha256:\w{64}", re.MULTILINE)
ABOUT = '#!/bin/sh\necho "{0} {1} {2}"\n'


def test_every_package_of_a_quick_run_is_pinned_by_its_hash() -> None:
    pins: list[str] = PIN.findall(pythons.pinned(pythons.QUICK))
    assert sorted(pins) == sorted(pythons.QUICK)


def test_the_lowest_versions_are_those_of_the_ranges() -> None:
    assert [each.partition("==")[0] for each in pythons.lowest().split()] == [
        "msgspec",
        "orjson",
        "returns",
        "xmltodict",
    ]
    assert all(re.fullmatch(r"\w+==\d+(\.\d+)*", each) for each in pythons.lowest().split())


def test_one_python_of_each_version_is_taken_that_the_library_runs_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = {
        "a/python3.10": ("3", "10", "False"),
        "a/python3.12": ("3", "12", "False"),
        "a/python3.13": ("3", "13", "True"),
        "b/python3.12": ("3", "12", "False"),
        "b/python3.14": ("3", "14", "False"),
        "b/python3.14-config": ("3", "15", "False"),
    }
    for name, about in told.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ABOUT.format(*about))
        path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'a'}:{tmp_path / 'b'}")
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path))
    assert pythons.pythons() == {
        "3.12": str(tmp_path / "a/python3.12"),
        "3.14": str(tmp_path / "b/python3.14"),
    }
