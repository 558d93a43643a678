"""The page of `explain --html` in a browser: what a person sees of it, and does with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ecr_decode.cli.inputs import Found, Named, found
from ecr_decode.cli.outline import Explained, explained
from ecr_decode.cli.page import page
from ecr_decode.cli.read import Manner
from ecr_decode.cli.reading import Reading, reading_named
from tests.cli.browser import CHROMIUM, Tab, browser
from tests.cli.test_explain import HOSTILE

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium")

DOCUMENT = {
    "imageDetails": [
        {
            "imageDigest": 5,
            "imageTags": ["a", 7],
            "artifactMediaType": [None],
            **{text: text for text in HOSTILE},
        },
        {"imageTags": ["ok"]},
    ],
    "nextToken": 12,
}
EVENT: dict[str, Any] = {"detail-type": "ECR Image Action", "detail": {}}


@pytest.fixture(scope="module")
def tab() -> Iterator[Tab]:
    with browser() as found:
        yield found


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pages: one of a reply, one of two documents with problems of several kinds."""
    folder = tmp_path_factory.mktemp("pages")
    reply, event = folder / "<b>reply.json", folder / "event.json"
    reply.write_text(json.dumps(DOCUMENT))
    event.write_text(json.dumps(EVENT))
    reading = reading_named("DescribeImages")
    assert isinstance(reading, Reading)
    one = shown(Named(reading, [str(reply)]))
    (folder / "one.html").write_text(page(one), "utf-8")
    (folder / "two.html").write_text(page([*one, *shown(Named(None, [str(event)]))]), "utf-8")
    return folder


def shown(what: Named) -> list[Explained]:
    return [explained(each, True) for each in found(what, None, Manner()) if isinstance(each, Found)]


VISIBLE = "[...document.querySelectorAll('.mark')].filter((mark) => mark.checkVisibility()).length"
HERE = "document.querySelector('.mark.here')?.id"


def test_the_page_runs_and_nothing_of_the_document_does(tab: Tab, files: Path) -> None:
    tab.show(files / "one.html")
    logged = [
        event for event in tab.events if event.get("method") in {"Log.entryAdded", "Runtime.exceptionThrown"}
    ]
    assert logged == []
    assert tab.value("window.hurt") is None
    tab.press("n")
    assert tab.value(HERE) == "p1"
    assert tab.value("document.images.length") == 0


@pytest.mark.parametrize("width", [320, 390, 800, 1400])
@pytest.mark.parametrize("name", ["one.html", "two.html"])
def test_nothing_is_wider_than_the_window(tab: Tab, files: Path, width: int, name: str) -> None:
    tab.show(files / name, width)
    tab.press("?")
    assert tab.value("document.documentElement.scrollWidth") <= width


CONTRAST = """
(() => {
  const channel = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = (color) => {
    const [r, g, b] = color.match(/[\\d.]+/g).map(Number);
    return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  };
  const behind = (element) => {
    for (let up = element; up; up = up.parentElement) {
      const color = getComputedStyle(up).backgroundColor;
      if (!color.endsWith(", 0)")) return color;
    }
  };
  const ratios = [...document.querySelectorAll("body *")]
    .filter((it) => it.offsetParent && [...it.childNodes].some((node) => node.data?.trim()))
    .map((it) => {
      const [a, b] = [light(getComputedStyle(it).color), light(behind(it))].sort((x, y) => y - x);
      return (a + 0.05) / (b + 0.05);
    });
  return Math.min(...ratios);
})()
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast_in_both_schemes(tab: Tab, files: Path, scheme: str) -> None:
    tab.show(files / "two.html", scheme=scheme)
    tab.press("n")
    paper = tab.value("getComputedStyle(document.body).backgroundColor")
    assert (paper == "rgb(255, 255, 255)") == (scheme == "light")
    assert tab.value(CONTRAST) >= 4.5


def test_keys_go_from_problem_to_problem(tab: Tab, files: Path) -> None:
    tab.show(files / "one.html")
    count = tab.value(VISIBLE)
    assert count == 4
    ids: list[str] = []
    for _ in range(count + 1):
        tab.press("n")
        ids.append(tab.value(HERE))
    assert ids == ["p1", "p2", "p3", "p4", "p1"]
    tab.press("p")
    assert tab.value(HERE) == "p4"
    assert tab.value("document.activeElement.id") == "p4"
    assert tab.value("document.querySelector('nav [aria-current]').hash") == "#p4"
    assert tab.value("document.getElementById('said').textContent") == "problem 4 of 4"


def test_a_problem_is_found_in_a_tree_that_is_closed(tab: Tab, files: Path) -> None:
    tab.show(files / "one.html")
    tab.value("document.getElementById('close').click()")
    assert tab.value(VISIBLE) == 0
    tab.value("document.querySelector('nav a[href=\"#p2\"]').click()")
    assert tab.value("document.getElementById('p2').checkVisibility()") is True
    assert tab.value(HERE) == "p2"


def test_arrows_move_in_the_tree(tab: Tab, files: Path) -> None:
    here = "document.activeElement.querySelector('.name').textContent"
    tab.show(files / "one.html")
    tab.press("ArrowDown")
    assert tab.value(here) == "$"
    tab.press("ArrowDown")
    tab.press("ArrowDown")
    assert tab.value(here) == "[0]"
    tab.press("ArrowLeft")
    assert tab.value("document.activeElement.parentElement.open") is False
    tab.press("ArrowDown")
    assert tab.value(here) == "[1]"
    tab.press("ArrowLeft")
    assert tab.value(here) == "imageDetails"
    tab.press("ArrowDown")
    tab.press("ArrowRight")
    tab.press("ArrowRight")
    assert tab.value(here) == "imageDigest"
    tab.press("ArrowUp")
    assert tab.value(here) == "[0]"


def test_a_filter_keeps_the_problems_of_a_kind_and_the_way_to_them(tab: Tab, files: Path) -> None:
    tab.show(files / "two.html")
    kinds = tab.value("[...document.querySelectorAll('.filters button')].map((it) => it.textContent)")
    assert kinds[0].startswith("all ")
    counts = {kind: int(count) for kind, count in (each.rsplit(" ", 1) for each in kinds)}
    assert counts.pop("all") == sum(counts.values()) == tab.value(VISIBLE)
    for kind, count in counts.items():
        tab.press("f")
        assert tab.value(VISIBLE) == count
        links = "[...document.querySelectorAll('nav a')].filter((it) => it.checkVisibility()).length"
        assert tab.value(links) == count
        assert tab.value("document.getElementById('said').textContent").endswith(f"problems: {kind}")
        tab.press("n")
        assert tab.value(f"{HERE.replace('?.id', '')}.dataset.kind") == kind
    tab.press("f")
    assert tab.value(VISIBLE) == sum(counts.values())


def test_problems_only(tab: Tab, files: Path) -> None:
    seen = "[...document.querySelectorAll('.name')].filter((it) => it.checkVisibility())"
    names = f"{seen}.map((it) => it.textContent)"
    tab.show(files / "one.html")
    assert "[1]" in tab.value(names)
    tab.press("o")
    shown = ["$", "imageDetails", "[0]", "imageDigest", "imageTags", "[1]", "artifactMediaType", "nextToken"]
    assert tab.value(names) == shown
    assert tab.value("document.getElementById('only').getAttribute('aria-pressed')") == "true"


def test_keys_of_the_browser_are_left_alone(tab: Tab, files: Path) -> None:
    tab.show(files / "one.html")
    tab.ask("Input.dispatchKeyEvent", type="keyDown", key="p", modifiers=2)
    assert tab.value(HERE) is None


def test_what_is_hidden_is_not_reached(tab: Tab, files: Path) -> None:
    tab.show(files / "one.html")
    assert tab.value("document.getElementById('keys').checkVisibility() === false") is True
    tab.press("?")
    assert tab.value("document.getElementById('keys').checkVisibility()") is True
