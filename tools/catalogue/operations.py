"""The operations of a topic: each a union of its errors, and a value."""

from __future__ import annotations

from collections.abc import Iterator

from .description import Paginator
from .model import Model, Operation
from .module import Module, docstring, in_parentheses, quoted
from .names import Names, python_names, steps_of
from .prose import about_errors, about_operation
from .shape import Shape


class Operations:
    """Writes the operations of a model."""

    def __init__(self, model: Model, names: Names) -> None:
        self._model = model
        self._names = names

    def define(self, module: Module, topic: str) -> None:
        """Define the operations of a topic in its module."""
        for name, operation in self._model.operations.items():
            if self._model.topic(name) == topic:
                self._define(module, operation)

    def _define(self, module: Module, operation: Operation) -> None:
        request = self._whole(module, operation.request, f"{operation.name}Request", "asks")
        response = self._whole(module, operation.response, f"{operation.name}Response", "answers")
        errors = [module.of("error", self._names.classes[error.name]) for error in operation.errors]
        union = self._names.added[f"{operation.name}Error"]
        kinds = " | ".join([*errors, module.library("UnknownError")])
        module.define(union, f"{union}: {module.standard('TypeAlias')} = {kinds}\n{about_errors(operation)}")
        parts = [
            quoted(operation.name),
            f"protocol={module.of('service', 'PROTOCOL')}",
            f"request={request}",
            f"response={response}",
            f"errors={in_parentheses(errors) if errors else '()'}",
            *self._pages(module, operation),
            *_tokens(operation),
            f"home={module.of('service', 'HOME')}",
        ]
        name, made = self._names.values[operation.name], module.library("Operation")
        annotation = f"{made}[{request}, {response}, {union}]"
        source = f"{name}: {annotation} = {made}({', '.join(parts)},)"
        module.define(name, f"{source}\n{about_operation(self._model, operation)}")

    def _whole(self, module: Module, shape: Shape | None, name: str, does: str) -> str:
        """The record of a request or response; one without members where the model has none."""
        if shape is not None:
            return module.of(self._model.home(shape), self._names.classes[shape.name])
        cls = self._names.added[name]
        about = f"What {name.removesuffix('Request').removesuffix('Response')} {does}: nothing."
        module.define(cls, f"class {cls}({module.library('Shape')}):\n{docstring(about, indent='    ')}")
        return cls

    def _pages(self, module: Module, operation: Operation) -> list[str]:
        """How its pages follow one another: as the paginator says, or by members called `nextToken`."""
        listed = self._model.paginators.get(operation.name)
        asked = "nextToken" if listed is None else listed.asked
        given = "nextToken" if listed is None else listed.given
        limit = "maxResults" if listed is None else listed.limit
        requests, responses = _names(operation.request), _names(operation.response)
        if not (
            isinstance(asked, str) and isinstance(given, str) and asked in requests and given in responses
        ):
            return []
        parts = [f"request={quoted(requests[asked])}", f"response={quoted(responses[given])}"]
        found = [steps_of(operation.response, result) for result in _results(listed, operation.response)]
        items = [in_parentheses(steps) for steps in found if steps]
        if items:
            parts.append(f"items={in_parentheses(items)}")
        if limit in requests:
            parts.append(f"limit={quoted(requests[limit])}")
        return [f"pages={module.library('Pages')}({', '.join(parts)})"]


def _tokens(operation: Operation) -> list[str]:
    """Which members of its request are filled in where they are absent."""
    names = _names(operation.request)
    found = [quoted(names[wire]) for wire, member in _members(operation.request) if member.is_token]
    return [f"tokens={in_parentheses(found)}"] if found else []


def lost_pages(model: Model) -> Iterator[str]:
    """The paginators that are not written as they are, a sentence each."""
    for name, listed in sorted(model.paginators.items()):
        operation = model.operations.get(name)
        if operation is None:
            continue
        given = {
            "its request": (listed.asked, operation.request),
            "its response": (listed.given, operation.response),
        }
        for where, (token, whole) in given.items():
            if not isinstance(token, str) or token not in _names(whole):
                yield f"{name}: the token of its pages is not one member of {where}, and it has no pages."
                break
        else:
            for path in _results(listed, operation.response):
                if not steps_of(operation.response, path):
                    yield f"{name}: what its pages divide, {path}, is not a path of members, and not written."


def _members(shape: Shape | None) -> Iterator[tuple[str, Shape]]:
    yield from () if shape is None else shape.members.items()


def _names(shape: Shape | None) -> dict[str, str]:
    return {} if shape is None else python_names(shape.members)


def _results(listed: Paginator | None, response: Shape | None) -> list[str]:
    """The paths of what the pages divide: as the paginator says, or else the only list of the response."""
    if listed is None:
        members = {} if response is None else response.members
        lists = [name for name, member in members.items() if member.kind == "list"]
        return lists if len(lists) == 1 else []
    paths = listed.results if isinstance(listed.results, list) else [listed.results]
    return [path for path in paths if isinstance(path, str)]
