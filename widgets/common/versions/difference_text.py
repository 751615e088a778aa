"""Lines of which words came and went: marked by colour, and by a line under or through them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.text.clean import clean
from app.text.differences import Difference, Fate
from widgets.common.theme import theme
from widgets.common.words import tr

APART: Final = 6  # px between lines


class DifferenceText(QWidget):
    """Wraps at words, its height follows its width; it is made of words and never of HTML."""

    def __init__(self, lines: Sequence[Difference], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(". ".join(spoken(line) for line in lines))
        theme().changed.connect(self._write)
        self._write()

    def _write(self) -> None:
        self._document.clear()
        self._document.setDefaultFont(theme().font("body"))
        cursor = QTextCursor(self._document)
        for number, line in enumerate(self._lines):
            if number:
                cursor.insertBlock()
            form = cursor.blockFormat()
            form.setBottomMargin(APART)
            cursor.setBlockFormat(form)
            for words in line:
                cursor.insertText(clean(words.text).replace("\n", "\u2028"), _look(words.fate))
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        self._document.setTextWidth(max(1, width))
        return round(self._document.size().height())

    @override
    def sizeHint(self) -> QSize:
        width = self.width() or 400
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.fontMetrics().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._document.setTextWidth(max(1, self.width()))
        self._document.drawContents(painter)


def spoken(line: Difference) -> str:
    """Return a line as it is read aloud."""
    said = []
    for words in line:
        text = " ".join(words.text.split())
        if text and words.fate is Fate.SAME:
            said.append(text)
        elif text:
            added = words.fate is Fate.ADDED
            said.append(tr("versions.added", words=text) if added else tr("versions.removed", words=text))
    return " ".join(said)


def _look(fate: Fate) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(theme().color("text"))
    if fate is Fate.ADDED:
        look.setBackground(theme().color("success_soft"))
        look.setForeground(theme().color("success_text"))
        look.setFontUnderline(True)
    elif fate is Fate.REMOVED:
        look.setBackground(theme().color("danger_soft"))
        look.setForeground(theme().color("danger_text"))
        look.setFontStrikeOut(True)
    return look
