"""Bars, overview and the text in place that float over a wall."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit

from app.message import say
from widgets.common.theme import theme
from widgets.common.wall.editor import WallEditor
from widgets.common.wall.minimap import Minimap
from widgets.common.wall.toolbar import Tool, WallToolbar
from widgets.common.wall.view import WallView
from widgets.common.wall.zoom_bar import ZoomBar


class Wall(WallView):
    def content(self):
        return QRectF(0, 0, 1000, 500)


@pytest.fixture
def wall(qtbot):
    wall = Wall()
    qtbot.addWidget(wall)
    wall.resize(900, 700)
    wall.show()
    qtbot.waitExposed(wall)
    return wall


def test_the_zoom_bar_says_how_large_and_zooms(wall, qtbot):
    bar = ZoomBar(wall)
    bar.show()
    wall.set_zoom(1.0)
    assert bar.amount.text() == "100%"

    qtbot.mouseClick(bar.into, Qt.MouseButton.LeftButton)
    assert (wall.zoom(), bar.amount.text()) == (1.25, "125%")

    qtbot.mouseClick(bar.amount, Qt.MouseButton.LeftButton)
    assert wall.zoom() == 1.0

    qtbot.mouseClick(bar.whole, Qt.MouseButton.LeftButton)
    assert wall.visible_part().contains(wall.content())


def test_a_tool_that_is_a_mode_stays_on_and_one_that_is_not_does_not(wall, qtbot):
    tools = (Tool("fit", "maximize", say("wall.zoom.fit"), mode=True), Tool(), Tool("in", "plus", say("wall.zoom.in")))
    bar = WallToolbar(wall, tools)
    bar.show()
    chosen: list[str] = []
    bar.chosen.connect(chosen.append)

    for tool in ("fit", "in"):
        qtbot.mouseClick(bar.buttons[tool], Qt.MouseButton.LeftButton)

    assert chosen == ["fit", "in"]
    assert [bar.buttons[tool].isChecked() for tool in ("fit", "in")] == [True, False]


def test_bars_stay_at_their_edge(wall):
    bar = ZoomBar(wall)
    bar.show()
    far = wall.width() - bar.geometry().right()

    wall.resize(600, 500)

    assert wall.width() - bar.geometry().right() == far


def test_a_press_on_the_overview_looks_there(wall, qtbot):
    drawn: list[QRectF] = []
    overview = Minimap(wall, lambda _, part: drawn.append(part))
    overview.show()
    wall.set_zoom(2.0)
    overview.grab()
    assert drawn[-1].contains(wall.content())

    qtbot.mouseClick(overview.picture, Qt.MouseButton.LeftButton, pos=QPoint(110, 42))

    assert abs(wall.visible_part().center().x() - (500 + (110 - 67) * 1040 / 134)) < 2


def test_the_overview_is_drawn_anew_after_a_rest_and_not_at_every_change(wall, qtbot):
    drawn: list[QRectF] = []
    overview = Minimap(wall, lambda _, part: drawn.append(part))
    overview.show()
    overview.grab()
    before = len(drawn)

    for _ in range(20):
        overview.content_changed()
        overview.grab()
    assert len(drawn) == before

    qtbot.waitUntil(lambda: (overview.grab(), len(drawn))[1] == before + 1, timeout=2000)


def open_editor(wall, qtbot):
    editor = WallEditor(wall)
    said: list[tuple[str, str]] = []
    editor.typed.connect(lambda text: said.append(("typed", text)))
    editor.ended.connect(lambda why: said.append(("ended", why)))
    wall.activateWindow()
    editor.open(QRectF(100, 100, 200, 80), "Old", theme().font("small"), "Text")
    qtbot.waitUntil(editor.hasFocus)
    return editor, said


def test_typing_is_kept_after_a_rest_and_at_the_end(wall, qtbot):
    editor, said = open_editor(wall, qtbot)

    qtbot.keyClicks(editor, " and")
    qtbot.waitUntil(lambda: said == [("typed", "Old and")], timeout=3000)
    qtbot.keyClicks(editor, " new")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)

    assert said[1:] == [("typed", "Old and new"), ("ended", "done")]
    assert editor.isHidden()


@pytest.mark.parametrize(
    ("key", "modifiers"),
    [(Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)],
)
def test_tab_and_ctrl_enter_ask_for_the_next(wall, qtbot, key, modifiers):
    editor, said = open_editor(wall, qtbot)

    qtbot.keyClick(editor, key, modifiers)

    assert said == [("ended", "next")]


def test_leaving_it_ends_it_once(wall, qtbot):
    _, said = open_editor(wall, qtbot)
    other = QLineEdit(wall)
    other.show()

    other.setFocus()

    assert said == [("ended", "left")]


def test_it_goes_where_the_wall_goes_and_as_large(wall, qtbot):
    editor, _ = open_editor(wall, qtbot)
    wall.set_zoom(2.0)

    assert editor.geometry() == wall.part_on_view(QRectF(100, 100, 200, 80)).toAlignedRect()
    assert editor.fontInfo().pixelSize() == 2 * theme().font("small").pixelSize()


def test_a_screen_reader_finds_the_bars_over_a_wall(wall):
    bar = ZoomBar(wall)
    bar.show()

    interface = QAccessible.queryAccessibleInterface(wall)
    children = [interface.child(at) for at in range(interface.childCount())]

    assert interface.role() == QAccessible.Role.Canvas
    assert bar in [child.object() for child in children]


def test_what_is_revealed_stands_above_the_bars_at_the_bottom(wall):
    bar = WallToolbar(wall, [Tool("in", "plus", say("wall.zoom.in"))])
    bar.show()
    wall.set_zoom(1.0)
    middle = bar.panel().center()
    part = wall.mapToScene(middle).toPoint()

    wall.reveal(QRectF(part.x() - 20, part.y() - 20, 40, 40))

    assert wall.part_on_view(QRectF(part.x() - 20, part.y() - 20, 40, 40)).bottom() < bar.panel().top()

    bar.stays = False
    before = wall.mapToScene(0, 0)
    wall.reveal(QRectF(wall.mapToScene(middle), QSizeF(10, 10)))
    assert wall.mapToScene(0, 0) == before
