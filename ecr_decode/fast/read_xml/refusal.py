"""Refusal: how generated source says that the plain interpreter refuses a value for certain."""

from __future__ import annotations

from typing import Any

from ..doubt import Doubt


class Refused(Doubt):
    """The plain interpreter refuses this, so that another alternative may be tried."""


def refuse(_: object = None) -> Any:
    """Refuse, in the place of a value."""
    raise Refused
