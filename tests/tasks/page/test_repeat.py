"""How often a task repeats, on the page: usual rhythms, the editor of any, what comes next, and passing over."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt

from app.message import say
from app.tasks.editing import edit
from app.tasks.repeating import left_behind
from tests.tasks.builders import add, get
from tests.tasks.page.conftest import press
from widgets.common.choice import MANAGE
from widgets.common.rhythm.rule_editor import RuleEditor

WEEKLY = "FREQ=WEEKLY;BYDAY=WE"


def opened(setup, title: str):
    setup.page.show_thing(setup.ids[title])
    return setup.page.inspector.when


def editor_of(page) -> RuleEditor:
    return next(it for it in page.window().findChildren(RuleEditor) if it.isVisible())


def choose(field, id: str) -> None:
    field.setCurrentIndex(field.findData(id))
    field.activated.emit(field.currentIndex())


def test_any_rhythm_is_put_together_in_the_editor_of_the_calendar(setup, qtbot):
    page, when = setup.page, opened(setup, "Today")
    choose(when.repeat.field, MANAGE)
    editor = editor_of(page)
    choose(editor.frequency.field, "MONTHLY")
    choose(editor.on.field, "ordinal")
    press(qtbot, editor, Qt.Key.Key_Return)

    assert get(setup.store, setup.ids["Today"]).repeat == "FREQ=MONTHLY;BYDAY=2WE"
    assert when.repeat.field.currentText() == "Monthly on the second Wednesday"
    assert when.next_time.text.text() == "The next one is due Wed 14 Apr."
    setup.store.undo()
    assert not when.next_time.isVisible()


def test_a_usual_rhythm_is_one_choice_and_gives_a_day(setup):
    when = opened(setup, "Doing")
    choose(when.repeat.field, "FREQ=DAILY")

    found = get(setup.store, setup.ids["Doing"])
    assert (found.repeat, found.due) == ("FREQ=DAILY", date(2027, 3, 10))


def test_passing_over_is_a_button_an_action_and_said(setup, qtbot):
    edit(setup.store, [setup.ids["Today"]], repeat=WEEKLY)
    when = opened(setup, "Today")
    qtbot.mouseClick(when.next_time.skip, Qt.MouseButton.LeftButton)

    assert get(setup.store, setup.ids["Today"]).due == date(2027, 3, 17)
    assert setup.asked.told[-1] == say("tasks.repeat.skipped", title="Today", day=date(2027, 3, 17))
    action = next(it for it in setup.page.page_actions() if it.id == "task_skip")
    assert action.enabled()
    action.handler()
    assert get(setup.store, setup.ids["Today"]).due == date(2027, 3, 24)
    setup.page.select([setup.ids["Late"]])
    assert not action.enabled()


def test_ticking_says_when_the_next_one_comes_and_unticking_takes_it_back(setup, qtbot):
    task = add(setup.store, "Digest", due=date(2027, 3, 10), repeat=WEEKLY)
    page = setup.page
    page.select([task])
    page.edits.toggle([task])

    assert setup.asked.told == [say("tasks.repeat.again", title="Digest", day=date(2027, 3, 17))]
    (later,) = left_behind(setup.store, [task])
    page.edits.toggle([task])
    assert (later.id in page.tasks.all, get(setup.store, task).repeat) == (False, WEEKLY)


def test_the_last_time_says_so(setup):
    edit(setup.store, [setup.ids["Today"]], repeat=WEEKLY + ";COUNT=1")
    when = opened(setup, "Today")

    assert when.next_time.text.text() == "This is the last time."
    assert not when.next_time.skip.isVisible()
