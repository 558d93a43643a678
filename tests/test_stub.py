"""A package exports what its stub imports; each name is the object of its home, loaded when it is touched."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module, invalidate_caches
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile

import pytest

import ecr_decode
from ecr_decode import documents, ecr, ecr_public
from ecr_decode.stub import homes_of

ROOT = Path(__file__).parents[1]
PACKAGES: list[ModuleType] = [ecr_decode, documents, ecr, ecr_public]
STUB = """\
# A comment.

from . import inner as inner
from .inner import (
    a_name as a_name,
)
from .thing import other as other, thing as thing
"""


def imported(package: ModuleType) -> list[tuple[str, str | None, str]]:
    """What each alias of a stub says, by Python's own parser: the home, the name there and the name here."""
    text = Path(package.__path__[0], "__init__.pyi").read_text("utf-8")
    statements = ast.parse(text).body
    found: list[tuple[str, str | None, str]] = []
    for statement in statements:
        assert isinstance(statement, ast.ImportFrom), "a stub holds imports only"
        home = "." * statement.level + (statement.module or "")
        found += [(home, alias.asname, alias.name) for alias in statement.names]
    return found


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A small package with a stub, in an archive; one of its functions has the name of its module."""
    archive = tmp_path / "made.zip"
    with ZipFile(archive, "w") as made:
        made.writestr(
            "made_up/__init__.py",
            "from ecr_decode.stub import load_when_touched\n"
            "__getattr__, __dir__ = load_when_touched(__name__)\n",
        )
        made.writestr("made_up/__init__.pyi", STUB)
        made.writestr("made_up/inner.py", "a_name = object()\n")
        made.writestr("made_up/thing.py", "def thing(): ...\ndef other(): ...\n")
    monkeypatch.setattr(sys, "path", [str(archive), *sys.path])
    yield "made_up"
    for name in [name for name in sys.modules if name.partition(".")[0] == "made_up"]:
        del sys.modules[name]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_every_import_of_a_stub_exports_under_the_same_name(package: ModuleType) -> None:
    exported = imported(package)
    assert all(name == here for _, here, name in exported)
    assert homes_of(package) == {name: home for home, _, name in exported}
    assert len(homes_of(package)) == len(exported)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_a_name_is_the_object_of_its_home(package: ModuleType) -> None:
    for name, home in homes_of(package).items():
        inside = f".{name}" if home == "." else home
        module = import_module(inside, package.__name__)
        assert getattr(package, name) is (module if home == "." else getattr(module, name))


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_what_a_package_exports_is_sorted_and_named_by_dir(package: ModuleType) -> None:
    assert dir(package) == sorted(homes_of(package))
    assert package.__all__ == [name for name in dir(package) if not name.startswith("__")]


def test_a_star_imports_what_a_package_exports() -> None:
    names: dict[str, Any] = {}
    exec("from ecr_decode.ecr_public import *", names)
    assert {name for name in names if not name.startswith("__")} == set(dir(ecr_public))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"^module 'ecr_decode\.ecr' has no attribute 'Layr'"):
        vars(ecr)["__getattr__"]("Layr")
    assert not hasattr(ecr_decode, "load")


def test_a_stub_is_read_in_an_archive(package: str) -> None:
    made: Any = import_module(package)
    assert dir(made) == ["a_name", "inner", "other", "thing"]
    assert made.a_name is import_module("made_up.inner").a_name
    assert made.inner is sys.modules["made_up.inner"]


@pytest.mark.parametrize("first", ["made_up.thing", "made_up.inner"])
def test_a_function_is_not_hidden_by_the_module_that_it_is_named_for(package: str, first: str) -> None:
    import_module(first)
    made: Any = import_module(package)
    assert made.thing is import_module("made_up.thing").thing
    import_module("made_up.inner")
    assert made.inner is sys.modules["made_up.inner"]


@pytest.mark.parametrize("name", ["describe", "outcome"])
def test_importing_the_module_first_leaves_the_function_its_name(name: str) -> None:
    script = f"import ecr_decode.{name}, ecr_decode\nprint(callable(ecr_decode.{name}))"
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout == "True\n"


def test_a_missing_stub_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stubless").mkdir()
    (tmp_path / "stubless" / "__init__.py").write_text(
        "from ecr_decode.stub import load_when_touched\n__getattr__, __dir__ = load_when_touched(__name__)\n"
    )
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    invalidate_caches()
    made = import_module("stubless")
    with pytest.raises(ImportError, match=r"stubless/__init__\.pyi is missing"):
        vars(made)["__getattr__"]("thing")
    del sys.modules["stubless"]
