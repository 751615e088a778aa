"""Hands for the purpose page: real mouse and key events at points of the board."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from app.purpose.board import Connector, Note
from app.purpose.wall import box_of
from tests.purpose.rules.builders import fill
from widgets.purpose.canvas.selection import Selection

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier


class Hands:
    """What a person does on the page."""

    def __init__(self, page, store, qtbot) -> None:
        self.page, self.store, self._qtbot = page, store, qtbot

    @property
    def canvas(self):
        return self.page.canvas

    @property
    def editor(self):
        return self.page.writing.editor

    @property
    def selection(self) -> Selection:
        return self.canvas.selection

    def fill(self, *things) -> Hands:
        """Put things on a board of the playbook and open it at 100 %."""
        fill(self.store, *things)
        self.page.attach(self.store)
        self.canvas.set_zoom(1.0)
        self.canvas.reveal(self.canvas.content(), middle=True)
        self.canvas.setFocus()
        return self

    def at(self, x: float, y: float) -> QPointF:
        """Return where a point of the board is on the screen."""
        return self.canvas.on_view(QPointF(x, y))

    def middle(self, id: str) -> tuple[float, float]:
        return box_of(self.note(id)).middle

    def note(self, id: str) -> Note:
        return self.store.of(Note).get(id)

    def notes(self) -> list[Note]:
        return list(self.store.of(Note).all())

    def lines(self) -> list[tuple[str, str]]:
        return [(it.start, it.end) for it in self.store.of(Connector).all()]

    def newest(self) -> Note:
        return max(self.notes(), key=lambda note: note.z)

    def send(self, kind, at: QPointF, button=LEFT, keys=PLAIN) -> None:
        held = NONE if kind == QEvent.Type.MouseButtonRelease or button == NONE else button
        sent = NONE if kind == QEvent.Type.MouseMove else button
        port = self.canvas.viewport()
        QApplication.sendEvent(port, QMouseEvent(kind, at, QPointF(port.mapToGlobal(at)), sent, held, keys))

    def press(self, x: float, y: float, keys=PLAIN) -> None:
        self.send(QEvent.Type.MouseButtonPress, self.at(x, y), keys=keys)

    def move(self, x: float, y: float, keys=PLAIN, *, held: bool = True) -> None:
        self.send(QEvent.Type.MouseMove, self.at(x, y), LEFT if held else NONE, keys)

    def release(self, x: float, y: float, keys=PLAIN) -> None:
        self.send(QEvent.Type.MouseButtonRelease, self.at(x, y), keys=keys)

    def click(self, x: float, y: float, keys=PLAIN) -> None:
        self.press(x, y, keys)
        self.release(x, y, keys)

    def double(self, x: float, y: float) -> None:
        self.click(x, y)
        self.send(QEvent.Type.MouseButtonDblClick, self.at(x, y))
        self.release(x, y)

    def drag(self, start: tuple[float, float], end: tuple[float, float], keys=PLAIN) -> None:
        """Drag from a point to another in several steps."""
        self.press(*start, keys)
        for step in (0.2, 0.6, 1.0):
            self.move(start[0] + (end[0] - start[0]) * step, start[1] + (end[1] - start[1]) * step, keys)
        self.release(*end, keys)

    def key(self, key, keys=PLAIN) -> None:
        self._qtbot.keyClick(QApplication.focusWidget() or self.canvas, key, keys)

    def type(self, text: str) -> None:
        self._qtbot.keyClicks(QApplication.focusWidget() or self.canvas, text)

    def choose(self, action: str) -> None:
        """Call an action of the page by its id, when it is enabled."""
        found = next(it for it in self.page.page_actions() if it.id == action)
        assert found.enabled(), action
        found.handler()

    def select(self, *ids: str) -> None:
        self.canvas.select(Selection(ids))
        self.canvas.setFocus()

    def wait_typed(self) -> None:
        """Let what is being typed be kept."""
        self._qtbot.wait(20)
        self.editor.flush()
