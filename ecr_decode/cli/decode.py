"""`ecr-decode decode`: a reply or a document in, its record as JSON or its errors out."""

from __future__ import annotations

from typing import Any

from returns.result import Result, Success

from ..aws.reply import Format
from ..aws.scalar import date_time
from ..aws.times import with_times
from ..codec import Codec
from ..error.problem import EncodeError
from ..write.layout import laid_out
from .document import Unreadable
from .inputs import Named, found, named, told, until
from .output import DECODED, FAILED, UNREADABLE, complain, say
from .read import Manner
from .reading import Reading

_INDENT = 2


def decode(
    *,
    arguments: list[str],
    service: str | None,
    request: bool,
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
    what = named(arguments, service, request=request, of_reply=status is not None or bool(headers))
    if not isinstance(what, Named):
        return complain(str(what), UNREADABLE)
    manner = Manner(status, dict(headers), format, lenient)
    codecs: dict[str, Codec[Any]] = {}
    ended = DECODED
    for each in until(max_errors, found(what, service, manner)):
        if isinstance(each, Unreadable):
            ended = complain(str(each), UNREADABLE)
        elif each.reading is not None and isinstance(each.result, Success):
            name = each.reading.name
            codec = codecs.get(name) or codecs.setdefault(name, _codec(each.reading, times))
            text = codec.encode_json(each.result.unwrap())
            ended = max(ended, _print(text if compact or each.several else laid_out(text, _INDENT, False)))
        else:
            ended = max(ended, complain("\n".join(told(each, show_values)), FAILED))
    return ended


def _codec(reading: Reading, times: str) -> Codec[Any]:
    """What writes the values of a reading as JSON."""
    return with_times(reading.codec, date_time) if times == "iso" else reading.codec


def _print(text: Result[bytes, EncodeError]) -> int:
    if not isinstance(text, Success):
        return complain(str(text.failure()), FAILED)
    say(text.unwrap() + b"\n")
    return DECODED
