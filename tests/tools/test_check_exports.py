"""The check of exported names names each one that lacks something, and says what."""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from types import ModuleType

import pytest

import ecr_decode
from tools import check_exports
from tools.check_exports import CANNOT_FAIL, MODULES, definitions, faults, reached, shown_failing, stale

NAME = "ecr_decode.made_up"
FULL = f"{NAME}.thing"


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module that exports one function, with a doctest."""

    def thing() -> None:
        """Do nothing.

        >>> thing()
        """

    made = ModuleType(NAME)
    vars(made).update(__all__=["thing"], thing=thing)
    monkeypatch.setitem(sys.modules, NAME, made)
    return made


EXPLAINED: dict[str, set[str]] = {FULL: set()}
NOTHING: dict[str, set[str]] = {}


def test_nothing_is_missing(module: ModuleType) -> None:
    assert list(faults(NAME, EXPLAINED, {FULL}, {FULL})) == []


@pytest.mark.parametrize(
    ("explained", "typed", "failing", "lacks"),
    [
        (NOTHING, {FULL}, {FULL}, "no docs entry"),
        (EXPLAINED, {"thing"}, {FULL}, "no type test"),
        (EXPLAINED, {FULL}, {"ecr_decode.thing"}, "no golden error"),
        (NOTHING, set[str](), set[str](), "no docs entry, no type test, no golden error"),
    ],
)
def test_what_is_missing_is_named(
    module: ModuleType, explained: dict[str, set[str]], typed: set[str], failing: set[str], lacks: str
) -> None:
    assert list(faults(NAME, explained, typed, failing)) == [f"{FULL}: {lacks}"]


def test_a_missing_doctest_is_named(module: ModuleType) -> None:
    vars(module)["thing"].__doc__ = "Do nothing."
    assert list(faults(NAME, EXPLAINED, {FULL}, {FULL})) == [f"{FULL}: no doctest"]


def test_a_value_is_shown_in_the_reference(module: ModuleType) -> None:
    vars(module)["thing"] = 5
    assert list(faults(NAME, EXPLAINED, {FULL}, {FULL})) == [f"{FULL}: no doctest"]
    assert list(faults(NAME, {FULL: {"thing"}}, {FULL}, {FULL})) == []


def test_a_name_that_is_not_there_is_named(module: ModuleType) -> None:
    del vars(module)["thing"]
    assert list(faults(NAME, EXPLAINED, {FULL}, {FULL})) == [f"{FULL}: is in __all__ but cannot be loaded"]


def test_what_cannot_fail_needs_no_golden_error(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(check_exports.CANNOT_FAIL, "made_up.thing", "it does nothing")
    assert list(faults(NAME, EXPLAINED, {FULL}, set())) == []
    monkeypatch.setattr(check_exports, "MODULES", ("ecr_decode",))
    assert f"{FULL}: in CANNOT_FAIL but not exported" in list(stale())


def test_golden_files_are_read_for_names_and_kinds_of_problems(tmp_path: Path) -> None:
    names = tmp_path / "names.py"
    names.write_text('class Layer(Record):\n    size = field("size", aws.integer)\n\nunused = flattened\n')
    golden = tmp_path / "topic.txt"
    golden.write_text(
        '>>> Layer.decode_json(b"{}")\nerror:  string\ndata:   {"pointer": "", "kind": "Missing"}\n'
    )
    found = shown_failing([golden], names)
    assert {f"ecr_decode.{name}" for name in ("Record", "field", "aws.integer", "Missing")} <= found
    assert not found & {"ecr_decode.flattened", "ecr_decode.string"}


def test_definitions_that_name_each_other_end(tmp_path: Path) -> None:
    names = tmp_path / "names.py"
    names.write_text("def a():\n    return b\n\n\nb = lazy(a)\n")
    assert "ecr_decode.lazy" in reached(ast.parse("a"), definitions(names))


def test_taking_a_golden_block_away_is_seen(tmp_path: Path) -> None:
    for file in (check_exports.ROOT / "tests" / "golden").glob("*.txt"):
        (tmp_path / file.name).write_text(file.read_text("utf-8").replace("one_or_many", "array"))
    names = check_exports.ROOT / "tests" / "golden" / "names.py"
    failing = shown_failing(tmp_path.glob("*.txt"), names)
    found = [fault for fault in faults("ecr_decode", {}, set(), failing) if "golden" in fault]
    assert [fault.partition(":")[0] for fault in found] == ["ecr_decode.one_or_many"]


def test_the_project_lacks_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert check_exports.main() == 0, capsys.readouterr().out
    assert len(dir(ecr_decode)) > len(CANNOT_FAIL)
    assert set(MODULES) == {"ecr_decode", "ecr_decode.aws", "ecr_decode.documents"}
