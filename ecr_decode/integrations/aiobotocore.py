"""Operations through a client of aiobotocore: as `boto3` does it, awaited.

Needs the extra `aiobotocore`, and any loop that aiobotocore runs on. What is sent, read and reported is the
same; a task has its own attempt, so that many of them may share a client.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable
from inspect import isawaitable
from typing import Any, TypeVar

from returns.result import Result

from ..aws.exchange import Exchange
from ..aws.operation import Operation
from ..aws.pages import following
from ..aws.shape import Shape
from ..aws.waiter import State, Waiter
from .exchange import Client, Failed, attempted, conclude, send
from .parsed import from_boto3
from .transport import TransportError

__all__ = ["Client", "Exchange", "TransportError", "call", "exchange", "from_boto3", "pages", "wait"]

Req = TypeVar("Req", bound=Shape)
Resp = TypeVar("Resp", bound=Shape)
Err = TypeVar("Err", bound=Shape)
E = TypeVar("E")


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


async def pages(
    call: Callable[[Operation[Req, Resp, Err], Req], Awaitable[Result[Resp, E]]],
    operation: Operation[Req, Resp, Err],
    request: Req,
) -> AsyncGenerator[Result[Resp, E]]:
    """Every page of an operation, as `aws.pages` gives them, awaited one by one.

    >>> import asyncio
    >>> from returns.result import Success
    >>> from ecr_decode import ecr
    >>> from ecr_decode.integrations.aiobotocore import pages
    >>> tokens = {None: "t1", "t1": None}
    >>> async def call(operation, request):
    ...     return Success(ecr.ListImagesResponse(next_token=tokens[request.next_token]))
    >>> async def count():
    ...     request = ecr.ListImagesRequest(repository_name="app")
    ...     return len([page async for page in pages(call, ecr.list_images, request)])
    >>> asyncio.run(count())
    2
    """
    seen: set[object] = set()
    asked: Req | None = request
    while asked is not None:
        result = await call(operation, asked)
        yield result
        asked = following(operation, asked, result, seen)


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
