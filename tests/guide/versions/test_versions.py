"""The guide as it was: kept before it changes, compared in words, put back part by part."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.guide.chapter import Chapter
from app.guide.coverage import Duty
from app.guide.editing import delete, edit
from app.guide.escalation import Escalation, Scenario, Severity
from app.guide.handover.wish import Version, Wish
from app.guide.reply import Reply
from app.guide.role import GuideRole
from app.guide.snapshot import Guide
from app.guide.tone import ToneLine
from app.guide.versions.comparing import changed_chapters
from app.guide.versions.restoring import restore_chapter
from app.guide.versions.written import GUIDE, SOURCE, guide_in, written
from app.message import say
from app.playbook.playbook import PLAYBOOK_ID
from app.playbook.revising import Keeper, erase, keep, revisions, since
from app.playbook.revision import Revision
from app.text.differences import Fate
from storage.playbooks import SqlPlaybooks
from tests.guide.handover.guides import a_guide
from widgets.common.words import words

MONDAY = datetime(2027, 3, 1, 9, tzinfo=UTC)
WISH = Wish(Version.MODERATORS, "en", MONDAY.date(), every_language=True)


class Clock:
    def __init__(self):
        self.now = MONDAY

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    store = SqlPlaybooks(tmp_path / "data", now=clock).create(tmp_path / "guide.sedyanka")
    guide = a_guide()
    with store.change(say("guide.step.start")):
        for kind in guide._of:
            store.of(kind).save(guide.of(kind).values())
    yield store
    store.close()


def kept(store):
    return revisions(store, GUIDE, PLAYBOOK_ID)


def change(store, keeper, text):
    edit(store, Chapter, "free", text=text)
    keeper.look({Chapter: frozenset({"free"})})


def test_what_was_said_is_kept_before_the_first_change_and_once_in_an_hour(store, clock):
    keeper = Keeper(store, [SOURCE])

    change(store, keeper, "first")
    clock.now += timedelta(minutes=59)
    change(store, keeper, "second")
    clock.now += timedelta(minutes=1)
    change(store, keeper, "third")

    texts = [guide_in(it.text, Guide()).of(Chapter)["free"].text for it in kept(store)]
    assert texts == [a_guide().of(Chapter)["free"].text, "second"]


def test_the_first_change_of_a_day_keeps_what_was_said_however_near_the_last_one_is(store, clock):
    clock.now = MONDAY.replace(hour=23, minute=50)
    keeper = Keeper(store, [SOURCE])
    change(store, keeper, "late")
    clock.now += timedelta(minutes=20)
    change(store, keeper, "early")

    assert len(kept(store)) == 2


def test_keeping_is_no_step_and_ends_no_typing(store):
    keeper = Keeper(store, [SOURCE])
    change(store, keeper, "one")
    change(store, keeper, "one two")

    store.undo()
    assert store.of(Chapter).get("free").text == a_guide().of(Chapter)["free"].text
    assert store.next_undo() == say("guide.step.start")
    assert store.redo() is not None
    assert len(kept(store)) == 1


def test_undo_is_a_change_too(store, clock):
    keeper = Keeper(store, [SOURCE])
    change(store, keeper, "one")
    clock.now += timedelta(hours=2)
    store.undo()
    keeper.look({Chapter: frozenset({"free"})})

    assert guide_in(kept(store)[-1].text, Guide()).of(Chapter)["free"].text == "one"


def test_copying_a_reply_is_no_change(store):
    keeper = Keeper(store, [SOURCE])
    edit(store, Reply, "y1", used=5)
    keeper.look({Reply: frozenset({"y1"})})

    assert kept(store) == []


def test_old_revisions_are_thinned_and_the_newest_stay(store, clock):
    for hour in range(24 * 200):
        clock.now = MONDAY + timedelta(hours=hour)
        if hour % 8 == 0:
            keep(store, GUIDE, {PLAYBOOK_ID: f"{hour}"})

    ages = [(clock.now - datetime.fromtimestamp(it.at / 1e6, UTC)).days for it in kept(store)]
    assert sum(age < 7 for age in ages) == 21
    assert sum(7 <= age <= 90 for age in ages) in (83, 84)
    assert sum(age > 90 for age in ages) == 4
    assert kept(store)[0].text == "0"


def test_the_largest_documents_keep_fewer(store, clock):
    for day in range(12):
        clock.now = MONDAY + timedelta(days=day)
        keep(store, GUIDE, {PLAYBOOK_ID: f"{day}" + "x" * 1_000_000})

    assert [it.text[:2].strip("x") for it in kept(store)] == ["5", "6", "7", "8", "9", "10", "11"]


def test_what_was_kept_is_erased_on_request(store):
    keeper = Keeper(store, [SOURCE])
    change(store, keeper, "one")
    erase(store, GUIDE, PLAYBOOK_ID)

    assert list(store.of(Revision).all()) == []
    store.undo()
    assert list(store.of(Revision).all()) == []


def test_a_guide_is_read_as_it_was_written():
    guide = a_guide()

    assert written(guide_in(written(guide), guide)) == written(guide)


@pytest.mark.parametrize("text", ["", "no", "[]", '{"Chapter": [{"id": 3}, null, {}]}', '{"Chapter": 1}', "[" * 9999])
def test_what_cannot_be_read_is_left_out(text):
    assert guide_in(text, Guide()).of(Chapter) == {}


def test_since_a_day_is_since_its_first_change(store, clock):
    keeper = Keeper(store, [SOURCE])
    change(store, keeper, "monday")
    clock.now += timedelta(days=2)
    change(store, keeper, "wednesday")

    told = [since(kept(store), date(2027, 3, day), UTC) for day in (1, 2, 3, 4)]
    assert [it and guide_in(it.text, Guide()).of(Chapter)["free"].text for it in told][1:] == ["monday", "monday", None]


def test_changes_are_told_chapter_by_chapter_in_words(store):
    then = Guide.read(store)
    edit(store, ToneLine, "t1", text="Warm, brief and clear")
    delete(store, Chapter, "free")
    changes = changed_chapters(then, Guide.read(store), WISH, words)

    assert [(it.name, it.there_then) for it in changes] == [("Tone", True), ("House rules", True)]
    (line,) = changes[0].lines
    assert "".join(it.text for it in line if it.fate is not Fate.ADDED) == "Warm and brief"
    assert "".join(it.text for it in line if it.fate is not Fate.REMOVED) == "Warm, brief and clear"
    assert Fate.SAME in {it.fate for it in line}


def test_a_chapter_is_put_back_and_the_others_stay(store):
    then = Guide.read(store)
    edit(store, ToneLine, "t1", text="Cold")
    delete(store, Scenario, "s1")
    edit(store, Reply, "y1", used=7)

    restore_chapter(store, then, "c1")

    assert store.of(Scenario).get("s1").name == "Personal data posted"
    assert {it.id for it in store.of(Escalation).all()} == {"e1", "e2"}
    assert store.of(ToneLine).get("t1").text == "Cold"
    restore_chapter(store, then, "c5")
    assert store.of(Reply).get("y1").used == 7

    store.undo()
    store.undo()
    assert [it.id for it in store.of(Scenario).all()] == ["s2"]


def test_hours_of_a_role_that_is_gone_do_not_come_back_without_it(store):
    then = Guide.read(store)
    delete(store, GuideRole, "r1")

    restore_chapter(store, then, "c4")
    assert list(store.of(Duty).all()) == []

    restore_chapter(store, then, "c3")
    restore_chapter(store, then, "c4")
    assert len(list(store.of(Duty).all())) == 2


def test_rows_that_changed_their_severity_with_each_other_are_put_back(store):
    with store.change(say("guide.step.start")):
        store.of(Escalation).save([Escalation("e3", "s1", Severity.LOW, "Watch")])
    then = Guide.read(store)
    high, low = (store.of(Escalation).get(key) for key in ("e1", "e3"))
    with store.change(say("guide.step.start")):
        store.of(Escalation).delete(["e1", "e3"])
        store.of(Escalation).save([replace(high, severity=Severity.LOW), replace(low, severity=Severity.HIGH)])

    restore_chapter(store, then, "c1")

    assert store.of(Escalation).get("e1").severity is Severity.HIGH
    assert store.of(Escalation).get("e3").severity is Severity.LOW
