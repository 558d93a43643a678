"""A `match` over everything an operation may come to is exhaustive, for operations of both services."""

from __future__ import annotations

from typing import assert_never, assert_type

from ecr_decode import DecodeError, ecr, ecr_public, outcome


def put(body: bytes) -> str | None:
    found = outcome(ecr.put_image.decode(status=400, body=body))
    assert_type(found, ecr.PutImageResponse | ecr.PutImageError | DecodeError)
    match found:
        case ecr.PutImageResponse(image=image):
            return None if image is None else image.registry_id
        case ecr.ImageAlreadyExistsException() | ecr.ImageTagAlreadyExistsException():
            return "it is there"
        case ecr.ImageDigestDoesNotMatchException() | ecr.LayersNotFoundException():
            return "push the layers first"
        case ecr.ReferencedImagesNotFoundException() | ecr.RepositoryNotFoundException():
            return "not there"
        case ecr.KmsException(kms_error=error):
            return error
        case ecr.LimitExceededException(message=why) | ecr.InvalidParameterException(message=why):
            return why
        case ecr.ServerException() | ecr.UnknownError() | DecodeError():
            return "later"
        case _:
            assert_never(found)


def scan(body: bytes) -> str | None:
    found = outcome(ecr.start_image_scan.decode(status=400, body=body))
    assert_type(found, ecr.StartImageScanResponse | ecr.StartImageScanError | DecodeError)
    match found:
        case ecr.StartImageScanResponse():
            return None
        case ecr.ImageArchivedException() | ecr.ImageNotFoundException() | ecr.RepositoryNotFoundException():
            return "no such image"
        case ecr.UnsupportedImageTypeException() | ecr.ValidationException():
            return "not to be scanned"
        case ecr.InvalidParameterException() | ecr.LimitExceededException():
            return "not now"
        case ecr.ServerException() | ecr.UnknownError(code=_) | DecodeError():
            return "later"
        case _:
            assert_never(found)


def describe(body: bytes) -> int:
    found = outcome(ecr_public.describe_images.decode(status=200, body=body))
    assert_type(found, ecr_public.DescribeImagesResponse | ecr_public.DescribeImagesError | DecodeError)
    match found:
        case ecr_public.DescribeImagesResponse(image_details=images):
            return len(images or ())
        case ecr_public.ImageNotFoundException() | ecr_public.RepositoryNotFoundException():
            return 0
        case ecr_public.InvalidParameterException() | ecr_public.UnsupportedCommandException():
            return -1
        case ecr_public.ServerException() | ecr_public.UnknownError() | DecodeError():
            return -2
        case _:
            assert_never(found)
