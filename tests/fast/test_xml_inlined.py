"""Members of unions and of open records among those of another in XML, compiled and plain."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from random import Random
from typing import Any, cast

import msgspec
import pytest
from returns.result import Success

from ecr_decode import (
    Codec,
    Record,
    attribute,
    aws,
    case,
    element,
    field,
    inline,
    integer,
    json_value,
    keyed_union,
    one_of,
    others,
    otherwise,
    plain,
    plain_only,
    string,
    tagged_union,
)
from ecr_decode.node.style import Element
from tests.fast.test_encode_equal_to_plain import in_xml


class Marked(Record):
    """An attribute, and a member that may be absent."""

    a: str = field("a", string, xml=attribute)
    b: int | None = field("b", integer, default=None)


class Open(Record):
    """What nobody names."""

    c: str | None = field("c", string, default=None)
    rest: dict[str, Any] = others(json_value)


class Texts(Record):
    """The same, of texts."""

    rest: dict[str, str] = others(string)


class Outer(Record):
    """An inlined record that has one itself."""

    d: str = field("d", string)
    marked: Marked | None = inline(Marked.codec, default=None)


class Kept(Record):
    """The same beside what nobody names."""

    d: str = field("d", string)
    texts: Texts = inline(Texts.codec)


class First(Record):
    f: int = field("f", integer)


class Second(Record):
    g: str = field("g", string, xml=attribute)
    h: str | None = field("h", string, default=None)


TOLD = tagged_union("t", case("1", First) | case("2", Second))
INLINED: list[Codec[Any]] = [
    Marked.codec,
    Marked.codec.named("marked").refine(lambda marked: marked.b != 2, "expected another"),
    Open.codec,
    Texts.codec,
    Outer.codec,
    Kept.codec,
    TOLD,
    tagged_union("t", case("1", First) | case("2", Second), xml=attribute("kind")),
    tagged_union("t", case("1", First) | otherwise(Open.codec)),
    keyed_union(case("k", string) | case("l", First)),
    keyed_union(case(element("k", ns="urn:x"), string) | case("l", integer)),
]
PARTS = (
    "<b>{}</b>", "<c>{}</c>", "<d>{}</d>", "<f>{}</f>", "<t>{}</t>", "<k>{}</k>", "<l>{}</l>", "<z>{}</z>",
    "<z><y>{}</y></z>", "<x:z>{}</x:z>", "<x:k>{}</x:k>", "{}", "<n>{}</n>", "<h>{}</h>", "<u>{}</u>",
    "<l><f>{}</f></l>",
)  # fmt: skip
ATTRIBUTES = (' a="{}"', ' g="{}"', ' t="{}"', ' kind="{}"', ' z="{}"', ' x:z="{}"', ' xsi:nil="true"')
SPACES = ' xmlns:x="urn:x" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
ROOTS: tuple[str | Element, ...] = ("r", element("r", ns="urn:x"))
WORDS = ("1", "2", "a", "1", "2", "a", "", " ")


def document(random: Random) -> str:
    """An element with any of the members."""
    bare = random.random() < 0.5
    parts = random.sample(PARTS, random.choice((1, 2, 3, 4, 5)))
    parts += ["<n>1</n>"] * random.choice((0, 1, 1)) + ["<d>1</d>"] * random.choice((0, 1))
    random.shuffle(parts)
    blank = random.choice(("", "\n "))
    held, text = (
        between.join(
            part.format(random.choice(WORDS[:3] * 2 + WORDS)) for part in some if not (bare and ":" in part)
        )
        for some, between in ((random.sample(ATTRIBUTES, random.choice((0, 1, 1, 2, 3))), ""), (parts, blank))
    )
    return f"<r{'' if bare else SPACES}{held}>{text}</r>"


def holders(inner: Codec[Any]) -> list[Codec[Any]]:
    """Records in which others stand, as far as such are allowed."""
    made, class_of_records = list[Codec[Any]](), cast(Any, type(Record))
    for default, forbids, keeps in product((False, True), (False, True), (None, string, json_value)):
        options: dict[str, Any] = {"default": None} if default else {}
        kept: dict[str, Any] = {} if keeps is None else {"rest": others(keeps)}
        members = {"n": field("n", integer), "inner": inline(inner, **options), **kept}
        try:
            body = {"__annotations__": dict.fromkeys(members, Any), "__module__": __name__, **members}
            made.append(class_of_records("Holder", (Record,), body, forbid_unknown=forbids).codec)
        except ValueError:  # two would take the rest
            pass
    return made


def with_others(value: Any, random: Random) -> Iterator[Any]:
    """The value, and the same with more that nobody names: some of it is named by others."""
    yield value
    name = random.choice(("n", "b", "@a", "t", "u", "f", "#text", "d", "c", "kind", "inner", "k"))
    if hasattr(value, "rest"):
        yield msgspec.structs.replace(value, rest={**value.rest, name: "1"})
    if hasattr(value.inner, "rest"):
        inner = msgspec.structs.replace(value.inner, rest={**value.inner.rest, name: "1"})
        yield msgspec.structs.replace(value, inner=inner)


@pytest.mark.parametrize("inner", INLINED, ids=repr)
def test_inlined_members_are_read_and_written_alike(inner: Codec[Any]) -> None:
    random, accepted = Random(repr(inner)), 0
    for codec in holders(inner):
        told: Any = (
            tagged_union("kind", case("1", codec), xml=element("t")) if "t" not in repr(inner) else codec
        )
        either: Codec[Any] = one_of(case("told", codec) | case("any", json_value, when=dict))
        for each, style in product((codec, told, either), (plain, aws.xml)):
            for _ in range(12):
                raw = document(random)
                quick = each.decode_xml(raw, style=style)
                with plain_only():
                    assert repr(quick) == repr(each.decode_xml(raw, style=style)), raw
                if isinstance(quick, Success) and isinstance(quick.unwrap(), Record):
                    accepted += 1
                    for value in with_others(quick.unwrap(), random):
                        in_xml(each, value, style, random.choice(ROOTS))
    assert accepted > 20


@pytest.mark.parametrize("inner", [Open.codec, Texts.codec], ids=repr)
def test_a_text_is_kept_where_others_take_all_elements(inner: Codec[Any]) -> None:
    for codec in holders(inner):
        either: Codec[Any] = one_of(case("told", codec) | case("any", json_value, when=dict))
        found = either.decode_xml("<r>x<n>1</n></r>")
        with plain_only():
            assert either.decode_xml("<r>x<n>1</n></r>") == found
        assert found.unwrap().inner.rest == {"#text": "x"}
