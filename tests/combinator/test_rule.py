"""Rules over several members: with a place, on classes and on codecs."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given

from ecr_decode import (
    Codec,
    Decoder,
    IntoText,
    Problem,
    Raised,
    Record,
    array,
    at,
    by_kind,
    case,
    dict_of,
    field,
    integer,
    json_schema,
    json_text,
    json_value,
    lazy,
    literal,
    nullable,
    others,
    refine,
    replace,
    string,
    tagged_union,
    tuple_of,
)
from ecr_decode.describe.strategy import from_codec
from tests.hostile.verbs import WAYS
from tests.registry import Period as Pickled


class Period(Record):
    start: int = field("from", integer)
    end: int = field("to", integer)

    @refine("expected an end after the start", at="to")
    def ordered(self) -> bool:
        return self.start < self.end

    @refine("expected an even start")
    def even(self) -> bool:
        return self.start % 2 == 0


class Same(Period):
    pass


class Replaced(Period):
    name: str = field("name", string, default="")

    @refine("expected a name", at="name")
    def named(self) -> bool:
        return bool(self.name)

    def ordered(self) -> bool:
        return self.start <= self.end

    @refine("expected an odd start", at="from")
    def even(self) -> bool:
        return self.start % 2 == 1


def lines(result: Any) -> list[str]:
    return str(result.failure()).splitlines()


BOTH = ["$.to: expected an end after the start", "$: expected an even start"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("cls", [Period, Same])
def test_every_verb_of_a_class_obeys_all_its_rules(cls: type[Period], way: str) -> None:
    made: Any = cls
    bad = made(start=3, end=3)
    with WAYS[way]():
        for _ in range(3):  # compiled by then
            assert lines(cls.decode_json(b'{"from": 3, "to": 3}')) == BOTH
            assert lines(cls.of_json({"from": 3, "to": 3})) == BOTH
            assert lines(cls.decode_xml("<a><from>3</from><to>3</to></a>")) == BOTH
            assert lines(cls.of_xml({"from": "3", "to": "3"})) == BOTH
            assert lines(cls.of_string('{"from": 3, "to": 3}')) == BOTH
            assert lines(made.make(start=3, end=3)) == BOTH
            assert lines(cls.codec.check(bad)) == BOTH
            for verb in (
                "encode_json",
                "to_json",
                "encode_xml",
                "to_xml",
                "encode_query",
                "to_query",
                "to_value",
            ):
                assert lines(getattr(bad, verb)()) == BOTH
            good: Any = cls.decode_json(b'{"from": 2, "to": 3}').unwrap()
            assert good.encode_json().unwrap() == b'{"from":2,"to":3}'


def test_constructor_and_replace_ask_no_rule() -> None:
    good = Period.make(start=2, end=3).unwrap()
    assert replace(good, end=0).end == 0
    assert not Period(start=3, end=3).ordered()


@pytest.mark.parametrize("way", WAYS)
def test_a_rule_holds_wherever_the_record_is(way: str) -> None:
    class Calendar(Record):
        periods: tuple[Period, ...] = field("periods", array(Period.codec))
        first: Period | None = field("first", nullable(Period.codec), default=None)

    raw = b'{"periods": [{"from": 2, "to": 3}, {"from": 2, "to": 1}], "first": {"from": 3, "to": 4}}'
    with WAYS[way]():
        error = lines(Calendar.decode_json(raw))
    assert error == ["$.periods[1].to: expected an end after the start", "$.first: expected an even start"]
    written = Calendar(periods=(Period(start=2, end=1),)).encode_json()
    assert lines(written) == ["$.periods[0].to: expected an end after the start"]


@pytest.mark.parametrize("way", WAYS)
def test_a_rule_is_not_run_where_a_member_failed(way: str) -> None:
    with WAYS[way]():
        assert lines(Period.decode_json(b'{"from": 3, "to": "x"}')) == [
            "$.to: expected an integer, got a string"
        ]
    wrong: Any = "x"
    assert lines(Period(start=3, end=wrong).encode_json()) == ["$.to: expected an integer, got a string"]
    assert lines(Period.make(start=3, end=wrong)) == ["$.to: expected an integer, got a string"]


def test_a_subclass_replaces_a_body_and_keeps_the_message_unless_it_decorates_again() -> None:
    assert lines(Replaced.decode_json(b'{"from": 4, "to": 3}')) == [
        "$.to: expected an end after the start",
        "$.from: expected an odd start",
        "$.name: expected a name",
    ]
    assert Replaced.decode_json(b'{"from": 3, "to": 3, "name": "a"}').unwrap().ordered()


def test_rules_come_from_plain_classes_too() -> None:
    class Ordered:
        start: Any
        end: Any

        @refine("expected an end after the start")
        def ordered(self) -> bool:
            return bool(self.start < self.end)

    class Span(Ordered, Record):
        start: int = field("start", integer)
        end: int = field("end", integer)

    assert lines(Span.decode_json(b'{"start": 1, "end": 1}')) == ["$: expected an end after the start"]


def test_rules_of_a_chain_are_all_run() -> None:
    codec = integer.refine(lambda n: n > 0, "a").constrain(minimum=5).refine(lambda n: n % 2 == 0, "b")
    assert lines(codec.decode_json(b"-1")) == ["$: a", "$: b"]
    assert lines(codec.encode_json(-1)) == ["$: a", "$: b"]
    assert lines(codec.check(3)) == ["$: expected a number of at least 5", "$: b"]
    assert lines(codec.check(7)) == ["$: b"]
    assert codec.decode_json(b"2").unwrap() == 2


@pytest.mark.parametrize("way", WAYS)
def test_a_rule_may_raise_or_give_any_truth(way: str) -> None:
    class Odd(Record):
        a: int = field("a", integer)

        @refine("expected an inverse", at="a")
        def inverse(self) -> bool:
            return 1 / self.a != 0

        @refine("expected more than one")
        def more(self) -> bool:
            truth: Any = self.a - 1
            return truth  # type: ignore[no-any-return] # what is not a bool is tested for its truth

    with WAYS[way]():
        for _ in range(3):
            assert Odd.decode_json(b'{"a": 0}').failure().problems == (
                Problem((), Raised("ZeroDivisionError")),
            )
            assert lines(Odd.decode_json(b'{"a": 1}')) == ["$: expected more than one"]
            assert Odd.decode_json(b'{"a": 2}').unwrap().a == 2


shape = tagged_union("kind", case("period", Period) | case("word", at("word", "text", dict_of(string))))

PLACES: dict[str, tuple[Decoder[Any], Any, tuple[Any, ...]]] = {
    "nowhere": (Period.codec, (), ()),
    "a member": (Period.codec, "to", ("to",)),
    "a list": (array(Period.codec), (3, "to"), (3, "to")),
    "a text": (array(json_text(Period.codec)), (0, "to"), (0, IntoText(), "to")),
    "a tuple": (tuple_of(string, Period.codec), (1, "to"), (1, "to")),
    "a map": (dict_of(Period.codec), ("any", "from"), ("any", "from")),
    "a reach": (at("a", "b", Period.codec), ("a", "b", "to"), ("a", "b", "to")),
    "on the way of a reach": (at("a", "b", Period.codec), "a", ("a",)),
    "a tag": (shape, "kind", ("kind",)),
    "a case": (shape, ("word", "text", "x"), ("word", "text", "x")),
    "under null": (nullable(Period.codec), "to", ("to",)),
    "under a function": (Period.codec.map(str), "to", ("to",)),
    "any json": (json_value, ("a", 0), ("a", 0)),
    "a thunk": (lazy(lambda: Period.codec), ("unseen", 3), ("unseen", 3)),
    "a kind": (by_kind(case("many", array(Period.codec)) | case("one", string)), (0,), (0,)),
}


@pytest.mark.parametrize("name", PLACES)
def test_a_place_leads_anywhere_in_a_document(name: str) -> None:
    decoder, place, path = PLACES[name]
    rule: Any = decoder.refine(bool, "a", at=place).node
    assert rule.rule.at == path


MISPLACED: dict[str, tuple[Decoder[Any], Any, str]] = {
    "a typing error": (Period.codec, "form", "has no 'form'; did you mean 'from'?"),
    "the attribute's name": (Period.codec, "start", "Period has no 'start'"),
    "a step too far": (Period.codec, ("to", "x"), "Period has no 'x'"),
    "a name in a list": (array(integer), "a", "[integer] has no 'a'"),
    "an index in a record": (Period.codec, (0,), "Period has no 0"),
    "past a tuple": (tuple_of(integer, integer), (2,), "has no 2"),
    "a tag's near miss": (shape, "kin", "did you mean 'kind'?"),
    "in a literal": (literal("a"), "a", "has no 'a'"),
    "an index alone": (array(integer), 0, "expected a wire name or a tuple of steps, got 0"),
    "no step": (array(integer), (None,), "expected a wire name or a tuple of steps, got (None,)"),
    "a negative index": (array(integer), (-1,), "expected a wire name or a tuple of steps, got (-1,)"),
    "a list": (array(integer), [0], "expected a wire name or a tuple of steps, got [0]"),
}


@pytest.mark.parametrize("name", MISPLACED)
def test_a_place_that_is_none_is_refused(name: str) -> None:
    decoder, place, message = MISPLACED[name]
    with pytest.raises(ValueError, match=re.escape(message)):
        decoder.refine(bool, "a", at=place)


def test_the_place_may_be_kept_by_others() -> None:
    class Open(Record):
        rest: dict[str, int] = others(integer)

    assert lines(Open.codec.refine(lambda _: False, "never", at="x").decode_json(b"{}")) == ["$.x: never"]
    with pytest.raises(ValueError, match="Open has no 'y'"):
        Open.codec.refine(bool, "a", at=("x", "y"))


def test_a_place_in_a_record_that_is_not_made_yet() -> None:
    class Node(Record):
        value: int = field("value", integer)
        below: Node | None = field("below", nullable(lazy(lambda: Node.codec)), default=None)

        @refine("expected a smaller value below", at=("below", "value"))
        def falls(self) -> bool:
            return self.below is None or self.below.value < self.value

    raw = b'{"value": 2, "below": {"value": 1, "below": {"value": 1}}}'
    assert lines(Node.decode_json(raw)) == ["$.below.below.value: expected a smaller value below"]
    assert json_schema(Node)["$ref"] == "#/$defs/Node"


META: Any = type(Record)


def ruled(function: Any, message: Any = "a", place: Any = ()) -> Callable[[], object]:
    return lambda: META("X", (Period,), {"rule": refine(message, at=place)(function)})


def true(_: object) -> bool:
    return True


async def later(_: object) -> bool:
    return True


async def generated(_: object) -> Any:
    yield True


def two(_: object, other: object) -> bool:
    return bool(other)


MISUSED: dict[str, tuple[Callable[[], object], str]] = {
    "no function": (ruled(5), "@refine('a'): expected a method, got 5"),
    "a static method": (ruled(staticmethod(bool)), "expected a method"),
    "a property": (ruled(property(bool)), "expected a method"),
    "two rules": (ruled(refine("b")(true)), "expected a method, got a second rule"),
    "a coroutine": (ruled(later), "later must give a bool"),
    "an asynchronous generator": (ruled(generated), "generated must give a bool"),
    "two parameters": (ruled(two), "two must take self alone"),
    "no parameter": (ruled(lambda: True), "must take self alone"),
    "no message": (ruled(bool, 5), "expected a str, got 5"),
    "a place that is none": (ruled(true, "a", "form"), "did you mean 'from'?"),
    "a place that is no path": (
        ruled(true, "a", 5),
        "class X: @refine('a') rule, at=...: expected",
    ),
}


@pytest.mark.parametrize("name", MISUSED)
def test_what_is_no_rule_is_refused(name: str) -> None:
    make, message = MISUSED[name]
    with pytest.raises(ValueError, match=re.escape(message)):
        make()


def test_what_would_hide_a_rule_is_refused() -> None:
    body = {"ordered": field("ordered", integer), "__annotations__": {"ordered": int}}
    with pytest.raises(ValueError, match="ordered would hide the inherited rule; write def ordered"):
        META("Hidden", (Period,), body)


def test_a_schema_notes_what_it_cannot_test() -> None:
    schema = json_schema(Period)
    assert schema["$ref"] == "#/$defs/Period"
    assert schema["$comment"] == "expected an end after the start; expected an even start"


@given(from_codec(Period.codec))
def test_test_data_keeps_the_rules(period: Period) -> None:
    assert period.ordered()
    assert period.even()


def test_codecs_with_rules_pickle() -> None:
    codec: Codec[Pickled] = pickle.loads(pickle.dumps(Pickled.codec))
    assert codec == Pickled.codec
    assert lines(codec.decode_json(b'{"start": 1, "end": 1}')) == ["$.end: expected another end"]


class Sizes(Record):
    sizes: tuple[int, ...] = field("sizes", array(integer.constrain(minimum=0)))
    most: int = field("most", integer.refine(lambda most: most > 0, "expected a positive number"), default=9)

    @refine("expected an even number", at="sizes", on_read=False)
    def even(self) -> Iterator[tuple[int]]:
        yield from ((index,) for index, size in enumerate(self.sizes) if size % 2)

    @refine("expected no size above the most", on_read=False)
    def bounded(self) -> bool:
        return max(self.sizes, default=0) <= self.most


def test_a_rule_that_is_a_constraint_is_not_run_on_reading_and_writing() -> None:
    raw = b'{"sizes":[-1,3,12,5],"most":9}'
    found = Sizes.decode_json(raw).unwrap()
    assert found.encode_json().unwrap() == raw
    assert Sizes.decode_xml(found.encode_xml().unwrap()).unwrap() == found


def test_a_rule_reports_at_every_place_that_it_yields_and_beside_broken_constraints() -> None:
    assert lines(Sizes.make(sizes=(-1, 3, 12, 5))) == [
        "$.sizes[0]: expected a number of at least 0",
        "$.sizes[0]: expected an even number",
        "$.sizes[1]: expected an even number",
        "$.sizes[3]: expected an even number",
        "$: expected no size above the most",
    ]
    assert Sizes.make(sizes=(2, 4)).unwrap() == Sizes(sizes=(2, 4))


def test_a_rule_is_not_run_on_what_reading_would_refuse() -> None:
    wrong: Any = "3"
    assert lines(Sizes.make(sizes=(1, wrong))) == ["$.sizes[1]: expected an integer, got a string"]
    assert lines(Sizes.make(sizes=(1,), most=0)) == ["$.most: expected a positive number"]


@pytest.mark.parametrize("place", [5, ("a", 1.5), None, ("a", True), ("a", -1)])
def test_what_is_yielded_and_is_no_place_is_an_error(place: Any) -> None:
    class Wrong(Record):
        size: int = field("size", integer)

        @refine("expected another size")
        def sized(self) -> Iterator[str]:
            yield place

    assert lines(Wrong.decode_json(b'{"size": 1}')) == ["$: the function of a codec raised TypeError"]


def test_a_rule_that_raises_after_a_place_is_an_error() -> None:
    class Wrong(Record):
        size: int = field("size", integer)

        @refine("expected another size")
        def sized(self) -> Iterator[str]:
            yield "size"
            raise KeyError

    assert lines(Wrong.decode_json(b'{"size": 1}')) == ["$: the function of a codec raised KeyError"]


def test_a_test_of_a_codec_may_be_a_constraint() -> None:
    short = string.refine(lambda text: len(text) < 3, "expected a short text", on_read=False)
    assert short.decode_json(b'"abc"').unwrap() == "abc"
    assert short.encode_json("abc").unwrap() == b'"abc"'
    assert lines(short.check("abc")) == ["$: expected a short text"]
