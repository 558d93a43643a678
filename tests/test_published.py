"""Published modules: what they hold is found by its identity, however many modules there are."""

from __future__ import annotations

import gc
import pickle
import sys
from types import ModuleType
from typing import Any

import pytest

from ecr_decode import array, ecr, integer, string
from ecr_decode.published import place, publish
from tests.hostile.test_linear import calls


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A package that is published, and still empty."""
    made: Any = ModuleType("a_published_package")
    made.__all__ = ["late", "inner"]
    monkeypatch.setitem(sys.modules, made.__name__, made)
    publish(made.__name__)
    return made


def test_what_a_module_holds_is_found_by_its_name(module: Any) -> None:
    late = array(integer)
    assert place(late) is None
    module.late = late
    assert place(late) == ("a_published_package", "late")
    assert pickle.loads(pickle.dumps(late)) is late


def test_what_a_module_inside_holds_is_found_once_it_is_loaded(module: Any) -> None:
    inside: Any = ModuleType("a_published_package.inside")
    inside.inner, inside.hidden = array(string), array(integer)
    assert place(inside.inner) is None
    module.inside = inside
    assert place(inside.inner) == ("a_published_package", "inner")
    assert place(inside.hidden) is None


def test_what_a_module_no_longer_holds_is_not_found(module: Any) -> None:
    module.late = late = array(integer)
    assert place(late) is not None
    module.late = array(string)
    assert place(late) is None


def test_the_modules_of_others_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    codec = array(integer)
    few = _calls_to_place(codec)
    for index in range(1000):
        monkeypatch.setitem(sys.modules, f"a_module_of_others_{index}", ModuleType("a_module_of_others"))
    assert _calls_to_place(codec) <= few
    pickle.dumps(ecr.describe_images)
    assert calls(lambda: pickle.dumps(ecr.describe_images)) < 300


def _calls_to_place(codec: Any) -> int:
    """The calls that finding a codec takes; the collector, where it runs, adds calls of its own."""
    place(codec)
    gc.collect()
    gc.disable()
    try:
        return calls(lambda: place(codec))
    finally:
        gc.enable()
