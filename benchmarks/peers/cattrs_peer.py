"""cattrs: attrs classes, and its preconfigured converter over orjson."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Any

import attrs
from cattrs.gen import make_dict_structure_fn, override
from cattrs.preconf.orjson import make_converter

from benchmarks import own

from . import Decode, ImageStatus, Load, ScanStatus, Severity


@attrs.frozen
class Url:
    download_url: str | None = None
    layer_digest: str | None = None


@attrs.frozen
class Status:
    status: ScanStatus | None = None
    description: str | None = None


@attrs.frozen
class Summary:
    image_scan_completed_at: datetime | None = None
    vulnerability_source_updated_at: datetime | None = None
    finding_severity_counts: dict[Severity, int] | None = None


@attrs.frozen
class Image:
    registry_id: str | None = None
    repository_name: str | None = None
    image_digest: str | None = None
    image_tags: tuple[str, ...] | None = None
    image_size_in_bytes: int | None = None
    image_pushed_at: datetime | None = None
    image_scan_status: Status | None = None
    image_scan_findings_summary: Summary | None = None
    image_manifest_media_type: str | None = None
    artifact_media_type: str | None = None
    last_recorded_pull_time: datetime | None = None
    subject_manifest_digest: str | None = None
    image_status: ImageStatus | None = None
    last_archived_at: datetime | None = None
    last_activated_at: datetime | None = None


@attrs.frozen
class Images:
    image_details: tuple[Image, ...] | None = None
    next_token: str | None = None


def camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(map(str.capitalize, rest))


def moment(epoch: float, _: object) -> datetime:
    return datetime.fromtimestamp(epoch, UTC)


converter = make_converter()
converter.register_structure_hook(datetime, moment)
for cls in (Url, Status, Summary, Image, Images):
    names: dict[str, Any] = {name: override(rename=camel(name)) for name in attrs.fields_dict(cls)}
    converter.register_structure_hook(cls, make_dict_structure_fn(cls, converter, **names))


DECODERS: dict[str, Decode] = {
    "url": partial(converter.loads, cl=Url),
    "images": partial(converter.loads, cl=Images),
    "orders": partial(converter.loads, cl=tuple[own.AttrsOrder, ...]),
}

TREES: dict[str, Load] = {"images": partial(converter.structure, cl=Images)}
