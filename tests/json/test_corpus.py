"""Every spelling of the corpus is accepted or rejected as it should be, by whatever way it is read."""

from __future__ import annotations

import json

import orjson
import pytest
from returns.result import Failure, Success

from ecr_decode import Malformed, TooDeep, array, json_text, json_value, lazy, plain_only
from tests.json.corpus import ACCEPTED, DIFFERING, REJECTED


def test_each_spelling_is_in_one_list() -> None:
    raws = [*ACCEPTED.values(), *REJECTED.values(), *(raw for raw, _ in DIFFERING.values())]
    assert len(raws) == len(set(raws))
    assert len(ACCEPTED) > 45
    assert len(REJECTED) > 120


@pytest.mark.parametrize("name", ACCEPTED)
def test_what_everybody_accepts(name: str) -> None:
    raw = ACCEPTED[name]
    expected = Success(orjson.loads(raw))
    assert json_value.decode_json(raw) == json_value.decode_json(raw.decode()) == expected
    assert json_value.of_string(b" \n" + raw) == expected
    assert lazy(lambda: json_value).decode_json(raw) == expected
    assert array(json_value).decode_json(b"[" + raw + b"]") == Success((expected.unwrap(),))
    assert json_text(json_value).decode_json(json.dumps(raw.decode())) == expected
    with plain_only():
        assert json_value.decode_json(raw) == expected


@pytest.mark.parametrize("name", REJECTED)
def test_what_nobody_may_accept(name: str) -> None:
    raw = REJECTED[name]
    for decoder in (json_value, lazy(lambda: json_value), array(json_value)):
        for result in (decoder.decode_json(raw), decoder.decode_json(bytearray(raw))):
            (problem,) = result.failure().problems
            assert isinstance(problem.why, TooDeep if "levels" in name else Malformed)
            assert problem.path == ()
    assert isinstance(json_value.of_string(raw), Failure)
    with plain_only():
        assert json_value.decode_json(raw) == json_value.decode_json(memoryview(raw))


@pytest.mark.parametrize("name", DIFFERING)
def test_what_parsers_differ_on(name: str) -> None:
    raw, expected = DIFFERING[name]
    read = json_value.decode_json(raw).unwrap()
    assert expected is ... or read == expected
    assert isinstance(json_value.decode_json(b"[" + raw + b"]"), Failure) == (expected is ...)
