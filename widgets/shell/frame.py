"""The window before anything is in it: painted in the colours of the shell while everything slow is still imported.

What is imported here delays the first paint, so it is little: neither the theme nor the namespace Qt (15 ms), nor
typing_extensions (7 ms).
"""

# ruff: noqa: D102, N802  (Qt's own names and meanings; ruff knows only the real `override`)

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QMainWindow

from resources import FOLDER

if TYPE_CHECKING:
    from typing_extensions import override

    from widgets.shell.computer_settings import ComputerSettings
else:

    def override(method: object) -> object:
        """Mark nothing; type checkers read the real one."""
        return method


TITLE_BAR: Final = 40  # px that a desktop may put above a window; it tells only once the window shows


class Frame(QMainWindow):
    """The top-level window. `Program` puts the rest into it.

    Signals:
        painted: it is being painted for the first time; do nothing slow now.
        close_requested: the person wants to leave; whoever agrees calls `close_for_good`.
    """

    painted = Signal()
    close_requested = Signal()

    def __init__(self, settings: ComputerSettings) -> None:
        super().__init__()
        tokens = json.loads((FOLDER / "themes" / "tokens.json").read_text(encoding="utf-8"))
        self._colours = tokens["color"][_theme(settings)]
        self._sizes = tokens["size"]
        self._narrow_below = tokens["calendar"]["rail_auto_collapse_below"]
        self._narrow = settings.get("rail_narrow", None)
        self._was_painted = False
        self._may_close = False
        self.setWindowTitle("Sedyanka")
        self._restore_place(settings)

    def close_for_good(self) -> None:
        """Close without asking anybody again."""
        self._may_close = True
        self.close()

    def raise_to_front(self) -> None:
        """Come to the front, out of the task bar too."""
        self.setWindowState(self.windowState() & ~self.windowState().WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_at_place(self, settings: ComputerSettings) -> None:
        """Show the window as large as it was, the first time as large as it is designed or the screen allows."""
        if settings.get("maximised", self._fills_screen):
            self.showMaximized()
        else:
            self.show()

    def keep_place(self, settings: ComputerSettings) -> None:
        """Remember where the window is."""
        settings.set("maximised", self.isMaximized())
        place = self.normalGeometry()
        if place.isValid():
            settings.set("window", [place.x(), place.y(), place.width(), place.height()])

    def _restore_place(self, settings: ComputerSettings) -> None:
        """Put the window where it was, moved and shrunk into a screen that is there."""
        place = settings.get("window", [])
        design = self._sizes["design_window"]
        known = len(place) == 4 and all(isinstance(number, int) and abs(number) < 100_000 for number in place)
        left, top, width, height = place if known else (0, 0, *design)
        room = _room(left + width // 2, top + height // 2)
        self._fills_screen = not known and (width > room.width() or height + TITLE_BAR > room.height())
        least = [
            min(one, other) for one, other in zip(self._sizes["min_window"], (room.width(), room.height()), strict=True)
        ]
        self.setMinimumSize(*least)
        width, height = min(max(width, least[0]), room.width()), min(max(height, least[1]), room.height())
        self.resize(width, height)
        if known:
            self.move(
                max(room.left(), min(left, room.left() + room.width() - width)),
                max(room.top(), min(top, room.top() + room.height() - height)),
            )

    def _paint_shell(self) -> None:
        """Paint what stands in the window from the first moment: rail, ground, strip and the lines between them."""
        narrow = self.width() < self._narrow_below if self._narrow is None else self._narrow
        rail = self._sizes["rail_collapsed" if narrow else "rail"]
        strip = self.height() - self._sizes["status_strip"]
        painter = QPainter(self)
        dot = QPixmap(1, 1)  # drawn large: filling a rectangle would load the namespace Qt
        for role, left, top, width, height in (
            ("bg", 0, 0, self.width(), self.height()),
            ("rail", 0, 0, rail, strip),
            ("border", rail - 1, 0, 1, strip),
            ("rail", 0, strip, self.width(), self.height() - strip),
            ("border", 0, strip, self.width(), 1),
        ):
            dot.fill(QColor(self._colours[role]))
            painter.drawPixmap(left, top, width, height, dot)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.centralWidget() is None:
            self._paint_shell()
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            self.close_requested.emit()
        event.setAccepted(self._may_close)


def _theme(settings: ComputerSettings) -> str:
    """Return "light" or "dark" as the theme will; the palette tells what the desktop has."""
    choice = settings.get("theme", "system")
    if choice in ("light", "dark"):
        return str(choice)
    return "dark" if QGuiApplication.palette().window().color().lightness() < 128 else "light"


def _room(x: int, y: int) -> Any:
    """Return what is free of the screen at a point, or of the first one."""
    from PySide6.QtCore import QPoint

    screen = QGuiApplication.screenAt(QPoint(x, y)) or QGuiApplication.primaryScreen()
    return screen.availableGeometry()
