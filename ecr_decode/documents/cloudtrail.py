"""CloudTrail: records of the calls and service events of Amazon ECR, and the files that hold them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeAlias

from ..aws.operations import AnyOperation
from ..aws.shape import ErrorShape, Shape, UnknownError
from ..aws.times import with_times
from ..codec import Codec
from ..combinator.container import array
from ..combinator.field import field, others
from ..combinator.inline import inline
from ..combinator.reach import at
from ..combinator.record import Record, record
from ..combinator.rename import camel_case
from ..combinator.scalar import boolean, iso_datetime, json_value, string
from ..combinator.union.by_kind import nullable
from ..combinator.union.case import Case, case, otherwise
from ..combinator.union.one_of import one_of
from ..combinator.union.tagged import tagged_union
from ..ecr.by_name import operations
from ..node.kinds import JsonValue
from .callers import CallPart, TlsDetails, UserIdentity
from .policy_runs import LifecycleDetails
from .spelled import spelled_time


class AccessedResource(CallPart):
    """A resource that a call was about.

    >>> from ecr_decode import documents
    >>> documents.AccessedResource(account_id="012345678910").arn
    """

    account_id: str | None = field(string, default=None)
    arn: str | None = field("ARN", string, default=None)
    type: str | None = field(string, default=None)


_message = field("errorMessage", string, default=None)
_unknown_error = record(UnknownError, code=field("errorCode", string), message=_message)


class CloudTrailRecord(Record, rename=camel_case, gc=False):
    """What the records of all services may have; members that CloudTrail does not document are in `rest`.

    >>> from ecr_decode import documents
    >>> print(documents.CloudTrailRecord.decode_json('{"eventTime": "2018-07-11T22:17:44Z"}').failure())
    $.eventSource: missing
    $.eventName: missing
    """

    event_version: str | None = field(string, default=None)
    user_identity: UserIdentity | None = field(UserIdentity.codec, default=None)
    event_time: datetime = field(iso_datetime)
    event_source: str = field(string)
    event_name: str = field(string)
    aws_region: str | None = field(string, default=None)
    source_ip_address: str | None = field("sourceIPAddress", string, default=None)
    user_agent: str | None = field(string, default=None)
    error: ErrorShape | UnknownError | None = inline(_unknown_error, default=None)
    request: Shape | JsonValue = field("requestParameters", json_value, default=None, omit=False)
    response: Shape | JsonValue = field("responseElements", json_value, default=None, omit=False)
    additional_event_data: JsonValue = field(json_value, default=None)
    request_id: str | None = field("requestID", string, default=None)
    event_id: str | None = field("eventID", string, default=None)
    read_only: bool | None = field(boolean, default=None)
    resources: tuple[AccessedResource, ...] | None = field(
        nullable(array(AccessedResource.codec)), default=None
    )
    event_type: str | None = field(string, default=None)
    api_version: JsonValue = field(json_value, default=None)
    management_event: bool | None = field(boolean, default=None)
    recipient_account_id: str | None = field(string, default=None)
    shared_event_id: str | None = field("sharedEventID", string, default=None)
    vpc_endpoint_id: str | None = field(string, default=None)
    vpc_endpoint_account_id: str | None = field(string, default=None)
    event_category: str | None = field(string, default=None)
    addendum: JsonValue = field(json_value, default=None)
    session_credential_from_console: JsonValue = field(json_value, default=None)
    event_context: JsonValue = field(json_value, default=None)
    edge_device_details: JsonValue = field(json_value, default=None)
    tls_details: TlsDetails | None = field(nullable(TlsDetails.codec), default=None)
    details: LifecycleDetails | JsonValue = field("serviceEventDetails", json_value, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class OtherRecord(CloudTrailRecord):
    """A record of another service than ECR; its request and response are JSON."""


class ApiCall(CloudTrailRecord):
    """A call: its request, and its response or its error, as the records of its operation.

    They are JSON if the operation is not known. A request is also JSON if CloudTrail leaves out a required
    member, as it does with the bytes of a layer.

    >>> from ecr_decode import documents, ecr
    >>> call = documents.cloudtrail.of_json({
    ...     "eventTime": "2018-07-11T22:17:44Z", "eventSource": "ecr.amazonaws.com",
    ...     "eventName": "ListImages", "requestParameters": {"repositoryName": "app"},
    ...     "errorCode": "RepositoryNotFoundException", "errorMessage": "none",
    ... }).unwrap()
    >>> call.request.repository_name, call.error
    ('app', RepositoryNotFoundException(message='none'))
    """


def _joined(cases: list[Case[Any]], rest: Case[Any]) -> Case[Any]:
    first, *more = cases
    for each in (*more, rest):
        first = first | each
    return first


def _error(code: str, cls: Any) -> Case[Any]:
    return case(code, record(cls, message=_message))


def _errors(operation: AnyOperation) -> Codec[Any]:
    known = [_error(code, cls) for code, cls in operation.error_classes.items()]
    return tagged_union("errorCode", _joined(known, otherwise(_unknown_error)))


def _call(operation: AnyOperation) -> Case[ApiCall]:
    """The calls of an operation: a class that differs from `ApiCall` by its codecs."""
    asked = one_of(case("request", operation.request) | otherwise(json_value))
    answered = with_times(operation.response, spelled_time)

    class Call(ApiCall):
        error: Any = inline(_errors(operation), default=None)
        request: Any = field("requestParameters", asked, default=None, omit=False)
        response: Any = field("responseElements", nullable(answered), default=None, omit=False)

    Call.__name__ = Call.__qualname__ = f"{operation.name}Call"
    globals()[Call.__name__] = Call  # where pickle looks for it
    return case(operation.name, Call)


_calls = tagged_union("eventName", _joined([*map(_call, operations.values())], otherwise(ApiCall.codec)))


class PolicyExecution(CloudTrailRecord):
    """A lifecycle policy was run: `PolicyExecutionEvent`."""

    details: LifecycleDetails = field("serviceEventDetails", LifecycleDetails.codec)


class PolicyDryRun(CloudTrailRecord):
    """The preview of a lifecycle policy was made: `DryRunEvent`."""

    details: LifecycleDetails = field("serviceEventDetails", LifecycleDetails.codec)


class ServiceEvent(CloudTrailRecord):
    """Another event that ECR itself caused; its details are JSON."""


_service_events = tagged_union(
    "eventName",
    case("PolicyExecutionEvent", PolicyExecution)
    | case("DryRunEvent", PolicyDryRun)
    | otherwise(ServiceEvent.codec),
)
_of_ecr = tagged_union("eventType", case("AwsServiceEvent", _service_events) | otherwise(_calls))

AnyRecord: TypeAlias = ApiCall | PolicyExecution | PolicyDryRun | ServiceEvent | OtherRecord

cloudtrail: Codec[AnyRecord] = tagged_union(
    "eventSource", case("ecr.amazonaws.com", _of_ecr) | otherwise(OtherRecord.codec)
)
"""A record of CloudTrail. Those of other services are kept."""

cloudtrail_file: Codec[tuple[AnyRecord, ...]] = at("Records", array(cloudtrail))
"""The records of a file of CloudTrail."""
