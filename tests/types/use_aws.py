"""The conventions of AWS are typed: scalars, enumerations, shapes, and an operation with all its errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, TypeAlias, assert_never, assert_type

from returns.result import Result

from ecr_decode import (
    Codec,
    ConstraintError,
    DecodeError,
    Decoder,
    EncodeError,
    JsonValue,
    QueryStyle,
    XmlStyle,
    array,
    at,
    aws,
    dict_of,
    ecr,
    field,
    integer,
    keyed_union,
    otherwise,
    outcome,
    string,
    succeed,
)

# operations by name

assert_type(ecr.operations, aws.Operations)
assert_type(ecr.operations["ListImages"], aws.Operation[aws.Shape, aws.Shape, aws.Shape])
assert_type(
    ecr.operation("list-images"),
    Result[aws.Operation[aws.Shape, aws.Shape, aws.Shape], aws.UnknownOperation],
)

assert_type(aws.with_times(ecr.ImageDetail.codec, aws.date_time), Codec[ecr.ImageDetail])

# containers, unions and tokens

assert_type(aws.array(string), Codec[tuple[str, ...]])
assert_type(aws.array(integer | string), Codec[tuple[int | str, ...]])
assert_type(aws.array(at("a", string).bind(succeed)), Decoder[tuple[str, ...]])
assert_type(aws.dict_of(aws.integer), Codec[dict[str, int]])
assert_type(aws.dict_of(aws.integer, keys=aws.integer), Codec[dict[int, int]])


class ByName(aws.Shape):
    """Chosen by a name."""

    name: str = field("Name", string)


class ByPort(aws.Shape):
    """Chosen by a port."""

    port: int = field("Port", aws.integer)


assert_type(aws.unknown_variant, Codec[aws.UnknownVariant])
assert_type(
    keyed_union(aws.variant(ByName) | aws.variant(ByPort) | otherwise(aws.unknown_variant)),
    Codec[ByName | ByPort | aws.UnknownVariant],
)
assert_type(aws.new_token(), str)
assert_type(
    aws.with_tokens(ecr.list_images, ecr.ListImagesRequest(repository_name="app"), token=aws.new_token),
    ecr.ListImagesRequest,
)
assert_type(aws.UnknownVariant(name="a", value=[1]).value, JsonValue)
assert_type(ecr.ServerException().code, str)

# scalars, styles and enumerations

assert_type(aws.integer, Codec[int])
assert_type(aws.long, Codec[int])
assert_type(aws.double, Codec[float])
assert_type(aws.boolean, Codec[bool])
assert_type(aws.timestamp, Codec[datetime])
assert_type(aws.date_time, Codec[datetime])
assert_type(aws.http_date, Codec[datetime])
assert_type(aws.epoch_seconds, Codec[datetime])
assert_type(aws.blob, Codec[bytes])
assert_type(aws.xml, XmlStyle)
assert_type(aws.query, QueryStyle)
assert_type(aws.ec2_query, QueryStyle)


class Level(aws.OpenEnum):
    """How bad something is."""

    HIGH = "HIGH"
    LOW = "LOW"


any_level = aws.open_enum(Level)
assert_type(any_level, Codec[Level | str])
assert_type(Level.HIGH.known, bool)
assert_type(dict_of(aws.integer, keys=any_level), Codec[dict[Level | str, int]])


def colour(level: Level | str) -> str:
    match level:
        case Level.HIGH:
            return "red"
        case Level.LOW:
            return "yellow"
        case other:
            return other


# shapes and operations of one's own


class Thing(aws.Shape):
    """Something with a level."""

    level: Level | str = field("level", any_level)
    sizes: tuple[int, ...] | None = field("sizes", array(aws.integer), default=None)


class GetThingRequest(aws.Shape):
    """Asks for a thing."""

    name: str = field("name", string)
    token: str | None = field("token", string, default=None)


class GoneException(aws.ErrorShape):
    """There is no such thing."""

    message: str | None = field("message", string, default=None)


assert_type(Thing.codec, Codec[Thing])
assert_type(Thing.of_json({}), Result[Thing, DecodeError])
assert_type(Thing(level="HIGH").level, Level | str)
assert_type(GoneException.error_code, str)

GetThingError: TypeAlias = GoneException | aws.UnknownError
get_thing: aws.Operation[GetThingRequest, Thing, GetThingError] = aws.Operation(
    "GetThing",
    protocol=aws.AwsQuery(version="2010-03-31"),
    request=GetThingRequest,
    response=Thing,
    errors=(GoneException,),
    home=__name__,
    pages=aws.Pages(request="token", response="token"),
)
assert_type(get_thing.protocol, aws.AwsJson | aws.AwsQuery)
assert_type(get_thing.pages, aws.Pages | None)

# the operation of the catalogue

operation = ecr.get_download_url_for_layer
request = ecr.GetDownloadUrlForLayerRequest(repository_name="app", layer_digest="sha256:00")
response = ecr.GetDownloadUrlForLayerResponse(download_url="https://layers.example/0")

assert_type(
    operation,
    aws.Operation[
        ecr.GetDownloadUrlForLayerRequest,
        ecr.GetDownloadUrlForLayerResponse,
        ecr.GetDownloadUrlForLayerError,
    ],
)
assert_type(operation.name, str)
assert_type(operation.target, str)
assert_type(operation.request, Codec[ecr.GetDownloadUrlForLayerRequest])
assert_type(operation.response, Codec[ecr.GetDownloadUrlForLayerResponse])
assert_type(operation.errors, Mapping[str, Codec[Any]])
assert_type(operation.encode(request), Result[aws.HttpRequest, EncodeError])
assert_type(
    operation.decode_request(aws.HttpRequest()), Result[ecr.GetDownloadUrlForLayerRequest, DecodeError]
)
exchanged = operation.decode_reply(aws.HttpResponse(status=200))
assert_type(
    exchanged,
    aws.Exchange[ecr.GetDownloadUrlForLayerResponse, ecr.GetDownloadUrlForLayerError | DecodeError],
)
assert_type(
    exchanged.result,
    Result[ecr.GetDownloadUrlForLayerResponse, ecr.GetDownloadUrlForLayerError | DecodeError],
)
assert_type(exchanged.status, int | None)
assert_type(exchanged.request_id, str | None)
assert_type(exchanged.query_code, str | None)
assert_type(exchanged.retryable, bool)
assert_type(operation.encode_response(response), Result[aws.HttpResponse, EncodeError])
assert_type(operation.encode_error(ecr.ServerException()), Result[aws.HttpResponse, EncodeError])
assert_type(operation.error_to_json(ecr.ServerException()), Result[JsonValue, EncodeError])
assert_type(operation.error_of_json("A", {}), Result[ecr.GetDownloadUrlForLayerError, DecodeError])
assert_type(operation.error_of_xml("A", {}), Result[ecr.GetDownloadUrlForLayerError, DecodeError])
assert_type(
    operation.decode(status=200, body=b"", headers={}, format="json"),
    Result[ecr.GetDownloadUrlForLayerResponse, ecr.GetDownloadUrlForLayerError | DecodeError],
)
assert_type(response.download_url, str | None)
assert_type(response.layer_digest, ecr.LayerDigest | None)
assert_type(ecr.layer_digest, Codec[str])
assert_type(
    ecr.GetDownloadUrlForLayerRequest.make(repository_name="app", layer_digest="sha256:00").unwrap(),
    ecr.GetDownloadUrlForLayerRequest,
)


def said(status: int, body: bytes) -> str:
    """Every case of a reply has a place, and no other case is left."""
    found = outcome(ecr.get_download_url_for_layer.decode(status=status, body=body))
    match found:
        case ecr.GetDownloadUrlForLayerResponse(download_url=url):
            assert_type(url, str | None)
            return url or "nowhere"
        case ecr.LayersNotFoundException(message=why) | ecr.RepositoryNotFoundException(message=why):
            assert_type(why, str | None)
            return "no such layer"
        case (
            ecr.InvalidParameterException()
            | ecr.LayerInaccessibleException()
            | ecr.UnableToGetUpstreamLayerException()
        ):
            return "give up"
        case ecr.ServerException():
            return "later"
        case ecr.UnknownError(code=code):
            assert_type(code, str)
            return code
        case DecodeError() as error:
            return str(error)
        case _:
            assert_never(found)


# pages and waiters

listed = ecr.ListImagesRequest(repository_name="app")
assert_type(aws.next_request(ecr.list_images, listed, ecr.ListImagesResponse()), ecr.ListImagesRequest | None)


def walk(pages: Iterator[Result[ecr.ListImagesResponse, ecr.ListImagesError]]) -> None:
    def call(
        _: aws.Operation[ecr.ListImagesRequest, ecr.ListImagesResponse, Any], request: ecr.ListImagesRequest
    ) -> Result[ecr.ListImagesResponse, ecr.ListImagesError]:
        assert_type(request.next_token, str | None)
        return next(pages)

    assert_type(
        aws.pages(call, ecr.list_images, listed),
        Iterator[Result[ecr.ListImagesResponse, ecr.ListImagesError]],
    )
    assert_type(
        aws.items(call, ecr.list_images, listed),
        Iterator[Result[object, ecr.ListImagesError | DecodeError]],
    )
    assert_type(
        aws.items(call, ecr.list_images, listed, of=lambda page: page.image_ids, limit=3),
        Iterator[Result[ecr.ImageIdentifier, ecr.ListImagesError | DecodeError]],
    )


waiter: aws.Waiter[GetThingRequest, Thing] = aws.Waiter(
    name="ThingIsLow",
    operation=get_thing,
    delay=5,
    attempts=60,
    accepts=(aws.Accept(state="success", path=("level",), expected="LOW"),),
)


def waited(reply: Result[Thing, GetThingError]) -> int:
    state = waiter(reply)
    match state:
        case "success" | "failure":
            return 0
        case "retry":
            return waiter.delay
        case _:
            assert_never(state)


parts = aws.split(ecr.batch_delete_image, ecr.BatchDeleteImageRequest(repository_name="app", image_ids=()))
assert_type(parts, Result[tuple[ecr.BatchDeleteImageRequest, ...], ConstraintError])
