"""What a model says of the operations and shapes of a catalogue, and the catalogue does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ecr_decode.guard import is_dict

from .constraint import refusal
from .description import OperationDescription
from .model import Model
from .operations import lost_pages
from .shape import TIMES, Shape
from .waiters import lost_waiters


def unsaid(model: Model) -> list[str]:
    """What the model says and the catalogue does not, a sentence each."""
    return [
        *(f"{name} is left out: {reason}." for name, reason in model.left_out.items()),
        *_of_service(model),
        *(lost for name in model.operations for lost in _of_operation(model, name)),
        *(lost for shape in model.all.values() for lost in _of_shape(model, shape)),
        *lost_pages(model),
        *lost_waiters(model),
        *(f"{name} is filed under no topic; see tools/catalogue/services.py." for name in model.unfiled),
    ]


def _of_service(model: Model) -> Iterator[str]:
    if model.description.metadata.query_compatible is not None:
        yield "Its errors have their new codes; the old ones are `Exchange.query_code`."
    relaxed = [
        f"{shape.name}.{member}"
        for shape in model.all.values()
        if shape.name not in model.errors and shape.name not in model.responses
        for member in shape.definition.required
        if shape.name in model.in_replies and not model.is_required(shape, member)
    ]
    if relaxed and not model.service.keeps_required:
        yield f"{len(relaxed)} members that the model requires are optional: they are in replies, too."


def _of_operation(model: Model, name: str) -> Iterator[str]:
    described = model.description.operations[name]
    prefix = described.traits.get("endpoint")
    if is_dict(prefix):
        yield f"{name}: its host begins with {prefix.get('hostPrefix')}, which its requests do not say."
    if described.http.path != "/":
        yield f"{name}: its requests go to /, as botocore sends them, and not to {described.http.path}."
    for trait, loss in _LOST_OF_OPERATIONS.items():
        if trait in described.traits:
            yield f"{name}: {loss}."
    yield from _unknown(name, described.traits, {"endpoint", *_LOST_OF_OPERATIONS, *_SILENT})
    for reference in _references(described):
        yield from _unknown(name, reference, _SILENT)


_LOST_OF_OPERATIONS = {
    "endpointdiscovery": "its endpoint may have to be discovered, which its requests do not say",
    "requestcompression": "its requests may be compressed, and are not",
    "httpChecksum": "its requests may have a checksum, and have none",
    "httpChecksumRequired": "its requests need a checksum, and have none",
}


def _references(described: OperationDescription) -> Iterable[dict[str, object]]:
    for each in (described.input, described.output, *described.errors):
        if each is not None:
            yield {**each.traits}


def _of_shape(model: Model, shape: Shape) -> Iterator[str]:
    name, pattern = shape.name, model.service.patterns.get(shape.name, shape.definition.pattern)
    if pattern is not None and (reason := refusal(pattern)):
        yield f"{name}: its pattern {reason}, and is not checked."
    if shape.is_union and name not in model.unions:
        yield f"{name}: a union that is a whole request, reply or error is a record of optional members."
    yield from _unknown(name, shape.definition.traits, _SILENT)
    for where, inner in _named(shape):
        if inner.timestamp_format not in {None, *TIMES}:
            yield f"{where}: moments are written as the protocol does, not as {inner.timestamp_format}."
        if inner.is_token and not any(
            each.request is not None and each.request.name == name for each in model.operations.values()
        ):
            yield f"{where}: an idempotency token below the top of a request is not filled in."
        if inner.reference.traits.get("jsonvalue"):
            yield f"{where}: a text that holds JSON is read as a text."
        yield from _unknown(where, inner.reference.traits, {"jsonvalue", *_SILENT})


def _named(shape: Shape) -> Iterator[tuple[str, Shape]]:
    """The shapes right below one, by where they are."""
    if shape.is_document:
        return
    if shape.kind == "structure":
        yield from ((f"{shape.name}.{wire}", member) for wire, member in shape.members.items())
    else:
        yield from ((shape.name, each) for each in shape.below)


_SILENT = frozenset(
    (
        *("documentation", "documentationUrl", "deprecated", "deprecatedMessage", "deprecatedSince", "name"),
        *(
            "idempotent",
            "readonly",
            "retryable",
            "synthetic",
            "exception",
            "fault",
            "wrapper",
            "box",
            "event",
        ),
        # What an address or a signature is made of, of which a request says nothing.
        *("auth", "authtype", "unsignedPayload", "endpointoperation"),
        *("contextParam", "staticContextParams", "operationContextParams"),
        # The order of elements, in which nothing is sent, and namespaces, which replies may have or lack.
        *("xmlOrder", "xmlNamespace"),
    )
)
"""What a model says that means nothing for how a request is written and a reply read."""


def _unknown(where: str, traits: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    for trait in sorted({*traits} - {*known}):
        yield f"{where}: {trait}, which the model says, has no meaning in a catalogue."
