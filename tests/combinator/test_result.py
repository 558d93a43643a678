"""Results as values: what stays with its part, what ends the document, and what is written."""

from __future__ import annotations

import pickle
import sys
from contextlib import ExitStack
from types import FrameType
from typing import Any

import pytest
from returns.result import Failure, Result, Success

from ecr_decode import (
    BadValue,
    Codec,
    DecodeError,
    Decoder,
    IntoText,
    Malformed,
    Missing,
    Null,
    Record,
    TooDeep,
    WrongKind,
    array,
    at,
    case,
    dict_of,
    field,
    flattened,
    integer,
    json_schema,
    json_text,
    json_value,
    lazy,
    nullable,
    one_of,
    otherwise,
    plain_only,
    render,
    result_of,
    string,
    tagged_union,
    tuple_of,
)
from tests.problems import problems, reason
from tests.registry import Layer


class Size(Record):
    size: int = field("size", integer)
    unit: str | None = field("unit", string, default=None)


class Sealed(Record, forbid_unknown=True):
    kind: str = field("kind", string)
    size: int = field("size", integer)


def failed(result: Result[Any, DecodeError]) -> Any:
    """Give the problems of each of the Failures that a list holds."""
    return {index: problems(each) for index, each in enumerate(result.unwrap()) if isinstance(each, Failure)}


def test_a_bad_item_is_a_failure_at_its_place() -> None:
    raw = b'[{"size": 1}, {"size": "x", "unit": 2}, 3, {"size": 4}]'
    sizes = array(result_of(Size.codec))
    for _ in range(3):
        found = sizes.decode_json(raw)
        assert [each.value_or(None) for each in found.unwrap()] == [Size(size=1), None, None, Size(size=4)]
        assert failed(found) == {
            1: [
                ((1, "size"), WrongKind("an integer", "a string")),
                ((1, "unit"), WrongKind("a string", "an integer")),
            ],
            2: [((2,), WrongKind("an object", "an integer"))],
        }
        assert render(found.unwrap()[1].failure(), source=raw).startswith(
            '$[1].size: expected an integer, got a string: "x"\n'
        )
        assert sizes.decode_json(b'[{"size": 1}]') == Success((Success(Size(size=1)),))


class Report(Record):
    sizes: tuple[Result[int, DecodeError], ...] = field("s", array(result_of(integer)), xml=flattened)
    by_name: dict[str, Result[int, DecodeError]] = field("by_name", dict_of(result_of(integer)))
    last: Result[int, DecodeError] = field("last", result_of(integer))
    maybe: Result[int, DecodeError] | None = field("maybe", result_of(integer), default=None)


def test_results_are_members_items_and_values_in_json_and_xml() -> None:
    raw = b'{"s": [1, "x"], "by_name": {"a": 2, "b": null}, "last": [], "maybe": 3}'
    xml = "<r><s>1</s><s>x</s><by_name><a>2</a><b>?</b></by_name><last><i/></last><maybe>3</maybe></r>"
    for _ in range(3):
        found = Report.decode_json(raw).unwrap()
        assert (found.sizes[0], found.by_name["a"], found.maybe) == (Success(1), Success(2), Success(3))
        assert problems(found.sizes[1]) == [(("s", 1), WrongKind("an integer", "a string"))]
        assert problems(found.by_name["b"]) == [(("by_name", "b"), Null("an integer"))]
        assert problems(found.last) == [(("last",), WrongKind("an integer", "an array"))]
        found = Report.decode_xml(xml).unwrap()
        assert (found.sizes[0], found.by_name["a"], found.maybe) == (Success(1), Success(2), Success(3))
        assert problems(found.sizes[1]) == [(("s", 1), WrongKind("an integer", "text"))]
        assert problems(found.by_name["b"]) == [(("by_name", "b"), WrongKind("an integer", "text"))]
        assert problems(found.last) == [(("last",), WrongKind("an integer", "an element"))]
        line = render(found.sizes[1].failure(), source=xml)
        assert line == '$.s[1]: expected an integer, got text: "x"'
    assert problems(Report.decode_json("{}")) == [
        (("s",), Missing()),
        (("by_name",), Missing()),
        (("last",), Missing()),
    ]


def test_a_failure_is_not_written() -> None:
    codec: Codec[Any] = array(result_of(integer))
    for _ in range(3):
        assert codec.encode_json((Success(1), Success(2))) == Success(b"[1,2]")
        assert codec.encode_xml((Success(1),), root="r") == Success(b"<r><item>1</item></r>")
        for written in (codec.to_json, codec.encode_json, codec.encode_xml, codec.check, codec.to_value):
            assert problems(written((Success(1), Failure("no"), 3, Success("x")))) == [
                ((1,), WrongKind("a Success", "a Failure")),
                ((2,), WrongKind("a Success", "an integer")),
                ((3,), WrongKind("an integer", "a string")),
            ]


def test_paths_are_those_of_the_document_within_unions_that_are_tried() -> None:
    class Named(Record):
        items: tuple[Result[int, DecodeError], ...] = field("items", array(result_of(integer)))
        name: str | None = field("name", string, default=None)

    class Other(Record):
        items: tuple[str, ...] = field("items", array(string))
        name: int | None = field("name", integer, default=None)

    either = one_of(case("other", Other) | case("named", Named))
    nested = array(at("a", one_of(case("one", at("b", either)) | case("two", integer))))
    raw = b'[{"a": {"b": {"items": [1, "x"], "name": "n"}}}]'
    for _ in range(3):
        (found,) = nested.decode_json(raw).unwrap()
        assert isinstance(found, Named)
        assert problems(found.items[1]) == [((0, "a", "b", "items", 1), WrongKind("an integer", "a string"))]
    shared = {"items": [1, "x"]}
    with plain_only():
        both: Any = array(either).of_json([shared, shared]).unwrap()
    assert [problems(each.items[1])[0][0] for each in both] == [(0, "items", 1), (1, "items", 1)]


def test_a_tag_is_known_within_a_result() -> None:
    shapes = array(
        tagged_union("kind", case("a", result_of(Sealed.codec), when=Success) | otherwise(json_value))
    )
    raw = b'[{"kind": "a", "size": 1}, {"kind": "a", "size": "x"}, {"kind": "b"}]'
    for _ in range(3):
        good, bad, other = shapes.decode_json(raw).unwrap()
        assert (good, other) == (Success(Sealed(kind="a", size=1)), {"kind": "b"})
        assert problems(bad) == [((1, "size"), WrongKind("an integer", "a string"))]


def test_text_that_is_not_json_stays_with_its_item() -> None:
    codec = array(result_of(json_text(integer)))
    good, bad = codec.decode_json(b'["1", "{"]').unwrap()
    assert good == Success(1)
    ((path, why),) = problems(bad)
    assert path == (1, IntoText())
    assert isinstance(why, Malformed)
    assert isinstance(codec.decode_json(b'["1", "2"'), Failure)


def deep(levels: int) -> Any:
    tree: Any = []
    for _ in range(levels):
        tree = [tree]
    return tree


def nested() -> Codec[Any]:
    lists: Codec[Any] = array(lazy(nested))
    return lists


def test_too_many_levels_end_one_item() -> None:
    codec = tuple_of(result_of(nested()), result_of(Size.codec), Sealed.codec, nested())
    tree = [deep(250), {"size": 1}, {"kind": "a", "size": 2}, deep(190)]
    for _ in range(3):
        bad, good, sealed, _ = codec.of_json(tree).unwrap()
        assert (good, sealed) == (Success(Size(size=1)), Sealed(kind="a", size=2))
        ((path, why),) = problems(bad)
        assert why == TooDeep(200)
        assert path == (0,) * 200


def test_each_item_lists_a_hundred_problems_and_after_a_hundred_its_first() -> None:
    codec = array(result_of(array(integer)))
    found = codec.of_json([["x"] * 130, ["x"] * 40, [1], ["x"]]).unwrap()
    counts = [
        (len(each.failure().problems), each.failure().more) for each in found if isinstance(each, Failure)
    ]
    assert counts == [(100, 30), (1, 39), (1, 0)]
    assert found[2] == Success((1,))
    small = codec.of_json([["x"] * 60, ["x"] * 60, ["x"] * 60]).unwrap()
    assert [len(each.failure().problems) for each in small] == [60, 60, 1]


def test_problems_outside_of_results_fail_the_document() -> None:
    codec = tuple_of(result_of(integer), integer)
    assert problems(codec.of_json(["x", "y"])) == [((1,), WrongKind("an integer", "a string"))]


def test_a_result_before_another_case_is_refused() -> None:
    never: Codec[Any] = result_of(integer)
    for each in (never, never.named("a size"), nullable(never), never.map(str, str)):
        wrong: Any = case("no", each, when=Success) | case("text", string)
        with pytest.raises(ValueError, match=r"^case\('no', result_of\(\.\.\.\)\) never fails; put it last"):
            one_of(wrong)
    with pytest.raises(ValueError, match="never fails"):
        one_of(case("no", never, when=Success) | otherwise(json_value))
    last: Codec[Any] = one_of(case("layer", Layer) | case("rest", never, when=Success))
    assert last.of_json(1) == Success(Success(1))
    assert isinstance(last.of_json("x").unwrap(), Failure)


def test_what_a_result_is_described_as() -> None:
    codec = array(result_of(Layer.codec))
    assert repr(codec) == "[result of Layer {digest: string, size: integer, mediaType?: string}]"
    assert json_schema(codec)["items"] == {}
    assert type(result_of(string.map(len))) is Decoder
    assert pickle.loads(pickle.dumps(codec)) == codec
    read = codec.of_json([1]).unwrap()
    assert pickle.loads(pickle.dumps(read)) == read
    assert reason(codec.of_json({})) == WrongKind("an array", "an object")
    refined = result_of(integer).refine(lambda found: isinstance(found, Success), "expected a good one")
    assert reason(refined.of_json("x")) == BadValue("expected a good one")


@pytest.mark.parametrize("wrong", [int, 1, None, "string"])
def test_only_a_codec_has_results(wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"^result_of\(\.\.\.\): expected a codec"):
        result_of(wrong)


def test_a_stack_without_room_ends_the_read() -> None:
    codec = array(result_of(nested()))
    trees = result_of(json_value)
    elements = "<a>" * 150 + "</a>" * 150
    with ExitStack() as leaving:
        leaving.callback(sys.setrecursionlimit, sys.getrecursionlimit())
        leaving.enter_context(plain_only())
        sys.setrecursionlimit(_depth() + 120)
        found, other = codec.of_json([deep(150)]), trees.decode_xml(elements)
    assert reason(found) == reason(other) == TooDeep(200)
    assert isinstance(codec.of_json([deep(150)]).unwrap()[0], Success)
    assert isinstance(trees.decode_xml(elements).unwrap(), Success)


def _depth() -> int:
    frame: FrameType | None = sys._getframe()  # pyright: ignore[reportPrivateUsage] nothing else knows
    depth = 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth
