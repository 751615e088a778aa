from datetime import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication

from app.calendar.event import Event, Scope, Status
from app.message import say
from tests.calendar.page.builders import an_event, mar, on

AMA = ("ama", "")
SECOND = ("prompt", "2027-03-09")


@pytest.fixture
def open_(page):
    def open_(*keys):
        page.select(list(keys))
        page.open_selection()
        return page.side.inspector

    return open_


def event(store, id="ama") -> Event:
    return store.of(Event).get(id)


def occurrence(page, key) -> Event:
    it = page.plan.occurrence(key)
    assert it
    return it.event


def write(qtbot, field, text):
    field.selectAll()
    field.insert(text)  # QTest types Latin letters only
    qtbot.keyClick(field, Qt.Key.Key_Return)


def choose(field, id):
    field.setCurrentIndex(field.findData(id))
    field.activated.emit(field.currentIndex())


def test_it_shows_every_field_of_an_event(open_):
    inspector = open_(AMA)

    assert inspector.what.title.field.text() == "AMA with founders"
    assert inspector.what.kind.field.value() == "live"
    assert inspector.when.day.field.day() == mar(11)
    assert inspector.when.time.field.text() == "17:00–17:45"
    assert inspector.effort.prep.field.text() == "1.5 h"
    assert inspector.rhythm.repeats.field.value() == "Never"


def test_typed_text_is_taken_half_a_second_after_the_last_key(open_, store, qtbot):
    title = open_(AMA).what.title.field
    title.setFocus()
    title.selectAll()
    qtbot.keyClicks(title, "Questions")
    assert event(store).title == "AMA with founders"

    qtbot.waitUntil(lambda: event(store).title == "Questions", timeout=900)


def test_leaving_a_field_takes_its_text_at_once(open_, store, qtbot):
    inspector = open_(AMA)
    inspector.notes.notes.field.setFocus()
    qtbot.keyClicks(inspector.notes.notes.field, "Ask for a room")
    inspector.what.title.field.setFocus()

    assert event(store).notes == "Ask for a room"


def test_esc_brings_the_old_text_back(open_, store, qtbot):
    title = open_(AMA).what.title.field
    title.setFocus()
    qtbot.keyClicks(title, "xx")
    qtbot.keyClick(title, Qt.Key.Key_Escape)

    assert title.text() == "AMA with founders"
    assert event(store).title == "AMA with founders"


def test_while_text_is_not_taken_undo_is_the_fields_and_afterwards_the_windows(open_, qtbot):
    title = open_(AMA).what.title.field
    title.setFocus()
    title.end(False)
    qtbot.keyClicks(title, "xx")
    qtbot.keySequence(title, QKeySequence.StandardKey.Undo)
    assert title.text() == "AMA with founders"

    qtbot.keyClicks(title, "yy")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    qtbot.keySequence(title, QKeySequence.StandardKey.Undo)
    assert title.text() == "AMA with foundersyy"


def test_an_empty_title_is_refused_with_a_reason(open_, store, qtbot):
    inspector = open_(AMA)
    write(qtbot, inspector.what.title.field, " ")

    assert "title" in inspector.what.title.error.text()
    assert event(store).title == "AMA with founders"


@pytest.mark.parametrize(
    ("typed", "at", "minutes"),
    [
        ("9.30-10", time(9, 30), 30),
        ("18:00", time(18), 45),
        ("22:00–01:30", time(22), 210),
        ("1730 – 1800", time(17, 30), 30),
    ],
)
def test_a_time_is_read_as_people_write_it(open_, store, qtbot, typed, at, minutes):
    write(qtbot, open_(AMA).when.time.field, typed)

    assert (event(store).at, event(store).minutes) == (at, minutes)


def test_what_is_no_time_is_refused_and_said(open_, store, qtbot):
    inspector = open_(AMA)
    write(qtbot, inspector.when.time.field, "soon")

    assert inspector.when.time.error.isVisible()
    assert event(store).at == time(17)


def test_all_day_takes_the_time_away_and_offers_days(open_, store, qtbot):
    inspector = open_(AMA)
    qtbot.mouseClick(inspector.when.all_day, Qt.MouseButton.LeftButton, pos=QPoint(8, 16))
    assert event(store).at is None

    write(qtbot, inspector.when.days, "7 days")
    assert event(store).days == 7


@pytest.mark.parametrize(("typed", "hours"), [("2,5 h", 2.5), ("3", 3.0), ("1:30", 1.5), ("", 0.0)])
def test_hours_are_read_with_comma_point_or_minutes(open_, store, qtbot, typed, hours):
    field = open_(AMA).effort.prep.field
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert event(store).prep == hours


def test_choices_are_taken_at_once_as_one_step_each(open_, store):
    inspector = open_(AMA)
    choose(inspector.what.status.field, "done")
    choose(inspector.who.stage.field, "active")
    choose(inspector.rhythm.owner.field, "mila")
    inspector.who.personas.field.chosen.emit(("new", "busy"))

    assert (event(store).status, event(store).stage, event(store).owner) == (Status.DONE, "active", "mila")
    store.undo()
    assert event(store).personas == ()
    assert event(store).owner == "mila"


def test_an_edit_of_a_series_means_only_this_unless_another_scope_is_chosen(open_, page, qtbot):
    inspector = open_(SECOND)
    assert inspector.scope.isVisible()
    write(qtbot, inspector.what.title.field, "Question of the week")
    assert occurrence(page, ("prompt", "2027-03-16")).title == "Weekly prompt"

    inspector.scope.set_value(Scope.ALL.value)
    choose(inspector.rhythm.owner.field, "rado")

    assert occurrence(page, ("prompt", "2027-03-02")).owner == "rado"
    assert occurrence(page, SECOND).title == "Question of the week"


def test_after_this_and_following_the_same_event_stays_open(open_, page, qtbot):
    inspector = open_(SECOND)
    inspector.scope.set_value(Scope.FOLLOWING.value)
    write(qtbot, inspector.what.title.field, "New prompt")

    assert occurrence(page, inspector.keys[0]).title == "New prompt"
    assert page.plan.occurrence(inspector.keys[0]).day == mar(9)
    assert on(page, mar(2)) == ["Weekly prompt"]
    assert on(page, mar(23)) == ["New prompt"]


def test_the_scope_begins_anew_with_every_other_event(open_):
    inspector = open_(SECOND)
    inspector.scope.set_value(Scope.ALL.value)

    open_(("prompt", "2027-03-16"))

    assert inspector.scope.value == Scope.ONLY_THIS.value


def test_several_events_show_what_they_share_and_mixed(open_, store):
    with store.change(say("step.add", title="x")):
        store.of(Event).save([an_event("demo", "Demo", prep=1.5, live=3.0, owner="mila")])
    inspector = open_(AMA, ("demo", ""))

    assert inspector.head.title.text() == "2 events"
    assert inspector.what.title.field.text() == ""
    assert inspector.what.title.field.placeholderText() == "Mixed"
    assert inspector.what.title.field.font().italic()
    assert inspector.effort.prep.field.text() == "1.5 h"
    assert inspector.rhythm.owner.field.value() is None


def test_an_edit_of_several_is_one_step_and_leaves_mixed_fields_alone(open_, store):
    with store.change(say("step.add", title="x")):
        store.of(Event).save([an_event("demo", "Demo")])
    inspector = open_(AMA, ("demo", ""))
    choose(inspector.who.channel.field, "zoom")
    inspector.flush()

    assert [event(store, name).channel for name in ("ama", "demo")] == ["zoom", "zoom"]
    assert [event(store, name).title for name in ("ama", "demo")] == ["AMA with founders", "Demo"]
    store.undo()
    assert [event(store, name).channel for name in ("ama", "demo")] == ["", ""]


def test_each_language_has_its_own_public_text(open_, store, qtbot):
    members = open_(AMA).members
    members.text.field.setFocus()
    qtbot.keyClicks(members.text.field, "Come and ask")
    members.languages.setCurrentIndex(1)
    qtbot.keyClicks(members.text.field, "Elate")
    members.flush()

    assert event(store).public_text == (("bg", "Elate"), ("en", "Come and ask"))


def test_another_day_is_a_move(open_, page, store):
    inspector = open_(AMA)
    inspector.when.day.field.setDate(inspector.when.day.field.date().addDays(7))
    inspector.when.day.field.editingFinished.emit()

    assert on(page, mar(18)) == ["AMA with founders"]
    assert page.selection() == [AMA]


def test_a_checklist_is_added_ticked_ordered_and_shortened(open_, page, qtbot):
    steps = open_(AMA).checklist
    qtbot.keyClicks(steps.line, "Recap")
    qtbot.keyClick(steps.line, Qt.Key.Key_Return)
    steps.list.setFocus()
    steps.list.setCurrentIndex(steps.model.index(2, 0))
    qtbot.keyClick(steps.list, Qt.Key.Key_Space)
    qtbot.keyClick(steps.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    steps.list.setCurrentIndex(steps.model.index(0, 0))
    qtbot.keyClick(steps.list, Qt.Key.Key_Delete)

    assert [(step.text, step.done) for step in page.plan.checklist["ama"]] == [("Recap", True), ("Announce", False)]
    assert steps.label.text() == "Checklist · 1 of 2"


def test_the_banner_warns_only_while_the_week_is_over(open_, store, qtbot):
    inspector = open_(AMA)
    assert not inspector.banner.isVisible()

    write(qtbot, inspector.effort.prep.field, "9")

    assert inspector.banner.isVisible()
    assert inspector.banner.text.text() == "Week 10 is at 12.5 of 8 h"


def test_what_is_deleted_elsewhere_leaves_an_empty_inspector(open_, store):
    inspector = open_(AMA)

    with store.change(say("step.delete", title="x")):
        store.of(Event).delete(["ama"])

    assert inspector.stack.currentWidget() is inspector.empty


def test_what_several_events_cannot_change_says_why(page):
    page.select([it.key for it in page.shown(page.quarter.first, page.quarter.last)[:3]])
    page.open_selection()
    inspector = page.side.inspector

    for field in (inspector.when.day.field, inspector.rhythm.repeats.field):
        assert not field.isEnabled()
        assert field.toolTip()


def test_the_wheel_scrolls_the_fields_and_neither_takes_the_focus_nor_another_language(open_, page):
    inspector = open_(AMA)
    fields = (inspector.purpose.ease.field, inspector.when.day.field, inspector.when.zone, inspector.members.text.field)
    tabs = inspector.members.languages
    place = QPointF(tabs.rect().center())
    wheel = QWheelEvent(
        place, tabs.mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip

    before = tabs.currentIndex()
    QApplication.sendEvent(tabs, wheel)

    assert tabs.currentIndex() == before
    assert [field.focusPolicy() for field in fields] == [Qt.FocusPolicy.StrongFocus] * 4
