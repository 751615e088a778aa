import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from app.calendar.editing import edit
from app.calendar.event import Event, MessageStatus
from app.plans.audience import Audience
from app.plans.plan_text import PlanText
from tests.on_desk import PageOnDesk
from widgets.common.drag_data import keys_data
from widgets.plans.page import COMMUNICATION

AMA = ("ama", "")


@pytest.fixture
def tab(page, store):
    edit(store, AMA, message=MessageStatus.DRAFT, personas=("new",))
    page.open_tab(COMMUNICATION)
    return page.tab


def column(tab, status):
    return tab.board.lists[status]


def test_a_card_that_is_dropped_on_another_column_changes_the_event(tab, store):
    data = keys_data([AMA])
    there = column(tab, MessageStatus.SENT)

    there.dropEvent(
        QDropEvent(
            QPointF(20, 20), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )

    assert store.of(Event).get("ama").message is MessageStatus.SENT
    assert there.rows.row_of(AMA) >= 0
    store.undo()
    assert column(tab, MessageStatus.DRAFT).rows.row_of(AMA) >= 0


def test_a_card_goes_on_by_key_and_keeps_the_keyboard(tab, store):
    column(tab, MessageStatus.DRAFT).go_to(AMA)

    for status in (MessageStatus.PLANNED, MessageStatus.SENT):
        there = next(it for it in tab.board.lists.values() if it.hasFocus())
        QTest.keyClick(there, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        assert store.of(Event).get("ama").message is status


def test_enter_opens_the_event_in_the_calendar(page, tab):
    column(tab, MessageStatus.DRAFT).go_to(AMA)
    QTest.keyClick(column(tab, MessageStatus.DRAFT), Qt.Key.Key_Return)

    assert PageOnDesk.gone(page) == [("calendar", "ama")]


def test_a_new_message_is_an_event_for_the_chosen_audience(page, tab, store):
    page.show_thing("newcomers")
    tab.new_message.click()

    made = store.of(Event).get(PageOnDesk.gone(page)[0][1])
    assert (made.message, made.personas, made.channel) == (MessageStatus.DRAFT, ("new",), "forum")


def test_an_audience_is_written_filters_its_messages_and_is_deleted(page, tab, store):
    page.show_thing("manager")
    assert column(tab, MessageStatus.DRAFT).rows.rowCount() == 0
    tab.fields.frequency.field.setFocus()
    QTest.keyClicks(tab.fields.frequency.field, "Monthly")
    tab.flush()
    assert store.of(Audience).get("manager").frequency == "Monthly"

    tab.list.deleted.emit("manager")
    assert "manager" not in page.bench.plans.audiences
    assert column(tab, MessageStatus.DRAFT).rows.row_of(AMA) >= 0


def test_what_is_said_to_everybody_is_written_and_found_again(page, tab, store):
    field = tab.words.fields["rhythm"].field
    field.setFocus()
    QTest.keyClicks(field, "Two a week")
    tab.flush()

    text = next(iter(store.of(PlanText).where(plan="communication", part="rhythm")))
    assert text.text == "Two a week"
    page.show_thing("manager")
    page.show_thing(text.id)
    assert field.hasFocus()
