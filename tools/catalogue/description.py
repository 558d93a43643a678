"""Botocore's models as they lie in its files, read by the library's own combinators."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, TypeAlias, TypeVar, cast

import botocore
from botocore.exceptions import UnknownServiceError
from botocore.loaders import Loader
from returns.result import Result

from ecr_decode import (
    DecodeError,
    JsonValue,
    Record,
    array,
    boolean,
    dict_of,
    field,
    integer,
    json_value,
    literal,
    others,
    outcome,
    string,
)

EDITION = f"botocore {botocore.__version__}"

Kind: TypeAlias = Literal[
    "structure", "list", "map", "string", "boolean", "integer", "long", "float", "double", "timestamp", "blob"
]
A = TypeVar("A")


def _kind(name: str) -> Kind:
    """The kind that a model names; a character is a text."""
    return "string" if name == "character" else cast(Kind, name)


class ErrorTrait(Record):
    """What makes a structure an error: the code on the wire, where it is not the name of the shape."""

    code: str | None = field("code", string, default=None)


class Reference(Record):
    """Where a shape is named: as a member, an item, an input; with what is said of it there."""

    shape: str = field("shape", string)
    location_name: str | None = field("locationName", string, default=None)
    flattened: bool = field("flattened", boolean, default=False)
    timestamp_format: str | None = field("timestampFormat", string, default=None)
    sensitive: bool = field("sensitive", boolean, default=False)
    deprecated: bool = field("deprecated", boolean, default=False)
    attribute: bool = field("xmlAttribute", boolean, default=False)
    result_wrapper: str | None = field("resultWrapper", string, default=None)
    is_token: bool = field("idempotencyToken", boolean, default=False)
    traits: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Definition(Record):
    """What a shape is, wherever it is named."""

    kind: Kind = field(
        "type",
        literal(
            *("structure", "list", "map", "string", "boolean", "integer", "long", "float", "double"),
            *("timestamp", "blob", "character"),
        ).map(_kind, str),
    )
    members: dict[str, Reference] | None = field("members", dict_of(Reference.codec), default=None)
    member: Reference | None = field("member", Reference.codec, default=None)
    key: Reference | None = field("key", Reference.codec, default=None)
    value: Reference | None = field("value", Reference.codec, default=None)
    required: tuple[str, ...] = field("required", array(string), default=())
    values: tuple[str, ...] | None = field("enum", array(string), default=None)
    pattern: str | None = field("pattern", string, default=None)
    least: JsonValue = field("min", json_value, default=None)
    most: JsonValue = field("max", json_value, default=None)
    error: ErrorTrait | None = field("error", ErrorTrait.codec, default=None)
    sensitive: bool = field("sensitive", boolean, default=False)
    flattened: bool = field("flattened", boolean, default=False)
    timestamp_format: str | None = field("timestampFormat", string, default=None)
    document: bool = field("document", boolean, default=False)
    union: bool = field("union", boolean, default=False)
    streams: bool = field("eventstream", boolean, default=False)
    location_name: str | None = field("locationName", string, default=None)
    traits: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Request(Record):
    """How a request of an operation travels."""

    path: str = field("requestUri", string, default="/")


class OperationDescription(Record):
    """An operation: what goes in, what comes out, and what may go wrong."""

    http: Request = field("http", Request.codec)
    input: Reference | None = field("input", Reference.codec, default=None)
    output: Reference | None = field("output", Reference.codec, default=None)
    errors: tuple[Reference, ...] = field("errors", array(Reference.codec), default=())
    traits: dict[str, JsonValue] = others(json_value, default_factory=dict)


class Metadata(Record):
    """What holds for a whole service."""

    protocol: str = field("protocol", string)
    protocols: tuple[str, ...] = field("protocols", array(string), default=())
    api_version: str = field("apiVersion", string)
    target_prefix: str = field("targetPrefix", string, default="")
    json_version: str = field("jsonVersion", string, default="1.0")
    uid: str | None = field("uid", string, default=None)
    query_compatible: JsonValue = field("awsQueryCompatible", json_value, default=None)


class Description(Record):
    """The model of a service."""

    metadata: Metadata = field("metadata", Metadata.codec)
    operations: dict[str, OperationDescription] = field("operations", dict_of(OperationDescription.codec))
    shapes: dict[str, Definition] = field("shapes", dict_of(Definition.codec))


class Paginator(Record):
    """How an operation's pages follow one another; botocore writes one name, or a list of them."""

    asked: JsonValue = field("input_token", json_value)
    given: JsonValue = field("output_token", json_value)
    results: JsonValue = field("result_key", json_value, default=None)
    limit: str | None = field("limit_key", string, default=None)


class Acceptor(Record):
    """A rule of a waiter."""

    state: str = field("state", string)
    matcher: str = field("matcher", string)
    expected: JsonValue = field("expected", json_value)
    argument: str | None = field("argument", string, default=None)


class WaiterDescription(Record):
    """What to ask, how often, and which replies end the waiting."""

    operation: str = field("operation", string)
    delay: int = field("delay", integer)
    attempts: int = field("maxAttempts", integer)
    acceptors: tuple[Acceptor, ...] = field("acceptors", array(Acceptor.codec))


class _Paginators(Record):
    pagination: dict[str, Paginator] = field("pagination", dict_of(Paginator.codec))


class _Waiters(Record):
    waiters: dict[str, WaiterDescription] = field("waiters", dict_of(WaiterDescription.codec))


class _Loader(Protocol):
    """What is asked of botocore, which ships no types."""

    def load_service_model(self, service_name: str, type_name: str) -> object: ...


@dataclass(frozen=True)
class Source:
    """Where the model of a service is: in botocore by the service's name, or in a file and its neighbours."""

    service: str
    file: Path | None = None

    def description(self) -> Description:
        """The model itself."""
        return self._read(Description.of_json(self._loaded("service-2")))

    def paginators(self) -> Mapping[str, Paginator]:
        """The paginators, by the names of their operations."""
        found = self._loaded("paginators-1")
        return {} if found is None else self._read(_Paginators.of_json(found)).pagination

    def waiters(self) -> Mapping[str, WaiterDescription]:
        """The waiters, by their names."""
        found = self._loaded("waiters-2")
        return {} if found is None else self._read(_Waiters.of_json(found)).waiters

    def _loaded(self, kind: str) -> object:
        if self.file is not None:
            return self._in_file(self.file, kind)
        loader = cast(_Loader, Loader())
        try:
            return loader.load_service_model(self.service, kind)
        except UnknownServiceError:
            if kind == "service-2":
                raise SystemExit(f"{self.service}: botocore knows no such service") from None
            return None

    def _in_file(self, file: Path, kind: str) -> object:
        """The tree in the file of the model, or in the file of another kind beside it, if there is one."""
        path = file if kind == "service-2" else file.with_name(kind + "".join(file.suffixes))
        if path is not file and not path.exists():
            return None
        try:
            text = path.read_bytes()
            whole = gzip.decompress(text) if text.startswith(_GZIP) else text
        except OSError as error:
            raise SystemExit(f"{path}: cannot be read: {error.strerror or error}") from None
        return self._read(json_value.decode_json(whole))

    def _read(self, read: Result[A, DecodeError]) -> A:
        found = outcome(read)
        if isinstance(found, DecodeError):
            where = self.service if self.file is None else self.file
            raise SystemExit(f"{where}: its model is not what this generator knows\n{found}")
        return found


_GZIP = b"\x1f\x8b"
