"""Where the window was, so that it comes back there, on whatever screens there are now."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from widgets.common.desk import Settings
from widgets.common.theme import theme

PLACE: Final = "window"
MAXIMISED: Final = "maximised"


def restore_place(window: QWidget, settings: Settings) -> None:
    """Put the window where it was, moved and shrunk into a screen that is there."""
    least = QSize(*theme().token("size.min_window"))
    window.setMinimumSize(least.boundedTo(_room().size()))
    place = settings.get(PLACE, [])
    if len(place) == 4 and all(isinstance(number, int) for number in place):
        window.setGeometry(_inside(QRect(*place).normalized()))
    else:
        design = QSize(*theme().token("size.design_window")).boundedTo(_room().size())
        window.resize(design)


def show_at_place(window: QWidget, settings: Settings) -> None:
    """Show the window as large as it was."""
    if settings.get(MAXIMISED, False):
        window.showMaximized()
    else:
        window.show()


def keep_place(window: QWidget, settings: Settings) -> None:
    """Remember where the window is."""
    settings.set(MAXIMISED, window.isMaximized())
    place = window.normalGeometry()
    if place.isValid():
        settings.set(PLACE, [place.x(), place.y(), place.width(), place.height()])


def _room() -> QRect:
    screen = QGuiApplication.primaryScreen()
    return screen.availableGeometry()


def _inside(place: QRect) -> QRect:
    screen = QGuiApplication.screenAt(place.center()) or QGuiApplication.primaryScreen()
    room = screen.availableGeometry()
    size = place.size().boundedTo(room.size())
    left = max(room.left(), min(place.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(place.top(), room.bottom() + 1 - size.height()))
    return QRect(left, top, size.width(), size.height())
