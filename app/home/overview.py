"""Everything that the home page looks at, held in memory and kept up to date with the store."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from app.calendar.plan import Plan
from app.funnel import funnel_map
from app.funnel.funnel_map import FunnelMap
from app.guide import snapshot as of_guide
from app.guide.snapshot import Guide
from app.home import running as of_running
from app.home.running import Running, running
from app.personas import snapshot as of_personas
from app.personas.snapshot import Personas
from app.purpose import surroundings
from app.purpose.board import Note, NoteKind
from app.purpose.surroundings import Surroundings
from app.store import EVERYTHING, Changes, Store
from app.tasks import snapshot
from app.tasks.snapshot import Tasks
from app.tasks.today import today_of

KINDS: Final[frozenset[type[Any]]] = frozenset(
    (
        *snapshot.KINDS,
        *surroundings.KINDS,
        *funnel_map.KINDS,
        *of_personas.KINDS,
        *of_guide.ORDER,
        *of_running.KINDS,
        Note,
    )
)


class Overview:
    """A picture of the playbook from above; actions write to the store, never here."""

    def __init__(self) -> None:
        self.tasks = Tasks()
        self.purpose = Surroundings()
        self.funnel = FunnelMap()
        self.personas = Personas()
        self.guide = Guide()
        self.running = Running()
        self.notes = 0  # and cards, on all boards
        self.cards: dict[str, str] = {}  # metric card by KPI
        self.today = date(2027, 1, 1)

    @classmethod
    def read(cls, store: Store) -> Overview:
        """Return what a store holds."""
        found = cls()
        found.refresh(store, dict.fromkeys(KINDS, EVERYTHING))
        return found

    @property
    def plan(self) -> Plan:
        """The calendar."""
        return self.tasks.plan

    def refresh(self, store: Store, changes: Changes) -> bool:
        """Take over what changed; return whether any of it is part of the picture."""
        if KINDS.isdisjoint(changes):
            return False
        self.tasks.refresh(store, changes)
        self.purpose.refresh(store, changes)
        self.funnel.refresh(store, changes)
        self.personas.refresh(store, changes)
        self.guide.refresh(store, changes)
        if Note in changes:
            frames = sum(1 for _ in store.of(Note).where(kind=NoteKind.FRAME))
            self.notes = store.of(Note).count() - frames
            self.cards = {note.ref: note.id for note in store.of(Note).where(kind=NoteKind.METRIC) if note.ref}
        self.today = today_of(store)
        if not changes.keys().isdisjoint(of_running.KINDS):
            self.running = running(store, self.today)
        return True
