"""Generated functions: compiled from source that tracebacks and debuggers can show."""

from __future__ import annotations

import linecache
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

_NUMBERS = count(1)


def function(
    name: str, parameter: str, body: str, known: Mapping[str, Any], about: str
) -> Callable[[Any], Any]:
    """A function of one parameter; the names it knows are bound as defaults, so they are found as locals."""
    bound = "".join(f", {known_name}={known_name}" for known_name in known)
    indented = body.replace("\n", "\n    ")
    source = f"def {name}({parameter}{bound}):\n    {indented}\n"
    filename = f"<ecr_decode {about} {next(_NUMBERS)}>"
    namespace = dict(known)
    exec(compile(source, filename, "exec"), namespace)
    linecache.cache[filename] = (len(source), None, source.splitlines(keepends=True), filename)
    made: Callable[[Any], Any] = namespace[name]
    return made
