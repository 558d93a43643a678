"""Each reply is read to the values in it, by us and by others, and written back as the service writes it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast
from xml.sax.saxutils import escape

from botocore.parsers import JSONParser
from returns.result import Failure, Success

from ecr_decode import ecr, outcome
from ecr_decode.aws.shape import code_in
from tests.oracle.catalogues import Case, every_operation, plain, without_metadata
from tests.replies.corpus import (
    ERRORS,
    HERE,
    REPLIES,
    SUCCESSES,
    Reply,
    by_model,
    each,
    exact,
    in_utc,
    leaves,
    members,
    members_in,
)


@each(SUCCESSES)
def test_a_reply_is_read_to_the_values_in_it(reply: Reply) -> None:
    read = plain(response(reply))
    there = floats(by_model(shape(reply), reply.tree, in_utc))
    assert dict(leaves(read)) == dict(leaves(there))


@each(SUCCESSES)
def test_botocore_reads_the_same_values(reply: Reply) -> None:
    parsed = without_metadata(cast(Any, JSONParser)().parse(reply.parts, shape(reply)))
    assert plain(response(reply)) == parsed


@each(SUCCESSES)
def test_a_reply_is_written_as_the_service_writes_it(reply: Reply) -> None:
    written = reply.case.operation.encode_response(response(reply)).unwrap()
    assert exact(written.body) == by_model(shape(reply), reply.tree, Decimal)
    assert reply.case.operation.decode(status=200, body=written.body) == Success(response(reply))


@each(SUCCESSES)
def test_a_reply_in_xml_is_read_to_the_same_record(reply: Reply) -> None:
    operation, record = reply.case.operation, response(reply)
    name = operation.name
    content = operation.response.encode_xml(record, root=f"{name}Result").unwrap().decode()
    element = content.removeprefix('<?xml version="1.0" encoding="utf-8"?>\n')
    wrapped = f'<{name}Response xmlns="urn:ecr">{element}<ResponseMetadata/></{name}Response>'
    for body in content, wrapped:
        assert operation.decode(status=200, body=body) == Success(record)


@each(ERRORS)
def test_an_error_is_read_to_the_values_in_it(reply: Reply) -> None:
    error = cast(Any, JSONParser)().parse(reply.parts, shape(reply))["Error"]
    read: Any = reply.case.operation.decode(
        status=reply.status, body=reply.body, headers=reply.headers
    ).failure()
    code = error["Code"] if "__type" in reply.tree else CODE_IN_A_HEADER
    listed = code in reply.case.operation.errors
    assert type(read).__name__ == (code if listed else "UnknownError")
    assert listed or read.code == code
    assert (read.message or "") == error["Message"]
    rest = {name: value for name, value in reply.tree.items() if name not in ("__type", "message", "Message")}
    assert {name: value for name, value in plain(read).items() if name not in ("code", "message")} == rest


@each(ERRORS)
def test_an_error_is_written_as_the_service_writes_it(reply: Reply) -> None:
    operation = reply.case.operation
    read: Any = operation.decode(status=reply.status, body=reply.body, headers=reply.headers).failure()
    written = operation.encode_error(read, status=reply.status).unwrap()
    assert operation.decode(status=written.status, body=written.body) == Failure(read)
    assert exact(written.body) == {
        "__type": code_in(read),
        **{name: value for name, value in plain(read).items() if name != "code"},
    }


@each(ERRORS)
def test_an_error_in_xml_is_read_to_the_same_record(reply: Reply) -> None:
    operation = reply.case.operation
    read: Any = operation.decode(status=reply.status, body=reply.body, headers=reply.headers).failure()
    held = {"Message" if name == "message" else name: member for name, member in plain(read).items()}
    inner = "".join(f"<{name}>{escape(str(held[name]))}</{name}>" for name in held if name != "code")
    body = f"<ErrorResponse><Error><Code>{code_in(read)}</Code>{inner}</Error></ErrorResponse>"
    assert operation.decode(status=reply.status, body=body) == Failure(read)


@every_operation
def test_an_operation_has_a_reply_of_each_kind(case: Case) -> None:
    statuses = {reply.status < 300 for reply in REPLIES if reply.case == case}
    assert statuses == {True, False}


@every_operation
def test_the_replies_hold_every_member_of_the_response(case: Case) -> None:
    output = case.model.output_shape
    there = {path for reply in SUCCESSES if reply.case == case for path in members_in(output, reply.tree)}
    assert {*members(output)} == there


def test_every_file_is_read() -> None:
    files = {path.relative_to(HERE).as_posix() for path in HERE.glob("*/*.json")}
    assert files == {f"{reply.case.service}/{reply.case.operation.name}.json" for reply in REPLIES}


def test_a_date_in_text_and_an_account_of_11_digits_are_what_they_say() -> None:
    read = cast(ecr.CreateRepositoryResponse, response(called("a date in text, an account of 11 digits")))
    assert read.repository is not None
    assert read.repository.created_at is not None
    assert read.repository.registry_id == "21098765432"
    assert read.repository.created_at.isoformat() == "2020-11-01T22:12:11-05:00"


def test_a_severity_of_which_the_model_knows_nothing_is_kept() -> None:
    about = "a severity of which the model knows nothing"
    read = cast(ecr.DescribeImageScanFindingsResponse, response(called(about)))
    assert read.image_scan_findings is not None
    counts = read.image_scan_findings.finding_severity_counts
    assert counts == {ecr.FindingSeverity.CRITICAL: 1, ecr.FindingSeverity("UNTRIAGED"): 4}


def test_a_status_of_tomorrow_is_kept_and_the_last_of_two_members_wins() -> None:
    [image] = images("a member twice")
    assert image.image_status == ecr.ImageStatus("FROZEN")
    assert not ecr.ImageStatus("FROZEN").known
    assert image.registry_id == "210987654321"


def test_a_time_is_the_same_in_every_spelling_and_null_is_absent() -> None:
    read = images("dates in text, members that are null")
    seconds = [image.image_pushed_at.timestamp() for image in read if image.image_pushed_at is not None]
    assert seconds == [1549908000, 1549908000.25, 1549908000.25]
    assert [image.image_tags for image in read] == [None, (), None]


def test_a_size_beyond_the_whole_numbers_of_a_double_is_exact() -> None:
    assert images("a page to come")[1].image_size_in_bytes == 2**53 + 1


def called(about: str) -> Reply:
    [reply] = [reply for reply in SUCCESSES if reply.about.endswith(about) and reply.case.service == "ecr"]
    return reply


def images(about: str) -> tuple[ecr.ImageDetail, ...]:
    [reply] = [
        reply
        for reply in SUCCESSES
        if reply.about.endswith(about) and reply.case.operation is ecr.describe_images
    ]
    return cast(ecr.DescribeImagesResponse, response(reply)).image_details or ()


CODE_IN_A_HEADER = "ServerException"
"""What the one error without `__type` is; botocore gives the status for it."""


def response(reply: Reply) -> Any:
    return outcome(reply.case.operation.decode(status=reply.status, body=reply.body, headers=reply.headers))


def shape(reply: Reply) -> Any:
    return reply.case.model.output_shape


def floats(value: Any) -> Any:
    """The tree with doubles, as the model's type says, where its numbers have a fraction."""
    match value:
        case dict():
            return {name: floats(item) for name, item in cast(dict[str, Any], value).items()}
        case [*items]:
            return [floats(item) for item in items]
        case Decimal():
            return float(value)
        case _:
            return value
