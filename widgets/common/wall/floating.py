"""Bars that float over a wall."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QGraphicsView, QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from widgets.common.icons import icon
from widgets.common.shadow import MARGIN, paint_panel
from widgets.common.theme import theme
from widgets.common.wall.view import WallView
from widgets.common.words import Retranslated

TOOL: Final = 34
SMALL: Final = 24
EDGE: Final = 16


class Floating(Retranslated):
    """A raised panel with a shadow over a view; it stays where `place` puts it when the view changes its size."""

    stays: ClassVar[bool] = True  # it does not follow what is on the wall

    def __init__(self, view: QGraphicsView, radius: int = 10, padding: int = 5) -> None:
        super().__init__(view)
        self._view = view
        self._radius = radius
        self._panel: QPixmap | None = None
        self.row = QHBoxLayout(self)
        edge = MARGIN + padding
        self.row.setContentsMargins(edge, edge, edge, edge)
        self.row.setSpacing(2)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        view.installEventFilter(self)
        if isinstance(view, WallView):
            view.bars.append(self)
        theme().changed.connect(self._forget)

    def panel(self) -> QRect:
        """Return where the panel is in the view, without its shadow."""
        return self.geometry().adjusted(MARGIN + 1, MARGIN + 1, -MARGIN - 1, -MARGIN - 1)

    def covers(self, part: QRect) -> bool:
        """Return whether it stands at the bottom over a part of the view, whatever is done above."""
        low = self.panel().center().y() > self._view.height() / 2
        return self.stays and low and self.isVisible() and self.panel().intersects(part)

    def place(self) -> None:
        """Take the place that belongs to it."""

    def put(self, right: int | None = None, bottom: int | None = None, left: int | None = None) -> None:
        """Put the panel so far from the edges of the view; in the middle where no side is named."""
        self.adjustSize()
        width, height = self._view.width(), self._view.height()
        x = (width - self.width()) // 2
        if right is not None:
            x = width - right - self.width() + MARGIN
        elif left is not None:
            x = left - MARGIN
        y = EDGE - MARGIN if bottom is None else height - bottom - self.height() + MARGIN
        self.move(QPoint(x, y))
        self.raise_()

    def add_tool(self, name: str, size: int = TOOL, sign: int = 18, *, checkable: bool = False) -> QToolButton:
        """Add a button with an icon."""
        button = QToolButton(self)
        button.setProperty("look", "wall-tool")
        button.setIcon(icon(name, "text_2", "accent"))
        button.setIconSize(QSize(sign, sign))
        button.setFixedSize(size, size)
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row.addWidget(button)
        return button

    def add_line(self) -> QWidget:
        """Add a thin line between two groups of buttons; return it with the room around it."""
        around = QWidget(self)
        room = QHBoxLayout(around)
        room.setContentsMargins(4, 0, 4, 0)
        line = QWidget(around)
        line.setProperty("look", "bar-line")
        line.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        line.setFixedSize(1, 20)
        room.addWidget(line)
        self.row.addWidget(around)
        return around

    def _drawn(self) -> QPixmap:
        """Return the panel with its shadow: it is painted at every step of what happens below it."""
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(self.size() * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        paint_panel(painter, QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN), self._radius)
        painter.end()
        return drawn

    def _forget(self) -> None:
        self._panel = None
        self.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._panel is None or self._panel.deviceIndependentSize().toSize() != self.size():
            self._panel = self._drawn()
        # pictures are copied much faster into rectangles than into a shape
        for piece in event.region():  # type: ignore[attr-defined]
            painter.setClipRect(piece)
            painter.drawPixmap(0, 0, self._panel)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.place()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # what is below hears nothing

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
