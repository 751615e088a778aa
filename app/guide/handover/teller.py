"""Tells what a chapter needs of people, hours and days, as far as the readers may know it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from app.guide.handover.wish import Wish
from app.guide.role import GuideRole
from app.guide.snapshot import Guide
from app.message import Message, say
from app.playbook.playbook import Person
from app.text.document import Variant

Words = Callable[[Message], str]
LANGUAGE_TEXTS: Final[Mapping[str, str]] = {"en": "handover.language.en", "bg": "handover.language.bg"}


@dataclass(frozen=True, slots=True)
class Teller:
    """A guide, what is wanted of it, and the words for that."""

    guide: Guide
    wish: Wish
    words: Words

    @property
    def public(self) -> bool:
        """Whether everybody may read it."""
        return self.wish.public

    def person(self, id: str) -> str:
        """Return the name of somebody of the team; nobody has one in public."""
        found = None if self.public else self.guide.get(Person, id)
        return found.name if found else ""

    def role(self, id: str) -> str:
        """Return the name of a role."""
        found = self.guide.get(GuideRole, id)
        return found.name if found else ""

    def told(self, whom: tuple[str, ...]) -> str:
        """Return who is told; ids of what is gone are left out."""
        names = [self.person(it) or self.role(it) or ("" if _is_id(it) else it) for it in whom]
        return "" if self.public else ", ".join(filter(None, names))

    def within(self, minutes: int) -> str:
        """Return how soon, as short as it goes."""
        if minutes <= 0:
            return ""
        whole, rest = divmod(minutes, 60)
        if not rest:
            return self.words(say("handover.hours", n=whole))
        return self.words(say("handover.minutes", n=minutes))

    def lines(self, *lines: str) -> str:
        """Return a cell of the lines that say something, the first one whatever it is."""
        first, *others = lines
        return "\n".join((" ".join(first.split()), *(" ".join(it.split()) for it in others if it.strip())))

    def wordings(self, said: Iterable[Variant]) -> tuple[Variant, ...]:
        """Return the wordings in the language wanted, those in others after them or where there is none."""
        full = [it for it in said if it.text.strip()]
        own = [it for it in full if it.language == self.wish.language]
        if own and not self.wish.every_language:
            return tuple(own)
        rest = [it for it in full if it.language != self.wish.language]
        if not rest:
            return tuple(own)
        return tuple(replace(it, name=self.note(it.name, self.tongue(it.language))) for it in (*own, *rest))

    def tongue(self, language: str) -> str:
        """Return what a language is called."""
        return self.words(Message(LANGUAGE_TEXTS[language])) if language in LANGUAGE_TEXTS else language

    def day(self, day: date) -> Message:
        """Return a day with its year: a guide is read for long."""
        return say("handover.date", day=day, year=str(day.year))

    def note(self, *parts: str) -> str:
        """Return what says something, one after the other."""
        said = [it.strip() for it in parts if it.strip()]
        return " · ".join([*(it.removesuffix(".") for it in said[:-1]), *said[-1:]])


def _is_id(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4
