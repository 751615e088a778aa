"""Plain text that wraps once; what does not fit into two lines ends in …."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from widgets.common.elided_label import ElidedLabel, plain_tooltip

MOST: Final = 2


class TwoLines(ElidedLabel):
    """As high as one line or two, whatever its width needs; the tooltip holds what is cut."""

    def __init__(self, text: str = "", *, look: str = "") -> None:
        super().__init__(text, look=look)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def lines(self, width: int) -> list[str]:
        """Return what stands on each line in a width."""
        text = self.text().replace("\n", " ")
        layout = QTextLayout(text, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        line, begins = layout.createLine(), list[int]()
        while line.isValid() and len(begins) < MOST:
            line.setLineWidth(max(1, width))
            begins.append(line.textStart())
            line = layout.createLine()
        layout.endLayout()
        encoded = text.encode("utf-16-le")  # Qt counts in UTF-16
        ends = [*begins[1:], len(encoded) // 2]
        parts = [encoded[2 * at : 2 * end].decode("utf-16-le") for at, end in zip(begins, ends, strict=True)]
        metrics = self.fontMetrics()
        return [metrics.elidedText(it.strip(), Qt.TextElideMode.ElideRight, max(1, width)) for it in parts]

    @override
    def _say_what_is_hidden(self) -> None:
        shown = " ".join(self.lines(self.contentsRect().width()))
        hidden = " ".join(shown.split()) != " ".join(self.text().split())
        self.setToolTip(plain_tooltip(self.text()) if hidden else "")

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return max(1, len(self.lines(width))) * self.fontMetrics().lineSpacing()

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.heightForWidth(self.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.fontMetrics().lineSpacing())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, room, step = QPainter(self), self.contentsRect(), self.fontMetrics().lineSpacing()
        painter.setPen(self.palette().color(self.foregroundRole()))
        for row, line in enumerate(self.lines(room.width())):
            place = QRect(room.x(), room.y() + row * step, room.width(), step)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine), line)
