"""Drives a browser without a window by its pipe: no port is opened, and nothing outside this machine can be reached."""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def found() -> str:
    """The browser of this machine, or an empty text."""
    return next((path for name in BROWSERS if (path := shutil.which(name))), "")


class Browser:
    """One browser with one tab; every request that the tab makes is noted in `asked`."""

    def __init__(self, home: Path) -> None:
        to_it, self._write = os.pipe()
        self._read, from_it = os.pipe()
        words = [
            found(), "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={home}", "about:blank",
        ]  # fmt: skip
        ends = f'exec 3<&{to_it} 4>&{from_it}; exec "$@"'
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", ends, "browser", *words],
            pass_fds=(to_it, from_it), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=os.environ | {"HOME": str(home)},
        )  # fmt: skip
        os.close(to_it)
        os.close(from_it)
        self._number, self._left, self._session = 0, b"", ""
        self.asked: list[str] = []
        self.said: list[str] = []  # on its console
        self._heard: set[str] = set()
        tab = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=tab, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def __enter__(self) -> Browser:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._write)
        os.close(self._read)

    def call(self, method: str, **values: Any) -> dict[str, Any]:
        """Ask the browser for something and wait for its answer."""
        self._number += 1
        asked = {"id": self._number, "method": method, "params": values}
        if self._session:
            asked["sessionId"] = self._session
        os.write(self._write, json.dumps(asked).encode() + b"\0")
        while (message := self._next()).get("id") != self._number:
            self._hear(message)
        assert "error" not in message, message
        return message["result"]

    def open(self, file: Path) -> None:
        """Open a file and wait until it is loaded."""
        self._heard.clear()
        self.call("Page.navigate", url=file.as_uri())
        end = time.monotonic() + 20
        while "Page.loadEventFired" not in self._heard:
            assert time.monotonic() < end, "the page did not load"
            self._hear(self._next())

    def ask(self, script: str) -> Any:
        """Return what a script comes to."""
        got = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True)
        assert "exceptionDetails" not in got, got
        return got["result"].get("value")

    def wait(self, script: str) -> None:
        """Wait until a script comes to something true."""
        end = time.monotonic() + 10
        while not self.ask(script):
            assert time.monotonic() < end, script
            time.sleep(0.05)

    def press(self, key: str) -> None:
        """Press a key."""
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=key,
                windowsVirtualKeyCode={"Tab": 9, "Enter": 13}[key],
            )

    def type(self, text: str) -> None:
        """Type into what has the keyboard."""
        self.call("Input.insertText", text=text)

    def picture(self, width: int = 1000) -> bytes:
        """Return the whole page as a picture."""
        height = self.ask("document.documentElement.scrollHeight")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        return base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"])

    def printed(self) -> bytes:
        """Return the page as the browser prints it."""
        return base64.b64decode(self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"])

    def _hear(self, message: dict[str, Any]) -> None:
        self._heard.add(message.get("method", ""))
        if message.get("method") == "Network.requestWillBeSent":
            self.asked.append(message["params"]["request"]["url"])
        if message.get("method") == "Runtime.consoleAPICalled" or message.get("method") == "Log.entryAdded":
            self.said.append(json.dumps(message["params"]))

    def _next(self) -> dict[str, Any]:
        end = time.monotonic() + 20
        while b"\0" not in self._left:
            assert select.select([self._read], [], [], max(0.0, end - time.monotonic()))[0], "the browser is silent"
            more = os.read(self._read, 1 << 20)
            assert more, "the browser has ended"
            self._left += more
        message, self._left = self._left.split(b"\0", 1)
        return json.loads(message)
