"""Images of replies, with what their manifests hold."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar, overload

from returns.result import Result

from ..codec import Codec
from ..combinator.reach import at, json_text, keep_text
from ..combinator.scalar import string
from ..decoder import Decoder
from ..ecr.image import BatchGetImageResponse, Image, PutImageResponse
from ..ecr_public.image import Image as PublicImage
from ..ecr_public.image import PutImageResponse as PublicPutImageResponse
from ..error.problem import DecodeError
from ..kept import Kept
from .manifests import Manifest, manifest_of

I_co = TypeVar("I_co", covariant=True)


@lru_cache(maxsize=32)
def _beside(media_type: str | None) -> Codec[Kept[Manifest]]:
    """The manifest of an image, once the media type beside it is known."""
    return at("imageManifest", keep_text(json_text(manifest_of(media_type))))


image_manifest: Decoder[Kept[Manifest]] = at("imageManifestMediaType", string, default=None).bind(_beside)
"""The manifest of an image in a reply: its text and its value; the media type beside it decides."""


class StoredImage(NamedTuple, Generic[I_co]):
    """An image of a reply, and its manifest."""

    image: I_co
    manifest: Result[Kept[Manifest], DecodeError]


@overload
def images(response: BatchGetImageResponse | PutImageResponse) -> tuple[StoredImage[Image], ...]: ...
@overload
def images(response: PublicPutImageResponse) -> tuple[StoredImage[PublicImage], ...]: ...
def images(response: BatchGetImageResponse | PutImageResponse | PublicPutImageResponse) -> Any:
    """The images of a reply of BatchGetImage or PutImage, each with its manifest, or what is wrong with that.

    >>> from ecr_decode import documents, ecr
    >>> manifest = '{"schemaVersion": 2, "manifests": []}'
    >>> image = ecr.Image(image_manifest=manifest)
    >>> [stored] = documents.images(ecr.PutImageResponse(image=image))
    >>> stored.image is image, stored.manifest.unwrap().text == manifest
    (True, True)
    >>> stored.manifest.unwrap().value.manifests
    ()
    >>> bad = ecr.Image(image_manifest='{"schemaVersion": 2, "manifests": 1}')
    >>> [_, stored] = documents.images(ecr.BatchGetImageResponse(images=(image, bad)))
    >>> print(stored.manifest.failure())
    $.imageManifest -> $.manifests: expected an array, got an integer
    """
    found = response.images if isinstance(response, BatchGetImageResponse) else (response.image,)
    return tuple(StoredImage(image, _manifest(image)) for image in found or () if image is not None)


def _manifest(image: Image | PublicImage) -> Result[Kept[Manifest], DecodeError]:
    media_type = image.image_manifest_media_type
    members = {"imageManifest": image.image_manifest, "imageManifestMediaType": media_type}
    decoder = _beside(media_type) if isinstance(media_type, str) else image_manifest
    return decoder.of_json({name: held for name, held in members.items() if held is not None})
