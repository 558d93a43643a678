"""Rules: what must hold of a whole record, as methods of its class."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any, TypeVar, cast

from ..building import must_be_text
from ..node import kinds as n
from ..node.place import Place, placed

R = TypeVar("R")


class Rule:
    """A method that says whether its record is as it should be; in a class it is that method."""

    __slots__ = ("at", "function", "message")

    def __init__(self, function: Callable[[Any], bool], message: str, at: Place) -> None:
        self.function = function
        self.message = message
        self.at = at

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        return cast(Any, self.function).__get__(instance, owner)


def refine(message: str, *, at: Place = ()) -> Callable[[Callable[[R], bool]], Callable[[R], bool]]:
    """Makes a method of a record class a rule: what must hold of every record that is read, written or made.

    `at` is the wire name, or the steps, of the member that the error belongs to.

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

    A rule is run once all members are as they should be; several rules are all run. A subclass inherits them:
    a method of the same name replaces the body and keeps the message, unless it is decorated again.
    """
    must_be_text("refine(message, ...)", message)

    def rule(function: Callable[[R], bool]) -> Callable[[R], bool]:
        _must_be_method(f"@refine({message!r})", function)
        made: Any = Rule(function, message, at)
        return cast("Callable[[R], bool]", made)

    return rule


def _must_be_method(where: str, function: object) -> None:
    import inspect

    if not isinstance(function, FunctionType):
        got = "a second rule" if isinstance(function, Rule) else repr(function)
        raise ValueError(
            f"{where}: expected a method, got {got}; write it right above `def name(self) -> bool`"
        )
    if inspect.iscoroutinefunction(function) or inspect.isgeneratorfunction(function):
        raise ValueError(f"{where}: {function.__name__} must give a bool; write a plain def")
    try:
        inspect.signature(function).bind(None)
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
        rule_test = n.Predicate(_method(cls, name), rule.message, placed(where, node, rule.at))
        made = n.Refine(made, rule_test, on_read=True)
    return made


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
