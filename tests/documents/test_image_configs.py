"""Configurations of images."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from returns.result import Success

from ecr_decode import documents, plain_only
from ecr_decode.describe.strategy import from_codec

FULL: dict[str, Any] = {
    "created": "2024-02-29T12:00:00.123456789Z",
    "architecture": "arm64",
    "os": "linux",
    "variant": "v8",
    "config": {
        "User": "root",
        "ExposedPorts": {"80/tcp": {}},
        "Env": ["PATH=/bin", "A=b=c"],
        "Entrypoint": ["/bin/tides"],
        "Cmd": ["--high"],
        "Volumes": {"/data": {}},
        "WorkingDir": "/",
        "Labels": {"git.sha": "abc"},
        "StopSignal": "SIGTERM",
        "ArgsEscaped": True,
    },
    "rootfs": {"type": "layers", "diff_ids": ["sha256:00"]},
    "history": [
        {"created": "2024-02-29T12:00:00Z", "created_by": "COPY . .", "comment": "by hand"},
        {"created_by": "CMD", "empty_layer": True},
    ],
    "docker_version": "20.10",
}
LEAST: dict[str, Any] = {"architecture": "a", "os": "b", "rootfs": {"type": "layers", "diff_ids": []}}


@pytest.mark.parametrize("document", [FULL, LEAST])
def test_a_configuration_is_written_back(document: dict[str, Any]) -> None:
    for _ in range(3):
        found = documents.image_config.decode_json(json.dumps(document)).unwrap()
        assert json.loads(documents.image_config.encode_json(found).unwrap()) == document
    with plain_only():
        assert documents.image_config.to_json(documents.image_config.of_json(document).unwrap()) == (
            Success(document)
        )


def test_what_a_container_is_started_with_has_names() -> None:
    config = documents.image_config.of_json(FULL).unwrap().config
    assert (config.labels, config.env) == ({"git.sha": "abc"}, ("PATH=/bin", "A=b=c"))
    assert (config.entrypoint, config.cmd) == (("/bin/tides",), ("--high",))
    assert [step.created_by for step in documents.image_config.of_json(FULL).unwrap().history] == (
        ["COPY . .", "CMD"]
    )


@pytest.mark.parametrize("config", [{}, None, {"Labels": None}, {"Labels": {}, "Env": None}])
def test_null_absent_and_empty_are_the_same(config: Any) -> None:
    found = documents.image_config.of_json({**LEAST, "config": config}).unwrap()
    assert found == documents.image_config.of_json(LEAST).unwrap()
    assert (found.config.labels, found.config.env, found.config.entrypoint) == ({}, (), ())


@pytest.mark.parametrize("name", LEAST)
def test_the_members_that_oci_requires_are_required(name: str) -> None:
    document = {key: value for key, value in LEAST.items() if key != name}
    assert str(documents.image_config.of_json(document).failure()) == f"$.{name}: missing"


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"rootfs": {"type": "other", "diff_ids": []}}, "$.rootfs.type: expected a text that matches layers"),
        ({"config": {"Volumes": {"/data": None}}}, "$.config.Volumes['/data']: expected an object"),
        ({"config": {"ExposedPorts": {"80/tcp": 1}}}, "$.config.ExposedPorts['80/tcp']: expected an object"),
    ],
)
def test_what_the_schema_of_oci_refuses_is_read_and_does_not_keep_the_rules(more: Any, problem: str) -> None:
    read = documents.image_config.of_json({**LEAST, **more}).unwrap()
    assert str(documents.image_config.check(read).failure()) == problem.replace("'", '"')


@given(from_codec(documents.image_config))
def test_any_configuration_is_read_as_it_is_written(config: documents.ImageConfig) -> None:
    text = documents.image_config.encode_json(config).unwrap()
    assert documents.image_config.decode_json(text) == Success(config)
