"""What botocore has parsed becomes the records that the raw reply would have given."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import DecodeError, Problem, Raised, TooDeep, WrongKind, aws, ecr, field, string
from ecr_decode.integrations.boto3 import from_boto3

NOON = datetime(2024, 2, 29, 12, 0, 0, 123456, tzinfo=UTC)


class Held(aws.Shape):
    content: bytes | None = field("content", aws.blob, default=None)


HOLD: aws.Operation[Held, Held, aws.UnknownError] = aws.Operation(
    "Hold", protocol=ecr.list_images.protocol, request=Held, response=Held, errors=(), home=__name__
)


@pytest.mark.parametrize(
    ("came", "moment"),
    [
        (NOON, NOON),
        (NOON.astimezone(timezone(timedelta(hours=5, minutes=45))), NOON),
        (datetime(2024, 2, 29), datetime(2024, 2, 29, tzinfo=UTC)),  # noqa: DTZ001 botocore gives such for a date
    ],
)
def test_times_keep_their_moment(came: datetime, moment: datetime) -> None:
    parsed = {"repository": {"createdAt": came}, "ResponseMetadata": {"HTTPStatusCode": 200}}
    repository = ecr.Repository(created_at=moment)
    assert from_boto3(ecr.create_repository, parsed) == Success(
        ecr.CreateRepositoryResponse(repository=repository)
    )


def test_bytes_and_nested_members_are_taken() -> None:
    assert from_boto3(HOLD, {"content": b"\x00\xff"}) == Success(Held(content=b"\x00\xff"))
    parsed = {"imageIds": [{"imageTag": "v1"}, {"imageDigest": "sha256:00"}], "nextToken": "t"}
    assert from_boto3(ecr.list_images, parsed) == Success(
        ecr.ListImagesResponse(
            image_ids=(ecr.ImageIdentifier(image_tag="v1"), ecr.ImageIdentifier(image_digest="sha256:00")),
            next_token="t",
        )
    )


def test_what_botocore_lets_through_is_refused() -> None:
    error = from_boto3(ecr.list_images, {"imageIds": [{"imageTag": 5}], "nextToken": {1}}).failure()
    assert error == DecodeError(
        (
            Problem(("imageIds", 0, "imageTag"), WrongKind("a string", "an integer")),
            Problem(("nextToken",), WrongKind("a string", "a set")),
        )
    )


def test_a_dict_that_is_none_is_an_error_too() -> None:
    deep: list[Any] = []
    deep.append(deep)
    nobody: Any = None
    assert from_boto3(ecr.list_images, {"imageIds": deep}).failure() == DecodeError((Problem((), TooDeep()),))
    assert from_boto3(ecr.list_images, nobody).failure() == DecodeError(
        (Problem((), Raised("AttributeError")),)
    )


class Reporting(aws.Shape):
    error: str | None = field("Error", string, default=None)


@pytest.mark.parametrize(
    ("reported", "error"),
    [
        (
            {"Code": "RepositoryNotFoundException", "Message": "no app"},
            ecr.RepositoryNotFoundException(message="no app"),
        ),
        ({"Code": "Odd", "Message": "odd"}, aws.UnknownError(code="Odd", message="odd")),
        ({"Code": "ServerException"}, ecr.ServerException()),
        ({}, aws.UnknownError(code="")),
    ],
)
def test_what_a_client_error_holds_is_the_error(reported: dict[str, str], error: aws.Shape) -> None:
    parsed = {"Error": reported, "ResponseMetadata": {"HTTPStatusCode": 400}}
    assert from_boto3(ecr.list_images, parsed) == Failure(error)


def test_the_members_of_an_error_are_taken_too() -> None:
    parsed = {"Error": {"Code": "InvalidLayerPartException", "Message": "m"}, "lastValidByteReceived": 9}
    error = ecr.InvalidLayerPartException(last_valid_byte_received=9, message="m")
    assert from_boto3(ecr.upload_layer_part, parsed) == Failure(error)


def test_a_member_that_is_called_error_is_one() -> None:
    operation: aws.Operation[Reporting, Reporting, aws.UnknownError] = aws.Operation(
        "Report",
        protocol=ecr.list_images.protocol,
        request=Reporting,
        response=Reporting,
        errors=(),
        home=__name__,
    )
    assert from_boto3(operation, {"Error": "e"}) == Success(Reporting(error="e"))
    assert not isinstance(from_boto3(operation, {"Error": {"Code": "e"}}).failure(), aws.UnknownError)
