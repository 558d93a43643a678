"""What botocore's parser makes of a reply that we read, for a fuzzer to compare."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from botocore.parsers import JSONParser
from returns.result import Result, Success

from ecr_decode import aws
from ecr_decode.guard import is_array, is_dict
from tests.oracle.catalogues import CASES, Case, milliseconds, plain, without_metadata


@cache
def cases() -> dict[int, Case]:
    """The operations by their identity, each with botocore's model of it."""
    return {id(case.operation): case for case in CASES}


def agrees(operation: aws.Operation[Any, Any, Any], raw: bytes, found: Result[Any, Any]) -> bool:
    """Whether botocore reads from a JSON reply what we read; it may read what we refuse."""
    case = cases().get(id(operation))
    if case is None or not isinstance(found, Success) or not raw.lstrip().startswith(b"{"):
        return True
    reply: dict[str, Any] = {"status_code": 200, "headers": {}, "body": raw}
    parsed = cast(Any, JSONParser)().parse(reply, case.model.output_shape)
    theirs = without_nulls(without_metadata(parsed))
    return bool(milliseconds(plain(found.unwrap())) == milliseconds(theirs))


def without_nulls(value: Any) -> Any:
    """The same tree without null, which means absence in the replies of AWS."""
    match value:
        case _ if is_dict(value):
            return {name: without_nulls(item) for name, item in value.items() if item is not None}
        case _ if is_array(value):
            return [without_nulls(item) for item in value if item is not None]
        case _:
            return value
