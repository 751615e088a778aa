"""What a template comes to before anything is made of it: the facts and the small picture on the start page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from app.calendar.event import Status
from app.calendar.quarter import WEEKS, Quarter
from app.calendar.workload import week_loads
from app.playbook.copying import themselves
from app.playbook.first_tasks import hours_of
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


def glance_at(template: Template, capacity: float = 8.0, *, with_tasks: bool = True) -> Glance:
    """Return what a template, or its rhythm without the tasks, would put into its quarter if there were no holidays."""
    quarter = Quarter(template.start)
    ids = count()
    of_tasks = hours_of(template.tasks if with_tasks else (), quarter.rows)
    ground = Ground(
        quarter=quarter,
        zone="UTC",
        weeks=Weeks(quarter.rows, lambda _: capacity, dict(of_tasks)),
        tactics={tactic.key: tactic for tactic in template.tactics},
        ids=themselves(template),
        free=lambda _: True,
        new_id=lambda: str(next(ids)),
        now=0,
    )
    planned = [it for it in occurrences(lay_out(template, ground), quarter) if it.event.status is not Status.IDEA]
    loads = week_loads(planned, quarter.rows, lambda _: capacity)
    hours = {week: load.hours + of_tasks[week] for week, load in loads.items()}
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
        hours=sum(hours.values()) / WEEKS,
        most=max(hours.values()),
        marks=tuple(marks),
    )
