"""Makes something of notes: tasks, events, programs, KPIs, risks; and goes to what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from app.message import say
from app.playbook import becoming
from app.purpose import editing, measuring
from app.purpose.board import Category, Note
from app.purpose.naming import title_of
from widgets.purpose.painting.words import name

if TYPE_CHECKING:
    from app.playbook.link import Link
    from widgets.purpose.page import PurposePage

PAGES: Final = {"task": "tasks", "event": "calendar"}
LONGEST: Final = 120  # letters of a title


class Becoming(QObject):
    """Several selected notes become one thing, named by the one taken last; all of them lead to it."""

    def __init__(self, page: PurposePage) -> None:
        super().__init__(page)
        self._page = page

    def to_task(self) -> None:
        """Make a task."""
        notes = self._notes()
        if notes:
            title, more = _title(notes), _more(notes)
            made = self._page.gestures.run(
                lambda: becoming.make_task(self._page.open_store(), _sources(notes), title, notes=more)
            )
            if made:
                self._page.desk.tell(say("purpose.became.task", title=title), undo=True)

    def to_event(self) -> None:
        """Make an event that waits in the backlog of the calendar."""
        notes = self._notes()
        if notes:
            title, more = _title(notes), _more(notes)
            made = self._page.gestures.run(
                lambda: becoming.make_event(self._page.open_store(), _sources(notes), title, notes=more)
            )
            if made:
                self._page.desk.tell(say("purpose.became.event", title=title), undo=True)

    def to_program(self) -> None:
        """Make a program."""
        notes = self._notes()
        if notes:
            title = _title(notes)
            made = self._page.gestures.run(
                lambda: becoming.make_program(self._page.open_store(), _sources(notes), title, goal=_more(notes))
            )
            if made:
                self._page.desk.tell(say("purpose.became.program", title=title), undo=True)

    def to_kpi(self) -> None:
        """Make a KPI, shown by a metric card that the notes lead to."""
        notes = self._notes()
        if notes:
            title = _title(notes)
            made = self._page.gestures.run(
                lambda: measuring.make_card(self._page.open_store(), [note.id for note in notes], title)
            )
            if made:
                self._page.gestures.select([made])

    def to_risk(self) -> None:
        """Make risks of the notes."""
        self._page.gestures.do(editing.edit_notes, category=Category.RISK)

    def has_result(self) -> bool:
        """Return whether something became of the selected note."""
        return bool(self._page.around.results.get(self._page.canvas.selection.single))

    def jump(self) -> None:
        """Go to what became of the selected note last."""
        links = self._page.around.results.get(self._page.canvas.selection.single)
        if links:
            self.go(links[-1])

    def go(self, link: Link) -> None:
        """Go to what became of a note, or open it here when it has no page."""
        if (link.to_kind, link.to_id) not in self._page.around.things:
            self._page.desk.tell(say("purpose.became.deleted"))
        else:
            self.show(link.to_kind, link.to_id)

    def show(self, kind: str, id: str) -> None:
        """Go to a thing that is there, or open it here when it has no page."""
        if kind in PAGES:
            self._page.desk.go(PAGES[kind], id)
        else:
            from widgets.records.record_editor import open_records

            open_records(self._page.open_store(), kind, self._page.header.templates, id)

    def _notes(self) -> list[Note]:
        """Return the selected notes, the one taken last first."""
        wall = self._page.wall
        return [wall.notes[key] for key in reversed(self._page.gestures.ids()) if key in wall.notes]


def _sources(notes: list[Note]) -> list[tuple[str, str]]:
    return [("note", note.id) for note in notes]


def _title(notes: list[Note]) -> str:
    return title_of(notes[0], LONGEST) or name(notes[0])


def _more(notes: list[Note]) -> str:
    """Return what the title does not say: the other lines, and the other notes."""
    rest = notes[0].text.strip().partition("\n")[2].strip()
    others = "\n".join(f"- {note.text.strip()}" for note in notes[1:] if note.text.strip())
    return "\n\n".join(filter(None, (rest, others)))
