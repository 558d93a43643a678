"""The command line as a process of its own: its streams, its environment and its end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tables import ROOT

FOUND = "examples/get_download_url_for_layer.json"
NOT_FOUND = "examples/layers_not_found.json"
DECODE = [sys.executable, "-m", "ecr_decode", "decode", "GetDownloadUrlForLayer"]
FAILS = [*DECODE, "--status", "400", NOT_FOUND]

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="speaks of the streams and terminals of POSIX")


def environment(**changes: str) -> dict[str, str]:
    """The variables of this process, but for those under test."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("NO_COLOR", "TERM", "PYTHON"))
    }
    return {**kept, "PYTHONPATH": str(ROOT), **changes}


def ran(command: list[str], body: bytes = b"", **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command, cwd=ROOT, input=body, capture_output=True, check=False, env=environment(**variables)
    )


def shell(command: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of the shell, in which `decode` and `fails` stand for the commands above."""
    functions = f'decode() {{ {quoted(DECODE)} "$@"; }}; fails() {{ {quoted(FAILS)}; }}; '
    return ran(["/bin/sh", "-c", functions + command])


def quoted(command: list[str]) -> str:
    return " ".join(f"'{part}'" for part in command)


def test_the_module_decodes() -> None:
    done = ran([*DECODE, FOUND])
    assert done.returncode == 0
    assert json.loads(done.stdout) == json.loads((ROOT / FOUND).read_bytes())
    assert done.stderr == b""


@on_posix
def test_the_program_is_the_module() -> None:
    program = Path(sys.executable).with_name("ecr-decode")
    done, by_module = ran([str(program), *DECODE[3:], FOUND]), ran([*DECODE, FOUND])
    assert (done.returncode, done.stdout, done.stderr) == (0, by_module.stdout, b"")


def test_standard_input_is_read() -> None:
    assert ran(DECODE, (ROOT / FOUND).read_bytes()).stdout == ran([*DECODE, FOUND]).stdout


def test_a_failure_ends_with_1() -> None:
    done = ran(FAILS)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"LayersNotFoundException: ")


@on_posix
@pytest.mark.parametrize("command", [[*DECODE, FOUND], [*DECODE, "--help"], [*DECODE[:3], "--help"]])
def test_a_reader_that_has_gone_is_no_error(command: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(
            command, cwd=ROOT, stdout=gone, stderr=subprocess.PIPE, check=False, env=environment()
        )
    assert (done.returncode, done.stderr) == (0, b"")


@on_posix
def test_a_complaint_that_nobody_reads_keeps_its_status() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(
            FAILS, cwd=ROOT, stdout=subprocess.PIPE, stderr=gone, check=False, env=environment()
        )
    assert (done.returncode, done.stdout) == (1, b"")


@on_posix
@pytest.mark.parametrize(
    ("line", "status"),
    [
        (f"decode {FOUND} >&-", 0),
        (f"decode {FOUND} <&-", 0),
        (f"decode {FOUND} 2>&-", 0),
        (f"decode {FOUND} <&- >&- 2>&-", 0),
        ("fails 2>&-", 1),
        ("fails >&- 2>&-", 1),
        ("decode --unheard 2>&-", 2),
        ("decode --help >&- 2>&-", 0),
        (f"decode {FOUND} | true", 0),
        ("fails 2>&1 | true", 0),
    ],
)
def test_closed_streams_are_quiet(line: str, status: int) -> None:
    done = shell(line)
    assert (done.returncode, done.stderr) == (status, b"")


@on_posix
def test_standard_input_that_is_closed_cannot_be_read() -> None:
    done = shell("decode <&-")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"cannot read -: standard input is closed\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_output_that_does_not_fit_ends_with_2() -> None:
    done = shell(f"decode {FOUND} > /dev/full")
    assert (done.returncode, done.stderr) == (2, b"cannot write: No space left on device\n")


@pytest.fixture
def interrupts() -> Iterator[None]:
    """Programs started here hear interrupts, even if this one was started where they are ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@on_posix
@pytest.mark.usefixtures("interrupts")
def test_an_interrupt_is_quiet() -> None:
    waiting = subprocess.Popen(
        DECODE,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    with waiting:
        until_it_reads(waiting.pid)
        waiting.send_signal(signal.SIGINT)
        _, err = waiting.communicate(timeout=30)
    assert (waiting.returncode, err) == (130, b"")


def until_it_reads(process: int) -> None:
    """Wait until a process sleeps on its standard input."""
    import time

    for _ in range(600):
        asleep = Path(f"/proc/{process}/wchan").read_text("utf-8")
        if "pipe" in asleep:
            return
        time.sleep(0.05)
    pytest.fail("it never read")


# what a terminal gets


def on_terminal(command: list[str], **variables: str) -> bytes:
    """What a command writes to a terminal."""
    import pty

    ours, theirs = pty.openpty()
    done = subprocess.run(
        command,
        cwd=ROOT,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        check=False,
        env=environment(**variables),
    )
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        written = terminal.read(65536)
    assert done.returncode in {0, 1}
    return written or b""


@on_posix
def test_a_terminal_gets_colour() -> None:
    written = on_terminal(FAILS, TERM="xterm")
    assert written.startswith(b"\x1b[31mLayersNotFoundException: ")
    assert written.endswith(b"\x1b[0m\r\n")


@on_posix
@pytest.mark.parametrize(
    "variables", [{"NO_COLOR": "1", "TERM": "xterm"}, {"NO_COLOR": "0"}, {"TERM": "dumb"}]
)
def test_a_terminal_may_do_without_colour(variables: dict[str, str]) -> None:
    assert on_terminal(FAILS, **variables).startswith(b"LayersNotFoundException: ")


@on_posix
def test_an_empty_no_color_says_nothing() -> None:
    assert on_terminal(FAILS, NO_COLOR="", TERM="xterm").startswith(b"\x1b[31m")


@on_posix
def test_json_has_no_colour() -> None:
    assert b"\x1b" not in on_terminal([*DECODE, FOUND], TERM="xterm")


def test_a_pipe_gets_no_colour() -> None:
    assert b"\x1b" not in ran(FAILS, TERM="xterm").stderr


@on_posix
def test_a_terminal_is_told_that_it_is_read() -> None:
    import pty

    ours, theirs = pty.openpty()
    os.write(ours, b'{"layerDigest": "sha256:00"}\n\x04')
    done = subprocess.run(DECODE, cwd=ROOT, stdin=theirs, capture_output=True, check=False, env=environment())
    os.close(theirs)
    os.close(ours)
    assert (done.returncode, json.loads(done.stdout)) == (0, {"layerDigest": "sha256:00"})
    assert done.stderr == b"reading from the terminal; end the input with Ctrl-D, or name a file\n"


# what is not ASCII

ACCENTED = '{"downloadUrl": "é", "layerDigest": "\N{GRINNING FACE}"}'.encode()
LOCALES = [
    {"LC_ALL": "C"},
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "latin-1"},
]


@pytest.mark.parametrize("variables", LOCALES)
def test_json_is_utf_8_whatever_the_locale(variables: dict[str, str]) -> None:
    done = ran(DECODE, ACCENTED, **variables)
    assert done.returncode == 0
    assert done.stdout.decode() == '{\n  "downloadUrl": "é",\n  "layerDigest": "\N{GRINNING FACE}"\n}\n'


@pytest.mark.parametrize("variables", LOCALES)
def test_a_complaint_is_written_whatever_the_locale(variables: dict[str, str]) -> None:
    done = ran(
        [*DECODE, "--status", "400"],
        b'{"__type": "Unheard", "message": "\xf0\x9f\x98\x80 \xe2\x82\xac"}',
        **variables,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(b"Unheard: ")
    assert b"Traceback" not in done.stderr


@on_posix
def test_a_file_whose_name_is_no_text_is_read(tmp_path: Path) -> None:
    file = os.fsencode(tmp_path) + b"/\xff.json"
    Path(os.fsdecode(file)).write_bytes(ACCENTED)
    assert shell(f"decode {os.fsdecode(file)}").returncode == 0
    gone = shell(f"decode {os.fsdecode(file)}.gone")
    assert gone.returncode == 2
    assert b"No such file" in gone.stderr
