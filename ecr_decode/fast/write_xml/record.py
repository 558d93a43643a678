"""The source that writes records: each member where its hint puts it, as attribute, text or elements."""

from __future__ import annotations

from typing import Any, NamedTuple, Protocol, get_origin

from ...node import kinds as n
from ...node.style import Attribute, Element, ElementText, Flattened, XmlStyle
from ...write.markup import is_name
from ..write_json.body import Body, UnsuitedError, spelled
from ..write_json.record import Tags, attribute_of, none_is_omitted, placed
from ..write_json.value import repeatable
from .element import NIL, Attributes, Place, doubled, element
from .scalar import constant

_TEXT = "#text"


class Writers(Protocol):
    """How members are written."""

    def write(self, node: n.Node, var: str, body: Body, place: Place) -> Attributes:
        """Leave in the variable the content of one element."""
        ...

    def write_repeated(
        self, node: n.Node, name: str, var: str, body: Body, *, style: XmlStyle, empty_is_lost: bool
    ) -> None:
        """Leave in the variable an element of this name for each item."""
        ...


def write_record(
    node: n.Record, tags: Tags, var: str, body: Body, *, place: Place, writers: Writers
) -> Attributes:
    """Leave in the variable the content of a record's element."""
    if node.others is not None or place.inline:
        raise UnsuitedError
    maker: Any = get_origin(node.construct) or node.construct
    if isinstance(maker, type):
        body.line(f"if type({var}) is not {body.name(maker)}: raise doubt")
    tags, inside = placed(node, tags)
    names = [called(member) for member in node.members]
    _must_be_distinct_names([*dict(tags), *names])
    attributes, text, elements = "", "", "".join(_tag_element(name, tag) for name, tag in tags)
    with body.container():
        for member, name in zip(node.members, names, strict=True):
            found = body.variable()
            body.line(f"{found} = {attribute_of(var, member.name)}")
            if member.wire in inside:
                _must_be_tag(member, inside[member.wire], found, body)
            _Member(node, member, name, found, node.style or place.style).write(body, writers)
            match member.xml:
                case Attribute():
                    attributes += f"{{{found}}}"
                case ElementText():
                    text += f"{{{found}}}"
                case Element() | Flattened() | None:
                    elements += f"{{{found}}}"
    around = body.variable() if attributes else None
    if around is not None:
        body.line(f"{around} = f{attributes!r}")
    body.line(f"{var} = f{text + elements!r}")
    return around


def called(member: n.Member) -> str:
    """What a member is called in its element, in the words of a tree."""
    wire = str.__str__(member.wire)
    match member.xml:
        case Attribute():
            name = wire.removeprefix("@")
            if name.startswith("xmlns"):
                raise UnsuitedError
            return "@" + name
        case ElementText():
            return _TEXT
        case Element(name=name, item=item):
            if item is not None and not is_name(item):
                raise UnsuitedError
            return name
        case Flattened() | None:
            return wire


def _must_be_distinct_names(places: list[str]) -> None:
    """The plain writer says what is wrong with names that meet, or that XML does not take."""
    names = [place.removeprefix("@") for place in places if place != _TEXT]
    if len(places) != len(set(places)) or not all(map(is_name, names)):
        raise UnsuitedError


def _tag_element(name: str, tag: str) -> str:
    text = constant(tag)
    return doubled(f"<{name}>{text}</{name}>" if text else f"<{name}/>")


def _must_be_tag(member: n.Member, tag: str, var: str, body: Body) -> None:
    if member.xml is not None or member.omit not in (None, False):
        raise UnsuitedError
    body.line(f"if {var} != {spelled(tag)}: raise doubt")


class _Member(NamedTuple):
    """One member, what it is called, and the variable that holds it."""

    record: n.Record
    member: n.Member
    name: str
    var: str
    style: XmlStyle

    def write(self, body: Body, writers: Writers) -> None:
        """Leave in the variable all that is written of it: elements, an attribute or text, or nothing."""
        member, var = self.member, self.var
        match member.omit:
            case None if none_is_omitted(member):
                omitted = f"{var} is None"
            case None | False:
                self._write_shown(body, writers)
                return
            case True:
                omitted = f"{var} == {body.name(member.default)}"
            case holds:
                omitted = f"{body.name(holds)}({body.name(repeatable)}({var}))"
        body.line(f"if {omitted}: {var} = ''")
        with body.block("else:"):
            self._write_shown(body, writers)

    def _write_shown(self, body: Body, writers: Writers) -> None:
        _, member, name, var, style = self
        place, ns = Place(style), member.xml.ns if isinstance(member.xml, Element) else None
        match member.xml:
            case Flattened():
                lost = not member.required and member.default not in ((), {})
                writers.write_repeated(member.node, name, var, body, style=style, empty_is_lost=lost)
                return
            case Attribute():
                place = Place(style, inline=True, attribute=True)
            case ElementText():
                place = Place(style, inline=True)
            case Element(item=item):
                place = Place(style, item)
            case None:
                pass
        attributes = writers.write(member.node, var, body, place)
        if attributes is not None and self._null_is_lost:
            body.line(f"if {attributes} == {body.name(NIL)}: raise doubt")
        if place.attribute:
            body.line(f"{var} = f' {name[1:]}=\"{{{var}}}\"'")
        elif not place.inline:
            body.line(f"{var} = {element(name, var, attributes, ns)}")
        elif not member.required and member.default != "":
            body.line(f"if not {var}: raise doubt")

    @property
    def _null_is_lost(self) -> bool:
        """Whether a null would be read as the default."""
        return self.record.null_as_absent and not self.member.required and self.member.default is not None
