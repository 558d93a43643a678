"""Shapes take null as absence, and are read and written in the XML of AWS."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime

import pytest
from returns.result import Success

from ecr_decode import DecodeError, Missing, Null, Problem, aws, plain_only, replace
from tests.aws.model import BusyException, GetThingRequest, Level, Tag, Thing

FULL = Thing(
    name="a & b",
    size=-1,
    total=2**63 - 1,
    score=0.25,
    active=False,
    made=datetime(2019, 2, 11, 18, tzinfo=UTC),
    content=b"\xfb\xff",
    level=Level("NEW"),
    tags=(Tag(key="env"), Tag(key="team", value="")),
    names=("x", "y"),
    counts={Level.HIGH: 1, Level("NEW"): 2},
    tag=Tag(key="q", value=" v "),
)
XML = (
    b"<Thing><name>a &amp; b</name><size>-1</size><total>9223372036854775807</total><score>0.25</score>"
    b"<active>false</active><made>2019-02-11T18:00:00Z</made><content>+/8=</content><level>NEW</level>"
    b"<tags><member><Key>env</Key></member><member><Key>team</Key><Value/></member></tags>"
    b"<names>x</names><names>y</names><counts><entry><key>HIGH</key><value>1</value></entry>"
    b"<entry><key>NEW</key><value>2</value></entry></counts><tag><Key>q</Key><Value> v </Value></tag></Thing>"
)
MEMBERS = Thing.__annotations__


def copied(shape: Thing) -> Thing:
    copy: Thing = pickle.loads(pickle.dumps(shape))
    return copy


@pytest.mark.parametrize("member", MEMBERS)
def test_null_is_absence(member: str) -> None:
    assert Thing.decode_json(json.dumps({member: None})).unwrap() == Thing()
    assert Thing.of_json({member: None}).unwrap() == Thing()


def test_null_is_refused_where_a_member_is_required() -> None:
    assert Tag.decode_json('{"Key": null}').failure() == DecodeError((Problem(("Key",), Null("a string")),))
    assert Tag.decode_json("{}").failure() == DecodeError((Problem(("Key",), Missing()),))


def test_null_is_refused_within_lists_and_maps() -> None:
    error = Thing.decode_json('{"names": ["x", null], "counts": {"HIGH": null}, "tags": [null]}').failure()
    assert [problem.path for problem in error.problems] == [("tags", 0), ("names", 1), ("counts", "HIGH")]


def test_absent_members_are_left_out_and_empty_ones_kept() -> None:
    assert Thing().encode_json().unwrap() == b"{}"
    empty = Thing(name="", tags=(), counts={}, content=b"")
    assert empty.encode_json().unwrap() == b'{"name":"","content":"","tags":[],"counts":{}}'
    assert Thing.decode_json(empty.encode_json().unwrap()).unwrap() == empty
    assert Thing.decode_xml(empty.encode_xml().unwrap()).unwrap() == empty


def test_the_xml_is_that_of_aws() -> None:
    assert FULL.encode_xml().unwrap() == XML
    assert Thing.decode_xml(XML).unwrap() == FULL


@pytest.mark.parametrize("form", ["json", "xml", "json tree", "xml tree", "pickle"])
def test_a_shape_comes_back(form: str) -> None:
    back = {
        "json": lambda: Thing.decode_json(FULL.encode_json().unwrap()).unwrap(),
        "xml": lambda: Thing.of_string(FULL.encode_xml().unwrap()).unwrap(),
        "json tree": lambda: Thing.of_json(FULL.to_json().unwrap()).unwrap(),
        "xml tree": lambda: Thing.of_xml(FULL.to_xml().unwrap()).unwrap(),
        "pickle": lambda: copied(FULL),
    }[form]()
    assert back == FULL
    assert back.made is not None
    assert back.made.tzinfo is UTC


@pytest.mark.parametrize(
    "wrapped",
    [
        b"<GetResponse><GetResult><name>n</name></GetResult><ResponseMetadata/></GetResponse>",
        b'<GetResponse xmlns="urn:x"><GetResult><name>n</name></GetResult></GetResponse>',
        b"<x:GetResponse xmlns:x='urn:x'><x:GetResult><x:name>n</x:name></x:GetResult></x:GetResponse>",
        b"<GetResponse><name>n</name></GetResponse>",
        b"<GetResult><name>n</name></GetResult>",
        b"<anything><name>n</name></anything>",
    ],
)
def test_a_result_may_be_wrapped(wrapped: bytes) -> None:
    assert Thing.decode_xml(wrapped).unwrap() == Thing(name="n")


def test_a_result_of_another_name_is_no_wrapper() -> None:
    assert (
        Thing.decode_xml(b"<GetResponse><PutResult><name>n</name></PutResult></GetResponse>").unwrap()
        == Thing()
    )


@pytest.mark.parametrize("item", ["member", "item", "tags", "Tag"])
def test_the_items_of_a_list_may_have_any_name(item: str) -> None:
    one, two = (f"<{item}><Key>{key}</Key></{item}>" for key in "ab")
    assert Thing.decode_xml(f"<r><tags>{one}{two}</tags></r>").unwrap() == Thing(
        tags=(Tag(key="a"), Tag(key="b"))
    )
    assert Thing.decode_xml(f"<r><tags>{one}</tags></r>").unwrap() == Thing(tags=(Tag(key="a"),))


def test_errors_are_values() -> None:
    error = BusyException(message="later", retry_after=5)
    assert not isinstance(error, BaseException)
    assert pickle.loads(pickle.dumps(error)) == error
    assert replace(error, retry_after=6) == BusyException(message="later", retry_after=6)
    assert aws.UnknownError(code="A") != aws.UnknownError(code="A", message="")


def test_making_checks_and_building_does_not() -> None:
    assert GetThingRequest(name="x").encode_json().unwrap() == b'{"name":"x"}'
    assert (
        str(GetThingRequest.make(name="x").failure()) == "$.name: expected a length of at least 2 characters"
    )
    assert GetThingRequest.make(name="xy").unwrap() == GetThingRequest(name="xy")


def test_elements_of_any_namespace_are_read_by_their_local_names() -> None:
    body = """<a:R xmlns:a="urn:a" xmlns="urn:b">
        <name>n</name><a:size>1</a:size><tags><a:member><Key>k</Key></a:member></tags>
        <counts xmlns="urn:c"><entry><key xmlns="urn:d">HIGH</key><value>2</value></entry></counts>
        <names>x</names><a:names>y</a:names>
    </a:R>"""
    whole = Thing(name="n", size=1, tags=(Tag(key="k"),), counts={Level.HIGH: 2}, names=("x", "y"))
    assert [Thing.decode_xml(body) for _ in range(3)] == [Success(whole)] * 3
    with plain_only():
        assert Thing.decode_xml(body) == Success(whole)
