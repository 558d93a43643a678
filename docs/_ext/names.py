"""Puts every exported name into the index and the inventory, those too whose entry is a heading.

Plain values, such as `string`, have no docstring that autodoc could show. Their entries are headings of the
reference.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util.logging import getLogger

from tools.check_exports import MODULES, PACKAGE, titled

LOG = getLogger(__name__)


class Note(SphinxTransform):
    """Note the names in the headings of the reference."""

    default_priority = 840

    def apply(self, **_: Any) -> None:
        """Note each name that exists and has no entry yet."""
        if not self.env.docname.startswith("reference"):
            return
        for section in self.document.findall(nodes.section):
            spans = section[0].findall(nodes.literal)
            for name in titled(" ".join(f"`{span.astext()}`" for span in spans)):
                self._note(name, section)

    def _note(self, name: str, section: nodes.section) -> None:
        python = self.env.domains.python_domain
        whole = name if name.startswith(f"{PACKAGE}.") else f"{PACKAGE}.{name}"
        kind = _kind(whole)
        if kind is None or whole in python.objects:
            return
        python.note_object(whole, kind, section["ids"][0])
        home, _, last = whole.rpartition(".")
        entry = ("single", f"{last} (in module {home})" if home else last, section["ids"][0], "", None)
        section.insert(1, addnodes.index(entries=[entry]))


def _kind(whole: str) -> str | None:
    """The type of object that Sphinx takes a name for; None if there is no such name."""
    found: Any = import_module(PACKAGE)
    for step in whole.split(".")[1:]:
        found = getattr(found, step, None)
    if found is None:
        return None
    return "module" if isinstance(found, ModuleType) else "data"


def _missing(_: Any, env: Any) -> None:
    """Warn of each exported name that is not in the index."""
    for name in _exported():
        if name not in env.domains.python_domain.objects:
            LOG.warning("%s has no entry in the index", name)


def _exported() -> Iterator[str]:
    for module in MODULES:
        yield from (f"{module}.{name}" for name in import_module(module).__all__)


def setup(app: Any) -> dict[str, Any]:
    """Tell Sphinx of the transform, and of the check."""
    app.add_transform(Note)
    app.connect("env-check-consistency", _missing)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
