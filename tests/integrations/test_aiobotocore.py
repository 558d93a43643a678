"""Calls that are awaited give what calls through boto3 give.

aiobotocore pins a version of botocore of its own, so botocore's client plays its part here: its methods are
awaited, and its events reach the same handlers in the task's context.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import aws, ecr, ecr_public, outcome
from ecr_decode.integrations.aiobotocore import TransportError, call, pages, wait
from tests.integrations.clients import client_of
from tests.integrations.loopback import Asked, Reply, loopback

TASKS = 24


class Awaited:
    """A client of botocore whose methods are awaited."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.meta = client.meta

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return partial(asyncio.to_thread, getattr(self.client, name))


def awaited(url: str | None = None, **settings: Any) -> Awaited:
    return Awaited(client_of(url=url, **settings))


def asked_with(token: str | None = None) -> ecr.ListImagesRequest:
    return ecr.ListImagesRequest(repository_name="app", next_token=token)


def listed(*replies: Reply, **settings: Any) -> object:
    """What listing images comes to, where a service gives these replies."""
    with loopback(*replies) as service:
        return outcome(asyncio.run(call(awaited(service.url, **settings), ecr.list_images, asked_with())))


def test_a_reply_is_read_from_its_body() -> None:
    body = b'{"imageIds":[{"imageTag":"v1"}],"nextToken":null}'
    expected = ecr.ListImagesResponse(image_ids=(ecr.ImageIdentifier(image_tag="v1"),))
    assert listed(Reply(200, body)) == expected


def test_an_error_of_the_service_is_a_value() -> None:
    assert listed(Reply(400, b'{"__type":"a#RepositoryNotFoundException","Message":"m"}')) == (
        ecr.RepositoryNotFoundException(message="m")
    )


def test_a_throttled_request_is_sent_again() -> None:
    throttled = Reply(400, b'{"__type":"ThrottlingException"}')
    retries = {"total_max_attempts": 2, "mode": "standard"}
    assert listed(throttled, Reply(200, b"{}"), retries=retries) == ecr.ListImagesResponse()
    assert listed(throttled, throttled, retries=retries) == aws.UnknownError(code="ThrottlingException")


def test_a_connection_that_breaks_is_a_value() -> None:
    found = listed(Reply(status=0))
    assert isinstance(found, TransportError)
    assert found.kind == "ConnectionClosedError"


def test_what_cannot_be_sent_is_a_value() -> None:
    request = ecr.ListImagesRequest(repository_name="app", next_token="\ud800")
    unwritable = asyncio.run(call(awaited(), ecr.list_images, request))
    foreign = asyncio.run(
        call(awaited(), ecr_public.describe_registries, ecr_public.DescribeRegistriesRequest())
    )
    kinds = [
        found.kind for found in (unwritable.failure(), foreign.failure()) if isinstance(found, TransportError)
    ]
    assert kinds == ["EncodeError", "WrongClient"]


def echo(asked: Asked) -> Reply:
    return Reply(200, json.dumps({"nextToken": asked.body["nextToken"]}).encode())


def test_every_task_gets_its_own_replies() -> None:
    async def many(client: Awaited) -> list[object]:
        tokens = [str(number) for number in range(TASKS)]
        found = await asyncio.gather(*(call(client, ecr.list_images, asked_with(token)) for token in tokens))
        return [page.unwrap().next_token for page in found]

    with loopback(echo) as service:
        client = awaited(service.url, max_pool_connections=TASKS)
        assert asyncio.run(many(client)) == [str(number) for number in range(TASKS)]


class Exhausted(Awaited):
    """A client that runs out of memory."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return self.exhausted

    async def exhausted(self, **_: object) -> None:
        raise MemoryError


def test_what_ends_a_program_passes() -> None:
    with pytest.raises(MemoryError):
        asyncio.run(call(Exhausted(client_of()), ecr.list_images, asked_with()))


class Silent(Awaited):
    """A client that never answers."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return self.silence

    async def silence(self, **_: object) -> None:
        await asyncio.Event().wait()


def test_a_task_that_is_cancelled_ends_as_cancelled() -> None:
    async def cancelled(client: Awaited) -> bool:
        task = asyncio.create_task(call(client, ecr.list_images, asked_with()))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        return task.cancelled()

    assert asyncio.run(cancelled(Silent(client_of())))


async def walk(client: Awaited, request: ecr.ListImagesRequest) -> list[object]:
    return [page async for page in pages(partial(call, client), ecr.list_images, request)]


def page(token: str | None) -> Success[ecr.ListImagesResponse]:
    return Success(ecr.ListImagesResponse(next_token=token))


def test_pages_are_asked_for_until_the_last_the_first_failure_or_a_token_seen_before() -> None:
    one, two, last = (Reply(200, body) for body in (b'{"nextToken":"1"}', b'{"nextToken":"2"}', b"{}"))
    refused = Reply(400, b'{"__type":"ServerException"}')
    ends = [
        ((one, two, last), [page("1"), page("2"), page(None)]),
        ((one, refused), [page("1"), Failure(ecr.ServerException())]),
        ((one, one, last), [page("1"), page("1")]),
    ]
    for replies, expected in ends:
        with loopback(*replies) as service:
            assert asyncio.run(walk(awaited(service.url), asked_with())) == expected
            assert len(service.asked) == len(expected)


def scanned(*statuses: str) -> tuple[str, int, list[float]]:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    replies = [
        Reply(200, json.dumps({"imageScanStatus": {"status": status}}).encode()) for status in statuses
    ]
    request = ecr.DescribeImageScanFindingsRequest(repository_name="app", image_id=ecr.ImageIdentifier())
    with loopback(*replies) as service:
        client = awaited(service.url)
        state, _ = asyncio.run(wait(client, ecr.image_scan_complete, request, sleep=sleep))
        return state, len(service.asked), slept


def test_waiting_ends_as_the_waiter_says() -> None:
    assert scanned("IN_PROGRESS", "ACTIVE") == ("success", 2, [5])
    assert scanned("FAILED") == ("failure", 1, [])
    assert scanned("PENDING") == ("retry", 60, [5] * 59)
