"""Writing: values to one file, and what is wrong to a second one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import IO, Any, Protocol, TypeVar
from uuid import uuid4

import msgspec
import orjson
from returns.result import Failure, Result, Success

from ..building import must_be
from ..encoder import Encoder
from ..error.problem import Problems
from ..error.render import report
from .item import Item

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
    their names once they are whole.
    """
    must_be("write_lines(..., codec)", codec, Encoder, "a codec")
    return write(items, Path(into), partial(Lines, codec))


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
        self.write, self.codec = file.write, codec

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
    into: Path,
    sheet: Callable[[IO[bytes]], Sheet],
    *,
    run: str = "",
    numbered: bool = True,
) -> Result[Written, Unwritten]:
    """Write items to a sheet, and failures beside it; `numbered` says whether lines count from the first."""
    beside = into.with_name(into.stem + FAILURES)
    wrong: _Whole | None = None
    count = failures = 0
    try:
        whole = _Whole(into, run)
        try:
            page = sheet(whole.file)
            for item in items:
                result = item.result
                error = page.add(result.unwrap()) if isinstance(result, Success) else result.failure()
                if error is None:
                    count += 1
                    continue
                failures += 1
                wrong = wrong or _Whole(beside, run)
                wrong.file.write(_failure(item, error, numbered=numbered))
            page.end()
            if wrong is None:
                beside.unlink(missing_ok=True)
            else:
                wrong.keep()
            whole.keep()
        finally:
            whole.drop()
            if wrong is not None:
                wrong.drop()
    except OSError as error:
        return Failure(unwritten(into, error))
    at = str(beside) if failures else None
    return Success(Written(into=str(into), failures_into=at, items=count, failures=failures))


def unwritten(into: Path, error: OSError) -> Unwritten:
    """A file that the system refused, in its own words."""
    return Unwritten(str(into), f"{type(error).__name__}: {error.strerror}")


def _failure(item: Item[Any], error: Problems, *, numbered: bool) -> bytes:
    place = {"source": item.source, "line": item.line if numbered else None}
    return orjson.dumps(place | {"offset": item.offset, "size": item.size} | report(error)) + b"\n"


class _Whole:
    """A file that gets its name once it is whole, so that nobody sees a part of it."""

    def __init__(self, path: Path, run: str) -> None:
        self.path = path
        self.beside = path.with_name(f"{unnamed(run)}{uuid4().hex}.{path.name}")
        self.file = self.beside.open("xb")

    def keep(self) -> None:
        """Give it its name."""
        self.file.close()
        self.beside.replace(self.path)

    def drop(self) -> None:
        """Remove it, unless it has its name."""
        self.file.close()
        self.beside.unlink(missing_ok=True)


def unnamed(run: str) -> str:
    """How the names of files begin that are not whole yet; `run` says which run they are of."""
    return f".part-{run}-"
