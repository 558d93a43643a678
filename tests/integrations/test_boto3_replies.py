"""Whatever comes back, `call` gives it as a value, and the value is the one for the last attempt."""

from __future__ import annotations

from typing import Any

import pytest
from returns.result import Success

from ecr_decode import DecodeError, Malformed, NotJson, Null, TooDeep, WrongKind, aws, ecr, outcome
from ecr_decode.integrations.boto3 import call
from tests.integrations.clients import client_of
from tests.integrations.loopback import Reply, loopback

REQUEST = ecr.ListImagesRequest(repository_name="app")
THROTTLED = Reply(400, b'{"__type":"ThrottlingException","message":"Rate exceeded"}')
HTML = b"<html><body>Bad gateway</body></html>"
EMPTY = ecr.ListImagesResponse(image_ids=())


def listed(url: str, *, attempts: int = 1, mode: str = "standard", **settings: Any) -> Any:
    retries = {"total_max_attempts": attempts, "mode": mode}
    return outcome(call(client_of(url=url, retries=retries, **settings), ecr.list_images, REQUEST))


@pytest.mark.parametrize(
    ("reply", "value"),
    {
        "a list": (Reply(200, b'{"imageIds":[]}'), EMPTY),
        "nothing": (Reply(200, b""), ecr.ListImagesResponse()),
        "an error of the service": (
            Reply(400, b'{"__type":"RepositoryNotFoundException","message":"no app"}'),
            ecr.RepositoryNotFoundException(message="no app"),
        ),
        "a namespace": (Reply(400, b'{"__type":"com.amazon#ServerException"}'), ecr.ServerException()),
        "a code in the header": (
            Reply(500, b"{}", {"x-amzn-ErrorType": "ServerException:http://internal/"}),
            ecr.ServerException(),
        ),
        "an error of another operation": (
            Reply(400, b'{"__type":"KmsException","message":"m"}'),
            aws.UnknownError(code="KmsException", message="m"),
        ),
        "an error of every operation": (
            Reply(400, b'{"__type":"AccessDeniedException","Message":"no"}'),
            aws.UnknownError(code="AccessDeniedException", message="no"),
        ),
        "an expired token": (
            Reply(400, b'{"__type":"ExpiredTokenException","message":"expired"}'),
            aws.UnknownError(code="ExpiredTokenException", message="expired"),
        ),
    }.values(),
    ids=lambda value: "" if isinstance(value, Reply) else type(value).__name__,
)
def test_a_reply_is_the_value_in_it(reply: Reply, value: object) -> None:
    with loopback(reply) as service:
        assert listed(service.url) == value


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(200, b"\xff{}"), Malformed),  # botocore raises UnicodeDecodeError
        (Reply(200, b"garbage"), Malformed),  # botocore reads {}
        (Reply(200, b'{"imageIds":[{"imageDigest":'), Malformed),
        (Reply(200, b"[" * 100_000), TooDeep),  # botocore raises RecursionError
        (Reply(200, b"null"), Null),  # botocore raises TypeError
        (Reply(200, b"[]"), WrongKind),  # botocore raises AttributeError
        (Reply(200, b'{"imageIds":{}}'), WrongKind),  # botocore reads []
        (Reply(200, b'{"imageIds":"text"}'), WrongKind),  # botocore raises AttributeError
        (Reply(200, HTML), NotJson),  # botocore reads {}
        (Reply(400, b'{"__type":5}'), NotJson),  # botocore raises TypeError
        (Reply(400, b"[]"), NotJson),  # botocore raises AttributeError
        (Reply(400, b"{}"), NotJson),
        (Reply(400, b""), NotJson),
        (Reply(404, b"garbage"), Malformed),
        (Reply(500, b""), NotJson),
        (Reply(502, HTML), NotJson),
        (Reply(302, b"", {"Location": "http://127.0.0.1:1/"}), NotJson),
    ],
)
def test_a_reply_that_cannot_be_read_is_a_decode_error(reply: Reply, why: type) -> None:
    with loopback(reply) as service:
        error = listed(service.url)
        assert isinstance(error, DecodeError)
        assert [type(problem.why) for problem in error.problems] == [why]


@pytest.mark.parametrize("mode", ["legacy", "standard"])
@pytest.mark.parametrize("failing", [THROTTLED, Reply(500, HTML), Reply(503, b""), Reply(500, b"garbage")])
def test_only_the_reply_to_the_last_attempt_is_read(failing: Reply, mode: str) -> None:
    with loopback(failing, failing, Reply(200, b'{"imageIds":[]}')) as service:
        assert listed(service.url, attempts=3, mode=mode) == EMPTY
        assert len(service.asked) == 3


@pytest.mark.parametrize("mode", ["legacy", "standard"])
def test_the_last_refusal_is_the_value_when_attempts_run_out(mode: str) -> None:
    last = Reply(400, b'{"__type":"ThrottlingException","message":"the third"}')
    with loopback(THROTTLED, THROTTLED, last) as service:
        refused = listed(service.url, attempts=3, mode=mode)
        assert refused == aws.UnknownError(code="ThrottlingException", message="the third")
        assert len(service.asked) == 3


def test_what_cannot_be_retried_is_not() -> None:
    with loopback(Reply(400, b'{"__type":"InvalidParameterException"}')) as service:
        assert listed(service.url, attempts=3) == ecr.InvalidParameterException()
        assert len(service.asked) == 1


def test_a_reply_is_read_though_a_hook_raises_behind_it() -> None:
    def hook(**_: object) -> None:
        raise ZeroDivisionError

    with loopback(Reply(200, b'{"imageIds":[]}')) as service:
        client = client_of(url=service.url)
        client.meta.events.register("after-call.ecr", hook)
        assert call(client, ecr.list_images, REQUEST) == Success(EMPTY)


def test_members_are_sent_as_the_operation_writes_them() -> None:
    request = ecr.UploadLayerPartRequest(
        repository_name="app",
        upload_id="u",
        part_first_byte=0,
        part_last_byte=2**40,
        layer_part_blob=b"\x00\xff",
    )
    with loopback(Reply()) as service:
        assert call(client_of(url=service.url), ecr.upload_layer_part, request) == Success(
            ecr.UploadLayerPartResponse()
        )
        (asked,) = service.asked
    assert asked.body == request.to_json().unwrap()
    ours = ecr.upload_layer_part.encode(request).unwrap()
    assert ours.headers.items() <= asked.headers.items()
