"""Files of CloudTrail, and the output of `aws cloudtrail lookup-events`."""

from __future__ import annotations

import msgspec

from ..error.path import Path, into_text
from .document import Document
from .parsed import parsed
from .reading import document_named

TRAIL = "cloudtrail"


class _Records(msgspec.Struct):
    """A file of CloudTrail."""

    Records: list[msgspec.Raw]


class _Event(msgspec.Struct):
    CloudTrailEvent: str


class _Events(msgspec.Struct):
    """The output of `aws cloudtrail lookup-events`."""

    Events: list[_Event]


def records(source: str, raw: bytes) -> list[Document] | None:
    """The records in `Records`, or in the texts of `Events`; None if there is neither."""
    held = _in_file(raw) or _in_output(raw)
    if held is None:
        return None
    trail = document_named(TRAIL)
    return [Document(source, body, path=path, reading=trail) for path, body in held]


def _in_file(raw: bytes) -> list[tuple[Path, bytes]] | None:
    file = parsed(raw, _Records)
    if file is None:
        return None
    return [(("Records", index), bytes(record)) for index, record in enumerate(file.Records)]


def _in_output(raw: bytes) -> list[tuple[Path, bytes]] | None:
    output = parsed(raw, _Events)
    if output is None:
        return None
    return [
        (("Events", index, "CloudTrailEvent", into_text), event.CloudTrailEvent.encode("utf-8", "replace"))
        for index, event in enumerate(output.Events)
    ]
