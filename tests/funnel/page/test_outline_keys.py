"""The outline hears the keys of the map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.funnel.growing import told
from tests.funnel.page.test_map import WHOLE

SHIFT, CONTROL, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier(0)


@pytest.fixture
def outline(page):
    page.open_view("outline")
    page.outline.setFocus()
    return page.outline


def field(outline) -> QLineEdit | None:
    return next((it for it in outline.viewport().findChildren(QLineEdit) if it.isVisible()), None)


def press(outline, key, modifiers=NONE) -> None:
    QTest.keyClick(field(outline) or outline, key, modifiers)


def write(outline, text: str) -> None:
    QTest.keyClicks(field(outline), text)


def test_a_branch_with_children_is_grown_without_the_mouse(page, store, outline):
    store.forget_steps()
    page.select(["deeds"])
    press(outline, Qt.Key.Key_Tab)
    write(outline, "Answers")
    press(outline, Qt.Key.Key_Tab)
    write(outline, "Within a day")
    press(outline, Qt.Key.Key_Return)
    press(outline, Qt.Key.Key_Return)
    write(outline, "With a link")
    press(outline, Qt.Key.Key_Return)
    press(outline, Qt.Key.Key_Return, SHIFT)
    write(outline, "In between")
    press(outline, Qt.Key.Key_Return)
    press(outline, Qt.Key.Key_Backtab, SHIFT)
    write(outline, "Above")
    press(outline, Qt.Key.Key_Return)

    assert told(store)[7:13] == [
        "    reads", "    Answers", "      Within a day", "      Above", "        In between", "      With a link",
    ]  # fmt: skip
    assert page.funnel.text(page.current) == "Above"


def test_esc_takes_a_new_row_back_and_brings_an_old_text_back(page, store, outline):
    store.forget_steps()
    page.select(["forum"])
    press(outline, Qt.Key.Key_Tab)
    press(outline, Qt.Key.Key_Escape)
    assert page.selected == ["forum"]
    press(outline, Qt.Key.Key_F2)
    write(outline, "Other")
    press(outline, Qt.Key.Key_Escape)

    assert told(store) == WHOLE
    assert store.next_undo() is store.next_redo() is None


def test_a_letter_takes_the_place_of_the_text(page, store, outline):
    page.select(["forum"])
    QTest.keyClicks(outline, "B")
    write(outline, "oard")
    press(outline, Qt.Key.Key_Return)

    assert told(store)[2] == "    Board"


def test_arrows_walk_without_folding_and_unfold_what_is_folded(page, store, outline):
    page.select(["letter"])
    for key, expected in (
        (Qt.Key.Key_Right, "monthly"), (Qt.Key.Key_Left, "letter"), (Qt.Key.Key_Left, "channels"),
        (Qt.Key.Key_Left, "aware"), (Qt.Key.Key_Down, "channels"), (Qt.Key.Key_Right, "forum"),
    ):  # fmt: skip
        press(outline, key)
        assert page.current == expected
    assert told(store) == WHOLE
    press(outline, Qt.Key.Key_Left)
    press(outline, Qt.Key.Key_Space)
    assert told(store)[1] == "  channels +"
    press(outline, Qt.Key.Key_Right)
    assert (told(store), page.current) == (WHOLE, "channels")


def test_control_and_arrows_move_the_selected_rows_and_keep_them_selected(page, store, outline):
    page.select(["forum"])
    press(outline, Qt.Key.Key_Down, SHIFT)
    press(outline, Qt.Key.Key_Down, SHIFT)
    press(outline, Qt.Key.Key_Up, SHIFT)
    assert sorted(page.selected) == ["forum", "letter"]
    press(outline, Qt.Key.Key_Down, CONTROL)
    assert told(store)[2:6] == ["    talks", "    forum", "    letter", "      monthly"]
    assert sorted(page.selected) == ["forum", "letter"]


def test_esc_then_tab_leaves_and_tab_comes_back_to_the_first_row(page, outline):
    page.select(["forum"])
    press(outline, Qt.Key.Key_Escape)
    press(outline, Qt.Key.Key_Tab)
    assert field(outline) is None
    assert QApplication.focusWidget() is not outline

    page.select([])
    outline.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.selected == ["aware"]
