"""What a call through a client gives is typed by its operation, errors and all."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any, assert_never, assert_type

from returns.result import Result

from ecr_decode import DecodeError, aws, ecr, outcome
from ecr_decode.aws.waiter import State
from ecr_decode.integrations.boto3 import (
    Client,
    Exchange,
    TransportError,
    call,
    exchange,
    from_boto3,
    items,
    pages,
    wait,
)

Failed = DecodeError | TransportError


def calls(client: Client, request: ecr.ListImagesRequest) -> str:
    result = call(client, ecr.list_images, request)
    assert_type(result, Result[ecr.ListImagesResponse, ecr.ListImagesError | Failed])
    seen = outcome(result)
    match seen:
        case ecr.ListImagesResponse(image_ids=found):
            assert_type(found, tuple[ecr.ImageIdentifier, ...] | None)
            return "found"
        case ecr.RepositoryNotFoundException() | ecr.InvalidParameterException() | ecr.ServerException():
            return "refused"
        case aws.UnknownError(code=code):
            return code
        case TransportError(kind=kind):
            return kind
        case DecodeError() as error:
            return str(error)
        case _:
            assert_never(seen)


def exchanges(client: Client, request: ecr.ListImagesRequest) -> None:
    found = exchange(client, ecr.list_images, request)
    assert_type(found, Exchange[ecr.ListImagesResponse, ecr.ListImagesError | Failed])
    assert_type(found.result, Result[ecr.ListImagesResponse, ecr.ListImagesError | Failed])
    wider: Exchange[aws.Shape, object] = found
    assert_type(wider.request_id, str | None)


def walks(client: Client, request: ecr.ListImagesRequest) -> None:
    found = aws.pages(partial(call, client), ecr.list_images, request)
    exact = aws.pages(lambda operation, asked: call(client, operation, asked), ecr.list_images, request)
    assert_type(next(exact), Result[ecr.ListImagesResponse, ecr.ListImagesError | Failed])
    for page in found:
        match outcome(page):
            case ecr.ListImagesResponse(next_token=token):
                assert_type(token, str | None)
            case _:
                pass


def lists(client: Client, request: ecr.ListImagesRequest) -> None:
    for page in pages(client, ecr.list_images, request):
        assert_type(page, Result[ecr.ListImagesResponse, ecr.ListImagesError | Failed])
    for item in items(client, ecr.list_images, request, of=lambda page: page.image_ids, limit=250):
        assert_type(item, Result[ecr.ImageIdentifier, ecr.ListImagesError | Failed])
    for each in items(client, ecr.list_images, request):
        assert_type(each, Result[object, ecr.ListImagesError | Failed])
        match outcome(each):
            case ecr.ImageIdentifier(image_tag=tag):
                assert_type(tag, str | None)
            case _:
                pass


def waits(client: Client, request: ecr.DescribeImageScanFindingsRequest) -> None:
    state, result = wait(client, ecr.image_scan_complete, request)
    assert_type(state, State)
    assert_type(result, Result[ecr.DescribeImageScanFindingsResponse, aws.Shape | Failed])


def reads(parsed: dict[str, Any]) -> None:
    result = from_boto3(ecr.list_images, parsed)
    assert_type(result, Result[ecr.ListImagesResponse, ecr.ListImagesError | DecodeError])


def shows(error: TransportError, client: Client) -> Iterator[str]:
    yield error.kind
    yield error.message
    yield client.meta.region_name
