"""Pages and items through a client, called and awaited alike."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from moto import mock_aws
from returns.result import Failure, Result, Success

from ecr_decode import ecr
from ecr_decode.integrations import aiobotocore
from ecr_decode.integrations.boto3 import TransportError, call, items, pages
from tests.integrations.clients import client_of
from tests.integrations.loopback import Reply, loopback
from tests.integrations.test_aiobotocore import Awaited

REQUEST = ecr.ListImagesRequest(repository_name="app")
Found = list[Result[Any, Any]]


def listed(token: str | None, *tags: str) -> Reply:
    body = {"imageIds": [{"imageTag": tag} for tag in tags], "nextToken": token}
    return Reply(200, json.dumps(body).encode())


REPLIES = (listed("t1", "a", "b"), listed("t2"), listed(None, "c"))
REFUSED = Reply(400, b'{"__type":"ServerException"}')


def tagged(*tags: str) -> Found:
    return [Success(ecr.ImageIdentifier(image_tag=tag)) for tag in tags]


def both(*replies: Reply, limit: int | None = None) -> tuple[Found, int]:
    """The items of a service's pages and how often it was asked, which is the same in both ways."""
    with loopback(*replies) as service:
        called = [*items(client_of(url=service.url), ecr.list_images, REQUEST, limit=limit)]
        asked = len(service.asked)

    async def collect(url: str) -> Found:
        walk = aiobotocore.items(Awaited(client_of(url=url)), ecr.list_images, REQUEST, limit=limit)
        return [item async for item in walk]

    with loopback(*replies) as service:
        assert (asyncio.run(collect(service.url)), len(service.asked)) == (called, asked)
    return called, asked


@pytest.mark.parametrize(("limit", "asked"), [(None, 3), (0, 0), (1, 1), (2, 1), (3, 3), (9, 3), (-1, 0)])
def test_items_are_those_of_all_pages(limit: int | None, asked: int) -> None:
    wanted = tagged("a", "b", "c")[: None if limit is None else max(limit, 0)]
    assert both(*REPLIES, limit=limit) == (wanted, asked)


def test_a_failure_is_the_last_item() -> None:
    assert both(REPLIES[0], REFUSED) == ([*tagged("a", "b"), Failure(ecr.ServerException())], 2)
    cut = TransportError("IncompleteReply", "1 bytes of 3 came", status=200)
    assert both(Reply(200, b"{", missing=2)) == ([Failure(cut)], 1)


def test_pages_are_the_calls_one_after_another() -> None:
    with loopback(*REPLIES) as service:
        found = [*pages(client_of(url=service.url), ecr.list_images, REQUEST)]
        assert [asked.body.get("nextToken") for asked in service.asked] == [None, "t1", "t2"]
    assert [page.unwrap().next_token for page in found] == ["t1", "t2", None]

    async def collect(url: str) -> Found:
        return [
            page async for page in aiobotocore.pages(Awaited(client_of(url=url)), ecr.list_images, REQUEST)
        ]

    with loopback(*REPLIES) as service:
        assert asyncio.run(collect(service.url)) == found


def test_items_of_findings_are_basic_and_enhanced() -> None:
    first = {"findings": [{"name": "CVE-1"}], "enhancedFindings": [{"title": "CVE-2"}]}
    replies: tuple[dict[str, Any], ...] = (
        {"imageScanFindings": first, "nextToken": "t"},
        {"imageScanFindings": {}},
        {},
    )
    request = ecr.DescribeImageScanFindingsRequest(repository_name="app", image_id=ecr.ImageIdentifier())
    with loopback(*(Reply(200, json.dumps(reply).encode()) for reply in replies)) as service:
        found = [*items(client_of(url=service.url), ecr.describe_image_scan_findings, request)]
    assert [type(item.unwrap()) for item in found] == [ecr.ImageScanFinding, ecr.EnhancedImageScanFinding]


def digests_of(page: ecr.BatchGetImageResponse) -> list[str | None]:
    named = [image.image_id for image in page.images or ()]
    return [None if each is None else each.image_digest for each in named]


def test_an_operation_without_pages_has_the_items_of_a_function() -> None:
    request = ecr.BatchGetImageRequest(repository_name="app", image_ids=(ecr.ImageIdentifier(image_tag="a"),))
    with loopback(Reply(200, b'{"images":[{"imageId":{"imageDigest":"d"}}]}')) as service:
        client = client_of(url=service.url)
        assert [*items(client, ecr.batch_get_image, request, of=digests_of)] == [Success("d")]
        (unsaid,) = items(client, ecr.batch_get_image, request)
        assert str(unsaid.failure()) == (
            "$: expected an operation whose pages have items, or `of=`, got BatchGetImage"
        )
        assert len(service.asked) == 1


def test_every_repository_of_moto_is_an_item() -> None:
    with mock_aws():
        client = client_of()
        names = [f"app{number}" for number in range(5)]
        for name in names:
            call(client, ecr.create_repository, ecr.CreateRepositoryRequest(repository_name=name)).unwrap()
        request = ecr.DescribeRepositoriesRequest(max_results=2)
        found = [*items(client, ecr.describe_repositories, request, of=lambda page: page.repositories)]
    assert [item.unwrap().repository_name for item in found] == names
