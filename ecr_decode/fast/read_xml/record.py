"""The function that reads a record: one loop over its children, and then its members from what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...node import kinds as n
from ...node.claims import claims_of, takes_rest
from ...node.free import free_member
from ...node.layers import stands_alone
from ...node.style import Attribute, ElementText, Flattened, names_a_map
from ...parse.xml import attributes_of
from ..construct import construction, default_of
from ..source import Body, UnsuitedError, spelled
from . import steps
from .container import name_of, names_in
from .free import keys_of
from .inlined import apart, are_suited, by_form, flat, forbids, read_apart
from .value import Form, Place, Value

if TYPE_CHECKING:
    from .node import Source


def is_left(node: n.Record) -> bool:
    """Whether the plain interpreter reads a record, for what is rare."""
    members = flat(node)
    free = [each for each in map(free_member, members) if each is not None]
    hints = [hint for each in free for _, hint in each.keys if hint is not None]
    in_none = "" in (*(member.ns for member in members), *(hint.ns for hint in hints))
    return in_none or any(map(names_a_map, hints)) or not are_suited(node)


def write(source: Source, node: n.Record, value: Value, place: Place, body: Body) -> None:
    """The function of a record."""
    match value.form:
        case "element" if not any(map(_stands_alone, flat(node))):
            try:
                _Writer(source, node, place, body).write()
            except UnsuitedError:
                body.lines[:] = [f"return {source.plainly(node, value, place)}"]
        case "element" | "text":
            body.line(f"return {source.plainly(node, value, place)}")
        case _:
            body.line("raise refused")


def _stands_alone(member: n.Member) -> bool:
    return isinstance(member.xml, Flattened) and stands_alone(member.node)


class _Writer:
    """The lines of one record; each member has a variable, None if nothing was found at its place."""

    def __init__(self, source: Source, node: n.Record, place: Place, body: Body) -> None:
        self.source = source
        self.node = node
        self.tags = place.tags
        aside = apart(node)
        self.apart = {*map(id, aside)}
        claims = (claim for member in aside for claim in claims_of(member))
        self.hidden_children, self.hidden_attributes = by_form([*(by.member for by in place.tags), *claims])
        self.place = Place(node.style or place.style, place.tags)
        self.inside = Place(node.style or place.style, (), place.around + 1)
        self.body = body
        self.keys = {id(keys.member): keys for keys in keys_of(source, node, place.tags)}
        self.near = [member for member in flat(node) if id(member) not in self.keys]
        every = [each for member in self.near for each in n.spellings(member)]
        self.variables = {name_of(member): source.variable() for member in every}
        self.children = [m for m in every if not isinstance(m.xml, Attribute | ElementText)]
        self.attributes = [m for m in every if isinstance(m.xml, Attribute)]
        self.texts = [m for m in every if isinstance(m.xml, ElementText)]
        taken = [*self.variables, *(name for keys in self.keys.values() for name in keys.names)]
        self.forbids = forbids(node)
        known = [*taken, *(self.hidden_children if self.forbids or takes_rest(node) else ())]
        self.full_names = frozenset(name for name in known if name.startswith("{"))
        mixed = bool(self.full_names or self.keys) and not self.inside.style.namespaces
        if mixed or len(self.variables) < len(every) or len({*taken}) < len(taken):
            raise UnsuitedError
        if any(m.place.startswith(("@", "#")) for m in self.children):
            raise UnsuitedError

    def write(self) -> None:
        """All lines."""
        line, others = self.body.line, self.node.others
        if self.source.wary:
            line("if v in run.nils: raise refused")
        self._write_attributes()
        self._write_children()
        self._write_text()
        for member in self.near:
            self._write_aliases(member)
        missing = [f"{self.variables[name_of(m)]} is None" for m in self.near if _is_needed(m)]
        if missing:
            line(f"if {' or '.join(missing)}: raise refused")
        rest = {} if others is None else {others.name: self._others(others.node)}
        line(f"return {self._made(self.node, rest)}")

    def _made(self, node: n.Record, rest: dict[str, str]) -> str:
        """A record, of what was found for it, or for one inlined in it, and of the rest."""
        arguments = {
            member.name: self._argument(node, member) if not member.inline else self._inlined_in(node, member)
            for member in node.members
        }
        return construction(node.construct, arguments | rest, self.body)

    def _inlined_in(self, node: n.Record, member: n.Member) -> str:
        if id(member) in self.apart:
            return read_apart(self.source, node, member, self.place, self.body)
        return self._inlined(member.node)

    def _inlined(self, node: n.Node) -> str:
        """A record whose members are among those of another, and what functions make of it."""
        match node:
            case n.Record():
                return self._made(node, {})
            case n.Named() | n.Refine() | n.Transform():
                return self.source.over(node, self._inlined(node.item))
            case _:
                raise UnsuitedError

    def _write_attributes(self) -> None:
        holder, wary = "v", self.source.wary
        if wary and any(member.ns is not None for member in self.attributes):
            holder = "attributes"
            self.body.line(f"{holder} = {self.source.call(attributes_of, 'v')}")
        for member in self.attributes:
            self.body.line(
                f"{self.variables[name_of(member)]} = {holder}.get({spelled(name_of(member)[1:])})"
            )
        if self.forbids:
            known = {name_of(member)[1:] for member in self.attributes}
            names = self.source.shared.name(self.hidden_attributes | known)
            given = self.source.call(steps.unschemed, "v") if self.source.wary else "v.keys()"
            self.body.line(f"if not {names}.issuperset({given}): raise refused")

    def _write_children(self) -> None:
        line, node = self.body.line, self.node
        for member in self.children:
            line(f"{self.variables[name_of(member)]} = {'[]' if isinstance(member.xml, Flattened) else None}")
        for keys in self.keys.values():
            line(f"{keys.found} = []")
        if node.others is not None:
            line("rest = []")
        if self.source.wary:
            full = self.source.shared.name(self.full_names)
            around = f"run.around(v.tag, {full})"
            line(f"names = {around if self.full_names else names_in('v', self.inside.style)}")
        with self.body.block("for child in v:"):
            line("name = names[child.tag]" if self.source.wary else "name = child.tag")
            for member in self.children:
                with self.body.block(f"if name == {spelled(name_of(member))}:"):
                    self._write_child(member, self.variables[name_of(member)])
                    line("continue")
            for keys in self.keys.values():
                self.body.add(keys.write_child(self.source))
            if self.hidden_children and (self.forbids or node.others is not None):
                line(f"if name in {self.source.shared.name(self.hidden_children)}: continue")
            if (taker := next((keys for keys in self.keys.values() if keys.takes_rest), None)) is not None:
                line(taker.write_rest(self.source))
            elif node.others is not None:
                line("rest.append(child)")
            elif self.forbids:
                line("raise refused")
            else:
                line("if len(child): run.skips = True")
        for keys in self.keys.values():
            self.body.add(keys.write_found())

    def _write_child(self, member: n.Member, found: str) -> None:
        line = self.body.line
        if isinstance(member.xml, Flattened):
            line(f"{found}.append(child)")
        else:
            line(f"if {found} is None: {found} = child")
            line(f"elif type({found}) is list: {found}.append(child)")
            line(f"else: {found} = [{found}, child]")

    def _write_aliases(self, member: n.Member) -> None:
        """What is found under another name of a member; under two of them is in doubt."""
        first, *others = [self.variables[name_of(each)] for each in n.spellings(member)]
        is_there = "" if isinstance(member.xml, Flattened) else " is not None"
        for other in others:
            with self.body.block(f"if {other}{is_there}:"):
                self.body.line(f"if {first}{is_there}: raise doubt")
                self.body.line(f"{first} = {other}")

    def _write_text(self) -> None:
        line = self.body.line
        text = self.source.call(steps.text_of, "v")
        if self.texts:
            required = any(m.required for m in self.near if isinstance(m.xml, ElementText))
            line(f"{self.variables['#text']} = {text}{'' if required else ' or None'}")
        elif self.keys or self.forbids:
            line(f"if {text}.strip(): raise refused")
        elif not any(map(_is_needed, self.near)):
            line("if not len(v) and v.text and not v.keys() and v.text.strip(): raise refused")

    def _argument(self, node: n.Record, member: n.Member) -> str:
        keys = self.keys.get(id(member))
        value = Value(self.variables[name_of(member)], _form_of(member)) if keys is None else keys.value
        name = value.name
        is_nil = self.source.is_nil(value)
        if node.null_as_absent and not member.required and is_nil is not None:
            self.body.line(f"if {is_nil}: {name} = None")
        hint = member.xml if names_a_map(member.xml) else None
        read = self.source.expression(member.node, value, self.inside._replace(hint=hint))
        if member.required:
            return read
        is_there = f"{name} is not None" if value.form in ("one or more", "text", "keyed") else name
        return f"({read} if {is_there} else {default_of(member, self.body)})"

    def _others(self, node: n.Node) -> str:
        """What has no member: attributes, text and children, in this order."""
        if self.source.wary:
            kept = steps.kept(self.node, node, self.tags, self.inside.style)
            found = self.source.call(kept, "v", "rest", "run")
            return self._each_of(node, found)
        places = {member.place[1:] for member in self.attributes}
        known = self.source.shared.name(self.hidden_attributes | places)
        text = "''" if self.texts else self.source.call(steps.text_of, "v")
        found = self.source.call(steps.unknown, "v.attrib", known, text, "rest", "run")
        return self._each_of(node, found)

    def _each_of(self, node: n.Node, found: str) -> str:
        name, value = self.source.variable(), Value(self.source.variable(), "any")
        read = self.source.expression(node, value, self.inside)
        return f"{{{name}: {read} for {name}, {value.name} in {found}.items()}}"


def _is_needed(member: n.Member) -> bool:
    """Whether there must be something at the place of a member."""
    return member.required and not isinstance(member.xml, Flattened | ElementText)


def _form_of(member: n.Member) -> Form:
    """What is found at the place of a member."""
    match member.xml:
        case Attribute() | ElementText():
            return "text"
        case Flattened():
            return "items"
        case _:
            return "one or more"
