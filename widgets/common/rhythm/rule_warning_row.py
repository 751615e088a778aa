"""What should be known about a rhythm, with the rhythm that avoids it on a button."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from app.calendar.rhythm.rule_warnings import RuleWarning
from widgets.common.icon_label import IconLabel
from widgets.common.words import words


class WarningRow(QFrame):
    """Amber, with its icon.

    Signals:
        taken: the offered rhythm is wanted (RRULE value).
    """

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._instead = ""
        self.setProperty("look", "note-warning")
        self.text = QLabel()
        self.text.setProperty("look", "note-warning")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.offer = QPushButton()
        self.offer.setProperty("look", "link")
        words_column = QVBoxLayout()
        words_column.setSpacing(2)
        words_column.addWidget(self.text)
        words_column.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 6, 9, 6)
        row.setSpacing(7)
        row.addWidget(IconLabel("triangle-alert", "warning_text", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words_column, 1)
        self.offer.clicked.connect(lambda: self.taken.emit(self._instead))

    def show_warning(self, warning: RuleWarning | None) -> None:
        """Show a warning, or nothing."""
        self.setVisible(warning is not None)
        if warning is None:
            return
        self._instead = warning.instead
        self.text.setText(words(warning.what))
        offered = words(warning.offer) if warning.offer and warning.instead else ""
        self.offer.setText(offered)
        self.offer.setAccessibleName(offered)
        self.offer.setVisible(bool(offered))
