"""koda-validate: validators over what orjson parsed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import orjson
from koda import Just, Maybe, nothing
from koda_validate import (
    Choices,
    DataclassValidator,
    DatetimeValidator,
    IntValidator,
    KeyNotRequired,
    MapValidator,
    RecordValidator,
    StringValidator,
    UniformTupleValidator,
    Valid,
    Validator,
    coercer,
)

from benchmarks import own

from . import Decode, ImageStatus, Load, ScanStatus, Severity


@dataclass(frozen=True)
class Url:
    download_url: Maybe[str]
    layer_digest: Maybe[str]


@dataclass(frozen=True)
class Status:
    status: Maybe[str]
    description: Maybe[str]


@dataclass(frozen=True)
class Summary:
    image_scan_completed_at: Maybe[datetime]
    vulnerability_source_updated_at: Maybe[datetime]
    finding_severity_counts: Maybe[dict[str, int]]


@dataclass(frozen=True)
class Image:
    registry_id: Maybe[str]
    repository_name: Maybe[str]
    image_digest: Maybe[str]
    image_tags: Maybe[tuple[str, ...]]
    image_size_in_bytes: Maybe[int]
    image_pushed_at: Maybe[datetime]
    image_scan_status: Maybe[Status]
    image_scan_findings_summary: Maybe[Summary]
    image_manifest_media_type: Maybe[str]
    artifact_media_type: Maybe[str]
    last_recorded_pull_time: Maybe[datetime]
    subject_manifest_digest: Maybe[str]
    image_status: Maybe[str]
    last_archived_at: Maybe[datetime]
    last_activated_at: Maybe[datetime]


@dataclass(frozen=True)
class Images:
    image_details: Maybe[tuple[Image, ...]]
    next_token: Maybe[str]


@coercer(int, float)
def _moment(epoch: float) -> Maybe[datetime]:
    return Just(datetime.fromtimestamp(epoch, UTC)) if type(epoch) in (int, float) else nothing


_text = KeyNotRequired(StringValidator())
_time = KeyNotRequired(DatetimeValidator(coerce=_moment))
_status: Validator[Status] = RecordValidator(
    into=Status,
    keys=(("status", KeyNotRequired(StringValidator(Choices(set(ScanStatus))))), ("description", _text)),
)
_summary: Validator[Summary] = RecordValidator(
    into=Summary,
    keys=(
        ("imageScanCompletedAt", _time),
        ("vulnerabilitySourceUpdatedAt", _time),
        (
            "findingSeverityCounts",
            KeyNotRequired(MapValidator(key=StringValidator(Choices(set(Severity))), value=IntValidator())),
        ),
    ),
)
_image: Validator[Image] = RecordValidator(
    into=Image,
    keys=(
        ("registryId", _text),
        ("repositoryName", _text),
        ("imageDigest", _text),
        ("imageTags", KeyNotRequired(UniformTupleValidator(StringValidator()))),
        ("imageSizeInBytes", KeyNotRequired(IntValidator())),
        ("imagePushedAt", _time),
        ("imageScanStatus", KeyNotRequired(_status)),
        ("imageScanFindingsSummary", KeyNotRequired(_summary)),
        ("imageManifestMediaType", _text),
        ("artifactMediaType", _text),
        ("lastRecordedPullTime", _time),
        ("subjectManifestDigest", _text),
        ("imageStatus", KeyNotRequired(StringValidator(Choices(set(ImageStatus))))),
        ("lastArchivedAt", _time),
        ("lastActivatedAt", _time),
    ),
)
_images: Validator[Images] = RecordValidator(
    into=Images, keys=(("imageDetails", KeyNotRequired(UniformTupleValidator(_image))), ("nextToken", _text))
)
_url: Validator[Url] = RecordValidator(into=Url, keys=(("downloadUrl", _text), ("layerDigest", _text)))
_orders = UniformTupleValidator(DataclassValidator(own.Order))


def _load(validator: Validator[Any]) -> Load:
    def load(tree: Any) -> Any:
        found = validator(tree)
        if isinstance(found, Valid):
            return found.val
        raise ValueError(found)

    return load


def _loads(validator: Validator[Any]) -> Decode:
    load = _load(validator)
    return lambda raw: load(orjson.loads(raw))


DECODERS: dict[str, Decode] = {"url": _loads(_url), "images": _loads(_images), "orders": _loads(_orders)}

TREES: dict[str, Load] = {"images": _load(_images)}
