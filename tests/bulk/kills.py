"""Files with one event at which codecs kill the process that reads it, and the codecs: they go by pickle."""

from __future__ import annotations

import gzip
import os
import signal
import tempfile
from pathlib import Path

from ecr_decode import Codec, Record, field, integer, nullable, string

MARK = "ECR_DECODE_TEST_MARK"
# Python 3.14 forks the processes from one that it starts once, so they see the variables of that moment.
os.environ.setdefault(MARK, f"{tempfile.gettempdir()}/ecr_decode_mark_{os.getpid()}")


class Event(Record):
    name: str = field("eventName", string)
    size: int | None = field("size", nullable(integer), default=None)


def mark() -> Path:
    """The file that is there until a process has been killed."""
    return Path(os.environ[MARK])


def kill_once(event: Event) -> Event:
    if event.size == 666 and mark().exists():
        mark().unlink()
        os.kill(os.getpid(), signal.SIGKILL)
    return event


def kill_always(event: Event) -> Event:
    if event.size == 666:
        os.kill(os.getpid(), signal.SIGKILL)
    return event


def exhaust(event: Event) -> Event:
    if event.size == 666:
        raise MemoryError
    return event


def same(event: Event) -> Event:
    return event


def name_of(event: Event) -> str:
    return event.name


killed_once: Codec[Event] = Event.codec.map(kill_once, same)
exhausting: Codec[Event] = Event.codec.map(exhaust, same)
killed_always: Codec[Event] = Event.codec.map(kill_always, same)


def make_files(folder: Path) -> list[Path]:
    """Four files: of lines, packed, empty and absent."""
    folder.mkdir()
    good = b"".join(b'{"eventName": "Put%d", "size": %d}\n' % (number % 3, number) for number in range(900))
    (folder / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + good + b'{"eventName": 1}\nsecret')
    (folder / "b.json.gz").write_bytes(gzip.compress(good[:999]))
    (folder / "c").write_bytes(b"")
    return [folder / name for name in ("a.jsonl", "b.json.gz", "c", "none")]


def contents(folder: Path) -> dict[str, bytes]:
    """The files in a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
