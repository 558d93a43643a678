"""Compiled encoders change nothing but the time: the plain writer gives the same bytes, trees and errors."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from returns.result import Result, Success

from ecr_decode import Codec, Record, XmlStyle, array, field, number, plain_only
from ecr_decode.describe.strategy import from_codec
from ecr_decode.fast.write.compiled import compiled
from ecr_decode.fast.write.compiled import compiled_xml as xml_writer
from ecr_decode.fast.write.json import STRUCTS
from ecr_decode.fast.write.run import TEXT
from ecr_decode.guard import is_array, is_dict
from ecr_decode.node.style import Element, plain
from ecr_decode.write.writer import Writer
from tests.fast.comparison import STYLES
from tests.fast.test_equal_to_plain import CATALOGUE, CODECS
from tests.fast.wrong import WRONG, places

DAMAGES = 80


def written(codec: Codec[Any], value: Any) -> Result[bytes, Any]:
    """The value as JSON, the same with the fast path and without, as text and as a tree."""
    fast, tree = codec.encode_json(value), codec.to_json(value)
    with plain_only():
        assert repr(fast) == repr(codec.encode_json(value))
        assert repr(tree) == repr(codec.to_json(value))
    return fast


def in_xml(
    codec: Codec[Any], value: Any, style: XmlStyle = plain, root: str | Element | None = "r"
) -> Result[bytes, Any]:
    """The value as XML, which is the same with the fast path and without."""
    fast = codec.encode_xml(value, root=root, style=style)
    with plain_only():
        assert repr(fast) == repr(codec.encode_xml(value, root=root, style=style))
    return fast


@pytest.mark.parametrize("name", CODECS)
@settings(max_examples=max(settings().max_examples // 8, 1))
@given(data=st.data())
def test_what_is_written_or_refused_is_equal_with_and_without(name: str, data: st.DataObject) -> None:
    codec = CODECS[name]
    value = data.draw(from_codec(codec))
    assert isinstance(written(codec, value), Success)
    found = list(places(value))
    rng = random.Random(data.draw(st.integers(0, 2**32)))
    for place in range(DAMAGES):
        damaged = rng.choice(found)(rng.choice(WRONG))
        written(codec, damaged)
        if place % 10 == 0:
            in_xml(codec, damaged, rng.choice(STYLES))


@pytest.mark.parametrize("name", CODECS)
def test_every_wrong_value_is_refused_alike(name: str) -> None:
    for value in WRONG:
        written(CODECS[name], value)
        in_xml(CODECS[name], value)


@pytest.mark.parametrize("name", CATALOGUE)
@settings(max_examples=max(settings().max_examples // 12, 1))
@given(data=st.data())
def test_everyday_values_of_the_catalogues_are_written_by_the_fast_path(
    name: str, data: st.DataObject
) -> None:
    codec = CATALOGUE[name]
    value = data.draw(from_codec(codec).filter(lambda found: everyday(codec.to_json(found).unwrap())))
    encode = compiled(codec.node, TEXT, refused)
    assert encode is not None
    assert encode(value) == codec.encode_json(value)
    for style in STYLES:
        document = in_xml(codec, value, style)
        if isinstance(document, Success):  # XML has no place for some characters
            write = xml_writer(codec.node, style)
            assert write is not None
            assert write(value)[1].encode() in document.unwrap()


def refused(value: Any) -> Any:
    raise AssertionError(value)


def everyday(tree: Any) -> bool:
    """Whether all numbers of a tree are such as the serializers spell alike and give back exactly."""
    match tree:
        case float():
            return not tree or 1e-4 <= abs(tree) <= 8.5e9
        case _ if is_array(tree):
            return all(map(everyday, tree))
        case _ if is_dict(tree):
            return all(map(everyday, tree.values()))
        case _:
            return True


def test_all_codecs_of_the_registry_are_compiled() -> None:
    assert not [name for name, codec in CODECS.items() if compiled(codec.node, TEXT, refused) is None]


def test_both_serializers_escape_every_character_alike() -> None:
    with plain_only():
        for first in range(0, 0x110000, 64):
            text = "a".join(chr(code) for code in range(first, first + 64) if not 0xD800 <= code < 0xE000)
            assert codec_of_text.encode_json(text).unwrap() == STRUCTS.dumps(text)


@given(st.floats(min_value=1e-4, max_value=1e15, exclude_max=True))
@settings(max_examples=40 * settings().max_examples)
def test_both_serializers_spell_everyday_doubles_alike(double: float) -> None:
    with plain_only():
        assert codec_of_number.encode_json(double).unwrap() == STRUCTS.dumps(double)
        assert codec_of_number.encode_json(-double).unwrap() == STRUCTS.dumps(-double)


class Measured(Record):
    share: float = field("share", number)


DOUBLES = (
    st.floats(allow_nan=False, allow_infinity=False)
    | st.floats(-1e16, 1e16)
    | st.integers(-(2**70), 2**70).map(lambda each: each << 20)
    | st.integers()
    | st.sampled_from(
        (1e16, 9999999999999998.0, -1e16, 1e-5, 5e-324, 1.7e308, -0.0, 2**49, 2**49 + 1, 2**53 + 1)
    )
)


@given(st.lists(DOUBLES, min_size=1))
@settings(max_examples=4 * settings().max_examples)
def test_doubles_and_what_stands_for_them_are_written_in_records_as_plainly(shares: list[float]) -> None:
    value = tuple(Measured(share=share) for share in shares)
    with plain_only():
        expected = MEASURED.encode_json(value)
    for _ in range(3):
        assert MEASURED.encode_json(value) == expected
    in_xml(MEASURED, value)


@pytest.mark.parametrize("share", [1e-5, 5e-324, 1e16, -1.7e308, 7, 2**53, 10**22])
def test_no_double_needs_the_plain_writer(share: float, monkeypatch: pytest.MonkeyPatch) -> None:
    value = (Measured(share=share), Measured(share=0.5))
    expected = MEASURED.encode_json(value)
    for _ in range(2):
        assert MEASURED.encode_json(value) == expected
    assert isinstance(expected, Success)
    monkeypatch.setattr(Writer, "write", None)
    assert MEASURED.encode_json(value) == expected


MEASURED = array(Measured.codec)


codec_of_text: Codec[str] = CODECS["string"]
codec_of_number: Codec[float] = CODECS["number"]
