"""Personas on their way out or in: no ids, what belongs together lies together."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.personas.persona import Persona
from app.personas.section import PersonaCard, PersonaSection
from app.personas.serving import Serving
from app.purpose.reading import Reading


@dataclass(frozen=True, slots=True)
class CardContent:
    """A card with what hangs on it."""

    card: PersonaCard
    readings: tuple[Reading, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()  # (kind, name) of what answers it
    about: tuple[int, int] | None = None  # (section, card) of the same persona that a quote is evidence for


@dataclass(frozen=True, slots=True)
class ServedEvent:
    """An event of the quarter that serves a persona, and the name of its stage."""

    serving: Serving
    stage: str = ""


@dataclass(frozen=True, slots=True)
class SectionPart:
    """A section with its cards."""

    section: PersonaSection
    cards: tuple[CardContent, ...] = ()
    served: tuple[ServedEvent, ...] = ()  # of a section of programs; only ever written


@dataclass(frozen=True, slots=True)
class PersonaContent:
    """A persona with its sections."""

    persona: Persona
    sections: tuple[SectionPart, ...] = field(default_factory=tuple)
