"""A card of the start page: one template, what it holds, and a small picture of its first five weeks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from widgets.common.elided_label import plain_tooltip
from widgets.common.painting import paint_text
from widgets.common.theme import theme

PICTURE = 112  # height of the picture above the words
WEEKS, DAYS = 5, 7


@dataclass(frozen=True, slots=True)
class Template:
    """What the start page tells of a template; `marks` are (week, weekday, days, colour category) of its plan."""

    id: str
    title: str
    summary: str
    facts: str
    marks: tuple[tuple[int, int, int, str], ...] = ()


class StartCard(QAbstractButton):
    """A large button that shows a template.

    Signals:
        chosen: the template was asked for (its id).
    """

    chosen = Signal(str)

    def __init__(self, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template = template
        self._hovered = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: self.chosen.emit(self._template.id))
        theme().changed.connect(self.update)
        self.show_template(template)

    def show_template(self, template: Template) -> None:
        """Show a template, or the same one in another language."""
        self._template = template
        self.setAccessibleName(template.title)
        self.setAccessibleDescription(f"{template.summary} {template.facts}")
        self.setToolTip(plain_tooltip(f"{template.title}\n{template.facts}"))
        self.update()

    def _paint_picture(self, painter: QPainter, area: QRectF) -> None:
        width, height = 211.0, 80.0
        left, top = area.center().x() - width / 2, area.center().y() - height / 2
        column, row = width / DAYS, height / WEEKS
        painter.fillRect(QRectF(left, top, width, height), theme().color("raised"))
        painter.fillRect(QRectF(left + column * 5, top, column * 2, height), theme().color("weekend"))
        painter.setPen(QPen(theme().color("border"), 1))
        for day in range(DAYS + 1):
            painter.drawLine(QPointF(left + day * column, top), QPointF(left + day * column, top + height))
        for week in range(WEEKS + 1):
            painter.drawLine(QPointF(left, top + week * row), QPointF(left + width, top + week * row))
        painter.setPen(Qt.PenStyle.NoPen)
        for week, day, days, family in self._template.marks:
            x, y = left + day * column + 3, top + week * row + 4
            length = min(days, DAYS - day) * column - 6
            painter.setPen(QPen(theme().family(family, "tint_border"), 1) if days > 1 else Qt.PenStyle.NoPen)
            painter.setBrush(theme().family(family, "tint"))
            painter.drawRoundedRect(QRectF(x, y, length, row - 8), 2, 2)
            painter.fillRect(QRectF(x, y, 3, row - 8), theme().family(family))

    def _paint_words(self, painter: QPainter, area: QRect) -> None:
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        paint_text(painter, area, self._template.title, theme().font("section"), "text", top)
        painter.setPen(theme().color("text_2"))
        painter.setFont(theme().font("small"))
        wrapped = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(area.adjusted(0, round(24 * theme().text_scale), 0, 0), wrapped, self._template.summary)
        paint_text(painter, area, self._template.facts, theme().font("caption"), "text_muted", bottom)

    @override
    def sizeHint(self) -> QSize:
        return QSize(284, PICTURE + round(108 * theme().text_scale))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(frame, 10, 10)
        painter.fillPath(path, theme().color("raised"))
        painter.save()
        painter.setClipPath(path)
        picture = QRectF(frame.left(), frame.top(), frame.width(), PICTURE)
        painter.fillRect(picture, theme().color("hover" if self.isDown() else "sunken"))
        self._paint_picture(painter, picture)
        painter.setPen(QPen(theme().color("border"), 1))
        painter.drawLine(picture.bottomLeft(), picture.bottomRight())
        painter.restore()
        words = frame.toRect().adjusted(16, PICTURE + 13, -16, -13)
        self._paint_words(painter, words)
        painter.setPen(QPen(theme().color("border_strong" if self._hovered else "border"), 1))
        painter.drawPath(path)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        super().leaveEvent(event)
