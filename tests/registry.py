"""Every exported codec, and codecs made with every combinator: what the laws are tested on.

Each comes with a value that all forms can hold, or says which cannot. Functions and classes are named at the
top of the module, so the codecs pickle, and two registries are equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

import attrs
from returns.result import Failure, Result, Success, safe

from ecr_decode import (
    XML,
    XSI,
    Codec,
    JsonValue,
    Kept,
    Record,
    XmlStyle,
    array,
    at,
    attribute,
    aws,
    base64_bytes,
    big_integer,
    boolean,
    by_kind,
    camel_case,
    case,
    decimal,
    dict_of,
    element,
    enum_of,
    field,
    flattened,
    inline,
    integer,
    iso_date,
    iso_datetime,
    iso_time,
    json_text,
    json_value,
    keep_text,
    keyed_union,
    lazy,
    literal,
    non_empty,
    null,
    nullable,
    number,
    one_of,
    one_or_many,
    others,
    otherwise,
    record,
    refine,
    result_of,
    string,
    tagged_union,
    text,
    tuple_of,
    uuid_text,
)
from ecr_decode.describe.strategy import from_codec
from ecr_decode.node.place import Place

T = TypeVar("T")


class Entry(NamedTuple):
    """A codec, and a value of it that every form but those named holds."""

    codec: Codec[Any]
    example: Any
    cannot: frozenset[str] = frozenset()
    """The forms that cannot hold the example: `json`, `xml`, `aws_xml`."""


# enumerations


class Unit(StrEnum):
    DAYS = "days"
    HOURS = "hours"


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Mixed(Enum):
    NAME = "name"
    SEVEN = 7


class Status(aws.OpenEnum):
    ACTIVE = "ACTIVE"
    PAUSED = "PAUSED"


# functions


def double(count: int) -> int:
    return 2 * count


def halve(count: int) -> int:
    return count // 2


def split(line: str) -> tuple[str, ...]:
    return tuple(line.split(","))


def join(words: tuple[str, ...]) -> str:
    return ",".join(words)


def backwards(word: str) -> str:
    return word[::-1]


def predecessor(count: int) -> Result[int, str]:
    return Success(count - 1) if count > 0 else Failure("expected a positive number")


def successor(count: int) -> Result[int, str]:
    return Success(count + 1) if count >= 0 else Failure("expected no negative number")


@safe
def as_digits(count: int) -> str:
    return "" if count < 0 else str(count)


class NotDigitsError(ValueError):
    """One equals another, so that results that hold it can be compared."""

    def __eq__(self, other: object) -> bool:
        return type(other) is NotDigitsError

    def __hash__(self) -> int:
        return hash(NotDigitsError)


@safe(exceptions=(NotDigitsError,))
def of_digits(digits: str) -> int:
    if not digits.isdecimal():
        raise NotDigitsError(digits)
    return int(digits)


def is_even(count: int) -> bool:
    return count % 2 == 0


def is_short(items: tuple[Any, ...]) -> bool:
    return len(items) < 3


def is_zero(count: int) -> bool:
    return count == 0


def quarter(count: int) -> int:
    return count % (2**62)


def one_count() -> dict[str, int]:
    return {"a": 1}


def negated(flag: bool) -> bool:
    return not flag


# records as classes


class Layer(Record):
    digest: str = field("digest", string)
    size: int = field("size", integer)
    media: str | None = field("mediaType", string, default=None)


class Sealed(Record, forbid_unknown=True):
    name: str = field("name", string)
    count: int = field("count", integer, default=0)
    layers: tuple[Layer, ...] = field("layers", array(Layer.codec), default=())


class Knobs(Record):
    required: int = field("required", integer)
    absent: int | None = field("absent", integer, default=None)
    null: int | None = field("null", nullable(integer))
    both: int | None = field("both", nullable(integer), default=None)
    shown: int | None = field("shown", nullable(integer), default=None, omit=False)
    written: int = field("written", integer, default=7)
    omitted: int = field("omitted", integer, default=7, omit=True)
    dropped: int = field("dropped", integer, default=0, omit=is_zero)
    table: dict[str, int] = field("table", dict_of(integer), default={"a": 1})


class Labelled(Record):
    name: str = field("name", string)
    size: int | None = field("size", integer, default=None)
    rest: dict[str, JsonValue] = others(json_value)


class Counted(Record):
    total: int = field("total", integer)
    counts: dict[str, int] = others(integer)


class Placed(Record):
    id: str = field("id", string, xml=attribute)
    level: Level = field("level", enum_of(Level), xml=attribute)
    note: str | None = field("note", string, default=None, xml=attribute)
    tags: tuple[str, ...] = field("tag", array(string), xml=flattened)
    sizes: tuple[int, ...] = field("size", array(integer), default=(), xml=flattened)
    title: str = field("title", string, xml=element("Title"))
    long: bool = field("long", boolean, xml=element("IsLong"))


class Spaced(Record):
    """Members in namespaces, of which some share a local name."""

    id: int = field("id", integer, xml=attribute("number"))
    lang: str | None = field("lang", string, default=None, xml=attribute("lang", ns=XML))
    title: str | None = field("title", string, default=None)
    caption: str = field("caption", string, xml=element("title", ns="urn:book"))
    words: tuple[str, ...] = field("word", array(string), xml=flattened("Word", ns="urn:book"))
    marks: dict[str, int] = field(
        "marks",
        dict_of(integer),
        default=dict[str, int](),
        xml=element("Marks", ns="urn:m", entry="Mark", key="K", value="V"),
    )
    pairs: dict[str, int] = field("pair", dict_of(integer), xml=flattened("Pair", key="K", value="V"))


class Remark(Record):
    author: str = field("author", string, xml=attribute)
    body: str = field("body", string, xml=text)


class Aside(Record):
    author: str | None = field("author", string, default=None, xml=attribute)
    body: str | None = field("body", string, default=None, xml=text)
    layer: Layer | None = field("layer", Layer.codec, default=None)


class Table(Record):
    cells: dict[str, int] = field("cells", dict_of(integer), xml=flattened)


class Loose(Record):
    one: tuple[int, ...] = field("one", one_or_many(integer))
    layers: tuple[Layer, ...] = field("layers", one_or_many(Layer.codec), default=())


class Several(Record, rename=camel_case, forbid_unknown=True):
    """Members that have several names, or the names of their attributes, or defaults that are made."""

    user_id: int = field(integer, aliases=("user_id", "uid"))
    type_: str | None = field(string, default=None, xml=attribute, aliases=("kind",))
    tags: tuple[str, ...] = field("tag", array(string), xml=flattened, aliases=("tags",))
    title: str = field(
        "title", string, default_factory=str, omit=True, xml=element("Title"), aliases=("head",)
    )
    first_counts: dict[str, int] = field(dict_of(integer), default_factory=one_count)


class SeveralOrOthers(Record, null_as_absent=True):
    """Members that have several names, beside those that have none here."""

    name: str = field("name", string, aliases=("label",), default="none")
    size: int = field("size", integer, aliases=("length",), xml=attribute)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Reply(Record, null_as_absent=True, style=aws.xml):
    arn: str | None = field("repositoryArn", string, default=None)
    created: datetime | None = field("createdAt", aws.timestamp, default=None)
    size: int | None = field("size", aws.long, default=None)
    score: float | None = field("score", aws.double, default=None)
    latest: bool | None = field("latest", aws.boolean, default=None)
    blob: bytes | None = field("blob", aws.blob, default=None)
    status: Status | str | None = field("status", aws.open_enum(Status), default=None)
    tags: tuple[str, ...] | None = field("tags", array(string), default=None)
    counts: dict[str, int] | None = field("counts", dict_of(aws.integer), default=None)
    token: str | None = field("token", string, default=None, secret=True)


class Spelled(Record, style=XmlStyle(item="i", entry="e", key="k", value="v", wrapped_results=True)):
    """A record of a style of its own."""

    books: tuple[str, ...] = field("books", array(string), xml=element("Books", item="Book"))
    counts: dict[str, int] | None = field("counts", dict_of(integer), default=None)


class Graded(Record, null_as_absent=True):
    """Null stands for absence, also where only a constant may stand."""

    grade: str | None = field("grade", literal("a", "b"), default=None)
    note: str = field("note", string, default="none")


class Cell(Record):
    """What an entry of a map looks like in the style of AWS."""

    key: str = field("key", string)
    value: int = field("value", integer)


class Inner(Record, style=aws.xml):
    """A record of another style than the one around it."""

    either: tuple[Cell, ...] | dict[str, int] | str = field(
        "either",
        one_of(case("cells", array(Cell.codec)) | case("counts", dict_of(integer)) | case("text", string)),
    )


class Kinded(Record):
    kind: str = field("kind", literal("elsewhere"), xml=element("Kind"))


class Tree(Record):
    value: int = field("value", integer)
    children: tuple[Tree, ...] = field("children", array(lazy(lambda: Tree.codec)), default=())


class Ping(Record):
    pong: Pong | None = field("pong", lazy(lambda: Pong.codec), default=None)


class Pong(Record):
    ping: Ping | None = field("ping", nullable(lazy(lambda: Ping.codec)))


class Period(Record):
    start: int = field("start", integer)
    end: int = field("end", integer, default=9)

    @refine("expected another end", at="end")
    def lasts(self) -> bool:
        return self.start != self.end

    @refine("expected a start of at least -5")
    def begins(self) -> bool:
        return self.start != -5


class Sizes(Record):
    sizes: tuple[int, ...] = field("sizes", array(integer))

    @refine("expected another size", at="sizes", on_read=False)
    def even(self) -> Iterator[Place]:
        yield from ((index,) for index, size in enumerate(self.sizes) if size == 5)


class Typed(Record):
    kind: str | None = field("kind", string, default=None)
    size: int = field("size", integer)


class Circle(Record):
    radius: float = field("radius", number)


class Square(Record):
    side: float = field("side", number)
    kind: str = field("kind", literal("square"))


class Polygon(Record, forbid_unknown=True):
    corners: tuple[tuple[float, float], ...] = field("corners", array(tuple_of(number, number)))


class Tagged(Record):
    tag: str = field("imageTag", string)


class Pinned(Record):
    digest: str = field("imageDigest", string)
    tag: str | None = field("imageTag", string, default=None)


class Account(Record):
    id: str = field("id", string.constrain(pattern="[0-9]{12}"))
    names: tuple[str, ...] = field(
        "names", array(string.constrain(min_length=2, max_length=8)).constrain(min_items=1, max_items=3)
    )
    share: float = field("share", number.constrain(minimum=0, maximum=1))
    age: int | None = field("age", nullable(integer).constrain(minimum=18), default=None)


class Shelf(Record, forbid_unknown=True):
    name: str = field("name", string)
    open: bool | None = field("open", nullable(boolean), default=None)
    boxes: dict[str, tuple[Sealed, ...]] = field("boxes", dict_of(array(Sealed.codec)))
    corner: tuple[float, Layer] = field("corner", tuple_of(number, Layer.codec))
    counted: Counted | None = field("counted", nullable(Counted.codec))
    lists: tuple[tuple[int, ...], ...] = field("lists", non_empty(array(integer)))


class Base(Record, forbid_unknown=True):
    name: str = field("name", string)


class Derived(Base):
    size: int = field("size", integer)


# records of other makes


@dataclass(frozen=True)
class Point:
    x: int
    y: int
    label: str = ""


class Marked(Record):
    mark: str = field("mark", string, xml=attribute)
    note: str | None = field("note", string, default=None)


class Whole(Record):
    id: int = field("id", integer)
    marked: Marked = inline(Marked.codec)
    period: Period | None = inline(Period.codec, default=None)
    shape: Circle | Square = inline(tagged_union("kind", case("circle", Circle) | case("square", Square)))
    rest: dict[str, int] = others(integer)


class Closed(Record, forbid_unknown=True):
    labelled: Labelled = inline(Labelled.codec.named("a label"))
    point: Point = inline(record(Point, x=field("X", integer), y=field("Y", integer)))


class Free(Record):
    id: int = field("id", integer)
    circle: Any = inline(tagged_union("kind", case("circle", Circle) | otherwise(json_value)))


class Attributed(Record, forbid_unknown=True):
    id: int = field("id", integer, xml=attribute)
    value: Any = inline(
        keyed_union(
            case(("S", "s"), string) | case(element("C", ns="urn:c"), Circle) | case("N", nullable(integer))
        )
    )


class Kindly(Record):
    id: int = field("id", integer)
    value: Any = inline(keyed_union(case("S", string) | otherwise(dict_of(integer))))


@dataclass
class Basket:
    owner: str
    items: tuple[str, ...] = dataclass_field(default_factory=tuple)


class Pair(NamedTuple):
    left: str
    right: int


@attrs.frozen
class Address:
    street: str
    number: int | None = None


@dataclass(frozen=True)
class Box(Generic[T]):
    content: T


class Plain:
    """A class that no library made."""

    def __init__(self, first: str, second: bool) -> None:
        self.first = first
        self.second = second

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Plain) and (self.first, self.second) == (other.first, other.second)

    def __hash__(self) -> int:
        return hash((self.first, self.second))

    def __repr__(self) -> str:
        return f"Plain({self.first!r}, {self.second!r})"


def swapped(*, right: int, left: str) -> Pair:
    return Pair(left, right)


# recursion without a class


def nested() -> Codec[Any]:
    return one_of(case("leaf", integer) | case("branch", array(lazy(nested))))


def term() -> Codec[Any]:
    return by_kind(
        case("name", string) | case("sum", non_empty(lazy(term))) | case("let", dict_of(lazy(term)))
    )


class Ledger(Record):
    balance: Decimal = field("balance", decimal)
    serial: int = field("serial", big_integer)
    rate: float | None = field("rate", number, default=None)
    parts: tuple[Decimal, ...] = field("part", array(decimal), default=(), xml=flattened)


class Stay(Record):
    day: date = field("day", iso_date, xml=attribute)
    arrived: datetime = field("arrived", iso_datetime)
    guest: UUID | None = field("guest", uuid_text, default=None)
    left: datetime | None = field("left", aws.http_date, default=None)


_NOON = datetime(2024, 2, 29, 12, 30, 15, 250000, tzinfo=UTC)
_WHOLE = _NOON.replace(microsecond=0)
_XML = frozenset(("xml", "aws_xml"))
_NAMES = frozenset(("xml",))
"""Where keys are the names of elements."""
_LAYER = Layer(digest="sha256:00", size=3)


def keyed() -> Codec[Any]:
    return keyed_union(
        case("S", string) | case("L", array(lazy(keyed))) | case("M", dict_of(lazy(keyed))) | case("N", null)
    )


class Mixture(Record):
    parts: tuple[str | Circle, ...] = field(
        "parts",
        array(keyed_union(case("s", string) | case("circle", Circle))).refine(is_short, "expected fewer"),
        xml=flattened,
    )
    last: int | Circle = field(
        "last", keyed_union(case(("n", "m"), integer) | case("c", Circle)), default=0, xml=flattened
    )


_SHAPE = case("circle", Circle) | case("square", Square) | case("polygon", Polygon)


def codecs() -> dict[str, Entry]:
    """The registry, made anew."""
    return {
        # scalars
        "null": Entry(null, None),
        "boolean": Entry(boolean, True),
        "integer": Entry(integer, -(2**63)),
        "number": Entry(number, 0.1),
        "string": Entry(string, " a\t<&>\r\nß\U0001f600"),
        "json_value": Entry(json_value, {"a": {"b": ["c", "d"]}, "@e": "f"}),
        "json_value that XML lacks": Entry(json_value, [None, True, 2**64 - 1, 1.5, {"": ""}], _XML),
        "base64_bytes": Entry(base64_bytes, b"\x00\xff"),
        "aws.boolean": Entry(aws.boolean, False),
        "aws.integer": Entry(aws.integer, 2**63 - 1),
        "aws.long": Entry(aws.long, 2**63 - 1),
        "aws.double": Entry(aws.double, float("inf")),
        "aws.blob": Entry(aws.blob, b"a"),
        "aws.unknown_variant": Entry(aws.unknown_variant, aws.UnknownVariant(name="a", value="b")),
        "aws.timestamp": Entry(aws.timestamp, _NOON),
        "aws.open_enum": Entry(aws.open_enum(Status), Status("of tomorrow")),
        "literal": Entry(literal("days", 1, True, None), True),
        "literal no": Entry(literal(False, 0), False),
        "literal texts": Entry(literal("days", ""), ""),
        "enum_of texts": Entry(enum_of(Unit), Unit.DAYS),
        "enum_of integers": Entry(enum_of(Level), Level.HIGH),
        "enum_of both": Entry(enum_of(Mixed), Mixed.SEVEN),
        # containers
        "array": Entry(array(string), ("", "b")),
        "array without nulls": Entry(aws.array(integer), (0, 2)),
        "array without nulls by trial": Entry(
            one_of(case("texts", aws.array(string)) | case("rest", array(nullable(string)).map(list, tuple))),
            ("", "b"),
        ),
        "array without nulls at a place": Entry(
            aws.array(Period.codec).refine(is_short, "expected an early start", at=(0, "start")), ()
        ),
        "dict without nulls": Entry(aws.dict_of(aws.array(integer)), {"a": (2,)}),
        "array of arrays": Entry(array(array(integer)), ((), (1,), (2, 3))),
        "array of nulls": Entry(array(nullable(string)), (None, "", "null")),
        "array of trees": Entry(array(json_value), ("a", {"b": "c"})),
        "non_empty": Entry(non_empty(boolean), (True, False)),
        "one_or_many": Entry(one_or_many(string), ("a",)),
        "one_or_many records": Entry(one_or_many(Layer.codec), (_LAYER,)),
        "one_or_many arrays": Entry(one_or_many(array(integer)), ((1, 2),)),
        "one_or_many of one_or_many": Entry(one_or_many(one_or_many(integer)), ((1,),)),
        "one_or_many nulls": Entry(one_or_many(nullable(integer)), (None,)),
        "one_or_many trees": Entry(one_or_many(json_value), ({"a": "b"},)),
        "one_or_many dicts": Entry(one_or_many(dict_of(string)), ({"a": "b"},)),
        "dict_of": Entry(dict_of(integer), {"a": 1, "b-c": 2}),
        "dict_of arrays": Entry(dict_of(array(string)), {"a": ("b",), "c": ()}),
        "dict_of nulls": Entry(dict_of(nullable(integer)), {"a": None}),
        "dict_of trees": Entry(dict_of(json_value), {"a": "b", "c": {"d": "e"}}),
        "dict_of enum keys": Entry(dict_of(boolean, keys=enum_of(Unit)), {Unit.DAYS: True}),
        "dict_of open keys": Entry(dict_of(integer, keys=aws.open_enum(Status)), {Status("new"): 1}),
        "dict_of integer keys": Entry(dict_of(string, keys=integer), {1: "a", -2: "b"}, _NAMES),
        "dict_of number keys": Entry(dict_of(string, keys=number.named("a share")), {0.5: "a"}, _NAMES),
        "dict_of boolean keys": Entry(dict_of(Layer.codec, keys=boolean), {True: _LAYER}),
        "dict_of level keys": Entry(dict_of(integer, keys=enum_of(Level)), {Level.HIGH: 1}, _NAMES),
        "dict_of timestamp keys": Entry(dict_of(integer, keys=aws.timestamp), {_NOON: 1}, _NAMES),
        "dict_of keys of either": Entry(
            dict_of(integer, keys=one_of(case("count", integer) | case("name", string))),
            {12: 1, "ab": 2},
            _NAMES,
        ),
        "dict_of constrained keys": Entry(
            dict_of(integer, keys=string.constrain(pattern="[a-z]+")), {"a": 1}
        ),
        "dict_of mapped keys": Entry(dict_of(integer, keys=string.map(backwards, backwards)), {"ab": 1}),
        "tuple_of": Entry(tuple_of(string, integer, nullable(boolean)), ("a", 1, None)),
        "tuple_of rest": Entry(tuple_of(string, integer, rest=nullable(boolean)), ("a", 1, None, True)),
        "tuple_of no rest": Entry(array(tuple_of(string, rest=Layer.codec)), (("a",), ("b", _LAYER))),
        "tuple_of one": Entry(tuple_of(number), (2.0,)),
        "tuple_of nothing": Entry(tuple_of(), ()),
        "tuple_of tuples": Entry(tuple_of(tuple_of(string, string), array(integer)), (("", "b"), ())),
        # records
        "Layer": Entry(Layer.codec, _LAYER),
        "Sealed": Entry(Sealed.codec, Sealed(name="a", layers=(_LAYER,))),
        "Knobs": Entry(Knobs.codec, Knobs(required=1, null=None)),
        "inline": Entry(
            Whole.codec,
            Whole(
                id=1, marked=Marked(mark="a"), period=Period(start=1), shape=Circle(radius=1.5), rest={"b": 2}
            ),
        ),
        "inline others": Entry(
            Closed.codec, Closed(labelled=Labelled(name="a", rest={"b": "c"}), point=Point(x=1, y=2))
        ),
        "inline otherwise": Entry(array(Free.codec), (Free(id=1, circle={"kind": "a", "b": "c"}),)),
        "inline keyed": Entry(
            array(Attributed.codec), (Attributed(id=1, value=Circle(radius=1.5)), Attributed(id=2, value="a"))
        ),
        "inline keyed otherwise": Entry(
            array(Kindly.codec), (Kindly(id=1, value="a"), Kindly(id=2, value={"b": 3}))
        ),
        "Labelled": Entry(Labelled.codec, Labelled(name="a", rest={"b": "c", "@d": "e"})),
        "Counted": Entry(Counted.codec, Counted(total=3, counts={"a": 1, "b": 2})),
        "Placed": Entry(
            Placed.codec, Placed(id='"1"\n', level=Level.LOW, tags=("a", ""), title="Emma", long=True)
        ),
        "Spaced": Entry(
            Spaced.codec,
            Spaced(id=1, lang="en", caption="a", words=("b", "c"), marks={"d e": 1}, pairs={"f": 2}),
        ),
        "Remark": Entry(Remark.codec, Remark(author="", body=" a ")),
        "Aside": Entry(Aside.codec, Aside(body="b", layer=_LAYER)),
        "Table": Entry(Table.codec, Table(cells={"a": 1, "b": 2})),
        "Loose": Entry(Loose.codec, Loose(one=(1,), layers=(_LAYER, _LAYER))),
        "Reply": Entry(
            Reply.codec,
            Reply(
                created=_NOON,
                size=1,
                score=1e300,
                tags=(),
                counts={"a b": 1},
                blob=b"",
                status="x",
                token="t",
            ),
        ),
        "Several": Entry(Several.codec, Several(user_id=1, type_="a", tags=("b",), title="c")),
        "SeveralOrOthers": Entry(SeveralOrOthers.codec, SeveralOrOthers(size=1, rest={"b": "c"})),
        "Inner": Entry(array(Inner.codec), (Inner(either=(Cell(key="a", value=1),)), Inner(either="c"))),
        "Spelled": Entry(Spelled.codec, Spelled(books=("Emma",), counts={"a": 1})),
        "Graded": Entry(Graded.codec, Graded(grade="b")),
        "Derived": Entry(Derived.codec, Derived(name="a", size=1)),
        "Shelf": Entry(
            Shelf.codec,
            Shelf(
                name="a", boxes={"b": (Sealed(name="c"),)}, corner=(1.0, _LAYER), counted=None, lists=((1,),)
            ),
        ),
        "Account": Entry(Account.codec, Account(id="012345678910", names=("ab",), share=0.5)),
        "array of records": Entry(array(Layer.codec), (_LAYER, _LAYER)),
        "dict_of records": Entry(dict_of(Layer.codec), {"a": _LAYER}),
        "record of a dataclass": Entry(
            record(
                Point, x=field("X", integer), y=field("y", integer), label=field("label", string, default="")
            ),
            Point(1, 2, "c"),
        ),
        "record of a dataclass that may change": Entry(
            record(
                Basket,
                owner=field("owner", string, secret=True),
                items=field("items", array(string), default=()),
            ),
            Basket("a", ("b",)),
        ),
        "record of a NamedTuple": Entry(
            record(Pair, left=field("left", string), right=field("right", integer)), Pair("a", 1)
        ),
        "record of an attrs class": Entry(
            record(
                Address,
                street=field("street", string),
                number=field("number", nullable(integer), default=None, omit=False),
            ),
            Address("a"),
        ),
        "record of a generic class": Entry(record(Box[int], content=field("content", integer)), Box(1)),
        "record of a class": Entry(
            record(Plain, first=field("first", string), second=field("second", boolean)), Plain("a", False)
        ),
        "record of a function": Entry(
            record(swapped, right=field("right", integer), left=field("left", string)), Pair("a", 1)
        ),
        # exact numbers, dates and times
        "big_integer": Entry(big_integer, 2**100),
        "decimal": Entry(decimal, Decimal("1.10")),
        "record of exact numbers": Entry(
            Ledger.codec, Ledger(balance=Decimal("-0"), serial=1, rate=0.1, parts=(Decimal("1E+400"),))
        ),
        "dict_of decimals": Entry(dict_of(decimal), {"a": Decimal("0E-7")}),
        "json_text of a decimal": Entry(array(json_text(decimal)), (Decimal("2.50"),)),
        "nullable decimal": Entry(nullable(decimal), Decimal(1)),
        "by_kind of exact numbers": Entry(by_kind(case("n", decimal) | case("b", boolean)), Decimal("0.1")),
        "iso_date": Entry(iso_date, date(2024, 2, 29)),
        "iso_datetime": Entry(iso_datetime, _NOON),
        "iso_time": Entry(iso_time, time(12, 30, tzinfo=timezone(-timedelta(hours=2)))),
        "uuid_text": Entry(uuid_text, UUID(int=1)),
        "dict_of days": Entry(dict_of(string, keys=iso_date), {date(2024, 2, 29): "a"}, _NAMES),
        "record of times": Entry(
            Stay.codec, Stay(day=date(2024, 2, 29), arrived=_NOON, guest=UUID(int=2), left=_WHOLE)
        ),
        "aws.date_time": Entry(aws.date_time, _NOON),
        "aws.http_date": Entry(aws.http_date, _WHOLE),
        "aws.epoch_seconds": Entry(aws.epoch_seconds, _NOON),
        # unions
        "nullable": Entry(nullable(integer), None),
        "nullable text": Entry(nullable(string), "null"),
        "nullable record": Entry(nullable(Layer.codec), _LAYER),
        "nullable array": Entry(nullable(array(nullable(integer))), (None,)),
        "nullable tree": Entry(nullable(json_value), {"a": "b"}),
        "tagged_union": Entry(tagged_union("kind", _SHAPE), Square(side=1.0, kind="square")),
        "tagged_union with otherwise": Entry(
            tagged_union("kind", _SHAPE | otherwise(json_value)), {"kind": "a"}
        ),
        "tagged_union of dicts": Entry(
            tagged_union("kind", case("a", dict_of(string)) | case("b", Polygon) | otherwise(Labelled.codec)),
            {"kind": "a", "b": "c"},
            frozenset(("aws_xml",)),
        ),
        "tagged_union of scalars": Entry(
            tagged_union("kind", case(1, Counted) | case((True, "yes"), Square) | case(False, Pinned)),
            Counted(total=1, counts={}),
        ),
        "tagged_union by a type of schemas": Entry(
            tagged_union("type", _SHAPE, xml=attribute("type", ns=XSI)), Circle(radius=1.0)
        ),
        "tagged_union by an element": Entry(
            tagged_union("type", _SHAPE, xml=element("Type", ns="urn:t")), Circle(radius=1.0)
        ),
        "tagged_union by attribute": Entry(
            tagged_union("kind", _SHAPE | otherwise(Labelled.codec)), Labelled(name="a", rest={"kind": "b"})
        ),
        "tagged_union that keeps others": Entry(
            tagged_union("kind", case("a", Labelled) | otherwise(Counted.codec)),
            Labelled(name="a", rest={"sort": "b"}),
        ),
        "tagged_union elsewhere": Entry(
            tagged_union("kind", case("elsewhere", Kinded)), Kinded(kind="elsewhere"), _XML
        ),
        "tagged_union within": Entry(
            array(
                tagged_union(
                    "kind",
                    case("other", tagged_union("sort", case("c", Circle)), when=Circle) | case("p", Pinned),
                )
            ),
            (Pinned(digest="a"),),
        ),
        "by_kind": Entry(by_kind(case("one", string) | case("many", array(string))), ("a",)),
        "by_kind of all": Entry(
            by_kind(
                case("null", null)
                | case("boolean", boolean)
                | case("number", number)
                | case("string", string)
                | case("array", array(integer))
                | case("object", Circle)
            ),
            1.5,
        ),
        "by_kind of AWS": Entry(
            by_kind(case("null", null) | case("flag", aws.boolean) | case("time", aws.timestamp)), _NOON
        ),
        "by_kind of a double": Entry(by_kind(case("number", aws.double)), 1.5),
        "by_kind with otherwise": Entry(by_kind(case("text", string) | otherwise(json_value)), "a"),
        "one_of": Entry(one_of(case("by tag", Tagged) | case("by digest", Pinned)), Pinned(digest="a")),
        "one_of apart": Entry(one_of(case("circle", Circle) | case("cell", Cell)), Cell(key="a", value=1)),
        "one_of scalars": Entry(
            one_of(case("unit", enum_of(Unit)) | case("count", integer) | case("text", string)), "weeks"
        ),
        "one_of numbers": Entry(one_of(case("count", integer) | case("share", number)), 1.5),
        "one_of with otherwise": Entry(
            one_of(case("square", Square) | otherwise(dict_of(json_value))), {"a": "b"}
        ),
        "one_of texts": Entry(
            one_of(case("document", json_text(Circle.codec)) | case("text", string)), Circle(radius=1.0)
        ),
        "either of kinds": Entry(string | array(boolean) | integer, (True,)),
        "either of records": Entry(array(Circle.codec | Pinned.codec | null), (Pinned(digest="a"), None)),
        "either of one class": Entry(array(integer) | array(string), ("a",)),
        "keyed_union": Entry(
            array(keyed_union(case("S", string) | case(("L", "l"), array(integer)))), ("a", (1,))
        ),
        "keyed_union with otherwise": Entry(
            array(keyed_union(case("circle", Circle) | case("none", null) | otherwise(dict_of(string)))),
            ({"a": "b"},),
        ),
        "keyed_union by namespace": Entry(
            array(keyed_union(case((element("circle", ns="urn:c"), "c"), Circle) | case("square", Square))),
            (Circle(radius=1.0),),
        ),
        "keyed_union for items": Entry(Mixture.codec, Mixture(parts=("a", Circle(radius=1.0)), last=1)),
        "keyed_union that holds itself": Entry(array(keyed()), ({"a": ("b", None)},)),
        # recursion
        "Tree": Entry(Tree.codec, Tree(value=1, children=(Tree(value=2),))),
        "Ping": Entry(Ping.codec, Ping(pong=Pong(ping=Ping()))),
        "lazy arrays": Entry(nested(), (1, (2, ()))),
        "lazy by_kind": Entry(term(), ({"a": "b"}, ("c",)), _XML),
        # reaching in
        "at": Entry(at("a", "b", integer), 1),
        "at default": Entry(at("a", "b", integer, default=None), 1),
        "at default written": Entry(array(at("a", "b", integer, default=0)), (0, 1)),
        "at default tree": Entry(at("a", dict_of(string), default=dict[str, str]()), {}),
        "at record": Entry(at("image", Layer.codec), _LAYER),
        "json_text": Entry(json_text(array(nullable(integer))), (1, None)),
        "json_text record": Entry(
            array(json_text(Labelled.codec)), (Labelled(name="a", rest={"b": [1, None]}),)
        ),
        "json_text twice": Entry(json_text(json_text(string)), '"'),
        "result_of": Entry(tuple_of(string, rest=result_of(integer)), ("a", Success(1))),
        "result_of record": Entry(
            dict_of(result_of(Labelled.codec)), {"a": Success(Labelled(name="a", rest={}))}
        ),
        "result_of tried": Entry(
            one_of(
                case("pair", tuple_of(string, result_of(Layer.codec)))
                | case("one", at("a", result_of(Circle.codec)), when=Success)
            ),
            ("a", Success(_LAYER)),
        ),
        "keep_text": Entry(
            keep_text(json_text(Layer.codec)), Kept('{"size": 3, "digest": "sha256:00"}', _LAYER)
        ),
        "keep_text secret": Entry(
            array(keep_text(json_text(Account.codec))),
            (
                Kept(
                    '{"id":"012345678910","names":["ab"],"share":0.5}',
                    Account(id="012345678910", names=("ab",), share=0.5),
                ),
            ),
        ),
        "keep_text twice": Entry(
            dict_of(keep_text(string), keys=keep_text(string)), {Kept("a", "a"): Kept("b", "b")}
        ),
        # transforms
        "map": Entry(string.map(split, join), ("a", "b")),
        "map of a constrained": Entry(
            integer.constrain(minimum=-10, maximum=10).map(double, halve).constrain(minimum=-4), -4
        ),
        "try_map": Entry(integer.try_map(predecessor, successor), 0),
        "try_map of safe": Entry(
            array(string.constrain(pattern="[0-9]{1,3}").try_map(of_digits, as_digits)), (12, 0)
        ),
        "refine": Entry(integer.refine(is_even, "expected an even number"), 2),
        "refine record": Entry(array(Period.codec), (Period(start=2, end=1), Period(start=0))),
        "refine at a place": Entry(
            array(json_text(Period.codec)).refine(is_short, "expected an early start", at=(0, "start")), ()
        ),
        "refine at several places": Entry(Sizes.codec, Sizes(sizes=(1, 2))),
        "refine array": Entry(array(boolean).refine(is_short, "expected fewer"), (True,)),
        "refine for make alone": Entry(
            array(boolean).refine(is_short, "expected fewer items", on_read=False), (True,)
        ),
        "tag as a member": Entry(
            array(tagged_union("kind", case("typed", Typed) | otherwise(Typed.codec))),
            (Typed(size=1), Typed(kind="typed", size=2), Typed(kind="other", size=3)),
        ),
        "constrain text": Entry(string.constrain(pattern="[a-z]+(?:-[a-z]+)*", max_length=9), "a-b"),
        "constrain text twice": Entry(
            string.constrain(pattern="[a-c]*").constrain(pattern="[b-d]*", min_length=1), "bc"
        ),
        "constrain integer": Entry(integer.constrain(minimum=1, maximum=1000), 1),
        "constrain number": Entry(number.constrain(minimum=0.5), 0.5),
        "constrain double": Entry(aws.double.constrain(maximum=1), -1.5),
        "constrain share": Entry(number.constrain(minimum=0, maximum=0.5), 0.25),
        "constrain blob": Entry(base64_bytes.constrain(min_length=1, max_length=2), b"a"),
        "constrain array": Entry(array(null).constrain(min_items=2, max_items=2), (None, None)),
        "constrain dict": Entry(dict_of(boolean).constrain(min_items=1), {"a": True}),
        "constrain enum": Entry(aws.open_enum(Status).constrain(max_length=6), Status.ACTIVE),
        "constrain within": Entry(
            nullable(json_text(at("a", string.named("a name")))).constrain(min_length=3), "abc"
        ),
        "named": Entry(integer.named("a port number", doc="Of TCP."), 80),
        "named union": Entry(array(nullable(number).named("a share")), (None, 0.5)),
    }


CODECS = codecs()
VALUES = {name: from_codec(entry.codec) for name, entry in CODECS.items()}
