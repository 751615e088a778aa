"""The steps of a sequence below each other, on a line of days; one at a time is open."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.workflows.snapshot import Workflows
from widgets.common.icons import icon, put_icon
from widgets.common.steady_scroll_bar import steady_scroll_bar
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr
from widgets.workflows.sequences.step_card import GUTTER, StepCard
from widgets.workflows.sequences.step_editor import StepEditor

BETWEEN: Final = 28


class TimeLine(Retranslated):
    """Steps are opened, dragged to another place, and moved by Alt and arrows.

    Signals:
        chosen: another step is open (its id, or "").
        moved: a step is to stand elsewhere (its id, its place).
        deleted: a step is to go (its id).
        add_requested: a step is to be added.
        menu_requested: the menu of a step is wanted (its id, place on the screen).
    """

    chosen = Signal(str)
    moved = Signal(str, int)
    deleted = Signal(str)
    add_requested = Signal()
    menu_requested = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = StepEditor(self)
        self.editor.hide()
        self.cards: list[StepCard] = []
        self._open = ""
        self._drop: int | None = None
        self.body = _Body(self)
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(24, 4, 14, 16)
        self._column.setSpacing(BETWEEN)
        self.add = QPushButton()
        self.add.setProperty("look", "ghost")
        put_icon(self.add, icon("plus"))
        self.add.clicked.connect(self.add_requested)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        steady_scroll_bar(self.area)
        self.area.setWidget(self.body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.add.setText(tr("sequences.step_add"))
        self.add.setAccessibleName(self.add.text())

    @property
    def open_step(self) -> str:
        """The id of the step that is open, or ""."""
        return self._open

    def show_sequence(self, flows: Workflows, sequence: str) -> None:
        """Show the steps of a sequence as they are now."""
        steps = flows.steps.get(sequence, [])
        sent, waiting = flows.counts(sequence)
        if self._open not in {step.id for step in steps}:
            self._close()
        while len(self.cards) > len(steps):
            self._drop_card(self.cards.pop())
        while len(self.cards) < len(steps):
            self._add_card()
        for at, (card, step) in enumerate(zip(self.cards, steps, strict=True)):
            if card.is_open != (step.id == self._open):
                self._turn(card, on=step.id == self._open)
            card.show_step(step, flows, at, sent[step.id])
        self.body.show_waiting([waiting[step.id] for step in steps])

    def open(self, step: str, *, focus: bool = False) -> None:
        """Open a step, which closes the one before; "" closes it."""
        if step == self._open:
            return
        self.editor.flush()
        self._close()
        self._open = step
        self.chosen.emit(step)  # the page shows the sequence again
        for card in self.cards:
            if card.step.id == step:
                QTimer.singleShot(0, card, lambda card=card: self._reveal(card))
                if focus:
                    self.editor.name.field.setFocus(Qt.FocusReason.OtherFocusReason)
                    self.editor.name.field.selectAll()

    def flush(self) -> None:
        """Give what is being typed, now."""
        self.editor.flush()

    def focus_step(self) -> None:
        """Put the keyboard on the head of the open step, or of the first one."""
        there = [card for card in self.cards if card.is_open] or self.cards[:1]
        (there[0].head if there else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def current(self) -> str:
        """Return the step that an action means: the open one, or the one that the keyboard is on."""
        return next((card.step.id for card in self.cards if card.head.hasFocus()), self._open)

    def _reveal(self, card: StepCard) -> None:
        self.area.ensureWidgetVisible(card, 0, 16)

    def _close(self) -> None:
        for card in self.cards:
            if card.is_open:
                self._turn(card, on=False)
        self._open = ""

    def _turn(self, card: StepCard, *, on: bool) -> None:
        if on:
            for other in self.cards:
                if other is not card and other.is_open:
                    other.let_go()
            card.open_with(self.editor)
        else:
            card.let_go()
            self.editor.setParent(self)
            self.editor.hide()

    def _add_card(self) -> None:
        card = StepCard()
        self.cards.append(card)
        self._column.insertWidget(len(self.cards) - 1, card)
        card.opened.connect(lambda: self.open("" if card.is_open else card.step.id))
        card.day_pressed.connect(lambda: self._edit_day(card))
        card.head.shifted.connect(lambda by: self._shift(card, by))
        card.head.deleted.connect(lambda: self.deleted.emit(card.step.id))
        card.head.dragged.connect(lambda y: self._on_dragged(card, y))
        card.head.dropped.connect(lambda meant: self._on_dropped(card, meant=meant))
        card.head.menu_requested.connect(lambda place: self.menu_requested.emit(card.step.id, place))

    def _drop_card(self, card: StepCard) -> None:
        if card.is_open:
            self._turn(card, on=False)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _edit_day(self, card: StepCard) -> None:
        if not card.is_open:
            self.open(card.step.id)
        self.editor.day.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.editor.day.field.selectAll()

    def _shift(self, card: StepCard, by: int) -> None:
        place = self.cards.index(card) + by
        if 0 <= place < len(self.cards):
            self.moved.emit(card.step.id, place)
            self.cards[place].head.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _place_at(self, y: int) -> int:
        """Return between which cards a height lies, as the number of those above."""
        return sum(1 for card in self.cards if card.geometry().center().y() < y)

    def _on_dragged(self, card: StepCard, y: int) -> None:
        self._drop = self._place_at(self.body.mapFromGlobal(QPoint(0, y)).y())
        self.body.show_drop(self._line_at(self._drop))

    def _line_at(self, place: int) -> int:
        if place < len(self.cards):
            return self.cards[place].geometry().top() - BETWEEN // 2
        return self.cards[-1].geometry().bottom() + BETWEEN // 2 if self.cards else 0

    def _on_dropped(self, card: StepCard, *, meant: bool) -> None:
        place, self._drop = self._drop, None
        self.body.show_drop(None)
        if not meant or place is None or card not in self.cards:
            return
        at = self.cards.index(card)
        goal = place - 1 if place > at else place
        if goal != at:
            self.moved.emit(card.step.id, goal)


class _Body(QWidget):
    """Paints the line of days, how many people wait between the steps, and where a held step would go."""

    def __init__(self, line: TimeLine) -> None:
        super().__init__()
        self._line = line
        self._waiting: list[int] = []
        self._drop: int | None = None
        theme().changed.connect(self.update)

    def show_waiting(self, waiting: list[int]) -> None:
        self._waiting = waiting
        self.update()

    def show_drop(self, y: int | None) -> None:
        self._drop = y
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        cards = self._line.cards
        if not cards:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = cards[0].geometry().left() + theme().wide(GUTTER) // 2
        top, bottom = cards[0].pill.geometry().center().y(), cards[-1].pill.geometry().center().y()
        top, bottom = top + cards[0].geometry().top(), bottom + cards[-1].geometry().top()
        painter.fillRect(QRect(middle - 1, top, 2, bottom - top), theme().color("border_strong"))
        font = theme().font("micro", 500)
        painter.setFont(font)
        for card, number in zip(cards, self._waiting, strict=False):
            if number and card is not cards[0]:
                words = tr("sequences.waiting", n=number)
                wide = painter.fontMetrics().horizontalAdvance(words) + 12
                place = QRect(middle - wide // 2, card.geometry().top() - BETWEEN, wide, BETWEEN)
                painter.fillRect(place.adjusted(0, 6, 0, -6), theme().color("bg"))
                painter.setPen(theme().color("text_2"))
                painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
        if self._drop is not None:
            painter.fillRect(
                QRect(cards[0].geometry().left(), self._drop - 1, self.width() - 40, 2), theme().color("accent")
            )
