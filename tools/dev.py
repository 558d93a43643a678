"""One command for each chore, the same ones that continuous integration runs.

`python tools/dev.py` lists them. Each uses the interpreter that runs this file, so run it with the one that
has the development dependencies. What follows the name of a chore of one step goes to the program behind
it: `python tools/dev.py test -k union`. Several chores that do not need each other run in less time together,
two steps at a time: `python tools/dev.py check + docs`.
"""

import shlex
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TypeAlias

ROOT = Path(__file__).resolve().parents[1]
Step: TypeAlias = tuple[str, ...]


@dataclass(frozen=True)
class Chore:
    """What a chore is for, and the programs that it runs one after the other."""

    about: str
    steps: tuple[Step, ...]


def module(name: str, *arguments: str) -> Step:
    """Run a module with this interpreter."""
    return (sys.executable, "-m", name, *arguments)


def tool(name: str, *arguments: str) -> Step:
    """Run a script of this folder with this interpreter."""
    return (sys.executable, f"tools/{name}", *arguments)


def compile_locks(*options: str) -> tuple[Step, ...]:
    """Resolve the dependencies once for every platform and every supported Python, run time first."""
    resolve = (
        *(
            ".uv/bin/uv",
            "pip",
            "compile",
            "pyproject.toml",
            "--quiet",
            "--no-config",
            "--generate-hashes",
            "--no-strip-extras",
        ),
        *("--universal", "--python-version", "3.11", "--fork-strategy", "fewest", *options),
        *("--custom-compile-command", "python tools/dev.py lock"),
    )
    return (
        module("pip", "install", "--quiet", "--upgrade", "--target", ".uv", "uv"),
        (*resolve, "-o", "requirements.lock"),
        (*resolve, "--group", "dev", "-c", "requirements.lock", "-o", "requirements-dev.lock"),
        (*resolve, "--group", "bench", "-c", "requirements-dev.lock", "-o", "requirements-bench.lock"),
        (*resolve, "--group", "release", "-c", "requirements-dev.lock", "-o", "requirements-release.lock"),
    )


TYPES = (
    module("mypy"),
    module("pyright", "--pythonpath", sys.executable),
    tool("verify_types.py"),
    tool("check_must_fail.py"),
)
CHECK = (
    module("ruff", "check"),
    module("ruff", "format", "--check"),
    (sys.executable, "-c", "from importlinter.cli import lint_imports_command as main; main()"),
    *TYPES,
    tool("check_exports.py"),
    module("tools.catalogue", "--check"),
)
CHORES = {
    "test": Chore(
        "run the tests, the doctests and the code in the documents",
        (module("pytest", "-n", "2", "--dist", "loadfile"),),
    ),
    "pythons": Chore(
        "import every name, and run the doctests and the laws, on the other Pythons of this machine",
        (tool("pythons.py", "quick"),),
    ),
    "matrix": Chore(
        "run all tests on every Python of this machine, and with the lowest dependencies on the oldest",
        (tool("pythons.py", "full"),),
    ),
    "coverage": Chore(
        "run the tests, and fail where they leave more than a fiftieth of the lines and branches out",
        (module("pytest", "-n", "2", "--dist", "loadfile", "--cov", "--cov-report=term-missing"),),
    ),
    "check": Chore("lint, and check format, layers, types and exported names", CHECK),
    "types": Chore("run both type checkers, and see them refuse what they must", TYPES),
    "bench": Chore(
        "run the benchmarks; needs requirements-bench.lock",
        (module("pytest", "benchmarks", "--benchmark-enable", "--benchmark-only"),),
    ),
    "bench-types": Chore(
        "check the types of the benchmarks; needs both requirements-dev.lock and requirements-bench.lock",
        (module("mypy", "benchmarks"), module("pyright", "--pythonpath", sys.executable, "benchmarks")),
    ),
    "docs": Chore(
        "build the documentation; a warning is an error",
        # A build that reads changed pages alone loses the words that lead a search to the others.
        (module("sphinx", "-W", "--keep-going", "-E", "-a", "-b", "html", "docs", "docs/_build/html"),),
    ),
    "build": Chore(
        "build the last commit twice, compare and check the files, and list what they need, in dist/",
        (tool("release.py", "build"),),
    ),
    "installed": Chore(
        "run the tests against the wheel in dist/, without the sources",
        (tool("release.py", "installed"),),
    ),
    "release": Chore(
        "build and check what is published, and run the tests against it",
        (tool("release.py", "build"), tool("release.py", "installed")),
    ),
    "catalogue": Chore(
        "write the catalogues again from the service models of the botocore that is installed",
        (module("tools.catalogue"),),
    ),
    "services": Chore(
        "write the catalogues of all services of AWS JSON and Query, and compare them with botocore",
        (module("tools.services"),),
    ),
    "format": Chore(
        "format the code, and mend what the linter can mend",
        (module("ruff", "check", "--fix"), module("ruff", "format")),
    ),
    "lock": Chore("write the lock files, keeping the versions that still fit", compile_locks()),
    "upgrade": Chore("write the lock files with the newest versions", compile_locks("--upgrade")),
    "ci": Chore("run everything that continuous integration runs", (("bash", ".ci/run"),)),
}


def run(step: Step) -> bool:
    """Run one program in the project's folder and tell whether it succeeded."""
    print(f"$ {shlex.join(step)}", flush=True)
    return subprocess.run(step, cwd=ROOT, check=False).returncode == 0


def run_apart(step: Step) -> bool:
    """The same beside other programs: what it says is printed when it ends."""
    began = monotonic()
    done = subprocess.run(
        step, cwd=ROOT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    print(f"$ {shlex.join(step)}  # {monotonic() - began:.0f} s\n{done.stdout}", end="", flush=True)
    return done.returncode == 0


def failed(steps: Sequence[Step], verdicts: Iterable[bool]) -> int:
    """Name the steps that failed, once all have run, and give the exit status."""
    names = [shlex.join(step) for step, passed in zip(steps, verdicts, strict=True) if not passed]
    for name in names:
        print(f"failed: {name}", file=sys.stderr)
    return 1 if names else 0


def main(arguments: Sequence[str]) -> int:
    """Run every step of a chore, or of several, even after one has failed, and name the failed ones last."""
    name, extra = (arguments[0], tuple(arguments[1:])) if arguments else ("", ())
    together = " ".join(arguments).split(" + ")
    if len(together) > 1 and CHORES.keys() >= {*together}:
        steps = [step for each in together for step in CHORES[each].steps]
        with ThreadPoolExecutor(2) as several:
            return failed(steps, several.map(run_apart, steps))
    if name not in CHORES:
        print("usage: python tools/dev.py CHORE [+ CHORE]...\n")
        print("\n".join(f"  {known:11} {chore.about}" for known, chore in CHORES.items()))
        return 2
    steps = [*CHORES[name].steps]
    if extra and len(steps) > 1:
        print(f"{name} has several steps and takes no arguments")
        return 2
    return failed(steps, [run((*step, *extra)) for step in steps])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
