"""What the emitter asks of a form: the source of everything that JSON and XML write in different ways."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from ...node import kinds as n
from ...node.style import XmlStyle
from ..source import Body
from .place import Place, Tags, Written

if TYPE_CHECKING:
    from .emitter import Emitter


class Part(NamedTuple):
    """A member of a record, and the variable that holds what is written of it, or says that nothing is."""

    member: n.Member
    var: str
    same: bool


class Sink(Protocol):
    """A form. Each method adds lines to the emitter's body."""

    @property
    def most_levels(self) -> int:
        """How many containers may stand around a value."""
        ...

    @property
    def brackets(self) -> bool:
        """Whether a lone item needs its list around it."""
        ...

    @property
    def joins(self) -> bool:
        """Whether the items of a list of texts are written by what is given the list."""
        ...

    @property
    def names_texts(self) -> bool:
        """Whether what is given a dict refuses all names that are not texts."""
        ...

    @property
    def collects_names(self) -> bool:
        """Whether the entries of a map are collected in a dict."""
        ...

    def settles(self, e: Emitter, node: n.Union, case: n.Case, var: str) -> bool:
        """Whether reading decides for the case again; lines may doubt the values of which it is not certain."""
        ...

    def scalar(self, e: Emitter, node: n.ScalarNode, var: str, place: Place) -> Written:
        """Leave what is written of a scalar that was checked."""
        ...

    def text(self, e: Emitter, var: str, place: Place) -> Written:
        """Leave what is written of a JSON text."""
        ...

    def free(self, e: Emitter, var: str, place: Place) -> Written:
        """Leave what is written of a value without a description."""
        ...

    def null(self, body: Body, var: str) -> Written:
        """Leave what is written of None."""
        ...

    def is_null(self, body: Body, var: str, written: Written) -> str | None:
        """The test whether null was written; None if it never is."""
        ...

    def merged(self, body: Body) -> str | None:
        """The variable in which the branches of a union leave their attributes."""
        ...

    def within(self, place: Place) -> Place:
        """Where the items of a container stand."""
        ...

    def levels_of_map(self, place: Place) -> int:
        """How many containers a map is."""
        ...

    def item(self, body: Body, var: str, written: Written, place: Place) -> str:
        """The source of an item as it stands in its list."""
        ...

    def items(self, made: str) -> str:
        """The source of what is written of a list of items."""
        ...

    def sequence(self, body: Body, var: str, items: Sequence[str]) -> None:
        """Leave what is written of a tuple, of which each variable holds an item as it stands there."""
        ...

    def key(self, body: Body, var: str, place: Place) -> None:
        """Leave what is written of a key, which is a text."""
        ...

    def entry(self, body: Body, made: str, key: str, var: str, written: Written, place: Place) -> None:
        """Add an entry to what is made of a map."""
        ...

    def entries(self, body: Body, made: str, var: str, place: Place) -> None:
        """Leave what is written of a map."""
        ...

    def step(self, body: Body, step: str, var: str, written: Written) -> Written:
        """Leave an object with one member."""
        ...

    def member_place(self, member: n.Member, style: XmlStyle) -> Place:
        """Where a member stands."""
        ...

    def absent(self, body: Body, member: n.Member) -> str:
        """The source of what says that a member is not written."""
        ...

    def member(self, body: Body, member: n.Member, var: str, written: Written) -> None:
        """Leave the member as it stands in its record."""
        ...

    def record(
        self, e: Emitter, node: n.Record, tags: Tags, parts: Sequence[Part], var: str, place: Place
    ) -> Written:
        """Leave what is written of a record."""
        ...

    def plainly(self, e: Emitter, node: n.Node, var: str, place: Place) -> Written:
        """Leave what the plain interpreter writes."""
        ...
