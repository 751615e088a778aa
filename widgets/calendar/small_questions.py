"""Asks for a date, a number of days, hours or a name, beside what it is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from app.calendar import actions
from app.calendar.filter import SavedFilter
from app.message import say
from app.playbook.becoming import make_task
from app.playbook.records import save_record
from app.playbook.settings import set_capacity, set_week_capacity
from widgets.common.day_field import DayField
from widgets.common.labelled import Labelled
from widgets.common.popover import Popover
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.text_field import TextField
from widgets.common.words import day as day_words
from widgets.common.words import tr

if TYPE_CHECKING:
    from widgets.calendar.gestures import Gestures
    from widgets.calendar.page import CalendarPage

MOST_DAYS = 366


class SmallQuestions(QObject):
    """Each opens one popover; the answer is one step of undo."""

    def __init__(self, page: CalendarPage, gestures: Gestures) -> None:
        super().__init__(page)
        self._page, self._gestures = page, gestures

    def move_to(self) -> None:
        """Ask on which day the selected events shall be."""
        keys = self._page.meant()
        it = self._page.plan.occurrence(keys[0]) if keys else None
        title = self._page.plan.events[keys[0][0]].title
        panel = SmallPanel(
            tr("calendar.move_to.title", title=title) if len(keys) == 1 else tr("calendar.move_to.many", n=len(keys)),
            "",
            tr("calendar.move_to.do"),
        )
        field = Labelled(DayField())
        field.set_label(tr("field.day"))
        field.field.show_day(it.day if it else self._page.cursor_day())
        panel.fields.addWidget(field)

        def take() -> bool:
            day = field.field.day()
            if day is None:
                return False
            popover.close()
            self._page.show_day(day)
            self._gestures.move(keys, day)
            return True

        popover = self._open(panel, take)

    def make_task(self) -> None:
        """Ask what is to be done for the selected events, and by when; the task remembers them."""
        keys = self._page.meant()
        events = list(dict.fromkeys(key[0] for key in keys))
        it = self._page.plan.occurrence(keys[0]) if keys else None
        panel = SmallPanel(tr("calendar.make_task"), tr("calendar.make_task.about"), tr("calendar.make_task.do"))
        title, due = Labelled(TextField()), Labelled(DayField())
        title.set_label(tr("calendar.make_task.what"))
        due.set_label(tr("calendar.make_task.due"))
        due.field.show_day(it.day if it else None, none=tr("field.day.none"))
        panel.fields.addWidget(title)
        panel.fields.addWidget(due)

        def take() -> bool:
            text = title.field.text().strip()
            if text:
                sources, day = [("event", event) for event in events], due.field.day()
                self._gestures.run(lambda: self._made(make_task(self._page.open_store(), sources, text, due=day)))
            return bool(text)

        self._open(panel, take)

    def _made(self, _: str) -> None:
        self._page.desk.tell(say("calendar.make_task.done"), undo=True)

    def shift_after(self) -> None:
        """Ask by how many days everything from the cursor's day on shall move."""
        day = self._page.cursor_day()
        about = tr("calendar.shift.about", day=day_words(day, "ddd d MMM"))
        panel = SmallPanel(tr("calendar.shift.title"), about, tr("calendar.shift.do"))
        field = Labelled(TextField())
        field.set_label(tr("calendar.shift.days"))
        field.field.setText("7")
        field.field.selectAll()
        panel.fields.addWidget(field)

        def take() -> bool:
            days = _whole(field.field.text())
            if days is None:
                field.set_error(tr("calendar.shift.wrong"))
                popover.refit()
                return False
            self._gestures.run(lambda: self._shift(day, days))
            return True

        popover = self._open(panel, take, day)

    def _shift(self, day: date, days: int) -> None:
        """Shift, and say how many stayed because their rhythm came in and cannot be moved."""
        stayed = actions.shift_after(self._page.open_store(), day, days)
        if stayed:
            title = self._page.plan.events[stayed[0]].title
            self._page.desk.tell(say("calendar.shift.stayed", n=len(stayed), title=title), undo=True)

    def save_filter(self) -> None:
        """Ask for the name of the filter in force."""
        panel = SmallPanel(
            tr("calendar.filter.save.title"), tr("calendar.filter.save.about"), tr("calendar.filter.save.do")
        )
        field = Labelled(TextField())
        field.set_label(tr("calendar.filter.name"))
        panel.fields.addWidget(field)

        def take() -> bool:
            name = field.field.text().strip()
            if name:
                same = (it for it in self._page.plan.filters.values() if it.name.casefold() == name.casefold())
                known = next(same, SavedFilter("", name))
                save_record(self._page.open_store(), replace(known, name=name, terms=self._page.filter.terms))
            return bool(name)

        more = self._page.toolbar.filters.more
        open_small(panel, more, more.rect(), take)

    def rename_filter(self, id: str) -> None:
        """Ask for another name of a saved filter."""
        known = self._page.plan.filters[id]
        panel = SmallPanel(tr("calendar.filter.rename.title"), "", tr("calendar.filter.save.do"))
        field = Labelled(TextField())
        field.set_label(tr("calendar.filter.name"))
        field.field.setText(known.name)
        field.field.selectAll()
        panel.fields.addWidget(field)

        def take() -> bool:
            name = field.field.text().strip()
            others = (it.name.casefold() for it in self._page.plan.filters.values() if it.id != id)
            if name.casefold() in others:
                field.set_error(tr("calendar.filter.taken"))
                popover.refit()
                return False
            if name and name != known.name:
                save_record(self._page.open_store(), replace(known, name=name))
            return bool(name)

        more = self._page.toolbar.filters.more
        popover = open_small(panel, more, more.rect(), take)

    def capacity(self) -> None:
        """Show the hours of the weeks."""
        from widgets.calendar.bars.capacity_editor import CapacityEditor

        page = self._page
        store = page.open_store()
        panel = CapacityEditor(page.plan, page.quarter)
        panel.usual_entered.connect(lambda hours: set_capacity(store, hours))
        panel.week_entered.connect(lambda week, hours: set_week_capacity(store, week, hours))
        end = store.subscribe(lambda _: panel.show_plan(page.plan))  # the page heard it first and read the plan anew
        beside: QWidget = page.toolbar.capacity if page.toolbar.capacity.isVisible() else page.toolbar
        popover = Popover(panel, beside)
        panel.closed.connect(popover.close)
        popover.closed.connect(end)
        popover.open_at(beside.rect(), beside)

    def _open(self, panel: SmallPanel, take: Callable[[], bool], day: date | None = None) -> Popover:
        """Open beside a day or the selected event, or in the middle of the view."""
        view = self._page.views.current
        keys = view.selection()
        anchor = view.day_anchor(day) if day else view.anchor(keys[0]) if keys else QRect()
        if anchor.isEmpty():
            centre = view.rect().center()
            return open_small(panel, view, QRect(centre.x(), view.height() // 3, 1, 1), take)
        place = QRect(view.mapFromGlobal(anchor.topLeft()), anchor.size())
        return open_small(panel, view, place, take)


def _whole(text: str) -> int | None:
    figures = text.strip().replace("−", "-").replace("–", "-")
    try:
        days = int(figures)
    except ValueError:
        return None
    return days if 0 < abs(days) <= MOST_DAYS else None
