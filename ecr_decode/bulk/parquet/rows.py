"""Rows: values in a Parquet file."""

from __future__ import annotations

from importlib import import_module
from typing import IO, Any

from returns.result import Success

from ...codec import Codec
from ...error.problem import Problems
from .column import Column, column_of

pa: Any = import_module("pyarrow")
parquet: Any = import_module("pyarrow.parquet")

_AT_ONCE = 2**12
"""How many rows are given to Arrow at once."""
_GROUP = 2**26
"""How many bytes of rows are a row group."""

_ALONE = "value"


class Columns:
    """How the values of a codec are rows: a struct gives its members as columns, all else is one column."""

    def __init__(self, codec: Codec[Any]) -> None:
        self.codec = codec
        column = column_of(codec.node)
        if not pa.types.is_struct(column.type):
            of = column.of
            column = Column(pa.struct([pa.field(_ALONE, column.type)]), lambda tree: {_ALONE: of(tree)})
        self.column = column
        self.schema: Any = pa.schema(list(column.type))


class Rows:
    """The values as rows of a Parquet file."""

    def __init__(self, columns: Columns, file: IO[bytes]) -> None:
        self.columns = columns
        self.writer: Any = parquet.ParquetWriter(file, columns.schema, compression="zstd")
        self.rows: list[Any] = []
        self.batches: list[Any] = []
        self.size: int = 0

    def add(self, value: Any) -> Problems | None:
        """Write a value as a row."""
        tree = self.columns.codec.to_json(value)
        if not isinstance(tree, Success):
            return tree.failure()
        self.rows.append(self.columns.column.of(tree.unwrap()))
        if len(self.rows) == _AT_ONCE:
            self._gather()
            if self.size >= _GROUP:
                self._write()
        return None

    def end(self) -> None:
        """Write the rows that are left, and the end of the file."""
        self._gather()
        self._write()
        self.writer.close()

    def _gather(self) -> None:
        if self.rows:
            structs = pa.array(self.rows, type=self.columns.column.type)
            batch = pa.RecordBatch.from_struct_array(structs)
            self.batches.append(batch)
            self.size += batch.nbytes
            self.rows = []

    def _write(self) -> None:
        if self.batches:
            self.writer.write_table(pa.Table.from_batches(self.batches, self.columns.schema))
            self.batches, self.size = [], 0
