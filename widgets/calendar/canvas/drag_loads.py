"""The loads of weeks when events would lie elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from app.calendar.occurrence import Occurrence
from app.calendar.workload import Load, hours_on, week_after
from widgets.calendar.canvas.lanes import Item

LEAST = 0.005  # hours that make a difference


def as_placed(item: Item) -> Occurrence:
    """Return the occurrence as it would be at the days where it is drawn."""
    occurrence, event = item.occurrence, item.occurrence.event
    more = (item.last - item.first).days + 1 - occurrence.length
    if more and occurrence.at:
        event = replace(event, minutes=occurrence.minutes + 1440 * more)
    elif more:
        event = replace(event, days=event.days + more)
    return replace(occurrence, event=event, day=item.first, lasting=None if more else occurrence.lasting)


def loads_after(
    loads: Mapping[date, Load], come: Iterable[Occurrence], go: Iterable[Occurrence], markers: Collection[str]
) -> dict[date, Load]:
    """Return the loads that would be others if some occurrences came and others went."""
    change: dict[date, float] = {}
    for occurrences, sign in ((come, 1), (go, -1)):
        for occurrence in occurrences:
            if occurrence.event.kind in markers:
                continue
            for week in loads:
                if week <= occurrence.last_day and week + timedelta(days=6) >= occurrence.day:
                    change[week] = change.get(week, 0.0) + sign * hours_on(occurrence, week)
    return {week: week_after(loads[week], by) for week, by in change.items() if abs(by) > LEAST}
