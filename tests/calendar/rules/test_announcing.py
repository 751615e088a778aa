"""A tactic on a day brings its messages as drafts, which go with the event until they are sent."""

from datetime import date

import pytest

from app.calendar import actions
from app.calendar.adding import copy
from app.calendar.announcing import drafts_of
from app.calendar.event import Event, MessageStatus, Status
from app.calendar.kind import Kind
from app.message import say
from app.tactics.message import TacticMessage
from app.tactics.tactic import Tactic

DAY = date(2027, 4, 15)
TEXTS = (("bg", "Ела"), ("en", "Come, {name}"))


@pytest.fixture
def book(store):
    with store.change(say("step.add", title="it")):
        store.of(Kind).save([Kind("other", "Other", "ops", "circle", key="other")])
        store.of(Tactic).save([Tactic("t1", "AMA", "ama", prep=1.5, personas=("new",), owner="mila", stage="act")])
        store.of(TacticMessage).save([
            TacticMessage("m1", "t1", "Announcement", -7, "forum", TEXTS, 0),
            TacticMessage("m2", "t1", "Summary for all", 1, "chat", (), 1),
        ])  # fmt: skip
    return store


def messages(store, event):
    return sorted(drafts_of(store, [event]), key=lambda it: (it.day, it.title))


def days(store, event):
    return [it.day for it in messages(store, event)]


def test_messages_lie_on_their_days_as_drafts_for_whom_the_event_is_and_cost_no_hours_again(book):
    event = actions.add_from_tactic(book, "t1", DAY)

    first, last = messages(book, event)
    assert (first.title, first.day, first.channel, first.message) == (
        "Announcement: AMA", date(2027, 4, 8), "forum", MessageStatus.DRAFT,
    )  # fmt: skip
    assert (first.public_text, first.personas, first.owner, first.stage) == (TEXTS, ("new",), "mila", "act")
    assert (first.kind, first.effort, first.status, first.tactic) == ("other", 0, Status.PLANNED, "")
    assert (first.short, last.short, last.day) == ("Announcement", "", date(2027, 4, 16))

    book.undo()
    assert book.of(Event).count() == 0


def test_what_should_have_been_said_before_today_is_said_today(book):
    today = book.now().date()

    event = actions.add_from_tactic(book, "t1", today)

    assert days(book, event) == [today, date.fromordinal(today.toordinal() + 1)]


def test_from_the_backlog_they_come_when_the_event_gets_its_day_and_only_once(book):
    planned, edited = (actions.add_from_tactic(book, "t1", None) for _ in range(2))
    assert messages(book, planned) == []

    actions.plan_event(book, planned, DAY)
    actions.edit(book, (edited, ""), day=DAY)
    assert days(book, planned) == days(book, edited) == [date(2027, 4, 8), date(2027, 4, 16)]


def test_in_the_backlog_only_what_was_written_waits_and_the_rest_comes_again(book):
    event = actions.add_from_tactic(book, "t1", DAY)
    actions.edit(book, (messages(book, event)[0].id, ""), public_text=(("en", "Come on Thursday"),))

    actions.to_backlog(book, [(event, "")])
    assert [it.public_text for it in messages(book, event)] == [(("en", "Come on Thursday"),)]

    actions.plan_event(book, event, date(2027, 4, 22))
    assert days(book, event) == [date(2027, 4, 8), date(2027, 4, 23)]


@pytest.mark.parametrize(
    "move",
    [
        lambda store, event: actions.move(store, [(event, "")], 2),
        lambda store, event: actions.move_to(store, [(event, "")], date(2027, 4, 17)),
        lambda store, event: actions.edit(store, (event, ""), day=date(2027, 4, 17)),
        lambda store, event: actions.move(store, [(event, ""), (messages(store, event)[0].id, "")], 2),
    ],
)
def test_they_go_as_many_days_as_the_event_and_once(book, move):
    event = actions.add_from_tactic(book, "t1", DAY)

    move(book, event)

    assert days(book, event) == [date(2027, 4, 10), date(2027, 4, 18)]
    book.undo()
    assert days(book, event) == [date(2027, 4, 8), date(2027, 4, 16)]


def test_what_was_sent_stays_where_it_was_sent_and_when_the_event_goes(book):
    event = actions.add_from_tactic(book, "t1", DAY)
    sent = messages(book, event)[0].id
    actions.edit(book, (sent, ""), message=MessageStatus.SENT)

    actions.move(book, [(event, "")], 2)
    assert book.of(Event).get(sent).day == date(2027, 4, 8)
    actions.delete(book, [(event, "")])

    assert [it.id for it in book.of(Event).all()] == [sent]


def test_a_copy_has_no_part_in_the_messages_of_the_first(book):
    event = actions.add_from_tactic(book, "t1", DAY)

    ((other, _),) = copy(book, [(event, "")], 7)
    actions.delete(book, [(other, "")])

    assert days(book, event) == [date(2027, 4, 8), date(2027, 4, 16)]
