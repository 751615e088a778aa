"""A morning in the real window: home says what is due, a task is typed and ticked there, and its rows lead on."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from app.tasks.task import Task
from storage.store import SqlStore
from tests.journeys.desk import Desk, wait_for

pytestmark = pytest.mark.journey


@pytest.fixture
def book(desk: Desk) -> Path:
    """Start for the first time with an empty playbook, and go home."""
    desk.launch()
    desk.press("Start empty")
    desk.find("Calendar", "list")  # a playbook that was just begun opens with its calendar
    desk.press("Home")
    desk.find("Add a task", "text")
    return next((desk.home / "data").rglob("*.sedyanka"))


def task(book: Path) -> Task | None:
    store = SqlStore(book, read_only=True)
    try:
        return next(iter(store.of(Task).all()), None)
    finally:
        store.close()


def finished(book: Path) -> bool:
    found = task(book)
    return found is not None and bool(found.finished)


def box(desk: Desk) -> tuple[float, float]:
    x, y, _, height = desk.find("^Thank Petya, 30 min", "list item", "regex")["rect"]
    return x + 22, y + height / 2


def test_a_task_is_typed_ticked_and_found_again_after_a_restart(desk, book):
    desk.key("t")
    desk.type("Thank Petya 30m")
    desk.key("Return", "Escape")
    wait_for(lambda: task(book) is not None, "the task")
    found = task(book)
    assert found is not None
    assert (found.due, found.effort) == (datetime.now().astimezone().date(), 0.5)

    desk.still()
    desk.click(*box(desk))
    wait_for(lambda: finished(book), "the tick")
    desk.key("ctrl+z")
    wait_for(lambda: not finished(book), "undo")

    desk.close()
    desk.launch()
    desk.find("^Thank Petya", "list item", "regex")  # home was open last
    desk.key("ctrl+shift+z")
    wait_for(lambda: finished(book), "redo after a restart")
    desk.click(*desk.point("^Thank Petya, (done, )?30 min", "list item", "regex"))
    desk.find("Board")  # the page of the tasks


def test_steps_lead_to_where_they_are_done(desk, book):
    desk.press("Open the calendar")
    desk.find("Calendar", "list")
    desk.press("Home")
    desk.press("Write the sentence")
    desk.find("Templates")
