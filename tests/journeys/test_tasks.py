"""A day's tasks in the real window: typed, dragged, moved by key, ticked, taken back, still there after a restart."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.tasks.columns import in_order
from app.tasks.task import Column, Task
from storage.store import SqlStore
from tests.journeys.desk import Desk, wait_for

pytestmark = pytest.mark.journey
TYPED = ("Call Nadya fri 14:00 30m !high", "Invite Petya next mon", "Draft prompts #content 2h")


@pytest.fixture
def book(desk: Desk) -> Path:
    """Start for the first time with an empty playbook, and go to the tasks."""
    desk.launch()
    desk.press("Start empty")
    desk.find("Calendar", "list")
    desk.press("Tasks")
    desk.find("Add a task", "text")
    return next((desk.home / "data").rglob("*.sedyanka"))


def board(book: Path) -> dict[str, list[str]]:
    """Return the titles in each column, read beside the window."""
    store = SqlStore(book, read_only=True)
    try:
        tasks = sorted(store.of(Task).all(), key=lambda task: (task.position, task.id))
        columns = in_order(store.of(Column).all())
        return {column.key: [task.title for task in tasks if task.column == column.id] for column in columns}
    finally:
        store.close()


def add_by_typing(desk: Desk) -> None:
    desk.key("t")
    for line in TYPED:
        desk.type(line)
        desk.key("Return")
    desk.key("Escape")


def card(desk: Desk, title: str) -> tuple[float, float]:
    desk.still()
    return desk.point(f"^{title}", "list item", "regex")


def due(book: Path, title: str) -> date | None:
    store = SqlStore(book, read_only=True)
    try:
        return next(task.due for task in store.of(Task).all() if task.title == title)
    finally:
        store.close()


def column(desk: Desk, name: str) -> tuple[float, float]:
    x, y, width, height = desk.find(name, "list")["rect"]
    return x + width / 2, y + height * 0.6


def drag_onto_the_calendar(desk: Desk, book: Path) -> None:
    """Hold a card over the calendar in the rail until that opens, and let go over a day."""
    day = datetime.now().astimezone().date() + timedelta(days=1)
    rail = desk.point("Calendar")
    desk.move(*card(desk, "Draft prompts"))
    desk.run("xdotool", "mousedown", "1")
    desk.move(*rail, steps=25)
    time.sleep(1)
    desk.move(*desk.point(f"^{day:%A} {day.day} {day:%B}", "list", "regex"), steps=25)
    time.sleep(0.4)
    desk.run("xdotool", "mouseup", "1")
    wait_for(lambda: due(book, "Draft prompts") == day, "the task on its day")
    desk.press("Tasks", "", "contains")


def test_tasks_are_typed_dragged_moved_ticked_and_taken_back(desk, book):
    add_by_typing(desk)
    wait_for(lambda: len(board(book).get("todo", ())) == 3, "three tasks")
    assert board(book)["todo"] == ["Call Nadya", "Invite Petya", "Draft prompts"]

    desk.drag(card(desk, "Draft prompts"), card(desk, "Call Nadya"))
    desk.drag(card(desk, "Invite Petya"), column(desk, "Doing"), escape=True)
    assert board(book)["doing"] == []
    desk.drag(card(desk, "Invite Petya"), column(desk, "Doing"))
    wait_for(lambda: board(book)["doing"] == ["Invite Petya"], "the card in Doing")
    assert sorted(board(book)["todo"]) == ["Call Nadya", "Draft prompts"]

    desk.click(*card(desk, "Invite Petya"))
    desk.key("alt+Right")
    wait_for(lambda: board(book)["waiting"] == ["Invite Petya"], "the card in Waiting")
    desk.key("space")
    wait_for(lambda: board(book)["done"] == ["Invite Petya"], "the card in Done")

    drag_onto_the_calendar(desk, book)
    desk.key("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
    wait_for(lambda: "Invite Petya" in board(book)["todo"], "undo")
    assert due(book, "Draft prompts") is None
    desk.close()
    desk.launch()
    desk.find("Invite Petya", "list item", "contains")  # the page that was open last
    desk.key("ctrl+shift+z", "ctrl+shift+z", "ctrl+shift+z", "ctrl+shift+z")
    wait_for(lambda: board(book)["done"] == ["Invite Petya"], "redo after a restart")
    assert due(book, "Draft prompts")


def order(book: Path) -> list[str]:
    """Return the columns from left to right, read beside the window."""
    return list(board(book))


def repeating(book: Path) -> list[tuple[date | None, bool]]:
    """Return the due days of what repeats, and whether each was done."""
    store = SqlStore(book, read_only=True)
    try:
        return sorted((task.due, bool(task.finished)) for task in store.of(Task).all() if task.title == "Digest")
    finally:
        store.close()


def test_columns_are_dragged_by_their_heads_and_what_repeats_comes_again(desk, book):
    desk.key("t")
    desk.type("Digest every fri")
    desk.key("Return", "Escape")
    wait_for(lambda: len(repeating(book)) == 1, "the digest")
    ((friday, _),) = repeating(book)
    assert friday

    x, y = column(desk, "Waiting")
    desk.drag(desk.point("To do: column menu", "push button"), (x + 60, y))
    wait_for(lambda: order(book) == ["doing", "waiting", "todo", "done"], "the column behind another")
    desk.drag(desk.point("Done: column menu", "push button"), column(desk, "Doing"), escape=True)
    assert order(book) == ["doing", "waiting", "todo", "done"]

    desk.click(*card(desk, "Digest"))
    desk.key("space")
    wait_for(lambda: repeating(book) == [(friday, True), (friday + timedelta(days=7), False)], "the next one")
    desk.key("space")  # the keyboard went along to the finished one
    wait_for(lambda: repeating(book) == [(friday, False)], "the next one taken back")
