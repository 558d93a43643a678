"""What the expressions of the golden files may name, beside what the library exports."""

from __future__ import annotations

from collections import deque
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum, StrEnum
from typing import Any

from msgspec.structs import force_setattr as forced
from returns.result import Failure, Result, Success, safe

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    array,
    attribute,
    aws,
    camel_case,
    case,
    dict_of,
    ecr,
    element,
    enum_of,
    field,
    flattened,
    inline,
    integer,
    json_value,
    keyed_union,
    lazy,
    literal,
    number,
    one_of,
    others,
    otherwise,
    refine,
    string,
    tagged_union,
    text,
)

DAY, CLOCK, MANY_DIGITS = date(2024, 2, 29), time(12), Decimal(10**4300)
NOON = datetime(2024, 2, 29, 12)  # noqa: DTZ001 one without a zone


class Unit(StrEnum):
    DAYS = "days"
    HOURS = "hours"


class Status(aws.OpenEnum):
    ACTIVE = "ACTIVE"


class Layer(Record):
    digest: str = field("digest", string)
    size: int = field("size", integer)
    media_type: str | None = field("media type", string, default=None)


class Exact(Record, forbid_unknown=True):
    size: int = field("size", integer, default=0)
    unit: Unit = field("unit", enum_of(Unit), default=Unit.DAYS)


class Counted(Record):
    name: str = field("name", string)
    counts: dict[str, int] = others(integer)


class Placed(Record):
    id: str = field("id", string, xml=attribute)
    tags: tuple[str, ...] = field("tag", array(string), default=(), xml=flattened)
    title: str = field("title", string, xml=element("Title"))


class Remark(Record):
    author: str = field("author", string, xml=attribute)
    body: int = field("body", integer, xml=text)


loose = keyed_union(case("p", string) | otherwise(json_value))


class Loose(Record):
    before: int = field("before", integer, default=0)
    blocks: tuple[JsonValue, ...] = field("blocks", array(loose), xml=flattened)


class Near(Record):
    far: str = field("far", string, xml=element("x", ns="urn:a"))
    near: str = field("near", string, xml=element("x"))


class Open(Record):
    id: str | None = field("id", string, default=None, xml=attribute)
    rest: dict[str, JsonValue] = others(json_value)


class Circle(Record):
    radius: float = field("radius", number)


class Square(Record):
    side: float = field("side", number)


class Anything(Record):
    shape: JsonValue | Circle = inline(tagged_union("kind", case("circle", Circle) | otherwise(json_value)))


class Leaf(Record):
    v: int = field("v", integer)


class Minus(Record):
    op: str = field("op", literal("minus"))
    x: Leaf | Minus | Not = field("x", lazy(lambda: expression))


class Not(Record):
    op: str = field("op", literal("not"))
    x: Leaf | Minus | Not = field("x", lazy(lambda: expression))


expression: Codec[Leaf | Minus | Not] = one_of(case("leaf", Leaf) | case("minus", Minus) | case("not", Not))


class Number(Record):
    n: int = field("N", integer)


class Map(Record):
    m: dict[str, Number | Map | List] = field("M", dict_of(lazy(lambda: attribute_value)))


class List(Record):
    items: tuple[Number | Map | List, ...] = field("L", array(lazy(lambda: attribute_value)))


attribute_value: Codec[Number | Map | List] = one_of(
    case("number", Number) | case("map", Map) | case("list", List)
)


class Folder(Record):
    name: str = field("name", string, default="")
    below: Folder | None = field("below", lazy(lambda: Folder.codec), default=None)


class Login(Record):
    user: str = field("user", string)
    password: str = field("password", string, secret=True)


class Account(Record):
    id: str = field("id", string.constrain(pattern="[0-9]{12}"))
    names: tuple[str, ...] = field(
        "names", array(string.constrain(min_length=2, max_length=8)).constrain(min_items=1, max_items=3)
    )
    share: float = field("share", number.constrain(minimum=0, maximum=1), default=0.5)


class Thing(aws.Shape):
    name: str | None = field("name", string, default=None)
    made: datetime | None = field("made", aws.timestamp, default=None)
    count: int | None = field("count", aws.long, default=None)
    table: dict[str, str] | None = field("table", dict_of(string), default=None)


class NoThing(aws.ErrorShape):
    message: str | None = field("message", string, default=None)


shape = tagged_union("kind", case("circle", Circle) | case("square", Square))
either = one_of(case("layer", Layer) | case("name", string))
cyclic: Any = Folder(below=Folder())
forced(cyclic, "below", cyclic)

get_thing = aws.Operation(
    "GetThing",
    protocol=aws.AwsQuery(version="2024-01-01"),
    request=Thing,
    response=Thing,
    errors=(NoThing,),
    home=__name__,
)
get_url = ecr.get_download_url_for_layer
headers = {"X-Amzn-ErrorType": "LayersNotFoundException:http://internal/"}


class Period(Record):
    start: int = field("start", integer)
    end: int = field("end", integer)

    @refine("expected an end after the start", at="end")
    def ordered(self) -> bool:
        return self.start < self.end

    @refine("expected an even start")
    def even(self) -> bool:
        return self.start % 2 == 0


class Drawn(Record, forbid_unknown=True):
    id: int = field("id", integer)
    shape: Circle | Square = inline(tagged_union("kind", case("circle", Circle) | case("square", Square)))
    layer: Layer | None = inline(Layer.codec, default=None)


to_integer = safe(int)


def raises(*_: object) -> Any:
    raise LookupError("the text of an exception")


class Aliased(Record, rename=camel_case, forbid_unknown=True):
    user_id: int = field(integer, aliases=("user_id", "uid"))
    made: int = field(integer, default_factory=raises)


class Derived(Aliased):
    size: int = field(integer, default=0)


def recurses(number: int) -> int:
    return recurses(number)


def odd(count: int) -> Result[int, str]:
    return Success(count) if count % 2 else Failure("expected an odd number")


def client(service: str, **options: Any) -> Any:
    """A client that reaches nobody."""
    import boto3
    from botocore.config import Config

    make: Any = vars(boto3)["client"]
    return make(
        service,
        region_name="eu-west-1",
        endpoint_url="http://127.0.0.1:9",
        aws_access_key_id="a",
        aws_secret_access_key="b",
        config=Config(retries={"total_max_attempts": 1}, connect_timeout=2, **options),
    )


def call(*args: Any) -> Any:
    from ecr_decode.integrations.boto3 import call as calling

    return calling(*args)


def from_boto3(*args: Any) -> Any:
    from ecr_decode.integrations.boto3 import from_boto3 as reading

    return reading(*args)


class ByName(aws.Shape):
    name: str = field("Name", string)


class ByPort(aws.Shape):
    port: int = field("Port", aws.integer)


target = keyed_union(aws.variant(ByName) | aws.variant(ByPort) | otherwise(aws.unknown_variant))


class StartRequest(aws.Shape):
    token: str | None = field("clientToken", string, default=None)


start: aws.Operation[StartRequest, aws.Shape, aws.UnknownError] = aws.Operation(
    "Start",
    protocol=aws.AwsJson("Jobs_V1"),
    request=StartRequest,
    response=aws.Shape,
    errors=(),
    home=__name__,
    tokens=("token",),
)


def a_class(*bases: type, annotated: bool = True, **body: Any) -> Any:
    """A record class with this body, that of `class X(*bases, **options)`."""
    options = {name: body.pop(name) for name in ("style", "rename", "ns", "root") if name in body}
    annotations = {"__annotations__": dict.fromkeys(body, Any)} if annotated else {}
    metaclass: Any = type(Layer)
    return metaclass("X", bases or (Record,), {**body, **annotations, "__module__": __name__}, **options)


class Uncopied(deque[int]):
    def __deepcopy__(self, _: object) -> object:
        raise TypeError


class Empty(Enum):
    pass


class Pairs(Enum):
    ONE = (1, 2)


async def later(self: object) -> bool:
    return bool(self)


def two(self: object, other: object) -> bool:
    return self is other
