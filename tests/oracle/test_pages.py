"""Pages and waiters are botocore's, but for those that botocore lacks."""

from __future__ import annotations

import json
from functools import partial
from typing import Any, cast

import botocore.session
import pytest
from botocore.waiter import WaiterModel
from returns.result import Result

from ecr_decode import aws
from ecr_decode.aws.naming import snake
from tests.oracle.catalogues import CASES, CATALOGUES, AnyOperation, Case, plain

TOKENS = ("t1", "t2", None)
WITHOUT_PAGINATOR = {"ListImageReferrers", "ListPullTimeUpdateExclusions"}
PAGED = [case for case in CASES if "nextToken" in case.model.output_shape.members]
every_paged = pytest.mark.parametrize(
    "case", PAGED, ids=[f"{case.service}.{case.operation.name}" for case in PAGED]
)


def loaded(service: str, kind: str) -> Any:
    session: Any = cast(Any, botocore.session).Session()
    return session.get_component("data_loader").load_service_model(service, kind)


@pytest.mark.parametrize("service", CATALOGUES)
def test_the_operations_with_pages_are_those_with_paginators_and_two_more(service: str) -> None:
    theirs = set(loaded(service, "paginators-1")["pagination"])
    ours = {case.operation.name for case in CASES if case.service == service and case.operation.pages}
    assert ours - theirs == (WITHOUT_PAGINATOR if service == "ecr" else set())
    assert theirs - ours == set()


@every_paged
def test_the_items_and_the_limit_are_botocores(case: Case) -> None:
    model = loaded(case.service, "paginators-1")["pagination"].get(case.operation.name)
    pages = case.operation.pages
    assert pages is not None
    assert (pages.request, pages.response) == ("next_token", "next_token")
    if model is not None:
        assert pages.limit == snake(model["limit_key"])
        assert pages.items == items_of(model)


def items_of(paginator: dict[str, Any]) -> tuple[tuple[str, ...], ...]:
    """The members whose lists botocore joins."""
    keys = paginator["result_key"]
    listed: list[str] = [keys] if isinstance(keys, str) else keys
    return tuple(tuple(map(snake, key.split("."))) for key in listed)


def replying(asked: list[object], operation: AnyOperation, request: Any) -> Result[Any, Any]:
    """A service with three pages."""
    asked.append(request.next_token)
    following = dict(zip((None, *TOKENS), TOKENS, strict=False))[request.next_token]
    return operation.response.of_json({"nextToken": following})


@every_paged
def test_the_pages_of_every_operation_are_asked_for_with_the_token_of_the_one_before(case: Case) -> None:
    operation, asked = case.operation, list[object]()
    request = operation.request.of_json(least(case.model.input_shape)).unwrap()
    pages = [*aws.pages(partial(replying, asked), operation, request)]
    assert asked == [None, "t1", "t2"]
    assert [page.unwrap().next_token for page in pages] == [*TOKENS]
    second = aws.next_request(operation, request, pages[0].unwrap())
    assert plain(second) == {**plain(request), "nextToken": "t1"}


def least(shape: Any) -> Any:
    """The least that a shape of a request demands."""
    match shape.type_name:
        case "structure":
            return {name: least(shape.members[name]) for name in shape.required_members}
        case "list":
            return []
        case _:
            return "x"


# waiters

WAITERS = [
    (service, name)
    for service in ("ecr",)  # ECR Public has none
    for name in loaded(service, "waiters-2")["waiters"]
]
STATUSES = ["IN_PROGRESS", "COMPLETE", "FAILED", "PENDING", "A_STATUS_OF_TOMORROW"]
FURTHER = {
    "ImageScanComplete": {
        "ACTIVE": "success",
        **dict.fromkeys(("FINDINGS_UNAVAILABLE", "IMAGE_ARCHIVED", "IMAGE_SIZE_EXCEEDED"), "failure"),
        **dict.fromkeys(("LIMIT_EXCEEDED", "SCAN_ELIGIBILITY_EXPIRED", "UNSUPPORTED_IMAGE"), "failure"),
    },
    "LifecyclePolicyPreviewComplete": {"EXPIRED": "failure"},
}
"""The statuses through which botocore waits in vain."""


def ours(service: str, name: str, response: dict[str, Any]) -> str:
    waiter: aws.Waiter[Any, Any] = getattr(CATALOGUES[service], snake(name))
    return waiter(waiter.operation.decode(status=200, body=json.dumps(response)))


def theirs(service: str, name: str, response: dict[str, Any]) -> str:
    model: Any = cast(Any, WaiterModel)(loaded(service, "waiters-2")).get_waiter(name)
    states = [acceptor.state for acceptor in model.acceptors if acceptor.matcher_func(response)]
    return states[0] if states else "retry"


@pytest.mark.parametrize(("service", "name"), WAITERS)
def test_a_waiter_says_what_botocores_says(service: str, name: str) -> None:
    model: Any = cast(Any, WaiterModel)(loaded(service, "waiters-2")).get_waiter(name)
    waiter: aws.Waiter[Any, Any] = getattr(CATALOGUES[service], snake(name))
    assert (waiter.operation.name, waiter.delay, waiter.attempts) == (
        model.operation,
        model.delay,
        model.max_attempts,
    )
    for status in STATUSES:
        for response in ({"status": status}, {"imageScanStatus": {"status": status}}, {}):
            assert ours(service, name, response) == theirs(service, name, response)


@pytest.mark.parametrize("name", FURTHER)
def test_waiting_ends_on_more_statuses_than_botocores(name: str) -> None:
    for status, state in FURTHER[name].items():
        response = {"status": status, "imageScanStatus": {"status": status}}
        assert ours("ecr", name, response) == state
        assert theirs("ecr", name, response) == "retry"
