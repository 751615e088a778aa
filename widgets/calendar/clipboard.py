"""Copies events as they are, and as text that other calendars understand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication

from app.calendar import actions
from app.calendar.occurrence import Key, Occurrence
from app.message import say
from widgets.calendar.wording import when
from widgets.common.drag_data import dragged_keys, keys_data
from widgets.common.words import day

if TYPE_CHECKING:
    from widgets.calendar.gestures import Gestures
    from widgets.calendar.page import CalendarPage

CUT_MIME: Final = "application/x-sedyanka-cut"


class Clipboard(QObject):
    """What is cut moves when it is pasted; what is copied is copied, its first event to the cursor's day."""

    def __init__(self, page: CalendarPage, gestures: Gestures) -> None:
        super().__init__(page)
        self._page, self._gestures = page, gestures

    def keys(self) -> list[Key]:
        """Return the events that are meant and that have a day, in the order of their days."""
        there = {key: it for key in self._page.meant() if (it := self._page.plan.occurrence(key))}
        return sorted(there, key=lambda key: there[key].day)

    def copy(self) -> None:
        """Copy the selected events."""
        QGuiApplication.clipboard().setMimeData(self._data(cut=False))

    def cut(self) -> None:
        """Keep the selected events to be moved where they are pasted."""
        QGuiApplication.clipboard().setMimeData(self._data(cut=True))
        self._page.desk.tell(say("calendar.cut", n=len(self.keys())))

    def paste(self) -> None:
        """Put what was copied or cut on the cursor's day."""
        data = QGuiApplication.clipboard().mimeData()
        held = dragged_keys(data) if data else []  # Qt gives None when the clipboard is empty
        keys = [key for key in held if self._page.plan.occurrence(key)]
        if not keys:
            self._page.desk.tell(say("calendar.nothing_to_paste"))
            return
        target = self._page.cursor_day()
        if data.hasFormat(CUT_MIME):
            QGuiApplication.clipboard().clear()
            self._gestures.move(keys, target)
        else:
            self._gestures.copy(keys, target)

    def duplicate(self) -> None:
        """Copy the selected events onto their own days."""
        keys = self.keys()
        if keys:
            self._gestures.run(lambda: actions.copy(self._page.open_store(), keys, 0))

    def copy_as_ics(self) -> None:
        """Copy the selected events, or all that are shown, as text for other calendars."""
        self._page.desk.go("copy-ics", ",".join(dict.fromkeys(event for event, _ in self.keys())))

    def _as_calendar(self, keys: Sequence[Key]) -> bytes:
        """Write events as members may see them: what is on a clipboard ends up in places where private notes hurt."""
        from app.exchange.ics.choice import Choice, Profile
        from app.exchange.ics.writing import write_calendar

        wanted = set(keys)
        choice = Choice(keep=lambda it: it.key in wanted, events=frozenset(event for event, _ in keys))
        return write_calendar(self._page.plan, Profile.MEMBERS, choice).data

    def _data(self, *, cut: bool) -> QMimeData:
        keys = self.keys()
        data = keys_data(keys)
        there = [it for key in keys if (it := self._page.plan.occurrence(key))]
        data.setText("\n".join(_line(it) for it in there))
        if there:
            data.setData("text/calendar", self._as_calendar(keys))
        if cut:
            data.setData(CUT_MIME, json.dumps(True).encode())
        return data


def _line(it: Occurrence) -> str:
    """Return an event as one writes it into a message: "Thu 18 Mar, 17:00 AMA with founders"."""
    return f"{day(it.day, 'ddd d MMM')}, {when(it.at, it.day, it.last_day)} {it.event.title}"
