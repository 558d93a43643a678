"""The functions that read unions: by a tag, by what an element looks like, or by trial."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, assert_never

from ...error.findings import FAULT
from ...node import kinds as n
from ...node.facts import facts
from ...node.free import Free
from ...node.layers import under_names
from ...node.native import reachable
from ...node.style import Attribute, Element, names_a_map
from ...node.walk import has_end
from ..alternative import alternative_or_fault, first_item
from ..source import Body, spelled
from ..textual import may_be_json
from . import looks, steps
from .container import name_of, names_in
from .scalar import text_or_fault
from .value import Place, Value

if TYPE_CHECKING:
    from .node import Source


def is_suited(node: n.Union, value: Value) -> bool:
    """Whether source reads a union: one by trial that holds itself needs the memory of the plain reader."""
    if isinstance(node.by, n.ByKey):
        hints = [hint for case in node.cases for hint in case.xml if hint is not None]
        plain = not any(hint.ns == "" or names_a_map(hint) for hint in hints)
        return value.form == "keyed" or (value.form != "text" and plain)
    if isinstance(node.by, n.ByTag):
        return node.by.member.ns != ""
    return isinstance(node.by, n.ByKind) or not _holds_itself(node)


def _holds_itself(node: n.Union) -> bool:
    """Whether a union is among its own parts, or that is not known."""
    below = (reachable(case.node) for case in node.every)
    return facts(node).recursive and (not has_end(node) or any(id(node) in each for each in below))


def write(source: Source, node: n.Union, value: Value, place: Place, body: Body) -> None:
    """The function of a union."""
    match node.by:
        case n.ByTrial():
            _write_by_trial(source, node, value, place, body)
            return
        case n.ByKind():
            _write_by_kind(source, node, value, place, body)
        case n.ByTag():
            if value.form == "element":  # nothing else has members
                _write_by_tag(source, node, node.by, place, body)
        case n.ByKey():
            _write_by_key(source, node, value, place, body)
            return
        case _:
            assert_never(node.by)
    body.line(_rest(source, node, value, place))


def _write_by_tag(source: Source, node: n.Union, by: n.ByTag, place: Place, body: Body) -> None:
    """The case of the text of a tag; numbers and booleans that are spelled in another way are in doubt."""
    value, inside = Value("v"), place._replace(tags=(*place.tags, by))
    found = source.unless_nil(_tag(source, by, place), value, "None")
    body.line(f"tag = {source.call(steps.tag_text, found, 'run.nils')}")
    tags = [(tag, case) for case in node.cases for tag in case.tags]
    chosen = {n.spell_literal(tag): case for tag, case in tags if not isinstance(tag, str)}
    are_texts = not chosen
    chosen |= {tag: case for tag, case in tags if isinstance(tag, str)}
    for case in node.cases:
        tests = " or ".join(f"tag == {spelled(text)}" for text, each in chosen.items() if each is case)
        if tests:
            body.line(f"if {tests}: return {source.expression(case.node, value, inside)}")
    if not are_texts:
        body.line("if tag is not None: raise doubt")


def _tag(source: Source, by: n.ByTag, place: Place) -> str:
    """What is found where a tag stands."""
    names, member = names_in("v", place.style), by.member
    match by.xml:
        case None:
            return source.call(steps.tag, "v", spelled(by.tag), names)
        case Attribute():
            return source.call(steps.attribute_tag, "v", spelled(member.qualified[1:]))
        case Element():
            if member.ns is not None:
                names = f"run.around(v.tag, {source.shared.name(frozenset((member.qualified,)))})"
            return source.call(steps.element_tag, "v", spelled(name_of(member)), names)


def _write_by_key(source: Source, node: n.Union, value: Value, place: Place, body: Body) -> None:
    """The case of a key, or the one that takes the rest; an element with several keys is in doubt."""
    if value.form == "keyed":
        rest = (
            "raise refused" if node.otherwise is None else f"return {source.plainly(node, Value('v'), place)}"
        )
        body.line("key, v = v")
    else:
        rest = _rest(source, node, value, place)
        if value.form != "element":
            body.line(rest)
            return
        names = dict(zip(Free(node).places, (key for key, _ in Free(node).keys), strict=True))
        full_names = frozenset(name for name in names if name.startswith("{"))
        if full_names and not place.style.namespaces:
            body.line(f"return {source.plainly(node, Value('v'), place)}")
            return
        near = names_in("v", place.style)
        around = f"run.around(v.tag, {source.shared.name(full_names)})" if full_names else near
        nullable = frozenset(
            str(tag) for case in node.cases if facts(case.node).reads_null for tag in case.tags
        )
        keys = source.shared.name(names), source.shared.name(nullable)
        found = source.call(steps.keyed, "v", *keys, around, "run")
        body.line(f"found = {found}")
        body.line(f"if found is None: {rest}")
        body.line("key, v = found")
    for case in node.cases:
        tests = " or ".join(f"key == {spelled(str(tag))}" for tag in case.tags)
        body.line(f"if {tests}: return {source.expression(case.node, Value('v'), place.below)}")
    if value.form == "keyed":
        body.line(rest)


def _rest(source: Source, node: n.Union, value: Value, place: Place) -> str:
    """The line that reads a value by the case that takes the rest."""
    rest = node.otherwise
    return "raise refused" if rest is None else f"return {source.expression(rest.node, value, place)}"


def _write_by_kind(source: Source, node: n.Union, value: Value, place: Place, body: Body) -> None:
    """The case of the kinds that a value may be taken for; one that text does not suit as well."""
    shown = {
        "element": source.call(looks.shown, "v", "run.nils"),
        "text": source.call(looks.shown_by_text, "v"),
        "items": spelled("several"),
    }
    body.line(f"shown = {shown[value.form]}")
    places = {id(case): index for index, case in enumerate(node.cases)}
    chosen, told, tried = dict[int, list[str]](), list[str](), set[int]()
    for look, kinds in looks.SHOWN.items():
        fitting = looks.of_kinds(node, kinds)
        if fitting:
            are_told = [facts(case.node).is_told_in_xml for case in fitting]
            chosen.setdefault(places[id(fitting[0])], []).append(look)
            if any(are_told) and not are_told[0]:
                told.append(look)
            if are_told[0] and len(fitting) > 1:
                tried.add(places[id(fitting[0])])
    is_element = value.form == "element"
    if told and is_element:
        _write_told(source, node, value, place, body, test=f"shown in {tuple(told)}")
    for index, found in chosen.items():
        read = source.expression(node.cases[index].node, value, place)
        if index in tried and is_element:
            with body.block(f"if shown in {tuple(found)}:"):
                body.line(f"try: return {read}")
                body.line("except refused: pass")
                _write_told(source, node, value, place, body)
        else:
            body.line(f"if shown in {tuple(found)}: return {read}")


def _write_told(
    source: Source, node: n.Union, value: Value, place: Place, body: Body, *, test: str = "True"
) -> None:
    """The case that members tell, as the plain reader sees it."""
    body.line(f"told = {source.call(looks.told(node), 'v', 'run', 'shown')} if {test} else None")
    for index, case in enumerate(node.cases):
        body.line(f"if told == {index}: return {source.expression(case.node, value, place)}")


def _write_by_trial(source: Source, node: n.Union, value: Value, place: Place, body: Body) -> None:
    *earlier, last = node.every
    text, fault = source.variable(), body.name(FAULT)
    has_text = value.form in ("element", "text")
    readers = [_of_text(case.node) if has_text else None for case in earlier]
    if any(readers) or (has_text and any(_json_text(case.node) for case in earlier)):
        body.line(f"{text} = {source.text(value, 'None')}")
    for case, reader in zip(earlier, readers, strict=True):
        if reader is not None:  # raising takes longer
            found, read = source.variable(), source.call(reader, text)
            body.line(f"{found} = {fault} if {text} is None else {read}")
            body.line(f"if {found} is not {fault}: return {found}")
        else:
            json_text = _json_text(case.node) if has_text else None
            may_be = _fits_first(source, case.node, value)
            if json_text is not None:
                may_be = f"{text} is not None and {source.call(may_be_json(json_text), text)}"
            with body.block(f"if {may_be}:") if may_be else nullcontext():
                body.line(f"try: return {source.expression(case.node, value, place)}")
                body.line("except refused: pass")
    body.line(f"return {source.expression(last.node, value, place)}")


def _json_text(node: n.Node) -> n.JsonText | None:
    below = under_names(node)
    return below if isinstance(below, n.JsonText) else None


def _fits_first(source: Source, node: n.Node, value: Value) -> str:
    """The test whether a list may be read, by the text of its first item; nothing if that does not tell."""
    below = under_names(node)
    item = None if isinstance(below, n.Dict) else first_item(below)
    read = _of_text(item) if item is not None and value.form in ("element", "items") else None
    return "" if read is None else source.call(steps.fits_first, value.name, source.shared.name(read))


def _of_text(node: n.Node) -> Callable[[Any], Any] | None:
    """What reads the text of an alternative that only a text can be: not null."""
    return None if facts(node).reads_null else alternative_or_fault(node, text_or_fault)
