"""Generated functions: compiled from source that tracebacks and debuggers can show."""

from __future__ import annotations

import linecache
from collections.abc import Callable, Iterable, Mapping
from itertools import count
from typing import Any

_NUMBERS = count(1)
_INDENT = "    "


def function(
    name: str, parameters: str, body: str, known: Mapping[str, Any], about: str
) -> Callable[..., Any]:
    """A function that knows these names."""
    source = "\n".join([f"def {name}({parameters}):", *indented(body.split("\n")), ""])
    filename = f"<ecr_decode {about} {next(_NUMBERS)}>"
    namespace = dict(known)
    exec(compile(source, filename, "exec"), namespace)
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    made: Callable[..., Any] = namespace[name]
    return made


def indented(lines: Iterable[str]) -> list[str]:
    """The lines one level deeper."""
    return [_INDENT + line for line in lines]
