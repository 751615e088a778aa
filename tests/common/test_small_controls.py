import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from widgets.common.elided_label import ElidedLabel, plain_tooltip
from widgets.common.empty_state import EmptyState
from widgets.common.filter_chip import FilterChip
from widgets.common.focus_ring import FocusRing
from widgets.common.load_bar import load_role
from widgets.common.search_field import SearchField
from widgets.common.switch import Switch
from widgets.common.theme import theme
from widgets.common.toast import Toast


def test_a_switch_answers_space_and_click(qtbot):
    switch = Switch()
    qtbot.addWidget(switch)
    switch.show()

    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert not switch.isChecked()


def test_a_label_that_does_not_fit_says_all_in_its_tooltip(qtbot):
    label = ElidedLabel("A title that is far too long for its place")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()

    assert label.toolTip() == label.text() == label.accessibleName()
    label.resize(600, 20)
    assert label.toolTip() == ""


def test_a_label_shows_what_looks_like_markup_letter_by_letter(qtbot):
    label = ElidedLabel("<img src=secret.png> and so on for quite a while")
    qtbot.addWidget(label)
    label.resize(40, 20)
    label.show()

    assert label.textFormat() == Qt.TextFormat.PlainText
    assert "&lt;img" in label.toolTip()


def test_a_tooltip_without_markup_stays_as_it_is():
    assert plain_tooltip("AMA with founders") == "AMA with founders"


def test_escape_clears_the_search_first_and_leaves_it_then(qtbot):
    field = SearchField("/")
    qtbot.addWidget(field)
    field.setText("ama")

    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_an_empty_state_asks_by_its_one_button(qtbot):
    state = EmptyState()
    qtbot.addWidget(state)
    state.set_texts("Nothing fits the filter", "Clear", [("Enter", "opens")])

    with qtbot.waitSignal(state.asked):
        qtbot.mouseClick(state.findChild(QPushButton), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("hours", "role"), [(7.0, "success"), (7.1, "warning_fill"), (8.0, "warning_fill"), (8.1, "danger")]
)
def test_a_load_is_green_to_seven_eighths_amber_to_the_limit_and_red_above(hours, role):
    assert load_role(hours / 8) == role


def test_a_toast_offers_undo_and_goes_by_itself(qtbot, monkeypatch):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    QLineEdit(window).setFocus()
    window.show()
    toast = Toast(window)
    monkeypatch.setattr(theme(), "token", lambda _: 50)

    toast.say("Moved", undo=True)
    assert toast.isVisible()
    qtbot.waitUntil(toast.isHidden)

    toast.say("Moved", undo=True)
    with qtbot.waitSignal(toast.undo_requested):
        qtbot.mouseClick(toast.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert toast.isHidden()


class TestFilterChip:
    @pytest.fixture
    def chip(self, qtbot):
        chip = FilterChip()
        qtbot.addWidget(chip)
        chip.set_caption("Persona")
        chip.set_choices([("p1", "New owners", None), ("p2", "Power & more", None)])
        return chip

    def entries(self, chip):
        menu = chip.menu_of_values(chip)
        return {action.text(): action for action in menu.actions() if action.text()}

    def test_it_says_how_much_is_chosen(self, chip):
        assert chip.accessibleName() == "Persona: all"
        chip.set_keys(["p1"])
        assert chip.accessibleName() == "Persona: New owners"
        chip.set_keys(["p1", "p2"])
        assert chip.accessibleName() == "Persona: New owners, Power & more"

    def test_ticks_add_up_and_all_takes_them_away(self, chip, qtbot):
        entries = self.entries(chip)
        entries["New owners"].trigger()
        with qtbot.waitSignal(chip.chosen) as told:
            entries["Power && more"].trigger()
        assert told.args == [("p1", "p2")]

        entries["All"].trigger()
        assert chip.keys == ()


class TestFocusRing:
    @pytest.fixture
    def row(self, qtbot, qapp):
        row = QWidget()
        column = QVBoxLayout(row)
        row.first, row.second = QPushButton("first"), QPushButton("second")
        column.addWidget(row.first)
        column.addWidget(row.second)
        qtbot.addWidget(row)
        row.show()
        row.activateWindow()
        row.ring = FocusRing(qapp)
        row.first.setFocus()
        yield row
        row.ring._leave()
        qapp.focusChanged.disconnect(row.ring._on_focus_changed)

    def test_tab_shows_it_around_the_control(self, row, qtbot):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)

        assert row.ring.isVisible()
        assert row.ring.geometry().contains(row.second.geometry())

    def test_a_click_does_not(self, row, qtbot):
        qtbot.mouseClick(row.second, Qt.MouseButton.LeftButton)

        assert not row.ring.isVisible()

    def test_it_goes_with_its_control(self, row, qtbot):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        row.second.move(40, 40)
        assert row.ring.geometry().center() == row.second.geometry().center()

        row.second.hide()
        assert not row.ring.isVisible()
