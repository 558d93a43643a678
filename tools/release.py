"""Build what is published, and prove it.

`python tools/release.py build` builds the last commit twice, in two clean clones with different settings, and
compares the bytes. It checks the files and lists the dependencies (SBOM). It installs the wheel in a clean
environment and runs the first example of README.md there. `dist/` has the results.

`python tools/release.py installed [ARGUMENTS OF PYTEST]` tests the wheel in `dist/`. It uses a clean
environment with requirements-dev.lock, and the tests of the last commit in a clone from which the package is
deleted.
"""

import filecmp
import os
import shlex
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import venv
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from email.parser import BytesParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
SETTINGS = (
    (0o022, {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0"}),
    (0o077, {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}),
)
"""The umask and the variables of each of the two builds."""
NEEDED = {
    f"ecr_decode/{name}"
    for name in ("py.typed", "__init__.pyi", "ecr/__init__.pyi", "ecr_public/__init__.pyi")
}
"""What type checkers and the loading of names need."""
TESTED = ("-n", "2", "--dist", "loadfile", "tests", "docs", "README.md", "--ignore=tests/tools")
"""What runs against the wheel: all but the tests of the tools, which read the source tree."""


class Failed(Exception):
    """A check that did not hold."""


def run(*command: str | Path, cwd: Path = ROOT, umask: int = -1, **variables: str) -> str:
    """Run a program and give what it prints; one that fails ends the release."""
    words = [str(word) for word in command]
    print(f"$ {shlex.join(words)}", flush=True)
    changed = {**os.environ, **variables}
    with subprocess.Popen(
        words, cwd=cwd, umask=umask, env=changed, stdout=subprocess.PIPE, text=True
    ) as program:
        printed, _ = program.communicate()
    if program.returncode:
        print(printed)
        raise Failed(f"exit {program.returncode}: {shlex.join(words)}")
    return printed


def environment(folder: Path, *requirements: str | Path) -> Path:
    """Make a clean environment, install in it, and give its Python."""
    venv.create(folder, with_pip=True, clear=True)
    python = folder / "bin" / "python"
    if requirements:
        run(python, "-m", "pip", "install", "-q", "--no-compile", *requirements)
    return python


def locked(name: str) -> tuple[str, ...]:
    """What installs the exact versions of a lock file."""
    return ("--require-hashes", "-r", str(ROOT / name))


def clone(folder: Path) -> Path:
    """Clone the last commit."""
    run("git", "clone", "-q", "--no-hardlinks", ROOT, folder)
    return folder


def built(python: Path, source: Path, umask: int, settings: Mapping[str, str]) -> Path:
    """Build the sdist, and the wheel from it, dated by the commit."""
    date = run("git", "log", "-1", "--format=%ct", cwd=source).strip()
    variables = {"SOURCE_DATE_EPOCH": date, **settings}
    run(python, "-m", "build", "--no-isolation", source, cwd=source, umask=umask, **variables)
    return source / "dist"


def contents(archive: Path) -> Iterator[tuple[str, bytes]]:
    """The names and bytes of the files in an archive."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            yield from ((name, wheel.read(name)) for name in wheel.namelist())
    else:
        with tarfile.open(archive) as sdist:
            for member in sdist:
                file = sdist.extractfile(member)
                yield member.name, file.read() if file else b""


def check_equal(one: Path, other: Path) -> list[Path]:
    """Compare the files of two builds to the byte, and give those of the first."""
    names = sorted(path.name for path in one.iterdir())
    if names != sorted(path.name for path in other.iterdir()):
        raise Failed("the two builds gave files of different names")
    _, different, unread = filecmp.cmpfiles(one, other, names, shallow=False)
    if different or unread:
        raise Failed(f"the two builds differ in {', '.join(different + unread)}")
    return [one / name for name in names]


def check_files(wheel: Path, package: set[str]) -> None:
    """The wheel has the files of the package, its metadata, and nothing else."""
    found = {name for name, _ in contents(wheel) if not name.split("/")[0].endswith(".dist-info")}
    if found != package:
        raise Failed(f"the wheel and the package differ in {sorted(found ^ package)[:10]}")
    if missing := NEEDED - found:
        raise Failed(f"the wheel has no {sorted(missing)}")


def check_paths(archive: Path, *folders: Path) -> None:
    """No file names a folder of this machine."""
    for name, raw in contents(archive):
        for folder in folders:
            if str(folder).encode() in raw:
                raise Failed(f"{archive.name}: {name} names {folder}")


def version_of(wheel: Path) -> str:
    """The version that the metadata of the wheel states."""
    raw = next(raw for name, raw in contents(wheel) if name.endswith(".dist-info/METADATA"))
    return str(BytesParser().parsebytes(raw)["Version"])


def list_dependencies(python: Path, scratch: Path, version: str) -> Path:
    """Write the versions of requirements.lock, with licences and what needs what, as CycloneDX."""
    lean = scratch / "lean"
    venv.create(lean, with_pip=False)
    pip = (python, "-m", "pip", "--python", lean / "bin" / "python")
    run(*pip, "install", "-q", *locked("requirements.lock"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    described = scratch / "pyproject.toml"  # with the version, which may be dynamic in the project's own
    described.write_text(
        "[project]\n"
        f'name = "{project["name"]}"\nversion = "{version}"\ndescription = "{project["description"]}"\n'
        f'license = "{project["license"]}"\ndependencies = {project["dependencies"]}\n',
        "utf-8",
    )
    target = DIST / f"ecr_decode-{version}.cdx.json"
    options = ("--mc-type", "library", "--output-reproducible", "--pyproject", described, "-o", target)
    run(python, "-m", "cyclonedx_py", "environment", lean / "bin" / "python", *options)
    return target


def build() -> None:
    """Build twice, compare, check, list the dependencies, and install as a user does."""
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder).resolve()
        python = environment(scratch / "tools", *locked("requirements-release.lock"))
        sources = [clone(scratch / name) for name in ("once", "twice")]
        builds = [built(python, source, *how) for source, how in zip(sources, SETTINGS, strict=True)]
        files = check_equal(*builds)
        wheel = next(file for file in files if file.suffix == ".whl")
        check_files(wheel, set(run("git", "ls-files", "ecr_decode", cwd=sources[0]).split()))
        for file in files:
            check_paths(file, scratch, ROOT)
        run(python, "-m", "twine", "check", "--strict", *files)
        run(python.with_name("check-wheel-contents"), wheel)
        shutil.rmtree(DIST, ignore_errors=True)
        DIST.mkdir()
        kept = [Path(shutil.copy2(file, DIST)) for file in files]
        bill = list_dependencies(python, scratch, version_of(wheel))
        user = environment(scratch / "user", DIST / wheel.name)
        print(run(user, "-I", sources[0] / "tools" / "readme.py", cwd=scratch), end="")
        print(run("sha256sum", *(file.name for file in (*kept, bill)), cwd=DIST), end="")


def installed(arguments: Sequence[str]) -> None:
    """Run the tests against the wheel that is in `dist/`."""
    wheels = list(DIST.glob("*.whl"))
    if len(wheels) != 1:
        raise Failed("expected one wheel in dist/: run `python tools/dev.py build` first")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder).resolve()
        python = environment(scratch / "venv", *locked("requirements-dev.lock"))
        run(python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", wheels[0])
        tests = clone(scratch / "tests")
        shutil.rmtree(tests / "ecr_decode")
        found = Path(run(python, "-c", "import ecr_decode; print(ecr_decode.__file__)", cwd=tests).strip())
        if not found.is_relative_to(scratch / "venv"):
            raise Failed(f"the tests import {found}")
        command = (python, "-m", "pytest", "-c", "pyproject.toml", *(arguments or (*TESTED, found.parent)))
        if subprocess.run(command, cwd=tests, check=False).returncode:
            raise Failed("the tests against the wheel")


def main(arguments: Sequence[str]) -> int:
    """Build or test, and say what failed."""
    try:
        match list(arguments):
            case ["build"]:
                build()
            case ["installed", *extra]:
                installed(extra)
            case _:
                print(__doc__)
                return 2
    except Failed as failure:
        print(f"failed: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
