"""Copies events as text for other calendars, without leaving the page."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.calendar.plan import Plan
from app.message import say
from app.store import Store
from widgets.common.desk import Desk
from widgets.common.words import language
from widgets.printing.text_work import Made, make_text
from widgets.printing.wanted import Format, Wanted


def copy_as_ics(_window: QWidget, desk: Desk, store: Store | None, events: str) -> None:
    """Put events on the clipboard as an iCalendar text; `events` are ids with commas between, "" for all."""
    if store is None:
        return
    plan = Plan.read(store)
    terms = tuple(("series", event) for event in events.split(",") if event)
    start = plan.playbook.start
    wanted = Wanted(start, start, Format.ICS, language=language(), terms=terms, all_days=True)

    def done(made: Made) -> None:
        QGuiApplication.clipboard().setText(made.data.decode("utf-8"))
        desk.tell(say("printing.copied", n=made.events))

    desk.jobs.start(say("printing.job.text"), make_text, plan, wanted, done=done, failed=desk.fail)
