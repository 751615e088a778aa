"""A purpose board in the real window: built by mouse, built by keys, its notes become tasks, all of it taken back."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from app.purpose.board import Connector, Note, NoteKind
from app.purpose.kpi import Kpi
from app.purpose.reading import Reading
from app.tasks.task import Task
from storage.store import SqlStore
from tests.journeys.desk import Desk, wait_for
from tests.journeys.undoing import undo_restart_redo
from tests.storage.making import everything

pytestmark = pytest.mark.journey
NOTES = ("Team leads", "New members", "Chaos", "No template", "Shares one", "Answers", "Asks", "Tries it",
         "Calm weeks", "Trust", "Spam", "Nobody asks")  # fmt: skip
CARDS = {"Templates": (12.0, 25.0), "Answered": (40.0, 80.0)}
MENU_NEW = (60, 55)  # px from the lower left corner of the button to "New board…" in its menu
ACROSS, DOWN = 200, 132  # px from note to note
WIDTH, HEIGHT = 168, 92


@pytest.fixture
def book(desk: Desk) -> Path:
    """Start for the first time with an empty playbook, and go to the purpose."""
    desk.launch()
    desk.press("Start empty")
    desk.find("Calendar", "list")
    desk.press("Purpose")
    desk.find("Board: Purpose")
    return next((desk.home / "data").rglob("*.sedyanka"))


def told(book: Path) -> tuple[set[str], set[tuple[str, str]]]:
    """Return what is on the notes, and which are connected, read beside the window."""
    store = SqlStore(book, read_only=True)
    try:
        text = {note.id: note.text for note in store.of(Note).all() if note.kind is not NoteKind.FRAME}
        return set(text.values()), {(text[it.start], text[it.end]) for it in store.of(Connector).all()}
    finally:
        store.close()


def kpis(book: Path) -> dict[str, tuple[float | None, float | None]]:
    """Return what each KPI was measured at, and its target."""
    store = SqlStore(book, read_only=True)
    try:
        now = {reading.of_id: reading.value for reading in store.of(Reading).all()}
        return {kpi.name: (now.get(kpi.id), kpi.target) for kpi in store.of(Kpi).all()}
    finally:
        store.close()


# --- by mouse ---


class Wall:
    """The board on screen, at 100 %: where things are, from its upper left corner."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._x, self._y, *_ = desk.find("Board", "canvas")["rect"]

    def at(self, x: float, y: float) -> tuple[float, float]:
        return self._x + x, self._y + y

    def note(self, number: int) -> tuple[float, float]:
        """Return the middle of one of the notes in rows of four."""
        return self.at(100 + ACROSS * (number % 4), 90 + DOWN * (number // 4))

    def edge(self, number: int, right: float, down: float) -> tuple[float, float]:
        x, y = self.note(number)
        return x + right * WIDTH / 2, y + down * HEIGHT / 2


def new_board(desk: Desk) -> Wall:
    x, y, _, height = desk.find("Board: Purpose")["rect"]
    desk.press("Board: Purpose")
    desk.still()
    desk.click(x + MENU_NEW[0], y + height + MENU_NEW[1])
    desk.find("Name", "text")
    desk.type("Our why")
    desk.press("Add", "push button")
    desk.find("Board: Our why")
    return Wall(desk)


def measure(desk: Desk, now: float, target: float) -> None:
    for field, value in (("Now", now), ("Target", target)):
        desk.press(field, "text")
        desk.type(f"{value:g}")


def test_a_board_is_built_by_mouse_taken_back_and_done_again_after_a_restart(desk, book):
    before = everything(book)
    wall = new_board(desk)
    for number, text in enumerate(NOTES[:-1]):
        desk.click(*wall.note(number), times=2)
        desk.type(text)
    desk.drag(wall.edge(10, 1, 0), wall.note(11))  # onto nothing: a new note
    desk.type(NOTES[11])
    desk.click(*wall.at(880, 300))

    desk.drag(wall.edge(0, 1, 0), wall.note(1))
    desk.drag(wall.edge(0, 0, 1), wall.edge(4, 0, -1))
    desk.press("Connect", "check box")
    desk.drag(wall.note(4), wall.note(9))
    pairs = {(NOTES[10], NOTES[11]), (NOTES[0], NOTES[1]), (NOTES[0], NOTES[4]), (NOTES[4], NOTES[9])}

    for number, (name, (now, target)) in enumerate(CARDS.items()):
        desk.press("Metric card", "check box")
        desk.click(*wall.at(140 + 280 * number, 520))
        desk.type(name)
        measure(desk, now, target)
    desk.click(*wall.at(880, 300))

    wait_for(lambda: told(book) == ({*NOTES, *CARDS}, pairs), "twelve notes and two cards, connected")
    wait_for(lambda: kpis(book) == CARDS, "two KPIs, measured, with their targets")
    undo_restart_redo(desk, book, before, lambda: desk.find("Board: Purpose"))


# --- by keyboard ---


def asked(desk: Desk, action: str) -> None:
    """Do what the palette finds first."""
    desk.key("ctrl+k")
    desk.find("Command palette", "text")
    desk.type(f">{action}")
    desk.key("Return")


def test_a_board_is_built_by_keyboard_a_note_becomes_a_task_and_tells_when_it_is_done(desk, book):
    before = everything(book)
    asked(desk, "New board")
    desk.find("Name", "text")
    desk.type("Our why")
    desk.key("Return")
    desk.find("Board: Our why")

    desk.key("Insert")
    for text in NOTES[:3]:
        desk.type(text)
        desk.key("ctrl+Return")
    desk.type(NOTES[3])
    for text in NOTES[4:]:
        desk.key("Escape", "ctrl+Right" if text != NOTES[8] else "ctrl+Down")
        desk.type(text)
    to_now = ("Tab",)  # F6 comes to the words of the card
    for name, (now, target) in CARDS.items():
        desk.key("Escape", "Escape")
        asked(desk, "New metric")
        desk.type(name)
        desk.key("Escape", "F6", "F6", *to_now)
        desk.type(f"{now:g}")
        desk.key("Tab")
        desk.type(f"{target:g}")
        desk.key("shift+F6", "shift+F6")
        to_now = ("shift+Tab",)  # a region remembers where the focus was

    pairs = set(pairwise(NOTES[3:]))
    wait_for(lambda: told(book) == ({*NOTES, *CARDS}, pairs), "twelve notes and two cards, connected")
    wait_for(lambda: kpis(book) == CARDS, "two KPIs, measured, with their targets")

    desk.key("Down", "ctrl+shift+t")
    desk.find("Task made", "label", "contains")
    task = titles(book)[0]
    desk.find(f"{task}, To do", "push button")
    desk.key("ctrl+j")
    desk.find("Add a task", "text")
    desk.key("space")
    wait_for(lambda: titles(book, done=True) == [task], "the task to be done")
    desk.press("Purpose")
    desk.find(f"{task}, Done", "push button")
    undo_restart_redo(desk, book, before, lambda: desk.find("Board: Purpose"))


def titles(book: Path, *, done: bool = False) -> list[str]:
    store = SqlStore(book, read_only=True)
    try:
        return [task.title for task in store.of(Task).all() if bool(task.finished) is done]
    finally:
        store.close()
