"""A browser without a window, driven over a pipe, for tests of the page and to look at it.

`python -m tests.cli.browser PAGE PICTURE [WIDTH] [dark]` takes a picture of a page.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from base64 import b64decode
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
    "--disable-extensions", "--disable-background-networking", "--disable-component-update",
    "--remote-debugging-pipe",
)  # fmt: skip


class Tab:
    """A tab of the browser."""

    def __init__(self, reading: int, writing: int) -> None:
        self._reading = os.fdopen(reading, "rb")
        self._writing = os.fdopen(writing, "wb")
        self._buffer, self._last = b"", 0
        self._session: str | None = None
        self.events: list[dict[str, Any]] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.ask(f"{domain}.enable")

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a method of the protocol, and give what it returns."""
        self._last += 1
        message: dict[str, Any] = {"id": self._last, "method": method, "params": parameters}
        if self._session is not None:
            message["sessionId"] = self._session
        self._writing.write(json.dumps(message).encode() + b"\0")
        self._writing.flush()
        while True:
            heard = self._hear()
            if heard.get("id") == self._last:
                assert "error" not in heard, heard
                found: dict[str, Any] = heard["result"]
                return found
            self.events.append(heard)

    def _hear(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            piece = self._reading.read1(1 << 16)
            assert piece, "the browser has gone"
            self._buffer += piece
        message, _, self._buffer = self._buffer.partition(b"\0")
        found: dict[str, Any] = json.loads(message)
        return found

    def show(self, page: Path, width: int = 1200, height: int = 800, scheme: str = "light") -> None:
        """Load a page, in a window of a size."""
        self.ask(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=width < 600,
        )
        self.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.events.clear()
        self.ask("Page.navigate", url=page.resolve().as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._hear())

    def value(self, script: str) -> Any:
        """What an expression gives on the page."""
        found = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def press(self, key: str) -> None:
        """Press a key."""
        text = {"text": key} if len(key) == 1 else {}
        self.ask("Input.dispatchKeyEvent", type="keyDown", key=key, **text)
        self.ask("Input.dispatchKeyEvent", type="keyUp", key=key)

    def picture(self, file: Path) -> None:
        """Save what the window shows."""
        file.write_bytes(b64decode(self.ask("Page.captureScreenshot", format="png")["data"]))

    def close(self) -> None:
        """Close the browser."""
        self._session = None
        self.ask("Browser.close")
        self._reading.close()
        self._writing.close()


@contextmanager
def browser() -> Generator[Tab]:
    """A tab of a new browser, which is closed at the end."""
    assert CHROMIUM is not None
    (to_it, ours), (theirs, from_it) = os.pipe(), os.pipe()
    connected = f'exec "$@" 3<&{to_it} 4>&{from_it}'  # a browser looks for its pipes there

    with tempfile.TemporaryDirectory() as home:
        process = subprocess.Popen(
            ["bash", "-c", connected, "bash", CHROMIUM, *_FLAGS, f"--user-data-dir={home}"],
            pass_fds=(to_it, from_it),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "HOME": home},
        )
        os.close(to_it)
        os.close(from_it)
        tab = Tab(theirs, ours)
        try:
            yield tab
        finally:
            tab.close()
            process.wait(timeout=20)


def _main(page: str, picture: str, width: str = "1200", scheme: str = "light") -> None:
    with browser() as tab:
        tab.show(Path(page), int(width), scheme=scheme)
        tab.picture(Path(picture))


if __name__ == "__main__":
    _main(*sys.argv[1:])
