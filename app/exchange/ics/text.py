"""The description of an event in a calendar file, and the private notes found again in one that came back."""

from __future__ import annotations

from typing import NamedTuple

from app.calendar.event import ChecklistStep, Event
from app.calendar.plan import Plan
from app.exchange.ics.own_lines import name_of

GAP = "\n\n"
FOOTER = ("kind", "program", "stage", "channel", "owner")  # colours do not travel, so their meaning stands in words


class Description(NamedTuple):
    """What stands in the description of an event in the full calendar."""

    public: str
    notes: str
    steps: str
    footer: str

    def text(self) -> str:
        """Return it as one text."""
        return GAP.join(part for part in self if part)

    def notes_in(self, text: str) -> str:
        """Return the notes of a description that was changed elsewhere: all of it but the parts that are known."""
        for known in (self.footer, self.steps):
            if known:
                text = text.removesuffix(known).removesuffix(GAP) if text.endswith(known) else text
        if self.public and text.startswith(self.public):
            text = text.removeprefix(self.public).removeprefix(GAP)
        return text


def describe(plan: Plan, event: Event, steps: list[ChecklistStep]) -> Description:
    """Return the description of an event in the full calendar."""
    names = [name_of(plan, field, getattr(event, field)) for field in FOOTER]
    names += [name_of(plan, "personas", persona) for persona in event.personas]
    return compose(public_text(event, plan.playbook.language), event.notes, [(s.text, s.done) for s in steps], names)


def compose(public: str, notes: str, steps: list[tuple[str, bool]], names: list[str]) -> Description:
    """Return a description made of its parts."""
    ticks = "\n".join(f"[{'x' if done else ' '}] {text}" for text, done in steps)
    return Description(public.strip("\n"), notes.strip("\n"), ticks, " · ".join(name for name in names if name))


def public_text(event: Event, language: str) -> str:
    """Return the text meant for members in a language, or in the first one that there is."""
    texts = dict(event.public_text)
    return texts.get(language) or next((text for text in texts.values() if text), "")


def for_members(event: Event, language: str) -> str:
    """Return what members read: the public text, and the link, which some programs show nowhere else."""
    return GAP.join(part for part in (public_text(event, language), event.link.strip()) if part)
