"""Leads a search to the page that answers it.

The words that people bring from other libraries lead to the section that explains them. A generated page of
an operation is found by the name of its operation, and by its members and errors. Its headings, its sentences
and the types of members are those of a hundred other pages; its example and its schemas repeat them. None of
these is indexed.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util.logging import getLogger

LOG = getLogger(__name__)
WORDS = {
    "aws": {"": ["aws"], "timestamps": ["timestamp"], "requests-and-replies": ["request", "response"]},
    "command-line": {"": ["cli", "shell", "terminal"]},
    "cookbook": {
        "a-member-with-several-names": ["alias"],
        "constraints": ["constraint", "length", "range", "validate", "validation"],
        "dates": ["date", "time", "timezone"],
        "json-inside-a-string": ["nested json"],
        "names-in-another-case": ["camel case", "camelcase", "rename", "snake_case"],
        "secrets": ["password", "secret"],
        "unknown-members": ["additional properties", "extra fields", "extra", "unknown"],
        "your-own-class": ["class", "namedtuple"],
    },
    "errors": {"": ["error", "exception", "message"], "where": ["path"]},
    "from-boto3": {
        "": ["botocore", "client"],
        "asynchronous-programs": ["aiobotocore", "async", "asyncio", "await"],
        "pages": ["page", "pagination", "paginator"],
        "the-request-id-and-whether-to-send-again": ["request id", "retry", "throttling"],
        "waiters": ["waiter"],
    },
    "from-others": {
        "elm-json-decode-json-encode": ["elm"],
        "jsont": ["jsont"],
        "serde": ["serde"],
        "zod": ["zod"],
    },
    "performance": {"": ["benchmark", "fast", "performance"]},
    "reference-containers": {
        "ecr_decode.array": ["list", "sequence", "set"],
        "ecr_decode.dict_of": ["dict", "map", "mapping", "object"],
        "ecr_decode.lazy": ["recursion", "recursive", "tree"],
        "ecr_decode.tuple_of": ["tuple"],
    },
    "reference-handles": {
        "": ["codec", "decode", "encode"],
        "ecr_decode.json_schema": ["json schema", "schema"],
    },
    "reference-scalars": {
        "boolean": ["bool"],
        "ecr_decode.enum_of": ["enum", "enumeration"],
        "integer": ["int"],
        "iso-datetime": ["datetime"],
        "json-value": ["any", "raw"],
        "number": ["float"],
        "string": ["str", "text"],
    },
    "reference-unions": {"": ["discriminator", "one of", "oneof", "union", "variant"]},
    "truth-table": {
        "": ["absent", "default", "default value", "missing", "none", "null", "optional", "required"]
    },
    "xml": {
        "": ["xml"],
        "hints-the-place-of-a-member": ["attribute", "element", "xml attribute", "xml element"],
        "names-and-namespaces": ["namespace", "xml namespace", "xmlns"],
    },
}
"""What people type, by the page and the section that it leads to."""
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


class Lead(SphinxTransform):
    """Put the words that lead to a section into the index, from where the search takes them first."""

    default_priority = 840

    def apply(self, **_: Any) -> None:
        """Add an entry for each word of the page, and warn of a section that is not there."""
        found = {"", *(name for part in self.document.findall(nodes.Element) for name in part.get("ids", ()))}
        for section, words in WORDS.get(self.env.docname, {}).items():
            if section not in found:
                LOG.warning("%s has no section %r for a search to lead to", self.env.docname, section)
            entries = [("single", word, section, "main", None) for word in words]
            self.document.insert(0, addnodes.index(entries=entries))


def setup(app: Any) -> dict[str, Any]:
    """Tell Sphinx of the transforms."""
    app.add_transform(Leave)
    app.add_transform(Lead)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
