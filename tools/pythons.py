"""Run the tests on the other Pythons of this machine, and with the lowest versions of the dependencies.

`python tools/pythons.py quick` is for continuous integration: on each other Python, import every name, and
run the doctests and the laws. `python tools/pythons.py full` runs all tests on each Python, and once more on
the oldest with the lowest versions that pyproject.toml allows. The Pythons are those on the path and those
of pyenv, without free-threaded builds, for which orjson has no wheels.
"""

import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).resolve().parents[1]
OLDEST = (3, 11)
QUICK = (
    *("attrs", "hypothesis", "iniconfig", "packaging", "pluggy"),
    *("pygments", "pytest", "sortedcontainers", "sybil"),
)
"""What the doctests and laws need beside the library."""
INSTALL = ("-m", "pip", "install", "-q", "--no-compile")
NAME = re.compile(r"python3\.\d+")
LAWS = ("tests/laws", "tests/combinator/test_annotations.py")
ABOUT = (
    "import sys, sysconfig; print(*sys.version_info[:2], bool(sysconfig.get_config_var('Py_GIL_DISABLED')))"
)
IMPORTS = """
import ecr_decode
for package in (ecr_decode, ecr_decode.aws, ecr_decode.documents, ecr_decode.ecr, ecr_decode.ecr_public):
    for name in package.__all__:
        getattr(package, name)
"""


def pythons() -> dict[str, str]:
    """The Pythons of this machine by their versions, one of each."""
    found: dict[str, str] = {}
    for path in candidates():
        asked = subprocess.run([path, "-c", ABOUT], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            major, minor, is_free = asked.stdout.split()
            if (int(major), int(minor)) >= OLDEST and is_free == "False":
                found.setdefault(f"{major}.{minor}", str(path))
    return dict(sorted(found.items()))


def candidates() -> Iterator[Path]:
    """Where a Python may be."""
    folders = [Path(each) for each in os.environ.get("PATH", "").split(os.pathsep)]
    folders += (Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions").glob("*/bin")
    for folder in folders:
        yield from sorted(
            each for each in folder.glob("python3.*") if re.fullmatch(r"python3\.\d+t?", each.name)
        )


def pinned(names: tuple[str, ...]) -> str:
    """The pins of some packages, with their hashes, as the lock file has them."""
    blocks = re.split(r"^(?=\S)", (ROOT / "requirements-dev.lock").read_text("utf-8"), flags=re.MULTILINE)
    return "".join(block for block in blocks if re.split(r"[=\[]", block)[0] in names)


def lowest() -> str:
    """The lowest version of each dependency that pyproject.toml allows."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return "\n".join(re.sub(r">=([\d.]+).*", r"==\1", each) for each in project["dependencies"])


def run(python: str, *arguments: str, **settings: str) -> bool:
    """Run a program of a Python in the project's folder; what it says is shown where it fails."""
    environment = {**os.environ, "CI": "true", **settings}
    done = subprocess.run(
        [python, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, env=environment
    )
    if done.returncode:
        print(done.stdout[-4000:], done.stderr[-4000:], sep="\n")
    return done.returncode == 0


def quick(python: str, folder: Path) -> bool:
    """Import each name, and run the doctests that need no other library, and the laws."""
    wanted = folder / "quick.txt"
    wanted.write_text((ROOT / "requirements.lock").read_text("utf-8") + pinned(QUICK), "utf-8")
    own = made(python, folder)
    options = ("-o", "addopts=", "--import-mode=importlib", "-p", "no:cacheprovider")
    doctests = ("--doctest-modules", "--ignore=ecr_decode/integrations", "--ignore=ecr_decode/bulk")
    return (
        run(own, *INSTALL, "--no-deps", "--require-hashes", "-r", str(wanted))
        and run(own, "-W", "error", "-c", IMPORTS)
        and run(
            own, "-m", "pytest", "-q", *options, *doctests, "ecr_decode", *LAWS, HYPOTHESIS_PROFILE="brief"
        )
    )


def full(python: str, folder: Path, *, with_lowest: bool = False) -> bool:
    """Run all tests, perhaps with the lowest versions of the dependencies."""
    wanted = folder / "lowest.txt"
    wanted.write_text(lowest(), "utf-8")
    own = made(python, folder)
    return (
        run(own, *INSTALL, "--require-hashes", "-r", "requirements-dev.lock")
        and run(own, *INSTALL, "--no-deps", "--no-build-isolation", "-e", ".")
        and (not with_lowest or run(own, *INSTALL, "-r", str(wanted)))
        and run(own, "-m", "pytest", "-q", "-n", "2", "--dist", "loadfile")
    )


def made(python: str, folder: Path) -> str:
    """The interpreter of a new virtual environment."""
    subprocess.run([python, "-m", "venv", folder / "venv"], check=True)
    return str(folder / "venv" / "bin" / "python")


def main(arguments: list[str]) -> int:
    """Run on every Python, and name those that failed."""
    if arguments not in (["quick"], ["full"]):
        print(__doc__)
        return 2
    found = pythons()
    here = ".".join(map(str, sys.version_info[:2]))
    jobs = [(version, path, False) for version, path in found.items()]
    if arguments == ["quick"]:
        jobs = [job for job in jobs if job[0] != here]
    else:
        oldest = ".".join(map(str, OLDEST))
        jobs += [(version, path, True) for version, path in found.items() if version == oldest]
    with ThreadPoolExecutor(2 if arguments == ["quick"] else 1) as several:
        verdicts = list(several.map(partial(verdict, quickly=arguments == ["quick"]), jobs))
    return 0 if all(verdicts) else 1


def verdict(job: tuple[str, str, bool], *, quickly: bool) -> bool:
    """Run on one Python, and say how it went."""
    version, path, with_lowest = job
    started = monotonic()
    with tempfile.TemporaryDirectory() as folder:
        passed = quick(path, Path(folder)) if quickly else full(path, Path(folder), with_lowest=with_lowest)
    name = f"Python {version}" + " with the lowest dependencies" * with_lowest
    print(f"{name}: {'passed' if passed else 'FAILED'} in {monotonic() - started:.0f} seconds", flush=True)
    return passed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
