"""How many go on from a stage: the share, its change, the line of readings, and a way to write one down."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.funnel.conversion import Conversion, Going
from widgets.common.icons import icon, put_icon
from widgets.common.theme import theme
from widgets.common.words import Retranslated, day, locale, tr

LOOKS: Final = {Going.REACHED: "success", Going.NEAR: "success", Going.BELOW: "warning", Going.UNKNOWN: "muted"}
POINTS: Final = 12


class StepBox(Retranslated):
    """The step from one stage to the next.

    Signals:
        reading_requested: a reading is to be written down.
    """

    reading_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, str, Conversion, str] | None = None
        self.title, self.day, self.share, self.beside, self.words = (QLabel() for _ in range(5))
        for label, look in (
            (self.title, "strong"),
            (self.day, "subtitle"),
            (self.share, "metric"),
            (self.words, "second"),
        ):
            label.setProperty("look", look)
        for label in (self.title, self.day, self.share, self.beside, self.words):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.line = _Line()
        self.write = QPushButton()
        self.write.setProperty("look", "small")
        put_icon(self.write, icon("pencil"), 14)
        head, middle, left = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.day)
        left.setSpacing(0)
        left.addWidget(self.share)
        left.addWidget(self.beside)
        middle.setSpacing(14)
        middle.addLayout(left)
        middle.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(middle)
        column.addWidget(self.words)
        column.addWidget(self.write, 0, Qt.AlignmentFlag.AlignLeft)
        self.write.clicked.connect(self.reading_requested)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.write.setText(tr("funnel.reading.write"))
        self.write.setAccessibleName(tr("funnel.reading.write"))
        if self._shown:
            self.show_step(*self._shown)

    def show_step(self, name: str, following: str, conversion: Conversion, family: str) -> None:
        """Show the step from a stage, in its colour, to the one that follows; "" when it is the last."""
        self._shown = (name, following, conversion, family)
        newest = conversion.newest
        self.title.setText(tr("funnel.step.title", stage=name))
        self.day.setText(day(newest.day) if newest else "")
        self.share.setText(percent(conversion.value) if conversion.value is not None else "–")
        self.beside.setText(_beside(conversion))
        self.beside.setProperty("look", LOOKS[conversion.going])
        self.beside.style().polish(self.beside)
        self.words.setText(_words(following, conversion))
        self.line.show_conversion(conversion, family)
        self.line.setVisible(len(conversion.readings) > 1)


def percent(share: float) -> str:
    """Write a share as percent, without decimals."""
    return tr("funnel.percent", n=locale().toString(round(share * 100)))


def _beside(conversion: Conversion) -> str:
    parts = []
    if conversion.change is not None:
        points = round(conversion.change * 100)
        sign = "+" if points > 0 else "−" if points < 0 else "±"
        parts.append(tr("funnel.points", n=abs(points), sign=sign))
    if conversion.target is not None:
        parts.append(tr("funnel.target_short", percent=percent(conversion.target)))
    else:
        parts.append(tr("funnel.goal.none"))
    return " · ".join(parts)


def _words(following: str, conversion: Conversion) -> str:
    newest = conversion.newest
    if newest is None:
        return tr("funnel.reading.none")
    share, onto = percent(newest.value), following or tr("funnel.reading.beyond")
    if conversion.within:
        said = tr("funnel.reading.says_within", percent=share, stage=onto, n=conversion.within)
    else:
        said = tr("funnel.reading.says", percent=share, stage=onto)
    return f"{said} {tr('funnel.reading.source', source=newest.source)}" if newest.source else said


class _Line(QWidget):
    """The readings as a line, the target as a dotted one."""

    def __init__(self) -> None:
        super().__init__()
        self._conversion, self._family = Conversion(None, 0), "ops"
        self.setMinimumHeight(44)
        theme().changed.connect(self.update)

    def show_conversion(self, conversion: Conversion, family: str) -> None:
        self._conversion, self._family = conversion, family
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(150, 44)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        readings, target = self._conversion.readings[-POINTS:], self._conversion.target
        if len(readings) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max(*(reading.value for reading in readings), target or 0.0, 0.01)
        wide, high = self.width() - 6, self.height() - 8

        def place(at: int, value: float) -> QPointF:
            return QPointF(3 + wide * at / (len(readings) - 1), 4 + high * (1 - value / most))

        points = [place(at, reading.value) for at, reading in enumerate(readings)]
        if target:
            pen = QPen(theme().color("border_strong"), 1)
            pen.setDashPattern([2, 3])
            painter.setPen(pen)
            painter.drawLine(QPointF(0, place(0, target).y()), QPointF(self.width(), place(0, target).y()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().family(self._family, "tint"))
        ground = float(self.height())
        painter.drawPolygon(QPolygonF([QPointF(points[0].x(), ground), *points, QPointF(points[-1].x(), ground)]))
        painter.setPen(QPen(theme().family(self._family), 1.75))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().family(self._family))
        painter.drawEllipse(points[-1], 2.5, 2.5)
