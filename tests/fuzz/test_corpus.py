"""The inputs that a fuzzer found worth keeping: each reaches what no smaller one does."""

from __future__ import annotations

from pathlib import Path

import pytest

from ecr_decode import ecr
from tests.fuzz.beside import agrees
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


def test_a_reply_that_botocore_reads_otherwise_is_found() -> None:
    operation = ecr.get_download_url_for_layer
    read = operation.decode(status=200, body=b'{"downloadUrl":"a"}')
    assert agrees(operation, b'{"downloadUrl":"a","layerDigest":null}', read)
    assert not agrees(operation, b'{"downloadUrl":"b"}', read)
