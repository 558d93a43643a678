"""What the build adds to the metadata: addresses of the project, and a README whose links are such addresses.

All begin with `home`, below `tool.hatch.metadata.hooks.custom` in pyproject.toml; the owner sets it.
"""

import re
from pathlib import Path
from typing import Any, cast

from hatchling.metadata.plugin.interface import MetadataHookInterface

LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)([^)\s]+)")
"""The target of a link in Markdown that is a path in this repository."""
PAGES = {
    "Homepage": "",
    "Source": "",
    "Documentation": "/tree/main/docs",
    "Changelog": "/blob/main/CHANGELOG.md",
    "Issues": "/issues",
}


def urls(home: str) -> dict[str, str]:
    """The addresses of the project.

    >>> urls("https://example.org/x")["Issues"]
    'https://example.org/x/issues'
    """
    return {name: home + path for name, path in PAGES.items()}


def absolute(markdown: str, home: str) -> str:
    """A text whose links to files of the repository are addresses.

    >>> absolute("[a](docs/a.md#b), [c](https://c.example), [d](#d)", "https://example.org/x")
    '[a](https://example.org/x/blob/main/docs/a.md#b), [c](https://c.example), [d](#d)'
    """
    return LINK.sub(rf"{home}/blob/main/\1", markdown)


class Metadata(MetadataHookInterface):
    """Fills in what pyproject.toml names as dynamic."""

    PLUGIN_NAME = "custom"

    def update(self, metadata: dict[str, Any]) -> None:
        """Add the addresses and the README."""
        home = str(cast(Any, self).config["home"])
        text = (Path(self.root) / "README.md").read_text("utf-8")
        metadata["urls"] = urls(home)
        metadata["readme"] = {"content-type": "text/markdown", "text": absolute(text, home)}
