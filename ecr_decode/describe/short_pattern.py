"""Short patterns: regular expressions whose parts repeat a few times where they may repeat without end."""

from __future__ import annotations

import re

_REPEATED = re.compile(
    r"""\\.
    | \[\^?\]?(?:\\.|[^\]\\])*\]
    | [?}][+?]
    | (?P<times>[*+]|\{\d+,\})(?P<mode>[+?]?)""",
    re.DOTALL | re.VERBOSE,
)
_LEAST = {"*": 0, "+": 1}


def short_pattern(pattern: str, more: int) -> str:
    r"""A narrower pattern: a part that may repeat without end repeats at most `more` times more than it must.

    >>> from ecr_decode.describe.short_pattern import short_pattern
    >>> print(short_pattern(r"[a-z+]+(/[a-z]{2,}\*)*", more=3))
    [a-z+]{1,4}(/[a-z]{2,5}\*){0,3}
    """

    def bounded(token: re.Match[str]) -> str:
        times = token["times"]
        if times is None:
            return token[0]
        least = _LEAST[times] if times in _LEAST else int(times[1:-2])
        return f"{{{least},{least + more}}}{token['mode']}"

    return _REPEATED.sub(bounded, pattern)
