"""The commands that look at the catalogues: `operations`, `schema` and `errors`."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ecr_decode import documents, ecr, ecr_public, json_schema
from ecr_decode.aws import Operation
from ecr_decode.cli import main
from ecr_decode.cli.reading import DOCUMENTS
from tests.oracle.catalogues import operations_of

SERVICES = {"ecr": ecr, "ecr-public": ecr_public}
OPERATIONS: list[tuple[str, Operation[Any, Any, Any]]] = [
    (service, found) for service, catalogue in SERVICES.items() for found in operations_of(catalogue)
]
every_operation = pytest.mark.parametrize(
    ("service", "operation"), OPERATIONS, ids=lambda each: each if isinstance(each, str) else each.name
)


def printed(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command that succeeds prints."""
    assert main(arguments) == 0
    out, err = capfd.readouterr()
    assert err == ""
    return out


def complaint(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command that fails complains of."""
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    return err


@pytest.mark.parametrize(("service", "count"), [("ecr", 62), ("ecr-public", 23)])
def test_operations_are_listed_a_line_each(
    service: str, count: int, capfd: pytest.CaptureFixture[str]
) -> None:
    lines = printed(capfd, "operations", "--service", service).splitlines()
    names = [line.split()[0] for line in lines]
    assert len(names) == count
    assert names == sorted(operation.name for each, operation in OPERATIONS if each == service)


def test_a_line_says_what_is_to_be_known_of_an_operation(capfd: pytest.CaptureFixture[str]) -> None:
    lines = {line.split()[0]: line.split(maxsplit=1)[1] for line in printed(capfd, "operations").splitlines()}
    assert lines["PutRegistryPolicy"] == "3 errors"
    assert lines["ListImages"] == "3 errors, pages"
    assert lines["DescribeImageScanFindings"] == "6 errors, pages, waiter ImageScanComplete"


def test_operations_as_json(capfd: pytest.CaptureFixture[str]) -> None:
    listed = {each["name"]: each for each in json.loads(printed(capfd, "operations", "--json"))}
    assert listed["GetLifecyclePolicyPreview"] == {
        "name": "GetLifecyclePolicyPreview",
        "python": "get_lifecycle_policy_preview",
        "target": "AmazonEC2ContainerRegistry_V20150921.GetLifecyclePolicyPreview",
        "errors": sorted(ecr.get_lifecycle_policy_preview.errors),
        "pages": True,
        "waiters": ["LifecyclePolicyPreviewComplete"],
    }


@every_operation
def test_the_schemas_of_an_operation(
    service: str, operation: Operation[Any, Any, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    asked = {"--request": operation.request, "--response": operation.response}
    for part, codec in asked.items():
        schema = json.loads(printed(capfd, "schema", operation.name, part, "--service", service))
        Draft202012Validator.check_schema(schema)
        assert schema == json_schema(codec)
    assert json.loads(printed(capfd, "schema", operation.name, "--service", service)) == json_schema(
        operation.response
    )
    for code, codec in operation.errors.items():
        schema = json.loads(printed(capfd, "schema", operation.name, "--error", code, "--service", service))
        assert schema == json_schema(codec)


@every_operation
def test_the_errors_of_an_operation_are_listed_with_the_fallback_last(
    service: str, operation: Operation[Any, Any, Any], capfd: pytest.CaptureFixture[str]
) -> None:
    lines = printed(capfd, "errors", operation.name, "--service", service).splitlines()
    assert lines == [*sorted(operation.errors), "UnknownError"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_schema_of_a_document(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    schema = json.loads(printed(capfd, "schema", name))
    Draft202012Validator.check_schema(schema)
    assert schema == json_schema(getattr(documents, name.replace("-", "_")))


def test_the_service_is_the_one_that_has_the_operation(capfd: pytest.CaptureFixture[str]) -> None:
    stated = printed(capfd, "errors", "DescribeImageTags", "--service", "ecr-public")
    assert printed(capfd, "errors", "DescribeImageTags") == stated
    assert printed(capfd, "errors", "ecr-public:DescribeImageTags") == stated


def test_an_operation_may_be_named_as_in_python(capfd: pytest.CaptureFixture[str]) -> None:
    assert printed(capfd, "errors", "list_images") == printed(capfd, "errors", "ListImages")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["errors", "ListImage"], 'no operation "ListImage"; did you mean ListImages?\n'),
        (["schema", "Frobnicate"], 'no operation or document "Frobnicate"\n'),
        (["schema", "polcy"], 'no operation or document "polcy"; did you mean policy?\n'),
        (
            ["schema", "ListImages", "--service", "ecr-public"],
            'no operation or document "ListImages"; it is one of --service ecr\n',
        ),
        (
            ["decode", "describe_image_tags", "no-such-file", "--service", "ecr"],
            'no operation, document or file "describe_image_tags"; it is one of --service ecr-public\n',
        ),
        (["schema", "policy", "--request"], '--request is for operations, and "policy" is a document\n'),
        (["schema", "policy", "--error", "A"], '--error is for operations, and "policy" is a document\n'),
        (
            ["schema", "ListImages", "--error", "ServerExeption"],
            'ListImages lists no error "ServerExeption"; did you mean ServerException?\n',
        ),
        (["schema", "ListImages", "--error", "Throttled"], 'ListImages lists no error "Throttled"\n'),
    ],
)
def test_what_is_not_there(arguments: list[str], expected: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert complaint(capfd, *arguments) == expected


@pytest.mark.parametrize(
    "arguments",
    [["operations", "ListImages"], ["errors"], ["schema", "ListImages", "--request", "--error", "A"]],
)
def test_wrong_usage(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("usage: ecr-decode ")


def test_a_reply_of_the_public_registry_is_decoded(tmp_path: Any, capfd: pytest.CaptureFixture[str]) -> None:
    reply = tmp_path / "reply.json"
    reply.write_text('{"imageTagDetails":[{"imageTag":"v1"}]}')
    shown = printed(capfd, "decode", "DescribeImageTags", str(reply), "--service", "ecr-public")
    assert json.loads(shown) == {"imageTagDetails": [{"imageTag": "v1"}]}
