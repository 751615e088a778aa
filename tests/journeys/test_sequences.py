"""A welcome campaign in the real window: begun for three people, led through four days, one paused, one stopped."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.members.member import Member
from app.workflows.enrolment import Delivery, Enrolment, Sending, Way
from app.workflows.sequence import SequenceStep
from storage.store import SqlStore
from tests.journeys.desk import Desk, wait_for
from tests.journeys.undoing import undo_restart_redo
from tests.storage.making import everything

pytestmark = pytest.mark.journey
TO_SEND = "Message to send: "
AYLIN, BORIS, RUMI = "Aylin D.", "Boris N.", "Rumi K."
WEDNESDAY, MONDAY, DAY_SEVEN, LAST = date(2027, 3, 10), date(2027, 3, 15), date(2027, 3, 17), date(2027, 3, 22)
HELLO, QUESTION, PICK, EVENT = (
    "Warm hello",
    "A question on day 3",
    "Pick one thing to try",
    "Invitation to a live event",
)


@pytest.fixture
def book(desk: Desk) -> Path:
    """Start for the first time, on a Wednesday, with an empty playbook, and go to the workflows."""
    desk.launch(day=WEDNESDAY)
    desk.press("Start empty")
    desk.find("Calendar", "list")
    desk.press("Workflows")
    desk.find("Start the sequence…", "push button")
    return next((desk.home / "data").rglob("*.sedyanka"))


def sendings(book: Path, who: str) -> dict[str, tuple[Sending, date]]:
    """Return what became of the messages to somebody that are not just waiting for an earlier one."""
    store = SqlStore(book, read_only=True)
    try:
        names = {it.id: it.name for it in (*store.of(Member).all(), *store.of(SequenceStep).all())}
        runs = {run.id for run in store.of(Enrolment).all() if names[run.member] == who}
        mine = [it for it in store.of(Delivery).all() if it.enrolment in runs]
        return {names[it.step]: (it.sending, it.due) for it in mine if it.task or it.sending is not Sending.WAITING}
    finally:
        store.close()


def way(book: Path, who: str) -> Way:
    store = SqlStore(book, read_only=True)
    try:
        member = next(it.id for it in store.of(Member).all() if it.name == who)
        return next(run.way for run in store.of(Enrolment).all() if run.member == member)
    finally:
        store.close()


def due_at_home(desk: Desk) -> list[str]:
    """Return which messages wait on Home to be sent."""
    desk.press("Home", "check box")
    desk.find("Add a task", "text")
    desk.still()
    found = desk.all("^" + TO_SEND, "list item", "regex")
    return sorted(it["name"].removeprefix(TO_SEND).split(", ")[0] for it in found)


def begin(desk: Desk) -> None:
    """Start it for three people whom nobody knew yet."""
    desk.press("Start the sequence…", "push button")
    desk.find("Add people", "text")
    desk.still()
    for name in (RUMI, AYLIN, BORIS):
        desk.type(name)
        desk.key("Return")
        desk.find(f"Remove {name}", "push button")
    desk.press("Start for 3 people", "push button")
    desk.find("Due today 3", "page tab")


def send(desk: Desk, book: Path, who: str, step: str) -> None:
    desk.still()
    desk.press(f"Mark sent: {who}", "push button")
    wait_for(lambda: sendings(book, who)[step][0] is Sending.SENT, f"‘{step}’ to be sent to {who}")


def tick_at_home(desk: Desk, book: Path, who: str, step: str) -> None:
    x, y, _, height = desk.find(f"^{TO_SEND}{step} · {who}", "list item", "regex")["rect"]
    desk.click(x + 22, y + height / 2)
    wait_for(lambda: sendings(book, who)[step][0] is Sending.SENT, f"‘{step}’ to be ticked for {who}")


def open_workflows(desk: Desk, day: date) -> list[str]:
    """Close the window and open it on another day; return what stood on Home."""
    assert desk.close() == 0
    desk.launch(day=day)
    desk.find("Home", "check box")
    due = due_at_home(desk)
    desk.press("Workflows")
    desk.find("Start the sequence…", "push button")
    return due


def turn(desk: Desk, book: Path, who: str, what: str, then: Way) -> None:
    """Pause somebody, let them go on, or stop, among all who are on their way."""
    desk.press("^People ", "page tab", "regex")
    desk.still()
    desk.press(f"^{who}, ", "list item", "regex")
    desk.press(what, "push button")
    wait_for(lambda: way(book, who) is then, f"{who} to be {then}")
    desk.press("^Due today ", "page tab", "regex")


def test_a_welcome_goes_through_four_days_with_three_people(desk, book):
    before = everything(book)
    begin(desk)
    assert due_at_home(desk) == [f"{HELLO} · {it}" for it in (AYLIN, BORIS, RUMI)]
    tick_at_home(desk, book, RUMI, HELLO)
    desk.press("Workflows")
    desk.find("Due today 2", "page tab")
    desk.press(f"Copy: {AYLIN}", "push button")
    desk.find(f"Copied: {AYLIN}", "push button")
    send(desk, book, AYLIN, HELLO)
    send(desk, book, BORIS, HELLO)
    desk.find("Nothing is due today.", "label")
    assert sendings(book, AYLIN) == {HELLO: (Sending.SENT, WEDNESDAY), QUESTION: (Sending.WAITING, MONDAY)}

    assert open_workflows(desk, MONDAY) == [f"{QUESTION} · {it}" for it in (AYLIN, BORIS, RUMI)]
    send(desk, book, AYLIN, QUESTION)
    desk.still()
    desk.press(f"Skip this message: {BORIS}", "push button")
    wait_for(lambda: sendings(book, BORIS)[QUESTION][0] is Sending.SKIPPED, "the message to be left out")
    turn(desk, book, RUMI, "Pause", Way.PAUSED)
    desk.find("Nothing is due today.", "label")
    assert QUESTION not in sendings(book, RUMI)

    assert open_workflows(desk, DAY_SEVEN) == [f"{PICK} · {it}" for it in (AYLIN, BORIS)]
    turn(desk, book, BORIS, "Stop", Way.STOPPED)
    turn(desk, book, RUMI, "Go on", Way.ACTIVE)
    assert sendings(book, RUMI)[QUESTION] == (Sending.WAITING, DAY_SEVEN)
    send(desk, book, AYLIN, PICK)
    send(desk, book, RUMI, QUESTION)
    assert set(sendings(book, BORIS)) == {HELLO, QUESTION}

    assert open_workflows(desk, LAST) == [f"{EVENT} · {AYLIN}", f"{PICK} · {RUMI}"]
    send(desk, book, AYLIN, EVENT)
    send(desk, book, RUMI, PICK)
    desk.find("Nothing is due today.", "label")

    undo_restart_redo(desk, book, before, lambda: desk.find("Start the sequence…", "push button"), LAST)
