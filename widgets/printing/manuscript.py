"""What goes on paper, gathered as plain data so that it can be set in another process."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from app.calendar.event import ChecklistStep, Event
from app.calendar.kind import Kind

if TYPE_CHECKING:
    from app.calendar.filter import EventFilter
    from app.calendar.occurrence import Occurrence
    from app.calendar.plan import Plan
    from app.calendar.ranking import Scored
    from app.calendar.workload import Load
    from widgets.printing.options import PaperOptions

WEEK = timedelta(days=7)
UNKNOWN = Kind("", "")


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A stretch of a plan with the names of all that its events refer to."""

    community: str
    lead: str
    first: date
    last: date
    rows: tuple[date, ...]  # first days of the weeks that touch the stretch
    occurrences: tuple[Occurrence, ...]  # in the order of the plan
    kinds: dict[str, Kind]
    names: dict[str, str] = field(default_factory=dict)  # of personas, stages, channels, people, programs, KPIs by id
    checklists: dict[str, tuple[ChecklistStep, ...]] = field(default_factory=dict)
    weeks: dict[date, Load] = field(default_factory=dict)
    holidays: dict[date, str] = field(default_factory=dict)
    zone: str = ""
    weighed: tuple[Scored, ...] = ()  # for the matrix, the best first
    left_out: int = 0  # occurrences of the stretch that a filter or the public version does not show

    def kind(self, event: Event) -> Kind:
        """Return the kind of an event; a nameless one when it was deleted."""
        return self.kinds.get(event.kind, UNKNOWN)

    @property
    def planned(self) -> float:
        """Hours that all weeks together take."""
        return sum(week.hours for week in self.weeks.values())

    @property
    def capacity(self) -> float:
        """Hours that all weeks together have."""
        return sum(week.capacity for week in self.weeks.values())


def gather(plan: Plan, options: PaperOptions) -> Manuscript:
    """Return what the options show of a plan; members' paper holds only what is meant for members."""
    from app.calendar.filter import EventFilter
    from app.calendar.holidays import holidays
    from app.exchange.ics.wanted import hidden

    rows = weeks_between(options.first, options.last, plan.playbook.first_weekday)
    end = rows[-1] + WEEK
    all_of = plan.occurrences(options.first, options.last)
    chosen = EventFilter(options.terms)
    shown = [one for one in all_of if chosen.matches(one, plan)] if chosen else all_of
    if options.public:
        shown = [one for one in shown if not hidden(plan, one.event)]
    return Manuscript(
        community=plan.playbook.name,
        lead=plan.playbook.lead,
        first=options.first,
        last=options.last,
        rows=rows,
        occurrences=tuple(replace(one, event=public(one.event)) for one in shown) if options.public else tuple(shown),
        kinds=dict(plan.kinds),
        names=_names(plan),
        checklists={} if options.public else {event: tuple(steps) for event, steps in plan.checklist.items()},
        weeks=_hours(plan, options, rows, shown),
        holidays=holidays(plan.playbook.holidays, rows[0], end, options.language),
        zone=plan.playbook.zone,
        weighed=_weighed(plan, options, chosen),
        left_out=len(all_of) - len(shown),
    )


def _weighed(plan: Plan, options: PaperOptions, chosen: EventFilter) -> tuple[Scored, ...]:
    """Return what the matrix holds where it is wanted; how things are weighed is not for members."""
    from app.calendar.ranking import weighed
    from widgets.printing.options import Part

    if Part.MATRIX not in options.parts or options.public:
        return ()
    shown = (lambda it: chosen.matches(it, plan)) if chosen else None
    return tuple(weighed(plan, options.first, options.last, shown))


def _hours(plan: Plan, options: PaperOptions, rows: tuple[date, ...], shown: list[Occurrence]) -> dict[date, Load]:
    """Return the hours of whole weeks, or with a filter those of what is shown."""
    from app.calendar.workload import week_loads

    if options.public or not options.hours:
        return {}
    return week_loads(shown, rows, plan.capacity, plan.markers) if options.terms else plan.week_loads(rows)


def weeks_between(first: date, last: date, first_weekday: int) -> tuple[date, ...]:
    """Return the first day of every week that touches a stretch."""
    from app.calendar.quarter import week_of

    start = week_of(first, first_weekday)
    return tuple(start + WEEK * number for number in range((last - start).days // 7 + 1))


def public(event: Event) -> Event:
    """Return what members may know of an event: title, time, kind, public text and link."""
    return Event(
        id=event.id,
        title=event.title,
        kind=event.kind,
        day=event.day,
        at=event.at,
        minutes=event.minutes,
        days=event.days,
        zone=event.zone,
        rrule=event.rrule,
        rdates=event.rdates,
        short=event.short,
        public_text=event.public_text,
        link=event.link,
    )


def _names(plan: Plan) -> dict[str, str]:
    tables = (plan.personas, plan.stages, plan.channels, plan.people, plan.programs, plan.kpis)
    return {thing.id: thing.name for table in tables for thing in table.values()}
