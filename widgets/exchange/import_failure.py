"""One clear message in place of a preview."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.errors import ImportRejected, KnownError
from widgets.common.icon_label import IconLabel
from widgets.common.words import tr, words


class ImportFailure(QWidget):
    """What happened and what to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what, self.remedy = QLabel(), QLabel()
        self.what.setProperty("look", "section")
        self.remedy.setProperty("look", "second")
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(IconLabel("file-x", "danger", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.what, self.remedy):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
        column.addStretch(3)

    def show_error(self, error: KnownError) -> None:
        """Say it in the language of the window."""
        if isinstance(error, ImportRejected):
            self.what.setText(tr("import.rejected", file=error.file))
        else:
            self.what.setText(words(error.what))
        self.remedy.setText(words(error.remedy) if error.remedy else "")
        self.setAccessibleName(f"{self.what.text()}. {self.remedy.text()}")
