from datetime import date

import pytest
from PySide6.QtCore import Qt

from app.calendar.event import Event
from app.calendar.filter import EventFilter, SavedFilter
from app.calendar.kind import Kind
from app.message import say
from app.playbook.link import Link
from tests.calendar.page.builders import mar, on
from widgets.calendar.bars.capacity_editor import CapacityEditor
from widgets.calendar.inspector.rule_popover import open_rule
from widgets.calendar.side.tactic_editor import open_tactic
from widgets.common.popover import Popover
from widgets.common.rhythm.rule_editor import RuleEditor
from widgets.common.small_panel import SmallPanel
from widgets.records.record_editor import RecordEditor, open_records

AMA = ("ama", "")


@pytest.fixture
def press(page):
    return lambda name: next(it for it in page.page_actions() if it.id == name).handler()


def panel(page, kind=SmallPanel):
    return next(it for it in page.window().findChildren(kind) if it.isVisible())


def write(qtbot, field, text, *, enter=True):
    field.selectAll()
    field.insert(text)
    if enter:
        qtbot.keyClick(field, Qt.Key.Key_Return)


def choose(field, id):
    field.setCurrentIndex(field.findData(id))
    field.activated.emit(field.currentIndex())


@pytest.fixture
def rhythm(page):
    """Return what opens the editor of a rhythm of an event that begins on a day."""
    taken: list[str] = []

    def open_(rrule: str, start: date, **fields) -> RuleEditor:
        event = Event("e", "E", "live", start, rrule=rrule, **fields)
        editor = open_rule(page.toolbar, event, start, page.plan.playbook, taken.append)
        editor.taken_rules = taken
        return editor

    return open_


def test_everything_after_a_day_is_shifted_by_typed_days(page, press, qtbot):
    page.show_day(mar(11))
    press("event_shift_after")
    write(qtbot, panel(page).findChild(type(page.side.panel.backlog.line)), "-7")

    assert "AMA with founders" in on(page, mar(4))
    assert on(page, mar(2)) == ["Weekly prompt", "Weekly prompt"] or "Weekly prompt" in on(page, mar(2))


def test_what_is_no_number_of_days_is_refused_and_the_question_stays(page, press, qtbot):
    press("event_shift_after")
    write(qtbot, panel(page).findChild(type(page.side.panel.backlog.line)), "soon")

    assert panel(page).isVisible()
    assert "AMA with founders" in on(page, mar(11))


def test_move_to_a_date_is_the_drag_of_the_keyboard(page, press, qtbot):
    page.select([AMA])
    press("event_move_to")
    field = panel(page).findChild(object, "qt_spinbox_lineedit").parent()
    field.setDate(field.date().addDays(14))
    qtbot.keyClick(panel(page), Qt.Key.Key_Return)

    assert on(page, mar(25)) == ["AMA with founders"]


def test_a_filter_gets_a_name_is_applied_and_forgotten(page, store, qtbot):
    bar = page.toolbar.filters
    page.set_filter(EventFilter((("kind", "live"),)))
    bar.save_requested.emit()
    write(qtbot, panel(page).findChild(type(page.side.panel.backlog.line)), "Live only")
    [kept] = store.of(SavedFilter).all()
    assert (kept.name, kept.terms) == ("Live only", (("kind", "live"),))

    page.set_filter(EventFilter())
    entry = next(it for it in bar.menu(page).actions() if it.text() == "Live only")
    entry.trigger()
    assert page.filter.terms == (("kind", "live"),)

    bar.delete_requested.emit(kept.id)
    assert list(store.of(SavedFilter).all()) == []


def test_a_saved_filter_gets_another_name_that_no_other_has(page, store, qtbot):
    with store.change(say("step.add", title="filters")):
        store.of(SavedFilter).save([SavedFilter("one", "Live only"), SavedFilter("two", "Mine", position=1)])
    bar = page.toolbar.filters
    renames = next(it.menu() for it in bar.menu(page).actions() if it.menu() and it.text() == "Rename a saved filter")
    next(it for it in renames.actions() if it.text() == "Mine").trigger()
    line = panel(page).findChild(type(page.side.panel.backlog.line))

    write(qtbot, line, "live ONLY")
    assert panel(page).isVisible()
    write(qtbot, line, "Ours")

    assert [it.name for it in store.of(SavedFilter).all()] == ["Live only", "Ours"]


def test_chips_fold_from_the_right_and_stay_within_reach(page):
    bar = page.toolbar.filters
    assert bar.chips["persona"].isVisible()
    assert not bar.chips["program"].isVisible()

    page.resize(900, 700)

    assert not bar.chips["channel"].isVisible()
    assert any("Channel" in action.text() for action in bar.menu(page).actions())


def test_the_hours_of_one_week_and_of_all(page, press, qtbot):
    press("capacity")
    editor = panel(page, CapacityEditor)
    write(qtbot, editor.weeks[mar(8)], "2", enter=False)
    editor.weeks[mar(8)].flush()
    assert page.plan.capacity(mar(8)) == 2.0

    write(qtbot, editor.usual.field, "10", enter=False)
    editor.usual.field.flush()
    assert page.plan.capacity(mar(15)) == 10.0
    assert page.header.frame.subtitle.text().endswith("of 122 h")

    write(qtbot, editor.weeks[mar(8)], "", enter=False)
    editor.weeks[mar(8)].flush()
    assert page.plan.capacity(mar(8)) == 10.0


@pytest.mark.parametrize(
    "rrule",
    [
        "FREQ=DAILY;INTERVAL=3;COUNT=5",
        "FREQ=WEEKLY;BYDAY=MO,TH",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;UNTIL=20270630",
        "FREQ=MONTHLY;BYMONTHDAY=18",
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=3TH",
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1TH",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=18",
        "",
    ],
)
def test_a_rhythm_is_shown_and_comes_back_unchanged(rhythm, rrule):
    assert rhythm(rrule, mar(18)).rule() == rrule


def test_a_rhythm_is_put_together_by_choices(rhythm, qtbot):
    editor = rhythm("", mar(18))
    choose(editor.frequency.field, "WEEKLY")
    write(qtbot, editor.every.field, "2", enter=False)
    editor.every.field.textEdited.emit("2")
    choose(editor.end.way.field, "count")
    write(qtbot, editor.end.times.field, "6")

    assert editor.taken_rules == ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;COUNT=6"]


def test_monthly_on_the_31st_warns_and_offers_the_last_day(rhythm, qtbot):
    editor = rhythm("FREQ=MONTHLY;BYMONTHDAY=31", mar(31))
    assert editor.warning.isVisible()

    qtbot.mouseClick(editor.warning.offer, Qt.MouseButton.LeftButton)

    assert editor.rule() == "FREQ=MONTHLY;BYMONTHDAY=-1"
    assert not editor.warning.isVisible()


def test_a_rule_that_came_in_is_told_in_words_and_kept(rhythm):
    raw = "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2"
    editor = rhythm(raw, mar(18))

    assert editor.rule() == raw
    assert editor.words.isVisible()
    assert not editor.every.isVisible()


def test_records_are_added_renamed_coloured_ordered_and_deleted(page, store, qtbot):
    editor = open_records(page.open_store(), "persona", page.toolbar)
    editor.add.click()
    line = editor.list.findChild(type(page.side.panel.backlog.line))
    write(qtbot, line, "Lurkers")
    qtbot.waitUntil(lambda: editor.model.index(2, 0).data() == "Lurkers")
    editor.details.colour.field.chosen.emit("pilot")
    editor.up.click()

    names = [persona.name for persona in page.plan.personas.values()]
    assert names == ["Newcomers", "Lurkers", "Busy managers"]
    lurkers = next(it for it in page.plan.personas.values() if it.name == "Lurkers")
    assert lurkers.colour == "pilot"

    editor.delete.click()
    assert [it.name for it in page.plan.personas.values()] == ["Newcomers", "Busy managers"]


def test_the_rows_of_records_do_not_cover_each_other(page):
    editor = open_records(page.open_store(), "channel", page.toolbar)

    tops = [editor.list.visualRect(editor.model.index(row, 0)).top() for row in range(2)]
    assert tops[0] >= 0
    assert tops[1] - tops[0] >= 28


def test_a_kind_has_icon_area_and_flags(page, store):
    editor: RecordEditor = open_records(page.open_store(), "kind", page.toolbar)
    editor.details.icon.field.chosen.emit("star")
    editor.details._flags["members"].click()

    kind = store.of(Kind).get("live")
    assert (kind.icon, kind.members) == ("star", False)


def test_a_program_serves_a_kpi_through_a_link(page, store):
    editor = open_records(page.open_store(), "program", page.toolbar)
    editor.details.kpi_chosen.emit("first")
    [link] = store.of(Link).all()
    assert (link.from_id, link.to_id, link.role) == ("answers", "first", "serves")

    editor.details.kpi_chosen.emit("")
    assert list(store.of(Link).all()) == []


def test_a_tactic_is_written_and_taken_only_when_it_is_right(page, qtbot):
    editor = open_tactic(page, "")
    editor.accept.click()
    assert editor.name.error.text() != ""

    write(qtbot, editor.name.field, "Podcast", enter=False)
    write(qtbot, editor.time.field, "18:00-18:30", enter=False)
    editor.todo.field.setPlainText("Invite\n\nRecord\n")
    editor.accept.click()

    tactic = next(it for it in page.plan.tactics.values() if it.title == "Podcast")
    assert (tactic.minutes, tactic.steps) == (30, ("Invite", "Record"))


def test_esc_closes_a_question_and_changes_nothing(page, store, press, qtbot):
    before = store.next_undo()
    press("event_shift_after")
    qtbot.keyClick(panel(page), Qt.Key.Key_Escape)

    assert store.next_undo() == before
    assert [it for it in page.window().findChildren(Popover) if it.isVisible()] == []


def test_what_is_asked_about_a_day_is_asked_beside_it(page, press, qtbot):
    page.show_day(mar(19))
    press("event_shift_after")
    asked, day = panel(page), page.views.current.day_anchor(mar(19))

    middle = asked.mapToGlobal(asked.rect().center()).x()
    assert day.left() <= middle <= day.right()
    assert asked.mapToGlobal(asked.rect().topLeft()).y() > day.bottom()
