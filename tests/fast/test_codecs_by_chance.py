"""Over codecs made by chance the fast paths give what the plain interpreters give."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from ecr_decode import Decoder
from tests.fast.chance.codecs import any_decoder
from tests.fast.comparison import Compared
from tests.guard.attributes import attributes, met, ways

RANDOMS = st.randoms(use_true_random=False)


@settings(max_examples=2 * settings().max_examples)
@given(rng=RANDOMS)
def test_results_over_any_codec_are_equal_with_and_without(rng: Random) -> None:
    codec: Decoder[object] = any_decoder(rng)
    assert next(Compared(codec, rng, Counter()).differences(documents=2), None) is None


def test_results_over_many_codecs_are_equal_with_and_without() -> None:
    counts: Counter[str] = Counter()
    for seed in range(100):
        rng = Random(seed)
        assert next(Compared(any_decoder(rng), rng, counts).differences(documents=2), None) is None, seed
    # Inputs that are all refused, or all accepted, would show little.
    assert min(counts[f"{verb}, {verdict}"] for verb in VERBS for verdict in VERDICTS) > 75


def test_every_attribute_occurs_in_every_way() -> None:
    """A new one needs a place in what makes codecs by chance."""
    found = met(any_decoder(Random(seed)).node for seed in range(900))
    missing = {str(each): ways(each) - found[each] for each in attributes() if ways(each) - found[each]}
    assert missing == {"Transform.decode": {"NoneType"}}, "all others can be read"


VERBS = ("decode_json", "decode_xml", "encode_json", "to_json")
VERDICTS = ("accepted", "refused")
