"""A field for light Markdown: what is pasted from pages keeps paragraphs, lists, bold words and links."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from typing_extensions import override

from app.text.from_html import markdown_from_html
from widgets.common.text_area import TextArea

MOST = 20_000  # letters that are pasted at once


class LightArea(TextArea):
    """Plain text with its marks to be seen; pictures, scripts and looks never come in."""

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = markdown_from_html(source.html()) if source.hasHtml() else source.text()
        self.textCursor().insertText((text or source.text())[:MOST])
