"""The home page: today, the days ahead, what is due, and how far the playbook is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.adding import add_event
from app.calendar.event import Event
from app.calendar.quarter import DAYS, Quarter, iso_week
from app.home.overview import Overview
from app.home.week import SOON, hours_ahead, hours_of_days, next_days, this_week
from app.message import say
from app.store import EVERYTHING, Changes, Store
from app.tasks.adding import add_task
from app.tasks.finishing import finish, reopen
from app.tasks.quick_add import read_quick
from app.tasks.repeating import come_again, left_behind
from app.tasks.today import today_of
from widgets.common.action import Action
from widgets.common.desk import Desk
from widgets.common.icons import icon, put_icon
from widgets.common.page_header import PageHeader
from widgets.common.page_over_store import PageOverStore
from widgets.common.words import capital, day, hours, tenths, tr
from widgets.home.building import day_rows
from widgets.home.list_card import ListCard
from widgets.home.purpose_row import PurposeRow
from widgets.home.standup_card import FORM_TEXTS, LANGUAGE_TEXTS, StandupCard
from widgets.home.standup_text import standup_text
from widgets.home.steps_card import EDGE, StepsCard
from widgets.home.suggestions_row import SuggestionsRow
from widgets.home.task_card import TaskCard
from widgets.home.week_row import WeekRow

FORM: Final = "home.standup_form"
LANGUAGE: Final = "home.standup_language"
CARD: Final = 422  # px of both columns of cards in a window of 1440: they stay as wide as each other
STEPS_WIDTH: Final = 312
HOUR: Final = 3_600_000  # ms: a day ends while the window stays open


class HomePage(PageOverStore):
    """Looks at the whole playbook; while it is hidden it only remembers what changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.seen = Overview()
        self._missed: dict[type, frozenset[str]] = {}
        self._clock = QTimer(self, interval=HOUR)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.header = PageHeader()
        self.export, self.new = QPushButton(), QPushButton()
        put_icon(self.export, icon("upload"))
        put_icon(self.new, icon("plus", "on_accent"))
        self.new.setProperty("look", "primary")
        for button in (self.export, self.new):
            self.header.add_action(button)
        self.suggestions = SuggestionsRow()
        self.purpose, self.weeks = PurposeRow(), WeekRow()
        self.days, self.tasks = ListCard(), TaskCard()
        self.standup, self.steps = StandupCard(), StepsCard()

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(EDGE, 0, 0, 0)
        left.setSpacing(14)
        left.addWidget(self.days)
        left.addWidget(self.standup, 1)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(24 - EDGE, 16, 24 - EDGE, 16)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(12)
        grid.addWidget(self.purpose, 0, 0, 1, 3)
        grid.addWidget(self.weeks, 1, 0, 1, 2)
        grid.addLayout(left, 2, 0)
        grid.addWidget(self.tasks, 2, 1)
        grid.addWidget(self.steps, 1, 2, 2, 1)
        grid.setColumnStretch(0, CARD + EDGE)
        grid.setColumnStretch(1, CARD)
        grid.setRowStretch(2, 1)
        self.steps.setFixedWidth(STEPS_WIDTH + EDGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.suggestions)
        column.addWidget(inside, 1)

    def _connect(self) -> None:
        for part in (self.suggestions, self.purpose, self.weeks, self.tasks, self.standup, self.steps):
            part.opened.connect(self.desk.go)
        self.days.list.opened.connect(self.desk.go)
        self.days.link_pressed.connect(lambda: self.desk.go("calendar", ""))
        self.export.clicked.connect(lambda: self.desk.go("export", ""))
        self.new.clicked.connect(self.add_event)
        self.tasks.tick_requested.connect(self._on_tick_requested)
        self.tasks.added.connect(self._on_task_added)
        self.tasks.copy_requested.connect(self.copy_message)
        self._soon.timeout.connect(self._look_again)
        self.standup.copy_requested.connect(self.copy_standup)
        self.standup.form_chosen.connect(lambda form: self._choose(FORM, form))
        self.standup.language_chosen.connect(lambda language: self._choose(LANGUAGE, language))
        self._clock.timeout.connect(self._look_again)
        self._clock.start()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state_changed)

    @override
    def begin(self, store: Store) -> None:
        self._missed = {}
        self.seen = Overview.read(store)
        self._show_everything()

    @override
    def page_actions(self) -> Sequence[Action]:
        there = self.is_open
        return (
            Action("home_task", "home.action.task", self.tasks.open_line, "plus", ("T", "Ins"), "task", there),
            Action("home_event", "home.action.event", self.add_event, "calendar-plus", ("N",), "event", there),
            Action("home_message", "home.action.message", self.copy_message, "copy", ("C",), "edit", self._is_message),
            Action("home_standup", "home.action.standup", self.copy_standup, "clipboard-copy", (), "edit", there),
        )

    @override
    def regions(self) -> Sequence[QWidget]:
        above = (self.suggestions,) if self.suggestions.isVisible() else ()
        return (self.header, *above, self.purpose, self.weeks, self.days, self.standup, self.tasks, self.steps)

    def add_event(self) -> None:
        """Add an event today and open it in the calendar."""
        plan = self.seen.plan
        kind = next((kind.id for kind in plan.kinds.values() if not kind.marker), "")
        event = Event("", tr("calendar.new_event"), kind, self.seen.today, zone=plan.playbook.zone)
        made: list[str] = []
        self.run(lambda store: made.append(add_event(store, event)))
        for event_id in made:
            self.desk.go("calendar", event_id)

    def copy_standup(self) -> None:
        """Put the stand-up on the clipboard, as it was chosen."""
        if self.standup.found is None:
            return
        form, language = self._form()
        text = standup_text(self.standup.found, language, markdown=form == "markdown")
        QGuiApplication.clipboard().setText(text)
        self.desk.tell(say("home.standup.copied"))

    def copy_message(self, task: str = "") -> None:
        """Put a message that is due on the clipboard: that of a task, or the one that the keyboard is on."""
        from app.workflows.sending import message_of

        meant = task or self.tasks.card.list.message_meant()
        text = message_of(self.open_store(), meant) if meant else ""
        if text:
            QGuiApplication.clipboard().setText(text)
            self.tasks.show_copied(meant)
            self.desk.tell(say("home.messages.told"))

    def _is_message(self) -> bool:
        return self.is_open() and bool(self.tasks.card.list.message_meant())

    def _form(self) -> tuple[str, str]:
        form = str(self.desk.settings.get(FORM, "markdown"))
        language = str(self.desk.settings.get(LANGUAGE, self.seen.plan.playbook.language))
        return form if form in FORM_TEXTS else "markdown", language if language in LANGUAGE_TEXTS else "en"

    def _choose(self, setting: str, value: str) -> None:
        self.desk.settings.set(setting, value)
        self.standup.show_form(*self._form())
        self.copy_standup()

    def _on_tick_requested(self, task: str, done: bool) -> None:
        repeats = bool((known := self.seen.tasks.all.get(task)) and known.repeat)
        self.run(lambda store: finish(store, [task]) if done else reopen(store, [task]))
        later = left_behind(self.open_store(), [task]) if done and repeats else []
        if later:
            self.desk.tell(come_again(later), undo=True)

    def _on_task_added(self, line: str) -> None:
        """Add what was typed; without a day it is due today, or it would not be seen here."""
        people = {person.id: person.name for person in self.seen.plan.people.values()}
        read = read_quick(line, self.seen.today, self.seen.plan.playbook.first_weekday, people=people)
        due = read.due or self.seen.today
        self.run(lambda store: add_task(store, read.task(due=due)))
        if due > self.seen.today + timedelta(days=SOON):
            self.desk.tell(say("home.tasks.added", title=read.title, day=due), undo=True)

    @override
    def take_over(self, changes: Changes) -> None:
        for kind, ids in changes.items():
            before = self._missed.get(kind, frozenset())
            self._missed[kind] = EVERYTHING if EVERYTHING in (ids, before) else before | ids
        if EVERYTHING in changes.values():
            self._soon.start()  # very much came: the window looks at mouse and keys first
        elif self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        missed, self._missed = self._missed, {}
        store = self.open_store()
        if self.seen.refresh(store, missed) or self.seen.today != today_of(store):
            self.seen.today = today_of(store)
            self._show_everything()

    def _on_state_changed(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self._look_again()

    def _look_again(self) -> None:
        """Show another day when one began while the window stayed open."""
        if self.store is not None and self.isVisible():
            self._catch_up()

    def _show_everything(self) -> None:
        seen = self.seen
        self.suggestions.look_at(self.store)
        self.header.set_texts(capital(day(seen.today, "dddd, d MMMM")), self._subtitle())
        self.purpose.show_purpose(seen)
        self.weeks.show_weeks(seen)
        self.days.list.show_rows(day_rows(seen))
        self._show_days_head()
        self.tasks.show_tasks(seen)
        self.standup.show_standup(seen)
        self.standup.show_form(*self._form())
        self.steps.show_steps(seen)

    def _show_days_head(self) -> None:
        seen = self.seen
        count, work = hours_of_days(seen.plan, next_days(seen.plan, seen.today))
        note = " · ".join((tr("calendar.events", n=count), tr("home.hours", hours=hours(work))))
        self.days.set_texts(tr("home.days"), note, tr("home.days.open"))
        self.days.updateGeometry()

    def _subtitle(self) -> str:
        plan, today = self.seen.plan, self.seen.today
        quarter = Quarter(plan.playbook.start, plan.playbook.first_weekday)
        load = this_week(plan, today)
        parts = [tr("calendar.week", n=iso_week(plan.week_of(today), plan.playbook.first_weekday))]
        if quarter.contains(today):
            parts.append(tr("home.day_of", number=(today - quarter.first).days + 1, all=DAYS))
        parts.append(tr("home.ahead", ahead=tenths(hours_ahead(plan, today)), all=tenths(load.hours)))
        return " · ".join(parts)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.store is not None:
            self._catch_up()
        self.tasks.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self) -> None:
        for button, text in ((self.export, tr("home.export")), (self.new, tr("home.action.event"))):
            button.setText(text)
            button.setAccessibleName(text)
        if self.store is not None:
            self._show_everything()
