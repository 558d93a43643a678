"""What the commands read: files of every kind, several documents in one, folders, and what they refuse."""

from __future__ import annotations

import codecs
import gzip
import json
import lzma
from base64 import b64encode
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ecr_decode import ecr
from ecr_decode.cli.sources import ENDINGS
from tests.cli.running import Ended, Run, command
from tests.oracle.catalogues import operations_of

__all__ = ["command"]  # a fixture

packed = partial(gzip.compress, mtime=0)
REPLY = {"imageIds": [{"imageTag": "v1"}]}
LINE = '{"imageIds":[{"imageTag":"v1"}]}\n'
CALL = {
    "eventTime": "2018-07-11T22:17:44Z",
    "eventSource": "ecr.amazonaws.com",
    "eventName": "ListImages",
    "requestParameters": {"repositoryName": "app"},
    "responseElements": None,
}
UNTIMED = {name: value for name, value in CALL.items() if name != "eventTime"}
EVENT: dict[str, Any] = {
    "version": "0",
    "id": "1",
    "detail-type": "ECR Image Action",
    "source": "aws.ecr",
    "account": "012345678910",
    "region": "us-west-2",
    "resources": [],
    "time": "2019-11-16T01:54:34Z",
    "detail": {"result": "SUCCESS", "repository-name": "app", "action-type": "PUSH"},
}
GONE = {"__type": "RepositoryNotFoundException", "message": "gone"}


def dumped(*documents: Any, between: str = "\n") -> str:
    return between.join(map(json.dumps, documents))


# how a text is written down


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(codecs.BOM_UTF8 + dumped(REPLY).encode(), id="UTF-8 with a mark"),
        pytest.param(dumped(REPLY).encode("utf-16"), id="UTF-16"),
        pytest.param(codecs.BOM_UTF16_BE + dumped(REPLY).encode("utf-16-be"), id="UTF-16, big end first"),
        pytest.param(dumped(REPLY).encode("utf-16-le"), id="UTF-16 without a mark"),
        pytest.param(dumped(REPLY).encode("utf-16-be"), id="UTF-16 without a mark, big end first"),
        pytest.param(dumped(REPLY).replace("}", "}\r\n").encode("utf-16"), id="PowerShell"),
        pytest.param(packed(dumped(REPLY).encode()), id="gzip"),
        pytest.param(packed(dumped(REPLY).encode("utf-16")), id="gzip of UTF-16"),
        pytest.param(dumped(REPLY | {"ResponseMetadata": {}}).encode(), id="boto3"),
        pytest.param(
            b"<ListImagesResponse><imageIds><member><imageTag>v1</imageTag></member></imageIds>"
            b"</ListImagesResponse>",
            id="XML",
        ),
    ],
)
@pytest.mark.parametrize("name", [[], ["ListImages"]])
def test_a_text_is_read_as_it_is_written_down(command: Run, raw: bytes, name: list[str]) -> None:
    assert command("decode", "--compact", *name, stdin=raw) == Ended(0, LINE, "")


def test_yaml_of_the_aws_cli(command: Run, tmp_path: Path) -> None:
    file = tmp_path / "reply.yaml"
    file.write_text("imageIds:\n- imageTag: v1\n")
    assert command("decode", "--compact", str(file)) == Ended(0, LINE, "")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"PK\x03\x04....", "expected text, gzip or zstandard, got zip"),
        (b"PAR1....", "expected text, gzip or zstandard, got Parquet"),
        (b"BZh91AY", "expected text, gzip or zstandard, got bzip2"),
        (lzma.compress(b"{}"), "expected text, gzip or zstandard, got xz"),
        (b"a" * 257 + b"ustar", "it is a tar archive; unpack it first"),
        (b"%PDF-1.4", "it is a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0", "it is an image"),
        (b"{'imageIds': []}", "it is the text of a Python dict; write it with json.dumps"),
        (b"-" * 30 + b"\n|  ListImages  |\n", "it is a table of the AWS CLI; write it with --output json"),
        (b"IMAGEIDS\tsha256:00\n", "it is text output of the AWS CLI; write it with --output json"),
        (b"\x00\x01\x02\x03", "it is binary data, not a text"),
        (codecs.BOM_UTF16_LE + b"{\x00}", "expected UTF-16, got other bytes"),
        ("{}".encode("utf-32"), "expected UTF-8 or UTF-16, got UTF-32"),
        (packed(b"{}" * 99)[:-9], "expected more gzip data, got the end of the source"),
        (b"\x1f\x8bnothing", "expected gzip data, got damaged bytes"),
    ],
)
def test_what_is_not_read_is_named(command: Run, raw: bytes, said: str) -> None:
    assert command("decode", stdin=raw) == Ended(2, "", f"cannot read -: {said}\n")
    assert command("decode", "ListImages", stdin=raw)[::2] == (2, f"cannot read -: {said}\n")


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "expected a document, got an empty input"),
        (b" \n", "expected a document, got an empty input"),
        (b"<!doctype html><html>", "expected a document, got an HTML page"),
        (b'{"imageIds": [}', 'line 1, column 15: expected a value or "]", got "}"'),
        (b"hello", "line 1, column 1: expected a value, got a word"),
    ],
)
def test_what_is_no_document_is_an_error(command: Run, raw: bytes, said: str) -> None:
    assert command("decode", stdin=raw) == Ended(1, "", f"{said}\n")


@pytest.mark.parametrize(
    ("raw", "got"),
    [
        (b"3", "an integer"),
        (b"{}", "an object without members"),
        (b'{"colour": 1, "size": 2}', 'the members "colour" and "size"'),
        (b"<colour/>", "XML of no operation"),
        (b'{"nextToken": "aa", "uploadId": "bbb"}', "a reply of "),
    ],
)
def test_what_is_not_recognised_is_told(command: Run, raw: bytes, got: str) -> None:
    status, out, err = command("decode", stdin=raw)
    assert (status, out) == (1, "")
    assert err.startswith(f"cannot tell what this is: {got}")
    assert err.endswith(
        "; name an operation or a document before the file, as in: ecr-decode decode ListImages FILE\n"
    )


ASKED = b'{"repositoryName": "app", "imageIds": [], "acceptedMediaTypes": ["a"]}'


def test_a_request_is_read_as_one(command: Run) -> None:
    said = json.dumps(json.loads(ASKED), separators=(",", ":")) + "\n"
    for arguments in (("BatchGetImage", "--request"), ("--request", "ecr:BatchGetImage"), ()):
        assert command("decode", *arguments, "--compact", stdin=ASKED) == Ended(0, said, "")
    assert command("explain", stdin=ASKED) == Ended(
        1,
        "-: a request of BatchGetImage, 1 problem\n  $: object of 3 members\n"
        "    imageIds: array of 0 items\n      ! expected 1 to 100 items\n",
        "",
    )
    status, out, _ = command("stats", "--request", "batch-get-image", stdin=ASKED + b"\n" + ASKED)
    assert status == 0
    assert "2  BatchGetImage request\n" in out


@pytest.mark.parametrize(
    ("arguments", "raw", "status", "said"),
    [
        (
            "BatchGetImage",
            ASKED,
            1,
            'expected a reply of BatchGetImage, got the members "repositoryName" and "imageIds" and '
            '"acceptedMediaTypes"; it looks like its request, for --request (--lenient to allow)',
        ),
        (
            "GetAuthorizationToken",
            ASKED,
            1,
            'expected a reply of GetAuthorizationToken, got the members "repositoryName" and "imageIds" and '
            '"acceptedMediaTypes"; it looks like a request of BatchGetImage (--lenient to allow)',
        ),
        (
            "DescribeRepositories --request",
            b'{"imageTag": "a"}',
            1,
            'expected a request of DescribeRepositories, got the member "imageTag"; it looks like a '
            "request of PutImage (--lenient to allow)",
        ),
        (
            "--service ecr",
            b'{"repositoryName": "app", "force": true}',
            1,
            'cannot tell what this is: a request of "DeleteRepository" or "SetRepositoryPolicy"; name one of '
            "them, as in: ecr-decode decode DeleteRepository --request FILE",
        ),
        (
            "--service ecr-public ListImags",
            ASKED,
            2,
            'no operation, document or file "ListImags"',
        ),
        ("BatchGetImage --request", b'{"imageIds": {}}', 1, "$.repositoryName: missing"),
        ("policy --request", b"", 2, '--request is for operations, and "policy" is a document'),
        (
            "--request",
            ASKED,
            2,
            "--request needs the name of an operation, as in: ecr-decode decode ListImages --request FILE",
        ),
        (
            "--request ListImages --status 400",
            ASKED,
            2,
            "--status and --header are for replies, and --request is for requests",
        ),
        (
            "--request ListImags",
            ASKED,
            2,
            'no operation, document or file "ListImags"; did you mean ListImages?',
        ),
    ],
)
def test_what_is_no_request_is_told(command: Run, arguments: str, raw: bytes, status: int, said: str) -> None:
    ended = command("decode", *arguments.split(), stdin=raw)
    assert (ended.status, ended.out) == (status, "")
    assert ended.err.splitlines()[0] == said


def test_a_request_of_no_known_member_may_be_allowed(command: Run) -> None:
    ended = command("decode", "DescribeRepositories", "--request", "--lenient", stdin=b'{"imageTag": "a"}')
    assert ended == Ended(0, "{}\n", "")


# several documents in one source


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param(dumped(CALL, UNTIMED, CALL), ":2: $", id="JSON Lines"),
        pytest.param("\n" + dumped(CALL, UNTIMED, CALL, between="\r\n\r\n"), ":4: $", id="blank lines"),
        pytest.param(dumped({"Records": [CALL, UNTIMED, CALL]}), ": $.Records[1]", id="a file of CloudTrail"),
        pytest.param(dumped([CALL, UNTIMED, CALL]), ": $[1]", id="an array"),
        pytest.param(dumped(CALL, UNTIMED, CALL, between=""), ":1: $", id="one behind the other"),
        pytest.param(
            "\n\n".join(json.dumps(each, indent=1) for each in (CALL, UNTIMED, CALL)), ":11: $", id="indented"
        ),
        pytest.param(
            dumped({"Events": [{"CloudTrailEvent": json.dumps(each)} for each in (CALL, UNTIMED, CALL)]}),
            ": $.Events[1].CloudTrailEvent -> $",
            id="the output of lookup-events",
        ),
    ],
)
@pytest.mark.parametrize("is_packed", [False, True])
def test_the_documents_of_one_source(command: Run, text: str, where: str, is_packed: bool) -> None:
    raw = packed(text.encode()) if is_packed else text.encode()
    status, out, err = command("decode", stdin=raw)
    assert (status, err) == (1, f"-{where}.eventTime: missing\n")
    assert [json.loads(line) for line in out.splitlines()] == [CALL, CALL]
    assert command("decode", "cloudtrail", stdin=raw) == (status, out, err)


def test_lines_of_events_are_recognised_by_the_first(command: Run) -> None:
    status, out, _ = command("decode", stdin=dumped(EVENT, EVENT).encode())
    assert (status, [json.loads(line) for line in out.splitlines()]) == (0, [EVENT, EVENT])


def test_lines_may_be_of_several_kinds(command: Run) -> None:
    kinds = [EVENT, CALL, REPLY, {"odd": 1}, UNTIMED, GONE, EVENT]
    status, out, err = command("decode", stdin=dumped(*kinds).encode())
    assert status == 1
    assert [json.loads(line) for line in out.splitlines()] == [EVENT, CALL, REPLY, EVENT]
    wrong = [line.split(": ", 1)[0] for line in err.splitlines()]
    assert wrong == ["-:4", "-:5", "-:6"]
    assert 'expected a reply of ListImages, got the member "odd"' in err
    assert "-:5: $.eventTime: missing" in err
    assert "-:6: RepositoryNotFoundException: gone" in err


def test_lines_before_the_place_where_a_source_is_cut_are_read(command: Run) -> None:
    raw = packed((LINE * 3).encode())[:-9]
    said = "cannot read -: expected more gzip data, got the end of the source\n"
    assert command("decode", stdin=raw) == Ended(2, LINE * 3, said)


def test_max_errors_ends_early(command: Run) -> None:
    status, out, err = command("decode", "--max-errors", "2", stdin=dumped(*[UNTIMED] * 4, CALL).encode())
    assert (status, out) == (1, "")
    assert (
        err == "-:1: $.eventTime: missing\n-:2: $.eventTime: missing\nstopped after 2 documents with errors\n"
    )


INTERACTIONS: list[dict[str, Any]] = [
    {
        "request": {"headers": {"X-Amz-Target": ["AmazonEC2ContainerRegistry_V20150921.ListImages"]}},
        "response": {"status": {"code": 200}, "headers": {}, "body": {"string": json.dumps(REPLY)}},
    },
    {"request": {"headers": {"X-Amz-Target": ["DynamoDB_20120810.GetItem"]}}, "response": {}},
    {"request": {"headers": {}}, "response": {"body": {"string": "<Other/>"}}},
    {
        "request": {"headers": {"x-amz-target": "AmazonEC2ContainerRegistry_V20150921.ListImages"}},
        "response": {
            "status": {"code": 400},
            "headers": {"x-amzn-ErrorType": ["RepositoryNotFoundException"]},
            "body": {"string": '{"message": "gone"}'},
        },
    },
]
CASSETTE_IN_YAML = """
interactions:
- request:
    headers:
      X-Amz-Target:
      - !!binary QW1hem9uRUMyQ29udGFpbmVyUmVnaXN0cnlfVjIwMTUwOTIxLkxpc3RJbWFnZXM=
  response:
    body: {string: '{"imageIds":[{"imageTag":"v1"}]}'}
    status: {code: 200, message: OK}
- request:
    headers:
      X-Amz-Target: [AmazonEC2ContainerRegistry_V20150921.ListImages]
  response:
    body:
      string: !!binary BODY
    headers: {x-amzn-errortype: [RepositoryNotFoundException]}
    status: {code: 400, message: Bad Request}
version: 1
""".lstrip().replace("BODY", b64encode(packed(b'{"message": "gone"}')).decode())


@pytest.mark.parametrize(
    ("cassette", "last"),
    [
        pytest.param(dumped({"version": 1, "interactions": INTERACTIONS}), 3, id="JSON"),
        pytest.param(dumped({"interactions": INTERACTIONS}), 3, id="JSON in another order"),
        pytest.param(CASSETTE_IN_YAML, 1, id="YAML"),
    ],
)
def test_the_replies_of_a_cassette(command: Run, cassette: str, last: int) -> None:
    refused = f"-: $.interactions[{last}].response.body: RepositoryNotFoundException: gone\n"
    assert command("decode", stdin=cassette.encode()) == Ended(1, LINE, refused)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("interactions: []", "it is a cassette without a call of Amazon ECR"),
        ("interactions: [1, {request: 2, response: 3}]", "it is a cassette without a call of Amazon ECR"),
        ("interactions: 5", "it is a cassette without a call of Amazon ECR"),
        ("interactions: }", "it is not valid YAML at line 1, column 15"),
        ("interactions: !!python/object:os.system {}", "it is not valid YAML at line 1, column 15"),
        ("version: &a [*a]", "it is YAML that JSON cannot hold"),
    ],
)
def test_a_cassette_that_holds_nothing(command: Run, text: str, said: str) -> None:
    assert command("decode", stdin=text.encode()) == Ended(2, "", f"cannot read -: {said}\n")


@pytest.mark.parametrize(
    "text",
    [
        "\nAn error occurred (RepositoryNotFoundException) when calling the ListImages operation: gone\n",
        "aws: [ERROR]: An error occurred (RepositoryNotFoundException) when calling the ListImages "
        "operation: gone",
        "botocore.exceptions.ClientError: An error occurred (RepositoryNotFoundException) when calling the "
        "ListImages operation (reached max retries: 4): gone",
        "An error occurred (RepositoryNotFoundException) when calling the GetItem operation: gone",
    ],
)
def test_an_error_in_the_words_of_the_aws_cli(command: Run, text: str) -> None:
    assert command("decode", stdin=text.encode()) == Ended(1, "", "RepositoryNotFoundException: gone\n")
    assert command("decode", stdin=text.encode("utf-16")) == Ended(
        1, "", "RepositoryNotFoundException: gone\n"
    )


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_a_reply_as_curl_prints_it(command: Run, newline: str) -> None:
    status = f"HTTP/1.1 400 Bad Request{newline}"
    refused = f'{status}x-amzn-ErrorType: ServerException{newline}{newline}{{"message": "later"}}'
    assert command("decode", "ListImages", stdin=refused.encode()) == Ended(1, "", "ServerException: later\n")
    succeeded = f"HTTP/2 200{newline}Date: now{newline}{newline}{dumped(REPLY)}"
    went_on = f"HTTP/1.1 100 Continue{newline}{newline}{succeeded}"
    assert command("decode", "ListImages", "--compact", stdin=went_on.encode()) == Ended(0, LINE, "")
    assert command("decode", "--compact", stdin=went_on.encode()) == Ended(0, LINE, "")
    empty = f"HTTP/1.1 200 OK{newline}Content-Length: 0{newline}"
    assert command("decode", "ListImages", "--compact", stdin=empty.encode()) == Ended(0, "{}\n", "")
    assert command("decode", "ListImages", stdin=f"{status}no header".encode()).status == 1


def test_a_text_in_base64_in_a_cassette(command: Run) -> None:
    call = {"request": INTERACTIONS[0]["request"], "response": {"body": {"base64_string": ""}}}
    for text, ended in (
        (b64encode(dumped(REPLY).encode()).decode(), Ended(0, LINE, "")),
        (b64encode(packed(dumped(REPLY).encode())).decode(), Ended(0, LINE, "")),
    ):
        call["response"]["body"]["base64_string"] = text
        assert command("decode", stdin=dumped({"interactions": [call]}).encode()) == ended
    call["response"]["body"]["base64_string"] = "???"
    assert command("decode", stdin=dumped({"interactions": [call]}).encode()).status == 1


def test_a_new_member_of_the_service_does_not_hide_what_a_reply_is(command: Run) -> None:
    body = dumped({**REPLY, "nextToken": "a", "tomorrow": 1}).encode()
    assert command("decode", "--compact", stdin=body) == command(
        "decode", "ListImages", "--compact", stdin=body
    )


# folders and several files


def test_a_folder_is_read_in_the_order_of_names(command: Run, tmp_path: Path) -> None:
    for name, tag in (("b/2.json", "two"), ("a.json.gz", "one"), (".hidden/3.json", "no"), ("c.txt", "no")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        raw = dumped({"imageIds": [{"imageTag": tag}]}).encode()
        (tmp_path / name).write_bytes(packed(raw) if name.endswith("gz") else raw)
    status, out, err = command("decode", "ListImages", str(tmp_path))
    assert (status, err) == (0, "")
    assert out == LINE.replace("v1", "one") + LINE.replace("v1", "two")


def test_a_folder_without_files_is_an_error(command: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("{}")
    said = f"cannot read {tmp_path}: no files in it that end in {', '.join(ENDINGS)}\n"
    assert command("decode", str(tmp_path)) == Ended(2, "", said)


def test_what_cannot_be_read_does_not_stop_the_others(command: Run, tmp_path: Path) -> None:
    good, gone = tmp_path / "good.json", tmp_path / "gone.json"
    good.write_text(dumped(REPLY))
    assert command("decode", str(gone), str(good)) == Ended(
        2, LINE, f"cannot read {gone}: No such file or directory\n"
    )


def test_a_file_may_be_called_as_a_document_is(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("policy").write_text(dumped(REPLY))
    assert command("decode", "./policy", "--compact") == Ended(0, LINE, "")
    assert "$.Statement: missing\n" in command("decode", "policy", "policy").err


# recognising


@pytest.mark.parametrize("operation", operations_of(ecr), ids=lambda each: each.name)
def test_a_reply_is_recognised_by_its_members(command: Run, operation: Any) -> None:
    """All that a reply keeps when its operation is named, it keeps when it is recognised."""
    names = [member.wire for member in operation.response.node.members]
    if not names:
        pytest.skip("the reply has no members")
    body = json.dumps(dict.fromkeys(names)).encode()
    named = command("decode", operation.name, stdin=body)
    found = command("decode", stdin=body)
    assert found == named or "a reply of " in found.err
