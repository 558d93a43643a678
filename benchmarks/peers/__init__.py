"""Other libraries at the same work, each as its own users would write it: a module a library.

Every module has `DECODERS`, what makes values of bytes: for `url` (GetDownloadUrlForLayer), `images`
(DescribeImages), `orders` (a user's own classes) and more. Most have `TREES`, what makes them of parsed JSON.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from typing import Any, TypeAlias

Decode: TypeAlias = Callable[[bytes], Any]
Load: TypeAlias = Callable[[Any], Any]

NAMES = ("msgspec", "pydantic", "mashumaro", "cattrs", "adaptix", "koda-validate", "botocore")


def decoders(peer: str) -> dict[str, Decode]:
    """What a peer decodes; imported when it is asked for."""
    found: dict[str, Decode] = _module(peer).DECODERS
    return found


def tree_loaders(peer: str) -> dict[str, Load]:
    """What a peer makes of trees that are parsed already."""
    found: dict[str, Load] = _module(peer).TREES
    return found


def _module(peer: str) -> Any:
    return import_module(f"{__name__}.{peer.replace('-', '_')}_peer")


class ScanStatus(StrEnum):
    IN_PROGRESS = "IN_PROGRESS"
    COMPLETE = "COMPLETE"
    FAILED = "FAILED"
    ACTIVE = "ACTIVE"
    PENDING = "PENDING"


class Severity(StrEnum):
    INFORMATIONAL = "INFORMATIONAL"
    LOW = "LOW"
    MEDIUM = "MEDIUM"
    HIGH = "HIGH"
    CRITICAL = "CRITICAL"
    UNDEFINED = "UNDEFINED"


class ImageStatus(StrEnum):
    ACTIVE = "ACTIVE"
    ARCHIVED = "ARCHIVED"
    ACTIVATING = "ACTIVATING"
