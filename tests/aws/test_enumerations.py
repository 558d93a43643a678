"""Open enumerations take the texts of tomorrow, and are texts in every way that matters."""

from __future__ import annotations

import copy
import json
import pickle
from enum import Enum, StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecr_decode import DecodeError, EncodeError, array, aws, dict_of
from ecr_decode.write.value import Enum as EnumTag
from tests.aws.model import Level, Thing, any_level


class Spelled(aws.OpenEnum):
    """Names that are not the values, and one that is another's value."""

    one = "uno"
    two = "dos"
    both = "uno"
    dos = "two"


class Other(StrEnum):
    """An enumeration of another kind."""

    HIGH = "HIGH"


texts = st.one_of(
    st.sampled_from([*Level, *Level.__members__]), st.text(st.characters(exclude_categories=["Cs"]))
)


@pytest.mark.parametrize("member", [Level.HIGH, Level.LOW])
def test_a_known_text_is_the_member_itself(member: Level) -> None:
    assert any_level.of_json(str(member)).unwrap() is member
    assert any_level.of_xml(str(member)).unwrap() is member
    assert member.known


@pytest.mark.parametrize("text", ["MEDIUM", "high", "HIGH ", "", "été", "__class__", "name", "_value_"])
def test_an_unknown_text_is_a_member_that_says_so(text: str) -> None:
    read = any_level.decode_json(json.dumps(text)).unwrap()
    assert isinstance(read, Level)
    assert not read.known
    assert (read.value, read.name, str(read)) == (text, text, text)
    assert read not in list(Level)


def test_names_are_no_values() -> None:
    codec = aws.open_enum(Spelled)
    assert codec.of_json("uno").unwrap() is Spelled.one
    assert codec.of_json("uno").unwrap() is Spelled["both"]
    assert codec.of_json("two").unwrap() is Spelled.dos
    one = codec.of_json("one").unwrap()
    assert isinstance(one, Spelled)
    assert not one.known
    assert one != Spelled.one
    assert Spelled.both.known


@given(texts, texts)
def test_a_member_equals_its_text(text: str, other: str) -> None:
    member = any_level.of_json(text).unwrap()
    assert member == text
    assert hash(member) == hash(text)
    assert {member: 1}[text] == 1
    assert {text: 1}[member] == 1
    assert (member == any_level.of_json(other).unwrap()) is (text == other)


@given(texts)
def test_a_member_is_copied_as_itself(text: str) -> None:
    member = any_level.of_json(text).unwrap()
    for same in (*(pickle.loads(pickle.dumps(member, level)) for level in range(6)), copy.deepcopy(member)):
        assert type(same) is Level
        assert same == member
        assert same.known is (text in Level.__members__)
        assert same.name == text


@given(texts)
def test_a_member_is_written_as_its_text(text: str) -> None:
    member = any_level.of_json(text).unwrap()
    assert any_level.to_json(member).unwrap() == text
    assert type(any_level.to_json(member).unwrap()) is str
    assert any_level.decode_json(any_level.encode_json(member).unwrap()).unwrap() == member
    assert any_level.to_value(member).unwrap() == EnumTag(text)
    assert any_level.to_value(text).unwrap() == EnumTag(text)
    assert any_level.encode_json(text) == any_level.encode_json(member)


@given(texts.filter(lambda text: text.isalnum()))
def test_a_member_comes_back_from_xml(text: str) -> None:
    member = any_level.of_json(text).unwrap()
    again = any_level.decode_xml(any_level.encode_xml(member).unwrap()).unwrap()
    assert again == member
    assert type(again) is Level


def test_a_match_has_a_case_for_the_rest() -> None:
    def colour(level: Level | str) -> str:
        match level:
            case Level.HIGH:
                return "red"
            case Level.LOW:
                return "yellow"
            case other:
                return f"grey, for {other}"

    read = array(any_level).decode_json('["HIGH", "LOW", "NEW"]').unwrap()
    assert [*map(colour, read)] == ["red", "yellow", "grey, for NEW"]


@pytest.mark.parametrize("wrong", ["1", "true", "null", "[]", "{}"])
def test_only_text_is_read(wrong: str) -> None:
    assert isinstance(any_level.decode_json(wrong).failure(), DecodeError)


@pytest.mark.parametrize("wrong", [1, None, b"HIGH", ["HIGH"], "\ud800"])
def test_only_text_is_written(wrong: object) -> None:
    assert isinstance(any_level.encode_json(wrong).failure(), EncodeError)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_a_member_of_another_enumeration_is_a_text_as_well() -> None:
    assert any_level.encode_json(Other.HIGH).unwrap() == b'"HIGH"'


def test_only_texts_make_members() -> None:
    with pytest.raises(ValueError, match="not a valid Level"):
        Level(5)  # type: ignore[arg-type]


@pytest.mark.parametrize("closed", [Other, Enum("Shut", {"A": "a"})])
def test_an_enumeration_that_cannot_be_open_is_refused(closed: type[Enum]) -> None:
    with pytest.raises(ValueError, match=r"derive it from aws\.OpenEnum, or use enum_of"):
        aws.open_enum(closed)  # type: ignore[type-var]  # pyright: ignore[reportArgumentType]


# as the keys of a map

counts = dict_of(aws.integer, keys=any_level)


def test_keys_are_members() -> None:
    read = counts.decode_json('{"HIGH": 2, "NEW": 1}').unwrap()
    assert [(type(key), key) for key in read] == [(Level, "HIGH"), (Level, "NEW")]
    assert read["HIGH"] == read[Level.HIGH] == 2
    assert counts.encode_json(read).unwrap() == b'{"HIGH":2,"NEW":1}'


def test_keys_come_back_from_the_maps_of_xml() -> None:
    read: dict[Level | str, int] = {Level.HIGH: 2, Level("NEW"): 1}
    written = counts.encode_xml(read, root="c", style=aws.xml).unwrap()
    assert written == (
        b"<c><entry><key>HIGH</key><value>2</value></entry><entry><key>NEW</key><value>1</value></entry></c>"
    )
    again = counts.decode_xml(written, style=aws.xml).unwrap()
    assert again == read
    assert {*map(type, again)} == {Level}


def test_a_record_holds_and_gives_back_a_member_or_a_text() -> None:
    read = Thing.decode_json('{"level": "NEW"}').unwrap()
    assert read == Thing(level="NEW") == Thing(level=Level("NEW"))
    assert read.encode_json() == Thing(level="NEW").encode_json()
