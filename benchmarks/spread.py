"""Replies of other sizes and shapes than the published ones: where time depends on them, and on what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import orjson

from ecr_decode import Codec, ecr

from . import payloads
from .clock import against
from .figures import Figure
from .payloads import USUAL, Shape
from .peers import decoders
from .work import OURS

SHAPES: dict[str, Shape] = {
    "usual": USUAL,
    "no tags": replace(USUAL, tags=(0, 0)),
    "20 to 60 tags": replace(USUAL, tags=(20, 60)),
    "times as integers": replace(USUAL, times="int"),
    "times as ISO 8601": replace(USUAL, times="iso"),
    "half of the members": replace(USUAL, missing=0.5),
    "a tenth of the members": replace(USUAL, missing=0.9),
    "3 unknown members": replace(USUAL, unknown=3),
    "20 unknown members": replace(USUAL, unknown=20),
    "none scanned": replace(USUAL, scanned=0),
    "all scanned": replace(USUAL, scanned=1),
    "escapes and no ASCII": replace(USUAL, escapes=True),
}
SIZES = (1, 3, 10, 30, 100, 300, 1000)


def spread(budget: float) -> Iterator[Figure]:
    """Ours and msgspec's ratios to orjson.loads, over each shape and each size."""
    images = ecr.DescribeImagesResponse.codec
    peer = decoders("msgspec")["images"]
    for name, shape in SHAPES.items():
        raw = payloads.describe_images(100, shape)
        yield _figure(name, raw, OURS, images.decode_json, budget)
        yield _figure(name, raw, "msgspec", peer, budget)
    for count in SIZES:
        yield _figure(f"{count} images", payloads.describe_images(count), OURS, images.decode_json, budget)
    scan: Codec[ecr.DescribeImageScanFindingsResponse] = ecr.DescribeImageScanFindingsResponse.codec
    for count in (1, 10, 100):
        for times in ("float", "iso"):
            raw = payloads.scan_findings(count, times)
            yield _figure(f"{count} findings, times as {times}", raw, OURS, scan.decode_json, budget)
    for layers in (1, 8, 60):
        raw = payloads.batch_get_image(10, layers)
        codec = ecr.BatchGetImageResponse.codec
        yield _figure(f"10 manifests of {layers} layers", raw, OURS, codec.decode_json, budget)


def _figure(name: str, raw: bytes, run: str, decode: object, budget: float) -> Figure:
    assert callable(decode)
    timing = against(partial(decode, raw), partial(orjson.loads, raw), budget)
    return Figure(
        "spread", "reading JSON", name, len(raw), "orjson.loads", run, timing.ratio, timing.seconds * 1e6
    )
