"""The functions that read lists, maps, and what is at the end of some steps."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from ...node import kinds as n
from ...node.layers import under_functions
from ...node.style import XmlStyle, map_names
from ..construct import default_of
from ..source import Body, spelled
from ..success import success
from . import steps
from .scalar import key_of_name
from .value import Place, Value

if TYPE_CHECKING:
    from .node import Source


def write_as_it_is(source: Source, node: n.Node, value: Value, place: Place, body: Body) -> None:
    """A function for a node that needs none, so that it may hold itself."""
    body.line(f"return {source.expression(node, value, place)}")


def write_tuple(source: Source, node: n.Tuple, value: Value, place: Place, body: Body) -> None:
    """A list of so many items, or of at least so many."""
    names = [source.variable() for _ in node.items]
    body.line(f"items = {source.items(value)}")
    body.line(f"if len(items) {'!=' if node.rest is None else '<'} {len(names)}: raise refused")
    taken = names if node.rest is None else [*names, "*rest"]
    body.line(f"[{', '.join(taken)}] = items")
    found = [
        source.expression(item, Value(name), place.below)
        for item, name in zip(node.items, names, strict=True)
    ]
    if node.rest is not None:
        found.append(f"*{source.each(n.Array(node.rest), 'rest', place)}")
    body.line(f"return ({''.join(f'{each}, ' for each in found)})")


def write_result(source: Source, node: n.ResultOf, value: Value, place: Place, body: Body) -> None:
    """A Success; of what is refused, the plain interpreter says why."""
    body.line(f"try: return {source.call(success, source.expression(node.item, value, place))}")
    body.line("except refused: raise doubt")


def write_lone(source: Source, node: n.Array, value: Value, place: Place, body: Body) -> None:
    """A list, or the one item that is there in its place."""
    name = value.name
    if value.form == "keyed items":
        body.line(f"return {source.each(node, name, place, 'keyed')}")
        return
    alone = source.expression(node.item, value, place._replace(around=place.around + 1))
    match value.form:
        case "text":
            body.line(f"return ({alone},) if {name}.strip() else ()")
        case "items":
            body.line(f"return {source.each(node, name, place)}")
        case _:
            if (is_nil := source.is_nil(value)) is not None:
                body.line(f"if {is_nil}: raise refused")
            body.line(f"try: items = {source.call(steps.items_of, name)}")
            body.line(f"except refused: return ({alone},)")
            body.line(f"return {source.each(node, 'items', place)}")


def names_in(element: str, style: XmlStyle) -> str:
    """What says what the children of an element are called in it."""
    return f"run.inside[{element}.tag]" if style.namespaces else "run"


def name_of(member: n.Member) -> str:
    """What is found in the place of a member: the full name where its hint has a namespace."""
    return member.place if member.ns is None else member.qualified


def _key(source: Source, node: n.Node, text: str, place: Place) -> str:
    """The expression of a key, which is read of a text: as a scalar is, or plainly."""
    if isinstance(under_functions(node), n.Scalar | n.JsonText):
        return source.expression(node, Value(text, "text"), place.below)
    return source.call(key_of_name(node), text)


def write_dict(source: Source, node: n.Dict, value: Value, place: Place, body: Body) -> None:
    """A map, spelled as the style says."""
    names, key, item = map_names(place.hint, place.style), source.variable(), source.variable()
    if names.entry is not None:
        called = names_in("pair", place.style)
        pair = source.call(steps.entry, "pair", spelled(names.key), spelled(names.value), called)
        pairs = f"[{pair} for pair in {source.items(value)}]"
        found_key = _key(source, node.key, source.text(Value(key)), place)
        each = Value(item)
    else:
        if value.form == "items":  # flattened: the keys are in the one element
            body.line("if len(v) > 1: raise refused")
            body.line("if not v: return {}")
            body.line("[v] = v")
            value = Value("v")
        pairs = f"{source.call(steps.gathered, source.items(value), 'run')}.items()"
        found_key = _key(source, node.key, key, place)
        each = Value(item, "one or more")
    found, but_null = source.expression(node.value, each, place.below), source.but_null(node, each)
    if isinstance(node.key, n.String):
        body.line(f"return {{{found_key}: {found} for {key}, {item} in {pairs}{but_null}}}")
        return
    body.line(f"pairs = [({key}, {item}) for {key}, {item} in {pairs}{but_null}]")
    body.line(f"found = {{{found_key}: {found} for {key}, {item} in pairs}}")
    body.line("if len(found) != len(pairs): raise doubt")
    body.line("return found")


def write_at(source: Source, node: n.At, value: Value, place: Place, body: Body) -> None:
    """What is at the end of some steps, or the default where the way ends early."""
    odd, missing = "raise doubt", f"return {default_of(node, body)}"
    if node.required:
        odd = missing = "raise refused"
    name, items = value.name, source.items(Value(value.name, "one or more"))
    body.line("run.skips = True")
    for step in node.steps:
        if isinstance(step, str):
            body.line(f"if type({name}) is not {source.shared.name(Element)}: {odd}")
            body.line(f"{name} = {source.unless_nil(source.named(name, step), Value(name))}")
        else:
            body.line(f"items = {items}")
            body.line(f"{name} = items[{step}] if len(items) > {step} else None")
        body.line(f"if {name} is None: {missing}")
    body.line(
        f"return {source.expression(node.item, Value(name, 'any'), place._replace(tags=(), hint=None))}"
    )
