"""The right side of a sequence: what is due today and was sent, and everybody on the way."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)  # fmt: skip
from typing_extensions import override

from app.workflows.enrolment import Delivery
from app.workflows.snapshot import Due, Workflows
from widgets.common.flow_layout import FlowLayout
from widgets.common.hairline import hairline
from widgets.common.icon_label import IconLabel
from widgets.common.icons import icon, put_icon
from widgets.common.paragraph import Paragraph
from widgets.common.steady_scroll_bar import WIDTH, steady_scroll_bar
from widgets.common.words import Retranslated, tr
from widgets.workflows.sequences.due_card import DueCard
from widgets.workflows.sequences.way_list import WayList

CARDS_MOST: Final = 20
NAMED: Final = 6
FIRST: Final = 5  # people below what is due


class WaySide(Retranslated):
    """Two tabs, of which the first holds what is to be done.

    Signals:
        sent: a message was sent (the id of its delivery).
        skipped: a message is to be left out.
        worded: a message is to be worded for one person.
        taken_back: messages were not sent after all (list of ids).
        turned: runs are to be paused ("pause"), to go on ("go_on") or to end ("stop") (what, list of ids).
        opened: a member is to be shown.
    """

    sent = Signal(str)
    skipped = Signal(str)
    worded = Signal(str)
    taken_back = Signal(object)
    turned = Signal(str, object)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._flows, self._sequence = Workflows(), ""
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for _ in range(2):
            self.tabs.addTab("")
        self.cards: list[DueCard] = []
        self.rest, self.nothing = Paragraph(look="setting-note"), Paragraph(look="setting-note")
        self.sent_head, self.way_head, self.sent_box = QLabel(), QLabel(), QVBoxLayout()
        self.undo_buttons: list[QPushButton] = []
        self.everybody = QPushButton()
        self.everybody.setProperty("look", "link")
        self.few, self.people = WayList(), WayList()
        self.pause, self.go_on, self.stop = QPushButton(), QPushButton(), QPushButton()
        self.honest = Paragraph(look="caption")
        for label in (self.sent_head, self.way_head):
            label.setProperty("look", "strong")
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(16, 1, 16, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch()
        column.addLayout(tabs)
        line = hairline()
        column.addWidget(line)
        column.addWidget(self.stack, 1)
        self.stack.addWidget(self._first())
        self.stack.addWidget(self._second())

    def _first(self) -> QWidget:
        body = QWidget()
        body.setObjectName("surface")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(16, 12, 16 - WIDTH, 12)
        self._column.setSpacing(9)
        for part in (self.nothing, self.rest, self.sent_head):
            self._column.addWidget(part)
        self._column.addLayout(self.sent_box)
        head = QHBoxLayout()
        head.addWidget(self.way_head, 1)
        head.addWidget(self.everybody)
        self._column.addLayout(head)
        self._column.addWidget(self.few)
        self._column.addStretch()
        self._column.addWidget(self.honest)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        steady_scroll_bar(area)
        area.setWidget(body)
        return area

    def _second(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 10, 12, 12)
        column.addWidget(self.people, 1)
        row = FlowLayout()
        for button, sign in ((self.pause, "pause"), (self.go_on, "play"), (self.stop, "square")):
            button.setProperty("look", "small")
            put_icon(button, icon(sign), 13)
            row.addWidget(button)
        column.addLayout(row)
        return page

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        self.everybody.clicked.connect(lambda: self.tabs.setCurrentIndex(1))
        for part in (self.few, self.people):
            part.opened.connect(self.opened)
        self.pause.clicked.connect(lambda: self._turn("pause"))
        self.go_on.clicked.connect(lambda: self._turn("go_on"))
        self.stop.clicked.connect(lambda: self._turn("stop"))
        self.people.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())

    @override
    def retranslate(self) -> None:
        self.everybody.setText(tr("sequences.everybody"))
        self.nothing.setText(tr("sequences.due.none"))
        self.honest.setText(tr("sequences.honest"))
        for button, text in (
            (self.pause, tr("sequences.pause")), (self.go_on, tr("sequences.go_on")), (self.stop, tr("sequences.stop")),
            (self.everybody, tr("sequences.everybody")),
        ):  # fmt: skip
            button.setText(text)
            button.setAccessibleName(text)
        for part in (self.few, self.people):
            part.setAccessibleName(tr("sequences.on_way"))
        self.tabs.setAccessibleName(tr("sequences.due"))
        self.show_sequence(self._flows, self._sequence)

    def show_sequence(self, flows: Workflows, sequence: str) -> None:
        """Show what is due in a sequence, what was sent, and who is on the way."""
        self._flows, self._sequence = flows, sequence
        due = flows.due(sequence=sequence)
        people = flows.on_way(sequence)
        self._show_cards(due)
        self.nothing.setVisible(not due)
        left = len(due) - CARDS_MOST
        self.rest.setText(tr("sequences.due.more", n=left) if left > 0 else "")
        self.rest.setVisible(left > 0)
        self._show_sent(flows.sent_on(flows.today, sequence))
        steps = len(flows.steps.get(sequence, ()))
        self.way_head.setText(tr("sequences.on_way.n", n=len(people)))
        self.few.show_people(people[:FIRST], steps)
        self.few.setFixedHeight(self.few.sizeHintForRow(0) * min(FIRST, len(people)) + 2 if people else 0)
        self.people.show_people(people, steps)
        self.tabs.setTabText(0, tr("sequences.due.n", n=len(due)))
        self.tabs.setTabText(1, tr("sequences.people.n", n=len(people)))
        self._show_buttons()

    def show_people_tab(self) -> None:
        """Show everybody on the way."""
        self.tabs.setCurrentIndex(1)

    def first_card(self) -> DueCard | None:
        """Return the card of what is due first."""
        return next((card for card in self.cards if not card.isHidden()), None)

    def _show_cards(self, due: list[Due]) -> None:
        shown = due[:CARDS_MOST]
        while len(self.cards) < len(shown):
            card = DueCard()
            card.sent.connect(self.sent)
            card.skipped.connect(self.skipped)
            card.worded.connect(self.worded)
            self._column.insertWidget(len(self.cards), card)
            self.cards.append(card)
        for at, card in enumerate(self.cards):
            card.setVisible(at < len(shown))
            if at < len(shown):
                card.show_due(shown[at], self._flows.today)

    def _show_sent(self, sent: list[Delivery]) -> None:
        while self.sent_box.count():
            item = self.sent_box.takeAt(0)
            if item and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()
        self.undo_buttons = []
        by_step: dict[str, list[Delivery]] = {}
        for it in sent:
            by_step.setdefault(it.step, []).append(it)
        for step, those in by_step.items():
            self.sent_box.addWidget(self._sent_row(step, those))
        self.sent_head.setText(tr("sequences.sent_today", n=len(sent)))
        self.sent_head.setVisible(bool(sent))

    def _sent_row(self, step: str, those: list[Delivery]) -> QWidget:
        line, undo = QWidget(), QPushButton(tr("sequences.undo"))
        undo.setProperty("look", "link")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        names = [self._name(it) for it in those]
        more = f" + {len(names) - NAMED}" if len(names) > NAMED else ""
        found = self._flows.step(step)
        title = found.name if found else ""
        words = Paragraph(f"{title}: {', '.join(names[:NAMED])}{more}", look="small")
        undo.setAccessibleName(f"{undo.text()}: {words.text()}")
        ids = [it.id for it in those]
        undo.clicked.connect(lambda: self.taken_back.emit(ids))
        row.addWidget(IconLabel("circle-check", "success", 16), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        row.addWidget(undo, 0, Qt.AlignmentFlag.AlignTop)
        self.undo_buttons.append(undo)
        return line

    def _name(self, delivery: Delivery) -> str:
        run = self._flows.runs.get(delivery.enrolment)
        member = self._flows.members.all.get(run.member) if run else None
        return member.name if member else tr("sequences.whole_community")

    def _show_buttons(self) -> None:
        for button in (self.pause, self.go_on, self.stop):
            button.setEnabled(bool(self.people.selection()))

    def _turn(self, what: str) -> None:
        chosen = self.people.selection()
        if chosen:
            self.turned.emit(what, chosen)
