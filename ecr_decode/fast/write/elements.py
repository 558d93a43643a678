"""The source of what XML is made of: elements, their names, constants, and what has no name of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ...node import kinds as n
from ...node.facts import facts
from ...node.free import free_member
from ...node.layers import under_rules
from ...node.style import Attribute, Element, ElementText, Flattened, map_names
from ...write.markup import is_name
from ..doubt import Doubt
from ..source import Body, UnsuitedError
from . import called
from .place import Held, Place
from .scalar import check_scalar

if TYPE_CHECKING:
    from .emitter import Emitter


def constant(value: str | int | bool | None, escape: Callable[[str], str] = called.escaped) -> str:
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


def write_enumeration(body: Body, node: n.Enumeration, var: str, escape: Callable[[str], str]) -> None:
    """A member by the text of its value; an open one may be made for a text that is not listed."""
    texts = {value: constant(value, escape) for value in node.values}
    if node.open:
        body.line(f"if type({var}) is not str: {var} = {var}._value_")
        body.line(f"{var} = {body.name(texts.get)}({var}) or {body.name(escape)}({var})")
    else:
        body.line(f"{var} = {body.name(texts)}[{var}._value_]")


def write_other_elements(e: Emitter, node: n.Node, var: str, kept: list[str], place: Place) -> None:
    """Leave in the last variable the elements of a map; names of attributes and of the text are in doubt."""
    if facts(node).free:  # a tree may be several elements
        raise UnsuitedError
    body, name, item = e.body, e.body.variable(), e.body.variable()
    e.must_be(var, dict)
    with e.loop() as lines:
        check_scalar(e, n.String(), name)
        body.line(f"{body.name(called.must_be_name)}({name})")
        written = e.write(node, item, place.below)
        body.line(f"{kept[-1]} += {element(f'{{{name}}}', item, written.attributes)}")
    body.line(f"{' = '.join(kept)} = ''")
    with body.block(f"for {name}, {item} in {var}.items():"):
        body.add(lines)


def if_any(node: n.Node, hint: Element | Flattened | None, var: str, place: Place) -> str:
    """The source of the condition that a member has an element, if it may have none."""
    if not isinstance(hint, Flattened):
        return ""
    below = under_rules(node)
    if (
        isinstance(below, n.Dict) and map_names(hint, place.style).entry is None
    ):  # its keys are in one element
        return ""
    if not isinstance(below, n.Array | n.Tuple | n.Dict):  # a function may make items of an empty value
        raise UnsuitedError
    return f" if {var} else ''"


def must_be_name(name: str) -> str:
    """The name, which the plain writer refuses unless XML takes it."""
    if not is_name(name):
        raise UnsuitedError
    return name


def prefixed(place: Place, name: str, colon: str = "") -> str:
    """The source of a name, with the prefix of its namespace."""
    return f"{{{place.prefix}}}{colon}{name}" if place.prefix else name


def element(name: str, var: str, attributes: str | None = None) -> str:
    """The source of an element; where a name stands in braces, it is that of a variable."""
    inside = "" if attributes is None else f"{{{attributes}}}"
    whole = f"<{name}{inside}>{{{var}}}</{name}>"
    test = var if attributes is None else f"{var} or {attributes}"
    return f"f{whole!r} if {test} else f{f'<{name}/>'!r}"


def doubled(text: str) -> str:
    """A text as a template spells it."""
    return text.replace("{", "{{").replace("}", "}}")


def tag_element(name: str, held: n.Literal) -> str:
    """The source of an element that is a tag."""
    text = doubled(constant(held.values[0]))
    return f"<{name}>{text}</{name}>" if text else f"<{name}/>"


def places_of(tags: Held) -> list[str]:
    """The places of tags, as those of members are spelled."""
    return [name.removeprefix("{}") for name in dict(tags)]


def must_have_places(members: Sequence[n.Member], tags: Held) -> None:
    """The plain writer says what is wrong with names that meet, or that XML does not take."""
    free = {member.name: free for member in members if (free := free_member(member)) is not None}
    keys = [place for each in free.values() for place in each.places]
    members = [member for member in members if member.name not in free]
    places = [*places_of(tags), *(str.__str__(member.qualified) for member in members), *keys]
    if len(places) != len(set(places)):
        raise UnsuitedError
    for member in members:
        match member.xml:
            case ElementText():
                pass
            case Attribute():
                must_be_name(member.place[1:])
            case _:
                must_be_name(member.place)
                if isinstance(member.xml, Element) and member.xml.item is not None:
                    must_be_name(member.xml.item)
