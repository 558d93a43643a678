"""The inputs that a fuzzer found worth keeping: each reaches what no smaller one does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.inputs import CODECS, examine

CORPUS = sorted((Path(__file__).parent / "corpus").iterdir())


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.name)
def test_an_input_gives_the_same_compiled_and_plain(path: Path) -> None:
    for _ in range(2):  # the second time by compiled source
        examine(path.read_bytes())


def test_the_corpus_takes_every_way() -> None:
    outcomes = {examine(path.read_bytes()) for path in CORPUS}
    ways = ("JSON", "XML", "tree", "text", "reply")
    assert outcomes >= {f"{way} {end}" for way in ways for end in ("read", "refused")}
    chosen = {int.from_bytes(path.read_bytes()[:2], "big") % len(CODECS) for path in CORPUS}
    assert len(chosen) > len(CODECS) / 3
