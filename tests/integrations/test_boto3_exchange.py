"""An exchange says what `call` gives, and beside it what the reply's envelope says."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Mapping
from typing import Any, NoReturn, cast

import pytest
from botocore.exceptions import ClientError
from botocore.stub import Stubber
from moto import mock_aws
from returns.result import Failure, Success

from ecr_decode import DecodeError, aws, ecr
from ecr_decode.integrations import aiobotocore
from ecr_decode.integrations.boto3 import Exchange, TransportError, call, exchange, from_boto3
from tests.integrations.clients import client_of
from tests.integrations.loopback import Reply, loopback
from tests.integrations.test_aiobotocore import Awaited

REQUEST = ecr.ListImagesRequest(repository_name="app")
ID = {"x-amzn-RequestId": "4bf1c0de"}
LOST = ecr.RepositoryNotFoundException(message="none")
REPLIES: dict[str, tuple[Reply, Exchange[Any, Any]]] = {
    "a success": (Reply(200, b"{}", ID), Exchange(Success(ecr.ListImagesResponse()), 200, "4bf1c0de")),
    "an error": (
        Reply(400, b'{"__type":"RepositoryNotFoundException","message":"none"}', ID),
        Exchange(Failure(LOST), 400, "4bf1c0de"),
    ),
    "an error in a success": (
        Reply(200, b'{"__type":"RepositoryNotFoundException","message":"none"}', ID),
        Exchange(Failure(LOST), 200, "4bf1c0de"),
    ),
    "throttled": (
        Reply(400, b'{"__type":"ThrottlingException"}', {"x-amz-request-id": "4bf1c0de"}),
        Exchange(Failure(aws.UnknownError(code="ThrottlingException")), 400, "4bf1c0de", retryable=True),
    ),
    "in XML": (
        Reply(
            503,
            b"<ErrorResponse><Error><Code>SlowDown</Code></Error><RequestID>r</RequestID></ErrorResponse>",
        ),
        Exchange(Failure(aws.UnknownError(code="SlowDown")), 503, "r", retryable=True),
    ),
    "the code of AWS Query": (
        Reply(400, b'{"__type":"ServerException"}', {"x-amzn-query-error": "AWS.Old;Sender"}),
        Exchange(Failure(ecr.ServerException()), 400, query_code="AWS.Old"),
    ),
    "cut short": (
        Reply(503, b"toomany", ID, missing=3),
        Exchange(
            Failure(TransportError("IncompleteReply", "7 bytes of 10 came", status=503)),
            503,
            "4bf1c0de",
            retryable=True,
        ),
    ),
}


@pytest.mark.parametrize(("reply", "expected"), REPLIES.values(), ids=REPLIES)
def test_an_exchange_is_what_came(reply: Reply, expected: Exchange[Any, Any]) -> None:
    with loopback(reply) as service:
        client = client_of(url=service.url)
        assert exchange(client, ecr.list_images, REQUEST) == expected
        assert call(client, ecr.list_images, REQUEST) == expected.result
        awaited = aiobotocore.exchange(Awaited(client), ecr.list_images, REQUEST)
        assert asyncio.run(awaited) == expected


@pytest.mark.parametrize(
    "body",
    [b"toomanyrequests: Rate exceeded", b'{"__type":"Serv', b'\xef\xbb\xbf{"__type":"ServerException"}'],
)
def test_a_body_that_cannot_be_read_leaves_the_status_known(body: bytes) -> None:
    with loopback(Reply(503, body, ID), Reply(200, body, ID)) as service:
        client = client_of(url=service.url)
        busy, fine = (exchange(client, ecr.list_images, REQUEST) for _ in range(2))
    error = busy.result.failure()
    assert isinstance(error, DecodeError)
    assert str(error).startswith("the reply with status 503 cannot be read\n")
    assert busy == Exchange(Failure(error), 503, "4bf1c0de", retryable=True)
    assert fine == Exchange(fine.result, 200, "4bf1c0de", retryable=False)
    assert fine.result not in (busy.result, Success(ecr.ListImagesResponse()))


def test_the_last_attempt_is_the_exchange() -> None:
    with loopback(Reply(500, b"{}", {"x-amzn-requestid": "1"}), Reply(200, b"{}", ID)) as service:
        client = client_of(url=service.url, retries={"total_max_attempts": 2, "mode": "standard"})
        assert exchange(client, ecr.list_images, REQUEST) == REPLIES["a success"][1]


# where no reply comes


def unanswered(**settings: Any) -> Exchange[Any, Any]:
    return exchange(client_of(**settings), ecr.list_images, REQUEST)


def kind_of(found: Exchange[Any, Any]) -> str:
    assert (found.status, found.request_id) == (None, None)
    return cast(TransportError, found.result.failure()).kind


def test_a_connection_that_fails_may_be_tried_again() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        refused = unanswered(url=f"http://127.0.0.1:{taken.getsockname()[1]}")
    with loopback(Reply(silent=True)) as service:
        slow = unanswered(url=service.url, read_timeout=0.1)
    with loopback(Reply(status=0)) as service:
        closed = unanswered(url=service.url)
    assert [kind_of(found) for found in (refused, slow, closed)] == [
        "EndpointConnectionError",
        "ReadTimeoutError",
        "ConnectionClosedError",
    ]
    assert [found.retryable for found in (refused, slow, closed)] == [True] * 3


def test_a_request_that_is_not_sent_fails_again() -> None:
    unwritable = ecr.ListImagesRequest(repository_name="\ud800")
    empty = ecr.ListImagesRequest(repository_name="")
    found = [exchange(client_of(), ecr.list_images, each) for each in (unwritable, empty)]
    assert [kind_of(each) for each in found] == ["EncodeError", "ParamValidationError"]
    assert not any(each.retryable for each in found)


@pytest.mark.parametrize(("code", "retryable"), [("Throttling", True), ("ExpiredToken", False)])
def test_a_service_that_gives_credentials_may_be_busy(code: str, retryable: bool) -> None:
    def refuse(**_: object) -> NoReturn:
        raise cast(Any, ClientError)({"Error": {"Code": code}}, "AssumeRole")

    client = client_of()
    client.meta.events.register("before-call.ecr", refuse)
    found = exchange(client, ecr.list_images, REQUEST)
    assert found == Exchange(
        Failure(TransportError("ClientError", f"AssumeRole: {code}")), retryable=retryable
    )


# other sources


def test_moto_gives_statuses_and_ids() -> None:
    with mock_aws():
        lost = exchange(client_of(), ecr.list_images, REQUEST)
    assert type(lost.result.failure()) is ecr.RepositoryNotFoundException
    assert (lost.status, lost.retryable) == (400, False)
    assert lost.request_id


def test_a_stub_says_what_it_was_given() -> None:
    client = client_of()
    metadata = {"HTTPStatusCode": 200, "RequestId": "r"}
    with cast(Any, Stubber)(client) as stub:
        stub.add_response("list_images", {"nextToken": "t", "ResponseMetadata": metadata})
        stub.add_response("list_images", {"nextToken": "t"})
        stub.add_client_error(
            "list_images", "ThrottlingException", "slower", 400, response_meta={"RequestId": "r"}
        )
        stub.add_client_error("list_images", "RepositoryNotFoundException", "none", 400)
        told, silent, busy, lost = (exchange(client, ecr.list_images, REQUEST) for _ in range(4))
    listed = Success(ecr.ListImagesResponse(next_token="t"))
    throttled = aws.UnknownError(code="ThrottlingException", message="slower")
    assert (told, silent) == (Exchange(listed, 200, "r"), Exchange(listed))
    assert busy == Exchange(Failure(throttled), 400, "r", retryable=True)
    assert lost == Exchange(Failure(LOST), 400)


@pytest.mark.parametrize(
    ("metadata", "status"),
    [({"HTTPStatusCode": 503}, 503), ({"HTTPStatusCode": "503"}, None), ({}, None), (5, None)],
)
def test_a_parsed_response_that_cannot_be_read_says_its_status(metadata: Any, status: int | None) -> None:
    parsed: Mapping[str, Any] = {
        "Error": {"Code": "ServerException", "Message": 5},
        "ResponseMetadata": metadata,
    }
    error = from_boto3(ecr.list_images, parsed).failure()
    assert isinstance(error, DecodeError)
    assert error.status == status
