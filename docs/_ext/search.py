"""Keeps the generated pages of operations from flooding the search.

Such a page is found by the name of its operation, and by its members and errors. Its headings, its sentences
and the types of members are those of a hundred other pages; its example and its schemas repeat them. None of
these is indexed.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxTransform

REPEATED = {"Example", "JSON Schema", "Records within"}
TYPE = 2
"""The column of a table that has the types of members."""


class Leave(SphinxTransform):
    """Mark what the search leaves out with the class that Sphinx has for it."""

    default_priority = 840

    def apply(self, **_: Any) -> None:
        """Mark headings and sentences below the first heading, and sections that repeat other pages."""
        if not self.env.docname.startswith("operations/"):
            return
        for section in list(self.document.findall(nodes.section))[1:]:
            title = section[0]
            marked = section if title.astext() in REPEATED else title
            for each in (marked, *(part for part in section if isinstance(part, nodes.paragraph))):
                each["classes"].append("no-search")
        for head in self.document.findall(nodes.thead):
            head["classes"].append("no-search")
        for row in self.document.findall(nodes.row):
            for cell in row[TYPE : TYPE + 1]:
                cell["classes"].append("no-search")


def setup(app: Any) -> dict[str, Any]:
    """Tell Sphinx of the transform."""
    app.add_transform(Leave)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
