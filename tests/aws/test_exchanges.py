"""What comes with a reply beside its result: the status, the request's id, and whether to send again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import botocore.retries.standard
import pytest
from hypothesis import given
from hypothesis import strategies as st
from returns.result import Failure, Success

from ecr_decode import DecodeError, aws
from ecr_decode.aws.retry import THROTTLING, TRANSIENT
from tests.aws.model import BusyException, FooError, GetThingError, GetThingResponse, ask_thing, get_thing

ID = "4bf1c0de-0000-11ee-8000-0242ac120002"
Exchanged = aws.Exchange[GetThingResponse, GetThingError | DecodeError]


def exchanged(status: int, body: str | bytes, headers: Mapping[str, str] | None = None) -> Exchanged:
    raw = body.encode() if isinstance(body, str) else body
    return get_thing.decode_reply(aws.HttpResponse(status=status, body=raw, headers=headers or {}))


def test_the_result_is_that_of_decode() -> None:
    assert exchanged(200, '{"nextToken": "t"}') == aws.Exchange(Success(GetThingResponse(token="t")), 200)
    assert exchanged(400, '{"__type": "FooError"}') == aws.Exchange(Failure(FooError()), 400)
    assert exchanged(503, "Rate exceeded").result == get_thing.decode(status=503, body=b"Rate exceeded")


@pytest.mark.parametrize(
    "name",
    ["x-amzn-requestid", "x-amzn-RequestId", "X-Amzn-Request-Id", "x-amz-request-id", "X-AMZ-REQUESTID"],
)
@pytest.mark.parametrize(
    ("status", "body"), [(200, "{}"), (200, "<R/>"), (400, '{"__type":"FooError"}'), (503, "busy"), (500, "")]
)
def test_the_id_of_a_request_is_in_a_header(name: str, status: int, body: str) -> None:
    assert exchanged(status, body, {"Date": "x", name: f" {ID} "}).request_id == ID


@pytest.mark.parametrize("name", ["RequestId", "RequestID", "requestId", "request_id"])
@pytest.mark.parametrize(
    "layout",
    [
        "<ErrorResponse><Error><Code>FooError</Code></Error><{0}>{1}</{0}></ErrorResponse>",
        "<Response><Errors><Error><Code>A</Code></Error></Errors><{0}>{1}</{0}></Response>",
        "<Response><Errors><Error><Code>A</Code><{0}>{1}</{0}></Error></Errors></Response>",
        "<Error><Code>A</Code><{0}>\n{1} </{0}></Error>",
        "<e:ErrorResponse xmlns:e='u'><e:Error><e:{0}>{1}</e:{0}></e:Error></e:ErrorResponse>",
        '{{"__type": "FooError", "{0}": "{1}"}}',
        '{{"message": "no code", "{0}": "{1}"}}',
    ],
)
def test_the_id_of_a_request_is_in_the_body_of_an_error(layout: str, name: str) -> None:
    assert exchanged(400, layout.format(name, ID)).request_id == ID


def test_the_id_of_a_request_is_beside_a_result_in_xml() -> None:
    metadata = f"<R><ResponseMetadata><RequestId>{ID}</RequestId></ResponseMetadata></R>"
    for body in (metadata, f"<R><requestId>{ID}</requestId></R>"):
        assert exchanged(200, body) == aws.Exchange(Success(GetThingResponse()), 200, ID)


def test_members_of_a_response_are_no_ids() -> None:
    assert exchanged(200, '{"requestId": "mine"}').request_id is None
    assert (
        exchanged(200, "<R><GetThingResult><requestId>mine</requestId></GetThingResult></R>").request_id
        is None
    )


def test_a_header_comes_before_a_body() -> None:
    body = "<Error><Code>A</Code><RequestId>other</RequestId></Error>"
    assert exchanged(400, body, {"x-amz-request-id": ID}).request_id == ID
    assert exchanged(400, body, {"x-amz-request-id": " "}).request_id == "other"


@pytest.mark.parametrize(
    "body", ["", "<Error>", '{"RequestId": 5}', "[]", "<Error><RequestId/></Error>", "x"]
)
def test_there_may_be_no_id(body: str) -> None:
    assert exchanged(400, body).request_id is None


# whether to send again


def test_the_codes_are_those_that_botocore_retries() -> None:
    module = cast(Any, botocore.retries.standard)
    throttled = module.ThrottledRetryableChecker._THROTTLED_ERROR_CODES
    transient = module.TransientRetryableChecker._TRANSIENT_ERROR_CODES
    assert {*throttled} == THROTTLING
    assert {*transient} <= THROTTLING | TRANSIENT


@pytest.mark.parametrize(
    ("status", "body", "retryable"),
    [
        (200, "{}", False),
        (200, "garbage", False),
        (200, '{"__type": "ThrottlingException"}', True),
        (200, "<Error><Code>SlowDown</Code></Error>", True),
        (200, '{"__type": "FooError"}', False),
        (400, '{"__type": "FooError"}', False),
        (400, '{"__type": "a#Throttling:u"}', True),
        (400, "<ErrorResponse><Error><Code>RequestTimeout</Code></Error></ErrorResponse>", True),
        (404, "garbage", False),
        (429, "toomanyrequests: Rate exceeded", True),
        (429, '{"__type": "FooError"}', True),
        (500, '{"__type": "FooError"}', True),
        (503, "", True),
        (599, "<html>", True),
        (600, "", False),
    ],
)
def test_sending_again_makes_sense_where_the_failure_may_pass(
    status: int, body: str, retryable: bool
) -> None:
    assert exchanged(status, body).retryable is retryable


def test_the_code_of_aws_query_is_there_where_a_service_keeps_it() -> None:
    headers = {"x-amzn-Query-Error": "AWS.Things.Foo;Sender"}
    found = exchanged(400, '{"__type": "FooError"}', headers)
    assert (found.result, found.query_code, found.retryable) == (Failure(FooError()), "AWS.Things.Foo", False)
    assert exchanged(400, '{"__type": "FooError"}', {"x-amzn-query-error": "Throttling;Sender"}).retryable
    assert exchanged(400, '{"__type": "FooError"}', {"x-amzn-query-error": ";"}).query_code is None


# whatever comes


@pytest.mark.parametrize("wrong", [None, 5, {"status": 200}])
def test_what_is_no_reply_is_a_decode_error(wrong: Any) -> None:
    error = get_thing.decode_reply(wrong).result.failure()
    assert str(error).startswith("$: expected an HttpResponse, got ")


class Raising(dict[str, str]):
    """Headers that cannot be looked at."""

    def items(self) -> Any:
        raise ZeroDivisionError


@pytest.mark.parametrize(
    "reply",
    [
        aws.HttpResponse(status=cast(Any, "503")),
        aws.HttpResponse(status=503, body=cast(Any, None)),
        aws.HttpResponse(status=503, headers=Raising()),
    ],
)
def test_parts_of_a_wrong_type_are_a_decode_error(reply: aws.HttpResponse) -> None:
    found = get_thing.decode_reply(reply)
    assert isinstance(found.result.failure(), DecodeError)
    assert found.status == (503 if reply.status == 503 else None)
    assert found.request_id is None


@given(st.integers(0, 700), st.binary(max_size=60), st.dictionaries(st.text(max_size=9), st.text(max_size=9)))
def test_no_reply_raises(status: int, body: bytes, headers: dict[str, str]) -> None:
    for operation in (get_thing, ask_thing):
        found = operation.decode_reply(aws.HttpResponse(status=status, body=body, headers=headers))
        assert found.result == operation.decode(status=status, body=body, headers=headers)
        assert found.status == status


def test_an_error_of_a_server_is_the_same_on_either_side() -> None:
    sent = get_thing.encode_error(BusyException(message="later"), status=503).unwrap()
    assert get_thing.decode_reply(sent) == aws.Exchange(
        Failure(BusyException(message="later")), 503, retryable=True
    )
