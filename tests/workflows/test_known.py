"""Blanks of messages are filled where the playbook knows what belongs there, and asked for where it does not."""

from datetime import date, time, timedelta

import pytest

from app.calendar.event import Event
from app.calendar.kind import Kind
from app.members.member import Member
from app.message import say
from app.workflows.enrolment import Delivery
from app.workflows.filling import written_day
from app.workflows.pipeline import Pipeline, PipelineEntry
from app.workflows.running import start
from app.workflows.sending import mark_sent
from app.workflows.sequence import Sequence, SequenceStep
from app.workflows.snapshot import Workflows
from tests.workflows.sequence_builders import WEDNESDAY, delivery, fill

MEET = "On {date} we meet: {link}. Come, {name}?"


@pytest.fixture
def book(store):
    fill(store)
    keep(
        store,
        Kind("live", "Live", "live", "mic", live=True),
        Event("past", "AMA", "live", date(2027, 3, 9), time(17), 45, link="https://old.example"),
        Event("ama", "AMA", "live", date(2027, 3, 18), time(17), 45, link="https://meet.example"),
        Event("thread", "Thread", "post", date(2027, 3, 11), link="https://thread.example"),
        SequenceStep("hello", "welcome", "Hello", 0, 0, texts=(("en", MEET),)),
        SequenceStep("ask", "welcome", "Ask", 3, 1, texts=(("en", "Kept until {date}. {next_step}"),)),
        SequenceStep("how", "welcome", "How?", 7, 2, texts=(("en", "Until {date}, see {link}"),)),
    )
    return store


def keep(store, *things):
    with store.change(say("step.add", title="it")):
        for thing in things:
            store.of(type(thing)).save([thing])


def dues(store):
    return {it.step.id: it.text for it in Workflows.read(store).due(until=WEDNESDAY + timedelta(days=60))}


def test_an_invitation_names_the_next_live_event_and_its_address(book):
    start(book, "welcome", ["petya"], WEDNESDAY)

    assert dues(book) == {"hello": "On Thursday 18 March, 17:00 we meet: https://meet.example. Come, Petya?"}


def test_it_follows_the_event_when_that_is_moved(book):
    start(book, "welcome", ["petya"], WEDNESDAY)
    flows = Workflows.read(book)

    keep(book, Event("ama", "AMA", "live", date(2027, 3, 19), time(18), 45, link="https://meet.example"))
    assert flows.refresh(book, {Event: {"ama"}})

    assert flows.due()[0].text.startswith("On Friday 19 March, 18:00")


def test_other_days_are_those_of_the_next_message_and_what_nobody_knows_stays_open(book):
    (run,) = start(book, "welcome", ["petya"], WEDNESDAY)

    mark_sent(book, [delivery(book, run, "hello").id])
    assert dues(book) == {"ask": "Kept until Wednesday 17 March. {next_step}"}
    assert delivery(book, run, "hello").text.startswith("On Thursday 18 March")


def test_what_is_left_open_is_asked_for_and_written_into_the_messages_of_the_run(book):
    keep(book, Event("ama", "AMA", "live", date(2027, 3, 18), time(17), 45))
    flows = Workflows.read(book)
    asked = [(step.id, blank) for step, blank in flows.left_open("welcome", "petya", WEDNESDAY)]
    assert asked == [("hello", "link"), ("ask", "next_step"), ("how", "link")]

    (run,) = start(book, "welcome", ["petya"], WEDNESDAY, {"hello": {"link": "the forum"}})
    assert dues(book)["hello"] == "On Thursday 18 March, 17:00 we meet: the forum. Come, Petya?"
    assert [it.text for it in book.of(Delivery).where(enrolment=run) if it.step != "hello"] == ["", ""]


def test_the_address_of_a_contribution_is_the_one_on_the_card_of_its_member(book):
    keep(
        book,
        Sequence("c", "Contribution", key="contribution"),
        SequenceStep("out", "c", "It is out", 0, 0, texts=(("en", "{name}, it is out: {link}"),)),
        PipelineEntry("e", Pipeline.CONTRIBUTION, "published", "Text", "petya", address="https://text.example"),
    )
    start(book, "c", ["petya", "tom"], WEDNESDAY)

    assert sorted(it.text for it in Workflows.read(book).due(sequence="c")) == [
        "Petya, it is out: https://text.example", "Tom, it is out: {link}",
    ]  # fmt: skip


def test_an_event_for_others_is_not_what_somebody_is_invited_to(book):
    keep(
        book,
        Event("ama", "AMA", "live", date(2027, 3, 18), time(17), 45, link="https://x.example", personas=("makers",)),
        Member("petya", "Petya S.", persona="newcomers"),
    )
    start(book, "welcome", ["petya"], WEDNESDAY)

    assert dues(book)["hello"] == "On {date} we meet: {link}. Come, Petya?"


def test_a_day_is_written_in_the_language_of_the_message():
    day = date(2027, 3, 18)

    assert [written_day(day, "bg", time(17)), written_day(day, "en"), written_day(day, "de")] == [
        "четвъртък, 18 март, 17:00", "Thursday 18 March", "18.03.2027",
    ]  # fmt: skip
