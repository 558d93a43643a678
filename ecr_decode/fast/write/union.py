"""The source that writes unions: the case by the class of the value, if reading will decide for it again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from ...node import kinds as n
from ...node.claims import leaves
from ...node.facts import facts
from ...node.layers import under_functions, under_names, under_rules
from ...node.native import is_wide
from ...node.written import Classes, classes_of, own_tag
from ..doubt import Doubt, refuse
from ..source import UnsuitedError
from .choice.tags import has_no_tag, has_own_tag
from .choice.tied import Look, look_at, shares_class
from .choice.tried import before
from .place import ANEW, NULL, NoStructsError, Other, Place, Tags, Written
from .record import attribute_of
from .rule import write_unmapped

if TYPE_CHECKING:
    from .emitter import Emitter
    from .lines import Sink


Write: TypeAlias = Callable[..., Any]
"""What writes a value, told how many containers stand around it."""


class _Union(NamedTuple):
    """A union that is written at a place."""

    node: n.Union
    place: Place
    tags: Tags
    """The tags of the unions around it."""
    around: str | None
    """The variable in which the cases leave their attributes."""


def write_union(e: Emitter, node: n.Union, var: str, place: Place, tags: Tags) -> Written:
    """Leave in the variable what the case of its class writes."""
    rest = node.but_null
    if rest is not None and not tags:
        return _write_nullable(e, rest, var, place)
    if e.sink.is_text and not _are_told_by_text(node):
        raise UnsuitedError
    keyed = place.free and isinstance(node.by, n.ByKey)
    is_text = place.inline and all(isinstance(under_functions(case.node), n.Scalar) for case in node.every)
    if not (place.is_whole or keyed or is_text) or (tags and not isinstance(node.by, n.ByTag)):
        raise UnsuitedError
    if is_wide(node) and not (e.sink.is_text or facts(node).recursive):
        if e.sink.structs:
            raise NoStructsError
        e.is_hasty |= not e.careful  # for all that is known here
        return e.called(f"{e.body.name(_Late(e, _Union(node, place, tags, None)))}[type({var})]", var)
    union = _Union(node, place, tags, e.body.variable() if e.sink.is_text else None)
    word, same = "if", True
    known = [classes_of(case) for case in node.cases]
    others: set[type] = set()  # of records that `otherwise` writes, unless they have the tag of their case
    shown: defaultdict[Classes, dict[int, bool]] = defaultdict(dict)
    for case, classes in zip(node.cases, known, strict=True):
        look = look_at(e, case.node, var) if shares_class(node, case) else Look(_own_tag(e, node, case, var))
        others |= set(classes) if look.test and isinstance(node.by, n.ByTag) else set()
        is_any = classes == (object,)
        test = _is_of_no_other(e, known, var) if is_any else _is_among(e, classes, var) + look.test
        with e.body.block(f"{word} {test}:", kept=True):
            e.shown[var] = shown[classes] | dict.fromkeys(look.layers, True)
            if len(classes) == 1 and not is_any:
                e.classes[var] = classes[0]
            same &= _write_case(e, union, case, var)
        shown[classes] |= dict.fromkeys(look.layers[:1], False)
        word = "elif"
    if node.otherwise is None:
        e.body.line("else: raise doubt")
    else:
        classes = tuple(cls for each in known for cls in each)
        test = f" and type({var}) not in {e.body.name(frozenset(others))}" if others else ""
        e.body.line(f"elif isinstance({var}, {e.body.name(classes)}){test}: raise doubt")
        with e.body.block("else:", kept=True):
            same &= _write_case(e, union, node.otherwise, var)
    return Written(same=same, attributes=union.around)


def _are_told_by_text(node: n.Union) -> bool:
    """Whether each tag has another text in XML than all others."""
    texts = {tag if isinstance(tag, str) else n.spell_literal(tag) for tag in node.tags}
    return len(texts) == len(node.tags)


def _is_among(e: Emitter, classes: Classes, var: str) -> str:
    """The test of a value of one of these very classes."""
    if len(classes) == 1:
        return f"type({var}) is {e.class_name(classes[0])}"
    return f"type({var}) in {e.body.name(frozenset(classes) if len(classes) > _FEW else classes)}"


def _is_of_no_other(e: Emitter, known: list[Classes], var: str) -> str:
    """The test of a value for a case of the class `object`: the class of no other case, and not a boolean."""
    others = (bool, *(cls for each in known for cls in each if cls is not object))
    return f"not isinstance({var}, {e.body.name(others)})"


_FEW = 4
"""Of so many classes, looking through them takes no longer than a hash."""


def _write_case(e: Emitter, union: _Union, case: n.Case, var: str) -> bool:
    """The lines of one case; one of which it is not known how it would be read is written plainly."""
    begin = e.begin_part()
    try:
        written = _write_suited(e, union, case, var)
    except UnsuitedError:
        if union.tags or union.place.inline or e.body.room < 0:
            raise
        del e.body.lines[begin:]
        written = e.plainly(union.node, var, union.place)
    if union.around is not None:
        e.body.line(f"{union.around} = {written.attributes or repr('')}")
    e.forget(var)
    return written.same


class _Late(dict[type, Write]):
    """The functions that write the cases of a wide union by the classes of values, made when they are met."""

    __slots__ = ("e", "other", "sink", "union")

    def __init__(self, e: Emitter, union: _Union) -> None:
        super().__init__()
        self.e: Emitter = e
        self.sink: Sink = e.sink  # that of a text within a document is another
        self.union: _Union = union
        self.other: Write | None = None

    def __missing__(self, cls: type) -> Write:
        node, rest = self.union.node, self.union.node.otherwise
        known = {each: case for case in node.cases for each in classes_of(case)}
        if cls in known:
            self[cls] = self._made(known[cls], cls)
            return self[cls]
        if rest is None or issubclass(cls, tuple(known)):
            raise Doubt
        if self.other is None:
            self.other = self._made(rest, None)
        return self.other

    def _made(self, case: n.Case, cls: type | None) -> Write:
        def write(e: Emitter) -> Written:
            if cls is not None:
                e.classes["value"] = cls
            return _write_suited(e, self.union, case, "value")

        try:
            made: Write = self.e.late(write, self.sink)
        except UnsuitedError:
            return refuse
        return made


def _own_tag(e: Emitter, node: n.Union, case: n.Case, var: str) -> str:
    """The test whether a record has a tag of its case; with another one, or none, `otherwise` writes it."""
    own = own_tag(node, case)
    if own is None or not isinstance(node.by, n.ByTag) or e.sink.tag_name(node.by) != node.by.tag:
        return ""
    are_texts = all(isinstance(tag, str) for tag in case.tags)
    return f" and {attribute_of(var, own.name)} in {e.body.name(case.tags)}" if are_texts else ""


def _write_suited(e: Emitter, union: _Union, case: n.Case, var: str) -> Written:
    node, place, tags, _ = union
    match node.by:
        case n.ByTag() if case is not node.otherwise:
            if not tags and has_own_tag(e, node, case, var, place):
                return e.suited(case.node, var, place)
            if own_tag(node, case) is not None and not _own_tag(e, node, case, var):
                raise UnsuitedError
            held = n.Literal(case.tags, tuple(map(type, case.tags)))
            return e.suited(case.node, var, place, (*tags, (e.sink.tag_name(node.by), held)))
        case n.ByKey() if case is not node.otherwise:
            inside = e.sink.key_place(e, case, place)
            with e.container():
                written = e.write(case.node, var, inside)
            e.sink.step(e.body, str(case.tags[0]), var, written, inside)
            return ANEW
        case n.ByKey() if not place.free and e.sink.lacks_keys(e, case.node, node, var, place):
            return e.suited(case.node, var, place)
        case n.ByTag() if not tags and (e.sink.lacks(case.node, node.by) or has_no_tag(e, node, case, var)):
            return e.suited(case.node, var, place)
        case n.ByTag(tag) if e.sink.tag_name(node.by) == tag and _is_told(case.node, tag, e):
            return e.suited(case.node, var, place, (*tags, (tag, Other(frozenset(node.tags)))))
        case n.ByKind() if e.checks or e.sink.decides(e, node, case, var, place):
            return e.suited(case.node, var, place)
        case n.ByTrial():
            inner, earlier = _unmapped(e, case.node, var), before(node, case)
            is_known = e.checks and not shares_class(node, case)
            if not (is_known or _is_settled(e, earlier, inner, var, place)):
                raise UnsuitedError
            written = e.suited(inner, var, place)
            return written if inner is under_names(case.node) else written._replace(same=False)
        case _:
            raise UnsuitedError


def _is_settled(e: Emitter, earlier: list[n.Node], written: n.Node, var: str, place: Place) -> bool:
    """Whether earlier alternatives refuse what a node writes; lines doubt values that they may take."""
    rest = written.but_null if isinstance(written, n.Union) else None
    if rest is None:
        return e.sink.settles(e, earlier, written, var, place)
    if any(facts(each).reads_null for each in earlier):
        return False
    with e.body.block(f"if {var} is not None:"):
        return e.sink.settles(e, earlier, rest, var, place)


def _unmapped(e: Emitter, node: n.Node, var: str) -> n.Node:
    """What writes the value that functions over it give; they are called here."""
    while isinstance(node, n.Named | n.Transform):
        if isinstance(node, n.Transform):
            write_unmapped(e, node, var)
        node = node.item
    return node


def _is_told(node: n.Node, tag: str, e: Emitter) -> bool:
    """Whether a node writes records alone, some told by tags; in XML, by texts that are their members."""
    records = [leaf for leaf in leaves(node) if isinstance(leaf, n.Record)]
    tags = [member.node for record in records for member in record.members if member.wire == tag]
    are_texts = len(tags) == len(records) and all(isinstance(under_rules(each), n.String) for each in tags)
    return len(records) == len(leaves(node)) and (are_texts or not e.sink.is_text)


def _write_nullable(e: Emitter, rest: n.Node, var: str, place: Place) -> Written:
    if not place.is_whole:
        e.doubt_if(f"{var} is None")
        return e.suited(rest, var, place)
    with e.body.block(f"if {var} is not None:", kept=e.sink.is_text):
        written = e.suited(rest, var, place)
        if facts(rest).writes_null:
            e.must_not_be_null(var, written)
        around = e.body.variable() if e.sink.is_text else None
        if around is not None:
            e.body.line(f"{around} = {written.attributes or repr('')}")
    e.forget(var)
    if around is not None:
        e.body.line(f"else: {around}, {var} = {e.body.name(NULL)}")
    return Written(same=written.same, attributes=around)
