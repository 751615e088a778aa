"""What a template comes to before anything is made of it: the facts and the small picture on the start page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from app.calendar.event import Status
from app.calendar.quarter import WEEKS, Quarter
from app.calendar.workload import week_loads
from app.playbook.copying import themselves
from app.playbook.laid_out import Ground, lay_out, occurrences
from app.playbook.room import Weeks
from app.playbook.templates import Template


@dataclass(frozen=True, slots=True)
class Glance:
    """A template in figures, all counted; `marks` are (week, day of the week, days, family) of its plan."""

    key: str
    name: str
    summary: str
    personas: int
    events: int  # of the quarter, ideas left out
    hours: float  # a week, on average
    most: float  # hours of the fullest week
    marks: tuple[tuple[int, int, int, str], ...]


def glance_at(template: Template, capacity: float = 8.0) -> Glance:
    """Return what a template would put into its quarter if there were no holidays."""
    quarter = Quarter(template.start)
    ids = count()
    ground = Ground(
        quarter=quarter,
        zone="UTC",
        weeks=Weeks(quarter.rows, lambda _: capacity, {}),
        tactics={tactic.key: tactic for tactic in template.tactics},
        ids=themselves(template),
        free=lambda _: True,
        new_id=lambda: str(next(ids)),
        now=0,
    )
    planned = [it for it in occurrences(lay_out(template, ground), quarter) if it.event.status is not Status.IDEA]
    loads = week_loads(planned, quarter.rows, lambda _: capacity)
    families = {kind.id: kind.family for kind in template.kinds}
    marks = [
        (*divmod((it.day - quarter.first).days, 7), it.length, families[it.event.kind])
        for it in sorted(planned, key=lambda it: it.order)
    ]
    return Glance(
        template.key,
        template.name,
        template.summary,
        personas=len(template.personas),
        events=len(planned),
        hours=sum(load.hours for load in loads.values()) / WEEKS,
        most=max(load.hours for load in loads.values()),
        marks=tuple(marks),
    )
