"""Operations are found by each of their names; what is not found has a near name in the same spelling."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import Any, TypeAlias

import pytest
from returns.result import Failure, Success

from ecr_decode import aws, ecr, ecr_public

AnyOperation: TypeAlias = aws.Operation[Any, Any, Any]
CATALOGUES: list[Any] = [ecr, ecr_public]


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda each: each.__name__)
def test_every_operation_has_each_of_its_names(catalogue: Any) -> None:
    held: dict[str, AnyOperation] = {
        name: value for name, value in vars_of(catalogue).items() if isinstance(value, aws.Operation)
    }
    assert set(catalogue.operations) == {operation.name for operation in held.values()}
    assert len(catalogue.operations) == len(held)
    for name, operation in held.items():
        assert catalogue.operations[operation.name] is operation
        for spelled in (operation.name, name, name.replace("_", "-"), operation.target):
            assert catalogue.operation(spelled) == Success(operation)


def vars_of(catalogue: Any) -> dict[str, Any]:
    """What a catalogue exports."""
    return {name: getattr(catalogue, name) for name in catalogue.__all__}


TARGET = "AmazonEC2ContainerRegistry_V20150921."


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("ListImage", "ListImages"),
        ("listimages", "ListImages"),
        ("list-image", "list-images"),
        ("list_image", "list_images"),
        (TARGET + "ListImage", TARGET + "ListImages"),
        ("SpencerFrontendService.ListImages", None),
        ("Frobnicate", None),
        ("", None),
        ("-", None),
        ("_", None),
        (".", None),
    ],
)
def test_what_is_not_found_has_a_near_name_in_the_same_spelling(name: str, near: str | None) -> None:
    assert ecr.operation(name) == Failure(aws.UnknownOperation(name, near))


def test_what_is_no_text_is_not_found() -> None:
    wrong: Any = 5
    assert ecr.operation(wrong) == Failure(aws.UnknownOperation(""))


def test_an_operation_of_the_query_protocol_has_no_target() -> None:
    found = aws.Operations("ecr_decode.ecr", aws.AwsQuery("2015-09-21"), {"ListImages": "list_images"})
    assert found.find("list-images") == Success(ecr.list_images)
    assert found.find("a.ListImages") == Failure(aws.UnknownOperation("a.ListImages"))
    assert "ListImage" not in found


def test_the_mapping_is_pickled_and_shown_as_what_it_is() -> None:
    assert repr(pickle.loads(pickle.dumps(ecr.operations))) == "<62 operations of ecr_decode.ecr>"


def test_a_name_loads_its_own_topic_only() -> None:
    script = (
        "from ecr_decode import ecr\n"
        "assert ecr.operation('list-tags-for-resource').unwrap().name == 'ListTagsForResource'\n"
        "import sys\nprint(*sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    modules = run.stdout.split()
    assert "ecr_decode.ecr.tag" in modules
    assert not {"ecr_decode.ecr.image", "ecr_decode.ecr.scan"} & set(modules)
