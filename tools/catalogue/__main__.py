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
from .folder import FILES, must_be_free, put
from .lost import unsaid
from .model import Model
from .services import COMMITTED, Service

_ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.catalogue", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail if anything would change")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--service", help="another service, by its name in botocore")
    which.add_argument(
        "--model", type=Path, help="another service, by the file of its model, as botocore has it"
    )
    parser.add_argument("--into", type=Path, help="the folder of the package to be written for it")
    given = parser.parse_args(arguments)
    other = _other(given.service, given.model)
    if (other is None) != (given.into is None) or (other is not None and given.check):
        parser.error("--service or --model goes together with --into, and neither with --check")
    if other is not None:
        folder: Path = given.into.resolve()
        if not folder.name.isidentifier():
            parser.error(
                f"--into {given.into}: the name of the folder is that of the package: use letters and _"
            )
        write(other, folder, folder.name)
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


def _other(name: str | None, file: Path | None) -> Service | None:
    """The service that is not one of the committed ones."""
    if file is not None:
        title = file.name.partition(".")[0]
        return Service(title, title, file=file)
    return None if name is None else Service(name, name)


def sources(model: Model, package: str) -> Mapping[str, str]:
    """The formatted source of each file of a service's catalogue, with what it cannot express said."""
    for sentence in unsaid(model):
        print(f"{model.service.name}: {sentence}", file=sys.stderr)
    return _formatted(Catalogue(model, package).files())


def write(service: Service, folder: Path, package: str) -> None:
    """Write the catalogue of a service into a folder, in the place of an older one."""
    must_be_free(folder)
    model = Model(service)
    made = sources(model, package)
    put(made, folder)
    print(f"{package}: {len(made)} files, {len(model.operations)} operations, from {model.edition}")


def differs(service: Service, folder: Path, package: str) -> bool:
    """Whether the catalogue of a service is other than what is there, saying how."""
    made = sources(Model(service), package)
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob(FILES)}
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
