"""pydantic: frozen models with camel case aliases, validated from JSON; own classes through type adapters."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from pydantic.alias_generators import to_camel

from benchmarks import own

from . import Decode, ImageStatus, Load, ScanStatus, Severity


class Shape(BaseModel):
    model_config = ConfigDict(frozen=True, alias_generator=to_camel)


class Url(Shape):
    download_url: str | None = None
    layer_digest: str | None = None


class Status(Shape):
    status: ScanStatus | None = None
    description: str | None = None


class Summary(Shape):
    image_scan_completed_at: datetime | None = None
    vulnerability_source_updated_at: datetime | None = None
    finding_severity_counts: dict[Severity, int] | None = None


class Image(Shape):
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


class Images(Shape):
    image_details: tuple[Image, ...] | None = None
    next_token: str | None = None


class Line(BaseModel):
    model_config = ConfigDict(frozen=True)
    sku: str
    amount: int
    price: float


class Order(BaseModel):
    model_config = ConfigDict(frozen=True)
    id: int
    customer: str
    paid: bool
    total: float
    lines: tuple[Line, ...]
    labels: dict[str, str]
    note: str | None = None


class Circle(BaseModel):
    model_config = ConfigDict(frozen=True)
    kind: Literal["circle"]
    radius: float


class Square(BaseModel):
    model_config = ConfigDict(frozen=True)
    kind: Literal["square"]
    side: float
    label: str | None = None


class Polygon(BaseModel):
    model_config = ConfigDict(frozen=True)
    kind: Literal["polygon"]
    corners: tuple[tuple[float, float], ...]


class ByTag(BaseModel):
    model_config = ConfigDict(frozen=True)
    tag: str = Field(alias="imageTag")


class ByDigest(BaseModel):
    model_config = ConfigDict(frozen=True)
    digest: str = Field(alias="imageDigest")


class Branch(BaseModel):
    model_config = ConfigDict(frozen=True)
    value: int
    children: tuple[Branch, ...]


AnyShape: TypeAlias = Annotated[Circle | Square | Polygon, Field(discriminator="kind")]

DECODERS: dict[str, Decode] = {
    "url": Url.model_validate_json,
    "images": Images.model_validate_json,
    "orders": TypeAdapter(tuple[Order, ...]).validate_json,
    "orders, frozen dataclasses": TypeAdapter(tuple[own.Order, ...]).validate_json,
    "orders, frozen dataclasses with slots": TypeAdapter(tuple[own.SlottedOrder, ...]).validate_json,
    "orders, NamedTuples": TypeAdapter(tuple[own.TupleOrder, ...]).validate_json,
    "shapes": TypeAdapter(tuple[AnyShape, ...]).validate_json,
    "actions": TypeAdapter(tuple[str | tuple[str, ...] | int, ...]).validate_json,
    "references": TypeAdapter(tuple[ByTag | ByDigest, ...]).validate_json,
    "tree": Branch.model_validate_json,
}

TREES: dict[str, Load] = {"images": Images.model_validate}
