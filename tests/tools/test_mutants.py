"""Mutants: importing a changed file, and counting what became of them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import msgspec

from tools.mutants import ROOT, TESTS, Changed, Outcome, folder_of, outcomes, table


def test_a_changed_file_is_imported_and_the_file_stays_as_it_is() -> None:
    path = ROOT / "ecr_decode/version.py"
    before = path.read_bytes()
    importer = Changed(path, "VERSION = 'changed'")
    assert importer.find_spec("ecr_decode") is None
    spec = importer.find_spec("ecr_decode.version")
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    importer.exec_module(module)
    assert module.VERSION == "changed"
    assert path.read_bytes() == before
    package = Changed(ROOT / "ecr_decode/read/__init__.py", "")
    assert package.name == "ecr_decode.read"


def test_the_last_outcome_of_a_mutant_counts(tmp_path: Path) -> None:
    results = tmp_path / "results.jsonl"
    assert outcomes(results) == []
    made = [
        Outcome(key, path, 1, "-a\n+b", status, "", 1.0)
        for key, path, status in (
            ("1", "ecr_decode/node/facts.py", "survived"),
            ("2", "ecr_decode/fast/tree.py", "killed"),
            ("3", "ecr_decode/fast/write/xml.py", "timed out"),
            ("4", "ecr_decode/fast/write/xml.py", "survived"),
            ("1", "ecr_decode/node/facts.py", "killed"),
        )
    ]
    results.write_bytes(b"".join(msgspec.json.encode(each) + b"\n" for each in made))
    assert list(table(outcomes(results)))[2:] == [
        "| ecr_decode/node | 1 | 1 | 0 | 0 | 100.0% |",
        "| ecr_decode/fast/write | 2 | 0 | 1 | 1 | 50.0% |",
        "| ecr_decode/fast | 1 | 1 | 0 | 0 | 100.0% |",
        "| all | 4 | 2 | 1 | 1 | 75.0% |",
    ]


def test_each_folder_and_each_test_is_there() -> None:
    assert folder_of("ecr_decode/fast/write/xml.py") == "ecr_decode/fast/write"
    for folder, tests in TESTS.items():
        assert (ROOT / folder).is_dir()
        assert [
            each
            for each in tests
            if not (ROOT / each.removeprefix("--deselect=").partition("::")[0]).exists()
        ] == []
