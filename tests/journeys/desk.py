"""A desk of its own for each journey: X server, window manager, session bus, a real mouse and real keys.

What is on screen is found by role and name, as a screen reader finds it.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("Xvfb", "openbox", "xdotool", "xprop", "dbus-daemon", "setxkbmap", "import")
BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def missing() -> str:
    """Return what a journey lacks on this machine, or an empty text."""
    lacks = [name for name in NEEDED if shutil.which(name) is None]
    if (
        not lacks
        and subprocess.run([SYSTEM_PYTHON, "-c", "import pyatspi"], capture_output=True, check=False).returncode
    ):
        lacks = ["python3-pyatspi"]
    return ", ".join(lacks)


def wait_for(test: Callable[[], Any], what: str, seconds: float = 15) -> Any:
    end = time.monotonic() + seconds
    while True:
        if got := test():
            return got
        if time.monotonic() > end:
            raise AssertionError(f"not within {seconds} s: {what}")
        time.sleep(0.05)


class Desk:
    """One screen and the program on it; the home outlives a restart of the program."""

    def __init__(self, home: Path, size: str = "1440x900", layouts: str = "us,bg", lang: str = "C.UTF-8") -> None:
        self._started: list[subprocess.Popen[bytes]] = []
        self._ears: subprocess.Popen[str] | None = None
        self.app: subprocess.Popen[bytes] | None = None
        self.home = home
        self._log = (home / "desk.log").open("ab")
        self.env = {k: v for k, v in os.environ.items() if k not in {"WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
        self.env |= {"LANG": lang, "LC_ALL": lang, "HOME": str(home), "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
        for kind in ("DATA", "CONFIG", "CACHE", "STATE"):
            self.env[f"XDG_{kind}_HOME"] = str(home / kind.lower())
        run = home / "run"
        run.mkdir(mode=0o700, exist_ok=True)
        self.env |= {"XDG_RUNTIME_DIR": str(run), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1"}
        self._screen(size, layouts)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in [self._ears, self.app, *reversed(self._started)]:
            if process is not None and process.poll() is None:
                process.terminate()
                try:
                    process.wait(4)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        if self._ears is not None:
            for pipe in (self._ears.stdin, self._ears.stdout):
                if pipe is not None:
                    pipe.close()
        self._log.close()

    def _start(self, *command: str, **more: Any) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command, env=self.env, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log, **more
        )
        self._started.append(process)
        return process

    def _told(self, command: Callable[[int], Sequence[str]]) -> str:
        """Start a server that writes a line when it is ready; the pipe stays open, Xvfb dies when it breaks."""
        ear, mouth = os.pipe()
        self._start(*command(mouth), pass_fds=[mouth])
        os.close(mouth)
        line = b""
        while not line.endswith(b"\n"):
            assert select.select([ear], [], [], 20)[0], "a server of the desk did not start"
            line += os.read(ear, 4096)
        return line.decode().strip()

    def _screen(self, size: str, layouts: str) -> None:
        display = ("Xvfb", "-screen", "0", f"{size}x24", "-dpi", "96", "-nolisten", "tcp", "-noreset", "-displayfd")
        self.env["DISPLAY"] = ":" + self._told(lambda fd: (*display, str(fd)))
        bus = ("dbus-daemon", "--session", "--nofork", "--nopidfile")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._told(lambda fd: (*bus, f"--print-address={fd}"))
        if launcher := next((path for path in BUS_LAUNCHERS if os.access(path, os.X_OK)), None):
            self._start(launcher, "--launch-immediately", "--a11y=1")
        self._start("openbox", "--sm-disable")
        wait_for(lambda: "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "the window manager")
        self.run("setxkbmap", "-layout", layouts)

    def run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False
        )
        return done.stdout.decode(errors="replace")

    # -- the program

    def launch(self, *arguments: str, day: date | None = None, seconds: float = 30) -> None:
        """Start the program, on another day if one is given, and wait until its window is there."""
        program = ["-m", "tests.journeys.on_day", day.isoformat()] if day else [str(ROOT / "main.py")]
        self.app = subprocess.Popen(
            [sys.executable, *program, *arguments],
            env=self.env, cwd=self.home, stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log,
        )  # fmt: skip
        wait_for(lambda: self.window(), "the window of the program", seconds)

    def window(self) -> str:
        """Return the id of the window of the program, or an empty text."""
        assert self.app is not None
        found = self.run("xdotool", "search", "--onlyvisible", "--pid", str(self.app.pid), "--name", ".+").split()
        return found[-1] if found else ""

    def close(self) -> int:
        """Close the window as a person would; return the exit status."""
        assert self.app is not None
        self.key("alt+F4")
        return self.app.wait(20)

    def kill(self) -> None:
        """End the program with no warning."""
        assert self.app is not None
        self.app.send_signal(signal.SIGKILL)
        self.app.wait()

    def shot(self, file: Path) -> None:
        """Keep a picture of the screen."""
        self.run("import", "-silent", "-window", "root", str(file))

    def still(self, quiet: float = 0.4, seconds: float = 8) -> None:
        """Wait until the screen stays as it is, so that what is looked for is where it will be pressed."""
        last, since, end = "", time.monotonic(), time.monotonic() + seconds
        while time.monotonic() < end:
            now = self.run("sh", "-c", "import -silent -window root rgb:- | cksum")
            if now != last:
                last, since = now, time.monotonic()
            elif time.monotonic() - since >= quiet:
                return

    # -- mouse and keys

    def _where(self) -> tuple[int, int]:
        told = dict(line.split("=") for line in self.run("xdotool", "getmouselocation", "--shell").split())
        return int(told["X"]), int(told["Y"])

    def move(self, x: float, y: float, steps: int = 10, pause: float = 0.01) -> None:
        from_x, from_y = self._where()
        command = ["xdotool"]
        for step in range(1, steps + 1):
            part = step / steps
            at = round(from_x + (x - from_x) * part), round(from_y + (y - from_y) * part)
            command += ["mousemove", str(at[0]), str(at[1]), "sleep", str(pause)]
        self.run(*command)

    def click(self, x: float, y: float, times: int = 1, held: Sequence[str] = ()) -> None:
        self.move(x, y)
        down, up = [a for k in held for a in ("keydown", k)], [a for k in held for a in ("keyup", k)]
        self.run("xdotool", *down, "click", "--repeat", str(times), "--delay", "60", "1", *up)
        time.sleep(0.1)

    def drag(
        self, start: tuple[float, float], end: tuple[float, float], held: Sequence[str] = (), *, escape: bool = False
    ) -> None:
        """Drag in small steps, wait over the target, let go; Escape before that cancels."""
        self.move(*start)
        for name in held:
            self.run("xdotool", "keydown", name)
        self.run("xdotool", "mousedown", "1")
        time.sleep(0.06)
        self.move(start[0] + 14, start[1] + 5, steps=7, pause=0.02)
        self.move(*end, steps=25)
        self.move(end[0] + 1, end[1], steps=1)
        time.sleep(0.3)
        if escape:
            self.key("Escape")
        self.run("xdotool", "mouseup", "1")
        for name in held:
            self.run("xdotool", "keyup", name)
        time.sleep(0.25)

    def key(self, *keys: str) -> None:
        """Press keys by their X names: Return, ctrl+shift+z, alt+Right."""
        for name in keys:
            self.run("xdotool", "key", name)  # with --clearmodifiers it would let go of the mouse too
            time.sleep(0.08)

    def type(self, text: str) -> None:
        self.run("xdotool", "type", "--clearmodifiers", "--delay", "30", "--", text)
        time.sleep(0.2)

    # -- what is on screen, by role and name

    def ask(self, **question: Any) -> list[dict[str, Any]]:
        if self._ears is None or self._ears.poll() is not None:
            clean = {k: v for k, v in self.env.items() if k not in {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV"}}
            self._ears = subprocess.Popen(
                [SYSTEM_PYTHON, str(Path(__file__).with_name("ears.py"))],
                env=clean, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, text=True,
            )  # fmt: skip
        assert self._ears.stdin is not None
        assert self._ears.stdout is not None
        assert self.app is not None
        self._ears.stdin.write(json.dumps({"pid": self.app.pid, **question}) + "\n")
        self._ears.stdin.flush()
        answer: list[dict[str, Any]] = json.loads(self._ears.stdout.readline())
        return answer

    def all(self, name: str, role: str = "", how: str = "exact") -> list[dict[str, Any]]:
        """Return what is on screen with a name (how: exact, contains, regex) and role."""
        return self.ask(name=name, role=role, how=how)

    def find(self, name: str, role: str = "", how: str = "exact", seconds: float = 10) -> dict[str, Any]:
        """Return the first thing with a name; waits for it."""
        found = wait_for(lambda: self.all(name, role, how), f"{role or 'something'} named {name!r} on screen", seconds)
        return dict(found[0])

    def point(self, name: str, role: str = "", how: str = "exact") -> tuple[float, float]:
        """Return the middle of a thing on screen."""
        x, y, width, height = self.find(name, role, how)["rect"]
        return x + width / 2, y + height / 2

    def menu(self, name: str, role: str = "", how: str = "exact") -> None:
        """Press what opens a menu, and wait until that is there; what stands in it cannot be asked for by name."""
        before = self._windows()
        self.press(name, role, how)
        wait_for(lambda: self._windows() > before, f"the menu of {name!r}")

    def _windows(self) -> int:
        return len(self.run("xdotool", "search", "--onlyvisible", "--class", "sedyanka").split())

    def press(self, name: str, role: str = "", how: str = "exact") -> None:
        """Click the middle of a thing on screen, once it can be pressed."""
        wait_for(lambda: "enabled" in self.find(name, role, how)["states"], f"{name!r} to be enabled")
        self.click(*self.point(name, role, how))
