"""Many threads share a client, with calls of ours and of others; pages and waiters go through it."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any, cast

from botocore.stub import Stubber
from returns.result import Failure, Success

from ecr_decode import aws, ecr, outcome
from ecr_decode.integrations.boto3 import TransportError, call, wait
from tests.integrations.clients import client_of
from tests.integrations.loopback import Asked, Reply, loopback

THREADS = 16
CALLS = 15


def echo(asked: Asked) -> Reply:
    """Answer with the token that was asked with; every third is throttled at first."""
    token = asked.body["nextToken"]
    if int(token) % 3 == 0 and "attempt=1" in asked.headers["amz-sdk-request"]:
        return Reply(400, json.dumps({"__type": "ThrottlingException", "message": token}).encode())
    if int(token) % 5 == 0:
        return Reply(400, json.dumps({"__type": "RepositoryNotFoundException", "message": token}).encode())
    return Reply(200, json.dumps({"nextToken": token}).encode())


def asked_with(token: str) -> ecr.ListImagesRequest:
    return ecr.ListImagesRequest(repository_name="app", next_token=token)


def expected(token: str) -> object:
    if int(token) % 5 == 0:
        return ecr.RepositoryNotFoundException(message=token)
    return ecr.ListImagesResponse(next_token=token)


def handlers(client: Any) -> int:
    """How many handlers a client has for a reply that came."""
    reply: dict[str, Any] = {"status_code": 200, "headers": {}, "body": b""}
    return len(client.meta.events.emit("before-parse.ecr.ListImages", response_dict=reply))


def test_every_thread_gets_its_own_replies_and_other_calls_are_left_alone() -> None:
    start = Barrier(THREADS)

    def ours(client: Any, thread: int) -> list[bool]:
        start.wait()
        tokens = [str(1000 * thread + number) for number in range(CALLS)]
        return [
            outcome(call(client, ecr.list_images, asked_with(token))) == expected(token) for token in tokens
        ]

    def botocores(client: Any, thread: int) -> list[bool]:
        start.wait()
        tokens = [str(1000 * thread + 10 * number + 1) for number in range(CALLS)]
        return [
            client.list_images(repositoryName="app", nextToken=token)["nextToken"] == token
            for token in tokens
        ]

    with loopback(echo) as service, ThreadPoolExecutor(THREADS) as pool:
        retries = {"total_max_attempts": 2, "mode": "standard"}
        client = client_of(url=service.url, retries=retries, max_pool_connections=THREADS)
        before = handlers(client)
        work: list[Callable[[Any, int], list[bool]]] = [ours, ours, ours, botocores] * (THREADS // 4)
        done = [pool.submit(job, client, thread) for thread, job in enumerate(work)]
        assert [job.result() for job in done] == [[True] * CALLS] * THREADS
        assert handlers(client) == before + 1


def test_a_call_within_a_call_keeps_its_reply_to_itself() -> None:
    inner: list[object] = []

    def hook(client: Any, **_: object) -> None:
        if not inner:
            inner.append(None)
            inner[0] = outcome(call(client, ecr.list_images, asked_with("1")))

    with loopback(echo) as service:
        client = client_of(url=service.url)
        client.meta.events.register("response-received.ecr", partial(hook, client))
        assert outcome(call(client, ecr.list_images, asked_with("2"))) == expected("2")
        assert inner == [expected("1")]


def test_pages_are_asked_for_one_after_another() -> None:
    replies = [
        Reply(200, json.dumps(reply).encode()) for reply in ({"nextToken": "1"}, {"nextToken": "2"}, {})
    ]
    with loopback(*replies) as service:
        request = ecr.ListImagesRequest(repository_name="app", max_results=1)
        found = [*aws.pages(partial(call, client_of(url=service.url)), ecr.list_images, request)]
        assert [page.unwrap().next_token for page in found] == ["1", "2", None]
        assert [asked.body.get("nextToken") for asked in service.asked] == [None, "1", "2"]


def test_a_failure_is_the_last_page() -> None:
    with loopback(Reply(200, b'{"nextToken":"1"}'), Reply(400, b'{"__type":"ServerException"}')) as service:
        found = [*aws.pages(partial(call, client_of(url=service.url)), ecr.list_images, asked_with("0"))]
        assert found == [Success(ecr.ListImagesResponse(next_token="1")), Failure(ecr.ServerException())]


def scanned(*statuses: str | None) -> tuple[str, object, int, list[float]]:
    """How waiting for a scan ends: the state, the last status or error, and how often was asked and slept."""
    slept: list[float] = []
    replies = [
        Reply(400, b'{"__type":"ScanNotFoundException"}')
        if status is None
        else Reply(200, json.dumps({"imageScanStatus": {"status": status}}).encode())
        for status in statuses
    ]
    request = ecr.DescribeImageScanFindingsRequest(repository_name="app", image_id=ecr.ImageIdentifier())
    with loopback(*replies) as service:
        client = client_of(url=service.url)
        state, result = wait(client, ecr.image_scan_complete, request, sleep=slept.append)
        match outcome(result):
            case ecr.DescribeImageScanFindingsResponse(image_scan_status=ecr.ImageScanStatus(status=last)):
                return state, last, len(service.asked), slept
            case other:
                return state, other, len(service.asked), slept


def test_waiting_ends_as_the_waiter_says() -> None:
    assert scanned("IN_PROGRESS", "PENDING", "COMPLETE") == ("success", "COMPLETE", 3, [5, 5])
    assert scanned("IN_PROGRESS", "FAILED") == ("failure", "FAILED", 2, [5])
    assert scanned("IN_PROGRESS", None) == ("failure", ecr.ScanNotFoundException(), 2, [5])


def test_waiting_ends_after_the_attempts_of_the_waiter() -> None:
    assert scanned("IN_PROGRESS") == ("retry", "IN_PROGRESS", 60, [5] * 59)


def test_a_stub_answers_with_what_it_was_given() -> None:
    client = client_of()
    with cast(Any, Stubber)(client) as stub:
        stub.add_response("list_images", {"imageIds": [{"imageTag": "v1"}]})
        stub.add_client_error("list_images", "RepositoryNotFoundException", "no app", 400)
        stub.add_client_error("list_images", "Odd", "odd", 400)
        stub.add_client_error(
            "list_images", "KmsException", "key", 400, modeled_fields={"kmsError": "disabled"}
        )
        listed = [
            outcome(call(client, ecr.list_images, ecr.ListImagesRequest(repository_name="app")))
            for _ in "123"
        ]
        with_members = outcome(call(client, ecr.list_images, ecr.ListImagesRequest(repository_name="app")))
        unexpected = outcome(call(client, ecr.list_images, ecr.ListImagesRequest(repository_name="app")))
    assert listed == [
        ecr.ListImagesResponse(image_ids=(ecr.ImageIdentifier(image_tag="v1"),)),
        ecr.RepositoryNotFoundException(message="no app"),
        aws.UnknownError(code="Odd", message="odd"),
    ]
    assert with_members == aws.UnknownError(code="KmsException", message="key")
    assert isinstance(unexpected, TransportError)
    assert unexpected.kind == "UnStubbedResponseError"
