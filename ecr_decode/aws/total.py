"""Methods that take what a caller holds: whatever ends them comes back as an error."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from returns.result import Failure, Result

from ..error.problem import NO_ROOM, Problem, Problems, ended

P = ParamSpec("P")
R = TypeVar("R", bound=Result[Any, Any])


def total(error: type[Problems]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Lets a method return what it raises, as an error of this kind: arguments may have methods that raise.

    >>> from ecr_decode import EncodeError
    >>> from ecr_decode.aws.total import total
    >>> @total(EncodeError)
    ... def quotient(dividend, divisor):
    ...     return Success(dividend // divisor)
    >>> from returns.result import Success
    >>> quotient(7, 2)
    <Success: 3>
    >>> print(quotient(7, 0).failure())
    $: the function of a codec raised ZeroDivisionError
    """

    def decorated(method: Callable[P, R]) -> Callable[P, R]:
        no_room = cast(R, Failure(error(NO_ROOM)))

        @wraps(method)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return method(*args, **kwargs)
            except MemoryError:
                raise
            except RecursionError:
                return no_room
            except Exception as ending:  # whatever it is, it is a value from here on
                return cast(R, Failure(error((Problem((), ended(ending)),))))

        return guarded

    return decorated
