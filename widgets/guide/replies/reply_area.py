"""The field in which a reply is written: blanks are seen as what they are, unwanted words are underlined."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from app.guide.tone_words import places
from app.workflows.filling import BLANK, BLANKS
from widgets.common.text_area import TextArea
from widgets.common.theme import theme

LINES: Final = 6


class ReplyArea(TextArea):
    """Plain text with its blanks marked."""

    def __init__(self) -> None:
        super().__init__(LINES)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)  # as high as its text
        self._marks = _Marks(self.document())
        theme().changed.connect(self._marks.rehighlight)

    def insert_blank(self, name: str) -> None:
        """Write a blank where the keyboard is."""
        cursor = self.textCursor()
        before = self.toPlainText()[max(0, cursor.position() - 1) : cursor.position()]
        cursor.insertText(f"{' ' if before and not before.isspace() else ''}{{{name}}}")
        self.setFocus()

    def set_unwanted(self, wordings: Sequence[str]) -> None:
        """Underline other words."""
        if list(wordings) != self._marks.wordings:
            self._marks.wordings = list(wordings)
            self._showing = True  # to mark is not to type
            self._marks.rehighlight()
            self._showing = False


class _Marks(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.wordings: list[str] = []

    @override
    def highlightBlock(self, text: str) -> None:
        for found in BLANK.finditer(text):
            known = found[1] in BLANKS
            look = QTextCharFormat()
            look.setBackground(theme().color("accent_soft" if known else "warning_soft"))
            look.setForeground(theme().color("accent_soft_text" if known else "warning_text"))
            self.setFormat(found.start(), found.end() - found.start(), look)
        for begin, end in places(text, self.wordings):
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(theme().color("warning_fill"))
            self.setFormat(begin, end - begin, look)
