"""Shows light Markdown: put together piece by piece, so that nothing in it is read as HTML and nothing is loaded."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QMouseEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget
from typing_extensions import override

from app.text.light_markdown import Block, blocks_of
from widgets.common.theme import theme

MOST: Final = 20_000  # letters that are shown
BETWEEN: Final = 6  # px between paragraphs


class LightText(QTextBrowser):
    """As high as its text; its links ask before anything is opened.

    Signals:
        pressed: it was pressed, but not on a link.
        link_pressed: a link was pressed (its address).
    """

    pressed = Signal()
    link_pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, size: str = "body", role: str = "text") -> None:
        super().__init__(parent)
        self._text, self._size, self._role = "", size, role
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("look", "light-text")
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.anchorClicked.connect(lambda url: self.link_pressed.emit(url.toString()))
        theme().changed.connect(self._fill)

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self._fill()

    def _fill(self) -> None:
        fill(self.document(), self._text, self._size, self._role)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(max(1, self.viewport().width()))
        self.setFixedHeight(max(19, round(self.document().size().height()) + 2))

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        return None  # no picture, no sheet, nothing from anywhere

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if not self.anchorAt(event.position().toPoint()):
            self.pressed.emit()


def fill(document: QTextDocument, text: str, size: str = "body", role: str = "text") -> None:
    """Let a document say a text."""
    document.clear()
    document.setDefaultFont(theme().font(size))
    cursor = QTextCursor(document)
    for row, block in enumerate(blocks_of(text[:MOST])):
        _begin(cursor, block, first=row == 0)
        for span in block.spans:
            look = QTextCharFormat()
            look.setForeground(theme().color("accent" if span.link else role))
            look.setFontWeight(QFont.Weight.DemiBold if span.bold else QFont.Weight.Normal)
            if span.link:
                look.setAnchor(True)
                look.setAnchorHref(span.link)
                look.setFontUnderline(True)
            cursor.insertText(span.text.replace("\n", "\u2028"), look)


def _begin(cursor: QTextCursor, block: Block, *, first: bool) -> None:
    """Begin a paragraph, or an item of a list."""
    shape = QTextBlockFormat()
    shape.setTopMargin(0 if first or block.mark else BETWEEN)
    if not first:
        cursor.insertBlock(shape)
    if cursor.currentList() is not None and not block.mark:
        cursor.setBlockFormat(shape)
    if block.mark:
        look = QTextListFormat()
        look.setStyle(QTextListFormat.Style.ListDisc if block.mark == "•" else QTextListFormat.Style.ListDecimal)
        if block.mark != "•":
            look.setStart(int(block.mark.rstrip(".")))
        look.setIndent(block.level + 1)
        cursor.createList(look)
    else:
        shape.setObjectIndex(-1)
        cursor.setBlockFormat(shape)
