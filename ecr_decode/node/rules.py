"""Rules: the facts of a node, from those of the nodes in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, assert_never

import msgspec

from . import kinds as n
from .default import Factory
from .free import has_free_members
from .known import (
    ANY_NAME,
    ARRAY,
    LENIENT,
    NONE,
    OBJECT,
    STRING,
    UNKNOWN,
    Constants,
    Facts,
    Names,
)
from .layers import bare
from .style import ElementText, Flattened
from .walk import does_more, json_kind_of

Find: TypeAlias = Callable[[n.Node], Facts]


def told(node: n.Node, find: Find) -> Facts:
    """The facts of a node, from those of the nodes in it."""
    match node:
        case n.Scalar():
            return _scalar(node)
        case n.AnyJson():
            return msgspec.structs.replace(
                UNKNOWN, recursive=False, spaces=NONE, calls=False, exact=False, secret=False, errors=False
            )
        case n.Array(item=item, lone=lone, null_as_absent=skips):
            found = _array(find(item), lone=lone)
            return msgspec.structs.replace(found, final=found.final and not skips)
        case n.Dict(value=value, key=key, null_as_absent=skips):
            certain = isinstance(key, n.String) and not skips
            found = _joined((find(value), find(key)), OBJECT, final=certain)
            return msgspec.structs.replace(found, names=None, xml_names=None)
        case n.Tuple(every=every, rest=rest):
            return _joined(map(find, every), ARRAY, final=rest is None)
        case n.Record():
            return _record(node, find)
        case n.Union(by=n.ByKey()):
            return _keyed(node, find)
        case n.Union():
            return _union(node, find)
        case n.Transform(item=item):
            return msgspec.structs.replace(find(item), final=False, calls=True)
        case n.Refine(item=item, on_read=on_read):
            found = find(item)
            calls = found.calls or (on_read and isinstance(node.rule, n.Predicate))
            return msgspec.structs.replace(found, final=found.final and not on_read, calls=calls)
        case n.Named(item=item):
            return find(item)
        case n.Bind(item=item):
            first = find(item)
            return msgspec.structs.replace(
                UNKNOWN,
                reads=first.reads,
                needs=first.needs,
                either=first.either,
                xml_needs=first.xml_needs,
                xml_either=first.xml_either,
            )
        case n.ResultOf(item=item):
            found = find(item)
            return msgspec.structs.replace(
                UNKNOWN,
                writes=found.writes,
                names=found.names,
                xml_names=found.xml_names,
                recursive=found.recursive,
                spaces=found.spaces,
                calls=found.calls,
                exact=found.exact,
                secret=found.secret,
            )
        case n.JsonText(item=item) | n.KeptText(item=item):
            found = _joined((find(item),), STRING, final=False)
            return msgspec.structs.replace(found, names=NONE, xml_names=NONE, spaces=NONE, exact=False)
        case n.At(item=item):
            return _at(node, find(item))
        case n.Lazy():
            return find(node)
        case _:
            assert_never(node)


def _scalar(node: n.ScalarNode) -> Facts:
    match node:
        case n.JsonNull():
            return _of_kind("null", final=True)
        case n.Bool(lenient=lenient):
            return _of_kind("boolean", lenient=lenient, final=not lenient)
        case n.Integer(lenient=lenient):
            return _of_kind("number", lenient=lenient, final=not lenient)
        case n.Number(lenient=lenient):
            found = _of_kind("number", lenient=lenient, final=not lenient)
            return msgspec.structs.replace(found, writes=found.writes | STRING) if lenient else found
        case n.String():
            return _of_kind("string", final=True)
        case n.Timestamp():
            return _of_kind("number", lenient=True)
        case n.FormattedTime(format=n.TimeFormat.EPOCH_SECONDS):
            return _of_kind("number", lenient=True)
        case n.FormattedTime():
            return _of_kind("string", lenient=True)
        case n.BigInteger():
            return _of_kind("number")
        case n.Decimal():
            return msgspec.structs.replace(_of_kind("number"), exact=True)
        case n.Textual():
            return _of_kind("string", final=True)
        case n.Blob():
            return _of_kind("string", final=True)
        case n.Literal(values=values, types=types):
            return _of_kind(*map(json_kind_of, values), final=all(each is str for each in types))
        case n.Enumeration(values=values):
            kinds = frozenset(map(json_kind_of, values))
            return _of_kind(*kinds, final=kinds == STRING and not node.open)
        case _:
            assert_never(node)


def _of_kind(*kinds: str, lenient: bool = False, final: bool = False) -> Facts:
    own = frozenset(kinds)
    return Facts(
        reads=LENIENT if lenient else own, writes=own, names=NONE, xml_names=NONE,
        recursive=False, final=final, free=False, spaces=NONE, calls=False, exact=False,
        secret=False, errors=False,
    )  # fmt: skip


def _joined(parts: Iterable[Facts], kinds: Names, *, final: bool) -> Facts:
    """The facts of what has parts, and is of these kinds itself."""
    found = tuple(parts)
    return Facts(
        reads=kinds,
        writes=kinds,
        names=NONE,
        xml_names=None,
        recursive=any(each.recursive for each in found),
        final=final and all(each.final for each in found),
        free=any(each.free for each in found),
        spaces=_every(each.spaces for each in found),
        calls=any(each.calls for each in found),
        exact=any(each.exact for each in found),
        secret=any(each.secret for each in found),
        errors=any(each.errors for each in found),
    )


def _array(item: Facts, *, lone: bool) -> Facts:
    found = _joined((item,), ARRAY, final=not lone or item.reads.isdisjoint(("array", "null")))
    if not lone:
        return found
    return msgspec.structs.replace(
        found,
        reads=ARRAY | item.reads,
        writes=ARRAY | item.writes,
        names=item.names,
    )


def _at(node: n.At, item: Facts) -> Facts:
    step = node.steps[0]
    found = _joined((item,), OBJECT if isinstance(step, str) else ARRAY, final=False)
    if not isinstance(step, str):
        return found
    named = frozenset((step,))
    needs = named if node.required else NONE
    xml_either = frozenset((frozenset((step, "@" + step)),)) if node.required else frozenset[Names]()
    return msgspec.structs.replace(found, needs=needs, names=named, xml_either=xml_either, xml_names=named)


def _record(node: n.Record, find: Find) -> Facts:
    own = [member for member in node.members if not member.inline]
    members = [find(member.node) for member in own]
    inlined = [(member, find(member.node)) for member in node.members if member.inline]
    if inlined:
        apart = msgspec.structs.replace(node, members=tuple(own))
        return _with_inlined(_record(apart, find), inlined, calls=does_more(node))
    rest = () if node.others is None else (find(node.others.node),)
    named = all(n.is_struct_name(member.wire) for member in node.members)
    constants = _constants(node)
    made = any(isinstance(member.default, Factory) for member in node.members)
    certain = named and node.others is None and not (node.null_as_absent or node.has_aliases or made)
    found = _joined((*members, *rest), OBJECT, final=certain)
    return msgspec.structs.replace(
        found,
        needs=frozenset(member.wire for member in node.members if _is_needed(member)),
        either=frozenset(frozenset(member.names) for member in node.members if _is_needed_by_any(member)),
        fixed={member.wire: allowed for member, allowed in constants},
        xml_fixed={
            member.place: allowed
            for member, allowed in constants
            if not isinstance(member.xml, Flattened | ElementText) and member.ns is None
        },
        names=None if rest else frozenset(member.wire for member in node.members),
        xml_needs=frozenset(
            member.place
            for member in node.members
            if _is_needed(member) and not isinstance(member.xml, Flattened | ElementText)
        ),
        xml_either=frozenset(
            frozenset(each.place for each in n.spellings(member))
            for member in node.members
            if _is_needed_by_any(member) and not isinstance(member.xml, Flattened | ElementText)
        ),
        xml_names=None if rest or has_free_members(node) else frozenset(m.place for m in node.members),
        free=found.free or bool(rest),
        spaces=_every((found.spaces, frozenset(m.ns for m in node.members if m.ns is not None))),
        calls=found.calls or does_more(node) or made,
        secret=found.secret or any(member.secret for member in node.members),
    )


def _with_inlined(own: Facts, inlined: list[tuple[n.Member, Facts]], *, calls: bool) -> Facts:
    """The facts of a record with the members of others among its own."""
    every = [own, *(found for _, found in inlined)]
    certain = [own, *(found for member, found in inlined if member.required)]
    return msgspec.structs.replace(
        _joined(every, OBJECT, final=False),
        needs=all_names(each.needs for each in certain),
        either=frozenset[Names]().union(*(each.either for each in certain)),
        fixed={name: allowed for each in every for name, allowed in each.fixed.items()},
        xml_fixed={place: allowed for each in every for place, allowed in each.xml_fixed.items()},
        names=_every(each.names for each in every),
        xml_needs=all_names(each.xml_needs for each in certain),
        xml_either=frozenset[Names]().union(*(each.xml_either for each in certain)),
        xml_names=_every(each.xml_names for each in every),
        free=any(each.free or each.names is None for each in every),  # what takes any name keeps it
        calls=calls or any(each.calls for each in every),
    )


def _is_needed(member: n.Member) -> bool:
    """Whether there is nothing to read without the member's own name."""
    return member.required and not member.aliases


def _is_needed_by_any(member: n.Member) -> bool:
    """Whether there is nothing to read without one of the member's names."""
    return member.required and bool(member.aliases)


def _constants(node: n.Record) -> list[tuple[n.Member, Constants]]:
    """The members that hold constants, and those."""
    found: list[tuple[n.Member, Constants]] = []
    for member in node.members:
        below = bare(member.node)
        nullable = node.null_as_absent and (member.aliases or not member.required)
        if isinstance(below, n.Literal) and not nullable:
            found.append((member, frozenset(zip(below.types, below.values, strict=True))))
    return found


def _union(node: n.Union, find: Find) -> Facts:
    cases = [find(case.node) for case in node.every]
    reads = all_names(case.reads for case in cases)
    found = Facts(
        reads=reads,
        writes=all_names(case.writes for case in cases),
        needs=_common(case.needs for case in cases),
        either=_in_every(
            [_asked(case) for case in cases if case.needs != ANY_NAME and not OBJECT.isdisjoint(case.reads)]
        ),
        fixed=_common_constants([(case, case.fixed) for case in cases]),
        xml_fixed=_common_constants([(case, case.xml_fixed) for case in cases]),
        names=_every(case.names for case in cases),
        xml_needs=_common(case.xml_needs for case in cases),
        xml_either=_in_every([case.xml_either for case in cases if case.needs != ANY_NAME]),
        xml_names=_every(case.xml_names for case in cases),
        recursive=any(case.recursive for case in cases),
        final=node.but_null is not None and all(case.final for case in cases),
        free=any(case.free for case in cases),
        spaces=_every(case.spaces for case in cases),
        calls=any(case.calls for case in cases),
        exact=any(case.exact for case in cases),
        secret=any(case.secret for case in cases),
        errors=any(case.errors for case in cases),
    )
    return _tagged(found, node.by, node) if isinstance(node.by, n.ByTag) else found


def _keyed(node: n.Union, find: Find) -> Facts:
    """An object with one of the keys, or what takes the rest."""
    keys = frozenset(str(key) for key in node.tags)
    needs = keys if len(keys) == 1 else NONE
    found = _joined((find(case.node) for case in node.cases), OBJECT, final=False)
    spaces = frozenset(hint.ns for case in node.cases for hint in case.xml if hint is not None and hint.ns)
    either = frozenset[Names]() if node.otherwise is not None else frozenset((keys,))
    found = msgspec.structs.replace(
        found,
        needs=needs,
        either=either,
        names=keys,
        xml_either=either,
        spaces=_every((found.spaces, spaces)),
    )
    if node.otherwise is None:
        return found
    rest = find(node.otherwise.node)
    return msgspec.structs.replace(
        found,
        reads=OBJECT | rest.reads,
        writes=OBJECT | rest.writes,
        needs=NONE,
        names=_every((keys, rest.names)),
        recursive=found.recursive or rest.recursive,
        free=found.free or rest.free,
        spaces=_every((found.spaces, rest.spaces)),
        calls=found.calls or rest.calls,
        exact=found.exact or rest.exact,
        secret=found.secret or rest.secret,
        errors=found.errors or rest.errors,
    )


def _tagged(found: Facts, by: n.ByTag, node: n.Union) -> Facts:
    """The same, where one member decides."""
    tag, member = by.tag, by.member
    named = frozenset((tag,))
    if node.otherwise is None:
        tags: Constants = frozenset((type(each), each) for each in node.tags)
        places = (tag, "@" + tag) if by.xml is None else (member.place,)
        found = msgspec.structs.replace(
            found,
            reads=found.reads & OBJECT,
            needs=found.needs | named,
            fixed={**found.fixed, tag: tags},
            xml_either=found.xml_either | {frozenset(places)},
        )
    return msgspec.structs.replace(
        found,
        names=None if found.names is None else found.names | named,
        xml_names=None if found.xml_names is None else found.xml_names | named | {member.place},
        spaces=found.spaces if found.spaces is None or member.ns is None else found.spaces | {member.ns},
    )


def all_names(sets: Iterable[Names]) -> Names:
    """The names that are in any of the sets."""
    return NONE.union(*sets)


def _every(sets: Iterable[Names | None]) -> Names | None:
    """All names, or None where one of the sets is not known."""
    known = list(sets)
    found = [each for each in known if each is not None]
    return all_names(found) if len(found) == len(known) else None


def _in_all(sets: list[Names]) -> Names:
    first, *rest = sets
    return first.intersection(*rest)


def _common(sets: Iterable[Names]) -> Names:
    """The names that are in every set; `ANY_NAME` is in none of the way."""
    known = [each for each in sets if each != ANY_NAME]
    return _in_all(known) if known else ANY_NAME


def _asked(case: Facts) -> frozenset[Names]:
    """The sets of names of which an object must have one, each name that it needs for itself."""
    return case.either.union(frozenset((name,)) for name in case.needs)


def _in_every(cases: list[frozenset[Names]]) -> frozenset[Names]:
    """The sets that every case has."""
    return cases[0].intersection(*cases[1:]) if cases else frozenset()


def _common_constants(cases: list[tuple[Facts, Mapping[str, Constants]]]) -> dict[str, Constants]:
    """The constants of the members that every case reads only if they hold one."""
    known = [fixed for case, fixed in cases if case.needs != ANY_NAME]
    if not known:
        return {}
    names = _in_all([frozenset(each) for each in known])
    return {name: frozenset[tuple[type, Any]]().union(*(each[name] for each in known)) for name in names}
