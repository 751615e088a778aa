"""What a file cannot tell, with what that means, and what is worth knowing about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from widgets.common.icon_label import IconLabel
from widgets.common.paragraph import Paragraph
from widgets.common.words import tr

CANNOT_TEXTS: Final = (
    ("import.cannot.hours", "import.cannot.hours.effect"),
    ("import.cannot.kind", "import.cannot.kind.effect"),
    ("import.cannot.whom", "import.cannot.whom.effect"),
    ("import.cannot.people", "import.cannot.people.effect"),
)


class CannotTell(QScrollArea):
    """Two lists below each other; the second one is what the reading brought up."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.viewport().setAutoFillBackground(False)

    def show_notes(self, notes: Sequence[str], *, foreign: bool) -> None:
        """Show what a file of another program cannot tell, and what is to be said about this one."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(11)
        column.addWidget(_words(tr("import.cannot"), "strong"))
        if foreign:
            for title, effect in CANNOT_TEXTS:
                column.addWidget(_item("eye-off", tr(title), tr(effect)))
        else:
            column.addWidget(_item("circle-check", tr("import.own"), tr("import.own.effect"), "success"))
        if notes:
            column.addSpacing(6)
            column.addWidget(_words(tr("import.notes"), "strong"))
            for note in notes:
                column.addWidget(_item("info", "", note))
        column.addStretch()
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        self.setAccessibleName(tr("import.cannot"))


def _item(sign: str, title: str, text: str, role: str = "text_muted") -> QWidget:
    item = QWidget()
    row = QHBoxLayout(item)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(9)
    row.addWidget(IconLabel(sign, role, 15), 0, Qt.AlignmentFlag.AlignTop)
    lines = QVBoxLayout()
    lines.setSpacing(0)
    if title:
        lines.addWidget(_words(title, "medium-small"))
    lines.addWidget(_words(text, "caption"))
    row.addLayout(lines, 1)
    return item


def _words(text: str, look: str) -> QLabel:
    return Paragraph(text, look=look)
