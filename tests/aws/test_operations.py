"""An operation writes its requests and reads its replies, and does both from the other side."""

from __future__ import annotations

import copy
import pickle
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st
from returns.result import Failure, Success

from ecr_decode import BadValue, EncodeError, Problem, WrongKind, aws
from tests.aws import model
from tests.aws.model import (
    BusyException,
    FooError,
    GetThing,
    GetThingError,
    GetThingRequest,
    GetThingResponse,
    Gone,
    Tag,
    Thing,
    ask_thing,
    get_thing,
)
from tests.aws.test_shapes import FULL

OPERATIONS: dict[str, GetThing] = {"AWS JSON": get_thing, "AWS Query": ask_thing}
ERRORS: list[GetThingError] = [
    FooError(),
    BusyException(),
    BusyException(message=""),
    BusyException(message="later & <never>", retry_after=-5),
    Gone(message="m"),
    aws.UnknownError(code="Unheard"),
    aws.UnknownError(code="Unheard.Of", message="m"),
    aws.UnknownError(code="Gone", message=""),
]


@pytest.fixture(params=OPERATIONS)
def operation(request: pytest.FixtureRequest) -> GetThing:
    name: str = request.param
    return OPERATIONS[name]


# requests


def test_a_request_in_json_names_its_operation_in_a_header() -> None:
    assert get_thing.encode(GetThingRequest(name="é", token="t")) == Success(
        aws.HttpRequest(
            method="POST",
            path="/",
            headers={"Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": "Things_V1.GetThing"},
            body='{"name":"é","nextToken":"t"}'.encode(),
        )
    )
    assert get_thing.target == "Things_V1.GetThing"


def test_a_request_as_a_form_names_its_operation_in_its_body() -> None:
    sent = ask_thing.encode(GetThingRequest(name="a b&c=é", token="")).unwrap()
    assert sent.headers == {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
    assert parse_qsl(sent.body.decode(), keep_blank_values=True, strict_parsing=True) == [
        ("Action", "AskThing"),
        ("Version", "2010-03-31"),
        ("name", "a b&c=é"),
        ("nextToken", ""),
    ]


def test_an_older_json_says_its_version() -> None:
    assert aws.AwsJson("T", version="1.0").headers("O")["Content-Type"] == "application/x-amz-json-1.0"


@pytest.mark.parametrize("wrong", [None, "name", Thing(), {"name": "x"}, GetThingResponse()])
def test_what_is_no_request_is_not_written(operation: GetThing, wrong: Any) -> None:
    assert isinstance(operation.encode(wrong).failure(), EncodeError)


def test_a_request_that_cannot_be_written_is_an_encode_error(operation: GetThing) -> None:
    unwritable = GetThingRequest(name="\ud800")
    assert str(operation.encode(unwritable).failure()) == "$.name: a lone surrogate"


@given(st.builds(GetThingRequest, name=st.text(), token=st.none() | st.text()))
def test_a_request_comes_back(request_: GetThingRequest) -> None:
    sent = get_thing.encode(request_)
    if any("\ud800" <= character <= "\udfff" for character in request_.name + (request_.token or "")):
        assert isinstance(sent.failure(), EncodeError)
    else:
        assert get_thing.decode_request(sent.unwrap()) == Success(request_)


@pytest.mark.parametrize("body", [b"", b" \n", b"{}", b"null", b"[]", b"?", b'{"name": 5}'])
def test_what_is_no_request_is_a_decode_error(body: bytes) -> None:
    expected = {
        b"null": "$: expected an object, got null",
        b"[]": "$: expected an object, got an array",
        b"?": "line 1, column 1: expected a value, got another character",
        b'{"name": 5}': "$.name: expected a string, got an integer",
    }
    error = get_thing.decode_request(aws.HttpRequest(body=body)).failure()
    assert str(error) == expected.get(body, "$.name: missing")


def test_a_form_is_not_read() -> None:
    sent = ask_thing.encode(GetThingRequest(name="x")).unwrap()
    assert ask_thing.decode_request(sent).failure().problems[0].why == WrongKind(
        "a request in JSON", "a form"
    )


# responses


@pytest.mark.parametrize(
    "response", [GetThingResponse(), GetThingResponse(token="t"), GetThingResponse(thing=FULL)]
)
def test_a_response_comes_back(operation: GetThing, response: GetThingResponse) -> None:
    reply = operation.encode_response(response).unwrap()
    assert reply.status == 200
    assert operation.decode(status=reply.status, headers=reply.headers, body=reply.body) == Success(response)


def test_the_form_of_a_response_is_that_of_the_protocol() -> None:
    response = GetThingResponse(token="t")
    assert get_thing.encode_response(response).unwrap() == aws.HttpResponse(
        status=200,
        headers={"Content-Type": "application/x-amz-json-1.1"},
        body=b'{"nextToken":"t"}',
    )
    assert ask_thing.encode_response(response).unwrap() == aws.HttpResponse(
        status=200,
        headers={"Content-Type": "text/xml"},
        body=b"<AskThingResponse><AskThingResult><nextToken>t</nextToken></AskThingResult></AskThingResponse>",
    )


def test_a_response_that_cannot_be_written_is_an_encode_error(operation: GetThing) -> None:
    response = GetThingResponse(thing=Thing(tags=(Tag(key="\ud800"),)))
    assert str(operation.encode_response(response).failure()) == "$.thing.tags[0].Key: a lone surrogate"


def test_a_response_is_read_in_either_format() -> None:
    expected = Success(GetThingResponse(thing=Thing(size=5, names=("a",))))
    assert get_thing.decode(status=200, body='{"thing": {"size": "5", "names": ["a"]}}') == expected
    assert (
        get_thing.decode(status=200, body="<r><thing><size>5</size><names>a</names></thing></r>") == expected
    )


# errors


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("status", [300, 400, 500])
def test_an_error_comes_back(operation: GetThing, error: GetThingError, status: int) -> None:
    reply = operation.encode_error(error, status=status).unwrap()
    assert reply.status == status
    read = operation.decode(status=reply.status, headers=reply.headers, body=reply.body)
    assert read == Failure(error)
    assert type(read.failure()) is type(error)


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_comes_back_from_its_own_form(error: GetThingError) -> None:
    tree: Any = get_thing.error_to_json(error).unwrap()
    assert get_thing.error_of_json(tree["__type"], tree) == Success(error)
    assert get_thing.error_of_xml(tree["__type"], error.to_xml().unwrap()) == Success(error)


def test_the_form_of_an_error_is_that_of_the_service() -> None:
    busy = BusyException(message="m", retry_after=5)
    assert get_thing.error_to_json(busy) == Success(
        {"__type": "BusyException", "message": "m", "retryAfter": 5}
    )
    assert get_thing.encode_error(busy) == Success(
        aws.HttpResponse(
            status=400,
            headers={"Content-Type": "application/x-amz-json-1.1"},
            body=b'{"__type":"BusyException","message":"m","retryAfter":5}',
        )
    )
    assert ask_thing.encode_error(busy).unwrap().body == (
        b"<ErrorResponse><Error><Code>BusyException</Code><Message>m</Message><retryAfter>5</retryAfter>"
        b"</Error></ErrorResponse>"
    )


@pytest.mark.parametrize("code", ["", "FooError", "Thing.Gone", "a#b", "a:b", " a", "a\n", "#", ":"])
def test_a_code_that_would_be_read_as_another_is_not_written(operation: GetThing, code: str) -> None:
    expected = EncodeError((Problem(("code",), BadValue("a code that would be read as another")),))
    assert operation.error_to_json(aws.UnknownError(code=code)) == Failure(expected)
    assert operation.encode_error(aws.UnknownError(code=code)) == Failure(expected)


class BusyToo(aws.ErrorShape):
    """An error that says it is another."""

    error_code = "BusyException"


@pytest.mark.parametrize(
    "error", [BusyToo(), Tag(key="k"), GetThingResponse(), None, "FooError", ValueError()]
)
def test_what_is_no_error_of_the_operation_is_not_written(operation: GetThing, error: Any) -> None:
    (problem,) = operation.error_to_json(error).failure().problems
    assert isinstance(problem.why, WrongKind)
    assert problem.why.expected == f"an error of {operation.name}"
    assert operation.encode_error(error).failure().problems == (problem,)


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (BusyException(message="\ud800"), "$.message: a lone surrogate"),
        (aws.UnknownError(code="A", message="\udfff"), "$.message: a lone surrogate"),
        (BusyException(retry_after=2**63), "$.retryAfter: expected an integer of 64 bits"),
    ],
)
def test_an_error_that_cannot_be_written_is_an_encode_error(
    operation: GetThing, error: BusyException | aws.UnknownError, text: str
) -> None:
    assert str(operation.encode_error(error).failure()) == text


def test_an_error_that_xml_cannot_hold_is_an_encode_error() -> None:
    assert str(ask_thing.encode_error(BusyException(message="\0")).failure()) == (
        "$.message: a character that XML cannot hold"
    )


def test_an_error_is_read_from_trees() -> None:
    expected = Success(BusyException(message="m", retry_after=5))
    assert get_thing.error_of_json("n#BusyException:u", {"message": "m", "retryAfter": 5}) == expected
    assert get_thing.error_of_xml("BusyException", {"Message": "m", "retryAfter": "5"}) == expected
    assert get_thing.error_of_xml("BusyException", None) == Success(BusyException())
    assert get_thing.error_of_json("Unheard", [1]) == Success(aws.UnknownError(code="Unheard"))
    assert get_thing.error_of_json("Unheard", {"message": "\ud800"}) == Success(
        aws.UnknownError(code="Unheard")
    )


@pytest.mark.parametrize("tree", [None, [], "m", 5, {5: "m"}, {"message": object()}])
def test_trees_that_are_none_are_decode_errors(tree: object) -> None:
    assert get_thing.error_of_json("BusyException", tree).failure().problems
    if tree is not None and tree != "m":
        assert get_thing.error_of_xml("BusyException", tree).failure().problems


# an operation as a value


def test_an_operation_lists_its_errors_by_code() -> None:
    assert get_thing.errors == {
        "FooError": FooError.codec,
        "BusyException": BusyException.codec,
        "Thing.Gone": Gone.codec,
    }
    assert (get_thing.request, get_thing.response) == (GetThingRequest.codec, GetThingResponse.codec)
    assert repr(get_thing) == get_thing.name == "GetThing"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_operation_is_pickled_as_its_name(operation: GetThing, protocol: int) -> None:
    pickled = pickle.dumps(operation, protocol)
    assert pickle.loads(pickled) is operation
    assert len(pickled) < 150


def test_an_operation_is_copied_as_itself(operation: GetThing) -> None:
    assert copy.copy(operation) is copy.deepcopy(operation) is operation


@pytest.mark.parametrize("cls", [GetThingRequest, GetThingResponse, BusyException, Gone, aws.UnknownError])
def test_the_codec_of_a_shape_is_pickled_as_its_class(cls: type[aws.Shape]) -> None:
    again = pickle.loads(pickle.dumps(cls.codec))
    assert again == cls.codec
    assert again.node is cls.codec.node


@pytest.mark.parametrize("error", ERRORS)
def test_errors_and_what_is_wrong_are_pickled(error: GetThingError) -> None:
    assert pickle.loads(pickle.dumps(error)) == error
    wrong = get_thing.decode(status=500, body="").failure()
    assert pickle.loads(pickle.dumps(wrong)) == wrong


def test_requests_and_replies_of_http_are_values() -> None:
    one, two = aws.HttpRequest(body=b"{}"), aws.HttpRequest(body=b"{}")
    assert one == two
    assert (one.method, one.path, one.headers) == ("POST", "/", {})
    assert one.headers is not two.headers
    assert pickle.loads(pickle.dumps(aws.HttpResponse(status=200))) == aws.HttpResponse(status=200)
    with pytest.raises(AttributeError):
        one.body = b""  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("GetDownloadUrlForLayer", "get_download_url_for_layer"),
        ("downloadUrl", "download_url"),
        ("registryIds", "registry_ids"),
        ("KMSKey", "kms_key"),
        ("Key", "key"),
        ("sha256Digest", "sha256_digest"),
        ("type", "type"),
        ("from", "from_"),
        ("In", "in_"),
        ("already_snake", "already_snake"),
        ("", ""),
    ],
)
def test_names_become_snake_case(name: str, expected: str) -> None:
    from ecr_decode.aws.naming import snake

    assert snake(name) == expected


def test_the_model_is_where_its_operations_say() -> None:
    assert get_thing.home == model.__name__
