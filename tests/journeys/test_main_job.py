"""From the first start to a plan that went out: a real window, a real mouse, real keys."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.journeys.desk import ROOT, Desk, wait_for

pytestmark = pytest.mark.journey
HOLIDAYS = Path(__file__).with_name("holidays.ics")


def told(desk: Desk, *words: str) -> str:
    """Ask the command line, beside the window."""
    command = [sys.executable, str(ROOT / "main.py"), *words]
    return subprocess.run(command, env=desk.env, capture_output=True, text=True, check=True, timeout=60).stdout


def everything(desk: Desk, book: Path) -> list[str]:
    """Return all that the command line tells of each occurrence."""
    found = json.loads(told(desk, "events", str(book), "--from", "2022-01-01", "--to", "2027-07-01", "--json"))
    return sorted(json.dumps(e, sort_keys=True) for e in found)


def events(desk: Desk, book: Path) -> list[tuple[str, ...]]:
    found = [json.loads(told) for told in everything(desk, book)]
    return sorted((e["uid"], e["title"], e["start"], e["end"], e["kind"], e["status"]) for e in found)


def days_of(desk: Desk, book: Path, title: str) -> list[str]:
    """Return the days of what is called so, without the messages that announce it."""
    found = [(name, start[:10]) for _, name, start, *_ in events(desk, book) if title in name]
    return sorted(day for name, day in found if f": {title}" not in name)


def chip(desk: Desk, name: str) -> tuple[float, float]:
    return desk.point(f"^{name}", "list item", "regex")


def day(desk: Desk, name: str) -> tuple[float, float]:
    """Return a free place near the lower right corner of a day."""
    x, y, width, height = desk.find(f"^{name}", "list", "regex")["rect"]
    return x + width * 0.7, y + height - 6


def choose_file(desk: Desk, file: Path) -> None:
    wait_for(lambda: desk.all("File", "", "contains"), "the dialog that asks for a file")
    desk.type(str(file))
    desk.key("Return")


@pytest.fixture
def book(desk: Desk) -> Path:
    """Start for the first time, with nothing, and try the sample."""
    desk.launch()
    desk.press("Try the sample")
    desk.find("Calendar", "list")
    return next((desk.home / "data").rglob("*.sedyanka"))


def test_a_first_start_leads_to_a_plan_that_goes_out_and_is_still_there_tomorrow(desk, book):
    sample = everything(desk, book)
    import_holidays(desk, book)
    fit_the_quarter(desk, book)
    move_series(desk, book)
    end = everything(desk, book)

    steps = undo_all(desk)
    assert steps == 7  # the import, three drags of single events, three of series
    assert everything(desk, book) == sample
    for _ in range(steps):
        desk.key("ctrl+shift+z")
    wait_for(lambda: everything(desk, book) == end, "everything to be done again")

    take_out(desk)
    assert desk.close() == 0
    desk.launch()
    desk.find("^AMA with founders, Thu 18 March", "list item", "regex")
    assert everything(desk, book) == end


def undo_all(desk: Desk) -> int:
    """Take back one step after the other, the first with the mouse, until none is offered; return how many."""
    last = desk.find("^Undo: ", "push button", "regex")["name"]
    desk.press(last, "push button")
    for steps in range(1, 30):
        wait_for(lambda: not desk.all(last, "push button"), f"{last!r} to be taken back")  # noqa: B023 called at once
        offered = desk.all("^Undo: ", "push button", "regex")
        if not offered:
            return steps
        last = offered[0]["name"]
        desk.key("ctrl+z")
    raise AssertionError("undo has no end")


def import_holidays(desk: Desk, book: Path) -> None:
    desk.key("ctrl+i")
    choose_file(desk, HOLIDAYS)
    desk.find("Import 3", "", "contains")
    desk.key("Return")
    wait_for(lambda: days_of(desk, book, "Women's Day"), "the imported events")


def fit_the_quarter(desk: Desk, book: Path) -> None:
    """Drag an event to another week, once in vain, a tactic from the palette, and the end of a challenge."""
    before = events(desk, book)
    desk.drag(chip(desk, "AMA with founders"), day(desk, "Thursday 18 March"), escape=True)
    assert events(desk, book) == before

    desk.drag(chip(desk, "AMA with founders"), day(desk, "Thursday 18 March"))
    assert days_of(desk, book, "AMA with founders") == ["2027-03-18"]

    desk.drag(chip(desk, "Product demo"), day(desk, "Wednesday 17 March"))
    assert days_of(desk, book, "Product demo") == ["2027-03-17"]
    messages = [start[:10] for _, name, start, *_ in events(desk, book) if ": Product demo" in name]
    assert "2027-03-12" in messages  # what announces it came with it
    assert "2027-03-24" in messages  # and what thanks for it

    x, y, width, height = desk.find("^7-day tidy calendar challenge", "list item", "regex")["rect"]
    desk.drag((x + width - 3, y + height / 2), day(desk, "Friday 26 March"))
    assert [e[2:4] for e in events(desk, book) if "7-day" in e[1]] == [("2027-03-22", "2027-03-27")]


def move_series(desk: Desk, book: Path) -> None:
    """Move three series, each with another answer to how much of it is meant."""
    before = days_of(desk, book, "Weekly prompt")
    desk.drag(chip(desk, "Weekly prompt, Tue 6 April"), day(desk, "Wednesday 7 April"))
    desk.find("Only this", "", "contains")
    desk.key("1")
    assert set(before) ^ set(days_of(desk, book, "Weekly prompt")) == {"2027-04-06", "2027-04-07"}

    desk.drag(chip(desk, "Weekly prompt, Tue 13 April"), day(desk, "Thursday 15 April"))
    desk.find("Only this", "", "contains")
    desk.key("2")
    assert "2027-04-22" in days_of(desk, book, "Weekly prompt")

    desk.drag(chip(desk, "Welcome triage, Mon 15 March"), day(desk, "Tuesday 16 March"))
    desk.find("Only this", "", "contains")
    desk.key("3")
    assert "2027-03-02" in days_of(desk, book, "Welcome triage")


def take_out(desk: Desk) -> None:
    export(desk, "PDF", desk.home / "plan.pdf")
    export(desk, "ICS", desk.home / "plan.ics")
    names = {str(event["SUMMARY"]) for event in Calendar.from_ical((desk.home / "plan.ics").read_bytes()).events}
    assert {"AMA with founders", "Product demo"} <= names
    if shutil.which("pdftotext"):
        paper = subprocess.run(["pdftotext", str(desk.home / "plan.pdf"), "-"], capture_output=True, check=True)
        assert "AMA with founders" in paper.stdout.decode()


def export(desk: Desk, kind: str, file: Path) -> None:
    desk.key("ctrl+e")
    desk.press(kind, "check box")
    desk.still()
    desk.press(f"Save {kind}…", "push button")
    choose_file(desk, file)
    wait_for(file.exists, f"{file.name} to be written", 40)
    desk.press("Close", "push button")
