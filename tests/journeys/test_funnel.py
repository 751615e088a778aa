"""A funnel grown by keyboard in the real window: taken back, restarted, done again; a branch becomes a series."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.calendar.event import Event
from app.funnel.funnel_map import FunnelMap
from storage.store import SqlStore
from tests.journeys.desk import Desk, wait_for
from tests.journeys.undoing import undo_restart_redo
from tests.storage.making import everything

pytestmark = pytest.mark.journey
GROUPS = 4


@pytest.fixture
def book(desk: Desk) -> Path:
    """Start for the first time with an empty playbook, and go to the funnel."""
    desk.launch()
    desk.press("Start empty")
    desk.find("Calendar", "list")
    desk.press("Funnel")
    desk.find("Mind map of the funnel")
    return next((desk.home / "data").rglob("*.sedyanka"))


def told(book: Path) -> list[str]:
    """Return the map as lines, two blanks a level, read beside the window."""
    store = SqlStore(book, read_only=True)
    try:
        funnel = FunnelMap.read(store)
        depths = {key: len(funnel.forest.path(key)) if funnel.branch(key) else 0 for key in funnel.in_order()}
        return ["  " * depth + funnel.text(key) for key, depth in depths.items()]
    finally:
        store.close()


def events(book: Path) -> list[Event]:
    store = SqlStore(book, read_only=True)
    try:
        return list(store.of(Event).all())
    finally:
        store.close()


def grow(desk: Desk) -> int:
    """Add a stage with five branches of four leaves each; return how many nodes that makes."""
    desk.key("Home", "Tab")
    desk.type("Return home")
    desk.key("Return")
    for branch in range(5):
        desk.key("Tab")
        desk.type(f"Branch {branch}")
        desk.key("Tab")
        for leaf in range(4):
            desk.type(f"Leaf {branch}{leaf}")
            desk.key("Return")
            if leaf < 3:
                desk.key("Return")
        desk.key("Left", "Left")
    return 1 + GROUPS + 5 + 20


def test_a_funnel_of_thirty_nodes_is_grown_by_keyboard_taken_back_and_done_again_after_a_restart(desk, book):
    before, empty = told(book), everything(book)
    added = grow(desk)
    wait_for(lambda: len(told(book)) == len(before) + added, "thirty nodes")
    grown = told(book)
    assert grown[-5:] == ["  Branch 4", "    Leaf 40", "    Leaf 41", "    Leaf 42", "    Leaf 43"]

    undo_restart_redo(desk, book, empty, lambda: desk.find("Mind map of the funnel"))


def test_a_branch_becomes_a_weekly_series_by_keyboard(desk, book):
    before = everything(book)
    desk.key("Home", "Right", "Right", "Tab")
    desk.type("Newcomer hour")
    desk.key("Return", "ctrl+m")
    desk.find("Put it in the calendar", "label")
    desk.key("shift+Tab", "shift+Tab", "shift+Tab", "Down")  # a list is named by what is chosen in it
    desk.find("Every week, to the end of the quarter", "combo box")
    desk.key("Return")
    wait_for(lambda: events(book), "an event")

    (event,) = events(book)
    assert (event.title, event.rrule[:11]) == ("Newcomer hour", "FREQ=WEEKLY")
    desk.find("^Event: Newcomer hour", "", "regex")
    undo_restart_redo(desk, book, before, lambda: desk.find("Mind map of the funnel"))


def carry_over_the_rail(desk: Desk, start: tuple[float, float]) -> None:
    """Drag out of the map, hold over the calendar in the rail until that opens, and let go over a day."""
    rail = desk.point("Calendar")
    desk.move(*start)
    desk.run("xdotool", "mousedown", "1")
    desk.move(start[0] - 20, start[1] + 5, steps=7, pause=0.02)
    desk.move(*rail, steps=40, pause=0.02)
    desk.move(rail[0] + 2, rail[1] + 1, steps=2)
    x, y, width, height = desk.find("Calendar", "list")["rect"]
    desk.move(x + width * 0.3, y + height * 0.5, steps=30, pause=0.02)
    desk.move(x + width * 0.3 + 3, y + height * 0.5 + 2, steps=3, pause=0.05)
    desk.run("xdotool", "mouseup", "1")


def test_a_branch_is_dragged_over_the_rail_onto_a_day(desk, book):
    desk.key("Home", "Right", "Right", "Tab")
    desk.type("Newcomer hour")
    desk.key("Return")
    desk.run("xdotool", "key", "ctrl+shift+0")  # at the top of the view, twice as large
    desk.still()
    x, y, width, _ = desk.find("Mind map of the funnel")["rect"]
    carry_over_the_rail(desk, (x + width / 2, y + 42))

    wait_for(lambda: [event for event in events(book) if event.day], "an event on a day")
    assert events(book)[0].title == "Newcomer hour"
