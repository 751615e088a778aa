"""What the page lends to its chapters and inspectors: the guide, the day, actions on the store, what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from app.guide import editing
from app.guide.snapshot import Guide, Row
from app.message import say
from app.store import Store
from app.tasks.today import today_of
from widgets.common.desk import Desk

if TYPE_CHECKING:
    from widgets.guide.page import GuidePage


class Bench(QObject):
    """Chapters and inspectors know it and not the page.

    Signals:
        chosen_changed: another row is chosen, or none (a Row or None).
        walked: the keyboard went to a row, which is to be in view (a Row).
        shown: the inspector of a row is wanted, the keyboard stays where it is (a Row).
        led: another row is to be gone to (a Row).
        worded: replies are shown in another variant or language.
        opened: a row is to be edited: the inspector comes with the keyboard on its first field (a Row).
    """

    chosen_changed = Signal(object)
    walked = Signal(object)
    shown = Signal(object)
    led = Signal(object)
    worded = Signal()
    opened = Signal(object)

    def __init__(self, page: GuidePage) -> None:
        super().__init__(page)
        self._page = page
        self.guide = Guide()
        self.chosen: Row | None = None
        self.variant, self.language = "", ""  # in which replies are shown

    @property
    def desk(self) -> Desk:
        """What the window lends."""
        return self._page.desk

    @property
    def store(self) -> Store:
        """The open playbook."""
        return self._page.open_store()

    def today(self) -> date:
        """Return this day where the playbook is at home."""
        return today_of(self.store)

    def run(self, work: Callable[[Store], object]) -> bool:
        """Do something with the playbook; return whether it could be done, else it is said why not."""
        return self._page.run(work)

    def choose(self, row: Row | None) -> None:
        """Let another row be the chosen one; the inspector shows it where it is open."""
        if row != self.chosen:
            self.chosen = row
            self.chosen_changed.emit(row)

    def show(self, row: Row) -> None:
        """Choose a row and show it in the inspector."""
        self.choose(row)
        self.shown.emit(row)

    def word(self, variant: str, language: str) -> None:
        """Show replies in a variant and a language, in the document and where they are edited."""
        if (variant, language) != (self.variant, self.language):
            self.variant, self.language = variant, language
            self.worded.emit()

    def open(self, row: Row) -> None:
        """Choose a row and edit it."""
        self.choose(row)
        self.opened.emit(row)

    # --- what is done to rows of any kind ---

    def add(self, thing: Any, *, at: int | None = None) -> None:
        """Add a thing and let it be written."""
        made: list[str] = []
        if self.run(lambda store: made.append(editing.add(store, thing, at=at))):
            self.open(Row(type(thing), made[0]))

    def edit(self, row: Row, **fields: Any) -> None:
        """Give fields of a thing other values."""
        self.run(lambda store: editing.edit(store, row.kind, row.id, **fields))

    def delete(self, row: Row) -> None:
        """Delete a thing and say how to take that back."""
        if self.run(lambda store: editing.delete(store, row.kind, row.id)):
            self.desk.tell(say("guide.deleted"), undo=True)

    def move(self, row: Row, to: int) -> None:
        """Put a thing elsewhere among those beside it."""
        self.run(lambda store: editing.move(store, row.kind, row.id, to))

    def shift(self, row: Row, by: int) -> None:
        """Put a thing further up or down."""
        thing = self.guide.get(row.kind, row.id)
        if thing is not None and hasattr(thing, "position"):
            there = [it.id for it in editing.beside(self.store, thing)]
            self.move(row, max(0, there.index(row.id) + by))
