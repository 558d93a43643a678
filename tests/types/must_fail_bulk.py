"""Mistakes in reading and writing in bulk, each refused by both type checkers."""

from __future__ import annotations

from ecr_decode import Record, bulk, field, integer, string


class Event(Record):
    name: str = field("eventName", string)


items = bulk.decode_lines(Event.codec, b"")

bulk.decode_lines(Event, b"")  # refused: a class, not its codec
bulk.decode_lines(Event.codec, 5)  # refused: no source
bulk.decode_records(Event.codec, b"", "Records")  # refused: steps are a tuple
bulk.summarise(items, key=lambda event: event.size)  # refused: no such member
bulk.write_lines(items, "into", integer)  # refused: a codec of other values
bulk.write_lines(items, "into", Event.codec.map(len))  # refused: it only reads
bulk.write_parquet(items, "into", Event.codec.map(len))  # refused: it only reads
bulk.summarise_files(Event.codec, ["a"], key=lambda event: event.size)  # refused: no such member
bulk.convert_files(Event.codec, ["a"], into="out", format="csv")  # refused: no such format
bulk.convert_files(Event.codec.map(len), ["a"], into="out")  # refused: it only reads
next(items).line = 5  # refused: items are frozen
