"""A field for light Markdown: what is pasted from pages keeps paragraphs, lists, bold words and links."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.text.from_html import markdown_from_html
from widgets.common.light_text import fill
from widgets.common.text_area import AROUND, TextArea
from widgets.common.text_area import MOST as LINES
from widgets.common.theme import theme

MOST = 20_000  # letters that are pasted at once
INDENT = 16  # px of an item of a list


class LightArea(TextArea):
    """Plain text with its marks while it is written in, and as it reads otherwise; pictures, scripts never come in."""

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        self._read: QTextDocument | None = None
        super().__init__(lines, parent)
        self._read = QTextDocument(self)
        self._read.setDocumentMargin(self.document().documentMargin())
        self._read.setIndentWidth(INDENT)
        self.textChanged.connect(self._fill)
        theme().changed.connect(self._fill)

    def _fill(self) -> None:
        if self._read is not None:
            fill(self._read, self.toPlainText())
            self._fit()
            self.viewport().update()

    @override
    def _fit(self) -> None:
        """Have room for the lines as they are written, and as they read."""
        super()._fit()
        if self._read is not None:
            self._read.setTextWidth(max(1, self.viewport().width()))
            high = round(self._read.size().height() - 2 * self._read.documentMargin())
            most = LINES * self.fontMetrics().lineSpacing()
            self.setFixedHeight(max(self.height(), min(most, high) + AROUND))

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = markdown_from_html(source.html()) if source.hasHtml() else source.text()
        self.textCursor().insertText((text or source.text())[:MOST])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasFocus() or self._read is None or not self.toPlainText():
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        self._read.drawContents(painter, self.viewport().rect().toRectF())
