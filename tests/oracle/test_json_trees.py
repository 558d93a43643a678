"""Other parsers of JSON agree with `json_value` on every valid document."""

from __future__ import annotations

import json
from typing import Any, NoReturn

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from returns.result import Failure, Success

from ecr_decode import json_value
from tests.json.corpus import ACCEPTED, REJECTED

_SCALARS = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False) | st.text(st.characters(exclude_categories=["Cs"]))
)  # fmt: skip
TREES: st.SearchStrategy[Any] = st.recursive(
    _SCALARS,
    lambda below: st.lists(below) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), below),
    max_leaves=40,
)
BLANKS = st.text(st.sampled_from(" \t\r\n"), max_size=3)


def refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def strictly(raw: bytes) -> Any:
    """What Python's own parser makes of a text, its leniencies aside."""
    return json.loads(raw.decode(), parse_constant=refuse)


@given(
    tree=TREES, before=BLANKS, after=BLANKS, ascii_only=st.booleans(), indent=st.none() | st.integers(0, 2)
)
def test_python_and_orjson_agree(
    tree: Any, before: str, after: str, ascii_only: bool, indent: int | None
) -> None:
    raw = (
        before + json.dumps(tree, ensure_ascii=ascii_only, indent=indent, allow_nan=False) + after
    ).encode()
    read = json_value.decode_json(raw)
    assert repr(read) == repr(Success(strictly(raw)))
    assert repr(read) == repr(Success(orjson.loads(raw)))
    assert repr(json_value.of_json(tree)) == repr(Success(tree))


@given(tree=TREES)
def test_what_is_written_is_read_by_others(tree: Any) -> None:
    raw = json_value.encode_json(tree).unwrap()
    assert repr(strictly(raw)) == repr(orjson.loads(raw)) == repr(tree)


@pytest.mark.parametrize("name", ACCEPTED)
def test_python_agrees_on_what_is_accepted(name: str) -> None:
    assert repr(json_value.decode_json(ACCEPTED[name])) == repr(Success(strictly(ACCEPTED[name])))


@given(raw=st.sampled_from(sorted(REJECTED.values())))
def test_orjson_rejects_what_is_rejected(raw: bytes) -> None:
    assert isinstance(json_value.decode_json(raw), Failure)
    with pytest.raises(orjson.JSONDecodeError):
        orjson.loads(raw)


@given(
    raw=st.binary(max_size=20) | st.text('{}[]",:0123456789.eE+-\\utrfalsn \n', max_size=20).map(str.encode)
)
def test_orjson_accepts_no_more_and_no_less(raw: bytes) -> None:
    read = json_value.decode_json(raw)
    if isinstance(read, Success):
        assert repr(read.unwrap()) == repr(orjson.loads(raw))
    else:
        with pytest.raises(orjson.JSONDecodeError):
            orjson.loads(raw)
