"""`ecr-decode explain`: each document as a tree with its problems, for a terminal or a browser."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from ..aws.reply import Format
from .document import Unreadable
from .inputs import Named, found, named, until
from .outline import Explained, Node, explained
from .output import DECODED, FAILED, UNREADABLE, complain, printable, say, say_lines
from .read import Manner

_MOST_ON_A_PAGE = 200
_TO_A_FILE = (
    "--html prints a page for a browser; send it to a file, as in: ecr-decode explain --html FILE > page.html"
)


def explain(
    *,
    arguments: list[str],
    service: str | None,
    request: bool,
    status: int | None,
    headers: list[tuple[str, str]],
    format: Format,  # noqa: A002 as the option is called
    html: bool,
    lenient: bool,
    max_errors: int | None,
    show_values: bool,
) -> int:
    """Show what each document is and what is wrong with it, and give the exit status."""
    what = named(arguments, service, request=request, of_reply=status is not None or bool(headers))
    if not isinstance(what, Named):
        return complain(str(what), UNREADABLE)
    if html and sys.stdout is not None and sys.stdout.isatty():
        return complain(_TO_A_FILE, UNREADABLE)
    manner = Manner(status, dict(headers), format, lenient, checked=True)
    ended, passed_over = DECODED, 0
    shown: list[Explained] = []
    for each in until(max_errors, found(what, service, manner)):
        if isinstance(each, Unreadable):
            ended = complain(str(each), UNREADABLE)
            continue
        tree = explained(each, show_values)
        if not html:
            say_lines(_lines(tree))
        elif len(shown) < _MOST_ON_A_PAGE:
            shown.append(tree)
        else:
            passed_over += 1
        ended = max(ended, FAILED if tree.problems else DECODED)
    if html and (shown or ended == DECODED):
        from .page import page

        say(page(shown, passed_over).encode())
    return ended


def _lines(document: Explained) -> Iterator[str]:
    """The parts of a document that have problems, indented by their levels."""
    yield printable(f"{document.where}: {document.of}, {document.verdict}")
    if document.problems:
        yield from _below(document.tree, 1)


def _below(node: Node, level: int) -> Iterator[str]:
    indent = "  " * level
    yield f"{indent}{printable(node.name)}{node.what and ': '}{node.what}"
    for mark in node.marks:
        yield f"{indent}  ! {mark.says}"
        yield from (f"{indent}  {line}" for line in mark.details)
    for child in node.children:
        if child.problems:
            yield from _below(child, level + 1)
