"""Catalogues of other services, generated into a temporary package and imported."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import botocore.parsers
import botocore.serialize
from moto.core.serialize import JSONSerializer, QuerySerializer

from ecr_decode import aws
from tests.oracle.catalogues import model_of, operations_of
from tests.oracle.test_responses import moto_model
from tools.catalogue.__main__ import write
from tools.catalogue.services import Service

parsers: Any = botocore.parsers
serialize: Any = botocore.serialize


class Other(NamedTuple):
    """A service whose catalogue is not part of the project, as we and as botocore have it."""

    module: ModuleType
    service: str
    protocol: str

    @property
    def operations(self) -> list[aws.Operation[Any, Any, Any]]:
        return operations_of(self.module)

    def model(self, operation: aws.Operation[Any, Any, Any]) -> Any:
        return model_of(self.service).operation_model(operation.name)

    def parsed(self, operation: aws.Operation[Any, Any, Any], status: int, body: bytes) -> Any:
        """What botocore reads in a reply."""
        parser = parsers.create_parser(self.protocol)
        reply: dict[str, Any] = {"status_code": status, "headers": {}, "body": body}
        return parser.parse(reply, self.model(operation).output_shape)

    def serialized(self, operation: aws.Operation[Any, Any, Any], members: Any) -> Any:
        """The request that botocore writes."""
        serializer = serialize.create_serializer(self.protocol, include_validation=False)
        return serializer.serialize_to_request(members, self.model(operation))

    def rendered(self, operation: aws.Operation[Any, Any, Any], members: Any) -> Any:
        """The reply that moto writes."""
        serializer: Any = {"json": JSONSerializer, "query": QuerySerializer}[self.protocol]
        model = moto_model(self.service).operation_model(operation.name)
        return serializer(model).serialize(members)["body"]


def generated(service: str, folder: Path) -> Iterator[Other]:
    """The catalogue of a service, there as long as it is wanted."""
    package = f"generated_{service.replace('-', '_')}"
    write(Service(service, service), folder / package, package)
    before = sys.path
    sys.path = [str(folder), *before]
    module = import_module(package)
    operation = operations_of(module)[0]
    yield Other(module, service, "json" if isinstance(operation.protocol, aws.AwsJson) else "query")
    sys.path = before
    for name in [name for name in sys.modules if name.split(".")[0] == package]:
        del sys.modules[name]
