"""Fuzz by coverage: atheris changes inputs, and keeps those that reach lines which none reached before.

    .venv/bin/python -m pip install atheris
    .venv/bin/python -m tools.guided --seconds 3600 --seed 1 --corpus /tmp/corpus

An input chooses a codec and a way, and holds a document; `tests/fuzz/inputs.py` says what is done with it.
Some of the changes know JSON or XML: those of `tests/fast/mutations.py` and `xml_mutations.py`. The corpus
begins with what the codecs of the tests write. What was found is printed and is a file of the corpus folder,
and the exit status is not 0. `--keep N` fuzzes nothing: it copies the N inputs of the corpus folder that
together reach the most lines to `tests/fuzz/corpus`, which the tests replay.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

atheris: Any = import_module("atheris")  # no dependency; the package is imported below, so that it is watched

with atheris.instrument_imports(include=["ecr_decode"]):
    from returns.result import Success

    from tests.fast import mutations, xml_mutations
    from tests.fuzz.inputs import CODECS, examine
    from tests.structure import STRUCTURES

_LONGEST = 4096


def seeds(folder: Path) -> None:
    """Write what the codecs of the tests write of their examples, for each way."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, entry) in enumerate(STRUCTURES.items()):
        written = (entry.codec.encode_json(entry.example), entry.codec.encode_xml(entry.example, root="r"))
        for way, raw in enumerate((*written, written[0], written[0], written[0])):
            if isinstance(raw, Success):
                body = number.to_bytes(2, "big") + bytes([way]) + raw.unwrap()
                (folder / f"seed-{''.join(filter(str.isalnum, name))}-{way}").write_bytes(body[:_LONGEST])


def changed(data: bytes, longest: int, seed: int) -> bytes:
    """An input after a change: of its head, of its document as JSON or XML, or of any byte."""
    rng = random.Random(seed)
    head, raw = data[:3].ljust(3, b"\0"), data[3:]
    match rng.randrange(8):
        case 0:
            head = rng.randrange(len(CODECS)).to_bytes(2, "big") + bytes([rng.randrange(5)])
        case 1 | 2 | 3:
            mutate = xml_mutations.mutated if raw[:1] == b"<" else mutations.mutated
            raw = mutate(raw or b"{}", rng)
        case _:
            raw = atheris.Mutate(raw, max(longest - 3, 1))
    return (head + raw)[:longest]


def reached(data: bytes) -> set[tuple[str, int, int]]:
    """The steps from line to line of the package that an input takes, with the lines of compiled source."""
    found: set[tuple[str, int, int]] = set()
    last = 0

    def trace(frame: FrameType, event: str, _: object) -> Callable[..., Any] | None:
        nonlocal last
        name = frame.f_code.co_filename
        if "ecr_decode" not in name:
            return None
        if event == "line":
            found.add((name, last, frame.f_lineno))
            last = frame.f_lineno
        return trace

    sys.settrace(trace)
    try:
        examine(data)
    finally:
        sys.settrace(None)
    return found


def keep(folder: Path, most: int) -> None:
    """Copy the inputs that together reach the most, each time the one that adds the most for its size."""
    left: dict[bytes, set[tuple[str, int, int]]] = {}
    for path in folder.iterdir():
        data = path.read_bytes()
        examine(data)  # once before, as compiled source is made then
        left[data] = reached(data)
    for number in range(most):
        data = max(left, key=lambda each: len(left[each]) / (len(each) + 40))
        added = left.pop(data)
        if not added:
            break
        (ROOT / "tests/fuzz/corpus" / f"{number:03}.bin").write_bytes(data)
        left = {each: steps - added for each, steps in left.items()}


def main() -> None:
    """Fuzz until the time is up, or until something is found."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--corpus", type=Path, required=True)
    options.add_argument("--keep", type=int, default=0, metavar="N")
    given = options.parse_args()
    if given.keep:
        keep(given.corpus, given.keep)
        return
    counts: Counter[str] = Counter()
    began = time.monotonic()
    seeds(given.corpus)

    def look(data: bytes) -> None:
        counts[examine(data)] += 1
        if sum(counts.values()) % 10_000 == 0:
            print(f"{time.monotonic() - began:.0f} s: {dict(sorted(counts.items()))}", flush=True)

    flags = [
        f"-max_total_time={given.seconds}", f"-seed={given.seed}", f"-max_len={_LONGEST}", "-timeout=10",
        "-rss_limit_mb=3000", f"-artifact_prefix={given.corpus}/found-", "-print_final_stats=1",
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *flags, str(given.corpus)], look, custom_mutator=changed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
