"""Writing: values to one file, and what is wrong to a second one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import PurePath
from typing import IO, Any, Protocol, TypeVar

import msgspec
import orjson
from returns.result import Failure, Result, Success

from ..building import must_be
from ..encoder import Encoder
from ..error.problem import Problems
from ..error.render import report
from ..error.wording import describe
from .item import Item, must_be_item, must_be_items
from .source import StoppedError
from .whole import Whole, remove, whole

A = TypeVar("A")

FAILURES = ".failures.jsonl"


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """What was written: how many items, and where.

    >>> from ecr_decode import bulk
    >>> bulk.Written(into="out/a.jsonl", items=2).failures_into
    """

    into: str
    """The path of the values."""
    failures_into: str | None = None
    """The path of the failures; None if there are none."""
    items: int = 0
    """How many values were written."""
    failures: int = 0
    """How many items were not."""


class Unwritten(msgspec.Struct, frozen=True):
    """A file that could not be written, as a value: it is returned, never raised.

    >>> from ecr_decode import bulk
    >>> print(bulk.Unwritten("out/a.jsonl", "OSError: No space left on device"))
    out/a.jsonl: OSError: No space left on device
    """

    into: str
    reason: str

    def __str__(self) -> str:
        return f"{self.into}: {self.reason}"


_PACKED = (".gz", ".gzip", ".zst", ".zstd")


def write_lines(
    items: Iterable[Item[A]], into: str | os.PathLike[str], codec: Encoder[A]
) -> Result[Written, Unwritten]:
    r"""Write the values of items as JSON Lines, and what is wrong with the others to a second file.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from ecr_decode import bulk, integer
    >>> folder = Path(tempfile.mkdtemp())
    >>> items = bulk.decode_lines(integer, b"1\nnull\n3\n")
    >>> written = bulk.write_lines(items, folder / "sizes.jsonl", integer).unwrap()
    >>> written.items, written.failures, Path(written.failures_into).name
    (2, 1, 'sizes.failures.jsonl')
    >>> print((folder / "sizes.jsonl").read_text().split())
    ['1', '3']
    >>> print((folder / "sizes.failures.jsonl").read_text()[:41])
    {"source":"","line":2,"offset":2,"size":5
    >>> bulk.write_lines((), folder / "none" / "sizes.jsonl", integer).failure().reason
    'FileNotFoundError: No such file or directory'

    A line of the second file has the source, the line, the offset and the size of an item, and its problems
    as `report` gives them: no values. A value that cannot be written is a failure too. The second file is
    `sizes.failures.jsonl` for `sizes.jsonl`, and is written only if there are failures. Both files get
    their names once they are whole. They are not compressed, so a name that ends in `.gz` is refused.
    """
    must_be_items("write_lines(items, ...)", items)
    must_be("write_lines(..., codec)", codec, Encoder, "a codec")
    path = os.fspath(into)
    if path.lower().endswith(_PACKED):
        raise ValueError(
            f"write_lines(..., {path!r}): the lines are not compressed; leave out the last ending"
        )
    return write(items, path, partial(Lines, codec))


class Sheet(Protocol):
    """What writes values of one kind of file."""

    def add(self, value: Any) -> Problems | None:
        """Write a value, or say why it cannot be written."""
        ...

    def end(self) -> None:
        """Write what is left."""
        ...


class Lines:
    """The values as JSON Lines."""

    def __init__(self, codec: Encoder[Any], file: IO[bytes]) -> None:
        self.write: Callable[[bytes], object] = file.write
        self.codec: Encoder[Any] = codec

    def add(self, value: Any) -> Problems | None:
        """Write a value as a line."""
        text = self.codec.encode_json(value)
        if not isinstance(text, Success):
            return text.failure()
        self.write(text.unwrap() + b"\n")
        return None

    def end(self) -> None:
        """Nothing is left."""


def write(
    items: Iterable[Item[Any]],
    into: str,
    sheet: Callable[[IO[bytes]], Sheet],
    *,
    run: str = "",
    numbered: bool = True,
) -> Result[Written, Unwritten]:
    """Write items to a sheet, and failures beside it; `numbered` says whether lines count from the first."""
    named = PurePath(into)
    beside = f"{into.removesuffix(named.name)}{named.stem}{FAILURES}"
    wrong: Whole | None = None
    count = failures = 0
    try:
        values = whole(into, run)
        try:
            page = sheet(values.file)
            for item in items:
                must_be_item("items", item)
                result = item.result
                error = page.add(result.unwrap()) if isinstance(result, Success) else result.failure()
                if error is None:
                    count += 1
                    continue
                failures += 1
                wrong = wrong or whole(beside, run)
                wrong.file.write(_failure(item, error, numbered=numbered))
            page.end()
            if wrong is None:
                remove(beside)
            else:
                wrong.keep()
            values.keep()
        finally:
            values.drop()
            if wrong is not None:
                wrong.drop()
    except OSError as error:
        return Failure(unwritten(into, error))
    except StoppedError as stopped:
        return Failure(Unwritten(into, describe(stopped.reason)))
    at = beside if failures else None
    return Success(Written(into=into, failures_into=at, items=count, failures=failures))


def unwritten(into: str, error: OSError) -> Unwritten:
    """A file that the system refused, in its own words."""
    return Unwritten(into, f"{type(error).__name__}: {error.strerror}")


def _failure(item: Item[Any], error: Problems, *, numbered: bool) -> bytes:
    place = {"source": item.source, "line": item.line if numbered else None}
    return orjson.dumps(place | {"offset": item.offset, "size": item.size} | report(error)) + b"\n"
