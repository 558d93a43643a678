"""Dask's workers make the summaries and the files of one process, of S3 too, whichever of them is killed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster
from moto.server import ThreadedMotoServer

from ecr_decode.bulk import convert_files, decode_lines, summarise, summarise_files
from ecr_decode.bulk import dask as on_dask
from ecr_decode.bulk import s3 as s3_module
from tests.bulk.kills import MARK, Event, contents, exhausting, killed_once, make_files, mark, name_of

PART = 5_000


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    server = ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_ACCESS_KEY_ID", "test")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "test")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        patch.setenv(MARK, str(tmp_path_factory.mktemp("mark") / "mark"))
        s3_module.client.cache_clear()
        yield os.environ["AWS_ENDPOINT_URL"]
        s3_module.client.cache_clear()
    server.stop()


@pytest.fixture(scope="module")
def cluster(endpoint: str) -> Iterator[Any]:
    local: Any = LocalCluster
    connected: Any = Client
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": ":0"}
    with local(**options) as cluster, connected(cluster) as client:
        yield client


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return make_files(tmp_path / "in")


def uploaded(files: list[Path]) -> list[str]:
    s3 = s3_module.client()
    s3.create_bucket(Bucket="trails")
    for file in files:
        s3.upload_file(str(file), "trails", f"logs/{file.name}")
    return [f"s3://trails/logs/{file.name}" for file in files]


def test_workers_make_the_summary_of_one_process(cluster: Client, files: list[Path]) -> None:
    one = summarise_files(Event.codec, files, key=name_of)
    mark().touch()
    assert on_dask.summarise_files(cluster, killed_once, files, key=name_of, part=PART) == one
    assert not mark().exists()


def test_workers_write_the_files_of_one_process(cluster: Client, files: list[Path], tmp_path: Path) -> None:
    convert_files(Event.codec, files[:-1], into=tmp_path / "one", part=PART).unwrap()
    mark().touch()
    on_dask.convert_files(cluster, killed_once, files[:-1], into=tmp_path / "two", part=PART).unwrap()
    assert not mark().exists()
    assert contents(tmp_path / "two") == contents(tmp_path / "one")


def test_objects_of_s3_are_read_in_ranges(
    cluster: Client, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    urls = uploaded(files[:-1])
    one = summarise_files(Event.codec, files[:-1], key=name_of)
    monkeypatch.setattr(s3_module, "_RANGE", 10_000)
    assert sum(summarise(decode_lines(Event.codec, url), name_of) for url in urls) == one
    assert on_dask.summarise_files(cluster, Event.codec, urls, key=name_of, part=PART) == one
    whole = on_dask.summarise_files(cluster, Event.codec, urls[:1], at=("Records",))
    assert (whole.items, whole.failures) == (1, 1)
    found = on_dask.summarise_files(cluster, Event.codec, [*urls, "s3://trails/none", "s3://none/a"])
    assert (found.items, found.kinds["BadValue"]) == (one.items + 2, 2)


def test_workers_write_objects_of_s3(cluster: Client, files: list[Path], tmp_path: Path) -> None:
    convert_files(Event.codec, files[:-1], into=tmp_path / "one", part=PART).unwrap()
    urls, s3 = uploaded(files[:-1]), s3_module.client()
    s3.put_object(Bucket="trails", Key="out/c.failures.jsonl", Body=b"of an earlier run")
    on_dask.convert_files(cluster, Event.codec, urls, into="s3://trails/out/", part=PART).unwrap()
    found = s3.list_objects_v2(Bucket="trails", Prefix="out/")["Contents"]
    bodies = {each["Key"]: s3.get_object(Bucket="trails", Key=each["Key"])["Body"].read() for each in found}
    expected = contents(tmp_path / "one")
    assert sorted(bodies) == [f"out/{name}" for name in sorted(expected)]
    assert all(bodies[f"out/{name}"] == text for name, text in expected.items() if "failures" not in name)
    (missing,) = convert_files(Event.codec, urls[:1], into="s3://none").failure()
    assert missing.into == "s3://none/a.jsonl"
    assert missing.reason == "expected an object of S3 that can be reached, got S3's error NoSuchBucket"


def test_an_object_that_changes_while_it_is_read_is_a_failure(
    endpoint: str, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(s3_module, "_RANGE", 2_000)
    (url,) = uploaded(files[:1])
    items = decode_lines(Event.codec, url)
    assert next(items).result.unwrap().size == 0
    s3_module.client().put_object(Bucket="trails", Key="logs/a.jsonl", Body=b"{}\n" * 5_000)
    *_, last = items
    assert "got S3's error PreconditionFailed" in str(last.result.failure())


def test_a_part_that_no_worker_can_do_is_one_failure(
    cluster: Client, files: list[Path], tmp_path: Path
) -> None:
    found = on_dask.summarise_files(cluster, exhausting, files, part=10_000)
    assert found.kinds["BadValue"] == 2
    (missing,) = on_dask.convert_files(
        cluster, exhausting, files[:2], into=tmp_path / "out", part=10_000
    ).failure()
    assert missing.reason == "expected a worker that ends its work, got MemoryError"
    assert sorted(contents(tmp_path / "out"))[-2:] == ["b.failures.jsonl", "b.jsonl"]


def test_a_mistake_is_a_value_error(cluster: Client) -> None:
    with pytest.raises(ValueError, match="the codec cannot go to another process"):
        on_dask.summarise_files(cluster, Event.codec.map(lambda event: event), [])
    wrong: Any = "tcp://scheduler:8786"
    with pytest.raises(ValueError, match="expected a client of Dask distributed, got 'tcp"):
        on_dask.summarise_files(wrong, Event.codec, [])
