"""The grid of a member journey under the hand, and emoji."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.purpose import adding
from app.purpose.board import Axis, NoteKind
from app.purpose.journey import lines
from tests.purpose.rules.builders import a_note
from widgets.common.emoji_grid import EMOJI, each
from widgets.purpose.canvas.selection import Selection
from widgets.purpose.emoji_popover import open_emoji, put


@pytest.fixture
def journey(hands):
    hands.fill()
    hands.page.board_questions.add_starter("journey")
    hands.canvas.set_zoom(0.6)
    hands.canvas.fit()
    return hands


def names(hands, axis):
    return [line.name for line in lines(hands.page.wall, axis)]


def test_a_double_click_on_a_name_renames_it(journey, qtbot):
    journey.double(60, -20)
    field = journey.page.window().focusWidget()
    field.setText("Sees a post")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert names(journey, Axis.MOMENT)[0] == "Sees a post"


def test_a_double_click_after_the_last_adds_one(journey):
    before = names(journey, Axis.TOUCHPOINT)
    bottom = sum(line.size for line in lines(journey.page.wall, Axis.TOUCHPOINT))
    journey.double(-60, bottom + 20)
    assert names(journey, Axis.TOUCHPOINT) == [*before, "New touchpoint"]
    journey.store.undo()
    journey.choose("purpose_moment")
    assert names(journey, Axis.MOMENT)[-1] == "New moment"


def test_a_double_click_inside_a_place_makes_a_note(journey):
    journey.double(100, 60)
    journey.key(Qt.Key.Key_Escape)
    assert journey.newest().kind is NoteKind.NOTE


def sizes(hands, axis):
    return [line.size for line in lines(hands.page.wall, axis)]


def test_a_line_is_pulled_and_what_lies_beyond_goes_along(journey):
    wide, high = sizes(journey, Axis.MOMENT), sizes(journey, Axis.TOUCHPOINT)
    board = journey.page.wall.board.id
    beyond = adding.add_note(journey.store, a_note("", wide[0] + 20, high[0] + 20, board=board))
    before = journey.note(beyond)

    journey.drag((wide[0], sum(high) - 3), (wide[0] + 60, sum(high) - 3))
    assert sizes(journey, Axis.MOMENT) == [wide[0] + 60, *wide[1:]]
    assert journey.note(beyond).x == before.x + 60

    journey.drag((-100, high[0]), (-100, high[0] - 400))
    assert sizes(journey, Axis.TOUCHPOINT) == [40, *high[1:]]
    journey.store.undo()
    journey.store.undo()
    assert (sizes(journey, Axis.MOMENT), sizes(journey, Axis.TOUCHPOINT)) == (wide, high)


def test_a_pulled_line_becomes_as_large_as_another_unless_it_is_let_go_and_esc_leaves_it(journey):
    wide, bottom = sizes(journey, Axis.MOMENT), sum(sizes(journey, Axis.TOUCHPOINT))
    journey.drag((wide[0], bottom - 3), (wide[0] + 60, bottom - 3))
    journey.drag((sum(wide) + 60, bottom - 3), (sum(wide) + 60 + 58, bottom - 3))
    assert sizes(journey, Axis.MOMENT)[-1] == wide[0] + 60

    before = sizes(journey, Axis.MOMENT)
    journey.press(before[0], -20)
    journey.move(before[0] + 90, -20)
    journey.key(Qt.Key.Key_Escape)
    journey.release(before[0] + 90, -20)
    assert sizes(journey, Axis.MOMENT) == before


def test_the_cursor_says_that_a_line_can_be_pulled_and_a_note_on_it_is_taken_first(journey):
    wide, bottom = sizes(journey, Axis.MOMENT), sum(sizes(journey, Axis.TOUCHPOINT))
    cursor = journey.canvas.viewport().cursor
    journey.move(wide[0], -20, held=False)
    assert cursor().shape() is Qt.CursorShape.SplitHCursor
    journey.move(-100, bottom, held=False)
    assert cursor().shape() is Qt.CursorShape.SplitVCursor
    journey.move(wide[0] / 2, -20, held=False)
    assert cursor().shape() is Qt.CursorShape.ArrowCursor


def test_an_ordinary_board_has_no_grid(hands):
    hands.fill(a_note("a"))
    assert hands.canvas.picture.grid_at(50, -20) is None
    action = next(it for it in hands.page.page_actions() if it.id == "purpose_moment")
    assert not action.enabled()


def test_emoji_keep_the_marks_that_belong_to_them():
    assert each("👍❤️🛠️") == ["👍", "❤️", "🛠️"]
    assert len(each(EMOJI)) == 48


def test_an_emoji_goes_on_the_selected_note_or_on_the_board(hands, qtbot):
    hands.fill(a_note("a", text="Party"))
    hands.select("a")
    put(hands.page, "🎉")
    assert hands.note("a").text == "Party 🎉"

    hands.canvas.select(Selection())
    grid = open_emoji(hands.page, hands.page.tools.buttons["emoji"])
    qtbot.mouseClick(grid.buttons[0], Qt.MouseButton.LeftButton)
    made = hands.newest()
    assert (made.kind, made.text) == (NoteKind.TEXT, "👍")


def test_all_of_the_grid_is_done_by_keyboard_from_the_side(journey, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _: shown.append(menu))
    journey.canvas.select(Selection())
    rows = journey.page.inspector.grid.buttons
    moments = names(journey, Axis.MOMENT)
    assert [it.row.text for it in rows] == moments + names(journey, Axis.TOUCHPOINT)

    rows[1].setFocus()
    qtbot.keyClick(rows[1], Qt.Key.Key_Space)
    actions = {action.text(): action for action in shown[-1].actions()}
    wide = sizes(journey, Axis.MOMENT)
    actions["Larger"].trigger()
    assert sizes(journey, Axis.MOMENT) == [wide[0], wide[1] + 40, *wide[2:]]
    actions["Earlier"].trigger()
    assert names(journey, Axis.MOMENT)[:2] == [moments[1], moments[0]]
    actions["Rename"].trigger()
    field = journey.page.window().focusWidget()
    field.setText("Meets a member")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert names(journey, Axis.MOMENT)[0] == "Meets a member"
    assert journey.page.inspector.grid.buttons[0].row.text == "Meets a member"


def test_the_side_of_other_boards_has_no_grid(hands):
    hands.fill(a_note("a"))
    assert hands.page.inspector.grid.isHidden()
