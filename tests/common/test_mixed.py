"""Different values read *Mixed* in italics, whatever the field is made of."""

from datetime import date

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit

from widgets.common.day_field import DayField
from widgets.common.field_button import FieldButton
from widgets.common.search_field import SearchField
from widgets.common.text_area import TextArea
from widgets.common.text_field import TextField
from widgets.common.theme import theme


@pytest.fixture(autouse=True)
def dressed(qapp):
    theme().apply("light")


def show_mixed(field):
    field.show_day(None, mixed=True) if isinstance(field, DayField) else field.show_value(None)


def show_one(field):
    field.show_day(date(2027, 3, 11)) if isinstance(field, DayField) else field.show_value("one")


def painted_with(field):
    """What paints the words: a field of its own inside, or the part of it that scrolls."""
    if isinstance(field, TextArea):
        return field.viewport()
    return field.findChild(QLineEdit) or field


@pytest.mark.parametrize("kind", [TextField, TextArea, DayField, FieldButton])
def test_mixed_is_in_italics_and_one_value_is_not(kind, qtbot):
    field = kind()
    qtbot.addWidget(field)
    field.show()

    show_mixed(field)
    assert painted_with(field).font().italic()

    show_one(field)
    assert not painted_with(field).font().italic()


def test_a_text_area_is_as_high_as_its_text(qtbot):
    area = TextArea(3)
    qtbot.addWidget(area)
    area.resize(200, 60)
    area.show()
    low = area.height()

    area.show_value("\n".join("12345"))
    assert area.height() == low + 2 * area.fontMetrics().lineSpacing()
    assert area.verticalScrollBar().maximum() == 0

    area.show_value("one")
    assert area.height() == low


def test_the_button_that_empties_a_search_has_a_name(qtbot):
    field = SearchField()
    qtbot.addWidget(field)
    field.setText("ama")

    node = QAccessible.queryAccessibleInterface(field)
    names = [node.child(at).text(QAccessible.Text.Name) for at in range(node.childCount())]

    assert "Clear the search" in names
