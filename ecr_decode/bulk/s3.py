"""Objects of S3, read in ranges."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

from ..error.problem import BadValue
from .source import StoppedError

_RANGE = 2**23
"""How many bytes are asked for at once: 8 MiB."""

_PREFIX = "s3://"


def bucket_and_key(url: str) -> tuple[str, str]:
    """The bucket and the key in a URL."""
    bucket, _, key = url.removeprefix(_PREFIX).partition("/")
    return bucket, key


def ranged(url: str, start: int) -> Callable[[Any], int]:
    """How a buffer is filled from an object, range after range, all of the same version of it."""
    bucket, key = bucket_and_key(url)
    at, rest, version = start, memoryview(b""), dict[str, str]()

    def fill(buffer: Any) -> int:
        nonlocal at, rest
        if not rest:
            rest = memoryview(_get(bucket, key, at, version))
            at += len(rest)
        size = min(len(buffer), len(rest))
        buffer[:size] = rest[:size]
        rest = rest[size:]
        return size

    return fill


def size_of(url: str) -> int:
    """The length of an object in bytes."""
    bucket, key = bucket_and_key(url)
    found: int = _asked(lambda: client().head_object(Bucket=bucket, Key=key))["ContentLength"]
    return found


def _get(bucket: str, key: str, at: int, version: dict[str, str]) -> bytes:
    """The next range of an object; none behind its end."""
    wanted = f"bytes={at}-{at + _RANGE - 1}"

    def read() -> bytes:
        reply = client().get_object(Bucket=bucket, Key=key, Range=wanted, **version)
        version["IfMatch"] = reply["ETag"]
        body: bytes = reply["Body"].read()
        return body

    return _asked(read) or b""


def _asked(ask: Callable[[], Any]) -> Any:
    """The reply to a request, or None where the range is behind the end of the object."""
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        return ask()
    except ClientError as error:
        response: dict[str, Any] = error.response
        code = response.get("Error", {}).get("Code", "")
        if code == "InvalidRange":
            return None
        reason = f"S3's error {code}"
    except BotoCoreError as error:
        reason = type(error).__name__
    raise StoppedError(BadValue(f"expected an object of S3 that can be read, got {reason}"))


@cache
def client() -> Any:
    """The client of this process, made from what the environment and the files of boto3 say."""
    try:
        boto3: Any = import_module("boto3")
    except ImportError:
        reason = 'expected an installed package boto3 to read S3; install "ecr-decode[boto3]"'
        raise StoppedError(BadValue(reason)) from None
    return boto3.client("s3")
