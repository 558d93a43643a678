"""Records whose annotations are made on demand, as Python 3.14 makes them, with names that nothing defines.

Before 3.14 a stand-in for `annotationlib` and bodies with a function show the same.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from operator import itemgetter
from types import ModuleType
from typing import Any, ClassVar, ForwardRef, cast

import pytest

from ecr_decode import Record, array, field, integer, lazy, number, record, string
from ecr_decode.node import annotations as module

META: Any = type(Record)
LATER = ForwardRef("Later")


class Format(IntEnum):
    """The formats in which annotations are asked for."""

    VALUE = 1
    FORWARDREF = 3


def made(form: int, own: dict[str, Any]) -> dict[str, Any]:
    """What the function of a class body gives: nothing has a value while a name is not defined."""
    if form == Format.VALUE and LATER in own.values():
        raise NameError("Later")
    return dict(own)


def called(annotate: Callable[[int], dict[str, Any]], form: int, owner: Any = None) -> dict[str, Any]:
    return annotate(form)


def own_annotations(cls: Any, format: int) -> dict[str, Any]:  # noqa: A002 the library calls it so
    held = cast(dict[str, Any], vars(cls))
    return cast(
        dict[str, Any], held["__annotate__"](format) if "__annotate__" in held else held["__annotations__"]
    )


@pytest.fixture(autouse=True)
def on_demand(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.version_info < (3, 14):
        library: Any = ModuleType("annotationlib")
        library.Format = Format
        library.get_annotate_from_class_namespace = itemgetter("__annotate_func__")
        library.call_annotate_function = called
        library.get_annotations = own_annotations
        monkeypatch.setitem(sys.modules, "annotationlib", library)
        monkeypatch.setattr(module, "_ON_DEMAND", True)


def body(own: dict[str, Any], **members: Any) -> dict[str, Any]:
    def annotate(form: int) -> dict[str, Any]:
        return made(form, own)

    return {"__annotate_func__": annotate, "__module__": __name__, **members}


def test_members_are_found_whose_types_are_defined_later() -> None:
    declared = body({"a": LATER, "limit": ClassVar[int]}, a=field("A", integer), limit=3)
    cls: Any = META("Found", (Record,), declared)
    assert cls.decode_json(b'{"A": 1}').unwrap() == cls(a=1)
    assert cls.limit == 3
    assert cls.__annotate__(Format.FORWARDREF) == {"a": LATER, "limit": ClassVar[int]}
    with pytest.raises(NameError):
        cls.__annotate__(Format.VALUE)


def test_annotations_are_what_they_were_after_a_document_was_read() -> None:
    declared = body({"held": LATER}, held=field(array(lazy(lambda: cls.codec))))
    cls: Any = META("Tree", (Record,), declared)
    for _ in range(3):
        assert cls.decode_json(b'{"held": [{"held": []}]}').unwrap() == cls(held=(cls(held=()),))
        assert module.annotations_of(cls) == {"held": LATER}


def test_a_member_needs_an_annotation() -> None:
    with pytest.raises(ValueError, match="a has no annotation"):
        META("Missed", (Record,), body({"b": LATER}, a=field("A", integer), b=field("B", integer)))
    with pytest.raises(ValueError, match="b has no field"):
        META("Missed", (Record,), body({"a": LATER, "b": LATER}, a=field("A", integer)))


def test_a_member_that_one_base_of_two_declares_anew_is_its() -> None:
    base: Any = META("Base", (Record,), body({"a": int}, a=field("a", integer)))
    left: Any = META("Left", (base,), body({"b": int}, b=field("b", integer)))
    right: Any = META("Right", (base,), body({"a": float}, a=field("a", number)))
    cls: Any = META("Both", (left, right), body({"c": LATER}, c=field("c", string)))
    assert cls.decode_json(b'{"a": 1.5, "b": 1, "c": ""}').unwrap() == cls(a=1.5, b=1, c="")
    assert cls.__annotate__(Format.FORWARDREF) == {"a": float, "c": LATER}


def test_texts_stay_what_they_are() -> None:
    cls: Any = META("Text", (Record,), {"__annotations__": {"a": "Later"}, "a": field("A", integer)})
    assert cls.decode_json(b'{"A": 1}').unwrap().a == 1
    assert module.annotations_of(cls) == {"a": "Later"}


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


def moved(x: int, y: int = 0) -> Point:
    return Point(x, y)


@pytest.mark.parametrize("construct", [Point, moved])
def test_a_callable_may_name_what_is_defined_later(construct: Callable[..., Point]) -> None:
    construct.__annotations__["x"] = LATER
    point = record(construct, x=field("x", integer), y=field("y", integer, default=0))
    for _ in range(3):
        assert point.decode_json(b'{"x": 1}').unwrap() == Point(1)
        assert point.encode_json(Point(1, 2)).unwrap() == b'{"x":1,"y":2}'
