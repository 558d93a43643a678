"""The page that `explain --html` prints: documents as trees, with each problem at its place."""

from __future__ import annotations

from .page import page

__all__ = ["page"]
