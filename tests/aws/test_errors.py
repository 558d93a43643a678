"""What a reply that fails is read as: the error it names, or a problem that says what it is instead."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, NamedTuple, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from returns.result import Failure, Success

from ecr_decode import DecodeError, Malformed, NotJson, TooDeep, WrongKind, aws, outcome, report
from ecr_decode.aws.reply import Format
from tests.aws.model import BusyException, FooError, GetThingError, GetThingResponse, Gone, get_thing


def failed(
    body: bytes | str, headers: dict[str, str] | None = None, status: int = 400, form: Format = "auto"
) -> GetThingError | DecodeError:
    return get_thing.decode(status=status, body=body, headers=headers, format=form).failure()


def why(error: GetThingError | DecodeError) -> object:
    """The only thing that is wrong, which is with the whole reply."""
    assert isinstance(error, DecodeError)
    (problem,) = error.problems
    assert problem.path == ()
    return problem.why


# where the code stands: the cases of Smithy's AWS JSON 1.1 (AwsJson11FooError...), and more

URI = "http://internal.amazon.com/coral/com.amazon.coral.validate/"
NAMESPACE = "aws.protocoltests.json"
CODES = {
    "plain": "FooError",
    "with an address": f"FooError:{URI}",
    "with a namespace": f"{NAMESPACE}#FooError",
    "with both": f"{NAMESPACE}#FooError:{URI}",
    "with an address that has an anchor": f"{NAMESPACE}#FooError:{URI}#there",
    "with two namespaces": "one#two#FooError",
    "with spaces": " FooError ",
}


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
@pytest.mark.parametrize(
    "name", ["X-Amzn-Errortype", "x-amzn-errortype", "X-AMZN-ERRORTYPE", "x-amzn-ErrorType"]
)
@pytest.mark.parametrize("body", ["", " \r\n", "{}", '{"message": "m"}'])
def test_a_code_in_a_header(name: str, code: str, body: str) -> None:
    message = "m" if "m" in body else None
    assert failed(body, {"Date": "x", name: code}, status=500) == FooError(message=message)


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
@pytest.mark.parametrize("member", ["__type", "code"])
def test_a_code_in_a_member(member: str, code: str) -> None:
    assert failed(json.dumps({member: code}), status=500) == FooError()


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
@pytest.mark.parametrize(
    "layout",
    [
        "<ErrorResponse><Error><Type>Sender</Type><Code>{}</Code></Error><RequestId>r</RequestId></ErrorResponse>",
        "<Response><Errors><Error><Code>{}</Code></Error></Errors><RequestID>r</RequestID></Response>",
        "<Error><Code>{}</Code><RequestId>r</RequestId></Error>",
        '<ErrorResponse xmlns="urn:x"><Error><Code>{}</Code></Error></ErrorResponse>',
        "<e:ErrorResponse xmlns:e='urn:x'><e:Error><e:Code>{}</e:Code></e:Error></e:ErrorResponse>",
        '<?xml version="1.0" encoding="UTF-8"?>\n<Error>\n  <Code>{}</Code>\n</Error>\n',
        "<ErrorResponse><Error><Code origin='s'>{}</Code></Error></ErrorResponse>",
        "<Error><Code><![CDATA[{}]]></Code></Error>",
    ],
)
def test_a_code_in_an_element(layout: str, code: str) -> None:
    assert failed(layout.format(code)) == FooError()


def test_the_first_of_several_errors_counts() -> None:
    body = "<Response><Errors><Error><Code>A</Code></Error><Error><Code>B</Code></Error></Errors></Response>"
    assert failed(body) == aws.UnknownError(code="A")


class Order(NamedTuple):
    header: str | None
    body: str
    code: str


@pytest.mark.parametrize(
    "order",
    [
        Order("H", '{"__type": "T", "code": "C"}', "H"),
        Order(None, '{"__type": "T", "code": "C"}', "T"),
        Order(None, '{"__type": null, "code": "C"}', "C"),
        Order(None, '{"__type": 5, "code": "C"}', "C"),
        Order(None, '{"__type": "#", "code": "C"}', "C"),
        Order(":", '{"__type": "", "code": "n#C:u"}', "C"),
        Order("H", "<Error><Code>X</Code></Error>", "X"),
        Order("H", "<Error><Code>#</Code></Error>", "H"),
        Order("H", "<Error/>", "H"),
        Order("H", "<Error>text</Error>", "H"),
    ],
)
def test_where_a_code_is_looked_for_first(order: Order) -> None:
    headers = {} if order.header is None else {"x-amzn-errortype": order.header}
    assert failed(order.body, headers) == aws.UnknownError(code=order.code)


# messages

MESSAGES = [
    ('{{"__type": "{}", "message": "m"}}', "m"),
    ('{{"__type": "{}", "Message": "m"}}', "m"),
    ('{{"__type": "{}", "message": "m", "Message": "m"}}', "m"),
    ('{{"__type": "{}", "message": null, "Message": "m"}}', "m"),
    ('{{"__type": "{}", "message": "m", "Message": null}}', "m"),
    ('{{"__type": "{}", "Message": ""}}', ""),
    ('{{"__type": "{}", "MESSAGE": "m"}}', None),
    ('{{"__type": "{}", "message": null}}', None),
    ('{{"__type": "{}"}}', None),
    ("<Error><Code>{}</Code><message>m</message></Error>", "m"),
    ("<Error><Code>{}</Code><Message>m</Message></Error>", "m"),
    ("<x:Error xmlns:x='u'><x:Code>{}</x:Code><x:Message>m</x:Message></x:Error>", "m"),
    ("<Error><Code>{}</Code><Message xml:lang='en'>m</Message></Error>", "m"),
    ("<Error><Code>{}</Code><Message/></Error>", ""),
    ("<Error><Code>{}</Code><Message> m </Message></Error>", " m "),
    ("<Error><Code>{}</Code></Error>", None),
]


@pytest.mark.parametrize(("body", "message"), MESSAGES)
def test_a_message_is_found_in_either_spelling(body: str, message: str | None) -> None:
    assert failed(body.format("BusyException")) == BusyException(message=message)
    assert failed(body.format("Thing.Gone")) == Gone(message=message)
    assert failed(body.format("Unheard")) == aws.UnknownError(code="Unheard", message=message)


def test_two_messages_are_each_taken_as_the_model_spells_them() -> None:
    both = '{{"__type": "{}", "message": "small", "Message": "large"}}'
    assert failed(both.format("BusyException")) == BusyException(message="small")
    assert failed(both.format("Thing.Gone")) == Gone(message="large")
    assert failed(both.format("Unheard")) == aws.UnknownError(code="Unheard", message="small")


def test_the_other_members_of_an_error_are_read() -> None:
    expected = BusyException(message="m", retry_after=5)
    assert failed('{"__type": "BusyException", "message": "m", "retryAfter": 5, "more": []}') == expected
    assert (
        failed("<Error><Code>BusyException</Code><Message>m</Message><retryAfter>5</retryAfter></Error>")
        == expected
    )


def test_members_that_do_not_decode_are_a_decode_error() -> None:
    error = failed('{"__type": "BusyException", "message": 5, "retryAfter": "soon"}')
    assert str(error) == (
        "the reply with status 400 cannot be read\n"
        "$.message: expected a string, got an integer\n"
        "$.retryAfter: expected an integer, got other text"
    )
    error = failed("<Error><Code>BusyException</Code><Message>a</Message><Message>b</Message></Error>")
    assert (
        str(error)
        == "the reply with status 400 cannot be read\n$.message: expected a string, got several elements"
    )


def test_an_unknown_code_never_fails_for_its_members() -> None:
    assert failed('{"__type": "Unheard", "message": 5, "retryAfter": []}') == aws.UnknownError(code="Unheard")


# replies that no protocol promises

HTML = [
    "<html>",
    "<HTML lang='en'><p>",
    "<!DOCTYPE html><html></html>",
    "<!doctype HTML PUBLIC '-//W3C//DTD XHTML 1.0'>",
    "\n \t<html/>",
    '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    "<!-- proxy --> <html></html>",
    "\ufeff<!DOCTYPE html>",
]
NO_HTML = ["<htmls/>", "<x><y>html</y></x>", "<!-- <html> --><x/>"]


@pytest.mark.parametrize("page", HTML)
@pytest.mark.parametrize("status", [200, 400, 502])
@pytest.mark.parametrize("form", ["auto", "json", "xml"])
def test_a_page_is_no_reply(page: str, status: int, form: Format) -> None:
    assert why(failed(page, status=status, form=form)) == NotJson("an HTML page", status)


@pytest.mark.parametrize("element", NO_HTML)
def test_what_only_looks_like_a_page_is_read(element: str) -> None:
    assert get_thing.decode(status=200, body=element) == Success(GetThingResponse())


@pytest.mark.parametrize("prefix", ["<!--", "<?xml ", " <", "<!---->", "<?xml?>", "<!doctype "])
def test_telling_a_page_takes_no_time(prefix: str) -> None:
    assert isinstance(failed(prefix * 100_000), DecodeError)


@pytest.mark.parametrize(
    ("body", "got"),
    [
        ("", "an empty body"),
        (" \n\t", "an empty body"),
        ("{}", "an object without an error code"),
        ('{"message": "m", "__type": []}', "an object without an error code"),
        ('{"Code": "FooError"}', "an object without an error code"),
        ("null", "null"),
        ("[]", "an array"),
        ('["FooError"]', "an array"),
        ('"FooError"', "a string"),
        ("5", "an integer"),
        ("0.5", "a number"),
        ("true", "a boolean"),
        ("<Error/>", "an element without an error code"),
        ("<Error>text</Error>", "an element without an error code"),
        ("<Error><Code/></Error>", "an element without an error code"),
        ("<Error><Code><a/></Code></Error>", "an element without an error code"),
        ("<Error><Code>A</Code><Code>B</Code></Error>", "an element without an error code"),
        ("<ErrorResponse><Code>A</Code></ErrorResponse>", "an element without an error code"),
        ("<Response><Error><Code>A</Code></Error></Response>", "an element without an error code"),
    ],
)
def test_a_reply_without_a_code_says_what_it_is(body: str, got: str) -> None:
    assert why(failed(body, status=503)) == NotJson(got, 503)


def test_a_header_does_not_make_an_answer_of_what_is_none() -> None:
    headers = {"x-amzn-errortype": "FooError"}
    assert why(failed("[]", headers)) == NotJson("an array", 400)
    assert why(failed("<html>", headers)) == NotJson("an HTML page", 400)
    assert isinstance(why(failed("nonsense", headers)), Malformed)


@pytest.mark.parametrize(
    "body",
    [
        "{",
        "nonsense",
        '{"__type": "FooError"} x',
        "<Error>",
        "<Error></Code>",
        "\ufeff{}",
        '{"a": "\\ud800"}',
        b"\xff",
    ],
)
@pytest.mark.parametrize("status", [200, 400])
def test_what_is_no_document_is_malformed(body: str | bytes, status: int) -> None:
    assert isinstance(why(failed(body, status=status)), Malformed)


@pytest.mark.parametrize(
    "body",
    ['{"__type": ' + "[" * 5000, '{"nextToken":' * 2000 + "1" + "}" * 2000, "<a>" * 300 + "</a>" * 300],
)
@pytest.mark.parametrize("status", [200, 400])
def test_what_nests_too_deep_says_so(body: str, status: int) -> None:
    assert isinstance(why(failed(body, status=status)), TooDeep)


@pytest.mark.parametrize("wrong", [None, 5, ["{}"], {"__type": "FooError"}, object()])
def test_a_body_of_a_wrong_type_is_a_decode_error(wrong: object) -> None:
    result = get_thing.decode(status=400, body=wrong)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert isinstance(why(result.failure()), WrongKind)


@pytest.mark.parametrize("form", [bytes, bytearray, memoryview])
def test_a_body_may_be_any_bytes(form: type[bytes | bytearray | memoryview]) -> None:
    assert get_thing.decode(status=400, body=form(b'{"__type": "FooError"}')) == Failure(FooError())


def test_the_format_may_be_said() -> None:
    assert failed('{"__type": "FooError"}', form="json") == FooError()
    assert failed("<Error><Code>FooError</Code></Error>", form="xml") == FooError()
    assert isinstance(why(failed('{"__type": "FooError"}', form="xml")), Malformed)
    assert isinstance(why(failed("<Error><Code>FooError</Code></Error>", form="json")), Malformed)


# statuses


@pytest.mark.parametrize("status", [200, 201, 204, 226, 299])
@pytest.mark.parametrize("body", ["", " ", "{}", "<GetThingResponse/>"])
def test_a_status_from_200_to_299_succeeds(status: int, body: str) -> None:
    headers = {"x-amzn-errortype": "FooError"}
    assert get_thing.decode(status=status, body=body, headers=headers) == Success(GetThingResponse())


@pytest.mark.parametrize("status", [-1, 0, 100, 199, 300, 301, 304, 400, 404, 500, 599, 1000])
def test_any_other_status_fails(status: int) -> None:
    assert failed('{"__type": "FooError", "thing": {}}', status=status) == FooError()
    assert why(failed('{"thing": {}}', status=status)) == NotJson("an object without an error code", status)


# every failed reply says its status

UNREADABLE = {
    "plain text": b"toomanyrequests: Rate exceeded",
    "cut short": b'{"__type": "FooErr',
    "a byte order mark": b'\xef\xbb\xbf{"__type": "FooError"}',
    "a byte order mark before text": "\ufeffRate exceeded".encode("utf-16"),
    "not UTF-8": b"\xff\xfe",
    "nothing": b"",
    "blanks": b" \r\n",
    "a page": b"<html><body>Service Unavailable</body></html>",
    "XML cut short": b"<ErrorResponse><Error><Code>FooErr",
    "XML without a code": b"<Error/>",
    "no object": b'["FooError"]',
    "no code": b'{"message": "Service Unavailable"}',
    "nested too deep": b'{"__type": ' + b"[" * 5000,
    "a member of a wrong kind": b'{"__type": "BusyException", "retryAfter": "soon"}',
}


@pytest.mark.parametrize("status", [301, 400, 429, 500, 503, 599, 1000, 0])
@pytest.mark.parametrize("form", ["auto", "json", "xml"])
@pytest.mark.parametrize("body", UNREADABLE.values(), ids=UNREADABLE)
def test_every_failed_reply_says_its_status(body: bytes, form: Format, status: int) -> None:
    error = failed(body, status=status, form=form)
    assert isinstance(error, DecodeError)
    assert error.status == status
    assert f"the reply with status {status}" in str(error)
    assert str(error).count("status") == 1
    assert report(error)["status"] == status


@pytest.mark.parametrize("body", [body for body in UNREADABLE.values() if body.strip()])
def test_a_503_and_a_200_with_the_same_body_differ(body: bytes) -> None:
    broken, succeeded = failed(body, status=503), get_thing.decode(status=200, body=body)
    assert Failure(broken) != succeeded


def test_the_status_of_a_success_that_cannot_be_read_is_part_of_its_error() -> None:
    error = failed(b'{"thing": 5}', status=201)
    assert isinstance(error, DecodeError)
    assert (error.status, str(error)) == (201, "$.thing: expected an object, got an integer")
    assert error.problems == GetThingResponse.decode_json(b'{"thing": 5}').failure().problems


def test_headers_that_are_none_leave_the_status_known() -> None:
    error = get_thing.decode(status=500, body=b"{}", headers=cast(Any, {"x-amzn-errortype": 5})).failure()
    assert isinstance(error, DecodeError)
    assert error.status == 500


# an error in a reply whose status is that of a success

REPORTED = {
    "of the operation": ('{"__type": "Thing.Gone", "message": "m"}', Gone(message="m")),
    "with a namespace and an address": ('{"__type": "a.b#FooError:http://c/"}', FooError()),
    "ends in Exception": ('{"__type": "ThrottlingException"}', aws.UnknownError(code="ThrottlingException")),
    "ends in Error": ('{"more": [], "__type": "InternalError"}', aws.UnknownError(code="InternalError")),
    "ends in Fault": ('{"__type": "x#ServiceFault"}', aws.UnknownError(code="ServiceFault")),
    "with blanks before it": (' \n{"__type": "FooError"}', FooError()),
    "in letters escaped": ('{"\\u005f\\u005Ft\\u0079pe": "FooError"}', FooError()),
    "beside members of the response": ('{"thing": {}, "nextToken": "t", "__type": "FooError"}', FooError()),
    "`Error`": ("<Error><Code>InternalError</Code></Error>", aws.UnknownError(code="InternalError")),
    "`ErrorResponse`": (
        "<?xml version='1.0'?>\n<!-- <x> -->\n<e:ErrorResponse xmlns:e='u'>"
        "<e:Error><e:Code>Thing.Gone</e:Code></e:Error></e:ErrorResponse>",
        Gone(),
    ),
    "`Response`": ("<Response><Errors><Error><Code>FooError</Code></Error></Errors></Response>", FooError()),
}
SUCCEEDED = [
    '{"__type": "GetThingResponse"}',
    '{"__type": "com.things#GetThingResponse", "thing": null}',
    '{"__type": "ErrorReport"}',
    '{"__type": ""}',
    '{"__type": null}',
    '{"__type": 5}',
    '{"code": "FooError", "message": "m"}',
    '{"thing": {"__type": "FooError"}}',
    '{"thing": {"name": "\\u003cError\\u003e"}}',
    "<Response/>",
    "<Response><nextToken>Errors</nextToken></Response>",
    "<Response><Errors/></Response>",
    "<Response><thing/></Response>",
    "<GetThingErrors><Error/></GetThingErrors>",
    "<ErrorReport/>",
]


def to_bytes(body: str) -> bytes:
    return body.encode()


def to_bytearray(body: str) -> bytearray:
    return bytearray(body, "utf-8")


@pytest.mark.parametrize("status", [200, 202])
@pytest.mark.parametrize("kind", [str, to_bytes, to_bytearray])
@pytest.mark.parametrize(("body", "error"), REPORTED.values(), ids=REPORTED)
def test_an_error_in_a_success_is_a_failure(
    body: str, error: GetThingError, kind: Callable[[str], str | bytes | bytearray], status: int
) -> None:
    assert get_thing.decode(status=status, body=kind(body)) == Failure(error)


@pytest.mark.parametrize("body", SUCCEEDED)
def test_a_success_that_names_its_type_is_one(body: str) -> None:
    found = get_thing.decode(status=200, body=body.encode())
    assert found == GetThingResponse.of_string(body)
    assert isinstance(found, Success)


def test_an_error_in_a_success_that_cannot_be_read_is_a_decode_error() -> None:
    error = failed('{"__type": "BusyException", "retryAfter": "soon"}', status=200)
    assert str(error) == "$.retryAfter: expected an integer, got other text"
    assert why(failed("<Error/>", status=200)) == NotJson("an element without an error code", 200)


@pytest.mark.parametrize(
    "prefix", ["<!--", "<?xml ", " <", "<!---->", "<?xml?>", "<!doctype ", "<!DOCTYPE x>"]
)
def test_telling_the_root_of_an_error_takes_no_time(prefix: str) -> None:
    assert isinstance(failed(prefix * 100_000, status=200), DecodeError)


# no reply raises

pieces = st.sampled_from(
    [
        "{",
        "}",
        '"__type"',
        ":",
        ",",
        '"FooError"',
        "null",
        "[",
        "]",
        "<Error>",
        "</Error>",
        "<Code>",
        "</Code>",
        "é",
        " ",
    ]
)
bodies = st.one_of(st.binary(max_size=40), st.lists(pieces, max_size=12).map("".join))
names = st.one_of(st.just("x-amzn-errortype"), st.text(max_size=5))


@given(
    st.integers(),
    bodies,
    st.dictionaries(names, st.text(max_size=20), max_size=2),
    st.sampled_from(["auto", "json", "xml"]),
)
def test_no_reply_raises(status: int, body: bytes | str, headers: dict[str, str], form: Format) -> None:
    found = outcome(get_thing.decode(status=status, body=body, headers=headers, format=form))
    expected = GetThingResponse | DecodeError if 200 <= status < 300 else GetThingError | DecodeError
    assert isinstance(found, expected)
