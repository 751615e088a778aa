"""The sentence of a rule: a clause a line, places that are walked by Tab, and their choices below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from widgets.common.flow_layout import FlowLayout
from widgets.common.icons import icon
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.workflows.rules.places import TRIGGER, WHAT, Key, Line, Place, places_of
from widgets.workflows.rules.strip import ChoiceStrip
from widgets.workflows.rules.token import HEIGHT, TokenButton

GUTTER = 52


class Sentence(QFrame):
    """A card of lines; what a person chooses is told, and shown once the store has it.

    Signals:
        chosen: a place got another value (id of the clause, name of the token, value).
        removed: a clause is to go (its id).
    """

    chosen = Signal(str, str, str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "card")
        self.tokens: dict[Key, TokenButton] = {}
        self._shape: list[object] = []
        self._open: Key | None = None
        self._wanted: str | None = None  # a clause whose first gap is to be opened once it is there
        self._body = QWidget()
        self.strip = ChoiceStrip()
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._holder = QVBoxLayout()
        self._holder.addWidget(self._body)
        column.addLayout(self._holder)
        column.addWidget(self.strip)
        self.strip.chosen.connect(self._on_chosen)
        self.strip.typed.connect(self._on_chosen)
        self.strip.left.connect(self._on_left)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show a sentence; where its shape is the same, the keyboard stays where it is."""
        shape = [
            (line.clause, line.gutter, [it.key if isinstance(it, Place) else it for it in line.pieces])
            for line in lines
        ]  # fmt: skip
        if shape != self._shape:
            self._rebuild(lines)
            self._shape = list(shape)
        for place in places_of(lines):
            self.tokens[place.key].show_place(place)
        self._show_open()

    def open_clause(self, clause: str) -> None:
        """Open what is empty in a clause, or its first place, once it is shown."""
        self._wanted = clause
        self._show_wanted()

    def open_first(self) -> None:
        """Put the keyboard on the first place."""
        for key, token in list(self.tokens.items())[:1]:
            self._open = key
            self._show_open()
            token.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Give what is being typed, now."""
        self.strip.flush()

    def forget(self) -> None:
        """Close the open place: another rule is shown."""
        self.strip.flush()
        self._open, self._wanted, self._shape = None, None, []
        self.strip.show_place(None)

    def _rebuild(self, lines: Sequence[Line]) -> None:
        had_focus = any(token.hasFocus() for token in self.tokens.values())
        old, self._body = self._body, QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(15, 12, 10, 12)
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(8)
        words = QFontMetrics(theme().font("micro", 600))
        widest = max((words.horizontalAdvance(line.gutter) + len(line.gutter) for line in lines), default=0)
        grid.setColumnMinimumWidth(0, max(theme().wide(GUTTER), widest + 10))
        grid.setColumnStretch(1, 1)
        self.tokens = {}
        for row, line in enumerate(lines):
            self._add_line(grid, row, line)
        self._holder.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        self._body.show()
        if had_focus and self._open in self.tokens and self._wanted is None:
            self.tokens[self._open].setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_wanted()

    def _add_line(self, grid: QGridLayout, row: int, line: Line) -> None:
        gutter = _label(line.gutter, "group", HEIGHT)
        grid.addWidget(gutter, row, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        flow = FlowLayout(holder, 7)
        for piece in line.pieces:
            if isinstance(piece, str):
                words = _label(piece, "", HEIGHT)
                words.setFont(theme().font_px(15))
                flow.addWidget(words)
            else:
                flow.addWidget(self._token(piece))
        grid.addWidget(holder, row, 1)
        if line.clause != TRIGGER and not line.clause.startswith("+"):
            grid.addWidget(self._remove(line.clause), row, 2, Qt.AlignmentFlag.AlignTop)

    def _token(self, place: Place) -> TokenButton:
        token = TokenButton(place)
        self.tokens[place.key] = token
        token.opened.connect(self._on_opened)
        token.picked.connect(self.strip.pick)
        token.stepped.connect(self.strip.step)
        token.edit_requested.connect(self.strip.edit)
        token.removed.connect(self._on_removed)
        return token

    def _remove(self, clause: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("x", "text_muted"))
        button.setIconSize(QSize(14, 14))
        button.setFixedSize(24, HEIGHT)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by the keyboard: Delete on the place
        button.setToolTip(tr("workflows.remove"))
        button.setAccessibleName(tr("workflows.remove"))
        button.setProperty("clause", clause)
        button.clicked.connect(self._on_remove)
        return button

    def _show_open(self) -> None:
        for key, token in self.tokens.items():
            token.set_open(is_open=key == self._open)
        found = self.tokens.get(self._open) if self._open else None
        self.strip.show_place(found.place if found else None)

    def _show_wanted(self) -> None:
        own = [token for key, token in self.tokens.items() if key[0] == self._wanted]
        if own:
            self._wanted = None
            goal = next((token for token in own if token.place.gap), own[0])
            goal.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self) -> None:
        token = self.sender()
        if isinstance(token, TokenButton) and token.place.key != self._open:
            self.strip.flush()
            self._open = token.place.key
            self._show_open()

    def _on_chosen(self, value: str) -> None:
        place = self.strip.place
        if place is not None and (place.adds or value != place.value):
            self.chosen.emit(*place.key, value)

    def _on_left(self, by: int) -> None:
        keys = list(self.tokens)
        if self._open in self.tokens:
            at = keys.index(self._open) + by
            reason = Qt.FocusReason.BacktabFocusReason if by < 0 else Qt.FocusReason.TabFocusReason
            self.tokens[keys[max(0, min(at, len(keys) - 1))]].setFocus(reason)

    def _on_removed(self) -> None:
        token = self.sender()
        if isinstance(token, TokenButton) and token.place.key[0] != TRIGGER and token.place.key[1] == WHAT:
            self._remove_clause(token.place.key[0])

    def _on_remove(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self._remove_clause(str(button.property("clause")))

    def _remove_clause(self, clause: str) -> None:
        if clause.startswith("+"):
            return
        keys = list(self.tokens)
        before = [key for key in keys[: keys.index((clause, WHAT))] if not key[0].startswith("+")]
        self._open = before[-1] if before else None
        self.removed.emit(clause)
        if self._open in self.tokens:
            self.tokens[self._open].setFocus(Qt.FocusReason.OtherFocusReason)


def _label(text: str, look: str, height: int) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        label.setProperty("look", look)
    label.setFixedHeight(round(height * max(1.0, theme().text_scale)))
    return label
