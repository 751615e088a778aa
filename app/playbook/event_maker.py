"""Makes up events as a busy team would have them: rhythms of all sorts, old and new, with their exceptions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from random import Random
from typing import Any, Final
from uuid import UUID

from app.calendar.event import ChecklistStep, Event, MessageStatus, Override, Status
from app.calendar.kind import Channel, Kind
from app.calendar.overridden import as_fields
from app.calendar.program import Program
from app.calendar.quarter import Quarter
from app.calendar.rhythm.expand import starts_of
from app.calendar.rhythm.expand_rule import days_of
from app.calendar.rhythm.rule import LAST, Freq, Rule
from app.calendar.start import written
from app.funnel.stage import Stage
from app.personas.persona import Persona
from app.playbook.copying import Ids
from app.playbook.playbook import Person, Playbook
from app.playbook.templates import Template
from app.purpose.kpi import Kpi
from app.tactics.event_from import checklist_from
from app.tactics.tactic import Tactic

ROUND: Final = ("weekly",) * 21 + ("other week",) * 10 + ("monthly",) * 6 + ("quarterly",) * 2 + ("single",) * 11
OLDEST: Final = 5 * 364  # days before the quarter
ZONES: Final = ("America/New_York", "Asia/Tokyo", "Europe/London", "")
STATUSES: Final = (Status.PLANNED,) * 12 + (Status.READY,) * 3 + (Status.IDEA,) * 3 + (Status.DONE, Status.SKIPPED)


class EventMaker:
    """Draws one event after the other; everything comes from the chance that it was given."""

    def __init__(self, chance: Random, template: Template, playbook: Playbook, topics: Sequence[str], now: int) -> None:
        self._chance, self._template, self._topics, self._now = chance, template, topics, now
        self._zone, self._language = playbook.zone, playbook.language
        self._quarter = Quarter(template.start, playbook.first_weekday)
        self._tactics = {tactic.id: tactic for tactic in template.tactics}
        self.ids: Ids = {}

    def new_id(self) -> str:
        """Return an id in the form of all others, from chance instead of the clock."""
        bits = self._chance.getrandbits(74)
        number = max(0, self._now // 1000) << 80 | 7 << 76 | bits >> 62 << 64 | 2 << 62 | bits & (1 << 62) - 1
        return str(UUID(int=number))

    def event(self, number: int) -> Event:
        """Return the next event; every fiftieth begins the same mix of rhythms again."""
        chance = self._chance
        tactic = chance.choice(self._template.tactics)
        event = self._of_tactic(tactic)
        rhythm = ROUND[number % len(ROUND)]
        if rhythm != "single":
            return self._series(event, rhythm)
        if chance.random() < 0.15:
            return replace(event, day=None, status=Status.IDEA)
        days = chance.choice((1, 1, 1, 2, 4, 7, 14)) if event.at is None else 1
        return replace(event, day=self._quarter.first + timedelta(days=chance.randrange(90)), days=days)

    def overrides(self, series: Event) -> list[Override]:
        """Return what is different in one to four occurrences of every third series of the quarter."""
        chance = self._chance
        starts = starts_of(series, self._quarter.first, self._quarter.last) if series.repeats else []
        if not starts or chance.random() > 0.35:
            return []
        different = sorted(chance.sample(starts, min(len(starts), chance.randint(1, 4))), key=written)
        return [
            Override(
                self.new_id(),
                series.id,
                written(start),
                cancelled=(cancelled := chance.random() < 0.2),
                fields=() if cancelled else as_fields(self._own(start[0])),
                changed=self._now,
            )
            for start in different
        ]

    def checklist(self, event: Event) -> list[ChecklistStep]:
        """Return the steps of every fifth event, some of them done."""
        if self._chance.random() > 0.2:
            return []
        tactic = next(one for one in self._template.tactics if self.ids[Tactic, one.id] == event.tactic)
        steps = checklist_from(tactic, event.id, [self.new_id() for _ in tactic.steps])
        return [replace(step, done=self._chance.random() < 0.4) for step in steps]

    def _of_tactic(self, tactic: Tactic) -> Event:
        chance = self._chance
        topic = chance.choice(self._topics)
        at = chance.random() < 0.6
        personas = self._template.personas
        number = chance.randrange(1000)
        zone = chance.choice(ZONES) if chance.random() < 0.1 else self._zone
        return Event(
            id=self.new_id(),
            title=f"{tactic.title}: {topic}",
            kind=self.ids[Kind, tactic.kind],
            at=time(chance.randint(8, 20), chance.choice((0, 15, 30, 45))) if at else None,
            minutes=chance.choice((30, 45, 60, 60, 90, 120, 300)) if at else 0,
            zone=zone if at else "",
            short=topic[:14],
            tactic=self.ids[Tactic, tactic.id],
            program=self._maybe(Program, 0.7),
            personas=tuple(self.ids[Persona, one.id] for one in chance.sample(personas, chance.randint(0, 3))),
            stage=self._maybe(Stage, 0.9),
            channel=self._maybe(Channel, 0.9),
            owner=self._maybe(Person, 0.9),
            status=chance.choice(STATUSES),
            message=chance.choice(list(MessageStatus)),
            prep=chance.randint(0, 4) / 4,
            live=chance.randint(0, 6) / 4,
            impact=chance.randint(0, 5),
            ease=chance.randint(0, 5),
            kpi=self._maybe(Kpi, 0.4),
            success=tactic.success,
            call_to_action=tactic.call_to_action,
            public_text=tactic.public_text,
            notes=f"{tactic.notes} {topic}." if chance.random() < 0.5 else "",
            link=f"https://example.org/{number}" if number < 300 else "",
            fixed=chance.random() < 0.1,
            created=self._now,
            changed=self._now,
        )

    def _series(self, event: Event, rhythm: str) -> Event:
        """Give an event a rhythm; every third one is years old, some end inside the quarter."""
        chance = self._chance
        old = chance.randrange(OLDEST) if chance.random() < 0.34 else -chance.randrange(14)
        start = self._quarter.first - timedelta(days=old)
        rule = self._rule(rhythm, start)
        if chance.random() < 0.1:
            rule = replace(rule, until=self._quarter.first + timedelta(days=chance.randrange(20, 90)))
        first = next(iter(days_of(rule, start, start, start + timedelta(days=400))), start)
        return replace(event, day=first, rrule=rule.text(timed=event.at is not None))

    def _rule(self, rhythm: str, start: date) -> Rule:
        chance = self._chance
        weekday = start.weekday()
        if rhythm == "weekly":
            return Rule(Freq.WEEKLY, weekdays=(weekday,))
        if rhythm == "other week":
            return Rule(Freq.WEEKLY, interval=2, weekdays=(weekday,))
        interval = 3 if rhythm == "quarterly" else 1
        if chance.random() < 0.5:
            return Rule(Freq.MONTHLY, interval=interval, weekdays=(weekday,), ordinal=chance.choice((1, 2, 3, 4, LAST)))
        return Rule(Freq.MONTHLY, interval=interval, month_day=chance.choice((1, 10, 15, 28, 31, LAST)))

    def _own(self, day: date) -> dict[str, Any]:
        """Return what one occurrence has of its own."""
        chance = self._chance
        match chance.randrange(4):
            case 0:
                return {"day": day + timedelta(days=chance.choice((-2, -1, 1, 2)))}
            case 1:
                return {"status": chance.choice((Status.DONE, Status.READY, Status.SKIPPED))}
            case 2:
                return {"owner": self._maybe(Person, 1.0), "notes": chance.choice(self._topics)}
            case _:
                return {"prep": chance.randint(0, 4) / 4, "title": chance.choice(self._topics)}

    def _maybe(self, kind: type[Any], likely: float) -> str:
        """Return the id of one thing of a kind, or none."""
        known = [key for (of, _), key in self.ids.items() if of is kind]
        return self._chance.choice(known) if self._chance.random() < likely else ""
