"""Items: what the pages of an operation hold, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar, overload

from returns.result import Failure, Result, Success

from ..error.problem import DecodeError, Problem, Raised, TooDeep, WrongKind, ended
from ..guard import is_dict
from .pages import pages

if TYPE_CHECKING:
    from .operation import Operation
    from .shape import Shape

Req = TypeVar("Req", bound="Shape")
Resp = TypeVar("Resp", bound="Shape")
Err = TypeVar("Err", bound="Shape")
E = TypeVar("E")
Item = TypeVar("Item")


@overload
def items(
    call: Callable[[Operation[Req, Resp, Err], Req], Result[Resp, E]],
    operation: Operation[Req, Resp, Err],
    request: Req,
    *,
    of: Callable[[Resp], Iterable[Item] | None],
    limit: int | None = None,
) -> Iterator[Result[Item, E | DecodeError]]: ...
@overload
def items(
    call: Callable[[Operation[Req, Resp, Err], Req], Result[Resp, E]],
    operation: Operation[Req, Resp, Err],
    request: Req,
    *,
    limit: int | None = None,
) -> Iterator[Result[object, E | DecodeError]]: ...
def items(
    call: Callable[[Operation[Req, Resp, Err], Req], Result[Resp, E]],
    operation: Operation[Req, Resp, Err],
    request: Req,
    *,
    of: Callable[[Resp], Iterable[Any] | None] | None = None,
    limit: int | None = None,
) -> Iterator[Result[Any, E | DecodeError]]:
    """Every item over all pages, each page asked for when its items are wanted; a failure is the last item.

    `of` gives the items of a page, and with them their type. Without it they are the members that
    `operation.pages` names. `limit` is the most items to give; no page is asked for behind the last of them.

    >>> from returns.result import Success
    >>> from ecr_decode import aws, ecr
    >>> def call(operation, request):
    ...     tag, token = ("v1", "t1") if request.next_token is None else ("v2", None)
    ...     found = (ecr.ImageIdentifier(image_tag=tag),)
    ...     return Success(ecr.ListImagesResponse(image_ids=found, next_token=token))
    >>> request = ecr.ListImagesRequest(repository_name="app")
    >>> [item.unwrap().image_tag for item in aws.items(call, ecr.list_images, request)]
    ['v1', 'v2']
    >>> len([*aws.items(call, ecr.list_images, request, limit=1)])
    1
    """
    if of is None and not divides(operation):
        return iter((without_items(operation),))
    found = _over(pages(call, operation, request), operation, of)
    return found if limit is None else islice(found, max(limit, 0))


def _over(
    walk: Iterator[Result[Resp, E]],
    operation: Operation[Any, Resp, Any],
    of: Callable[[Resp], Iterable[Any] | None] | None,
) -> Iterator[Result[Any, E | DecodeError]]:
    for page in walk:
        for item in items_of(operation, page, of):
            yield item
            if not isinstance(item, Success):
                return


def divides(operation: Operation[Any, Any, Any]) -> bool:
    """Whether it is known what the pages of an operation divide."""
    return operation.pages is not None and bool(operation.pages.items)


def without_items(operation: Operation[Any, Any, Any]) -> Result[Any, DecodeError]:
    """What the items of an operation come to whose pages divide nothing."""
    return _failure(WrongKind("an operation whose pages have items, or `of=`", operation.name))


def items_of(
    operation: Operation[Any, Resp, Any],
    page: Result[Resp, E],
    of: Callable[[Resp], Iterable[Any] | None] | None,
) -> Iterator[Result[Any, E | DecodeError]]:
    """The items of a page, or why it has none."""
    if not isinstance(page, Success):
        return iter((Failure(page.failure()),))
    response = page.unwrap()
    try:
        return map(Success, _divided(operation, response) if of is None else tuple(of(response) or ()))
    except MemoryError:
        raise
    except Exception as error:  # a function of the caller's may raise anything
        return iter((_failure(ended(error)),))


def _divided(operation: Operation[Any, Any, Any], response: Shape) -> Iterator[object]:
    """What the members of a response hold that its pages divide: items of lists, entries of maps."""
    for path in () if operation.pages is None else operation.pages.items:
        found: Any = response
        for name in path:
            found = getattr(found, name, None)
        yield from found.items() if is_dict(found) else found or ()


def _failure(reason: WrongKind | Raised | TooDeep) -> Result[Any, DecodeError]:
    return Failure(DecodeError((Problem((), reason),)))
