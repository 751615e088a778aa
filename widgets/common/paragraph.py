"""Plain text of several lines that stand as far apart as the design says; a QLabel sets them solid."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

LEADING: Final = 1.42  # from line to line, in sizes of the type: 12 px stand on 17


class Paragraph(QLabel):
    """Wraps at words; its height follows its width."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, look: str = "") -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("look", look)

    def _step(self) -> int:
        return max(round(self.font().pixelSize() * LEADING), self.fontMetrics().height())

    def _laid_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        layout.setTextOption(QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask))
        layout.beginLayout()
        line, top = layout.createLine(), 0
        while line.isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (self._step() - line.height()) / 2))
            top += self._step()
            line = layout.createLine()
        layout.endLayout()
        return layout

    @override
    def heightForWidth(self, width: int) -> int:
        return self._laid_out(max(1, width)).lineCount() * self._step()

    @override
    def sizeHint(self) -> QSize:
        width = super().sizeHint().width()
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._step())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        layout = self._laid_out(room.width())
        spare = max(0, room.height() - layout.lineCount() * self._step())
        middle = self.alignment() & Qt.AlignmentFlag.AlignVCenter
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        layout.draw(painter, QPointF(room.x(), room.y() + (spare / 2 if middle else 0)))
