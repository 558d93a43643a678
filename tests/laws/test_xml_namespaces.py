"""Documents with any namespaces: what is read can be written, and trees are read as their documents."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
import xmltodict
from hypothesis import given, settings
from hypothesis import strategies as st
from returns.result import Success

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    array,
    attribute,
    element,
    field,
    flattened,
    json_value,
    lazy,
    others,
    plain_only,
    string,
)

SPACES = ("urn:a", "urn:b", "urn:c")


class Nested(Record):
    """Members in namespaces and without, and what is left."""

    a: JsonValue = field("a", json_value, default=None)
    b: tuple[Nested, ...] = field("b", array(lazy(lambda: Nested.codec)), xml=flattened)
    c: JsonValue = field("cc", json_value, default=None, xml=element("c", ns="urn:a"))
    x: str | None = field("x", string, default=None, xml=attribute)
    y: str | None = field("yy", string, default=None, xml=attribute("x", ns="urn:b"))
    rest: dict[str, JsonValue] = others(json_value)


class Plain(Record, forbid_unknown=True):
    """Names without namespaces alone."""

    a: str | None = field("a", string, default=None)
    b: tuple[Plain, ...] = field("b", array(lazy(lambda: Plain.codec)), xml=flattened)
    x: str | None = field("x", string, default=None, xml=attribute)


CODECS: dict[str, Codec[Any]] = {"Nested": Nested.codec, "Plain": Plain.codec, "json_value": json_value}


def any_document(rng: Random, depth: int, known: dict[str, str], declared: str = "") -> str:
    """An element whose names are in namespaces that it or one around it declares."""
    known = dict(known)
    for prefix in ("", "p", "q"):
        if rng.random() < 0.3 and not (declared and not prefix):
            known[prefix] = rng.choice(SPACES if prefix else ("", *SPACES))
            declared += f' xmlns{":" if prefix else ""}{prefix}="{known[prefix]}"'
    prefix = "" if depth == DEPTH else rng.choice([*known])
    name = f"{prefix}:{rng.choice('abc')}".removeprefix(":")
    attributes: dict[tuple[str, str], str] = {}
    for _ in range(rng.randrange(3)):
        place, called = rng.choice([*known]), rng.choice("xy")
        attributes[known[place] if place else "", called] = f"{place}:{called}".removeprefix(":")
    given = "".join(f' {spelled}="1"' for spelled in attributes.values())
    children = [any_document(rng, depth - 1, known) for _ in range(rng.randrange(4) if depth else 0)]
    children.sort(key=lambda child: child[1 : child.find(">")].split()[0])  # a tree puts them together
    return f"<{name}{declared}{given}>{''.join(children) or rng.choice(('', 't'))}</{name}>"


DEPTH = 3


@pytest.mark.parametrize("name", CODECS)
@settings(max_examples=max(settings().max_examples // 5, 1))
@given(rng=st.randoms(use_true_random=False))
def test_what_is_read_is_written_and_read_again(name: str, rng: Random) -> None:
    codec = CODECS[name]
    for _ in range(10):
        raw = any_document(rng, DEPTH, {"": ""}, ' xmlns="urn:r"')
        found = codec.decode_xml(raw)
        with plain_only():
            assert repr(codec.decode_xml(raw)) == repr(found)
        (tree,) = xmltodict.parse(raw, strip_whitespace=False).values()
        assert repr(codec.of_xml(tree)) == repr(found)
        if not isinstance(found, Success):
            continue
        value = found.unwrap()
        for root in ("r", element("r", ns="urn:a"), element("r", ns="urn:r")):
            written = codec.encode_xml(value, root=root)
            assert not isinstance(written, Success) or codec.decode_xml(written.unwrap()) == found
        made = codec.to_xml(value)
        assert not isinstance(made, Success) or codec.of_xml(made.unwrap()) == found
