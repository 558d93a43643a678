"""Bulk functions are typed by their codec: items hold its values, and a key is a function of one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import assert_type

from distributed import Client
from returns.result import Result

from ecr_decode import DecodeError, Decoder, Record, bulk, field, string


def on_workers(client: Client) -> None:
    assert_type(bulk.dask.summarise_files(client, Event.codec, ["s3://bucket/key"]), bulk.Summary)
    assert_type(
        bulk.dask.convert_files(client, Event.codec, ["a"], into="out"),
        Result[tuple[bulk.Written, ...], tuple[bulk.Unwritten, ...]],
    )


class Event(Record):
    name: str = field("eventName", string)


lengths: Decoder[int] = string.map(len)


def on_one_machine(items: Iterator[bulk.Item[Event]]) -> None:
    assert_type(bulk.decode_lines(Event.codec, Path("a.jsonl")), Iterator[bulk.Item[Event]])
    assert_type(bulk.decode_lines(lengths, [b"1"]), Iterator[bulk.Item[int]])
    assert_type(bulk.decode_records(Event.codec, b"{}", ("Records", 0)), Iterator[bulk.Item[Event]])
    assert_type(next(items).result, Result[Event, DecodeError])
    assert_type(bulk.summarise(items, key=lambda event: event.name), bulk.Summary)
    assert_type(bulk.Summary() + bulk.Summary(), bulk.Summary)
    assert_type(bulk.Summary().sizes.percentile(99), int | None)
    assert_type(bulk.write_lines(items, "into", Event.codec), Result[bulk.Written, bulk.Unwritten])
    assert_type(bulk.write_parquet(items, "into", Event.codec), Result[bulk.Written, bulk.Unwritten])
    assert_type(
        bulk.summarise_files(Event.codec, ["a.jsonl", Path("b")], key=lambda event: event.name, jobs=2),
        bulk.Summary,
    )
    assert_type(
        bulk.convert_files(Event.codec, ["a.json"], into="out", format="parquet", at=("Records",), jobs=None),
        Result[tuple[bulk.Written, ...], tuple[bulk.Unwritten, ...]],
    )
