"""Lets paper be drawn where no window is: on the command line and in a child process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QGuiApplication


@contextmanager
def drawing() -> Iterator[None]:
    """Make sure that fonts can be used, with an application of our own where there is none yet."""
    if QGuiApplication.instance() is not None:
        yield
        return
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication(["sedyanka"])
    yield
    app.processEvents()
