"""The folder of a catalogue: nothing in it is touched before all that replaces it is written beside it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from .module import WRITTEN_BY

FILES = "*.py*"
"""The files of a catalogue: modules and the stub."""


def must_be_free(folder: Path) -> None:
    """Refuse a folder that holds modules which the generator did not write."""
    if folder.exists() and not folder.is_dir():
        raise SystemExit(f"{folder}: expected a folder, got a file")
    for path in sorted(folder.glob(FILES)):
        if path.is_dir() or not path.read_bytes().startswith(WRITTEN_BY.encode()):
            raise SystemExit(f"{folder}: {path.name} is not of a catalogue; name a folder of its own")


def put(files: Mapping[str, str], folder: Path) -> None:
    """Put files in the place of those of an older catalogue, all at once; what else is there stays."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
        new, old = Path(beside) / "new", Path(beside) / "old"
        if folder.exists():
            shutil.copytree(folder, new, ignore=shutil.ignore_patterns(FILES, "__pycache__"))
        new.mkdir(exist_ok=True)
        for name, text in files.items():
            (new / name).write_text(text, encoding="utf-8")
        is_there = folder.exists()
        if is_there:
            folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            if is_there:
                old.rename(folder)
            raise
