"""Objects of S3, read in ranges."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import IO, Any

from ..error.problem import BadValue
from .source import StoppedError

_RANGE = 2**23
"""How many bytes are asked for at once: 8 MiB."""

_PREFIX = "s3://"


def bucket_and_key(url: str) -> tuple[str, str]:
    """The bucket and the key in a URL."""
    bucket, _, key = url.removeprefix(_PREFIX).partition("/")
    if not bucket or not key:
        raise StoppedError(BadValue("expected a URL of an object, s3://BUCKET/KEY, got a part of one"))
    return bucket, key


def ranged(url: str, start: int) -> Callable[[Any], int]:
    """How a buffer is filled from an object, range after range, all of the same version of it."""
    at, rest, version = start, memoryview(b""), dict[str, str]()
    size: int | None = None

    def fill(buffer: Any) -> int:
        nonlocal at, rest, size
        if not rest and (size is None or at < size):
            size, text, tag = _get(url, at, _RANGE, version)
            rest, at = memoryview(text), at + len(text)
            version["IfMatch"] = tag
        length = min(len(buffer), len(rest))
        buffer[:length] = rest[:length]
        rest = rest[length:]
        return length

    return fill


def size_and_head(url: str, most: int) -> tuple[int, bytes]:
    """The length of an object in bytes, and its first bytes."""
    size, head, _ = _get(url, 0, most, {})
    return size, head


def _get(url: str, at: int, most: int, version: dict[str, str]) -> tuple[int, bytes, str]:
    """The length of an object, some of its bytes, and the tag of its version."""
    # Behind the end there are no bytes, and no tag is told.
    bucket, key = bucket_and_key(url)

    def read() -> tuple[int, bytes, str]:
        wanted = f"bytes={at}-{at + most - 1}"
        reply = client().get_object(Bucket=bucket, Key=key, Range=wanted, **version)
        _, _, size = reply["ContentRange"].rpartition("/")
        return int(size), reply["Body"].read(), reply["ETag"]

    return _asked(read) or (at, b"", "")


def put(url: str, file: IO[bytes]) -> None:
    """Write an object, which is there once it is whole."""
    bucket, key = bucket_and_key(url)
    _asked(lambda: client().upload_fileobj(file, bucket, key))


def delete(url: str) -> None:
    """Remove an object, if there is one."""
    bucket, key = bucket_and_key(url)
    _asked(lambda: client().delete_object(Bucket=bucket, Key=key))


def _asked(ask: Callable[[], Any]) -> Any:
    """The reply to a request, or None where the range is behind the end of the object."""
    client()  # it says what to install, where botocore is not there either
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
    raise StoppedError(BadValue(f"expected an object of S3 that can be reached, got {reason}"))


@cache
def client() -> Any:
    """The client of this process, made from what the environment and the files of boto3 say."""
    try:
        boto3: Any = import_module("boto3")
    except ImportError:
        reason = 'expected an installed package boto3 to reach S3; install "ecr-decode[boto3]"'
        raise StoppedError(BadValue(reason)) from None
    return boto3.client("s3")
