"""Replies of anybody: each operation gives its response, one of its errors, or a tagged failure."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    DecodeError,
    EncodeError,
    Malformed,
    NotJson,
    Raised,
    Record,
    TooDeep,
    WrongKind,
    aws,
    ecr,
)
from ecr_decode.integrations.boto3 import from_boto3
from tests.hostile.documents import NOT_JSON, NOT_XML
from tests.hostile.things import ENDLESS, THINGS, LyingDict, LyingText, NoAttributes, NoClass, released
from tests.hostile.verbs import OPERATIONS, failed, settled, whys

GET = ecr.get_download_url_for_layer
SMALL = 100_000
BODIES: dict[str, bytes] = {
    "null": b"null",
    "a number": b"5",
    "a text": b'"later"',
    "an array": b'[{"__type": "ServerException"}]',
    "an empty object": b"{}",
    "a type that is no text": b'{"__type": ["ServerException"], "message": 5}',
    "a type that is empty": b'{"__type": "", "code": "#", "message": null}',
    "a message that is no text": b'{"__type": "ServerException", "message": {"a": [1]}}',
    "both messages": b'{"__type": "ServerException", "message": 1, "Message": 2}',
    "a type of 1 MB": b'{"__type": "' + b"x" * 1_000_000 + b'"}',
    "an empty element": b"<a/>",
    "an error without a code": b"<ErrorResponse><Error/></ErrorResponse>",
    "two errors": b"<Response><Errors><Error><Code>A</Code></Error><Error/></Errors></Response>",
    "a code that is an element": b"<ErrorResponse><Error><Code><a/></Code></Error></ErrorResponse>",
    "an error of text": b"<ErrorResponse>later</ErrorResponse>",
    "a page": b"<html><body>\xff</body></html>",
    "a page in capitals": b"\xef\xbb\xbf <!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.0//EN'><HTML>",
    "a page behind a comment": b"<!-- a --><?xml version='1.0'?><html lang='en'>",
}
HTML = tuple(name for name in BODIES if name.startswith("a page"))


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_reply_is_settled(name: str) -> None:
    operation = OPERATIONS[name]
    for body in BODIES.values():
        for status in (200, 400):
            result = operation.decode(status=status, body=body)
            if isinstance(result, Failure) and isinstance(result.failure(), DecodeError):
                failed(result)
            else:
                assert isinstance(
                    result.failure() if isinstance(result, Failure) else result.unwrap(), Record
                )


@pytest.mark.parametrize("status", [200, HTTPStatus.BAD_GATEWAY])
@pytest.mark.parametrize("name", NOT_JSON | NOT_XML)
def test_replies_that_are_no_documents(name: str, status: int) -> None:
    for corpus, form in ((NOT_JSON, "json"), (NOT_XML, "xml")):
        raw, why = corpus.get(name, (b"{", Malformed))
        if not raw.strip() or len(raw) > SMALL:
            continue
        (found,) = whys(GET.decode(status=status, body=raw, format=form))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        assert isinstance(found, NotJson if "page" in name and form == "xml" else why)


@pytest.mark.parametrize("name", HTML)
@pytest.mark.parametrize("status", [200, 302, 502])
def test_pages_of_proxies_are_told(name: str, status: int) -> None:
    assert whys(GET.decode(status=status, body=BODIES[name])) == (NotJson("an HTML page", status),)


@pytest.mark.parametrize(
    "thing", [name for name in THINGS if name not in ("bytes", "a lone surrogate", "a text that raises")]
)
def test_bodies_of_other_types(thing: str) -> None:
    (why,) = whys(GET.decode(status=400, body=THINGS[thing]))
    assert isinstance(why, WrongKind | Raised)


def test_a_body_that_cannot_be_read() -> None:
    assert whys(GET.decode(status=200, body=released())) == (Malformed("a memory view that cannot be read"),)


@pytest.mark.parametrize("thing", [name for name in THINGS if name not in ("an int", "an int that raises")])
def test_statuses_of_other_types(thing: str) -> None:
    (why,) = whys(GET.decode(status=THINGS[thing], body=b"{}"))
    assert isinstance(why, WrongKind | Raised)
    failed(GET.encode_error(ecr.ServerException(message="a"), status=THINGS[thing]))


HEADERS: dict[str, tuple[Any, object]] = {
    "a number": (5, WrongKind("a mapping of headers", "an integer")),
    "a list": (["a"], WrongKind("a mapping of headers", "an array")),
    "a text": ("x-amzn-errortype", WrongKind("a mapping of headers", "a string")),
    "a number for a name": ({1: "a"}, WrongKind("headers of text", "an integer")),
    "bytes": ({b"x-amzn-errortype": b"A"}, WrongKind("headers of text", "a bytes")),
    "no code": ({"X-Amzn-ErrorType": None}, WrongKind("headers of text", "null")),
    "codes": ({"x-amzn-errortype": ["A"]}, WrongKind("headers of text", "an array")),
    "one without a class": (NoClass(), WrongKind("a mapping of headers", "a NoClass")),
    "one without attributes": (NoAttributes(), Raised("ValueError")),
    "a dict that raises": (LyingDict(a="b"), Raised("ValueError")),
    "a name that raises": ({LyingText("x-amzn-errortype"): "A"}, Raised("ValueError")),
}


@pytest.mark.parametrize("name", HEADERS)
def test_headers_of_other_types(name: str) -> None:
    headers, why = HEADERS[name]
    for body in (b"", b"{}", b"<a/>"):
        assert whys(GET.decode(status=400, body=body, headers=headers)) == (why,)


@pytest.mark.parametrize(
    "headers", [None, {}, {"Content-Length": 5}, {"x-amzn-errortype": ""}, {"X-AMZN-ERRORTYPE": "#:"}]
)
def test_headers_without_a_code(headers: Any) -> None:
    assert whys(GET.decode(status=400, body=b"", headers=headers)) == (NotJson("an empty body", 400),)


@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("verb", ["error_of_json", "error_of_xml"])
def test_errors_of_any_thing(verb: str, thing: str) -> None:
    read = getattr(GET, verb)
    if not issubclass(type(THINGS[thing]), str):
        (why,) = whys(read(THINGS[thing], {}))
        assert isinstance(why, WrongKind | Raised)
    for code in ("ServerException", "OfTomorrow"):
        for tree in (
            THINGS[thing],
            {"message": THINGS[thing]},
            {"Message": THINGS[thing], "a": THINGS[thing]},
        ):
            settled(read(code, tree), DecodeError)


@pytest.mark.parametrize("endless", ENDLESS)
@pytest.mark.parametrize(
    "name", ["ecr_decode.ecr.DescribeImages", "ecr_decode.ecr_public.PutRegistryCatalogData"]
)
def test_errors_and_replies_that_never_end(name: str, endless: str) -> None:
    operation, made = OPERATIONS[name], ENDLESS[endless]()
    settled(operation.error_of_json("ServerException", made), DecodeError)
    settled(operation.error_of_xml("OfTomorrow", {"message": made}), DecodeError)
    members = {"imageDetails": made, "registryCatalogData": made}
    assert not settled(from_boto3(operation, members), DecodeError)


@pytest.mark.parametrize("thing", THINGS)
def test_whatever_is_written(thing: str) -> None:
    wrong = THINGS[thing]
    for result in (
        GET.encode(wrong),
        GET.encode(ecr.GetDownloadUrlForLayerRequest(repository_name=wrong, layer_digest="\ud800")),
        GET.encode_response(wrong),
        GET.encode_response(ecr.GetDownloadUrlForLayerResponse(download_url=wrong, layer_digest=1)),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        GET.error_to_json(wrong),
        GET.encode_error(wrong),
    ):
        assert not settled(result, EncodeError)
    for error in (
        ecr.ServerException(message=wrong),
        aws.UnknownError(code=wrong),
        aws.UnknownError(code="A", message=wrong),
    ):
        settled(GET.error_to_json(error), EncodeError)
        settled(GET.encode_error(error), EncodeError)
    assert not settled(GET.decode_request(wrong), DecodeError)
    assert not settled(GET.decode_request(aws.HttpRequest(body=wrong)), DecodeError)


@pytest.mark.parametrize("thing", THINGS)
def test_whatever_botocore_parsed(thing: str) -> None:
    wrong = THINGS[thing]
    settled(from_boto3(GET, wrong), DecodeError)
    assert not settled(
        from_boto3(ecr.describe_images, {"imageDetails": [wrong], "nextToken": [wrong]}), DecodeError
    )


def test_whatever_format_is_asked_for() -> None:
    for form in ("yaml", None, 5):
        assert isinstance(GET.decode(status=200, body=b"{}", format=form), Success)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("depth", [201, 1025, 100_000])
def test_deep_replies_are_too_deep(depth: int) -> None:
    deep = '{"message":' * depth + "1" + "}" * depth
    (why,) = whys(
        ecr.describe_images.decode(status=400, body='{"__type": "ServerException", "message": ' + deep + "}")
    )
    assert isinstance(why, TooDeep if depth > 1024 else WrongKind)
