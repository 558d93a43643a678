"""Near misses: names within two edits, the closest first."""

from __future__ import annotations

import pytest

from ecr_decode.error.near import nearest

NEAR = [
    ("digest", ["digest"], "digest"),
    ("Digest", ["digests", "digest"], "digest"),
    ("digset", ["size", "digest"], "digest"),
    ("digests", ["digest"], "digest"),
    ("diest", ["digest"], "digest"),
    ("dgst", ["digest"], "digest"),
    ("digestab", ["digest"], "digest"),
    ("xdigestx", ["digest"], "digest"),
    ("digext", ["digest"], "digest"),
    ("abc", ["abx", "axx", "abcd"], "abx"),
    ("abc", ["axx", "abx"], "abx"),
    ("a", ["A"], "A"),
    ("ab", ["a"], "a"),
    ("a" * 64, ["a" * 63 + "b"], "a" * 63 + "b"),
    ("b", [*map(str, range(63)), "bc"], "bc"),
]
FAR: list[tuple[str, list[str]]] = [
    ("digest", []),
    ("digest", ["size"]),
    ("dgt", ["digest"]),
    ("digestabc", ["digest"]),
    ("tsegid", ["digest"]),
    ("xxgext", ["digest"]),
    ("a", ["b"]),
    ("ab", ["cd"]),
    ("", ["a"]),
    ("", ["ab"]),
    ("", [""]),
    ("a" * 65, ["a" * 64 + "b"]),
    ("b", [*("xyz" + str(index) for index in range(64)), "bc"]),
]


@pytest.mark.parametrize(("name", "candidates", "found"), NEAR)
def test_the_nearest_is_found(name: str, candidates: list[str], found: str) -> None:
    assert nearest(name, candidates) == found


@pytest.mark.parametrize(("name", "candidates"), FAR)
def test_what_is_far_is_not(name: str, candidates: list[str]) -> None:
    assert nearest(name, candidates) is None
