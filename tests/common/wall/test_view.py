"""A wall is panned, zoomed at the cursor, fitted, and gives a way back to who got lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication

from widgets.common.wall.view import LEAST, MOST, WallView


class Wall(WallView):
    """Holds two things and remembers what it was asked for."""

    def __init__(self, **options) -> None:
        super().__init__(**options)
        self.pressed: list[QPoint] = []

    def content(self):
        return QRectF(0, 0, 2000, 600)

    def selected(self):
        return QRectF(100, 100, 50, 50)

    def press(self, event):
        self.pressed.append(event.position().toPoint())


@pytest.fixture
def wall(qtbot):
    wall = Wall()
    wall.resize(800, 600)
    wall.show()
    qtbot.addWidget(wall)
    qtbot.waitExposed(wall)
    wall.setFocus()
    return wall


UP, STILL = QPoint(0, 120), QPoint()


def turn(wall, at, *, angle=UP, pixels=STILL, keys=Qt.KeyboardModifier.NoModifier):
    where = QPointF(at)
    event = QWheelEvent(
        where, wall.viewport().mapToGlobal(where), pixels, angle, Qt.MouseButton.NoButton, keys,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(wall.viewport(), event)


def mouse(wall, kind, at, button=Qt.MouseButton.LeftButton):
    where = QPointF(at)
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else button
    event = QMouseEvent(kind, where, wall.viewport().mapToGlobal(where), button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(wall.viewport(), event)


def drag(wall, start, end, button=Qt.MouseButton.LeftButton):
    mouse(wall, QEvent.Type.MouseButtonPress, start, button)
    mouse(wall, QEvent.Type.MouseMove, end, button)
    mouse(wall, QEvent.Type.MouseButtonRelease, end, button)


def near(one: QPointF, other: QPointF, px: float) -> bool:
    return (one - other).manhattanLength() <= px


def test_it_opens_with_everything_in_view_and_stays_so_when_its_room_changes(wall):
    assert wall.visible_part().contains(wall.content())

    wall.resize(500, 500)

    assert wall.visible_part().contains(wall.content())


def test_what_was_moved_by_hand_stays_where_it_is_when_the_room_changes(wall):
    wall.set_zoom(1.0)
    before = wall.mapToScene(0, 0)

    wall.resize(700, 500)

    assert wall.zoom() == 1.0
    assert near(wall.mapToScene(0, 0), before, 1)


@pytest.mark.parametrize("up", [120, -120, 40])
def test_the_wheel_with_ctrl_zooms_and_keeps_what_is_under_the_cursor(wall, up):
    at = QPoint(200, 150)
    before, zoom = wall.mapToScene(at), wall.zoom()

    turn(wall, at, angle=QPoint(0, up), keys=Qt.KeyboardModifier.ControlModifier)

    assert (wall.zoom() > zoom) == (up > 0)
    assert near(wall.mapToScene(at), before, 2 / wall.zoom())


def test_zoom_has_ends(wall):
    for _ in range(40):
        wall.step_zoom(1)
    most = wall.zoom()
    for _ in range(60):
        wall.step_zoom(-1)

    assert (most, wall.zoom()) == (MOST, LEAST)


def test_the_wheel_pans_down_with_shift_across_and_a_touchpad_by_its_pixels(wall):
    wall.set_zoom(1.0)
    start = wall.mapToScene(0, 0)

    turn(wall, QPoint(100, 100), angle=QPoint(0, -120))
    down = wall.mapToScene(0, 0) - start
    turn(wall, QPoint(100, 100), angle=QPoint(0, -120), keys=Qt.KeyboardModifier.ShiftModifier)
    across = wall.mapToScene(0, 0) - start - down
    turn(wall, QPoint(100, 100), pixels=QPoint(-7, -3))
    free = wall.mapToScene(0, 0) - start - down - across

    assert (down.x(), down.y() > 0) == (0, True)
    assert (across.x() > 0, across.y()) == (True, 0)
    assert (free.x(), free.y()) == (7, 3)


def test_space_and_drag_pan_and_what_is_on_the_wall_hears_nothing(wall, qtbot):
    wall.set_zoom(1.0)
    before = wall.mapToScene(0, 0)

    qtbot.keyPress(wall, Qt.Key.Key_Space)
    drag(wall, QPoint(300, 300), QPoint(250, 320))
    qtbot.keyRelease(wall, Qt.Key.Key_Space)

    assert wall.mapToScene(0, 0) - before == QPointF(50, -20)
    assert wall.pressed == []

    drag(wall, QPoint(300, 300), QPoint(250, 320))

    assert wall.pressed == [QPoint(300, 300)]
    assert wall.mapToScene(0, 0) - before == QPointF(50, -20)


def test_the_middle_button_pans(wall):
    wall.set_zoom(1.0)
    before = wall.mapToScene(0, 0)

    drag(wall, QPoint(300, 300), QPoint(310, 300), Qt.MouseButton.MiddleButton)

    assert wall.mapToScene(0, 0) - before == QPointF(-10, 0)


def test_a_wall_on_which_space_does_something_else_is_not_panned_by_it(qtbot):
    wall = Wall(space_pans=False)
    qtbot.addWidget(wall)
    wall.resize(400, 300)
    wall.show()

    qtbot.keyPress(wall, Qt.Key.Key_Space)
    drag(wall, QPoint(10, 10), QPoint(60, 60))

    assert wall.pressed == [QPoint(10, 10)]


def test_who_is_lost_is_led_back(wall, qtbot):
    wall.set_zoom(1.0)
    wall.pan(50_000, 0)
    qtbot.waitUntil(wall.back.isVisible, timeout=2000)

    qtbot.mouseClick(wall.back, Qt.MouseButton.LeftButton)

    assert wall.visible_part().contains(wall.content())
    qtbot.waitUntil(lambda: not wall.back.isVisible(), timeout=2000)


def test_the_selection_is_shown_large(wall):
    wall.fit_selection()

    assert wall.visible_part().contains(wall.selected())
    assert wall.zoom() == 2.0


def test_revealing_moves_no_more_than_needed_and_can_bring_into_the_middle(wall):
    wall.set_zoom(1.0)
    wall.reveal(QRectF(1000, 300, 100, 50), middle=True)
    assert near(wall.visible_part().center(), QPointF(1050, 325), 1)

    before = wall.mapToScene(0, 0)
    wall.reveal(QRectF(1000, 300, 100, 50))
    assert wall.mapToScene(0, 0) == before

    wall.reveal(QRectF(3000, 300, 100, 50))
    assert wall.visible_part().contains(QRectF(3000, 300, 100, 50))
    assert wall.mapToScene(0, 0).y() == before.y()


def test_a_pinch_zooms_where_the_fingers_are(wall):
    at = QPoint(200, 150)
    before, zoom = wall.mapToScene(at), wall.zoom()
    where = QPointF(at)

    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture, QPointingDevice.primaryPointingDevice(), 2, where, where,
        wall.viewport().mapToGlobal(where), 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(wall.viewport(), event)

    assert abs(wall.zoom() - 1.25 * zoom) < 1e-6
    assert near(wall.mapToScene(at), before, 2 / wall.zoom())
