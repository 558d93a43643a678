"""Reading a document as what it is: its value, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

from returns.result import Failure, Result, Success

from ..aws.http import is_html
from ..aws.operation import Operation
from ..aws.reply import Format
from ..aws.shape import code_in
from ..error.problem import DecodeError, Malformed, Problems
from ..parse import xml
from ..read.run import looks_like_xml
from .document import Document
from .reading import Reading, reply_of
from .recognise import OF_THE_CLIENT, error_in, known_members, members_of, recognised
from .trouble import Empty, NothingKnown, Refused, Trouble, WebPage

Read: TypeAlias = Result[Any, Trouble]


class Manner(NamedTuple):
    """How documents are read, as the options of a command say."""

    status: int | None = None
    headers: Mapping[str, str] = {}
    format: Format = "auto"
    lenient: bool = False
    checked: bool = False
    """Whether the rules for those who write such a document are checked too."""


def read(document: Document, reading: Reading, manner: Manner) -> Read:
    """The value of a document, or what is wrong with it."""
    if reading.operation is not None:
        return _reply(document, reading.operation, manner)
    found = reading.codec.decode_json(document.body)
    if not isinstance(found, Success):
        return Failure(error_in(members_of(document.body)) or found.failure())
    if reading.asked is not None and not manner.lenient and not _holds(found.unwrap()):
        names = [*members_of(document.body)]
        if names:
            return Failure(NothingKnown(reading.of, names, _looks_like(document, reading)))
    return reading.codec.check(found.unwrap()) if manner.checked else found


def is_valid(result: Read) -> bool:
    """Whether nothing is wrong with a document."""
    return isinstance(result, Success)


def is_malformed(result: Read) -> bool:
    """Whether a document is not a text of its format."""
    trouble = None if isinstance(result, Success) else result.failure()
    return isinstance(trouble, Problems) and any(
        problem.path == () and isinstance(problem.why, Malformed) for problem in trouble.problems
    )


def _reply(document: Document, operation: Operation[Any, Any, Any], manner: Manner) -> Read:
    status = document.status if manner.status is None else manner.status
    if status is None:
        return _unstated(document, operation, manner)
    found = _decoded(document, operation, manner, status)
    return found if isinstance(found, Success) else Failure(_trouble(found.failure()))


def _decoded(
    document: Document, operation: Operation[Any, Any, Any], manner: Manner, status: int
) -> Result[Any, Any]:
    headers = manner.headers or document.headers
    return operation.decode(status=status, body=document.body, headers=headers, format=manner.format)


def _trouble(error: Any) -> Trouble:
    if isinstance(error, Problems):
        return error
    message = getattr(error, "message", None)
    return Refused(code_in(error) or "", message if isinstance(message, str) else None)


def _unstated(document: Document, operation: Operation[Any, Any, Any], manner: Manner) -> Read:
    """What a reply is of which nothing says whether it succeeded, or even that it is of the operation."""
    if not document.body.strip() and not manner.lenient:
        return Failure(Empty())
    if is_html(document.body):
        return Failure(WebPage())
    found = _decoded(document, operation, manner, 200)
    if isinstance(found, Success):
        return found if _holds(found.unwrap()) else _doubted(document, operation, manner, found)
    error = found.failure()
    if not isinstance(error, DecodeError):
        return Failure(_trouble(error))
    return Failure(error_in(members_of(document.body)) or DecodeError(error.problems, error.more))


def _holds(record: Any) -> bool:
    """Whether a record has any member."""
    return any(getattr(record, name) is not None for name in record.__struct_fields__)


def _doubted(document: Document, operation: Operation[Any, Any, Any], manner: Manner, found: Read) -> Read:
    """What a reply that seems to hold nothing is: an error, a reply without members, or something else."""
    held = members_of(document.body)
    refused = error_in(held)
    if refused is not None:
        return Failure(refused)
    names = _children(document.body) if looks_like_xml(document.body) else [*held]
    unknown = [name for name in names if name != OF_THE_CLIENT]
    if manner.lenient or not unknown or known_members(operation.response).intersection(unknown):
        return found
    expected = reply_of(operation)
    is_asked = known_members(operation.request).issuperset(unknown)
    looks_like = "its request, for --request" if is_asked else _looks_like(document, expected)
    return Failure(NothingKnown(expected.of, unknown, looks_like))


def _looks_like(document: Document, expected: Reading) -> str | None:
    """What a document may be that is not what was expected."""
    other = recognised(document.body)
    return other.of if isinstance(other, Reading) and other.of != expected.of else None


def _children(body: bytes) -> list[str]:
    """The names of the members of a reply in XML, inside the element of its result if there is one."""
    from ..parse.document import Document as Parsed
    from ..parse.document import parse

    parsed = parse(body)
    if not isinstance(parsed, Parsed):
        return []
    children = [*parsed.root]
    wrapped = [child for child in children if xml.local(child.tag).endswith("Result")]
    return [xml.local(child.tag) for child in (wrapped[0] if wrapped else children)]
