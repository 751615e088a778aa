"""Searches what is said of personas, and of the blank template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from typing_extensions import override

from app.message import say
from app.personas.snapshot import BLANK
from app.search.holding import holds
from widgets.common.find_bar import FindBar
from widgets.common.finding import Finding

if TYPE_CHECKING:
    from widgets.personas.page import PersonasPage


class Finder(Finding[str]):
    """Steps through cards and sections that hold the words, the open persona first."""

    def __init__(self, page: PersonasPage) -> None:
        self._page = page
        super().__init__(page, FindBar(page, say("personas.find.hint"), page.header))

    @override
    def found(self, words: str) -> list[str]:
        personas, whose = self._page.personas, self._page.whose
        order = dict.fromkeys(
            (whose, *(it.id for it in personas.current()), *(it.id for it in personas.archived()), BLANK)
        )
        found: list[str] = []
        for persona in order:
            for section in personas.sections.get(persona, ()):
                if holds(words, section.name):
                    found.append(section.id)
                found += [
                    it.id for it in personas.cards.get(section.id, ()) if holds(words, it.text, it.label, it.source)
                ]
        return found

    @override
    def mark(self, hits: Sequence[str]) -> None:
        pass

    @override
    def show(self, hit: str) -> None:
        self._page.show_part(hit, take_keyboard=False)

    @override
    def leave(self) -> None:
        self._page.focus_document()
