import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.calendar.event import Event
from app.funnel.branch import Branch
from app.funnel.stage import Stage
from app.message import say
from app.purpose.board import Board, Note, NoteKind
from app.tasks.task import Column, Task
from app.tasks.today import today_of
from widgets.common.inspector_frame import InspectorFrame
from widgets.common.inspector_head import InspectorHead
from widgets.shell.regions import Regions


@pytest.fixture
def front(sample, qtbot):
    sample.frame.activateWindow()
    qtbot.waitUntil(sample.frame.isActiveWindow)
    sample.rename("so that the strip has something to press")
    sample.window.rail._buttons["calendar"].setFocus()
    return sample


def region(shell):
    focus = QApplication.focusWidget()
    for number, widget in enumerate(shell.program._region_widgets()):
        if widget is focus or widget.isAncestorOf(focus):
            return number
    return None


def f6(shell, qtbot, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, modifiers)
    return region(shell)


def test_f6_leads_round_all_regions(front, qtbot):
    count = len(front.program._region_widgets())

    seen = [region(front)] + [f6(front, qtbot) for _ in range(count)]

    assert seen == [*range(count), 0]


def test_shift_f6_leads_back(front, qtbot):
    last = len(front.program._region_widgets()) - 1

    assert f6(front, qtbot, Qt.KeyboardModifier.ShiftModifier) == last


def test_a_region_remembers_where_the_focus_was(front, qtbot):
    front.window.rail.search.setFocus()
    f6(front, qtbot)
    f6(front, qtbot, Qt.KeyboardModifier.ShiftModifier)

    assert front.window.rail.search.hasFocus()


def test_a_region_inside_another_is_left_too(qtbot):
    window = QWidget()
    column = QVBoxLayout(window)
    wall, side = QPlainTextEdit(), QPushButton()
    tool = QPushButton(wall)  # floats over the wall
    for widget in (wall, side):
        column.addWidget(widget)
    qtbot.addWidget(window)
    regions = Regions(window, lambda: [wall, tool, side])
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    wall.setFocus()

    seen = []
    for by in (1, 1, 1, -1, -1, -1):
        regions.step(by)
        seen.append(QApplication.focusWidget())

    assert seen == [tool, side, wall, side, tool, wall]


def test_an_inspector_is_entered_at_its_first_field(qtbot):
    frame, name, wall = InspectorFrame(), QLineEdit(), QPushButton()
    frame.fill([name, QLineEdit()])
    frame.show_fields(something=True)
    window = QWidget()
    row = QHBoxLayout(window)
    row.addWidget(wall)
    row.addWidget(frame)
    qtbot.addWidget(window)
    regions = Regions(window, lambda: [wall, frame])
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    wall.setFocus()

    regions.step(1)
    assert name.hasFocus()
    frame.head.delete.setFocus()
    regions.step(1)
    regions.step(1)
    assert frame.head.delete.hasFocus()  # it remembers that


@pytest.mark.parametrize("page", ["purpose", "funnel", "calendar", "tasks"])
def test_on_every_page_f6_comes_to_the_words_of_what_is_selected(front, qtbot, page):
    program, store = front.program, front.store
    with store.change(say("step.add", title="all")):
        store.of(Board).save([Board("b", "Purpose")])
        store.of(Note).save([Note("n", "b", NoteKind.NOTE, 0, 0, 160, 90, text="the words")])
        store.of(Stage).save([Stage("s", "Awareness", "welcome")])
        store.of(Branch).save([Branch("r", "s", text="the words")])
        store.of(Event).save([Event("e", "the words", "k1", day=today_of(store))])
        store.of(Column).save([Column("c", "To do")])
        store.of(Task).save([Task("t", "the words", "c")])
    program.go(page, {"purpose": "n", "funnel": "r", "calendar": "e", "tasks": "t"}[page])
    shown = front.window.pages.page
    side = next(it for it in shown.regions() if isinstance(it, InspectorFrame) or it.findChild(InspectorFrame))
    qtbot.waitUntil(lambda: any(it.isVisible() for it in side.findChildren(InspectorHead)))

    for _ in range(len(program._region_widgets())):
        if side.isAncestorOf(QApplication.focusWidget()):
            break
        program.step_region(1)

    typed = QApplication.focusWidget()
    assert (typed.toPlainText() if hasattr(typed, "toPlainText") else typed.text()) == "the words", typed
