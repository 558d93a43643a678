"""Damage documents at random and read them with every codec: whatever comes out must be a Result.

    .venv/bin/python tools/fuzz.py --seconds 600 --seed 1

The documents are what the codecs of the tests write, and the examples; the damage is that of
`tests/fast/mutations.py`. Each is read as JSON, as XML, as either, as a tree, and as a reply of an operation;
its tree is handed to what writes. Anything raised, an error that cannot be shown or pickled, a run of over a
second, and a fast path that disagrees with the plain interpreter are printed with the document, and make the
exit status 1.
"""

from __future__ import annotations

import argparse
import pickle
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import orjson  # noqa: E402 the tests' modules are found from the root of the checkout only
from returns.result import Failure, Result, Success  # noqa: E402

from ecr_decode import Codec, plain_only, render, report  # noqa: E402
from tests.fast.mutations import mutated  # noqa: E402
from tests.hostile.verbs import OPERATIONS, TEXTS, TREES, WRITERS  # noqa: E402
from tests.registry import CODECS  # noqa: E402

SLOW = 1.0
_SPLICES = (
    b"<!DOCTYPE a>", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?x ?>", b"&lt;", b"&#0;", b"&x;", b"</", b"/>",
    b'xmlns:p="q"', b"<p:a>", b"\x00", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\\ud800", b"[" * 300,
    b'{"a":' * 300, b"<a>" * 300,
)  # fmt: skip


Run: TypeAlias = Callable[[], Result[Any, Any]]


class Target(NamedTuple):
    """A codec, and documents of it to damage."""

    name: str
    codec: Codec[Any]
    seeds: tuple[bytes, ...]


def targets() -> Iterator[Target]:
    """The codecs of the registry with their examples, those of the catalogues with replies."""
    for name, entry in CODECS.items():
        written = (entry.codec.encode_json(entry.example), entry.codec.encode_xml(entry.example, root="r"))
        yield Target(name, entry.codec, tuple(each.unwrap() for each in written if isinstance(each, Success)))
    for page in sorted((ROOT / "examples").glob("*.json")):
        for name, operation in OPERATIONS.items():
            yield Target(name, operation.response, (page.read_bytes(),))


def damaged(raw: bytes, rng: random.Random) -> bytes:
    """A document with faults of JSON's kind, and at times of XML's."""
    raw = mutated(raw or b"{}", rng)
    for _ in range(rng.choice((0, 0, 1, 2))):
        place = rng.randrange(len(raw) + 1)
        raw = raw[:place] + rng.choice(_SPLICES) + raw[place:]
    return raw


def runs(
    target: Target, raw: bytes, rng: random.Random
) -> Iterator[tuple[str, Callable[[], Result[Any, Any]]]]:
    """Every way to read the document, and to write what was read."""
    for verb, read in TEXTS.items():
        yield verb, partial(read, target.codec, raw)
    try:
        tree: object = orjson.loads(raw)
    except orjson.JSONDecodeError:
        tree = (
            {"a": raw, "b": [raw.decode("utf-8", "surrogatepass" if rng.random() < 0.5 else "replace")]}
            if raw.isascii()
            else None
        )
    for verb, read in TREES.items():
        yield verb, partial(read, target.codec, tree)
    for verb, write in WRITERS.items():
        yield verb, partial(write, target.codec, tree)
    operation = rng.choice(list(OPERATIONS.values()))
    status = rng.choice((200, 400, 500))
    yield "Operation.decode", lambda: operation.decode(status=status, body=raw)
    yield "check", lambda: target.codec.check(tree)


def look(result: Result[Any, Any], raw: bytes) -> str:
    """What came out, once it has been shown, pickled and compared."""
    if not isinstance(result, Failure):
        repr(result)
        return "success"
    error: Any = result.failure()
    if hasattr(error, "problems"):
        render(error)
        render(error, source=raw)
        report(error)
        assert error.problems
    assert pickle.loads(pickle.dumps(error)) == error
    return "failure"


def main() -> int:
    """Damage and read until the time is up; the exit status is 1 if anything was found."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=0)
    given = options.parse_args()
    rng, all_targets = random.Random(given.seed), list(targets())
    counts: Counter[str] = Counter()
    end = time.monotonic() + given.seconds
    while time.monotonic() < end:
        target = rng.choice(all_targets)
        raw = damaged(rng.choice(target.seeds or (b"{}",)), rng)
        counts["documents"] += 1
        for verb, run in runs(target, raw, rng):
            began = time.process_time()
            try:
                counts[f"{verb}: {look(run(), raw)}"] += 1
            except Exception as error:
                counts["FOUND"] += 1
                print(f"{verb} of {target.name} raised {type(error).__name__}: {error}\n  {raw[:2000]!r}")
            if time.process_time() - began > SLOW:
                counts["SLOW"] += 1
                print(f"{verb} of {target.name} was slow\n  {raw[:2000]!r}")
        fast = repr(target.codec.decode_json(raw))
        with plain_only():
            plain = repr(target.codec.decode_json(raw))
        if fast != plain and not any(known in plain for known in ("number is infinity", "limit=1024")):
            counts["FOUND"] += 1
            print(
                f"fast and plain differ for {target.name}\n  {raw[:2000]!r}\n  {fast[:300]}\n  {plain[:300]}"
            )
    for name, count in sorted(counts.items()):
        print(f"{count:10} {name}")
    return 1 if counts["FOUND"] or counts["SLOW"] else 0


if __name__ == "__main__":
    sys.exit(main())
