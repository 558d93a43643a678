"""Codecs as annotations of pydantic: the same verdict and texts, and JSON Schema in its document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, TypeAlias, Union, cast

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from ecr_decode import Codec, Record, array, at, field, integer, lazy, record, refine, string
from tests.registry import VALUES
from tests.structure import STRUCTURES


class Layer(Record):
    digest: str = field("digest", string)
    size: int = field("sizeInBytes", integer)


class Tree(Record):
    layer: Layer = field("layer", Layer.codec)
    children: tuple[Tree, ...] = field("children", array(lazy(lambda: Tree.codec)), default=())


@dataclass
class Point:
    x: int


point = record(Point, x=field("X", integer))
Points: TypeAlias = Annotated[tuple[Point, ...], array(point)]
X: TypeAlias = Annotated[int, at("X", integer)]


class Image(BaseModel):
    layers: list[Layer]
    tree: Tree | None = None
    points: Points = ()
    x: X | None = None


Places: TypeAlias = dict[tuple[int | str, ...], str]

ERRORS: list[tuple[Any, Places]] = [
    (
        {"layers": [{"digest": 1}]},
        {("layers", 0, "digest"): "wrong_kind", ("layers", 0, "sizeInBytes"): "missing"},
    ),
    ({"layers": [], "points": [{"X": 1}, {"x": 1}]}, {("points", 1, "X"): "missing"}),
    ({"layers": [], "x": {"X": "1"}}, {("x", "X"): "wrong_kind"}),
    (
        {"layers": [], "tree": {"layer": None, "children": [0]}},
        {("tree", "layer"): "null", ("tree", "children", 0): "wrong_kind"},
    ),
    ({"layers": [Layer(digest="a", size=cast(Any, "b"))]}, {("layers", 0, "sizeInBytes"): "wrong_kind"}),
]


@pytest.mark.parametrize("name", STRUCTURES)
@settings(max_examples=5)
@given(data=st.data())
def test_any_codec_is_an_annotation(name: str, data: st.DataObject) -> None:
    codec = STRUCTURES[name].codec
    pydantic: TypeAdapter[Any] = TypeAdapter(Annotated[Any, codec])
    tree = msgspec.json.decode(codec.encode_json(data.draw(VALUES[name])).unwrap())
    value = codec.of_json(tree).unwrap()
    assert pydantic.validate_python(tree) == value
    written = msgspec.json.decode(pydantic.dump_json(value))
    assert codec.of_json(written).unwrap() == value
    validator: Any = Draft202012Validator(pydantic.json_schema())
    assert validator.is_valid(written)


@pytest.mark.parametrize(("given", "expected"), ERRORS)
def test_every_problem_is_an_error_of_its_place(
    given: Any, expected: dict[tuple[int | str, ...], str]
) -> None:
    with pytest.raises(ValidationError) as raised:
        Image.model_validate(given)
    assert {each["loc"]: each["type"] for each in raised.value.errors()} == expected
    assert all(each["input"] is None for each in raised.value.errors())


def test_the_problems_that_are_left_out_are_counted() -> None:
    with pytest.raises(ValidationError) as raised:
        TypeAdapter(Points).validate_python([{}] * 150)
    *_, last = raised.value.errors()
    assert (last["type"], last["msg"], raised.value.error_count()) == ("more_problems", "and 50 more", 101)


def test_values_are_taken_and_kept_and_written_as_json() -> None:
    layer = Layer(digest="a", size=1)
    image = Image(layers=[layer], points=(Point(2),), x=3)
    assert image.model_dump() == {"layers": [layer], "tree": None, "points": ({"x": 2},), "x": 3}
    text = b'{"layers":[{"digest":"a","sizeInBytes":1}],"tree":null,"points":[{"X":2}],"x":{"X":3}}'
    assert Image.model_validate_json(text) == image


def test_a_decoder_reads_alone() -> None:
    adapter: TypeAdapter[int] = TypeAdapter(Annotated[int, at("X", integer).map(abs)])
    assert adapter.validate_json(b'{"X": -3}') == adapter.validate_python({"X": -3}) == 3
    with pytest.raises(ValidationError, match="expected an object, got an integer"):
        adapter.validate_python(3)


def test_what_cannot_be_written_is_an_error_of_pydantic() -> None:
    with pytest.raises(PydanticSerializationError, match=r"\$.sizeInBytes: expected an integer"):
        TypeAdapter(Layer).dump_json(Layer(digest="a", size=cast(Any, "b")))


def test_records_are_definitions_of_the_document() -> None:
    schema = Image.model_json_schema()
    assert schema["$defs"].keys() == {"Layer", "Point", "Tree"}
    assert schema["properties"]["layers"]["items"] == {"$ref": "#/$defs/Layer"}
    assert schema["properties"]["points"]["items"] == {"$ref": "#/$defs/Point"}
    assert schema["$defs"]["Tree"]["properties"]["children"]["items"] == {"$ref": "#/$defs/Tree"}
    assert TypeAdapter(Tree).json_schema()["$ref"] == "#/$defs/Tree"


def test_records_of_one_name_are_definitions_of_their_own() -> None:
    def made(codec: Codec[Any]) -> Any:
        class Layer(Record):
            digest: Any = field("digest", codec)

        return Layer

    kinds: Any = Union[made(integer), made(string)]  # noqa: UP007 classes that checkers do not see
    both: TypeAdapter[Any] = TypeAdapter(kinds)
    assert len(both.json_schema()["$defs"]) == 2


def test_members_may_be_called_as_the_words_of_a_schema() -> None:
    class Word(Record):
        default: Layer = field("default", Layer.codec)
        reference: str = field("$ref", string, default="#/$defs/Layer")
        properties: tuple[Layer, ...] = field("properties", array(Layer.codec), default=())

    schema = TypeAdapter(list[Word]).json_schema()
    members = schema["$defs"]["Word"]["properties"]
    assert schema["$defs"].keys() == {"Layer", "Word"}
    assert members["default"] == members["properties"]["items"] == {"$ref": "#/$defs/Layer"}
    assert members["$ref"] == {"type": "string", "default": "#/$defs/Layer"}


def test_what_a_rule_says_stays_with_its_record() -> None:
    class Period(Record):
        start: int = field("start", integer)

        @refine("expected a start after 0", at="start")
        def late(self) -> bool:
            return self.start > 0

    schema = TypeAdapter(list[Period]).json_schema()
    assert schema["items"] == {"$ref": "#/$defs/Period"}
    assert schema["$defs"]["Period"]["$comment"] == "expected a start after 0"
    with pytest.raises(ValidationError, match="expected a start after 0"):
        TypeAdapter(Period).validate_json(b'{"start": 0}')
