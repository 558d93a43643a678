"""Importing the library loads what it needs at once, and nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

LATER = (
    "xmltodict",
    "xml.etree.ElementTree",
    "fastapi",
    "hypothesis",
    "pandas",
    "polars",
    "pydantic",
    "pydantic_core",
    "botocore",
    "boto3",
    "attrs",
    "ecr_decode.documents",
    "ecr_decode.ecr",
    "ecr_decode.ecr_public",
    "ecr_decode.describe.strategy",
    "ecr_decode.describe.json_schema",
    "ecr_decode.integrations",
    "ecr_decode.cli",
    "argparse",
    "asyncio",
)
FIRST = (
    "import ecr_decode",
    "from ecr_decode import Record, field, string",
    "from ecr_decode import array, case, decode_into, integer, json_text, tagged_union\n"
    "assert array(integer).decode_json(b'[1]').unwrap() == (1,)",
)


def loaded(statements: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after these statements."""
    program = f"{statements}\nimport sys\nprint(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_the_package_itself_loads_no_module_that_takes_long() -> None:
    assert loaded("import ecr_decode").isdisjoint({"typing", "re", "msgspec", "returns", "ecr_decode.codec"})


@pytest.mark.parametrize("statements", FIRST)
def test_what_is_not_needed_at_once_is_not_loaded(statements: str) -> None:
    modules = loaded(statements)
    assert "ecr_decode" in modules
    assert modules.isdisjoint(LATER)


def test_xml_that_is_not_read_at_once_loads_its_parser() -> None:
    parser = "xml.etree.ElementTree"
    assert parser in loaded("from ecr_decode import string\nstring.decode_xml('<a>').failure()")
    assert parser not in loaded("from ecr_decode import string\nstring.of_xml('a').unwrap()")


def test_a_catalogue_is_loaded_when_it_is_touched() -> None:
    assert "ecr_decode.ecr" in loaded("import ecr_decode\necr_decode.ecr")
    assert "ecr_decode.ecr_public" not in loaded("from ecr_decode import ecr")
    assert {"xmltodict", "botocore"}.isdisjoint(loaded("from ecr_decode import ecr"))
