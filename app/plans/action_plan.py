"""The action plan: what the records of a playbook say to each of its parts, and where something is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.calendar.kind import Area
from app.calendar.occurrence import Occurrence
from app.calendar.quarter import Quarter
from app.calendar.ranking import weighed
from app.message import Message, say
from app.plans.audience import AudienceKind
from app.plans.snapshot import Plans

PLAN: Final = "action"
BEST: Final = 5  # of the ranking, that are named
Ref = tuple[str, str]  # (kind of thing, id): where a line leads


@dataclass(frozen=True, slots=True)
class Line:
    """One thing with what is known of it; a gap says what is missing."""

    ref: Ref | None
    title: str | Message
    detail: tuple[str | Message, ...] = ()  # "" is not shown
    gap: Message | None = None


@dataclass(frozen=True, slots=True)
class PlanPart:
    """One part of the plan; what it says in words is a PlanText with its key."""

    key: str
    lines: tuple[Line, ...]

    @property
    def gaps(self) -> int:
        """How many of its lines lack something."""
        return sum(it.gap is not None for it in self.lines)


class _Quarter:
    """What takes place in the quarter, looked up once."""

    def __init__(self, plans: Plans) -> None:
        book = plans.plan.playbook
        self.days = Quarter(book.start, book.first_weekday)
        self.plans = plans
        found = plans.plan.occurrences(self.days.first, self.days.last)
        self.events = [it for it in found if it.event.kind not in plans.plan.markers]

    def of(self, field: str, value: str) -> list[Occurrence]:
        return [it for it in self.events if getattr(it.event, field) == value]


def action_plan(plans: Plans) -> list[PlanPart]:
    """Return the parts of the plan in their order."""
    quarter = _Quarter(plans)
    return [PlanPart(key, tuple(lines(quarter))) for key, lines in PARTS.items()]


def _segments(quarter: _Quarter) -> Iterator[Line]:
    """Yield personas and those segments that are no persona, with what serves them."""
    plan = quarter.plans.plan
    for persona in plan.personas.values():
        if not persona.archived:
            own = [it for it in quarter.events if persona.id in it.event.personas]
            gap = say("plans.gap.segment.events") if not own else None
            gap = gap or (say("plans.gap.segment.program") if not any(it.event.program for it in own) else None)
            yield Line(("persona", persona.id), persona.name, (_count(own), *_programs(quarter, own)), gap)
    for audience in quarter.plans.audiences.values():
        if audience.kind is AudienceKind.SEGMENT and not audience.persona:
            gap = None if audience.channel else say("plans.gap.segment.channel")
            yield Line(("audience", audience.id), audience.name, _said(audience.frequency), gap)


def _methods(quarter: _Quarter) -> Iterator[Line]:
    """Yield channels with what happens there, then the tactics in use."""
    plan = quarter.plans.plan
    for channel in plan.channels.values():
        own = quarter.of("channel", channel.id)
        gap = None if own else say("plans.gap.channel")
        yield Line(("channel", channel.id), channel.name, (_count(own),), gap)
    for tactic in plan.tactics.values():
        own = quarter.of("tactic", tactic.id)
        if own:
            yield Line(("tactic", tactic.id), tactic.title, (_count(own),))


def _timing(quarter: _Quarter) -> Iterator[Line]:
    """Yield programs with their time, then what repeats."""
    plan = quarter.plans.plan
    for program in plan.programs.values():
        own = quarter.of("program", program.id)
        time = say("plans.from_to", first=program.start, last=program.end) if program.start and program.end else ""
        gap = None if own else say("plans.gap.program.events")
        yield Line(("program", program.id), program.name, (_count(own), time), gap)
    series = {it.event.id: it for it in reversed(quarter.events) if it.repeats}
    for it in reversed(series.values()):
        own = quarter.of("id", it.event.id)
        yield Line(("event", it.event.id), plan.events[it.event.id].title, (say("plans.times", n=len(own)),))


def _feedback(quarter: _Quarter) -> Iterator[Line]:
    """Yield what collects feedback."""
    kinds = quarter.plans.plan.kinds
    own = [it for it in quarter.events if it.event.kind in kinds and kinds[it.event.kind].area is Area.PRODUCT_FEEDBACK]
    seen = {it.event.id: it for it in reversed(own)}
    for it in reversed(seen.values()):
        gap = None if it.event.owner else say("plans.gap.owner")
        yield Line(("event", it.event.id), it.event.title, (say("plans.next", day=it.day),), gap)
    if not own:
        yield Line(None, say("plans.feedback.none"), gap=say("plans.gap.feedback"))


def _reporting(quarter: _Quarter) -> Iterator[Line]:
    """Yield procedures with their last run, which is what is on record of them."""
    plans = quarter.plans
    for procedure in plans.procedures.values():
        runs = plans.runs.get(procedure.id, [])
        owner = plans.plan.people.get(procedure.owner)
        last = runs[0].start if runs else None
        detail: tuple[str | Message, ...] = (say("plans.last_run", day=last),) if last else (say("plans.never_run"),)
        gap = None if owner else say("plans.gap.owner")
        yield Line(("procedure", procedure.id), procedure.name, (*detail, *_said(owner.name if owner else "")), gap)
    if not plans.procedures:
        yield Line(None, say("plans.reporting.none"), gap=say("plans.gap.reporting"))


def _measures(quarter: _Quarter) -> Iterator[Line]:
    """Yield KPIs with where they stand and who serves them, then programs without one."""
    plans = quarter.plans
    for kpi in plans.plan.kpis.values():
        programs = [plans.plan.programs[key].name for key, those in plans.serves.items()
                    if kpi.id in those and key in plans.plan.programs]  # fmt: skip
        gap = say("plans.gap.kpi.target") if kpi.target is None else None
        gap = gap or (None if programs else say("plans.gap.kpi.program"))
        yield Line(("kpi", kpi.id), kpi.name, tuple(programs), gap)
    for program in plans.plan.programs.values():
        if not any(key in plans.plan.kpis for key in plans.serves.get(program.id, ())):
            yield Line(("program", program.id), program.name, _said(program.goal), say("plans.gap.program.kpi"))


def _effort(quarter: _Quarter) -> Iterator[Line]:
    """Yield what the matrix ranks first, and how much it cannot rank."""
    things = weighed(quarter.plans.plan, quarter.days.first, quarter.days.last)
    for rank, thing in enumerate([it for it in things if it.rated][:BEST], 1):
        yield Line(thing.ref, thing.title, (say("plans.rank", rank=rank, impact=thing.impact, ease=thing.ease),))
    waiting = sum(not it.rated for it in things)
    if waiting:
        yield Line(("matrix", ""), say("plans.unscored", n=waiting), gap=say("plans.gap.score"))


def _count(own: Iterable[Occurrence]) -> Message | str:
    there = list(own)
    if not there:
        return ""
    return say("plans.events_hours", n=len(there), hours=round(sum(it.event.effort for it in there), 1))


def _programs(quarter: _Quarter, own: Iterable[Occurrence]) -> tuple[str, ...]:
    programs = quarter.plans.plan.programs
    return tuple(programs[key].name for key in dict.fromkeys(it.event.program for it in own) if key in programs)


def _said(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


PARTS: Final[Mapping[str, Callable[[_Quarter], Iterator[Line]]]] = {
    "segments": _segments,
    "methods": _methods,
    "timing": _timing,
    "feedback": _feedback,
    "reporting": _reporting,
    "measures": _measures,
    "effort": _effort,
}
