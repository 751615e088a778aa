"""A guide in the real window: begun, hours painted, a second strike given, handed over, and searched in a browser."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import pytest

from app.guide.coverage import Duty
from app.guide.incident import Incident
from app.guide.incident_answer import deadline, promise_of
from app.guide.incident_log import Log
from app.guide.role import GuideRole
from app.guide.snapshot import Guide
from app.guide.strikes import StrikeLevel
from app.members.member import Member
from storage.store import SqlStore
from tests.guide.handover.browser import Browser, found
from tests.journeys.desk import Desk, wait_for
from tests.journeys.undoing import undo_restart_redo
from tests.storage.making import everything

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(not found(), reason="what is handed over is searched in chromium-headless-shell"),
]
T = TypeVar("T")
SCENARIO = "Advertising and self-promotion"
SATURDAY = 5


@pytest.fixture
def book(desk: Desk) -> Path:
    """Start for the first time with an empty playbook, and go to the guide."""
    desk.launch()
    desk.press("Start empty")
    desk.find("Calendar", "list")
    desk.press("Guide")
    desk.find("Start from a ready guide", "push button")
    return next((desk.home / "data").rglob("*.sedyanka"))


def all_of(book: Path, kind: type[T]) -> Sequence[T]:
    """Return what there is of a kind, read beside the window."""
    store = SqlStore(book, read_only=True)
    try:
        return list(store.of(kind).all())
    finally:
        store.close()


def saturdays(book: Path) -> list[tuple[str, int, int]]:
    """Return who is there on Saturdays, and when."""
    roles = {role.id: role.name for role in all_of(book, GuideRole)}
    return [(roles[it.role], it.start, it.end) for it in all_of(book, Duty) if it.weekday == SATURDAY]


def begin(desk: Desk, book: Path) -> None:
    desk.menu("Start from a ready guide")
    desk.key("Down", "Return")
    desk.find("^Coverage, ", "list item", "regex")
    assert saturdays(book) == []


def gaps(desk: Desk) -> list[str]:
    return [line.split(" nobody ")[0] for line in desk.find(" nobody for ", "", "contains")["name"].splitlines()]


def paint(desk: Desk, book: Path) -> None:
    """Let helpers be there on Saturdays from 10 to 20 hours, by dragging; the first time in vain."""
    desk.press("^Coverage, wants a look", "list item", "regex")
    desk.press("Paint hours of Helpers", "check box")
    desk.find("Hours of the week, painting for Helpers", "table")
    desk.still()
    assert "Sat 08:00–21:00" in gaps(desk)
    first, last = (desk.point(f"^Saturday {hours}", "table cell", "regex") for hours in ("10:00–10:30", "19:30–20:00"))
    desk.drag(first, last, escape=True)
    assert saturdays(book) == []

    desk.drag(first, last)
    wait_for(lambda: saturdays(book) == [("Helpers", 600, 1200)], "hours on Saturday")
    wait_for(lambda: gaps(desk)[0] == "Mon, Wed, Sat 20:00–21:00", "the gap that is left")


def strikes(book: Path) -> list[tuple[str, str]]:
    """Return to whom strikes were given, and of which level."""
    names = {it.id: it.name for it in (*all_of(book, Member), *all_of(book, StrikeLevel))}
    given = sorted((it for it in all_of(book, Incident) if it.level), key=lambda it: it.created)
    return [(names[it.member], names[it.level]) for it in given]


def log(desk: Desk, severity: str, who: str) -> None:
    """Write down that somebody advertised."""
    desk.press("Log an incident", "push button")
    desk.menu("None", "combo box")
    desk.still()
    desk.press(SCENARIO, "list item")
    desk.find(SCENARIO, "combo box")
    desk.still()
    desk.press(severity, "check box")
    desk.press("Member", "text")
    desk.type(who)
    desk.key("Return")


def strike_twice(desk: Desk, book: Path) -> None:
    desk.press("Incidents", "list item")
    log(desk, "Low", "Rumi K.")
    desk.press("Give: Coach", "push button")
    desk.find("^Coach, counts until ", "label", "regex")
    log(desk, "Medium", "rumi")
    desk.find("1 strike counts already.", "label")
    desk.still()
    desk.press("Give: Warn", "push button")
    desk.find("^Warn, counts until ", "label", "regex")
    assert strikes(book) == [("Rumi K.", "Coach"), ("Rumi K.", "Warn")]


def follow_up(desk: Desk, book: Path) -> None:
    """Make the task of the second incident; it is due when the matrix promises, and leads to the page of tasks."""
    desk.still()
    offer = desk.find("^Make a follow-up task, due ", "push button", "regex")["name"]
    desk.press(offer, "push button")
    named = f"Follow up: {SCENARIO} – Rumi K., due {offer.removeprefix('Make a follow-up task, due ')}"
    desk.find(named, "push button")
    store = SqlStore(book, read_only=True)
    try:
        guide = Guide.read(store)
        ((incident, (task,)),) = Log.of(guide, store).follow_ups.items()
        warned = guide.get(Incident, incident)
        promise = promise_of(guide, warned)
    finally:
        store.close()
    assert (promise.within, promise.strike) == (8 * 60, True)
    assert (task.due, task.due_at) == deadline(warned, 8 * 60)
    desk.still()
    desk.press(named, "push button")
    desk.find(f"^Follow up: {SCENARIO}", "list item", "regex")


def hand_over(desk: Desk, file: Path) -> None:
    desk.press("Guide")
    desk.press("Hand over the guide…", "push button")
    desk.press("Page", "check box")
    desk.find("One file, nothing beside it", "label")
    desk.press("Save page…", "push button")
    desk.find("File name:", "", "contains")
    desk.type(str(file))
    desk.key("Return")
    wait_for(file.exists, f"{file.name} to be written", 40)


def search(file: Path, home: Path) -> None:
    """Find in a browser what the guide says, but nobody of the log."""
    with Browser(home) as browser:
        browser.open(file)
        sections = "Array.from(document.querySelectorAll('main > section')).filter(it => it.offsetParent).length"
        everything = browser.ask(sections)
        browser.ask("document.getElementById('search').focus()")
        browser.type("room for offers")
        browser.wait("document.querySelectorAll('mark').length > 0")
        assert browser.ask("document.getElementById('found').textContent").startswith("Places found: ")
        assert 0 < browser.ask(sections) < everything
        browser.ask("document.getElementById('search').value = ''")
        browser.type("Rumi")
        browser.wait("document.getElementById('found').textContent === 'Nothing found'")
        assert [it for it in browser.asked if it != file.as_uri()] == []


def test_a_guide_is_begun_painted_kept_handed_over_and_searched(desk, book, tmp_path):
    before = everything(book)
    begin(desk, book)
    paint(desk, book)
    strike_twice(desk, book)
    follow_up(desk, book)
    hand_over(desk, tmp_path / "guide.html")
    search(tmp_path / "guide.html", tmp_path / "browser")

    undo_restart_redo(desk, book, before, lambda: desk.find("Start from a ready guide", "push button"))
