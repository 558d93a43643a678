"""One error of an operation forgotten in a `match`, refused by both type checkers."""

from __future__ import annotations

from typing import assert_never

from ecr_decode import DecodeError, ecr, ecr_public, outcome


def put(body: bytes) -> str | None:
    found = outcome(ecr.put_image.decode(status=400, body=body))
    match found:
        case ecr.PutImageResponse():
            return None
        case ecr.ImageAlreadyExistsException() | ecr.ImageTagAlreadyExistsException():
            return "it is there"
        case ecr.ImageDigestDoesNotMatchException() | ecr.LayersNotFoundException():
            return "push the layers first"
        case ecr.ReferencedImagesNotFoundException() | ecr.RepositoryNotFoundException():
            return "not there"
        case ecr.LimitExceededException() | ecr.InvalidParameterException():
            return "give up"
        case ecr.ServerException() | ecr.UnknownError() | DecodeError():
            return "later"
        case _:
            assert_never(found)  # refused: KmsException forgotten


def scan(body: bytes) -> str | None:
    found = outcome(ecr.start_image_scan.decode(status=400, body=body))
    match found:
        case ecr.StartImageScanResponse():
            return None
        case ecr.ImageNotFoundException() | ecr.RepositoryNotFoundException():
            return "no such image"
        case ecr.UnsupportedImageTypeException() | ecr.ValidationException():
            return "not to be scanned"
        case ecr.InvalidParameterException() | ecr.LimitExceededException():
            return "not now"
        case ecr.ServerException() | ecr.UnknownError() | DecodeError():
            return "later"
        case _:
            assert_never(found)  # refused: ImageArchivedException forgotten


def describe(body: bytes) -> int:
    found = outcome(ecr_public.describe_images.decode(status=200, body=body))
    match found:
        case ecr_public.DescribeImagesResponse(image_details=images):
            return len(images or ())
        case ecr_public.ImageNotFoundException() | ecr_public.RepositoryNotFoundException():
            return 0
        case ecr_public.InvalidParameterException():
            return -1
        case ecr_public.ServerException() | ecr_public.UnknownError() | DecodeError():
            return -2
        case _:
            assert_never(found)  # refused: UnsupportedCommandException forgotten
