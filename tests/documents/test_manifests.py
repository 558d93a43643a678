"""Manifests: which form a text is of, and that it is written back as it was."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from returns.result import Success

from ecr_decode import Record, documents, plain_only, replace
from ecr_decode.describe.strategy import from_codec
from tests.documents.manifests import (
    ARTIFACT,
    CHART,
    DIGEST,
    DOCKER,
    DOCKER_LIST,
    INDEX,
    LIST,
    MANIFESTS,
    OCI,
    ONE,
    ORAS,
    SCHEMA_ONE,
    SIGNED,
    descriptor,
    history,
)

REQUIRED: dict[str, tuple[type[Record], Any, set[str]]] = {
    "descriptor": (documents.Descriptor, descriptor(), {"mediaType", "size", "digest"}),
    "manifest": (documents.OciManifest, {**CHART, "mediaType": OCI}, {"schemaVersion", "config", "layers"}),
    "index": (documents.OciIndex, {**LIST, "mediaType": INDEX}, {"schemaVersion", "manifests"}),
    "platform": (
        documents.Platform,
        {"architecture": "a", "os": "b", "os.version": "1", "os.features": [], "variant": "v"},
        {"architecture", "os"},
    ),
}
"""The members that the JSON Schemas of OCI require."""


def without(document: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key != name}


def message(text: object, codec: Any = documents.manifest) -> str:
    return str(codec.decode_json(json.dumps(text)).failure())


@pytest.mark.parametrize("name", MANIFESTS)
def test_a_manifest_is_of_its_form_and_is_written_back(name: str) -> None:
    form, document = MANIFESTS[name]
    plainly = documents.manifest.of_json(document).unwrap()
    assert type(plainly).__name__ == form
    for _ in range(3):
        found = documents.manifest.decode_json(json.dumps(document)).unwrap()
        assert found == plainly
        assert json.loads(documents.manifest.encode_json(found).unwrap()) == document
    with plain_only():
        assert documents.manifest.decode_json(json.dumps(document)) == Success(plainly)
        assert documents.manifest.to_json(plainly) == Success(document)


@pytest.mark.parametrize(
    ("media_type", "document", "form"),
    [
        (OCI, CHART, "OciManifest"),
        (INDEX, LIST, "OciIndex"),
        (DOCKER, CHART, "DockerManifest"),
        (DOCKER_LIST, LIST, "DockerManifestList"),
        (SCHEMA_ONE, ONE, "SchemaOneManifest"),
        (SIGNED, ONE, "SchemaOneManifest"),
        ("application/json", ONE, "SchemaOneManifest"),
        (ARTIFACT, MANIFESTS["artifact"][1], "ArtifactManifest"),
        (ORAS, MANIFESTS["artifact of ORAS"][1], "ArtifactManifest"),
        ("text/new", CHART, "UnknownManifest"),
        (None, CHART, "OciManifest"),
    ],
)
def test_the_media_type_beside_a_manifest_decides(media_type: str | None, document: Any, form: str) -> None:
    codec = documents.manifest_of(media_type)
    found = codec.decode_json(json.dumps(document)).unwrap()
    assert type(found).__name__ == form
    assert codec.to_json(found) == Success(document)


def test_a_manifest_of_another_form_than_it_is_said_to_be_is_refused() -> None:
    assert message({**CHART, "mediaType": DOCKER}, documents.manifest_of(OCI)) == (
        f'$.mediaType: expected "{OCI}"'
    )
    assert message(CHART, documents.manifest_of(INDEX)) == "$.manifests: missing"


@pytest.mark.parametrize("name", REQUIRED)
def test_the_members_that_oci_requires_are_required(name: str) -> None:
    cls, document, required = REQUIRED[name]
    refused = {each for each in document if not isinstance(cls.of_json(without(document, each)), Success)}
    assert refused == required


def test_a_bad_manifest_of_a_known_form_is_an_error_and_not_of_an_unknown_one() -> None:
    assert message(without({**CHART, "mediaType": OCI}, "config")) == "$.config: missing"
    empty: dict[str, Any] = {}
    assert message({**CHART, "layers": [empty]}).splitlines() == [
        "$.layers[0].mediaType: missing",
        "$.layers[0].digest: missing",
        "$.layers[0].size: missing",
    ]
    assert "no alternative fits" in message({"schemaVersion": 2})


def test_a_manifest_that_is_two_without_a_media_type_is_refused() -> None:
    assert "expected layers or manifests, not both" in message({**CHART, **LIST})
    both = documents.manifest.of_json({**CHART, **LIST, "mediaType": OCI}).unwrap()
    assert isinstance(both, documents.OciManifest)


def test_null_is_as_absence() -> None:
    found = documents.manifest.of_json({**LIST, "annotations": None, "mediaType": None}).unwrap()
    assert documents.manifest.to_json(found) == Success(LIST)


def test_the_history_of_version_1_is_json_in_strings() -> None:
    found = documents.SchemaOneManifest.of_json(
        {**ONE, "history": [history(Labels={"git.sha": "abc"}), history(Labels=None), history()]}
    ).unwrap()
    layers = [each.v1_compatibility.value for each in found.history]
    assert [layer.config.labels for layer in layers] == [{"git.sha": "abc"}, {}, {}]
    assert {layer.created.text for layer in layers if layer.created} == {"2024-02-29T12:00:00.123456789Z"}


def test_make_holds_what_the_specification_of_oci_demands() -> None:
    empty = "application/vnd.oci.empty.v1+json"
    config = documents.Descriptor(media_type=empty, digest=DIGEST, size=2)
    made = documents.OciManifest.make(
        schema_version=2, config=replace(config, digest="0", size=-1), layers=()
    )
    assert str(made.failure()).splitlines() == [
        "$.config.digest: expected a text that matches [a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+",
        "$.config.size: expected a number of at least 0",
        "$.layers: expected at least 1 item",
        "$.artifactType: expected an artifactType, as the config is empty",
    ]
    good = documents.OciManifest.make(
        schema_version=2, config=config, layers=(config,), artifact_type="text/sbom"
    )
    assert isinstance(good, Success)


@given(from_codec(documents.manifest))
def test_any_manifest_is_read_as_it_is_written(manifest: documents.Manifest) -> None:
    text = documents.manifest.encode_json(manifest).unwrap()
    assert documents.manifest.decode_json(text) == Success(manifest)
