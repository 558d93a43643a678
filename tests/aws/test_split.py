"""A request with too many items becomes several that keep the model's bounds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from returns.result import Success

from ecr_decode import ConstraintError, array, aws, dict_of, ecr, field, string
from tests.aws.model import GetThingResponse


class PutRequest(aws.Shape):
    """A request with two lists and a map."""

    name: str | None = field("name", string.constrain(min_length=2), default=None)
    keys: tuple[str, ...] | None = field(
        "keys", array(string).constrain(min_items=1, max_items=3), default=None
    )
    tags: tuple[str, ...] | None = field(
        "tags", array(string).constrain(max_items=9).named("Tags").constrain(max_items=2), default=None
    )
    counts: dict[str, str] | None = field("counts", dict_of(string).constrain(max_items=2), default=None)
    free: tuple[str, ...] | None = field("free", array(string), default=None)


Put = aws.Operation[PutRequest, GetThingResponse, aws.UnknownError]
put: Put = aws.Operation(
    "Put",
    protocol=aws.AwsJson("Things_V1"),
    request=PutRequest,
    response=GetThingResponse,
    errors=(),
    home=__name__,
)


@given(st.integers(1, 20), st.sampled_from([None, "ab"]))
def test_the_parts_together_are_the_whole(count: int, name: str | None) -> None:
    keys = tuple(map(str, range(count)))
    parts = aws.split(put, PutRequest(name=name, keys=keys, free=("f",) * 99)).unwrap()
    assert tuple(key for part in parts for key in part.keys or ()) == keys
    assert [len(part.keys or ()) for part in parts] == [3] * (count // 3) + [count % 3] * (count % 3 > 0)
    assert {(part.name, part.free) for part in parts} == {(name, ("f",) * 99)}
    assert all(put.request.check(part) == Success(part) for part in parts)


def test_the_narrowest_bound_counts() -> None:
    parts = aws.split(put, PutRequest(tags=("a", "b", "c"))).unwrap()
    assert [part.tags for part in parts] == [("a", "b"), ("c",)]


def test_a_map_is_divided_too() -> None:
    parts = aws.split(put, PutRequest(counts={"a": "1", "b": "2", "c": "3"})).unwrap()
    assert [part.counts for part in parts] == [{"a": "1", "b": "2"}, {"c": "3"}]


@pytest.mark.parametrize("request_", [PutRequest(), PutRequest(keys=("a",)), PutRequest(free=("a",) * 99)])
def test_a_request_within_its_bounds_is_one_part(request_: PutRequest) -> None:
    assert aws.split(put, request_) == Success((request_,))


@pytest.mark.parametrize(
    ("request_", "error"),
    [
        (PutRequest(keys=()), "$.keys: expected 1 to 3 items"),
        (PutRequest(name="a", keys=("k",) * 4), "$.name: expected a length of at least 2 characters"),
        (
            PutRequest(keys=("k",) * 4, tags=("t",) * 3),
            "$.keys: expected 1 to 3 items\n$.tags: expected at most 2 items",
        ),
    ],
)
def test_what_no_part_could_keep_is_an_error(request_: PutRequest, error: str) -> None:
    assert str(aws.split(put, request_).failure()) == error


@pytest.mark.parametrize("wrong", [None, {"keys": ["a"] * 4}, GetThingResponse(), PutRequest])
def test_what_is_no_request_is_an_error(wrong: Any) -> None:
    assert isinstance(aws.split(put, wrong).failure(), ConstraintError)


def test_a_hundred_and_one_images_are_deleted_by_two_requests() -> None:
    ids = tuple(ecr.ImageIdentifier(image_digest=f"sha256:{number:064x}") for number in range(101))
    request = ecr.BatchDeleteImageRequest(repository_name="app", image_ids=ids)
    parts = aws.split(ecr.batch_delete_image, request).unwrap()
    assert [part.image_ids for part in parts] == [ids[:100], ids[100:]]
    assert str(ecr.BatchDeleteImageRequest.make(repository_name="app", image_ids=ids).failure()) == (
        "$.imageIds: expected 1 to 100 items"
    )
