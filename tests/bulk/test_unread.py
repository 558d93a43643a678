"""Values that nobody sees are not made, and what is counted is the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from returns.result import Failure, safe

from ecr_decode import (
    Codec,
    Record,
    case,
    documents,
    field,
    inline,
    integer,
    iso_datetime,
    json_value,
    one_of,
    others,
    otherwise,
    plain_only,
    refine,
    string,
    tagged_union,
)
from ecr_decode.bulk import Summary, decode_lines, summarise
from ecr_decode.bulk.lines import Lines, Seen
from ecr_decode.bulk.sizes import Counting
from ecr_decode.fast.read_json.run import compiled, unread_until
from ecr_decode.node.kinds import JsonValue

CALL: dict[str, Any] = {
    "eventTime": "2024-05-01T10:00:00Z",
    "eventSource": "ecr.amazonaws.com",
    "eventName": "BatchGetImage",
    "requestParameters": {"repositoryName": "app", "imageIds": [{"imageTag": "v1"}]},
    "responseElements": None,
}
CALLS = [
    CALL,
    CALL | {"requestParameters": {"repositoryName": 5}},
    CALL | {"responseElements": {"images": [{"registryId": "0"}]}},
    CALL | {"responseElements": {"images": 5}},
    CALL | {"errorCode": "AccessDenied", "errorMessage": "no"},
    CALL | {"errorMessage": "no"},
    CALL | {"errorCode": 5},
    CALL | {"eventTime": "2024-05-01 10:00:00Z"},
    CALL | {"new": 1},
    CALL | {"userIdentity": {"type": "Root", "new": 1}},
    CALL | {"eventName": "FutureOperation", "responseElements": [1]},
    CALL | {"eventSource": "s3.amazonaws.com", "eventName": "PutObject"},
    CALL | {"eventType": "AwsServiceEvent", "eventName": "PolicyExecutionEvent"},
    CALL | {"eventType": "AwsServiceEvent", "eventName": "Other", "serviceEventDetails": 5},
    {name: each for name, each in CALL.items() if name != "eventTime"},
]


class Inner(Record):
    size: int = field("size", integer.refine(lambda size: size > 0, "expected a size above 0"))


class Outer(Record):
    kind: str = field("kind", string)
    text: str = field("text", string.map(lambda text: text[0], str))
    time: object = field("time", iso_datetime, default=None)
    inner: Inner | None = inline(Inner.codec, default=None)
    free: Inner | JsonValue = field("free", one_of(case("a", Inner) | otherwise(json_value)), default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Ruled(Outer):
    @refine("expected another text", at="text")
    def other(self) -> bool:
        return self.text != "z"


class Filled(Outer):
    body: JsonValue = field("body", json_value)


FUNCTIONS: Codec[Any] = tagged_union(
    "kind", case("outer", Outer) | case("ruled", Ruled) | case("filled", Filled)
)
TREES: list[dict[str, Any]] = [
    {"kind": kind, "text": "ab"} | more
    for kind in ("outer", "ruled", "filled", "none")
    for more in (
        {}, {"text": ""}, {"text": "z"}, {"time": "now"}, {"size": 1}, {"size": 0}, {"free": {"size": 1}},
        {"free": {"size": 0}}, {"free": [1.5]}, {"new": None}, {"time": None}, {"body": None},
    )
]  # fmt: skip

CASES = [
    *((documents.cloudtrail, tree) for tree in CALLS),
    *((documents.cloudtrail.map(lambda call: call), tree) for tree in CALLS[:4]),
    *((FUNCTIONS, tree) for tree in TREES),
    *((FUNCTIONS.named("a name"), tree) for tree in TREES[:4]),
    *((FUNCTIONS.refine(lambda value: value.text != "a", "expected b"), tree) for tree in TREES[:4]),
]


def _raises(read: Callable[[bytes], object], raw: bytes) -> bool:
    return isinstance(safe(read)(raw), Failure)


@pytest.mark.parametrize(("codec", "tree"), CASES)
def test_what_makes_no_values_raises_where_the_other_does(codec: Codec[Any], tree: object) -> None:
    raw = json.dumps(tree).encode()
    first, check = compiled(codec.node, closed=True), compiled(codec.node, closed=True, unread=True)
    assert first is not None
    assert check is not None
    assert _raises(check, raw) == _raises(first, raw)
    if not _raises(check, raw):
        with plain_only():
            assert codec.decode_json(raw).value_or(None) is not None


@pytest.mark.parametrize("codec", [FUNCTIONS, FUNCTIONS.named("a name")])
def test_records_are_not_made(codec: Codec[Any]) -> None:
    check = compiled(codec.node, closed=True, unread=True)
    assert check is not None
    assert type(check(b'{"kind":"outer","text":"ab"}')) is not Outer


@pytest.mark.parametrize(("codec", "trees"), [(documents.cloudtrail, CALLS), (FUNCTIONS, TREES)])
def test_the_summary_is_the_same(
    codec: Codec[Any], trees: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = b"\n".join(json.dumps(tree).encode() for tree in trees * 3) + b"\n\n" * 9
    in_the_second_run = 4 * len(trees)
    monkeypatch.setattr("ecr_decode.fast.read_json.run._WORTH_CHECKING", in_the_second_run)
    vars(codec.node).pop("unread", None)
    found = [summarise(decode_lines(codec, text)) for _ in range(3)]
    assert unread_until(codec.node) == 0
    with plain_only():
        plainly = summarise(decode_lines(codec, text))
    assert found == [plainly] * 3
    assert isinstance(plainly, Summary)
    assert plainly.failures > 0


def test_lines_that_are_often_in_doubt_are_read_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ecr_decode.fast.read_json.run._WORTH_CHECKING", 50)
    text = b"\n".join(json.dumps(CALL | {"new": each}).encode() for each in range(200)) + b"\n5\n" * 2
    found = summarise(decode_lines(documents.cloudtrail, text))
    assert (found.items, found.failures) == (202, 2)
    items = [*Lines(documents.cloudtrail, text, "", 1000).but(Seen(Counting(), None))]
    assert len(items) < 60  # the usual steps read the others
