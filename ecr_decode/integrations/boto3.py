"""Operations through a botocore client: it signs, sends and retries, and the codecs read the bytes that came.

Needs the extra `boto3`. Nothing raises: what botocore raises becomes a value, and what its parser makes of a
reply decides about retries only.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar, overload

from returns.result import Result

from ..aws.exchange import Exchange
from ..aws.items import items as items_by
from ..aws.operation import Operation
from ..aws.pages import pages as pages_by
from ..aws.shape import Shape
from ..aws.waiter import State, Waiter
from ..extra import needs
from .parsed import from_boto3
from .transport import TransportError

needs(__name__, "botocore", "boto3")

from .exchange import Client, Failed, attempted, conclude, send  # noqa: E402 it imports botocore

__all__ = [
    "Client",
    "Exchange",
    "TransportError",
    "call",
    "exchange",
    "from_boto3",
    "items",
    "pages",
    "wait",
]

Req = TypeVar("Req", bound=Shape)
Resp = TypeVar("Resp", bound=Shape)
Err = TypeVar("Err", bound=Shape)
Item = TypeVar("Item")


def call(client: Client, operation: Operation[Req, Resp, Err], request: Req) -> Result[Resp, Err | Failed]:
    """Sends a request through a client, and reads the reply to its last attempt from the raw body.

    The first call on a client puts two handlers on it, which all threads share and which rest outside of
    calls. Where a `Stubber` answers there is no body, and the dict that it was given is read.

    >>> import boto3
    >>> from moto import mock_aws
    >>> from ecr_decode import ecr
    >>> from ecr_decode.integrations.boto3 import call
    >>> with mock_aws():
    ...     client = boto3.client("ecr", region_name="eu-west-1")
    ...     made = call(client, ecr.create_repository, ecr.CreateRepositoryRequest(repository_name="app"))
    ...     lost = call(client, ecr.list_images, ecr.ListImagesRequest(repository_name="apq"))
    ...     bad = call(client, ecr.list_images, ecr.ListImagesRequest(repository_name=""))
    >>> made.unwrap().repository.repository_name
    'app'
    >>> type(lost.failure())
    <class 'ecr_decode.ecr.error.RepositoryNotFoundException'>
    >>> print(bad.failure())
    ParamValidationError: $.repositoryName: expected a length of 2 to 256 characters
    """
    return exchange(client, operation, request).result


def exchange(
    client: Client, operation: Operation[Req, Resp, Err], request: Req
) -> Exchange[Resp, Err | Failed]:
    """What `call` gives, with the status, the request id, and whether it makes sense to send again.

    The client has retried already, as its configuration says; the exchange is the last attempt.

    >>> import boto3
    >>> from moto import mock_aws
    >>> from ecr_decode import ecr
    >>> from ecr_decode.integrations.boto3 import exchange
    >>> with mock_aws():
    ...     client = boto3.client("ecr", region_name="eu-west-1")
    ...     lost = exchange(client, ecr.list_images, ecr.ListImagesRequest(repository_name="app"))
    >>> type(lost.result.failure()).__name__, lost.status, lost.retryable, lost.request_id is None
    ('RepositoryNotFoundException', 400, False, False)
    """
    sent: object
    with attempted() as attempt:
        try:
            sent = send(client, operation, request)
        except MemoryError:
            raise
        except Exception as error:  # botocore, its hooks and its providers of credentials raise anything
            sent = error
    return conclude(operation, request, attempt, sent)


def pages(
    client: Client, operation: Operation[Req, Resp, Err], request: Req
) -> Iterator[Result[Resp, Err | Failed]]:
    """Every page of an operation, each asked for when it is wanted; the first failure is the last page.

    A token that came before ends the pages too.

    >>> import boto3
    >>> from botocore.stub import Stubber
    >>> from ecr_decode import ecr
    >>> from ecr_decode.integrations.boto3 import pages
    >>> client = boto3.client("ecr", region_name="eu-west-1")
    >>> with Stubber(client) as stub:
    ...     stub.add_response("list_images", {"imageIds": [{"imageTag": "v1"}], "nextToken": "t1"})
    ...     stub.add_response("list_images", {"imageIds": [{"imageTag": "v2"}]})
    ...     found = [*pages(client, ecr.list_images, ecr.ListImagesRequest(repository_name="app"))]
    >>> [page.unwrap().image_ids[0].image_tag for page in found]
    ['v1', 'v2']
    """

    def send(each: Operation[Req, Resp, Err], asked: Req) -> Result[Resp, Err | Failed]:
        return call(client, each, asked)

    return pages_by(send, operation, request)


@overload
def items(
    client: Client,
    operation: Operation[Req, Resp, Err],
    request: Req,
    *,
    of: Callable[[Resp], Iterable[Item] | None],
    limit: int | None = None,
) -> Iterator[Result[Item, Err | Failed]]: ...
@overload
def items(
    client: Client, operation: Operation[Req, Resp, Err], request: Req, *, limit: int | None = None
) -> Iterator[Result[object, Err | Failed]]: ...
def items(
    client: Client,
    operation: Operation[Req, Resp, Err],
    request: Req,
    *,
    of: Callable[[Resp], Iterable[Any] | None] | None = None,
    limit: int | None = None,
) -> Iterator[Result[Any, Err | Failed]]:
    """Every item over all pages, each page asked for when its items are wanted; a failure is the last item.

    `of` gives the items of a page, and with them their type. Without it they are the members that
    `operation.pages` names. `limit` is the most items to give; no page is asked for behind the last of them.

    >>> import boto3
    >>> from botocore.stub import Stubber
    >>> from ecr_decode import ecr
    >>> from ecr_decode.integrations.boto3 import items
    >>> client = boto3.client("ecr", region_name="eu-west-1")
    >>> request = ecr.ListImagesRequest(repository_name="app")
    >>> with Stubber(client) as stub:
    ...     stub.add_response("list_images", {"imageIds": [{"imageTag": "v1"}], "nextToken": "t1"})
    ...     stub.add_client_error("list_images", "ServerException", "later")
    ...     for item in items(client, ecr.list_images, request, of=lambda page: page.image_ids):
    ...         print(item)
    <Success: ImageIdentifier(image_digest=None, image_tag='v1')>
    <Failure: ServerException(message='later')>
    """

    def send(each: Operation[Req, Resp, Err], asked: Req) -> Result[Resp, Err | Failed]:
        return call(client, each, asked)

    if of is None:
        return items_by(send, operation, request, limit=limit)
    return items_by(send, operation, request, of=of, limit=limit)


def wait(
    client: Client, waiter: Waiter[Req, Resp], request: Req, *, sleep: Callable[[float], object] = time.sleep
) -> tuple[State, Result[Resp, Shape | Failed]]:
    """Asks until a waiter knows, at most as often as it says: its state, and the last result.

    The state is `retry` if the attempts did not suffice.

    >>> import boto3
    >>> from botocore.stub import Stubber
    >>> from ecr_decode import ecr
    >>> from ecr_decode.integrations.boto3 import wait
    >>> client = boto3.client("ecr", region_name="eu-west-1")
    >>> request = ecr.DescribeImageScanFindingsRequest(repository_name="app", image_id=ecr.ImageIdentifier())
    >>> slept = []
    >>> with Stubber(client) as stub:
    ...     for status in "IN_PROGRESS", "COMPLETE":
    ...         stub.add_response("describe_image_scan_findings", {"imageScanStatus": {"status": status}})
    ...     state, result = wait(client, ecr.image_scan_complete, request, sleep=slept.append)
    >>> state, result.unwrap().image_scan_status.status, slept
    ('success', <ScanStatus.COMPLETE: 'COMPLETE'>, [5])
    """
    result: Result[Resp, Shape | Failed] = call(client, waiter.operation, request)
    state = waiter(result)
    for _ in range(1, waiter.attempts):
        if state != "retry":
            break
        sleep(waiter.delay)
        result = call(client, waiter.operation, request)
        state = waiter(result)
    return state, result
