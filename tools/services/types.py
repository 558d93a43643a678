"""The types of generated catalogues, as both checkers see them in their strict modes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]


def faults(folder: Path, packages: Sequence[str]) -> list[str]:
    """What the checkers say of packages in a folder, where they say anything."""
    project = folder / "pyrightconfig.json"
    strict = {"typeCheckingMode": "strict", "pythonVersion": "3.11", "extraPaths": [str(_ROOT)]}
    project.write_text(json.dumps({**strict, "include": [*packages]}), "utf-8")
    commands = (
        ("mypy", "--config-file", str(_ROOT / "pyproject.toml"), *packages),
        ("pyright", "--project", str(project), "--pythonpath", sys.executable),
    )
    runs = [
        subprocess.run(
            (sys.executable, "-m", *command), cwd=folder, capture_output=True, text=True, check=False
        )
        for command in commands
    ]
    return [run.stdout + run.stderr for run in runs if run.returncode]
