"""The communication plan: who is spoken to, and how far each message is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.adding import add_event
from app.calendar.event import Event, MessageStatus
from app.calendar.occurrence import Key
from app.calendar.quarter import Quarter
from app.message import say
from app.plans import editing
from app.plans.audience import Audience, AudienceKind
from app.plans.messages import AUDIENCE, CHANNEL, PERSONA, PLAN, group_of, messages, put_in_status
from app.text.document import Document
from widgets.common.action import Action
from widgets.common.icons import icon, put_icon
from widgets.common.nav_list import NavRow
from widgets.common.segmented import Segmented
from widgets.common.words import tr
from widgets.plans.bench import PlansBench
from widgets.plans.communication.audience_fields import AudienceFields
from widgets.plans.communication.board import MessageBoard
from widgets.plans.communication.plan_words import PlanWords
from widgets.plans.list_tab import ListTab, named
from widgets.plans.taking_out import writer

EVERYBODY: Final = "everybody"
KIND_TEXTS: Final = {
    AudienceKind.SEGMENT: "plans.audience.segments",
    AudienceKind.STAKEHOLDER: "plans.audience.stakeholders",
}
BY_TEXTS: Final = {
    AUDIENCE: "plans.by.audience",
    PERSONA: "plans.by.persona",
    CHANNEL: "plans.by.channel",
}
BY: Final = "plans.messages_by"


class CommunicationTab(ListTab):
    """Audiences at the left, the chosen one above, its messages below: the same events as in the calendar."""

    def __init__(self, bench: PlansBench) -> None:
        super().__init__(bench)
        self.fields, self.board = AudienceFields(), MessageBoard()
        self.words = PlanWords(bench)
        self.new_audience, self.new_message = self.add_below("plus"), QPushButton()
        put_icon(self.new_message, icon("plus"))
        self.by_label, self.by = QLabel(), Segmented(list(BY_TEXTS))
        self.by_label.setProperty("look", "caption")
        self.by_label.setTextFormat(Qt.TextFormat.PlainText)
        by = str(bench.desk.settings.get(BY, AUDIENCE))
        self.by.set_value(by if by in BY_TEXTS else AUDIENCE)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.by_label)
        bar.addWidget(self.by)
        bar.addStretch()
        bar.addWidget(self.new_message)
        beside = QWidget()
        main = QVBoxLayout(beside)
        main.setContentsMargins(24, 14, 24, 16)
        main.setSpacing(12)
        main.addWidget(self.words)
        main.addWidget(self.fields)
        main.addLayout(bar)
        main.addWidget(self.board, 1)
        self.stand_beside(beside)

    def _connect(self) -> None:
        self.list.chosen.connect(lambda _: self.show_plans())
        self.list.opened.connect(lambda _: self.fields.name.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.list.deleted.connect(self.delete)
        self.list.shifted.connect(self.shift)
        self.fields.edited.connect(lambda fields: self.bench.edit(Audience, self._chosen(), **fields))
        self.new_audience.clicked.connect(self.add)
        self.new_message.clicked.connect(self.add_message)
        self.by.chosen.connect(self._on_by)
        self.board.status_wanted.connect(self.put_in_status)
        self.board.opened.connect(self._go_to)

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(tr("plans.audiences"))
        self.by_label.setText(tr("plans.by"))
        self.by.setAccessibleName(tr("plans.by"))
        self.by.set_texts([tr(text) for text in BY_TEXTS.values()])
        buttons = ((self.new_audience, tr("plans.audience.new")), (self.new_message, tr("plans.message.new")))
        for button, text in buttons:
            named(button, text)
        self.show_plans()

    def _chosen(self) -> str:
        key = self.list.key()
        return key if key in self.bench.plans.audiences else ""

    def _quarter(self) -> Quarter:
        book = self.bench.plans.plan.playbook
        return Quarter(book.start, book.first_weekday)

    @override
    def subtitle(self) -> str:
        quarter = self._quarter()
        n = len(messages(self.bench.plans, quarter.first, quarter.last))
        return tr("plans.communication.subtitle", n=n, audiences=len(self.bench.plans.audiences))

    @override
    def show_plans(self) -> None:
        plans, quarter = self.bench.plans, self._quarter()
        found = messages(plans, quarter.first, quarter.last)
        groups = [group_of(plans, it.event, AUDIENCE) for it in found]
        rows = [NavRow(EVERYBODY, tr("plans.audience.everybody"), str(len(found) or ""), "users")]
        for kind, text in KIND_TEXTS.items():
            own = [it for it in plans.audiences.values() if it.kind is kind]
            rows += [NavRow("", tr(text))] if own else []
            rows += [NavRow(it.id, it.name, str(groups.count(it.id) or ""), "user") for it in own]
        self.list.show_rows(rows, self._chosen() or EVERYBODY)
        chosen = plans.audiences.get(self._chosen())
        self.fields.setVisible(chosen is not None)
        self.words.setVisible(chosen is None)
        self.words.show_words()
        if chosen:
            self.fields.show_audience(plans, chosen)
            found = [it for it, group in zip(found, groups, strict=True) if group == chosen.id]
        self.board.show_messages(plans, found, self.by.value or AUDIENCE)

    @override
    def show_thing(self, id: str) -> bool:
        plan, part = self.bench.plans.part_of.get(id, ("", ""))
        if plan == PLAN and part in self.words.fields:
            self.list.choose(EVERYBODY)
            self.show_plans()
            self.words.fields[part].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if id not in self.bench.plans.audiences:
            return False
        self.list.choose(id)
        self.show_plans()
        return True

    @override
    def document(self) -> Document | None:
        return writer(self.bench).communication() if self.bench.is_open() else None

    @override
    def flush(self) -> None:
        self.fields.flush()
        self.words.flush()

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.list, self.words, self.fields, self.board)

    @override
    def commands(self) -> Sequence[Action]:
        is_open = self.bench.is_open
        return (
            Action("plans_new_message", "plans.message.new", self.add_message, "send", ("Ins",), "edit", is_open),
            Action("plans_new_audience", "plans.audience.new", self.add, "plus", (), "edit", is_open),
            Action(
                "plans_delete_audience", "plans.audience.delete", lambda: self.delete(self._chosen()), "trash-2", (),
                "edit", lambda: bool(self._chosen()),
            ),
        )  # fmt: skip

    # --- what is done here ---

    def add(self) -> None:
        """Add an audience and let its name be written."""
        made: list[str] = []
        if self.bench.run(lambda store: made.append(editing.add(store, Audience("", tr("plans.audience.untitled"))))):
            self.show_thing(made[0])
            self.fields.name.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.fields.name.field.selectAll()

    def delete(self, id: str) -> None:
        """Delete an audience; its messages stay in the calendar."""
        if id in self.bench.plans.audiences and self.bench.run(lambda store: editing.delete(store, Audience, id)):
            self.bench.desk.tell(say("plans.deleted"), undo=True)

    def shift(self, id: str, by: int) -> None:
        """Put an audience further up or down among those of its kind."""
        audience = self.bench.plans.audiences.get(id)
        there = list(self.bench.plans.audiences.values())
        beside = [it for it in there if audience and it.kind is audience.kind]
        at = next((n for n, it in enumerate(beside) if it.id == id), -1)
        if at >= 0 and 0 <= at + by < len(beside):
            to = there.index(beside[at + by])
            self.bench.run(lambda store: editing.move(store, Audience, id, to))

    def put_in_status(self, keys: Sequence[Key], status: MessageStatus) -> None:
        """Let messages be so far."""
        self.bench.run(lambda store: put_in_status(store, keys, status))

    def add_message(self) -> None:
        """Add a message for the chosen audience: an event of today, opened in the calendar."""
        plan, made = self.bench.plans.plan, list[str]()
        audience = self.bench.plans.audiences.get(self._chosen())
        kind = next((it.id for it in plan.kinds.values() if it.key == "newsletter"), "")
        kind = kind or next((it.id for it in plan.kinds.values() if not it.marker), "")
        fields: dict[str, Any] = {"message": MessageStatus.DRAFT, "channel": audience.channel if audience else ""}
        if audience and audience.persona:
            fields["personas"] = (audience.persona,)
        event = Event("", tr("plans.message.untitled"), kind, self.bench.today(), zone=plan.playbook.zone, **fields)
        if self.bench.run(lambda store: made.append(add_event(store, event))):
            self.bench.desk.go("calendar", made[0])

    def _on_by(self, by: str) -> None:
        self.bench.desk.settings.set(BY, by)
        self.show_plans()

    def _go_to(self, key: Key) -> None:
        self.bench.desk.go("calendar", "@".join(part for part in key if part))
