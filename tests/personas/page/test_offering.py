"""The fields of calendar and funnel offer no archived persona."""

from app.message import say
from app.personas.persona import Persona
from tests.on_desk import dressed as dressed
from widgets.common.check_menu import CheckMenu
from widgets.common.chips_field import ChipsField


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
