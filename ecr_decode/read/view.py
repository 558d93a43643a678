"""What the reader asks of a format: a view of its values."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from enum import Enum, auto
from typing import Any, Protocol, Self

from ..node.kinds import ByTag, Member, Node, Record
from ..node.known import Facts
from ..node.style import Element, XmlStyle


class Absent:
    """The one value that stands for a member that is not there."""

    __slots__ = ()


ABSENT = Absent()


class Fit(Enum):
    """What can be seen of a value before a node reads it."""

    OTHER = auto()
    """It is of another kind: the node refuses it."""
    NONE = auto()
    """It lacks a required member, or holds another constant: the node refuses it."""
    OPEN = auto()
    """Nothing is against it."""
    TOLD = auto()
    """It has the members that the node requires and the constants that it asks for, and there are such."""


REFUSED = frozenset((Fit.OTHER, Fit.NONE))


class View(Protocol):
    """The questions a format answers about a value; each `None` says that the value is of another kind."""

    def kind(self, value: Any) -> str:
        """What the value is, in the words of an error."""
        ...

    def null(self, value: Any) -> bool:
        """Whether the value is null."""
        ...

    def text(self, value: Any) -> str | None:
        """The text that the value is."""
        ...

    def boolean(self, value: Any) -> bool | None:
        """The truth value that the value is."""
        ...

    def number(self, value: Any) -> int | float | None:
        """The number that the value is."""
        ...

    def decimal(self, value: Any) -> Decimal | None:
        """The number that the value is, its digits and exponent kept."""
        ...

    def token(self, value: Any) -> str | None:
        """The text that the value is, without the blanks that the format allows around a scalar."""
        ...

    def shows(self, value: Any) -> str | None:
        """What the spelling of a scalar says that it is: `boolean`, `number`, or None for anything else."""
        ...

    def loose(self, value: Any) -> str | int | float | bool | None:
        """The scalar, of whatever kind, for those who read spellings of several."""
        ...

    def tree(self, value: Any) -> Any:
        """The value as it is; raises `NoJsonError` saying what in it is no JSON value."""
        ...

    def items(self, value: Any) -> list[Any] | tuple[Any, ...] | None:
        """The items of a list."""
        ...

    def entries(self, value: Any) -> Iterable[tuple[Any, Any]] | None:
        """The keys and values of a map; a key or value that is missing is `ABSENT`."""
        ...

    def members(self, value: Any, node: Record | None = None) -> Any | None:
        """The members of an object, as the record would read it, in the form that `find` and `named` take."""
        ...

    def held(self, members: Any, key: str, hint: Element | None) -> Any:
        """What stands under a key, or `ABSENT`; in XML a child, in the namespace of its hint."""
        ...

    def names(self, members: Any) -> list[str]:
        """The names of the members; in XML, of the children of the element."""
        ...

    def strays(self, members: Any) -> bool:
        """Whether text stands between the members."""
        ...

    def find(self, members: Any, known: tuple[Member, ...]) -> list[tuple[Member, Any]]:
        """Each of the members with its value, or with `ABSENT`."""
        ...

    def named(self, members: Any, name: str) -> Any:
        """The value of the member that has this name, wherever it stands, or `ABSENT`."""
        ...

    def tag(self, members: Any, by: ByTag) -> Any:
        """The value of the member that tells the cases of a union apart, or `ABSENT`."""
        ...

    def elsewhere(self, members: Any, member: Member) -> str | None:
        """Where there is what a member lacks, in the words of an error; None if it is nowhere."""
        ...

    def spelled(self, member: Member) -> str:
        """The name of a member as `unknown` would give it."""
        ...

    def unknown(self, members: Any, known: tuple[Member, ...]) -> list[tuple[str, Any]]:
        """The members that none of the known ones takes, to say what may be wrong."""
        ...

    def kept(self, members: Any, known: tuple[Member, ...], node: Node) -> list[tuple[str, Any]]:
        """The same for a record that keeps them as what a node reads, so that they can be written."""
        ...

    def fit(self, value: Any, known: Facts) -> Fit:
        """Whether the value may be what a node of which this is known reads."""
        ...

    def styled(self, style: XmlStyle) -> Self:
        """The same format by another convention."""
        ...
