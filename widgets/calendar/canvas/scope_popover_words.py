"""The words of the question how much of a series is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.calendar.quarter import iso_week
from app.calendar.rhythm.rule import describe
from widgets.calendar.canvas.drag_loads import LEAST
from widgets.calendar.canvas.quarter_layout import load_text
from widgets.common.words import clock, tenths, tr, words
from widgets.common.words import day as write_day

if TYPE_CHECKING:
    from app.calendar.occurrence import Occurrence
    from app.calendar.scope_preview import Choice

QUESTION_TEXTS: Final = {
    "move": "canvas.scope.move",
    "resize": "canvas.scope.resize",
    "delete": "canvas.scope.delete",
    "backlog": "canvas.scope.backlog",
    "edit": "canvas.scope.edit",
}


def heading(occurrence: Occurrence, after: Occurrence | None = None) -> str:
    """Return what is to happen: "Office hours → Thu 25 Mar, 16:00", or the event alone when it stays."""
    if after is None or after.day == occurrence.day:
        return occurrence.event.title
    where = write_day(after.day, tr("canvas.day")) + (f", {clock(after.at)}" if after.at else "")
    return tr("canvas.scope.heading", title=occurrence.event.title, where=where)


def question(occurrence: Occurrence, intent: str) -> str:
    """Return the rhythm and the question: "Repeats every 2 weeks on Wednesday. What should move?"."""
    event = occurrence.event
    endless = ";".join(part for part in event.rrule.split(";") if not part.startswith(("UNTIL=", "COUNT=")))
    rhythm = words(describe(endless, event.day)) if endless else tr("canvas.scope.dates")
    return tr("canvas.scope.rhythm", rhythm=rhythm, question=tr(QUESTION_TEXTS[intent]))


def load_note(choice: Choice) -> str:
    """Return what an answer does to the week that the event goes to: "W12 stays 8.0 / 8 h"."""
    before, after = choice.before, choice.after
    name = tr("canvas.week.name", n=iso_week(before.week, before.week.weekday()))
    if abs(after.hours - before.hours) < LEAST:
        return tr("canvas.scope.stays", week=name, load=load_text(before))
    return tr("canvas.scope.becomes", week=name, before=tenths(before.hours), load=load_text(after))
