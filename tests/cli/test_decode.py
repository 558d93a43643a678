"""`ecr-decode decode`: what it prints, where, and how it ends."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, TypeAlias

import orjson
import pytest
from returns.result import Success

from ecr_decode import ecr
from ecr_decode.aws import Operation
from ecr_decode.cli import main
from tests.tables import ROOT

OPERATION = "GetDownloadUrlForLayer"
FOUND = str(ROOT / "examples" / "get_download_url_for_layer.json")
FOUND_IN_XML = str(ROOT / "examples" / "get_download_url_for_layer.xml")
NOT_FOUND = str(ROOT / "examples" / "layers_not_found.json")


class Ended(NamedTuple):
    """How a run ended."""

    status: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Ended]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command line in this process, with what standard input holds."""

    def ran(*arguments: str, stdin: bytes = b"") -> Ended:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main(["decode", *arguments])
        out, err = capfdbinary.readouterr()
        return Ended(status, out.decode(), err.decode())

    return ran


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
        ["--status=400", OPERATION, "--format=json", NOT_FOUND, "--values"],
    ],
)
def test_options_may_stand_anywhere(run: Run, arguments: list[str]) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (1, "")
    assert err.startswith("LayersNotFoundException: One or more layers could not be found")


def test_an_operation_may_be_spelled_as_in_python(run: Run) -> None:
    assert run("get_download_url_for_layer", FOUND) == run(OPERATION, FOUND)


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
        ("getdownloadurlforlayer", "; did you mean GetDownloadUrlForLayer?"),
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
    assert (status, out, err) == (2, "", f'no operation "{shown}"{hint}\n')


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
    body = b'{"downloadUrl": 12345, "layerDigest": ["hunter2"]}'
    hidden = run(OPERATION, stdin=body)
    shown = run(OPERATION, "--values", stdin=body)
    problems = [
        "$.downloadUrl: expected a string, got an integer",
        "$.layerDigest: expected a string, got an array",
    ]
    assert hidden == Ended(1, "", "\n".join([*problems, ""]))
    assert shown == Ended(1, "", f"{problems[0]}: 12345\n{problems[1]}: an array of 1 item\n")


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


def test_a_folder_cannot_be_read(run: Run, tmp_path: Path) -> None:
    assert run(OPERATION, str(tmp_path)) == Ended(2, "", f"cannot read {tmp_path}: Is a directory\n")


def test_a_name_that_is_none_cannot_be_read(run: Run) -> None:
    assert run(OPERATION, "a\0b") == Ended(2, "", "cannot read a\ufffdb: embedded null byte\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "the following arguments are required: OPERATION"),
        ([OPERATION, FOUND, "more"], "unrecognized arguments: more"),
        (
            [OPERATION, "--status", "ok"],
            "argument --status: 'ok' is no status of HTTP, which go from 100 to 599",
        ),
        ([OPERATION, "--status", "-1"], "argument --status: '-1' is no status of HTTP"),
        ([OPERATION, "--status", "99"], "argument --status: '99' is no status of HTTP"),
        ([OPERATION, "--status", "600"], "argument --status: '600' is no status of HTTP"),
        ([OPERATION, "--header", "none"], "argument --header: 'none' is no header; write it as Name:value"),
        (
            [OPERATION, "--header", " :none"],
            "argument --header: ' :none' is no header; write it as Name:value",
        ),
        ([OPERATION, "--format", "yaml"], "argument --format: invalid choice: 'yaml'"),
        ([OPERATION, "--unheard"], "unrecognized arguments: --unheard"),
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
    [([], "name a command: decode, errors, operations, schema"), (["unheard"], "'unheard'")],
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


def test_a_body_that_names_an_error_is_noted_where_no_status_is_given(run: Run) -> None:
    note = "note: the body names an error, LayersNotFoundException; if it came as one, give its --status\n"
    named = b'{"code": "LayersNotFoundException"}'
    assert run(OPERATION, stdin=named) == Ended(0, "{}\n", note)
    assert run(OPERATION, "--status", "200", stdin=named) == Ended(0, "{}\n", "")
    assert run(OPERATION, FOUND).err == ""
    assert run(OPERATION, FOUND_IN_XML).err == ""


def test_an_error_is_one_with_any_status(run: Run) -> None:
    ended = run(OPERATION, NOT_FOUND, "--status", "400")
    assert ended.status == 1
    assert run(OPERATION, NOT_FOUND) == run(OPERATION, NOT_FOUND, "--status", "200") == ended


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
