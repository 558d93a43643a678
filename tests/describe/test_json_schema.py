"""The schema of a codec takes what the codec reads and keeps, and where it can say so nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from returns.result import Success

from ecr_decode import (
    Codec,
    JsonValue,
    Record,
    array,
    at,
    aws,
    big_integer,
    by_kind,
    case,
    decimal,
    dict_of,
    ecr,
    ecr_public,
    fail,
    field,
    integer,
    iso_date,
    iso_datetime,
    iso_time,
    json_schema,
    json_text,
    json_value,
    lazy,
    literal,
    nullable,
    number,
    one_of,
    one_or_many,
    others,
    otherwise,
    record,
    string,
    tagged_union,
    uuid_text,
)
from ecr_decode.describe import describe
from ecr_decode.describe.pattern import json_pattern
from ecr_decode.describe.strategy import from_codec
from ecr_decode.guard import is_array
from ecr_decode.node import kinds as n
from tests.registry import CODECS, Layer, Polygon, Reply, Sealed, Tree, Unit
from tests.structure import STRUCTURES, distinct
from tools.pages.sample import sample

SHAPES: dict[str, Codec[Any]] = {
    f"{service.__name__.rpartition('.')[2]}.{name}": found.codec
    for service in (ecr, ecr_public)
    for name in service.__all__
    for found in (getattr(service, name),)
    if isinstance(found, type) and issubclass(found, aws.Shape)
}
CODEC_OF = {name: entry.codec for name, entry in CODECS.items()} | SHAPES
WHOLE = distinct({name: codec for name, codec in SHAPES.items() if name.endswith(("Request", "Response"))})


@cache
def schema_of(name: str) -> dict[str, JsonValue]:
    return json_schema(CODEC_OF[name])


@cache
def validator_of(name: str) -> Any:
    return Draft202012Validator(schema_of(name))


@cache
def values_of(name: str) -> st.SearchStrategy[Any]:
    return from_codec(CODEC_OF[name])


LOOSER = {
    "array without nulls at a place",  # rules
    "keyed_union for items",
    "aws.unknown_variant",  # a function
    "dict_of integer keys",  # patterns that know numbers
    "dict_of number keys",
    "dict_of timestamp keys",
    "aws.integer",  # text that spells a number which is not whole
    "aws.long",
    "aws.timestamp",  # text that spells no date
    "aws.date_time",
    "aws.http_date",
    "aws.epoch_seconds",
    "iso_date",  # formats, which are notes
    "iso_datetime",
    "iso_time",
    "uuid_text",
    "dict_of days",
    "record of times",
    "by_kind of AWS",
    "one_of texts",
    "json_text",  # what the text holds
    "json_text of a decimal",
    "json_text record",
    "json_text twice",
    "keep_text",
    "keep_text secret",
    "result_of",  # what is wrong there: it is read, and is not kept
    "result_of record",
    "result_of tried",
    "constrain within",
    "constrain blob",  # the last of the bytes in base64
    "map",  # functions
    "map of a constrained",
    "dict_of mapped keys",
    "try_map",
    "refine",
    "refine array",
    "refine at a place",
    "refine for make alone",
    "big_integer",  # 1e300, which is an integer to JSON Schema
    "record of exact numbers",
    "Reply",
}
"""The codecs of which JSON Schema can say less than they read."""


@pytest.mark.parametrize("name", CODEC_OF)
def test_every_schema_is_one_and_defines_what_it_refers_to(name: str) -> None:
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert set(references(schema)) == {f"#/$defs/{each}" for each in definitions(schema)}


@pytest.mark.parametrize("name", STRUCTURES)
@given(data=st.data())
def test_what_a_codec_writes_passes(name: str, data: st.DataObject) -> None:
    written = CODEC_OF[name].to_json(data.draw(values_of(name)))
    assume(isinstance(written, Success))
    assert problems(name, written.unwrap()) == []


@pytest.mark.parametrize("name", WHOLE)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_what_a_request_or_response_writes_passes(name: str, data: st.DataObject) -> None:
    assert problems(name, SHAPES[name].to_json(data.draw(values_of(name))).unwrap()) == []


@pytest.mark.parametrize("name", CODECS)
@settings(max_examples=max(settings().max_examples // 3, 1))
@given(data=st.data())
def test_what_a_codec_reads_and_keeps_passes_and_nothing_else_where_the_schema_can_say_it(
    name: str, data: st.DataObject
) -> None:
    codec = CODEC_OF[name]
    tree = data.draw(damaged(codec, values_of(name)))
    read: Any = codec.of_json(tree)
    taken = isinstance(read.bind(codec.check), Success)
    valid = validator_of(name).is_valid(tree)
    assert valid or not taken
    assert taken or not valid or name in LOOSER


@pytest.mark.parametrize("name", SHAPES)
def test_the_schema_of_a_record_of_a_catalogue_takes_samples_and_refuses_damage(
    name: str,
) -> None:
    codec, node = SHAPES[name], record_node(name)
    for full in (True, False):
        assert problems(name, codec.to_json(sample(node, full=full)).unwrap()) == []
    whole: Any = codec.to_json(sample(node)).unwrap()
    nothing: list[object] = [None, True, 1, "text", []]
    assert all(refused_by_both(name, wrong) for wrong in nothing)
    for member in node.members:
        without = {wire: value for wire, value in whole.items() if wire != member.wire}
        assert refused_by_both(name, without) is member.required
        assert refused_by_both(name, {**whole, member.wire: None}) is member.required
        swapped: object = {} if isinstance(whole[member.wire], list) else []
        assert refused_by_both(name, {**whole, member.wire: swapped})


def refused_by_both(name: str, tree: object) -> bool:
    """Whether the tree is refused, which schema and codec must agree on."""
    valid: bool = validator_of(name).is_valid(tree)
    assert valid is isinstance(SHAPES[name].of_json(tree), Success)
    return not valid


def record_node(name: str) -> n.Record:
    node = SHAPES[name].node
    assert isinstance(node, n.Record)
    return node


def damaged(codec: Codec[Any], values: st.SearchStrategy[Any]) -> st.SearchStrategy[JsonValue]:
    """JSON that the codec wrote, whole or with one place of it replaced, removed or added to."""
    return values.map(lambda value: codec.to_json(value).value_or(None)).flatmap(damage)


PIECES: list[JsonValue] = [
    None, True, False, 0, 1, -1, 2**63, 1.5, 1e300, "", "1", "true", "days", "text",
    [], [1], [None], {}, {"a": 1},
    {"kind": "circle", "radius": 1}, {"kind": "polygon", "corners": []}, {"size": None},
]  # fmt: skip


def damage(tree: JsonValue) -> st.SearchStrategy[JsonValue]:
    replaced: st.SearchStrategy[JsonValue] = st.sampled_from(PIECES)
    ways = [st.just(tree), replaced]
    match tree:
        case dict() if tree:
            inner = st.sampled_from(sorted(tree)).flatmap(
                lambda name: damage(tree[name]).map(lambda item: {**tree, name: item})
            )
            removed = st.sampled_from(sorted(tree)).map(
                lambda gone: {name: item for name, item in tree.items() if name != gone}
            )
            ways += [inner, inner, removed]
        case list() if tree:
            item = st.sampled_from(range(len(tree))).flatmap(
                lambda index: damage(tree[index]).map(lambda item: [*tree[:index], item, *tree[index + 1 :]])
            )
            ways += [item, item, st.just(tree[1:]), st.just([*tree, *tree])]
        case _:
            pass
    if isinstance(tree, dict):
        ways.append(
            st.tuples(st.sampled_from(("new", "kind", "count", "size")), replaced).map(
                lambda pair: {**tree, pair[0]: pair[1]}
            )
        )
    return st.one_of(ways)


def problems(name: str, tree: object) -> list[str]:
    return [error.message for error in validator_of(name).iter_errors(tree)]


def definitions(schema: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = schema.get("$defs", {})
    return found


def passes(schema: dict[str, Any], tree: Any) -> bool:
    validator: Any = Draft202012Validator(schema)
    valid: bool = validator.is_valid(tree)
    return valid


def references(schema: Any) -> Iterator[str]:
    """Every address that a schema refers to."""
    if isinstance(schema, dict):
        members = cast(dict[str, Any], schema)
        if "$ref" in members:
            yield members["$ref"]
        for below in members.values():
            yield from references(below)
    elif is_array(schema):
        for item in schema:
            yield from references(item)


def of(codec: Codec[Any]) -> dict[str, Any]:
    """The schema, without the line that all schemas have."""
    schema: dict[str, Any] = json_schema(codec)
    del schema["$schema"]
    return schema


INT = {"type": "integer", "minimum": -(2**63), "maximum": 2**63 - 1}


def test_strict_scalars() -> None:
    assert of(integer) == INT
    assert of(number) == {"type": "number"}
    assert of(string) == {"type": "string"}
    assert of(json_value) == {}
    assert of(literal("days")) == {"const": "days"}
    assert of(literal("days", None)) == {"enum": ["days", None]}


def test_constraints_are_those_of_the_kind_that_the_codec_reads() -> None:
    everything: dict[str, Any] = {"pattern": "[a-z]+", "min_length": 1, "maximum": 9, "max_items": 2}
    assert of(string.constrain(**everything)) == {"type": "string", "pattern": "^(?:[a-z]+)$", "minLength": 1}
    assert of(integer.constrain(**everything)) == {**INT, "maximum": 9}
    assert of(array(string).constrain(**everything))["maxItems"] == 2
    assert of(dict_of(string).constrain(**everything))["maxProperties"] == 2
    assert of(literal("A", "b").constrain(pattern="[a-z]")) == {"const": "b"}
    assert of(literal("A").constrain(pattern="[a-z]")) == {"not": {}}
    assert of(string.map(len, str).constrain(minimum=3)) == {"type": "string"}
    assert of(nullable(integer).constrain(minimum=0)) == {**INT, "type": ["integer", "null"], "minimum": 0}


def test_null_is_added_in_the_shortest_way() -> None:
    assert of(nullable(string)) == {"type": ["string", "null"]}
    assert of(nullable(nullable(string))) == {"type": ["string", "null"]}
    assert of(nullable(literal("a"))) == {"enum": ["a", None]}
    assert of(nullable(literal("a", "b"))) == {"enum": ["a", "b", None]}
    assert of(nullable(json_value)) == {}
    assert of(nullable(Tree.codec))["anyOf"] == [{"$ref": "#/$defs/Tree"}, {"type": "null"}]
    assert of(nullable(one_or_many(string)))["anyOf"] == [*of(one_or_many(string))["anyOf"], {"type": "null"}]


def test_an_open_enumeration_lists_what_it_knows() -> None:
    assert of(aws.open_enum(ecr.ScanType)) == {"type": "string", "examples": ["BASIC", "ENHANCED"]}


def test_names_titles_and_descriptions() -> None:
    port = integer.named("a port number", doc="Of TCP.")
    assert of(port) == {"title": "a port number", "description": "Of TCP.", **INT}
    assert of(port.named("a port")) == {"title": "a port", "description": "Of TCP.", **INT}
    assert definitions(of(Layer.codec.named("a layer")))["Layer"]["type"] == "object"


def test_a_record_says_what_its_docstring_says_first() -> None:
    class Documented(Record):
        """First line.

        And more.
        """

    @dataclass
    class Point:
        x: int

    assert definitions(of(Documented.codec))["Documented"]["description"] == "First line."
    assert "description" not in definitions(of(record(Point, x=field("x", integer))))["Point"]


def test_members_have_their_defaults_and_secrets_are_marked() -> None:
    members = definitions(of(Sealed.codec))["Sealed"]["properties"]
    assert members["count"] == {**INT, "default": 0}
    assert members["layers"]["default"] == []
    assert definitions(of(Reply.codec))["Reply"]["properties"]["token"]["format"] == "password"


def test_null_stands_for_absence_only_in_optional_members() -> None:
    members = definitions(of(ecr.GetDownloadUrlForLayerRequest.codec))["GetDownloadUrlForLayerRequest"][
        "properties"
    ]
    assert members["registryId"] == {"type": ["string", "null"], "pattern": "^(?:[0-9]{12})$"}
    assert members["repositoryName"]["type"] == "string"


def test_two_records_of_one_name_are_two_definitions() -> None:
    def made(codec: Codec[Any]) -> Codec[Any]:
        class Thing(Record):
            size: Any = field("size", codec)

        return Thing.codec

    schema = of(one_of(case("a", made(string), when=str) | case("b", made(integer), when=int)))
    assert schema["anyOf"] == [{"$ref": "#/$defs/Thing"}, {"$ref": "#/$defs/Thing_2"}]
    assert definitions(schema)["Thing_2"]["properties"] == {"size": INT}


def test_a_name_that_an_address_cannot_hold_is_escaped() -> None:
    @dataclass
    class Size:
        value: int

    Size.__name__ = "Größe"
    schema = of(array(record(Size, value=field("value", integer))))
    assert schema["items"] == {"$ref": "#/$defs/Gr%C3%B6%C3%9Fe"}
    assert passes(schema, [{"value": 1}])
    assert not passes(schema, [{}])


def test_recursion_that_makes_itself_anew_ends() -> None:
    def tree_of(leaf: Codec[Any]) -> Codec[Any]:
        return one_of(case("leaf", leaf, when=int) | case("branch", array(lazy(lambda: tree_of(leaf)))))

    def chain() -> Codec[Any]:
        anew: Codec[Any] = lazy(lambda: chain())  # noqa: PLW0108 another thunk each time
        return record(link, next=field("next", anew, default=None))

    def link(*, next: object) -> object:  # noqa: A002
        return next

    assert list(definitions(of(tree_of(integer)))) == ["recursive"]
    assert passes(of(tree_of(integer)), [1, [2, []]])
    assert not passes(of(tree_of(integer)), [1, [2, ["3"]]])
    assert describe(tree_of(integer)) == "integer | [...]"
    assert list(definitions(of(chain()))) == ["link", "link_2"]


def test_a_description_without_an_end_is_cut() -> None:
    def deeper(level: int) -> Codec[Any]:
        made: Codec[Any] = array(lazy(lambda: deeper(level + 1)))
        return made

    schema = of(deeper(0))
    assert len(definitions(schema)) == 1000
    Draft202012Validator.check_schema(schema)


def test_the_tag_of_a_union_is_no_stranger_to_its_case_alone() -> None:
    schema = of(array(tagged_union("kind", case("polygon", Polygon))))
    assert passes(schema, [{"kind": "polygon", "corners": []}])
    assert not passes(of(Polygon.codec), {"kind": "polygon", "corners": []})


def test_the_tag_of_a_union_is_a_stranger_to_the_case_that_takes_the_rest() -> None:
    shape = CODEC_OF["tagged_union that keeps others"]
    valid = validator_of("tagged_union that keeps others").is_valid
    assert valid({"total": 0, "kind": 1})
    assert not valid({"total": 0, "kind": None})
    assert not isinstance(shape.of_json({"total": 0, "kind": None}), Success)


def test_a_place_within_is_described_by_the_steps_to_it() -> None:
    assert of(at("a", "b", string)) == {
        "type": "object",
        "required": ["a"],
        "properties": {
            "a": {"type": "object", "required": ["b"], "properties": {"b": {"type": "string"}}},
        },
    }
    assert passes(json_schema(at(1, string)), [None, "a"])
    assert not passes(json_schema(at(1, string)), ["a"])


def test_text_that_holds_json_has_a_schema_of_its_own() -> None:
    assert of(json_text(array(integer))) == {
        "type": "string",
        "contentMediaType": "application/json",
        "contentSchema": {"type": "array", "items": INT},
    }


def test_a_decoder_is_described_by_what_it_looks_at() -> None:
    assert json_schema(fail("never")) == {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    chosen = integer.bind(lambda size: string.map(lambda text: text * size))
    assert json_schema(chosen)["type"] == "integer"


def test_kinds_decide_before_cases_do() -> None:
    class Labelled(Record):
        rest: dict[str, int] = others(integer)

    labels, unit = case("labels", Labelled), case("unit", literal("days", "hours"))
    loose: Codec[Any] = by_kind(labels | unit | otherwise(at("size", integer)))
    schema = json_schema(loose)
    assert passes(schema, {})
    assert not passes(schema, "weeks")
    assert not passes(schema, {"a": "b"})


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("[0-9]{12}", "^(?:[0-9]{12})$"),
        (r"a\-b[\-\_]", r"^(?:a-b[\-_])$"),
        ("x{,3}[{,3}]", "^(?:x{0,3}[{,3}])$"),
        ("[]a]|[^]]", r"^(?:[\]a]|[^\]])$"),
        ("[[a]", r"^(?:[\[a])$"),
        ("(?:a|b)(?=c)(?!d)(?<=e)(?<!f)", "^(?:(?:a|b)(?=c)(?!d)(?<=e)(?<!f))$"),
        ("(?P<name>a)", None),
        ("(?i)a", None),
        ("a++", None),
        (r"\Aa\Z", None),
        (r"[*+?]+\++", r"^(?:[*+?]+\++)$"),
        (r"\S\s\d\W.", r"^(?:[^ \t\n\r\f\v][ \t\n\r\f\v][0-9][^A-Za-z0-9_][^\n])$"),
        (r"[\w.][^\D]", r"^(?:[A-Za-z0-9_.][^\D])$"),
    ],
)
def test_patterns_in_the_words_of_json_schema(pattern: str, expected: str | None) -> None:
    assert json_pattern(pattern) == expected


@pytest.mark.parametrize(
    "pattern",
    ["[]a]x", r"\-[\-a]{,2}", "a|b", r"\w+\.[^]]", r"\S+", r"[\S.]\s", r"\d\W", r"[^\S]\w", r"\D.[\d\s]"],
)
@given(text=st.text("]ab-x.[_ \x1f\xa0\u2003\u0663", max_size=4))
def test_a_translated_pattern_matches_what_the_whole_pattern_matches(pattern: str, text: str) -> None:
    translated = json_pattern(pattern)
    assert translated is not None
    assert bool(re.search(translated, text)) == bool(re.fullmatch(pattern, text, re.ASCII))


def test_dict_keys_are_described() -> None:
    schema = of(dict_of(integer, keys=string.constrain(max_length=3)))
    assert schema["propertyNames"] == {"type": "string", "maxLength": 3}
    assert of(CODECS["dict_of enum keys"].codec)["propertyNames"] == {"enum": [unit.value for unit in Unit]}


class Priced(Record):
    price: Decimal = field("price", decimal, default=Decimal("1.10"))
    most: Decimal = field("most", decimal.constrain(maximum=10**400), default=Decimal("1E+400"))
    serial: int = field("serial", big_integer.constrain(minimum=0), default=2**70)


def test_exact_numbers_are_numbers_and_their_defaults_are_json() -> None:
    found: Any = json.loads(json.dumps(json_schema(Priced)))
    assert found["$defs"]["Priced"]["properties"] == {
        "price": {"type": "number", "default": 1.1},
        "most": {"type": "number", "maximum": 10**400},  # no double holds the default
        "serial": {"type": "integer", "minimum": 0, "default": 2**70},
    }


@pytest.mark.parametrize(
    ("codec", "form"),
    [(iso_date, "date"), (iso_datetime, "date-time"), (iso_time, "time"), (uuid_text, "uuid")],
)
def test_texts_of_a_format_have_it(codec: Codec[Any], form: str) -> None:
    assert json_schema(codec)["type"] == "string"
    assert json_schema(codec)["format"] == form


def test_times_of_aws_are_read_as_timestamps() -> None:
    expected = json_schema(aws.timestamp)
    assert [json_schema(each) for each in (aws.date_time, aws.http_date, aws.epoch_seconds)] == [expected] * 3
