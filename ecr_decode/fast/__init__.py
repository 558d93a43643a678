"""Fast paths: the same meaning in less time; what is not accepted at once goes to the plain interpreters."""

from __future__ import annotations

from .encode import FastEncoder
from .run import FastDecoder
from .switch import plain_only
from .xml import FastXmlDecoder

__all__ = ["FastDecoder", "FastEncoder", "FastXmlDecoder", "plain_only"]
