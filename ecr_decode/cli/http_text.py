"""A reply of HTTP as text, as `curl -i` prints it: a line with the status, headers, and the body."""

from __future__ import annotations

import re

from .document import Document

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? ([1-5]\d\d)(?: [^\r\n]*)?\r?\n")
_HEADER = re.compile(rb"([!#$%&'*+.^_`|~\w-]+):[ \t]*([^\r\n]*)\r?\n")
_END = re.compile(rb"\r?\n|\Z")
_CONTINUES = 200


def http_reply(source: str, raw: bytes) -> Document | None:
    """The body of a reply, with its status and headers; None if the text is not one."""
    at, status, headers = 0, 0, dict[str, str]()
    while status < _CONTINUES:  # one of 100 is followed by another reply
        line = _STATUS.match(raw, at)
        if line is None:
            return None
        at, status, headers = line.end(), int(line[1]), {}
        while header := _HEADER.match(raw, at):
            at, headers[header[1].decode().lower()] = header.end(), header[2].decode("latin-1")
        end = _END.match(raw, at)
        if end is None:
            return None
        at = end.end()
    return Document(source, raw[at:], status=status, headers=headers)
