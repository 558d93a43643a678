"""What each operation does, in words of our own; the service's documentation has the whole story."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

WORDS: Mapping[str, Mapping[str, str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
"""The words for each operation, by the catalogue and the operation's name; some are of both catalogues."""

_PAGES = {
    "ecr": "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_{}.html",
    "ecr_public": "https://docs.aws.amazon.com/AmazonECRPublic/latest/APIReference/API_{}.html",
}


def words(module: str, operation: str) -> str:
    """What an operation does, and where AWS describes it.

    >>> from tools.pages.words import words
    >>> words("ecr", "UntagResource")[:47]
    'Removes tags from a repository by their keys. ['
    """
    said = {**WORDS["shared"], **WORDS[module]}.get(operation)
    if said is None:
        raise SystemExit(f"{module}.{operation}: say in tools/pages/words.toml what it does")
    return f"{said} [{operation} in AWS's reference]({_PAGES[module].format(operation)})."
