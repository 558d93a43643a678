"""The sink of XML: text, escaped for the place where it stands.

A variable holds the content of one element; what stands in the element's first tag is in another one.
"""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...node.facts import facts
from ...node.style import Attribute, Element, ElementText, Flattened, XmlStyle, names_a_map
from ...write.markup import escape_in_attribute, is_name
from ..doubt import Doubt
from ..source import Body, UnsuitedError
from . import called
from .place import ANEW, NIL, NULL, Part, Place, Tags, Written
from .plainly import xml_content
from .settled import tried_in_xml

if TYPE_CHECKING:
    from .emitter import Emitter


class XmlSink:
    """What XML is made of."""

    most_levels = MOST_LEVELS - 1  # a scalar is an element of its own
    is_text = True
    absent = ""
    no_entries = "[]"
    must_check_names = True
    structs = False

    # scalars

    def scalar(self, e: Emitter, node: n.ScalarNode, var: str, place: Place) -> Written:
        body = e.body
        match node:
            case n.String():
                body.line(f"{var} = {body.name(_escape(place))}({var})")
            case n.Integer():
                body.line(f"{var} = str({var})")
            case n.Bool():
                body.line(f"{var} = 'true' if {var} else 'false'")
            case n.Blob():
                body.line(f"{var} = {body.name(b2a_base64)}({var}, newline=False).decode()")
            case n.Number():
                usual = f"type({var}) is float and {var} < 1e999 and {var} > -1e999"
                body.line(f"{var} = repr({var} if {usual} else {body.name(called.finite)}({var}))")
            case n.Timestamp():
                e.must_be_in_utc(var)
                body.line(f"{var} = {var}.isoformat()[:-6] + 'Z'")
            case n.Enumeration():
                _write_enumeration(body, node, var, place)
            case n.Literal():
                constants = zip(node.types, node.values, strict=True)
                texts = {(kind, value): _constant(value, _escape(place)) for kind, value in constants}
                body.line(f"{var} = {body.name(texts)}[type({var}), {var}]")
            case n.JsonNull():
                if place.inline:
                    raise UnsuitedError
                attributes = body.variable()
                body.line(f"{attributes}, {var} = {body.name(NULL)}")
                return Written(same=False, attributes=attributes)
            case n.BigInteger() | n.Decimal() | n.Textual() | n.FormattedTime():
                raise UnsuitedError
        return ANEW

    def json_text(self, body: Body, var: str, place: Place) -> Written:
        body.line(f"{var} = {body.name(_escape(place))}({var})")
        return ANEW

    def any_json(self, e: Emitter, var: str) -> Written:
        raise UnsuitedError

    def is_null(self, body: Body, var: str, written: Written) -> str | None:
        return None if written.attributes is None else f"{written.attributes} == {body.name(NIL)}"

    # containers

    def item(self, var: str, written: Written, place: Place) -> str:
        return _element(_must_be_name(place.item or place.style.item), var, written.attributes)

    def sequence(self, items: Sequence[str]) -> str:
        return f"f{''.join(f'{{{item}}}' for item in items)!r}"

    def entry(self, e: Emitter, made: str, entry: tuple[str, str], written: Written, style: XmlStyle) -> None:
        body, (key, var) = e.body, entry
        if style.entry is not None:
            name = _must_be_name(style.entry)
            if style.key == style.value:
                raise UnsuitedError
            body.line(f"{key} = {body.name(called.escaped)}({key})")
            body.line(f"{key} = {_element(_must_be_name(style.key), key)}")
            body.line(f"{var} = {_element(_must_be_name(style.value), var, written.attributes)}")
            body.line(f"{made}.append(f'<{name}>{{{key}}}{{{var}}}</{name}>')")
            return
        body.line(f"{body.name(called.must_be_name)}({key})")
        body.line(f"{made}.append({_element(f'{{{key}}}', var, written.attributes)})")

    def entries(self, body: Body, made: str, var: str) -> None:
        body.line(f"{var} = ''.join({made})")

    def step(self, body: Body, step: str, var: str, written: Written) -> None:
        body.line(f"{var} = {_element(_must_be_name(step), var, written.attributes)}")

    # records

    def member_place(self, member: n.Member, style: XmlStyle) -> Place:
        if names_a_map(member.xml):
            raise UnsuitedError
        match member.xml:
            case Flattened():
                lossy = not member.required and member.default not in ((), {})
                return Place(style, str.__str__(member.place), repeated=True, lossy=lossy)
            case Attribute():
                return Place(style, inline=True, attribute=True)
            case ElementText():
                return Place(style, inline=True)
            case Element(item=item):
                return Place(style, item)
            case None:
                return Place(style)

    def member(self, e: Emitter, member: n.Member, var: str, written: Written) -> None:
        body = e.body
        name = str.__str__(member.place)
        match member.xml:
            case Flattened():
                pass
            case Attribute():
                body.line(f"{var} = f' {name[1:]}=\"{{{var}}}\"'")
            case ElementText():
                if not member.required and member.default != "":
                    e.doubt_if(f"not {var}")
            case Element(ns=ns):
                if ns is not None and written.attributes is not None:
                    e.doubt_if(f"' xmlns=\"' in {written.attributes}")  # it is declared already
                body.line(f"{var} = {_element(name, var, written.attributes, ns)}")
            case None:
                body.line(f"{var} = {_element(name, var, written.attributes)}")

    def record(self, e: Emitter, node: n.Record, tags: Tags, parts: Sequence[Part], var: str) -> Written:
        _must_have_places(node, tags)
        attributes, text, elements = "", "", "".join(_tag_element(*tag) for tag in tags)
        for part in parts:
            match part.member.xml:
                case Attribute():
                    attributes += f"{{{part.var}}}"
                case ElementText():
                    text += f"{{{part.var}}}"
                case Element() | Flattened() | None:
                    elements += f"{{{part.var}}}"
        around = e.body.variable() if attributes else None
        if around is not None:
            e.body.line(f"{around} = f{attributes!r}")
        e.body.line(f"{var} = f{text + elements!r}")
        return Written(same=False, attributes=around)

    # unions

    def settles(self, e: Emitter, node: n.Union, case: n.Case, var: str) -> bool:
        return isinstance(node.by, n.ByTrial) and tried_in_xml(e, node, case, var)

    def lacks(self, node: n.Node, tag: str) -> bool:
        names = facts(node).xml_names
        return names is not None and names.isdisjoint((tag, f"@{tag}"))

    # functions

    def plain_writer(self, e: Emitter, node: n.Node, place: Place) -> Callable[[Any, int], tuple[str, str]]:
        return xml_content(node, place.style, place.item)


XML = XmlSink()


def _escape(place: Place) -> Callable[[str], str]:
    return called.in_attribute if place.attribute else called.escaped


def _constant(value: str | int | bool | None, escape: Callable[[str], str] = called.escaped) -> str:
    """The text of a constant, escaped."""
    if type(value) is str:
        try:
            return escape(value)
        except Doubt:
            raise UnsuitedError from None
    if type(value) is bool:
        return "true" if value else "false"
    if type(value) is int:
        return str(value)
    raise UnsuitedError


def _write_enumeration(body: Body, node: n.Enumeration, var: str, place: Place) -> None:
    """A member by the text of its value; an open one may be made for a text that is not listed."""
    texts = {value: _constant(value, _escape(place)) for value in node.values}
    if node.open:
        body.line(f"if type({var}) is not str: {var} = {var}._value_")
        body.line(f"{var} = {body.name(texts.get)}({var}) or {body.name(_escape(place))}({var})")
    else:
        body.line(f"{var} = {body.name(texts)}[{var}._value_]")


def _must_be_name(name: str) -> str:
    """The name, which the plain writer refuses unless XML takes it."""
    if not is_name(name):
        raise UnsuitedError
    return name


def _element(name: str, var: str, attributes: str | None = None, ns: str | None = None) -> str:
    """The source of an element; where a name stands in braces, it is that of a variable."""
    around = "" if ns is None else f' xmlns="{_doubled(escape_in_attribute(ns))}"'
    inside = "" if attributes is None else f"{{{attributes}}}"
    whole = f"<{name}{around}{inside}>{{{var}}}</{name}>"
    if around:
        return f"f{whole!r}"
    test = var if attributes is None else f"{var} or {attributes}"
    return f"f{whole!r} if {test} else f{f'<{name}/>'!r}"


def _doubled(text: str) -> str:
    """A text as a template spells it."""
    return text.replace("{", "{{").replace("}", "}}")


def _tag_element(name: str, tag: str) -> str:
    text = _constant(str.__str__(tag))
    return _doubled(f"<{name}>{text}</{name}>" if text else f"<{name}/>")


def _must_have_places(node: n.Record, tags: Tags) -> None:
    """The plain writer says what is wrong with names that meet, or that XML does not take."""
    if node.others is not None:
        raise UnsuitedError
    places = [*dict(tags), *(str.__str__(member.place) for member in node.members)]
    if len(places) != len(set(places)):
        raise UnsuitedError
    for tag, _ in tags:
        _must_be_name(tag)
    for member in node.members:
        match member.xml:
            case ElementText():
                pass
            case Attribute():
                _must_be_name(member.place[1:])
            case _:
                _must_be_name(member.place)
                if isinstance(member.xml, Element) and member.xml.item is not None:
                    _must_be_name(member.xml.item)
