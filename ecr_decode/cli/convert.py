"""`ecr-decode convert`: the values of many files, as files of JSON Lines or Parquet."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from returns.result import Result, Success

from ..bulk.files import convert_files
from ..bulk.records import Steps
from ..bulk.target import Format, target_of
from ..bulk.writing import Unwritten, Written
from .containers import steps_of
from .document import Unreadable
from .inputs import Found, Named, Spec, named
from .output import DECODED, FAILED, UNREADABLE, complain, counted, printable, say_lines
from .read import Manner
from .reading import Reading
from .work import named_sources


def convert(
    *,
    arguments: list[str],
    service: str | None,
    request: bool,
    into: str,
    format: Format,  # noqa: A002 as the option is called
    jobs: int,
) -> int:
    """Write the values of each source to a file, and give the exit status."""
    what = named(arguments, service, request=request)
    if not isinstance(what, Named):
        return complain(str(what), UNREADABLE)
    names, missing = named_sources(what)
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        return complain(f"{twice} is named twice", UNREADABLE)
    if Path(into).exists() and not Path(into).is_dir():
        return complain(f"cannot write into {into}: it is not a folder", UNREADABLE)
    laid_out = {name: steps_of(name) for name in names}
    missing += [each for each in laid_out.values() if isinstance(each, Unreadable)]
    if missing:  # nothing is written before everything can be read
        return complain("\n".join(map(str, missing)), UNREADABLE)
    reading = what.reading or _recognised(names, service)
    if reading is None:
        return complain(f"cannot tell what is in {names[0]}; name it before the file", UNREADABLE)
    base = _base(names)
    try:
        target_of("convert", names, into=into, form=format, base=base)
        groups = _groups(laid_out)
        results = [
            convert_files(reading.codec, group, into=into, format=format, at=at, base=base, jobs=jobs)
            for at, group in groups
        ]
    except ValueError as error:  # two sources for one file, or a codec that the format cannot hold
        return complain(f"cannot convert: {str(error).partition(': ')[2]}", UNREADABLE)
    return max(map(_told, results))


def _recognised(names: Sequence[str], service: str | None) -> Reading | None:
    """What the first document of the first source is."""
    first = next(Spec(None, service, Manner(), False).of(names[0]), None)
    return first.reading if isinstance(first, Found) else None


def _base(names: Sequence[str]) -> str | None:
    """The folder below which the folders of sources are kept, if there are several."""
    folders = {str(Path(name).resolve().parent) for name in names}
    return os.path.commonpath(folders) if len(folders) > 1 else None


def _groups(laid_out: dict[str, Steps | None]) -> Iterator[tuple[Steps | None, list[str]]]:
    """The sources by how their documents are laid out."""
    for at in dict.fromkeys(laid_out.values()):
        yield at, [name for name, steps in laid_out.items() if steps == at]


def _told(result: Result[tuple[Written, ...], tuple[Unwritten, ...]]) -> int:
    """Say what was written, or what could not be, and give the status."""
    if not isinstance(result, Success):
        return complain("\n".join(f"cannot write {each}" for each in result.failure()), UNREADABLE)
    written = result.unwrap()
    say_lines(map(printable, map(_in_words, written)))
    return FAILED if any(each.failures for each in written) else DECODED


def _in_words(written: Written) -> str:
    said = f"{written.into}: {counted(written.items, 'value')}"
    if not written.failures:
        return said
    return f"{said}; {counted(written.failures, 'document')} with errors in {written.failures_into}"
