"""Errors hold no value of a document, are bounded, and equal their copies."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from copy import deepcopy
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from returns.result import Failure

from ecr_decode import (
    Codec,
    Missing,
    NoAlternative,
    Problem,
    WrongKind,
    array,
    by_kind,
    case,
    dict_of,
    integer,
    json_text,
    lazy,
    number,
    one_of,
    report,
    string,
)
from ecr_decode.error.alternatives import no_alternative
from ecr_decode.error.findings import Findings
from ecr_decode.error.problem import TooDeep
from ecr_decode.limits import MOST_INNER_PROBLEMS, MOST_PROBLEMS
from tests.hostile.test_positions import places, replaced
from tests.hostile.verbs import OPERATIONS, leaves
from tests.registry import CODECS, VALUES, Knobs, Layer, Reply, Sealed
from tests.structure import STRUCTURES

MARKS = ("qzx7k1", "wvj9m2", "kxq3z8")
"""Texts that nothing but a document holds."""
NUMBERS = (918273645546372, 7391.828172)
"""Numbers that nothing but a document holds."""


def marked(tree: Any, data: st.DataObject) -> Any:
    """A tree whose values are all such texts and numbers, the names kept."""
    if isinstance(tree, dict):
        return {name: marked(value, data) for name, value in tree.items()}  # pyright: ignore[reportUnknownVariableType]
    if isinstance(tree, list):
        return [marked(value, data) for value in tree]  # pyright: ignore[reportUnknownVariableType]
    return data.draw(st.sampled_from((*MARKS, *NUMBERS, [MARKS[0]], {"a": MARKS[1]}, None)))


def told(error: Any) -> str:
    """Everything that an error tells without its source, and all that it keeps."""
    return "\n".join(
        (
            str(error),
            repr(error),
            json.dumps(report(error)),
            pickle.dumps(error).decode("latin-1"),
            *kept(error),
        )
    )


def kept(error: Any) -> Iterator[str]:
    """What an error holds, and what that holds."""
    for problem in leaves(error.problems):
        yield repr(problem.path) + repr(problem.why)


def assert_told_nothing(result: Any) -> None:
    if isinstance(result, Failure):
        text = told(cast(Any, result).failure())
        assert not [mark for mark in (*MARKS, *map(str, NUMBERS)) if mark in text]


@pytest.mark.parametrize("name", STRUCTURES)
@given(data=st.data())
def test_reading_json_tells_no_value(name: str, data: st.DataObject) -> None:
    codec: Codec[Any] = CODECS[name].codec
    tree = marked(codec.to_json(data.draw(VALUES[name])).value_or(["a"]), data)
    assert_told_nothing(codec.of_json(tree))
    assert_told_nothing(codec.decode_json(json.dumps(tree)))
    assert_told_nothing(codec.decode_json(json.dumps(tree)[:-1] + MARKS[0]))


@pytest.mark.parametrize("name", [name for name, entry in CODECS.items() if "xml" not in entry.cannot])
def test_reading_xml_tells_no_value(name: str) -> None:
    codec: Codec[Any] = CODECS[name].codec
    tree = codec.to_xml(CODECS[name].example).unwrap()
    for path in places(tree):
        for mark in (MARKS[0], {"a": MARKS[1]}, [MARKS[0], MARKS[1]], {"#text": MARKS[2], "a": MARKS[0]}):
            assert_told_nothing(codec.of_xml(replaced(tree, path, mark)))
    for raw in (
        f"<a>{MARKS[0]}",
        f"<a>&{MARKS[1]};</a>",
        f"<a b='{MARKS[2]}' b='{MARKS[0]}'/>",
        f"<a>{MARKS[1]}</a>",
    ):
        assert_told_nothing(codec.decode_xml(raw))


@pytest.mark.parametrize("name", CODECS)
def test_writing_tells_no_value(name: str) -> None:
    codec: Codec[Any] = CODECS[name].codec
    for value in (MARKS[0], NUMBERS[0], (MARKS[1],), {"a": MARKS[2]}, {MARKS[0]}, [NUMBERS[1]], object()):
        for write in (codec.encode_json, codec.encode_xml, codec.encode_query, codec.to_value, codec.check):
            assert_told_nothing(write(value))


def members_of(operation: Any) -> tuple[Any, ...]:
    """The members of an operation's response."""
    found: tuple[Any, ...] = operation.response.node.members
    return found


@pytest.mark.parametrize("name", OPERATIONS)
def test_replies_tell_no_value(name: str) -> None:
    operation = OPERATIONS[name]
    members: dict[str, Any] = {member.wire: [MARKS[0]] for member in members_of(operation)}
    for tree in (
        members,
        dict.fromkeys(members, MARKS[1]),
        {name: {"a": NUMBERS[0]} for name in members},
        [MARKS[0]],
    ):
        assert_told_nothing(operation.decode(status=200, body=json.dumps(tree)))
    assert_told_nothing(operation.decode(status=500, body=f"<html>{MARKS[0]}</html>"))
    assert_told_nothing(operation.decode(status=500, body=MARKS[0]))
    assert_told_nothing(operation.decode(status=500, body=json.dumps([MARKS[0]])))


def test_names_of_the_document_are_told() -> None:
    error = dict_of(integer).decode_json(b'{"a key": "a value"}').failure()
    assert "a key" in str(error)
    assert "a value" not in told(error)


def test_the_texts_of_a_callers_exceptions_are_not_kept() -> None:
    def refuse(text: str) -> int:
        raise ValueError(f"{text} is no number", text)

    assert_told_nothing(string.map(refuse).decode_json(f'"{MARKS[0]}"'))


@pytest.mark.parametrize("count", [0, 1, MOST_PROBLEMS - 1, MOST_PROBLEMS, MOST_PROBLEMS + 1, 1000])
def test_problems_are_listed_up_to_the_bound_and_counted_beyond(count: int) -> None:
    result = array(integer).decode_json(json.dumps([""] * count))
    if count == 0:
        assert result.unwrap() == ()
    else:
        error = result.failure()
        assert len(error.problems) == min(count, MOST_PROBLEMS)
        assert error.more == max(0, count - MOST_PROBLEMS)


def test_too_deep_is_seen_even_where_the_list_is_full() -> None:
    nested: Codec[Any] = array(lazy(lambda: by_kind(case("more", nested) | case("count", integer))))
    deep: Any = []
    for _ in range(300):
        deep = [deep]
    error = nested.of_json([*[True] * 500, deep]).failure()
    assert len(error.problems) == MOST_PROBLEMS
    assert error.problems[-1].why == TooDeep()
    assert error.more == 500 - MOST_PROBLEMS + 1


@pytest.mark.parametrize("depth", [1, 2, 5, 20])
@pytest.mark.parametrize("width", [1, 2, 3, 60])
def test_alternatives_within_alternatives_stay_bounded(depth: int, width: int) -> None:
    decoder: Any = array(integer)
    for level in range(depth):
        cases = case(f"a{level}", decoder, when=int)
        for number_of in range(1, width):
            cases = cases | case(f"b{number_of}", array(number), when=type(f"T{level}_{number_of}", (), {}))
        decoder = one_of(cases)
    (problem,) = decoder.decode_json(json.dumps(["x"] * 200)).failure().problems
    assert isinstance(problem.why, NoAlternative)
    assert sum(1 for _ in leaves((problem,))) <= 1 + MOST_INNER_PROBLEMS
    assert len(str(Failure((problem,)))) < 100_000


def test_every_alternative_tells_how_many_problems_it_had() -> None:
    (problem,) = (
        one_of(case("a", array(integer)) | case("b", dict_of(integer))).of_json([""] * 70).failure().problems
    )
    assert isinstance(problem.why, NoAlternative)
    first, second = problem.why.alternatives
    assert (len(first.problems) + first.more, len(second.problems) + second.more) == (70, 1)


def test_findings_keep_what_fits() -> None:
    findings = Findings(most=2)
    for step in "abc":
        findings.add((None, step), Missing())
    assert [problem.path for problem in findings.problems] == [("a",), ("b",)]
    assert (findings.count, findings.more, findings.full, findings.room) == (3, 1, True, 0)
    assert Findings(most=2).room == 2
    assert no_alternative([("only", findings)]).alternatives[0].more == 1


@pytest.mark.parametrize(
    ("codec", "raw", "near"),
    [
        (Layer.codec, '{"digset": "", "size": 1}', "digset"),
        (Layer.codec, '{"Digest": "", "size": 1}', "Digest"),
        (Layer.codec, '{"diges": "", "size": 1}', "diges"),
        (Layer.codec, '{"digestss": "", "size": 1}', "digestss"),
        (Layer.codec, '{"dxgxst": "", "size": 1}', "dxgxst"),
        (Layer.codec, '{"dxgxsx": "", "size": 1}', None),
        (Layer.codec, '{"digestsss": "", "size": 1}', None),
        (Layer.codec, '{"size": 1, "mediaType": "digest"}', None),
        (Layer.codec, '{"size": 1, "digestss": 1, "digests": 2}', "digests"),
        (Layer.codec, '{"size": 1, "' + "d" * 10_000 + '": 1}', None),
        (Knobs.codec, '{"null": 1}', None),
    ],
)
def test_hints_are_within_two_edits(codec: Codec[Any], raw: str, near: str | None) -> None:
    (problem,) = codec.decode_json(raw).failure().problems
    assert problem.why == Missing(near)


@pytest.mark.parametrize("name", ["Sealed", "Shelf", "Derived"])
def test_errors_equal_their_copies(name: str) -> None:
    error = CODECS[name].codec.decode_json(b'{"a": 1, "name": 2, "layers": [{}]}').failure()
    for copy in (pickle.loads(pickle.dumps(error)), deepcopy(error)):
        assert copy == error
        assert hash(copy) == hash(error)
        assert repr(copy) == repr(error)
    assert error != Sealed.decode_json(b"[]").failure()


def test_problems_match_as_sequences_do() -> None:
    match json_text(array(Layer.codec)).decode_json(r'"[{\"digest\": 1, \"size\": 2}]"').failure().problems:
        case (Problem(path=(_, 0, "digest"), why=WrongKind(expected="a string", got=kind)),):
            assert kind == "an integer"
        case other:
            pytest.fail(repr(other))


def test_catalogue_records_take_null_as_absent_and_others_tell() -> None:
    assert Reply.of_json({"size": None}).unwrap() == Reply()
    assert (
        str(Layer.of_json({"digest": None, "size": 1}).failure()) == "$.digest: expected a string, got null"
    )
