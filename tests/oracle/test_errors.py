"""Errors: ours come back, and botocore's parsers agree where they follow Smithy.

Where they differ is listed here and in `docs/reference-integrations.md`; each row is a test.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple, cast
from xml.sax.saxutils import escape

import pytest
from botocore.parsers import JSONParser, QueryParser, ResponseParserError
from hypothesis import given
from hypothesis import strategies as st
from returns.result import Failure

from ecr_decode import DecodeError, Malformed, NotJson, TooDeep, WrongKind, aws, ecr, outcome
from ecr_decode.describe.strategy import from_codec
from tests.oracle.catalogues import Case, every_operation, few, model_of, plain, without_metadata
from tests.tables import rows

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
)
UNKNOWN = st.from_regex("Unknown[A-Z][a-z]{1,9}Exception", fullmatch=True)
BEFORE = st.sampled_from(["", "com.amazonaws.ecr#", "#", "a#b#"])
BEHIND = st.sampled_from(["", ":", ":http://internal.amazon.com/coral/com.amazonaws.ecr/", ":a:b#c"])
STATUS = st.sampled_from([400, 403, 404, 429, 500, 503])


@every_operation
@few
@given(data=st.data())
def test_an_error_arrives(case: Case, data: st.DataObject) -> None:
    unknown = st.builds(aws.UnknownError, code=UNKNOWN, message=st.none() | TEXT)
    error = data.draw(st.one_of(unknown, *map(from_codec, case.operation.errors.values())))
    sent = case.operation.encode_error(error).unwrap()
    assert case.operation.decode(status=sent.status, body=sent.body, headers=sent.headers) == Failure(error)


@every_operation
@few
@given(data=st.data())
def test_botocore_reads_the_same_error_from_json(case: Case, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from([*case.operation.errors]) | UNKNOWN)
    message = data.draw(TEXT)
    body: dict[str, Any] = {"__type": data.draw(BEFORE) + code + data.draw(BEHIND)}
    for name in data.draw(st.sampled_from([("message",), ("Message",), ("message", "Message")])):
        body[name] = message
    reply = Reply(data.draw(STATUS), json.dumps(body).encode())
    error = parsed_by(JSONParser, reply, case.model.output_shape)["Error"]
    ours: Any = case.operation.decode(status=reply.status, body=reply.body).failure()
    assert code_of(ours) == error["Code"] == code
    assert ours.message == error["Message"] == message


@every_operation
@few
@given(data=st.data())
def test_botocore_reads_the_same_error_from_xml(case: Case, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from([*case.operation.errors]) | UNKNOWN)
    message = data.draw(TEXT)
    inner = f"<Error><Type>Sender</Type><Code>{code}</Code><Message>{escape(message)}</Message></Error>"
    layout = data.draw(
        st.sampled_from(
            [
                "<ErrorResponse>{}<RequestId>1</RequestId></ErrorResponse>",
                '<ErrorResponse xmlns="urn:a">\n  {}\n  <RequestId>1</RequestId>\n</ErrorResponse>',
                "<Response><Errors>{}</Errors><RequestID>1</RequestID></Response>",
            ]
        )
    )
    reply = Reply(data.draw(STATUS), layout.format(inner).encode())
    error = parsed_by(QueryParser, reply, case.model.output_shape)["Error"]
    ours: Any = case.operation.decode(status=reply.status, body=reply.body).failure()
    assert code_of(ours) == error["Code"] == code
    assert ours.message == (error["Message"] or "") == message


def test_members_of_an_error_are_botocores_too() -> None:
    body = (
        b'{"__type":"InvalidLayerPartException","registryId":"1","repositoryName":"app","uploadId":"u",'
        b'"lastValidByteReceived":1.0E1,"message":"m"}'
    )
    operation = ecr.upload_layer_part
    ours = outcome(operation.decode(status=400, body=body))
    shape = model_of("ecr").shape_for_error_code("InvalidLayerPartException")
    theirs = without_metadata(parsed_by(JSONParser, Reply(400, body), shape))
    assert plain(ours) == {name: member for name, member in theirs.items() if name != "Error"}


class Reply(NamedTuple):
    """A reply as botocore's parsers take it."""

    status: int
    body: bytes
    headers: Mapping[str, str] = {}


class Read(NamedTuple):
    """What botocore makes of an error: its code and message."""

    code: object
    message: object


def parsed_by(parser: Any, reply: Reply, shape: Any) -> dict[str, Any]:
    response = {"status_code": reply.status, "headers": dict(reply.headers), "body": reply.body}
    return cast(dict[str, Any], parser().parse(response, shape))


def code_of(error: object) -> str:
    return error.code if isinstance(error, aws.UnknownError) else type(error).__name__


SERVER = ecr.ServerException(message="m")
JSON_DIFFERENCES: dict[str, tuple[Reply, object, object]] = {
    # what it is: the reply, what botocore reads or raises, what we read
    "code in the header": (
        Reply(400, b'{"message":"m"}', {"x-amzn-errortype": "ServerException"}),
        Read("400", "m"),
        SERVER,
    ),
    "code in the header, with a namespace and an address": (
        Reply(400, b'{"message":"m"}', {"x-amzn-errortype": "a#ServerException:http://b/"}),
        Read("400", "m"),
        SERVER,
    ),
    "header and `__type` at odds": (
        Reply(400, b'{"__type":"KmsException","message":"m"}', {"x-amzn-errortype": "ServerException"}),
        Read("KmsException", "m"),
        SERVER,
    ),
    "code in `code`": (Reply(400, b'{"code":"ServerException","message":"m"}'), Read("400", "m"), SERVER),
    "`__type` null": (Reply(400, b'{"__type":null,"message":"m"}'), Read("", "m"), NotJson),
    "`__type` empty": (Reply(400, b'{"__type":"","message":"m"}'), Read("", "m"), NotJson),
    "`__type` null beside `code`": (
        Reply(400, b'{"__type":null,"code":"ServerException","message":"m"}'),
        Read("", "m"),
        SERVER,
    ),
    "`__type` a number": (Reply(400, b'{"__type":5}'), TypeError, NotJson),
    "no code at all": (Reply(400, b'{"message":"m"}'), Read("400", "m"), NotJson),
    "message null beside `Message`": (
        Reply(400, b'{"__type":"ServerException","message":null,"Message":"m"}'),
        Read("ServerException", None),
        SERVER,
    ),
    "message a number": (
        Reply(400, b'{"__type":"ServerException","message":5}'),
        Read("ServerException", 5),
        WrongKind,
    ),
    "no message": (
        Reply(400, b'{"__type":"ServerException"}'),
        Read("ServerException", ""),
        ecr.ServerException(message=None),
    ),
    "status 300": (Reply(300, b'{"__type":"ServerException","message":"m"}'), None, SERVER),
    "status 200": (Reply(200, b'{"__type":"ServerException","message":"m"}'), None, SERVER),
    "text": (Reply(400, b"no access"), Read("400", "no access"), Malformed),
    "empty, 500": (Reply(500, b""), Read("500", "Internal Server Error"), NotJson),
    "empty, 400": (Reply(400, b""), Read("400", ""), NotJson),
    "page, 502": (Reply(502, b"<html></html>"), Read("502", "Bad Gateway"), NotJson),
    "page, 400": (Reply(400, b"<html></html>"), Read("400", "<html></html>"), NotJson),
    "null": (Reply(400, b"null"), AttributeError, NotJson),
    "array": (Reply(400, b"[]"), AttributeError, NotJson),
    "not UTF-8": (Reply(400, b"\xff"), UnicodeDecodeError, Malformed),
    "byte order mark": (
        Reply(400, b'\xef\xbb\xbf{"__type":"ServerException"}'),
        Read("400", '\ufeff{"__type":"ServerException"}'),
        Malformed,
    ),
    "deep": (Reply(400, b"[" * 100_000), RecursionError, TooDeep),
    "query-compatible header": (
        Reply(400, b'{"__type":"ServerException","message":"m"}', {"x-amzn-query-error": "Old;Sender"}),
        Read("Old", "m"),
        SERVER,
    ),
}
XML_DIFFERENCES: dict[str, tuple[Reply, object, object]] = {
    "`Error` as the root": (
        Reply(400, b"<Error><Code>ServerException</Code><Message>m</Message></Error>"),
        None,
        SERVER,
    ),
    "status 200": (
        Reply(
            200,
            b"<ErrorResponse><Error><Code>ServerException</Code><Message>m</Message></Error></ErrorResponse>",
        ),
        None,
        SERVER,
    ),
    "blanks around the code": (
        Reply(
            400,
            b"<ErrorResponse><Error><Code> ServerException\n</Code>"
            b"<Message>m</Message></Error></ErrorResponse>",
        ),
        Read(" ServerException\n", "m"),
        SERVER,
    ),
    "lower-case message": (
        Reply(
            400,
            b"<ErrorResponse><Error><Code>ServerException</Code><message>m</message></Error></ErrorResponse>",
        ),
        Read("ServerException", None),
        SERVER,
    ),
    "code in the header": (
        Reply(400, b"<ErrorResponse/>", {"x-amzn-errortype": "ServerException"}),
        None,
        ecr.ServerException(message=None),
    ),
    "cut short": (Reply(400, b"<ErrorResponse><Error>"), ResponseParserError, Malformed),
    "empty": (Reply(400, b""), ResponseParserError, NotJson),
}


def theirs(parser: Any, reply: Reply) -> object:
    error = parsed_by(parser, reply, model_of("ecr").operation_model("GetDownloadUrlForLayer").output_shape)
    return Read(error["Error"].get("Code"), error["Error"].get("Message")) if "Error" in error else None


def ours(reply: Reply) -> object:
    result = ecr.get_download_url_for_layer.decode(
        status=reply.status, body=reply.body, headers=reply.headers
    )
    match outcome(result):
        case DecodeError(problems=(problem,)):
            return type(problem.why)
        case error:
            return error


@pytest.mark.parametrize(
    ("parser", "reply", "botocores", "value"),
    [
        pytest.param(parser, *row, id=name)
        for parser, table in ((JSONParser, JSON_DIFFERENCES), (QueryParser, XML_DIFFERENCES))
        for name, row in table.items()
    ],
)
def test_where_botocore_differs(parser: Any, reply: Reply, botocores: object, value: object) -> None:
    if isinstance(botocores, type) and issubclass(botocores, Exception):
        with pytest.raises(botocores):
            theirs(parser, reply)
    else:
        assert theirs(parser, reply) == botocores
    assert ours(reply) == value


def their_cell(reads: object) -> str:
    match reads:
        case type():
            return f"raises `{reads.__name__}`"
        case Read(code=code, message=message):
            return f"code `{code!r}`, message `{message!r}`"
        case _:
            return "no error"


def our_cell(value: object) -> str:
    return f"`{value.__name__}`" if isinstance(value, type) else f"`{value!r}`"


@pytest.mark.parametrize(
    ("heading", "table"), [("### In JSON", JSON_DIFFERENCES), ("### In XML", XML_DIFFERENCES)]
)
def test_the_documentation_lists_the_differences(
    heading: str, table: dict[str, tuple[Reply, object, object]]
) -> None:
    expected = [
        (name, their_cell(botocores), our_cell(value)) for name, (_, botocores, value) in table.items()
    ]
    assert [*rows("reference-integrations.md", heading)] == expected
