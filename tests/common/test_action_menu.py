from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton, QWidget

from widgets.common.action import Action
from widgets.common.action_menu import action_menu, pop_up_below

DONE = []
ACTIONS = (
    Action("undo", "action.undo", lambda: DONE.append("undo"), "undo-2", ("Ctrl+Z",)),
    None,
    Action("redo", "action.redo", lambda: DONE.append("redo"), "redo-2", enabled=lambda: False),
)


def test_a_menu_tells_what_can_be_done_now_with_its_keys(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    undo, line, redo = action_menu(room, ACTIONS).actions()

    assert (undo.text(), undo.shortcut().toString(), undo.isEnabled()) == ("Undo", "Ctrl+Z", True)
    assert line.isSeparator()
    assert not redo.isEnabled()

    undo.trigger()
    assert DONE == ["undo"]


def test_it_ends_where_its_button_ends(qtbot):
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(600, 300)
    button = QPushButton("Export", room)
    button.move(400, 20)
    room.show()
    menu = action_menu(room, ACTIONS)
    pop_up_below(menu, button)

    below = button.mapToGlobal(QPoint(button.width(), button.height()))
    assert abs(menu.geometry().right() + 1 - below.x()) <= 1
    assert abs(menu.geometry().top() - below.y()) <= 1
    menu.close()
