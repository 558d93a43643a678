"""OCI's own JSON Schemas and examples say of manifests and configurations what the codecs say.

They are no part of this project: `IMAGE_SPEC` names a checkout of the repository opencontainers/image-spec;
without it, nothing of this runs.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft4Validator
from referencing import Registry
from referencing.jsonschema import DRAFT4
from returns.result import Success

from ecr_decode import Codec, DecodeError, documents, json_value, outcome
from ecr_decode.describe.strategy import from_codec

GIVEN = os.environ.get("IMAGE_SPEC")
FOLDER = Path(GIVEN or "") / "schema"

pytestmark = pytest.mark.skipif(GIVEN is None, reason="IMAGE_SPEC names no checkout of image-spec")

CODECS: dict[str, tuple[Codec[Any], str]] = {
    "image-manifest-schema.json": (documents.OciManifest.codec, "manifest_test.go"),
    "image-index-schema.json": (documents.OciIndex.codec, "imageindex_test.go"),
    "config-schema.json": (documents.image_config, "config_test.go"),
    "content-descriptor.json": (documents.Descriptor.codec, "descriptor_test.go"),
}
"""A codec for each schema, and the file with examples of it."""

SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]
EXAMPLE = re.compile(r"\w+:\s*`([^`]*)`,\s*fail:\s*(true|false)")


def retrieved(address: str) -> Any:
    """The schema of an address, which is told by its last part alone."""
    found = json.loads((FOLDER / address.rpartition("/")[2]).read_text("utf-8"))
    return DRAFT4.create_resource(found)


def validator(name: str) -> Any:
    """What holds a document against a schema."""
    registry: Any = Registry
    schema = json.loads((FOLDER / name).read_text("utf-8"))
    return Draft4Validator(schema, registry=registry(retrieve=retrieved))


def examples(file: str) -> list[tuple[str, bool]]:
    """The documents in a file of tests that are written in Go, and whether those want it refused."""
    found = EXAMPLE.findall((FOLDER / file).read_text("utf-8"))
    return [(text, fails == "true") for text, fails in found]


def keeps(codec: Codec[Any], text: str) -> bool:
    """Whether a codec reads a document, and the value keeps every rule."""
    found = codec.decode_json(text)
    return isinstance(found, Success) and isinstance(codec.check(found.unwrap()), Success)


@pytest.mark.parametrize("name", CODECS)
def test_what_a_codec_writes_keeps_the_schema(name: str) -> None:
    codec, _ = CODECS[name]
    oracle, seen = validator(name), list[bool]()

    @settings(max_examples=100, deadline=None, database=None, suppress_health_check=SLOW)
    @given(from_codec(codec))
    def holds(value: Any) -> None:
        written = json.loads(codec.encode_json(value).unwrap())
        assert not [error.message for error in oracle.iter_errors(written)]
        seen.append(True)

    holds()
    assert len(seen) >= 100


@pytest.mark.parametrize("name", CODECS)
def test_what_the_specification_accepts_is_accepted_and_what_its_schema_refuses_is_refused(name: str) -> None:
    codec, file = CODECS[name]
    oracle, found = validator(name), examples(file)
    assert len(found) >= 10
    for text, fails in found:
        tree = outcome(json_value.decode_json(text))
        refused = isinstance(tree, DecodeError) or not oracle.is_valid(tree)
        assert keeps(codec, text) if not fails else not (refused and keeps(codec, text)), text
