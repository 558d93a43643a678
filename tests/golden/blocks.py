"""Golden files: expressions that fail, each with its error as text, with its source's values, and as data.

A block begins with `>>> ` and an expression; what follows, to the next block or heading, the test writes.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, cast

from returns.result import Failure, Success, safe

import ecr_decode
from ecr_decode import render, report
from ecr_decode.error.problem import Problems
from tests.golden import names

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.txt"))
_TEXT_VERBS = ("decode_json", "decode_xml", "of_string")


class Block(NamedTuple):
    """An expression with its error, or a heading where there is no expression."""

    source: str
    text: str

    @property
    def expression(self) -> str:
        """The expression as Python has it."""
        return self.source[4:].rstrip("\n") if self.source.startswith(">>> ") else ""


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a golden file: together they are the file."""
    source: list[str] = []
    below: list[str] = []
    for line in text.splitlines(keepends=True):
        opens = line.startswith((">>> ", "# "))
        if opens:
            yield Block("".join(source), "".join(below))
            source, below = [], []
        (source if opens else below).append(line)
    yield Block("".join(source), "".join(below))


def rendered(block: Block) -> str:
    """A block as it should be."""
    if not block.expression:
        return block.source + block.text
    namespace = {name: getattr(ecr_decode, name) for name in dir(ecr_decode)} | vars(names)
    code = ast.parse(block.expression, mode="eval")
    result: Any = safe((ValueError,))(eval)(compile(code, "golden", "eval"), namespace)
    if isinstance(result, Success):  # the verb of a codec that could be built
        result = cast(Any, result).unwrap()
    assert isinstance(result, Failure), block.expression
    error: object = cast(Any, result).failure()
    lines = [block.source.rstrip("\n"), *_indented(str(error))]
    if isinstance(error, Problems):
        shown = _with_source(error, code.body, namespace)
        lines += _indented(shown, "source: ") if shown not in (None, str(error)) else []
        lines += [
            f"data:   {json.dumps(problem, ensure_ascii=False)}" for problem in report(error)["problems"][:3]
        ]
    return "\n".join(lines) + "\n\n"


def _indented(text: str | None, mark: str = "error:  ") -> list[str]:
    lines = (text or "").splitlines()
    if len(lines) > 12:
        lines = [*lines[:6], f"({len(lines) - 9} lines more)", *lines[-3:]]
    return [(mark if index == 0 else " " * 8) + line for index, line in enumerate(lines)]


def _with_source(error: Problems, call: ast.expr, namespace: dict[str, Any]) -> str | None:
    """The error with the values of the document that was read, where a text was."""
    match call:
        case ast.Call(func=ast.Attribute(attr=verb), args=[raw]) if verb in _TEXT_VERBS:
            return render(error, source=eval(compile(ast.Expression(raw), "golden", "eval"), namespace))
        case _:
            return None
