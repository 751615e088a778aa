import pytest
from PySide6.QtCore import Qt

from widgets.common.segmented import Segmented


@pytest.fixture
def views(qtbot):
    views = Segmented(["quarter", "month", "agenda"])
    views.set_texts(["90 days", "Month", "Agenda"])
    qtbot.addWidget(views)
    views.show()
    return views


def button(views, key):
    return views._buttons[key]


def test_the_first_segment_is_chosen(views):
    assert views.value == "quarter"


def test_a_press_chooses_and_tells(views, qtbot):
    with qtbot.waitSignal(views.chosen) as told:
        qtbot.mouseClick(button(views, "agenda"), Qt.MouseButton.LeftButton)

    assert told.args == ["agenda"]
    assert views.value == "agenda"


def test_a_value_that_is_set_tells_nobody(views, qtbot):
    with qtbot.assertNotEmitted(views.chosen):
        views.set_value("month")

    assert views.value == "month"


@pytest.mark.parametrize(("key", "chosen"), [(Qt.Key.Key_Right, "month"), (Qt.Key.Key_Left, "agenda")])
def test_arrows_walk_round(views, qtbot, key, chosen):
    button(views, "quarter").setFocus()

    qtbot.keyClick(button(views, "quarter"), key)

    assert views.value == chosen
    assert button(views, chosen).hasFocus()


def test_tab_stops_only_at_the_chosen_segment(views):
    views.set_value("month")

    stops = [key for key, segment in views._buttons.items() if segment.focusPolicy() != Qt.FocusPolicy.NoFocus]

    assert stops == ["month"]
