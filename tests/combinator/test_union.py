"""Unions: which case reads, which writes, and what is refused at definition."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    Alternative,
    BadTag,
    BadValue,
    Codec,
    JsonValue,
    Missing,
    NoAlternative,
    Null,
    Problem,
    Record,
    TooDeep,
    WrongKind,
    array,
    at,
    attribute,
    aws,
    base64_bytes,
    boolean,
    by_kind,
    case,
    dict_of,
    enum_of,
    field,
    integer,
    json_text,
    json_value,
    lazy,
    literal,
    null,
    nullable,
    number,
    one_of,
    one_or_many,
    others,
    otherwise,
    plain_only,
    record,
    string,
    tagged_union,
    tuple_of,
)
from ecr_decode.read import read_json_tree
from tests.problems import problems, reason
from tests.registry import Circle, Unit, double, halve, predecessor, successor


class Square(Record, forbid_unknown=True):
    side: float = field("side", number)


class Disk(Circle):
    color: str = field("color", string, default="red")


class Keeper(Record):
    rest: dict[str, JsonValue] = others(json_value)


shape = tagged_union("kind", case("circle", Circle) | case("square", Square))
loose = tagged_union("kind", case("circle", Circle) | otherwise(json_value))


any_case: Any = case
any_of: Any = one_of


def alternatives(**codecs: Any) -> Any:
    """A union of codecs that is only read: each case writes a class of its own."""
    cases: Any = None
    for name, codec in codecs.items():
        each = any_case(name, codec, when=type(name, (), {}))
        cases = each if cases is None else cases | each
    return any_of(cases)


def test_the_tag_decides() -> None:
    assert shape.of_json({"kind": "circle", "radius": 1}) == Success(Circle(radius=1.0))
    assert shape.of_json({"kind": "square", "side": 1}) == Success(Square(side=1.0))
    assert problems(shape.of_json({"kind": "sqare"})) == [(("kind",), BadTag(("circle", "square"), "square"))]
    assert problems(shape.of_json({"kind": "x"})) == [(("kind",), BadTag(("circle", "square")))]
    assert problems(shape.of_json({})) == [(("kind",), Missing(expected=("circle", "square")))]
    assert problems(shape.of_json({"kind": 1})) == [(("kind",), WrongKind("a string", "an integer"))]
    assert problems(shape.of_json({"kind": None})) == [(("kind",), Null("a string"))]
    assert reason(shape.of_json([])) == WrongKind("an object", "an array")
    assert reason(shape.of_json(None)) == Null("an object")


def test_the_tag_is_known_to_a_record_that_forbids_the_unknown_and_to_no_other_place() -> None:
    assert [path for path, _ in problems(shape.of_json({"kind": "square", "side": 1, "kin": 2}))] == [
        ("kin",)
    ]
    within = tagged_union("kind", case("at", at("in", Square.codec), when=Square) | case("circle", Circle))
    found = problems(within.of_json({"kind": "at", "in": {"kind": "square", "side": 1}}))
    assert [path for path, _ in found] == [("in", "kind")]


def test_the_tag_is_not_kept_among_the_rest_but_where_it_decided_nothing() -> None:
    keeping = tagged_union("kind", case("keep", Keeper) | otherwise(dict_of(json_value)))
    assert keeping.of_json({"kind": "keep", "a": 1}) == Success(Keeper(rest={"a": 1}))
    rest = tagged_union("kind", case("circle", Circle) | otherwise(Keeper.codec))
    assert rest.of_json({"kind": "other", "a": 1}) == Success(Keeper(rest={"kind": "other", "a": 1}))
    assert rest.to_json(Keeper(rest={"kind": "other"})) == Success({"kind": "other"})
    assert problems(rest.to_json(Keeper(rest={"kind": "circle"}))) == [
        (("kind",), BadValue("another case has this tag"))
    ]
    assert problems(keeping.to_json(Keeper(rest={"kind": "a"}))) == [
        (("kind",), BadValue("another member has this name"))
    ]


def test_a_tag_that_was_tried_is_forgotten() -> None:
    either = one_of(
        case("shape", shape, when=Square) | case("square", Square.codec.map(repr, eval), when=str)
    )
    tree = {"kind": "square", "side": "a"}
    ((_, why),) = problems(either.of_json(tree))
    assert isinstance(why, NoAlternative)
    assert [each.problems[0].path for each in why.alternatives] == [("side",), ("kind",)]


def test_otherwise_takes_what_no_tag_does() -> None:
    assert loose.of_json({"kind": "circle", "radius": 1}) == Success(Circle(radius=1.0))
    for tree in ({"kind": "other"}, {}, {"kind": 1}, [1], None, "circle"):
        assert loose.of_json(tree) == Success(tree)
    assert [path for path, _ in problems(loose.of_json({"kind": "circle"}))] == [("radius",)]


def test_the_class_decides_what_is_written() -> None:
    assert shape.to_json(Circle(radius=1.0)) == Success({"kind": "circle", "radius": 1.0})
    wrong: Any = shape
    assert reason(wrong.to_json(1)) == WrongKind("Circle or Square", "an integer")


def test_its_own_class_goes_before_one_it_inherits_from() -> None:
    both = tagged_union("kind", case("circle", Circle) | case("disk", Disk))
    disk = Disk(radius=1.0, color="blue")
    assert both.to_json(disk) == Success({"kind": "disk", "radius": 1.0, "color": "blue"})
    assert reason(shape.to_json(disk)) == WrongKind("Circle", "its subclass Disk")


def test_true_is_no_integer_to_a_union() -> None:
    flag: Codec[Any] = boolean
    either = by_kind(case("count", integer) | case("flag", flag))
    assert either.to_json(True) == Success(True)
    assert either.to_json(1) == Success(1)
    count: Any = by_kind(case("count", integer) | case("text", string))
    assert reason(count.to_json(True)) == WrongKind("int or str", "a boolean")


def test_when_says_the_class_where_the_codec_does_not() -> None:
    codec = by_kind(case("count", integer.map(str, int), when=str) | case("flag", boolean))
    assert codec.of_json(1) == Success("1")
    assert codec.to_json("1") == Success(1)


def test_unions_nest_and_each_tag_is_written() -> None:
    inner = tagged_union("sort", case("c", Circle) | case("s", Square))
    outer = tagged_union("kind", case("shape", inner, when=Record) | case("text", dict_of(string)))
    tree = {"kind": "shape", "sort": "c", "radius": 1.0}
    assert outer.of_json(tree) == Success(Circle(radius=1.0))
    assert outer.to_json(Circle(radius=1.0)) == Success(tree)
    assert outer.of_json({"kind": "shape", "sort": "s", "side": 1}) == Success(Square(side=1.0))
    assert outer.to_json({"kind": "text"}) == Success({"kind": "text"})
    assert problems(outer.to_json({"a": "b"})) == [(("kind",), BadValue('expected "text"'))]


def test_a_record_may_hold_its_tag_itself() -> None:
    class Held(Record):
        kind: str = field("kind", literal("held"))

    class Free(Record):
        kind: str = field("kind", string)

    union = tagged_union("kind", case("held", Held) | case("any", Free))
    assert union.of_json({"kind": "held"}) == Success(Held(kind="held"))
    assert union.to_json(Held(kind="held")) == Success({"kind": "held"})
    assert problems(union.to_json(Free(kind="held"))) == [(("kind",), BadValue('expected "any"'))]
    other = tagged_union("kind", case("any", Free) | otherwise(Free.codec))
    for kind in ("any", "new"):
        assert other.of_json({"kind": kind}) == Success(Free(kind=kind))
        assert other.to_json(Free(kind=kind)) == Success({"kind": kind})


KINDS: dict[str, Any] = {
    "null": None,
    "boolean": True,
    "number": 1.5,
    "string": "a",
    "array": [1],
    "object": {"radius": 1},
}


def test_the_kind_decides() -> None:
    cases: dict[str, Any] = {
        "null": case("null", null),
        "boolean": case("boolean", boolean),
        "number": case("number", number),
        "string": case("string", string),
        "array": case("array", array(integer)),
        "object": case("object", Circle),
    }
    for name, tree in KINDS.items():
        alone = by_kind(cases[name])
        for other, wrong in KINDS.items():
            assert isinstance(alone.of_json(wrong), Success) is (name == other)
        assert alone.to_json(alone.of_json(tree).unwrap()) == Success(tree)


def test_errors_name_the_kinds() -> None:
    either = by_kind(case("count", integer) | case("many", one_or_many(string)) | case("none", null))
    assert reason(either.of_json({})) == WrongKind("a number or a string or an array or null", "an object")
    assert reason(by_kind(case("count", integer)).of_json(None)) == Null("a number")


# what kinds a codec reads, and the class of what it writes

WORDS: dict[str, tuple[Codec[Any], str, type]] = {
    "literal": (literal("a"), "string", str),
    "literals": (literal(1, 2), "number", int),
    "enum": (enum_of(Unit), "string", Unit),
    "timestamp": (aws.timestamp, "number and string", datetime),
    "blob": (base64_bytes, "string", bytes),
    "tuple": (tuple_of(string), "array", tuple),
    "one_or_many": (one_or_many(string), "array and string", tuple),
    "dict": (dict_of(string), "object", dict),
    "at": (at("a", string), "object", str),
    "text": (json_text(array(integer)), "string", tuple),
    "named": (integer.named("a"), "number", int),
    "refined": (integer.refine(bool, "a"), "number", int),
    "constrained": (integer.constrain(minimum=1), "number", int),
    "mapped by a class": (string.map(tuple, "".join), "string", tuple),
}
SAMPLES: dict[type, Any] = {
    str: "a",
    int: 1,
    Unit: Unit.DAYS,
    datetime: datetime(2024, 1, 1, tzinfo=UTC),
    bytes: b"a",
    tuple: (),
    dict: {},
}


@pytest.mark.parametrize("name", WORDS)
def test_two_cases_of_one_kind_are_refused(name: str) -> None:
    codec, kinds, _ = WORDS[name]
    twice: Any = case("one", codec) | case("other", codec)
    with pytest.raises(
        ValueError, match=rf"^by_kind: two cases read {kinds}; tell them apart by tagged_union"
    ):
        by_kind(twice)


@pytest.mark.parametrize("name", WORDS)
def test_two_cases_that_write_one_class_are_refused(name: str) -> None:
    codec, _, written = WORDS[name]
    twice: Any = case("one", codec) | case("other", codec)
    with pytest.raises(
        ValueError, match=rf"^cases 'one' and 'other' both write {written.__name__}; say when="
    ):
        one_of(twice)


UNSAID: dict[str, Codec[Any]] = {
    "map by a function": integer.map(double, halve),
    "try_map": integer.try_map(predecessor, successor),
    "json_value": json_value,
    "lazy": lazy(lambda: integer),
    "union": nullable(json_value),
    "union that takes the rest": by_kind(case("text", string) | otherwise(json_value)),
}


@pytest.mark.parametrize("name", UNSAID)
def test_a_case_must_say_the_class_it_writes(name: str) -> None:
    with pytest.raises(ValueError, match=r"^case\('a', \.\.\.\): say which class it writes, as in when=int"):
        one_of(case("a", UNSAID[name]))
    assert one_of(case("a", UNSAID[name], when=int)).of_json(1).map(str).unwrap() in ("0", "1", "2")


def test_a_case_of_a_function_must_say_the_class_it_writes() -> None:
    def made(*, radius: float) -> Circle:
        return Circle(radius=radius)

    codec = record(made, radius=field("radius", number))
    with pytest.raises(ValueError, match="say which class it writes"):
        one_of(case("a", codec))
    assert one_of(case("a", codec, when=Circle)).to_json(Circle(radius=1.0)) == Success({"radius": 1.0})


WRONG: Any = int
DEFINITIONS: dict[str, tuple[Any, str]] = {
    "no case": (lambda: one_of(otherwise(json_value)), "a union needs at least one case(...)"),
    "a name twice": (
        lambda: tagged_union("kind", case("a", Circle) | case("a", Square)),
        "two cases are named 'a'",
    ),
    "a case after otherwise": (
        lambda: otherwise(json_value) | case("a", Circle),
        "otherwise(...) takes all that is left; it must come last",
    ),
    "otherwise twice": (
        lambda: case("a", Circle) | otherwise(json_value) | otherwise(json_value),
        "it must come last",
    ),
    "no codec": (partial(case, "a", WRONG), "case('a', ...): expected a codec, got <class 'int'>"),
    "no codec at last": (partial(otherwise, WRONG), "otherwise(...): expected a codec"),
    "any kind": (
        lambda: by_kind(case("a", json_value, when=str)),
        "by_kind: a may be of any kind; read it by otherwise(...) or one_of(...)",
    ),
    "an unknown kind": (
        lambda: by_kind(case("a", lazy(lambda: integer), when=int)),
        "by_kind: a may be of any kind",
    ),
}


@pytest.mark.parametrize("name", DEFINITIONS)
def test_a_union_that_cannot_be_is_refused_with_what_to_write(name: str) -> None:
    make, words = DEFINITIONS[name]
    with pytest.raises(ValueError) as caught:  # noqa: PT011 the words are compared below
        make()
    assert words in str(caught.value)


def test_cases_are_shown() -> None:
    assert repr(case("a", Circle) | otherwise(json_value)) == '"a": Circle | otherwise: json'
    assert repr(shape) == "Circle {radius: number} | Square {side: number}"
    assert repr(nullable(string)) == "null | string"


# trial


def test_the_first_alternative_that_fits_wins() -> None:
    rest: Codec[Any] = json_value
    either = one_of(case("count", integer) | case("share", number) | otherwise(rest))
    assert either.of_json(1).map(type) == Success(int)
    assert either.of_json(1.5) == Success(1.5)
    assert either.of_json("a") == Success("a")


def test_each_alternative_says_why_it_does_not_fit() -> None:
    either = one_of(case("circle", Circle) | case("square", Square))
    why = reason(either.of_json({"sid": "a", "radiu": 1}))
    assert isinstance(why, NoAlternative)
    circle, square = why.alternatives
    assert circle == Alternative("circle", Circle.codec.of_json({"radiu": 1}).failure().problems)
    assert square == Alternative("square", Square.codec.of_json({"sid": "a", "radiu": 1}).failure().problems)


class Leaf(Record):
    v: int = field("v", integer)


class Minus(Record):
    op: str = field("op", literal("minus"))
    x: Leaf | Minus | Not = field("x", lazy(lambda: tree))


class Not(Record):
    op: str = field("op", literal("not"))
    x: Leaf | Minus | Not = field("x", lazy(lambda: tree))


tree: Codec[Leaf | Minus | Not] = one_of(case("leaf", Leaf) | case("minus", Minus) | case("not", Not))


class Labels(Record):
    v: dict[str, int] = field("v", dict_of(integer))
    kind: str = field("kind", literal("labels"), default="labels", xml=attribute)


class Count(Record):
    v: int = field("v", integer)
    kind: str = field("kind", literal("count"), default="count", xml=attribute)


told = one_of(case("labels", Labels) | case("count", Count) | case("name", string))

TOLD: dict[str, tuple[Any, Any, list[tuple[Any, Any]]]] = {
    "required names": (
        tree,
        {"v": "bad"},
        [(("v",), WrongKind("an integer", "a string"))],
    ),
    "a literal": (
        tree,
        {"op": "not", "x": {"op": "minus", "x": {"v": None}}},
        [(("x", "x", "v"), Null("an integer"))],
    ),
    "a literal with a default": (
        told,
        {"kind": "count", "v": "bad"},
        [(("v",), WrongKind("an integer", "a string"))],
    ),
    "a tag": (
        one_of(case("shape", shape, when=Circle) | case("leaf", Leaf)),
        {"kind": "circle"},
        [(("radius",), Missing())],
    ),
    "a name and the way to it": (
        alternatives(at=at("a", "b", integer), leaf=Leaf.codec),
        {"a": {"b": "bad"}},
        [(("a", "b"), WrongKind("an integer", "a string"))],
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_an_alternative_that_its_names_and_literals_tell_alone_says_what_is_wrong(name: str) -> None:
    codec, value, found = TOLD[name]
    assert problems(codec.of_json(value)) == found
    assert problems(array(codec).of_json([value])) == [((0, *path), why) for path, why in found]


NOT_TOLD: dict[str, tuple[Any, Any, list[str]]] = {
    "a required name is missing": (tree, {"op": "not"}, ["leaf", "minus", "not"]),
    "no literal is equal": (tree, {"op": "nor", "x": {"v": 1}}, ["leaf", "minus", "not"]),
    "two have all their names": (told, {"v": "bad"}, ["labels", "count", "name"]),
    "another kind": (told, [], ["labels", "count", "name"]),
    "one that requires nothing": (
        alternatives(leaf=Leaf.codec, rest=dict_of(string)),
        {"v": None},
        ["leaf", "rest"],
    ),
}


@pytest.mark.parametrize("name", NOT_TOLD)
def test_alternatives_that_nothing_tells_apart_are_all_reported(name: str) -> None:
    codec, value, names = NOT_TOLD[name]
    why: Any = reason(codec.of_json(value))
    assert sorted(each.name for each in why.alternatives) == sorted(names)


def test_xml_tells_alternatives_apart_as_json_does() -> None:
    def found(raw: str) -> Any:
        return problems(told.decode_xml(raw))

    assert found('<a kind="count"><v>bad</v></a>') == [(("v",), WrongKind("an integer", "text"))]
    assert problems(tree.decode_xml("<a><op>not</op><x><v/></x></a>")) == [
        (("x", "v"), WrongKind("an integer", "an empty element"))
    ]
    ((path, why),) = found("<a><v>bad</v></a>")
    assert path == ()
    assert isinstance(why, NoAlternative)


def test_the_alternative_that_reached_furthest_comes_first() -> None:
    lists = alternatives(flag=boolean, counts=array(integer), names=array(string))
    why: Any = reason(lists.of_json([1, "a", None]))
    assert [each.name for each in why.alternatives] == ["counts", "names", "flag"]
    deeper = alternatives(counts=array(integer), lists=array(array(integer)))
    why = reason(deeper.of_json([["a"]]))
    assert [each.name for each in why.alternatives] == ["lists", "counts"]


def trial(depth: int) -> Any:
    """Alternatives that share all their names, one in another."""
    codec: Any = integer
    for _ in range(depth):
        inner = at("x", codec)
        codec = alternatives(a=inner, b=array(inner), c=at("x", inner))
    return codec


@pytest.mark.parametrize("depth", [1, 2, 3, 4, 6, 12, 40])
def test_the_cause_is_seen_however_deep_it_is(depth: int) -> None:
    value: Any = "bad"
    for _ in range(depth):
        value = {"x": value}
    error = read_json_tree(trial(depth).node, value).failure()
    first = error.problems[0]
    steps: list[Any] = []
    while isinstance(first.why, NoAlternative):
        steps += first.path
        first = first.why.alternatives[0].problems[0]
    assert (*steps, *first.path) == ("x",) * depth
    assert first.why == WrongKind("an integer", "a string")
    assert "$" + ".x" * min(depth, 12) in str(error)


def test_a_problem_that_is_cut_is_counted_and_the_furthest_is_not_cut() -> None:
    lists = alternatives(counts=array(by_kind(case("n", integer) | case("in", array(integer)))), none=null)
    why: Any = reason(lists.of_json(["a"] * 45 + [["deep"]]))
    counts, none = why.alternatives
    assert (len(counts.problems), counts.more) == (25, 21)
    assert counts.problems[-1] == Problem((45, 0), WrongKind("an integer", "a string"))
    assert (len(none.problems), none.more) == (1, 0)


def test_more_alternatives_than_the_bound_share_it_by_how_far_they_reached() -> None:
    many = alternatives(flag=boolean, **{f"a{index}": array(integer) for index in range(60)})
    why: Any = reason(many.of_json(["bad", "bad"]))
    ends = (why.alternatives[0], why.alternatives[-1])
    assert [(each.name, len(each.problems), each.more) for each in ends] == [("a0", 1, 1), ("flag", 0, 1)]


def test_too_deep_is_found_at_its_place_through_alternatives() -> None:
    nested: Any = any_of(any_case("leaf", integer) | any_case("branch", array(lazy(lambda: nested))))
    value: Any = 1
    for _ in range(201):
        value = [value]
    assert problems(nested.of_json(value)) == [((0,) * 200, TooDeep(200))]


def test_the_problems_of_alternatives_are_bounded_and_counted() -> None:
    many = one_of(case("a", array(integer)) | case("b", array(string).map(list, tuple), when=list))
    why = reason(many.of_json([None] * 40))
    assert isinstance(why, NoAlternative)
    assert [(len(each.problems), each.more) for each in why.alternatives] == [(25, 15), (25, 15)]


def test_nested_alternatives_share_the_bound() -> None:
    inner: Codec[Any] = one_of(
        case("x", array(integer)) | case("y", array(boolean).map(list, tuple), when=list)
    )
    outer = one_of(case("a", array(inner)) | case("b", array(string).map(list, tuple), when=list))
    why = reason(outer.of_json([[None] * 60, [None] * 60]))
    assert isinstance(why, NoAlternative)
    first, second = why.alternatives
    assert first.problems == (Problem((0, 0), Null("an integer")), Problem((1, 0), Null("an integer")))
    assert first.more == 2 * 49
    assert len(second.problems) == 2


def test_an_alternative_that_would_not_be_read_again_is_not_written() -> None:
    either: Codec[Any] = one_of(case("count", integer) | case("text", integer.map(str, int), when=str))
    assert reason(either.to_json("1")) == BadValue("this would be read as count")
    assert either.to_json(1) == Success(1)


def test_null_is_its_own_case_in_a_nullable() -> None:
    for codec in (nullable(integer), nullable(json_value), nullable(array(null))):
        assert codec.of_json(None) == Success(None)
        assert codec.to_json(None) == Success(None)

    def to_none(_: str) -> Any:
        return None

    nothing: Codec[Any] = nullable(string.map(str, to_none))
    assert isinstance(nothing.to_json("a"), Failure)
    hidden: Codec[Any] = nullable(nullable(string).map(str, to_none))
    for written in (hidden.to_json, hidden.encode_json, hidden.to_xml):
        assert reason(written("a")) == BadValue("this would be read as null")


def test_an_index_is_reached_in_an_array_and_a_name_in_an_object() -> None:
    first: Codec[int] = Codec(at(0, integer).node)
    either = by_kind(case("first", first) | case("table", dict_of(integer)))
    assert either.of_json([1]) == Success(1)
    assert either.of_json({"a": 1}) == Success({"a": 1})


def test_a_union_of_kinds_is_of_all_their_kinds() -> None:
    inner: Any = nullable(by_kind(case("count", integer) | case("text", string)))
    either: Any = by_kind(case("scalar", inner, when=str) | case("many", array(integer)))
    assert either.of_json(1) == Success(1)
    assert either.of_json(None) == Success(None)
    assert reason(either.of_json({})) == WrongKind("null or a number or a string or an array", "an object")
    literals: Any = case("few", literal(None, True, 1), when=int)
    assert reason(by_kind(literals).of_json("a")) == WrongKind("null or a boolean or a number", "a string")


def test_one_place_is_tried_once_however_often_it_is_asked_for() -> None:
    calls = list[int]()

    def count(value: int) -> int:
        calls.append(value)
        return value

    inner: Any = one_of(case("counts", array(integer.map(count, count)).map(len, lambda _: ()), when=int))
    again: Any = any_of(
        any_case("a", tuple_of(inner, string), when=tuple)
        | any_case("b", tuple_of(inner, integer), when=list)
    )
    assert again.of_json([[7], 1]) == Success((1, 1))
    assert calls == [7]
    why: Any = reason(again.of_json([["x"], None]))
    assert [each.problems[0].path for each in why.alternatives] == [(0,), (0,)]


def test_an_alternative_that_is_too_deep_ends_the_reading() -> None:
    def deep() -> Codec[Any]:
        lists: Codec[Any] = array(lazy(deep))
        return lists

    tree: Any = []
    for _ in range(205):
        tree = [tree]
    either: Any = one_of(case("deep", deep()) | case("any", json_value, when=list))
    assert [why for _, why in problems(either.of_json(tree))] == [TooDeep(200)]
    assert isinstance(either.to_json([1]), Success)
    assert reason(either.to_json(tree)) == BadValue("this would not be read again")


def test_a_value_that_cannot_be_compared_is_not_the_same() -> None:
    class Odd:
        def __eq__(self, other: object) -> bool:
            raise KeyError

        def __hash__(self) -> int:
            return 0

    def odd(_: int) -> Odd:
        return Odd()

    def one(_: Odd) -> int:
        return 1

    first = case("first", integer.map(odd, one), when=int)
    either: Any = one_of(first | case("odd", integer.map(odd, one), when=Odd))
    assert reason(either.to_json(Odd())) == BadValue("this would be read as first")


def test_alternatives_after_the_written_one_do_not_matter() -> None:
    flag: Any = case("flag", boolean)
    three = one_of(flag | case("count", integer) | case("share", number))
    assert three.to_json(1).map(repr) == Success("1")
    assert three.to_xml(2) == Success("2")
    assert reason(three.to_xml(1)) == BadValue("this would be read as flag")  # 1 is true in XML


def test_an_alternative_before_that_reads_the_same_does_not_matter() -> None:
    either: Any = one_of(case("table", json_value, when=dict) | case("list", json_value, when=list))
    assert either.to_json([1]) == Success([1])
    numbers: Any = one_of(case("share", number) | case("count", integer))
    assert reason(numbers.to_json(1)) == BadValue("this would be read as share")


def test_alternatives_within_alternatives_count_by_their_size() -> None:
    inner: Any = one_of(case("x", integer) | case("y", boolean))
    outer: Any = any_of(any_case("a", array(inner)) | any_case("b", null))
    why: Any = reason(outer.of_json(["z"] * 10))
    first = why.alternatives[0]
    assert [type(problem.why) for problem in first.problems] == [NoAlternative] * 8 + [WrongKind]
    assert first.more == 2


class Spare(Record, null_as_absent=True):
    """Takes null for a constant that it can do without."""

    kind: str = field("kind", literal("spare"), default="spare")
    size: int = field("size", integer, default=0)


class Whole(Record, null_as_absent=True):
    kind: str = field("kind", literal("whole"))
    size: int = field("size", integer)


class Part(Record, null_as_absent=True):
    kind: str = field("kind", literal("part"))


@pytest.mark.parametrize("way", [plain_only, nullcontext])
def test_a_constant_tells_the_case_unless_it_may_be_null(
    way: Callable[[], AbstractContextManager[object]],
) -> None:
    loosely = one_of(case("whole", Whole) | case("spare", Spare))
    strictly = one_of(case("whole", Whole) | case("part", Part))
    with way():
        for _ in range(3):  # compiled by then
            assert loosely.decode_json(b'{"kind":null,"size":1}') == Success(Spare(size=1))
            wrong = strictly.decode_json(b'{"kind":"whole","size":"a"}')
            assert problems(wrong) == [(("size",), WrongKind("an integer", "a string"))]


def test_every_case_is_held_against_every_other() -> None:
    three: Any = case("a", string) | case("b", integer) | case("c", base64_bytes)
    with pytest.raises(ValueError, match="two cases read string"):
        by_kind(three)
