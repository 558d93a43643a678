"""Fast paths: the same meaning in less time; what they do not accept at once goes to the plain interpreters."""

from __future__ import annotations

from .run import FastDecoder
from .switch import plain_only
from .xml import FastXmlDecoder

__all__ = ["FastDecoder", "FastXmlDecoder", "plain_only"]
