"""A persona in the real window: written from the blank, compared, a gap of it filled, an idea dropped on a day."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.calendar.event import Event
from app.personas.snapshot import Personas
from app.playbook.link import ANSWERS, Link
from storage.store import SqlStore
from tests.house.source import ROOT
from tests.journeys.desk import Desk, wait_for
from tests.journeys.undoing import undo_restart_redo
from tests.storage.making import everything

pytestmark = pytest.mark.journey
NAME = "Late shift"


@pytest.fixture
def book(desk: Desk, tmp_path: Path) -> Path:
    """Open the sample on the page of personas."""
    file = tmp_path / "sample.sedyanka"
    subprocess.run([sys.executable, "main.py", "sample", str(file)], cwd=ROOT, env=desk.env, check=True)
    desk.launch(str(file))
    desk.press("Personas")
    desk.find("New persona", "push button")
    return file


def said(book: Path, key: str) -> list[str]:
    """Return what stands in a section of the persona, read beside the window."""
    store = SqlStore(book, read_only=True)
    try:
        known = Personas.read(store)
        whose = next((it.id for it in known.all.values() if it.name == NAME), "")
        return [
            card.text for it in known.sections.get(whose, ()) if it.key == key for card in known.cards.get(it.id, ())
        ]
    finally:
        store.close()


def planned(book: Path) -> list[Event]:
    """Return the events that answer a card of the persona."""
    store = SqlStore(book, read_only=True)
    try:
        known = Personas.read(store)
        whose = next((it.id for it in known.all.values() if it.name == NAME), "")
        cards = {it.id for it in known.cards_of(whose)}
        links = [it for it in store.of(Link).where(role=ANSWERS, to_kind="event") if it.from_id in cards]
        return list(store.of(Event).some(it.to_id for it in links))
    finally:
        store.close()


def write_from_blank(desk: Desk, book: Path) -> None:
    desk.press("New persona", "push button")
    desk.find("Name of the persona", "text")
    desk.type(NAME)
    desk.key("Return")
    for section, texts in (("Blockers", ["Afraid to ask basic things in public"]), ("Behaviours", ["Reads at night"])):
        desk.still()
        desk.press(f"Add to ‘{section}’", "push button")
        for text in texts:
            desk.type(text)
            desk.key("Return")
        desk.key("Escape")
    wait_for(lambda: said(book, "behaviours") == ["Reads at night"], "what was written")


def test_a_persona_is_written_compared_and_served(desk, book):
    before = everything(book)
    write_from_blank(desk, book)
    assert said(book, "blockers") == ["Afraid to ask basic things in public"]

    desk.key("ctrl+2")
    desk.press("Choose personas to compare", "push button")
    desk.still()
    desk.key("Up", "space", "Escape")  # menus are not among what can be asked for by name: the last one is ticked
    desk.still()
    desk.press("^Afraid to ask basic things in public, 3 of", "", "regex")
    desk.find("Shared by", "label", "contains")

    desk.press("Nothing in ‘Motivations’", "", "contains")
    desk.press("Write it…", "push button")
    desk.type("Be seen as a fair planner by the team")
    desk.key("Return", "Escape")
    wait_for(lambda: said(book, "motivations"), "the gap to be filled")

    desk.key("ctrl+2")
    desk.move(*desk.point("^Nothing in ‘Profile’", "", "regex"))
    desk.run("xdotool", "click", "--repeat", "25", "--delay", "30", "5")
    desk.still()
    desk.press("Nothing answers ‘Afraid to ask basic things in public’", "", "contains")
    desk.still()
    x, y, _, _ = desk.find("^Plan ‘", "push button", "regex")["rect"]
    rail = desk.point("Calendar")
    desk.move(x - 60, y + 10)
    desk.run("xdotool", "mousedown", "1")
    desk.move(*rail, steps=25)
    time.sleep(1)
    desk.move(*desk.point("^Wednesday 7 April", "list", "regex"), steps=25)
    time.sleep(0.4)
    desk.run("xdotool", "mouseup", "1")
    wait_for(lambda: len(planned(book)) == 1, "the idea on its day")
    (event,) = planned(book)
    assert (event.day.isoformat(), len(event.personas)) == ("2027-04-07", 1)

    assert everything(book) != before
    undo_restart_redo(desk, book, before, lambda: desk.find("Calendar", "list"))
