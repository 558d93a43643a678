"""Tables of the documentation, whose rows are tests."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).resolve().parents[1]
Row: TypeAlias = tuple[str, ...]

_CELL = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"(`+) ?(.*?) ?\1", re.DOTALL)


def rows(page: str, heading: str) -> tuple[Row, ...]:
    """Give the rows of the first table under a heading, without the line that names the columns."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    _, found, below = text.partition(f"\n{heading}\n")
    lines = [line for line in below.partition("\n#")[0].splitlines() if line.startswith("|")]
    assert found, f"{page} has no heading {heading!r}"
    assert len(lines) > 2, f"{page} has no table under {heading!r}"
    return tuple(tuple(cell.strip() for cell in _CELL.split(line)[1:-1]) for line in lines[2:])


def code(cell: str) -> str:
    """Give what the code span of a cell holds; a cell without one holds itself."""
    span = _CODE.fullmatch(cell)
    return cell if span is None else span[2].replace(r"\|", "|")
