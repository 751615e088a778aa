"""The bank of prompts: filtered, used, one's own, and as a file."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.calendar.event import Event
from app.calendar.kind import Kind
from app.errors import ImportRejected, KnownError
from app.exchange.prompts_file import OCTETS_MOST, PROMPTS_MOST, read_prompts, write_prompts
from app.message import say
from app.tasks.task import Task
from app.workflows.enrolment import Delivery
from app.workflows.prompt import Prompt, PromptKind, PromptUse
from app.workflows.prompts import (
    STAGES,
    TEXT_MOST,
    TITLE_MOST,
    Banked,
    PromptFilter,
    add_prompt,
    add_prompts,
    delete_prompts,
    edit_prompt,
    has_loop,
    note_use,
    read_bank,
    title_of,
    use_as_event,
    use_as_task,
    use_in_loop,
)
from app.workflows.running import start
from resources.templates import prompts as ready
from tests.workflows.sequence_builders import WEDNESDAY, fill, open_tasks

RAW = ready("en")
OWN = Prompt("", PromptKind.ICEBREAKER, (("en", "Cats or dogs?"), ("bg", "Котки или кучета?")), "activation", "Pets")


def first(store) -> Banked:
    return next(it for it in read_bank(RAW, store) if not it.own)


def test_the_bank_comes_with_at_least_120_texts_in_both_languages_for_every_stage_and_kind(store):
    bank = read_bank(RAW, store)

    assert len(bank) >= 120
    assert all(set(it.texts) == {"en", "bg"} and all(it.texts.values()) for it in bank)
    assert {it.stage for it in bank} == set(STAGES)
    assert {it.kind for it in bank} == set(PromptKind)
    assert {it.theme for it in read_bank(ready("bg"), store)}.isdisjoint({it.theme for it in bank})


def test_ones_own_come_first_and_are_filtered_as_the_others(store):
    add_prompt(store, OWN)
    bank = read_bank(RAW, store)
    assert (bank[0].own, bank[0].text("bg")) == (True, "Котки или кучета?")

    def found(**terms):
        return [it for it in bank if PromptFilter(**terms).matches(it, WEDNESDAY)]

    assert len(found()) == len(bank)
    assert [it.key for it in found(words="CATS pets")] == [bank[0].key]
    assert {it.kind for it in found(kinds=frozenset({PromptKind.INVITATION}))} == {PromptKind.INVITATION}
    assert {it.stage for it in found(stages=frozenset({"advocacy"}))} == {"advocacy"}
    assert found(themes=frozenset({"Pets"}), own=True) == [bank[0]]
    assert found(language="de") == []


def test_what_was_used_is_remembered_and_left_out_for_some_weeks(store):
    it = first(store)
    note_use(store, it.key, "copy", "Title")
    with store.change(say("step.begin")):
        store.of(PromptUse).save([PromptUse("old", it.key, date(2026, 1, 1))])
    used = first(store)

    assert (used.used, used.times) == (WEDNESDAY, 2)
    assert not PromptFilter(unused=4).matches(used, date(2027, 4, 6))
    assert PromptFilter(unused=4).matches(used, date(2027, 4, 7))
    store.undo()
    store.undo()
    assert first(store).used is None


def test_a_text_becomes_a_task_for_today_in_one_step(store):
    it = first(store)
    task = store.of(Task).get(use_as_task(store, it, "bg"))

    assert (task.due, task.notes) == (WEDNESDAY, it.texts["bg"])
    assert first(store).times == 1
    store.undo()
    assert (store.of(Task).count(), first(store).times) == (0, 0)


def test_a_text_becomes_an_idea_of_the_calendar_with_both_languages(store):
    with pytest.raises(KnownError):
        use_as_event(store, first(store), "en")
    with store.change(say("step.begin")):
        store.of(Kind).save([Kind("k1", "Other", key="other"), Kind("k2", "Prompt", key="prompt")])
    it = first(store)
    event = store.of(Event).get(use_as_event(store, it, "en"))

    assert (event.kind, event.day, dict(event.public_text)) == ("k2", None, it.texts)


def test_a_text_words_the_next_message_of_a_loop_that_runs(store):
    fill(store, every=7)
    assert not has_loop(store)
    with pytest.raises(KnownError):
        use_in_loop(store, first(store), "en")
    [run] = start(store, "welcome", [], WEDNESDAY)
    it = first(store)

    assert has_loop(store)
    assert use_in_loop(store, it, "en") == "Welcome"
    assert it.texts["en"] in {found.text for found in store.of(Delivery).where(enrolment=run)}
    assert next(task.notes for task in store.of(Task).all()) == it.texts["en"]
    assert open_tasks(store) == {"Hello": WEDNESDAY}


def test_ones_own_are_added_once_edited_and_deleted(store):
    one = add_prompt(store, OWN)
    assert add_prompts(store, [OWN]) == []
    assert add_prompt(store, OWN) == one
    edit_prompt(store, one, texts=(("en", "Dogs"),))
    edit_prompt(store, one, texts=(("en", "Dogs or cats?"),))
    store.undo()
    assert store.of(Prompt).get(one).texts == OWN.texts
    delete_prompts(store, [one])
    assert store.of(Prompt).count() == 0


@given(st.text(max_size=300))
def test_a_title_is_one_short_line(text):
    title = title_of(text)

    assert len(title) <= TITLE_MOST
    assert len(title.splitlines()) <= 1


WORDS = st.from_regex(r"[^\W_]([\w ]{0,40}[^\W_])?", fullmatch=True)
PROMPTS = st.builds(
    Prompt,
    st.just(""),
    st.sampled_from(PromptKind),
    st.dictionaries(st.sampled_from(["en", "bg", "de"]), WORDS, min_size=1)
    .map(lambda texts: tuple(texts.items())),
    st.sampled_from(["", *STAGES]),
    st.sampled_from(["", "Pets", "Времето"]),
)  # fmt: skip


@given(st.lists(PROMPTS, max_size=6))
def test_prompts_come_back_from_their_file(prompts):
    assert read_prompts(write_prompts(prompts), "p.json") == tuple(prompts)


def a_file(*rows: object, **whole: object) -> bytes:
    return json.dumps({"format": "sedyanka-prompts", "version": 1, "prompts": list(rows)} | whole).encode()


GOOD = {"kind": "prompt", "texts": {"en": "Why?"}}


@pytest.mark.parametrize(
    ("data", "place", "why"),
    [
        (b"", "1", "board.file.broken"),
        (b"[]", "1", "board.file.other"),
        (b"{}", "", "prompts.file.other"),
        (a_file(format="other"), "", "prompts.file.other"),
        (a_file(version=2), "", "prompts.file.newer"),
        (a_file(prompts={}), "", "prompts.file.other"),
        (a_file(GOOD, 7), "2", "prompts.file.no_object"),
        (a_file(GOOD, {"kind": "poem", "texts": {"en": "x"}}), "2", "prompts.file.kind"),
        (a_file({"kind": ["prompt"], "texts": {"en": "x"}}), "1", "prompts.file.kind"),
        (a_file(GOOD | {"stage": "moon"}), "1", "prompts.file.stage"),
        (a_file(GOOD | {"stage": {}}), "1", "prompts.file.stage"),
        (a_file({"kind": "prompt"}), "1", "prompts.file.texts"),
        (a_file(GOOD | {"texts": {"en": 7, "bg": " "}}), "1", "prompts.file.texts"),
        (a_file(GOOD | {"texts": {f"l{n}": "x" for n in range(21)}}), "1", "prompts.file.texts"),
        (a_file(GOOD | {"texts": {"en": "x" * (TEXT_MOST + 1)}}), "1", "prompts.file.long"),
        (a_file(*[GOOD] * (PROMPTS_MOST + 1)), str(PROMPTS_MOST + 1), "prompts.file.many"),
        (b" " * (OCTETS_MOST + 1), "", "prompts.file.large"),
        (b'{"format": ' + b"[" * 60 + b"]" * 60 + b"}", "", "board.file.deep"),
    ],
)
def test_a_file_that_is_no_good_is_refused_with_place_and_reason(data, place, why):
    with pytest.raises(ImportRejected) as refused:
        read_prompts(data, "p.json")

    assert (refused.value.file, refused.value.place, refused.value.why.id) == ("p.json", place, why)


@given(st.binary(max_size=200) | st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4), max_leaves=12,
).map(lambda rows: json.dumps({"format": "sedyanka-prompts", "version": 1, "prompts": [rows]}).encode()))  # fmt: skip
def test_whatever_a_file_holds_it_is_read_or_refused(data):
    try:
        found = read_prompts(data, "p.json")
    except ImportRejected:
        return

    assert all(it.texts for it in found)


def test_marks_that_hide_in_a_file_do_not_come_in():
    [found] = read_prompts(a_file({"kind": "prompt", "theme": "  a \n b ", "texts": {"E N!": "x\0y"}}), "p.json")

    assert (found.theme, found.texts) == ("a b", (("en", "xy"),))
