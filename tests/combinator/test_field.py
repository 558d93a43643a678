"""Fields: the knobs of absence and null in JSON and in XML, and what is refused at definition."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

import pytest
from returns.result import Failure, Success

from ecr_decode import (
    BadValue,
    Codec,
    Missing,
    Null,
    Record,
    array,
    attribute,
    aws,
    dict_of,
    element,
    field,
    flattened,
    integer,
    json_text,
    lazy,
    nullable,
    number,
    one_or_many,
    string,
    text,
    tuple_of,
)
from tests.problems import problems


def is_small(value: int | None) -> bool:
    return value is not None and value < 10


class Required(Record):
    a: int = field("a", integer)


class Optional(Record):
    a: int | None = field("a", integer, default=None)


class Nullable(Record):
    a: int | None = field("a", nullable(integer))


class Either(Record):
    a: int | None = field("a", nullable(integer), default=None)


class Shown(Record):
    a: int | None = field("a", nullable(integer), default=None, omit=False)


class Written(Record):
    a: int = field("a", integer, default=7)


class Omitted(Record):
    a: int = field("a", integer, default=7, omit=True)


class NullOr7(Record):
    a: int | None = field("a", nullable(integer), default=7)


class Dropped(Record):
    a: int | None = field("a", nullable(integer), default=None, omit=is_small)


class Lenient(Record, null_as_absent=True):
    a: int = field("a", integer, default=7)


class Strict(Record, null_as_absent=True):
    a: int = field("a", integer)


class Row(NamedTuple):
    """What a record reads of an absent member and of null, and what it writes of two values."""

    absent: Any
    null: Any
    written: dict[Any, str]
    """By the value of the member, the JSON that is written of it."""


MISSING, NULL = Missing(), Null("an integer")
BARE, NAUGHT, SEVEN, EIGHT = "{}", '{"a":null}', '{"a":7}', '{"a":8}'

TABLE: dict[type[Record], Row] = {
    Required: Row(MISSING, NULL, {7: SEVEN}),
    Optional: Row(None, NULL, {None: BARE, 7: SEVEN}),
    Nullable: Row(MISSING, None, {None: NAUGHT, 7: SEVEN}),
    Either: Row(None, None, {None: BARE, 7: SEVEN}),
    Shown: Row(None, None, {None: NAUGHT, 7: SEVEN}),
    Written: Row(7, NULL, {7: SEVEN, 8: EIGHT}),
    Omitted: Row(7, NULL, {7: BARE, 8: EIGHT}),
    NullOr7: Row(7, None, {None: NAUGHT, 7: SEVEN}),
    Dropped: Row(None, None, {None: NAUGHT, 7: BARE, 12: '{"a":12}'}),
    Lenient: Row(7, 7, {7: SEVEN, 8: EIGHT}),
    Strict: Row(MISSING, NULL, {7: SEVEN}),
}
NIL = '<r><a xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></a></r>'

every_row = pytest.mark.parametrize("cls", TABLE, ids=lambda cls: cls.__name__)


@every_row
@pytest.mark.parametrize("form", ["JSON", "XML"])
def test_the_table_of_absent_and_null(cls: Any, form: str) -> None:
    row = TABLE[cls]
    absent = cls.decode_json(b"{}") if form == "JSON" else cls.decode_xml(b"<r/>")
    null = cls.decode_json(NAUGHT) if form == "JSON" else cls.decode_xml(NIL)
    for result, expected in [(absent, row.absent), (null, row.null)]:
        if isinstance(expected, Missing | Null):
            assert problems(result) == [(("a",), expected)]
        else:
            assert result == Success(cls(a=expected))


@every_row
def test_the_table_of_what_is_written(cls: Any) -> None:
    for value, written in TABLE[cls].written.items():
        assert cls(a=value).encode_json() == Success(written.encode())
        spelled = {BARE: b"<r/>", NAUGHT: NIL.encode()}.get(written, f"<r><a>{value}</a></r>".encode())
        assert cls(a=value).encode_xml(root="r") == Success(spelled)


def test_a_null_that_would_be_read_as_absence_is_not_written() -> None:
    class Absent(Record, null_as_absent=True):
        a: int | None = field("a", nullable(integer), default=7)
        b: int | None = field("b", nullable(integer), default=None, omit=False)
        c: int | None = field("c", nullable(integer))

    assert problems(Absent(a=None, c=None).to_json()) == [
        (("a",), BadValue("null would be read as absence here"))
    ]
    assert Absent(a=1, c=None).to_json() == Success({"a": 1, "b": None, "c": None})


def test_an_omit_that_raises_is_a_problem_of_its_member() -> None:
    def fails(value: int) -> bool:
        return 1 // value > 0

    class Failing(Record):
        a: int = field("a", integer, default=0, omit=fails)

    assert [path for path, _ in problems(Failing().to_json())] == [("a",)]
    assert Failing(a=2).to_json() == Success({"a": 2})


def test_a_default_dict_is_made_anew_for_each_record() -> None:
    class Table(Record):
        counts: dict[str, int] = field("counts", dict_of(integer), default={"a": 1})

    read, read_again = Table.of_json({}).unwrap(), Table.of_json({}).unwrap()
    made, made_again = Table(), Table()
    assert read == read_again == made == made_again == Table(counts={"a": 1})
    assert len({id(each.counts) for each in (read, read_again, made, made_again)}) == 4
    fast, fast_again = Table.decode_json(b"{}").unwrap(), Table.decode_json(b"{}").unwrap()
    assert fast.counts == {"a": 1}
    assert fast.counts is not fast_again.counts


def test_the_default_of_a_default_may_be_anything() -> None:
    class Odd(Record):
        a: int | str = field("a", integer, default="none")

    assert Odd.decode_json(b"{}") == Success(Odd(a="none"))
    assert isinstance(Odd().to_json(), Failure)


# definition

any_field: Any = field  # what is refused here, the checkers refuse as well
REFUSED: dict[str, tuple[Any, str]] = {
    "a class for its codec": (partial(any_field, "a", Required), "the codec of a record X is X.codec"),
    "a type": (partial(any_field, "a", int), "expected a codec, got <class 'int'>"),
    "a list as default": (partial(any_field, "a", integer, default=[]), "use a tuple or frozenset"),
    "a set as default": (partial(any_field, "a", integer, default={1}), "use a tuple or frozenset"),
    "a bytearray as default": (
        partial(any_field, "a", integer, default=bytearray()),
        "records would share the default bytearray",
    ),
    "a flattened scalar": (partial(any_field, "a", integer, xml=flattened), "only a list or a map repeats"),
    "a flattened record": (partial(any_field, "a", Required.codec, xml=flattened), "only a list or a map"),
    "a flattened null": (partial(any_field, "a", nullable(integer), xml=flattened), "only a list or a map"),
    "a list as attribute": (partial(any_field, "a", array(integer), xml=attribute), "only a scalar stands"),
    "a map as attribute": (partial(any_field, "a", dict_of(integer), xml=attribute), "only a scalar stands"),
    "a tuple as text": (partial(any_field, "a", tuple_of(integer), xml=text), "only a scalar stands"),
    "a record as text": (partial(any_field, "a", Required.codec, xml=text), "only a scalar stands"),
    "a nullable list as text": (partial(any_field, "a", nullable(array(integer)), xml=text), "only a scalar"),
    "a named list as text": (
        partial(any_field, "a", array(integer).named("b").constrain(min_items=1), xml=text),
        "only a scalar",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_field_that_cannot_be_is_refused_with_what_to_write(name: str) -> None:
    make, words = REFUSED[name]
    with pytest.raises(ValueError, match=r"^field\('a'") as caught:
        make()
    assert words in str(caught.value)


ALLOWED: dict[str, Any] = {
    "flattened list": lambda: field("a", array(integer), xml=flattened),
    "flattened nullable list": lambda: field("a", nullable(array(integer)), xml=flattened),
    "flattened map": lambda: field("a", dict_of(integer), xml=flattened),
    "flattened tuple": lambda: field("a", tuple_of(integer), xml=flattened),
    "flattened lazy": lambda: field("a", lazy(lambda: array(integer)), xml=flattened),
    "attribute text": lambda: field("a", string, xml=attribute),
    "attribute JSON": lambda: field("a", json_text(array(integer)), xml=attribute),
    "element of a record": lambda: field("a", Required.codec, xml=element("B")),
    "a tuple as default": lambda: field("a", array(integer), default=()),
    "a dict as default": lambda: field("a", dict_of(integer), default=dict[str, int]()),
}


@pytest.mark.parametrize("name", ALLOWED)
def test_a_field_that_can_be_is_made(name: str) -> None:
    assert ALLOWED[name]().wire == "a"


def test_one_or_many_is_flattened_unless_said_otherwise() -> None:
    lone: Codec[Any] = one_or_many(integer)
    for codec in (lone, nullable(lone), lone.named("a"), lone.constrain(min_items=1)):
        made: Any = field("a", codec)
        assert made.xml == flattened
    named: Any = field("a", lone, xml=element("B"))
    assert named.xml == element("B")
    plain: Any = field("a", array(integer))
    assert plain.xml is None


def test_flattened_recursion_reads_and_writes() -> None:
    class Node(Record):
        children: tuple[Node, ...] = field("n", lazy(lambda: array(Node.codec)), xml=flattened)
        size: float = field("s", number, default=0.0, omit=True)

    tree = Node(children=(Node(children=()), Node(children=(Node(children=(), size=1.5),))))
    raw = b"<r><n/><n><n><s>1.5</s></n></n></r>"
    assert Node.decode_xml(raw) == Success(tree)
    assert tree.encode_xml(root="r") == Success(raw)
    assert tree.to_query() == Success((("n.1.n", ""), ("n.2.n.1.n", ""), ("n.2.n.1.s", "1.5")))


def test_secret_members_are_hidden_where_a_record_is_shown() -> None:
    class Token(Record):
        name: str = field("name", string)
        token: str = field("token", string, secret=True)
        at: Any = field("at", aws.timestamp, default=None, secret=True)

    token = Token(name="a", token="hunter2")
    assert repr(token) == "Token(name='a', token=<secret>, at=<secret>)"
    assert "hunter2" not in repr(token.__rich_repr__())
    assert [name for name, _ in token.__rich_repr__()] == ["name", "token", "at"]
    assert token.token == "hunter2"
    assert token.encode_json() == Success(b'{"name":"a","token":"hunter2"}')
    assert repr((token,)) == f"({token!r},)"
