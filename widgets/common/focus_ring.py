"""Shows where the keyboard is: a ring around what got the focus by Tab, an arrow or a shortcut, never after a click."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QSlider, QSplitter, QStackedWidget, QWidget
from shiboken6 import isValid
from typing_extensions import override

from widgets.common.theme import theme

GAP = 2
WIDTH = 2
RADIUS = 6


class FocusRing(QWidget):
    """One ring for the program; it lies beside the focused control and moves with it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self._target: QWidget | None = None
        self._ground: QWidget = self
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if new is None:
            return
        window = new.window()
        by_keyboard = window.testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, on=False)
        if by_keyboard and isinstance(new, QAbstractButton | QSlider):
            self._surround(new)

    def _surround(self, target: QWidget) -> None:
        self._target = target
        self._watched = [target, *_between(target, _ground(target))]
        for widget in self._watched:
            widget.installEventFilter(self)
        target.destroyed.connect(self._on_target_destroyed)
        self._ground = _ground(target)
        self.setParent(self._ground)
        self._follow()
        self.show()
        self.raise_()

    def _leave(self) -> None:
        if self._target is not None:
            for widget in self._watched:
                if isValid(widget):
                    widget.removeEventFilter(self)
            self._target.destroyed.disconnect(self._on_target_destroyed)
            self._target = None
        self.hide()
        self.setParent(None)

    def _follow(self) -> None:
        if self._target is not None:
            corner = self._target.mapTo(self._ground, QPointF(0, 0)).toPoint()
            reach = GAP + WIDTH
            self.setGeometry(QRect(corner, self._target.size()).adjusted(-reach, -reach, reach, reach))

    def _on_target_destroyed(self) -> None:
        self._target = None
        self.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event.type():
            case QEvent.Type.Move | QEvent.Type.Resize:
                self._follow()
            case QEvent.Type.Hide:
                self.hide()
            case QEvent.Type.MouseButtonPress:
                self.hide()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("focus_ring"), WIDTH))
        inner = QRectF(self.rect()).adjusted(WIDTH / 2, WIDTH / 2, -WIDTH / 2, -WIDTH / 2)
        painter.drawRoundedRect(inner, RADIUS + GAP, RADIUS + GAP)


def _between(target: QWidget, ground: QWidget) -> Iterator[QWidget]:
    """Yield what lies between the target and the ground of its ring, and moves it when it moves."""
    above = target.parentWidget()
    while above is not None and above is not ground:
        yield above
        above = above.parentWidget()


def _ground(target: QWidget) -> QWidget:
    """Return what the ring lies on: what scrolls with the target, else its window."""
    ground = target.parentWidget() or target
    while not ground.isWindow():
        above = ground.parentWidget()
        if above is None or above.objectName() == "qt_scrollarea_viewport":
            break
        ground = above
    return ground if not isinstance(ground, QSplitter | QStackedWidget) else ground.window()
