"""Replies as they come over the wire, a file for each operation, and a second reading by botocore's model."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple, cast

import msgspec
import pytest

from tests.oracle.catalogues import CASES, Case

HERE = Path(__file__).parent


class Entry(msgspec.Struct, forbid_unknown_fields=True):
    """A reply as a file holds it; the body keeps the spelling of its numbers."""

    about: str
    status: int
    body: msgspec.Raw
    headers: dict[str, str] = {}


class Reply(NamedTuple):
    """A reply, and the operation that it answers."""

    case: Case
    about: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def tree(self) -> Any:
        """The body with its numbers exact."""
        return exact(self.body)

    @property
    def parts(self) -> dict[str, Any]:
        """The reply as botocore's parsers take it."""
        return {"status_code": self.status, "headers": self.headers, "body": self.body}


def exact(body: bytes) -> Any:
    return json.loads(body, parse_float=Decimal)


def replies() -> Iterator[Reply]:
    for case in CASES:
        text = (HERE / case.service / f"{case.operation.name}.json").read_bytes()
        for entry in msgspec.json.decode(text, type=list[Entry]):
            yield Reply(case, entry.about, entry.status, entry.headers, bytes(entry.body))


REPLIES = [*replies()]
SUCCESSES = [reply for reply in REPLIES if reply.status < 300]
ERRORS = [reply for reply in REPLIES if reply.status >= 300]


def each(which: list[Reply]) -> pytest.MarkDecorator:
    ids = [f"{reply.case.service}.{reply.case.operation.name}: {reply.about}" for reply in which]
    return pytest.mark.parametrize("reply", which, ids=ids)


def by_model(shape: Any, tree: Any, moment: Callable[[Decimal], Any]) -> Any:
    """What the model finds in a tree: its own members, but for null; `moment` makes a time of its seconds."""
    match shape.type_name:
        case "structure":
            held = {name: member for name, member in shape.members.items() if tree.get(name) is not None}
            return {name: by_model(member, tree[name], moment) for name, member in held.items()}
        case "list":
            return [by_model(shape.member, item, moment) for item in tree]
        case "map":
            return {name: by_model(shape.value, item, moment) for name, item in tree.items()}
        case "timestamp":
            return moment(seconds(tree))
        case _:
            return tree


def seconds(time: Any) -> Decimal:
    """The seconds since the epoch that a time of the wire says, exactly."""
    if isinstance(time, str) and "T" in time:
        return Decimal((datetime.fromisoformat(time) - EPOCH) // timedelta(microseconds=1)) / 1_000_000
    return Decimal(time)


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def in_utc(moment: Decimal) -> datetime:
    return EPOCH + timedelta(microseconds=int(moment * 1_000_000))


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], tuple[type, Any]]]:
    """Every leaf by its path, with its type, so that `1`, `1.0` and `True` differ; an empty list is one."""
    match value:
        case dict() if value:
            for name, item in cast(dict[str, Any], value).items():
                yield from leaves(item, (*path, name))
        case [_, *_] as items:
            for index, item in enumerate(cast(tuple[Any, ...], items)):
                yield from leaves(item, (*path, index))
        case _:
            yield path, (value.__class__, value)


def members(shape: Any) -> Iterator[tuple[str, ...]]:
    """The path of every member that a response of this shape can have."""
    match shape.type_name:
        case "structure":
            for name, member in shape.members.items():
                yield (name,)
                yield from ((name, *below) for below in members(member))
        case "list":
            yield from members(shape.member)
        case "map":
            yield from members(shape.value)
        case _:
            return


def members_in(shape: Any, tree: Any) -> Iterator[tuple[str, ...]]:
    """The path of every member of the shape that a tree has."""
    match shape.type_name:
        case "structure":
            for name in shape.members.keys() & tree.keys():
                yield (name,)
                if tree[name] is not None:
                    yield from ((name, *below) for below in members_in(shape.members[name], tree[name]))
        case "list":
            for item in tree:
                yield from members_in(shape.member, item)
        case _:
            return
