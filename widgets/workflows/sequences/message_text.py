"""The text of a message, in which blanks such as {name} are seen as what they are."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.workflows.filling import BLANK, BLANKS, LONGEST
from widgets.common.text_area import TextArea
from widgets.common.theme import theme

LINES: Final = 4


class MessageText(TextArea):
    """Blanks stand on the colour of what is chosen; those that are not known stand on amber."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LINES, parent)
        self._marks = _Marks(self.document())
        theme().changed.connect(self._marks.rehighlight)

    def insert_blank(self, name: str) -> None:
        """Write a blank where the keyboard is."""
        cursor = self.textCursor()
        before = self.toPlainText()[max(0, cursor.position() - 1) : cursor.position()]
        cursor.insertText(f"{' ' if before and not before.isspace() else ''}{{{name}}}")
        self.setFocus()

    def words(self) -> int:
        """Return how many words there are."""
        return len(self.toPlainText().split())

    def kept(self) -> str:
        """Return the text, shortened to what a message may hold."""
        return self.toPlainText()[:LONGEST]


class _Marks(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)

    @override
    def highlightBlock(self, text: str) -> None:
        for found in BLANK.finditer(text):
            known = found[1] in BLANKS
            look = QTextCharFormat()
            look.setBackground(theme().color("accent_soft" if known else "warning_soft"))
            look.setForeground(theme().color("accent_soft_text" if known else "warning_text"))
            self.setFormat(found.start(), found.end() - found.start(), look)
