"""Operations through a botocore client: it signs, sends and retries, and the codecs read the bytes that came.

Needs the extra `boto3`. Nothing raises: what botocore raises becomes a value, and what its parser makes of a
reply decides about retries only.
"""

from __future__ import annotations

import re
import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from datetime import datetime
from threading import Lock
from typing import Any, Protocol, TypeAlias, TypeVar, assert_never, cast

from botocore import xform_name  # pyright: ignore[reportUnknownVariableType] botocore ships no types
from botocore.exceptions import BotoCoreError, ClientError, ParamValidationError
from returns.result import Failure, Result, Success

from ..aws.http import HttpResponse
from ..aws.operation import Operation
from ..aws.protocol import AwsJson
from ..aws.shape import Shape
from ..aws.waiter import State, Waiter
from ..guard import is_array, is_dict
from ..outcome import outcome
from ..problem import DecodeError, Problem, ended
from ..write import value as v
from .transport import TransportError, sentence

__all__ = ["Client", "TransportError", "call", "from_boto3", "wait"]

Req = TypeVar("Req", bound=Shape)
Resp = TypeVar("Resp", bound=Shape)
Err = TypeVar("Err", bound=Shape)


class Client(Protocol):
    """A client of botocore, as boto3 makes it."""

    @property
    def meta(self) -> Any:
        """What botocore knows about the client: its events, its service's model."""


Failed: TypeAlias = DecodeError | TransportError


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
    last = _Attempt()
    token = _attempt.set(last)
    error: Exception | None = None
    parsed: Any = None
    try:
        parsed = _send(client, operation, request)
    except MemoryError:
        raise
    except Exception as raised:  # botocore, its hooks and its providers of credentials raise anything
        error = raised
    finally:
        _attempt.reset(token)
    if last.reply is not None:
        return _decoded(operation, last.reply)
    if error is not None:
        return Failure(_why(operation, request, error))
    if isinstance(parsed, TransportError):
        return Failure(parsed)
    return cast(Result[Resp, Any], from_boto3(operation, parsed))


def from_boto3(
    operation: Operation[Any, Resp, Any], response: Mapping[str, Any]
) -> Result[Resp, DecodeError]:
    """The record of a response that botocore has parsed; its times and bytes are taken, its metadata dropped.

    `call` is better where there is a choice: it reads what botocore's parser loses or lets through.

    >>> from datetime import UTC, datetime
    >>> from ecr_decode import ecr
    >>> from ecr_decode.integrations.boto3 import from_boto3
    >>> parsed = {"repository": {"createdAt": datetime(2024, 2, 29, tzinfo=UTC)}, "ResponseMetadata": {}}
    >>> from_boto3(ecr.create_repository, parsed).unwrap().repository.created_at.isoformat()
    '2024-02-29T00:00:00+00:00'
    >>> print(from_boto3(ecr.create_repository, {"repository": {"repositoryName": 5}}).failure())
    $.repository.repositoryName: expected a string, got an integer
    """
    try:
        return operation.response.of_json(_wire(_without_metadata(response)))
    except MemoryError:
        raise
    except Exception as error:  # a dict of the caller's may hold objects whose methods raise anything
        return Failure(DecodeError((Problem((), ended(error)),)))


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


class _Attempt:
    """The attempt that a call is at, and the reply to it, whatever botocore makes of that."""

    __slots__ = ("reply",)

    def __init__(self) -> None:
        self.reply: HttpResponse | None = None


_attempt: ContextVar[_Attempt | None] = ContextVar("ecr_decode.integrations.boto3", default=None)
_registering = Lock()


def _begins(**_: Any) -> None:
    """A new attempt is made ready to be signed and sent, so the reply to the one before is not the last."""
    attempt = _attempt.get()
    if attempt is not None:
        attempt.reply = None


def _came(*, response_dict: Mapping[str, Any], **_: Any) -> None:
    """A reply came, and botocore is about to parse it."""
    attempt = _attempt.get()
    if attempt is not None:
        status, headers, body = (response_dict[name] for name in ("status_code", "headers", "body"))
        attempt.reply = HttpResponse(status=status, headers=headers, body=body)


def _watch(client: Client) -> None:
    """Put the handlers on a client, once: botocore knows a `unique_id` before its handler is in place."""
    service = client.meta.service_model.service_id.hyphenize()
    with _registering:
        for event, handler in (("request-created", _begins), ("before-parse", _came)):
            client.meta.events.register_first(f"{event}.{service}", handler, unique_id=f"{__name__}.{event}")


def _send(client: Client, operation: Operation[Req, Any, Any], request: Req) -> Any:
    """What botocore gives for a request, or what keeps it from being sent."""
    prefix = client.meta.service_model.metadata.get("targetPrefix")
    if isinstance(operation.protocol, AwsJson) and operation.protocol.target != prefix:
        return TransportError("WrongClient", f"the client's service has no target {operation.target}")
    members = operation.request.to_value(request)
    if not isinstance(members, Success):
        return TransportError("EncodeError", str(members.failure()))
    _watch(client)
    return getattr(client, xform_name(operation.name))(**_parameters(members.unwrap()))


def _decoded(
    operation: Operation[Any, Resp, Err], reply: HttpResponse
) -> Result[Resp, Err | DecodeError | TransportError]:
    promised = next((value for name, value in reply.headers.items() if name.lower() == "content-length"), "")
    came = len(reply.body)
    if re.fullmatch(r"[0-9]{1,18}", promised) and came < int(promised):
        return Failure(TransportError("IncompleteReply", f"{came} bytes of {promised} came"))
    return cast(
        Result[Resp, Any], operation.decode(status=reply.status, body=reply.body, headers=reply.headers)
    )


def _parameters(written: v.Value) -> Any:
    """What botocore takes for a value."""
    match written:
        case v.Structure(members=members) | v.Map(entries=members):
            return {name: _parameters(member) for name, member in members}
        case v.List(items=items):
            return [_parameters(item) for item in items]
        case v.String(text) | v.Enum(text):
            return text
        case v.Integer(number) | v.Long(number) | v.Double(number):
            return number
        case v.Boolean(truth):
            return truth
        case v.Timestamp(moment):
            return moment
        case v.Blob(content):
            return content
        case v.Null():
            return None
        case v.Document(tree):
            return tree
        case _:
            assert_never(written)


def _wire(parsed: object) -> object:
    """The JSON tree of what botocore has parsed; what JSON lacks stays, for the codec to refuse."""
    if is_dict(parsed):
        return {name: _wire(member) for name, member in parsed.items()}
    if is_array(parsed):
        return [_wire(item) for item in parsed]
    match parsed:
        case datetime():
            return parsed.isoformat()
        case bytes():
            return b64encode(parsed).decode()
        case _:
            return parsed


def _without_metadata(response: Mapping[str, Any]) -> dict[str, Any]:
    return {name: member for name, member in response.items() if name != "ResponseMetadata"}


class _ServiceError(Protocol):
    """A `ClientError`, of which botocore does not tell the types."""

    operation_name: str
    response: Mapping[str, Any]


def _why(operation: Operation[Req, Any, Err], request: Req, error: Exception) -> Err | Failed:
    """What an exception is as a value, where no reply came."""
    kind = type(error).__name__
    match error:
        case ParamValidationError():
            broken = operation.request.check(request)
            return TransportError(kind, "" if isinstance(broken, Success) else str(broken.failure()))
        case ClientError():
            return _refusal(operation, kind, cast(_ServiceError, error))
        case BotoCoreError():
            return TransportError(kind, sentence(error.fmt, getattr(error, "kwargs", {})))
        case _:
            return TransportError(kind)


def _refusal(operation: Operation[Any, Any, Err], kind: str, error: _ServiceError) -> Err | Failed:
    """The error that a stub was given, or the one with which another service refused credentials."""
    reported = error.response.get("Error", {})
    code = str(reported.get("Code", ""))
    if error.operation_name != operation.name:
        return TransportError(kind, f"{error.operation_name}: {code}")
    members = _without_metadata(error.response)
    return outcome(operation.error_of_json(code, {"message": reported.get("Message"), **members}))
