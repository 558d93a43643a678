"""The attributes of a description, found by looking at the classes of nodes and of all that nodes hold."""

from __future__ import annotations

import types
import typing
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple, get_args, get_origin

import msgspec

from ecr_decode.guard import is_dict, is_tuple
from ecr_decode.node import kinds as n


class Attribute(NamedTuple):
    """A field of a class that descriptions are made of."""

    cls: type[msgspec.Struct]
    name: str

    def __str__(self) -> str:
        return f"{self.cls.__name__}.{self.name}"

    @property
    def hint(self) -> Any:
        """The annotation of the field."""
        return _hints(self.cls)[self.name]

    @property
    def has_default(self) -> bool:
        """Whether the field may be left out."""
        return self.name in _defaults(self.cls)

    @property
    def default(self) -> Any:
        """What the field is where it is left out."""
        return _defaults(self.cls)[self.name]


@cache
def _defaults(cls: type[msgspec.Struct]) -> dict[str, Any]:
    """The defaults of the fields that have one."""
    fields = [each for each in msgspec.structs.fields(cls) if not each.required]
    return {
        each.name: each.default_factory() if each.default is msgspec.NODEFAULT else each.default
        for each in fields
    }


@cache
def _hints(cls: type) -> dict[str, Any]:
    """The annotations of a class; those of nodes name aliases of their module."""
    return typing.get_type_hints(cls)


def classes() -> list[type[msgspec.Struct]]:
    """The kinds of nodes, and the classes that their annotations name."""
    found: dict[type[msgspec.Struct], None] = {}
    todo: list[Any] = [*get_args(n.Node)]
    while todo:
        hint = todo.pop()
        if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
            if hint is n.Kind or hint in found:
                continue
            found[hint] = None
            todo += _hints(hint).values()
        else:
            todo += _within(hint)
    return sorted(found, key=lambda cls: cls.__name__)


def _within(hint: Any) -> list[Any]:
    """What stands in brackets behind a type; of a function, neither what it takes nor what it gives."""
    if get_origin(hint) is Callable or get_origin(hint) is type:
        return []
    return [each for each in get_args(hint) if each is not Ellipsis]


def attributes() -> list[Attribute]:
    """Every field of every class."""
    return [Attribute(cls, name) for cls in classes() for name in cls.__struct_fields__]


A_NODE, A_FUNCTION, A_VALUE = "a node", "a function", "a value"
_ONE_EACH = frozenset(("True", "False", "NoneType"))
"""The ways of which there is one value each."""


def ways(attribute: Attribute) -> set[str]:
    """The ways in which an attribute can be other than its default: one for each part of its type."""
    found = set(_ways_of(attribute.hint))
    return found - (ways_of(attribute.default) & _ONE_EACH) if attribute.has_default else found


def _ways_of(hint: Any) -> Iterator[str]:
    origin = get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        for part in get_args(hint):
            yield from _ways_of(part)
    elif hint is bool:
        yield from ("True", "False")
    elif hint is Any:
        yield A_VALUE
    elif origin is Callable:
        yield A_FUNCTION
    elif origin is tuple:
        yield from (f"tuple of {way}" for way in _ways_of(get_args(hint)[0]))
    elif isinstance(hint, type) and issubclass(hint, n.Kind):
        yield A_NODE
    else:
        yield (origin or hint).__name__


def ways_of(value: Any) -> set[str]:
    """The ways in which a value is what it is, in the words of `ways`."""
    match value:
        case bool():
            return {str(value), A_VALUE}
        case n.Kind():
            return {A_NODE}
        case type():
            return {"type", A_FUNCTION}
        case _ if is_tuple(value):
            return {f"tuple of {way}" for item in value for way in ways_of(item)} | {A_VALUE}
        case _ if callable(value) and not isinstance(value, msgspec.Struct):
            return {A_FUNCTION, A_VALUE}
        case _:
            return {type(value).__name__, A_VALUE}


def is_default(attribute: Attribute, value: Any) -> bool:
    """Whether a value is the default of the attribute."""
    if not attribute.has_default:
        return False
    return type(value) is type(attribute.default) and bool(value == attribute.default)


def parts_of(node: n.Node) -> Iterator[msgspec.Struct]:
    """All that a description is made of, what its thunks give among it."""
    seen: set[int] = set()
    kept: list[Any] = []
    todo: list[Any] = [node]
    while todo:
        each = todo.pop()
        if is_tuple(each):
            todo += each
        elif isinstance(each, msgspec.Struct) and type(each) in _CLASSES and id(each) not in seen:
            seen.add(id(each))
            kept.append(each)  # so that no other part takes its identity
            yield each
            todo += (getattr(each, name) for name in each.__struct_fields__)
            if isinstance(each, n.Lazy):
                todo.append(each.unfold())


_CLASSES = frozenset(classes())


def met(nodes: Iterable[n.Node]) -> dict[Attribute, set[str]]:
    """The ways in which each attribute is other than its default in some description."""
    found: dict[Attribute, set[str]] = defaultdict(set)
    for node in nodes:
        for part in parts_of(node):
            for name in part.__struct_fields__:
                attribute, value = Attribute(type(part), name), getattr(part, name)
                if not is_default(attribute, value):
                    found[attribute] |= ways_of(value)
    return found


def words_of(node: n.Node) -> set[str]:
    """Every text in a description: names, tags, constants, and those of attributes that nobody knows yet."""
    found: set[str] = set()
    for part in parts_of(node):
        todo: list[Any] = [getattr(part, name) for name in part.__struct_fields__]
        while todo:
            each = todo.pop()
            if isinstance(each, str):
                found.add(each)
            elif is_tuple(each) or is_dict(each):
                todo += each
    return found
