"""The corners of compiled encoders: depths, times, enumerations, and what must not be written twice."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import Enum, IntFlag, StrEnum
from typing import Any, cast

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from returns.result import Failure, Success

from ecr_decode import (
    Codec,
    Encoder,
    JsonValue,
    Kept,
    Record,
    array,
    at,
    aws,
    base64_bytes,
    big_integer,
    boolean,
    by_kind,
    case,
    dict_of,
    ecr,
    enum_of,
    field,
    integer,
    json_text,
    json_value,
    keep_text,
    lazy,
    literal,
    null,
    nullable,
    number,
    one_of,
    otherwise,
    plain_only,
    string,
    tagged_union,
)
from ecr_decode.fast.success import success
from ecr_decode.fast.write.compiled import compiled
from ecr_decode.fast.write.run import ITSELF, TEXT
from tests.fast.test_encode_equal_to_plain import refused, written
from tests.fast.wrong import deep
from tests.registry import Tree

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def chain(levels: int) -> Tree:
    tree = Tree(value=0)
    for _ in range(levels // 2):
        tree = Tree(value=0, children=(tree,))
    return tree


def quickly(codec: Encoder[Any], value: object) -> Any:
    """What is written without the plain writer."""
    encode = compiled(codec.node, TEXT, refused)
    assert encode is not None
    return encode(value)


@pytest.mark.parametrize("levels", [*range(60, 66), *range(110, 125, 2), *range(195, 204)])
def test_recursion_is_written_and_refused_alike(levels: int) -> None:
    written(Tree.codec, chain(levels))


def test_recursion_is_written_by_the_fast_path() -> None:
    value = chain(60)
    assert quickly(Tree.codec, value) == Tree.codec.encode_json(value)


tables: Codec[Any] = lazy(lambda: by_kind(case("leaf", integer) | case("table", dict_of(tables))))


def test_maps_are_written_as_deep_by_the_fast_path() -> None:
    value: Any = 1
    for _ in range(199):
        value = {"a": value}
    assert quickly(tables, value) == written(tables, value)


@pytest.mark.parametrize("levels", [*range(48, 53), *range(245, 258), 1030])
@pytest.mark.parametrize(
    "codec", [json_value, array(json_value), json_text(json_value), at("a", "b", json_value)], ids=repr
)
def test_trees_are_written_and_refused_alike(codec: Codec[Any], levels: int) -> None:
    tree: Any = deep(levels)
    written(codec, (tree,) if repr(codec).startswith("[") else tree)


def static(levels: int, leaf: Codec[Any] = integer) -> Codec[Any]:
    codec = leaf
    for _ in range(levels):
        codec = array(nullable(codec))
    return codec


@pytest.mark.parametrize("levels", [5, 15, 16, 17, 21, 60, 120])
def test_descriptions_deeper_than_python_compiles_are_written_all_the_same(levels: int) -> None:
    value: Any = 1
    for _ in range(levels):
        value = (value,)
    assert written(static(levels), value) == Success(b"[" * levels + b"1" + b"]" * levels)


def test_parts_within_parts_that_write_other_values_are_written_by_the_fast_path() -> None:
    value: Any = _EPOCH
    for _ in range(60):
        value = (value,)
    assert quickly(static(60, aws.timestamp), value) == Success(b"[" * 60 + b"0" + b"]" * 60)


@given(st.integers(-62135596800, 253402300799))
@example(-62135596800)
@example(253402300799)
@settings(max_examples=20 * settings().max_examples)
def test_whole_seconds_of_every_year_are_written_alike(seconds: int) -> None:
    moment = _EPOCH + timedelta(seconds=seconds)
    assert written(aws.timestamp, moment) == Success(b"%d" % seconds)


class Moment:
    """What can be taken for a time, and is of no class of times."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __sub__(self, other: datetime) -> timedelta:
        return self.moment - other

    def __eq__(self, other: object) -> bool:
        return self.moment == other

    def __hash__(self) -> int:
        return hash(self.moment)


def test_what_only_subtracts_as_a_time_does_is_refused() -> None:
    for _ in range(3):
        assert isinstance(written(array(aws.timestamp), (Moment(_EPOCH),)), Failure)


@given(st.datetimes(timezones=st.just(UTC)))
@settings(max_examples=40 * settings().max_examples)
def test_microseconds_are_written_alike(moment: datetime) -> None:
    written(aws.timestamp, moment)


@given(st.datetimes(datetime(1701, 1, 1), datetime(2238, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001 naive bounds
@settings(max_examples=40 * settings().max_examples)
def test_microseconds_within_reach_are_written_by_the_fast_path(moment: datetime) -> None:
    raw = quickly(aws.timestamp, moment).unwrap()
    assert aws.timestamp.decode_json(raw) == Success(moment)


class Mixed(str, Enum):  # noqa: UP042 a StrEnum cannot differ from its value
    """Texts that are not their values."""

    LOUD = "loud"

    def __new__(cls, value: str) -> Mixed:
        member = str.__new__(cls, value.upper())
        member._value_ = value
        return member


class Named(StrEnum):
    A = "a"

    @property
    def value(self) -> str:
        return "other"


class Flag(IntFlag):
    ONE = 1
    TWO = 2


class Odd(Enum):
    ONE = "one"

    @classmethod
    def _missing_(cls, value: object) -> Odd:
        member = object.__new__(cls)
        member._name_, member._value_ = "odd", "odd"
        return member


class Made(str, Enum):  # noqa: UP042 a StrEnum cannot differ from its value
    """Texts that are their values, but for those made later."""

    QUIET = "quiet"

    @classmethod
    def _missing_(cls, value: object) -> Made:
        member = str.__new__(cls, "OTHER")
        member._name_, member._value_ = "other", "other"
        return member


@pytest.mark.parametrize(
    "member",
    [Mixed.LOUD, Named.A, Flag.ONE, Flag.ONE | Flag.TWO, Odd.ONE, Odd("x"), Made.QUIET, Made("x")],
    ids=repr,
)
def test_enumerations_of_an_odd_make_are_written_alike(member: Any) -> None:
    codec: Codec[Any] = enum_of(member.__class__)
    written(codec, member)
    written(dict_of(codec, keys=codec), {member: member})
    written(string, member)
    written(array(string), (member,))


joined: Codec[Any] = Codec(string.contramap(",".join).node)


class Joined(Record):
    words: Any = field("words", joined)
    note: str = field("note", string)


class Note(str):
    """A text that the fast path leaves to the plain writer."""

    __slots__ = ()


def words() -> Iterator[str]:
    yield "a"
    yield "b"


def test_what_a_function_uses_up_is_written_all_the_same() -> None:
    assert Joined(words=words(), note=Note("c")).encode_json() == Success(b'{"words":"a,b","note":"c"}')
    assert Joined(words=(words(),), note="c").encode_json() == Failure(
        Joined(words=(1,), note="c").encode_json().failure()
    )


class Quoted(Record):
    plain: str = field("plain", string)
    null: int | None = field("null", literal(None, 1), default=None, omit=False)
    share: float = field("share", number, default=0.5, omit=True)


def test_what_the_serializer_would_leave_out_is_written() -> None:
    assert written(Quoted.codec, Quoted(plain="")) == Success(b'{"plain":"","null":null}')
    assert written(Quoted.codec, Quoted(plain="", share=0)) == Success(
        b'{"plain":"","null":null,"share":0.0}'
    )


class Absent(Record, null_as_absent=True):
    size: int | None = field("size", nullable(integer), default=7)


class Kind(Record):
    kind: str | None = field("kind", string, default=None)


class Count(Record):
    count: int = field("count", integer)


class Tagged:
    """A tree in a class of its own."""

    def __init__(self, held: Any) -> None:
        self.held = held

    def tree(self) -> Any:
        return self.held


def test_what_would_be_read_as_another_value_is_refused() -> None:
    kinds = tagged_union("kind", case("one", Kind))
    loose: Codec[Any] = by_kind(case("text", string) | otherwise(base64_bytes))
    assert isinstance(written(Absent.codec, Absent(size=None)), Failure)
    assert isinstance(written(kinds, Kind(kind="two")), Failure)
    assert isinstance(written(loose, b"a"), Failure)
    others = tagged_union("kind", case("one", Count) | otherwise(Kind.codec))
    trees: Codec[Any] = json_value.map(Tagged, Tagged.tree)
    tried = one_of(case("kind", Kind) | case("tree", trees, when=Tagged))
    for _ in range(3):
        assert isinstance(written(others, Kind(kind="one")), Failure)
        assert isinstance(written(tried, Tagged({"kind": "one"})), Failure)
    assert quickly(others, Kind(kind="two")) == Success(b'{"kind":"two"}')
    assert quickly(others, Count(count=1)) == Success(b'{"kind":"one","count":1}')
    assert written(kinds, Kind(kind="one")) == Success(b'{"kind":"one"}')


def test_names_that_need_escapes_are_written_alike() -> None:
    for name in ('"', "\\", "\n", "\x7f", "é", "\u2028", "\ud800", ""):
        written(at(name, integer), 1)
        written(dict_of(integer), {name: 1})


def test_a_thunk_that_gives_a_new_codec_each_time_is_asked_once() -> None:
    asked: list[str] = []

    def again() -> Codec[Any]:
        asked.append("asked")
        return array(integer)

    codec: Codec[Any] = array(lazy(again))
    assert quickly(codec, ((1,),)) == written(codec, ((1,),)) == Success(b"[[1]]")
    assert asked == ["asked"]


def test_the_switch_turns_the_fast_path_off() -> None:
    encode = compiled(ecr.Tag.codec.node, TEXT, Failure)
    assert encode is not None
    tag = ecr.Tag(key="a", value="b")
    assert encode(tag) == tag.encode_json()
    with plain_only():
        assert encode(tag) == Failure(tag)


def test_many_threads_may_be_the_first_to_write() -> None:
    codec: Codec[Any] = dict_of(array(Tree.codec))
    value: dict[str, JsonValue | tuple[Tree, ...]] = {"a": (chain(20),)}
    found: list[Any] = []
    threads = [threading.Thread(target=lambda: found.append(codec.encode_json(value))) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with plain_only():
        assert found == [codec.encode_json(value)] * 16


def test_a_codec_that_has_written_is_pickled() -> None:
    codec = array(ecr.Tag.codec)
    codec.encode_json(())
    assert pickle.loads(pickle.dumps(codec)) == codec


def test_a_success_made_at_once_is_a_success() -> None:
    made = success(1)
    assert made == Success(1)
    assert repr(made) == "<Success: 1>"
    assert made.map(str) == Success("1")
    assert pickle.loads(pickle.dumps(made)) == made


class ByTag(Record):
    tag: str = field("tag", string)


class ByDigest(Record):
    digest: str = field("digest", string)
    tag: str | None = field("tagged", string, default=None)


TRIED: Codec[Any] = one_of(case("tag", ByTag) | case("digest", ByDigest) | case("text", string))


@pytest.mark.parametrize("value", [ByTag(tag="a"), ByDigest(digest="b", tag="c"), "d"], ids=repr)
def test_an_alternative_that_earlier_ones_refuse_is_written_by_the_fast_path(value: object) -> None:
    assert quickly(TRIED, value) == TRIED.encode_json(value)
    assert TRIED.decode_json(quickly(TRIED, value).unwrap()) == Success(value)


_UNSURE: Any = one_of(case("tree", cast(Any, json_value), when=dict) | case("none", null))


class Unsure(Record, null_as_absent=True):
    """A member that the plain writer writes, and may write as null, which would be taken for absence."""

    found: object = field("found", _UNSURE, default=1)


def test_checking_sees_a_null_that_the_plain_writer_writes() -> None:
    for value in (Unsure(found=None), Unsure(found={"a": 1}), Unsure()):
        checked = Unsure.codec.check(value)
        with plain_only():
            assert repr(Unsure.codec.check(value)) == repr(checked)
    assert not isinstance(Unsure.codec.check(Unsure(found=None)), Success)


class Sized(Record, null_as_absent=True):
    size: int = field("size", integer, default=0)


class Titled(Record):
    size: str = field("size", string)


def test_an_alternative_that_takes_null_for_absence_is_told_apart_by_the_fast_path() -> None:
    sizes: Codec[Any] = one_of(case("sized", Sized) | case("titled", Titled))
    assert quickly(sizes, Titled(size="a")) == written(sizes, Titled(size="a")) == Success(b'{"size":"a"}')


def checked_quickly(codec: Codec[Any], value: object) -> Any:
    """What is checked without the plain interpreter, but for parts."""
    check = compiled(codec.node, ITSELF, refused, checks=True)
    assert check is not None
    return check(value)


def test_each_of_several_kept_texts_is_checked_by_the_fast_path() -> None:
    texts = (Kept(" 1", 1), Kept("2", 2))
    assert checked_quickly(array(keep_text(integer)), texts) == Success(texts)


@pytest.mark.parametrize(
    ("codec", "kept", "broken"),
    [
        (literal("a", "bb").constrain(max_length=1), "a", "bb"),
        (keep_text(json_text(integer.constrain(maximum=3))), Kept(" 3", 3), Kept(" 4", 4)),
    ],
    ids=["constants", "kept texts"],
)
def test_constraints_are_checked_by_the_fast_path(codec: Codec[Any], kept: object, broken: object) -> None:
    items = array(codec)
    assert checked_quickly(items, (kept, kept)) == Success((kept, kept))
    for _ in range(3):
        assert isinstance(items.check((kept, broken)), Failure)


LOOPLESS: list[Codec[Any]] = [
    array(string),
    array(integer),
    array(number),
    array(boolean),
    array(literal("a", "b")),
    array(string.map(str.upper, str.lower)),
    dict_of(string),
]


@pytest.mark.parametrize("codec", LOOPLESS, ids=repr)
def test_the_source_has_no_loop_over_scalars(codec: Codec[Any]) -> None:
    assert "for " not in source(codec)


def test_what_a_method_of_texts_gives_is_not_tested() -> None:
    assert "type(" in source(string.contramap(str))
    assert "type(" not in source(string.contramap(str.lower))


def source(codec: Encoder[Any]) -> str:
    """The source that writes by the fast path."""
    encode = compiled(codec.node, TEXT, refused)
    assert encode is not None
    text: str = cast(Any, encode).__globals__["__loader__"].get_source("")
    return text


def test_an_encoder_alone_is_compiled() -> None:
    shouted: Encoder[str] = string.contramap(str.upper)
    assert quickly(shouted, "ho") == Success(b'"HO"')


class Sums(Record):
    """Numbers that only one of the serializers writes, beside those that each spells in its own way."""

    whole: int = field("whole", big_integer)
    share: float = field("share", number)


@pytest.mark.parametrize("whole", [5, 10**30])
@pytest.mark.parametrize("share", [1e16, -9.223372036854776e18, 1e300, 1e-7, 0.5, 7])
def test_doubles_beside_large_integers_are_spelled_as_the_plain_writer_does(whole: int, share: float) -> None:
    either: Codec[Any] = Sums.codec | dict_of(string)
    value = Sums(whole=whole, share=share)
    codecs: list[tuple[Codec[Any], Any]] = [
        (Sums.codec, value),
        (array(Sums.codec), (value,)),
        (either, value),
    ]
    for codec, held in codecs:
        with plain_only():
            plain = codec.encode_json(held)
        for _ in range(3):
            assert codec.encode_json(held) == plain
