"""The two sides that are compared: our operations, and botocore's model of the same services."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import Enum
from functools import cache
from types import ModuleType
from typing import Any, NamedTuple, cast

import botocore.session
import pytest
from botocore.model import ServiceModel
from hypothesis import HealthCheck, settings

from ecr_decode import Codec, Record, aws, ecr, ecr_public
from ecr_decode.combinator.record import record_node
from ecr_decode.guard import is_array, is_dict, is_tuple
from tests.structure import distinct

AnyOperation = aws.Operation[Any, Any, Any]

CATALOGUES: dict[str, ModuleType] = {"ecr": ecr, "ecr-public": ecr_public}


class Case(NamedTuple):
    """An operation, and the service that has it."""

    service: str
    operation: AnyOperation

    @property
    def model(self) -> Any:
        """Botocore's model of the operation."""
        return model_of(self.service).operation_model(self.operation.name)


@cache
def model_of(service: str) -> Any:
    session: Any = cast(Any, botocore.session).Session()
    model = session.get_component("data_loader").load_service_model(service, "service-2")
    return cast(Any, ServiceModel)(model, service)


def operations_of(module: ModuleType) -> list[AnyOperation]:
    return [value for name in module.__all__ if isinstance(value := getattr(module, name), aws.Operation)]


CASES = [
    Case(service, operation) for service, module in CATALOGUES.items() for operation in operations_of(module)
]
_NAMED = {f"{case.service}.{case.operation.name}": case for case in CASES}

every_operation = pytest.mark.parametrize("case", CASES, ids=_NAMED)


def operations_that_differ(codec_of: Callable[[AnyOperation], Codec[Any]]) -> pytest.MarkDecorator:
    """Operations whose codecs, as given here, differ in structure; the others differ from them in names."""
    names = distinct({name: codec_of(case.operation) for name, case in _NAMED.items()})
    return pytest.mark.parametrize("case", [_NAMED[name] for name in names], ids=names)


def plain(value: Any) -> Any:
    """A record as botocore gives it: dicts by the wire names, lists, texts, absent members left out."""
    match value:
        case Record():
            members = record_node(type(value)).members
            held = {member.wire: getattr(value, member.name) for member in members}
            return {wire: plain(member) for wire, member in held.items() if member is not None}
        case _ if is_tuple(value):
            return [plain(item) for item in value]
        case _ if is_dict(value):
            return {plain(key): plain(item) for key, item in value.items()}
        case Enum():
            return value.value
        case _:
            return value


def without_metadata(parsed: dict[str, Any]) -> dict[str, Any]:
    return {name: member for name, member in parsed.items() if name != "ResponseMetadata"}


def milliseconds(value: Any) -> Any:
    """The same tree, its times cut to the milliseconds that Smithy asks of a service."""
    match value:
        case datetime():
            return value.replace(microsecond=value.microsecond // 1000 * 1000)
        case _ if is_dict(value):
            return {name: milliseconds(item) for name, item in value.items()}
        case _ if is_array(value):
            return [milliseconds(item) for item in value]
        case _:
            return value


few = settings(
    max_examples=max(5, settings().max_examples // 5),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
"""As many examples for each operation of both catalogues as time allows; their records are large."""
