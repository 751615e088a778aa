"""A card of lines with buttons at their ends: the log of rules, and what they suggest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.workflows.rule import RuleFiring
from app.workflows.rules.log import LogLine, Suggestion
from widgets.common.elided_label import ElidedLabel
from widgets.common.hairline import hairline
from widgets.common.icons import icon, put_icon
from widgets.common.theme import theme
from widgets.common.words import Retranslated, clock, day, tr, words

LINE: Final = 35
MOST_ASKED: Final = 8


class LogCard(Retranslated):
    """What rules really did.

    Signals:
        undo_requested: what was done on one occasion is to be taken back (a RuleFiring).
        all_requested: the log of all rules is wanted.
    """

    undo_requested = Signal(object)
    all_requested = Signal()

    def __init__(self, *, of_all: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of_all = of_all
        self.lines: Sequence[LogLine] = ()
        self.title, self.note = QLabel(), ElidedLabel(look="subtitle")
        self.title.setProperty("look", "h14")
        self.all = QPushButton()
        self.all.setProperty("look", "link")
        self.all.clicked.connect(self.all_requested)
        self._card = _Rows()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.note, 1)
        head.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._card)
        self.all.setVisible(not of_all)  # in its column: shown before, it would be a window of its own
        self.retranslate()

    def show_lines(self, lines: Sequence[LogLine]) -> None:
        """Show the log, newest first."""
        if list(lines) != list(self.lines):
            self.lines = lines
            self._show()

    def _show(self) -> None:
        self._card.clear()
        for line in self.lines:
            at = ElidedLabel(f"{day(line.at.date())} {clock(line.at.time())}", look="subtitle")
            at.setFixedWidth(theme().wide(92))
            said = " · ".join(words(it) for it in line.what)
            text = ElidedLabel(f"{line.rule}: {said}" if self._of_all else said, look="small")
            end = self._undo(line) if line.can_undo else _dash()
            self._card.add_row(at, text, end)
        if not self.lines:
            self._card.add_row(ElidedLabel(tr("workflows.log.empty"), look="subtitle"))

    def _undo(self, line: LogLine) -> QWidget:
        button = QPushButton(tr("workflows.log.undo"))
        button.setProperty("look", "small")
        put_icon(button, icon("undo-2"))
        button.setAccessibleName(tr("workflows.log.undo"))
        button.clicked.connect(_Teller(button, lambda: self.undo_requested.emit(line.row)).tell)
        return button

    @override
    def retranslate(self) -> None:
        self.title.setText(tr("workflows.log.title"))
        self.note.setText(tr("workflows.log.of_all") if self._of_all else tr("workflows.log.note"))
        self.all.setText(tr("workflows.log.all"))
        self._show()


class SuggestionsCard(Retranslated):
    """What rules suggest; it hides while there is nothing.

    Signals:
        accepted: suggestions are to be done (list of RuleFiring).
        dismissed: suggestions are never to be done (list of RuleFiring).
    """

    accepted = Signal(object)
    dismissed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: Sequence[Suggestion] = ()
        self.title = QLabel()
        self.title.setProperty("look", "h14")
        self.accept, self.dismiss = QPushButton(), QPushButton()
        for button in (self.accept, self.dismiss):
            button.setProperty("look", "small")
        self.accept.clicked.connect(lambda: self.accepted.emit(self._firings()))
        self.dismiss.clicked.connect(lambda: self.dismissed.emit(self._firings()))
        self._card = _Rows()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.accept)
        head.addWidget(self.dismiss)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._card)
        self.show_found(())

    def show_found(self, found: Sequence[Suggestion]) -> None:
        """Show what is suggested."""
        self.found = found
        self.setVisible(bool(found))
        self.retranslate()

    def _firings(self) -> list[RuleFiring]:
        return [it.row for it in self.found]

    def _row(self, it: Suggestion) -> None:
        said = " · ".join(words(one) for one in it.what)
        text = ElidedLabel(f"{it.title}: {said}" if it.title else said, look="small")
        rule = ElidedLabel(it.rule, look="subtitle")
        rule.setFixedWidth(theme().wide(140))
        do = QPushButton(tr("workflows.asked.do"))
        no = QPushButton(tr("workflows.asked.no"))
        for button in (do, no):
            button.setProperty("look", "small")
        rows: list[RuleFiring] = [it.row]
        do.clicked.connect(_Teller(do, lambda: self.accepted.emit(rows)).tell)
        no.clicked.connect(_Teller(no, lambda: self.dismissed.emit(rows)).tell)
        self._card.add_row(rule, text, do, no)

    @override
    def retranslate(self) -> None:
        many = len(self.found)
        self.title.setText(tr("workflows.asked.title", n=many))
        self.accept.setText(tr("workflows.asked.do_all", n=many))
        self.dismiss.setText(tr("workflows.asked.no_all", n=many))
        for button in (self.accept, self.dismiss):
            button.setVisible(many > 1)
        self._card.clear()
        for it in self.found[:MOST_ASKED]:
            self._row(it)
        if many > MOST_ASKED:
            self._card.add_row(ElidedLabel(tr("workflows.asked.more", n=many - MOST_ASKED), look="subtitle"))


class _Rows(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def add_row(self, *parts: QWidget) -> None:
        row = QWidget()
        inner = QHBoxLayout(row)
        inner.setContentsMargins(12, 0, 12, 0)
        inner.setSpacing(10)
        wide = next((at for at, part in enumerate(parts) if part.maximumWidth() > 10_000), 0)
        for at, part in enumerate(parts):
            inner.addWidget(part, 1 if at == wide else 0)
        row.setFixedHeight(round(LINE * max(1.0, theme().text_scale)))
        if self._column.count():
            line = hairline()
            self._column.addWidget(line)
        self._column.addWidget(row)


class _Teller(QWidget):
    """Holds what a button of a row says: a slot that is bound lives and dies with it."""

    def __init__(self, button: QWidget, say: Callable[[], None]) -> None:
        super().__init__(button)
        self._say = say
        self.hide()

    def tell(self) -> None:
        self._say()


def _dash() -> QLabel:
    label = QLabel("–")
    label.setProperty("look", "caption")
    return label
