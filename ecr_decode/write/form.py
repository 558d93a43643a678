"""What the writer must know of the form it writes for, so that what is written can be read back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Protocol, Self

from ..error.findings import Findings
from ..error.problem import Why
from ..node import kinds as n
from ..node.facts import facts
from ..node.style import OfOthers, XmlHint, XmlStyle
from ..parse.number import decimal_of
from ..read.json import DigitsView, JsonView
from ..read.name import NAMES
from ..read.view import View
from . import json
from . import value as v
from .back import Back, settled
from .text import spell


class Form(Protocol):
    """A form that is read as well."""

    @property
    def brackets(self) -> bool:
        """Whether a lone item needs its list around it to be read as one."""
        ...

    @property
    def view(self) -> View:
        """The view by which it is read."""
        ...

    def refuses(self, member: n.Member, written: v.Value) -> Why | None:
        """Why a member of this value cannot stand where its hint puts it."""
        ...

    def spelled(self, member: n.Member) -> str:
        """The name by which `others` would hold a member, were it not known."""
        ...

    def is_tag(self, by: n.ByTag, hint: XmlHint | OfOthers | None) -> bool:
        """Whether a member that has the name of a tag, and this hint, holds the tag."""
        ...

    def misread(self, node: n.Union, case: n.Case, written: v.Value, value: Any, back: Back) -> str | None:
        """Why reading what is written would not decide for its case again."""
        ...

    def shows(self, written: v.Value, hint: XmlHint | OfOthers | None) -> bool:
        """Whether a member with this value can be seen in the object that holds it."""
        ...

    def styled(self, style: XmlStyle) -> Self:
        """The same form by another convention."""
        ...


class _WrittenView(DigitsView):
    """What was written, as a parser that keeps digits would give it."""

    __slots__ = ()

    def decimal(self, value: Any) -> Decimal | None:
        return decimal_of(repr(value)) if type(value) is float else super().decimal(value)


class JsonForm:
    """JSON, the form that holds every tagged value."""

    __slots__ = ()
    brackets = False
    view: View = JsonView()

    def refuses(self, member: n.Member, written: v.Value) -> Why | None:
        return None

    def spelled(self, member: n.Member) -> str:
        return member.wire

    def is_tag(self, by: n.ByTag, hint: XmlHint | OfOthers | None) -> bool:
        return True

    def misread(self, node: n.Union, case: n.Case, written: v.Value, value: Any, back: Back) -> str | None:
        if back.broken or isinstance(node.by, n.ByTag) or settled(node, case, written):
            return None
        findings = Findings(most=0)
        tree = json.render(written, None, findings, back.rendered)
        back.broken = findings.count > 0
        view = _WrittenView() if facts(node).exact else self.view
        return None if back.broken else back.misread(view, node, case, tree, value)

    def shows(self, written: v.Value, hint: XmlHint | OfOthers | None) -> bool:
        return True

    def styled(self, style: XmlStyle) -> Self:
        return self


class NameForm(JsonForm):
    """The names of an object, which keys are written as."""

    __slots__ = ()
    view: View = NAMES

    def misread(self, node: n.Union, case: n.Case, written: v.Value, value: Any, back: Back) -> str | None:
        text = name_of(written)
        settles = text is None or settled(node, case, written)
        return None if settles else back.misread(self.view, node, case, text, value)


def name_of(written: v.Value) -> str | None:
    """The name that a key is written as, or None where it is written as something else."""
    match written:
        case v.Structure() | v.List() | v.Map():
            return None
        case v.Document(tree):
            return tree if isinstance(tree, str) else None
        case _:
            return spell(written)
