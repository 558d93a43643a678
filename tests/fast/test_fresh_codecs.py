"""Codecs that are built in place, used and dropped leave nothing behind."""

from __future__ import annotations

import gc
import linecache
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from ecr_decode import Codec, Record, array, at, case, field, integer, lazy, one_of, record, string
from ecr_decode.fast import source, staged
from ecr_decode.node import thunk


class Layer(Record):
    digest: str = field("digest", string)


def layers(name: str) -> Codec[tuple[Layer, ...]]:
    return at(name, array(lazy(lambda: Layer.codec)))


def either() -> Codec[Any]:
    class Sized(msgspec.Struct, frozen=True):
        size: int

    sized = record(Sized, size=field("size", integer))
    return array(one_of(case("layer", Layer) | case("sized", sized)))


BUILT: dict[str, tuple[Callable[[], Codec[Any]], bytes]] = {
    "layers": (lambda: layers("layers"), b'{"layers":[{"digest":"x"}]}'),
    "either": (either, b'[{"digest":"x"},{"size":1}]'),
}


def use(codec: Codec[Any], raw: bytes) -> None:
    value = codec.decode_json(raw).unwrap()
    text = codec.encode_xml(value, root="r").unwrap()
    codec.of_json(codec.to_json(value).unwrap()).unwrap()
    assert codec.decode_xml(text).unwrap() == value
    assert codec.check(codec.decode_json(codec.encode_json(value).unwrap()).unwrap()).unwrap() == value


def use_often(codec: Codec[Any], raw: bytes, uses: int) -> None:
    for _ in range(uses):
        use(codec, raw)


def kept() -> tuple[int, int, int]:
    gc.collect()
    return len(linecache.cache), len(source.CODES), len(thunk.KNOWN)


@pytest.mark.parametrize("name", BUILT)
@pytest.mark.parametrize("uses", [1, 2])
def test_what_is_compiled_goes_with_the_codec(name: str, uses: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staged, "WORTH_COMPILING", 512)
    build, raw = BUILT[name]
    use(build(), raw)
    before = kept()
    for _ in range(50):
        use_often(build(), raw, uses)
    assert kept() <= before


def test_codecs_of_one_text_share_its_code() -> None:
    build, raw = BUILT["layers"]
    codecs = [build() for _ in range(20)]
    use(codecs[0], raw)
    _, before, _ = kept()
    for codec in codecs:
        use(codec, raw)
    _, after, _ = kept()
    assert after == before
