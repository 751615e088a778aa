"""A field for light Markdown reads without its marks while nobody writes in it."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from widgets.common.light_area import LightArea


def test_marks_are_seen_only_while_it_is_written_in_and_the_text_stays_as_it_was_typed(qtbot):
    window, other, field = QWidget(), QLineEdit(), LightArea()
    column = QVBoxLayout(window)
    for widget in (other, field):
        column.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(400, 300)
    window.show()
    field.show_value("**Example.** We begin.")
    window.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)

    assert field._read.toPlainText() == "Example. We begin."
    assert field.toPlainText() == "**Example.** We begin."
    resting = field.grab().toImage()
    field.setFocus()
    assert field.grab().toImage() != resting
    other.setFocus()
    assert field.grab().toImage() == resting


def test_it_has_room_for_what_it_says(qtbot):
    field = LightArea(2)
    qtbot.addWidget(field)
    field.resize(240, 60)
    field.show_value("- one\n- two\n- three\n- four")

    assert field._read.size().height() <= field.viewport().height() + 2 * field.document().documentMargin() + 2
