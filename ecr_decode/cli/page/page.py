"""A page of HTML in one file, in which everything that comes from a document is text and nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from html import escape
from importlib.resources import files
from itertools import count

from ..outline import Explained, Mark, Node
from ..output import counted, printable

_SLOT = re.compile(r"\{\{(\w+)\}\}")


def page(documents: Sequence[Explained], passed_over: int = 0) -> str:
    """The page that shows some documents; so many others are not on it."""
    style, script = _file("page.css"), _file("page.js")
    slots = {
        "policy": f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'",
        "title": _text(_title(documents)),
        "style": style,
        "script": script,
        "layout": "" if any(each.problems for each in documents) else " alone",
        "verdict": _text(_verdict(documents, passed_over)),
        "filters": "".join(_filters(documents)),
        "problems": "".join(_listed(documents)),
        "documents": "".join(_Written().sections(documents)),
    }
    return _SLOT.sub(lambda slot: slots[slot[1]], _file("page.html"))


def _file(name: str) -> str:
    return files("ecr_decode.cli.page").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _text(text: str) -> str:
    """Text of a document as text of HTML, without characters that change how what is around them looks."""
    return escape(printable(text).encode("utf-8", "replace").decode())


def _title(documents: Sequence[Explained]) -> str:
    return documents[0].where if len(documents) == 1 else counted(len(documents), "document")


def _verdict(documents: Sequence[Explained], passed_over: int) -> str:
    problems, wrong = sum(each.problems for each in documents), sum(each.problems > 0 for each in documents)
    said = counted(problems, "problem") if problems else "No problems"
    if len(documents) > 1:
        said += f" in {wrong} of {counted(len(documents), 'document')}"
    return said if not passed_over else f"{said}; {counted(passed_over, 'more document')} not on this page"


def _filters(documents: Sequence[Explained]) -> Iterator[str]:
    """A button for each kind of problem; none if there is one kind or no problem."""
    kinds = Counter(mark.kind for each in documents for _, mark in _placed(each.tree, ""))
    if len(kinds) < 2:
        return
    yield _button("", "all", kinds.total(), is_pressed="true")
    for kind, times in kinds.most_common():
        yield _button(kind, kind, times, is_pressed="false")


def _button(kind: str, shown: str, times: int, is_pressed: str) -> str:
    attributes = f'type="button" data-kind="{_text(kind)}" aria-pressed="{is_pressed}"'
    return f"<button {attributes}>{_text(shown)} <b>{times:,}</b></button>"


def _listed(documents: Sequence[Explained]) -> Iterator[str]:
    """Every problem with its path, as links to the places on the page."""
    if not any(each.problems for each in documents):
        return
    numbers = count(1)
    yield '<nav aria-label="Problems">'
    for each in documents:
        if each.problems and len(documents) > 1:
            yield f"<h2><bdi>{_text(each.where)}</bdi></h2>"
        if each.problems:
            links = (_link(next(numbers), path, mark) for path, mark in _placed(each.tree, ""))
            yield f"<ol>{''.join(links)}</ol>"
    yield "</nav>"


def _link(number: int, path: str, mark: Mark) -> str:
    return f'<li><a href="#p{number}"><bdi>{_text(path)}</bdi>{_text(mark.says)}</a></li>'


def _placed(node: Node, above: str) -> Iterator[tuple[str, Mark]]:
    """The problems in the order in which they are on the page, each with its path."""
    path = f"{above}{node.name}" if not above or node.name.startswith("[") else f"{above}.{node.name}"
    yield from ((path, mark) for mark in node.marks)
    for child in node.children:
        yield from _placed(child, path)


class _Written:
    """Writes the documents; the problems are numbered in the order in which they are on the page."""

    def __init__(self) -> None:
        self.numbers = count(1)

    def sections(self, documents: Sequence[Explained]) -> Iterator[str]:
        """The trees."""
        for each in documents:
            verdict = f'<span class="{"bad" if each.problems else "good"}">{_text(each.verdict)}</span>'
            yield f"<section><h2><bdi>{_text(each.where)}</bdi></h2>"
            yield f'<p class="of">{_text(each.of)}, {verdict}</p><ul class="tree">'
            yield from self.node(each.tree, is_open=each.problems > 0 or len(documents) == 1)
            yield "</ul></section>"

    def node(self, node: Node, is_open: bool = False) -> Iterator[str]:
        """A value, with what is below it if there is anything."""
        head = f'<bdi class="name">{_text(node.name)}</bdi> <bdi class="what">{_text(node.what)}</bdi>'
        below = node.problems - len(node.marks)
        if below:
            head += f' <span class="below" title="problems below">{below}</span>'
        kind = "absent" if node.absent else "wrong" if node.marks else "fine"
        marks = "".join(self.mark(mark) for mark in node.marks)
        if not node.children and not node.left_out:
            yield f'<li class="{kind}"><div class="row" tabindex="-1">{head}</div>{marks}</li>'
            return
        details = "<details open>" if is_open or node.problems else "<details>"
        yield f'<li class="{kind}">{details}<summary class="row">{head}</summary>{marks}<ul>'
        for child in node.children:
            yield from self.node(child)
        if node.left_out:
            yield f'<li class="left-out">{node.left_out:,} more without problems</li>'
        yield "</ul></details></li>"

    def mark(self, mark: Mark) -> str:
        """A problem."""
        details = "".join(f"<br>{_text(line)}" for line in mark.details)
        return (
            f'<p class="mark" id="p{next(self.numbers)}" data-kind="{_text(mark.kind)}" tabindex="-1">'
            f"{_text(mark.says)}{details}</p>"
        )
