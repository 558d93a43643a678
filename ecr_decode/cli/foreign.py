"""Texts of other programs that no command reads, by their first bytes."""

from __future__ import annotations

import re

_JSON_INSTEAD = "write it with --output json"
_FOREIGN = (
    (re.compile(rb".{257}ustar", re.DOTALL), "a tar archive; unpack it first"),
    (re.compile(rb"%PDF-"), "a PDF document"),
    (re.compile(rb"\x89PNG\r\n|\xff\xd8\xff|GIF8"), "an image"),
    (re.compile(rb"\s*[\[(]?\{'"), "the text of a Python dict; write it with json.dumps"),
    (re.compile(rb"-{5,}\r?\n\|"), f"a table of the AWS CLI; {_JSON_INSTEAD}"),
    (re.compile(rb"[A-Z]{3,}\t"), f"text output of the AWS CLI; {_JSON_INSTEAD}"),
    (re.compile(rb"[^\n]{0,4096}\x00", re.DOTALL), "binary data, not a text"),
)


def foreign(raw: bytes) -> str | None:
    """What bytes are that no command reads, in words."""
    return next((name for pattern, name in _FOREIGN if pattern.match(raw)), None)
