"""The documents that are measured: made by a seed, so that every run reads the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from random import Random
from typing import Any, TypeAlias

import orjson

Tree: TypeAlias = dict[str, Any]

SEED = 20_150_921
_START = 1_549_908_000
_MEDIA = "application/vnd.oci.image.manifest.v1+json"
_LAYER = "application/vnd.oci.image.layer.v1.tar+gzip"
_CONFIG = "application/vnd.oci.image.config.v1+json"


def digest(rng: Random) -> str:
    return f"sha256:{rng.randbytes(32).hex()}"


@dataclass(frozen=True)
class Shape:
    """What may differ between two replies of one operation."""

    tags: tuple[int, int] = (1, 3)
    times: str = "float"
    """How moments are spelled: `float`, `int` or `iso`."""
    missing: float = 0.0
    """How likely each optional member is absent."""
    unknown: int = 0
    """How many members each image has that the model does not name."""
    scanned: float = 0.67
    """How likely an image has the summary of a scan."""
    escapes: bool = False
    """Whether texts hold escapes and letters beyond ASCII."""


USUAL = Shape()


def moment(rng: Random, times: str) -> object:
    seconds = _START + rng.randrange(10**8)
    match times:
        case "int":
            return seconds
        case "iso":
            return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%SZ}"
        case _:
            return seconds + rng.randrange(1000) / 1000


def image(rng: Random, shape: Shape = USUAL) -> Tree:
    made: Tree = {
        "registryId": "012345678910",
        "repositoryName": "team/app" if not shape.escapes else 'tëam/"app"\n',
        "imageDigest": digest(rng),
        "imageTags": [
            f"v{rng.randrange(10)}.{rng.randrange(100)}.{rng.randrange(1000)}"
            for _ in range(rng.randint(*shape.tags))
        ],
        "imageSizeInBytes": rng.randrange(10**6, 10**9),
        "imagePushedAt": moment(rng, shape.times),
    }
    if rng.random() < shape.scanned:
        made["imageScanStatus"] = {
            "status": "COMPLETE",
            "description": "The scan was completed successfully.",
        }
        made["imageScanFindingsSummary"] = {
            "imageScanCompletedAt": moment(rng, shape.times),
            "vulnerabilitySourceUpdatedAt": moment(rng, shape.times),
            "findingSeverityCounts": {
                "HIGH": rng.randrange(30),
                "MEDIUM": rng.randrange(90),
                "LOW": rng.randrange(9),
            },
        }
    made["imageManifestMediaType"] = _MEDIA
    made["artifactMediaType"] = _CONFIG
    made["lastRecordedPullTime"] = moment(rng, shape.times)
    made |= {f"newMember{index}": ["of", {"tomorrow": index}] for index in range(shape.unknown)}
    return {name: value for name, value in made.items() if rng.random() >= shape.missing}


@cache
def describe_images(images: int, shape: Shape = USUAL) -> bytes:
    rng = Random(SEED)
    details = [image(rng, shape) for _ in range(images)]
    return orjson.dumps({"imageDetails": details, "nextToken": "t" * 60})


@cache
def get_download_url() -> bytes:
    rng = Random(SEED)
    url = f"https://prod-eu-starport-layer-bucket.s3.example/{rng.randbytes(20).hex()}?X-Amz-Signature={rng.randbytes(32).hex()}"
    return orjson.dumps({"downloadUrl": url, "layerDigest": digest(rng)})


def _finding(rng: Random, times: str) -> Tree:
    name = f"CVE-20{rng.randrange(10, 27)}-{rng.randrange(10_000)}"
    score = rng.randrange(100) / 10
    vector = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"
    return {
        "awsAccountId": "012345678910",
        "description": "A flaw in the parser lets a remote party stop the program. " * rng.randint(1, 4),
        "findingArn": f"arn:aws:inspector2:eu-west-1:012345678910:finding/{rng.randbytes(16).hex()}",
        "firstObservedAt": moment(rng, times),
        "lastObservedAt": moment(rng, times),
        "packageVulnerabilityDetails": {
            "cvss": [
                {"baseScore": score, "scoringVector": vector, "source": source, "version": "3.1"}
                for source in ("NVD", "DEBIAN_CVE")
            ],
            "referenceUrls": [
                f"https://tracker.example/{name}/{index}" for index in range(rng.randint(1, 5))
            ],
            "relatedVulnerabilities": [],
            "source": "DEBIAN_CVE",
            "sourceUrl": f"https://tracker.example/{name}",
            "vendorCreatedAt": moment(rng, times),
            "vendorSeverity": "high",
            "vendorUpdatedAt": moment(rng, times),
            "vulnerabilityId": name,
            "vulnerablePackages": [
                {
                    "arch": "X86_64",
                    "epoch": 0,
                    "filePath": "var/lib/dpkg/status",
                    "fixedInVersion": "0:2.31-13+deb11u5",
                    "name": f"lib{rng.randrange(100)}",
                    "packageManager": "OS",
                    "release": "13+deb11u3",
                    "sourceLayerHash": digest(rng),
                    "version": "2.31",
                }
                for _ in range(rng.randint(1, 3))
            ],
        },
        "remediation": {"recommendation": {"text": "None Provided"}},
        "resources": [
            {
                "details": {
                    "awsEcrContainerImage": {
                        "architecture": "amd64",
                        "author": "somebody",
                        "imageHash": digest(rng),
                        "imageTags": ["latest", "v1"],
                        "platform": "DEBIAN_11",
                        "pushedAt": moment(rng, times),
                        "registry": "012345678910",
                        "repositoryName": "team/app",
                    }
                },
                "id": f"arn:aws:ecr:eu-west-1:012345678910:repository/team/app/{digest(rng)}",
                "tags": {"team": "platform"},
                "type": "AWS_ECR_CONTAINER_IMAGE",
            }
        ],
        "score": score,
        "scoreDetails": {
            "cvss": {
                "adjustments": [],
                "score": score,
                "scoreSource": "NVD",
                "scoringVector": vector,
                "version": "3.1",
            }
        },
        "severity": "HIGH",
        "status": "ACTIVE",
        "title": f"{name} - glibc",
        "type": "PACKAGE_VULNERABILITY",
        "updatedAt": moment(rng, times),
        "fixAvailable": "YES",
        "exploitAvailable": "NO",
    }


@cache
def scan_findings(findings: int, times: str = "float") -> bytes:
    rng = Random(SEED)
    return orjson.dumps(
        {
            "registryId": "012345678910",
            "repositoryName": "team/app",
            "imageId": {"imageDigest": digest(rng), "imageTag": "latest"},
            "imageScanStatus": {"status": "ACTIVE", "description": "Continuous scan is selected for image."},
            "imageScanFindings": {
                "imageScanCompletedAt": moment(rng, times),
                "vulnerabilitySourceUpdatedAt": moment(rng, times),
                "findingSeverityCounts": {"HIGH": findings},
                "enhancedFindings": [_finding(rng, times) for _ in range(findings)],
            },
        }
    )


def manifest(rng: Random, layers: int) -> str:
    descriptors = [
        {"mediaType": _LAYER, "digest": digest(rng), "size": rng.randrange(10**8)} for _ in range(layers)
    ]
    config = {"mediaType": _CONFIG, "digest": digest(rng), "size": 7023}
    made = {"schemaVersion": 2, "mediaType": _MEDIA, "config": config, "layers": descriptors}
    return orjson.dumps(made, option=orjson.OPT_INDENT_2).decode()


@cache
def batch_get_image(images: int, layers: int = 8) -> bytes:
    rng = Random(SEED)
    return orjson.dumps(
        {
            "images": [
                {
                    "registryId": "012345678910",
                    "repositoryName": "team/app",
                    "imageId": {"imageDigest": digest(rng), "imageTag": f"v{index}"},
                    "imageManifest": manifest(rng, layers),
                    "imageManifestMediaType": _MEDIA,
                }
                for index in range(images)
            ],
            "failures": [
                {
                    "imageId": {"imageTag": "gone"},
                    "failureCode": "ImageNotFound",
                    "failureReason": "not found",
                }
            ],
        }
    )


@cache
def error_reply() -> bytes:
    return orjson.dumps(
        {
            "__type": "com.amazonaws.ecr#LayersNotFoundException",
            "message": "The layers with digest 'sha256:00' were not found in the repository 'team/app'.",
        }
    )


# a user's own classes


@cache
def orders(count: int) -> bytes:
    rng = Random(SEED)
    made = [
        {
            "id": index,
            "customer": f"customer {rng.randrange(1000)}",
            "paid": rng.random() < 0.5,
            "total": rng.randrange(10**6) / 100,
            "lines": [
                {
                    "sku": rng.randbytes(4).hex(),
                    "amount": rng.randrange(1, 9),
                    "price": rng.randrange(10**4) / 100,
                }
                for _ in range(rng.randint(1, 5))
            ],
            "labels": {"channel": "web", "country": rng.choice(("de", "fr", "nl"))},
            "note": rng.choice((None, "leave it at the door")),
        }
        for index in range(count)
    ]
    return orjson.dumps(made)


@cache
def shapes(count: int) -> bytes:
    """Objects told apart by their tag."""
    rng = Random(SEED)
    makers = (
        lambda: {"kind": "circle", "radius": rng.random()},
        lambda: {"kind": "square", "side": rng.random(), "label": "a"},
        lambda: {"kind": "polygon", "corners": [[rng.random(), rng.random()] for _ in range(4)]},
    )
    return orjson.dumps([rng.choice(makers)() for _ in range(count)])


@cache
def actions(count: int) -> bytes:
    """Values told apart by their JSON kind."""
    rng = Random(SEED)
    return orjson.dumps([rng.choice(("ecr:*", ["ecr:Get*", "ecr:List*"], 3)) for _ in range(count)])


@cache
def references(count: int) -> bytes:
    """Objects told apart by trying."""
    rng = Random(SEED)
    return orjson.dumps(
        [{"imageTag": "latest"} if rng.random() < 0.5 else {"imageDigest": digest(rng)} for _ in range(count)]
    )


@cache
def tree(levels: int, width: int) -> bytes:
    def made(left: int) -> Tree:
        return {"value": left, "children": [made(left - 1) for _ in range(width)] if left else []}

    return orjson.dumps(made(levels))


# damage
