"""A line in which one types to find something."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from widgets.common.icons import icon, pixmap
from widgets.common.key_cap import KeyCap
from widgets.common.theme import theme
from widgets.common.words import tr

MAGNIFIER = 14
BEFORE = 21  # room for the magnifier, and 7 px behind it


class SearchField(QLineEdit):
    """A magnifier, the words, and the key that leads here; Esc or × empties it.

    Signals:
        left: Esc was pressed while it was empty; the focus may go back.
    """

    left = Signal()

    def __init__(self, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextMargins(BEFORE, 0, 0, 0)
        self._clear = self.addAction(icon("x", "text_muted"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.triggered.connect(self.clear)
        self._key = KeyCap(key, self)
        self._has_key = bool(key)
        self.textChanged.connect(self._on_text_changed)
        self._on_text_changed("")
        self._name()

    def set_texts(self, placeholder: str) -> None:
        """Say what can be found here."""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._key.setVisible(self._has_key and not text)

    def _name(self) -> None:
        self._clear.setText(tr("common.search.clear"))  # the name of its button, for screen readers
        self._clear.setToolTip(tr("common.search.clear"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        colour = theme().color("text_muted" if self.isEnabled() else "text_disabled")
        picture = pixmap("search", colour, MAGNIFIER, self.devicePixelRatioF())
        QPainter(self).drawPixmap(10, (self.height() - MAGNIFIER) // 2, picture)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._key.sizeHint()
        self._key.setGeometry(self.width() - size.width() - 8, (self.height() - 17) // 2, size.width(), 17)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.left.emit()
            event.ignore()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
        super().changeEvent(event)
