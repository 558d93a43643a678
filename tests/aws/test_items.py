"""Items are given one by one over all pages, and no page is asked for sooner than its items are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from returns.result import Failure, Result, Success

from ecr_decode import aws
from tests.aws.model import (
    FooError,
    GetThing,
    GetThingError,
    GetThingRequest,
    GetThingResponse,
    Level,
    Thing,
    get_thing,
)

Reply = Result[GetThingResponse, GetThingError]
FIRST = GetThingRequest(name="xy")


def page(token: str | None, *names: str, **counts: int) -> Reply:
    thing = Thing(names=names, counts={Level(name): count for name, count in counts.items()})
    return Success(GetThingResponse(thing=thing, token=token))


class Service:
    """Gives these pages, one after another."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = [*replies]
        self.asked = 0

    def __call__(self, operation: GetThing, request: GetThingRequest) -> Reply:
        self.asked += 1
        return self.replies[self.asked - 1]


def names_of(response: GetThingResponse) -> tuple[str, ...] | None:
    return None if response.thing is None else response.thing.names


def dividing(*items: tuple[str, ...]) -> GetThing:
    """The operation with pages that divide these members."""
    return aws.Operation(
        "GetThing",
        protocol=get_thing.protocol,
        request=GetThingRequest,
        response=GetThingResponse,
        errors=(FooError,),
        home=__name__,
        pages=aws.Pages(request="token", response="token", items=items),
    )


PAGES = (page("t1", "a", "b"), page("t2"), page("t3", "c"), Success(GetThingResponse()))


@pytest.mark.parametrize("limit", [None, 0, 1, 2, 3, 4, -1])
def test_items_are_those_of_all_pages_up_to_a_limit(limit: int | None) -> None:
    service = Service(*PAGES)
    found = [*aws.items(service, get_thing, FIRST, of=names_of, limit=limit)]
    assert found == [Success(name) for name in "abc"][: None if limit is None else max(limit, 0)]
    asked = {None: 4, 0: 0, 1: 1, 2: 1, 3: 3, 4: 4, -1: 0}
    assert service.asked == asked[limit]


def test_a_page_is_asked_for_when_its_items_are_wanted() -> None:
    service = Service(*PAGES)
    items = aws.items(service, get_thing, FIRST, of=names_of)
    assert service.asked == 0
    assert [next(items), next(items), service.asked] == [Success("a"), Success("b"), 1]


def test_a_failure_is_the_last_item() -> None:
    service = Service(page("t1", "a"), Failure(FooError()))
    assert [*aws.items(service, get_thing, FIRST, of=names_of)] == [Success("a"), Failure(FooError())]


def test_items_without_a_function_are_what_the_pages_divide() -> None:
    lists, maps = dividing(("thing", "names")), dividing(("thing", "names"), ("thing", "counts"))
    assert [*aws.items(Service(*PAGES), lists, FIRST)] == [Success(name) for name in "abc"]
    found = [*aws.items(Service(page(None, "a", HIGH=1, LOW=2)), maps, FIRST)]
    assert found == [Success("a"), Success(("HIGH", 1)), Success(("LOW", 2))]


@pytest.mark.parametrize("operation", [get_thing, dividing()])
def test_an_operation_whose_pages_divide_nothing_is_not_sent(operation: GetThing) -> None:
    service = Service(*PAGES)
    (found,) = aws.items(service, operation, FIRST)
    assert str(found.failure()) == "$: expected an operation whose pages have items, or `of=`, got GetThing"
    assert service.asked == 0


def raises(_: GetThingResponse) -> list[str]:
    raise ZeroDivisionError


def raises_later(_: GetThingResponse) -> Iterator[str]:
    yield "a"
    raise ZeroDivisionError


def gives_no_items(_: GetThingResponse) -> Any:
    return 5


@pytest.mark.parametrize(
    ("wrong", "raised"),
    [(raises, "ZeroDivisionError"), (raises_later, "ZeroDivisionError"), (gives_no_items, "TypeError")],
)
def test_a_function_that_raises_ends_the_items(
    wrong: Callable[[GetThingResponse], Iterable[str]], raised: str
) -> None:
    (found,) = aws.items(Service(*PAGES), get_thing, FIRST, of=wrong)
    assert str(found.failure()) == f"$: the function of a codec raised {raised}"
