"""Recognising what a document is by what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
from returns.result import Success

from ..aws.envelope import clean
from ..aws.http import is_html
from ..aws.operations import AnyOperation
from ..codec import Codec
from ..combinator.scalar import json_value
from ..error.listed import listed
from ..read.run import looks_like_xml
from ..read.tree import json_kind
from .options import SERVICES
from .parsed import parsed
from .reading import NoSuchName, Reading, document_named, operation_named, operations, reply_of, request_of
from .trouble import Empty, Refused, Trouble, Unrecognised, WebPage, members

_SIGNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("cloudtrail", ("eventSource", "eventName")),
    ("event", ("detail-type", "detail")),
    ("manifest", ("schemaVersion",)),
    ("policy", ("Statement",)),
    ("lifecycle-policy", ("rules",)),
    ("image-config", ("rootfs",)),
    ("image-config", ("architecture", "os")),
    ("authorization-token", ("authorizationToken",)),
)
OF_THE_CLIENT = "ResponseMetadata"
_CODES, _MESSAGES = ("__type", "code", "Code"), ("message", "Message")
_MOST_SAMPLED = 20
_READS = ("Get", "Describe", "List", "BatchGet", "BatchCheck")
_ROOT = re.compile(rb"\s*(?:<\?.*?\?>\s*)?<(?:\w+:)?(\w+)", re.DOTALL)


def recognised(body: bytes, service: str | None = None) -> Reading | Trouble:
    """How to read a document that nobody has named, or the error that it reports."""
    if not body.strip():
        return Empty()
    if is_html(body):
        return WebPage()
    if looks_like_xml(body):
        return _by_root(body, service)
    held = parsed(body, dict[str, msgspec.Raw])
    if held is None:
        found = json_value.decode_json(body)
        return Unrecognised(json_kind(found.unwrap())) if isinstance(found, Success) else found.failure()
    refused = error_in(held)
    if refused is not None:
        return refused
    for name, signs in _SIGNS:
        if all(sign in held for sign in signs):
            return document_named(name)
    return _by_members({name: raw for name, raw in held.items() if name != OF_THE_CLIENT}, service)


def members_of(body: bytes) -> Mapping[str, msgspec.Raw]:
    """The members of a JSON text that holds an object; none of any other text."""
    return parsed(body, dict[str, msgspec.Raw]) or {}


def error_in(held: Mapping[str, msgspec.Raw]) -> Refused | None:
    """The error that a document reports: as the service, or as boto3 keeps it."""
    inner = parsed(bytes(held["Error"]), dict[str, msgspec.Raw]) if "Error" in held else None
    if inner is not None:
        return error_in(inner)
    texts = {name: parsed(bytes(held[name]), str) for name in (*_CODES, *_MESSAGES) if name in held}
    message = next((texts[name] for name in _MESSAGES if texts.get(name) is not None), None)
    for name in _CODES:
        code = texts.get(name)
        if code and (name == "__type" or message is not None):
            return Refused(clean(code), message)
    return None


def _by_root(body: bytes, service: str | None) -> Reading | Unrecognised:
    root = _ROOT.match(body)
    name = "" if root is None else root[1].decode()
    found = operation_named(name.removesuffix("Response"), service)
    return Unrecognised("XML of no operation") if isinstance(found, NoSuchName) else reply_of(found)


def _by_members(held: Mapping[str, msgspec.Raw], service: str | None) -> Reading | Unrecognised:
    """The reply that keeps most of the members; of several that keep the same, the first."""
    candidates = [*_candidates([*held], service)]
    if not candidates:
        return _by_request(held, service)
    sample = msgspec.json.encode({name: _beginning(raw) for name, raw in held.items()})
    reads = [(reading, _kept(reading, sample)) for reading in candidates]
    most = max(len(kept) for _, kept in reads)
    best = [(reading, kept) for reading, kept in reads if len(kept) == most]
    if len({kept for _, kept in best}) == 1:
        return best[0][0]
    return Unrecognised(f"a reply of {listed([reading.name for reading, _ in best], 'or')}")


def _beginning(raw: msgspec.Raw) -> Any:
    """The first items of a long list, any other value as it is."""
    items = parsed(bytes(raw), list[msgspec.Raw])
    return raw if items is None else items[:_MOST_SAMPLED]


def _unknown(held: Mapping[str, msgspec.Raw]) -> str:
    return members([*held]) if held else "an object without members"


def _candidates(names: Sequence[str], service: str | None) -> Iterator[Reading]:
    """The replies that know most of some members; those of operations that read come first.

    None of them knows fewer than a request does: with a new member of the service it is still the best.
    """
    known = {operation: _count(names, operation.response) for operation in _operations(service)}
    most = max(known.values())
    asked = max(_count(names, operation.request) for operation in known)
    if most * 2 < len(names) or not most or asked > most:
        return
    found = [operation for operation, count in known.items() if count == most]
    for operation in sorted(found, key=lambda it: not it.name.startswith(_READS)):
        yield reply_of(operation)


def _by_request(held: Mapping[str, msgspec.Raw], service: str | None) -> Reading | Unrecognised:
    """The one request that has all of the members."""
    asked = [it for it in _operations(service) if held and _count([*held], it.request) == len(held)]
    names = [*dict.fromkeys(it.name for it in asked)]
    if len(names) == 1:
        return request_of(asked[0])
    if not names:
        return Unrecognised(_unknown(held))
    example = f"name one of them, as in: ecr-decode decode {names[0]} --request FILE"
    return Unrecognised(f"a request of {listed(names, 'or')}", example)


def _operations(service: str | None) -> Iterator[AnyOperation]:
    for each in SERVICES if service is None else (service,):
        yield from operations(each).values()


def _count(names: Sequence[str], codec: Codec[Any]) -> int:
    """How many of some members a record has."""
    return len(known_members(codec).intersection(names))


def known_members(codec: Codec[Any]) -> frozenset[str]:
    """The names of the members that a record has."""
    node: Any = codec.node
    return frozenset(name for member in node.members for name in member.names)


def _kept(reading: Reading, body: bytes) -> bytes:
    """What a reading keeps of a document; nothing if it does not read it."""
    found = reading.codec.decode_json(body)
    text = reading.codec.encode_json(found.unwrap()) if isinstance(found, Success) else found
    return text.unwrap() if isinstance(text, Success) else b""
