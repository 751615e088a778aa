"""Asks how much of a series is meant, where the drop happened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.event import Scope
from app.calendar.scope_preview import Choice
from widgets.calendar.canvas.scope_popover_row import ScopeRow
from widgets.common.elided_label import ElidedLabel
from widgets.common.key_cap import KeyCap
from widgets.common.popover import Popover
from widgets.common.theme import theme
from widgets.common.words import tr

WIDTH: Final = 350
DIGITS: Final = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)


class ScopePopover(Popover):
    """Three answers; Enter takes the marked one, 1, 2 and 3 take theirs, Esc or a press outside puts all back.

    Signals:
        chosen: an answer (Scope).
        cancelled: none.
    """

    chosen = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget, heading: str, question: str, choices: Mapping[Scope, Choice]) -> None:
        content = _Content(heading, question, choices)
        super().__init__(content, parent, gap=0)
        self.rows = [row for row in content.rows if row.isEnabled()]
        for row in self.rows:
            row.clicked.connect(self._taker(row.scope))
        self.dismissed.connect(self.cancelled)

    def ask_at(self, anchor: QRect) -> None:
        """Open below a rectangle of the screen, above when there is no room, with the first answer marked."""
        window = self.parentWidget()
        assert window
        self.open_at(QRect(window.mapFromGlobal(anchor.topLeft()), anchor.size()), window)
        if self.rows:
            self.rows[0].setFocus(Qt.FocusReason.PopupFocusReason)

    def _taker(self, scope: Scope) -> Callable[[], None]:
        def take() -> None:
            self.close()
            self.chosen.emit(scope)

        return take

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        now = next((place for place, row in enumerate(self.rows) if row.hasFocus()), 0)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        numbered = next((row for row in self.rows if event.key() == DIGITS[row.number - 1]), None)
        if numbered:
            numbered.click()
        elif step and self.rows:
            self.rows[(now + step) % len(self.rows)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.rows:
            self.rows[now].click()
        else:
            super().keyPressEvent(event)


class _Content(QFrame):
    """Heading, answers, and the keys that give them."""

    def __init__(self, heading: str, question: str, choices: Mapping[Scope, Choice]) -> None:
        super().__init__()
        self.setFixedWidth(theme().wide(WIDTH))
        self.setAccessibleName(f"{heading}. {question}")
        self.rows = [ScopeRow(number, scope, choice) for number, (scope, choice) in enumerate(choices.items(), 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 16, 8)
        head.setSpacing(1)
        head.addWidget(ElidedLabel(heading, look="strong"))
        asked = _caption(question)
        asked.setWordWrap(True)
        asked.ensurePolished()
        asked.setFixedHeight(asked.heightForWidth(theme().wide(WIDTH) - 32))
        head.addWidget(asked)
        column.addLayout(head)
        for row in self.rows:
            around = QHBoxLayout()
            around.setContentsMargins(6, 0, 6, 0)
            around.addWidget(row)
            column.addLayout(around)
        column.addSpacing(6)
        self._note = _caption("")
        column.addWidget(_foot(self._note))
        for row in self.rows:
            row.marked.connect(self._note.setText)


def _foot(note: QLabel) -> QFrame:
    foot = QFrame()
    foot.setFixedHeight(34)
    foot.setProperty("look", "popover-foot")
    row = QHBoxLayout(foot)
    row.setContentsMargins(16, 0, 16, 0)
    row.setSpacing(4)
    for widget in (KeyCap("↑"), KeyCap("↓"), _caption(tr("canvas.scope.choose"))):
        row.addWidget(widget)
    row.addSpacing(10)
    for widget in (KeyCap("Esc"), _caption(tr("canvas.scope.back"))):
        row.addWidget(widget)
    row.addStretch()
    row.addWidget(note)
    return foot


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", "caption")
    return label
