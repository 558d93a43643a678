"""The annotations of record classes, looked at and replaced here alone.

Up to Python 3.13 a class body holds them. From 3.14 on it holds a function that makes them on demand, because
they may contain names that are defined later than the class. With `__future__` they are texts.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any, TypeAlias, cast

Annotate: TypeAlias = Callable[[int], dict[str, Any]]
"""What makes the annotations of a class in one of the formats of `annotationlib`."""

_ON_DEMAND = sys.version_info >= (3, 14)


def _library() -> Any:
    return import_module("annotationlib")  # which is there from 3.14 on


def hold_annotations(namespace: dict[str, Any]) -> Annotate | None:
    """Have a class body hold its annotations, as msgspec reads them; give the function that makes them.

    What a name stands for that is not defined yet does not count, as a record's codecs say its types.
    """
    if not _ON_DEMAND or "__annotations__" in namespace:
        return None
    library = _library()
    annotate: Annotate | None = library.get_annotate_from_class_namespace(namespace)
    if annotate is not None:
        made = library.call_annotate_function(annotate, library.Format.FORWARDREF)
        namespace["__annotations__"] = made
    return annotate


def make_on_demand(cls: Any, annotate: Annotate | None) -> None:
    """Have a class that `hold_annotations` was asked about make its annotations when they are asked for."""
    if annotate is None:
        return
    library = _library()
    held: dict[str, Any] = cls.__annotations__
    own = library.call_annotate_function(annotate, library.Format.FORWARDREF)
    added = {name: value for name, value in held.items() if name not in own}

    def extended(form: int) -> dict[str, Any]:
        made: dict[str, Any] = library.call_annotate_function(annotate, form, owner=cls)
        return made | added

    del cls.__annotations__
    cls.__annotate__ = extended if added else annotate


def annotations_of(cls: Any) -> dict[str, Any]:
    """The annotations that a class itself was declared with; no name in them needs to be defined."""
    if not _ON_DEMAND:
        return cast(dict[str, Any], cast(Any, vars(cls)).get("__annotations__", {}))
    library = _library()
    made: dict[str, Any] = library.get_annotations(cls, format=library.Format.FORWARDREF)
    return made


@contextmanager
def annotated(given: Mapping[Any, dict[str, Any]]) -> Generator[None]:
    """For a while, the annotations of some classes are others; then they are what they were."""
    before = [(cls, *_known(cls)) for cls in given]
    try:
        for cls, annotations in given.items():
            cls.__annotations__ = annotations
        yield
    finally:
        for cls, name, known in before:
            setattr(cls, name, known)


def _known(cls: Any) -> tuple[str, Any]:
    """The attribute that keeps the annotations of a class, and what it is."""
    annotate = getattr(cls, "__annotate__", None)  # from 3.14 on
    return ("__annotations__", annotations_of(cls)) if annotate is None else ("__annotate__", annotate)
