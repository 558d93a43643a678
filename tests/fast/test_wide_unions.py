"""Wide tagged unions, and records with others: what is compiled, and when."""

from __future__ import annotations

from types import new_class
from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    case,
    documents,
    field,
    inline,
    integer,
    json_value,
    others,
    otherwise,
    plain_only,
    record,
    string,
    tagged_union,
)
from ecr_decode.fast.read_json.compiler import Compiler
from ecr_decode.fast.read_json.run import compiled
from ecr_decode.fast.write.emitter import Emitter


class Fault(Record):
    code: str = field("code", string)


_fault = record(Fault, code=field("code", string))


class Line(Record):
    kind: str = field("kind", string)
    fault: Fault | None = inline(_fault, default=None)
    body: Any = field("body", json_value, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


def _case(number: int) -> Any:
    class Call(Line):
        body: Any = field("body", integer, default=None)

    return case(f"k{number}", Call)


def _wide() -> Codec[Any]:
    joined = _case(0)
    for number in range(1, 12):
        joined = joined | _case(number)
    made: Codec[Any] = tagged_union("kind", joined | otherwise(Line.codec))
    return made


WIDE = _wide()

DOCUMENTS = [
    b'{"kind": "k3", "body": 1}',
    b'{"kind": "k3", "body": 1, "code": "c"}',
    b'{"kind": "k4", "body": "1"}',
    b'{"kind": "k11"}',
    b'{"kind": "new", "body": "1"}',
    b'{"body": "1"}',
    b'{"kind": 1}',
    b'{"kind": []}',
    b'{"kind": "k3", "b": 1, "a": 2}',
    b'{"b": 1, "kind": "new", "code": "c", "a": [1]}',
    b'{"kind": "k3", "code": 1}',
    b"[]",
]


@pytest.mark.parametrize("raw", DOCUMENTS)
def test_a_wide_union_is_read_and_written_as_it_is_plainly(raw: bytes) -> None:
    def run() -> list[Any]:
        found = WIDE.decode_json(raw)
        if not isinstance(found, Success):
            return [found]
        line: Line = found.unwrap()
        return [line, type(line).__name__, [*line.rest], WIDE.encode_json(line)]

    with plain_only():
        plain = run()
    for _ in range(3):
        assert repr(run()) == repr(plain)


def test_unknown_members_are_left_to_the_way_that_keeps_them() -> None:
    closed, other = compiled(WIDE.node, closed=True), compiled(WIDE.node)
    assert closed is not None
    assert other is not None
    assert closed(DOCUMENTS[1]) == other(DOCUMENTS[1])
    with pytest.raises(Exception, match="unknown field"):
        closed(DOCUMENTS[8])
    assert [*other(DOCUMENTS[8]).rest] == ["b", "a"]


def _note(monkeypatch: pytest.MonkeyPatch, made: list[str], cls: type, name: str, word: str) -> None:
    """Have each call of a method noted."""
    method = getattr(cls, name)

    def noted(*given: Any) -> Any:
        made.append(word)
        return method(*given)

    monkeypatch.setattr(cls, name, noted)


def test_a_case_is_compiled_when_a_document_first_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    _note(monkeypatch, made, Compiler, "late", "read")
    _note(monkeypatch, made, Emitter, "late", "written")
    union = _wide()
    for raw in [DOCUMENTS[0]] * 4 + [DOCUMENTS[3]] * 4 + [DOCUMENTS[4]] * 4:
        union.decode_json(raw).map(union.encode_json)
    assert sorted(made) == ["read"] * 3 + ["written"] * 3


def test_a_record_of_otherwise_with_the_tag_of_a_case_is_not_written() -> None:
    line = Line(kind="k3", body=None)
    with plain_only():
        plain = WIDE.encode_json(line)
    assert isinstance(plain, Failure)
    assert [WIDE.encode_json(line) for _ in range(3)] == [plain] * 3


def test_a_subclass_of_a_case_is_not_written() -> None:
    call: Any = WIDE.decode_json(DOCUMENTS[0]).unwrap().__class__
    value: Any = new_class("Below", (call,))(kind="k3")
    found = [WIDE.encode_json(value) for _ in range(3)]
    with plain_only():
        assert found == [WIDE.encode_json(value)] * 3


def test_many_documents_with_unknown_members_are_still_read_as_plainly() -> None:
    lines = [DOCUMENTS[8]] * 40 + [DOCUMENTS[0]] * 3 + [DOCUMENTS[8]]
    with plain_only():
        plain = [WIDE.decode_json(raw) for raw in lines]
    assert [WIDE.decode_json(raw) for raw in lines] == plain


def test_only_the_operations_of_a_log_are_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    _note(monkeypatch, made, Compiler, "accept", "request")
    parse = compiled(documents.cloudtrail.node, closed=True)
    assert parse is not None
    line = (
        b'{"eventTime": "2018-07-11T22:17:43Z", "eventSource": "ecr.amazonaws.com",'
        b' "eventName": "ListImages", "requestParameters": {"repositoryName": "app"}}'
    )
    parse(line)
    assert made == ["request"]
