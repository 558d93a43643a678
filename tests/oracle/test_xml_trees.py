"""xmltodict's own trees, of documents without namespaces, are what `json_value` reads from XML."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

import xmltodict
from hypothesis import given
from hypothesis import strategies as st
from returns.result import Success

from ecr_decode import json_value

NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_.-]{0,8}", fullmatch=True)
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=12
)


@st.composite
def elements(draw: st.DrawFn, levels: int = 3) -> str:
    """An element as text: empty, with a text, or with children that may repeat, and with attributes."""
    name = draw(NAMES)
    attributes = draw(
        st.dictionaries(NAMES.filter(lambda name: not name.lower().startswith("xml")), TEXTS, max_size=3)
    )
    opening = name + "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    match draw(st.sampled_from(["empty", "text", "cdata", *["children"] * (levels > 0)])):
        case "empty":
            return f"<{opening}/>"
        case "text":
            return f"<{opening}>{escape(draw(TEXTS))}</{name}>"
        case "cdata":
            return f"<{opening}><![CDATA[{draw(TEXTS).replace(']]>', '')}]]></{name}>"
        case _:
            children = draw(st.lists(elements(levels - 1), min_size=1, max_size=4))
            repeated: list[str] = children + draw(st.lists(st.sampled_from(children), max_size=2))
            return f"<{opening}>{''.join(repeated)}</{name}>"


def tree_of(raw: str) -> Any:
    (content,) = xmltodict.parse(raw, strip_whitespace=False).values()
    return content


@given(raw=elements())
def test_the_tree_is_that_of_xmltodict(raw: str) -> None:
    expected = tree_of(raw)
    assert repr(json_value.decode_xml(raw)) == repr(Success(expected))
    assert repr(json_value.of_xml(expected)) == repr(Success(expected))


@given(raw=elements())
def test_what_is_written_has_the_same_tree(raw: str) -> None:
    tree: Any = json_value.decode_xml(raw).unwrap()
    written = json_value.encode_xml(tree, root="root")
    if isinstance(written, Success):
        assert repr(tree_of(written.unwrap().decode())) == repr(tree)
