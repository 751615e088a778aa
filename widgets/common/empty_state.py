"""What a place says while there is nothing in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from widgets.common.key_cap import KeyCap


class EmptyState(QWidget):
    """One sentence, at most one button, and the most useful shortcuts.

    Signals:
        asked: the button was pressed.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = QLabel()
        self._sentence.setProperty("look", "muted")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._button = QPushButton()
        self._button.clicked.connect(self._on_pressed)
        self._keys = QGridLayout()
        self._keys.setHorizontalSpacing(8)
        self._keys.setVerticalSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch()
        column.addWidget(self._sentence)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._keys)
        column.addStretch()
        self._button.hide()

    def _on_pressed(self) -> None:
        self.asked.emit()

    def pop_up(self, menu: QMenu) -> None:
        """Show a menu below the button that asks for it."""
        menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def set_texts(self, sentence: str, button: str = "", keys: Sequence[tuple[str, str]] = ()) -> None:
        """Write the sentence, the button if there is one, and (shortcut, what it does) pairs."""
        self._sentence.setText(sentence)
        self._button.setText(button)
        self._button.setAccessibleName(button)
        self._button.setVisible(bool(button))
        while (item := self._keys.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for row, (shortcut, does) in enumerate(keys):
            label = QLabel(does)
            label.setProperty("look", "caption")
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._keys.addWidget(KeyCap(shortcut), row, 0, Qt.AlignmentFlag.AlignRight)
            self._keys.addWidget(label, row, 1)
