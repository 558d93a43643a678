"""The source that writes lists, tuples and maps: elements side by side."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TypeAlias

from ...node import kinds as n
from ...node.style import XmlStyle
from ...write.markup import is_name
from ..write_json.body import Body, UnsuitedError
from ..write_json.scalar import key_scalar
from .element import Attributes, Place, element
from .scalar import write_scalar
from .text import must_be_name

Write: TypeAlias = Callable[[n.Node, str, Body, Place], Attributes]


def write_array(node: n.Array, var: str, body: Body, place: Place, write: Write) -> Attributes:
    """Leave in the variable an element for each item."""
    name = _name_of_items(place)
    body.line(f"if type({var}) is not tuple and type({var}) is not list: raise doubt")
    item, made = body.variable(), body.variable()
    body.line(f"{made} = []")
    with body.container(), body.block(f"for {item} in {var}:"):
        attributes = write(node.item, item, body, Place(place.style))
        body.line(f"{made}.append({element(name, item, attributes)})")
    body.line(f"{var} = ''.join({made})")
    return None


def write_tuple(node: n.Tuple, var: str, body: Body, place: Place, write: Write) -> Attributes:
    """Leave in the variable an element for each item of its own kind."""
    name = _name_of_items(place)
    body.line(f"if type({var}) is not tuple or len({var}) != {len(node.items)}: raise doubt")
    items = [body.variable() for _ in node.items]
    if items:
        body.line(f"{''.join(f'{item}, ' for item in items)}= {var}")
    with body.container():
        for below, item in zip(node.items, items, strict=True):
            attributes = write(below, item, body, Place(place.style))
            body.line(f"{item} = {element(name, item, attributes)}")
    body.line(f"{var} = f{''.join(f'{{{item}}}' for item in items)!r}")
    return None


def write_map(node: n.Dict, var: str, body: Body, place: Place, write: Write) -> Attributes:
    """Leave in the variable an element for each entry, as the style has it."""
    style = place.style
    if style.entry is not None:
        write_pairs(node, style.entry, var, body, style, write=write)
        return None
    with _entries(var, body) as (key, item, made):
        write_scalar(key_scalar(node.key, checks=False), key, body, Place(style))
        body.line(f"{body.name(must_be_name)}({key})")
        attributes = write(node.value, item, body, Place(style))
        body.line(f"{made}.append({element(f'{{{key}}}', item, attributes)})")
    return None


def write_pairs(node: n.Dict, name: str, var: str, body: Body, style: XmlStyle, *, write: Write) -> None:
    """Leave in the variable an element of this name for each entry, its key and its value in it."""
    _must_be_names(name, style.key, style.value)
    with _entries(var, body) as (key, item, made):
        spelled = write_scalar(key_scalar(node.key, checks=False), key, body, Place(style))
        attributes = write(node.value, item, body, Place(style))
        body.line(f"{key} = {element(style.key, key, spelled)}")
        body.line(f"{item} = {element(style.value, item, attributes)}")
        body.line(f"{made}.append(f'<{name}>{{{key}}}{{{item}}}</{name}>')")


@contextmanager
def _entries(var: str, body: Body) -> Generator[tuple[str, str, str]]:
    """The lines for each entry of a map; the variables of its key, its value and of what is made."""
    body.line(f"if type({var}) is not dict: raise doubt")
    key, item, made = body.variable(), body.variable(), body.variable()
    body.line(f"{made} = []")
    with body.container(2), body.block(f"for {key}, {item} in {var}.items():"):
        yield key, item, made
    body.line(f"{var} = ''.join({made})")


def _name_of_items(place: Place) -> str:
    name = place.item or place.style.item
    _must_be_names(name)
    return name


def _must_be_names(*names: str) -> None:
    if len(names) != len(set(names)) or not all(map(is_name, names)):
        raise UnsuitedError
