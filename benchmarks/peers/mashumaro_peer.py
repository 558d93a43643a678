"""mashumaro: dataclasses with its orjson mixin."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, cast

from mashumaro.codecs.orjson import ORJSONDecoder
from mashumaro.config import BaseConfig
from mashumaro.mixins.orjson import DataClassORJSONMixin

from benchmarks import own

from . import Decode, ImageStatus, Load, ScanStatus, Severity


def moment(epoch: float) -> datetime:
    return datetime.fromtimestamp(epoch, UTC)


@dataclass(frozen=True)
class Url(DataClassORJSONMixin):
    download_url: str | None = None
    layer_digest: str | None = None

    class Config(BaseConfig):
        aliases = {"download_url": "downloadUrl", "layer_digest": "layerDigest"}  # noqa: RUF012 its users write it so


@dataclass(frozen=True)
class Status(DataClassORJSONMixin):
    status: ScanStatus | None = None
    description: str | None = None


@dataclass(frozen=True)
class Summary(DataClassORJSONMixin):
    image_scan_completed_at: datetime | None = None
    vulnerability_source_updated_at: datetime | None = None
    finding_severity_counts: dict[Severity, int] | None = None

    class Config(BaseConfig):
        serialization_strategy = {datetime: {"deserialize": moment}}  # noqa: RUF012
        aliases = {  # noqa: RUF012
            "image_scan_completed_at": "imageScanCompletedAt",
            "vulnerability_source_updated_at": "vulnerabilitySourceUpdatedAt",
            "finding_severity_counts": "findingSeverityCounts",
        }


@dataclass(frozen=True)
class Image(DataClassORJSONMixin):
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

    class Config(BaseConfig):
        serialization_strategy = {datetime: {"deserialize": moment}}  # noqa: RUF012
        aliases = {  # noqa: RUF012
            "registry_id": "registryId",
            "repository_name": "repositoryName",
            "image_digest": "imageDigest",
            "image_tags": "imageTags",
            "image_size_in_bytes": "imageSizeInBytes",
            "image_pushed_at": "imagePushedAt",
            "image_scan_status": "imageScanStatus",
            "image_scan_findings_summary": "imageScanFindingsSummary",
            "image_manifest_media_type": "imageManifestMediaType",
            "artifact_media_type": "artifactMediaType",
            "last_recorded_pull_time": "lastRecordedPullTime",
            "subject_manifest_digest": "subjectManifestDigest",
            "image_status": "imageStatus",
            "last_archived_at": "lastArchivedAt",
            "last_activated_at": "lastActivatedAt",
        }


@dataclass(frozen=True)
class Images(DataClassORJSONMixin):
    image_details: tuple[Image, ...] | None = None
    next_token: str | None = None

    class Config(BaseConfig):
        aliases = {"image_details": "imageDetails", "next_token": "nextToken"}  # noqa: RUF012


DECODERS: dict[str, Decode] = {
    "url": Url.from_json,
    "images": Images.from_json,
    "orders": ORJSONDecoder(tuple[own.Order, ...]).decode,
}

TREES: dict[str, Load] = {"images": cast(Any, Images).from_dict}
