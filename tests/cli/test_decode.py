"""`ecr-decode decode`: what it prints, where, and how it ends."""

from __future__ import annotations

import json
from functools import partial
from importlib.metadata import version
from pathlib import Path

import orjson
import pytest
from returns.result import Success

from ecr_decode import ecr
from ecr_decode.aws import Operation
from ecr_decode.cli import main
from ecr_decode.cli.main import COMMANDS
from tests.cli.running import Ended, Run, command
from tests.tables import ROOT

__all__ = ["command"]  # a fixture

OPERATION = "GetDownloadUrlForLayer"
FOUND = str(ROOT / "examples" / "get_download_url_for_layer.json")
FOUND_IN_XML = str(ROOT / "examples" / "get_download_url_for_layer.xml")
NOT_FOUND = str(ROOT / "examples" / "layers_not_found.json")


@pytest.fixture
def run(command: Run) -> Run:
    """Run `decode`."""
    return partial(command, "decode")


def test_a_reply_is_printed_as_json(run: Run) -> None:
    status, out, err = run(OPERATION, FOUND)
    assert (status, err) == (0, "")
    body = Path(FOUND).read_bytes()
    assert ecr.GetDownloadUrlForLayerResponse.decode_json(
        out
    ) == ecr.GetDownloadUrlForLayerResponse.decode_json(body)
    assert (
        out == orjson.dumps(json.loads(body), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE).decode()
    )


def test_xml_is_printed_as_the_same_json(run: Run) -> None:
    assert run(OPERATION, FOUND_IN_XML) == run(OPERATION, FOUND)


@pytest.mark.parametrize("file", [[], ["-"]])
def test_standard_input_is_read(run: Run, file: list[str]) -> None:
    body = Path(FOUND).read_bytes()
    assert run(OPERATION, *file, stdin=body) == run(OPERATION, FOUND)


@pytest.mark.parametrize(
    "arguments",
    [
        [OPERATION, NOT_FOUND, "--status", "400"],
        [OPERATION, "--status", "400", NOT_FOUND],
        ["--status", "400", OPERATION, NOT_FOUND],
        ["--status=400", OPERATION, "--format=json", NOT_FOUND, "--show-values"],
    ],
)
def test_options_may_stand_anywhere(run: Run, arguments: list[str]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (1, "")
    assert err.startswith("LayersNotFoundException: One or more layers could not be found")


@pytest.mark.parametrize(
    "name",
    [
        "get_download_url_for_layer",
        "get-download-url-for-layer",
        "getdownloadurlforlayer",
        "GETDOWNLOADURLFORLAYER",
        "ecr:GetDownloadUrlForLayer",
        "AmazonEC2ContainerRegistry_V20150921.GetDownloadUrlForLayer",
    ],
)
def test_an_operation_may_be_named_in_any_spelling(run: Run, name: str) -> None:
    assert run(name, FOUND) == run(OPERATION, FOUND)


def named(value: object) -> tuple[str, bool]:
    return repr(value), isinstance(value, Operation)


def test_every_operation_is_known(run: Run) -> None:
    names = [name for name, found in map(named, (getattr(ecr, name) for name in dir(ecr))) if found]
    assert len(names) > 60
    for name in names:
        assert run(name, "--status", "500", stdin=b'{"__type": "Unheard"}') == Ended(1, "", "Unheard\n")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("GetDownloadUrlForLayr", "; did you mean GetDownloadUrlForLayer?"),
        ("lifecycle-polcy", "; did you mean lifecycle-policy?"),
        ("get_download_url_for_layr", "; did you mean get_download_url_for_layer?"),
        ("list-image", "; did you mean list-images?"),
        ("ListImage", "; did you mean ListImages?"),
        ("Nothing", ""),
        ("", ""),
        ("x" * 500, ""),
    ],
)
def test_an_unknown_operation_is_named_with_a_hint(run: Run, name: str, hint: str) -> None:
    status, out, err = run(name, FOUND)
    shown = name if len(name) < 60 else "x" * 59 + "…"
    assert (status, out, err) == (2, "", f'no operation, document or file "{shown}"{hint}\n')


# how errors are shown


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ('{"__type": "ServerException", "message": "later"}', "ServerException: later"),
        ('{"__type": "ServerException"}', "ServerException"),
        ('{"__type": "a.b#Unheard:u", "Message": "é"}', "Unheard: é"),
        ('{"__type": "Unheard"}', "Unheard"),
        ("", "$: the reply with status 400 is not what the protocol promises: an empty body"),
        ("<html>", "$: the reply with status 400 is not what the protocol promises: an HTML page"),
        (
            '{"__type": "ServerException", "message": 5}',
            "the reply with status 400 cannot be read\n$.message: expected a string, got an integer",
        ),
        (
            '{"__type": ',
            "the reply with status 400 cannot be read\n"
            "line 1, column 12: expected a value, got the end of the text",
        ),
    ],
)
def test_a_failure_is_printed_on_standard_error(run: Run, body: str, printed: str) -> None:
    assert run(OPERATION, "--status", "400", stdin=body.encode()) == Ended(1, "", f"{printed}\n")


def test_values_are_shown_only_when_asked_for(run: Run) -> None:
    body = b'{"downloadUrl": 7391828, "layerDigest": 12345}'
    hidden = run(OPERATION, stdin=body)
    shown = run(OPERATION, "--show-values", stdin=body)
    problem = "expected a string, got an integer"
    assert hidden == Ended(1, "", f"$.downloadUrl: {problem}\n$.layerDigest: {problem}\n")
    assert shown == Ended(1, "", f"$.downloadUrl: {problem}: <secret>\n$.layerDigest: {problem}: 12345\n")


@pytest.mark.parametrize(
    "sent", ["\x1b[31mred", "\x1b]0;title\x07", "a\rb", "\x9b31m", "\x7f", "\u202ereversed"]
)
def test_a_message_cannot_command_a_terminal(run: Run, sent: str) -> None:
    body = json.dumps({"__type": "Unheard", "message": sent}).encode()
    status, _, err = run(OPERATION, "--status", "400", stdin=body)
    assert status == 1
    assert err.startswith("Unheard: ")
    assert "\ufffd" in err
    assert err.removesuffix("\n").isprintable()


def test_a_message_may_have_lines(run: Run) -> None:
    body = b'{"__type": "Unheard", "message": "one\\ntwo"}'
    assert run(OPERATION, "--status", "400", stdin=body).err == "Unheard: one\ntwo\n"


@pytest.mark.parametrize("status", ["199", "300", "400", "503", "100", "599"])
def test_the_status_says_whether_a_reply_succeeded(run: Run, status: str) -> None:
    assert run(OPERATION, FOUND, f"--status={status}").status == 1


@pytest.mark.parametrize("status", ["200", "204", "299"])
def test_an_empty_reply_may_succeed(run: Run, status: str) -> None:
    assert run(OPERATION, "--status", status) == Ended(0, "{}\n", "")


@pytest.mark.parametrize(
    "header", ["X-Amzn-ErrorType: ServerException", "x-amzn-errortype:a#ServerException:u"]
)
def test_headers_are_read(run: Run, header: str) -> None:
    ended = run(
        OPERATION, "--status", "500", "--header", "Date: Mon, 11 Feb 2019 18:00:00 GMT", "--header", header
    )
    assert ended == Ended(1, "", "ServerException\n")


@pytest.mark.parametrize(
    ("form", "file", "status"),
    [
        ("json", FOUND, 0),
        ("xml", FOUND, 1),
        ("auto", FOUND, 0),
        ("json", FOUND_IN_XML, 1),
        ("xml", FOUND_IN_XML, 0),
    ],
)
def test_the_format_may_be_said(run: Run, form: str, file: str, status: int) -> None:
    assert run(OPERATION, file, "--format", form).status == status


# what cannot be read, and wrong usage


def test_a_file_that_is_not_there_cannot_be_read(run: Run, tmp_path: Path) -> None:
    missing = tmp_path / "missing\x1b.json"
    assert run(OPERATION, str(missing)) == Ended(
        2, "", f"cannot read {missing}: No such file or directory\n".replace("\x1b", "\ufffd")
    )


def test_a_name_that_is_none_cannot_be_read(run: Run) -> None:
    assert run(OPERATION, "a\0b") == Ended(2, "", "cannot read a\ufffdb: embedded null byte\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            [OPERATION, "--status", "ok"],
            "argument --status: expected an HTTP status from 100 to 599, got 'ok'",
        ),
        (
            [OPERATION, "--status", "-1"],
            "argument --status: expected an HTTP status from 100 to 599, got '-1'",
        ),
        (
            [OPERATION, "--status", "99"],
            "argument --status: expected an HTTP status from 100 to 599, got '99'",
        ),
        (
            [OPERATION, "--status", "600"],
            "argument --status: expected an HTTP status from 100 to 599, got '600'",
        ),
        ([OPERATION, "--header", "none"], "argument --header: expected a header as Name:value, got 'none'"),
        (
            [OPERATION, "--header", " :none"],
            "argument --header: expected a header as Name:value, got ' :none'",
        ),
        ([OPERATION, "--max-errors", "0"], "argument --max-errors: expected a number from 1, got '0'"),
        ([OPERATION, "--max-errors", "²"], "argument --max-errors: expected a number from 1, got '²'"),
        ([OPERATION, "--times", "local"], "argument --times: invalid choice: 'local'"),
        ([OPERATION, "--format", "yaml"], "argument --format: invalid choice: 'yaml'"),
        ([OPERATION, "--unheard"], "unrecognized arguments: --unheard"),
        ([OPERATION, "--show"], "unrecognized arguments: --show"),
        ([OPERATION, "--stat", "200"], "unrecognized arguments: --stat"),
    ],
)
def test_wrong_usage_ends_with_2(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["decode", *arguments])
    out, err = capsys.readouterr()
    assert (ended.value.code, out) == (2, "")
    assert err.startswith("usage: ecr-decode decode ")
    assert f"ecr-decode decode: error: {complaint}" in err


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], f"name a command: {', '.join(COMMANDS)}"),
        (["unheard"], "'unheard'"),
        (["--vers"], "--vers"),
    ],
)
def test_an_unknown_command_ends_with_2(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert complaint in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["decode", "--help"], ["decode", OPERATION, "-h"]])
def test_help_tells_what_the_statuses_mean(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    out, err = capsys.readouterr()
    assert (ended.value.code, err) == (0, "")
    statuses = out.partition("exit status:\n")[2].splitlines()[:3]
    assert [line.split()[0] for line in statuses] == ["0", "1", "2"]


@pytest.mark.parametrize(
    "arguments", [[OPERATION], ["--lenient", OPERATION], [], [OPERATION, "--status", "200"]]
)
def test_an_error_without_a_status_is_reported_as_the_error(run: Run, arguments: list[str]) -> None:
    assert run(*arguments, NOT_FOUND) == run(OPERATION, NOT_FOUND, "--status", "400")


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        ('{"code": "Throttled", "message": "later"}', "Throttled: later"),
        ('{"Error": {"Code": "Throttled", "Message": "later"}, "ResponseMetadata": {}}', "Throttled: later"),
        ('{"__type": "ns#ServerException", "layerDigest": "sha256:00"}', "ServerException"),
        ('{"__type": "Unheard"}', "Unheard"),
        ("<ErrorResponse><Error><Code>Throttled</Code></Error></ErrorResponse>", "Throttled"),
        ("<Error><Code>a</Code><Message>b</Message></Error>", "a: b"),
    ],
)
def test_every_kind_of_error_document_is_one(run: Run, body: str, printed: str) -> None:
    assert run(OPERATION, stdin=body.encode()) == Ended(1, "", f"{printed}\n")


def test_a_type_of_its_own_is_not_an_error(run: Run) -> None:
    body = b'{"__type": "com.amazonaws.ecr#Layer", "layerDigest": "sha256:00"}'
    assert run(OPERATION, "--compact", stdin=body) == Ended(0, '{"layerDigest":"sha256:00"}\n', "")


@pytest.mark.parametrize(
    ("body", "got"),
    [
        ('{"version": "0"}', 'the member "version"'),
        ('{"a": 1, "b": 2}', 'the members "a" and "b"'),
        ('{"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}', 'the members "a" and "b" and "c" and 2 more'),
        ("<R><a/><b/></R>", 'the members "a" and "b"'),
        ("<R><RResult><a/></RResult></R>", 'the member "a"'),
        (
            '{"detail-type": "", "detail": {}}',
            'the members "detail-type" and "detail"; it looks like a document "event"',
        ),
    ],
)
def test_a_reply_of_which_no_member_is_known_is_an_error(run: Run, body: str, got: str) -> None:
    said = f"expected a reply of {OPERATION}, got {got} (--lenient to allow)\n"
    assert run(OPERATION, stdin=body.encode()) == Ended(1, "", said)
    assert run(OPERATION, "--lenient", stdin=body.encode()) == Ended(0, "{}\n", "")
    assert run(OPERATION, "--status", "200", stdin=body.encode()) == Ended(0, "{}\n", "")


@pytest.mark.parametrize(
    "body", ["{}", '{"layerDigest": null}', '{"ResponseMetadata": {}}', "<R><RResult/></R>"]
)
def test_a_reply_may_hold_nothing(run: Run, body: str) -> None:
    assert run(OPERATION, stdin=body.encode()) == Ended(0, "{}\n", "")


def test_an_empty_input_is_an_error_unless_its_status_says_that_it_succeeded(run: Run) -> None:
    assert run(OPERATION) == Ended(1, "", "expected a document, got an empty input\n")
    assert run(OPERATION, "--lenient") == run(OPERATION, "--status", "200") == Ended(0, "{}\n", "")


def test_times_are_seconds_or_iso(run: Run) -> None:
    body = b'{"imageDetails": [{"imagePushedAt": "2024-01-01T10:00:00.123000+01:00"}]}'
    seconds = run("DescribeImages", "--compact", stdin=body)
    assert seconds.out == '{"imageDetails":[{"imagePushedAt":1704099600.123}]}\n'
    iso = run("DescribeImages", "--compact", "--times", "iso", stdin=body)
    assert iso.out == '{"imageDetails":[{"imagePushedAt":"2024-01-01T09:00:00.123000Z"}]}\n'
    assert run("DescribeImages", "--compact", stdin=iso.out.encode()) == seconds


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"ecr-decode {version('ecr-decode')}\n"


def test_what_is_printed_decodes_to_the_same_record(run: Run) -> None:
    body = (
        b'{"imageDetails":[{"imageTags":["\xc3\xa9"],"imageSizeInBytes":9007199254740993,"imagePushedAt":1.549908E9,'
        b'"imageScanFindingsSummary":{"findingSeverityCounts":{"HIGH":1,"UNTRIAGED":2}}}]}'
    )
    status, out, _ = run("DescribeImages", stdin=body)
    assert status == 0
    assert ecr.DescribeImagesResponse.decode_json(out) == ecr.DescribeImagesResponse.decode_json(body)
    assert isinstance(ecr.DescribeImagesResponse.decode_json(out), Success)
