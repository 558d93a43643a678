"""The files that documents name are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMED = {
    name
    for page in (ROOT / "docs/assurance.md", ROOT / "docs/design.md", ROOT / "CONTRIBUTING.md")
    for name in re.findall(r"`((?:tests|tools|ecr_decode|benchmarks)/[\w/.-]+)`", page.read_text())
}


@pytest.mark.parametrize("name", sorted(NAMED))
def test_a_file_that_a_page_names_is_there(name: str) -> None:
    assert (ROOT / name).exists()
