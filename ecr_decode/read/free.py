"""Free names in XML: elements whose names are keys stand in the place of one around them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ..guard import is_dict
from ..node import kinds as n
from ..node.free import Free, free_member
from ..node.style import Element, ElementText
from ..parse.mixed import Mixed
from ..parse.xml import Child, Content, Repeated, as_spelled, full, local, namespace, relative
from .view import ABSENT


class Unheld(NamedTuple):
    """The element that is not there around some elements: what it would hold."""

    content: Content


def held(members: Content, key: str, hint: Element | None) -> Any:
    """What is called by a key: in the namespace of its hint, or of the element around it, or in none."""
    if hint is None or hint.ns is None:
        return members.children.get(key, ABSENT)
    found = members.exactly(full(key, hint.ns))
    return ABSENT if not found else found[0] if len(found) == 1 else Repeated(found)


def tree_under_keys(value: Unheld, tree_of: Callable[[Any], Any]) -> dict[str, Any]:
    """Elements as a tree: each under its name, whose prefix it declares itself."""
    return {child.spelled: _declaring(child, tree_of(child.value)) for child in value.content.by_full_name()}


def _declaring(child: Child, tree: Any) -> Any:
    """The tree of an element with the declaration of the prefix in its own name."""
    prefix = child.spelled.rpartition(":")[0]
    declared = "@xmlns:" + prefix
    if prefix in ("", "xml") or not namespace(child.name) or (is_dict(tree) and declared in tree):
        return tree
    content = tree if is_dict(tree) else {} if tree is None else {"#text": tree}
    return {declared: namespace(child.name), **content}


def as_key(element: Any, ns: str) -> Unheld:
    """An element under its name, in one of this namespace that is not there."""
    return _unheld([Child(relative(element.tag, ""), as_spelled(element.tag), element)], ns, "")


def found_freely(members: Content, free: Free, member: n.Member, known: tuple[n.Member, ...]) -> Any:
    """The elements that stand in the place of a member, in order, each for itself if there may be many."""
    others = [each for each in known if each is not member] if free.union.otherwise is not None else None
    chosen = [
        child
        for child in _in_order(members)
        if claims(free, child.name, members.ns)
        or (others is not None and not any(_is_of(each, child.name, members.ns) for each in others))
    ]
    ns = members.ns if free.ns is None else free.ns
    text = "" if any(isinstance(each.xml, ElementText) for each in known) else members.text.strip()
    if not free.many:
        return _unheld(chosen, ns, text) if chosen or text else ABSENT
    items = Repeated(_unheld([child], ns, "" if index else text) for index, child in enumerate(chosen))
    if text and not items:
        items.append(_unheld([], ns, text))
    return items if items or member.required else ABSENT


def claims(free: Free, name: str, ns: str) -> bool:
    """Whether an element of this full name, in one of this namespace, is called by a key."""
    spaces = ("", ns) if free.ns is None else (free.ns,)
    return any(
        local(name) == key and namespace(name) in spaces
        if hint is None or hint.ns is None
        else name == full(key, hint.ns)
        for key, hint in free.keys
    )


def _is_of(member: n.Member, name: str, ns: str) -> bool:
    free = free_member(member)
    if free is not None:
        return claims(free, name, ns)
    near = member.ns is None and local(name) == member.place and namespace(name) in ("", ns)
    return near or name == member.qualified


def _unheld(chosen: list[Child], ns: str, text: str) -> Unheld:
    children: dict[str, Any] = {}
    for name, _, value in chosen:
        key = local(name) if namespace(name) in ("", ns) else name
        if key not in children:
            children[key] = value
        elif isinstance(children[key], Repeated):
            children[key].append(value)
        else:
            children[key] = Repeated((children[key], value))
    return Unheld(Content(children, {}, text, ns, tuple(chosen)))


def _in_order(members: Content) -> list[Child]:
    children = [*members.by_full_name()]
    owner = members.owner
    if isinstance(owner, Mixed):
        found: dict[str, list[Child]] = {}
        for child in reversed(children):
            found.setdefault(child.spelled, []).append(child)
        return [found[name].pop() for name in owner.order]
    if members.each is None and owner is not None and not isinstance(owner, dict):
        return [Child(child.tag, child.tag, child) for child in owner]
    return children
