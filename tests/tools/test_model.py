"""The catalogues hold what botocore's models hold: operations, errors, members, enumerations, constraints."""

from __future__ import annotations

from enum import Enum
from types import ModuleType
from typing import Any, cast, get_args

import pytest

from ecr_decode import Record, aws
from ecr_decode.aws.naming import snake
from ecr_decode.combinator.record import record_node
from tests.oracle.catalogues import CASES, CATALOGUES, Case, every_operation, model_of, operations_of
from tools.catalogue.services import COMMITTED

SERVICES = {service.name: service for service in COMMITTED}
every_service = pytest.mark.parametrize("service", CATALOGUES)

REQUIRED_IN_REPLIES = {
    "Attribute": {"key"},
    "DeleteReplication": {"enabled"},
    "EncryptionConfiguration": {"encryptionType"},
    "EncryptionConfigurationForRepositoryCreationTemplate": {"encryptionType"},
    "ImageReferrer": {"digest", "mediaType", "size"},
    "ImageTagMutabilityExclusionFilter": {"filterType", "filter"},
    "RegistryScanningRule": {"scanFrequency", "repositoryFilters"},
    "ReplicationBackfillProgress": {
        *("totalReplicationCount", "completedReplicationCount", "failedReplicationCount", "failureCodes"),
    },
    "ReplicationBackfillResult": {"repositoryName", "imageId", "status"},
    "ReplicationBackfillSummary": {"replicationBackfillId", "destination", "status", "startedAt"},
    "ReplicationConfiguration": {"rules"},
    "ReplicationDestination": {"region", "registryId"},
    "ReplicationRule": {"destinations"},
    "RepositoryFilter": {"filter", "filterType"},
    "ScanningRepositoryFilter": {"filter", "filterType"},
    "SigningConfiguration": {"rules"},
    "SigningRepositoryFilter": {"filter", "filterType"},
    "SigningRule": {"signingProfileArn"},
    "Tag": {"Key", "Value"},
}
"""What ECR's model requires in structures that replies hold."""


def records_of(module: ModuleType) -> dict[str, type[Record]]:
    """The structures of a service, by name; those that only errors have in common are not among them."""
    found = {name: getattr(module, name) for name in module.__all__ if name != "UnknownError"}
    return {name: held for name, held in found.items() if isinstance(held, type) and issubclass(held, Record)}


def required_in(record: type[Record]) -> set[str]:
    return {member.wire for member in record_node(record).members if member.required}


def below(shape: Any, seen: dict[str, Any]) -> dict[str, Any]:
    """Every shape that a shape reaches, by name."""
    if shape is not None and shape.name not in seen:
        seen[shape.name] = shape
        match shape.type_name:
            case "structure":
                inner = [*shape.members.values()]
            case "list":
                inner = [shape.member]
            case "map":
                inner = [shape.key, shape.value]
            case _:
                inner = []
        for each in inner:
            below(each, seen)
    return seen


def used(service: str) -> dict[str, Any]:
    """Every shape that an operation of a service uses."""
    found: dict[str, Any] = {}
    for case in CASES:
        if case.service == service:
            for root in (case.model.input_shape, case.model.output_shape, *case.model.error_shapes):
                below(root, found)
    return found


@pytest.mark.parametrize(("service", "operations", "errors"), [("ecr", 62, 50), ("ecr-public", 23, 24)])
def test_every_operation_and_error_of_the_model_is_there(service: str, operations: int, errors: int) -> None:
    module, model = CATALOGUES[service], model_of(service)
    assert sorted(each.name for each in operations_of(module)) == sorted(model.operation_names)
    listed = {name for name, record in records_of(module).items() if issubclass(record, aws.ErrorShape)}
    assert listed == {error.name for error in model.error_shapes}
    assert (len(model.operation_names), len(listed)) == (operations, errors)


@every_operation
def test_an_operation_has_the_shapes_of_the_model(case: Case) -> None:
    module, operation = CATALOGUES[case.service], case.operation
    assert getattr(module, snake(operation.name)) is operation
    assert operation.request == getattr(module, case.model.input_shape.name).codec
    assert operation.response == getattr(module, case.model.output_shape.name).codec
    assert operation.target == f"{case.model.metadata['targetPrefix']}.{operation.name}"


@every_operation
def test_an_operation_has_exactly_the_errors_of_the_model(case: Case) -> None:
    module = CATALOGUES[case.service]
    listed = {error.name for error in case.model.error_shapes}
    assert case.operation.errors == {name: getattr(module, name).codec for name in listed}
    union = getattr(module, f"{case.operation.name}Error")
    assert {each.__name__ for each in get_args(union)} == {*listed, "UnknownError"}


@every_service
def test_a_record_has_the_members_of_its_structure(service: str) -> None:
    structures = {name: shape for name, shape in used(service).items() if shape.type_name == "structure"}
    records = records_of(CATALOGUES[service])
    assert records.keys() == structures.keys()
    for name, record in records.items():
        members = record_node(record).members
        wires = [*structures[name].members]
        if issubclass(record, aws.ErrorShape):  # the message comes first
            wires.sort(key=lambda wire: wire != "message")
        assert [member.wire for member in members] == wires
        assert [member.name for member in members] == list(map(snake, wires))


@every_service
def test_no_response_and_no_error_requires_a_member(service: str) -> None:
    records = records_of(CATALOGUES[service])
    responses = {case.model.output_shape.name for case in CASES if case.service == service}
    errors = {name for name, record in records.items() if issubclass(record, aws.ErrorShape)}
    assert not {name: found for name in responses | errors if (found := required_in(records[name]))}


@every_service
def test_below_the_top_the_model_says_what_is_required(service: str) -> None:
    records, optional = records_of(CATALOGUES[service]), SERVICES[service].optional
    responses = {case.model.output_shape.name for case in CASES if case.service == service}
    for name, shape in used(service).items():
        if name in records and name not in responses and not issubclass(records[name], aws.ErrorShape):
            expected = {wire for wire in shape.required_members if f"{name}.{wire}" not in optional}
            assert (name, required_in(records[name])) == (name, expected)


def test_nineteen_structures_in_replies_of_ecr_require_members() -> None:
    inside: dict[str, Any] = {}
    for case in CASES:
        if case.service == "ecr":
            below(case.model.output_shape, inside)
    records = records_of(CATALOGUES["ecr"])
    found = {name: required_in(records[name]) for name in inside if name in records}
    assert {name: wires for name, wires in found.items() if wires} == REQUIRED_IN_REPLIES
    assert len(REQUIRED_IN_REPLIES) == 19


@every_service
def test_the_table_of_exceptions_names_members_that_the_model_requires(service: str) -> None:
    shapes = used(service)
    for exception in SERVICES[service].optional:
        name, _, wire = exception.partition(".")
        assert wire in shapes[name].required_members


@every_service
def test_an_enumeration_has_the_values_of_the_model(service: str) -> None:
    module = CATALOGUES[service]
    modelled = {name: shape.enum for name, shape in used(service).items() if getattr(shape, "enum", None)}
    held = {name: getattr(module, name) for name in modelled}
    assert {name: [each.value for each in cast(type[Enum], cls)] for name, cls in held.items()} == modelled
    for name, cls in held.items():
        assert getattr(module, snake(name)) == aws.open_enum(cls)
