"""Change the library a little, many times, and count how often the tests notice.

    .venv/bin/python -m pip install mutmut==3.8.1
    .venv/bin/python -m tools.mutants baseline
    .venv/bin/python -m tools.mutants run --seed 14 --count 1000 --results /tmp/mutants.jsonl
    .venv/bin/python -m tools.mutants report --results /tmp/mutants.jsonl

The mutants are mutmut's: of each function and method without a decorator, in the folders of `TESTS`. The
sample is that of the smallest hashes of seed and place. A change of one function leaves the rest of it as it
was. Compiled source and facts of nodes are kept as long as a codec, and the codecs of the tests are built on
import. So each mutant needs a process that has imported nothing of the library: a fork, in which the importer
gives the changed source. No file is changed.

The tests of a folder are the quick ones among those that use it, and must pass without a mutant: `baseline`.
A run that is stopped goes on where it was. `--again` runs the survivors once more, as after adding tests.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import gc
import hashlib
import importlib.util
import io
import os
import random
import resource
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

import msgspec

ROOT = Path(__file__).resolve().parents[1]

_ALONE, _SOURCES = "tests/fast/test_alone.py", "tests/fast/test_sources.py"
_TRUTH = ("tests/truth", "tests/combinator", "tests/test_codec.py")
TESTS: dict[str, tuple[str, ...]] = {
    "ecr_decode/node": (
        *("tests/golden", _ALONE, _SOURCES, "tests/secrets", "tests/node", *_TRUTH),
        *("tests/fast/test_wide_unions.py", "tests/fast/test_in_place.py", "tests/fast/test_read_nulls.py"),
        "tests/fast/test_read_compiled.py",
        "--deselect=tests/node/test_facts_property.py::test_the_checks_look_at_evidence",  # half of the time
    ),
    "ecr_decode/combinator": ("tests/golden", *_TRUTH, "tests/reported", _ALONE),
    "ecr_decode/read": (
        *("tests/golden", "tests/read", *_TRUTH, "tests/reported", "tests/json", "ecr_decode/decoder.py"),
        *("tests/secrets", "tests/aws/test_spellings.py", "tests/hostile/test_growth.py"),
    ),
    "ecr_decode/write": (
        *("tests/golden", "tests/write", *_TRUTH, "tests/reported", "tests/secrets", "ecr_decode/encoder.py"),
        *(
            "tests/fast/test_encode_xml.py",
            "tests/fast/test_encode_namespaces.py",
            "tests/aws/test_queries.py",
        ),
    ),
    "ecr_decode/fast/read_json": (
        *(_ALONE, _SOURCES, "tests/fast/test_read_compiled.py", "tests/fast/test_read_json_corners.py"),
        *("tests/fast/test_read_nulls.py", "tests/fast/test_wide_unions.py", "tests/fast/test_in_place.py"),
        *("tests/fast/test_names_in_source.py", "tests/fast/test_count.py", "tests/fast/test_depth.py"),
        *("tests/fast/test_moments.py", "tests/fast/test_retry.py", "tests/bulk/test_unread.py"),
    ),
    "ecr_decode/fast/read_xml": (
        *(_ALONE, _SOURCES, "tests/fast/test_xml_tags.py", "tests/fast/test_xml_keys.py"),
        *(
            "tests/read",
            "tests/fast/test_depth.py",
            "tests/fast/test_read_elements.py",
            "tests/truth/test_xml.py",
        ),
    ),
    "ecr_decode/fast/write": (
        *(_ALONE, _SOURCES, "tests/fast/test_encode_corners.py", "tests/fast/test_encode_namespaces.py"),
        *("tests/fast/test_encode_xml.py", "tests/fast/test_xml_tags.py", "tests/fast/test_by_style.py"),
        *("tests/fast/test_lists_of_scalars.py", "tests/fast/test_moments.py", "tests/write/test_layout.py"),
        *("tests/fast/test_wide_unions.py", "tests/fast/test_encode_shapes.py"),
        "--deselect=tests/fast/test_encode_shapes.py::test_texts_in_texts_that_double_at_each_level_are_refused_at_a_bound",
        "--deselect=tests/fast/test_encode_shapes.py::test_trees_that_unfold_without_end_are_refused_and_others_written",
    ),
    "ecr_decode/fast": (
        *(_ALONE, _SOURCES, "tests/fast/test_trees.py", "tests/fast/test_staged.py"),
        *("tests/fast/test_switch.py", "tests/fast/test_fresh_codecs.py", "tests/fast/test_corners.py"),
        *("tests/fast/test_moments.py", "tests/fast/test_by_style.py", "tests/fast/test_read_compiled.py"),
        "tests/fast/test_encode_shapes.py",
    ),
}
"""Which tests run against the mutants of a folder, each before the next is loaded."""


class Mutant(msgspec.Struct, frozen=True):
    """A change of one file: its place, its lines as a diff, and the file's text with it."""

    path: str
    line: int
    key: str
    change: str
    source: str


class Outcome(msgspec.Struct, frozen=True):
    """What became of a mutant: `killed`, `timed out` or `survived`, by which test, and after how long."""

    key: str
    path: str
    line: int
    change: str
    status: str
    by: str
    seconds: float


def sample(paths: Iterable[Path], seed: int, count: int) -> list[Mutant]:
    """The mutants of the smallest hashes, in an order that is random as well."""
    mutation: Any = import_module("mutmut.mutation.file_mutation")  # no dependency of the tests
    cst: Any = import_module("libcst")
    ranked: list[tuple[str, Path, Any, Any]] = []
    for path in paths:
        name = path.relative_to(ROOT)
        module, changes, _, _ = mutation.create_mutations(str(name), path.read_text())
        seen: Counter[str] = Counter()
        for change in changes:
            function = change.contained_by_top_level_function
            if isinstance(function, cst.FunctionDef):
                told = f"{seed} {name.as_posix()} {function.name.value}"
                seen[told] += 1
                key = hashlib.sha256(f"{told} {seen[told]}".encode()).hexdigest()[:16]
                ranked.append((key, name, module, change))
    print(f"{len(ranked)} mutants", flush=True)
    ranked.sort(key=lambda each: each[0])
    chosen: list[Mutant] = []
    for key, name, module, change in ranked[:count]:
        source = mutation.deep_replace(module, change.original_node, change.mutated_node).code
        before, after = module.code.splitlines(), source.splitlines()
        lines = list(difflib.unified_diff(before, after, n=0, lineterm=""))[2:]
        line = int(lines[0].split()[1].lstrip("-").split(",")[0])
        shown = "\n".join(each for each in lines if not each.startswith("@@"))
        chosen.append(Mutant(name.as_posix(), line, key, shown, source))
    random.Random(seed).shuffle(chosen)
    return chosen


def kept_sample(seed: int, count: int, folder: Path) -> list[Mutant]:
    """The sample of these sources, which takes a minute to make and is kept for the next run."""
    paths = sorted({path for each in TESTS for path in (ROOT / each).rglob("*.py")})
    texts = hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()[:16]
    file = folder / f"mutants-{seed}-{count}-{texts}.json"
    if not file.exists():
        file.write_bytes(msgspec.json.encode(sample(paths, seed, count)))
    return msgspec.json.decode(file.read_bytes(), type=list[Mutant])


class Changed(SourceFileLoader):
    """The importer of one file of the package, as if it had another text."""

    def __init__(self, path: Path, source: str) -> None:
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        super().__init__(name, str(path))
        self.source: str = source

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Answer for this file alone."""
        if fullname != self.name:
            return None
        return importlib.util.spec_from_file_location(fullname, self.path, loader=self)

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 as the importer has it
        """Compile the other text, and keep nothing of it on the disk."""
        return compile(self.source, self.path, "exec", dont_inherit=True)


def examine(
    tests: Sequence[str], path: str = "", source: str = "", seconds: int = 3600
) -> tuple[str, str, float]:
    """Run tests in a process of their own; with a time limit, as a mutant may never end."""
    with tempfile.TemporaryFile("w+") as log:
        child = os.fork()
        if not child:
            os.setsid()
            os.dup2(log.fileno(), 1)
            os.dup2(log.fileno(), 2)
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
            if path:
                sys.meta_path.insert(0, Changed(ROOT / path, source))
            os._exit(_tested(tests))
        _, status, used = os.wait4(child, 0)
        log.seek(0)
        failed = [line for line in log if line.startswith(("FAILED ", "ERROR ", "E  "))]
    code = os.waitstatus_to_exitcode(status)
    verdict = "timed out" if code in (-signal.SIGXCPU, -signal.SIGKILL) else "killed" if code else "survived"
    return verdict, failed[-1].strip()[:200] if failed else str(code), used.ru_utime + used.ru_stime


def warm() -> None:
    """Import all that the tests import, and forget what is ours: a fork is quick to begin then."""
    import pytest

    paths = {path for tests in TESTS.values() for path in tests if not path.startswith("-")}
    with contextlib.redirect_stdout(io.StringIO()):
        pytest.main(["-q", "--collect-only", *sorted(paths)])
    for name in [*sys.modules]:
        if name.partition(".")[0] in ("ecr_decode", "examples", "tests", "conftest"):
            del sys.modules[name]
    gc.collect()
    gc.freeze()


def _tested(tests: Sequence[str]) -> int:
    import pytest

    options = ["-x", "-q", "--tb=line", "-p", "no:cacheprovider", "-n", "0"]
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
    options += [each for each in tests if each.startswith("-")]
    paths = [each for each in tests if not each.startswith("-")]
    return next((int(status) for path in paths if (status := pytest.main([*options, path]))), 0)


def folder_of(path: str) -> str:
    """The folder of `TESTS` that a file is in, the nearest one."""
    return max((folder for folder in TESTS if path.startswith(f"{folder}/")), key=len)


def baseline(_: argparse.Namespace) -> None:
    """Run the tests of each folder without a mutant: they must pass, and in how many seconds."""
    for folder, tests in TESTS.items():
        verdict, by, seconds = examine(tests)
        print(f"{folder}: {seconds:.0f} s", flush=True)
        if verdict != "survived":
            sys.exit(f"{folder}: the tests fail without any mutant: {by}")


def run(given: argparse.Namespace) -> None:
    """Run the tests against each mutant of a sample."""
    done = {(each.key, each.change): each.status for each in outcomes(given.results)}
    left = (None, "survived") if given.again else (None,)
    mutants = kept_sample(given.seed, given.count, given.results.parent)
    for mutant in mutants:
        if (
            int(mutant.key, 16) % given.parts != given.part
            or done.get((mutant.key, mutant.change)) not in left
        ):
            continue
        tests = TESTS[folder_of(mutant.path)][: 2 if given.quick else None]
        verdict, by, seconds = examine(tests, mutant.path, mutant.source, given.seconds)
        outcome = Outcome(mutant.key, mutant.path, mutant.line, mutant.change, verdict, by, round(seconds, 1))
        with given.results.open("ab") as results:
            results.write(msgspec.json.encode(outcome) + b"\n")
        print(f"{verdict}, {seconds:.0f} s: {mutant.path}:{mutant.line}", flush=True)


def outcomes(results: Path) -> list[Outcome]:
    """The outcomes so far: of a mutant that ran twice, the last."""
    lines = results.read_bytes().splitlines() if results.exists() else []
    read = [msgspec.json.decode(line, type=Outcome) for line in lines]
    return list({each.key: each for each in read}.values())


def table(found: Iterable[Outcome]) -> Iterator[str]:
    """The counts of each folder, as a table."""
    counts: dict[str, Counter[str]] = {}
    for each in found:
        for row in (folder_of(each.path), "all"):
            counts.setdefault(row, Counter())[each.status] += 1
    yield "| folder | mutants | killed | timed out | survived | noticed |"
    yield "|---|---|---|---|---|---|"
    for row in (*(folder for folder in TESTS if folder in counts), "all"):
        count = counts.get(row, Counter())
        told = (count.total(), count["killed"], count["timed out"], count["survived"])
        share = 1 - count["survived"] / max(count.total(), 1)
        yield f"| {row} | {' | '.join(map(str, told))} | {share:.1%} |"


def report(given: argparse.Namespace) -> None:
    """Print the counts by folder, and the survivors, of the sample of these sources."""
    keys = {each.key for each in kept_sample(given.seed, given.count, given.results.parent)}
    found = [each for each in outcomes(given.results) if each.key in keys]
    found.sort(key=lambda each: (each.path, each.line))
    print(*table(found), sep="\n")
    for each in found:
        if each.status == "survived":
            print(f"\n{each.path}:{each.line} ({each.key})\n{each.change}")


def main() -> None:
    """Run a sample, or print what became of one."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("chore", choices=CHORES)
    options.add_argument("--seed", type=int, default=14)
    options.add_argument("--count", type=int, default=1000)
    options.add_argument("--results", type=Path, default=Path("mutants.jsonl"))
    options.add_argument("--seconds", type=int, default=90, help="the time limit of a mutant")
    options.add_argument("--again", action="store_true", help="run the survivors once more")
    options.add_argument("--quick", action="store_true", help="run only the first two tests of each folder")
    options.add_argument("--part", type=int, default=0, help="which part, from 0, of --parts to run")
    options.add_argument("--parts", type=int, default=1)
    given = options.parse_args()
    os.environ["CI"] = "true"  # what Hypothesis tries is the same on every run
    if given.chore != "report":
        warm()
    CHORES[given.chore](given)


CHORES = {"baseline": baseline, "run": run, "report": report}


if __name__ == "__main__":
    main()
