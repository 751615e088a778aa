"""The words of the question how much of a series is meant."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from app.calendar.quarter import iso_week
from app.calendar.rule import describe
from widgets.calendar.drag_landing import Move, land
from widgets.calendar.lanes import item_of
from widgets.calendar.quarter_layout import load_text
from widgets.common.words import clock, hours, tr, words
from widgets.common.words import day as write_day

if TYPE_CHECKING:
    from app.calendar.occurrence import Key, Occurrence
    from widgets.calendar.canvas_model import CanvasModel

QUESTION_TEXTS: Final = {
    "move": "canvas.scope.move",
    "resize": "canvas.scope.resize",
    "delete": "canvas.scope.delete",
    "backlog": "canvas.scope.backlog",
    "edit": "canvas.scope.edit",
}


def heading(occurrence: Occurrence, day: date | None = None) -> str:
    """Return what is to happen: "Office hours → Thu 25 Mar, 16:00", or the event alone when it stays."""
    if day is None or day == occurrence.day:
        return occurrence.event.title
    where = write_day(day, tr("canvas.day")) + (f", {clock(occurrence.at)}" if occurrence.at else "")
    return tr("canvas.scope.heading", title=occurrence.event.title, where=where)


def question(occurrence: Occurrence, intent: str) -> str:
    """Return the rhythm and the question: "Repeats every 2 weeks on Wednesday. What should move?"."""
    event = occurrence.event
    endless = ";".join(part for part in event.rrule.split(";") if not part.startswith(("UNTIL=", "COUNT=")))
    rhythm = words(describe(endless, event.day)) if endless else tr("canvas.scope.dates")
    return tr("canvas.scope.rhythm", rhythm=rhythm, question=tr(QUESTION_TEXTS[intent]))


def note(model: CanvasModel, key: Key, days: int) -> str:
    """Return what a move would do to the load of its week: "W12 stays 8.0 / 8 h"."""
    occurrence = model.plan.occurrence(key) if model.plan else None
    if occurrence is None:
        return ""
    move = Move(item_of(occurrence), days, days)
    landing = land(model, [move], move.to.first)
    week = next((week for week in model.loads if week <= move.to.first <= week + timedelta(days=6)), None)
    if week is None or landing.refused:
        return ""
    name = tr("canvas.week.name", n=iso_week(week, model.quarter.first_weekday))
    before, after = model.loads[week], landing.loads.get(week)
    if after is None:
        return tr("canvas.scope.stays", week=name, load=load_text(before))
    return tr("canvas.scope.becomes", week=name, before=hours(before.hours), load=load_text(after))
