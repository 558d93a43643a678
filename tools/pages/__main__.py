"""`python -m tools.pages FOLDER`: write the reference pages of the operations into a folder."""

from __future__ import annotations

import sys
from pathlib import Path

from .operation import write

if __name__ == "__main__":
    write(Path(sys.argv[1]))
