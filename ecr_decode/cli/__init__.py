"""The command line: `ecr-decode`, or `python -m ecr_decode`."""

from __future__ import annotations

from .main import main

__all__ = ["main"]
