"""Pages: the request that follows a reply, and a lazy walk through all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from returns.result import Result, Success

from ..combinator.record import replace

if TYPE_CHECKING:
    from .operation import Operation
    from .shape import Shape

Req = TypeVar("Req", bound="Shape")
Resp = TypeVar("Resp", bound="Shape")
Err = TypeVar("Err", bound="Shape")
E = TypeVar("E")


class Pages(msgspec.Struct, frozen=True, kw_only=True):
    """Where an operation keeps its token and its items, by the names of the members in Python.

    >>> from ecr_decode import ecr
    >>> ecr.list_images.pages
    Pages(request='next_token', response='next_token', items=(('image_ids',),), limit='max_results')
    """

    request: str
    """The member of the request that takes the token."""
    response: str
    """The member of the response that gives it; it is absent on the last page."""
    items: tuple[tuple[str, ...], ...] = ()
    """The members of the response that the pages divide, each by its path."""
    limit: str | None = None
    """The member of the request that says how many items a page may have."""


def next_request(operation: Operation[Req, Resp, Any], request: Req, response: Resp) -> Req | None:
    """The request for the page behind this response, or None where there is none.

    >>> from ecr_decode import aws, ecr
    >>> asked = ecr.ListImagesRequest(repository_name="app")
    >>> aws.next_request(ecr.list_images, asked, ecr.ListImagesResponse(next_token="t1")).next_token
    't1'
    >>> aws.next_request(ecr.list_images, asked, ecr.ListImagesResponse())
    """
    pages = operation.pages
    token = None if pages is None else getattr(response, pages.response)
    return replace(request, **{pages.request: token}) if pages is not None and token else None


def pages(
    call: Callable[[Operation[Req, Resp, Err], Req], Result[Resp, E]],
    operation: Operation[Req, Resp, Err],
    request: Req,
) -> Iterator[Result[Resp, E]]:
    """Every page of an operation, each asked for when it is wanted; the first failure is the last item.

    A service that gives a token twice would be asked for ever, so such a token ends the pages too.

    >>> from returns.result import Success
    >>> from ecr_decode import aws, ecr
    >>> tokens = {None: "t1", "t1": None}
    >>> def call(operation, request):
    ...     return Success(ecr.ListImagesResponse(next_token=tokens[request.next_token]))
    >>> len(list(aws.pages(call, ecr.list_images, ecr.ListImagesRequest(repository_name="app"))))
    2
    """
    seen: set[object] = set()
    asked: Req | None = request
    while asked is not None:
        result = call(operation, asked)
        yield result
        asked = following(operation, asked, result, seen)


def following(
    operation: Operation[Req, Resp, Any], asked: Req, result: Result[Resp, Any], seen: set[object]
) -> Req | None:
    """The request behind a result; there is none behind a failure, the last page, or a token seen before.

    `seen` takes in the token that was asked with.
    """
    found = operation.pages
    if found is None or not isinstance(result, Success):
        return None
    seen.add(getattr(asked, found.request))
    request = next_request(operation, asked, result.unwrap())
    return None if request is None or getattr(request, found.request) in seen else request
