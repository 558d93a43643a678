"""Every codec in which an attribute is met runs through every interpreter, plain and compiled."""

from __future__ import annotations

import pickle
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from returns.result import Result, Success

from ecr_decode import Codec, Encoder, describe, json_schema, plain_only
from ecr_decode.describe.strategy import from_codec
from ecr_decode.handle import Handle
from tests.fast import mutations, xml_damage
from tests.fast.comparison import is_the_exception
from tests.guard.attributes import words_of
from tests.guard.codecs import DECODERS, ENCODERS, HANDLES
from tests.hostile.verbs import ALL, CHECKERS, JSON_TEXTS, READERS, TREES, WRITERS, XML_TEXTS
from tests.registry import CODECS as CODECS_AND_VALUES

CODECS: dict[str, Codec[Any]] = {name: each for name, each in HANDLES.items() if isinstance(each, Codec)}


def both(verb: str, handle: Any, given: Any) -> Result[Any, Any]:
    """The result of a verb, with and without the compiled paths."""
    found = ALL[verb](handle, given)
    with plain_only():
        plain = ALL[verb](handle, given)
    assert repr(found) == repr(plain) or is_the_exception(found, plain), (verb, given)
    return found


@pytest.mark.parametrize("name", CODECS)
@settings(max_examples=max(settings().max_examples // 10, 1))
@given(data=st.data())
def test_the_plain_and_the_compiled_path_agree(name: str, data: st.DataObject) -> None:
    codec, rng = CODECS[name], random.Random(data.draw(st.integers(0, 2**32)))
    value = data.draw(from_codec(codec))
    written = {verb: both(verb, codec, value) for verb in (*WRITERS, *CHECKERS)}
    json_text: bytes = written["encode_json"].value_or(b"{}")
    for verb in JSON_TEXTS:
        for raw in (json_text, *(mutations.mutated(json_text, rng) for _ in range(4))):
            both(verb, codec, raw)
    xml_text: bytes = written["encode_xml"].value_or(b"<value/>")
    for verb in XML_TEXTS:
        for raw in (xml_text, *(xml_damage.mutated(xml_text, rng) for _ in range(4))):
            both(verb, codec, raw)
    for verb, form in (("of_json", "to_json"), ("of_xml", "to_xml")):
        both(verb, codec, written[form].value_or(None))
    assert isinstance(written["encode_json"], Success)


@pytest.mark.parametrize("name", CODECS)
def test_they_agree_where_any_text_of_the_codec_is_the_name_of_a_member(name: str) -> None:
    """Another spelling of a name, or whatever else an attribute means by its text, is such a text."""
    codec, words = CODECS[name], sorted(words_of(CODECS[name].node))
    value = CODECS_AND_VALUES[name].example
    for raw in mutations.every_renamed(codec.encode_json(value).unwrap(), words):
        both("decode_json", codec, raw)
    xml_text: bytes = codec.encode_xml(value, root="r").value_or(b"<r/>")
    for raw in xml_damage.every_renamed(xml_text, words):
        both("decode_xml", codec, raw)


@pytest.mark.parametrize("name", HANDLES)
def test_every_codec_is_described_and_pickled(name: str) -> None:
    handle: Handle = HANDLES[name]
    assert repr(handle) == repr(handle.node)
    assert pickle.loads(pickle.dumps(handle)) == handle
    if name not in ENCODERS:
        decoder: Any = handle
        assert describe(decoder)
        assert json_schema(decoder)


READ = {
    "bind": ('{"size":1,"digest":"a"}', "a"),
    "at an index": ('{"layers":[0,{"digest":"a","size":1}]}', "Layer(digest='a', size=1, media=None)"),
    "map without a way back": ("2", "4"),
    "decode_into": ('{"d":"a","s":1}', "Layer(digest='a', size=1, media=None)"),
}


@pytest.mark.parametrize("name", DECODERS)
def test_what_only_reads_reads_alike(name: str) -> None:
    raw, shown = READ[name]
    rng = random.Random(name)
    assert repr(both("decode_json", DECODERS[name], raw)) == f"<Success: {shown}>"
    for _ in range(50):
        damaged = mutations.mutated(raw.encode(), rng)
        for verb in (*JSON_TEXTS, *XML_TEXTS, *TREES):
            both(verb, DECODERS[name], damaged)


@pytest.mark.parametrize("name", ENCODERS)
def test_what_only_writes_writes_alike(name: str) -> None:
    encoder: Encoder[Any] = ENCODERS[name]
    assert both("encode_json", encoder, "ab").unwrap() == b'"ba"'
    for value in ("", "a", 1, None, (), b"a"):
        for verb in WRITERS:
            both(verb, encoder, value)


def test_every_reader_and_writer_is_tried() -> None:
    assert {*READERS} == {*JSON_TEXTS, *XML_TEXTS, *TREES}
    assert {*ALL} == {*READERS, *WRITERS, *CHECKERS}
