"""A pattern of short texts says no other texts than the pattern it was made of, and a few of each kind."""

from __future__ import annotations

import re

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from ecr_decode import Codec, array, string
from ecr_decode.describe.short_pattern import short_pattern
from ecr_decode.describe.strategy import from_codec
from ecr_decode.node import kinds as n
from ecr_decode.node.constraint import compiled
from tests.fast.test_equal_to_plain import CATALOGUE
from tests.guard.attributes import parts_of

SHORT = [
    ("", ""),
    ("[a-z]+", "[a-z]{1,4}"),
    ("a*b", "a{0,3}b"),
    ("a{2,}", "a{2,5}"),
    ("a{0,}?", "a{0,3}?"),
    ("a+?b*?", "a{1,4}?b{0,3}?"),
    ("(ab)++", "(ab){1,4}+"),
    ("a?+b{2}+c{1,2}+", "a?+b{2}+c{1,2}+"),
    ("a??", "a??"),
    ("a{,3}", "a{,3}"),
    ("a{2}", "a{2}"),
    (r"\+\*\{2,\}", r"\+\*\{2,\}"),
    (r"\\+", r"\\{1,4}"),
    (r"\w+\.", r"\w{1,4}\."),
    ("[*+]", "[*+]"),
    ("[]*]+", "[]*]{1,4}"),
    ("[^]*]*", "[^]*]{0,3}"),
    (r"[\]*]*", r"[\]*]{0,3}"),
    (r"[\\]+", r"[\\]{1,4}"),
    ("(?:a|b+)*(?=c*)", "(?:a|b{1,4}){0,3}(?=c{0,3})"),
    ("\n+", "\n{1,4}"),
]


@pytest.mark.parametrize(("pattern", "short"), SHORT)
def test_what_repeats_without_end_is_bounded_and_nothing_else(pattern: str, short: str) -> None:
    assert short_pattern(pattern, 3) == short
    compiled(short)


PATTERNS = sorted(
    {
        part.pattern
        for codec in CATALOGUE.values()
        for part in parts_of(codec.node)
        if isinstance(part, n.Constraint) and part.pattern is not None
    }
)


@pytest.mark.parametrize("pattern", PATTERNS)
@given(data=st.data())
def test_a_short_text_is_one_of_the_whole_pattern(pattern: str, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(compiled(short_pattern(pattern, 3)), fullmatch=True))
    assert re.fullmatch(pattern, text, re.ASCII)


def test_long_texts_are_made_where_they_must_be() -> None:
    long = string.constrain(pattern="[a-z]+", min_length=30)
    first = settings(max_examples=1, phases=[Phase.generate])
    assert len(find(from_codec(long), lambda text: True, settings=first)) >= 30


def test_values_of_a_codec_are_made_ready_once() -> None:
    codec: Codec[tuple[str, ...]] = array(string.constrain(pattern="a+"))
    same: Codec[tuple[str, ...]] = Codec(codec.node)
    assert from_codec(codec) is from_codec(same)
    assert from_codec(codec) is not from_codec(array(string.constrain(pattern="a+")))
