"""The generator writes any service of the json and query protocols; botocore and moto say what is right."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from returns.result import Failure, Success

from ecr_decode import Codec, aws
from ecr_decode.describe.strategy import from_codec
from ecr_decode.guard import is_array, is_dict
from tests.oracle.catalogues import few, milliseconds, plain, without_metadata
from tests.oracle.test_responses import without_empty_items, xml_text
from tests.tools.other import Other, generated

SERVICES = ("dynamodbstreams", "sqs", "sts", "docdb", "ses")
"""Recursion and maps in JSON; in the query protocol a small service, lists of named items, and maps."""
IN_XML = SERVICES[2:]


@pytest.fixture(scope="module", params=SERVICES)
def other(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Other]:
    yield from generated(request.param, tmp_path_factory.mktemp("catalogue"))


@cache
def values(service: str, codec: Codec[Any]) -> st.SearchStrategy[Any]:
    """The values of a codec; of a service that answers in XML, those that XML can hold."""
    found = from_codec(codec)
    return found.filter(lambda value: xml_text(plain(value)) == plain(value)) if service in IN_XML else found


@few
@given(data=st.data())
def test_a_request_is_what_botocore_writes(other: Other, data: st.DataObject) -> None:
    operation = data.draw(st.sampled_from(other.operations))
    request = data.draw(values("", operation.request))
    ours = operation.encode(request).unwrap()
    theirs = other.serialized(operation, plain(request))
    assert (ours.method, ours.path) == (theirs["method"], theirs["url_path"])
    assert ours.headers == theirs["headers"]
    if other.protocol == "json":
        assert json.loads(ours.body) == json.loads(theirs["body"])
        assert operation.decode_request(ours) == Success(request)
    else:
        form = dict(parse_qsl(ours.body.decode(), keep_blank_values=True))
        assert form == {name: str(value) for name, value in theirs["body"].items()}


@few
@given(data=st.data())
def test_a_reply_of_ours_is_read_by_botocore_and_by_us(other: Other, data: st.DataObject) -> None:
    operation = data.draw(st.sampled_from(other.operations))
    response = data.draw(values(other.service, operation.response))
    reply = operation.encode_response(response).unwrap()
    assert operation.decode(status=200, body=reply.body) == Success(response)
    if other.model(operation).output_shape is not None:
        theirs = other.parsed(operation, 200, reply.body)
        assert milliseconds(without_metadata(theirs)) == milliseconds(plain(response))


def names_nothing(tree: Any) -> bool:
    """Whether some key of a map is empty."""
    match tree:
        case _ if is_dict(tree):
            return "" in tree or any(map(names_nothing, tree.values()))
        case _ if is_array(tree):
            return any(map(names_nothing, tree))
        case _:
            return False


@few
@given(data=st.data())
def test_a_reply_of_moto_is_read(other: Other, data: st.DataObject) -> None:
    operation = data.draw(st.sampled_from(other.operations))
    response = data.draw(values(other.service, operation.response))
    members = milliseconds(plain(response))
    assume(not names_nothing(members))  # moto puts what has no name in the place of what holds it
    if other.protocol == "query":
        members = without_empty_items(members)
    body = other.rendered(operation, members)
    assert plain(operation.decode(status=200, body=body).unwrap()) == members


def test_every_operation_has_exactly_the_errors_of_the_model(other: Other) -> None:
    for operation in other.operations:
        listed = other.model(operation).error_shapes
        in_json = {error.name for error in listed}
        in_xml = {error.metadata.get("error", {}).get("code", error.name) for error in listed}
        assert operation.errors.keys() == (in_json if other.protocol == "json" else in_xml)


def test_an_error_is_read_by_the_code_that_the_service_gives_it(other: Other) -> None:
    for operation in other.operations:
        for code in operation.errors:
            error = operation.error_of_json(code, {"message": "m"}).unwrap()
            reply = operation.encode_error(error).unwrap()
            assert operation.decode(status=400, body=reply.body) == Failure(error)
            assert other.parsed(operation, 400, reply.body)["Error"]["Code"] == code


@pytest.mark.parametrize("other", ["sts"], indirect=True)
def test_a_reply_of_sts_is_read(other: Other) -> None:
    body = """
        <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <AssumeRoleResult>
            <Credentials>
              <AccessKeyId>AKIA0</AccessKeyId>
              <SecretAccessKey>a/b+c=</SecretAccessKey>
              <SessionToken>token</SessionToken>
              <Expiration>2026-01-02T03:04:05Z</Expiration>
            </Credentials>
            <PackedPolicySize>6</PackedPolicySize>
          </AssumeRoleResult>
          <ResponseMetadata><RequestId>7</RequestId></ResponseMetadata>
        </AssumeRoleResponse>
    """
    found = other.module.assume_role.decode(status=200, body=body.strip()).unwrap()
    assert found.packed_policy_size == 6
    assert found.credentials.expiration == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert found.credentials.secret_access_key == "a/b+c="
    assert "a/b+c=" not in repr(found)
    fault = (
        "<ErrorResponse><Error><Type>Sender</Type><Code>{}</Code><Message>m</Message></Error></ErrorResponse>"
    )
    listed = other.module.assume_role.decode(status=403, body=fault.format("PackedPolicyTooLarge"))
    assert listed == Failure(other.module.PackedPolicyTooLargeException(message="m"))
    unknown = other.module.assume_role.decode(status=403, body=fault.format("AccessDenied"))
    assert unknown == Failure(aws.UnknownError(code="AccessDenied", message="m"))


@pytest.mark.parametrize("other", ["dynamodbstreams"], indirect=True)
def test_a_reply_of_dynamodb_streams_is_read(other: Other) -> None:
    body = b"""{"Records": [{"eventName": "INSERT", "dynamodb": {
        "ApproximateCreationDateTime": 1.7E9, "StreamViewType": "TOMORROW",
        "NewImage": {"a": {"L": [{"M": {"b": {"BS": ["AQI="]}}}, {"NULL": true}]}}}}]}"""
    (record,) = other.module.get_records.decode(status=200, body=body).unwrap().records
    first, second = record.dynamodb.new_image["a"].l
    assert (first.m["b"].bs, second.null) == ((b"\x01\x02",), True)
    assert record.dynamodb.approximate_creation_date_time == datetime.fromtimestamp(1_700_000_000, UTC)
    assert (record.event_name, record.dynamodb.stream_view_type) == ("INSERT", "TOMORROW")


@pytest.mark.parametrize("other", ["docdb"], indirect=True)
def test_items_with_a_name_of_their_own_are_written_by_it(other: Other) -> None:
    tags = (other.module.Tag(key="k", value="v"),)
    request = other.module.AddTagsToResourceMessage(resource_name="arn", tags=tags)
    body = other.module.add_tags_to_resource.encode(request).unwrap().body
    assert body.endswith(b"&ResourceName=arn&Tags.Tag.1.Key=k&Tags.Tag.1.Value=v")
