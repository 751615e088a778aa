"""The fields of calendar and funnel offer no archived persona."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.calendar.event import Event
from app.calendar.plan import Plan
from app.message import say
from app.personas.persona import Persona
from tests.on_desk import dressed as dressed
from widgets.calendar.dimensions import choices, legend
from widgets.common.check_menu import CheckMenu
from widgets.common.chips_field import ChipsField
from widgets.records.record_editor import open_records


def names_in(field) -> list[str]:
    field.add.click()
    menu = field.findChildren(CheckMenu)[-1]
    names = [action.text() for action in menu.actions() if action.isCheckable()]
    menu.close()
    return names


def test_an_archived_persona_is_shown_where_it_is_chosen_and_offered_nowhere(qtbot):
    field = ChipsField(say("field.personas.add"), say("field.personas.manage"))
    qtbot.addWidget(field)
    known = {it.id: it for it in (Persona("a", "One"), Persona("b", "Two", archived=True))}
    field.show_value(known, ["b"])
    assert names_in(field) == ["One", "Two"]
    field.show_value(known, [])

    assert names_in(field) == ["One"]


def test_filters_of_events_and_their_legend_offer_it_only_where_it_is_used():
    plan = Plan()
    plan.personas |= {it.id: it for it in (Persona("a", "One"), Persona("b", "Two", archived=True))}

    assert [key for key, *_ in choices(plan, "persona")] == ["a", ""]
    assert [key for key, *_ in choices(plan, "persona", ["b"])] == ["a", "b", ""]
    assert [name for _, name in legend(plan, "persona")] == ["One"]
    plan.events["e"] = Event("e", "Reunion", date(2027, 3, 1), personas=("b",))
    assert [name for _, name in legend(plan, "persona")] == ["One", "Two"]


def test_the_editor_of_records_lists_it_no_more_and_orders_the_others_around_it(store, qtbot):
    with store.change(say("step.begin")):
        store.of(Persona).save(Persona(key, key, position=row, archived=key == "b") for row, key in enumerate("abc"))
    beside = QWidget()
    qtbot.addWidget(beside)
    editor = open_records(store, "persona", beside)

    assert [editor.model.record(row).id for row in range(editor.model.rowCount())] == ["a", "c"]
    editor.move_requested.emit("c", 0)
    assert [editor.model.record(row).id for row in range(editor.model.rowCount())] == ["c", "a"]
