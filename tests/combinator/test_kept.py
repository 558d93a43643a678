"""Texts that are kept beside what they hold."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import jsonschema
import pytest
from returns.result import Success

from ecr_decode import (
    BadValue,
    Codec,
    Decoder,
    IntoText,
    Kept,
    Record,
    WrongKind,
    array,
    at,
    attribute,
    case,
    dict_of,
    field,
    integer,
    json_schema,
    json_text,
    keep_text,
    lazy,
    number,
    one_of,
    replace,
    string,
)
from tests.problems import problems, reason


class Manifest(Record):
    size: int = field("size", integer)


class Login(Record):
    user: str = field("user", string)
    password: str = field("password", string, secret=True)


class Holder(Record):
    manifest: Kept[Manifest] = field("manifest", keep_text(json_text(Manifest.codec)), xml=attribute)


TEXT = '{ "size": 3.0e0 ,"x":1}'.replace("3.0e0", "3")
MANIFEST = keep_text(json_text(Manifest.codec))
CHANGED = BadValue("expected a text that reads as its value")


def test_the_text_is_kept_and_written_as_it_is() -> None:
    kept = Kept(TEXT, Manifest(size=3))
    for _ in range(3):
        raw = string.encode_json(TEXT).unwrap()
        assert MANIFEST.decode_json(raw) == Success(kept)
        assert MANIFEST.encode_json(kept) == Success(raw)
        assert MANIFEST.check(kept) == Success(kept)
        xml = Holder(manifest=kept).encode_xml().unwrap()
        assert Holder.decode_xml(xml) == Success(Holder(manifest=kept))
        assert problems(MANIFEST.decode_json(b'"{}"'))[0][0] == (IntoText(), "size")
    assert at("m", MANIFEST).to_query(kept) == Success((("m", TEXT),))


def test_only_a_text_is_kept() -> None:
    assert reason(MANIFEST.of_json({"size": 3})) == WrongKind("a string", "an object")
    assert reason(MANIFEST.decode_xml("<r><a/></r>")) == WrongKind("a string", "an element")
    wrong: Any = MANIFEST
    number_: Any = 3
    assert reason(wrong.to_json(Manifest(size=3))) == WrongKind("a Kept", "a Manifest")
    assert reason(wrong.to_json(Kept(number_, Manifest(size=3)))) == WrongKind("a string", "an integer")
    assert reason(wrong.to_json(Kept("\ud800", Manifest(size=3)))) == BadValue("a lone surrogate")


def test_a_text_that_no_longer_reads_as_its_value_is_not_written() -> None:
    kept = MANIFEST.of_json(TEXT).unwrap()
    changed = [
        Kept(kept.text, replace(kept.value, size=4)),
        Kept("{}", kept.value),
        Kept("{", kept.value),
        Kept('{"size": 30}', kept.value),
    ]
    for each in changed:
        for written in (
            MANIFEST.to_json,
            MANIFEST.encode_json,
            MANIFEST.encode_xml,
            MANIFEST.check,
            MANIFEST.to_value,
        ):
            assert reason(written(each)) == CHANGED
    assert reason(keep_text(json_text(number)).to_json(Kept("1", True))) == CHANGED


def test_numbers_in_text_are_kept_where_the_form_has_them() -> None:
    codec = keep_text(integer)
    assert codec.decode_xml("<n>12</n>") == Success(Kept("12", 12))
    assert codec.encode_xml(Kept("12", 12), root="n") == Success(b"<n>12</n>")
    assert codec.check(Kept("12", 12)) == Success(Kept("12", 12))
    assert reason(codec.of_json("12")) == WrongKind("an integer", "a string")
    assert reason(codec.to_json(Kept("12", 12))) == CHANGED


def test_secrets_are_not_shown() -> None:
    codec = keep_text(json_text(Login.codec))
    kept = codec.of_json('{"user": "", "password": ""}').unwrap()
    for _ in range(3):
        kept = codec.of_json('{"user": "a", "password": "hunter2"}').unwrap()
        assert "hunter2" not in repr(kept)
        assert "hunter2" not in str(kept.__rich_repr__())
        assert repr(kept) == "Kept(text=<secret>, value=Login(user='a', password=<secret>))"
    assert "hunter2" in kept.text
    assert codec.encode_json(kept).unwrap() == string.encode_json(kept.text).unwrap()
    hidden = keep_text(json_text(array(lazy(lambda: Login.codec)))).of_json("[]").unwrap()
    assert repr(hidden) == "Kept(text=<secret>, value=())"


def test_kept_texts_are_compared_hashed_copied_and_pickled() -> None:
    codec = keep_text(json_text(Login.codec))
    kept = codec.of_json('{"user": "a", "password": "b"}').unwrap()
    same = Kept(kept.text, kept.value)
    assert kept == same
    assert hash(kept) == hash(same)
    assert kept != Kept(kept.text + " ", kept.value)
    assert kept != Kept(kept.text, replace(kept.value, user="b"))
    assert kept != (kept.text, kept.value)
    for again in (pickle.loads(pickle.dumps(kept)), copy.deepcopy(kept)):
        assert again == kept
        assert repr(again) == repr(kept)
    match kept:
        case Kept(text, Login(user=user)):
            assert (text, user) == (kept.text, "a")
        case _:
            raise AssertionError
    frozen: Any = kept
    with pytest.raises(AttributeError):
        frozen.text = ""


def test_constraints_of_the_value_are_checked() -> None:
    codec = keep_text(json_text(integer.constrain(maximum=3)))
    assert codec.decode_json(b'" 4"') == Success(Kept(" 4", 4))
    assert problems(codec.check(Kept(" 4", 4))) == [
        ((IntoText(),), BadValue("expected a number of at most 3"))
    ]


def test_a_text_too_deep_to_read_is_not_written() -> None:
    nested: Codec[Any] = array(lazy(lambda: nested))
    deep = keep_text(json_text(nested))
    for _ in range(3):
        assert reason(deep.to_json(Kept("[" * 201 + "]" * 201, ()))) == CHANGED


def test_a_kept_text_is_a_case_and_a_key() -> None:
    either: Codec[Any] = one_of(case("kept", MANIFEST) | case("text", string))
    for value, tree in [(Kept(TEXT, Manifest(size=3)), TEXT), ("{}", "{}")]:
        assert either.of_json(tree) == Success(value)
        assert either.to_json(value) == Success(tree)
    assert reason(either.to_json(TEXT)) == BadValue("this would be read as kept")
    codec = dict_of(integer, keys=keep_text(integer))
    assert codec.of_json({"1": 2}) == Success({Kept("1", 1): 2})
    assert codec.to_json({Kept("1", 1): 2}) == Success({"1": 2})


def test_what_a_kept_text_is_described_as() -> None:
    assert repr(MANIFEST) == "kept text of Manifest {size: integer}"
    schema = json_schema(MANIFEST)
    jsonschema.validate("{}", schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({}, schema)
    assert type(keep_text(string.map(len))) is Decoder
    assert keep_text(string.map(len)).of_json("abc") == Success(Kept("abc", 3))


@pytest.mark.parametrize("codec", [array(string), Manifest.codec, dict_of(string)])
def test_a_codec_of_no_text_keeps_none(codec: Any) -> None:
    with pytest.raises(ValueError, match=r"^keep_text\(\.\.\.\): expected a codec of text"):
        keep_text(codec)
