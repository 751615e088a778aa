"""What changed in one part of a document, with a button that puts it back."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from app.text.differences import PartChange
from widgets.common.elided_label import ElidedLabel
from widgets.common.icons import icon, put_icon
from widgets.common.versions.difference_text import DifferenceText
from widgets.common.words import tr

SHOWN: Final = 60  # lines of one part


class PartCard(QFrame):
    """A name, the lines that are different, a button.

    Signals:
        restore_requested: the part is to be put back (its id).
    """

    restore_requested = Signal(str)

    def __init__(self, change: PartChange) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.name = ElidedLabel(look="section")
        self.name.setText(change.name)
        self.restore = QPushButton(tr("versions.restore"))
        self.restore.setAccessibleName(tr("versions.restore.named", name=change.name))
        put_icon(self.restore, icon("undo-2"))
        self.restore.setVisible(change.there_then)
        self.restore.clicked.connect(lambda: self.restore_requested.emit(change.part))
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(DifferenceText(change.lines[:SHOWN]))
        if len(change.lines) > SHOWN:
            more = QLabel(tr("versions.more", n=len(change.lines) - SHOWN))
            more.setTextFormat(Qt.TextFormat.PlainText)
            more.setProperty("look", "caption")
            column.addWidget(more)
