"""The operations of a service by name, each loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TypeAlias, cast

import msgspec
from returns.result import Failure, Result, Success

from ..error.near import nearest
from ..error.path import quote
from .arguments import is_text
from .naming import snake
from .operation import Operation
from .protocol import Protocol
from .shape import Shape

AnyOperation: TypeAlias = Operation[Shape, Shape, Shape]
"""An operation that is known by its name only, so that its records are known as shapes."""

Found: TypeAlias = "Result[AnyOperation, UnknownOperation]"
"""What looking for an operation gives."""


class UnknownOperation(msgspec.Struct, frozen=True):
    """A name that no operation of the service has, and the nearest one, spelled in the same way.

    >>> from ecr_decode import aws
    >>> print(aws.UnknownOperation("ListImage", near="ListImages"))
    no operation "ListImage" (did you mean "ListImages"?)
    """

    name: str
    near: str | None = None

    def __str__(self) -> str:
        hint = "" if self.near is None else f" (did you mean {quote(self.near)}?)"
        return f"no operation {quote(self.name)}{hint}"


class Operations(Mapping[str, AnyOperation]):
    """The operations of a service by the names of its model; `find` takes other spellings too.

    >>> from ecr_decode import ecr
    >>> len(ecr.operations), ecr.operations["ListImages"] is ecr.list_images
    (62, True)
    >>> ecr.operations.find("list-images")
    <Success: ListImages>
    """

    def __init__(self, home: str, protocol: Protocol, names: Mapping[str, str]) -> None:
        """Describe them: the module that holds them, and the name of each in Python, by that of the model."""
        self._home = home
        self._names = names
        self._protocol = protocol

    def __getitem__(self, name: str) -> AnyOperation:
        return cast(AnyOperation, getattr(import_module(self._home), self._names[name]))

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __repr__(self) -> str:
        return f"<{len(self)} operations of {self._home}>"

    def find(self, name: str) -> Found:
        """The operation of a name, in the spelling of the model, the AWS CLI, Python or `X-Amz-Target`.

        >>> from ecr_decode import ecr
        >>> target = "AmazonEC2ContainerRegistry_V20150921.ListImages"
        >>> ecr.operation("ListImages") == ecr.operation("list-images") == ecr.operation(target)
        True
        >>> print(ecr.operation("list-image").failure())
        no operation "list-image" (did you mean "list-images"?)
        """
        if not is_text(name):
            return Failure(UnknownOperation(""))
        prefix, spelled = self._in_spelling_of(name)
        found = spelled.get(name)
        if found is not None:
            return Success(self[found])
        candidates = (each.removeprefix(prefix) for each in spelled if each.startswith(prefix))
        near = nearest(name.removeprefix(prefix), candidates)
        return Failure(UnknownOperation(name, None if near is None else prefix + near))

    def _in_spelling_of(self, name: str) -> tuple[str, Mapping[str, str]]:
        """What all names begin with in the spelling of one, and the model's name of each."""
        if "." in name:
            targets = {self._protocol.headers(each).get("X-Amz-Target", each): each for each in self}
            return name[: name.rindex(".") + 1], targets
        if "_" in name:
            return "", {python: each for each, python in self._names.items()}
        in_model = {each: each for each in self}
        in_cli = {snake(each).rstrip("_").replace("_", "-"): each for each in self}
        return "", in_cli if "-" in name else in_model | in_cli
