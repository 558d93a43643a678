"""What a document may be read as: the reply or the request of an operation, or a document of the registry."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from ..error.near import nearest
from ..error.path import quote
from .options import SERVICES

if TYPE_CHECKING:
    from ..aws.operation import Operation
    from ..aws.operations import Operations
    from ..codec import Codec

DOCUMENTS = (
    "authorization-token", "cloudtrail", "event", "image-config", "lifecycle-policy", "manifest", "policy",
)  # fmt: skip


class Reading(NamedTuple):
    """A name, the codec that it stands for, and the operation if there is one."""

    name: str
    codec: Codec[Any]
    operation: Operation[Any, Any, Any] | None = None
    """The operation whose reply it is."""
    asked: Operation[Any, Any, Any] | None = None
    """The operation whose request it is."""

    @property
    def of(self) -> str:
        """What is read, in words."""
        if self.asked is not None:
            return f"a request of {self.asked.name}"
        return f"a reply of {self.name}" if self.operation else f"a document {quote(self.name)}"

    @property
    def is_document(self) -> bool:
        """Whether it is neither the reply nor the request of an operation."""
        return self.operation is None and self.asked is None


class NoSuchName(NamedTuple):
    """A name of nothing, and what the user may have meant."""

    name: str
    hint: str
    among: str = "operation or document"

    def __str__(self) -> str:
        return f"no {self.among} {quote(self.name)}{self.hint}"


class NoRequest(NamedTuple):
    """What is wrong with asking for requests."""

    why: str

    def __str__(self) -> str:
        return self.why


def operations(service: str) -> Operations:
    """The operations of a service, by their names."""
    found: Operations = module_of(service).operations
    return found


def module_of(service: str) -> Any:
    """The catalogue of a service."""
    return import_module(f"ecr_decode.{service.replace('-', '_')}")


def operation_named(name: str, service: str | None = None) -> Operation[Any, Any, Any] | NoSuchName:
    """The operation of a name in any spelling; without a service, the first service that has one."""
    prefix, colon, action = name.partition(":")
    if colon and prefix in SERVICES:  # as a policy spells an action
        return operation_named(action, service or prefix)
    for each in SERVICES if service is None else (service,):
        found = _operation(name, each)
        if found is not None:
            return found
    return NoSuchName(name, _hint(name, service))


def _operation(name: str, service: str) -> Operation[Any, Any, Any] | None:
    wanted = _folded(name)
    found = operations(service)
    return next((found[known] for known in found if _folded(known) == wanted), None)


def reading_named(
    name: str, service: str | None = None, *, request: bool = False
) -> Reading | NoSuchName | NoRequest:
    """The document, or the reply or the request of the operation, of a name in any spelling."""
    for known in DOCUMENTS:
        if _folded(known) == _folded(name):
            refused = NoRequest(f"--request is for operations, and {quote(known)} is a document")
            return refused if request else document_named(known)
    found = operation_named(name, service)
    if isinstance(found, NoSuchName):
        return found
    return request_of(found) if request else reply_of(found)


def document_named(name: str) -> Reading:
    """The document of a name of `DOCUMENTS`."""
    return Reading(name, getattr(import_module("ecr_decode.documents"), name.replace("-", "_")))


def reply_of(operation: Operation[Any, Any, Any]) -> Reading:
    """The reply of an operation."""
    return Reading(operation.name, operation.response, operation)


def request_of(operation: Operation[Any, Any, Any]) -> Reading:
    """The request of an operation."""
    return Reading(f"{operation.name} request", operation.request, asked=operation)


def _folded(name: str) -> str:
    """The name without what spellings differ in, and without the prefix of an `X-Amz-Target`."""
    return re.sub("[-_ ]", "", name.rpartition(".")[2]).casefold()


def _hint(name: str, service: str | None) -> str:
    if service is not None:
        for other in SERVICES:
            if other != service and _operation(name, other) is not None:
                return f"; it is one of --service {other}"
    return did_you_mean(name, service)


def did_you_mean(name: str, service: str | None) -> str:
    """The known name that is nearest, spelled in the same way, as a question."""
    found = nearest(name, DOCUMENTS)
    for each in SERVICES if service is None else (service,):
        found = found or _near(name, each)
    return "" if found is None else f"; did you mean {found}?"


def _near(name: str, service: str) -> str | None:
    result = operations(service).find(name)
    near: str | None = getattr(result.failure(), "near", None)
    return near
