"""What is compiled for each style is compiled once, and kept for a few styles."""

from __future__ import annotations

from ecr_decode.fast.by_style import ByStyle
from ecr_decode.node.style import XmlStyle


def test_one_value_is_made_for_each_style() -> None:
    made: list[str] = []

    def make(style: XmlStyle) -> str:
        made.append(style.item)
        return style.item

    kept = ByStyle(make)
    for item in ("a", "a", "b", "a", "b"):
        assert kept(XmlStyle(item=item)) == item
    assert made == ["a", "b"]


def test_the_style_of_last_time_is_known_without_a_look() -> None:
    kept, style = ByStyle(lambda style: style.item), XmlStyle(item="a")
    assert kept(style) == "a"
    kept.known = {}
    assert kept(style) == "a"
    assert kept.known == {}


def test_few_styles_are_kept_at_a_time() -> None:
    kept = ByStyle(lambda style: style.item)
    for number in range(100):
        assert kept(XmlStyle(item=f"i{number}")) == f"i{number}"
        assert len(kept.known) <= 16
