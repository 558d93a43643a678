"""Names in XML: what elements and attributes can be called, and the texts that they can hold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..error.findings import Findings
from ..error.path import Trail
from ..error.problem import (
    BadValue,
)
from ..node.style import (
    OfOthers,
)
from ..parse.xml import full
from ..read.xml_tree import used_in
from . import value as v
from .back import Back
from .element import hints_of, one_or_many
from .markup import is_illegal, is_name
from .spaces import Opened, Spaces, Where, declared_by, declares
from .text import spell


class NamesChecker:
    """Notes what XML cannot hold: names, attributes, characters, and namespaces that nothing declares."""

    __slots__ = ("back", "findings", "spaces", "where")

    def __init__(self, findings: Findings, back: Back | None) -> None:
        self.findings: Findings = findings
        self.back: Back | None = back
        """What is known of a part that is rendered to be read back: its prefixes may be declared around."""
        self.spaces: Spaces = Spaces() if back is None else back.spaces
        self.where: Where = Where()

    def _text(self, leaf: v.Leaf, trail: Trail) -> str:
        text = spell(leaf)
        if text is None:
            self.findings.add(trail, BadValue("a value that text cannot carry"))
        elif is_illegal(text):
            self.findings.add(trail, BadValue("a character that XML cannot hold"))
        else:
            return text
        return ""

    def _attribute(self, name: str, content: Any, trail: Trail) -> None:
        """Note what is wrong with an attribute of a tree."""
        if not isinstance(content, str):
            self.findings.add(trail, BadValue("an attribute cannot hold this"))
        elif not declares(name):
            self._qualified(name[1:], self.where.declared, trail)
        elif name != "@xmlns":
            self._named(name[7:], trail)
            if not content or name[7:] in ("xml", "xmlns"):
                self.findings.add(trail, BadValue("a prefix that cannot be declared so"))

    def _qualified(self, name: str, declared: Mapping[str, str], trail: Trail) -> None:
        """Note what is wrong with a name of a tree: its prefix must be declared in it, or around it."""
        prefix, colon, last = name.rpartition(":")
        self._named(last, trail)
        if colon:
            self._named(prefix, trail)
            if self.back is None and prefix != "xml" and prefix not in declared:
                self.findings.add(trail, BadValue("a prefix that nothing declares"))

    def _named(self, name: str, trail: Trail) -> None:
        if not is_name(name):
            self.findings.add(trail, BadValue("a name that XML cannot hold"))

    def _styled(self, name: str, trail: Trail) -> None:
        if not is_name(name):
            self.findings.add(trail, BadValue(f"the style has a name that XML cannot hold: {name!a}"))

    def _spelled(self, name: str, value: v.Value, trail: Trail) -> Opened:
        """The start of an element of a tree, whose prefix is in its name."""
        outer, own = self.where, declared_by(value)
        declared = {**outer.declared, **own}
        default = own.get("", outer.default)
        prefix = name.rpartition(":")[0]
        if _is_element(name):
            self._qualified(name, declared, trail)
        return Opened("", Where(declared.get(prefix, "") if prefix else default, default, declared))

    def _kept_element(
        self, tree: dict[str, Any], name: str, hint: OfOthers, value: v.Value, trail: Trail
    ) -> Opened:
        """The start of an element that `others` keeps, which no member of its record may be read from."""
        opened = self._spelled(name, value, trail)
        if name not in tree:
            self._must_be_free(name, opened.where.ns, hint.taken, trail)
        return opened

    def _must_be_free(self, name: str, ns: str, taken: frozenset[str], trail: Trail) -> None:
        """Note what `others` keeps under a name that a member of its record would be read by."""
        last = name.rpartition(":")[2].removeprefix("@")
        if name.startswith("@"):
            prefix = name[1:].rpartition(":")[0]
            found = "@" + full(last, self.where.declared.get(prefix, "") if prefix else "") in taken
        else:
            found = full(last, ns) in taken or (ns in ("", self.where.ns) and last in taken)
        if found:
            self.findings.add(trail, BadValue("another member has this place in XML"))

    def _must_be_used(self, value: v.Structure, trail: Trail) -> None:
        """Note the namespaces that a record keeps for nothing: reading would not keep them again."""
        declared = declared_by(value)
        if declared:
            names = {
                name: getattr(member, "tree", None)
                for (name, member), hint in zip(value.members, hints_of(value), strict=True)
                if isinstance(hint, OfOthers) and not declares(name)
            }
            used = used_in(names, declared)
            for name in ("@xmlns:" + prefix if prefix else "@xmlns" for prefix in declared):
                if name not in used:
                    self.findings.add((trail, name), BadValue("nothing beside this declaration uses it"))

    def _kept(self, name: str, inside: list[Any], trail: Trail) -> Any:
        """The content of what `others` keeps under a name."""
        if _is_element(name):
            return one_or_many(inside)
        content = inside[0]
        if name == "#text":
            if not isinstance(content, str | None):
                self.findings.add(trail, BadValue("the text of an element cannot hold this"))
            return content
        self._attribute(name, "" if content is None else content, trail)
        if name.endswith(":nil") and content in ("true", "1"):
            self.findings.add(trail, BadValue("this would be read as null"))
        return "" if content is None else content


def _is_element(name: str) -> bool:
    """Whether a tree has an element under a name: no attribute, nor the text."""
    return not name.startswith("@") and name != "#text"
