"""The board under the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.purpose.board import Category, Connector, NoteKind, Side
from app.purpose.kpi import Kpi
from app.tasks.task import Task
from tests.on_desk import PageOnDesk
from tests.purpose.rules.builders import a_frame, a_line, a_note
from widgets.common.theme import theme

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def place(hands, id):
    note = hands.note(id)
    return note.x, note.y


def test_a_double_click_on_nothing_makes_a_note_ready_to_type(hands):
    hands.fill(a_note("a"))

    hands.double(300, 200)
    hands.type("Shares a template")
    hands.key(Qt.Key.Key_Escape)

    made = hands.newest()
    assert (made.text, made.x + made.width / 2, made.y + made.height / 2) == ("Shares a template", 300, 200)
    assert hands.selection.notes == (made.id,)


def test_in_a_frame_a_new_note_has_its_category(hands):
    hands.fill(a_frame(category=Category.RISK))
    hands.double(200, 150)
    assert hands.newest().category is Category.RISK


def test_a_double_click_on_a_note_edits_it_and_a_click_outside_ends_it(hands):
    hands.fill(a_note("a"), a_note("c", 400))

    hands.double(*hands.middle("a"))
    hands.type(" and more")
    hands.click(300, 300)

    assert hands.note("a").text == "A and more"
    assert hands.editor.isHidden()


def test_a_note_is_dragged_and_undo_brings_it_back(hands):
    hands.fill(a_note("a"), a_note("c", 400, 300))

    hands.drag((80, 45), (187, 120))
    assert place(hands, "a") == (107, 75)

    hands.page.tools.buttons["undo"].click()
    assert place(hands, "a") == (0, 0)
    hands.page.tools.buttons["redo"].click()
    assert place(hands, "a") == (107, 75)


def test_a_dragged_note_snaps_to_its_neighbours_and_space_lets_it_go_freely(hands):
    hands.fill(a_note("a"), a_note("c", 400, 300))
    hands.drag((80, 45), (480 + 4, 45))
    assert place(hands, "a") == (400, 0)

    hands.press(480, 45)
    hands.move(485, 145)
    hands.key(Qt.Key.Key_Space)
    hands.move(484, 145)
    hands.release(484, 145)
    assert place(hands, "a") == (404, 100)


def test_shift_keeps_to_one_direction(hands):
    hands.fill(a_note("a"))
    hands.drag((80, 45), (180, 65), SHIFT)
    assert place(hands, "a") == (100, 0)


def test_ctrl_leaves_the_original_and_drags_a_copy(hands):
    hands.fill(a_note("a"))
    hands.drag((80, 45), (380, 145), CTRL)
    assert sorted((note.x, note.y) for note in hands.notes()) == [(0, 0), (300, 100)]
    assert hands.selection.notes == (hands.newest().id,)


def test_esc_puts_back_what_is_dragged(hands):
    hands.fill(a_note("a"))
    hands.press(80, 45)
    hands.move(180, 145)
    hands.key(Qt.Key.Key_Escape)
    hands.release(180, 145)
    assert place(hands, "a") == (0, 0)
    assert hands.canvas.picture.lifted == {}


def test_a_short_slip_of_the_hand_is_no_drag(hands):
    hands.fill(a_note("a"))
    hands.drag((80, 45), (82, 47))
    assert place(hands, "a") == (0, 0)


def test_a_frame_is_taken_by_its_title_and_takes_along_what_lies_in_it(hands):
    hands.fill(a_frame(), a_note("a", 50, 60))
    hands.drag((60, 15), (110, 65))
    assert (place(hands, "f"), place(hands, "a")) == ((50, 50), (100, 110))


def test_inside_a_frame_a_drag_selects(hands):
    hands.fill(a_frame(), a_note("a", 50, 60), a_note("c", 220, 60))
    hands.drag((20, 40), (390, 290))
    assert set(hands.selection.notes) == {"a", "c"}


def test_a_marquee_takes_notes_and_connectors_and_shift_adds(hands):
    hands.fill(a_note("a"), a_note("c", 300), a_note("d", 0, 300), a_line("a", "c"))
    hands.drag((-20, -20), (250, 100))
    assert (hands.selection.notes, hands.selection.connectors) == (("a",), ("a-c",))

    hands.drag((-20, 280), (100, 420), SHIFT)
    assert set(hands.selection.notes) == {"a", "d"}
    assert hands.selection.connectors == ("a-c",)


def test_a_marquee_leaves_the_colours_of_the_theme_as_they_are(hands):
    hands.fill(a_note("a"))
    hands.press(-20, -20)
    hands.move(250, 100)
    hands.canvas.grab()
    assert theme().color("accent").alphaF() == 1


def test_clicks_with_ctrl_or_shift_add_and_take_away(hands):
    hands.fill(a_note("a"), a_note("c", 300))
    hands.click(80, 45)
    hands.click(380, 45, CTRL)
    assert hands.selection.notes == ("a", "c")
    hands.click(80, 45, SHIFT)
    assert hands.selection.notes == ("c",)
    hands.click(600, 300)
    assert not hands.selection


def test_several_move_together_and_a_click_selects_one_of_them(hands):
    hands.fill(a_note("a"), a_note("c", 300))
    hands.select("a", "c")
    hands.drag((80, 45), (80, 345))
    assert (place(hands, "a"), place(hands, "c")) == ((0, 300), (300, 300))

    hands.click(*hands.middle("c"))
    assert hands.selection.notes == ("c",)


@pytest.mark.parametrize(
    ("handle", "end", "box"),
    [
        ((160, 90), (210, 150), (0, 0, 210, 150)),
        ((0, 0), (-40, -30), (-40, -30, 200, 120)),
        ((80, 90), (100, 130), (0, 0, 160, 130)),
        ((0, 45), (100, 45), (100, 0, 60, 90)),
        ((160, 90), (-300, -300), (0, 0, 20, 20)),
    ],
)
def test_a_handle_resizes(hands, handle, end, box):
    hands.fill(a_note("a"))
    hands.select("a")
    hands.drag(handle, end)
    note = hands.note("a")
    assert (note.x, note.y, note.width, note.height) == box


def test_several_are_resized_together_by_the_handles_of_their_bound_as_one_step(hands):
    hands.fill(a_note("a"), a_note("c", 240, 110), a_note("far", 2000))
    hands.select("a", "c")

    hands.drag((400, 200), (800, 300))
    boxes = [(note.x, note.y, note.width, note.height) for note in map(hands.note, "ac")]
    assert boxes == [(0, 0, 320, 135), (480, 165, 320, 135)]
    assert hands.selection.notes == ("a", "c")

    hands.store.undo()
    assert (hands.note("a"), hands.note("c")) == (a_note("a"), a_note("c", 240, 110))


def test_the_right_side_of_several_is_a_handle_and_shift_keeps_their_proportions(hands):
    hands.fill(a_note("a"), a_note("c", 240, 110))
    hands.select("a", "c")
    hands.drag((400, 100), (600, 100))
    assert (hands.note("c").x, hands.note("c").width, hands.note("c").height) == (360, 240, 90)
    hands.store.undo()
    hands.drag((400, 200), (800, 210), SHIFT)
    assert (hands.note("a").width, hands.note("a").height) == (320, 180)


def test_frames_resized_together_take_along_what_lies_in_them_and_locked_notes_stay(hands):
    hands.fill(a_frame(), a_note("in", 100, 100), a_frame("g", 600), a_note("kept", 700, 100, locked=True))
    hands.select("f", "g")
    hands.drag((1000, 300), (1500, 300))
    assert (hands.note("f").width, hands.note("in").x, hands.note("in").width) == (600, 150, 240)
    assert (hands.note("g").x, place(hands, "kept")) == (900, (700, 100))


def test_none_of_several_becomes_smaller_than_it_can_be_taken(hands):
    hands.fill(a_note("a", width=40), a_note("c", 240, 110))
    hands.select("a", "c")
    hands.drag((400, 200), (-300, -300))
    assert (hands.note("a").width, hands.note("a").height, hands.note("c").width) == (20, 20, 80)


def test_shift_keeps_the_proportions(hands):
    hands.fill(a_note("a"))
    hands.select("a")
    hands.drag((160, 90), (320, 100), SHIFT)
    assert (hands.note("a").width, hands.note("a").height) == (320, 180)


def test_the_port_of_the_selected_note_connects(hands):
    hands.fill(a_note("a"), a_note("c", 400))
    hands.select("a")
    hands.drag((160, 45), (480, 45))
    (line,) = hands.store.of(Connector).all()
    assert (line.start, line.end, line.start_side, line.end_side) == ("a", "c", Side.RIGHT, Side.AUTO)
    assert hands.selection.line == line.id


def test_the_port_of_the_note_under_the_mouse_connects_and_nothing_there_makes_a_note(hands):
    hands.fill(a_note("a", category=Category.BEHAVIOUR), a_note("c", 400))
    hands.move(80, 45, held=False)
    hands.drag((80, 90), (80, 300))
    hands.type("Next")
    hands.key(Qt.Key.Key_Escape)

    made = hands.newest()
    assert hands.lines() == [("a", made.id)]
    assert (made.text, made.category) == ("Next", Category.BEHAVIOUR)
    hands.store.undo()
    hands.store.undo()
    assert len(hands.notes()) == 2


def test_the_connect_tool_draws_from_the_middle_of_a_note(hands):
    hands.fill(a_note("a"), a_note("c", 400))
    hands.page.tools.buttons["connect"].click()
    hands.drag((80, 45), (480, 45))
    assert hands.lines() == [("a", "c")]
    assert hands.canvas.mode == "select"


def test_the_end_of_a_connector_is_taken_elsewhere(hands):
    hands.fill(a_note("a"), a_note("c", 400), a_note("d", 400, 300), a_line("a", "c"))
    hands.click(280, 45)
    assert hands.selection.line == "a-c"
    hands.drag((400, 45), (480, 345))
    assert hands.lines() == [("a", "d")]
    hands.store.undo()
    assert hands.lines() == [("a", "c")]


def test_a_double_click_on_a_connector_writes_on_it(hands):
    hands.fill(a_note("a"), a_note("c", 400), a_line("a", "c"))
    hands.double(280, 45)
    hands.type("leads to")
    hands.key(Qt.Key.Key_Return)
    assert hands.store.of(Connector).get("a-c").label == "leads to"


@pytest.mark.parametrize("tool", ["note", "frame", "metric", "text"])
def test_a_tool_puts_its_thing_where_one_clicks_or_as_large_as_one_draws(hands, tool):
    hands.fill()
    hands.page.tools.buttons[tool].click()
    hands.click(100, 100)
    assert hands.newest().kind is NoteKind(tool)
    hands.key(Qt.Key.Key_Escape)

    hands.page.tools.buttons[tool].click()
    hands.drag((300, 300), (520, 440))
    drawn = hands.newest()
    assert (drawn.x, drawn.y, drawn.width, drawn.height) == (300, 300, 220, 140)


def test_what_is_locked_stays_under_the_mouse(hands):
    hands.fill(a_note("a", locked=True))
    hands.select("a")
    hands.drag((80, 45), (280, 45))
    hands.drag((160, 90), (260, 190))
    assert (place(hands, "a"), hands.note("a").width) == ((0, 0), 160)


def test_the_bar_above_the_selection_recolours_duplicates_and_deletes(hands, qtbot):
    hands.fill(a_note("a"))
    assert hands.page.bar.isHidden()
    hands.click(80, 45)
    bar = hands.page.bar
    assert not bar.isHidden()
    bottom = bar.geometry().bottom() - 18
    assert abs(hands.at(0, 0).y() - 10 - bottom) <= 2

    qtbot.mouseClick(bar.fills.buttons["lilac"], Qt.MouseButton.LeftButton)
    assert hands.note("a").fill == "lilac"
    qtbot.mouseClick(bar.buttons["duplicate"], Qt.MouseButton.LeftButton)
    assert len(hands.notes()) == 2
    qtbot.mouseClick(bar.buttons["delete"], Qt.MouseButton.LeftButton)
    assert [note.id for note in hands.notes()] == ["a"]
    assert bar.isHidden()


def test_far_away_notes_are_still_taken_and_moved(hands):
    hands.fill(a_note("a"), a_note("c", 3000, 2000))
    hands.canvas.set_zoom(0.2)
    hands.drag((80, 45), (580, 545))
    assert place(hands, "a") == (500, 500)


def test_a_click_on_what_became_of_a_note_leads_there(hands):
    hands.fill(a_note("a", text="Ask founders"))
    hands.select("a")
    hands.choose("purpose_become_task")
    (task,) = hands.store.of(Task).all()
    note = hands.note("a")

    hands.click(note.x + note.width - 16, note.y + note.height - 12)
    assert PageOnDesk.gone(hands.page) == [("tasks", task.id)]

    hands.click(note.x + 20, note.y + 20)
    assert len(PageOnDesk.gone(hands.page)) == 1


def test_a_card_without_a_target_leads_to_its_field(hands):
    hands.fill(Kpi("k", "Answers"), a_note("m", kind=NoteKind.METRIC, width=240, height=68, ref="k"))
    card = hands.note("m")

    hands.click(card.x + 30, card.y + 36)

    assert hands.selection.notes == ("m",)
    assert hands.page.inspector.card.target.field.hasFocus()


def test_a_text_that_stays_empty_goes_again_and_a_note_stays(hands):
    hands.fill(a_note("a"))
    for tool, left in (("text", 1), ("note", 2)):
        hands.canvas.set_mode(tool)
        hands.click(500, 300)
        assert not hands.page.bar.isVisible()
        hands.key(Qt.Key.Key_Escape)
        assert len(hands.notes()) == left
