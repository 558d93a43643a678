"""One service: its operations beside botocore's serializers and parsers, over values by chance."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, cast
from urllib.parse import parse_qsl
from xml.etree import ElementTree

import botocore.parsers
import botocore.serialize
import botocore.session
from botocore.model import ServiceModel
from returns.result import Success

from ecr_decode import aws, outcome

from .forms import as_botocore, in_json, with_nulls
from .values import Values

AnyOperation = aws.Operation[Any, Any, Any]
_parsers, _serialize = cast(Any, botocore.parsers), cast(Any, botocore.serialize)


@dataclass
class Counts:
    """How many values were compared, by what was done with them, and where something differs."""

    compared: dict[str, int] = field(default_factory=dict[str, int])
    differences: list[str] = field(default_factory=list[str])

    def add(self, where: str, what: str, ours: object, theirs: object) -> None:
        """Count a comparison."""
        self.compared[what] = self.compared.get(what, 0) + 1
        if ours != theirs:
            self.differences.append(f"{where}: {what}: ours {ours!r}, botocore's {theirs!r}")


class Comparison:
    """The operations of one catalogue, and botocore's model of the service."""

    def __init__(self, module: ModuleType, service: str) -> None:
        self.service = service
        self.operations: list[AnyOperation] = [*cast(Any, module).operations.values()]
        session: Any = cast(Any, botocore.session).Session()
        tree = session.get_component("data_loader").load_service_model(service, "service-2")
        self.model: Any = cast(Any, ServiceModel)(tree, service)
        self.protocol = "json" if isinstance(self.operations[0].protocol, aws.AwsJson) else "query"
        self.parser: Any = _parsers.create_parser(self.protocol)
        self.serializer: Any = _serialize.create_serializer(self.protocol, include_validation=False)

    def counts(self, values: int) -> Counts:
        """Compare so many values of the request and of the response of each operation, and its errors."""
        counts = Counts()
        for operation in self.operations:
            model = self.model.operation_model(operation.name)
            where, made = f"{self.service}.{operation.name}", Values(f"{self.service}.{operation.name}")
            for _ in range(values):
                for what, ours, theirs in self._compared(operation, model, made):
                    counts.add(where, what, ours(), theirs())
            for error in model.error_shapes:
                self._error(operation, error, where, counts)
        return counts

    def _compared(self, operation: AnyOperation, model: Any, made: Values) -> Iterator[_Pair]:
        if model.input_shape is not None:
            yield from self._request(operation, model, made.request(model.input_shape))
        if model.output_shape is not None:
            members = made.reply(model.output_shape)
            if self.protocol == "json":
                yield from self._reply_in_json(operation, model.output_shape, members, made)
            else:
                yield from self._reply_in_xml(operation, model.output_shape, members)

    def _request(self, operation: AnyOperation, model: Any, members: Any) -> Iterator[_Pair]:
        request = outcome(operation.request.of_json(in_json(model.input_shape, members)))
        yield "request read", lambda: as_botocore(model.input_shape, request), lambda: members
        theirs = self.serializer.serialize_to_request(members, model)
        ours = outcome(operation.encode(request, token=lambda: "token"))
        if not isinstance(ours, aws.HttpRequest):
            yield "request written", lambda: str(ours), lambda: theirs["body"]
            return
        yield "request sent", lambda: (ours.method, ours.path), lambda: (theirs["method"], theirs["url_path"])
        yield "request headers", lambda: ours.headers, lambda: theirs["headers"]
        if self.protocol == "json":
            absent = {name: "token" for name in model.idempotent_members if name not in members}
            body = {**json.loads(theirs["body"]), **in_json(model.input_shape, absent)}
            yield "request written", lambda: json.loads(ours.body), lambda: body
        else:
            form = {name: str(value) for name, value in theirs["body"].items()}
            form |= {name: "token" for name in model.idempotent_members if name not in members}
            yield (
                "request written",
                lambda: dict(parse_qsl(ours.body.decode(), keep_blank_values=True)),
                lambda: form,
            )

    def _reply_in_json(
        self, operation: AnyOperation, shape: Any, members: Any, made: Values
    ) -> Iterator[_Pair]:
        tree = in_json(shape, members)
        body = json.dumps(tree).encode()
        yield from self._read(operation, shape, "reply read", body)
        nulls = json.dumps(with_nulls(shape, tree, made.random)).encode()
        yield from self._read(
            operation, shape, "reply with nulls read", nulls, alike=json.dumps(tree).encode()
        )
        yield from self._written(operation, shape, json.dumps(tree).encode())

    def _reply_in_xml(self, operation: AnyOperation, shape: Any, members: Any) -> Iterator[_Pair]:
        root = ElementTree.Element(f"{operation.name}Response")
        wrapper = shape.serialization.get("resultWrapper")
        inside = root if wrapper is None else ElementTree.SubElement(root, wrapper)
        held = ElementTree.Element("held")
        _serialize.RestXMLSerializer()._serialize(shape, members, held, "content")
        for content in held:
            inside.extend(list(content))
        body = ElementTree.tostring(root)
        yield from self._read(operation, shape, "reply read", body)
        yield from self._written(operation, shape, body)

    def _read(
        self, operation: AnyOperation, shape: Any, what: str, body: bytes, *, alike: bytes | None = None
    ) -> Iterator[_Pair]:
        """A reply of a service, read by us and by botocore, which may be given one that means the same."""
        ours = outcome(operation.decode(status=200, body=body))
        yield what, lambda: _shown(shape, ours), lambda: self._parsed(shape, body if alike is None else alike)

    def _written(self, operation: AnyOperation, shape: Any, body: bytes) -> Iterator[_Pair]:
        """A reply that we write, read by us and by botocore."""
        read = outcome(operation.decode(status=200, body=body))
        if isinstance(read, aws.Shape):
            written = operation.encode_response(read)
            reply = written.unwrap().body if isinstance(written, Success) else str(written.failure()).encode()
            yield "reply written", lambda: _shown(shape, read), lambda: self._parsed(shape, reply)

    def _parsed(self, shape: Any, body: bytes) -> Any:
        try:
            found = self.parser.parse({"status_code": 200, "headers": {}, "body": body}, shape)
        except Exception as error:  # which is what it says of the reply
            return f"{type(error).__name__}: {error} ({body!r})"
        return {name: held for name, held in found.items() if name != "ResponseMetadata"}

    def _error(self, operation: AnyOperation, error: Any, where: str, counts: Counts) -> None:
        if self.protocol == "json":
            code, body = error.name, json.dumps({"__type": error.name, "message": "m"})
        else:
            code = error.metadata.get("error", {}).get("code", error.name)
            body = f"<ErrorResponse><Error><Code>{code}</Code><Message>m</Message></Error></ErrorResponse>"
        found: Any = outcome(operation.decode(status=400, body=body.encode()))
        is_listed = isinstance(found, aws.ErrorShape)
        counts.add(
            where,
            "error read",
            (is_listed, getattr(found, "code", None), getattr(found, "message", None)),
            (True, code, "m"),
        )
        written = operation.encode_error(found).unwrap().body
        reply = self.parser.parse({"status_code": 400, "headers": {}, "body": written}, None)
        counts.add(where, "error written", (code, "m"), (reply["Error"]["Code"], reply["Error"]["Message"]))


_Pair = tuple[str, Callable[[], Any], Callable[[], Any]]


def _shown(shape: Any, ours: Any) -> Any:
    return as_botocore(shape, ours) if isinstance(ours, aws.Shape) else str(ours)
