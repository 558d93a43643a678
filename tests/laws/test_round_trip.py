"""What is written can be read back, whatever the codec and the form.

The laws are data, as are the interpreters and the codecs: each codec is tried with every law.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

import pytest
import xmltodict
from hypothesis import given, settings
from hypothesis import strategies as st
from returns.result import Success

import ecr_decode
from ecr_decode import Codec, EncodeError, aws
from ecr_decode.guard import is_array, is_dict
from tests.laws.interpreters import INTERPRETERS, STYLES
from tests.registry import CODECS, VALUES

Law: TypeAlias = Callable[[Codec[Any], Any], None]

every_codec = pytest.mark.parametrize("name", CODECS)


def decoding_undoes_encoding(way: str, codec: Codec[Any], value: Any) -> None:
    """The value comes back, and is written the same again; or the form cannot hold it, and says so."""
    encode, decode = INTERPRETERS[way].encode, INTERPRETERS[way].decode
    written = encode(codec, value)
    read = written.bind(partial(decode, codec))
    if isinstance(written, Success):
        assert read == Success(value)
        assert encode(codec, read.unwrap()) == written
    else:
        error: object = written.failure()
        assert isinstance(error, EncodeError)
        assert error.problems


def json_holds_every_value(codec: Codec[Any], value: Any) -> None:
    """Otherwise the laws of JSON would say little."""
    assert isinstance(codec.encode_json(value), Success)


def a_json_tree_is_plain_and_is_what_the_text_holds(codec: Codec[Any], value: Any) -> None:
    tree = codec.to_json(value)
    assert tree.map(is_plain) == Success(True)
    assert tree.map(to_the_digit) == codec.encode_json(value).map(partial(json.loads, parse_float=Decimal))


def an_xml_tree_is_what_xmltodict_reads_from_the_text(form: str, codec: Codec[Any], value: Any) -> None:
    text = codec.encode_xml(value, root="r", style=STYLES[form])
    assert text.map(content_of_root) == codec.to_xml(value, style=STYLES[form])


def a_query_string_holds_its_pairs(codec: Codec[Any], value: Any) -> None:
    assert codec.encode_query(value).map(pairs_of) == codec.to_query(value)


def a_value_of_the_strategy_keeps_every_constraint(codec: Codec[Any], value: Any) -> None:
    assert codec.check(value) == Success(value)


LAWS: tuple[Law, ...] = (
    *(partial(decoding_undoes_encoding, way) for way in INTERPRETERS),
    json_holds_every_value,
    a_json_tree_is_plain_and_is_what_the_text_holds,
    *(partial(an_xml_tree_is_what_xmltodict_reads_from_the_text, form) for form in STYLES),
    a_query_string_holds_its_pairs,
    a_value_of_the_strategy_keeps_every_constraint,
)


@every_codec
@settings(max_examples=max(settings().max_examples // 2, 1))
@given(data=st.data())
def test_every_law_holds(name: str, data: st.DataObject) -> None:
    value = data.draw(VALUES[name])
    for law in LAWS:
        law(CODECS[name].codec, value)


@every_codec
@pytest.mark.parametrize("way", INTERPRETERS)
def test_every_form_holds_the_example_but_those_that_cannot(name: str, way: str) -> None:
    codec, example, cannot = CODECS[name]
    interpreter = INTERPRETERS[way]
    written = interpreter.encode(codec, example)
    assert isinstance(written, Success) is (interpreter.form not in cannot)
    assert written.bind(partial(interpreter.decode, codec)).value_or(example) == example


@pytest.mark.parametrize(("module", "prefix"), [(ecr_decode, ""), (aws, "aws.")])
def test_the_registry_holds_every_exported_codec(module: Any, prefix: str) -> None:
    exported: dict[str, Any] = {prefix + name: getattr(module, name) for name in module.__all__}
    codecs: dict[str, Any] = {name: value for name, value in exported.items() if isinstance(value, Codec)}
    assert codecs
    assert codecs == {name: CODECS[name].codec for name in codecs}


def is_plain(tree: Any) -> bool:
    """Whether a tree holds JSON's own types and none derived from them."""
    kind: Any = tree.__class__
    if kind is dict:
        return all(type(name) is str for name in tree) and all(map(is_plain, tree.values()))
    if kind is list:
        return all(map(is_plain, tree))
    return kind in (type(None), bool, int, float, str, Decimal)


def to_the_digit(tree: Any) -> Any:
    """The tree with the decimals that the texts of its doubles are."""
    if isinstance(tree, float):
        return Decimal(repr(tree))
    if is_dict(tree):
        return {name: to_the_digit(each) for name, each in tree.items()}
    return [*map(to_the_digit, tree)] if is_array(tree) else tree


def content_of_root(raw: bytes) -> object:
    return xmltodict.parse(raw, strip_whitespace=False)["r"]


def pairs_of(query: str) -> tuple[tuple[str, str], ...]:
    return tuple(parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query)))
