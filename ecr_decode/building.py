"""What is checked while a codec is built: a mistake is a `ValueError` that says what to write."""

from __future__ import annotations


def must_be_function(where: str, given: object) -> None:
    """Refuse what cannot be called."""
    if not callable(given):
        raise ValueError(f"{where}: expected a function, got {given!r}")


def must_be_text(where: str, given: object) -> None:
    """Refuse what is not a `str`."""
    if not isinstance(given, str):
        raise ValueError(f"{where}: expected a str, got {given!r}")


def must_be_bounds(where: str, least: object, most: object, *, lengths: bool) -> None:
    """Refuse bounds that are not numbers, or that nothing keeps."""
    kind, spelled = (int, "an int from 0") if lengths else (int | float, "a number")
    for bound in (least, most):
        if bound is None:
            continue
        if isinstance(bound, bool) or not isinstance(bound, kind) or (lengths and bound < 0):
            raise ValueError(f"{where}: expected {spelled}, got {bound!r}")
    if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
        raise ValueError(f"{where}: no value is at least {least!r} and at most {most!r}")
