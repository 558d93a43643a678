"""The commands for many documents: `validate`, `stats` and `convert`, in one process and in several."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from ecr_decode.cli import work
from ecr_decode.cli.stats import By
from tests.cli.running import Ended, Run, command
from tests.cli.test_inputs import CALL, REPLY, UNTIMED, dumped
from tests.tables import ROOT

__all__ = ["command"]  # a fixture

REFUSED = {"__type": "ServerException", "message": "hunter2"}
SECRET = {"eventTime": "hunter2", **UNTIMED}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a trail, lines, a reply and an error."""
    monkeypatch.chdir(tmp_path)
    in_it = tmp_path / "in"
    in_it.mkdir()
    (in_it / "a.json.gz").write_bytes(gzip.compress(dumped({"Records": [CALL, UNTIMED, CALL]}).encode()))
    (in_it / "b.jsonl").write_text(dumped(CALL, SECRET, CALL))
    (in_it / "c.json").write_text(dumped(REPLY))
    (in_it / "d.json").write_text(dumped(REFUSED))
    return in_it


every_number_of_jobs = pytest.mark.parametrize("jobs", ["1", "2"])


@every_number_of_jobs
@pytest.mark.usefixtures("folder")
def test_validate_tells_what_is_wrong_and_counts(command: Run, jobs: str) -> None:
    said = """\
in/a.json.gz: $.Records[1].eventTime: missing
in/b.jsonl:2: $.eventTime: expected a date and time with a zone (RFC 3339), got other text
in/d.json: ServerException: hunter2
8 documents in 4 sources: 5 valid, 3 with errors
"""
    assert command("validate", "in", "--jobs", jobs) == Ended(1, said, "")


@every_number_of_jobs
@pytest.mark.usefixtures("folder")
def test_validate_for_programs(command: Run, jobs: str) -> None:
    status, out, err = command("validate", "in", "gone", "--json", "--jobs", jobs)
    *wrong, total = map(json.loads, out.splitlines())
    assert (status, err) == (2, "cannot read gone: No such file or directory\n")
    assert total == {"documents": 8, "valid": 5, "wrong": 3, "unreadable": 1, "stopped": False}
    missing = {"problems": [{"pointer": "/eventTime", "kind": "Missing", "message": "missing"}], "more": 0}
    assert wrong[0] == {
        "source": "in/a.json.gz", "at": "$.Records[1]", "read_as": "cloudtrail", "error": missing,
    }  # fmt: skip
    assert (wrong[1]["source"], wrong[1]["line"]) == ("in/b.jsonl", 2)
    assert wrong[2] == {
        "source": "in/d.json",
        "read_as": None,
        "error": {"code": "ServerException", "message": "hunter2"},
    }


@every_number_of_jobs
@pytest.mark.usefixtures("folder")
def test_validate_stops_at_max_errors(command: Run, jobs: str) -> None:
    status, out, _ = command("validate", "in", "--max-errors", "1", "--jobs", jobs)
    assert status == 1
    assert out.startswith("in/a.json.gz: $.Records[1].eventTime: missing\n")
    assert out.endswith("; stopped at --max-errors\n")
    assert out.count("\n") == 2


def test_validate_says_that_all_is_well(command: Run) -> None:
    said = "1 document in 1 source: 1 valid, 0 with errors\n"
    assert command("validate", stdin=dumped(CALL).encode()) == Ended(0, said, "")


@pytest.mark.usefixtures("folder")
def test_validate_shows_values_only_when_asked_for(command: Run) -> None:
    for form in ([], ["--json"]):
        assert "hunter2" not in command("validate", "in/b.jsonl", *form).out
    assert 'got other text: "hunter2"' in command("validate", "in/b.jsonl", "--show-values").out


def test_validate_knows_the_rules_for_those_who_write(command: Run) -> None:
    selection = {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 1}
    rule = {"rulePriority": 0, "selection": selection, "action": {"type": "expire"}}
    body = dumped({"rules": [rule]}).encode()
    assert command("decode", stdin=body).status == 0
    status, out, _ = command("validate", stdin=body)
    assert status == 1
    assert out.startswith("$.rules[0].rulePriority: expected a number of at least 1\n")


@every_number_of_jobs
@pytest.mark.usefixtures("folder")
def test_stats_count(command: Run, jobs: str) -> None:
    status, out, err = command("stats", "in", "--by", "eventName", "--json", "--jobs", jobs)
    found = json.loads(out)
    sizes = found.pop("sizes")
    assert (status, err) == (1, "")
    assert found == {
        "documents": 8,
        "valid": 5,
        "wrong": 3,
        "unreadable": 0,
        "read_as": {"cloudtrail": 6, "ListImages": 1, "unknown": 1},
        "problems": {"$": {"ServerException": 1}, "$.eventTime": {"Missing": 1, "WrongKind": 1}},
        "by": "eventName",
        "keys": {"ListImages": 4},
        "without": 1,
    }
    documents = [CALL, UNTIMED, CALL, CALL, SECRET, CALL, REPLY, REFUSED]
    assert sizes["total"] == sum(len(json.dumps(each)) for each in documents) + len(
        "\n\n"
    )  # between the lines


@pytest.mark.usefixtures("folder")
def test_stats_for_people(command: Run) -> None:
    status, out, err = command("stats", "in", "--by", "eventName", "gone")
    assert (status, err) == (2, "cannot read gone: No such file or directory\n")
    assert out.startswith(
        """\
8 documents in 5 sources: 5 valid, 3 with errors
read as
             6  cloudtrail
             1  ListImages
             1  unknown
problems
             1  $.eventTime: Missing
             1  $.eventTime: WrongKind
             1  $: ServerException
by eventName
             4  ListImages
             1  (without eventName)
sizes in bytes
"""
    )


@every_number_of_jobs
def test_a_large_file_is_counted_in_parts(
    command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    file = tmp_path / "trail.jsonl"
    file.write_text(dumped(*[CALL, UNTIMED, CALL] * 20))
    whole = command("stats", "cloudtrail", str(file), "--by", "eventName")
    monkeypatch.setattr(work, "LINES", work.LINES.__class__(at=None, most=work.LINES.most, part=1000))
    assert command("stats", "cloudtrail", str(file), "--by", "eventName", "--jobs", jobs) == whole
    assert "\n            40  ListImages\n" in whole.out


def test_a_long_table_is_cut(command: Run) -> None:
    body = dumped(*[{**CALL, "eventName": f"Call{number}"} for number in range(25)]).encode()
    out = command("stats", "cloudtrail", "--by", "eventName", stdin=body).out
    assert out.count("  Call") == 20
    assert "and 5 more; --json prints all\n" in out


@pytest.mark.parametrize(
    ("member", "key"),
    [
        ("a", "1"),
        ("b.c", "x"),
        ("isOpen", "True"),
        ("detail-type", "t"),
        ("nothing", None),
        ("a.b", None),
        ("list", None),
    ],
)
def test_by_a_member(member: str, key: str | None) -> None:
    value: dict[str, Any] = {"a": 1, "b": {"c": "x"}, "isOpen": True, "detail-type": "t", "list": []}
    assert By((*member.split("."),))(value) == key


@pytest.mark.skipif(sys.platform == "win32", reason="speaks of signals of POSIX")
def test_an_interrupt_ends_all_processes(tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"{number}.jsonl").write_text((json.dumps(CALL) + "\n") * 50_000)
    command_line = [sys.executable, "-m", "ecr_decode", "validate", str(tmp_path), "--jobs", "2"]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    running = subprocess.Popen(
        command_line, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    signal.signal(signal.SIGINT, before)
    with running:
        children = Path(f"/proc/{running.pid}/task/{running.pid}/children")
        for _ in range(400):
            if len(children.read_text().split()) == 2:
                break
            time.sleep(0.05)
        time.sleep(0.5)  # a process that is just being made does not hear the signal
        os.killpg(running.pid, signal.SIGINT)
        out, err = running.communicate(timeout=10)
    assert (running.returncode, out, err) == (130, b"", b"")


# convert


@every_number_of_jobs
@pytest.mark.usefixtures("folder")
def test_convert_writes_a_file_for_each_source(command: Run, jobs: str) -> None:
    status, out, err = command("convert", "in/a.json.gz", "in/b.jsonl", "--into", "out", "--jobs", jobs)
    assert (status, err) == (1, "")
    assert out == (
        "out/a.jsonl: 2 values; 1 document with errors in out/a.failures.jsonl\n"
        "out/b.jsonl: 2 values; 1 document with errors in out/b.failures.jsonl\n"
    )
    for name in ("a", "b"):
        assert [json.loads(line) for line in Path(f"out/{name}.jsonl").read_text().splitlines()] == [
            CALL,
            CALL,
        ]
        assert (
            json.loads(Path(f"out/{name}.failures.jsonl").read_text())["problems"][0]["pointer"]
            == "/eventTime"
        )


@pytest.mark.usefixtures("folder")
def test_convert_keeps_folders_apart(command: Run) -> None:
    Path("in/deep").mkdir()
    Path("in/deep/b.jsonl").write_text(dumped(CALL, CALL))
    status, out, _ = command("convert", "cloudtrail", "in/b.jsonl", "in/deep", "--into", "out")
    assert status == 1
    assert [line.partition(":")[0] for line in out.splitlines()] == ["out/b.jsonl", "out/deep/b.jsonl"]


@pytest.mark.usefixtures("folder")
def test_convert_to_parquet(command: Run) -> None:
    Path("replies.jsonl").write_text(dumped(REPLY, REPLY))
    ended = command("convert", "ListImages", "replies.jsonl", "--into", "out", "--format", "parquet")
    assert ended == Ended(0, "out/replies.parquet: 2 values\n", "")
    read: Any = pyarrow.parquet
    assert read.read_table("out/replies.parquet").num_rows == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["in/c.json"],
            "cannot read in/c.json: expected JSON Lines, an array or a file of CloudTrail; decode ",
        ),
        ([], "cannot read -: expected a file, which can be read in parts"),
        (["gone.jsonl"], "cannot read gone.jsonl: No such file or directory"),
        (["odd.jsonl"], "cannot tell what is in odd.jsonl; name it before the file"),
        (
            ["cloudtrail", "in/b.jsonl", "in/b.json"],
            "cannot convert: 'in/b.jsonl' and 'in/b.json' would both be written to 'b.jsonl'; use two",
        ),
        (["cloudtrail", "in/b.jsonl", "in/b.jsonl"], "in/b.jsonl is named twice"),
        (["cloudtrail", "none.json"], "cannot read none.json: it is empty"),
        (
            ["cloudtrail", "packed.gz"],
            "cannot read packed.gz: expected more gzip data, got the end of the source",
        ),
        (
            ["cloudtrail", "dict.json"],
            "cannot read dict.json: it is the text of a Python dict; write it with json",
        ),
        (["Nothing", "in/b.jsonl"], 'no operation, document or file "Nothing"'),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_convert_refuses(command: Run, arguments: list[str], said: str) -> None:
    Path("odd.jsonl").write_text('{"colour": 1}\n')
    Path("none.json").touch()
    Path("packed.gz").write_bytes(gzip.compress(b"")[:10])
    Path("dict.json").write_text("{'a': 1}")
    Path("in/b.json").write_text(dumped(CALL, CALL))
    status, out, err = command("convert", *arguments, "--into", "out")
    assert (status, out) == (2, "")
    assert said in err
    assert not Path("out").exists()


@pytest.mark.usefixtures("folder")
def test_convert_tells_what_it_cannot_write(command: Run) -> None:
    Path("out").write_text("a file")
    assert command("convert", "in/b.jsonl", "--into", "out") == Ended(
        2, "", "cannot write into out: it is not a folder\n"
    )
    status, out, err = command("convert", "in/b.jsonl", "--into", "out/below")
    assert (status, out) == (2, "")
    assert err.startswith("cannot write out/below")
