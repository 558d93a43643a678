"""The description: a closed set of frozen node kinds, which every interpreter matches on.

Nodes hold what a codec means and do nothing; `repr` spells them as a type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias, cast

import msgspec

from ..error.path import Path
from .default import Required, required
from .scalars import BigInteger as BigInteger
from .scalars import Blob as Blob
from .scalars import Bool as Bool
from .scalars import Decimal as Decimal
from .scalars import Enumeration as Enumeration
from .scalars import ExactNumber as ExactNumber
from .scalars import FormattedTime as FormattedTime
from .scalars import Integer as Integer
from .scalars import JsonNull as JsonNull
from .scalars import Kind as Kind
from .scalars import Literal as Literal
from .scalars import Number as Number
from .scalars import Scalar as Scalar
from .scalars import ScalarNode as ScalarNode
from .scalars import String as String
from .scalars import TextFormat as TextFormat
from .scalars import Textual as Textual
from .scalars import TimeFormat as TimeFormat
from .scalars import Timestamp as Timestamp
from .scalars import spell_literal as spell_literal
from .style import Attribute, Element, ElementText, Flattened, XmlHint, XmlStyle
from .thunk import Unfolded, unfolded

JsonValue: TypeAlias = bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"] | None
"""A JSON tree."""


class AnyJson(Kind, frozen=True):
    """Any JSON value, left as it is."""

    def spell(self, inside: bool) -> str:
        return "json"


class Array(Kind, frozen=True):
    """A list of any length; where `lone`, one item may also stand without the brackets."""

    item: Node
    lone: bool = False
    null_as_absent: bool = False
    """Whether an item that is null is passed over, unless the items read null."""

    def spell(self, inside: bool) -> str:
        item = self.item.spell(inside)
        return f"{item} | [{item}]" if self.lone else f"[{item}]"


class Dict(Kind, frozen=True):
    """An object whose names are data."""

    value: Node
    key: Node = String()
    null_as_absent: bool = False
    """Whether a value that is null is passed over, unless the values read null."""

    def spell(self, inside: bool) -> str:
        return f"{{{self.key.spell(inside)}: {self.value.spell(inside)}}}"


class Tuple(Kind, frozen=True):
    """A list of a fixed length, each item of its own kind; where there is a `rest`, of more such items."""

    items: tuple[Node, ...]
    rest: Node | None = None

    @property
    def every(self) -> tuple[Node, ...]:
        """The nodes of the items, and behind them that of the rest."""
        return self.items if self.rest is None else (*self.items, self.rest)

    def nodes(self, size: int) -> tuple[Node, ...]:
        """The node of each item of a list of this size, if a list of this tuple may have it."""
        return self.items if self.rest is None else (*self.items, *(self.rest,) * (size - len(self.items)))

    def takes(self, size: int) -> bool:
        """Whether a list of this tuple may have this size."""
        return size == len(self.items) or (self.rest is not None and size > len(self.items))

    @property
    def size(self) -> str:
        """How many items it has, in words."""
        count = len(self.items)
        return f"{count}" if self.rest is None else f"at least {count}"

    def spell(self, inside: bool) -> str:
        items = [item.spell(inside) for item in self.items]
        return f"[{', '.join(items if self.rest is None else [*items, f'...{self.rest.spell(inside)}'])}]"


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """One member of a record: what it is called on both sides, and what its absence means."""

    name: str
    wire: str
    node: Node
    default: Any = required
    omit: bool | Callable[[Any], bool] | None = None
    """Whether the default is left out on writing (None: if it is None), or which values are."""
    xml: XmlHint | None = None
    secret: bool = False
    inline: bool = False
    """Whether the members of the node stand among those of the record; then `wire` means nothing."""
    aliases: tuple[str, ...] = ()
    """Other names under which it is read; it is written under `wire`."""

    @property
    def names(self) -> tuple[str, ...]:
        """All names under which it is read."""
        return (self.wire, *self.aliases)

    @property
    def required(self) -> bool:
        return isinstance(self.default, Required)

    @property
    def place(self) -> str:
        """Where the member is in the element of its record: `@attribute`, `#text` or a child's local name."""
        match self.xml:
            case Attribute(name):
                return "@" + (name or self.wire)
            case ElementText():
                return "#text"
            case Element(name):
                return name
            case Flattened(name):
                return name or self.wire
            case None:
                return self.wire

    @property
    def ns(self) -> str | None:
        """The namespace that the hint asks for; None is that of the element around it, or none."""
        return None if self.xml is None or isinstance(self.xml, ElementText) else self.xml.ns

    @property
    def qualified(self) -> str:
        """The place, with the namespace in braces where the hint has one."""
        place, ns = self.place, self.ns
        if not ns:
            return place
        return f"@{{{ns}}}{place[1:]}" if isinstance(self.xml, Attribute) else f"{{{ns}}}{place}"

    def spell(self) -> str:
        """The member as a type; one that is inlined as three dots before its own."""
        mark, spelled = "" if self.required else "?", self.node.spell(inside=True)
        if not self.inline:
            return f"{'|'.join(self.names)}{mark}: {spelled}"
        return f"...({spelled}){mark}" if " | " in spelled else f"...{spelled}{mark}"


def spellings(member: Member) -> tuple[Member, ...]:
    """A member under each of its names, not required; a hint that has a name has the aliases instead."""
    first = msgspec.structs.replace(member, default=None, aliases=())
    return (first, *(_spelled(first, alias) for alias in member.aliases))


def _spelled(member: Member, alias: str) -> Member:
    xml = member.xml
    if isinstance(xml, Attribute | Flattened | Element) and xml.name is not None:
        xml = msgspec.structs.replace(xml, name=alias)
    return msgspec.structs.replace(member, wire=alias, xml=xml)


class Others(msgspec.Struct, frozen=True):
    """The member that keeps every member the record does not name."""

    name: str
    node: Node


class Record(Kind, frozen=True, kw_only=True):
    """An object with named members, built by a callable."""

    name: str
    construct: Callable[..., Any]
    members: tuple[Member, ...]
    others: Others | None = None
    forbid_unknown: bool = False
    null_as_absent: bool = False
    style: XmlStyle | None = None

    @property
    def has_aliases(self) -> bool:
        """Whether a member has several names."""
        known: bool | None = vars(self).get("has_aliases")
        if known is None:
            known = vars(self)["has_aliases"] = any(member.aliases for member in self.members)
        return known

    @property
    def has_text(self) -> bool:
        """Whether a member may be the text of the record's element."""
        return any(isinstance(member.xml, ElementText) or member.inline for member in self.members)

    def spell(self, inside: bool) -> str:
        if inside:
            return self.name
        members = [member.spell() for member in self.members]
        if self.others is not None:
            members.append(f"...: {self.others.node.spell(inside=True)}")
        return f"{self.name} {{{', '.join(members)}}}"


Tag: TypeAlias = str | int | bool
"""What the tag of a union may be; `1` and `True` are two tags, `(type, value)` tells them apart."""


class Case(msgspec.Struct, frozen=True):
    """One way a union can go: its name or tags, and the classes whose values are written by it."""

    name: str
    node: Node
    when: tuple[type, ...] = ()
    tags: tuple[Tag, ...] = ()
    """The tags that mean this case; the first is written."""
    xml: tuple[Element | None, ...] = ()
    """What the elements of keys are called in XML, where one has a namespace."""


class ByTag(msgspec.Struct, frozen=True):
    """The union is decided by what one member holds; in XML a child or an attribute, or where a hint says."""

    tag: str
    xml: Attribute | Element | None = None

    @property
    def member(self) -> Member:
        """The member that holds the tag."""
        return Member(name=self.tag, wire=self.tag, node=String(), xml=self.xml)


class ByKey(msgspec.Struct, frozen=True):
    """The union is decided by the name of the one member that is there; a case reads what that holds."""


class ByKind(msgspec.Struct, frozen=True):
    """The union is decided by the JSON kind of the value."""


class ByTrial(msgspec.Struct, frozen=True):
    """The alternatives are tried in order."""


class Union(Kind, frozen=True):
    """A union: several nodes, how to tell them apart, and what takes the rest."""

    by: ByTag | ByKey | ByKind | ByTrial
    cases: tuple[Case, ...]
    otherwise: Case | None = None

    def spell(self, inside: bool) -> str:
        keyed = (
            f"{{{' or '.join(map(str, case.tags))}: {case.node.spell(inside=True)}}}" for case in self.cases
        )
        plain = (case.node.spell(inside) for case in self.cases)
        rest = () if self.otherwise is None else (self.otherwise.node.spell(inside),)
        cases = keyed if isinstance(self.by, ByKey) else plain
        return " | ".join(dict.fromkeys((*cases, *rest)))  # several cases may read one record

    @property
    def every(self) -> tuple[Case, ...]:
        """The cases, and behind them the one that takes the rest."""
        return self.cases if self.otherwise is None else (*self.cases, self.otherwise)

    @property
    def tags(self) -> tuple[Tag, ...]:
        """The tags of all cases."""
        return tuple(tag for case in self.cases for tag in case.tags)

    @property
    def is_unnamed(self) -> bool:
        """Whether it is `a | b`, whose cases have no names of their own."""
        return self.otherwise is None and not any(case.tags for case in self.cases)

    @property
    def tagged(self) -> list[tuple[Case, Tag]]:
        """Each tag, with its case."""
        return [(case, tag) for case in self.cases for tag in case.tags]

    @property
    def has_struct_tags(self) -> bool:
        """Whether Structs can have the tags: several texts, or several integers."""
        return len(self.tags) > 1 and {type(tag) for tag in self.tags} in ({str}, {int})

    @property
    def but_null(self) -> Node | None:
        """What a nullable node reads otherwise; None for any other union."""
        nullable = isinstance(self.by, ByKind) and [type(case.node) for case in self.cases] == [JsonNull]
        return self.otherwise.node if nullable and self.otherwise is not None else None


class Transform(Kind, frozen=True):
    """Another node, and functions to and from what it reads; fallible ones return a Result."""

    item: Node
    decode: Callable[[Any], Any] | None
    encode: Callable[[Any], Any] | None
    fallible: bool = False

    def spell(self, inside: bool) -> str:
        return self.item.spell(inside)


class Bind(Kind, frozen=True):
    """What one node read decides which decoder reads the same input next."""

    item: Node
    then: Callable[[Any], Any]

    def spell(self, inside: bool) -> str:
        return f"{self.item.spell(inside)} then ..."


class Constraint(msgspec.Struct, frozen=True, kw_only=True):
    """What a model demands of a value: of a text, a number or a list, as the names say."""

    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    minimum: int | float | None = None
    maximum: int | float | None = None
    min_items: int | None = None
    max_items: int | None = None


class Predicate(msgspec.Struct, frozen=True):
    """A test, what to say of a value that fails it, and where below that value."""

    test: Callable[[Any], bool]
    message: str
    at: Path | Callable[[Any], Iterable[Path]] = ()
    """A path, or what gives one for each place that is wrong."""

    def places(self, value: Any) -> tuple[Path, ...]:
        """Where below a value that fails the test something is wrong."""
        return tuple(self.at(value)) if callable(self.at) else (self.at,)


class Refine(Kind, frozen=True):
    """Another node, and what must hold of its values: on reading too, or where constraints are checked."""

    item: Node
    rule: Constraint | Predicate
    on_read: bool

    @property
    def chain(self) -> tuple[Node, tuple[Refine, ...]]:
        """The node under this rule and those right below it, and the rules, the innermost first."""
        rules: list[Refine] = [self]
        below = self.item
        while isinstance(below, Refine):
            rules.append(below)
            below = below.item
        return below, (*reversed(rules),)

    def spell(self, inside: bool) -> str:
        return self.item.spell(inside)


class Named(Kind, frozen=True):
    """Another node under a name, for errors and documentation."""

    item: Node
    name: str
    doc: str = ""

    def spell(self, inside: bool) -> str:
        return self.name


class JsonText(Kind, frozen=True):
    """A string that holds a JSON document."""

    item: Node

    def spell(self, inside: bool) -> str:
        return f"text of {self.item.spell(inside)}"


class KeptText(Kind, frozen=True):
    """A string, kept as it is, and what another node reads from it."""

    item: Node

    def spell(self, inside: bool) -> str:
        return f"kept {self.item.spell(inside)}"


class ResultOf(Kind, frozen=True):
    """The Result of another node: what it reads, or what is wrong with that."""

    item: Node

    def spell(self, inside: bool) -> str:
        return f"result of {self.item.spell(inside)}"


class At(Kind, frozen=True):
    """What stands at the end of some steps, or a default where the way ends early."""

    steps: tuple[str | int, ...]
    item: Node
    default: Any = required

    @property
    def required(self) -> bool:
        return isinstance(self.default, Required)

    def spell(self, inside: bool) -> str:
        spelled = self.item.spell(inside)
        for step in reversed(self.steps):
            spelled = f"{{{step}: {spelled}}}" if isinstance(step, str) else f"[{step}: {spelled}]"
        return spelled


class Lazy(Kind, frozen=True):
    """A node made when it is needed, so that a description can hold itself."""

    thunk: Callable[[], Any]

    def spell(self, inside: bool) -> str:
        found = getattr(self.unfold(), "name", None)
        return found if isinstance(found, str) else "..."

    def unfold(self) -> Node:
        """What the thunk gives, which is remembered; raises what the thunk raises."""
        known: Unfolded | None = vars(self).get("unfolded")
        if known is None:
            known = vars(self)["unfolded"] = unfolded(self.thunk, _node_of)
        node: Node = known.value
        return node


def _node_of(codec: object) -> Node:
    node: Any = getattr(codec, "node", None)
    if not isinstance(node, Kind):
        raise TypeError("a thunk must give a codec")
    return cast("Node", node)


Wrapper: TypeAlias = Transform | Bind | Refine | Named | JsonText | KeptText | ResultOf | At
Node: TypeAlias = ScalarNode | AnyJson | Array | Dict | Tuple | Record | Union | Wrapper | Lazy


def is_struct_name(wire: str) -> bool:
    """Whether msgspec can call a member so; where it cannot, JSON still can."""
    return '"' not in wire and "\\" not in wire and wire.isprintable()
