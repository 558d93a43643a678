"""Errors as text and as data: places, carets, paths, pointers, and values only with the source."""

from __future__ import annotations

import json
from functools import reduce
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecr_decode import (
    BadValue,
    Codec,
    DecodeError,
    IntoText,
    Malformed,
    Missing,
    Problem,
    array,
    at,
    dict_of,
    integer,
    json_text,
    json_value,
    render,
    report,
)
from ecr_decode.error.near import nearest
from ecr_decode.error.path import pointer, quote, shorten, show_path
from ecr_decode.limits import MOST_PROBLEMS
from tests.hostile.documents import NOT_JSON, NOT_XML
from tests.registry import CODECS, Basket, Layer

STEPS: st.SearchStrategy[Any] = st.text() | st.integers(0, 10**6)


def value_error(*path: Any) -> DecodeError:
    return DecodeError((Problem(path, BadValue("wrong")),))


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ((), "$"),
        (("a", 0, "b_1"), "$.a[0].b_1"),
        (("_", "A9"), "$._.A9"),
        (("9a",), '$["9a"]'),
        (("a b", "a.b", "a-b"), '$["a b"]["a.b"]["a-b"]'),
        (("",), '$[""]'),
        (("é",), '$["é"]'),
        (('"', "\\", "'"), """$["\\""]["\\\\"]["'"]"""),
        (("a\n", "\x1b[2J", "\u202e"), '$["a\\n"]["\\x1b[2J"]["\\u202e"]'),
        (("a", IntoText(), "b", IntoText(), 0), "$.a -> $.b -> $[0]"),
    ],
)
def test_paths_are_one_line_that_is_safe_to_print(path: tuple[Any, ...], shown: str) -> None:
    assert show_path(path) == shown


@given(path=st.lists(STEPS, max_size=60))
def test_paths_are_short_and_printable(path: list[Any]) -> None:
    shown = show_path(tuple(path))
    assert shown.isprintable()
    assert len(shown) < 24 * 400


@pytest.mark.parametrize(
    ("path", "pointers"),
    [
        ((), ("",)),
        (("a", 0), ("/a/0",)),
        (("",), ("/",)),
        (("a/b", "m~n", "~1"), ("/a~1b/m~0n/~01",)),
        (("c%d", "e^f", "g|h", "i\\j", 'k"l', " "), ('/c%d/e^f/g|h/i\\j/k"l/ ',)),
        (("a", IntoText(), "b", IntoText()), ("/a", "/b", "")),
    ],
)
def test_pointers_are_those_of_rfc_6901(path: tuple[Any, ...], pointers: tuple[str, ...]) -> None:
    assert pointer(path) == pointers


def followed(tree: Any, step: str) -> Any:
    """One step of a JSON Pointer, as RFC 6901 reads it."""
    name = step.replace("~1", "/").replace("~0", "~")
    return tree[int(name)] if isinstance(tree, list) else tree[name]  # pyright: ignore[reportUnknownVariableType]


@given(names=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=1, max_size=5))
def test_a_pointer_leads_to_the_value(names: list[str]) -> None:
    tree: Any = "the value"
    codec: Any = integer
    for name in reversed(names):
        tree, codec = {name: [0, tree]}, dict_of(array(codec))
    wrong = codec.of_json(tree)
    (found, *_) = [
        each for each in report(wrong.failure())["problems"] if each["message"].endswith("a string")
    ]
    assert reduce(followed, found["pointer"].split("/")[1:], tree) == "the value"


@pytest.mark.parametrize(
    ("raw", "line", "caret"),
    [
        (b'{"a": 1,\n  "b": x}', '  "b": x}', 7),
        (b"[1,]", "[1,]", 3),
        (b"\n\n\nx", "x", 0),
        ('["\u5f20\u4e09", x]', '["\u5f20\u4e09", x]', 9),
        ('["e\u0301", x]', '["e\u0301", x]', 6),
        (b'"a\tb"', '"a\ufffdb"', 2),
        (b"[" + b" " * 50 + b"x]", "…" + " " * 30 + "x]", 31),
    ],
)
def test_a_caret_stands_under_the_place(raw: bytes | str, line: str, caret: int) -> None:
    shown = render(json_value.decode_json(raw).failure(), source=raw).splitlines()[1:]
    assert shown == ["  " + line, " " * (2 + caret) + "^"]


@pytest.mark.parametrize("name", NOT_JSON)
def test_every_refused_json_can_be_shown_with_its_source(name: str) -> None:
    raw, _ = NOT_JSON[name]
    shown = render(json_value.decode_json(raw).failure(), source=raw)
    assert len(shown) < 500
    assert all(line.isprintable() for line in shown.split("\n"))


@pytest.mark.parametrize("name", NOT_XML)
def test_every_refused_xml_can_be_shown_with_its_source(name: str) -> None:
    raw, _ = NOT_XML[name]
    shown = render(json_value.decode_xml(raw).failure(), source=raw)
    assert len(shown) < 500
    assert all(line.isprintable() for line in shown.split("\n"))


@pytest.mark.parametrize(
    "source",
    [b"", "", b"{}", b"<a/>", b"\xff", "\ud800", b"[[[", b"<a", b"[" * 5000, b"null", memoryview(b"[1]")],
)
@pytest.mark.parametrize(
    "error",
    [
        value_error("a", 0, IntoText(), "b"),
        value_error(5),
        value_error(),
        value_error(IntoText(), IntoText()),
        DecodeError((Problem(("a", IntoText()), Malformed("wrong", 7, 9)),)),
        DecodeError((Problem((), Malformed("wrong", 10**6, 10**6)),), more=3),
    ],
)
def test_a_source_of_something_else_shows_no_values(error: DecodeError, source: Any) -> None:
    lines = render(error, source=source).splitlines()
    assert lines[0].startswith(str(error).splitlines()[0])


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ('"x"', '"x"'),
        ('"a\\n\\u001b[2J"', '"a\\n\\x1b[2J"'),
        ('"' + "x" * 1000 + '"', '"' + "x" * 59 + '…"'),
        ("1.5", "1.5"),
        ("1e300", "1e+300"),
        ("true", "true"),
        ("[1]", "an array of 1 item"),
        ('{"a": 1, "b": 2}', "an object of 2 members"),
    ],
)
def test_values_are_shown_only_with_the_source_and_cut_short(value: str, shown: str) -> None:
    raw = '{"it": [' + value + "]}"
    error = at("it", array(integer)).decode_json(raw).failure()
    without, with_source = str(error), render(error, source=raw)
    assert with_source == f"{without}: {shown}"


def test_values_inside_texts_are_looked_up() -> None:
    raw = json.dumps({"a": json.dumps([json.dumps({"size": "secret"})])})
    error = at("a", json_text(array(json_text(at("size", integer))))).decode_json(raw).failure()
    assert render(error, source=raw) == '$.a -> $[0] -> $.size: expected an integer, got a string: "secret"'


def test_no_rendering_shows_a_secret() -> None:
    raw = b'{"owner": 7391828, "items": 1}'
    codec: Codec[Basket] = CODECS["record of a dataclass that may change"].codec
    error = codec.decode_json(raw).failure()
    shown = str(error) + repr(error) + json.dumps(report(error)) + render(error, source=raw)
    assert "7391828" not in shown
    assert "$.owner: expected a string, got an integer: <secret>" in shown


def test_a_rendering_is_bounded() -> None:
    raw = json.dumps({"n" * 1000 + str(index): "v" * 1000 for index in range(1000)})
    error = dict_of(integer).decode_json(raw).failure()
    lines = render(error, source=raw).splitlines()
    assert len(lines) == MOST_PROBLEMS + 1
    assert max(map(len, lines)) < 250
    assert lines[-1] == "and 900 more"


def test_a_report_is_data_of_json() -> None:
    error = array(Layer.codec).decode_json(b'[{"digest": "a"}, 5]').failure()
    assert report(error) == {
        "problems": [
            {"pointer": "/0/size", "kind": "Missing", "message": "missing"},
            {"pointer": "/1", "kind": "WrongKind", "message": "expected an object, got an integer"},
        ],
        "more": 0,
    }


def test_a_report_and_a_text_say_the_same() -> None:
    error = DecodeError((Problem(("a",), Missing("b")), Problem((), BadValue("c"))), more=2)
    messages = [each["message"] for each in report(error)["problems"]]
    assert [line.partition(": ")[2] for line in str(error).splitlines()] == [*messages, ""]


def distance(a: str, b: str) -> int:
    """The edit distance, by its definition."""
    if not a or not b:
        return len(a) + len(b)
    if a[0] == b[0]:
        return distance(a[1:], b[1:])
    return 1 + min(distance(a[1:], b), distance(a, b[1:]), distance(a[1:], b[1:]))


@given(name=st.text("abc", max_size=5), names=st.lists(st.text("abc", max_size=5), max_size=5))
def test_the_nearest_name_is_the_first_of_the_nearest(name: str, names: list[str]) -> None:
    near = [
        each
        for each in names
        if distance(name, each) <= 2 and distance(name, each) < max(len(name), len(each), 1)
    ]
    expected = min(near, key=lambda each: distance(name, each), default=None)
    assert nearest(name, [each for each in names if each or name]) == (expected if name or expected else None)


@pytest.mark.parametrize("text", ["", "a", "é", "\n", '"', "\\", "\u202e", "\ud800", "\x00", "a" * 100])
def test_quoted_texts_are_one_printable_line(text: str) -> None:
    assert quote(text).isprintable()
    assert len(shorten(text, 10)) <= 10
