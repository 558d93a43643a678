"""Where no reply comes, `call` says why without an exception and without a secret."""

from __future__ import annotations

import copy
import pickle
import socket
from typing import Any, NoReturn, cast

import botocore.session
import pytest
from botocore.credentials import DeferredRefreshableCredentials
from botocore.exceptions import ClientError, CredentialRetrievalError

from ecr_decode import aws, ecr, ecr_public, field, outcome, string
from ecr_decode.integrations.boto3 import TransportError, call
from tests.integrations.clients import REGION, client_of
from tests.integrations.loopback import Reply, loopback

REQUEST = ecr.ListImagesRequest(repository_name="app")


def listed(client: Any, request: Any = REQUEST) -> Any:
    return outcome(call(client, ecr.list_images, request))


def session_with(credentials: Any) -> Any:
    session: Any = cast(Any, botocore.session).Session()
    session.set_config_variable("region", REGION)
    session._credentials = credentials
    return Sessions(session)


class Sessions:
    """A session of botocore with the one method of boto3's that the tests call."""

    def __init__(self, session: Any) -> None:
        self.client = session.create_client


def refreshed_by(refresh: Any) -> Any:
    return cast(Any, DeferredRefreshableCredentials)(refresh, "test")


def test_a_port_where_nobody_listens() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        assert listed(client_of(url=url)) == TransportError(
            "EndpointConnectionError", f'Could not connect to the endpoint URL: "{url}/"'
        )


def test_a_host_without_an_address() -> None:
    error = listed(client_of(url="http://user:hunter2@nobody.invalid/"))
    assert error.kind == "EndpointConnectionError"
    assert "nobody.invalid" in error.message
    assert "hunter2" not in repr(error)


def test_a_service_that_is_silent() -> None:
    with loopback(Reply(silent=True)) as service:
        error = listed(client_of(url=service.url, read_timeout=0.1))
        assert (error.kind, str(error)) == (
            "ReadTimeoutError",
            f'ReadTimeoutError: Read timeout on endpoint URL: "{service.url}/"',
        )


@pytest.mark.parametrize("status", [200, 400, 500])
@pytest.mark.parametrize("body", [b"", b'{"imageIds":[', b'{"imageIds":[]}'])
def test_a_body_cut_short(status: int, body: bytes) -> None:
    with loopback(Reply(status, body, missing=10)) as service:
        error = listed(client_of(url=service.url))
        whole = f"{len(body)} bytes of {len(body) + 10} came"
        assert error == TransportError("IncompleteReply", whole, status=status)
        assert str(error) == f"IncompleteReply: {whole}, with status {status}"


def test_a_connection_that_ends_without_a_reply() -> None:
    with loopback(Reply(0)) as service:
        assert listed(client_of(url=service.url)).kind == "ConnectionClosedError"


def test_a_connection_lost_after_a_reply_that_was_to_be_retried() -> None:
    with loopback(Reply(500, b"{}"), Reply(0)) as service:
        client = client_of(url=service.url, retries={"total_max_attempts": 2, "mode": "standard"})
        assert listed(client).kind == "ConnectionClosedError"
        assert len(service.asked) == 2


def test_no_credentials() -> None:
    client = client_of(session=session_with(None))
    assert listed(client) == TransportError("NoCredentialsError", "Unable to locate credentials")


def test_credentials_that_a_provider_cannot_renew() -> None:
    def refresh() -> NoReturn:
        raise cast(Any, CredentialRetrievalError)(
            provider="custom-process", error_msg="token hunter2 has expired"
        )

    client = client_of(session=session_with(refreshed_by(refresh)))
    assert listed(client) == TransportError(
        "CredentialRetrievalError", "Error when retrieving credentials from custom-process: ..."
    )


def test_credentials_that_another_service_refuses_are_no_error_of_the_operation() -> None:
    def refresh() -> NoReturn:
        raise cast(Any, ClientError)({"Error": {"Code": "AccessDenied", "Message": "hunter2"}}, "AssumeRole")

    client = client_of(session=session_with(refreshed_by(refresh)))
    assert listed(client) == TransportError("ClientError", "AssumeRole: AccessDenied")


def test_credentials_that_end_between_two_attempts() -> None:
    signed: list[int] = []

    def sign(**_: object) -> None:
        signed.append(len(signed))
        if len(signed) == 2:
            raise cast(Any, ClientError)({"Error": {"Code": "ExpiredToken"}}, "AssumeRole")

    with loopback(Reply(500, b'{"__type":"ServerException"}')) as service:
        client = client_of(url=service.url, retries={"total_max_attempts": 2, "mode": "standard"})
        client.meta.events.register("request-created.ecr", sign)
        assert listed(client) == TransportError("ClientError", "AssumeRole: ExpiredToken")
        assert len(service.asked) == 1


def test_members_that_botocore_refuses_are_named_and_not_shown() -> None:
    request = ecr.SetRepositoryPolicyRequest(repository_name="", policy_text="hunter2")
    error = outcome(call(client_of(), ecr.set_repository_policy, request))
    assert error == TransportError(
        "ParamValidationError", "$.repositoryName: expected a length of 2 to 256 characters"
    )


def test_a_request_that_cannot_be_written() -> None:
    request = ecr.ListImagesRequest(repository_name=cast(Any, 5))
    assert listed(client_of(), request) == TransportError(
        "EncodeError", "$.repositoryName: expected a string, got an integer"
    )


def test_a_client_of_another_service() -> None:
    request = ecr_public.DescribeRepositoriesRequest()
    error = outcome(call(client_of(), ecr_public.describe_repositories, request))
    assert error == TransportError(
        "WrongClient", "the client's service has no target SpencerFrontendService.DescribeRepositories"
    )


def test_no_client_at_all() -> None:
    assert listed(None) == TransportError("AttributeError")


@pytest.mark.parametrize("raised", [ZeroDivisionError, RecursionError, StopIteration])
def test_what_a_hook_raises_is_named(raised: type[Exception]) -> None:
    assert listed(client_with_hook(raised)) == TransportError(raised.__name__)


@pytest.mark.parametrize("raised", [KeyboardInterrupt, SystemExit, MemoryError])
def test_what_ends_a_program_passes(raised: type[BaseException]) -> None:
    client = client_with_hook(raised)
    with pytest.raises(raised):
        listed(client)


def client_with_hook(raised: type[BaseException]) -> Any:
    def hook(**_: object) -> NoReturn:
        raise raised("hunter2")

    client = client_of()
    client.meta.events.register("before-call.ecr", hook)
    return client


def test_the_error_is_plain_data() -> None:
    error = TransportError("ReadTimeoutError", "Read timeout")
    assert pickle.loads(pickle.dumps(error)) == copy.deepcopy(error) == error
    assert len({error, TransportError("ReadTimeoutError", "Read timeout")}) == 1
    assert str(TransportError("ZeroDivisionError")) == "ZeroDivisionError"


class OfTomorrow(aws.Shape):
    """A request with a member that no model has yet."""

    repository_name: str = field("repositoryName", string)
    colour: str | None = field("colour", string, default=None)


def operation_of_tomorrow(name: str) -> aws.Operation[OfTomorrow, ecr.ListImagesResponse, aws.UnknownError]:
    return aws.Operation(
        name,
        protocol=ecr.list_images.protocol,
        request=OfTomorrow,
        response=ecr.ListImagesResponse,
        errors=(),
        home=__name__,
    )


def test_an_operation_that_the_clients_botocore_does_not_know() -> None:
    operation = operation_of_tomorrow("PaintRepository")
    error = call(client_of(), operation, OfTomorrow(repository_name="app")).failure()
    assert str(error) == "WrongClient: the client's version of botocore knows no PaintRepository"


def test_a_member_that_the_clients_botocore_does_not_know() -> None:
    request = OfTomorrow(repository_name="app", colour="blue")
    error = call(client_of(), operation_of_tomorrow("ListImages"), request).failure()
    assert str(error) == (
        "ParamValidationError: the client's version of botocore has another model of the request"
    )
