"""Files are read in parts and processes: totals and files are those of one process, whoever is killed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecr_decode import Decoder, integer
from ecr_decode.bulk import Summary, convert_files, decode_lines, pool, summarise, summarise_files
from ecr_decode.bulk.part import Layout, items_of_part, parts_of
from ecr_decode.bulk.pool import TRIES
from tests.bulk.kills import Event, contents, killed_always, killed_once, make_files, mark, name_of

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")

start = pool._start  # pyright: ignore[reportPrivateUsage]


def fail_to_start(packed: bytes) -> None:
    """Start as a process does that cannot import what is pickled."""
    start(packed.replace(b"tests.bulk.kills", b"tests.bulk.nills"))


@pytest.fixture
def files(tmp_path: Path) -> Iterator[list[Path]]:
    mark().touch()
    yield make_files(tmp_path / "in")
    mark().unlink(missing_ok=True)


@given(
    st.lists(st.binary(max_size=12).map(lambda text: text.replace(b"\n", b"")), max_size=8),
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
    st.booleans(),
    st.integers(1, 30),
)
@settings(deadline=None)
def test_parts_have_each_line_once(
    tmp_path_factory: pytest.TempPathFactory, lines: list[bytes], mark: bytes, ends: bool, size: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "lines"
    path.write_bytes(mark + b"1" + b"\n".join([b"", *lines]) + b"\n" * ends)
    layout = Layout(None, 8, size)
    parts = list(parts_of(str(path), layout))
    found = [item for part in parts for item in items_of_part(integer, part, layout)]
    whole = list(decode_lines(integer, path, most=8))
    assert [(item.size, item.result) for item in found] == [(item.size, item.result) for item in whole]
    shift = len(mark) if len(parts) > 1 else 0
    assert [item.offset for item in found] == [item.offset + shift for item in whole]


@pytest.mark.parametrize("part", [1000, 2**25])
def test_processes_make_the_summary_of_one(files: list[Path], part: int) -> None:
    one = summarise_files(Event.codec, files, key=name_of, part=part)
    assert (one.items, one.failures) == (933, 4)
    assert one.kinds == {"WrongKind": 1, "Malformed": 2, "BadValue": 1}
    assert one == sum(summarise(decode_lines(Event.codec, path), name_of) for path in files)
    assert one == summarise_files(Event.codec, files, key=name_of, part=part, jobs=2)


def test_processes_write_the_files_of_one(files: list[Path], tmp_path: Path) -> None:
    def converted(into: str, jobs: int, part: int = 10_000) -> dict[str, bytes]:
        written = convert_files(Event.codec, files[:-1], into=tmp_path / into, jobs=jobs, part=part).unwrap()
        assert (sum(file.items for file in written), sum(file.failures for file in written)) == (929, 3)
        return contents(tmp_path / into)

    one = converted("one", 1)
    parts = ["a.part-00000.jsonl", "a.part-00001.jsonl", "a.part-00002.jsonl", "a.part-00003.jsonl"]
    assert sorted(one) == [
        *parts[:3],
        "a.part-00003.failures.jsonl",
        parts[3],
        "b.failures.jsonl",
        "b.jsonl",
        "c.jsonl",
    ]
    assert converted("two", 2) == one
    whole = converted("whole", 2, 2**25)
    assert sorted(whole) == ["a.failures.jsonl", "a.jsonl", "b.failures.jsonl", "b.jsonl", "c.jsonl"]
    assert b"".join(one[name] for name in parts) == whole["a.jsonl"]
    assert b'"line":902,' in whole["a.failures.jsonl"]
    assert b'"line":null,' in one["a.part-00003.failures.jsonl"]  # the lines before the part are not counted


def test_a_process_that_is_killed_loses_and_doubles_nothing(files: list[Path], tmp_path: Path) -> None:
    expected = summarise_files(Event.codec, files, key=name_of)
    assert summarise_files(killed_once, files, key=name_of, jobs=2, part=5_000) == expected
    assert not mark().exists()
    mark().touch()
    convert_files(Event.codec, files[:-1], into=tmp_path / "one", part=5_000).unwrap()
    convert_files(killed_once, files[:-1], into=tmp_path / "two", part=5_000, jobs=2).unwrap()
    assert not mark().exists()
    assert contents(tmp_path / "two") == contents(tmp_path / "one")


def test_a_part_that_kills_every_process_is_one_failure(files: list[Path], tmp_path: Path) -> None:
    found = summarise_files(killed_always, [files[0], *files], jobs=2, part=10_000)
    killed = summarise_files(Event.codec, [path for path in files if path.name == "a.jsonl"])
    assert found.kinds["BadValue"] == 1 + (2 if files[0].name == "a.jsonl" else 1)
    assert 600 < found.items < 2 * killed.items
    missing = convert_files(killed_always, files[:-1], into=tmp_path / "out", jobs=2, part=10_000).failure()
    assert [(Path(file.into).name, file.reason) for file in missing] == [
        ("a.part-00002.jsonl", f"expected a process that ends its work, got {TRIES} that were killed")
    ]
    assert sorted(contents(tmp_path / "out")) == [
        "a.part-00000.jsonl",
        "a.part-00001.jsonl",
        "a.part-00003.failures.jsonl",
        "a.part-00003.jsonl",
        "b.failures.jsonl",
        "b.jsonl",
        "c.jsonl",
    ]


def test_records_are_read_from_many_files(tmp_path: Path) -> None:
    for number in range(70):
        (tmp_path / f"{number}.json").write_bytes(b'{"Records": [{"eventName": "Put"}, {}]}')
    found = summarise_files(Event.codec, sorted(tmp_path.iterdir()), at=("Records",), key=name_of, jobs=2)
    assert (found.items, found.failures, found.keys) == (140, 70, {"Put": 70})


def test_the_folders_below_a_base_are_kept(tmp_path: Path) -> None:
    sources = [tmp_path / "in" / day / "part-0.ndjson.zst" for day in ("day=1", "day=2")]
    for source in sources:
        source.parent.mkdir(parents=True)
        source.write_bytes(b"1\n")
    with pytest.raises(ValueError, match=r"would both be written to 'part-0.jsonl'; give base="):
        convert_files(integer, sources, into=tmp_path / "out")
    convert_files(integer, sources, into=tmp_path / "out", base=tmp_path / "in").unwrap()
    assert contents(tmp_path / "out") == {"day=1/part-0.jsonl": b"1\n", "day=2/part-0.jsonl": b"1\n"}


def test_a_file_that_cannot_be_written_is_named_beside_those_that_are(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"1\n")
    (tmp_path / "out" / "a.jsonl").mkdir(parents=True)
    (missing,) = convert_files(integer, [tmp_path / "a", tmp_path / "b"], into=tmp_path / "out").failure()
    assert missing.into == str(tmp_path / "out" / "a.jsonl")
    assert missing.reason == "IsADirectoryError: Is a directory"
    assert contents(tmp_path / "out") == {"b.jsonl": b"1\n"}
    (missing,) = convert_files(integer, [tmp_path / "a"], into=tmp_path / "b").failure()
    assert missing.reason == "FileExistsError: File exists"


def test_a_process_that_cannot_load_the_codec_makes_failures(
    files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ecr_decode.bulk.pool.multiprocessing.get_start_method", lambda: "spawn")
    monkeypatch.setattr(pool, "_start", fail_to_start)
    found = summarise_files(Event.codec, files, jobs=2)
    assert (found.items, found.kinds) == (4, {"BadValue": 4})


def test_nothing_is_read_for_no_files() -> None:
    assert summarise_files(integer, [], jobs=2) == Summary()


def summarising(**options: Any) -> Callable[[], object]:
    given: dict[str, Any] = {"codec": integer, "paths": [], **options}
    return lambda: summarise_files(**given)


def converting(**options: Any) -> Callable[[], object]:
    given: dict[str, Any] = {"codec": integer, "paths": [], "into": "out", **options}
    return lambda: convert_files(**given)


halved: Decoder[int] = integer.map(lambda number: number // 2)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (summarising(codec=int), "expected a codec"),
        (summarising(paths="a.jsonl"), "expected a list of paths, got 'a.jsonl'"),
        (summarising(paths=[5]), "expected a list of paths"),
        (summarising(at="Records"), "expected a tuple of names and indices"),
        (summarising(jobs=0), "expected an int from 1, or None, got 0"),
        (summarising(part=0), "expected an int from 1"),
        (summarising(key=5), "expected a function"),
        (summarising(codec=halved, jobs=2), "the codec cannot go to another process"),
        (summarising(key=lambda: "", jobs=2), "the key cannot go to another process"),
        (converting(codec=halved), "expected a codec that reads and writes"),
        (converting(format="csv"), 'expected "jsonl" or "parquet", got \'csv\''),
        (converting(into=5), "expected the path of a folder"),
        (converting(paths=["a/b.jsonl"], into="a"), "'a/b.jsonl' would be replaced; give another folder"),
        (converting(paths=["a/b.jsonl"], base="c"), "'a/b.jsonl' is not below 'c'"),
        (converting(paths=["a/b", "a/b.failures"]), "would both be written to 'b.failures.jsonl'"),
    ],
)
def test_a_mistake_is_a_value_error_before_anything_starts(call: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
