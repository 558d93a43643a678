"""The images of replies, with their manifests."""

from __future__ import annotations

import json
from typing import Any

from returns.result import Failure, Success

from ecr_decode import array, at, documents, ecr, ecr_public, result_of
from tests.documents.manifests import CHART, LIST, OCI, SCHEMA_ONE

SPACED = json.dumps(CHART, indent=3)
REPLY: dict[str, Any] = {
    "images": [
        {"imageManifest": SPACED, "imageManifestMediaType": OCI, "imageId": {"imageTag": "v1"}},
        {"imageManifest": "{", "imageManifestMediaType": OCI},
        {"imageManifest": SPACED, "imageManifestMediaType": SCHEMA_ONE},
        {"imageId": {"imageTag": "v2"}},
        {"imageManifest": json.dumps(LIST), "imageManifestMediaType": None},
    ],
    "failures": [],
}


def test_a_bad_manifest_loses_no_other() -> None:
    found = documents.images(ecr.BatchGetImageResponse.of_json(REPLY).unwrap())
    shown = [
        type(stored.manifest.unwrap().value).__name__
        if isinstance(stored.manifest, Success)
        else str(stored.manifest.failure()).splitlines()[0]
        for stored in found
    ]
    assert shown == [
        "OciManifest",
        '$.imageManifest -> $: line 1, column 2: expected a name or "}", got the end of the text',
        "$.imageManifest -> $.schemaVersion: expected 1",
        "$.imageManifest: missing",
        "OciIndex",
    ]
    assert found[0].image.image_id == ecr.ImageIdentifier(image_tag="v1")


def test_the_text_is_kept_byte_for_byte() -> None:
    [stored, *_] = documents.images(ecr.BatchGetImageResponse.of_json(REPLY).unwrap())
    assert stored.manifest.unwrap().text == SPACED


def test_a_reply_without_images_has_none() -> None:
    assert documents.images(ecr.BatchGetImageResponse()) == ()
    assert documents.images(ecr.PutImageResponse()) == ()
    assert documents.images(ecr_public.PutImageResponse()) == ()


def test_the_image_that_was_put_is_read_as_well() -> None:
    image = {"imageManifest": SPACED}
    for response in (ecr.PutImageResponse, ecr_public.PutImageResponse):
        [stored] = documents.images(response.of_json({"image": image}).unwrap())
        assert isinstance(stored.manifest.unwrap().value, documents.OciManifest)


def test_values_that_no_reply_holds_are_errors() -> None:
    wrong: Any = 5
    image = ecr.Image(image_manifest=wrong, image_manifest_media_type=wrong)
    [stored] = documents.images(ecr.PutImageResponse(image=image))
    assert isinstance(stored.manifest, Failure)


def test_a_reply_may_be_read_without_its_classes() -> None:
    found = at("images", array(result_of(documents.image_manifest))).of_json(REPLY).unwrap()
    assert found[0].unwrap().text == SPACED
    assert str(found[3].failure()) == "$.images[3].imageManifest: missing"
