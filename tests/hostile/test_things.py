"""Whatever object a caller hands to a verb, the verb returns, and its error is tagged."""

from __future__ import annotations

from typing import Any, cast

import pytest
from msgspec import structs
from returns.result import Failure, Success

from ecr_decode import (
    Codec,
    Malformed,
    Raised,
    Record,
    TooDeep,
    WrongKind,
    array,
    dict_of,
    integer,
    json_value,
    plain_only,
)
from tests.hostile.things import ENDLESS, THINGS, LyingText, explode, released
from tests.hostile.verbs import (
    ALL,
    CHECKERS,
    READERS,
    TEXTS,
    TREES,
    WAYS,
    WRITERS,
    error_of,
    failed,
    settled,
    whys,
)
from tests.registry import CODECS, Layer, Tree
from tests.structure import STRUCTURES

TEXT = frozenset(("a lone surrogate", "bytes", "a text that raises"))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("thing", [name for name in THINGS if name not in TEXT])
def test_texts_are_read_from_bytes_and_text_only(thing: str, way: str) -> None:
    with WAYS[way]():
        for verb in TEXTS.values():
            (why,) = whys(verb(Layer.codec, THINGS[thing]))
            assert isinstance(
                why, Raised if thing in ("one without a class", "one without attributes") else WrongKind
            )


@pytest.mark.parametrize("verb", TEXTS)
def test_views_that_cannot_be_read(verb: str) -> None:
    (why,) = whys(TEXTS[verb](Layer.codec, released()))
    assert why == Malformed("a memory view that cannot be read")


@pytest.mark.parametrize(
    "view", [memoryview(b"3 7")[::2], memoryview(bytearray(b"37")), memoryview(b"37").cast("b")]
)
def test_views_of_any_shape_are_read(view: memoryview) -> None:
    assert integer.decode_json(view) == integer.of_string(view) == Success(37)
    with plain_only():
        assert integer.decode_json(view) == Success(37)


def test_a_text_that_lies_is_read_as_the_text_it_is() -> None:
    assert integer.decode_json(LyingText("37")) == integer.of_string(LyingText("37")) == Success(37)


@pytest.mark.parametrize("name", STRUCTURES)
@pytest.mark.parametrize("verb", TREES | WRITERS | CHECKERS)
def test_every_tree_and_every_value_is_settled(verb: str, name: str) -> None:
    codec = CODECS[name].codec
    settlements = [settled(ALL[verb](codec, thing), error_of(verb)) for thing in THINGS.values()]
    assert not all(settlements)


@pytest.mark.parametrize("name", STRUCTURES)
@pytest.mark.parametrize("verb", TREES)
def test_everything_within_a_tree_is_settled(verb: str, name: str) -> None:
    codec: Codec[Any] = CODECS[name].codec
    members = {member.wire for member in getattr(codec.node, "members", ())} | {"kind", "a", "item"}
    for thing in THINGS.values():
        for tree in ([thing], (thing,), {"a": thing}, dict.fromkeys(members, thing)):
            settled(TREES[verb](codec, tree), error_of(verb))


@pytest.mark.parametrize("endless", ENDLESS)
def test_what_never_ends_is_too_deep_for_what_takes_any_tree(endless: str) -> None:
    made = ENDLESS[endless]()
    for verb in TREES | WRITERS:
        if "xml" in verb and verb in TREES:
            assert not settled(ALL[verb](json_value, [made]), error_of(verb)), verb
        elif "xml" in verb or "query" in verb:
            assert not settled(ALL[verb](json_value, made), error_of(verb)), verb
        else:
            assert [type(why) for why in whys(ALL[verb](json_value, made))] == [TooDeep], verb


@pytest.mark.parametrize("endless", ENDLESS)
def test_what_never_ends_ends(endless: str) -> None:
    made = ENDLESS[endless]()
    for name in ("Tree", "lazy arrays", "lazy by_kind", "array of arrays", "Labelled", "Layer"):
        for verb in ALL:
            assert not settled(ALL[verb](CODECS[name].codec, made), error_of(verb)), (name, verb)


def cyclic_tree() -> Tree:
    """A frozen record that holds itself, through a list."""
    children: Any = []
    made = Tree(value=1, children=children)
    children.append(made)
    return made


def deep_tree(levels: int) -> Tree:
    made = Tree(value=0)
    for _ in range(levels - 1):
        made = Tree(value=0, children=(made,))
    return made


@pytest.mark.parametrize("verb", WRITERS | CHECKERS)
def test_records_that_never_end_are_too_deep(verb: str) -> None:
    for record in (cyclic_tree(), deep_tree(5000)):
        assert [type(why) for why in whys(ALL[verb](Tree.codec, record))] == [TooDeep]


@pytest.mark.parametrize("thing", THINGS)
def test_wrong_members_of_records_are_told_where_they_are(thing: str) -> None:
    wrong: Any = THINGS[thing]
    layer = Layer(digest=wrong, size=wrong, media=wrong)
    for verb in WRITERS | CHECKERS:
        read = ALL[verb](Layer.codec, layer)
        error = failed(read)
        assert {problem.path for problem in error.problems} <= {("digest",), ("size",), ("mediaType",), ()}
        assert "the text of an exception" not in str(error)


@pytest.mark.parametrize("name", STRUCTURES)
@pytest.mark.parametrize(
    "thing", ["None", "a large int", "NaN", "a lone surrogate", "an object", "one without a class"]
)
def test_records_of_wrong_members_are_settled(name: str, thing: str) -> None:
    codec = CODECS[name].codec
    maker = getattr(codec.node, "construct", None)
    if not (isinstance(maker, type) and issubclass(maker, Record)):
        return
    made = maker(**dict.fromkeys([each.name for each in structs.fields(cast(Any, maker))], THINGS[thing]))
    for verb in WRITERS | CHECKERS:
        settled(ALL[verb](codec, made), error_of(verb))


@pytest.mark.parametrize("style", [None, 5, "plain", object(), explode])
@pytest.mark.parametrize(
    "verb", ["decode_xml", "of_xml", "of_string", "encode_xml", "to_xml", "encode_query", "to_query"]
)
def test_a_style_that_is_none_is_a_failure(verb: str, style: Any) -> None:
    given: Any = (1,) if verb in WRITERS else {"a": "1"} if verb == "of_xml" else b"<a><b>1</b></a>"
    codec: Any = dict_of(integer) if verb == "of_xml" else array(integer)
    assert isinstance(getattr(codec, verb)(given, style=style), Failure)


@pytest.mark.parametrize(
    "root",
    ["", " ", "a b", "a:b", "1", "<a", "a\x00", "\ud800", "a>", "-", "a/", "é b", 5, b"a", [], {}, explode],
)
def test_a_root_that_xml_cannot_name_is_a_failure(root: Any) -> None:
    assert len(failed(integer.encode_xml(1, root=root)).problems) == 1


def test_every_verb_is_tried() -> None:
    public = {name for name in dir(Codec) if name.split("_")[0] in ("decode", "encode", "of", "to", "check")}
    assert public == {verb.partition(" ")[0] for verb in ALL}
    assert READERS.keys() | WRITERS.keys() | CHECKERS.keys() == ALL.keys()
