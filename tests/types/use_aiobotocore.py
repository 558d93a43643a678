"""What an awaited call gives is typed by its operation, errors and all."""

from __future__ import annotations

from typing import assert_type

from returns.result import Result

from ecr_decode import DecodeError, aws, ecr
from ecr_decode.aws.waiter import State
from ecr_decode.integrations.aiobotocore import Client, Exchange, TransportError, call, exchange, pages, wait

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


async def waits(client: Client, request: ecr.DescribeImageScanFindingsRequest) -> None:
    state, result = await wait(client, ecr.image_scan_complete, request)
    assert_type(state, State)
    assert_type(result, Result[ecr.DescribeImageScanFindingsResponse, aws.Shape | Failed])
