"""The beginning of a file that holds text, letter by letter."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.words import Retranslated, tr

SHOWN: Final = 60_000  # octets


class TextPreview(Retranslated):
    """Text that can be read and copied from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(self.text)
        self.retranslate()

    def show_data(self, data: bytes) -> None:
        """Show the beginning of a file."""
        text = data[:SHOWN].decode("utf-8", "ignore")
        more = len(data) > SHOWN
        self.text.setPlainText(f"{text}\n\n{tr('printing.text_goes_on')}" if more else text)

    def clear(self) -> None:
        """Show nothing."""
        self.text.clear()

    @override
    def retranslate(self) -> None:
        self.text.setAccessibleName(tr("printing.preview.text"))
