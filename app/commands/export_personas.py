"""Writes personas as paper or Markdown."""

from __future__ import annotations

from app.calendar.plan import Plan
from app.commands.arguments import Given
from app.commands.tools import Tools
from app.errors import KnownError
from app.message import say
from app.personas.snapshot import Personas
from app.personas.taking_out import contents_of
from app.store import Store


class PersonaExport:
    """The personas that are not archived, or the one that is named."""

    def __init__(self, store: Store, tools: Tools, given: Given) -> None:
        self._tools, self._size = tools, given.one("--paper", "A4")
        self._plan, personas = Plan.read(store), Personas.read(store)
        chosen, name = personas.current(), given.one("--name")
        if name:
            chosen = [it for it in personas.all.values() if it.name.casefold() == name.casefold()]
        if not chosen:
            names = ", ".join(it.name for it in personas.all.values()) or "–"
            raise KnownError(
                say("command.error.persona", name=name or "–"), say("command.error.persona.do", names=names)
            )
        self._contents = tuple(contents_of(store, personas, [it.id for it in chosen], self._plan))

    def written(self, name: str, language: str) -> bytes:
        """Return the file of one format."""
        community = self._plan.playbook.name
        return self._tools.draws.personas(name, self._contents, community, self._tools.today, language, self._size)
