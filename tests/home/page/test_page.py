from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from app.calendar.event import Event
from app.home.overview import Overview
from app.message import say
from app.purpose.reading import Reading
from app.purpose.sentence import write_purpose
from app.tasks.editing import delete, edit
from app.tasks.task import Task
from app.workflows.rule import Rule, RuleFiring
from tests.calendar.page.builders import a_series, an_event, mar
from tests.home.builders import a_task, save
from widgets.common.words import set_language
from widgets.home.building import day_rows, task_rows
from widgets.home.rows import DayRow, QuietRow, SectionRow, TaskLine


def shown(rows, kind):
    return [row.title if kind is not SectionRow else row.text for row in rows if isinstance(row, kind)]


def test_the_head_says_the_day_and_what_is_left_of_the_week(setup):
    assert setup.page.header.title.text() == "Wednesday, 10 March"
    assert setup.page.header.subtitle.text() == "Week 10 · day 10 of 90 · 2.5 h of this week’s 5.0 h still ahead"


def test_a_day_outside_the_quarter_has_no_number(setup):
    setup.page.seen.today = date(2027, 9, 1)
    setup.page._show_everything()

    assert "of 90" not in setup.page.header.subtitle.text()


def test_the_next_seven_days_show_what_is_planned_and_what_is_not(setup):
    rows = setup.page.days.list.rows.rows()

    assert [(row.mark.number, row.title) for row in rows if isinstance(row, DayRow) and row.mark][:2] == [
        ("10", "Nothing planned"),
        ("11", "AMA with founders"),
    ]
    assert len([row for row in rows if isinstance(row, DayRow) and row.mark]) == 7


def test_two_events_of_a_day_stand_under_one_date(setup):
    save(setup.store, an_event("second", "Second", day=mar(11), at=None, minutes=0))

    rows = [row for row in setup.page.days.list.rows.rows() if row.goal[1] in {"ama", "second"}]

    assert [(row.mark is not None, row.closes) for row in rows] == [(True, False), (False, True)]


def test_a_click_on_an_event_leads_to_it(setup):
    setup.click(setup.page.days.list, "2027-03-11/ama")

    assert setup.asked.gone == [("calendar", "ama")]


def test_one_of_a_series_is_led_to_with_its_day(setup):
    setup.click(setup.page.days.list, "2027-03-16/prompt")

    assert setup.asked.gone == [("calendar", "prompt@2027-03-16")]


def test_an_empty_day_leads_to_the_calendar_there(setup):
    setup.click(setup.page.days.list, "day:2027-03-13")

    assert setup.asked.gone == [("calendar", "day:2027-03-13")]


def test_tasks_stand_under_their_heads(setup):
    rows = setup.page.tasks.card.list.rows.rows()

    assert shown(rows, SectionRow) == ["LATE · 1", "TODAY · 1", "THIS WEEK · 1", "LATER · 1"]
    assert shown(rows, TaskLine) == ["Late", "Today", "Thursday", "Later"]


def test_late_days_are_told_apart_from_those_to_come(setup):
    edit(setup.store, [setup.ids["Today"]], due=mar(8))
    edit(setup.store, [setup.ids["Later"]], due=date(2027, 2, 26))

    rows = [row for row in setup.page.tasks.card.list.rows.rows() if isinstance(row, TaskLine) and row.late]

    assert [row.when for row in rows] == ["26 Feb", "Fri 5", "Mon"]


def test_the_box_ticks_where_it_stands_and_goes_nowhere(setup):
    setup.click(setup.page.tasks.card.list, setup.ids["Today"], box=True)

    assert setup.store.of(Task).get(setup.ids["Today"]).finished
    assert setup.asked.gone == []
    assert "TODAY · 0 OF 1 LEFT" in shown(setup.page.tasks.card.list.rows.rows(), SectionRow)


def test_a_second_press_takes_that_back_and_so_does_undo(setup):
    for _ in range(2):
        setup.click(setup.page.tasks.card.list, setup.ids["Today"], box=True)
    assert not setup.store.of(Task).get(setup.ids["Today"]).finished

    setup.store.undo()

    assert setup.store.of(Task).get(setup.ids["Today"]).finished


def test_the_title_of_a_task_leads_to_it(setup):
    setup.click(setup.page.tasks.card.list, setup.ids["Late"])

    assert setup.asked.gone == [("tasks", setup.ids["Late"])]
    assert not setup.store.of(Task).get(setup.ids["Late"]).finished


def test_space_ticks_and_enter_opens_by_keyboard(setup, qtbot):
    tasks = setup.page.tasks.card.list
    tasks.setFocus(Qt.FocusReason.TabFocusReason)
    assert tasks.rows.row_at(tasks.currentIndex()).title == "Late"  # heads are passed

    qtbot.keyClick(tasks, Qt.Key.Key_Return)
    qtbot.keyClick(tasks, Qt.Key.Key_Space)

    assert setup.asked.gone == [("tasks", setup.ids["Late"])]
    assert setup.store.of(Task).get(setup.ids["Late"]).finished
    assert tasks.rows.row_at(tasks.currentIndex()).title == "Late"  # the keyboard went with it


def type_task(setup, qtbot, text):
    setup.page.tasks.open_line()
    qtbot.keyClicks(setup.page.tasks.line, text)
    qtbot.keyClick(setup.page.tasks.line, Qt.Key.Key_Return)


def test_a_typed_task_is_due_today_unless_it_says_when(setup, qtbot):
    type_task(setup, qtbot, "Thank Petya")
    type_task(setup, qtbot, "Call Nadya fri 14:00 30m")

    made = {task.title: task for task in setup.store.of(Task).all()}
    assert made["Thank Petya"].due == mar(10)
    assert (made["Call Nadya"].due, made["Call Nadya"].effort) == (mar(12), 0.5)
    assert setup.page.tasks.line.text() == ""
    assert setup.asked.told == []


def test_a_task_too_far_to_be_seen_here_is_told(setup, qtbot):
    type_task(setup, qtbot, "Renew the room 20 May")

    assert [message.id for message in setup.asked.told] == ["home.tasks.added"]


def test_escape_leaves_the_line_without_a_task(setup, qtbot):
    setup.page.tasks.open_line()
    qtbot.keyClicks(setup.page.tasks.line, "Half a thou")

    qtbot.keyClick(setup.page.tasks.line, Qt.Key.Key_Escape)

    assert setup.page.tasks.card.list.hasFocus()
    assert (setup.page.tasks.line.text(), setup.store.of(Task).count()) == ("", 4)


def test_an_empty_line_adds_nothing(setup, qtbot):
    type_task(setup, qtbot, "   ")

    assert setup.store.of(Task).count() == 4


def test_the_sentence_leads_to_the_purpose_and_a_kpi_to_its_card(setup, qtbot):
    purpose = setup.page.purpose
    assert purpose.sentence.text() == "Kestrel Circle helps busy team leads plan calmer weeks."

    for button in (purpose.sentence, purpose.tiles[0]):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert setup.asked.gone == [("purpose", ""), ("purpose", "card")]


def test_a_kpi_says_value_state_change_and_target(setup):
    tile = setup.page.purpose.tiles[0]

    assert tile.accessibleName() == (
        "Active in 14 days: 41%, target 45%, On track, +3 pts, read on 8 Mar"
    )  # fmt: skip


def test_a_kpi_that_should_fall_is_glad_when_it_does(setup):
    kpi = setup.page.seen.purpose.kpis["active"]
    save(setup.store, type(kpi)("active", "First answer", unit="h", baseline=6.0, target=4.0))
    save(setup.store, Reading("r3", "kpi", "active", mar(9), 3.9))

    tile = setup.page.purpose.tiles[0]

    assert (tile.change(), tile._change_role()) == (-37.1, "success_text")


def test_the_second_kpi_is_asked_for_and_a_third_is_not(setup):
    one, two, three = setup.page.purpose.tiles

    assert (one.isVisible(), two.isVisible(), three.isVisible()) == (True, True, False)
    assert two.accessibleName() == "Choose a KPI"


def test_a_long_sentence_ends_on_its_second_line(setup):
    write_purpose(setup.store, whom="people who\n" + "plan " * 9_000)

    lines = setup.page.purpose.sentence.lines(400)

    assert len(lines) == 2
    assert "people who plan" in lines[0]
    assert lines[1].endswith("…")


def test_weeks_lead_to_their_days_and_arrows_walk_them(setup, qtbot):
    weeks = setup.page.weeks.weeks
    assert [week.focusPolicy() for week in weeks].count(Qt.FocusPolicy.TabFocus) == 1
    weeks[1].setFocus()

    qtbot.keyClick(weeks[1], Qt.Key.Key_Right)
    qtbot.mouseClick(weeks[2], Qt.MouseButton.LeftButton)

    assert weeks[2].hasFocus()
    assert setup.asked.gone == [("calendar", "day:2027-03-15")]
    assert weeks[1].accessibleName() == "Week 10, 8 Mar – 14 Mar: 5.0 of 8.0 h"


def test_the_next_small_action_of_a_step_leads_to_it(setup, qtbot):
    rows = setup.page.steps.rows
    assert [row.name.text() for row in rows] == [
        "1. Purpose", "2. Personas", "3. Funnel", "4. Calendar", "5. Guide", "6. Workflows",
    ]  # fmt: skip
    assert rows[0].reason.text() == "1 of two KPIs is chosen."

    qtbot.mouseClick(rows[3].link, Qt.MouseButton.LeftButton)

    assert setup.asked.gone == [("calendar", "day:2027-04-12")]


def test_a_new_event_is_opened_in_the_calendar_and_can_be_undone(setup):
    setup.page.add_event()

    (page, made) = setup.asked.gone[0]
    assert page == "calendar"
    assert setup.store.of(Event).get(made).day == mar(10)
    setup.store.undo()
    assert not list(setup.store.of(Event).some([made]))


def test_a_hidden_page_waits_and_shows_what_it_missed(setup):
    setup.page.hide()
    a_task(setup.store, "While away", due=mar(10))
    assert "While away" not in shown(setup.page.tasks.card.list.rows.rows(), TaskLine)

    setup.page.show()

    assert "While away" in shown(setup.page.tasks.card.list.rows.rows(), TaskLine)


def test_very_much_at_once_shows_after_a_look_at_mouse_and_keys(setup, qapp):
    late = setup.store.of(Task).get(setup.ids["Late"])
    save(setup.store, *(replace(late, id=f"late-{n}") for n in range(1_001)))
    assert "LATE · 1" in shown(setup.page.tasks.card.list.rows.rows(), SectionRow)

    qapp.processEvents()

    assert "LATE · 1,002" in shown(setup.page.tasks.card.list.rows.rows(), SectionRow)


def test_a_day_that_began_over_night_shows_when_the_person_comes_back(setup, clock, qapp):
    clock[0] += timedelta(days=1)

    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)

    assert setup.page.header.title.text() == "Thursday, 11 March"
    assert "LATE · 2" in shown(setup.page.tasks.card.list.rows.rows(), SectionRow)
    assert setup.page.standup.found.since == mar(10)


def test_what_is_refreshed_equals_what_is_read_anew(setup):
    edit(setup.store, [setup.ids["Later"]], due=mar(9))
    save(setup.store, a_series("more", "More", day=mar(11), rrule="FREQ=DAILY;COUNT=3"))
    setup.store.undo()
    write_purpose(setup.store, promise="sleep better")
    save(setup.store, Reading("r3", "kpi", "active", mar(9), 44.0))

    seen, anew = setup.page.seen, Overview.read(setup.store)

    assert day_rows(seen) == day_rows(anew)
    assert task_rows(seen) == task_rows(anew)
    assert (seen.purpose.purpose, seen.purpose.readings) == (anew.purpose.purpose, anew.purpose.readings)
    assert (seen.notes, seen.cards) == (anew.notes, anew.cards)


def test_the_language_changes_while_it_is_shown(setup):
    set_language("bg")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    QCoreApplication.processEvents()

    assert setup.page.header.title.text() == "Сряда, 10 март"
    assert shown(setup.page.tasks.card.list.rows.rows(), SectionRow)[0] == "ЗАКЪСНЕЛИ · 1"
    assert setup.page.steps.rows[0].name.text() == "1. Смисъл"


def test_figures_are_those_of_what_they_lead_to(setup):
    tasks, days = setup.page.tasks.card, setup.page.days
    still = [task for task in setup.store.of(Task).all() if not task.finished]
    there = [row for row in days.list.rows.rows() if isinstance(row, DayRow) and row.family]

    assert tasks.note.text() == f"{len(still)} open"
    assert days.note.text() == f"{len(there)} events · 5.0 h"


def test_whatever_takes_the_keyboard_has_a_name(setup):
    nameless = [
        type(widget).__name__
        for widget in setup.page.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible() and not widget.accessibleName()
    ]

    assert [name for name in nameless if name not in {"QWidget", "QScrollBar"}] == []


def test_nothing_due_and_nothing_done_is_said(setup):
    delete(setup.store, list(setup.ids.values()))

    assert [row.text for row in setup.page.tasks.card.list.rows.rows()] == [
        "Nothing is late, and nothing is due in the next two weeks."
    ]
    assert [row.text for row in setup.page.standup.card.list.rows.rows() if isinstance(row, QuietRow)] == ["Nothing"]


def test_what_rules_suggest_stands_on_top_and_leads_to_it(setup, qtbot):
    store, row = setup.store, setup.page.suggestions
    assert row.isHidden()
    with store.change(say("workflows.step.memory")):
        store.of(Rule).save([Rule("r", "Thank you", "task_created")])
        store.of(RuleFiring).save([RuleFiring(f"r{n}", "r", "task", "t", str(n), 1, "asked") for n in range(2)])
    setup.page.attach(store)

    assert not row.isHidden()
    assert row.text.text() == "“Thank you” suggests 2 things"
    qtbot.mouseClick(row.look, Qt.MouseButton.LeftButton)
    assert setup.asked.gone[-1] == ("workflows", "rules")
