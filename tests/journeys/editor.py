"""The real program whose pages are asked for one edit after the other; each published change is acknowledged in a file.

Run by `kill_loop`, which ends it at any moment: `python -m tests.journeys.editor BOOK ACKNOWLEDGED PAGE`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QApplication

from app.calendar.event import Event, Scope
from app.funnel.branch import Branch
from app.message import say
from app.playbook.link import Link
from app.purpose.board import Note, NoteKind
from app.store import Changes
from app.tasks.columns import in_order
from app.tasks.task import Column, Task
from storage.playbooks import SqlPlaybooks
from tests.journeys.acknowledged import MADE, lines_of
from widgets.shell.computer_settings import ComputerSettings
from widgets.shell.start import Lent, Start

EVERY_MS = 4
MOST = 8  # things of each kind that are edited in turn
PAGES = ("calendar", "purpose", "funnel", "tasks", "home")
STAY = 6  # edits for which a page shows


class Editor:
    """Edits calendar, board, map, tasks and what is due on the home page: by what views ask for, and by actions.

    The pages show by turns, the given one first, as one that shows does more with an edit than one that is hidden.
    """

    def __init__(self, book: Path, acknowledged: Path, first: str) -> None:
        self._app = QApplication([])
        settings = ComputerSettings(acknowledged.with_suffix(".json"))
        self._start = Start(self._app, settings, book, Lent(SqlPlaybooks, (), "0", self._on_mark))
        self._acks = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._timer = QTimer(interval=EVERY_MS)
        self._timer.timeout.connect(self._edit)
        self._numbers = count(1)
        self._first = PAGES.index(first)
        self._made: list[str] = []

    def run(self) -> int:
        self._start.show()
        return self._app.exec()

    def _on_mark(self, what: str) -> None:
        if what != "ready":
            return
        program = self._start.program
        assert program is not None
        self._pages: dict[str, Any] = {name: program.window.pages.get(name) for name in PAGES}
        self._show = program.window.pages.show_page
        self._store = self._pages["calendar"].open_store()
        self._choose()
        self._deeds: Sequence[Callable[[int], object]] = (
            self._move_event, self._name_event, self._write_note, self._move_note, self._name_branch,
            self._move_branch, self._name_task, self._move_task, self._tick_at_home,
            self._make, self._undo, self._redo, self._unmake,
        )  # fmt: skip
        self._store.subscribe(self._on_changed)
        self._timer.start()

    def _choose(self) -> None:
        """Choose things of which one edit changes no more than one."""
        store = self._store
        events = [e.id for e in store.of(Event).all() if not e.repeats and e.day is not None and e.days == 1]
        notes = [n for n in store.of(Note).all() if n.kind is NoteKind.NOTE and not n.group and not n.locked]
        branches = [b for b in store.of(Branch).all() if b.parent]
        tasks = [t.id for t in store.of(Task).all() if not t.repeat and not t.title.startswith(MADE)]
        self._events, self._tasks = sorted(events)[:MOST], sorted(tasks)[:MOST]
        self._notes = sorted(n.id for n in notes if not n.text.startswith(MADE))[:MOST]
        hung = {b.parent for b in branches}
        self._leaves = sorted(b.id for b in branches if b.id not in hung)[:MOST]
        self._groups = sorted(hung)
        self._columns = [column.id for column in in_order(store.of(Column).all())]

    def _edit(self) -> None:
        number = next(self._numbers)
        if number % STAY == 1:
            self._show(PAGES[(self._first + number // STAY) % len(PAGES)])
        self._deeds[number % len(self._deeds)](number)

    def _move_event(self, number: int) -> None:
        day = date(2027, 3, 1) + timedelta(days=number % 90)
        self._pages["calendar"].views.current.move_requested.emit(
            [(self._turn(self._events, number), "")], day, QRect()
        )

    def _name_event(self, number: int) -> None:
        from app.calendar.actions import edit

        edit(self._store, (self._turn(self._events, number), ""), Scope.ONLY_THIS, title=f"edit {number}")

    def _write_note(self, number: int) -> None:
        from app.purpose.editing import type_text

        type_text(self._store, self._turn(self._notes, number), f"edit {number}")

    def _move_note(self, number: int) -> None:
        by = 4 if number // len(self._deeds) // len(self._notes) % 2 else -4
        self._pages["purpose"].canvas.move_requested.emit(((self._turn(self._notes, number),), by, by, False))

    def _name_branch(self, number: int) -> None:
        from app.funnel.editing import rename

        rename(self._store, self._turn(self._leaves, number), f"edit {number}")

    def _move_branch(self, number: int) -> None:
        onto = self._groups[number // len(self._deeds) % len(self._groups)]
        self._pages["funnel"].map.move_requested.emit([self._turn(self._leaves, number)], onto, 0)

    def _name_task(self, number: int) -> None:
        from app.tasks.editing import edit

        edit(self._store, [self._turn(self._tasks, number)], title=f"edit {number}")

    def _move_task(self, number: int) -> None:
        column = self._columns[number // len(self._deeds) % len(self._columns)]
        self._pages["tasks"].board.moved.emit([self._turn(self._tasks, number)], column, "")

    def _tick_at_home(self, number: int) -> None:
        done = number // len(self._deeds) // len(self._tasks) % 2 == 0
        self._pages["home"].tasks.tick_requested.emit(self._turn(self._tasks, number), done)

    def _make(self, number: int) -> None:
        """Make a connected note and a task of it: four rows in one step."""
        from app.playbook.becoming import make_task
        from app.purpose.adding import add_neighbour
        from app.purpose.editing import type_text

        with self._store.change(say("step.add")):
            note = add_neighbour(self._store, self._turn(self._notes, number), (1, 0), connect=True)
            type_text(self._store, note, f"{MADE} {number}")
            self._made = [note, make_task(self._store, [("note", note)], f"{MADE} {number}")]

    def _undo(self, _number: int) -> None:
        self._store.undo()

    def _redo(self, _number: int) -> None:
        self._store.redo()

    def _unmake(self, _number: int) -> None:
        links = [link.id for link in self._store.of(Link).where(from_id=self._made[0])]
        with self._store.change(say("step.delete")):
            self._store.of(Link).delete(links)  # they would stay, and `verify` would tell of them
            self._store.of(Note).delete(self._made[:1])
            self._store.of(Task).delete(self._made[1:])

    def _on_changed(self, changes: Changes) -> None:
        os.write(self._acks, "".join(lines_of(self._store, changes)).encode())

    def _turn(self, ids: Sequence[str], number: int) -> str:
        return ids[number // len(self._deeds) % len(ids)]


if __name__ == "__main__":
    sys.exit(Editor(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]).run())
