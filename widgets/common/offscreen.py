"""Lets paper be drawn where no window is: on the command line and in a child process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QGuiApplication


class _Own:
    app: QGuiApplication | None = None  # kept: fonts that were loaded go with it


@contextmanager
def drawing() -> Iterator[None]:
    """Make sure that fonts can be used, with an application of our own where there is none yet."""
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _Own.app = QGuiApplication(["sedyanka"])
    yield
