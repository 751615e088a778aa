"""What a playbook can begin with, read from the files in `resources/templates` and dated for one quarter.

The things of a template are the words of the house; until they are copied into a playbook their ids are short keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar

from app.calendar.event import Event, MessageStatus, Status
from app.calendar.kind import Area, Channel, Kind
from app.calendar.program import Program
from app.funnel.branch import Branch, Role
from app.funnel.conversion import STAGE
from app.funnel.stage import Stage
from app.guide.incident_ready import FirstLog, read_log
from app.guide.ready import ReadyGuide, read_guide
from app.personas.persona import Persona
from app.personas.written import Written, read_written
from app.plans.ready import ReadyPlans, read_plans
from app.playbook.first_people import FirstPeople, read_people
from app.playbook.first_tasks import FirstTask, read_tasks
from app.playbook.playbook import Person
from app.purpose.kpi import Kpi, Level
from app.purpose.reading import Reading
from app.purpose.starter import Starter, read_starter
from app.tactics.tactic import Tactic

if TYPE_CHECKING:
    from app.workflows.rules.ready import Ready

T = TypeVar("T")
Raw = Mapping[str, Any]
WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Change:
    """One occurrence of a series that is different: other fields, or None when it is left out."""

    day: date
    fields: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a rhythm: a tactic on a day of the quarter, once or repeating; without a day an idea for later."""

    tactic: str
    day: date | None
    rule: str  # RRULE without an end: it ends with the quarter
    fields: Mapping[str, Any]  # fields of Event that differ from the tactic
    movable: bool = False  # its day is a wish: a week nearby with more room is taken instead
    changes: tuple[Change, ...] = ()
    ticked: int = 0  # steps of the checklist that are done


@dataclass(frozen=True, slots=True)
class Template:
    """A community to begin with."""

    key: str
    start: date  # first day of the quarter that it is dated for
    name: str
    summary: str
    settings: Mapping[str, Any]  # fields of Playbook
    kinds: tuple[Kind, ...]
    stages: tuple[Stage, ...]
    branches: tuple[Branch, ...]  # parents before children
    conversions: tuple[Reading, ...]  # of stages
    became: tuple[tuple[str, str], ...]  # (branch, tactic): its events came from that branch
    measured: tuple[Reading, ...]  # of KPIs
    board: Starter | None
    tasks: tuple[FirstTask, ...]
    channels: tuple[Channel, ...]
    people: tuple[Person, ...]
    personas: tuple[Persona, ...]
    written: Written  # what is said of them, and the blank one
    kpis: tuple[Kpi, ...]
    programs: tuple[Program, ...]
    serves: tuple[tuple[str, str], ...]  # (program, KPI)
    tactics: tuple[Tactic, ...]
    rhythm: tuple[Entry, ...]
    people_first: FirstPeople
    plans: ReadyPlans
    guide: ReadyGuide
    log: FirstLog  # what happened, and who is away
    rules: tuple[Ready, ...]  # off: what they would do is looked at first


def read_template(raw: Raw, start: date, language: str, key: str = "") -> Template:
    """Return a template whose places, such as "3 FR", became days of the quarter that starts on `start`."""
    reader = _Reader(start, language)
    about = raw.get("about", {})
    personas = raw.get("personas", {})
    people = reader.things(Person, raw["people"])
    programs = raw.get("programs", {})
    return Template(
        key=key,
        start=start,
        name=about.get("name", ""),
        summary=about.get("summary", ""),
        settings={name: _plain(value) for name, value in about.get("settings", {}).items()},
        kinds=tuple(replace(kind, key=kind.id) for kind in reader.things(Kind, raw["kinds"])),
        stages=reader.things(Stage, raw["stages"]),
        branches=tuple(_branches(raw.get("branches") or {}, raw.get("groups", {}), raw.get("folded", ()))),
        conversions=tuple(reader.conversions(raw.get("conversions", {}))),
        became=tuple(raw.get("became", {}).items()),
        measured=tuple(reader.measured(raw.get("measured", {}))),
        board=read_starter(raw),
        tasks=read_tasks(raw.get("tasks", {}), reader.place),
        channels=reader.things(Channel, raw["channels"]),
        people=people,
        personas=tuple(replace(it, key=it.id) for it in reader.things(Persona, personas)),
        written=read_written(raw.get("persona_blank", {}), personas, reader.place),
        kpis=reader.things(Kpi, raw.get("kpis", {})),
        programs=reader.things(Program, programs),
        serves=tuple((name, kpi) for name, program in programs.items() for kpi in program.get("serves", ())),
        tactics=tuple(_at_home(tactic, personas, people[0].id) for tactic in reader.things(Tactic, raw["tactics"])),
        rhythm=tuple(reader.entry(name, entry) for name, entry in raw.get("rhythm", {}).items()),
        people_first=read_people(raw, reader.place),
        plans=read_plans(raw, language, reader.place),
        guide=read_guide(raw.get("guide", {}), reader.place),
        log=read_log(raw, reader.place),
        rules=_rules(raw.get("rules", {})),
    )


def _rules(raw: Raw) -> tuple[Ready, ...]:
    if not raw:
        return ()
    from app.workflows.rules.ready import read_ready  # what rules can do is much, and most playbooks begin without

    return tuple(read_ready(raw))


def _at_home(tactic: Tactic, personas: Raw, lead: str) -> Tactic:
    """Name who runs the tactic, and the personas of this community that play the roles it is for."""
    wanted = set(tactic.personas)
    served = tuple(name for name, persona in personas.items() if wanted.intersection(persona.get("roles", ())))
    return replace(tactic, key=tactic.id, personas=served, owner=tactic.owner or lead)


def _branches(raw: Raw, groups: Raw, folded: Iterable[str]) -> Iterable[Branch]:
    """Yield the groups of each stage, and what hangs on them, from lists of texts by stage and group."""
    for stage, of_stage in raw.items():
        for row, (role, texts) in enumerate(of_stage.items()):
            group = f"{stage}/{role}"
            yield Branch(group, stage, "", row, groups[role], Role(role), folded=group in folded)
            for place, text in enumerate(texts):
                yield Branch(f"{group}/{place}", stage, group, place, text)


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


class _Reader:
    """Turns what JSON holds into the fields of the words."""

    def __init__(self, start: date, language: str) -> None:
        self._start = start
        self._convert: dict[str, Callable[[Any], Any]] = {
            "at": time.fromisoformat,
            "area": Area,
            "level": Level,
            "status": Status,
            "message": MessageStatus,
            "day": self.place,
            "due": self.place,
            "since": self.place,
            "start": self.place,
            "end": self.place,
            "rule": lambda pairs: pairs if isinstance(pairs, str) else tuple(map(tuple, pairs)),
            "public": lambda text: ((language, text),) if text else (),
        }

    def things(self, kind: type[T], raw: Raw) -> tuple[T, ...]:
        """Return the things of one kind in order; their ids are their keys."""
        known = {field.name for field in fields(kind)}  # type: ignore[arg-type]
        return tuple(
            kind(**{"id": name, "position": position} | {n: v for n, v in self._fields(one).items() if n in known})
            for position, (name, one) in enumerate(raw.items())
        )

    def conversions(self, raw: Raw) -> Iterable[Reading]:
        """Yield what stages were measured at: [place, share] by stage, and where that is from."""
        for stage, measured in raw.get("shares", {}).items():
            for place, share in measured:
                day = self.place(place)
                yield Reading(f"{stage}/{day}", STAGE, stage, day, share, raw.get("source", ""))

    def measured(self, raw: Raw) -> Iterable[Reading]:
        """Yield what KPIs were measured at: [place, value] by KPI."""
        for kpi, values in raw.items():
            for place, value in values:
                day = self.place(place)
                yield Reading(f"{kpi}/{day}", "kpi", kpi, day, value)

    def entry(self, id: str, raw: Raw) -> Entry:
        """Return one entry of a rhythm; it is named after its tactic unless it says another."""
        known = {field.name for field in fields(Event)}
        own = {name: value for name, value in self._fields(raw).items() if name in known - {"day", "tactic"}}
        place = raw.get("on") or raw.get("near")
        return Entry(
            tactic=raw.get("tactic", id),
            day=self.place(place) if place else None,
            rule=raw.get("rule", ""),
            fields=own,
            movable="near" in raw,
            changes=tuple(self._changes(raw.get("changes", {}).items())),
            ticked=raw.get("ticked", 0),
        )

    def _changes(self, raw: Iterable[tuple[str, Raw | None]]) -> Iterable[Change]:
        for place, own in raw:
            yield Change(self.place(place), None if own is None else self._fields(own))

    def _fields(self, raw: Raw) -> dict[str, Any]:
        found = {name: value and self._convert.get(name, _plain)(value) for name, value in raw.items()}
        if "public" in found:
            found["public_text"] = found.pop("public")
        return found

    def place(self, place: str) -> date:
        """Return the day that a place such as "3 FR" (third week, Friday) names."""
        week, weekday = place.split()
        ahead = (WEEKDAYS.index(weekday) - self._start.weekday()) % 7
        return self._start + timedelta(days=7 * (int(week) - 1) + ahead)
