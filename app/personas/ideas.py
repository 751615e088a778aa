"""Ideas: what could be planned for a persona, each answering something said of it and fitting the hours of its week."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from app.calendar.rhythm.rule import Rule
from app.calendar.workload import TIGHT, Load
from app.funnel.stage import Stage
from app.personas.alike import AT_LEAST, alike, meanings_of
from app.personas.section import PersonaCard
from app.personas.serving import Serving, serving_events, stages_missing
from app.personas.snapshot import Personas
from app.tactics.tactic import Tactic

ANSWERED: Final = ("blockers", "motivations")  # keys of sections; what stops somebody first
MEETS: Final[Mapping[str, frozenset[str]]] = {  # by the built-in tactic: meanings of `near_words` that it meets
    "welcome_triage": frozenset({"fear", "ask", "basic", "introduce", "leave", "post", "new"}),
    "short_live": frozenset({"learn", "answer", "fast", "ask"}),
    "office_hours": frozenset({"answer", "help", "ask", "fear", "basic", "time"}),
    "weekly_prompt": frozenset({"introduce", "post", "write", "meet", "read"}),
    "topic_group": frozenset({"meet", "job", "colleague", "same"}),
    "spotlight": frozenset({"credit", "share", "see", "copy"}),
    "celebration": frozenset({"credit", "often"}),
    "challenge": frozenset({"learn", "share", "often", "copy"}),
    "pilot": frozenset({"influence", "product", "new"}),
    "you_said": frozenset({"influence", "answer", "trust"}),
    "deep_dive": frozenset({"learn", "product"}),
    "demo": frozenset({"learn", "product", "fast"}),
    "newsletter": frozenset({"time", "long", "thread", "read", "fast"}),
    "tactical_post": frozenset({"time", "fast", "answer", "copy"}),
    "feedback_thread": frozenset({"influence", "product"}),
}
WEDNESDAY: Final = 2
Free = Callable[[date], bool]


@dataclass(frozen=True, slots=True)
class Idea:
    """One thing that could be planned."""

    tactic: Tactic
    stage: Stage
    card: PersonaCard  # the motivation or blocker that it answers
    words: tuple[str, ...]  # meanings that both share, in the words of the card
    day: date
    hours: float
    left: float  # hours of its week that are free before it
    measure: str  # by which one sees that it works: a signal of the persona, else what the tactic wants


def ideas(
    plan: Plan, known: Personas, persona: str, quarter: Quarter, today: date, free: Free, most: int = 12
) -> list[Idea]:
    """Return ideas for a persona: stages that nothing serves first, then what nothing answers yet.

    A tactic that is planned for the persona already, in this quarter or in the backlog, is none.
    """
    served = serving_events(plan, persona, quarter)
    missing = {it.id for it in stages_missing(plan, served)}
    planned = _planned(plan, persona, served)
    loads = plan.week_loads(quarter.rows)
    found = []
    for tactic in plan.tactics.values():
        stage, best = plan.stages.get(tactic.stage), _answered(known, persona, tactic)
        if stage is None or best is None or tactic.id in planned:
            continue
        day = _day(tactic, quarter, today, free, loads)
        if day is not None:
            card, words = best
            load = loads[plan.week_of(day)]
            left, hours = load.capacity - load.hours, tactic.prep + tactic.live
            found.append(Idea(tactic, stage, card, words, day, hours, left, _measure(known, persona, tactic)))

    def rank(idea: Idea) -> tuple[bool, bool, int, bool, str]:
        answered = bool(known.answers.get(idea.card.id))
        return (
            idea.stage.id not in missing,
            answered,
            -len(idea.words),
            persona not in idea.tactic.personas,
            idea.tactic.id,
        )

    return sorted(found, key=rank)[:most]


def _planned(plan: Plan, persona: str, served: Sequence[Serving]) -> set[str]:
    waiting = (it for it in plan.backlog() if persona in it.personas)
    return {it.event.tactic for it in served} | {it.tactic for it in waiting}


def _answered(known: Personas, persona: str, tactic: Tactic) -> tuple[PersonaCard, tuple[str, ...]] | None:
    """Return what a tactic answers best of all that is said of a persona, and by which words; open ones first."""
    found = []
    for place, card in enumerate(_wishes(known, persona)):
        words = tuple(_shared(card.text, tactic))
        if words:
            found.append((bool(known.answers.get(card.id)), -len(words), place, card, words))
    if not found:
        return None
    *_, card, words = min(found, key=lambda it: it[:3])
    return card, words


def _wishes(known: Personas, persona: str) -> Iterator[PersonaCard]:
    for key in ANSWERED:
        for section in known.sections.get(persona, ()):
            if section.key == key:
                yield from known.cards.get(section.id, ())


def _shared(text: str, tactic: Tactic) -> list[str]:
    """Return the words of a text that a tactic meets: by what is known of the built-in one, else by its own words."""
    said = meanings_of(text)
    if tactic.key in MEETS:
        return [word for name, word in said.items() if name in MEETS[tactic.key]]
    own = meanings_of(f"{tactic.title} {tactic.success} {tactic.call_to_action} {tactic.notes}")
    shared = [word for name, word in said.items() if name in own]
    return shared if len(shared) >= AT_LEAST else []


def _measure(known: Personas, persona: str, tactic: Tactic) -> str:
    """Return the signal of a persona that says what the tactic wants, else what the tactic wants."""
    signals = [
        card.text
        for section in known.sections.get(persona, ())
        if section.key == "signals"
        for card in known.cards.get(section.id, ())
    ]
    near = max(signals, key=lambda it: alike(it, tactic.success).inside, default="")
    return near if near and alike(near, tactic.success).inside >= 0.5 else tactic.success


def _day(tactic: Tactic, quarter: Quarter, today: date, free: Free, loads: Mapping[date, Load]) -> date | None:
    """Return the first free day in a week with room for the tactic, from tomorrow on."""
    hours = tactic.prep + tactic.live
    wanted = _weekday(tactic)
    for week in quarter.rows:
        load = loads[week]
        if load.capacity <= 0 or load.hours + hours > load.capacity * TIGHT + 1e-9:
            continue
        days = sorted((week + timedelta(days=ahead) for ahead in range(7)), key=lambda it: (it.weekday() - wanted) % 7)
        fits = (it for it in days if it > today and quarter.contains(it) and free(it) and it.weekday() < 5)
        if day := next(fits, None):
            return day
    return None


def _weekday(tactic: Tactic) -> int:
    """Return the weekday that the rhythm of a tactic names first."""
    rule = Rule.parse(tactic.rhythm)
    return rule.weekdays[0] if rule and rule.weekdays else WEDNESDAY
