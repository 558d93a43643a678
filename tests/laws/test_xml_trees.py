"""`of_xml` of xmltodict's tree gives what `decode_xml` gives, wherever that tree loses nothing."""

from __future__ import annotations

import random
import re
from itertools import groupby
from typing import Any
from xml.etree import ElementTree

import pytest
import xmltodict
from hypothesis import given, settings
from hypothesis import strategies as st
from returns.result import Success

from ecr_decode import Malformed, TooDeep, XmlStyle, plain
from ecr_decode.describe.strategy import from_codec
from tests.fast.xml_mutations import mutated
from tests.structure import STRUCTURES

STYLES = {"plain": plain, "entries": XmlStyle(item="member", entry="entry")}
DAMAGES = 12
FEW = max(settings().max_examples // 10, 1)
OTHER_INSTANCE = b'xmlns:xsi="urn:x"'
"""A tree does not tell which namespace a prefix means, so this one passes for that of schemas there."""


LATE = re.compile(rb"""\s(?!xmlns)[^\s=<>/]+\s*=\s*(?:"[^"]*"|'[^']*')\s+xmlns""").search
"""What finds a declaration behind another attribute, which a tree keeps there: the order never matters."""


def loses_nothing(raw: bytes) -> bool:
    """Whether children of one name stand together, and no text beside them; and no result is wrapped."""
    root = ElementTree.fromstring(raw, ElementTree.XMLParser(encoding="utf-8"))
    if (
        root.tag.endswith("Response")
        or OTHER_INSTANCE in raw
        or LATE(raw)
        or (b":" in _name(raw) and re.search(rb"\sxmlns\s*=", raw))
        or _namespaces(root) - {_namespace(root.tag)}
    ):
        return False
    for element in root.iter():
        names = [name for name, _ in groupby(child.tag for child in element)]
        texts = [element.text, *(child.tail for child in element)] if names else []
        if len(names) > len(set(names)) or any(each and each.strip() for each in texts):
            return False
    return True


def _namespaces(root: ElementTree.Element) -> set[str]:
    """The namespaces of the children of a root that has one itself; a tree has lost it."""
    return {_namespace(child.tag) for child in root} if _namespace(root.tag) else set()


def _namespace(tag: str) -> str:
    return tag.rpartition("}")[0]


def _name(raw: bytes) -> bytes:
    """The name of the root with its prefix; a tree has lost it."""
    found = re.search(rb"<[\w:]+", raw)
    return b"" if found is None else found[0]


def is_read(result: Any) -> bool:
    """Whether a document could be parsed; a tree that is too deep is refused elsewhere."""
    return isinstance(result, Success) or not isinstance(
        result.failure().problems[0].why, Malformed | TooDeep
    )


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", STRUCTURES)
@settings(max_examples=FEW)
@given(data=st.data())
def test_a_tree_is_read_as_its_document(name: str, style: str, data: st.DataObject) -> None:
    codec, spelled = STRUCTURES[name].codec, STYLES[style]
    value = data.draw(from_codec(codec))
    written = codec.encode_xml(value, root="r", style=spelled).value_or(b"<r><a>1</a></r>")
    rng = random.Random(data.draw(st.integers(0, 2**32)))
    for raw in (written, *(mutated(written, rng) for _ in range(DAMAGES))):
        result = codec.decode_xml(raw, style=spelled)
        if is_read(result) and loses_nothing(raw):
            (tree,) = xmltodict.parse(raw, encoding="utf-8", strip_whitespace=False).values()
            assert repr(codec.of_xml(tree, style=spelled)) == repr(result), raw
