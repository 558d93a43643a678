"""`ecr-decode decode`: a reply or a document in, its record as JSON or its errors out."""

from __future__ import annotations

from returns.result import Result, Success

from ..aws.reply import Format
from ..encoder import WritesJson as Writer
from ..error.problem import EncodeError
from ..write.layout import laid_out
from .document import Unreadable
from .inputs import found, named, told, until
from .output import DECODED, FAILED, UNREADABLE, complain, say
from .read import Manner
from .reading import NoSuchName, Reading

_INDENT = 2


def decode(
    *,
    arguments: list[str],
    service: str | None,
    status: int | None,
    headers: list[tuple[str, str]],
    format: Format,  # noqa: A002 as the option is called
    times: str,
    compact: bool,
    lenient: bool,
    max_errors: int | None,
    show_values: bool,
) -> int:
    """Print the record of each document, and give the exit status."""
    what = named(arguments, service)
    if isinstance(what, NoSuchName):
        return complain(str(what), UNREADABLE)
    manner = Manner(status, dict(headers), format, lenient)
    writers: dict[str, Writer] = {}
    ended = DECODED
    for each in until(max_errors, found(what, service, manner)):
        if isinstance(each, Unreadable):
            ended = complain(str(each), UNREADABLE)
        elif each.reading is not None and isinstance(each.result, Success):
            name = each.reading.name
            write = writers.get(name) or writers.setdefault(name, writer(each.reading, times))
            text = write(each.result.unwrap())
            ended = max(ended, _print(text if compact or each.several else laid_out(text, _INDENT, False)))
        else:
            ended = max(ended, complain("\n".join(told(each, show_values)), FAILED))
    return ended


def writer(reading: Reading, times: str) -> Writer:
    """What writes the values of a reading as JSON."""
    if times != "iso":
        return reading.codec.encode_json
    from ..aws.scalar import date_time
    from ..aws.times import with_times

    return with_times(reading.codec, date_time).encode_json


def _print(text: Result[bytes, EncodeError]) -> int:
    if not isinstance(text, Success):
        return complain(str(text.failure()), FAILED)
    say(text.unwrap() + b"\n")
    return DECODED
