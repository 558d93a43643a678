"""What the page for users of Awso says is so: each row has a test, and each test has a row."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeAlias, get_args

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    BadValue,
    ConstraintError,
    DecodeError,
    JsonValue,
    Malformed,
    Missing,
    NotJson,
    Problem,
    WrongKind,
    aws,
    dict_of,
    ecr,
    outcome,
)
from ecr_decode.ecr import GetDownloadUrlForLayerResponse as Response
from ecr_decode.write import value as v
from tests.tables import Row, code, rows

Test: TypeAlias = Callable[[], None]

DIGEST = "sha256:00"
URL = "https://layers.example/0"
TREE: JsonValue = {"downloadUrl": URL, "layerDigest": DIGEST}
operation = ecr.get_download_url_for_layer
response = Response(download_url=URL, layer_digest=DIGEST)
error = ecr.LayersNotFoundException(message="none")

TESTS: dict[tuple[str, str], Test] = {}


def of(section: str, *names: str) -> Callable[[Test], Test]:
    """Name the rows that a function tests."""

    def listed(test: Test) -> Test:
        TESTS.update({(section, name): test for name in names})
        return test

    return listed


def one(result: Any) -> object:
    """The only thing that is wrong."""
    (problem,) = result.failure().problems
    return problem


# the response

RESPONSE = "## The response"


@of(RESPONSE, "t")
def the_type() -> None:
    assert (response.download_url, response.layer_digest) == (URL, DIGEST)
    assert Response() == Response(download_url=None, layer_digest=None)
    with pytest.raises(AttributeError):
        response.download_url = None  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


@of(RESPONSE, "make")
def making() -> None:
    assert Response.make(download_url=URL, layer_digest=DIGEST) == Success(response)
    assert Response.make() == Success(Response())
    assert isinstance(Response.make(layer_digest="00").failure(), ConstraintError)
    assert Response(layer_digest="00").layer_digest == "00"


@of(RESPONSE, "of_json")
def reading_json() -> None:
    assert Response.of_json(TREE) == Success(response)
    assert Response.of_json({"layerDigest": None, "more": 1}) == Success(Response())
    wrong = Response.of_json({"downloadUrl": 1, "layerDigest": []}).failure()
    assert [problem.path for problem in wrong.problems] == [("downloadUrl",), ("layerDigest",)]


@of(RESPONSE, "of_xml")
def reading_xml() -> None:
    assert Response.of_xml({"downloadUrl": URL, "layerDigest": DIGEST}) == Success(response)
    assert Response.of_xml({"e:layerDigest": None}) == Success(Response(layer_digest=""))


@of(RESPONSE, "of_string")
def reading_text() -> None:
    xml = f"<any><downloadUrl>{URL}</downloadUrl><layerDigest>{DIGEST}</layerDigest></any>"
    json = f'{{"downloadUrl": "{URL}", "layerDigest": "{DIGEST}"}}'
    for text in (xml, json, xml.encode(), json.encode()):
        assert Response.of_string(text) == Success(response)


@of(RESPONSE, "to_json")
def writing_json() -> None:
    assert response.to_json() == Success(TREE)
    assert Response().encode_json() == Success(b"{}")
    made = ecr.Repository(created_at=datetime(2019, 2, 11, 18, tzinfo=UTC))
    assert made.to_json() == Success({"createdAt": 1549908000})


@of(RESPONSE, "to_value")
def writing_tags() -> None:
    tagged = response.to_value().unwrap()
    assert isinstance(tagged, v.Structure)
    assert tagged.members == (("downloadUrl", v.String(URL)), ("layerDigest", v.String(DIGEST)))
    tags = "Structure List Map String Integer Long Double Boolean Timestamp Blob Enum"
    assert {kind.__name__ for kind in get_args(v.Value)} - {"Null", "Document", "Decimal"} == {*tags.split()}


@of(RESPONSE, "to_query")
def writing_a_query() -> None:
    assert response.to_query() == Success((("downloadUrl", URL), ("layerDigest", DIGEST)))
    tags = ecr.TagResourceRequest(resource_arn="a", tags=(ecr.Tag(key="k", value="w"),))
    assert tags.to_query() == Success(
        (("resourceArn", "a"), ("tags.member.1.Key", "k"), ("tags.member.1.Value", "w"))
    )


@of(RESPONSE, "error_of_json")
def reading_errors_in_json() -> None:
    for members in ({"message": "none"}, {"Message": "none"}):
        assert operation.error_of_json("a.b#LayersNotFoundException:u", members) == Success(error)


@of(RESPONSE, "error_of_xml")
def reading_errors_in_xml() -> None:
    for members in ({"message": "none"}, {"Message": "none"}):
        assert operation.error_of_xml("a.b#LayersNotFoundException:u", members) == Success(error)


@of(RESPONSE, "error_to_json")
def writing_errors() -> None:
    tree: Any = operation.error_to_json(error).unwrap()
    assert tree == {"__type": "LayersNotFoundException", "message": "none"}
    assert operation.error_of_json(tree["__type"], tree) == Success(error)


# the error

ERROR = "## The error"
ERRORS = [cls for cls in get_args(ecr.GetDownloadUrlForLayerError) if cls is not ecr.UnknownError]


@of(ERROR, *(f"`{cls.__name__}" for cls in ERRORS))
def the_six_errors() -> None:
    assert len(ERRORS) == 6
    assert {*operation.errors} == {cls.__name__ for cls in ERRORS}
    for cls in ERRORS:
        assert operation.error_of_json(cls.__name__, {"message": "m"}) == Success(cls(message="m"))


@of(ERROR, "`Unknown_operation_error")
def the_seventh_error() -> None:
    body = b'{"__type": "AccessDeniedException", "Message": "m", "more": 1}'
    assert operation.decode(status=400, body=body) == Failure(
        ecr.UnknownError(code="AccessDeniedException", message="m")
    )


# texts

TEXT = "## Texts: `Url` and `LayerDigest`"
TEXTS = ((ecr.layer_digest, DIGEST), (ecr.url, URL))


@of(TEXT, "t")
def texts() -> None:
    assert ecr.LayerDigest is str
    assert ecr.Url is str
    assert ecr.layer_digest.of_json("no digest") == Success("no digest")


@of(TEXT, "make")
def checking_texts() -> None:
    assert ecr.layer_digest.check(DIGEST) == Success(DIGEST)
    assert isinstance(ecr.layer_digest.check(f"({DIGEST})").failure(), ConstraintError)
    assert ecr.url.check("any text") == Success("any text")


@of(TEXT, "to_value")
def tagging_texts() -> None:
    for codec, text in TEXTS:
        assert codec.to_value(text) == Success(v.String(text))


@of(TEXT, "to_query")
def querying_texts() -> None:
    for codec, text in TEXTS:
        assert one(codec.to_query(text)) == Problem((), WrongKind("named members", "a value alone"))


@of(TEXT, "of_xml", "of_json", "to_json", "to_header")
def texts_in_every_form() -> None:
    for codec, text in TEXTS:
        assert codec.of_xml(text) == codec.of_json(text) == Success(text)
        assert codec.to_json(text) == codec.to_xml(text) == Success(text)
        assert one(codec.of_json(5)) == Problem((), WrongKind("a string", "an integer"))


@of(TEXT, "of_string")
def texts_in_documents() -> None:
    for codec, text in TEXTS:
        assert codec.of_string(f'"{text}"') == codec.of_string(f"<a>{text}</a>") == Success(text)
        assert isinstance(codec.of_string(text).failure(), DecodeError)


# the same input

INPUT = "## Where they differ on the same input"


@of(INPUT, "large integers")
def large_integers() -> None:
    for number in (2**53 + 1, 2**63 - 1, -(2**63)):
        assert ecr.InitiateLayerUploadResponse.of_json({"partSize": number}).unwrap().part_size == number
    assert isinstance(ecr.InitiateLayerUploadResponse.of_json({"partSize": 2**63}).failure(), DecodeError)


@of(INPUT, "fractions for integers")
def fractions() -> None:
    assert one(ecr.InitiateLayerUploadResponse.of_json({"partSize": 1.9})) == Problem(
        ("partSize",), WrongKind("an integer", "a number")
    )


@of(INPUT, "numbers as text")
def numbers_as_text() -> None:
    assert ecr.InitiateLayerUploadResponse.of_json({"partSize": "12"}).unwrap().part_size == 12


@of(INPUT, "timestamps")
def timestamps() -> None:
    moment = datetime(2019, 2, 11, 18, tzinfo=UTC)
    for spelled in (1549908000, 1.549908e9, "2019-02-11T18:00:00Z", "Mon, 11 Feb 2019 18:00:00 GMT"):
        assert ecr.Repository.of_json({"createdAt": spelled}) == Success(ecr.Repository(created_at=moment))


@of(INPUT, "blobs")
def blobs() -> None:
    part = {"repositoryName": "app", "uploadId": "u", "partFirstByte": 0, "partLastByte": 0}
    assert (
        ecr.UploadLayerPartRequest.of_json({**part, "layerPartBlob": "YQ=="}).unwrap().layer_part_blob == b"a"
    )
    assert one(ecr.UploadLayerPartRequest.of_json({**part, "layerPartBlob": "YQ"})) == Problem(
        ("layerPartBlob",), WrongKind("base64 text", "other text")
    )


@of(INPUT, "unknown values of an enumeration")
def unknown_values() -> None:
    read = ecr.ImageScanStatus.of_json({"status": "TOMORROW"}).unwrap()
    assert isinstance(read.status, ecr.ScanStatus)
    assert not read.status.known
    assert read.to_json() == Success({"status": "TOMORROW"})


@of(INPUT, "maps in XML")
def maps_in_xml() -> None:
    counts = dict_of(aws.integer, keys=ecr.finding_severity)
    written = b"<r><entry><key>HIGH</key><value>2</value></entry></r>"
    assert counts.decode_xml(written, style=aws.xml) == Success({ecr.FindingSeverity.HIGH: 2})
    assert counts.encode_xml({"HIGH": 2}, root="r", style=aws.xml) == Success(written)


@of(INPUT, "several wrong members")
def several_wrong_members() -> None:
    wrong = ecr.GetDownloadUrlForLayerRequest.of_json({"repositoryName": 1}).failure()
    assert wrong.problems == (
        Problem(("repositoryName",), WrongKind("a string", "an integer")),
        Problem(("layerDigest",), Missing()),
    )


@of(INPUT, "a member given twice in JSON")
def twice_in_json() -> None:
    assert Response.decode_json('{"downloadUrl": "a", "downloadUrl": "b"}') == Success(
        Response(download_url="b")
    )


@of(INPUT, "a member given twice in XML")
def twice_in_xml() -> None:
    twice = Response.decode_xml("<r><downloadUrl>a</downloadUrl><downloadUrl>b</downloadUrl></r>")
    assert one(twice) == Problem(("downloadUrl",), WrongKind("a string", "several elements"))


@of(INPUT, "null for an optional member")
def null_for_a_member() -> None:
    assert Response.decode_json('{"downloadUrl": null}') == Success(Response())


@of(INPUT, "null in a list")
def null_in_a_list() -> None:
    found = ecr.ListImagesResponse.decode_json('{"imageIds": [null, {}]}')
    assert found == Success(ecr.ListImagesResponse(image_ids=(ecr.ImageIdentifier(),)))


@of(INPUT, "required members of what is only received")
def required_members() -> None:
    assert one(ecr.Attribute.of_json({"value": "v"})) == Problem(("key",), Missing())


@of(INPUT, "bounds of lists on reading")
def bounds_of_lists() -> None:
    assert ecr.ListImagesResponse.of_json({"imageIds": []}) == Success(ecr.ListImagesResponse(image_ids=()))
    assert ecr.ListImagesResponse.of_xml({"imageIds": None}) == Success(ecr.ListImagesResponse(image_ids=()))
    assert isinstance(ecr.ListImagesResponse.make(image_ids=()).failure(), ConstraintError)


@of(INPUT, "lengths of texts")
def lengths_of_texts() -> None:
    assert ecr.image_tag.check("é" * 300) == Success("é" * 300)
    assert one(ecr.image_tag.check("é" * 301)) == Problem(
        (), BadValue("expected a length of 1 to 300 characters")
    )


@of(INPUT, "the code of an error")
def codes_of_errors() -> None:
    name = "com.amazonaws.ecr#LayersNotFoundException:http://x/"
    for headers, body in (
        ({"X-Amzn-ErrorType": name}, "{}"),
        ({}, f'{{"__type": "{name}"}}'),
        ({}, f'{{"code": "{name}"}}'),
    ):
        assert operation.decode(status=400, headers=headers, body=body) == Failure(
            ecr.LayersNotFoundException()
        )


@of(INPUT, "the message of an error")
def messages_of_errors() -> None:
    for name in ("message", "Message"):
        body = f'{{"__type": "LayersNotFoundException", "{name}": "none"}}'
        assert operation.decode(status=400, body=body) == Failure(error)


@of(INPUT, "an error in XML")
def errors_in_xml() -> None:
    inner = "<Error><Code>LayersNotFoundException</Code><Message>none</Message></Error>"
    for body in (
        inner,
        f"<ErrorResponse>{inner}</ErrorResponse>",
        f"<Response><Errors>{inner}</Errors></Response>",
    ):
        assert operation.decode(status=400, body=body) == Failure(error)


@of(INPUT, "a body that is no document")
def no_document() -> None:
    for body in ('{"downloadUrl"', "<downloadUrl>"):
        found = outcome(operation.decode(status=200, body=body))
        assert isinstance(found, DecodeError)
        assert isinstance(found.problems[0].why, Malformed)


@of(INPUT, "an error reply without a code")
def no_code() -> None:
    assert one(operation.decode(status=500, body="")) == Problem((), NotJson("an empty body", 500))


@of(INPUT, "text between the items of a list in XML")
def text_between_items() -> None:
    blank = "<r><imageIds>\n <member><imageTag>a</imageTag></member>\n</imageIds></r>"
    assert ecr.ListImagesResponse.decode_xml(blank).unwrap().image_ids == (
        ecr.ImageIdentifier(image_tag="a"),
    )
    found = ecr.ListImagesResponse.decode_xml(blank.replace("\n", "text"))
    assert one(found) == Problem(("imageIds",), WrongKind("an array", "an element"))


# the page and the tests are the same

SECTIONS = (RESPONSE, ERROR, TEXT, INPUT)
ROWS = [
    pytest.param(section, row, id=code(row[0])) for section in SECTIONS for row in rows("awso.md", section)
]
NAMES = {"ecr": ecr, "operation": operation, "response": response}


@pytest.mark.parametrize(("section", "row"), ROWS)
def test_what_a_row_says_is_so(section: str, row: Row) -> None:
    TESTS[section, code(row[0])]()


@pytest.mark.parametrize(("section", "row"), [param for param in ROWS if param.values[0] != INPUT])
def test_the_name_in_a_row_is_there(section: str, row: Row) -> None:
    first, *rest = code(row[1]).split(".")
    found: object = NAMES[first]
    for name in rest:
        found = getattr(found, name)
    assert callable(found)


def test_every_row_has_a_test_and_every_test_a_row() -> None:
    assert {(section, code(row[0])) for section in SECTIONS for row in rows("awso.md", section)} == {*TESTS}


def test_the_page_has_every_function_of_the_modules() -> None:
    functions = "make of_json of_xml of_string to_json to_value to_query"
    errors = "error_of_json error_of_xml error_to_json"
    assert {code(row[0]) for row in rows("awso.md", RESPONSE)} == {"t", *functions.split(), *errors.split()}
    assert {code(row[0]) for row in rows("awso.md", TEXT)} == {"t", *functions.split(), "to_header"}
