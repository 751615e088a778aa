"""The gaps in words, the first ones; more of them when they are wanted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.message import Message
from widgets.common.elided_label import plain_tooltip
from widgets.common.painting import LEFT, paint_text
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr, words
from widgets.guide.coverage.cell_paint import paint_gap

MOST: Final = 5
LINE: Final = 20


class GapList(Retranslated):
    """A line each; that nothing is left open is said as well."""

    def __init__(self) -> None:
        super().__init__()
        self._said: Sequence[Message] = ()
        self._promised = self._all = False
        self.lines, self.kept, self.more = _Lines(), QLabel(), QPushButton()
        self.kept.setProperty("look", "subtitle")
        self.kept.setTextFormat(Qt.TextFormat.PlainText)
        self.more.setProperty("look", "link-small")
        self.more.clicked.connect(self._show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 0)
        column.setSpacing(2)
        column.addWidget(self.lines)
        column.addWidget(self.kept)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_lines(self, said: Sequence[Message], *, promised: bool) -> None:
        """Show what gaps there are; `promised` tells whether there could be any."""
        self._said, self._promised = said, promised
        self.retranslate()

    def _show_all(self) -> None:
        self._all = True
        self.retranslate()

    @override
    def retranslate(self) -> None:
        shown = [words(it) for it in (self._said if self._all else self._said[:MOST])]
        left = len(self._said) - len(shown)
        self.lines.show_texts(shown)
        self.kept.setText(tr("coverage.kept") if self._promised else tr("coverage.nothing_promised"))
        self.kept.setVisible(not self._said)
        self.more.setText(tr("coverage.more_gaps", n=left) if left else "")
        self.more.setAccessibleName(self.more.text())
        self.more.setVisible(bool(left))


class _Lines(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._texts: list[str] = []
        theme().changed.connect(self.updateGeometry)

    def show_texts(self, texts: list[str]) -> None:
        self._texts = texts
        self.setVisible(bool(texts))
        self.setAccessibleName("\n".join(texts))
        self.setToolTip(plain_tooltip("\n".join(texts)))
        self.updateGeometry()
        self.update()

    def _line(self) -> int:
        return max(LINE, QFontMetrics(theme().font("small")).height() + 4)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, len(self._texts) * self._line())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, high = QPainter(self), self._line()
        for row, text in enumerate(self._texts):
            place = QRect(0, row * high, self.width(), high)
            paint_gap(painter, QRect(0, place.center().y() - 4, 12, 10))
            paint_text(painter, place.adjusted(20, 0, 0, 0), text, theme().font("small"), "text_2", LEFT)
