"""A menu to tick: what is chosen looks so, beside a dot too."""

from __future__ import annotations

from PySide6.QtGui import QImage

from app.message import say
from app.personas.persona import Persona
from widgets.common.check_menu import CheckMenu
from widgets.common.chips_field import ChipsField
from widgets.common.theme import theme


def rows(menu: CheckMenu) -> list[QImage]:
    picture = menu.grab().toImage()
    return [picture.copy(menu.actionGeometry(action)) for action in menu.actions()[:2]]


def test_a_chosen_persona_has_a_tick_and_the_others_have_none(qtbot):
    theme().apply("light", 1.0)
    field = ChipsField(say("field.personas.add"), say("field.personas.manage"))
    qtbot.addWidget(field)
    known = {key: Persona(key, "Night owls", colour="live") for key in ("p1", "p2")}
    field.show_value(known, ["p1"])
    field.show()
    field.add.click()
    menu = field.findChild(CheckMenu)
    menu.setActiveAction(menu.actions()[-1])

    chosen, other = rows(menu)

    assert chosen != other
    menu.close()
