from datetime import date

import pytest

from app.calendar.editing import edit
from app.calendar.event import Event, MessageStatus, Override, Scope
from app.plans import editing
from app.plans.audience import Audience
from app.plans.messages import AUDIENCE, CHANNEL, PERSONA, batches, messages, put_in_status
from app.plans.snapshot import Plans

FIRST, LAST = date(2027, 3, 1), date(2027, 5, 29)
AMA, SECOND = ("ama", ""), ("prompt", "2027-03-09")


@pytest.fixture
def plans(store):
    edit(store, AMA, message=MessageStatus.DRAFT, personas=("new",), channel="zoom")
    edit(store, ("prompt", "2027-03-02"), Scope.ALL, message=MessageStatus.PLANNED, channel="zoom")
    return Plans.read(store)


def grouped(plans, by):
    return [(it.name, len(it.messages)) for it in batches(plans, messages(plans, FIRST, LAST), by)]


def test_a_message_is_for_the_audience_of_its_persona_else_for_that_of_its_channel(plans):
    assert grouped(plans, AUDIENCE) == [("Newcomers", 1), ("My manager", 6)]
    assert grouped(plans, PERSONA) == [("Newcomers", 1), ("", 6)]
    assert grouped(plans, CHANNEL) == [("Zoom", 7)]


def test_what_says_nothing_is_no_message(store, plans):
    edit(store, AMA, message=MessageStatus.NONE)

    assert {it.event.id for it in messages(Plans.read(store), FIRST, LAST)} == {"prompt"}


def test_one_occurrence_of_a_series_is_sent_and_the_others_stay_planned(store, plans):
    put_in_status(store, [SECOND, AMA], MessageStatus.SENT)

    found = {it.key: it.event.message for it in messages(Plans.read(store), FIRST, LAST)}
    assert [key for key, status in found.items() if status is MessageStatus.SENT] == [SECOND, AMA]
    assert store.of(Event).count() == 3

    store.undo()
    assert store.of(Override).count() == 0
    assert store.of(Event).get("ama").message is MessageStatus.DRAFT


def test_an_audience_that_is_deleted_leaves_its_messages_to_nobody(store, plans):
    editing.delete(store, Audience, "newcomers")

    assert grouped(Plans.read(store), AUDIENCE) == [("My manager", 7)]
