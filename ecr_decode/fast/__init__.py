"""Fast paths: the same meaning in less time; what is not accepted at once goes to the plain interpreters."""

from __future__ import annotations

from .encode import FastEncoder
from .run import FastDecoder
from .switch import plain_only

__all__ = ["FastDecoder", "FastEncoder", "plain_only"]
