"""The sink of XML: text, escaped for the place where it stands.

A variable holds the content of one element; what stands in the element's first tag is in another one.
"""

from __future__ import annotations

from binascii import b2a_base64
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from ...limits import MOST_LEVELS
from ...node import kinds as n
from ...node.claims import claimed
from ...node.facts import facts
from ...node.free import free_member
from ...node.layers import under_rules
from ...node.style import Attribute, Element, ElementText, Flattened, FreeName, map_names
from ...parse.xml import local, namespace
from ..source import Body, UnsuitedError, spelled
from . import called
from .choice.decided_xml import decided_in_xml
from .choice.tried_xml import tried_in_xml
from .elements import (
    constant,
    doubled,
    element,
    if_any,
    must_be_name,
    must_have_places,
    places_of,
    prefixed,
    tag_element,
    write_enumeration,
    write_other_elements,
)
from .moment import write_moment
from .place import ANEW, NIL, NULL, Front, Held, Part, Place, Written
from .plainly import xml_content
from .record import attribute_of
from .xml_free import document, others

if TYPE_CHECKING:
    from .emitter import Emitter


class XmlSink:
    """What XML is made of."""

    def __init__(self, escape: Callable[[str], str]) -> None:
        self.escaped = escape
        """Gives a text as it stands between tags."""

    most_levels = MOST_LEVELS - 1  # a scalar is an element of its own
    is_text = True
    is_free = False
    native: frozenset[n.TextFormat] = frozenset()
    nothing = "''"
    absent = ""
    takes_more = True
    takes_finite = False
    structs = False

    # scalars

    def scalar(self, e: Emitter, node: n.ScalarNode, var: str, place: Place) -> Written:
        body = e.body
        match node:
            case n.String():
                return self.text(body, var, place)
            case n.Integer() | n.BigInteger() | n.Decimal():
                body.line(f"{var} = str({var})")
            case n.Bool():
                body.line(f"{var} = 'true' if {var} else 'false'")
            case n.Blob():
                body.line(f"{var} = {body.name(b2a_base64)}({var}, newline=False).decode()")
            case n.Number():
                usual = f"type({var}) is float and {var} < 1e999 and {var} > -1e999"
                body.line(f"{var} = repr({var} if {usual} else {body.name(called.double)}({var}))")
            case n.Timestamp() | n.FormattedTime() | n.Textual():
                return write_moment(e, node, var)
            case n.Enumeration():
                write_enumeration(body, node, var, self.escape(place))
            case n.Literal():
                constants = zip(node.types, node.values, strict=True)
                texts = {
                    (kind, value): constant(value, self.escape(place))
                    for kind, value in constants
                    if value is not None
                }
                if type(None) in node.types:
                    return self._nullable(body, texts, var, place)
                body.line(f"{var} = {body.name(texts)}[type({var}), {var}]")
            case n.JsonNull():
                return self._nullable(body, {}, var, place)
        return ANEW

    def _nullable(self, body: Body, texts: dict[tuple[type, Any], str], var: str, place: Place) -> Written:
        """One of some texts, or null."""
        if place.inline:
            raise UnsuitedError
        attributes, found = body.variable(), body.name(NULL)
        if texts:
            known = {(type(None), None): NULL} | {key: ("", text) for key, text in texts.items()}
            found = f"{body.name(known)}[type({var}), {var}]"
        body.line(f"{attributes}, {var} = {found}")
        return Written(same=False, attributes=attributes)

    def escape(self, place: Place) -> Callable[[str], str]:
        return called.in_attribute if isinstance(place.hint, Attribute) else self.escaped

    def text(self, body: Body, var: str, place: Place) -> Written:
        body.line(f"{var} = {body.name(self.escape(place))}({var})")
        return ANEW

    def any_json(self, e: Emitter, var: str) -> Written:
        return e.called(e.body.name(document), var)

    def is_null(self, body: Body, var: str, written: Written) -> str | None:
        return None if written.attributes is None else f"{written.attributes} == {body.name(NIL)}"

    # containers

    def item(self, var: str, written: Written, place: Place) -> str:
        if place.free:
            return var
        return element(prefixed(place, must_be_name(place.item)), var, written.attributes)

    def sequence(self, items: Sequence[str], rest: str | None) -> str:
        return f"f{''.join(f'{{{item}}}' for item in (*items, *filter(None, (rest,))))!r}"

    def levels_of_a_map(self, place: Place) -> int:
        return 1 if map_names(place.hint, place.style).entry is None else 2

    def entry(self, e: Emitter, made: str, entry: tuple[str, str], written: Written, place: Place) -> None:
        body, (key, var) = e.body, entry
        names = map_names(place.hint, place.style)
        if names.entry is None:
            body.line(f"{body.name(called.must_be_name)}({key})")
            body.line(f"{made}[{key}] = {element(prefixed(place, f'{{{key}}}'), var, written.attributes)}")
            return
        if names.key == names.value:
            raise UnsuitedError
        name = prefixed(place, must_be_name(place.item if place.repeated else names.entry))
        body.line(f"{key} = {body.name(called.escaped)}({key})")
        body.line(f"{key} = {element(prefixed(place, must_be_name(names.key)), key)}")
        body.line(f"{var} = {element(prefixed(place, must_be_name(names.value)), var, written.attributes)}")
        body.line(f"{made}[{key}] = f'<{name}>{{{key}}}{{{var}}}</{name}>'")

    def entries(self, body: Body, made: str, var: str, place: Place) -> None:
        body.line(f"{var} = ''.join({made}.values())")
        if place.repeated and map_names(place.hint, place.style).entry is None:
            body.line(f"{var} = {element(prefixed(place, must_be_name(place.item)), var)}")

    def key_place(self, e: Emitter, case: n.Case, place: Place) -> Place:
        hint = case.xml[0] if case.xml else None
        ns = place.ns if hint is None or hint.ns is None else hint.ns
        if hint is not None and not ns and hint.ns is not None:  # names without a prefix may be in another
            raise UnsuitedError
        return Place(place.style, hint, ns=ns, prefix=self._prefix(e, ns) if ns else "")

    def _prefix(self, e: Emitter, ns: str, test: str = "", of: str = "spaces.elements") -> str:
        """The variable with the prefix of a namespace: for attributes, or as it stands before elements."""
        prefix = e.body.variable()
        e.body.line(f"{prefix} = {of}[{spelled(ns)}]{test}")
        return prefix

    def step(self, body: Body, step: str, var: str, written: Written, place: Place) -> None:
        name = prefixed(place, must_be_name(step))
        body.line(f"{var} = {element(name, var, written.attributes)}")

    # records

    def member_place(self, e: Emitter, member: n.Member, var: str, place: Place) -> Place:
        hint, lossy, prefix = member.xml, False, ""
        ns = place.ns if member.ns is None else member.ns
        if free_member(member) is not None:
            hint, lossy = FreeName(ns=ns), not member.required and member.default not in ((), {})
            return Place(place.style, hint, lossy, ns, taken=place.taken)
        if isinstance(hint, Flattened):
            hint = msgspec.structs.replace(hint, name=str.__str__(member.place))
            lossy = not member.required and member.default not in ((), {})
        if ns and not isinstance(hint, ElementText) and (member.ns or not isinstance(hint, Attribute)):
            if isinstance(hint, Attribute):
                prefix = self._prefix(e, ns, of="spaces")
            else:
                prefix = self._prefix(e, ns, if_any(member.node, hint, var, place))
        return Place(place.style, hint, lossy, ns, prefix)

    def member(self, e: Emitter, member: n.Member, var: str, written: Written, place: Place) -> None:
        body = e.body
        name = str.__str__(member.place)
        match member.xml:
            case Flattened():
                pass
            case Attribute():
                named = prefixed(place, name[1:], ":")
                body.line(f"{var} = f' {named}=\"{{{var}}}\"'")
            case ElementText():
                if not member.required and member.default != "":
                    e.doubt_if(f"not {var}")
            case Element() | None:
                body.line(f"{var} = {element(prefixed(place, name), var, written.attributes)}")

    def tag_name(self, by: n.ByTag) -> str:
        if by.xml is None:
            return must_be_name(by.tag)
        name: str = str.__str__(by.member.qualified)
        return name if name.startswith(("@", "{")) else f"{{}}{name}"

    def front(self, e: Emitter, tags: Held) -> Front:
        attributes = elements = ""
        for tag, held in tags:
            is_attribute, name = tag.startswith("@"), tag.removeprefix("@")
            ns, name, prefix = namespace(name), must_be_name(local(name)), ""
            if ns:
                found = self._prefix(e, ns, of="spaces") + "}:" if is_attribute else self._prefix(e, ns) + "}"
                prefix = "{" + found
            if is_attribute:
                text = doubled(constant(held.values[0], called.in_attribute))
                attributes += f' {prefix}{name}="{text}"'
            else:
                elements += tag_element(prefix + name, held)
        return attributes, elements

    def record(
        self,
        e: Emitter,
        node: n.Record,
        tags: Held,
        parts: Sequence[Part],
        var: str,
        *,
        front: Front,
        place: Place,
    ) -> Written:
        must_have_places([part.member for part in parts if not part.member.inline], tags)
        (attributes, elements), text = front, ""
        for part in parts:
            if part.around:
                attributes += f"{{{part.around}}}"
            match part.member.xml:
                case Attribute():
                    attributes += f"{{{part.var}}}"
                case ElementText():
                    text += f"{{{part.var}}}"
                case Element() | Flattened() | None:
                    elements += f"{{{part.var}}}"
        if node.others is not None:
            claims = claimed(node)
            names = {name for claim in claims for name in (claim.wire, claim.place)}
            known = {*places_of(tags), *names, *place.taken}
            kept = self._others(e, node.others, frozenset(known), var, place)
            attributes, text, elements = attributes + kept[0], text + kept[1], elements + kept[2]
            if place.among:  # a text stands before all elements
                e.doubt_if(kept[1][1:-1])
        around = e.body.variable() if attributes else None
        if around is not None:
            e.body.line(f"{around} = f{attributes!r}")
        e.body.line(f"{var} = f{text + elements!r}")
        return Written(same=False, attributes=around)

    def _others(self, e: Emitter, rest: n.Others, known: frozenset[str], var: str, place: Place) -> list[str]:
        """The source of the attributes, the text and the elements that a record keeps."""
        found, kept = e.body.variable(), [e.body.variable() for _ in range(3)]
        e.body.line(f"{found} = {attribute_of(var, rest.name)}")
        if isinstance(rest.node, n.AnyJson):
            e.body.line(f"{', '.join(kept)} = {e.body.name(others)}({found}, {e.here()})")
        else:
            write_other_elements(e, rest.node, found, kept, place)
        e.doubt_if(f"not {e.body.name(known)}.isdisjoint({found})")
        return [f"{{{each}}}" for each in kept]

    # unions

    def decides(self, e: Emitter, node: n.Union, case: n.Case, var: str, place: Place) -> bool:
        return decided_in_xml(e, node, case, var, place)

    def settles(self, e: Emitter, earlier: Sequence[n.Node], written: n.Node, var: str, place: Place) -> bool:
        return tried_in_xml(e, earlier, written, var, place)

    def lacks(self, node: n.Node, by: n.ByTag) -> bool:
        names = facts(node).xml_names
        places = (by.tag, f"@{by.tag}") if by.xml is None else (by.member.place,)
        return names is not None and names.isdisjoint(places)

    def lacks_keys(self, e: Emitter, node: n.Node, union: n.Union, var: str, place: Place) -> bool:
        below, entry = under_rules(node), map_names(place.hint, place.style).entry
        if any(hint is not None for case in union.cases for hint in case.xml):
            return False
        if isinstance(below, n.Dict) and entry is None:
            e.doubt_if(f"not {e.body.name(frozenset(union.tags))}.isdisjoint({var})")
            return True
        is_map = isinstance(below, n.Dict) and entry is not None
        names = frozenset((entry,)) if is_map else facts(node).xml_names
        return isinstance(below, n.Scalar) or (names is not None and names.isdisjoint(union.tags))

    # functions

    def plain_writer(self, e: Emitter, node: n.Node, place: Place) -> Callable[[Any, int], tuple[str, str]]:
        if place.among:  # it does not know what others have
            raise UnsuitedError
        return xml_content(node, place)


XML = XmlSink(called.escaped)
NAMES = XmlSink(str.__str__)
"""The names that the keys of maps are: texts, which are escaped where they stand."""
