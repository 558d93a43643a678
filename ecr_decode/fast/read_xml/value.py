"""What the source of a reader holds in its variables, and where in a description it is."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from ...node.kinds import ByTag
from ...node.style import XmlHint, XmlStyle

Form: TypeAlias = Literal["element", "items", "one or more", "text", "any", "keyed", "keyed items"]
"""An element, a list of several that share a name, either, the text of an attribute, or any of these.

Where keys stand for themselves, an element goes with its key: one, or all in order.
"""


class Value(NamedTuple):
    """An expression, mostly a variable, and what it gives."""

    name: str
    form: Form = "element"


class Place(NamedTuple):
    """Where a node is read: by which style, in which unions, how many containers inside the function."""

    style: XmlStyle
    tags: tuple[ByTag, ...] = ()
    """The tags of the unions that decided for the node."""
    around: int = 0
    hint: XmlHint | None = None
    """The hint of the member that is read there, if it says what the parts of a map are called."""

    @property
    def below(self) -> Place:
        """The place of what a container here holds."""
        return Place(self.style, (), self.around + 1)
