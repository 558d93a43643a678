"""Tell whether the types of all that users import are known, as `pyright --verifytypes` tells.

The interfaces of returns, which are partly unknown, are its own. pyright looks for an installed package, and
does not follow how an editable one is installed, nor always finds the others. So it is told where they are.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VERIFY = ("--pythonpath", sys.executable, "--ignoreexternal", "--verifytypes", "ecr_decode")

if __name__ == "__main__":
    found = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), sysconfig.get_path("purelib")))}
    step = (sys.executable, "-m", "pyright", *VERIFY)
    sys.exit(subprocess.run(step, cwd=ROOT, env=found, check=False).returncode)
