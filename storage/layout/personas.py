"""Tables of personas in their sections."""

from __future__ import annotations

from typing import Final

from storage.columns import amount, choice, day, key, number, part_of, text, yes_no
from storage.table import table

TABLES: Final = (
    table(
        "persona",
        "app.personas.persona:Persona",
        key(),
        text("name", "colour", "summary"),
        amount("position"),
        text("quote", "avatar", "picture"),
        yes_no("archived"),
        text("key"),
    ),
    table(
        "persona_section",
        "app.personas.section:PersonaSection",
        key(),
        part_of("persona", "persona", optional=True),
        text("name"),
        choice("shape", "app.personas.section:Shape"),
        text("icon"),
        amount("position"),
        text("key"),
    ),
    table(
        "persona_card",
        "app.personas.section:PersonaCard",
        key(),
        part_of("section", "persona_section"),
        text("text"),
        amount("position"),
        text("label"),
        amount("strength", "said", "asked"),
        number("target", optional=True),
        text("unit", "per", "source"),
        day("day"),
        text("about"),
    ),
)
