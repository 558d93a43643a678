"""What the metadata of the package says: addresses of one constant, and links that lead to files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import ecr_decode
from tools.metadata import LINK, absolute, urls

ROOT = Path(__file__).resolve().parents[2]
HOME = "https://example.org/x"


def test_every_address_begins_with_the_constant() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    home: str = config["tool"]["hatch"]["metadata"]["hooks"]["custom"]["home"]
    assert all(address.startswith(home) for address in urls(home).values())
    assert {"readme", "urls", "version"} <= {*config["project"]["dynamic"]}
    assert not {"dev", "bench"} & config["project"]["optional-dependencies"].keys()


def test_links_of_the_readme_lead_to_files_and_become_addresses() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    paths: list[str] = LINK.findall(readme)
    assert len(paths) > 10
    assert [path for path in paths if not (ROOT / path.partition("#")[0]).is_file()] == []
    assert LINK.findall(absolute(readme, HOME)) == []
    assert absolute(readme, HOME).count(f"]({HOME}/blob/main/") == len(paths)


def test_the_version_is_one_that_is_not_exported_by_a_star() -> None:
    package: Any = ecr_decode
    assert re.fullmatch(r"\d+\.\d+\.\d+(rc\d+)?", ecr_decode.__version__)
    assert "__version__" not in package.__all__
    assert "__version__" in dir(ecr_decode)
