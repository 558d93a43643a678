"""Compiled paths read and write without the plain interpreters, except where this file says so.

A compiled path that doubts too often gives the same results, only later, so no comparison of results sees it.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from returns.result import Result, Success

from ecr_decode import check, plain_only, read, write
from ecr_decode.read.reader import Reader
from ecr_decode.write.writer import Writer
from tests.fast.comparison import STYLES, are_equal
from tests.fast.documents import document
from tests.registry import CODECS, Entry

DOCUMENTS = 12


class Asked:
    """Whether a plain interpreter ran over a whole input, or over a part of one."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.wholes: int = 0
        self.parts: int = 0

        def note(owner: Any, name: str, counter: str) -> None:
            run = getattr(owner, name)

            def noted(*given: Any, **named: Any) -> Any:
                setattr(self, counter, getattr(self, counter) + 1)
                return run(*given, **named)

            monkeypatch.setattr(owner, name, noted)

        note(read.run, "read", "wholes")
        note(write.run, "write", "wholes")
        note(check, "_verdict", "wholes")
        note(Reader, "__init__", "parts")
        note(Writer, "__init__", "parts")

    def during(self, run: Callable[[], Result[Any, Any]]) -> tuple[Result[Any, Any], str]:
        """What a verb gives, once it is compiled, and which plain interpreters ran."""
        run()
        self.wholes = self.parts = 0
        found = run()
        return found, "whole" if self.wholes else "parts" if self.parts else ""


def inputs(entry: Entry, rng: Random) -> Iterator[tuple[str, Callable[[], Result[Any, Any]]]]:
    """The verbs of a codec with what they accept: documents made by chance, and the values in them."""
    codec = entry.codec
    values = [entry.example]
    for _ in range(DOCUMENTS):
        raw = document(codec.node, rng, 0).encode()
        with plain_only():
            found = codec.decode_json(raw)
        if isinstance(found, Success):
            yield "decode_json", partial(codec.decode_json, raw)
            values.append(found.unwrap())
    for value in values:
        for verb in ("encode_json", "to_json", "check"):
            yield verb, partial(getattr(codec, verb), value)
        for style in STYLES:
            write = partial(codec.encode_xml, value, root="r", style=style)
            yield "encode_xml", write
            with plain_only():
                written = write()
            if isinstance(written, Success):
                raw = written.unwrap()
                yield "decode_xml", partial(codec.decode_xml, raw, style=style)
                for name in (b'<r xmlns="urn:r"', b'<r xmlns="urn:r" xmlns:x="urn:x"'):
                    spaced = raw.replace(b"<r", name, 1)
                    yield "decode_xml with namespaces", partial(codec.decode_xml, spaced, style=style)


KEPT = Path(__file__).with_name("alone.txt")
"""Which inputs need a plain interpreter, by codec and verb. UPDATE_GOLDEN=1 writes it."""

UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


@pytest.fixture(scope="module")
def kept() -> Iterator[dict[str, str]]:
    """The lines by codec and verb, which are written again if they are to be updated."""
    lines: dict[str, str] = {} if UPDATE else dict(line.split(": ") for line in KEPT.read_text().splitlines())
    yield lines
    if UPDATE:
        KEPT.write_text("".join(f"{which}: {said}\n" for which, said in lines.items()))


@pytest.mark.parametrize("name", CODECS)
def test_plain_interpreters_run_only_where_that_is_known(
    name: str, kept: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked(monkeypatch)
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for verb, run in inputs(CODECS[name], Random(name)):
        with plain_only():
            expected = run()
        if isinstance(expected, Success):
            found, said = asked.during(run)
            assert are_equal(found, expected)
            seen[f"{name}, {verb}"][said] += 1
    lines = {
        which: f"{counts['whole']} by the plain interpreter, {counts['parts']} in parts, of {counts.total()}"
        for which, counts in seen.items()
        if counts["whole"] or counts["parts"]
    }
    if UPDATE:
        kept |= lines
    assert lines == {which: said for which, said in kept.items() if which.rpartition(", ")[0] == name}
