"""What a drag would do if it ended now: on which days, with which load, or why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.calendar.event import Event
from app.calendar.occurrence import Occurrence
from app.calendar.quarter import iso_week
from app.calendar.shown import put_on, shown
from app.calendar.workload import Load, week_after
from app.tasks.task import Task
from widgets.calendar.canvas.drag_loads import LEAST, as_placed, loads_after
from widgets.calendar.canvas.lanes import Item, moved
from widgets.calendar.canvas.model import CanvasModel
from widgets.calendar.canvas.quarter_layout import load_text
from widgets.common.words import day as write_day
from widgets.common.words import tenths, tr

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Landing:
    """Days that would be taken, the held event first; the loads of the weeks that would change; and it in words."""

    spans: tuple[Span, ...]
    loads: dict[date, Load]
    words: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Move:
    """One event and how many days its start and its end go."""

    item: Item
    start_days: int
    end_days: int

    @property
    def to(self) -> Item:
        """The event at its new days."""
        return moved(self.item, self.start_days, self.end_days)


def land(model: CanvasModel, moves: Sequence[Move], day: date, *, copy: bool = False) -> Landing:
    """Say what moving, stretching or copying events would do; `day` is the one pointed at."""
    spans = tuple((move.to.first, move.to.last) for move in moves)
    reason = _reason(model, moves, day)
    if reason:
        return Landing(spans, {}, reason, refused=True)
    after = [as_placed(move.to) for move in moves]
    loads = loads_after(model.loads, after, [] if copy else [move.item.occurrence for move in moves], model.markers())
    stretched = moves[0].start_days != moves[0].end_days
    return Landing(spans, loads, _words(model, spans, loads, day, stretched=stretched))


def land_new(model: CanvasModel, event: Event, day: date) -> Landing:
    """Say what dropping something new on a day would do."""
    here = model.plan.playbook.zone if model.plan else ""
    new = put_on(shown(Occurrence(event, day, event.at, ""), here), day, here)
    span = (day, new.last_day)
    if not model.layout.takes(model.quarter, day):
        return Landing((span,), {}, tr("canvas.drag.outside"), refused=True)
    loads = loads_after(model.loads, [new], [], model.markers())
    return Landing((span,), loads, _words(model, (span,), loads, day, stretched=False))


def land_branches(model: CanvasModel, count: int, day: date) -> Landing:
    """Say what putting branches of the funnel on a day would do: their events have no hours yet."""
    spans = ((day, day),) * count
    if not model.layout.takes(model.quarter, day):
        return Landing(spans, {}, tr("canvas.drag.outside"), refused=True)
    return Landing(spans, {}, _words(model, spans, {}, day, stretched=False))


def land_tasks(model: CanvasModel, tasks: Sequence[Task], day: date) -> Landing:
    """Say what letting tasks be due on a day would do."""
    span = (day, day)
    if not model.layout.takes(model.quarter, day):
        return Landing((span,), {}, tr("canvas.drag.outside"), refused=True)
    change: dict[date, float] = {}
    for task in tasks:
        for when, sign in ((task.due, -1), (day, 1)):
            week = _week_of(model, when) if when else None
            if week:
                change[week] = change.get(week, 0.0) + sign * task.effort
    loads = {week: week_after(model.loads[week], by) for week, by in change.items() if abs(by) > LEAST}
    return Landing((span,), loads, _words(model, (span,), loads, day, stretched=False))


def _reason(model: CanvasModel, moves: Iterable[Move], day: date) -> str:
    """Return why the events cannot go there, or nothing."""
    if not model.layout.takes(model.quarter, day):
        return tr("canvas.drag.outside")
    for move in moves:
        to = move.to
        if to.last < to.first:
            return tr("canvas.drag.no_days")
        begins_elsewhere = move.start_days and not model.layout.takes(model.quarter, to.first)
        if begins_elsewhere and not _still_reaches_in(model, move):
            return tr("canvas.drag.outside")
    return ""


def _still_reaches_in(model: CanvasModel, move: Move) -> bool:
    """Return whether an event that began outside already still ends on a day of the page."""
    takes = model.layout.takes
    return not takes(model.quarter, move.item.first) and takes(model.quarter, move.to.last)


def _words(model: CanvasModel, spans: Sequence[Span], loads: dict[date, Load], day: date, *, stretched: bool) -> str:
    first, last = spans[0]
    where = write_day(first, tr("canvas.day"))
    if stretched:
        where = tr("canvas.drag.days", first=first, last=last, n=(last - first).days + 1)
    elif len(spans) > 1:
        where = tr("canvas.drag.many", n=len(spans), day=where)
    week = _week_of(model, day if stretched else first) or _week_of(model, day)
    if week is None:
        return where
    number = iso_week(week, model.quarter.first_weekday)
    before, after = model.loads[week], loads.get(week)
    if after is None or abs(after.hours - before.hours) < 0.005:
        return tr("canvas.drag.same", where=where, week=str(number), load=load_text(before))
    return tr("canvas.drag.load", where=where, week=str(number), before=tenths(before.hours), load=load_text(after))


def _week_of(model: CanvasModel, day: date) -> date | None:
    return next((week for week in model.loads if week <= day <= week + timedelta(days=6)), None)
