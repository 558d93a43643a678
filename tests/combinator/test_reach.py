"""Reaching in: steps, JSON inside text, base64."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from returns.result import Failure, Success

from ecr_decode import (
    BadValue,
    Codec,
    Decoder,
    Malformed,
    Missing,
    Null,
    Raised,
    TooDeep,
    Why,
    WrongKind,
    array,
    at,
    base64_bytes,
    dict_of,
    integer,
    json_schema,
    json_text,
    json_value,
    nullable,
    number,
    string,
)
from ecr_decode.error.path import Path, into_text
from tests.problems import problems, reason


def test_steps_are_names_and_indices() -> None:
    decoder = at("images", 1, "tags", 0, string)
    assert decoder.of_json({"images": [{}, {"tags": ["a", 1]}]}) == Success("a")
    wrong: list[tuple[Any, Path, Why]] = [
        ({}, ("images",), Missing()),
        ([], (), WrongKind("an object", "an array")),
        ({"images": {}}, ("images",), WrongKind("an array", "an object")),
        ({"images": None}, ("images",), Null("an array")),
        ({"images": [{}]}, ("images", 1), Missing()),
        ({"images": [{}, 1]}, ("images", 1), WrongKind("an object", "an integer")),
        ({"images": [{}, {"tags": []}]}, ("images", 1, "tags", 0), Missing()),
        ({"images": [{}, {"tags": [1]}]}, ("images", 1, "tags", 0), WrongKind("a string", "an integer")),
    ]
    for tree, path, why in wrong:
        assert problems(decoder.of_json(tree)) == [(path, why)]


def test_steps_lead_through_xml() -> None:
    raw = "<r><images><i/><i><tags><t>a</t></tags></i></images></r>"
    assert at("images", 1, "tags", 0, string).decode_xml(raw) == Success("a")
    assert at("images", "i", 1, "tags", 0, string).decode_xml(raw) == Success("a")
    assert problems(at("images", 2, string).decode_xml(raw)) == [(("images", 2), Missing())]


def test_names_only_over_a_codec_are_a_codec() -> None:
    codec: Codec[int] = at("a", "b", integer)
    assert codec.to_json(1) == Success({"a": {"b": 1}})
    assert codec.encode_xml(1, root="r") == Success(b"<r><a><b>1</b></a></r>")
    assert codec.to_query(1) == Success((("a.b", "1"),))
    wrong: Any = codec
    assert problems(wrong.to_json("1")) == [(("a", "b"), WrongKind("an integer", "a string"))]
    kinds = [type(each) for each in (at("a", 0, integer), at(0, integer), at("a", integer.map(str)))]
    assert kinds == [Decoder] * 3


def test_a_default_is_written_as_nothing() -> None:
    codec = at("a", "b", integer, default=0)
    for _ in range(3):
        assert codec.encode_json(0) == Success(b"{}")
        assert codec.to_json(1) == Success({"a": {"b": 1}})
        assert codec.encode_xml(0, root="r") == Success(b"<r/>")
        assert codec.encode_xml(1, root="r") == Success(b"<r><a><b>1</b></a></r>")
    assert codec.to_query(0) == Success(())
    assert codec.decode_xml("<r/>") == Success(0)
    assert codec.decode_xml("<r><a/></r>") == Success(0)
    wrong: Any = codec
    assert problems(wrong.to_json(False)) == [(("a", "b"), WrongKind("an integer", "a boolean"))]
    assert at("a", integer, default=None).encode_json(None) == Success(b"{}")
    assert at("a", nullable(integer)).to_json(None) == Success({"a": None})


class Unsure:
    """What is equal to others of its class in a way that is neither true nor false."""

    def __eq__(self, other: object) -> Any:
        return self

    def __bool__(self) -> bool:
        raise KeyError

    def __hash__(self) -> int:
        return 0


def test_a_default_that_cannot_be_compared_is_a_problem_where_it_stands() -> None:
    codec: Codec[Any] = array(at("a", json_value, default=Unsure()))
    for _ in range(3):
        assert problems(codec.to_json((1, Unsure()))) == [((1,), Raised("KeyError"))]


def test_a_default_is_never_shared() -> None:
    codec: Codec[dict[str, int]] = at("a", dict_of(integer), default={})
    one, other = codec.of_json({}).unwrap(), codec.of_json({}).unwrap()
    one["b"] = 1
    assert other == {}
    assert codec.of_json({}).unwrap() == {}


def test_a_way_with_a_default_is_not_required() -> None:
    schema = json_schema(at("a", 1, integer, default=None))
    validator: Any = Draft202012Validator(schema)
    trees: list[Any] = [{}, {"a": []}, {"a": [0, 1]}, {"a": [0, "x"]}]
    assert [validator.is_valid(tree) for tree in trees] == [True, True, True, False]


STEPS: dict[str, tuple[tuple[Any, ...], str]] = {
    "none": ((integer,), "at(...) takes one or more steps and then a decoder"),
    "nothing": ((), "at(...) takes one or more steps and then a decoder"),
    "no decoder": (("a", "b"), "at(...) takes one or more steps and then a decoder"),
    "a negative index": (("a", -1, integer), "-1 is no step; steps are names, and indices from 0"),
    "a truth value": ((True, integer), "True is no step"),
    "a number": ((1.0, integer), "1.0 is no step"),
}


@pytest.mark.parametrize("name", STEPS)
def test_steps_that_cannot_be_are_refused(name: str) -> None:
    steps, words = STEPS[name]
    wrong: Any = at
    with pytest.raises(ValueError, match=r"^at\(") as caught:
        wrong(*steps)
    assert words in str(caught.value)


def test_json_in_text_has_a_step_of_its_own() -> None:
    codec = at("m", json_text(array(at("size", integer))))
    assert codec.of_json({"m": '[{"size": 1}]'}) == Success((1,))
    error = codec.of_json({"m": '[{"size": "1"}, {}]'}).failure()
    assert [problem.path for problem in error.problems] == [
        ("m", into_text, 0, "size"),
        ("m", into_text, 1, "size"),
    ]
    assert str(error).splitlines()[1] == "$.m -> $[1].size: missing"
    assert problems(codec.of_json({"m": "["})) == [
        (("m", into_text), Malformed('expected a value or "]", got the end of the text', 1, 2))
    ]
    assert problems(codec.of_json({"m": 1})) == [(("m",), WrongKind("a string", "an integer"))]
    assert problems(json_text(json_value).of_json("[" * 2000)) == [((into_text,), TooDeep(1024))]


def test_json_in_text_is_written_as_text_in_every_form() -> None:
    codec = at("m", json_text(dict_of(nullable(integer))))
    assert codec.to_json({"a": None}) == Success({"m": '{"a":null}'})
    assert codec.encode_xml({"a": 1}, root="r") == Success(b'<r><m>{"a":1}</m></r>')
    assert codec.to_query({"a": 1}) == Success((("m", '{"a":1}'),))
    wrong: Any = codec
    assert problems(wrong.to_json({"a": "1"})) == [
        (("m", into_text, "a"), WrongKind("an integer", "a string"))
    ]


def test_json_text_nests() -> None:
    codec = json_text(json_text(integer))
    assert codec.encode_json(1) == Success(rb'"\"1\""')
    assert codec.decode_json(rb'"\"1\""') == Success(1)
    assert problems(codec.of_json('"x"')) == [
        ((into_text, into_text), Malformed("expected a value, got a word", 1, 1))
    ]


def test_json_in_text_of_xml_is_read_as_json() -> None:
    codec = json_text(array(number))
    assert codec.decode_xml("<r>[1, 2.5]</r>") == Success((1.0, 2.5))
    assert isinstance(codec.decode_xml("<r><item>1</item></r>"), Failure)


def test_json_text_of_a_decoder_is_a_decoder() -> None:
    assert type(json_text(integer.map(str))) is Decoder
    with pytest.raises(ValueError, match=r"^json_text\(\.\.\.\): expected a codec"):
        json_text(1)  # type: ignore[call-overload] # pyright: ignore[reportCallIssue, reportArgumentType]


BASE64 = {"": b"", "aGk=": b"hi", "AA==": b"\x00"}
NOT_BASE64 = ("a", "aGk", "aGk=!", "a-k=", "====", "aGk=aGk=", "é")


@pytest.mark.parametrize("text", [*BASE64, *NOT_BASE64])
def test_base64_is_validated(text: str) -> None:
    result = base64_bytes.of_json(text)
    if text in BASE64:
        assert result == Success(BASE64[text])
        assert base64_bytes.to_json(BASE64[text]) == Success(text)
    else:
        assert reason(result) == WrongKind("base64 text", "other text")


def test_bytes_are_written_of_bytes_only() -> None:
    wrong: Any = base64_bytes
    assert reason(wrong.to_json("aGk=")) == WrongKind("bytes", "a string")
    assert reason(base64_bytes.constrain(max_length=1).check(b"hi")) == BadValue(
        "expected a length of at most 1 bytes"
    )
