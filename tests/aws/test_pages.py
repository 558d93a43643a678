"""Pages are asked for one by one, and waiters say what a reply means."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from returns.result import Failure, Result, Success

from ecr_decode import DecodeError, Missing, Problem, aws
from tests.aws.model import (
    BusyException,
    FooError,
    GetThing,
    GetThingError,
    GetThingRequest,
    GetThingResponse,
    Gone,
    Level,
    Thing,
    ask_thing,
    get_thing,
)

Reply = Result[GetThingResponse, GetThingError]
FIRST = GetThingRequest(name="xy")


class Service:
    """Answers by the token of the request, and counts what it was asked."""

    def __init__(self, replies: dict[str | None, Reply]) -> None:
        self.replies = replies
        self.asked: list[str | None] = []

    def __call__(self, operation: GetThing, request: GetThingRequest) -> Reply:
        assert (operation, request.name) == (get_thing, "xy")
        assert len(self.asked) < len(self.replies), "asked for more than there is"
        self.asked.append(request.token)
        return self.replies[request.token]


def page(token: str | None) -> Reply:
    return Success(GetThingResponse(token=token))


@pytest.mark.parametrize(
    ("replies", "tokens"),
    [
        ({None: page(None)}, [None]),
        ({None: page("")}, [None]),
        ({None: page("a"), "a": page(None)}, [None, "a"]),
        ({None: page("a"), "a": page("b"), "b": page(None)}, [None, "a", "b"]),
        ({None: page("a"), "a": page("a")}, [None, "a"]),
        ({None: page("a"), "a": page("b"), "b": page("a")}, [None, "a", "b"]),
        ({None: Failure(FooError())}, [None]),
        ({None: page("a"), "a": Failure(BusyException())}, [None, "a"]),
    ],
)
def test_pages_are_asked_for_until_the_last(
    replies: dict[str | None, Reply], tokens: list[str | None]
) -> None:
    service = Service(replies)
    assert list(aws.pages(service, get_thing, FIRST)) == [replies[token] for token in tokens]
    assert service.asked == tokens


def test_the_token_that_was_begun_with_is_one_seen_before() -> None:
    service = Service({"a": page("a")})
    assert list(aws.pages(service, get_thing, GetThingRequest(name="xy", token="a"))) == [page("a")]


def test_a_page_is_asked_for_when_it_is_wanted() -> None:
    service = Service({None: page("a"), "a": page("b")})
    pages = aws.pages(service, get_thing, FIRST)
    assert service.asked == []
    assert next(pages) == page("a")
    assert service.asked == [None]


def test_the_next_request_differs_in_its_token_only() -> None:
    following = aws.next_request(get_thing, FIRST, GetThingResponse(token="t"))
    assert following == GetThingRequest(name="xy", token="t")
    assert aws.next_request(get_thing, FIRST, GetThingResponse()) is None
    assert aws.next_request(ask_thing, FIRST, GetThingResponse(token="t")) is None


def test_an_operation_without_pages_gives_one() -> None:
    reply = page("t")
    call: Callable[[Any, Any], Reply] = lambda operation, request: reply  # noqa: E731
    assert list(aws.pages(call, ask_thing, FIRST)) == [reply]


# waiters

thing_is_low: aws.Waiter[GetThingRequest, GetThingResponse] = aws.Waiter(
    name="ThingIsLow",
    operation=get_thing,
    delay=5,
    attempts=60,
    accepts=(
        aws.Accept(state="success", path=("thing", "level"), expected="LOW"),
        aws.Accept(state="failure", path=("thing", "level"), expected="GONE"),
        aws.Accept(state="success", error="Thing.Gone"),
        aws.Accept(state="retry", error="Unheard"),
    ),
)


def found(level: Level | str | None) -> Reply:
    return Success(GetThingResponse(thing=Thing(level=level)))


@pytest.mark.parametrize(
    ("reply", "state"),
    [
        (found(Level.LOW), "success"),
        (found("LOW"), "success"),
        (found(Level("GONE")), "failure"),
        (found(Level.HIGH), "retry"),
        (found(None), "retry"),
        (page(None), "retry"),
        (Failure(Gone()), "success"),
        (Failure(aws.UnknownError(code="Unheard")), "retry"),
        (Failure(aws.UnknownError(code="Thing.Gone")), "success"),
        (Failure(FooError()), "failure"),
        (Failure(DecodeError((Problem((), Missing()),))), "failure"),
    ],
)
def test_a_waiter_says_what_a_reply_means(reply: Reply, state: str) -> None:
    assert thing_is_low(reply) == state


def test_a_rule_about_a_member_is_none_about_failures() -> None:
    assert not aws.Accept(state="success", path=("level",), expected=None).accepts(Failure(FooError()))
    assert not aws.Accept(state="success", error="FooError").accepts(page(None))
