"""A new attribute must not be forgotten: not by the tests, and not by an interpreter.

Nothing here names an attribute. The fields of all classes that descriptions are made of are found by looking
at the classes, so a new one is under test as soon as it is declared:

1. `test_every_attribute_is_met_in_every_way` fails until the registry has a codec for each part of its type
   in which the field is not its default. What holds for the codecs of the registry is then tried on it.
2. `test_interpreters_agree_on_every_change` takes the codecs that differ in structure, changes the one field
   at all its places to the values that its type allows, and holds the compiled paths against the plain
   interpreters. The texts that a change brings are tried as the name of each member of the documents.

So `aliases: tuple[str, ...] = ()` in `Member` which only the plain reader reads fails both: no codec has one,
and where the member `other` is another spelling of an optional one, the compiled reader does not see it.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from ecr_decode import Codec, describe, json_schema
from ecr_decode.describe.strategy import from_codec
from ecr_decode.node import kinds as n
from tests.fast.comparison import Compared
from tests.guard.attributes import Attribute, attributes, classes, met, ways, ways_of, words_of
from tests.guard.codecs import HANDLES
from tests.guard.variants import Place, variants
from tests.structure import STRUCTURES

ATTRIBUTES = attributes()


MET = met(handle.node for handle in HANDLES.values())


@pytest.mark.parametrize("attribute", ATTRIBUTES, ids=str)
def test_every_attribute_is_met_in_every_way(attribute: Attribute) -> None:
    missing = ways(attribute) - MET[attribute]
    assert not missing, (
        f"{attribute} is never {' or '.join(sorted(missing))}: add a codec in which it is to "
        "tests/registry.py, or to tests/guard/codecs.py if it only reads or only writes"
    )


def test_every_kind_is_looked_at() -> None:
    kinds = {cls for cls in vars(n).values() if isinstance(cls, type) and issubclass(cls, n.Kind)}
    assert kinds - {n.Kind, n.Scalar} <= {*classes()}
    assert {n.Member, n.Others, n.Case, n.Constraint, n.Predicate} <= {*classes()}


def changes(attribute: Attribute) -> Iterator[tuple[str, Place, n.Node]]:
    """Codecs with the attribute changed: each value once in each surrounding."""
    seen: Counter[tuple[object, ...]] = Counter()
    for name, entry in STRUCTURES.items():
        for place, node in variants(entry.codec.node, attribute):
            value = repr(ways_of(_held(node, place, attribute)))
            surrounding = (value, type(entry.codec.node), *(step for step, _ in place[-2:]))
            seen[surrounding] += 1
            if seen[surrounding] <= 2:
                yield name, place, node


def _held(part: Any, place: Place, attribute: Attribute) -> Any:
    for step, index in place:
        held = getattr(part, step)
        part = held if index is None else held[index]
    return getattr(part, attribute.name)


CHANGEABLE = [attribute for attribute in ATTRIBUTES if attribute.has_default]


@pytest.mark.parametrize("attribute", CHANGEABLE, ids=str)
def test_interpreters_agree_on_every_change(attribute: Attribute) -> None:
    changed = 0
    for name, place, node in changes(attribute):
        rng = Random(zlib.crc32(f"{attribute} {name} {place}".encode()))
        new = sorted(words_of(node) - words_of(STRUCTURES[name].codec.node))
        compared = Compared(Codec[Any](node), rng, Counter(), new)
        difference = next(compared.differences(documents=2), None)
        assert difference is None, f"{name}, {attribute} changed at {place}"
        changed += 1
    assert changed, f"no value to change {attribute} to: add one of its type to tests/guard/variants.py"


@pytest.mark.parametrize("attribute", CHANGEABLE, ids=str)
def test_every_change_is_described(attribute: Attribute) -> None:
    for _, _, node in changes(attribute):
        codec: Codec[Any] = Codec(node)
        assert repr(codec)
        assert describe(codec)
        assert json_schema(codec)
        from_codec(codec).validate()
