"""Other libraries at the same work, each as its own users would write it: a module a library.

Every module has `DECODERS`, what makes values of bytes: for `url` (GetDownloadUrlForLayer), `images`
(DescribeImages), `orders` (a user's own classes) and more.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from typing import Any, TypeAlias

Decode: TypeAlias = Callable[[bytes], Any]

NAMES = ("msgspec", "pydantic", "mashumaro", "cattrs", "adaptix", "koda-validate", "botocore")


def decoders(peer: str) -> dict[str, Decode]:
    """What a peer decodes; imported when it is asked for."""
    module = import_module(f"{__name__}.{peer.replace('-', '_')}_peer")
    found: dict[str, Decode] = module.DECODERS
    return found


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
