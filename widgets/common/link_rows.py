"""Short lists of the inspector whose lines lead somewhere: what became of a note, what is missing on the board."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.elided_label import plain_tooltip
from widgets.common.hairline import hairline
from widgets.common.painting import paint_icon, paint_text
from widgets.common.theme import theme
from widgets.common.words import tr

MOST: Final = 20  # lines: who has more to do sees the rest when these are done


@dataclass(frozen=True, slots=True)
class Row:
    """One line: icon in a role, words, a quiet line below, and what it leads to, None for nothing."""

    icon: str
    role: str
    text: str
    quiet: str
    target: Any


class Rows(QWidget):
    """A heading with a count, and buttons below each other; hidden while there is nothing.

    Signals:
        pressed: what a line leads to.
    """

    pressed = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, ruled: bool = False) -> None:
        super().__init__(parent)
        self.heading = QLabel()
        self.heading.setProperty("look", "strong")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(2)
        self.line = hairline()
        self._column.addWidget(self.line)
        self.line.setVisible(ruled)  # in its column: shown before, it would be a window of its own
        self._column.addSpacing(8 if ruled else 0)
        self._column.addWidget(self.heading)
        self.more = QLabel()
        self.more.setProperty("look", "caption")
        self._rows: tuple[Row, ...] = ()
        self._count = 0
        self.buttons: list[_Line] = []

    def show_rows(self, heading: str, rows: Sequence[Row], count: int | None = None) -> None:
        """Show other lines: the first ones of so many."""
        self.heading.setText(heading)
        self.setVisible(bool(rows))
        count = len(rows) if count is None else count
        if (tuple(rows), count) == (self._rows, self._count):
            return
        self._rows, self._count = tuple(rows), count
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = [_Line(row) for row in self._rows[:MOST]]
        for button in self.buttons:
            if button.row.target is not None:
                button.clicked.connect(lambda _=False, row=button.row: self.pressed.emit(row.target))
            self._column.addWidget(button)
        more = count - len(self.buttons)
        self.more.setText(tr("purpose.rows.more", n=more) if more else "")
        self.more.setVisible(bool(more))
        self._column.addWidget(self.more)  # to the end again


class _Line(QAbstractButton):
    def __init__(self, row: Row) -> None:
        super().__init__()
        self.row = row
        self._fit()
        self._leads = row.target is not None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if self._leads else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._leads else Qt.CursorShape.ArrowCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover, self._leads)
        said = ", ".join(filter(None, (row.text, row.quiet)))
        self.setAccessibleName(said)
        self.setToolTip(plain_tooltip(said))
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        """Be as high as the words in the size that is worn now."""
        self.setFixedHeight(theme().wide(38 if self.row.quiet else 26))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self._leads:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("hover"))
            painter.drawRoundedRect(self.rect(), 5, 5)
        sign = QRect(4, 0, 16, theme().wide(24 if self.row.quiet else 26))
        paint_icon(painter, sign, self.row.icon, self.row.role, 14)
        words = self.rect().adjusted(26, 0, -4, 0)
        if not self.row.quiet:
            paint_text(painter, words, self.row.text, theme().font("small"), "text_2")
            return
        top, below = QRect(words), QRect(words)
        top.setBottom(theme().wide(20))
        below.setTop(theme().wide(19))
        below.setBottom(theme().wide(35))
        paint_text(painter, top.adjusted(0, 3, 0, 2), self.row.text, theme().font("small"), "text_2")
        paint_text(painter, below, self.row.quiet, theme().font("caption"), "text_muted")
