"""Responses that botocore has parsed already, as records."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from returns.result import Failure, Result

from ..aws.arguments import is_status
from ..aws.operation import Operation
from ..aws.reply import with_status
from ..aws.shape import Shape
from ..error.problem import DecodeError, Problem, ended
from ..guard import is_array, is_dict
from ..node import kinds as n
from ..outcome import outcome

Resp = TypeVar("Resp", bound=Shape)
Err = TypeVar("Err", bound=Shape)


def from_boto3(
    operation: Operation[Any, Resp, Err], response: Mapping[str, Any]
) -> Result[Resp, Err | DecodeError]:
    """The record of a response that botocore has parsed, or the error in the `response` of a `ClientError`.

    Times and bytes are taken as they are. `call` is better where there is a choice:
    it reads what botocore's parser loses or lets through.

    >>> from datetime import UTC, datetime
    >>> from ecr_decode import ecr
    >>> from ecr_decode.integrations.boto3 import from_boto3
    >>> parsed = {"repository": {"createdAt": datetime(2024, 2, 29, tzinfo=UTC)}, "ResponseMetadata": {}}
    >>> from_boto3(ecr.create_repository, parsed).unwrap().repository.created_at.isoformat()
    '2024-02-29T00:00:00+00:00'
    >>> print(from_boto3(ecr.create_repository, {"repository": {"repositoryName": 5}}).failure())
    $.repository.repositoryName: expected a string, got an integer
    >>> refused = {"Error": {"Code": "LimitExceededException", "Message": "too many"}}
    >>> from_boto3(ecr.create_repository, refused).failure()
    LimitExceededException(message='too many')
    """
    try:
        return with_status(_read(operation, response), metadata_in(response).status)
    except MemoryError:
        raise
    except Exception as error:  # a dict of the caller's may hold objects whose methods raise anything
        return Failure(DecodeError((Problem((), ended(error)),)))


class Metadata(NamedTuple):
    """What botocore says of a reply beside the response."""

    status: int | None
    request_id: str | None


def metadata_in(response: object) -> Metadata:
    """The metadata of a response that botocore has parsed; a stub has none."""
    told = response.get("ResponseMetadata") if is_dict(response) else None
    if not is_dict(told):
        return Metadata(None, None)
    status, request_id = told.get("HTTPStatusCode"), told.get("RequestId")
    return Metadata(
        status if is_status(status) else None, request_id if isinstance(request_id, str) else None
    )


def _read(operation: Operation[Any, Resp, Err], response: Mapping[str, Any]) -> Result[Resp, Any]:
    members = {name: _wire(member) for name, member in response.items() if name != "ResponseMetadata"}
    reported = None if _has_member(operation, "Error") else members.get("Error")
    if not is_dict(reported):
        return operation.response.of_json(members)
    told = {"message": reported.get("Message"), **members}
    return Failure(outcome(operation.error_of_json(str(reported.get("Code", "")), told)))


def _has_member(operation: Operation[Any, Any, Any], name: str) -> bool:
    node = operation.response.node
    return isinstance(node, n.Record) and any(member.wire == name for member in node.members)


_UNKNOWN = "SDK_UNKNOWN_MEMBER"
"""What botocore has in the place of a variant that it does not know: the name alone."""


def _wire(parsed: object) -> object:
    """The JSON tree of what botocore has parsed; what JSON lacks stays, for the codec to refuse."""
    if is_dict(parsed):
        unknown = parsed.get(_UNKNOWN)
        if is_dict(unknown) and len(parsed) == 1:
            return {unknown.get("name"): {}}
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
