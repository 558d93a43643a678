"""Rules: what must hold of a whole record, as methods of its class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import FunctionType
from typing import Any, TypeVar, cast

from ..building import must_be, must_be_text, signature
from ..error.path import Path
from ..node import kinds as n
from ..node.place import Place, is_step, placed

R = TypeVar("R")
T = TypeVar("T", bound=bool | Iterator[Place])


class Rule:
    """A method that says whether its record is as it should be; in a class it is that method."""

    __slots__ = ("at", "function", "message", "on_read")

    def __init__(self, function: Callable[[Any], Any], message: str, at: Place, on_read: bool) -> None:
        self.function: Callable[[Any], Any] = function
        self.message: str = message
        self.at: Place = at
        self.on_read: bool = on_read

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        return cast(Any, self.function).__get__(instance, owner)


@dataclass(frozen=True, slots=True)
class _Places:
    """The places that the method of a rule yields, as paths from its record."""

    method: Callable[[Any], Iterable[Place]]
    at: Path

    def __call__(self, value: Any) -> Iterator[Path]:
        for place in self.method(value):
            steps: tuple[Any, ...] = (place,) if isinstance(place, str) else place
            if not all(map(is_step, steps)):
                raise TypeError("a place is a wire name or a tuple of steps")
            yield (*self.at, *steps)


@dataclass(frozen=True, slots=True)
class _Nowhere:
    """The test of a rule that yields places: whether there are none."""

    places: _Places

    def __call__(self, value: Any) -> bool:
        return not any(True for _ in self.places(value))


def refine(
    message: str, *, at: Place = (), on_read: bool = True
) -> Callable[[Callable[[R], T]], Callable[[R], T]]:
    """Makes a method of a record class a rule: what must hold of every record that is read, written or made.

    `at` is the wire name, or the steps, of the member that the error belongs to. With `on_read=False` the
    rule is a constraint: `make` and `check` alone obey it.

    >>> from ecr_decode import Record, field, integer, refine
    >>> class Period(Record):
    ...     start: int = field("start", integer)
    ...     end: int = field("end", integer)
    ...     @refine("expected an end after the start", at="end")
    ...     def ordered(self) -> bool:
    ...         return self.start < self.end
    >>> Period.decode_json(b'{"start": 1, "end": 2}')
    <Success: Period(start=1, end=2)>
    >>> print(Period.decode_json(b'{"start": 2, "end": 1}').failure())
    $.end: expected an end after the start
    >>> print(Period.make(start=2, end=1).failure())
    $.end: expected an end after the start
    >>> Period(start=2, end=1).ordered()
    False

    A method that yields reports at each place that it yields:

    >>> from ecr_decode import array
    >>> class Sizes(Record):
    ...     sizes: tuple[int, ...] = field("sizes", array(integer))
    ...     @refine("expected an even number", at="sizes", on_read=False)
    ...     def even(self):
    ...         for index, size in enumerate(self.sizes):
    ...             if size % 2:
    ...                 yield (index,)
    >>> Sizes.decode_json(b'{"sizes": [1, 2, 3]}')
    <Success: Sizes(sizes=(1, 2, 3))>
    >>> print(Sizes.make(sizes=(1, 2, 3)).failure())
    $.sizes[0]: expected an even number
    $.sizes[2]: expected an even number

    A rule is run once all members are such as reading gives; several rules are all run. A subclass inherits
    them: a method of the same name replaces the body and keeps the message, unless it is decorated again.
    """
    must_be_text("refine(message, ...)", message)
    must_be("refine(..., on_read=...)", on_read, bool, "a bool")

    def rule(function: Callable[[R], T]) -> Callable[[R], T]:
        _must_be_method(f"@refine({message!r})", function)
        made: Any = Rule(function, message, at, on_read)
        return cast("Callable[[R], T]", made)

    return rule


def _must_be_method(where: str, function: object) -> None:
    import inspect

    if not isinstance(function, FunctionType):
        got = "a second rule" if isinstance(function, Rule) else repr(function)
        raise ValueError(
            f"{where}: expected a method, got {got}; write it right above `def name(self) -> bool`"
        )
    if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
        raise ValueError(f"{where}: {function.__name__} must give a bool; write a plain def")
    try:
        signature(function).bind(None)
    except TypeError as error:
        raise ValueError(f"{where}: {function.__name__} must take self alone: {error}") from None


def ruled(cls: type, node: n.Record) -> n.Node:
    """The description of a record class under its rules, those of its bases first."""
    found: dict[str, Rule] = {}
    for each in reversed(cls.__mro__):
        found |= {name: value for name, value in vars(each).items() if isinstance(value, Rule)}
    made: n.Node = node
    for name, rule in found.items():
        where = f"class {cls.__name__}: @refine({rule.message!r}) {name}"
        predicate = _predicate(_method(cls, name), rule.message, placed(where, node, rule.at))
        made = n.Refine(made, predicate, rule.on_read)
    return made


def _predicate(method: Callable[[Any], Any], message: str, at: Path) -> n.Predicate:
    import inspect

    if not inspect.isgeneratorfunction(method):
        return n.Predicate(method, message, at)
    places = _Places(method, at)
    return n.Predicate(_Nowhere(places), message, places)


def _method(cls: type, name: str) -> Callable[[Any], bool]:
    """The method of a rule: its own, or that of a subclass."""
    owner = next(each for each in cls.__mro__ if name in vars(each))
    method = vars(owner)[name]
    if isinstance(method, Rule):
        return method.function
    if not isinstance(method, FunctionType):
        raise ValueError(
            f"class {owner.__name__}: {name} would hide the inherited rule; write def {name}(self)"
        )
    return method
