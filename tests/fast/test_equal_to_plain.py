"""The fast paths change nothing but the time: the plain interpreters give the same results and errors."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from returns.result import Failure, Result, Success

from ecr_decode import Codec, ecr, ecr_public, plain_only
from ecr_decode.describe.strategy import from_codec
from ecr_decode.fast.read_json.run import compiled
from tests import registry
from tests.fast.mutations import mutated
from tests.oracle.catalogues import operations_of
from tests.structure import distinct

CATALOGUE: dict[str, Codec[Any]] = {
    f"{module.__name__}.{value.name}.{way}": codec
    for module in (ecr, ecr_public)
    for value in operations_of(module)
    for way, codec in (("request", value.request), ("response", value.response))
}
CODECS: dict[str, Codec[Any]] = {
    **{name: CATALOGUE[name] for name in distinct(CATALOGUE)},
    **{name: entry.codec for name, entry in registry.CODECS.items()},
}

DAMAGES = 25


@pytest.mark.parametrize("name", CODECS)
@settings(max_examples=max(settings().max_examples // 8, 1))
@given(data=st.data())
def test_results_are_equal_with_and_without(name: str, data: st.DataObject) -> None:
    codec = CODECS[name]
    written = codec.encode_json(data.draw(from_codec(codec))).value_or(b"{}")
    rng = random.Random(data.draw(st.integers(0, 2**32)))
    for raw in (written, *(mutated(written, rng) for _ in range(DAMAGES))):
        fast = codec.decode_json(raw)
        with plain_only():
            plain = codec.decode_json(raw)
        assert repr(fast) == repr(plain) or is_the_exception(fast, plain), raw


def is_the_exception(fast: Result[Any, Any], plain: Result[Any, Any]) -> bool:
    """Whether they differ as documented: in ignored members, a number or a nesting is out of bounds."""
    whys = [problem.why for problem in plain.failure().problems] if isinstance(plain, Failure) else []
    out_of_bounds = ("Malformed(message='expected a number that a double", "TooDeep(limit=1024)")
    return isinstance(fast, Success) and len(whys) == 1 and repr(whys[0]).startswith(out_of_bounds)


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_codec_of_the_catalogues_is_lowered_whole(name: str) -> None:
    assert compiled(CATALOGUE[name].node) is not None


def test_the_switch_turns_the_fast_path_off(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(raw: object, accepts: object) -> None:
        raise AssertionError(raw)

    response = ecr.ListImagesResponse.codec
    response.decode_json(b"{}")
    monkeypatch.setattr("ecr_decode.fast.read_json.retry.RetryReader.__init__", refuse)
    with plain_only():
        assert repr(response.decode_json(b'{"imageIds":1}').failure()).count("Problem(") == 1
