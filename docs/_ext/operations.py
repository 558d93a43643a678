"""Before Sphinx reads the documents: writes the pages of the operations among them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

_DOCS = Path(__file__).resolve().parents[1]


def _write_pages(_: Any) -> None:
    sys.path.insert(0, str(_DOCS.parent))
    from tools.pages.operation import write

    write(_DOCS / "operations")


def setup(app: Any) -> dict[str, Any]:
    """Tell Sphinx when to call."""
    app.connect("builder-inited", _write_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
