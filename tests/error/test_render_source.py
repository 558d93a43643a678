"""Errors as text: values looked up in the source, excerpts with a caret, and lines of nested alternatives."""

from __future__ import annotations

from typing import Any

import pytest

from ecr_decode import (
    Alternative,
    BadTag,
    BadValue,
    DecodeError,
    Malformed,
    Missing,
    NoAlternative,
    NotJson,
    Null,
    Problem,
    Raised,
    Record,
    TooDeep,
    Unknown,
    WrongKind,
    array,
    at,
    attribute,
    boolean,
    case,
    dict_of,
    field,
    flattened,
    integer,
    json_text,
    json_value,
    literal,
    one_of,
    render,
    report,
    string,
    tuple_of,
)
from ecr_decode.error.path import into_text


class Strict(Record, forbid_unknown=True):
    size: int = field("size", integer, xml=attribute)
    tags: tuple[int, ...] = field("tag", array(integer), default=(), xml=flattened)


def line(path: Any, why: Any, source: str) -> str:
    return render(DecodeError((Problem(path, why),)), source=source)


WRONG = WrongKind("a", "b")
VALUES = {
    '"text"': '"text"',
    '"a\\nb"': '"a\\nb"',
    f'"{"x" * 60}"': f'"{"x" * 60}"',
    f'"{"x" * 61}"': f'"{"x" * 59}…"',
    "12": "12",
    "1.5": "1.5",
    "true": "true",
    "null": "null",
    "[1, 2]": "an array of 2 items",
    '{"a": 1}': "an object of 1 member",
    "[]": "an array of 0 items",
}


@pytest.mark.parametrize("source", VALUES)
def test_a_value_is_shown_cut_short(source: str) -> None:
    assert line((), WRONG, source) == f"$: expected a, got b: {VALUES[source]}"
    assert line(("k", 0), WRONG, f'{{"k": [{source}]}}') == f"$.k[0]: expected a, got b: {VALUES[source]}"


REASONS: list[tuple[Any, bool]] = [
    (WRONG, True),
    (BadTag(("a",)), True),
    (BadValue("a"), True),
    (Unknown(), True),
    (Missing(), False),
    (Null("a"), False),
    (NoAlternative(()), False),
    (TooDeep(), False),
    (NotJson("a", 500), False),
    (Raised("KeyError"), False),
]


@pytest.mark.parametrize(("why", "shown"), REASONS)
def test_a_value_is_shown_where_the_reason_speaks_of_one(why: Any, shown: bool) -> None:
    assert (": 42" in line(("a",), why, '{"a": 42}')) is shown


NOWHERE: list[tuple[Any, str]] = [
    (("b",), '{"a": 1}'),
    ((0,), '{"a": 1}'),
    ((1,), "[1]"),
    (("a",), "[1]"),
    (("a",), "1"),
    (("a", into_text), '{"a": 1}'),
    (("a", into_text), '{"a": "["}'),
    (("a",), "["),
    (("b",), "<r><a/></r>"),
    ((1,), "<r><a/></r>"),
    ((0,), "<r>text</r>"),
    (("a", 1), "<r><a/><a/><b/></r>"[:-4] + "<c"),
]


@pytest.mark.parametrize(("path", "source"), NOWHERE)
def test_nothing_is_shown_where_the_path_leads_nowhere(path: Any, source: str) -> None:
    assert line(path, WRONG, source).endswith("expected a, got b")


FOUND: list[tuple[Any, str, str]] = [
    (("a", into_text, "b"), '{"a": "{\\"b\\": 7}"}', "7"),
    (("a", into_text, 0, into_text, 0), '{"a": "[\\"[8]\\"]"}', "8"),
    (("a",), "<r><a>9</a></r>", '"9"'),
    (("a",), "\n <r a='9'/>", '"9"'),
    (("a", 1), "<r><a>8</a><a>9</a></r>", '"9"'),
    (("a", 1), "<r><a><i>8</i><j>9</j></a></r>", '"9"'),
    ((2,), "<r><i>7</i><i>8</i><j>9</j></r>", '"9"'),
    (("n",), "<r xmlns:p='u'><p:n>9</p:n></r>", '"9"'),
    (("a", into_text, 0), "<r><a>[9]</a></r>", "9"),
    (("a",), "<r><a><b/></a></r>", "an object of 1 member"),
    (("a",), "<r><a/></r>", "null"),
]


@pytest.mark.parametrize(("path", "source", "shown"), FOUND)
def test_a_value_is_found_in_json_xml_and_text_within(path: Any, source: str, shown: str) -> None:
    assert line(path, WRONG, source).endswith(f"expected a, got b: {shown}")


def encoded(text: str) -> bytearray:
    return bytearray(text.encode())


@pytest.mark.parametrize("kind", [str, encoded])
def test_the_source_may_come_in_any_bytes(kind: Any) -> None:
    assert line((), WRONG, kind('"é"')) == '$: expected a, got b: "é"'
    assert (
        render(DecodeError((Problem((), WRONG),)), source=memoryview(b'"\xff"'))
        == '$: expected a, got b: "\ufffd"'
    )


# malformed text


EXCERPTS: list[tuple[str, Any]] = [
    ("[1, x]", ["  [1, x]", "      ^"]),
    ("[1,\n 2,\n  x]", ["    x]", "    ^"]),
    ("[" + "1, " * 40 + "x]", ["  …" + ("1, " * 40)[-29:] + " x]", None]),
    ('["é\u4e2d", x]', ['  ["é\u4e2d", x]', "          ^"]),
    ("[\t\x1b x]", ["  [\ufffd\ufffd x]", "    ^"]),
    ("", ["  ", "  ^"]),
]


@pytest.mark.parametrize(("source", "lines"), EXCERPTS)
def test_malformed_text_is_shown_with_a_caret_under_the_place(source: str, lines: Any) -> None:
    error = json_value.decode_json(source).failure()
    first, *excerpt = render(error, source=source).splitlines()
    assert first == str(error)
    if lines[1] is None:
        shown, caret = excerpt
        assert shown.startswith("  …")
        assert shown[caret.index("^")] == "x"
    else:
        assert excerpt == lines


def test_a_place_outside_the_source_has_no_excerpt() -> None:
    error = DecodeError((Problem((), Malformed("bad", 3, 1)),))
    assert render(error, source="one\ntwo") == "line 3, column 1: bad"
    assert len(render(error, source="one\ntwo\nthree").splitlines()) == 3


def test_malformed_text_within_says_the_path_and_shows_the_text() -> None:
    source = '{"a": "[1,\\n x]"}'
    error = at("a", json_text(json_value)).decode_json(source).failure()
    assert str(error) == "$.a -> $: line 2, column 2: expected a value, got a word"
    assert render(error, source=source).splitlines()[1:] == ["   x]", "   ^"]
    assert len(render(error, source='{"a": 1}').splitlines()) == 1


# alternatives


def test_alternatives_are_indented_below_their_union() -> None:
    pair = tuple_of(integer, boolean)
    either = one_of(case("pair", pair) | case("inner", one_of(case("text", string)), when=str))
    error = at("a", either).of_json({"a": [None, None]}).failure()
    assert str(error) == (
        "$.a: no alternative fits\n"
        "  pair: $.a[0]: expected an integer, got null\n"
        "    $.a[1]: expected a boolean, got null\n"
        "  inner: $.a: no alternative fits\n"
        "      text: $.a: expected a string, got an array"
    )
    (reported,) = report(error)["problems"]
    assert [each["name"] for each in reported["alternatives"]] == ["pair", "inner"]
    assert reported["alternatives"][0]["problems"][1] == {
        "pointer": "/1",
        "kind": "Null",
        "message": "expected a boolean, got null",
    }


def test_what_was_cut_from_alternatives_is_counted() -> None:
    why = NoAlternative(
        (Alternative("a", (Problem((), Missing()),), 3), Alternative("b", (), 2), Alternative("c", ()))
    )
    assert render(DecodeError((Problem((), why),), 1)) == (
        "$: no alternative fits\n"
        "  a: $: missing\n"
        "    and 3 more\n"
        "  b: and 2 more\n"
        "  c: does not fit\n"
        "and 1 more"
    )


def test_many_tags_are_cut_and_long_ones_shortened() -> None:
    tags = tuple(f"t{index}" for index in range(14))
    text = str(DecodeError((Problem((), BadTag(tags)),)))
    assert text.endswith('"t11" or 2 more')
    assert "or 1 more" not in str(DecodeError((Problem((), BadTag(tags[:12])),)))
    assert str(DecodeError((Problem((), BadTag(("x" * 61,))),))) == f'$: expected "{"x" * 59}…"'


def test_no_value_is_shown_without_the_source() -> None:
    source = '{"size": "hunter2", "hunter3": 1}'
    error = Strict.decode_json(source).failure()
    assert "hunter2" not in str(error) + repr(error) + repr(report(error))
    assert "hunter2" in render(error, source=source)
    for codec in (literal("a", "b"), one_of(case("a", integer) | case("b", dict_of(integer)))):
        assert "hunter2" not in repr(codec.decode_json('"hunter2"'))


def test_malformed_text_is_reported_with_its_place() -> None:
    assert report(json_value.decode_json("[1, x]").failure()) == {
        "problems": [
            {
                "pointer": "",
                "kind": "Malformed",
                "message": "line 1, column 5: expected a value, got a word",
            }
        ],
        "more": 0,
    }


def test_what_is_several_elements_has_no_members_to_show() -> None:
    assert line(("a", "b"), WRONG, "<r><a/><a/></r>").endswith("expected a, got b")
    assert line(("a",), WRONG, "<r><a/><a/></r>").endswith(": an array of 2 items")


def test_a_name_that_is_wrong_is_shown_without_the_value_under_it() -> None:
    source = '{"x": 3}'
    error = dict_of(integer, keys=integer).decode_json(source).failure()
    assert render(error, source=source) == "$.x: expected an integer, got a name"
