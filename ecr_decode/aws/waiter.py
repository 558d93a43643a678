"""Waiters: whether what was waited for has come, as a pure function of a reply."""

from __future__ import annotations

from typing import Any, Generic, Literal, TypeAlias, TypeVar

import msgspec
from returns.result import Result, Success

from .operation import Operation
from .shape import Shape, code_in

Req = TypeVar("Req", bound=Shape)
Resp = TypeVar("Resp", bound=Shape)

State: TypeAlias = Literal["success", "failure", "retry"]


class Accept(msgspec.Struct, frozen=True, kw_only=True):
    """One rule of a waiter: what a member must be, or which error must have come, for a state.

    >>> from ecr_decode import aws, ecr
    >>> complete = aws.Accept(state="success", path=("status",), expected="COMPLETE")
    >>> complete.accepts(Success(ecr.ImageScanStatus(status="COMPLETE")))
    True
    >>> complete.accepts(Success(ecr.ImageScanStatus(status="PENDING")))
    False
    """

    state: State
    path: tuple[str, ...] = ()
    """The member of the response, by the names of Python."""
    expected: str | int | bool | None = None
    error: str | None = None
    """The code of the error; with one, the rule is about failures."""

    def accepts(self, result: Result[Any, Any]) -> bool:
        """Whether a reply is what the rule is about."""
        if self.error is not None:
            return not isinstance(result, Success) and code_in(result.failure()) == self.error
        found: Any = result.unwrap() if isinstance(result, Success) else None
        for name in self.path:
            found = getattr(found, name, None)
        return isinstance(result, Success) and found == self.expected


class Waiter(msgspec.Struct, Generic[Req, Resp], frozen=True, kw_only=True):
    """What to wait for, and how long; calling it with a reply says `success`, `failure` or `retry`.

    >>> from ecr_decode import ecr
    >>> active = ecr.ImageScanStatus(status=ecr.ScanStatus.ACTIVE)
    >>> ecr.image_scan_complete(Success(ecr.DescribeImageScanFindingsResponse(image_scan_status=active)))
    'success'
    >>> ecr.image_scan_complete(Success(ecr.DescribeImageScanFindingsResponse()))
    'retry'
    """

    name: str
    operation: Operation[Req, Resp, Any]
    delay: int
    """Seconds between two requests."""
    attempts: int
    accepts: tuple[Accept, ...]

    def __call__(self, result: Result[Resp, Any]) -> State:
        """What a reply says of what is waited for."""
        for rule in self.accepts:
            if rule.accepts(result):
                return rule.state
        return "retry" if isinstance(result, Success) else "failure"
