"""A little of a week, as the settings make it look."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.common.icons import pixmap
from widgets.common.theme import theme
from widgets.common.words import day, tr

HEAD, BODY = 27, 84


class WeekPreview(QWidget):
    """Three days with chips: an ordinary one, one with two events, a weekend day."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.equal = False
        self.setFixedHeight(HEAD + BODY + 2)
        theme().changed.connect(self.update)

    @override
    def sizeHint(self) -> QSize:
        return QSize(288, HEAD + BODY + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(frame, 8, 8)
        painter.fillPath(path, theme().color("raised"))
        painter.setClipPath(path)
        shares = (1.0, 1.0, 1.0 if self.equal else 0.72)
        saturday = self._today + timedelta(days=(5 - self._today.weekday()) % 7)
        days = (self._today, self._today + timedelta(days=1), saturday)
        chips = (
            (("live", "coffee", tr("settings.preview.hours")),),
            (
                ("recognition", "star", tr("settings.preview.star")),
                ("conversation", "users", tr("settings.preview.topic")),
            ),
            (),
        )
        left = frame.left()
        for index, share in enumerate(shares):
            width = frame.width() * share / sum(shares)
            self._paint_day(painter, QRectF(left, 0, width, self.height()), days[index], index, chips[index])
            left += width
        painter.setPen(QPen(theme().color("border_strong"), 1))
        painter.drawLine(QPointF(0, HEAD + 0.5), QPointF(self.width(), HEAD + 0.5))
        painter.setClipping(False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().color("border"), 1))
        painter.drawPath(path)

    def _paint_day(
        self, painter: QPainter, area: QRectF, what: date, index: int, chips: tuple[tuple[str, str, str], ...]
    ) -> None:
        body = area.adjusted(0, HEAD, 0, 0)
        painter.fillRect(body, theme().color(("today_soft", "surface", "weekend")[index]))
        painter.setFont(theme().font("caption", 600))
        painter.setPen(theme().color("text_muted" if index == 2 else "text_2"))
        painter.drawText(
            QRectF(area.left() + 7, 0, area.width(), HEAD), Qt.AlignmentFlag.AlignVCenter, day(what, "ddd")
        )
        if index:
            painter.setPen(QPen(theme().color("grid"), 1))
            painter.drawLine(area.topLeft(), area.bottomLeft())
        self._paint_number(painter, body, what, today=index == 0)
        for lane, (family, name, text) in enumerate(chips):
            chip = QRectF(body.left() + 4, body.top() + 20 + lane * 20, body.width() - 8, 18)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().family(family, "tint"))
            painter.drawRoundedRect(chip, 4, 4)
            painter.fillRect(QRectF(chip.left(), chip.top(), 3, 18), theme().family(family))
            picture = pixmap(name, theme().family(family), 12, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(chip.left() + 9, chip.top() + 3), picture)
            painter.setFont(theme().font("caption", 500))
            painter.setPen(theme().family(family, "on_tint"))
            room = chip.adjusted(25, 0, -5, 0)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_number(self, painter: QPainter, body: QRectF, what: date, *, today: bool) -> None:
        painter.setFont(theme().font("micro", 600 if today else 500))
        spot = QRectF(body.left() + 4, body.top() + 3, 22, 14)
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("today"))
            painter.drawRoundedRect(spot, 7, 7)
        painter.setPen(theme().color("raised" if today else "text_2"))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(what.day))
