"""A caller whose stack is nearly used up gets `TooDeep`: no verb lets a `RecursionError` pass."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any

import pytest
from returns.result import Result

import ecr_decode
from ecr_decode import TooDeep, aws, ecr
from tests.hostile.verbs import ALL, CHECKERS, WRITERS, Verb
from tests.registry import CODECS, Layer, Tree

OURS = str(ecr_decode.__path__[0])
FRAMES = 40
"""More than any of these takes; the last ones have room and must read as ever."""

_operation = ecr.get_download_url_for_layer
_error = ecr.ServerException(message="later")
_request = ecr.GetDownloadUrlForLayerRequest(repository_name="a", layer_digest="b")
_http = aws.HttpRequest(body=b'{"repositoryName":"a","layerDigest":"b"}')
_response = ecr.GetDownloadUrlForLayerResponse()
_layer = Layer(digest="a", size=1)

CALLS: dict[str, Callable[[], Result[Any, Any]]] = {
    "Operation.encode": lambda: _operation.encode(_request),
    "Operation.decode": lambda: _operation.decode(status=200, body=b"{}"),
    "Operation.decode an error": lambda: _operation.decode(status=400, body=b'{"__type":"ServerException"}'),
    "Operation.decode XML": lambda: _operation.decode(status=200, body=b"<a/>"),
    "Operation.error_of_json": lambda: _operation.error_of_json("ServerException", {}),
    "Operation.error_of_xml": lambda: _operation.error_of_xml("ServerException", {}),
    "Operation.error_to_json": lambda: _operation.error_to_json(_error),
    "Operation.encode_error": lambda: _operation.encode_error(_error),
    "Operation.encode_response": lambda: _operation.encode_response(_response),
    "Operation.decode_request": lambda: _operation.decode_request(_http),
    "Record.make": lambda: Layer.make(digest="a", size=1),
    "Record.decode_json": lambda: Layer.decode_json(b'{"digest":"a","size":1}'),
    "Record.of_json": lambda: Layer.of_json({}),
    "Record.decode_xml": lambda: Layer.decode_xml(b"<a/>"),
    "Record.of_string": lambda: Layer.of_string(b"<a/>"),
    "Record.encode_json": _layer.encode_json,
    "Record.to_json": _layer.to_json,
    "Record.encode_xml": _layer.encode_xml,
    "Record.to_xml": _layer.to_xml,
    "Record.encode_query": _layer.encode_query,
    "Record.to_query": _layer.to_query,
    "Record.to_value": _layer.to_value,
}
GIVEN: dict[str, tuple[Any, Any]] = {
    "Tree": ({"value": 1, "children": [{"value": 2}]}, Tree(value=1, children=(Tree(value=2),))),
    "Layer": ({"digest": "a", "size": 1}, _layer),
    "lazy arrays": ([1, [2]], (1, (2,))),
    "map": ("a,b", ("a", "b")),
}
DOCUMENTS = {
    "JSON": b'{"value":1,"children":[{"value":2}]}',
    "wrong": b'{"digest":1}',
    "XML": b"<a><value>1</value></a>",
}

pytestmark = pytest.mark.skipif(sys.gettrace() is not None, reason="a tracer takes frames of its own")


def depth() -> int:
    frame: FrameType | None = sys._getframe()  # pyright: ignore[reportPrivateUsage] nothing else knows
    frames = 0
    while frame is not None:
        frame, frames = frame.f_back, frames + 1
    return frames


def with_frames(left: int, call: Callable[[], Any]) -> Any:
    """What a call gives where so many frames are left, or the traceback of the `RecursionError`."""
    used = sys.getrecursionlimit() - left - depth()

    def descend(frames: int) -> Any:
        return call() if frames <= 0 else descend(frames - 1)

    with Caught() as caught:
        return descend(used)
    return caught.trace


class Caught:
    """Keeps the traceback of a `RecursionError`, so that a test can see whose it is."""

    trace: TracebackType | None = None

    def __enter__(self) -> Caught:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        self.trace = trace
        return isinstance(error, RecursionError)


def ours(trace: TracebackType | None) -> bool:
    """Whether a frame of the library was running when the stack was used up."""
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.startswith(OURS):
            return True
        trace = trace.tb_next
    return False


def settles(call: Callable[[], Result[Any, Any]]) -> list[str]:
    """What comes of a call for each number of frames that is left, the one more than the other."""
    roomy = repr(call())
    came: list[str] = []
    for left in range(3, FRAMES):
        result = with_frames(left, call)
        if isinstance(result, TracebackType):
            assert not ours(result), left
            came.append("before the call")
        elif repr(result) == roomy:
            came.append("as ever")
        else:
            assert repr(result.failure().problems[-1].why) == repr(TooDeep()), result
            came.append("too deep")
    return came


@pytest.mark.parametrize("name", CALLS)
def test_methods_settle_on_any_stack(name: str) -> None:
    came = settles(CALLS[name])
    assert came[-1] == "as ever"
    assert "too deep" in came or sys.version_info >= (3, 12)  # newer Pythons leave more room below a call
    assert came == sorted(came, key=["before the call", "too deep", "as ever"].index)


@pytest.mark.parametrize("verb", ALL)
@pytest.mark.parametrize("name", GIVEN)
def test_verbs_settle_on_any_stack(name: str, verb: str) -> None:
    tree, value = GIVEN[name]
    run: Verb = ALL[verb]
    codec = CODECS[name].codec
    for given in (value,) if verb in WRITERS | CHECKERS else (tree, *DOCUMENTS.values()):
        came = settles(lambda given=given: run(codec, given))  # type: ignore[misc]
        assert came[-1] == "as ever"
        assert "too deep" in came or sys.version_info >= (3, 12)  # as above
