"""How much of a persona is written down, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.funnel.stage import Stage
from app.message import Message, say
from app.personas.persona import Persona
from app.personas.section import PersonaSection, Shape
from app.personas.snapshot import Personas


@dataclass(frozen=True, slots=True)
class Completeness:
    """Share of what is there, 0 to 1, and what is missing."""

    share: float
    missing: tuple[Message, ...] = ()

    @property
    def percent(self) -> int:
        """The share in per cent; 100 only when nothing is missing."""
        return 100 if not self.missing else min(99, round(self.share * 100))


def completeness(
    personas: Personas, persona: Persona, stages: Sequence[Stage], missing_stages: Sequence[Stage]
) -> Completeness:
    """Return how complete a persona is: its quote, something in every section, a measure, a program in each stage."""
    sections = personas.sections.get(persona.id, [])
    wanted = 1 + len(sections)
    missing = [] if persona.quote.strip() else [say("personas.missing.quote")]
    for section in sections:
        if section.shape is Shape.PROGRAMS:
            wanted += len(stages) - 1
            missing += [say("personas.missing.stage", stage=stage.name) for stage in missing_stages]
        else:
            missing += _missing_in(personas, section)
            wanted += section.shape is Shape.SIGNALS
    if not sections:
        missing.append(say("personas.missing.everything"))
        return Completeness(0.0 if not persona.quote else 0.1, tuple(missing))
    lacking = sum(2 if it.id == "personas.missing.signals" else 1 for it in missing)
    return Completeness(max(0.0, 1 - lacking / max(1, wanted)), tuple(missing))


def _missing_in(personas: Personas, section: PersonaSection) -> list[Message]:
    cards = personas.cards.get(section.id, [])
    if section.shape is Shape.SIGNALS:
        if not cards:
            return [say("personas.missing.signals")]
        return [] if any(it.target is not None for it in cards) else [say("personas.missing.target")]
    return [] if cards else [say("personas.missing.section", name=section.name)]
