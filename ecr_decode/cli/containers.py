"""The documents in a source: one alone, one a line, the records of a trail, the replies of a cassette."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from ..bulk.records import Steps
from ..guard import is_dict
from . import lines
from .cassettes import interactions
from .document import Document, Unreadable
from .foreign import foreign
from .http_text import http_reply
from .parsed import parsed
from .reading import NoSuchName, Reading, operation_named, reply_of
from .sources import Watch, held, ignore, is_file, opened
from .trails import TRAIL, records
from .yaml import as_json, yaml_tree

_A_FILE = "expected a file, which can be read in parts"
_NOT_MANY = (
    "expected JSON Lines, an array or a file of CloudTrail; decode prints other documents as JSON Lines, "
    "as in: ecr-decode decode --compact FILE"
)
_YAML = (".yaml", ".yml")
_OUTER = re.compile(rb'\s*\{\s*(?:"version"\s*:\s*\d+\s*,\s*)?"(Records|Events|interactions)"\s*:\s*\[')
_CASSETTE = re.compile(rb"(?:interactions|version):\s")
_REFUSED = re.compile(
    rb"An error occurred \((?P<code>[\w.:#]+)\) when calling the (?P<operation>\w+) operation"
    rb"(?: \(reached max retries: \d+\))?: ?(?P<message>[^\r\n]*)"
)


class Container(NamedTuple):
    """The documents of a source, and whether there may be several."""

    several: bool
    documents: Iterator[Document | Unreadable]


def container(name: str, reading: Reading | None, watch: Watch) -> Container | Unreadable:
    """Open a source, and find out by its first bytes how it holds its documents."""
    source = opened(name, watch)
    if isinstance(source, Unreadable):
        return source
    if _is_lines(name, source.stream.peek()):
        return Container(True, lines.lines(source))
    raw = source.stream.read()
    source.close()
    if _is_lines(name, raw):
        return Container(True, lines.lines(held(name, raw)))
    other = foreign(raw)
    fault = source.fault() if other is None else Unreadable(name, f"it is {other}")
    return _whole(name, raw, reading) if fault is None else fault


def is_lines(name: str) -> bool:
    """Whether a source is a file of JSON Lines."""
    return steps_of(name) is None


def steps_of(name: str) -> Steps | Unreadable | None:
    """The steps to the array that holds the documents of a file, None if each is a line."""
    source = opened(name, ignore) if is_file(name) else Unreadable(name, _A_FILE)
    if isinstance(source, Unreadable):
        return source
    head = source.stream.peek()
    fault, other = source.fault(), foreign(head)
    source.close()
    if fault is not None:
        return fault
    if other is not None or not head:
        return Unreadable(name, f"it is {other or 'empty'}")
    outer = _OUTER.match(head)
    if _is_lines(name, head):
        return None
    if head.lstrip().startswith(b"["):
        return ()
    return ("Records",) if outer is not None and outer[1] == b"Records" else Unreadable(name, _NOT_MANY)


def _is_lines(name: str, text: bytes) -> bool:
    return _stem(name).endswith(lines.ENDINGS) or lines.is_lines(text)


def _stem(name: str) -> str:
    return name.removesuffix(".gz").removesuffix(".zst")


def _whole(name: str, raw: bytes, reading: Reading | None) -> Container | Unreadable:
    outer = _OUTER.match(raw)
    if outer is not None and outer[1] == b"interactions":
        tree = parsed(raw, dict[str, Any])
        return _alone(Document(name, raw)) if tree is None else Container(True, interactions(name, tree))
    if outer is not None and (reading is None or reading.name == TRAIL):
        found = records(name, raw)
        return _alone(Document(name, raw)) if found is None else _all(found)
    if _stem(name).endswith(_YAML) or _CASSETTE.match(raw):
        return _yaml(name, raw)
    reply = http_reply(name, raw)
    if reply is not None:
        return _alone(reply)
    first = raw.lstrip()[:1]
    refused = None if first in (b"{", b"[", b"<") else _REFUSED.search(raw)
    if refused is not None:
        return _alone(_refusal(name, refused))
    items = parsed(raw, list[msgspec.Raw]) if first == b"[" else None
    if items is not None:
        return _all([Document(name, bytes(item), path=(index,)) for index, item in enumerate(items)])
    return _alone(Document(name, raw))


def _alone(document: Document) -> Container:
    return Container(False, iter((document,)))


def _all(documents: Sequence[Document]) -> Container:
    return Container(True, iter(documents))


def _yaml(name: str, raw: bytes) -> Container | Unreadable:
    tree = yaml_tree(name, raw)
    if isinstance(tree, Unreadable):
        return tree
    if is_dict(tree) and "interactions" in tree:
        return Container(True, interactions(name, tree))
    body = as_json(name, tree)
    return body if isinstance(body, Unreadable) else _alone(Document(name, body))


def _refusal(name: str, refused: re.Match[bytes]) -> Document:
    """The error that a text of the AWS CLI or of boto3 tells of, as the reply that it came from."""
    code, called, message = (
        refused[part].decode("utf-8", "replace") for part in ("code", "operation", "message")
    )
    operation = operation_named(called)
    return Document(
        name,
        msgspec.json.encode({"__type": code, "message": message}),
        reading=None if isinstance(operation, NoSuchName) else reply_of(operation),
        status=400,
    )
