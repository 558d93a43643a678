"""Pages and waiters of the catalogues are those of botocore's models, and some that the models lack."""

from __future__ import annotations

from typing import Any, cast

import botocore.session
import pytest
from botocore.exceptions import UnknownServiceError
from botocore.waiter import WaiterModel
from returns.result import Failure, Success

from ecr_decode import aws, ecr, ecr_public
from ecr_decode.aws.naming import snake
from tests.oracle.catalogues import CATALOGUES, Case, every_operation, operations_of

LOADER: Any = cast(Any, botocore.session).Session().get_component("data_loader")
WITHOUT_PAGINATOR = {"ecr": {"ListImageReferrers", "ListPullTimeUpdateExclusions"}, "ecr-public": set[str]()}
"""Operations that give tokens, and that the model has no paginator for."""

every_service = pytest.mark.parametrize("service", CATALOGUES)


def paginators(service: str) -> dict[str, Any]:
    return dict(LOADER.load_service_model(service, "paginators-1")["pagination"])


@pytest.mark.parametrize(("service", "count"), [("ecr", 9), ("ecr-public", 4)])
def test_the_operations_with_pages_are_those_with_a_paginator_or_a_token(service: str, count: int) -> None:
    paged = {each.name for each in operations_of(CATALOGUES[service]) if each.pages is not None}
    assert paged == {*paginators(service), *WITHOUT_PAGINATOR[service]}
    assert len(paginators(service)) == count


@every_operation
def test_an_operation_has_pages_if_it_takes_a_token_and_gives_one(case: Case) -> None:
    has_both = all(
        "nextToken" in shape.members for shape in (case.model.input_shape, case.model.output_shape)
    )
    assert (case.operation.pages is not None) is has_both


def steps(path: str) -> tuple[str, ...]:
    return tuple(map(snake, path.split(".")))


@every_service
def test_pages_say_what_the_paginator_says(service: str) -> None:
    for name, listed in paginators(service).items():
        results = listed["result_key"]
        assert getattr(CATALOGUES[service], snake(name)).pages == aws.Pages(
            request=snake(listed["input_token"]),
            response=snake(listed["output_token"]),
            limit=snake(listed["limit_key"]),
            items=tuple(map(steps, [results] if isinstance(results, str) else results)),
        )


def test_pages_without_a_paginator_divide_the_only_list_of_a_response() -> None:
    said = {"request": "next_token", "response": "next_token", "limit": "max_results"}
    assert ecr.list_image_referrers.pages == aws.Pages(**said, items=(("referrers",),))
    exclusions = aws.Pages(**said, items=(("pull_time_update_exclusions",),))
    assert ecr.list_pull_time_update_exclusions.pages == exclusions


def test_pages_without_a_paginator_hand_the_token_on() -> None:
    asked = ecr.ListImageReferrersRequest(
        repository_name="app", subject_id=ecr.SubjectIdentifier(image_digest="d")
    )
    given = ecr.ListImageReferrersResponse(next_token="t")
    following = aws.next_request(ecr.list_image_referrers, asked, given)
    assert following is not None
    assert (following.next_token, following.subject_id) == ("t", asked.subject_id)
    assert aws.next_request(ecr.list_image_referrers, asked, ecr.ListImageReferrersResponse()) is None
    last = ecr.ListPullTimeUpdateExclusionsResponse(next_token="")
    request = ecr.ListPullTimeUpdateExclusionsRequest()
    assert aws.next_request(ecr.list_pull_time_update_exclusions, request, last) is None


@every_operation
def test_every_path_of_pages_leads_to_a_list_or_a_map(case: Case) -> None:
    pages = case.operation.pages
    for path in () if pages is None else pages.items:
        shape = case.model.output_shape
        for step in path:
            shape = {snake(wire): inner for wire, inner in shape.members.items()}[step]
        assert shape.type_name in {"list", "map"}


# waiters

PASSING = {"ImageScanComplete": {"PENDING", "IN_PROGRESS"}, "LifecyclePolicyPreviewComplete": {"IN_PROGRESS"}}
"""The statuses that pass by themselves; waiting changes no other one."""
COMPLETE = {"ImageScanComplete": {"COMPLETE", "ACTIVE"}, "LifecyclePolicyPreviewComplete": {"COMPLETE"}}
"""The statuses that are waited for."""
STATUSES: dict[str, type[aws.OpenEnum]] = {
    "ImageScanComplete": ecr.ScanStatus,
    "LifecyclePolicyPreviewComplete": ecr.LifecyclePolicyPreviewStatus,
}


def test_waiters_say_what_the_model_says_and_more() -> None:
    waiters = LOADER.load_service_model("ecr", "waiters-2")
    model: Any = cast(Any, WaiterModel)(waiters)
    assert sorted(model.waiter_names) == ["ImageScanComplete", "LifecyclePolicyPreviewComplete"]
    for name in model.waiter_names:
        ours, theirs = getattr(ecr, snake(name)), model.get_waiter(name)
        assert (ours.name, ours.operation.name) == (name, theirs.operation)
        assert (ours.delay, ours.attempts) == (theirs.delay, theirs.max_attempts)
        assert all(each.matcher == "path" for each in theirs.acceptors)
        listed = [
            aws.Accept(state=each.state, path=steps(each.argument), expected=each.expected)
            for each in theirs.acceptors
        ]
        assert [*ours.accepts][: len(listed)] == listed
        assert {each.path for each in ours.accepts} == {each.path for each in listed}


@pytest.mark.parametrize("name", PASSING)
def test_waiters_have_a_rule_for_every_status_but_those_that_pass(name: str) -> None:
    accepts = [(each.expected, each.state) for each in getattr(ecr, snake(name)).accepts]
    expected = {
        status.value: "success" if status in COMPLETE[name] else "failure"
        for status in STATUSES[name]
        if status not in PASSING[name]
    }
    assert dict(accepts) == expected
    assert len(accepts) == len(expected)


def test_ecr_public_has_no_waiters() -> None:
    with pytest.raises(UnknownServiceError):
        LOADER.load_service_model("ecr-public", "waiters-2")
    assert not [name for name in dir(ecr_public) if isinstance(getattr(ecr_public, name), aws.Waiter)]


@pytest.mark.parametrize(
    ("status", "state"),
    [
        *(("COMPLETE", "success"), ("FAILED", "failure"), ("ACTIVE", "success")),
        *(("FINDINGS_UNAVAILABLE", "failure"), ("IN_PROGRESS", "retry"), ("PENDING", "retry")),
        *(("UNSUPPORTED_IMAGE", "failure"), ("SCAN_ELIGIBILITY_EXPIRED", "failure")),
        *(("LIMIT_EXCEEDED", "failure"), ("IMAGE_ARCHIVED", "failure"), ("IMAGE_SIZE_EXCEEDED", "failure")),
        *(("TOMORROW", "retry"), (None, "retry")),
    ],
)
def test_a_scan_is_waited_for_until_it_is_complete_or_active(status: str | None, state: str) -> None:
    body = {"imageScanStatus": {"status": status}}
    assert (
        ecr.image_scan_complete(Success(ecr.DescribeImageScanFindingsResponse.of_json(body).unwrap()))
        == state
    )


@pytest.mark.parametrize(
    ("status", "state"),
    [
        *(("COMPLETE", "success"), ("FAILED", "failure"), ("EXPIRED", "failure")),
        *(("IN_PROGRESS", "retry"), ("TOMORROW", "retry")),
    ],
)
def test_a_preview_is_waited_for_until_it_is_complete(status: str, state: str) -> None:
    found = ecr.GetLifecyclePolicyPreviewResponse(status=status)
    assert ecr.lifecycle_policy_preview_complete(Success(found)) == state


def test_a_failure_that_no_rule_names_ends_the_waiting() -> None:
    for error in (ecr.ScanNotFoundException(), aws.UnknownError(code="ThrottlingException")):
        assert ecr.image_scan_complete(Failure(error)) == "failure"
