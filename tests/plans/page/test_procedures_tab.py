from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.plans import editing
from app.plans.procedure import Procedure, ProcedureStep
from app.tasks.task import Task
from tests.on_desk import PageOnDesk


def names(page):
    return [it.name for it in page.bench.plans.procedures.values()]


def press(page, id):
    next(it for it in page.page_actions() if it.id == id).handler()


def test_a_step_is_written_and_the_next_one_follows_on_enter(page, store, qtbot):
    row = page.tab.sheet.rows["ask"]
    row.text.setFocus()
    row.text.selectAll()
    QTest.keyClicks(row.text, "Ask by name")
    QTest.keyClick(row.text, Qt.Key.Key_Return)

    steps = page.bench.plans.steps["welcome"]
    assert [it.text for it in steps] == ["Greet", "Ask by name", ""]
    assert page.tab.sheet.rows[steps[2].id].text.hasFocus()


def test_what_is_typed_stays_while_something_else_changes(page, store):
    field = page.tab.sheet.purpose.field
    field.setFocus()
    QTest.keyClicks(field, "More ")
    editing.edit(store, ProcedureStep, "greet", effort=2.0)

    assert "More " in field.toPlainText()
    page.leave()
    assert "More " in store.of(Procedure).get("welcome").purpose


def test_steps_are_put_in_order_by_keys(page, store):
    QTest.keyClick(page.tab.sheet.rows["ask"].text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)

    assert [it.id for it in page.bench.plans.steps["welcome"]] == ["ask", "greet"]
    assert page.tab.sheet.rows["ask"].number.text() == "1"


def test_a_procedure_is_added_copied_deleted_and_comes_back(page, store):
    press(page, "plans_new_procedure")
    QTest.keyClicks(QApplication.focusWidget(), "Sweep")
    page.leave()
    assert names(page) == ["Welcome", "Empty", "Sweep"]

    page.show_thing("greet")
    press(page, "plans_duplicate")
    assert names(page) == ["Welcome", "Welcome (copy)", "Empty", "Sweep"]
    press(page, "plans_delete")
    assert names(page) == ["Welcome", "Empty", "Sweep"]
    store.undo()
    assert len(page.bench.plans.steps[list(page.bench.plans.procedures)[1]]) == 2


def test_a_run_is_asked_for_its_day_and_listed_with_the_way_to_its_tasks(page, store):
    page.show_thing("welcome")
    press(page, "plans_run")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    tasks = sorted(store.of(Task).all(), key=lambda it: it.due)
    assert [it.due for it in tasks] == [date(2027, 3, 10), date(2027, 3, 13)]
    line = page.tab.sheet.runs.buttons[0]
    line.click()
    assert PageOnDesk.gone(page) == [("tasks", tasks[0].id)]


def test_search_leads_to_a_step(page):
    page.show_thing("ask")

    assert page.tab.sheet.rows["ask"].text.hasFocus()
    assert page.tab.list.key() == "welcome"


def test_what_changes_while_another_page_is_looked_at_is_shown_afterwards(page, store):
    page.hide()
    editing.edit(store, Procedure, "welcome", name="Welcoming")
    assert page.tab.sheet.name.field.text() == "Welcome"

    page.show()

    assert page.tab.sheet.name.field.text() == "Welcoming"
