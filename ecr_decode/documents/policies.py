"""IAM policies, as in `policyText` of repositories and registries; two texts that mean the same are equal."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from returns.result import Failure, Result, Success

from ..codec import Codec
from ..combinator.container import array, dict_of, one_or_many
from ..combinator.field import field
from ..combinator.literal import enum_of, literal
from ..combinator.record import Record, record_node
from ..combinator.rename import pascal_case
from ..combinator.rule import refine
from ..combinator.scalar import boolean, decimal, string
from ..combinator.union.by_kind import by_kind
from ..combinator.union.case import case
from ..guard import is_tuple

texts: Codec[tuple[str, ...]] = one_or_many(string)

_ROOT = re.compile(r"arn:[a-z-]+:iam::([0-9]{12}):root")


class _Unordered(Record, forbid_unknown=True, rename=pascal_case):
    """Records whose lists are sets: the order and repetition of items do not count."""

    @property
    def _meaning(self) -> tuple[object, ...]:
        found = (getattr(self, member.name) for member in record_node(type(self)).members)
        return tuple(frozenset(each) if is_tuple(each) else each for each in found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self._meaning == other._meaning

    def __hash__(self) -> int:
        return hash(self._meaning)


class Principal(_Unordered):
    """Who a statement is about. `"*"` is `{"AWS": "*"}`; an account is the ARN of its root user.

    >>> from ecr_decode import documents
    >>> documents.Principal(aws=("*",)).is_everybody
    True
    >>> root = documents.Principal(aws=("arn:aws:iam::012345678910:root",))
    >>> root == documents.Principal(aws=("012345678910",))
    True
    """

    aws: tuple[str, ...] = field("AWS", texts, default=(), omit=True)
    service: tuple[str, ...] = field(texts, default=(), omit=True)
    federated: tuple[str, ...] = field(texts, default=(), omit=True)
    canonical_user: tuple[str, ...] = field(texts, default=(), omit=True)

    @property
    def is_everybody(self) -> bool:
        """Whether it is everybody, signed in or not."""
        return "*" in self.aws

    @property
    def _meaning(self) -> tuple[object, ...]:
        accounts = frozenset(_ROOT.sub(r"\1", each) for each in self.aws)
        return (accounts, *map(frozenset, (self.service, self.federated, self.canonical_user)))


EVERYBODY = Principal(aws=("*",))


def _shorter(principal: Principal) -> str | Principal:
    return "*" if principal == EVERYBODY else principal


def _longer(found: str | Principal) -> Principal:
    return EVERYBODY if isinstance(found, str) else found


_either = by_kind(case("everybody", literal("*")) | case("some", Principal))
who: Codec[Principal] = _either.map(_longer, _shorter)


class Condition(_Unordered):
    """A test of a statement: an operator, a key, and the values of which one must match, as texts.

    >>> from ecr_decode import documents
    >>> documents.Condition(operator="StringEquals", key="aws:SourceAccount", values=("012345678910",)).key
    'aws:SourceAccount'
    """

    operator: str = field(string)
    key: str = field(string)
    values: tuple[str, ...] = field(array(string))


def _text(scalar: str | bool | Decimal) -> str:
    return str(scalar).lower() if isinstance(scalar, bool) else str(scalar)


def _itself(text: str) -> str | bool | Decimal:
    return text


_scalar: Codec[str | bool | Decimal] = string | boolean | decimal
_by_operator = dict_of(dict_of(one_or_many(_scalar.map(_text, _itself))))
_Tests: TypeAlias = dict[str, dict[str, tuple[str, ...]]]


def _listed(found: _Tests) -> Result[tuple[Condition, ...], str]:
    return Success(
        tuple(
            Condition(operator=operator, key=key, values=values)
            for operator, keys in found.items()
            for key, values in keys.items()
        )
    )


def _nested(conditions: tuple[Condition, ...]) -> Result[_Tests, str]:
    found: _Tests = {}
    for each in conditions:
        found.setdefault(each.operator, {})[each.key] = each.values
    if sum(map(len, found.values())) < len(conditions):
        return Failure("expected each operator and key once; list the values in one condition")
    return Success(found)


tests: Codec[tuple[Condition, ...]] = _by_operator.try_map(_listed, _nested)


class Effect(StrEnum):
    """What a statement does."""

    ALLOW = "Allow"
    DENY = "Deny"


class Statement(_Unordered):
    """Who may do what, or must not.

    >>> from ecr_decode import documents
    >>> text = '{"Effect": "Allow", "Principal": "*", "Action": "ecr:ListImages"}'
    >>> statement = documents.Statement.decode_json(text).unwrap()
    >>> statement.actions, statement.principal.is_everybody
    (('ecr:ListImages',), True)
    >>> print(documents.Statement.decode_json('{"Effect": "Deny", "Actions": "*"}').failure())
    $.Actions: unknown member (did you mean "Action"?)
    """

    sid: str | None = field(string, default=None)
    effect: Effect = field(enum_of(Effect))
    principal: Principal | None = field(who, default=None)
    not_principal: Principal | None = field(who, default=None)
    actions: tuple[str, ...] = field("Action", texts, default=(), omit=True)
    not_actions: tuple[str, ...] = field("NotAction", texts, default=(), omit=True)
    resources: tuple[str, ...] = field("Resource", texts, default=(), omit=True)
    not_resources: tuple[str, ...] = field("NotResource", texts, default=(), omit=True)
    conditions: tuple[Condition, ...] = field("Condition", tests, default=(), omit=True)

    @refine("expected Action or NotAction, one of them")
    def acts(self) -> bool:
        """Whether it says what may be done."""
        return bool(self.actions) != bool(self.not_actions)

    @refine("expected Principal or NotPrincipal, not both")
    def has_one_principal(self) -> bool:
        """Whether it says who may do it in one way."""
        return self.principal is None or self.not_principal is None

    @refine("expected Resource or NotResource, not both")
    def has_one_resource(self) -> bool:
        """Whether it says with what in one way."""
        return not (self.resources and self.not_resources)


class Policy(_Unordered):
    """A policy: its statements, in any order.

    >>> from ecr_decode import documents
    >>> text = '{"Statement": {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": ["ecr:ListImages"]}}'
    >>> read = documents.policy.decode_json(text).unwrap()
    >>> documents.policy.encode_json(read).unwrap()
    b'{"Statement":{"Effect":"Allow","Principal":"*","Action":"ecr:ListImages"}}'
    """

    version: str = field(literal("2008-10-17", "2012-10-17"), default="2008-10-17", omit=True)
    id: str | None = field(string, default=None)
    statements: tuple[Statement, ...] = field("Statement", one_or_many(Statement.codec))


policy: Codec[Policy] = Policy.codec
"""An IAM policy."""
