"""What a fuzzer gives: bytes that choose a codec and a way, and hold a document.

`examine` runs every verb that the way stands for, compiled and plain. It raises an `AssertionError` where the
two differ, where an error cannot be shown or pickled, where what was written is refused, and where botocore
reads another value from a reply that we read. Whatever else is raised is a defect too.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import partial
from typing import Any

import orjson
from returns.result import Failure, Result, Success

from ecr_decode import Codec, DecodeError, documents, plain, plain_only, render, report
from ecr_decode.aws import xml as aws_style
from tests.fast.comparison import are_equal, is_the_exception, is_too_deep
from tests.fuzz.beside import agrees
from tests.hostile.verbs import OPERATIONS
from tests.structure import STRUCTURES

CODECS: tuple[Codec[Any], ...] = (
    *(entry.codec for entry in STRUCTURES.values()),
    *(operation.response for operation in OPERATIONS.values()),
    documents.manifest, documents.image_config, documents.lifecycle_policy, documents.policy, documents.event,
    documents.cloudtrail,
)  # fmt: skip
_OPERATIONS = tuple(OPERATIONS.values())
_STATUSES = (200, 400, 403, 429, 500, 503)


def examine(data: bytes) -> str:
    """Read the document of an input and write what was read; gives the way, and whether it was read."""
    number, way, raw = int.from_bytes(data[:2], "big"), data[2:3], data[3:]
    codec = CODECS[number % len(CODECS)]
    match ord(way or b"\0") % 5:
        case 0:
            found = _read(codec.decode_json, raw)
            _write(codec, found, partial(codec.encode_json), codec.decode_json)
            return _outcome("JSON", found)
        case 1:
            style = plain if number % 2 else aws_style
            found = _read(partial(codec.decode_xml, style=style), raw)
            _write(codec, found, partial(codec.encode_xml, root="r", style=style), None)
            return _outcome("XML", found)
        case 2:
            try:
                tree: object = orjson.loads(raw)
            except ValueError:
                tree = raw.decode("utf-8", "surrogateescape")
            found = _read(codec.of_json, tree)
            for write in (codec.encode_json, codec.to_json, codec.check, codec.to_value, codec.to_query):
                _same(partial(write, tree), exception=False)
            return _outcome("tree", found)
        case 3:
            return _outcome("text", _read(codec.of_string, raw))
        case _:
            operation, status = _OPERATIONS[number % len(_OPERATIONS)], _STATUSES[number % len(_STATUSES)]
            found = _replied(partial(operation.decode, status=status, body=raw))
            assert agrees(operation, raw, found), (operation, raw, found)
            return _outcome("reply", found)


def _outcome(way: str, found: Result[Any, Any]) -> str:
    return f"{way} {'read' if isinstance(found, Success) else 'refused'}"


def _read(read: Callable[[Any], Result[Any, Any]], given: Any) -> Result[Any, Any]:
    found = _same(partial(read, given), exception=True)
    if isinstance(found, Failure):
        error = found.failure()
        assert render(error, source=given if isinstance(given, bytes) else None)
        assert report(error)
        assert pickle.loads(pickle.dumps(error)) == error
    return found


def _write(
    codec: Codec[Any],
    found: Result[Any, Any],
    write: Callable[[Any], Result[bytes, Any]],
    read: Callable[[bytes], Result[Any, Any]] | None,
) -> None:
    """Write a value that was read; where nothing is lost, it is read again as it was."""
    if not isinstance(found, Success):
        return
    written = _same(partial(write, found.unwrap()), exception=False)
    if read is not None and isinstance(written, Success):
        again = read(written.unwrap())
        assert not isinstance(again, Failure) or is_too_deep(again), (codec, found, written, again)


def _replied(run: Callable[[], Result[Any, Any]]) -> Result[Any, Any]:
    fast = run()
    with plain_only():
        slow = run()
    if repr(fast) != repr(slow):
        assert not isinstance(slow, Success)
        assert isinstance(slow.failure(), DecodeError)
        variant = isinstance(fast, Failure) and not isinstance(fast.failure(), DecodeError)
        assert is_too_deep(slow) or is_the_exception(Success(None) if variant else fast, slow), (fast, slow)
    return fast


def _same(run: Callable[[], Result[Any, Any]], *, exception: bool) -> Result[Any, Any]:
    """What a verb gives, which is the same by the compiled paths and by the plain interpreters."""
    fast = run()
    with plain_only():
        slow = run()
    if is_too_deep(fast) or is_too_deep(slow):  # one path takes more of the stack than the other
        return slow
    assert are_equal(fast, slow) or (exception and is_the_exception(fast, slow)), (run, fast, slow)
    return fast
