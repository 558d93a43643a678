"""A service on the loopback whose replies a test decides."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, NamedTuple


class Asked(NamedTuple):
    """A request that the service received."""

    headers: Mapping[str, str]
    body: Any


class Reply(NamedTuple):
    """What the service answers; `missing` bytes are promised and never sent."""

    status: int = 200
    """The status; 0 hangs up without a word."""
    body: bytes = b"{}"
    headers: Mapping[str, str] = {}
    missing: int = 0
    silent: bool = False
    """Whether it leaves the client waiting until the test is over."""


class Loopback:
    """The service while it runs: where it is, and what it was asked."""

    def __init__(self, answer: Callable[[Asked], Reply]) -> None:
        self.answer = answer
        self.asked: list[Asked] = []
        self.over = Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                asked = Asked(
                    dict(self.headers), json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                )
                service.asked.append(asked)
                reply = service.answer(asked)
                if reply.silent:
                    self.close_connection = service.over.wait()
                    return
                if reply.status == 0:
                    self.close_connection = True
                    return
                self.send_response(reply.status)
                self.send_header("Content-Length", str(len(reply.body) + reply.missing))
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.body)
                self.close_connection = reply.missing > 0

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 named so above
                """Say nothing."""

        return Handler


@contextmanager
def loopback(*replies: Reply | Callable[[Asked], Reply]) -> Generator[Loopback]:
    """A service that gives these replies, one after another, the last one for ever."""
    left = [*replies]

    def answer(asked: Asked) -> Reply:
        reply = left.pop(0) if len(left) > 1 else left[0]
        return reply if isinstance(reply, Reply) else reply(asked)

    service = Loopback(answer)
    thread = Thread(target=service.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        service.over.set()
        service.server.shutdown()
        service.server.server_close()
        thread.join()
