"""Limits: how deep, how long and how many, in one place."""

from __future__ import annotations

MOST_LEVELS = 200
"""How many containers may nest in what a codec reads or writes."""

MOST_JSON_LEVELS = 1024
"""How many containers may nest in ignored members and in `json_value`: the limit of the JSON parser."""

MOST_WRITTEN_LEVELS = 254
"""How many containers may nest in what the JSON serializer writes."""

SMALLEST_INTEGER, LARGEST_INTEGER = -(2**63), 2**63 - 1
"""The integers of 64 bits."""

MOST_DIGITS = 4300
"""How many digits, the sign counted, an integer may have in `json_value` and `others`: Python's own limit."""

MOST_SHARED, MOST_SHARED_TIMES = 100_000, 1000
"""A tree of the caller in which parts stand in several places may count, with each part counted wherever it
stands, this many values, and so many times the values that it is made of."""

MOST_TEXT = 2**26
"""How long a JSON text in a string may be on writing: each text around it doubles what must be escaped."""

MOST_INDENT = 16
"""How many spaces a level may be indented by in a JSON text."""

MOST_PROBLEMS = 100
"""How many problems an error lists; `more` counts the rest."""

MOST_INNER_PROBLEMS = 50
"""How many problems one `NoAlternative` may hold, whatever is nested in it."""

MOST_SHOWN = 1000
"""How many characters the `repr` of a codec has."""
