"""The calendar page: puts its parts together and keeps them up to date with the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.filter import EventFilter
from app.calendar.occurrence import Key, Occurrence
from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from app.calendar.start import written
from app.store import Changes, Store
from widgets.calendar.bars.empty_notice import EmptyNotice
from widgets.calendar.bars.header import CalendarHeader
from widgets.calendar.bars.page_title import agenda_words, matrix_words, month_words, quarter_words, weeks_of_month
from widgets.calendar.bars.toolbar import CalendarToolbar
from widgets.calendar.canvas.keys import KEYS_TEXTS, MATRIX_TEXTS
from widgets.calendar.finder import Finder
from widgets.calendar.gestures import Gestures
from widgets.calendar.page_actions import PageActions
from widgets.calendar.side.sides import Side
from widgets.calendar.views import AGENDA, MATRIX, MONTH, QUARTER, Views
from widgets.common.action import Action
from widgets.common.desk import Desk
from widgets.common.page_over_store import PageOverStore

if TYPE_CHECKING:
    from widgets.calendar.canvas.contract import CalendarCanvas
    from widgets.calendar.inspector.panel import Inspector

COLOUR, VIEW = "calendar.colour_by", "calendar.view"


class CalendarPage(PageOverStore):
    """The 90 days, the month or the agenda; palette, backlog or inspector beside them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.plan = Plan()
        self.today = date(2027, 1, 1)
        self.quarter = Quarter(self.today)
        self.month = self.today
        self.filter = EventFilter()
        self.colour_by = str(desk.settings.get(COLOUR, "kind"))
        self._gestures = Gestures(self)
        self._commands = PageActions(self, self._gestures)
        self._build()
        self._arrange()
        self._connect()
        self.refresh()
        self.toolbar.show_colour(self.colour_by)
        self.side.panel.show_colours(self.plan, self.colour_by)

    def _build(self) -> None:
        self.header = CalendarHeader(self._commands.exports)
        self.toolbar = CalendarToolbar()
        self.views = Views()
        self.side = Side(self.desk.settings)
        self.finder = Finder(self)
        self.notice = EmptyNotice(self.views)

    def _arrange(self) -> None:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addWidget(self.views, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.side.stand_beside(main), 1)

    def _connect(self) -> None:
        self.header.turn_requested.connect(self.turn)
        self.header.today_requested.connect(self.go_to_today)
        self.header.view_chosen.connect(self.open_view)
        self.toolbar.colour_chosen.connect(self.set_colour)
        self.toolbar.filters.changed.connect(self.set_filter)
        self.notice.clear_requested.connect(lambda: self.set_filter(EventFilter()))
        self.toolbar.from_today_chosen.connect(self._on_from_today)
        self.toolbar.find_requested.connect(self.finder.open)
        self._on_view_made(self.views.quarter)
        self.views.made.connect(self._on_view_made)
        self._commands.connect_panels()
        self.side.inspector_made.connect(self._on_inspector_made)

    # --- what the window asks ---

    @override
    def leave(self) -> None:
        self.side.flush()

    @override
    def begin(self, store: Store) -> None:
        self.plan = Plan.read(store)
        self.today = self._today(store)
        start = self.plan.playbook.start
        self.quarter = Quarter(start, self.plan.playbook.first_weekday)
        self.month = self.today if self.quarter.contains(self.today) else self.quarter.first
        self.filter = EventFilter()
        self.side.close_inspector()
        self._show_everything()
        self.views.current.set_cursor_day(self.month)
        self.open_view(str(self.desk.settings.get(VIEW, QUARTER)))
        if self.isVisible():
            self._focus_view()

    @override
    def page_actions(self) -> Sequence[Action]:
        return self._commands.actions()

    @override
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        return MATRIX_TEXTS if self.views.name == MATRIX else KEYS_TEXTS

    @override
    def look_up(self, words: str) -> Sequence[tuple[str, str, str]]:
        return self.finder.for_palette(words)

    @override
    def look_of(self, id: str) -> tuple[str, str]:
        event = self.plan.events.get(id.partition("@")[0])
        kind = self.plan.kinds.get(event.kind) if event else None
        return (kind.icon, kind.family) if kind else ("calendar", "")

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.toolbar, self.views, self.side)

    @override
    def show_thing(self, id: str) -> None:
        kind, _, day = id.partition(":")
        if kind == "day" and day:  # as other pages lead to a day
            self.show_day(date.fromisoformat(day))
            return
        if kind == "view":  # and to a way of showing them
            self.open_view(day)
            self._focus_view()
            return
        event_id, _, original = id.partition("@")
        key = (event_id, original) if original else self.key_of(event_id)
        self.reveal(key)
        self.open_selection()

    @override
    def refresh(self) -> None:
        """Take over what was changed in Settings."""
        self.views.set_equal_days(self.desk.settings.get("weekend_columns", "narrow") == "equal")

    # --- what the parts ask ---

    def key_of(self, event_id: str) -> Key:
        """Return the key of an event, or that of the first occurrence of a series."""
        event = self.plan.events.get(event_id)
        if event is None or not event.repeats or event.day is None:
            return (event_id, "")
        return (event_id, written((event.day, event.at)))

    def select(self, keys: Sequence[Key]) -> None:
        """Select events and show them where the inspector is open."""
        self.views.select(keys)
        if keys and self.views.current.meant()[:1] != [keys[0]]:
            self.views.current.reveal(keys[0])  # else the next key would mean what the keyboard was on before
        self._on_selection_changed(list(keys))

    def reveal(self, key: Key) -> None:
        """Select one event and go to where it is."""
        it = self.plan.occurrence(key)
        if it is not None:
            self.show_day(it.day)
            self.views.current.reveal(key)
        self.select([key])

    def open_selection(self, *, at_title: bool = False) -> None:
        """Open what is selected in the inspector."""
        self.side.open_inspector(self.plan, self.selection())
        if at_title:
            self.side.inspector.focus_title()

    def selection(self) -> list[Key]:
        """Return the selected events; an event of the backlog counts when the inspector shows it."""
        return self.views.current.selection() or (self.side.waiting_keys() if self.side.inspecting else [])

    def meant(self) -> list[Key]:
        """Return what an action means: the selected events, or the one that the keyboard is on."""
        view = self.views.current
        return view.meant() if view.hasFocus() or not self.selection() else self.selection()

    def cursor_day(self) -> date:
        """Return the day that the keyboard is on."""
        return self.views.current.cursor_day()

    def shown(self, first: date, last: date) -> list[Occurrence]:
        """Return the events of some days that pass the filter."""
        found = self.plan.occurrences(first, last)
        return [it for it in found if self.filter.matches(it, self.plan)] if self.filter else found

    def open_view(self, name: str) -> None:
        """Show the days in another way."""
        if name == MONTH:
            self.month = self.cursor_day()
            self.views.show_month(self.month)
        self.views.open(name)
        self.desk.settings.set(VIEW, name)
        self.finder.bar.raise_()
        self.toolbar.show_view(name)
        if name != AGENDA:
            self.toolbar.filters.show_unowned(None)
        self._show_title()
        self.actions_changed.emit()

    def turn(self, by: int) -> None:
        """Go to the quarter or the month before or after."""
        if self.views.name == MONTH:
            first = self.month.replace(day=1)
            month = (first.year * 12 + first.month - 1) + by
            self.show_day(date(month // 12, month % 12 + 1, 1))
        else:
            self._set_quarter(self.quarter.next() if by > 0 else self.quarter.previous())

    def go_to_today(self) -> None:
        """Show today and put the keyboard on it."""
        self.show_day(self.today)

    def show_day(self, day: date) -> None:
        """Show the days around a day, with the keyboard on it."""
        if not self.quarter.contains(day):
            while day > self.quarter.last:
                self._set_quarter(self.quarter.next())
            while day < self.quarter.first:
                self._set_quarter(self.quarter.previous())
        self.month = day
        self.views.show_month(day)
        self.views.current.set_cursor_day(day)
        self._show_title()

    def set_colour(self, by: str) -> None:
        """Colour events by another side."""
        self.colour_by = by
        self.desk.settings.set(COLOUR, by)
        self.toolbar.show_colour(by)
        self.side.panel.show_colours(self.plan, by)
        self._show_views()

    def set_filter(self, chosen: EventFilter) -> None:
        """Show only some events."""
        self.filter = chosen
        self.toolbar.show_filter(self.plan, chosen)
        self._show_views()
        self._show_title()

    def start_quarter(self, day: date) -> None:
        """Let the 90 days that are shown begin with the week of a day."""
        self._set_quarter(Quarter(day, self.plan.playbook.first_weekday))

    # --- refreshing ---

    def _set_quarter(self, quarter: Quarter) -> None:
        self.quarter = quarter
        self._show_views()
        self._show_title()

    def _show_views(self) -> None:
        self.views.show_plan(self.plan, self.quarter, self.filter or None, self.today, self.colour_by)

    def _show_everything(self) -> None:
        self._show_views()
        self.views.show_month(self.month)
        self.toolbar.show_capacity(self.plan.playbook.capacity)
        self.toolbar.show_filter(self.plan, self.filter)
        self.side.show_plan(self.plan)
        self._show_title()

    def _show_title(self) -> None:
        quarter, first_weekday = self.quarter, self.plan.playbook.first_weekday
        if self.views.name == MONTH:
            weeks = weeks_of_month(self.month, first_weekday)
            last = date.fromordinal(weeks[-1].toordinal() + 6)
            shown = len(self.shown(weeks[0], last))
            words = month_words(self.plan, self.month, weeks, shown, self.plan.occurrences(weeks[0], last))
        elif self.views.name == AGENDA:
            listed = self.views.agenda.occurrences()
            shown = len(listed)
            words = agenda_words(self.plan, quarter, self.views.agenda.first_day(), self.today, listed)
            self.toolbar.filters.show_unowned(sum(not it.event.owner for it in listed))
        else:
            everything = sum(map(len, self.plan.of_events(quarter.first, quarter.last).values()))
            shown = len(self.shown(quarter.first, quarter.last)) if self.filter else everything
            words = quarter_words(self.plan, quarter, shown, everything)
            words = matrix_words(self.plan, quarter) if self.views.name == MATRIX else words
        self.header.show_state(self.views.name, *words)
        hidden = self.toolbar.filters.words() if self.filter and not shown else ""
        self.notice.show_reason(hidden, empty=not (shown or hidden) and self.views.name == QUARTER)

    @override
    def take_over(self, changes: Changes) -> None:
        store = self.open_store()
        before = self.plan.playbook
        if not self.plan.refresh(store, changes):
            return
        playbook = self.plan.playbook
        if (playbook.start, playbook.first_weekday) != (before.start, before.first_weekday):
            self.quarter = Quarter(playbook.start, playbook.first_weekday)
        if playbook != before:
            self.today = self._today(store)
            self._show_views()
        else:
            self.views.refresh()
        self.toolbar.show_capacity(playbook.capacity)
        self.toolbar.show_filter(self.plan, self.filter)
        self.side.refresh(self.plan, changes)
        self.finder.refresh()
        self._show_title()

    def _today(self, store: Store) -> date:
        try:
            return store.now().astimezone(ZoneInfo(self.plan.playbook.zone)).date()
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return store.now().date()

    def _on_view_made(self, view: CalendarCanvas) -> None:
        self._gestures.attach(view)
        view.selection_changed.connect(self._on_selection_changed)
        view.open_requested.connect(self._on_open_requested)
        view.turn_requested.connect(self.turn)
        view.view_requested.connect(self._on_view_requested)
        view.menu_requested.connect(self._commands.show_menu)

    def _on_selection_changed(self, keys: list[Key]) -> None:
        self.side.show_selection(self.plan, keys)

    def _on_open_requested(self, key: Key) -> None:
        if key not in self.views.current.selection():
            self.views.select([key])
        self.open_selection()

    def _on_view_requested(self, day: date) -> None:
        self.show_day(day)
        self.open_view(MONTH)

    def _on_from_today(self, on: bool) -> None:
        self.views.agenda.set_from_today(on)
        self._show_title()

    def _on_inspector_made(self, inspector: Inspector) -> None:
        from widgets.calendar.inspector.edits import Edits

        Edits(self).connect_inspector(inspector)
        inspector.closed.connect(self._focus_view)

    def _focus_view(self) -> None:
        """Let the keyboard go on where the events are."""
        self.views.current.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._focus_view()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.side.inspecting:
                self.side.close_inspector()
            self._focus_view()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.fit()

    @override
    def retranslate(self) -> None:
        if self.store is not None:
            self._show_title()
