"""Doubt: how a fast path says that it leaves an input or a value to the plain interpreter."""

from __future__ import annotations


class Doubt(Exception):
    """The plain interpreter might see this in another way; inside this package only."""
