"""Splitting: a request with more items than its model allows, as several that it allows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from returns.result import Failure, Result, Success

from ..combinator.record import replace
from ..error.problem import ConstraintError
from ..guard import is_array, is_dict
from ..node import kinds as n
from ..node.layers import bare
from .total import total

if TYPE_CHECKING:
    from .operation import Operation
    from .shape import Shape

Req = TypeVar("Req", bound="Shape")


@total(ConstraintError)
def split(operation: Operation[Req, Any, Any], request: Req) -> Result[tuple[Req, ...], ConstraintError]:
    """The requests that together hold the items of one, none with more of them than the model allows.

    One member is divided, in order; the others are the same in every part. Each part keeps every constraint
    of the model. Split only requests that may be sent in parts. If a request replaces a whole list, only the
    last part would remain.

    >>> from ecr_decode import aws, ecr
    >>> digests = tuple(ecr.ImageIdentifier(image_digest=f"sha256:{number:064x}") for number in range(101))
    >>> request = ecr.BatchDeleteImageRequest(repository_name="app", image_ids=digests)
    >>> [len(part.image_ids) for part in aws.split(ecr.batch_delete_image, request).unwrap()]
    [100, 1]
    >>> unnamed = ecr.BatchDeleteImageRequest(repository_name="", image_ids=digests)
    >>> print(aws.split(ecr.batch_delete_image, unnamed).failure())
    $.repositoryName: expected a length of 2 to 256 characters
    """
    too_long = [(name, most) for name, most in _bounds(operation) if _size(request, name) > most]
    parts = [request]
    if len(too_long) == 1:  # of several, no part could be told
        ((name, most),) = too_long
        parts = [replace(request, **{name: part}) for part in _divided(getattr(request, name), most)]
    for part in parts:
        checked = operation.request.check(part)
        if not isinstance(checked, Success):
            return Failure(checked.failure())
    return Success(tuple(parts))


def _bounds(operation: Operation[Any, Any, Any]) -> list[tuple[str, int]]:
    """The members of a request whose model bounds the number of items, and by how many."""
    whole = bare(operation.request.node)
    members = whole.members if isinstance(whole, n.Record) else ()
    bounds = [(member.name, _most(member.node)) for member in members]
    return [(name, most) for name, most in bounds if most is not None and most > 0]


def _most(node: n.Node) -> int | None:
    """The most items that the constraints of a node allow."""
    found: list[int] = []
    while isinstance(node, n.Named | n.Refine):
        match node:
            case n.Refine(rule=n.Constraint(max_items=int(most))):
                found.append(most)
            case _:
                pass
        node = node.item
    return min(found, default=None)


def _size(request: object, name: str) -> int:
    value = getattr(request, name, None)
    return len(value) if is_array(value) or is_dict(value) else 0


def _divided(value: Any, most: int) -> list[Any]:
    """The parts of a list or a map, in order."""
    kind: Any = dict if is_dict(value) else tuple
    whole = [*value.items()] if is_dict(value) else value
    return [kind(whole[start : start + most]) for start in range(0, len(whole), most)]
