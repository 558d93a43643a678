"""What botocore has parsed becomes the records that the raw reply would have given."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import DecodeError, Problem, Raised, TooDeep, WrongKind, aws, ecr, field
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
    assert error.problems == (
        Problem(("imageIds", 0, "imageTag"), WrongKind("a string", "an integer")),
        Problem(("nextToken",), WrongKind("a string", "a set")),
    )


def test_a_dict_that_is_none_is_an_error_too() -> None:
    deep: list[Any] = []
    deep.append(deep)
    nobody: Any = None
    assert from_boto3(ecr.list_images, {"imageIds": deep}).failure() == DecodeError((Problem((), TooDeep()),))
    assert from_boto3(ecr.list_images, nobody).failure() == DecodeError(
        (Problem((), Raised("AttributeError")),)
    )
