"""Chooses an icon."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from widgets.common.icons import icon

ICONS: Final = (
    "door-open", "mic", "coffee", "message-circle-question-mark", "users", "star", "party-popper", "trophy",
    "flask-conical", "megaphone", "clipboard-check", "shield", "presentation", "telescope", "zap", "newspaper",
    "hand", "pencil", "messages-square", "vote", "graduation-cap", "rocket", "flag", "heart", "gift", "lightbulb",
    "book-open", "sparkles", "target", "medal", "handshake", "circle",
)  # fmt: skip


class IconChoice(QComboBox):
    """A list of pictures; their names are read out.

    Signals:
        chosen: another icon was chosen (its name).
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family = ""
        self.setIconSize(QSize(16, 16))
        self.setMinimumContentsLength(1)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(lambda row: self.chosen.emit(str(self.itemData(row))))

    def show_value(self, name: str, family: str) -> None:
        """Show which icon is chosen, in the colour of a category."""
        if family != self._family or self.findData(name) < 0:
            self._family = family
            self.clear()
            for known in ICONS if name in ICONS else (name, *ICONS):
                row = self.count()
                self.addItem(icon(known, f"category.{family}.solid"), "", known)
                self.setItemData(row, known.replace("-", " "), Qt.ItemDataRole.AccessibleTextRole)
                self.setItemData(row, known.replace("-", " "), Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(self.findData(name))
