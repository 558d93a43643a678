"""What is written is whole or absent: values in one file, failures in a second one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pytest

from ecr_decode import Codec, integer, string
from ecr_decode.bulk import Item, Unwritten, decode_lines, write_lines


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_values_and_failures_have_a_file_each(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b'1\n"two"\n3\n')
    into = tmp_path / "a.b.jsonl"
    written = write_lines(decode_lines(integer, source), into, integer).unwrap()
    assert (written.items, written.failures) == (2, 1)
    assert into.read_bytes() == b"1\n3\n"
    assert written.failures_into == str(tmp_path / "a.b.failures.jsonl")
    assert orjson.loads((tmp_path / "a.b.failures.jsonl").read_bytes()) == {
        "source": str(source),
        "line": 2,
        "offset": 2,
        "size": 6,
        "problems": [{"pointer": "", "kind": "WrongKind", "message": "expected an integer, got a string"}],
        "more": 0,
    }


def test_a_value_that_cannot_be_written_is_a_failure(tmp_path: Path) -> None:
    items = decode_lines(string, b'"a"\n"b"\n')
    wrong: Codec[Any] = integer
    written = write_lines(items, tmp_path / "a", wrong).unwrap()
    assert (written.items, written.failures) == (0, 2)
    assert "expected an integer, got a string" in (tmp_path / "a.failures.jsonl").read_text()


def test_files_of_an_earlier_run_are_replaced(tmp_path: Path) -> None:
    into = tmp_path / "a.jsonl"
    write_lines(decode_lines(integer, b"1\nnull"), into, integer).unwrap()
    assert names(tmp_path) == ["a.failures.jsonl", "a.jsonl"]
    assert write_lines(decode_lines(integer, b"2\n"), into, integer).unwrap().failures_into is None
    assert (names(tmp_path), into.read_bytes()) == (["a.jsonl"], b"2\n")


def test_a_run_that_ends_early_leaves_nothing(tmp_path: Path) -> None:
    def items() -> Iterator[Item[int]]:
        yield from decode_lines(integer, b"1\nnull\n")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_lines(items(), tmp_path / "a", integer)
    assert names(tmp_path) == []


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    into = tmp_path / "none" / "a"
    reason = "FileNotFoundError: No such file or directory"
    assert write_lines((), into, integer).failure() == Unwritten(str(into), reason)
    wrong: Any = integer.map(abs)
    with pytest.raises(ValueError, match="expected a codec"):
        write_lines((), into, wrong)


@pytest.mark.parametrize("ending", [".gz", ".GZ", ".zst"])
def test_a_name_of_compressed_lines_is_refused(ending: str, tmp_path: Path) -> None:
    into = tmp_path / f"a.jsonl{ending}"
    with pytest.raises(ValueError, match="the lines are not compressed; leave out the last ending"):
        write_lines([], into, integer)
    assert not into.exists()
