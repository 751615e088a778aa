"""A rule in the real window: written as a sentence, dry-run, switched on, at work, undone; and nothing acts twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.tasks.task import Column, Task
from app.workflows.rule import Rule, RuleFiring
from app.workflows.rules.fired import Outcome
from storage.store import SqlStore
from tests.journeys.desk import Desk, wait_for
from tests.journeys.undoing import undo_restart_redo
from tests.storage.making import everything

pytestmark = pytest.mark.journey
WEDNESDAY, THURSDAY, FRIDAY = date(2027, 3, 10), date(2027, 3, 11), date(2027, 3, 12)
ASKED = "Ask again: Invite Petya"


@pytest.fixture
def book(desk: Desk) -> Path:
    """Start for the first time, on a Wednesday, with an empty playbook, and go to the tasks."""
    desk.launch(day=WEDNESDAY)
    desk.press("Start empty")
    desk.find("Calendar", "list")
    desk.press("Tasks")
    desk.find("Add a task", "text")
    return next((desk.home / "data").rglob("*.sedyanka"))


def where(book: Path) -> dict[str, str]:
    """Return in which column each task is, read beside the window."""
    store = SqlStore(book, read_only=True)
    try:
        columns = {column.id: column.key for column in store.of(Column).all()}
        found = sorted((task.title, columns[task.column]) for task in store.of(Task).all())
        assert len(found) == len(dict(found)), "a task is there twice"
        return dict(found)
    finally:
        store.close()


def due(book: Path, title: str) -> date | None:
    store = SqlStore(book, read_only=True)
    try:
        return next(task.due for task in store.of(Task).all() if task.title == title)
    finally:
        store.close()


def fired(book: Path) -> list[str]:
    """Return what came of the occasions on which a rule fired."""
    store = SqlStore(book, read_only=True)
    try:
        rules = {rule.id for rule in store.of(Rule).all()}
        return [row.outcome for row in store.of(RuleFiring).all() if row.rule in rules]
    finally:
        store.close()


def add(desk: Desk, *titles: str) -> None:
    desk.key("t")
    for title in titles:
        desk.type(title)
        desk.key("Return")
        desk.find(f"^{title}", "list item", "regex")
    desk.key("Escape")


def open_on(desk: Desk, day: date) -> None:
    """Close the window, and open it on another day with the tasks."""
    assert desk.close() == 0
    desk.launch(day=day)
    desk.find("^Call Nadya", "list item", "regex")


def let_wait(desk: Desk, book: Path, title: str) -> None:
    """Move a task that is to be done, by keys, to those that wait."""
    desk.still()
    desk.click(*desk.point(f"^{title}", "list item", "regex"))
    desk.key("alt+Right")
    wait_for(lambda: where(book)[title] == "doing", f"‘{title}’ in Doing")
    desk.key("alt+Right")
    wait_for(lambda: where(book)[title] == "waiting", f"‘{title}’ in Waiting")


def choose(desk: Desk, place: str, value: str) -> None:
    """Choose another value for a place of the sentence."""
    desk.still()
    desk.press(place, "push button")
    desk.find(value, "check box")
    desk.still()
    desk.press(value, "check box")
    desk.find(value, "push button")


def write(desk: Desk) -> None:
    """Write it down: when a task moves to Waiting, then create the task that asks again, due two days later."""
    desk.press("Workflows")
    desk.press("^Rules", "list item", "regex")
    desk.press("New rule", "push button")
    desk.find("a task is created", "push button")
    choose(desk, "a task is created", "a task moves")
    choose(desk, "any column", "Waiting")
    desk.still()
    desk.press("…", "push button")
    desk.type("Ask again: ")
    desk.press("Insert “Title”", "push button")
    desk.key("Return")
    desk.find("Ask again: Title", "push button")
    choose(desk, "the same day", "2 days later")


def try_out(desk: Desk, book: Path) -> None:
    before = where(book)
    desk.still()
    desk.press("Dry run", "push button")
    desk.find("Would have run once in the last 30 days", "label")
    desk.find("Call Nadya", "label")
    desk.find("Task “Ask again: Call Nadya”, due 12 Mar", "label")
    assert where(book) == before


def switch_on(desk: Desk, book: Path) -> None:
    desk.still()
    desk.press("Switch “New rule” on or off", "check box")
    desk.find("^On since 11 Mar", "label", "regex")
    assert fired(book) == []


def work(desk: Desk, book: Path) -> None:
    """Let a task wait, so that the rule acts on it; undo and redo of that act on nothing."""
    desk.press("Tasks")
    let_wait(desk, book, "Invite Petya")
    wait_for(lambda: ASKED in where(book), "the task that asks again")
    assert due(book, ASKED) == date(2027, 3, 13)
    desk.find(f"^{ASKED}", "list item", "regex")
    after = where(book)

    desk.key("ctrl+z")  # what the rule did
    wait_for(lambda: where(book) == {"Call Nadya": "waiting", "Invite Petya": "waiting"}, "the rule undone")
    desk.key("ctrl+z")  # what set it off
    wait_for(lambda: where(book)["Invite Petya"] == "doing", "the move undone")
    desk.key("ctrl+shift+z", "ctrl+shift+z")
    wait_for(lambda: where(book) == after, "all of it again")
    assert fired(book) == [Outcome.DONE]


def take_back(desk: Desk, book: Path) -> None:
    """Let the log take back what the rule did."""
    desk.press("Workflows")
    desk.press("New rule", "list item")
    desk.find(f"Created the task “{ASKED}”", "label")
    desk.still()
    desk.press("Undo", "push button")
    wait_for(lambda: ASKED not in where(book), "what the rule made to be gone")
    assert fired(book) == [Outcome.UNDONE]
    desk.press("Tasks")


def wait_again(desk: Desk, book: Path) -> None:
    """Let the same task wait again, on which the rule acts no more, and another one, on which it does."""
    desk.still()
    desk.click(*desk.point("^Invite Petya", "list item", "regex"))
    desk.key("alt+Left")
    wait_for(lambda: where(book)["Invite Petya"] == "doing", "the task to be in Doing")
    desk.key("alt+Right")
    wait_for(lambda: where(book)["Invite Petya"] == "waiting", "the task to wait again")
    add(desk, "Thank Rumi")
    let_wait(desk, book, "Thank Rumi")
    wait_for(lambda: "Ask again: Thank Rumi" in where(book), "the task that asks again")
    assert ASKED not in where(book)
    assert sorted(fired(book)) == [Outcome.DONE, Outcome.UNDONE]


def test_a_rule_is_written_tried_at_work_and_taken_back_and_acts_on_nothing_twice(desk, book):
    before = everything(book)
    add(desk, "Call Nadya", "Invite Petya")
    let_wait(desk, book, "Call Nadya")
    open_on(desk, THURSDAY)
    write(desk)
    try_out(desk, book)
    switch_on(desk, book)
    work(desk, book)
    open_on(desk, FRIDAY)
    take_back(desk, book)
    wait_again(desk, book)

    undo_restart_redo(desk, book, before, lambda: desk.find("Add a task", "text"), FRIDAY)
    assert sorted(fired(book)) == [Outcome.DONE, Outcome.UNDONE]
