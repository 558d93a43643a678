"""How Sphinx builds the documentation."""

import sys
from importlib.metadata import version as installed_version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "ecr_decode"
author = "The ecr-decode authors"
copyright = author
version = release = installed_version("ecr-decode")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "operations"]
exclude_patterns = ["_build", "_ext"]

html_theme = "furo"
html_title = f"ecr_decode {release}"

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
