"""Manifests of images: what an image consists of, in the forms of Docker and of OCI."""

from __future__ import annotations

from typing import TypeAlias

from ..codec import Codec
from ..combinator.container import array, dict_of
from ..combinator.field import field, others
from ..combinator.literal import literal
from ..combinator.reach import base64_bytes
from ..combinator.record import Record, record
from ..combinator.rule import refine
from ..combinator.scalar import integer, json_value, string
from ..combinator.union.by_kind import by_kind
from ..combinator.union.case import case, otherwise
from ..combinator.union.one_of import one_of
from ..combinator.union.tagged import tagged_union
from ..node.kinds import JsonValue
from .schema_one import SCHEMA_ONE, SIGNED_SCHEMA_ONE, SchemaOneManifest

DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json"
DOCKER_MANIFEST_LIST = "application/vnd.docker.distribution.manifest.list.v2+json"
OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json"
OCI_INDEX = "application/vnd.oci.image.index.v1+json"
OCI_ARTIFACT = "application/vnd.oci.artifact.manifest.v1+json"
ORAS_ARTIFACT = "application/vnd.cncf.oras.artifact.manifest.v1+json"

EMPTY = "application/vnd.oci.empty.v1+json"
"""The media type of a configuration that says nothing."""

_NOT_BOTH = "expected layers or manifests, not both"
_NAME = "[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}"
_media_type = string.constrain(pattern=f"{_NAME}/{_NAME}")
_digest = string.constrain(pattern="[a-z0-9]+(?:[+._-][a-z0-9]+)*:[a-zA-Z0-9=_-]+")
_annotations = dict_of(string, keys=string.constrain(min_length=1))


class Platform(Record, null_as_absent=True):
    """What an image runs on."""

    architecture: str = field("architecture", string)
    os: str = field("os", string)
    os_version: str | None = field("os.version", string, default=None)
    os_features: tuple[str, ...] | None = field("os.features", array(string), default=None)
    variant: str | None = field("variant", string, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Descriptor(Record, null_as_absent=True):
    """What a manifest says of another document or of a layer.

    >>> from ecr_decode import documents
    >>> text = '{"mediaType": "text/plain", "digest": "sha256:00", "size": 3}'
    >>> documents.Descriptor.decode_json(text).unwrap().size
    3
    >>> print(documents.Descriptor.make(media_type="text/plain", digest="sha256:00", size=-1).failure())
    $.size: expected a number of at least 0
    """

    media_type: str = field("mediaType", _media_type)
    digest: str = field("digest", _digest)
    size: int = field("size", integer.constrain(minimum=0))
    urls: tuple[str, ...] | None = field("urls", array(string), default=None)
    annotations: dict[str, str] | None = field("annotations", _annotations, default=None)
    data: bytes | None = field("data", base64_bytes, default=None)
    artifact_type: str | None = field("artifactType", _media_type, default=None)
    platform: Platform | None = field("platform", Platform.codec, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class DockerManifest(Record, null_as_absent=True):
    """Docker's manifest of an image, of schema version 2; the base layer is the first."""

    schema_version: int = field("schemaVersion", literal(2))
    media_type: str | None = field("mediaType", literal(DOCKER_MANIFEST), default=None)
    config: Descriptor = field("config", Descriptor.codec)
    layers: tuple[Descriptor, ...] = field("layers", array(Descriptor.codec))
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class DockerManifestList(Record, null_as_absent=True):
    """Docker's list of the manifests of an image, one for each platform."""

    schema_version: int = field("schemaVersion", literal(2))
    media_type: str | None = field("mediaType", literal(DOCKER_MANIFEST_LIST), default=None)
    manifests: tuple[Descriptor, ...] = field("manifests", array(Descriptor.codec))
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class OciManifest(Record, null_as_absent=True):
    """OCI's manifest of an image, or of something else that is kept like one; the base layer is the first."""

    schema_version: int = field("schemaVersion", literal(2))
    media_type: str | None = field("mediaType", literal(OCI_MANIFEST), default=None)
    artifact_type: str | None = field("artifactType", _media_type, default=None)
    config: Descriptor = field("config", Descriptor.codec)
    layers: tuple[Descriptor, ...] = field("layers", array(Descriptor.codec).constrain(min_items=1))
    subject: Descriptor | None = field("subject", Descriptor.codec, default=None)
    annotations: dict[str, str] | None = field("annotations", _annotations, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)

    @refine("expected an artifactType, as the config is empty", at="artifactType", on_read=False)
    def says_its_type(self) -> bool:
        return self.artifact_type is not None or self.config.media_type != EMPTY


class OciIndex(Record, null_as_absent=True):
    """OCI's list of manifests, one for each platform or purpose."""

    schema_version: int = field("schemaVersion", literal(2))
    media_type: str | None = field("mediaType", literal(OCI_INDEX), default=None)
    artifact_type: str | None = field("artifactType", _media_type, default=None)
    manifests: tuple[Descriptor, ...] = field("manifests", array(Descriptor.codec))
    subject: Descriptor | None = field("subject", Descriptor.codec, default=None)
    annotations: dict[str, str] | None = field("annotations", _annotations, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class ArtifactManifest(Record, null_as_absent=True):
    """The manifest of an artifact, as ORAS and a draft of OCI had it."""

    media_type: str = field("mediaType", literal(OCI_ARTIFACT, ORAS_ARTIFACT))
    artifact_type: str = field("artifactType", _media_type)
    blobs: tuple[Descriptor, ...] | None = field("blobs", array(Descriptor.codec), default=None)
    subject: Descriptor | None = field("subject", Descriptor.codec, default=None)
    annotations: dict[str, str] | None = field("annotations", _annotations, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class UnknownManifest(Record):
    """A manifest of another media type, kept as it is."""

    media_type: str | None = field("mediaType", string, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


Manifest: TypeAlias = (
    SchemaOneManifest
    | DockerManifest
    | DockerManifestList
    | OciManifest
    | OciIndex
    | ArtifactManifest
    | UnknownManifest
)

_unknown: Codec[UnknownManifest] = record(
    UnknownManifest, media_type=field("mediaType", string), rest=others(json_value)
)

_by_content: Codec[Manifest] = one_of(
    case("schema version 1", SchemaOneManifest)
    | case("OCI manifest", OciManifest.codec.refine(lambda it: "manifests" not in it.rest, _NOT_BOTH))
    | case("OCI index", OciIndex.codec.refine(lambda it: "layers" not in it.rest, _NOT_BOTH))
    | case("another media type", _unknown)
)

manifest: Codec[Manifest] = tagged_union(
    "mediaType",
    case((SCHEMA_ONE, SIGNED_SCHEMA_ONE), SchemaOneManifest)
    | case(DOCKER_MANIFEST, DockerManifest)
    | case(DOCKER_MANIFEST_LIST, DockerManifestList)
    | case(OCI_MANIFEST, OciManifest)
    | case(OCI_INDEX, OciIndex)
    | case((OCI_ARTIFACT, ORAS_ARTIFACT), ArtifactManifest)
    | otherwise(_by_content),
)
"""A manifest of any form: the media type in it decides, and its members if it has none."""

_said: dict[str | None, Codec[Manifest]] = {
    None: manifest,
    "application/json": manifest,
    SCHEMA_ONE: by_kind(case("schema version 1", SchemaOneManifest)),
    SIGNED_SCHEMA_ONE: by_kind(case("schema version 1", SchemaOneManifest)),
    DOCKER_MANIFEST: by_kind(case("Docker manifest", DockerManifest)),
    DOCKER_MANIFEST_LIST: by_kind(case("Docker manifest list", DockerManifestList)),
    OCI_MANIFEST: by_kind(case("OCI manifest", OciManifest)),
    OCI_INDEX: by_kind(case("OCI index", OciIndex)),
    OCI_ARTIFACT: by_kind(case("artifact manifest", ArtifactManifest)),
    ORAS_ARTIFACT: by_kind(case("artifact manifest", ArtifactManifest)),
}
_other: Codec[Manifest] = by_kind(case("another media type", UnknownManifest))


def manifest_of(media_type: str | None) -> Codec[Manifest]:
    """A manifest whose media type stands beside it; with None, the manifest itself decides.

    >>> from ecr_decode import documents
    >>> index = documents.manifest_of("application/vnd.oci.image.index.v1+json")
    >>> index.decode_json('{"schemaVersion": 2, "manifests": []}').unwrap().manifests
    ()
    >>> print(index.decode_json('{"schemaVersion": 2, "layers": []}').failure())
    $.manifests: missing
    """
    return _said.get(media_type, _other)
