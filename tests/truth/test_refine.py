"""The truth table of rules with a place: `@refine` on a method and `.refine` on a codec."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from returns.result import Success

from ecr_decode import (
    Codec,
    Problem,
    Raised,
    Record,
    array,
    at,
    attribute,
    by_kind,
    case,
    dict_of,
    field,
    flattened,
    inline,
    integer,
    json_schema,
    json_text,
    keep_text,
    keyed_union,
    lazy,
    nullable,
    one_of,
    one_or_many,
    others,
    refine,
    replace,
    result_of,
    string,
    tagged_union,
    tuple_of,
)
from ecr_decode.describe.strategy import from_codec
from tests.rows import Outcome, read, says, written


class Period(Record):
    start: int = field("from", integer)
    end: int = field(
        "to", integer.refine(lambda end: end < 100, "expected an end below 100"), aliases=("until",)
    )

    @refine("expected an end after the start", at="to")
    def ordered(self) -> bool:
        return self.start < self.end

    @refine("expected an even start", at=("from",))
    def even(self) -> bool:
        return self.start % 2 == 0


class Replaced(Period):
    """Has another body of the first rule, under the same message."""

    def ordered(self) -> bool:
        return self.start <= self.end


class Decorated(Period):
    """Has another rule in the place of the first."""

    @refine("expected another end")
    def ordered(self) -> bool:
        return self.start != self.end


class Longer(Period):
    """Adds a rule: the base's are first."""

    name: str = field("name", string, default="a")

    @refine("expected a name", at="name")
    def named(self) -> bool:
        return bool(self.name)


class Raises(Record):
    n: int = field("n", integer)

    @refine("expected a truth", at="n")
    def truth(self) -> bool:
        found: Any = [0] * self.n
        return found  # type: ignore[no-any-return] # its truth value is asked for

    @refine("never said")
    def inverse(self) -> bool:
        return 1 // (self.n - 2) > -9


class Placed(Record):
    id: int = field("id", integer, xml=attribute)
    rest: dict[str, int] = others(integer, default_factory=dict)

    @refine("expected an id below 9", at="id")
    def small(self) -> bool:
        return self.id < 9


class Trip(Record):
    name: str = field("name", string)
    period: Period = inline(Period.codec)


class Stops(Record):
    stops: tuple[Period, ...] = field("stop", array(Period.codec), xml=flattened)
    first: Any = field("first", lazy(lambda: nullable(Period.codec)), default=None)

    @refine("expected a stop", at="stop")
    def some(self) -> bool:
        return bool(self.stops)


class Kept(Record):
    rest: dict[str, Period] = others(Period.codec)


def rising(items: tuple[int, ...]) -> bool:
    return items == tuple(sorted(items))


AFTER, EVEN = "expected an end after the start", "expected an even start"
shapes = tagged_union("t", case("p", Period) | case("s", Stops))
keyed: Codec[Any] = keyed_union(case("p", Period) | case("s", Stops))
tried = one_of(case("p", Period) | case("s", Stops))
chain = integer.refine(lambda n: n > 0, "a").refine(lambda n: n % 2 == 0, "b").refine(lambda n: n < 9, "c")
placed = array(integer).refine(rising, "expected rising numbers", at=(1,))
pair = tuple_of(integer, Period.codec).refine(
    lambda it: it[0] == it[1].start, "expected its start", at=(1, "from")
)


def never(_: object) -> bool:
    return False


pair_or_many: Codec[Any] = one_of(
    case("pair", tuple_of(string, string), when=list) | case("many", array(Period.codec))
)
UNTIL = '{"from": 2, "until": 3}'
FOLLOWED: list[tuple[Codec[Any], Any, str, str]] = [
    (array(Period.codec), (0, "to"), f"[{UNTIL}]", "$[0].until"),
    (one_or_many(Period.codec), (0, "to"), UNTIL, "$[0].until"),
    (tuple_of(string, rest=Period.codec), (1, "to"), f'["a", {UNTIL}]', "$[1].until"),
    (pair_or_many, (2, "to"), f"[{UNTIL}, {UNTIL}, {UNTIL}]", "$[2].until"),
    (dict_of(Period.codec, keys=integer), ("1", "to"), f'{{"1": {UNTIL}}}', '$["1"].until'),
    (nullable(Period.codec), "to", UNTIL, "$.until"),
    (Period.codec | string, "to", UNTIL, "$.until"),
    (result_of(Period.codec), "to", UNTIL, "$.until"),
    (lazy(lambda: Period.codec), "to", UNTIL, "$.until"),
    (at("a", "b", Period.codec), ("a", "b", "to"), f'{{"a": {{"b": {UNTIL}}}}}', "$.a.b.until"),
    (at("a", Period.codec, default=None), ("a", "to"), "{}", "$.a.to"),
    (json_text(Period.codec), "to", '"{\\"from\\": 2, \\"until\\": 3}"', "$ -> $.until"),
    (keep_text(json_text(Period.codec)), "to", '"{\\"from\\": 2, \\"until\\": 3}"', "$ -> $.until"),
    (keyed, ("p", "to"), f'{{"p": {UNTIL}}}', "$.p.until"),
    (keyed_union(case(("p", "q"), Period) | case("s", Stops)), ("p", "to"), f'{{"q": {UNTIL}}}', "$.q.until"),
    (shapes, "to", '{"t": "p", "from": 2, "until": 3}', "$.until"),
    (tried, "to", UNTIL, "$.until"),
    (Stops.codec, ("stop", 0, "to"), f'{{"stop": [{UNTIL}]}}', "$.stop[0].until"),
    (Stops.codec, ("stop", 0, "to"), "<r><stop><from>2</from><until>3</until></stop></r>", "$.stop[0].until"),
    (Stops.codec, ("first", "to"), "<r><stop><from>2</from><to>3</to></stop></r>", "$.first.to"),
    (Kept.codec, ("x", "to"), f'{{"x": {UNTIL}}}', "$.x.until"),
    (Kept.codec, ("x", "to"), "<r><x><from>2</from><until>3</until></x></r>", "$.x.until"),
    (Trip.codec, "to", "<r><name>a</name><from>2</from><until>3</until></r>", "$.until"),
]

READ: list[tuple[Codec[Any], str, Outcome]] = [
    (Period.codec, '{"from": 2, "to": 3}', Success(Period(start=2, end=3))),
    # a member failed: no rule is run
    (Period.codec, '{"from": 3, "to": "x"}', says("$.to: expected an integer, got a string")),
    (Period.codec, '{"from": 3}', says("$.to: missing")),
    (Period.codec, '{"from": 3, "to": 200}', says("$.to: expected an end below 100")),
    (Stops.codec, '{"stop": [{"from": 3, "to": 1}, 4]}', says(
        f"$.stop[0].to: {AFTER}", f"$.stop[0].from: {EVEN}",
        "$.stop[1]: expected an object, got an integer")),
    # several rules: all run, all reported
    (Period.codec, '{"from": 3, "to": 3}', says(f"$.to: {AFTER}", f"$.from: {EVEN}")),
    (Longer.codec, '{"from": 3, "to": 3, "name": ""}', says(
        f"$.to: {AFTER}", f"$.from: {EVEN}", "$.name: expected a name")),
    (chain, "-1", says("$: a", "$: b")),
    (chain, "9", says("$: b", "$: c")),
    (chain, "10", says("$: c")),
    (chain, "2", Success(2)),
    # redefined in a subclass
    (Replaced.codec, '{"from": 2, "to": 2}', Success(Replaced(start=2, end=2))),
    (Replaced.codec, '{"from": 2, "to": 1}', says(f"$.to: {AFTER}")),
    (Decorated.codec, '{"from": 2, "to": 1}', Success(Decorated(start=2, end=1))),
    (Decorated.codec, '{"from": 2, "to": 2}', says("$: expected another end")),
    # it raises, or returns no bool
    (Raises.codec, '{"n": 0}', says("$.n: expected a truth")),
    (Raises.codec, '{"n": 2}', says("$: the function of a codec raised ZeroDivisionError")),
    (Raises.codec, '{"n": 1}', Success(Raises(n=1))),
    # the place
    (placed, "[2, 1]", says("$[1]: expected rising numbers")),
    (pair, '[1, {"from": 2, "to": 3}]', says("$[1].from: expected its start")),
    (Placed.codec, '{"id": 9}', says("$.id: expected an id below 9")),
    (Placed.codec, '<r id="9"/>', says("$.id: expected an id below 9")),
    # an alias shows as the document spells it
    (Period.codec, '{"from": 2, "until": 1}', says(f"$.until: {AFTER}")),
    (Period.codec, "<r><from>2</from><until>1</until></r>", says(f"$.until: {AFTER}")),
    (Trip.codec, '{"name": "a", "from": 2, "until": 1}', says(f"$.until: {AFTER}")),
    *((codec.refine(never, "no", at=at_), raw, says(f"{path}: no")) for codec, at_, raw, path in FOLLOWED),
    # wherever the record is
    (Trip.codec, "<r><name>a</name><from>2</from><to>1</to></r>", says(f"$.to: {AFTER}")),
    (array(Period.codec), '[{"from": 2, "to": 3}, {"from": 3, "to": 4}]', says(f"$[1].from: {EVEN}")),
    (array(Period.codec), "<r><i><from>2</from><to>1</to></i></r>", says(f"$[0].to: {AFTER}")),
    (dict_of(Period.codec), '{"k": {"from": 2, "to": 1}}', says(f"$.k.to: {AFTER}")),
    (nullable(Period.codec), '{"from": 2, "to": 1}', says(f"$.to: {AFTER}")),
    (shapes, '{"t": "p", "from": 2, "to": 1}', says(f"$.to: {AFTER}")),
    (keyed, '{"p": {"from": 2, "to": 1}}', says(f"$.p.to: {AFTER}")),
    (tried, '{"from": 2, "to": 1}', says(f"$.to: {AFTER}")),
    (by_kind(case("p", Period) | case("s", string)), '{"from": 2, "to": 1}', says(f"$.to: {AFTER}")),
    (Period.codec | array(integer), '{"from": 2, "to": 1}', says(f"$.to: {AFTER}")),
    (Stops.codec, '{"stop": [], "first": {"from": 2, "to": 1}}', says(f"$.first.to: {AFTER}")),
    (Stops.codec, '{"stop": []}', says("$.stop: expected a stop")),
    (Stops.codec, "<r><stop><from>2</from><to>1</to></stop></r>", says(f"$.stop[0].to: {AFTER}")),
    (json_text(Period.codec), '"{\\"from\\": 2, \\"to\\": 1}"', says(f"$ -> $.to: {AFTER}")),
    (keep_text(json_text(Period.codec)), '"{\\"from\\": 2, \\"until\\": 1}"', says(f"$ -> $.until: {AFTER}")),
]  # fmt: skip


@pytest.mark.parametrize(("codec", "raw", "expected"), READ, ids=lambda each: str(each)[:50])
def test_rules_are_obeyed_on_reading(codec: Codec[Any], raw: str, expected: Outcome) -> None:
    assert read(codec, raw) == expected


NULL: Any = None
BAD = Period(start=3, end=3)
BOTH = says(f"$.to: {AFTER}", f"$.from: {EVEN}")
WRITTEN: list[tuple[Codec[Any], Any, Outcome]] = [
    (Period.codec, BAD, BOTH),
    (Period.codec, Period(start=3, end=NULL), says("$.to: expected an integer, got null")),
    (array(Period.codec), (BAD,), says(f"$[0].to: {AFTER}", f"$[0].from: {EVEN}")),
    (Trip.codec, Trip(name="a", period=BAD), BOTH),
    (chain, 9, says("$: b", "$: c")),
    (placed, (2, 1), says("$[1]: expected rising numbers")),
    (shapes, BAD, BOTH),
    (keyed, BAD, says(f"$.p.to: {AFTER}", f"$.p.from: {EVEN}")),
    (tried, BAD, BOTH),
    (Period.codec | string, BAD, BOTH),
    (Raises.codec, Raises(n=2), says("$: the function of a codec raised ZeroDivisionError")),
]


@pytest.mark.parametrize("form", ["json", "xml", "query"])
@pytest.mark.parametrize(("codec", "value", "expected"), WRITTEN, ids=lambda each: str(each)[:50])
def test_rules_are_obeyed_on_writing(codec: Codec[Any], value: object, form: str, expected: Outcome) -> None:
    keyed_root = codec is keyed and form == "xml"
    bare = form == "query" and value in (9, (2, 1), (BAD,))  # a query has named members
    if not bare:
        assert written(codec, value, "rootless xml" if keyed_root else form) == expected
    assert codec.check(value).alt(str) == expected


def test_make_obeys_rules_and_the_constructor_and_replace_do_not() -> None:
    assert Period.make(start=3, end=3).alt(str) == BOTH
    good = Period.make(start=2, end=3).unwrap()
    assert replace(good, start=3).start == 3
    assert Period.codec.check(replace(good, start=3)).alt(str) == BOTH
    assert Raises(n=2).encode_json().failure().problems == (Problem((), Raised("ZeroDivisionError")),)


def test_a_schema_notes_rules_and_test_data_keeps_them() -> None:
    schema = str(json_schema(Longer))
    assert all(message in schema for message in (AFTER, EVEN, "expected a name"))
    assert AFTER in str(json_schema(Replaced))
    assert AFTER not in str(json_schema(Decorated))

    @settings(suppress_health_check=[HealthCheck.filter_too_much])  # few values obey both rules
    @given(from_codec(Longer.codec))
    def keeps(longer: Longer) -> None:
        assert longer.ordered()
        assert longer.even()
        assert longer.name

    keeps()


META: Any = type(Record)


def ruled(at: Any) -> Callable[[], object]:
    return lambda: META("X", (Period,), {"rule": refine("a", at=at)(lambda self: True)})


PLACES: dict[str, tuple[Callable[[], object], str]] = {
    "a near name": (ruled("form"), "did you mean 'from'?"),
    "the attribute's name": (ruled("start"), "X has no 'start'"),
    "a step too far": (ruled(("to", "x")), "has no 'x'"),
    "a number": (ruled(5), "expected a wire name or a tuple of steps, got 5"),
    "an index of a record": (ruled((0,)), "has no 0"),
    "a name in a list": (lambda: array(integer).refine(bool, "a", at="x"), "has no 'x'"),
    "an index alone": (lambda: placed.refine(bool, "a", at=1), "expected a wire name or a tuple of steps"),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    "past a tuple": (lambda: pair.refine(bool, "a", at=(2,)), "has no 2"),
    "a key that is none": (lambda: keyed.refine(bool, "a", at="q"), "has no 'q'"),
}  # fmt: skip


@pytest.mark.parametrize("name", PLACES)
def test_a_place_is_checked_when_the_class_is_made(name: str) -> None:
    build, words = PLACES[name]
    with pytest.raises(ValueError, match=re.escape(words)):
        build()
