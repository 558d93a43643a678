"""Configurations of images: what a container is started with, and how the image was built."""

from __future__ import annotations

from datetime import datetime

from ..codec import Codec
from ..combinator.container import array, dict_of
from ..combinator.field import field, others
from ..combinator.reach import keep_text
from ..combinator.record import Record
from ..combinator.scalar import boolean, iso_datetime, json_value, string
from ..guard import is_dict
from ..kept import Kept
from ..node.kinds import JsonValue

_object = json_value.refine(is_dict, "expected an object", on_read=False)


class ContainerConfig(Record, null_as_absent=True):
    """What a container is started with; a map or list that is null is as if it were absent."""

    labels: dict[str, str] = field("Labels", dict_of(string), default_factory=dict, omit=True)
    env: tuple[str, ...] = field("Env", array(string), default=(), omit=True)
    entrypoint: tuple[str, ...] = field("Entrypoint", array(string), default=(), omit=True)
    cmd: tuple[str, ...] = field("Cmd", array(string), default=(), omit=True)
    user: str | None = field("User", string, default=None)
    working_dir: str | None = field("WorkingDir", string, default=None)
    stop_signal: str | None = field("StopSignal", string, default=None)
    exposed_ports: dict[str, JsonValue] = field(
        "ExposedPorts", dict_of(_object), default_factory=dict, omit=True
    )
    volumes: dict[str, JsonValue] = field("Volumes", dict_of(_object), default_factory=dict, omit=True)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class RootFilesystem(Record):
    """The layers of an image, each by the digest of its uncompressed content, the base first."""

    type: str = field("type", string.constrain(pattern="layers"))
    diff_ids: tuple[str, ...] = field("diff_ids", array(string))
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class History(Record, null_as_absent=True):
    """A step of the build of an image, the first one first."""

    created: Kept[datetime] | None = field("created", keep_text(iso_datetime), default=None)
    created_by: str | None = field("created_by", string, default=None)
    author: str | None = field("author", string, default=None)
    comment: str | None = field("comment", string, default=None)
    empty_layer: bool | None = field("empty_layer", boolean, default=None)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


class ImageConfig(Record, null_as_absent=True):
    """The configuration of an image, which a manifest names by its digest.

    >>> from ecr_decode import documents
    >>> text = '{"architecture": "arm64", "os": "linux", "rootfs": {"type": "layers", "diff_ids": []}}'
    >>> documents.image_config.decode_json(text).unwrap().config.labels
    {}
    >>> print(documents.image_config.decode_json('{"os": 1, "rootfs": {"type": "layers"}}').failure())
    $.architecture: missing
    $.os: expected a string, got an integer
    $.rootfs.diff_ids: missing
    """

    architecture: str = field("architecture", string)
    os: str = field("os", string)
    rootfs: RootFilesystem = field("rootfs", RootFilesystem.codec)
    config: ContainerConfig = field(
        "config", ContainerConfig.codec, default_factory=ContainerConfig, omit=True
    )
    history: tuple[History, ...] = field("history", array(History.codec), default=(), omit=True)
    created: Kept[datetime] | None = field("created", keep_text(iso_datetime), default=None)
    author: str | None = field("author", string, default=None)
    variant: str | None = field("variant", string, default=None)
    os_version: str | None = field("os.version", string, default=None)
    os_features: tuple[str, ...] = field("os.features", array(string), default=(), omit=True)
    rest: dict[str, JsonValue] = others(json_value, default_factory=dict)


image_config: Codec[ImageConfig] = ImageConfig.codec
"""The configuration of an image. Written anew it has no null, and no map or list that is empty."""
