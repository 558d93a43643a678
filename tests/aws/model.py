"""A small service, for the conventions of AWS without a word about ECR."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from ecr_decode import array, aws, dict_of, field, flattened, string


class Level(aws.OpenEnum):
    """How bad something is."""

    HIGH = "HIGH"
    LOW = "LOW"


any_level = aws.open_enum(Level)


class Tag(aws.Shape):
    """A name and a text."""

    key: str = field("Key", string)
    value: str | None = field("Value", string, default=None)


class Thing(aws.Shape):
    """Every scalar, and every container."""

    name: str | None = field("name", string, default=None)
    size: int | None = field("size", aws.integer, default=None)
    total: int | None = field("total", aws.long, default=None)
    score: float | None = field("score", aws.double, default=None)
    active: bool | None = field("active", aws.boolean, default=None)
    made: datetime | None = field("made", aws.timestamp, default=None)
    content: bytes | None = field("content", aws.blob, default=None)
    level: Level | str | None = field("level", any_level, default=None)
    tags: tuple[Tag, ...] | None = field("tags", array(Tag.codec), default=None)
    names: tuple[str, ...] | None = field("names", array(string), default=None, xml=flattened)
    counts: dict[Level | str, int] | None = field(
        "counts", dict_of(aws.integer, keys=any_level), default=None
    )
    tag: Tag | None = field("tag", Tag.codec, default=None)


class GetThingRequest(aws.Shape):
    """Asks for a thing."""

    name: str = field("name", string.constrain(min_length=2))
    token: str | None = field("nextToken", string, default=None)


class GetThingResponse(aws.Shape):
    """Gives a thing."""

    thing: Thing | None = field("thing", Thing.codec, default=None)
    token: str | None = field("nextToken", string, default=None)


class FooError(aws.ErrorShape):
    """An error without members."""


class BusyException(aws.ErrorShape):
    """An error with members."""

    message: str | None = field("message", string, default=None)
    retry_after: int | None = field("retryAfter", aws.integer, default=None)


class Gone(aws.ErrorShape):
    """An error whose code is not its name, and whose model spells its message large."""

    error_code = "Thing.Gone"
    message: str | None = field("Message", string, default=None)


GetThingError: TypeAlias = FooError | BusyException | Gone | aws.UnknownError
GetThing: TypeAlias = aws.Operation[GetThingRequest, GetThingResponse, GetThingError]

get_thing: GetThing = aws.Operation(
    "GetThing",
    protocol=aws.AwsJson("Things_V1"),
    request=GetThingRequest,
    response=GetThingResponse,
    errors=(FooError, BusyException, Gone),
    home=__name__,
    pages=aws.Pages(request="token", response="token"),
)

ask_thing: GetThing = aws.Operation(
    "AskThing",
    protocol=aws.AwsQuery(version="2010-03-31"),
    request=GetThingRequest,
    response=GetThingResponse,
    errors=(FooError, BusyException, Gone),
    home=__name__,
)
