"""The waiters of a topic, as far as they are rules over paths of members and over errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .description import Acceptor
from .model import Model, Operation
from .module import Module, in_parentheses, quoted
from .names import Names, shape_at, steps_of
from .prose import about_waiter
from .shape import Shape


def define_waiters(module: Module, topic: str, model: Model, names: Names) -> None:
    """Define the waiters on the operations of a topic in its module."""
    for name, waiter in sorted(model.waiters.items()):
        operation, rules = model.operations.get(waiter.operation), _rules(model, name)
        if operation is None or not rules or model.topic(operation.name) != topic:
            continue
        made, accept = module.library("Waiter"), module.library("Accept")
        parts = (
            f"name={quoted(name)}",
            f"operation={names.values[operation.name]}",
            f"delay={waiter.delay}",
            f"attempts={waiter.attempts}",
            f"accepts={in_parentheses(f'{accept}({rule})' for rule in rules)}",
        )
        value, kinds = names.values[name], ", ".join(_wholes(operation, names))
        about = about_waiter(operation, waiter)
        module.define(value, f"{value}: {made}[{kinds}] = {made}({', '.join(parts)},)\n{about}")


def lost_waiters(model: Model) -> Iterator[str]:
    """The waiters that are not written, a sentence each."""
    for name, waiter in sorted(model.waiters.items()):
        if waiter.operation in model.operations and not _rules(model, name):
            yield f"{name}: a waiter whose rules take more than a path of members is not written."


def _rules(model: Model, name: str) -> list[str]:
    """The rules of a waiter, those of the service's table last; none where one cannot be expressed."""
    waiter = model.waiters[name]
    operation = model.operations.get(waiter.operation)
    response = None if operation is None else operation.response
    more = [_accept(*rule) for rule in model.service.accepts.get(name, ())]
    known = [*waiter.acceptors, *more]
    rules = [_rule(acceptor, response) for acceptor in (*known, *_ends(model, name, response, known))]
    return [] if None in rules else [rule for rule in rules if rule is not None]


def _accept(state: str, path: str, expected: str) -> Acceptor:
    return Acceptor(state=state, matcher="path", argument=path, expected=expected)


def _ends(model: Model, name: str, response: Shape | None, known: Iterable[Acceptor]) -> Iterator[Acceptor]:
    """A rule for each status that waiting does not change and no other rule is about."""
    path, passing = model.service.waits.get(name, ("", ()))
    if not path:
        return
    values = shape_at(response, path)
    listed = [acceptor.expected for acceptor in known if acceptor.argument == path]
    statuses = () if values is None else values.definition.values or ()
    if not {*passing} <= {*statuses}:
        raise SystemExit(f"{name}: {path} has other statuses than {', '.join(passing)}")
    for status in statuses:
        if status not in passing and status not in listed:
            yield _accept("failure", path, status)


def _rule(acceptor: Acceptor, response: Shape | None) -> str | None:
    state = f"state={quoted(acceptor.state)}"
    match acceptor:
        case Acceptor(matcher="path", argument=str(path), expected=str() | bool() | int() as expected):
            steps = steps_of(response, path)
            spelled = quoted(expected) if isinstance(expected, str) else repr(expected)
            return f"{state}, path={in_parentheses(steps)}, expected={spelled}" if steps else None
        case Acceptor(matcher="error", expected=str(code)):
            return f"{state}, error={quoted(code)}"
        case _:
            return None


def _wholes(operation: Operation, names: Names) -> tuple[str, str]:
    request, response = operation.request, operation.response
    return (
        names.added[f"{operation.name}Request"] if request is None else names.classes[request.name],
        names.added[f"{operation.name}Response"] if response is None else names.classes[response.name],
    )
