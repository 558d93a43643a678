"""What is known about a node is what the reader and the writer do.

Each fact has a check, which looks for evidence against it: over the codecs of the registry, over codecs made
by chance, and over every node in them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from decimal import Decimal
from random import Random
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ecr_decode.fast.doubt import Doubt
from ecr_decode.fast.read_json.compiler import Compiler
from ecr_decode.guard import is_dict
from ecr_decode.node import kinds as n
from ecr_decode.node.facts import height
from ecr_decode.node.known import Constants, Facts
from ecr_decode.node.native import reachable
from ecr_decode.node.walk import children
from tests.fast.chance.codecs import any_decoder
from tests.guard.codecs import HANDLES
from tests.node.evidence import Evidence, kind_of

COUNTS: Counter[str] = Counter()
"""How much evidence each check looked at."""


def reads(about: Facts, evidence: Evidence) -> None:
    for tree in evidence.read:
        assert kind_of(tree) in about.reads
    COUNTS["reads"] += len({kind_of(tree) for tree in evidence.trees} - about.reads)


def writes(about: Facts, evidence: Evidence) -> None:
    for tree in evidence.written:
        assert kind_of(tree) in about.writes
        COUNTS["writes"] += 1


def needs(about: Facts, evidence: Evidence) -> None:
    for tree in filter(is_dict, evidence.read):
        assert about.needs <= {*tree}
        COUNTS["needs"] += len(about.needs)


def either(about: Facts, evidence: Evidence) -> None:
    for tree in filter(is_dict, evidence.read):
        assert all(each & tree.keys() for each in about.either)
        COUNTS["either"] += len(about.either)


def fixed(about: Facts, evidence: Evidence) -> None:
    for tree in filter(is_dict, evidence.read):
        for name in about.fixed.keys() & tree.keys():
            assert (type(tree[name]), tree[name]) in about.fixed[name]
            COUNTS["fixed"] += 1


def names(about: Facts, evidence: Evidence) -> None:
    for tree in filter(is_dict, evidence.written):
        assert about.names is None or {*tree} <= about.names
        COUNTS["names"] += about.names is not None


def xml_fixed(about: Facts, evidence: Evidence) -> None:
    for tree in filter(is_dict, evidence.xml_read):
        for place in about.xml_fixed.keys() & tree.keys():
            texts = _texts(about.xml_fixed[place])
            assert texts is None or _text(tree[place]) in texts
            COUNTS["xml_fixed"] += texts is not None


def _text(content: Any) -> Any:
    """The text of an element, which is empty where xmltodict has none."""
    return (content.get("#text") if is_dict(content) else content) or ""


def _texts(constants: Constants) -> list[Any] | None:
    """The texts of some constants; others than texts have several spellings."""
    return [text for _, text in constants] if all(kind is str for kind, _ in constants) else None


def xml_needs(about: Facts, evidence: Evidence) -> None:
    for tree in evidence.xml_read:
        assert about.xml_needs <= _places(tree)
        COUNTS["xml_needs"] += len(about.xml_needs)


def xml_either(about: Facts, evidence: Evidence) -> None:
    for tree in evidence.xml_read:
        assert all(each & _places(tree) for each in about.xml_either)
        COUNTS["xml_either"] += len(about.xml_either)


def xml_names(about: Facts, evidence: Evidence) -> None:
    for tree in evidence.xml_written:
        assert about.xml_names is None or _places(tree) - {"#text"} <= about.xml_names
        COUNTS["xml_names"] += about.xml_names is not None and is_dict(tree)


def _places(tree: Any) -> set[str]:
    """The places in an element by local names, but for declarations of namespaces and the mark of null."""
    names = (
        [name for name in tree if not name.startswith("@xmlns") and name != "@xsi:nil"]
        if is_dict(tree)
        else []
    )
    return {
        ("@" if name.startswith("@") else "") + name.removeprefix("@").rpartition(":")[2] for name in names
    }


def recursive(about: Facts, evidence: Evidence) -> None:
    nodes = reachable(evidence.node)
    holds_itself = any(id(each) in _below(each) for each in nodes.values())
    assert about.recursive or not holds_itself
    COUNTS["recursive"] += holds_itself


def _below(node: n.Node) -> set[int]:
    """The identities of what is in a node."""
    nodes = (node.unfold(),) if isinstance(node, n.Lazy) else children(node)
    return {key for each in nodes for key in reachable(each)}


def final(about: Facts, evidence: Evidence) -> None:
    """What msgspec refuses, on the way that alternatives are tried, the plain reader refuses."""
    if about.final and not about.recursive:
        accept = Compiler(evidence.node).accept(evidence.node)
        for tree in evidence.read:
            assert not _is_refused(accept, tree)
        COUNTS["final"] += len(evidence.refused)


def _is_refused(accept: Callable[[Any], Any], tree: Any) -> bool:
    """Whether msgspec refuses a tree; source that is in doubt says nothing."""
    with suppress(Doubt, LookupError, TypeError):
        with suppress(msgspec.ValidationError):
            accept(tree)
            return False
        return True
    return False


def free(about: Facts, evidence: Evidence) -> None:
    found = any(
        isinstance(each, n.AnyJson | n.ResultOf | n.Bind) for each in reachable(evidence.node).values()
    )
    assert about.free or not found
    COUNTS["free"] += found


def spaces(about: Facts, evidence: Evidence) -> None:
    for tree in filter(is_dict, evidence.xml_written):
        found = {ns for name, ns in tree.items() if name.startswith("@xmlns:") and name != "@xmlns:xsi"}
        assert about.spaces is None or found <= about.spaces or about.free
        COUNTS["spaces"] += len(found)


def calls(about: Facts, evidence: Evidence) -> None:
    assert about.calls or not evidence.called
    COUNTS["calls"] += bool(evidence.called)


def exact(about: Facts, evidence: Evidence) -> None:
    found = any(isinstance(value, Decimal) for value in evidence.values)
    assert about.exact or not found or isinstance(evidence.node, n.JsonText)
    COUNTS["exact"] += not about.exact


def secret(about: Facts, evidence: Evidence) -> None:
    nodes = reachable(evidence.node).values()
    found = any(member.secret for each in nodes if isinstance(each, n.Record) for member in each.members)
    assert about.secret or not found
    COUNTS["secret"] += found


def errors(about: Facts, evidence: Evidence) -> None:
    found = any(isinstance(each, n.ResultOf | n.Bind) for each in reachable(evidence.node).values())
    assert about.errors or not found
    COUNTS["errors"] += found


CHECKS: dict[str, Callable[[Facts, Evidence], None]] = {
    check.__name__: check
    for check in (
        reads, writes, needs, either, fixed, names, xml_fixed, xml_needs, xml_either, xml_names, recursive,
        final, free, spaces, calls, exact, secret, errors,
    )
}  # fmt: skip


def test_every_fact_is_checked() -> None:
    assert {*CHECKS} == {*Facts.__struct_fields__}


def check_all(node: n.Node, rng: Random) -> None:
    for each in reachable(node).values():
        evidence = Evidence(each, rng)
        for check in CHECKS.values():
            check(evidence.about, evidence)
        assert evidence.about.recursive or evidence.deepest <= height(each)


@pytest.mark.parametrize("name", HANDLES)
def test_facts_about_the_registry_are_true(name: str) -> None:
    check_all(HANDLES[name].node, Random(name))


@settings(max_examples=max(settings().max_examples // 2, 1))
@given(rng=st.randoms(use_true_random=False))
def test_facts_about_any_codec_are_true(rng: Random) -> None:
    check_all(any_decoder(rng).node, rng)


def test_the_checks_look_at_evidence() -> None:
    COUNTS.clear()
    for seed in range(15):
        check_all(any_decoder(Random(seed)).node, Random(seed))
    assert min(COUNTS[name] for name in CHECKS) > 5
