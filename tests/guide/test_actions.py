"""What is done to the guide: rows are added, changed, put in order and deleted, and every step can be taken back."""

import pytest

from app.errors import Gone
from app.guide import editing, replying
from app.guide.chapter import Chapter
from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.knowledge import KnownAnswer
from app.guide.matrix import add_row, add_scenario, missing, set_severity
from app.guide.reply import Reply, ReplyText
from app.guide.snapshot import Guide, Row
from app.guide.state import ChapterState, state_of
from app.guide.step_names import called
from app.guide.tone import ToneLine, ToneShape
from app.tasks.today import today_of
from tests.standing_clock import store as store


def names(store, kind):
    return [called(it) for it in Guide.read(store).of(kind).values()]


def chapters(store, *texts):
    return [editing.add(store, Chapter("", text)) for text in texts]


def test_what_is_added_comes_to_the_end_or_to_the_row_that_is_said(store):
    chapters(store, "House rules", "Words")
    editing.add(store, Chapter("", "First of all"), at=0)

    assert names(store, Chapter) == ["First of all", "House rules", "Words"]

    store.undo()

    assert names(store, Chapter) == ["House rules", "Words"]


def test_a_row_is_put_elsewhere_and_staying_is_no_step(store):
    rules, *_ = chapters(store, "House rules", "Words", "Thanks")
    editing.move(store, Chapter, rules, 2)
    before = store.next_undo()
    editing.move(store, Chapter, rules, 2)

    assert names(store, Chapter) == ["Words", "Thanks", "House rules"]
    assert store.next_undo() == before


def test_lines_of_the_tone_are_put_in_order_among_those_of_their_shape(store):
    for shape, text in ((ToneShape.PAIR, "one"), (ToneShape.STATEMENT, "warm"), (ToneShape.PAIR, "two")):
        editing.add(store, ToneLine("", shape, text))
    pairs = [it for it in Guide.read(store).of(ToneLine).values() if it.shape is ToneShape.PAIR]
    editing.move(store, ToneLine, pairs[1].id, 0)

    now = Guide.read(store).of(ToneLine).values()
    assert [it.text for it in now if it.shape is ToneShape.PAIR] == ["two", "one"]


def test_typing_in_one_field_is_one_step_and_the_same_value_is_none(store):
    answer = editing.add(store, KnownAnswer("", "May I share?"))
    for text in ("Y", "Ye", "Yes"):
        editing.edit(store, KnownAnswer, answer, answer=text)
    editing.edit(store, KnownAnswer, answer, answer="Yes")
    store.undo()

    assert store.of(KnownAnswer).get(answer).answer == ""

    store.undo()

    assert names(store, KnownAnswer) == []


def test_a_copy_stands_below_and_brings_its_parts_along(store):
    row = add_scenario(store, "Insults")
    scenario = store.of(Escalation).get(row).scenario
    add_row(store, scenario, Severity.HIGH)
    add_scenario(store, "Spam")
    copy = editing.duplicate(store, Scenario, scenario, "Insults, copy")

    assert names(store, Scenario) == ["Insults", "Insults, copy", "Spam"]
    assert [it.severity for it in Guide.read(store).rows_of(copy)] == [Severity.LOW, Severity.HIGH]


def test_deleting_a_scenario_takes_its_rows_along_and_undo_brings_all_back(store):
    row = add_scenario(store, "Insults")
    scenario = store.of(Escalation).get(row).scenario
    editing.delete(store, Scenario, scenario)

    assert list(store.of(Escalation).all()) == []

    store.undo()

    assert store.of(Escalation).get(row).scenario == scenario


def test_what_is_gone_cannot_be_changed(store):
    with pytest.raises(Gone):
        editing.edit(store, Chapter, "nowhere", name="x")


def test_a_scenario_has_one_row_of_each_severity(store):
    low = add_scenario(store, "Insults")
    scenario = store.of(Escalation).get(low).scenario
    high = add_row(store, scenario, Severity.HIGH)

    assert missing(store, scenario) == [Severity.MEDIUM]
    assert add_row(store, scenario, Severity.HIGH) == high
    assert set_severity(store, low, Severity.HIGH) == high
    assert set_severity(store, low, Severity.MEDIUM) == low
    assert [it.severity for it in Guide.read(store).rows_of(scenario)] == [Severity.MEDIUM, Severity.HIGH]


def test_a_reply_is_said_in_variants_and_languages(store):
    reply = replying.add_reply(store, "Known bug", ("Short", "Warm"), "en")
    replying.write(store, reply, "Warm", "en", "Hi {name}")
    replying.write(store, reply, "Warm", "bg", "Здравей, {name}")
    guide = Guide.read(store)

    assert replying.variants(guide, reply) == ["Short", "Warm"]
    assert replying.spoken(guide, reply, "Warm") == ["en", "bg"]
    assert replying.text_of(guide, reply, "Short", "bg") is None

    replying.rename_variant(store, reply, "Warm", "Kind")
    replying.rename_variant(store, reply, "Kind", "Short")  # taken
    replying.add_variant(store, reply, "Formal", "en")
    replying.delete_variant(store, reply, "Short")
    guide = Guide.read(store)

    assert replying.variants(guide, reply) == ["Kind", "Formal"]
    assert [text.text for text in guide.texts_of(reply)][:2] == ["Hi {name}", "Здравей, {name}"]


def test_an_approval_is_of_today_and_is_looked_at_again_half_a_year_later(store):
    reply = replying.add_reply(store, "Known bug", ("Short",), "en")
    replying.approve(store, reply, "mila")
    known, today = store.of(Reply).get(reply), today_of(store)

    assert (known.approved_by, known.approved) == ("mila", today)
    assert known.review == today + replying.LOOK_AGAIN
    assert not replying.overdue(known, today)
    assert replying.overdue(known, known.review)


def test_a_use_is_counted_and_can_be_taken_back(store):
    reply = replying.add_reply(store, "Known bug", ("Short",), "en")
    replying.count_use(store, reply)
    replying.count_use(store, reply)

    assert store.of(Reply).get(reply).used == 2
    assert store.of(Reply).get(reply).last_used == today_of(store)

    store.undo()

    assert store.of(Reply).get(reply).used == 1


def test_a_chapter_says_how_far_it_is(store):
    today = today_of(store)
    for key in ("replies", "", "coverage"):
        editing.add(store, Chapter("", key or "Free", key))
    guide = Guide.read(store)

    assert {state_of(guide, it, today) for it in guide.of(Chapter).values()} == {ChapterState.EMPTY}

    reply = replying.add_reply(store, "Known bug", ("Short",), "en")
    replies = Guide.read(store).chapter("replies")

    assert state_of(Guide.read(store), replies, today) is ChapterState.WRITTEN

    editing.edit(store, Reply, reply, review=today)

    assert state_of(Guide.read(store), replies, today) is ChapterState.LOOK


def test_the_snapshot_follows_the_store_and_names_rows_by_their_ids(store):
    guide, heard = Guide.read(store), []
    store.subscribe(heard.append)

    assert guide.blank

    chapter = editing.add(store, Chapter("", "House rules"))
    reply = replying.add_reply(store, "Known bug", ("Short",), "en")
    for changes in heard:
        assert guide.refresh(store, changes)
    text = next(iter(guide.of(ReplyText)))

    assert guide.row_of(chapter) == Row(Chapter, chapter)
    assert guide.row_of(text) == Row(ReplyText, text)
    assert guide.row_of("nowhere") is None
    assert guide.texts_of(reply)[0].variant == "Short"
    assert not guide.blank
