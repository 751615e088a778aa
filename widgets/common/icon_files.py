"""Tinted icons as files, for the few places where a style sheet can only name a file."""

from __future__ import annotations

import atexit
import os
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from PySide6.QtGui import QColor

from resources import FOLDER


@cache
def _folder() -> Path:
    folder = Path(mkdtemp(prefix=f"sedyanka-{os.getpid()}-"))
    atexit.register(rmtree, folder, ignore_errors=True)  # commands end without the window's last signal
    return folder


@cache
def _written(name: str, colour: str) -> str:
    text = (FOLDER / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    file = _folder() / f"{name}-{colour[1:]}.svg"
    file.write_text(text, encoding="utf-8")
    return file.as_posix()


def icon_file(name: str, colour: QColor) -> str:
    """Return the path of an icon in a colour, written on first use."""
    return _written(name, colour.name())


def remove_icon_files() -> None:
    """Delete what was written, at the end of the program."""
    for file in _folder().glob("*.svg"):
        file.unlink(missing_ok=True)
    _folder().rmdir()
