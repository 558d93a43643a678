"""Files: many at once, in several processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import Any, TypeVar

import msgspec
from returns.result import Failure, Result, Success

from ..building import must_be, must_be_function
from ..codec import Codec
from ..decoder import Decoder, node_of
from ..error.problem import BadValue
from .item import Item, failed
from .limits import COUNTED_PART, MOST_DOCUMENT, MOST_LINE, PART
from .lines import must_be_size
from .part import Layout, Part, items_of_part, parts_of
from .pool import Work, done, must_be_jobs, must_pickle
from .records import Steps, must_be_steps
from .summary import Summary, summarise
from .tables import sheet_of
from .target import Format, Target, target_of
from .whole import make_folder
from .writing import Unwritten, Written, unwritten, write

A = TypeVar("A")

Paths = Iterable[str | os.PathLike[str]]


def summarise_files(
    codec: Decoder[A],
    paths: Paths,
    *,
    at: Steps | None = None,
    key: Callable[[A], str | None] | None = None,
    jobs: int | None = 1,
    most: int | None = None,
    part: int = COUNTED_PART,
) -> Summary:
    r"""The summary of files, read in several processes.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from ecr_decode import bulk, integer
    >>> folder = Path(tempfile.mkdtemp())
    >>> for name in ("a", "b"):
    ...     _ = (folder / name).write_bytes(b"1\n2\nnull\n")
    >>> summary = bulk.summarise_files(integer, [folder / "a", folder / "b", folder / "none"], jobs=2)
    >>> summary.items, summary.failures, summary.kinds
    (7, 3, {'Null': 2, 'BadValue': 1})
    >>> bulk.summarise_files(integer.map(lambda count: -count), [folder / "a"], jobs=2)
    Traceback (most recent call last):
    ...
    ValueError: summarise_files(..., jobs=2): the codec cannot go to another process, because pickling it ...

    `at` holds the steps to the array of records in each file; without it files are JSON Lines. `jobs=None` is
    a process for each processor. A large file of lines is split at line breaks into parts of `part` bytes; a
    packed one is not split. For `key` see `summarise`, for paths and `most` see `decode_lines`.

    A process that is killed loses nothing: its task is done again. A task during which three processes end
    counts as one failure, and so does a file that cannot be read.
    """
    work, parts = summary_work("summarise_files", codec, paths, at=at, key=key, most=most, part=part)
    count = must_be_jobs("summarise_files(..., jobs=...)", jobs)
    if count > 1:
        must_pickle(f"summarise_files(..., jobs={count})", {"the codec": codec, "the key": key})
    return sum(done(work, parts, count), Summary())


def convert_files(
    codec: Codec[A],
    paths: Paths,
    *,
    into: str | os.PathLike[str],
    format: Format = "jsonl",  # noqa: A002 # the word that users of such functions look for
    at: Steps | None = None,
    base: str | os.PathLike[str] | None = None,
    jobs: int | None = 1,
    most: int | None = None,
    part: int = PART,
) -> Result[tuple[Written, ...], tuple[Unwritten, ...]]:
    r"""Write the values of files to files in a folder, in several processes.

    >>> import tempfile
    >>> from pathlib import Path
    >>> from ecr_decode import bulk, integer
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.json").write_bytes(b"1\n2\nnull\n")
    >>> for written in bulk.convert_files(integer, [folder / "a.json"], into=folder / "out").unwrap():
    ...     print(Path(written.into).name, written.items, Path(written.failures_into).name)
    a.jsonl 2 a.failures.jsonl
    >>> bulk.convert_files(integer, [folder / "a.json"], into=folder / "a.json").failure()[0].reason
    'FileExistsError: File exists'

    The values of `events.json.gz` are in `events.jsonl`, and what is wrong is in `events.failures.jsonl`; see
    `write_lines`. If a large file is split, its parts are `events.00000.jsonl`, `events.00001.jsonl`. With
    `base`, the folders between it and a file are kept in `into`. Two files that would be written to one are a
    `ValueError`. Names and contents depend on the files and on these options, not on `jobs`.

    `into` may be a prefix of S3, `s3://bucket/prefix`. A file gets its name once it is whole, and one of an
    earlier run is replaced. If a file cannot be written, the result is a `Failure` with all of those. For the
    other options see `summarise_files`.
    """
    plan = conversion(
        "convert_files", codec, paths, into=into, form=format, at=at, base=base, most=most, part=part
    )
    count = must_be_jobs("convert_files(..., jobs=...)", jobs)
    if count > 1:
        must_pickle(f"convert_files(..., jobs={count})", {"the codec": codec})
    return plan.collect(done(plan.work, plan.parts(), count))


def summary_work(
    where: str,
    codec: Decoder[A],
    paths: Paths,
    *,
    at: Steps | None,
    key: Callable[[A], str | None] | None,
    most: int | None,
    part: int,
) -> tuple[Work[Summary], Iterator[Part]]:
    """What is done to sum up files, and with which parts; a mistake is a ValueError."""
    node_of(f"{where}(codec, ...)", codec)
    if key is not None:
        must_be_function(f"{where}(..., key=...)", key)
    layout = layout_of(where, at, most, part)
    work = Work(partial(summary_of, codec, key, layout), lost_summary)
    return work, parts_of_all(paths_of(where, paths), layout)


class Conversion(msgspec.Struct, frozen=True):
    """What is done to convert files, with which files, and where they are written."""

    work: Work[Result[Written, Unwritten]]
    paths: list[str]
    layout: Layout
    target: Target

    def parts(self) -> Iterator[Part]:
        """The parts of the files."""
        return parts_of_all(self.paths, self.layout)

    def collect(
        self, results: Iterable[Result[Written, Unwritten]]
    ) -> Result[tuple[Written, ...], tuple[Unwritten, ...]]:
        """All files, or all that could not be written; what killed processes left is removed."""
        written: list[Written] = []
        missing: list[Unwritten] = []
        try:
            for result in results:
                if isinstance(result, Success):
                    written.append(result.unwrap())
                else:
                    missing.append(result.failure())
        finally:
            self.target.clear(self.paths)
        return Failure(tuple(missing)) if missing else Success(tuple(written))


def conversion(
    where: str,
    codec: Codec[Any],
    paths: Paths,
    *,
    into: str | os.PathLike[str],
    form: Format,
    at: Steps | None,
    base: str | os.PathLike[str] | None,
    most: int | None,
    part: int,
) -> Conversion:
    """What is done to convert files; a mistake is a ValueError."""
    node_of(f"{where}(codec, ...)", codec)
    must_be(f"{where}(codec, ...)", codec, Codec, "a codec that reads and writes")
    layout = layout_of(where, at, most, part)
    named = paths_of(where, paths)
    target = target_of(where, named, into=into, form=form, base=base)
    sheet_of(f"{where}(...)", form, codec)
    return Conversion(
        Work(partial(converted, codec, layout, target), partial(lost_file, target)), named, layout, target
    )


def summary_of(
    codec: Decoder[A], key: Callable[[A], str | None] | None, layout: Layout, part: Part
) -> Summary:
    """The summary of a part."""
    return summarise(items_of_part(codec, part, layout), key)


def lost_summary(part: Part, reason: str) -> Summary:
    """The summary of a part that no process could read to the end."""
    return summarise([Item(part.path, 1, failed(BadValue(reason)))])


def converted(codec: Codec[Any], layout: Layout, target: Target, part: Part) -> Result[Written, Unwritten]:
    """Write the file that is made of a part."""
    into = target.path(part)
    items = items_of_part(codec, part, layout)
    try:
        make_folder(into)
    except OSError as error:
        return Failure(unwritten(into, error))
    sheet = sheet_of("convert_files(...)", target.form, codec)
    return write(items, into, sheet, run=target.run, numbered=part.number == 0)


def lost_file(target: Target, part: Part, reason: str) -> Result[Written, Unwritten]:
    """The file of a part that no process could write to the end."""
    return Failure(Unwritten(target.path(part), reason))


def layout_of(where: str, at: Steps | None, most: int | None, part: int) -> Layout:
    """How documents are laid out, from the options that say it."""
    if at is not None:
        must_be_steps(f"{where}(..., at=...)", at)
    most = (MOST_LINE if at is None else MOST_DOCUMENT) if most is None else most
    must_be_size(f"{where}(..., most=...)", most)
    must_be_size(f"{where}(..., part=...)", part)
    return Layout(at, most, part)


def paths_of(where: str, paths: Any) -> list[str]:
    """The paths as texts; one path alone is a mistake."""
    many: Iterable[Any] = paths if hasattr(paths, "__iter__") else (None,)
    named = [None] if isinstance(paths, str | bytes | os.PathLike) else [*map(_path, many)]
    if None in named:
        raise ValueError(f"{where}(..., paths): expected a list of paths, got {paths!r}")
    return [each for each in named if each is not None]


def _path(path: Any) -> str | None:
    named: object = path.__fspath__() if hasattr(path, "__fspath__") else path
    return named if isinstance(named, str) else None


def parts_of_all(paths: Iterable[str], layout: Layout) -> Iterator[Part]:
    """The parts of all files."""
    return chain.from_iterable(parts_of(path, layout) for path in paths)
