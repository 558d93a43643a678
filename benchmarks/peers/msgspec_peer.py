"""msgspec: frozen Structs, decoded in one step. Strict, it reads no epoch numbers as moments."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Annotated, TypeAlias

import msgspec

from . import Decode, ImageStatus, Load, ScanStatus, Severity

Moment: TypeAlias = Annotated[datetime, msgspec.Meta(tz=True)]


class Url(msgspec.Struct, frozen=True, rename="camel"):
    download_url: str | None = None
    layer_digest: str | None = None


class Status(msgspec.Struct, frozen=True, rename="camel"):
    status: ScanStatus | None = None
    description: str | None = None


class Summary(msgspec.Struct, frozen=True, rename="camel"):
    image_scan_completed_at: Moment | None = None
    vulnerability_source_updated_at: Moment | None = None
    finding_severity_counts: dict[Severity, int] | None = None


class Image(msgspec.Struct, frozen=True, rename="camel"):
    registry_id: str | None = None
    repository_name: str | None = None
    image_digest: str | None = None
    image_tags: tuple[str, ...] | None = None
    image_size_in_bytes: int | None = None
    image_pushed_at: Moment | None = None
    image_scan_status: Status | None = None
    image_scan_findings_summary: Summary | None = None
    image_manifest_media_type: str | None = None
    artifact_media_type: str | None = None
    last_recorded_pull_time: Moment | None = None
    subject_manifest_digest: str | None = None
    image_status: ImageStatus | None = None
    last_archived_at: Moment | None = None
    last_activated_at: Moment | None = None


class Images(msgspec.Struct, frozen=True, rename="camel"):
    image_details: tuple[Image, ...] | None = None
    next_token: str | None = None


class StrictSummary(msgspec.Struct, frozen=True, rename="camel"):
    image_scan_completed_at: float | None = None
    vulnerability_source_updated_at: float | None = None
    finding_severity_counts: dict[Severity, int] | None = None


class StrictImage(msgspec.Struct, frozen=True, rename="camel"):
    registry_id: str | None = None
    repository_name: str | None = None
    image_digest: str | None = None
    image_tags: tuple[str, ...] | None = None
    image_size_in_bytes: int | None = None
    image_pushed_at: float | None = None
    image_scan_status: Status | None = None
    image_scan_findings_summary: StrictSummary | None = None
    image_manifest_media_type: str | None = None
    artifact_media_type: str | None = None
    last_recorded_pull_time: float | None = None
    subject_manifest_digest: str | None = None
    image_status: ImageStatus | None = None
    last_archived_at: float | None = None
    last_activated_at: float | None = None


class StrictImages(msgspec.Struct, frozen=True, rename="camel"):
    image_details: tuple[StrictImage, ...] | None = None
    next_token: str | None = None


class Line(msgspec.Struct, frozen=True):
    sku: str
    amount: int
    price: float


class Order(msgspec.Struct, frozen=True):
    id: int
    customer: str
    paid: bool
    total: float
    lines: tuple[Line, ...]
    labels: dict[str, str]
    note: str | None = None


class Circle(msgspec.Struct, frozen=True, tag_field="kind", tag="circle"):
    radius: float


class Square(msgspec.Struct, frozen=True, tag_field="kind", tag="square"):
    side: float
    label: str | None = None


class Polygon(msgspec.Struct, frozen=True, tag_field="kind", tag="polygon"):
    corners: tuple[tuple[float, float], ...]


class Branch(msgspec.Struct, frozen=True):
    value: int
    children: tuple[Branch, ...]


DECODERS: dict[str, Decode] = {
    "url": msgspec.json.Decoder(Url).decode,
    "images": msgspec.json.Decoder(Images, strict=False).decode,
    "images, times as numbers": msgspec.json.Decoder(StrictImages).decode,
    "orders": msgspec.json.Decoder(tuple[Order, ...]).decode,
    "shapes": msgspec.json.Decoder(tuple[Circle | Square | Polygon, ...]).decode,
    "actions": msgspec.json.Decoder(tuple[str | tuple[str, ...] | int, ...]).decode,
    "tree": msgspec.json.Decoder(Branch).decode,
}

TREES: dict[str, Load] = {"images": partial(msgspec.convert, type=Images, strict=False)}
