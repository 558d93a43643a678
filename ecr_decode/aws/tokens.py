"""Idempotency tokens: texts by which a service knows a request that it has seen before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from ..combinator.record import replace

if TYPE_CHECKING:
    from .operation import Operation
    from .shape import Shape

Req = TypeVar("Req", bound="Shape")


def new_token() -> str:
    """A token that no other request has: a random UUID.

    >>> from ecr_decode import aws
    >>> len(aws.new_token()), aws.new_token() == aws.new_token()
    (36, False)
    """
    return str(uuid4())


def with_tokens(
    operation: Operation[Req, Any, Any], request: Req, *, token: Callable[[], str] = new_token
) -> Req:
    """The request with its idempotency tokens, made by `token` where they are absent.

    `Operation.encode` fills them in as well. Fill them in once for a request that you send several times:
    a service takes requests with one token for one.

    >>> from ecr_decode import aws, field, string
    >>> class StartRequest(aws.Shape):
    ...     token: str | None = field("clientToken", string, default=None)
    >>> start = aws.Operation(
    ...     "Start", protocol=aws.AwsJson(target="Jobs"), request=StartRequest, response=aws.Shape,
    ...     errors=(), home=__name__, tokens=("token",),
    ... )
    >>> aws.with_tokens(start, StartRequest(), token=lambda: "t1")
    StartRequest(token='t1')
    >>> start.encode(StartRequest(token="mine")).unwrap().body
    b'{"clientToken":"mine"}'
    """
    absent = [name for name in operation.tokens if getattr(request, name) is None]
    return replace(request, **{name: token() for name in absent}) if absent else request
