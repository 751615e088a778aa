import pytest
from PySide6.QtTest import QTest

from app.plans import editing
from app.plans.plan_text import PlanText
from tests.on_desk import PageOnDesk
from widgets.plans.page import ACTION


@pytest.fixture
def tab(page):
    page.open_tab(ACTION)
    return page.tab


def test_a_line_leads_to_its_record(page, tab):
    tab.cards["segments"].rows.buttons[0].click()

    assert PageOnDesk.gone(page) == [("personas", "new")]


def test_what_has_no_score_leads_to_the_matrix(page, tab):
    tab.cards["effort"].rows.buttons[-1].click()

    assert PageOnDesk.gone(page) == [("calendar", "view:matrix")]


def test_words_are_written_and_stay_while_something_else_changes(page, tab, store):
    field = tab.cards["timing"].words.field
    field.setFocus()
    QTest.keyClicks(field, "Mondays")
    editing.write(store, "action", "feedback", "A thread each month")

    assert field.toPlainText() == "Mondays"
    page.leave()
    assert {(it.part, it.text) for it in store.of(PlanText).all()} == {
        ("timing", "Mondays"), ("feedback", "A thread each month")
    }  # fmt: skip
    assert tab.cards["feedback"].words.field.toPlainText() == "A thread each month"


def test_the_list_names_the_parts_with_gaps(tab):
    from widgets.common.nav_list import ROW

    rows = [tab.list.model().index(n, 0).data(ROW) for n in range(tab.list.model().rowCount())]
    assert {it.key for it in rows if it.says} >= {"segments", "timing", "measures", "effort"}
