"""The text and the data of every way to fail, as the golden files have them, byte for byte.

    UPDATE_GOLDEN=1 .venv/bin/python -m pytest tests/golden

writes the files again; a new block needs only its expression.
"""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path
from typing import get_args

import pytest

import ecr_decode
from ecr_decode import Why
from tests.golden.blocks import FILES, FOLDER, blocks, rendered

TOPICS = {
    "reading_json",
    "reading_xml",
    "writing",
    "constraints",
    "operations",
    "transports",
    "bounds",
    "documents",
    "building",
}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_errors_are_as_they_were(file: Path) -> None:
    before = file.read_text("utf-8")
    after = "".join(map(rendered, blocks(before)))
    if os.environ.get("UPDATE_GOLDEN"):
        file.write_text(after, "utf-8")
    else:
        assert after == before


@pytest.mark.parametrize("kind", get_args(Why), ids=lambda kind: kind.__name__)
def test_every_kind_of_problem_is_shown(kind: type) -> None:
    pages = "".join(file.read_text("utf-8") for file in FILES)
    assert re.search(rf'"kind": "{kind.__name__}"', pages)


def test_every_mistake_in_building_is_shown() -> None:
    page = (FOLDER / "building.txt").read_text("utf-8")
    package = Path(ecr_decode.__file__).parent
    sources = [*(package / "combinator").rglob("*.py"), package / "building.py"]
    raised = [
        node.exc
        for source in sources
        for node in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(node, ast.Raise) and "ValueError" in ast.dump(node)
    ]
    words = [
        each.value
        for error in raised
        for each in ast.walk(error or ast.Pass())
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]
    assert len(words) > 100
    assert [each for each in words if each not in page] == []


def test_every_topic_has_its_file() -> None:
    assert {file.stem for file in FILES} == TOPICS
    assert all(sum(bool(block.expression) for block in blocks(file.read_text("utf-8"))) > 2 for file in FILES)
