"""What an awaited call gives is typed by its operation, errors and all."""

from __future__ import annotations

from typing import assert_type

from returns.result import Result

from ecr_decode import DecodeError, aws, ecr
from ecr_decode.aws.waiter import State
from ecr_decode.integrations.aiobotocore import (
    Client,
    Exchange,
    TransportError,
    call,
    exchange,
    items,
    pages,
    wait,
)

Failed = DecodeError | TransportError


async def calls(client: Client, request: ecr.ListImagesRequest) -> None:
    result = await call(client, ecr.list_images, request)
    assert_type(result, Result[ecr.ListImagesResponse, ecr.ListImagesError | Failed])


async def exchanges(client: Client, request: ecr.ListImagesRequest) -> None:
    found = await exchange(client, ecr.list_images, request)
    assert_type(found, Exchange[ecr.ListImagesResponse, ecr.ListImagesError | Failed])


async def walks(client: Client, request: ecr.ListImagesRequest) -> None:
    sent = pages(lambda operation, asked: call(client, operation, asked), ecr.list_images, request)
    async for page in sent:
        assert_type(page, Result[ecr.ListImagesResponse, ecr.ListImagesError | Failed])


async def lists(client: Client, request: ecr.ListImagesRequest) -> None:
    async for page in pages(client, ecr.list_images, request):
        assert_type(page, Result[ecr.ListImagesResponse, ecr.ListImagesError | Failed])
    async for item in items(client, ecr.list_images, request, of=lambda page: page.image_ids, limit=250):
        assert_type(item, Result[ecr.ImageIdentifier, ecr.ListImagesError | Failed])
    async for each in items(client, ecr.list_images, request):
        assert_type(each, Result[object, ecr.ListImagesError | Failed])


async def waits(client: Client, request: ecr.DescribeImageScanFindingsRequest) -> None:
    state, result = await wait(client, ecr.image_scan_complete, request)
    assert_type(state, State)
    assert_type(result, Result[ecr.DescribeImageScanFindingsResponse, aws.Shape | Failed])
