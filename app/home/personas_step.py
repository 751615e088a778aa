"""The second step of the playbook: who takes part, what moves and what stops them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.calendar.quarter import Quarter
from app.home.overview import Overview
from app.home.step import Gap, Step, step
from app.message import say
from app.personas.completeness import completeness
from app.personas.persona import Persona
from app.personas.serving import serving_events, stages_missing

PERSONAS: Final = 2  # that a playbook wants


def personas_step(seen: Overview) -> Step:
    """Return how far the personas are: two of them are needed, each with something said of it."""
    people = seen.personas.current()
    return step(
        2,
        say("home.step.personas"),
        "personas",
        begun=bool(people),
        needed=list(_needed(seen, people)),
        wanted=list(_wanted(seen, people)),
        summary=say("home.personas.in_use", n=len(people)),
    )


def _needed(seen: Overview, people: list[Persona]) -> Iterator[Gap]:
    if len(people) < PERSONAS:
        yield Gap(say("home.personas.few", n=len(people)), say("home.personas.few.do"))
    for persona in people:
        if not any(seen.personas.cards_of(persona.id)):
            yield Gap(say("home.personas.unsaid", name=persona.name), say("home.personas.unsaid.do"), persona.id)


def _wanted(seen: Overview, people: list[Persona]) -> Iterator[Gap]:
    quarter = Quarter(seen.plan.playbook.start, seen.plan.playbook.first_weekday)
    stages = list(seen.plan.stages.values())
    for persona in people:
        missing = stages_missing(seen.plan, serving_events(seen.plan, persona.id, quarter))
        for what in completeness(seen.personas, persona, stages, missing).missing[:1]:
            said = say("home.personas.missing", name=persona.name, what=what)
            yield Gap(said, say("home.personas.missing.do"), persona.id)
