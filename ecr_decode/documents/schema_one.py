"""Docker's manifests of schema version 1, whose history holds JSON in strings."""

from __future__ import annotations

from datetime import datetime

from ..combinator.container import array
from ..combinator.field import field, others
from ..combinator.literal import literal
from ..combinator.reach import json_text, keep_text
from ..combinator.record import Record
from ..combinator.scalar import boolean, iso_datetime, json_value, string
from ..kept import Kept
from ..node.kinds import JsonValue
from .image_configs import ContainerConfig

SCHEMA_ONE = "application/vnd.docker.distribution.manifest.v1+json"
SIGNED_SCHEMA_ONE = "application/vnd.docker.distribution.manifest.v1+prettyjws"


class FsLayer(Record):
    """A layer, by its digest."""

    blob_sum: str = field("blobSum", string)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class SchemaOneLayer(Record, null_as_absent=True):
    """What version 1 says of a layer: the configuration of the image as it was with that layer on top."""

    id: str | None = field("id", string, default=None)
    parent: str | None = field("parent", string, default=None)
    created: Kept[datetime] | None = field("created", keep_text(iso_datetime), default=None)
    config: ContainerConfig = field(
        "config", ContainerConfig.codec, default_factory=ContainerConfig, omit=True
    )
    container_config: ContainerConfig | None = field("container_config", ContainerConfig.codec, default=None)
    architecture: str | None = field("architecture", string, default=None)
    os: str | None = field("os", string, default=None)
    author: str | None = field("author", string, default=None)
    throwaway: bool | None = field("throwaway", boolean, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class SchemaOneHistory(Record):
    """An entry of the history: the text as it came, and what it holds."""

    v1_compatibility: Kept[SchemaOneLayer] = field(
        "v1Compatibility", keep_text(json_text(SchemaOneLayer.codec))
    )
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class SchemaOneManifest(Record, null_as_absent=True):
    """A manifest of schema version 1: layers and history, the newest first."""

    schema_version: int = field("schemaVersion", literal(1))
    media_type: str | None = field("mediaType", literal(SCHEMA_ONE, SIGNED_SCHEMA_ONE), default=None)
    name: str | None = field("name", string, default=None)
    tag: str | None = field("tag", string, default=None)
    architecture: str | None = field("architecture", string, default=None)
    fs_layers: tuple[FsLayer, ...] = field("fsLayers", array(FsLayer.codec))
    history: tuple[SchemaOneHistory, ...] = field("history", array(SchemaOneHistory.codec))
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)
