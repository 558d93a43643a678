"""Policies that mean the same are equal, however they are spelled, and the shorter spelling is written."""

from __future__ import annotations

import json
import pickle
from typing import Any, TypeAlias

import pytest
from returns.result import Failure

from ecr_decode import documents, plain_only

Tree: TypeAlias = dict[str, Any]


def policy(**changes: Any) -> Tree:
    """A policy of one statement, some of whose members are changed; None takes one away."""
    statement: Tree = {
        "Sid": "pull",
        "Effect": "Allow",
        "Principal": {"AWS": ["arn:aws:iam::012345678910:root", "arn:aws:iam::012345678910:user/u"]},
        "Action": ["ecr:BatchGetImage", "ecr:ListImages"],
        "Condition": {"Bool": {"aws:SecureTransport": "true"}, "StringLike": {"k": ["a*", "b*"]}},
    }
    statement = {name: value for name, value in (statement | changes).items() if value is not None}
    return {"Version": "2012-10-17", "Statement": [statement]}


def read(tree: object) -> documents.Policy:
    """The policy in a tree, the same by the compiled and by the plain reader."""
    text = json.dumps(tree)
    with plain_only():
        found = documents.policy.decode_json(text).unwrap()
    for _ in range(3):
        assert documents.policy.decode_json(text).unwrap() == found
    return found


SAME: list[tuple[Tree, Tree]] = [
    (policy(Principal="*"), policy(Principal={"AWS": "*"})),
    (policy(Principal="*"), policy(Principal={"AWS": ["*"]})),
    (policy(Principal=None, NotPrincipal="*"), policy(Principal=None, NotPrincipal={"AWS": "*"})),
    (policy(Action="a"), policy(Action=["a"])),
    (policy(Action=["a", "b"]), policy(Action=["b", "a", "b"])),
    (policy(Action=None, NotAction="a"), policy(Action=None, NotAction=["a"])),
    (policy(Resource="*"), policy(Resource=["*"])),
    (policy(Principal={"AWS": "012345678910"}), policy(Principal={"AWS": "arn:aws:iam::012345678910:root"})),
    (policy(Principal={"Service": ["a", "b"]}), policy(Principal={"Service": ["b", "a"]})),
    (policy(Condition={"Bool": {"k": True}}), policy(Condition={"Bool": {"k": ["true"]}})),
    (policy(Condition={"N": {"k": 5}}), policy(Condition={"N": {"k": "5"}})),
    (policy(Condition={"N": {"k": [1, 2.50]}}), policy(Condition={"N": {"k": ["2.5", "1"]}})),
    (
        policy(Condition={"A": {"k": "1"}, "B": {"k": "2"}}),
        policy(Condition={"B": {"k": "2"}, "A": {"k": "1"}}),
    ),
    (policy(Condition={}), policy(Condition=None)),
    ({"Statement": policy()["Statement"]}, policy() | {"Version": "2008-10-17"}),
    ({"Statement": policy()["Statement"][0]}, {"Statement": policy()["Statement"]}),
]
OTHER: list[Tree] = [
    policy(),
    policy(Principal="*"),
    policy(Principal={"Service": "*"}),
    policy(Principal=None, NotPrincipal="*"),
    policy(Principal=None),
    policy(Sid="push"),
    policy(Effect="Deny"),
    policy(Action="ecr:ListImages"),
    policy(Action=None, NotAction=["ecr:BatchGetImage", "ecr:ListImages"]),
    policy(Resource="*"),
    policy(Condition=None),
    policy(Condition={"BoolIfExists": {"aws:SecureTransport": "true"}, "StringLike": {"k": ["a*", "b*"]}}),
    policy(Condition={"Bool": {"aws:SecureTransport": "false"}, "StringLike": {"k": ["a*", "b*"]}}),
    policy() | {"Id": "x"},
    policy() | {"Version": "2008-10-17"},
    {"Version": "2012-10-17", "Statement": policy()["Statement"] + policy(Effect="Deny")["Statement"]},
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_of_one_meaning_are_equal(one: Tree, other: Tree) -> None:
    assert read(one) == read(other)
    assert hash(read(one)) == hash(read(other))


def test_two_meanings_are_not_equal() -> None:
    assert len({read(tree) for tree in OTHER}) == len(OTHER)


def test_the_order_of_statements_does_not_count() -> None:
    first, second = policy()["Statement"][0], policy(Effect="Deny")["Statement"][0]
    assert read({"Statement": [first, second]}) == read({"Statement": [second, first]})
    assert read({"Statement": [first, second]}).statements[1].effect is documents.Effect.DENY


@pytest.mark.parametrize("tree", OTHER + [tree for pair in SAME for tree in pair])
def test_what_is_written_is_read_back_and_written_alike(tree: Tree) -> None:
    text = documents.policy.encode_json(read(tree)).unwrap()
    again = documents.policy.decode_json(text).unwrap()
    assert again == read(tree)
    assert documents.policy.encode_json(again).unwrap() == text


def test_the_shorter_form_is_written() -> None:
    long = policy(Principal={"AWS": ["*"]}, Action=["a"], Resource=["*"], Condition={"Bool": {"k": [True]}})
    written = documents.policy.to_json(read(long)).unwrap()
    assert written == {
        "Version": "2012-10-17",
        "Statement": {
            "Sid": "pull",
            "Effect": "Allow",
            "Principal": "*",
            "Action": "a",
            "Resource": "*",
            "Condition": {"Bool": {"k": "true"}},
        },
    }


def test_a_condition_that_would_be_lost_is_not_written() -> None:
    twice = tuple(documents.Condition(operator="Bool", key="k", values=(value,)) for value in ("a", "b"))
    statement = documents.Statement(effect=documents.Effect.DENY, actions=("*",), conditions=twice)
    assert str(documents.policy.encode_json(documents.Policy(statements=(statement,))).failure()) == (
        "$.Statement[0].Condition: expected each operator and key once; list the values in one condition"
    )


@pytest.mark.parametrize(
    "tree",
    [
        policy(Effect="allow"),
        policy(Action=None),
        policy(NotAction="a"),
        policy(NotPrincipal="*"),
        policy(Resource="a", NotResource="b"),
        policy(Conditions={}),
        policy(Principal="someone"),
        policy(Principal={"Aws": "*"}),
        policy() | {"Version": "2012"},
        {},
        [],
    ],
)
def test_what_the_grammar_does_not_allow_is_refused(tree: object) -> None:
    assert isinstance(documents.policy.decode_json(json.dumps(tree)), Failure)


def test_everybody_is_the_wildcard_of_accounts_only() -> None:
    assert documents.Principal(aws=("*", "012345678910")).is_everybody
    assert not documents.Principal(service=("*",)).is_everybody


def test_a_policy_is_pickled_and_its_codec_says_what_it_reads() -> None:
    assert pickle.loads(pickle.dumps(read(policy()))) == read(policy())
    assert pickle.loads(pickle.dumps(documents.policy)) == documents.policy
    assert repr(documents.policy).startswith("Policy {Version?: ")
