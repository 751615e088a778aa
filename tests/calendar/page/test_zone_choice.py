"""The field for the zone keeps what it shows while one only walks through it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from widgets.calendar.inspector.zone_choice import ZoneChoice


@pytest.fixture
def field(qtbot):
    around, field, other = QWidget(), ZoneChoice(), QLineEdit()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    column.addWidget(field)
    column.addWidget(other)
    field.other, field.around = other, around  # Python keeps alive what it names
    field.show_value("Europe/Sofia")
    around.show()
    around.activateWindow()
    qtbot.waitUntil(around.isActiveWindow)
    return field


def test_walking_through_it_changes_nothing(field, qtbot):
    taken = []
    field.chosen.connect(taken.append)

    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    shown = field.currentText()
    field.other.setFocus()
    qtbot.waitUntil(field.other.hasFocus)

    assert (shown, field.currentText(), taken) == ("Europe/Sofia", "Europe/Sofia", [])


def test_a_zone_that_is_typed_is_taken(field, qtbot):
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.lineEdit().setText("Asia/Tokyo")

    with qtbot.waitSignal(field.chosen) as told:
        qtbot.keyClick(field.lineEdit(), Qt.Key.Key_Return)

    assert told.args == ["Asia/Tokyo"]
