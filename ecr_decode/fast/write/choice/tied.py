"""Cases of one class: the source that sees for certain that one of them does not write a value.

The plain writer tries such cases in order. Here the first that may write a value writes it, or doubts it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain
from types import NoneType
from typing import TYPE_CHECKING, NamedTuple

from ....node import kinds as n
from ....node.layers import under_names, under_rules
from ....node.written import Classes, classes_of, written_classes
from ...alternative import first_of
from ...read_json.scalar import tested

if TYPE_CHECKING:
    from ..emitter import Emitter

CLASSES: dict[str, tuple[type, ...]] = {
    "null": (NoneType,),
    "boolean": (bool,),
    "number": (int, float),
    "string": (str,),
    "array": (tuple, list),
    "object": (dict,),
}
"""The classes of values that are written as a kind, unless the description names another class."""


def shares_class(node: n.Union, case: n.Case) -> bool:
    """Whether another case writes values of the same class."""
    others = {cls for each in node.cases if each is not case for cls in classes_of(each)}
    return not others.isdisjoint(classes_of(case))


class Look(NamedTuple):
    """What shows of a value of its class whether a case may write it."""

    test: str = ""
    """The source of the test, behind that of the class; empty if too little is known."""
    layers: tuple[int, ...] = ()
    """The identities of the nodes that write a value if the test holds; the first does not if it does not."""


def look_at(e: Emitter, node: n.Node, var: str) -> Look:
    """What shows that a node does not write a value: rules, constants, a length or a first item."""
    below = under_names(node)
    known = tested(node, var, e.body, exact=False)
    if known is not None:
        return Look(f" and ({known[0]})", (*_layers(below),))
    match below:
        case n.Array() | n.Dict():
            return Look(f" and not {_are_refused(e, below, var)}")
        case n.Tuple(items=items, rest=rest):
            length = f"len({var}) {'==' if rest is None else '>='} {len(items)}"
            refused = (_is_refused(e, item, f"{var}[{index}]") for index, item in enumerate(items))
            return Look(f" and {length}" + "".join(f" and not {test}" for test in refused))
        case _:
            return Look()


def _layers(node: n.Node) -> Iterator[int]:
    """The identities of a node and of what is under its names and rules."""
    yield id(node)
    if isinstance(node, n.Named | n.Refine):
        yield from _layers(node.item)


def _are_refused(e: Emitter, node: n.Array | n.Dict, var: str) -> str:
    """The test whether a node certainly does not write the first or the last item of a container."""
    if isinstance(node, n.Dict):
        return f"({var} and {_is_refused(e, node.value, first_of(node, var))})"
    first, last = (_is_refused(e, node.item, f"{var}[{index}]") for index in (0, -1))
    return f"({var} and ({first} or {last}))"


def _is_refused(e: Emitter, node: n.Node, found: str) -> str:
    """The test whether a node certainly does not write an item: one of another class, or another constant."""
    match node:
        case n.Refine(rule=n.Predicate(test), on_read=True) if _certain(node.item):
            return f"({_is_refused(e, node.item, found)} or not {e.body.name(test)}({found}))"
        case n.Named() | n.Refine():
            return _is_refused(e, node.item, found)
        case n.Integer() | n.BigInteger():
            return f"(type({found}) is not int)"
        case n.Literal(values=values, types=types):
            return f"(type({found}) not in {e.body.name(types)} or {found} not in {e.body.name(values)})"
        case n.Number():
            return f"(type({found}) is bool or not isinstance({found}, {e.body.name(CLASSES['number'])}))"
        case n.Textual(format=n.TextFormat.DATE):
            return (
                f"(type({found}) is {e.body.name(datetime)} or not isinstance({found}, {e.body.name(date)}))"
            )
        case n.Array() | n.Dict():
            other = f"not isinstance({found}, {e.body.name(_certain(node))})"
            return f"({other} or {_are_refused(e, node, found)})"
        case _:
            classes = _certain(node)
            return f"(not isinstance({found}, {e.body.name(classes)}))" if classes else "False"


def _certain(node: n.Node) -> Classes:
    """The classes of all values that a node writes; empty if they are not certain."""
    below = under_rules(node)
    match below:
        case n.Array() | n.Tuple():
            return CLASSES["array"]
        case n.Dict():
            return CLASSES["object"]
        case n.Number():
            return CLASSES["number"]
        case n.JsonText():
            return _certain(below.item)
        case n.Enumeration(cls, open=True):
            return (cls, str)
        case n.Scalar() | n.Record():
            return written_classes(below)
        case n.Union():
            found = [_certain(case.node) for case in below.every]
            return () if () in found else tuple(chain.from_iterable(found))
        case _:
            return ()
