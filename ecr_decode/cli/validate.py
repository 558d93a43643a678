"""`ecr-decode validate`: what is wrong with documents, and how many are right."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import orjson

from ..aws.reply import Format
from ..bulk.part import Part
from .document import Unreadable
from .inputs import Found, Named, Spec, named, told
from .output import DECODED, FAILED, UNREADABLE, complain, counted, printable, say_lines
from .progress import progress
from .read import Manner, is_valid
from .sources import Watch
from .trouble import as_data
from .work import LOST, in_processes, named_sources, whole


class Report(NamedTuple):
    """What came of some documents."""

    documents: int = 0
    wrong: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()


class Said(NamedTuple):
    """How what is wrong with a document is said."""

    as_json: bool
    show_values: bool
    most: int | None
    """How many documents with errors are enough."""

    def of(self, each: Found) -> str:
        """What is wrong with it."""
        if not self.as_json:
            return printable("\n".join(told(each, self.show_values)))
        read_as = None if each.reading is None else each.reading.name
        data = {**each.document.place, "read_as": read_as, "error": as_data(each.result.failure())}
        return orjson.dumps(data).decode()


def validate(
    *,
    arguments: list[str],
    service: str | None,
    request: bool,
    status: int | None,
    headers: list[tuple[str, str]],
    format: Format,  # noqa: A002 as the option is called
    as_json: bool,
    jobs: int,
    lenient: bool,
    max_errors: int | None,
    show_values: bool,
) -> int:
    """Say what is wrong with each document, then how many there are, and give the exit status."""
    what = named(arguments, service, request=request, of_reply=status is not None or bool(headers))
    if not isinstance(what, Named):
        return complain(str(what), UNREADABLE)
    names, missing = named_sources(what)
    manner = Manner(status, dict(headers), format, lenient, checked=True)
    spec = Spec(what.reading, service, manner, len(names) > 1)
    said = Said(as_json, show_values, max_errors)
    with progress(names, prints=True) as watch:
        total = _said(_reports(spec, said, names, jobs, watch), max_errors)
    for each in missing:
        complain(str(each), UNREADABLE)
    return _ended(total, len(missing), len(names), max_errors, as_json)


def _reports(spec: Spec, said: Said, names: list[str], jobs: int, watch: Watch) -> Iterator[Report]:
    if jobs > 1:
        do, give_up = partial(_of_source, spec, said), _lost
        yield from in_processes(do, give_up, [*map(whole, names)], jobs, watch)
        return
    for name in names:
        for each in spec.of(name, watch):
            yield _report(each, said)


def _of_source(spec: Spec, said: Said, part: Part) -> Report:
    """The report of all documents of a source, made in a process of its own."""
    documents, wrong, unreadable = 0, list[str](), list[str]()
    for each in spec.of(part.path):
        report = _report(each, said)
        documents += report.documents
        wrong += report.wrong
        unreadable += report.unreadable
        if len(wrong) == said.most:
            break
    return Report(documents, (*wrong,), (*unreadable,))


def _lost(part: Part) -> Report:
    return Report(unreadable=(str(Unreadable(part.path, LOST)),))


def _report(each: Found | Unreadable, said: Said) -> Report:
    if isinstance(each, Unreadable):
        return Report(unreadable=(str(each),))
    return Report(1) if is_valid(each.result) else Report(1, (said.of(each),))


class _Total(NamedTuple):
    documents: int
    wrong: int
    unreadable: int


def _said(reports: Iterator[Report], most: int | None) -> _Total:
    """Print the reports, until there are as many errors as were asked for."""
    documents = wrong = unreadable = 0
    for each in reports:
        left = len(each.wrong) if most is None else most - wrong
        say_lines(each.wrong[:left])
        for text in each.unreadable:
            complain(text, UNREADABLE)
        documents, unreadable = documents + each.documents, unreadable + len(each.unreadable)
        wrong += len(each.wrong[:left])
        if wrong == most:
            break
    return _Total(documents, wrong, unreadable)


def _ended(total: _Total, missing: int, sources: int, most: int | None, as_json: bool) -> int:
    stopped = total.wrong == most
    unreadable = total.unreadable + missing
    if as_json:
        counts = {"documents": total.documents, "valid": total.documents - total.wrong, "wrong": total.wrong}
        say_lines([orjson.dumps({**counts, "unreadable": unreadable, "stopped": stopped}).decode()])
    else:
        valid = f"{total.documents - total.wrong:,} valid, {total.wrong:,} with errors"
        said = f"{counted(total.documents, 'document')} in {counted(sources, 'source')}: {valid}"
        if unreadable:
            said += f"; {counted(unreadable, 'source')} not read"
        say_lines([said + ("; stopped at --max-errors" if stopped else "")])
    if unreadable:
        return UNREADABLE
    return FAILED if total.wrong else DECODED
