"""Tables: Parquet files of values, and what writes each form of file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from typing import IO, Any, TypeVar, assert_never

from returns.result import Result

from ..building import must_be
from ..codec import Codec
from .item import Item, must_be_items
from .target import Format
from .writing import Lines, Sheet, Unwritten, Written, write

A = TypeVar("A")


def write_parquet(
    items: Iterable[Item[A]], into: str | os.PathLike[str], codec: Codec[A]
) -> Result[Written, Unwritten]:
    r"""Write the values of items as a Parquet file, and what is wrong with the others to a second file.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from pyarrow import parquet
    >>> from ecr_decode import Record, bulk, field, integer, iso_datetime, string
    >>> class Push(Record):
    ...     tag: str = field("imageTag", string)
    ...     size: int | str = field("size", integer | string)
    >>> into = Path(tempfile.mkdtemp()) / "pushes.parquet"
    >>> lines = b'{"imageTag": "v1", "size": 3}\n{"imageTag": "v2"}\n'
    >>> bulk.write_parquet(bulk.decode_lines(Push.codec, lines), into, Push.codec).unwrap().items
    1
    >>> parquet.read_table(into).to_pylist()
    [{'imageTag': 'v1', 'size': {'case': 'integer', 'integer': 3, 'string': None}}]

    The schema is that of the JSON which the codec writes, under its names. Times are timestamps in UTC, with
    microseconds. A union is a struct: `case` is the name of its case, and the column of that name has the
    value. A dict is a map, a tuple a struct with the columns `0`, `1`, ..., and `rest`. Members that a record
    does not name are a map called as its attribute is.

    These are JSON text: `json_value`, a record within itself, one without members. `decimal` and
    `big_integer` are text, as Arrow has no number of any size. What JSON leaves out is null.

    The second file is that of `write_lines`. This needs the extra `parquet`.
    """
    must_be_items("write_parquet(items, ...)", items)
    must_be("write_parquet(..., codec)", codec, Codec, "a codec that reads and writes")
    return write(items, os.fspath(into), sheet_of("write_parquet(...)", "parquet", codec))


def sheet_of(where: str, form: Format, codec: Codec[Any]) -> Callable[[IO[bytes]], Sheet]:
    """What writes the values of a codec in a form; a ValueError says what is missing for it."""
    match form:
        case "jsonl":
            return partial(Lines, codec)
        case "parquet":
            try:
                from .parquet.rows import Columns, Rows
            except ImportError:
                raise ValueError(f'{where}: Parquet needs pyarrow; install "ecr-decode[parquet]"') from None
            return partial(Rows, Columns(codec))
        case _:
            assert_never(form)
