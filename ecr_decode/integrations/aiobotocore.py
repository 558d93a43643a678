"""Operations through a client of aiobotocore: as `boto3` does it, awaited.

Needs the extra `aiobotocore`, and any loop that aiobotocore runs on. It sends, reads and reports the same.
Each task has its own attempt, so several tasks may share a client.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable
from inspect import isawaitable
from typing import Any, TypeAlias, TypeVar, overload

from returns.result import Result, Success

from ..aws.exchange import Exchange
from ..aws.items import divides, items_of, without_items
from ..aws.operation import Operation
from ..aws.pages import following
from ..aws.shape import Shape
from ..aws.waiter import State, Waiter
from ..extra import needs
from .parsed import from_boto3
from .transport import TransportError

needs(__name__, "botocore", "aiobotocore")

from .exchange import Client, Failed, attempted, conclude, send  # noqa: E402 it imports botocore

__all__ = [
    "Client",
    "Exchange",
    "TransportError",
    "call",
    "exchange",
    "from_boto3",
    "items",
    "pages",
    "wait",
]

Req = TypeVar("Req", bound=Shape)
Resp = TypeVar("Resp", bound=Shape)
Err = TypeVar("Err", bound=Shape)
E = TypeVar("E")
Item = TypeVar("Item")

Call: TypeAlias = Callable[[Operation[Req, Resp, Err], Req], Awaitable[Result[Resp, E]]]
"""What sends a request, awaited."""


async def call(
    client: Client, operation: Operation[Req, Resp, Err], request: Req
) -> Result[Resp, Err | Failed]:
    """Sends a request through a client, and reads the reply to its last attempt from the raw body.

    What cancels the task passes through, since it is no failure of the call.

    >>> import asyncio
    >>> from ecr_decode import ecr, ecr_public
    >>> from ecr_decode.integrations.aiobotocore import call
    >>> import boto3
    >>> client = boto3.client("ecr", region_name="eu-west-1")
    >>> request = ecr_public.DescribeRegistriesRequest()
    >>> print(asyncio.run(call(client, ecr_public.describe_registries, request)).failure())
    WrongClient: the client's service has no target SpencerFrontendService.DescribeRegistries
    """
    return (await exchange(client, operation, request)).result


async def exchange(
    client: Client, operation: Operation[Req, Resp, Err], request: Req
) -> Exchange[Resp, Err | Failed]:
    """What `call` gives, with the status, the request id, and whether it makes sense to send again.

    >>> import asyncio
    >>> from ecr_decode import ecr_public
    >>> from ecr_decode.integrations.aiobotocore import exchange
    >>> import boto3
    >>> client = boto3.client("ecr", region_name="eu-west-1")
    >>> request = ecr_public.DescribeRegistriesRequest()
    >>> asyncio.run(exchange(client, ecr_public.describe_registries, request)).retryable
    False
    """
    sent: Any
    with attempted() as attempt:
        try:
            sent = send(client, operation, request)
            if isawaitable(sent):
                sent = await sent
        except MemoryError:
            raise
        except Exception as error:  # as in `boto3`; a cancelled task's is no `Exception`
            sent = error
    return conclude(operation, request, attempt, sent)


@overload
def pages(
    client: Client, operation: Operation[Req, Resp, Err], request: Req
) -> AsyncGenerator[Result[Resp, Err | Failed]]: ...
@overload
def pages(
    client: Call[Req, Resp, Err, E], operation: Operation[Req, Resp, Err], request: Req
) -> AsyncGenerator[Result[Resp, E]]: ...
async def pages(
    client: Client | Call[Req, Resp, Err, Any], operation: Operation[Req, Resp, Err], request: Req
) -> AsyncGenerator[Result[Resp, Any]]:
    """Every page of an operation, each awaited when it is wanted; the first failure is the last page.

    A token that came before ends the pages too. Instead of a client, a function may send each request.

    >>> import asyncio
    >>> from returns.result import Success
    >>> from ecr_decode import ecr
    >>> from ecr_decode.integrations.aiobotocore import pages
    >>> tokens = {None: "t1", "t1": None}
    >>> async def send(operation, request):
    ...     return Success(ecr.ListImagesResponse(next_token=tokens[request.next_token]))
    >>> async def count():
    ...     request = ecr.ListImagesRequest(repository_name="app")
    ...     return len([page async for page in pages(send, ecr.list_images, request)])
    >>> asyncio.run(count())
    2
    """
    seen: set[object] = set()
    asked: Req | None = request
    while asked is not None:
        sent = client(operation, asked) if callable(client) else call(client, operation, asked)
        result: Result[Resp, Any] = await sent
        yield result
        asked = following(operation, asked, result, seen)


@overload
def items(
    client: Client,
    operation: Operation[Req, Resp, Err],
    request: Req,
    *,
    of: Callable[[Resp], Iterable[Item] | None],
    limit: int | None = None,
) -> AsyncGenerator[Result[Item, Err | Failed]]: ...
@overload
def items(
    client: Client, operation: Operation[Req, Resp, Err], request: Req, *, limit: int | None = None
) -> AsyncGenerator[Result[object, Err | Failed]]: ...
async def items(
    client: Client,
    operation: Operation[Req, Resp, Err],
    request: Req,
    *,
    of: Callable[[Resp], Iterable[Any] | None] | None = None,
    limit: int | None = None,
) -> AsyncGenerator[Result[Any, Err | Failed]]:
    """Every item over all pages, as `items` of `integrations.boto3` gives them, awaited page by page.

    >>> import asyncio
    >>> import boto3
    >>> from ecr_decode import ecr
    >>> from ecr_decode.integrations.aiobotocore import items
    >>> client = boto3.client("ecr", region_name="eu-west-1")
    >>> async def first():
    ...     request = ecr.BatchGetImageRequest(repository_name="app", image_ids=())
    ...     return [item async for item in items(client, ecr.batch_get_image, request)]
    >>> print(asyncio.run(first())[0].failure())
    $: expected an operation whose pages have items, or `of=`, got BatchGetImage
    """
    if of is None and not divides(operation):
        yield without_items(operation)
        return
    if limit is not None and limit <= 0:
        return
    given = 0
    async for page in pages(client, operation, request):
        for item in items_of(operation, page, of):
            yield item
            given += 1
            if given == limit or not isinstance(item, Success):
                return


async def wait(
    client: Client,
    waiter: Waiter[Req, Resp],
    request: Req,
    *,
    sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
) -> tuple[State, Result[Resp, Shape | Failed]]:
    """Asks until a waiter knows, at most as often as it says: its state, and the last result.

    The state is `retry` if the attempts did not suffice.
    """
    result: Result[Resp, Shape | Failed] = await call(client, waiter.operation, request)
    state = waiter(result)
    for _ in range(1, waiter.attempts):
        if state != "retry":
            break
        await sleep(waiter.delay)
        result = await call(client, waiter.operation, request)
        state = waiter(result)
    return state, result
