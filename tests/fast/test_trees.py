"""Trees are read by the fast path where they are JSON through and through, and alike where they are not."""

from __future__ import annotations

import math
import pickle
from collections.abc import Callable
from decimal import Decimal
from enum import Enum, StrEnum
from gc import get_referents
from typing import Any
from uuid import UUID

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from returns.result import Failure, Success

from ecr_decode import JsonValue, array, dict_of, ecr, json_value, nullable, number, plain_only, string
from ecr_decode.fast.doubt import Doubt
from ecr_decode.fast.tree import prove_numbers, prover, text_of
from ecr_decode.node.types import LenientInteger
from tests.fast.damage import WRONG, Text


class Colour(StrEnum):
    RED = "red"


JSON: st.SearchStrategy[JsonValue] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**64 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(max_size=3), below, max_size=3),
    max_leaves=8,
)
ODD: tuple[object, ...] = (
    *WRONG, Colour.RED, UUID(int=0), orjson.Fragment(b'"a"'), (1, (2, "a")), {Text("a"): 1}, {Colour.RED: 1},
)  # fmt: skip


def both(codec: Any, tree: object) -> tuple[str, str]:
    fast = repr(codec.of_json(tree))
    with plain_only():
        return fast, repr(codec.of_json(tree))


@given(tree=JSON)
def test_a_tree_is_read_as_its_text_is(tree: JsonValue) -> None:
    fast, plain = both(json_value, tree)
    assert fast == plain
    assert json_value.of_json(tree) == json_value.decode_json(orjson.dumps(tree))


@pytest.mark.parametrize("odd", ODD, ids=map(str, range(len(ODD))))
def test_what_is_not_json_is_read_and_refused_alike(odd: object) -> None:
    for codec in (json_value, string, number, nullable(string), array(json_value), dict_of(json_value)):
        for tree in (odd, [odd], {"a": odd}, [{"b": [odd]}]):
            fast, plain = both(codec, tree)
            assert fast == plain


@pytest.mark.parametrize("odd", ODD, ids=map(str, range(len(ODD))))
def test_what_is_not_json_is_found_among_many(odd: object) -> None:
    many: list[object] = [None] * 5000
    trees: tuple[Any, ...] = (
        [*many, odd],
        [*many, [odd]],
        [{"a": 1, "b": [odd]}, *many],
        {"a": [[odd]], "b": many},
    )
    for tree in trees:
        fast, plain = both(json_value, tree)
        assert fast == plain
        written = repr(json_value.encode_json(tree))
        with plain_only():
            assert repr(json_value.encode_json(tree)) == written


@pytest.mark.parametrize("number", [1e304, -1e305, 0xCBFFFF, -1, 0x7FF0CBFFFFCB7FFF])
def test_finite_numbers_are_not_doubted(number: float) -> None:
    for count in (1, 1000):
        assert text_of([number] * count) == orjson.dumps([number] * count)


@pytest.mark.parametrize("levels", [*range(48, 53), *range(250, 258), 1023, 1024, 1025, 5000])
def test_deep_trees_are_read_and_refused_alike(levels: int) -> None:
    tree: list[Any] = []
    for _ in range(levels - 1):
        tree = [tree]
    fast = json_value.of_json(tree)
    with plain_only():
        plain = json_value.of_json(tree)
    assert isinstance(fast, Success) == isinstance(plain, Success) == (levels <= 1024)


def test_a_tree_that_holds_itself_is_refused() -> None:
    tree: list[Any] = []
    tree.append(tree)
    assert not isinstance(json_value.of_json(tree), Success)


def test_json_is_read_by_the_fast_path(monkeypatch: pytest.MonkeyPatch) -> None:
    tree = {"imageDetails": [{"imageDigest": "sha256:00", "imageTags": ["a"], "imagePushedAt": 1.5}]}
    found = ecr.DescribeImagesResponse.of_json(tree)

    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("ecr_decode.read.read_json_tree", refuse)
    monkeypatch.setattr("ecr_decode.read.read_json", refuse)
    assert ecr.DescribeImagesResponse.of_json(tree) == found


def test_what_is_read_shares_nothing_with_the_tree() -> None:
    tree: dict[str, JsonValue] = {"a": [1]}
    found = json_value.of_json(tree).unwrap()
    tree["a"] = None
    assert found == {"a": [1]}


def test_a_codec_that_has_read_is_pickled() -> None:
    codec = array(nullable(string))
    codec.of_json(["a", None])
    assert pickle.loads(pickle.dumps(codec)) == codec


@pytest.mark.parametrize("number", [math.nan, -math.nan, math.inf, -math.inf])
def test_what_is_no_number_is_not_written_as_null(number: float) -> None:
    trees: list[object] = [number, [None, number], {"a": {"b": [1.5, number]}}, [number] * 300]
    trees += [[127, -1, number, -1, 127] * count for count in (1, 20)]  # whose bytes are those of exponents
    for tree in trees:
        assert isinstance(json_value.of_json(tree), Failure), tree


@pytest.mark.parametrize("shared", [[1], (1,), {"a": 1}, [None] * 20, tuple(range(300))])
def test_what_shares_parts_is_not_unfolded_without_end(shared: object) -> None:
    tree = shared
    for _ in range(40):
        tree = [tree, tree]
    with pytest.raises(Doubt):
        text_of(tree)
    assert text_of([shared, shared]) == orjson.dumps([shared, shared])


@pytest.mark.parametrize("tree", [{"a": [None] * 200_000}, [[None] * 200_000]], ids=["dict", "list"])
def test_a_large_tree_that_shares_nothing_is_not_doubted(tree: object) -> None:
    for _ in range(3):
        assert text_of(tree) == orjson.dumps(tree)


@pytest.mark.parametrize("odd", [UUID(int=1), Colour.RED], ids=repr)
def test_no_more_values_are_looked_at_than_a_text_has_bytes(
    odd: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def noted(*values: object) -> list[Any]:
        asked.extend(values)
        return get_referents(*values)

    monkeypatch.setattr("ecr_decode.fast.tree.get_referents", noted)
    with pytest.raises(Doubt):
        text_of([odd])
    assert len(asked) <= len(f'["{odd}"]')


class Half(float, Enum):
    A = 0.5


class Real(float):
    pass


class Two(Enum):
    A = 2


class Slotted(int):
    __slots__ = ()


def is_proved(numbers: list[Any], prove: Callable[[list[Any]], None] = prove_numbers) -> bool:
    try:
        prove(numbers)
    except Exception:  # how it doubts is its own affair
        return False
    return True


NO_DOUBLES = [
    Half.A, Real(0.5), 1, True, None, 2**40, -(2**62), 2**64, "a", "12345678", b"1234567", Decimal("0.5"),
    (0.5,), math.nan, math.inf, -math.inf,
]  # fmt: skip


@pytest.mark.parametrize("odd", NO_DOUBLES, ids=repr)
def test_only_finite_doubles_are_proved_together(odd: Any) -> None:
    for many in (0, 1, 13, 14, 15, 22, 23, 24, 2**16 - 2, 2**16):
        assert is_proved([0.5] * many)
        for numbers in ([0.5] * many + [odd], [odd] + [0.5] * many, [0.5, odd, -0.0] + [1e308] * many):
            assert not is_proved(numbers)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from((1.7e308, -5e-324, -0.0))))
def test_all_finite_doubles_are_proved(numbers: list[float]) -> None:
    assert is_proved(numbers)


NO_INTEGERS = [
    Two.A, Slotted(1), True, False, None, 2**63, 2**64, -(2**63) - 1, 1.0, 1e16, math.nan, "1", "-", b"1",
    Decimal(1), [], (), {}, [1], (1, 2), {1: 2},
]  # fmt: skip


@pytest.mark.parametrize("odd", NO_INTEGERS, ids=repr)
def test_only_integers_of_64_bits_are_proved_together(odd: Any) -> None:
    for many in (0, 1, 100):
        for around in ([7] * many, [-(2**63)] * many, [2**63 - 1] * many):
            assert not many or is_proved(around, prover(LenientInteger))
            for integers in ([*around, odd], [odd, *around], [*around, odd, *around]):
                assert not is_proved(integers, prover(LenientInteger))


@given(st.lists(st.integers(-(2**63), 2**63 - 1), min_size=1))
def test_all_integers_of_64_bits_are_proved(integers: list[int]) -> None:
    assert is_proved(integers, prover(LenientInteger))


@pytest.mark.parametrize("kind", [str, bool, LenientInteger])
@pytest.mark.parametrize("odd", [*NO_INTEGERS, "", "a", True, 7], ids=repr)
def test_null_is_proved_where_it_may_be_and_nothing_else_more(kind: Any, odd: Any) -> None:
    for items in ([odd], [odd, odd]):
        assert is_proved([None, *items, None], prover(kind | None)) is (
            odd is None or is_proved(items, prover(kind))
        )


NO_BOOLEANS: list[Any] = [
    Two.A,
    0,
    1,
    None,
    1.0,
    "",
    "true",
    b"",
    [],
    (True,),
    {},
    0xC2,
    0xC3,
    "\xc2",
    b"\xc3\xc2",
]


@pytest.mark.parametrize("odd", NO_BOOLEANS, ids=repr)
def test_only_booleans_are_proved_together(odd: Any) -> None:
    for many in (0, 1, 14, 15, 16, 2**16 - 2, 2**16):
        around = [True, False] * (many // 2) + [True] * (many % 2)
        assert not many or is_proved(around, prover(bool))
        for booleans in ([*around, odd], [odd, *around]):
            assert not is_proved(booleans, prover(bool))
