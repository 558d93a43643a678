"""Fast paths: the same meaning in less time; what is not accepted at once goes to the plain interpreters."""

from __future__ import annotations

from .run import FastDecoder
from .switch import plain_only

__all__ = ["FastDecoder", "plain_only"]
