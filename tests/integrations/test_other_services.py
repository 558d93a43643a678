"""Requests and replies of other services through a client of botocore: tokens, and variants of unions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from returns.result import Success

from ecr_decode import aws, field, keyed_union, otherwise, string
from ecr_decode.integrations.boto3 import call, from_boto3
from tests.integrations.clients import client_of
from tests.integrations.loopback import Reply, loopback


class StartRequest(aws.Shape):
    query: str = field("QueryString", string)
    token: str | None = field("ClientRequestToken", string, default=None)


class Credit(aws.Shape):
    credit: int = field("credit", aws.integer)


class Answer(aws.Shape):
    reward: Credit | aws.UnknownVariant | None = field(
        "reward", keyed_union(aws.variant(Credit) | otherwise(aws.unknown_variant)), default=None
    )


START: aws.Operation[StartRequest, Answer, aws.UnknownError] = aws.Operation(
    "StartQueryExecution",
    protocol=aws.AwsJson("AmazonAthena"),
    request=StartRequest,
    response=Answer,
    errors=(),
    home=__name__,
    tokens=("token",),
)


def sent(request: StartRequest) -> Any:
    with loopback(Reply()) as service:
        assert call(client_of("athena", url=service.url), START, request) == Success(Answer())
        (asked,) = service.asked
    return asked.body


def test_a_token_is_filled_in_where_a_request_is_sent() -> None:
    request = StartRequest(query="SELECT 1")
    first, second = sent(request), sent(request)
    assert UUID(first["ClientRequestToken"]) != UUID(second["ClientRequestToken"])
    assert sent(aws.with_tokens(START, request, token=lambda: "t" * 32))["ClientRequestToken"] == "t" * 32


def test_a_variant_that_botocore_does_not_know_keeps_its_name() -> None:
    assert from_boto3(START, {"reward": {"credit": 5}}) == Success(Answer(reward=Credit(credit=5)))
    unknown = {"reward": {"SDK_UNKNOWN_MEMBER": {"name": "voucher"}}}
    found = from_boto3(START, unknown).unwrap()
    assert found == Answer(reward=aws.UnknownVariant(name="voucher", value={}))
