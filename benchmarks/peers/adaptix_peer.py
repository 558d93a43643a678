"""adaptix: dataclasses, and a retort that loads what orjson parsed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

import adaptix
import orjson
from adaptix import NameStyle, Retort

from benchmarks import own

from . import Decode, ImageStatus, Load, ScanStatus, Severity


@dataclass(frozen=True)
class Url:
    download_url: str | None = None
    layer_digest: str | None = None


@dataclass(frozen=True)
class Status:
    status: ScanStatus | None = None
    description: str | None = None


@dataclass(frozen=True)
class Summary:
    image_scan_completed_at: datetime | None = None
    vulnerability_source_updated_at: datetime | None = None
    finding_severity_counts: dict[Severity, int] | None = None


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Images:
    image_details: tuple[Image, ...] | None = None
    next_token: str | None = None


_untyped: Any = cast(Any, adaptix)  # its providers are typed in part
_camel = Retort(
    recipe=[_untyped.datetime_by_timestamp(tz=UTC), _untyped.name_mapping(name_style=NameStyle.CAMEL)]
)
_plain = Retort()


def _loads(load: Callable[[Any], Any]) -> Decode:
    return lambda raw: load(orjson.loads(raw))


DECODERS: dict[str, Decode] = {
    "url": _loads(_camel.get_loader(Url)),
    "images": _loads(_camel.get_loader(Images)),
    "orders": _loads(_plain.get_loader(tuple[own.Order, ...])),
}

TREES: dict[str, Load] = {"images": _camel.get_loader(Images)}
