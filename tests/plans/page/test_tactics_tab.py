import json
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.message import say
from app.tactics import keeping
from app.tactics.message import TacticMessage
from app.tactics.tactic import Tactic
from app.text.markdown import markdown_of
from tests.on_desk import PageOnDesk
from widgets.plans.page import TACTICS


@pytest.fixture
def tab(page, store):
    with store.change(say("step.add", title="it")):
        store.of(TacticMessage).save([TacticMessage("m1", "t-ama", "Announce", -7, "forum", (("en", "Come"),))])
    page.open_tab(TACTICS)
    return page.tab


def tactic(store, id="t-ama"):
    return store.of(Tactic).get(id)


def press(page, id):
    next(it for it in page.page_actions() if it.id == id).handler()


def test_steps_success_and_hours_are_written(tab, store):
    sheet = tab.sheet
    sheet.steps.field.setFocus()
    QTest.keyClicks(sheet.steps.field, "Ask")
    QTest.keyClick(sheet.steps.field, Qt.Key.Key_Return)
    sheet.success.field.setFocus()
    QTest.keyClicks(sheet.success.field, "15 come")
    sheet.prep.field.setFocus()
    sheet.prep.field.selectAll()
    QTest.keyClicks(sheet.prep.field, "2.5")
    tab.flush()

    assert (tactic(store).steps, tactic(store).success, tactic(store).prep) == (("Ask", "Invite"), "15 come", 2.5)


def test_time_rhythm_impact_and_ease_are_given_here_too(tab, store):
    sheet = tab.sheet
    sheet.time.field.setFocus()
    sheet.time.field.selectAll()
    QTest.keyClicks(sheet.time.field, "9.30-10")
    tab.flush()
    sheet.rhythm.field.chosen.emit("FREQ=WEEKLY")
    sheet.impact.field.chosen.emit("5")
    sheet.ease.field.chosen.emit("2")

    now = tactic(store)
    assert (now.at, now.minutes, now.days, now.rhythm) == (time(9, 30), 30, 1, "FREQ=WEEKLY")
    assert (now.impact, now.ease) == (5, 2)
    assert (sheet.impact.field.value(), sheet.rhythm.field.value()) == ("5", "FREQ=WEEKLY")
    assert not sheet.days.isEnabled()


def test_what_is_no_time_is_said_and_not_taken(tab, store):
    field = tab.sheet.time.field
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "soon")
    before = tactic(store)
    tab.flush()

    assert tactic(store) == before
    assert not tab.sheet.time.error.isHidden()


def test_a_message_is_said_in_the_language_that_is_open(tab, store):
    row = tab.sheet.rows["m1"]
    tab.sheet.languages.set_value("bg")
    tab.sheet.refresh()
    assert row.text.toPlainText() == ""

    row.text.setFocus()
    QTest.keyClicks(row.text, "Ela")
    tab.sheet.languages.set_value("en")
    tab.sheet.refresh()

    assert store.of(TacticMessage).get("m1").texts == (("bg", "Ela"), ("en", "Come"))
    assert row.text.toPlainText() == "Come"


@pytest.mark.parametrize(("typed", "day"), [("-3", -3), ("+14", 14), ("", 0), ("soon", -7), ("9999", -7)])
def test_the_day_of_a_message_is_a_number_of_days(tab, store, typed, day):
    field = tab.sheet.rows["m1"].day
    field.setFocus()
    field.selectAll()
    field.del_() if not typed else QTest.keyClicks(field, typed)
    field.textEdited.emit(field.text())
    tab.flush()

    assert store.of(TacticMessage).get("m1").day == day


def test_a_tactic_is_copied_with_its_messages_deleted_and_comes_back(page, tab, store):
    page.show_thing("m1")
    press(page, "plans_copy_tactic")

    copy = tab.sheet.tactic
    assert copy.title == "Short AMA 30–45 min (copy)"
    assert [it.name for it in page.bench.plans.messages[copy.id]] == ["Announce"]
    press(page, "plans_delete_tactic")
    assert copy.id not in page.bench.plans.plan.tactics
    store.undo()
    assert [it.name for it in page.bench.plans.messages[copy.id]] == ["Announce"]


def test_tactics_are_shared_and_read_in_one_step(page, tab, store, tmp_path):
    before = set(page.bench.plans.plan.tactics)
    tab.share(["t-ama", "t-week"], tmp_path / "ours.json")

    tab.read(tmp_path / "ours.json")

    new = [it for it in page.bench.plans.plan.tactics.values() if it.id not in before]
    assert [(it.title, it.owner) for it in new] == [("Short AMA 30–45 min", "mila"), ("Weekly prompt", "mila")]
    assert page.bench.plans.messages[new[0].id][0].texts == (("en", "Come"),)
    store.undo()
    assert set(page.bench.plans.plan.tactics) == before


def test_a_file_with_one_wrong_tactic_brings_none_and_says_which(page, tab, store, tmp_path):
    bad = {"format": "sedyanka-tactics", "version": 1, "tactics": [{"title": "Good"}, {"title": "Bad", "prep": "much"}]}
    (tmp_path / "bad.json").write_text(json.dumps(bad), encoding="utf-8")

    tab.read(tmp_path / "bad.json")
    tab.read(tmp_path / "none.json")

    failed = PageOnDesk.failed(page.desk)
    assert (failed[0].place, len(failed)) == ("2", 2)
    assert store.of(Tactic).count() == 2
    failed.clear()


def test_typing_in_a_message_is_one_step(store, tab):
    for text in ("C", "Co", "Come on"):
        keeping.say_in(store, "m1", "en", text)
    store.undo()

    assert store.of(TacticMessage).get("m1").texts == (("en", "Come"),)


def test_a_tactic_goes_out_with_its_messages(tab):
    written = markdown_of(tab.document())

    assert all(it in written for it in ("# Short AMA", "Invite", "Announce", "Come"))
