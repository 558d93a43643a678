"""How Sphinx builds the documentation.

The build needs no network. So there is no intersphinx, which fetches the inventories of other projects. Other
projects can use ours, `objects.inv`; `_ext/names.py` puts every exported name into it.
"""

import os
import sys
import tomllib
from pathlib import Path

DOCS = Path(__file__).parent
sys.path.insert(0, str(DOCS / "_ext"))
sys.path.insert(0, str(DOCS.parent))

from ecr_decode import __version__  # noqa: E402 - the folder above has to be in the path first

PROJECT = tomllib.loads((DOCS.parent / "pyproject.toml").read_text("utf-8"))
HOME: str = PROJECT["tool"]["hatch"]["metadata"]["hooks"]["custom"]["home"]

project = "ecr_decode"
author = "The ecr-decode authors"
copyright = author
version = release = __version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinxext.opengraph",
    "names",
    "operations",
    "search",
]
exclude_patterns = ["_build", "_ext"]

html_theme = "furo"
html_title = f"ecr_decode {release}"
html_static_path = ["_static"]
html_css_files = ["pages.css"]
html_search_scorer = str(DOCS / "_ext" / "scorer.js")
html_theme_options = {
    "source_view_link": f"{HOME}/blob/main/docs/{{filename}}",
    "source_edit_link": f"{HOME}/edit/main/docs/{{filename}}",
    "footer_icons": [
        {"name": "Source", "url": HOME, "html": "Source", "class": "footer-word"},
        {"name": "Issues", "url": f"{HOME}/issues", "html": "Issues", "class": "footer-word"},
    ],
}

# What a link to a page shows in a chat. The address of the published pages is set where they are published.
ogp_site_url = os.environ.get("DOCS_URL", f"{HOME}/")
ogp_enable_meta_description = True
ogp_social_cards = {"enable": False}  # cards are drawn by matplotlib, which nothing else here needs

copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

default_role = "code"  # as in Markdown
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True

myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
