"""Manifests of every form, ours and small."""

from __future__ import annotations

import json
from typing import Any

DIGEST = "sha256:" + "0" * 64

DOCKER = "application/vnd.docker.distribution.manifest.v2+json"
DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json"
SCHEMA_ONE = "application/vnd.docker.distribution.manifest.v1+json"
SIGNED = "application/vnd.docker.distribution.manifest.v1+prettyjws"
OCI = "application/vnd.oci.image.manifest.v1+json"
INDEX = "application/vnd.oci.image.index.v1+json"
ARTIFACT = "application/vnd.oci.artifact.manifest.v1+json"
ORAS = "application/vnd.cncf.oras.artifact.manifest.v1+json"


def descriptor(media_type: str = "application/vnd.oci.image.layer.v1.tar", **more: Any) -> dict[str, Any]:
    return {"mediaType": media_type, "digest": DIGEST, "size": 5, **more}


def history(**config: Any) -> dict[str, Any]:
    layer = {"id": "aa", "created": "2024-02-29T12:00:00.123456789Z", "config": config}
    return {"v1Compatibility": json.dumps(layer)}


PLATFORM = {"architecture": "arm64", "os": "linux", "os.version": "1", "variant": "v8", "features": ["a"]}
CHART = {
    "schemaVersion": 2,
    "config": descriptor("application/vnd.cncf.helm.config.v1+json"),
    "layers": [descriptor("application/vnd.cncf.helm.chart.content.v1.tar+gzip", annotations={"a": "b"})],
    "annotations": {"org.opencontainers.image.title": "tides"},
}
LIST = {"schemaVersion": 2, "manifests": [descriptor(OCI, platform=PLATFORM), descriptor(OCI, data="aGk=")]}
ONE = {
    "schemaVersion": 1,
    "name": "tides",
    "tag": "v1",
    "architecture": "amd64",
    "fsLayers": [{"blobSum": DIGEST}, {"blobSum": DIGEST}],
    "history": [history(Labels={"git.sha": "abc"}, Cmd=["run"]), history()],
    "signatures": [{"header": {"alg": "ES256"}, "signature": "c2ln", "protected": "e30"}],
}
ATTACHED = {"artifactType": "text/sbom", "blobs": [descriptor()], "subject": descriptor(OCI)}

MANIFESTS: dict[str, tuple[str, dict[str, Any]]] = {
    "schema version 1": ("SchemaOneManifest", ONE),
    "schema version 1 with a media type": ("SchemaOneManifest", {**ONE, "mediaType": SIGNED}),
    "Docker": ("DockerManifest", {"mediaType": DOCKER, **CHART}),
    "Docker list": ("DockerManifestList", {"mediaType": DOCKER_LIST, **LIST}),
    "OCI": ("OciManifest", {"mediaType": OCI, **CHART, "subject": descriptor(OCI)}),
    "OCI without a media type": ("OciManifest", CHART),
    "OCI index": ("OciIndex", {"mediaType": INDEX, **LIST, "artifactType": "text/index"}),
    "OCI index without a media type": ("OciIndex", LIST),
    "artifact": ("ArtifactManifest", {"mediaType": ARTIFACT, **ATTACHED}),
    "artifact of ORAS": ("ArtifactManifest", {"mediaType": ORAS, **ATTACHED}),
    "another": ("UnknownManifest", {"mediaType": "text/new", "schemaVersion": 3, "parts": [1, None]}),
}
