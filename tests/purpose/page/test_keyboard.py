"""The board without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.purpose.board import Category, NoteKind
from tests.purpose.rules.builders import a_frame, a_line, a_note
from widgets.purpose.canvas.selection import Selection

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def four(hands):
    return hands.fill(a_note("a"), a_note("c", 300), a_note("d", 0, 300), a_note("e", 300, 300))


@pytest.mark.parametrize(
    ("key", "to"), [(Key.Key_Right, "c"), (Key.Key_Down, "d"), (Key.Key_Left, "a"), (Key.Key_Up, "a")]
)
def test_arrows_walk_to_the_nearest_note(hands, key, to):
    four(hands).select("a")
    hands.key(key)
    assert hands.selection.notes == (to,)


def test_ctrl_space_gathers_several_while_the_arrows_walk_on(hands):
    four(hands).select("a")
    hands.key(Key.Key_Space, CTRL)
    hands.key(Key.Key_Right)
    assert hands.selection.notes == ("a",)
    hands.key(Key.Key_Space, CTRL)
    hands.key(Key.Key_Down)
    hands.key(Key.Key_Space, CTRL)
    assert hands.selection.notes == ("a", "c", "e")

    hands.key(Key.Key_Tab, SHIFT)
    hands.key(Key.Key_Tab, SHIFT)
    hands.key(Key.Key_Space, CTRL)
    assert hands.selection.notes == ("a", "e")
    hands.key(Key.Key_Right, ALT)
    assert [hands.note(key).x for key in "ace"] == [20, 300, 320]

    hands.key(Key.Key_Escape)
    assert not hands.selection
    hands.key(Key.Key_Right)
    hands.key(Key.Key_Right)
    assert len(hands.selection.notes) == 1


def test_ctrl_space_takes_the_first_note_and_never_pans(hands):
    four(hands).key(Key.Key_Space, CTRL)
    assert hands.selection.notes == ("a",)
    at = hands.at(0, 0)
    hands.drag((20, 20), (20, 320))
    assert hands.at(0, 0) == at
    assert hands.note("a").y == 300


def test_the_cursor_of_gathering_goes_with_its_note_and_with_another_selection(hands):
    four(hands).select("a")
    hands.key(Key.Key_Space, CTRL)
    hands.key(Key.Key_Right)
    hands.choose("purpose_delete")
    assert [note.id for note in hands.notes()] == ["c", "d", "e"]
    hands.select("e")
    hands.key(Key.Key_Up)
    assert hands.selection.notes == ("c",)


def test_tab_goes_in_reading_order_and_leaves_the_board_after_esc(hands):
    four(hands)
    seen = []
    for _ in range(4):
        hands.key(Key.Key_Tab)
        seen.append(hands.selection.lead)
    assert seen == ["a", "c", "d", "e"]

    hands.key(Key.Key_Tab, SHIFT)
    assert hands.selection.notes == ("d",)
    hands.key(Key.Key_Escape)
    assert not hands.selection
    hands.key(Key.Key_Tab)
    assert not hands.canvas.hasFocus()


def test_a_letter_on_a_selected_note_types_there(hands):
    hands.fill(a_note("a", text="Old")).select("a")
    hands.type("x")
    hands.type("y")
    hands.key(Key.Key_Escape)
    assert hands.note("a").text == "Oldxy"
    assert hands.canvas.hasFocus()


def test_space_does_not_begin_to_type(hands):
    hands.fill(a_note("a")).select("a")
    hands.key(Key.Key_Space)
    assert hands.editor.isHidden()


@pytest.mark.parametrize(("key", "keys"), [(Key.Key_Tab, Qt.KeyboardModifier.NoModifier), (Key.Key_Return, CTRL)])
def test_a_storm_of_notes_is_typed_without_leaving_the_keyboard(hands, key, keys):
    hands.fill(a_note("a", text="", category=Category.PROBLEM)).select("a")
    hands.key(Key.Key_F2)
    for text in ("One", "Two", "Three"):
        hands.type(text)
        hands.key(key, keys)
    hands.key(Key.Key_Escape)

    notes = sorted(hands.notes(), key=lambda note: note.y)
    assert [note.text for note in notes] == ["One", "Two", "Three"]
    assert {note.category for note in notes} == {Category.PROBLEM}
    assert len({note.x for note in notes}) == 1
    assert hands.selection.notes == (notes[-1].id,)


def test_one_ctrl_enter_too_many_leaves_neither_a_note_nor_a_step(hands):
    hands.fill(a_note("a")).select("a")
    before = hands.store.next_undo()
    for _ in range(3):
        hands.choose("purpose_neighbour")
        assert len(hands.notes()) == 2
        hands.key(Key.Key_Return, CTRL)
        assert hands.selection.notes == ("a",)
        assert hands.canvas.hasFocus()
    hands.key(Key.Key_Right, CTRL)
    hands.click(900, 600)
    assert ([note.id for note in hands.notes()], hands.lines()) == (["a"], [])
    assert (hands.store.next_undo(), hands.store.next_redo()) == (before, None)


def test_a_new_note_that_got_a_colour_stays_though_it_is_empty(hands):
    hands.fill(a_note("a")).select("a")
    hands.choose("purpose_neighbour")
    hands.choose("purpose_category_risk")
    hands.key(Key.Key_Escape)
    assert [note.category for note in hands.notes() if note.id != "a"] == [Category.RISK]


def test_undo_while_a_new_note_is_empty_ends_the_typing(hands):
    hands.fill(a_note("a")).select("a")
    hands.choose("purpose_neighbour")
    hands.store.undo()
    assert hands.editor.isHidden()
    assert [note.id for note in hands.notes()] == ["a"]


def test_ctrl_and_an_arrow_grow_a_connected_note(hands):
    hands.fill(a_note("a")).select("a")
    hands.key(Key.Key_Right, CTRL)
    hands.type("Next")
    hands.key(Key.Key_Escape)
    assert hands.lines() == [("a", hands.newest().id)]
    assert hands.newest().x > 160


def test_alt_and_arrows_move_and_shift_and_arrows_resize(hands):
    hands.fill(a_note("a")).select("a")
    hands.key(Key.Key_Right, ALT)
    hands.key(Key.Key_Down, ALT)
    hands.key(Key.Key_Down, ALT | SHIFT)
    hands.key(Key.Key_Right, SHIFT)
    note = hands.note("a")
    assert (note.x, note.y, note.width, note.height) == (20, 21, 180, 90)
    hands.store.undo()
    hands.store.undo()
    assert hands.note("a") == a_note("a")


def test_shift_and_arrows_resize_several_together_as_one_step(hands):
    hands.fill(a_note("a"), a_note("c", 240, 0, width=160)).select("a", "c")
    for _ in range(2):
        hands.key(Key.Key_Right, SHIFT)
    assert [(hands.note(key).x, hands.note(key).width) for key in "ac"] == [(0, 176), (264, 176)]
    hands.store.undo()
    assert (hands.note("a"), hands.note("c")) == (a_note("a"), a_note("c", 240, 0, width=160))


def test_enter_edits_and_in_a_frame_enter_ends(hands):
    hands.fill(a_frame("f", text="")).select("f")
    hands.key(Key.Key_Return)
    hands.type("Outcomes")
    hands.key(Key.Key_Return)
    assert hands.note("f").text == "Outcomes"
    assert hands.editor.isHidden()


def test_what_is_being_typed_is_undone_by_the_field_until_it_is_kept(hands):
    hands.fill(a_note("a", text="Old")).select("a")
    hands.type("x")
    hands.type("yz")
    hands.key(Key.Key_Z, CTRL)
    assert hands.note("a").text == "Old"
    assert not hands.editor.isHidden()


def test_a_note_grows_while_one_types_and_keeps_its_height(hands):
    hands.fill(a_note("a", text="")).select("a")
    hands.key(Key.Key_F2)
    hands.type("word " * 60)
    grown = hands.canvas.picture.box("a").height
    hands.key(Key.Key_Escape)
    assert grown > 200
    assert hands.note("a").height == grown


def test_actions_do_everything_else(hands):
    four(hands).select("a", "c", "e")
    hands.choose("purpose_left")
    assert {hands.note(key).x for key in ("a", "c", "e")} == {0}
    hands.store.undo()

    hands.choose("purpose_connect")
    assert sorted(hands.lines()) == [("a", "c"), ("c", "e")]
    hands.store.undo()
    assert hands.lines() == []

    hands.choose("purpose_group")
    assert len({hands.note(key).group for key in ("a", "c", "e")}) == 1
    hands.choose("purpose_ungroup")
    hands.choose("purpose_lock")
    assert hands.note("a").locked
    hands.choose("purpose_lock")
    assert not hands.note("a").locked
    hands.choose("purpose_category_risk")
    assert hands.note("e").category is Category.RISK
    hands.choose("purpose_delete")
    assert [note.id for note in hands.notes()] == ["d"]


@pytest.mark.parametrize(
    ("action", "kind"),
    [("purpose_note", "note"), ("purpose_frame", "frame"), ("purpose_metric", "metric"), ("purpose_text", "text")],
)
def test_things_are_made_where_one_looks_and_typed_at_once(hands, action, kind):
    hands.fill()
    hands.choose(action)
    hands.type("Shares a template")
    hands.key(Key.Key_Escape)
    made = hands.newest()
    assert (made.kind, made.text) == (NoteKind(kind), "Shares a template")
    assert hands.canvas.visible_part().contains(made.x, made.y)


def test_a_new_note_does_not_cover_another(hands):
    hands.fill()
    for _ in range(3):
        hands.choose("purpose_note")
        hands.key(Key.Key_Escape)
        hands.canvas.select(Selection())
    notes = hands.notes()
    assert len({(note.x, note.y) for note in notes}) == 3


def test_connectors_are_changed_and_turned_by_actions(hands):
    hands.fill(a_note("a"), a_note("c", 300), a_line("a", "c"))
    hands.canvas.select_all()
    hands.choose("purpose_elbow")
    hands.choose("purpose_turn")
    (line,) = hands.page.wall.connectors.values()
    assert (line.start, line.end, line.course) == ("c", "a", "elbow")


def test_the_outline_has_the_same_selection_and_says_all_that_is_shown(hands, qtbot):
    hands.fill(a_frame(), a_note("a", 20, 50, source="6 interviews"), a_note("c", 600), a_line("a", "c"))
    hands.choose("purpose_outline")
    outline = hands.page.inspector.outline
    assert [outline.outline.index(row).data() for row in range(3)] == ["Frame", "    A", "C"]
    said = outline.outline.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Note: A. 6 interviews. Leads to C"

    outline.setCurrentIndex(outline.outline.index(2))
    assert hands.selection.notes == ("c",)
    hands.canvas.select_all()
    assert len(outline.selectedIndexes()) == 3
    qtbot.keyClick(outline, Key.Key_Down)
    assert hands.selection.notes == ("a",)


def test_every_control_on_the_page_has_a_name(hands):
    hands.fill(a_note("a"))
    nameless = [
        (type(widget).__name__, type(widget.parent()).__name__)
        for widget in hands.page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and widget.isVisible()
        and not widget.focusProxy()
    ]
    assert nameless == []
    assert QApplication.focusWidget() is not None
