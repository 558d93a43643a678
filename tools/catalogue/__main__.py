"""`python -m tools.catalogue`: write the committed catalogues again, or any service's into a folder.

With `--check` nothing is written, and the exit status says whether anything would change.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from .catalogue import Catalogue
from .description import EDITION
from .model import Model
from .services import COMMITTED, Service
from .unexpressed import lost
from .waiters import lost_waiters

_ROOT = Path(__file__).resolve().parents[2]
_FILES = "*.py*"  # modules and the stub


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.catalogue", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if anything would change")
    parser.add_argument("--service", help="another service, by its name in botocore")
    parser.add_argument("--into", type=Path, help="the folder of the package to be written for it")
    given = parser.parse_args(arguments)
    if (given.service is None) != (given.into is None):
        parser.error("--service and --into go together")
    if given.service is not None:
        write(Service(given.service, given.service), given.into, given.into.name)
        return 0
    changed = False
    for service in COMMITTED:
        name = service.name.replace("-", "_")
        folder = _ROOT / "ecr_decode" / name
        if given.check:
            changed |= differs(service, folder, f"ecr_decode.{name}")
        else:
            write(service, folder, f"ecr_decode.{name}")
    return 1 if changed else 0


def sources(service: Service, package: str) -> Mapping[str, str]:
    """The formatted source of each file of a service's catalogue, with what it cannot express said."""
    model = Model(service)
    for sentence in unsaid(model):
        print(f"{service.name}: {sentence}", file=sys.stderr)
    return _formatted(Catalogue(model, package).files())


def unsaid(model: Model) -> list[str]:
    """What the model says and the catalogue does not, a sentence each."""
    return [
        *(f"{name} is left out: {why}." for name, why in model.left_out.items()),
        *lost(model.all, model.service.patterns, model.protocol),
        *lost_waiters(model),
        *(f"{name} is filed under no topic; see tools/catalogue/services.py." for name in model.unfiled),
    ]


def write(service: Service, folder: Path, package: str) -> None:
    """Write the catalogue of a service into a folder, and drop what was there before."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob(_FILES):
        old.unlink()
    made = sources(service, package)
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    print(f"{package}: {len(made)} files from {EDITION}")


def differs(service: Service, folder: Path, package: str) -> bool:
    """Whether the catalogue of a service is other than what is there, saying how."""
    made = sources(service, package)
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob(_FILES)}
    found = sorted(name for name in {*made, *there} if made.get(name) != there.get(name))
    for name in found:
        print(f"{package}: {name} is not what the generator writes", file=sys.stderr)
    return bool(found)


def _formatted(files: Mapping[str, str]) -> Mapping[str, str]:
    ruff = (sys.executable, "-m", "ruff")
    options = ("--quiet", "--no-cache", "--config", str(_ROOT / "pyproject.toml"))
    with TemporaryDirectory() as scratch:
        for name, text in files.items():
            (Path(scratch) / name).write_text(text, encoding="utf-8")
        for step in (("check", "--select", "I", "--fix"), ("format",)):
            subprocess.run((*ruff, *step, *options, scratch), cwd=_ROOT, capture_output=True, check=True)
        return {name: (Path(scratch) / name).read_text(encoding="utf-8") for name in files}


if __name__ == "__main__":
    sys.exit(main())
