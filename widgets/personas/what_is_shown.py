"""What the page shows of the personas and of the plan, worked out once for each change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from app.funnel.branch import Branch, Role
from app.funnel.stage import Stage
from app.personas.also_said import same_words
from app.personas.completeness import Completeness, completeness
from app.personas.section import PersonaCard, PersonaSection, Shape
from app.personas.serving import (
    Serving,
    serving_branches,
    serving_events,
    serving_programs,
    stages_missing,
)
from app.personas.snapshot import BLANK, Personas
from widgets.common.link_rows import Row
from widgets.common.words import effort, tr
from widgets.personas.card_face import CardLook
from widgets.personas.card_fields import Answer
from widgets.personas.section_view import SectionContent
from widgets.personas.wording import caption_of, serving_caption


class Shown:
    """Read from the snapshots of the page; asked again after each change."""

    def __init__(self, personas: Personas, plan: Plan, branches: Mapping[str, Branch]) -> None:
        self.personas, self.plan, self.branches = personas, plan, branches
        self.quarter = Quarter(plan.playbook.start, plan.playbook.first_weekday)
        self._serving: dict[str, list[Serving]] = {}
        self._colours: dict[str, str] | None = None

    def serving(self, persona: str) -> list[Serving]:
        """Return the events of the quarter that serve a persona."""
        if persona not in self._serving:
            self._serving[persona] = serving_events(self.plan, persona, self.quarter) if persona else []
        return self._serving[persona]

    def hours(self, persona: str) -> float:
        """Return the hours of the quarter that are spent on a persona."""
        return sum(it.hours for it in self.serving(persona))

    def missing(self, persona: str) -> list[Stage]:
        """Return the stages in which nothing serves a persona."""
        return stages_missing(self.plan, self.serving(persona)) if persona != BLANK else []

    def completeness(self) -> dict[str, Completeness]:
        """Return how complete each persona is."""
        stages = list(self.plan.stages.values())
        return {
            it.id: completeness(self.personas, it, stages, self.missing(it.id)) for it in self.personas.all.values()
        }

    def contents(self, persona: str) -> list[SectionContent]:
        """Return the sections of a persona, or of the blank template, with their cards."""
        found = []
        for section in self.personas.sections.get(persona, ()):
            cards = tuple(self.personas.cards.get(section.id, ()))
            found.append(SectionContent(section, cards, tuple(self._look(section, card) for card in cards)))
        return found

    def _look(self, section: PersonaSection, card: PersonaCard) -> CardLook:
        readings = self.personas.readings.get(card.id, ()) if section.shape is Shape.SIGNALS else ()
        values = tuple(it.value for it in readings)
        dot = self._stage_colours().get(same_words(card.text), "") if section.shape is Shape.CHIPS else ""
        return CardLook(caption_of(card, section.shape, readings), values, dot)

    def _stage_colours(self) -> dict[str, str]:
        """Return the colour of the stage in which the funnel names a behaviour."""
        if self._colours is None:
            groups = {it.id for it in self.branches.values() if it.role is Role.BEHAVIOURS}
            stages = self.plan.stages
            self._colours = {
                same_words(it.text): stages[it.stage].colour
                for it in self.branches.values()
                if it.parent in groups and it.stage in stages
            }
        return self._colours

    def offered(self, persona: str, card: PersonaCard) -> dict[str, Answer]:
        """Return what can answer a card: programs, events that serve the persona, tactics, and what is chosen now."""
        plan = self.plan
        found = {f"program:{it.id}": Answer(f"program:{it.id}", it.name, "ops") for it in plan.programs.values()}
        events = [it.event for it in self.serving(persona)]
        events += [plan.events[key] for kind, key in self.personas.answers.get(card.id, ()) if key in plan.events]
        for event in events:
            kind = plan.kinds.get(event.kind)
            key = f"event:{event.id}"
            found[key] = Answer(key, event.title, kind.family if kind else "ops")
        for tactic in plan.tactics.values():
            kind = plan.kinds.get(tactic.kind)
            key = f"tactic:{tactic.id}"
            found[key] = Answer(key, tr("personas.answer.tactic", name=tactic.title), kind.family if kind else "ops")
        return found

    def served(self, persona: str) -> Sequence[tuple[str, Sequence[Row]]]:
        """Return what the inspector lists of the quarter: events with their hours, programs, branches."""
        events = [self._event_row(it) for it in self.serving(persona)]
        programs = [
            Row("layers", "text_muted", it.name, effort(hours) if hours else "", None)
            for it, hours in serving_programs(self.plan, self.serving(persona), self.personas.answered_by(persona))
        ]
        stages = self.plan.stages
        branches = [
            Row(
                "git-branch",
                "text_muted",
                it.text,
                stages[it.stage].name if it.stage in stages else "",
                ("funnel", it.id),
            )
            for it in serving_branches(self.branches.values(), persona)
        ]
        total = tr("personas.served.events", n=len(events), hours=effort(self.hours(persona)))
        return (
            (total, events),
            (tr("personas.served.programs"), programs),
            (tr("personas.served.branches"), branches),
        )

    def _event_row(self, serving: Serving) -> Row:
        kind = self.plan.kinds.get(serving.event.kind)
        icon, family = (kind.icon, kind.family) if kind else ("calendar", "ops")
        caption = serving_caption(self.plan, serving)
        return Row(icon, f"category.{family}.solid", serving.event.title, caption, ("calendar", serving.event.id))
