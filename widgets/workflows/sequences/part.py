"""The sequences of the page: shows one, what is due in it, and does what a person asks of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.members.adding import add_member
from app.members.member import Member
from app.message import say
from app.playbook.first_people import take_ready
from app.store import Changes, Store
from app.workflows import running, sending, sequences
from app.workflows.snapshot import Workflows
from resources.templates import content
from widgets.common.action import Action
from widgets.common.action_menu import action_menu, pop_up_below
from widgets.common.empty_state import EmptyState
from widgets.common.hairline import hairline
from widgets.common.icons import icon
from widgets.common.labelled import Labelled
from widgets.common.nav_list import NavRow
from widgets.common.page_over_store import PageOverStore
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.text_area import TextArea
from widgets.common.words import tr
from widgets.records.record_editor import open_records
from widgets.workflows.sequences.sequence_head import SequenceHead
from widgets.workflows.sequences.start_dialog import StartDialog, open_start
from widgets.workflows.sequences.time_line import TimeLine
from widgets.workflows.sequences.way_side import WaySide

BLANKS: Final = "sequences.blanks"
SEQUENCE: Final = "sequence:"  # before the id of a sequence, in the list of the page
ICONS: Final[tuple[str, ...]] = ("send", "repeat", "pencil", "medal", "door-open", "star", "heart", "rocket")
TURNS: Final[Mapping[str, Callable[[Store, Sequence[str]], None]]] = {
    "pause": running.pause,
    "go_on": running.go_on,
    "stop": running.stop,
}
OF_STEP: Final = ("step_add", "step_up", "step_down", "step_copy", "step_delete")
OF_SEQUENCE: Final = ("sequence_start", "sequence_rest", "sequence_copy", "sequence_delete")


class SequencesPart(QObject):
    """What a page with sequences asks for: rows of its list, a middle, a side.

    Signals:
        chosen: another sequence is shown (key of its row).
    """

    chosen = Signal(str)

    def __init__(self, page: PageOverStore) -> None:
        super().__init__(page)
        self.page = page
        self.flows = Workflows()
        self.shown = ""  # id of the sequence that is shown
        self.head, self.line, self.side = SequenceHead(), TimeLine(), WaySide()
        self.nothing = EmptyState()
        self.middle = QStackedWidget()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        rule = hairline()
        column.addWidget(rule)
        column.addWidget(self.line, 1)
        self.middle.addWidget(whole)
        self.middle.addWidget(self.nothing)
        self._connect()

    def _connect(self) -> None:
        head, line, side = self.head, self.line, self.side
        head.edited.connect(lambda fields: self._run(lambda s: sequences.edit_sequence(s, self.shown, **fields)))
        head.start_requested.connect(self.ask_start)
        head.rest_requested.connect(self.rest)
        head.menu_requested.connect(lambda button: pop_up_below(self._menu(OF_SEQUENCE), button))
        line.chosen.connect(lambda _: self.refresh())
        line.moved.connect(lambda step, place: self._run(lambda s: sequences.move_step(s, step, place)))
        line.deleted.connect(self.delete_step)
        line.add_requested.connect(self.add_step)
        line.menu_requested.connect(self._on_step_menu)
        line.editor.edited.connect(self._on_step_edited)
        line.editor.written.connect(self._on_written)
        line.editor.language_dropped.connect(self._on_language_dropped)
        line.editor.manage_requested.connect(lambda kind, field: open_records(self.page.open_store(), kind, field))
        side.sent.connect(lambda one: self._run(lambda s: sending.mark_sent(s, [one])))
        side.skipped.connect(self._on_skipped)
        side.worded.connect(self.ask_words)
        side.taken_back.connect(lambda ids: self._run(lambda s: sending.take_back(s, ids)))
        side.turned.connect(lambda what, runs: self._run(lambda s: TURNS[what](s, runs)))
        side.opened.connect(lambda member: self.page.desk.go("members", member))
        for part in (side.few, side.people):
            part.menu_requested.connect(partial(self._on_people_menu, part))
        self.nothing.asked.connect(self.take_ready)

    # --- what the page asks ---

    def begin(self, store: Store) -> None:
        """Show the sequences of a playbook that was opened."""
        self.flows = Workflows.read(store)
        self.shown = next(iter(self.flows.sequences), "")
        self.line.open("")
        self.refresh()

    def take_over(self, changes: Changes) -> bool:
        """Take over what changed; return whether any of it shows."""
        touched = self.flows.refresh(self.page.open_store(), changes)
        if self.shown not in self.flows.sequences:
            self.shown = next(iter(self.flows.sequences), "")
        if touched:
            self.refresh()
        return touched

    def rows(self) -> list[NavRow]:
        """Return the rows of the list at the left of the page."""
        rows = [NavRow("", tr("sequences.group"))]
        for key, it in self.flows.sequences.items():
            count = len(self.flows.on_way(key))
            rows.append(NavRow(SEQUENCE + key, it.name, str(count) if count else "", it.icon or "send"))
        return rows

    def show(self, key: str) -> None:
        """Show a sequence."""
        self.flush()
        wanted = key.removeprefix(SEQUENCE)
        if wanted in self.flows.sequences and wanted != self.shown:
            self.line.open("")
            self.shown = wanted
        self.refresh()
        self.chosen.emit(SEQUENCE + self.shown)

    def refresh(self) -> None:
        """Show everything anew."""
        found = self.flows.sequences.get(self.shown)
        self.middle.setCurrentIndex(0 if found else 1)
        if found is None:
            self.nothing.set_texts(tr("sequences.nothing"), tr("sequences.nothing.ready"))
        else:
            self.head.show_sequence(self.flows, found)
            self.line.show_sequence(self.flows, self.shown)
        self.side.show_sequence(self.flows, self.shown)

    def flush(self) -> None:
        """Give what is being typed, now."""
        self.line.flush()
        self.head.name.flush()

    def show_thing(self, id: str) -> bool:
        """Show a sequence or one of its steps; return whether it is there."""
        step = self.flows.step(id)
        owner = step.sequence if step else id
        if owner not in self.flows.sequences:
            return False
        self.show(SEQUENCE + owner)
        if step:
            self.line.open(id)
        return True

    def actions(self) -> Sequence[Action]:
        """Return what can be done with sequences."""
        there, step = self._is_shown, self._step_meant
        return (
            Action("sequence_add", "sequences.action.add", self.add, "plus", (), "edit", self.page.is_open),
            Action("sequences_ready", "sequences.action.ready", self.take_ready, "layout-template", (), "edit",
                   self.page.is_open),
            Action("sequence_start", "sequences.action.start", self.ask_start, "play", ("S",), "edit", there),
            Action("sequence_rest", "sequences.action.rest", self.rest, "pause", (), "edit", there),
            Action("sequence_copy", "sequences.action.copy", self.duplicate, "copy", (), "edit", there),
            Action("sequence_delete", "sequences.action.delete", self.delete, "trash-2", (), "edit", there),
            Action("step_add", "sequences.action.step_add", self.add_step, "plus", ("Ins",), "edit", there),
            Action("step_up", "sequences.action.step_up", partial(self._shift, -1), "arrow-up", (), "edit", step),
            Action("step_down", "sequences.action.step_down", partial(self._shift, 1), "arrow-down", (), "edit", step),
            Action("step_copy", "sequences.action.step_copy", self.duplicate_step, "copy", (), "edit", step),
            Action("step_delete", "sequences.action.step_delete", lambda: self.delete_step(self.line.current()),
                   "trash-2", (), "edit", step),
            Action("due_copy", "sequences.action.due_copy", self.copy_first, "clipboard-copy", ("Ctrl+Shift+C",),
                   "edit", self._is_due),
            Action("due_sent", "sequences.action.due_sent", self.mark_first, "send", ("Ctrl+Shift+Return",), "edit",
                   self._is_due),
        )  # fmt: skip

    # --- what a person does ---

    def add(self) -> None:
        """Add a sequence and let its name be written."""
        sign = ICONS[len(self.flows.sequences) % len(ICONS)]
        if made := self._made(lambda s: sequences.add_sequence(s, tr("sequences.new"), icon=sign)):
            self.show(SEQUENCE + made)
            self.head.focus_name()

    def take_ready(self) -> None:
        """Add the ready sequences that are not there yet, and show the first."""
        made: list[str] = []
        if self._run(lambda s: made.extend(take_ready(s, content(self.flows.playbook.language)))):
            self.page.desk.tell(say("sequences.ready_taken", n=len(made)), undo=bool(made))
            if made:
                self.show(SEQUENCE + made[0])

    def duplicate(self) -> None:
        """Copy the sequence that is shown."""
        shown = self.shown
        name = tr("sequences.copy_of", name=self.flows.sequences[shown].name)
        if made := self._made(lambda s: sequences.duplicate_sequence(s, shown, name)):
            self.show(SEQUENCE + made)

    def delete(self) -> None:
        """Delete the sequence that is shown, and say how to take that back."""
        shown, name = self.shown, self.flows.sequences[self.shown].name
        if self._run(lambda s: sequences.delete_sequence(s, shown)):
            self.page.desk.tell(say("sequences.deleted", name=name), undo=True)

    def rest(self) -> None:
        """Let the sequence rest, or go on."""
        paused = self.flows.sequences[self.shown].paused
        act = running.go_on_with if paused else running.pause_sequence
        self._run(lambda s: act(s, self.shown))

    def ask_start(self) -> StartDialog:
        """Ask for whom the sequence is to begin."""
        before = self.page.desk.settings.get(BLANKS, {})
        dialog = open_start(self.flows, self.flows.sequences[self.shown], self.page, before)
        dialog.start_requested.connect(self._on_start)
        dialog.somebody_new.connect(lambda name: dialog.take(self._made(lambda s: add_member(s, Member("", name)))))
        return dialog

    def ask_words(self, delivery: str) -> TextArea:
        """Let a message be worded for the one who gets it."""
        found = next(it for it in self.flows.due() if it.delivery.id == delivery)
        field: Labelled[TextArea] = Labelled(TextArea(6))
        field.field.show_value(found.text)
        field.set_label(tr("sequences.field.text"))
        panel = SmallPanel(tr("sequences.word"), found.member.name if found.member else "", tr("sequences.word.do"))
        panel.fields.addWidget(field)

        def take() -> bool:
            text = field.field.toPlainText()
            return self._run(lambda s: sending.write_for_one(s, delivery, text))

        card = next((card for card in self.side.cards if card.due and card.due.delivery.id == delivery), self.side)
        open_small(panel, card, card.rect(), take)
        return field.field

    def add_step(self) -> None:
        """Add a step behind the one that is open, some days later, and let its name be written."""
        steps = self.flows.steps.get(self.shown, [])
        meant = self.line.current()
        at = next((at for at, step in enumerate(steps) if step.id == meant), len(steps) - 1)
        day = steps[at].day + (3 if at == len(steps) - 1 else 0) if steps else 0
        after = steps[at].id if steps else ""
        shown, name = self.shown, tr("sequences.step.new")
        if made := self._made(lambda s: sequences.add_step(s, shown, name, day, after)):
            self.line.open(made, focus=True)

    def duplicate_step(self) -> None:
        """Copy a step."""
        meant = self.line.current()
        if made := self._made(lambda s: sequences.duplicate_step(s, meant)):
            self.line.open(made)

    def delete_step(self, step: str) -> None:
        """Delete a step and say how to take that back."""
        found = self.flows.step(step)
        if found and self._run(lambda s: sequences.delete_steps(s, [step])):
            self.page.desk.tell(say("sequences.step_deleted", name=found.name), undo=True)

    def copy_first(self) -> None:
        """Copy the message that is due first."""
        if card := self.side.first_card():
            card.copy_text()

    def mark_first(self) -> None:
        """Mark the message that is due first as sent."""
        if (card := self.side.first_card()) and card.due:
            one = card.due.delivery.id
            self._run(lambda s: sending.mark_sent(s, [one]))

    # --- inside ---

    def _on_start(self, members: list[str], day: date, given: dict[str, dict[str, str]]) -> None:
        made: list[str] = []
        shown = self.shown
        if given:  # what was written once is proposed the next time
            self.page.desk.settings.set(BLANKS, {**self.page.desk.settings.get(BLANKS, {}), **given})
        if self._run(lambda s: made.extend(running.start(s, shown, members, day, given))) and made:
            self.page.desk.tell(say("sequences.started", name=self.flows.sequences[shown].name, n=len(made)), undo=True)

    def _on_skipped(self, delivery: str) -> None:
        if self._run(lambda s: sending.skip(s, [delivery])):
            self.page.desk.tell(say("sequences.skipped"), undo=True)

    def _on_step_edited(self, fields: dict[str, Any]) -> None:
        step = self.line.editor.step.id
        self._run(lambda s: sequences.edit_step(s, step, **fields))

    def _on_written(self, language: str, text: str) -> None:
        step = self.line.editor.step.id
        self._run(lambda s: sequences.write_text(s, step, language, text))

    def _on_language_dropped(self, language: str) -> None:
        step = self.line.editor.step.id
        self._run(lambda s: sequences.drop_language(s, step, language))

    def _on_step_menu(self, step: str, place: QPoint) -> None:
        self.line.open(step)
        self._menu(OF_STEP).popup(place)

    def _on_people_menu(self, part: Any, place: QPoint) -> None:
        runs = part.meant()
        if not runs:
            return
        menu = QMenu(part)
        for what, sign, text in (
            ("pause", "pause", tr("sequences.pause")), ("go_on", "play", tr("sequences.go_on")),
            ("stop", "square", tr("sequences.stop")),
        ):  # fmt: skip
            menu.addAction(icon(sign), text, partial(self.side.turned.emit, what, runs))
        menu.popup(place)

    def _menu(self, names: Sequence[str]) -> QMenu:
        by_id = {action.id: action for action in self.actions()}
        return action_menu(self.middle, [by_id[name] for name in names])

    def _shift(self, by: int) -> None:
        steps = [step.id for step in self.flows.steps.get(self.shown, [])]
        meant = self.line.current()
        place = steps.index(meant) + by
        if 0 <= place < len(steps):
            self._run(lambda s: sequences.move_step(s, meant, place))

    def _is_shown(self) -> bool:
        return self.page.is_open() and self.shown in self.flows.sequences and self.middle.isVisible()

    def _step_meant(self) -> bool:
        return self._is_shown() and self.flows.step(self.line.current()) is not None

    def _is_due(self) -> bool:
        return self._is_shown() and self.side.first_card() is not None

    def _run(self, work: Callable[[Store], object]) -> bool:
        return self.page.run(work)

    def _made(self, work: Callable[[Store], str]) -> str:
        made: list[str] = []
        self._run(lambda store: made.append(work(store)))
        return made[0] if made else ""
