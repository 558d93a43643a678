"""XML: the members of elements, each in the place that its hint says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..node import kinds as n
from ..node.claims import claimed
from ..node.free import free_member
from ..node.known import Constants, Facts
from ..node.style import (
    XSI,
    Attribute,
    Element,
    ElementText,
    Flattened,
    MapNames,
    XmlHint,
    map_names,
    names_a_map,
)
from ..parse.xml import (
    Content,
    Inside,
    Repeated,
    full,
    local,
    namespace,
    of_schema,
)
from .free import claims, found_freely, held
from .view import ABSENT, Fit
from .xml_text import Hinted, TextView, unhinted

_TYPE = f"@{{{XSI}}}type"
_NESTED = frozenset(("array", "object"))


def _hinted(found: Any, hint: XmlHint) -> Any:
    return Hinted(found, hint) if found is not ABSENT and names_a_map(hint) else found


class ContentView(TextView):
    """What all XML has in common: all scalars are texts, and members have places."""

    __slots__ = ()

    def items(self, value: Any) -> list[Any] | tuple[Any, ...] | None:
        if isinstance(value, Repeated):
            return value
        parts = self.parts(value)
        if parts is None or parts.text.strip() or self.null(value):
            return None
        return self.children(value, parts)

    def entries(self, value: Any) -> Iterable[tuple[Any, Any]] | None:
        names = map_names(value.hint if isinstance(value, Hinted) else None, self.style)
        value = unhinted(value)
        if names.entry is None:
            if isinstance(value, Repeated) and len(value) == 1:  # flattened, and keys stand for themselves
                (value,) = value
            elif isinstance(value, Repeated) and not value:
                return ()
            members = self.members(value)
            return None if members is None or members.text.strip() else by_local_name(members).items()
        pairs = self.items(value)
        return None if pairs is None else [self._entry(pair, names) for pair in pairs]

    def _named(self, parts: Content) -> Content:
        """The parts, their children by what they are called in the style."""
        return parts if self.style.namespaces else parts._replace(children=by_local_name(parts))

    def _entry(self, pair: Any, names: MapNames) -> tuple[Any, Any]:
        parts = self.parts(pair)
        if parts is None:
            return ABSENT, ABSENT
        parts = self._named(parts)
        return parts.children.get(names.key, ABSENT), parts.children.get(names.value, ABSENT)

    def members(self, value: Any, node: n.Record | None = None) -> Content | None:
        parts = self.parts(value)
        if parts is None or self.null(value):
            return None
        parts = self._named(parts)
        has_text = node is not None and any(isinstance(each.xml, ElementText) for each in claimed(node))
        return None if not has_text and parts.text.strip() and self.is_bare(value, parts) else parts

    def held(self, members: Content, key: str, hint: Element | None) -> Any:
        return held(members, key, hint)

    def names(self, members: Content) -> list[str]:
        return [*by_local_name(members)]

    def strays(self, members: Content) -> bool:
        return bool(members.text.strip())

    def find(self, members: Content, known: tuple[n.Member, ...]) -> list[tuple[n.Member, Any]]:
        taken = _exact(known) if members.each is not None else frozenset[str]()
        return [
            (
                member,
                self._found(members, member, taken)
                if (free := free_member(member)) is None
                else found_freely(members, free, member, known),
            )
            for member in known
        ]

    def _found(self, members: Content, member: n.Member, taken: frozenset[str]) -> Any:
        match member.xml:
            case Attribute():
                return members.attributes.get(member.qualified[1:], ABSENT)
            case ElementText():
                return members.text if members.text or member.required else ABSENT
            case Flattened():
                found = self._named_child(members, member, taken)
                if found is ABSENT:
                    return Repeated() if member.required else ABSENT
                return _hinted(found if isinstance(found, Repeated) else Repeated([found]), member.xml)
            case Element():
                return _hinted(self._named_child(members, member, taken), member.xml)
            case None:
                return self._named_child(members, member, taken)

    def _named_child(self, members: Content, member: n.Member, taken: frozenset[str]) -> Any:
        """What is found under the name of a member; an element that another member names is not."""
        if member.ns is not None:
            return _one_or_many(members.exactly(member.qualified))
        if full(member.place, members.ns) in taken:
            return _one_or_many(members.exactly(member.place))
        return members.children.get(member.place, ABSENT)

    def named(self, members: Content, name: str) -> Any:
        found = _one_or_many([child.value for child in members.by_full_name() if local(child.name) == name])
        if found is not ABSENT or name in members.attributes:
            return members.attributes[name] if found is ABSENT else found
        return next(
            (text for full_name, text in members.attributes.items() if local(full_name) == name), found
        )

    def tag(self, members: Content, by: n.ByTag) -> Any:
        if by.xml is None:
            return members.children.get(by.tag, members.attributes.get(by.tag, ABSENT))
        found = self._found(members, by.member, frozenset())
        if by.member.qualified == _TYPE and isinstance(found, str):
            return found.rpartition(":")[2].strip()  # a QName, whose prefix is the sender's choice
        return found

    def spelled(self, member: n.Member) -> str:
        return member.place

    def unknown(self, members: Content, known: tuple[n.Member, ...]) -> list[tuple[str, Any]]:
        return [*self._rest(members, known, schemas=False).items()]

    def kept(self, members: Content, known: tuple[n.Member, ...], node: n.Node) -> list[tuple[str, Any]]:
        rest = self._rest(members, known, schemas=True)
        if not _keeps_text(node):
            return [*rest.items()]
        declared = self.declarations(members, rest)
        if _is_free(node):
            rest = {name: Inside(value, frozenset(declared)) for name, value in rest.items()}
        return [*declared.items(), *rest.items()]

    def _rest(self, members: Content, known: tuple[n.Member, ...], *, schemas: bool) -> dict[str, Any]:
        """What no member takes, as the document spells the names; attributes of schemas if they count."""
        exact = {member.qualified for member in known}
        near = {member.place for member in known if member.ns is None}
        found: dict[str, Any] = {}
        for name, text in members.attributes.items():
            if "@" + name not in exact and (schemas or not of_schema(name)):
                found["@" + members.spellings.get(name, name)] = text
        if members.text.strip() and "#text" not in exact:
            found["#text"] = members.text
        free = [each for each in map(free_member, known) if each is not None]
        for name, spelled, value in members.by_full_name():
            if any(each.union.otherwise is not None or claims(each, name, members.ns) for each in free):
                continue
            is_near = "}" not in name or name == full(local(name), members.ns) or not self.style.namespaces
            if name not in exact and not (is_near and local(name) in near):
                _join(found, spelled, value)
        return found

    def declarations(self, members: Content, rest: dict[str, Any]) -> dict[str, str]:
        """The declarations of the prefixes that the rest of the members of an element uses."""
        raise NotImplementedError

    def elsewhere(self, members: Content, member: n.Member) -> str | None:
        """The kind of namespace in which there is what a member lacks."""
        is_attribute = isinstance(member.xml, Attribute)
        names = members.attributes if is_attribute else [child.name for child in members.by_full_name()]
        place = member.place.removeprefix("@")
        found = [name for name in names if local(name) == place]
        return None if not found else "another namespace" if namespace(found[0]) else "no namespace"

    def fit(self, value: Any, known: Facts) -> Fit:
        members = self.members(value)
        if members is None:
            return Fit.OPEN
        if not known.reads & _NESTED and (members.children or not known.reads):
            return Fit.OTHER
        found = {"@" + name: text for name, text in members.attributes.items()} | members.children
        places = {_local_place(name) for name in found}
        if not known.xml_needs <= places or any(map(places.isdisjoint, known.xml_either)):
            return Fit.NONE
        for place, constants in known.xml_fixed.items():
            if place in found and not self._is_one_of(found[place], constants):
                return Fit.NONE
        return Fit.TOLD if known.is_told_in_xml else Fit.OPEN

    def _is_one_of(self, value: Any, constants: Constants) -> bool:
        return any(self._is(value, kind, constant) for kind, constant in constants)

    def _is(self, value: Any, kind: type, constant: Any) -> bool:
        match constant:
            case None:
                return self.null(value)
            case bool():
                found: object = self.boolean(value)
            case str():
                found = self.text(value)
            case _:
                found = self.number(value)
        return type(found) is kind and found == constant


def _exact(known: tuple[n.Member, ...]) -> frozenset[str]:
    """The full names of the elements that members name with a namespace."""
    return frozenset(member.qualified for member in known if member.ns)


def _one_or_many(found: list[Any]) -> Any:
    return ABSENT if not found else found[0] if len(found) == 1 else Repeated(found)


def _join(found: dict[str, Any], name: str, value: Any) -> None:
    """Put a value beside those of the same name."""
    if name not in found:
        found[name] = value
    elif isinstance(found[name], Repeated):
        found[name].append(value)
    else:
        found[name] = Repeated((found[name], value))


def by_local_name(members: Content) -> dict[str, Any]:
    """The children, those that share a local name together."""
    if members.each is None:
        return members.children
    found: dict[str, Any] = {}
    for name, _, value in members.each:
        _join(found, local(name), value)
    return found


def _keeps_text(node: n.Node) -> bool:
    """Whether a node takes any text as it is, that of a declaration as well."""
    return _is_free(node) or isinstance(_read_by(node), n.String)


def _is_free(node: n.Node) -> bool:
    return isinstance(_read_by(node), n.AnyJson)


def _read_by(node: n.Node) -> n.Node:
    """The node that reads, under names and model's constraints."""
    while isinstance(node, n.Named) or (isinstance(node, n.Refine) and not node.on_read):
        node = node.item
    return node


def _local_place(name: str) -> str:
    """A place without its namespace."""
    return name if "}" not in name else ("@" if name.startswith("@") else "") + local(name)
