"""Every place has the constraint of the model; `make` and `check` demand it, and reading does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from returns.result import Success

from ecr_decode import Codec, ConstraintError, ecr, ecr_public, outcome
from ecr_decode.node import kinds as n
from tests.oracle.catalogues import CASES, CATALOGUES, Case, every_operation
from tools.catalogue.services import COMMITTED

PATTERNS = {service.name: service.patterns for service in COMMITTED}
BOUNDS = {
    **dict.fromkeys(("string", "blob"), ("min_length", "max_length")),
    **dict.fromkeys(("list", "map"), ("min_items", "max_items")),
    **dict.fromkeys(("integer", "long", "double"), ("minimum", "maximum")),
}


def modelled(service: str, shape: Any) -> n.Constraint | None:
    """The constraint that the model puts on a shape."""
    said = shape.metadata
    names = zip(BOUNDS.get(shape.type_name, ()), ("min", "max"), strict=False)
    found: dict[str, Any] = {name: said[key] for name, key in names if key in said}
    if "pattern" in said:
        found["pattern"] = PATTERNS[service].get(shape.name, said["pattern"])
    return n.Constraint(**found) if found else None


def taken_apart(node: n.Node) -> tuple[n.Constraint | n.Predicate | None, n.Node]:
    """The constraint on a node, which does not hold on reading, and what is under it."""
    match node:
        case n.Refine(item, rule, on_read):
            assert not on_read
            return rule, item
        case _:
            return None, node


def differences(service: str, node: n.Node, shape: Any, place: str) -> Iterator[str]:
    """The places where a node demands other than the model."""
    rule, under = taken_apart(node)
    if rule != modelled(service, shape):
        yield place
    match under:
        case n.Record(members=members):
            for member in members:
                inner = shape.members[member.wire]
                yield from differences(service, member.node, inner, f"{place}.{member.wire}")
        case n.Array(item):
            yield from differences(service, item, shape.member, f"{place}[]")
        case n.Dict(value, key):
            yield from differences(service, key, shape.key, f"{place}.key")
            yield from differences(service, value, shape.value, f"{place}.value")
        case _:
            assert not hasattr(shape, "members")


@every_operation
def test_every_place_has_the_constraint_of_the_model(case: Case) -> None:
    sides = [
        (case.operation.request, case.model.input_shape),
        (case.operation.response, case.model.output_shape),
        *((case.operation.errors[error.name], error) for error in case.model.error_shapes),
    ]
    for codec, shape in sides:
        assert not [*differences(case.service, codec.node, shape, shape.name)]


def constrained() -> Iterator[Any]:
    """The scalars of both catalogues that have a constraint."""
    for service, module in CATALOGUES.items():
        for name in module.__all__:
            held: Any = getattr(module, name)
            node = held.node if type(held) is Codec else n.JsonNull()
            rule, _ = taken_apart(node)
            if isinstance(rule, n.Constraint):
                yield pytest.param(getattr(module, name), rule, id=f"{service}.{name}")


def outside(rule: n.Constraint, kind: n.Node) -> Iterator[Any]:
    """Values that break a constraint, on each side of it."""
    unit: Any = b"a" if isinstance(kind, n.Blob) else "a"
    if rule.min_length:
        yield unit * (rule.min_length - 1)
    if rule.max_length is not None:
        yield unit * (rule.max_length + 1)
    if rule.pattern is not None:
        yield "\n" * max(rule.min_length or 0, 1)
    if rule.minimum is not None:
        yield int(rule.minimum) - 1
    if rule.maximum is not None:
        yield int(rule.maximum) + 1


@pytest.mark.parametrize(("codec", "rule"), [*constrained()])
def test_check_refuses_what_breaks_a_constraint_and_reading_takes_it(
    codec: Codec[Any], rule: n.Constraint
) -> None:
    values = [*outside(rule, taken_apart(codec.node)[1])]
    assert values
    for value in values:
        assert isinstance(outcome(codec.check(value)), ConstraintError)
        assert codec.decode_json(codec.encode_json(value).unwrap()) == Success(value)


def test_every_kind_of_constraint_was_seen() -> None:
    rules = [rule for case in CASES for rule in rules_in(case.operation.request.node)]
    for name in n.Constraint.__struct_fields__:
        assert any(getattr(rule, name) is not None for rule in rules)


def rules_in(node: n.Node) -> Iterator[n.Constraint | n.Predicate]:
    rule, under = taken_apart(node)
    if rule is not None:
        yield rule
    match under:
        case n.Record(members=members):
            for member in members:
                yield from rules_in(member.node)
        case n.Array(item):
            yield from rules_in(item)
        case _:
            pass


def test_a_list_may_be_empty_or_long_in_a_reply_and_not_where_it_is_made() -> None:
    tags = [{"imageTag": str(number)} for number in range(101)]
    for images in ([], tags):
        read = ecr.ListImagesResponse.of_json({"imageIds": images}).unwrap()
        assert read.image_ids is not None
        assert len(read.image_ids) == len(images)
        assert isinstance(outcome(ecr.ListImagesResponse.make(image_ids=read.image_ids)), ConstraintError)
        assert isinstance(outcome(ecr.ListImagesResponse.codec.check(read)), ConstraintError)


def test_replies_with_scrubbed_accounts_and_capital_letters_are_read() -> None:
    text = '{"repositories": [{"registryId": "12345678901", "repositoryName": "MyRepository"}]}'
    found = ecr.DescribeRepositoriesResponse.decode_json(text).unwrap().repositories
    assert found is not None
    (repository,) = found
    assert (repository.registry_id, repository.repository_name) == ("12345678901", "MyRepository")
    assert not isinstance(outcome(ecr.Repository.codec.check(repository)), ecr.Repository)


def test_make_names_every_member_that_breaks_its_constraint() -> None:
    made = outcome(
        ecr_public.CreateRepositoryRequest.make(repository_name="A", tags=(ecr_public.Tag(key=""),))
    )
    assert isinstance(made, ConstraintError)
    assert [problem.path for problem in made.problems] == [("repositoryName",), ("tags", 0, "Key")]
