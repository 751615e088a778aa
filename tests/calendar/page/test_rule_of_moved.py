"""The rhythm is edited as that of its series, wherever the occurrence that is open was moved to."""

import pytest

from app.calendar import actions
from app.calendar.event import Event
from app.message import say
from tests.calendar.page.builders import a_series, mar
from widgets.common.rhythm.rule_editor import RuleEditor


@pytest.fixture
def editor(page, store):
    with store.change(say("step.add", title="Talk")):
        store.of(Event).save([a_series("talk", "Talk", rrule="FREQ=MONTHLY;BYDAY=2TU", day=mar(9))])
    [key] = actions.move(store, [("talk", "2027-04-13")], 1)
    page.select([key])
    page.open_selection()
    page.side.inspector.rhythm.repeats.field.click()
    [editor] = page.window().findChildren(RuleEditor)
    return editor


def test_opening_and_accepting_changes_nothing(editor, store):
    before = store.next_undo()

    assert editor.rule() == "FREQ=MONTHLY;BYDAY=2TU"
    editor.entered.emit()

    assert store.next_undo() == before


def test_the_field_says_the_rhythm_of_the_series(editor, page):
    field = page.side.inspector.rhythm.repeats.field

    assert (field.value(), field.toolTip()) == ("Monthly", "Monthly on the second Tuesday")
