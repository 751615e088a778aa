"""Messages that are due stand on Home as messages: copied there, and ticked when they are sent."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.members.member import Member
from app.message import say
from app.workflows.enrolment import Delivery, Sending
from app.workflows.running import start
from app.workflows.sequence import Sequence, SequenceStep
from tests.calendar.page.builders import mar
from widgets.home.painting import copy_of
from widgets.home.rows import MessageLine, SectionRow


@pytest.fixture
def due(setup):
    store = setup.store
    with store.change(say("step.add", title="it")):
        store.of(Member).save([Member("mila", "Mila D.")])
        store.of(Sequence).save([Sequence("welcome", "Welcome")])
        store.of(SequenceStep).save([
            SequenceStep("hello", "welcome", "Hello", 0, 0, texts=(("en", "Hi {name}, good that you are here."),)),
            SequenceStep("ask", "welcome", "Ask", 3, 1, texts=(("en", "How is it?"),)),
        ])  # fmt: skip
    start(store, "welcome", ["mila"], mar(10))
    return setup.page.tasks.card.list


def lines(shown):
    return [row for row in shown.rows.rows() if isinstance(row, MessageLine)]


def test_a_message_stands_by_itself_and_not_among_the_tasks(due):
    (line,) = lines(due)

    assert (line.title, line.detail, line.goal) == (
        "Hello · Mila D.", "Hi Mila, good that you are here.", ("workflows", "welcome"),
    )  # fmt: skip
    heads = [row.text for row in due.rows.rows() if isinstance(row, SectionRow)]
    assert heads[0] == "MESSAGES TO SEND · 1"
    assert [row.key for row in due.rows.rows()].count(line.key) == 1


def test_it_is_copied_by_its_button_and_by_key_and_ticked_when_it_is_sent(due, setup):
    row = setup.row(due, lines(due)[0].key)
    place = copy_of(due.visualRect(due.rows.index(row, 0))).center()
    QTest.mouseClick(due.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert QGuiApplication.clipboard().text() == "Hi Mila, good that you are here."
    assert lines(due)[0].copied
    assert setup.asked.told == [say("home.messages.told")]
    assert setup.asked.gone == []
    QGuiApplication.clipboard().clear()
    next(it for it in setup.page.page_actions() if it.id == "home_message").handler()
    assert QGuiApplication.clipboard().text() == "Hi Mila, good that you are here."

    setup.click(due, lines(due)[0].key, box=True)
    assert {it.sending for it in setup.store.of(Delivery).where(step="hello")} == {Sending.SENT}
    assert lines(due) == []
    assert not next(it for it in setup.page.page_actions() if it.id == "home_message").enabled()
