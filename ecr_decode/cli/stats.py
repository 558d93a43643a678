"""`ecr-decode stats`: how many documents there are, what is wrong with how many, and how large they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, NamedTuple

import msgspec
import orjson
from returns.result import Failure, Result, Success

from ..aws.naming import snake
from ..bulk.item import Item
from ..bulk.part import Part, items_of_part
from ..bulk.summary import Summary, summarise
from ..error.problem import DecodeError
from ..guard import is_dict
from ..outcome import outcome
from .document import Unreadable
from .inputs import Found, Named, Spec, named
from .output import DECODED, FAILED, UNREADABLE, complain, counted, printable, say_lines
from .progress import progress
from .read import Manner
from .sources import Watch, ignore
from .trouble import Empty, NothingKnown, Refused, Unrecognised, WebPage
from .work import LINES, LOST, in_processes, named_sources, parts

_MOST_LISTED = 20


class By(msgspec.Struct, frozen=True):
    """Counts values by a member, at the end of a way of names as they are on the wire."""

    path: tuple[str, ...]

    def __call__(self, value: Any) -> str | None:
        """The member as a text, if the value has it."""
        for name in self.path:
            value = value.get(name) if is_dict(value) else getattr(value, _attribute(name), None)
        if value is None or isinstance(value, str):
            return value
        return str(value) if isinstance(value, int | float) else None


def _attribute(name: str) -> str:
    return snake(name.replace("-", "_"))


class Stats(NamedTuple):
    """What some documents are, in numbers."""

    summary: Summary
    read_as: Counter[str]
    unreadable: tuple[str, ...] = ()


def stats(
    *,
    arguments: list[str],
    service: str | None,
    request: bool,
    by: str | None,
    as_json: bool,
    jobs: int,
    lenient: bool,
) -> int:
    """Print what the documents of all sources are, in numbers, and give the exit status."""
    what = named(arguments, service, request=request)
    if not isinstance(what, Named):
        return complain(str(what), UNREADABLE)
    names, missing = named_sources(what)
    spec = Spec(what.reading, service, Manner(lenient=lenient), len(names) > 1)
    with progress(names, prints=False) as watch:
        total = _sum(_each(spec, None if by is None else By((*by.split("."),)), names, jobs, watch))
    for text in (*map(str, missing), *total.unreadable):
        complain(text, UNREADABLE)
    say_lines(_as_json(total, by) if as_json else map(printable, _in_words(total, by, len(names))))
    if missing or total.unreadable:
        return UNREADABLE
    return FAILED if total.summary.failures else DECODED


def _each(spec: Spec, by: By | None, names: list[str], jobs: int, watch: Watch) -> Iterator[Stats]:
    """The numbers of each part: of ranges of the lines of a large file, or of a whole source."""
    divided = [part for name in names for part in parts(spec, name)]
    if jobs > 1 or len(divided) > len(names):
        yield from in_processes(partial(_of_part, spec, by), _lost, divided, jobs, watch)
        return
    for name in names:
        yield _of_source(spec, by, name, watch)


def _of_part(spec: Spec, by: By | None, part: Part) -> Stats:
    """The numbers of a part of a source: of the lines of a large one, or of the whole."""
    if part.is_whole or spec.reading is None:
        return _of_source(spec, by, part.path, ignore)
    summary = summarise(items_of_part(spec.reading.codec, part, LINES), by)
    return Stats(summary, Counter({spec.reading.name: summary.items}))


def _lost(part: Part) -> Stats:
    return Stats(Summary(), Counter(), (str(Unreadable(part.path, LOST)),))


def _of_source(spec: Spec, by: By | None, name: str, watch: Watch) -> Stats:
    unreadable: list[str] = []
    read_as, refused = Counter[str](), Counter[str]()

    def items() -> Iterator[Item[Any]]:
        for each in spec.of(name, watch):
            if isinstance(each, Unreadable):
                unreadable.append(str(each))
            else:
                read_as["unknown" if each.reading is None else each.reading.name] += 1
                yield _item(each, refused)

    summary = summarise(items(), by)
    if refused:
        summary += Summary(problems={"$": dict(refused)})
    return Stats(summary, read_as, tuple(unreadable))


def _item(each: Found, refused: Counter[str]) -> Item[Any]:
    """A document as an item; what is wrong with it as a whole is counted by its name."""
    document, codec = each.document, None if each.reading is None else each.reading.codec
    result: Result[Any, DecodeError]
    match outcome(each.result):
        case DecodeError() as error:
            result = Failure(error)
        case Refused(code=code):
            refused[code] += 1
            result = Failure(DecodeError(()))
        case NothingKnown() | Unrecognised() | WebPage() | Empty() as trouble:
            refused[type(trouble).__name__] += 1
            result = Failure(DecodeError(()))
        case value:
            result = Success(value)
    return Item(document.source, document.line or 1, result, size=len(document.body), codec=codec)


def _sum(all_of: Iterable[Stats]) -> Stats:
    summary, read_as, unreadable = Summary(), Counter[str](), list[str]()
    for each in all_of:
        summary += each.summary
        read_as += each.read_as
        unreadable += each.unreadable
    return Stats(summary, read_as, tuple(unreadable))


def _as_json(total: Stats, by: str | None) -> list[str]:
    summary = total.summary
    data: dict[str, Any] = {
        "documents": summary.items,
        "valid": summary.items - summary.failures,
        "wrong": summary.failures,
        "unreadable": len(total.unreadable),
        "read_as": dict(total.read_as),
        "problems": summary.problems,
        "sizes": _sizes(summary),
    }
    if by is not None:
        data |= {"by": by, "keys": summary.keys, "without": summary.unkeyed}
    return [orjson.dumps(data).decode()]


def _sizes(summary: Summary) -> dict[str, int | None]:
    sizes = summary.sizes
    percentiles = {f"{percent} %": sizes.percentile(percent) for percent in (50, 90, 99)}
    return {"total": sizes.total, "least": sizes.least, **percentiles, "largest": sizes.largest}


def _in_words(total: Stats, by: str | None, sources: int) -> Iterator[str]:
    summary = total.summary
    valid = f"{summary.items - summary.failures:,} valid, {summary.failures:,} with errors"
    yield f"{counted(summary.items, 'document')} in {counted(sources, 'source')}: {valid}"
    yield from _table("read as", Counter(total.read_as))
    kinds = {
        f"{path}: {kind}": count for path, kinds in summary.problems.items() for kind, count in kinds.items()
    }
    yield from _table("problems", Counter(kinds))
    if by is not None:
        without = {f"(without {by})": summary.unkeyed} if summary.unkeyed else {}
        yield from _table(f"by {by}", Counter(summary.keys) + Counter(without))
    if summary.items:
        yield "sizes in bytes"
        yield from (f"  {size or 0:>12,}  {name}" for name, size in _sizes(summary).items())


def _table(title: str, counts: Counter[str]) -> Iterator[str]:
    """Counts, the largest first."""
    if not counts:
        return
    yield title
    yield from (f"  {count:>12,}  {name}" for name, count in counts.most_common(_MOST_LISTED))
    if len(counts) > _MOST_LISTED:
        yield f"  {'':>12}  and {len(counts) - _MOST_LISTED:,} more; --json prints all"
