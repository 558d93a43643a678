"""Paths: as text, as JSON Pointers, and cut where they are long."""

from __future__ import annotations

from typing import Any

import pytest

from ecr_decode import DecodeError, Missing, Problem, array, dict_of, integer, json_text, report
from ecr_decode.error.path import Path, into_text, length, path_of, pointer, quote, shorten, show_path

SHOWN: list[tuple[Path, str, tuple[str, ...]]] = [
    ((), "$", ("",)),
    (("a",), "$.a", ("/a",)),
    (("a", 0, "b_1"), "$.a[0].b_1", ("/a/0/b_1",)),
    (("",), '$[""]', ("/",)),
    (("a b", "1a", "a-b"), '$["a b"]["1a"]["a-b"]', ("/a b/1a/a-b",)),
    (('a"b', "a\\b", "é"), '$["a\\"b"]["a\\\\b"]["é"]', ('/a"b/a\\b/é',)),
    (("a\n",), '$["a\\n"]', ("/a\n",)),
    (("\x1b[31m",), '$["\\x1b[31m"]', ("/\x1b[31m",)),
    (("a/b", "~1", "~"), '$["a/b"]["~1"]["~"]', ("/a~1b/~01/~0",)),
    (("a", into_text, 0, into_text), "$.a -> $[0] -> $", ("/a", "/0", "")),
    (("a" * 60,), "$." + "a" * 60, ("/" + "a" * 60,)),
    (("a" * 61,), "$." + "a" * 59 + "…", ("/" + "a" * 61,)),
    ((" " * 61,), '$["' + " " * 59 + '…"]', ("/" + " " * 61,)),
    (tuple(range(24)), "$" + "".join(f"[{i}]" for i in range(24)), ("/" + "/".join(map(str, range(24))),)),
    (
        tuple(range(25)),
        "$" + "".join(f"[{i}]" for i in range(12)) + " …1 steps… " + "".join(f"[{i}]" for i in range(13, 25)),
        ("/" + "/".join(map(str, range(25))),),
    ),
]


@pytest.mark.parametrize(("path", "shown", "pointers"), SHOWN, ids=lambda each: repr(each)[:20])
def test_a_path_is_shown_and_pointed_at(path: Path, shown: str, pointers: tuple[str, ...]) -> None:
    assert show_path(path) == shown
    assert pointer(path) == pointers


def test_a_trail_is_a_path_backwards() -> None:
    trail: Any = None
    for step in ("a", 0, into_text, "b"):
        trail = (trail, step)
    assert path_of(trail) == ("a", 0, into_text, "b")
    assert (length(trail), length(None)) == (4, 0)


def test_a_very_long_name_is_cut_in_the_problem_itself() -> None:
    for size, kept in [(256, "a" * 256), (257, "a" * 255 + "…")]:
        ((path, _),) = [
            (problem.path, problem.why)
            for problem in dict_of(integer).of_json({"a" * size: "b"}).failure().problems
        ]
        assert path == (kept,)


def test_texts_are_cut_and_quoted() -> None:
    assert [shorten("abc", most) for most in (2, 3, 4)] == ["a…", "abc", "abc"]
    assert quote("a\t'\"\u202e") == '"a\\t\'\\"\\u202e"'
    assert quote("abcd", 3) == '"ab…"'


def test_a_report_points_into_the_text_and_at_the_text() -> None:
    error = dict_of(json_text(array(integer))).of_json({"a/b": '["c"]'}).failure()
    assert report(error) == {
        "problems": [
            {
                "pointer": "/0",
                "kind": "WrongKind",
                "message": "expected an integer, got a string",
                "inside": ["/a~1b"],
            }
        ],
        "more": 0,
    }
    assert report(DecodeError((Problem(("a", 1), Missing("b")),), 3)) == {
        "problems": [{"pointer": "/a/1", "kind": "Missing", "message": 'missing (did you mean "b"?)'}],
        "more": 3,
    }
