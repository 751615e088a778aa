"""The bar in which one searches on a page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget
from typing_extensions import override

from app.message import Message
from widgets.common.icons import icon
from widgets.common.search_field import SearchField
from widgets.common.shadow import MARGIN, paint_panel
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr, words

WIDTH = 380
PAUSE = 150  # ms after the last key


class FindBar(Retranslated):
    """Floats at the top right of the view, or over the end of a row above it; Esc closes it.

    Enter and F3 go on, with Shift back.

    Signals:
        searched: other words are searched.
        stepped: the next hit (1) or the one before (-1) is wanted.
        closed: the bar is to go.
    """

    searched = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, over: QWidget, hint: Message, row: QWidget | None = None) -> None:
        super().__init__(over)
        self._row = row
        self._hint = hint
        self._over = over
        self._counted = (0, 0)
        (row or over).installEventFilter(self)
        self.field = SearchField()
        self.field.installEventFilter(self)
        self.count = QLabel()
        self.count.setProperty("look", "caption")
        self.back, self.on, self.shut = QToolButton(), QToolButton(), QToolButton()
        line = QHBoxLayout(self)
        line.setContentsMargins(MARGIN + 4, MARGIN + 4, MARGIN + 6, MARGIN + 4)
        line.setSpacing(4)
        line.addWidget(self.field, 1)
        line.addWidget(self.count)
        for button, name in ((self.back, "chevron-up"), (self.on, "chevron-down"), (self.shut, "x")):
            button.setIcon(icon(name))
            button.setIconSize(QSize(16, 16))
            button.setFixedSize(26, 26)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            line.addWidget(button)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(lambda: self.searched.emit(self.field.text()))
        self.field.textChanged.connect(lambda _: self._pause.start())
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.shut.clicked.connect(self.closed)
        theme().changed.connect(self.update)
        self.retranslate()
        self.hide()

    @override
    def retranslate(self) -> None:
        self.field.set_texts(words(self._hint))
        names = (tr("common.find.previous"), tr("common.find.next"), tr("common.find.close"))
        for button, name in zip((self.back, self.on, self.shut), names, strict=True):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.show_count(*self._counted)

    def text(self) -> str:
        """Return the words that are searched."""
        return self.field.text()

    def open(self) -> None:
        """Show it and put the keyboard on it."""
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_count(self, at: int, of: int) -> None:
        """Say which of how many hits is shown."""
        self._counted = (at, of)
        if not self.text().strip():
            self.count.setText("")
        else:
            self.count.setText(tr("common.find.count", at=at, of=of) if of else tr("common.find.none"))
        for button in (self.back, self.on):
            button.setEnabled(of > 0)

    def _place(self) -> None:
        height = 44 if self._row is None else 40
        corner = QPoint(self._over.width() - 12, 8)
        if self._row is not None:
            corner = self._row.mapTo(self._over, QPoint(self._row.width() - 8, (self._row.height() - height) // 2))
        panel = QRect(corner.x() - WIDTH, corner.y(), WIDTH, height)
        self.setGeometry(panel.marginsAdded(QMargins(MARGIN, MARGIN, MARGIN, MARGIN)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is (self._row or self._over) and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return watched is self.field
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pause.isActive():
                self._pause.stop()
                self.searched.emit(self.field.text())
            else:
                self.stepped.emit(-1 if shift else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        panel = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        paint_panel(painter, panel, 10)
