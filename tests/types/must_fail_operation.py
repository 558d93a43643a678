"""Mistakes in using operations and the conventions of AWS, each refused by both type checkers."""

from __future__ import annotations

from typing import assert_never

from ecr_decode import DecodeError, aws, ecr, field, outcome, string

operation = ecr.get_download_url_for_layer
request = ecr.GetDownloadUrlForLayerRequest(repository_name="app", layer_digest="sha256:00")


def forgets_an_error(body: bytes) -> str:
    found = outcome(operation.decode(status=400, body=body))
    match found:
        case ecr.GetDownloadUrlForLayerResponse():
            return "found"
        case ecr.LayersNotFoundException() | ecr.RepositoryNotFoundException():
            return "no such layer"
        case ecr.InvalidParameterException() | ecr.LayerInaccessibleException() | ecr.ServerException():
            return "give up"
        case ecr.UnknownError() | DecodeError():
            return "what was that?"
        case _:
            assert_never(found)  # refused: UnableToGetUpstreamLayerException forgotten


def forgets_the_unknown(body: bytes) -> str:
    found = outcome(ecr.get_authorization_token.decode(status=400, body=body))
    match found:
        case ecr.GetAuthorizationTokenResponse():
            return "found"
        case ecr.InvalidParameterException() | ecr.ServerException() | DecodeError():
            return "give up"
        case _:
            assert_never(found)  # refused: UnknownError forgotten


def forgets_what_is_no_reply(body: bytes) -> str:
    found = outcome(ecr.get_authorization_token.decode(status=400, body=body))
    match found:
        case ecr.GetAuthorizationTokenResponse():
            return "found"
        case ecr.InvalidParameterException() | ecr.ServerException() | ecr.UnknownError():
            return "give up"
        case _:
            assert_never(found)  # refused: DecodeError forgotten


def forgets_the_failures(body: bytes) -> str | None:
    found = outcome(operation.decode(status=200, body=body))
    return found.download_url  # refused: it may be an error


class Level(aws.OpenEnum):
    """How bad something is."""

    HIGH = "HIGH"


def forgets_tomorrow(finding: Level | str) -> str:
    match finding:
        case Level.HIGH:
            return "red"
        case _:
            assert_never(finding)  # refused: a text of tomorrow forgotten


class Finding(aws.Shape):
    """A shape whose annotation says too much."""

    level: Level = field("level", aws.open_enum(Level))  # refused: it may be any text
    name: str = field("name", string, default=None)  # refused: it may be absent


# requests and replies

ecr.GetDownloadUrlForLayerRequest(repository_name="app")  # refused: a layer has a digest
ecr.GetDownloadUrlForLayerRequest.make(repository_name="app")  # refused: a layer has a digest
ecr.GetDownloadUrlForLayerRequest("app", "sha256:00")  # refused: members have names
ecr.GetDownloadUrlForLayerResponse(download_url=b"")  # refused: a text
ecr.GetDownloadUrlForLayerResponse(url="")  # refused: no such member
request.repository_name = "other"  # refused: frozen
operation.encode(ecr.ListImagesRequest(repository_name="app"))  # refused: the request of another operation
operation.encode_response(ecr.ListImagesResponse())  # refused: the response of another operation
operation.decode(200, b"")  # refused: a status and a body have names
operation.decode(status="200", body=b"")  # refused: a status is a number
operation.decode(status=200, body={})  # refused: a body is bytes or text
operation.decode(status=200, body=b"", format="yaml")  # refused: JSON or XML
operation.decode(status=200, body=b"", headers={"x": 1})  # refused: headers are text
operation.decode(status=200, body=b"").unwrap().layer_digest.upper()  # refused: it may be absent
operation.error_to_json(ValueError())  # refused: an exception is no error of a service
aws.HttpRequest(body="text")  # refused: a body is bytes
aws.HttpResponse()  # refused: a response has a status
aws.AwsJson()  # refused: whose operation it is
aws.UnknownError(message="m")  # refused: an error has a code
aws.open_enum(str)  # refused: no enumeration
aws.next_request(ecr.list_images, request, ecr.ListImagesResponse())  # refused: of another operation
aws.Accept(state="done")  # refused: no such state
aws.array(str)  # refused: no codec
aws.dict_of(string, keys=str)  # refused: no codec
aws.variant(string)  # refused: no record
aws.unknown_variant.encode_json({"Path": "/"})  # refused: no UnknownVariant
operation.encode(request, token=1)  # refused: no function
aws.with_tokens(ecr.list_images, request)  # refused: of another operation
ecr.ServerException().code = "Other"  # refused: frozen


def raised() -> None:
    raise ecr.ServerException(message="later")  # refused: a value, not an exception


exchange = ecr.list_images.decode_reply(aws.HttpResponse(status=200))
exchange.request_id.upper()  # refused: a reply may have no id
exchange.result.unwrap().layer_digest  # refused: another response
exchange.retryable = True  # refused: a mutation
aws.split(ecr.batch_delete_image, ecr.ListImagesRequest(repository_name="app"))  # refused: another request
