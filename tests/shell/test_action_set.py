from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.message import say
from widgets.common.action import Action
from widgets.common.toast import Toast
from widgets.shell.action_set import ActionSet
from widgets.shell.keys import Keys


def test_a_shortcut_works_the_moment_its_action_can_be_used(qtbot):
    window, done, chosen = QWidget(), [], []
    qtbot.addWidget(window)
    actions = ActionSet(window)
    record = Action("dup", "common.undo", lambda: done.append(1), "", ("Ctrl+D",), "event", lambda: bool(chosen))
    actions.set_page_actions([record])
    keys = Keys(window, actions)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    chosen.append("an event")  # a selection changes nothing in the playbook, so nobody asks the actions anew
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)

    assert done == [1]
    assert keys.parent() is window


def test_only_what_was_a_step_is_offered_to_be_taken_back(sample):
    sample.rename("Another")

    sample.program.tell(say("settings.backups.made"))
    [toast] = sample.window.findChildren(Toast)
    assert not toast.undo.isVisible()
    sample.program.tell(say("calendar.tactic_saved", title="AMA"), undo=True)
    assert toast.undo.isVisible()


def test_the_same_actions_asked_for_again_are_kept(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    actions = ActionSet(window)
    record = Action("dup", "common.undo", print, "", ("Ctrl+D",), "event", lambda: True)
    actions.set_page_actions([record])
    made = actions.get("dup")

    actions.set_page_actions([record])
    assert actions.get("dup") is made

    actions.set_page_actions([])
    assert list(actions.records()) == []
