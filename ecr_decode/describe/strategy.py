"""Test data: a Hypothesis strategy for the values of a codec. Needs the extra `hypothesis`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar, assert_never

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from returns.result import Result, Success

from ..check import check
from ..error.findings import FAULT
from ..error.problem import DecodeError
from ..kept import Kept
from ..limits import SMALLEST_INTEGER
from ..node import kinds as n
from ..node.claims import claimed, has_inlined
from ..node.constraint import violation
from ..node.default import fresh
from ..node.facts import facts
from ..read.run import read_json_tree
from ..write.run import write_json_tree
from . import node_of
from .scalar_strategy import Values, doubles, scalars, sizes, texts

if TYPE_CHECKING:
    from collections.abc import Callable

A_co = TypeVar("A_co", covariant=True)
T = TypeVar("T")

_Tags: TypeAlias = tuple[tuple[str, tuple[n.Tag, ...]], ...]

_MOST_ITEMS = 4
_NO_HINT = n.Constraint()
_LEVELS = (3, 8, 24)
"""How often recursion unfolds; the later ones are for descriptions that hold nothing shallower."""


class _Decoder(Protocol[A_co]):
    @property
    def node(self) -> n.Node: ...

    def of_json(self, tree: object, /) -> Result[A_co, DecodeError]: ...


def from_codec(codec: _Decoder[A_co]) -> SearchStrategy[A_co]:
    """The values that a codec writes and reads, and that keep every constraint of its model.

    >>> from hypothesis import given
    >>> from ecr_decode import array, string
    >>> tags = array(string.constrain(pattern="[a-z]{1,9}")).constrain(min_items=1)
    >>> @given(from_codec(tags))
    ... def keeps_its_constraints(value):
    ...     assert tags.check(value).unwrap() == tags.decode_json(tags.encode_json(value).unwrap()).unwrap()
    >>> keeps_its_constraints()
    >>> tags.check(()).failure().problems[0].why
    BadValue(message='expected at least 1 item')

    Texts of a pattern are short: what may repeat without end does so at most three times more than it must.

    For `map` and `refine` it makes values of their item, and keeps those that the functions accept. If a
    function accepts few, Hypothesis gives up: write a strategy of your own then.
    """
    node = node_of("from_codec(...)", codec)
    known: Values | None = vars(node).get("strategy")
    if known is None:
        known = vars(node)["strategy"] = _values(node)
    return known


def _values(node: n.Node) -> Values:
    values: Values = st.nothing()
    for levels in _LEVELS:
        values = _Maker().make(node, _NO_HINT, levels)
        if not values.is_empty:
            break
    return values


class _With:
    """A function with arguments, shown by its name: a strategy that shows all nodes takes long to show."""

    def __init__(self, function: Callable[..., Any], *args: Any) -> None:
        self.function = function
        self.args = args

    def __call__(self, value: Any) -> Any:
        return self.function(*self.args, value)

    def __repr__(self) -> str:
        return self.function.__name__


class _Maker:
    """One description on its way to a strategy; what was unfolded once at a level is not unfolded again."""

    __slots__ = ("tags", "unfolded")

    def __init__(self) -> None:
        self.unfolded: dict[tuple[int, int, n.Constraint, _Tags], tuple[n.Lazy, Values]] = {}
        self.tags: _Tags = ()
        """The names that unions are told apart by in the record that is made next, and its tags there."""

    def make(self, node: n.Node, hint: n.Constraint, levels: int) -> Values:
        """The values of a node, built so that they likely keep the hint; `levels` of recursion may follow."""
        match node:
            case n.Record():
                return self._record(node, levels)
            case n.Array():
                return _tuples(self.make(node.item, _NO_HINT, levels), hint)
            case n.Dict():
                keys = self.make(node.key, _NO_HINT, levels)
                values = _dicts(keys, self.make(node.value, _NO_HINT, levels), hint)
                return values if isinstance(node.key, n.String) else values.filter(_With(_is_written, node))
            case n.Tuple():
                return self._tuple(node, levels)
            case n.Union():
                values = st.one_of([self._case(node, case, hint, levels) for case in node.every])
                return values.filter(_With(_is_written, node))
            case n.Lazy():
                return self._lazy(node, hint, levels)
            case n.Refine():
                if isinstance(node.rule, n.Constraint):
                    hint = _both(hint, node.rule)
                return self.make(node.item, hint, levels).filter(_With(_keeps, node.rule))
            case n.Transform():
                mapped = self.make(node.item, _NO_HINT, levels).map(_With(_mapped, node))
                return mapped.filter(_is_there)
            case n.Bind():
                items = self.make(node.item, _NO_HINT, levels)
                return items.flatmap(_With(self._bound, node, levels))
            case n.Named() | n.JsonText():
                return self.make(node.item, hint, levels)
            case n.KeptText():
                kept = self.make(node.item, hint, levels).map(_With(_kept, node))
                return kept.filter(_is_there).filter(_With(_is_written, node))
            case n.ResultOf():
                return self.make(node.item, hint, levels).map(Success)
            case n.At():
                values = self.make(node.item, hint, levels)
                return values if node.required else st.builds(fresh, st.just(node.default)) | values
            case n.AnyJson():
                return _TREES
            case n.Scalar():
                return scalars(node, hint)
            case _:
                assert_never(node)

    def _case(self, node: n.Union, case: n.Case, hint: n.Constraint, levels: int) -> Values:
        outer = self.tags
        if isinstance(node.by, n.ByTag) and case is not node.otherwise:
            self.tags = (*outer, (node.by.tag, case.tags))
        values = self.make(case.node, hint, levels)
        self.tags = outer
        return values

    def _tuple(self, node: n.Tuple, levels: int) -> Values:
        items = st.tuples(*(self.make(item, _NO_HINT, levels) for item in node.items))
        if node.rest is None:
            return items
        rest = _tuples(self.make(node.rest, _NO_HINT, levels), _NO_HINT)
        return st.tuples(items, rest).map(_joined)

    def _record(self, node: n.Record, levels: int) -> Values:
        tags, self.tags = dict(self.tags), ()
        members = {
            member.name: _tags(member, tags[member.wire])
            if member.wire in tags
            else self._member(member, levels)
            for member in node.members
        }
        if node.others is not None:
            taken = frozenset(claim.wire for claim in claimed(node))
            names = texts(_NO_HINT).filter(lambda name: name not in taken)
            members[node.others.name] = _dicts(names, self.make(node.others.node, _NO_HINT, levels))
        each = st.fixed_dictionaries(members)
        made = _unseen(node, each) if facts(node).secret else each.map(_With(_constructed, node))
        made = made.filter(_is_there)
        return made.filter(_With(_is_written, node)) if has_inlined(node) else made

    def _member(self, member: n.Member, levels: int) -> Values:
        values = self.make(member.node, _NO_HINT, levels).filter(_With(_comes_back, member))
        default = FAULT if member.required else _called(fresh, member.default)
        if default is FAULT or not (_is_omitted(member, default) or _is_valid(member, default)):
            return values
        return st.builds(fresh, st.just(member.default)) | values

    def _lazy(self, node: n.Lazy, hint: n.Constraint, levels: int) -> Values:
        if levels == 0:
            return st.nothing()
        key = id(node.thunk), levels, hint, self.tags
        if key not in self.unfolded:
            self.unfolded[key] = node, self.make(node.unfold(), hint, levels - 1)
        return self.unfolded[key][1]

    def _bound(self, node: n.Bind, levels: int, item: Any) -> Values:
        decoder = _called(node.then, item)
        return st.nothing() if decoder is FAULT else self.make(decoder.node, _NO_HINT, levels)


def _tags(member: n.Member, tags: tuple[n.Tag, ...]) -> Values:
    """What a member reads from the tags that it may hold."""
    read = [read_json_tree(member.node, tag) for tag in tags]
    found = [result.unwrap() for result in read if isinstance(result, Success)]
    values = [each for each in found if _comes_back(member, each)]
    return st.sampled_from(values) if values else st.nothing()


def _tuples(items: Values, hint: n.Constraint) -> Values:
    least, most = sizes(hint.min_items, hint.max_items, _MOST_ITEMS)
    if items.is_empty:
        return st.nothing() if least else st.just(())
    return st.lists(items, min_size=least, max_size=most).map(tuple)


def _joined(parts: tuple[tuple[Any, ...], tuple[Any, ...]]) -> tuple[Any, ...]:
    return parts[0] + parts[1]


def _dicts(keys: Values, values: Values, hint: n.Constraint = _NO_HINT) -> Values:
    least, most = sizes(hint.min_items, hint.max_items, _MOST_ITEMS)
    if keys.is_empty or values.is_empty:
        return st.nothing() if least else st.builds(dict[Any, Any])
    return st.dictionaries(keys, values, min_size=least, max_size=most)


_LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(SMALLEST_INTEGER, 2**64 - 1)
    | doubles(_NO_HINT, infinite=False)
    | texts(_NO_HINT)
)
_TREES: Values = st.recursive(
    _LEAVES,
    lambda below: st.lists(below, max_size=_MOST_ITEMS) | _dicts(texts(_NO_HINT), below),
    max_leaves=2 * _MOST_ITEMS,
)


def _both(outer: n.Constraint, inner: n.Constraint) -> n.Constraint:
    """A hint at two constraints; of two patterns it keeps one, and filtering sees to the other."""
    return n.Constraint(
        pattern=outer.pattern if inner.pattern is None else inner.pattern,
        min_length=_narrower(max, outer.min_length, inner.min_length),
        max_length=_narrower(min, outer.max_length, inner.max_length),
        minimum=_narrower(max, outer.minimum, inner.minimum),
        maximum=_narrower(min, outer.maximum, inner.maximum),
        min_items=_narrower(max, outer.min_items, inner.min_items),
        max_items=_narrower(min, outer.max_items, inner.max_items),
    )


def _narrower(choose: Callable[[T, T], T], outer: T | None, inner: T | None) -> T | None:
    if outer is None or inner is None:
        return inner if outer is None else outer
    return choose(outer, inner)


def _called(function: Callable[..., Any], *args: Any, **members: Any) -> Any:
    """What a function of the caller gives, or `FAULT` where it raises."""
    try:
        return function(*args, **members)
    except (RecursionError, MemoryError):
        raise
    except Exception:  # a caller's function may raise anything
        return FAULT


def _constructed(node: n.Record, members: dict[str, Any]) -> Any:
    return _called(node.construct, **members)


def _unseen(node: n.Record, members: Values) -> Values:
    """Records with secrets: Hypothesis shows what a mapped function was given, and of these their `repr`."""

    @st.composite
    def constructed(draw: st.DrawFn) -> Any:
        return _constructed(node, draw(members))

    return constructed()


def _mapped(node: n.Transform, item: Any) -> Any:
    if node.decode is None:
        return FAULT
    found = _called(node.decode, item)
    return _called(_success, found) if node.fallible else found


def _success(result: Result[Any, str]) -> Any:
    return result.value_or(FAULT)


def _kept(node: n.KeptText, value: Any) -> Any:
    text = write_json_tree(node.item, value).value_or(None)
    return Kept(text, value, facts(node).secret) if isinstance(text, str) else FAULT


def _is_there(value: Any) -> bool:
    return value is not FAULT


def _keeps(rule: n.Constraint | n.Predicate, value: Any) -> bool:
    return _called(violation, rule, value) is None


def _is_written(node: n.Node, value: Any) -> bool:
    """Whether reading would decide for the same case again."""
    return isinstance(write_json_tree(node, value), Success)


def _is_valid(member: n.Member, default: Any) -> bool:
    return isinstance(check(member.node, default), Success)


def _is_omitted(member: n.Member, value: Any) -> bool:
    match member.omit:
        case None:
            return member.default is None and value is None
        case bool():
            return member.omit and bool(value == _called(fresh, member.default))
        case _:
            return bool(member.omit(value))


def _comes_back(member: n.Member, value: Any) -> bool:
    """Whether the value is still there after it was left out on writing."""
    return not _is_omitted(member, value) or bool(value == _called(fresh, member.default))
