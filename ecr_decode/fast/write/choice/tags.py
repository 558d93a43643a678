"""Tags and keys in objects of any members: the source that doubts what reading would not decide for again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....node import kinds as n
from ....node.layers import under_names, under_rules
from ....node.style import map_names
from ...source import spelled

if TYPE_CHECKING:
    from ..emitter import Emitter
    from ..place import Place


def has_no_tag(e: Emitter, node: n.Union, case: n.Case, var: str) -> bool:
    """Whether a line can doubt an object of any members that has the tag of another case."""
    if e.sink.is_text or not isinstance(node.by, n.ByTag) or not has_any_members(case.node):
        return False
    e.doubt_if(f"type({var}) is dict and {var}.get({spelled(node.by.tag)}) in {e.body.name(node.tags)}")
    return True


def has_own_tag(e: Emitter, node: n.Union, case: n.Case, var: str, place: Place) -> bool:
    """Whether a line can doubt an object of any members without the tag of its case."""
    if not isinstance(node.by, n.ByTag) or not has_any_members(case.node):
        return False
    if e.sink.is_text and (
        isinstance(under_rules(case.node), n.AnyJson)
        or map_names(place.hint, place.style).entry is not None
        or e.sink.tag_name(node.by) != node.by.tag
    ):
        return False
    if not all(isinstance(tag, str) for tag in case.tags):
        return False
    tag = f"{var}.get({spelled(node.by.tag)})"
    e.doubt_if(f"type({var}) is not dict or {tag} not in {e.body.name(case.tags)}")
    return True


def has_any_members(node: n.Node) -> bool:
    """Whether a node writes the members of a dict as they are, the names of which are not known."""
    below = under_rules(node)
    if isinstance(below, n.Dict):
        is_same = isinstance(under_rules(below.value), n.String | n.AnyJson)
        return is_same and under_names(below.key) == n.String()
    return isinstance(below, n.AnyJson)
