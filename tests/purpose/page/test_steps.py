"""Undo and redo show what they did, on whichever board and wherever it lies."""

from __future__ import annotations

from app.message import say
from app.purpose import adding, arranging, editing
from app.purpose.board import Note
from app.purpose.boards import delete_board
from tests.on_desk import PageOnDesk
from tests.purpose.rules.builders import a_note


def undo(hands):
    hands.page.show_step(hands.store.undo())


def redo(hands):
    hands.page.show_step(hands.store.redo())


def shown(hands):
    return hands.page.wall.board.id, hands.selection.notes


def in_view(hands, x, y):
    return hands.canvas.visible_part().contains(x, y)


def test_what_is_undone_on_another_board_is_shown_there(hands):
    hands.fill(a_note("a"), a_note("x", board="other"))
    hands.page.open_board("other")
    arranging.move(hands.store, ["x"], 40, 0)
    hands.page.open_board("b")

    undo(hands)
    assert shown(hands) == ("other", ("x",))
    hands.page.open_board("b")
    redo(hands)
    assert shown(hands) == ("other", ("x",))


def test_a_note_that_went_by_undo_is_missed_on_its_own_board(hands):
    hands.fill(a_note("a"))
    made = adding.add_note(hands.store, a_note("", board="other"))

    undo(hands)
    assert shown(hands) == ("other", ())
    assert made not in hands.page.wall.notes
    hands.page.open_board("b")
    redo(hands)
    assert shown(hands) == ("other", (made,))


def test_a_board_that_comes_back_is_opened(hands):
    hands.fill(a_note("a"), a_note("x", board="other"))
    delete_board(hands.store, "other")
    undo(hands)
    assert hands.page.wall.board.id == "other"


def test_what_lies_out_of_view_is_brought_into_it_and_what_is_seen_stays_where_it_is(hands):
    hands.fill(a_note("a"), a_note("far", 9000, 9000))
    editing.edit_notes(hands.store, ["far"], fill="lilac")
    hands.canvas.set_zoom(1.0)
    hands.canvas.reveal(hands.canvas.picture.bounds().adjusted(0, 0, -9000, -9000), middle=True)

    undo(hands)
    assert in_view(hands, 9080, 9045)
    assert hands.selection.notes == ("far",)
    assert hands.canvas.zoom() == 1.0

    part = hands.canvas.visible_part()
    redo(hands)
    assert hands.canvas.visible_part() == part


def test_where_something_was_deleted_again_is_shown_too(hands):
    hands.fill(a_note("a"))
    adding.add_note(hands.store, a_note("", 9000, 9000))
    undo(hands)
    assert in_view(hands, 9080, 9045)


def test_of_a_thing_that_is_gone_from_a_board_that_nobody_knows_the_step_is_told(hands):
    hands.fill(a_note("a"))
    adding.add_note(hands.store, a_note("", board="other", text="Rota"))
    hands.page.attach(None)
    hands.page.attach(hands.store)  # as after a restart
    undo(hands)
    step = say("purpose.step.add", title="Rota")
    assert PageOnDesk.told(hands.page) == [say("purpose.step.elsewhere", step=step)]
    assert hands.store.of(Note).count() == 1


def test_steps_of_other_pages_move_nothing(hands):
    hands.fill(a_note("a"))
    part = hands.canvas.visible_part()
    hands.page.show_step(say("step.move", title="Open hour"))
    assert hands.canvas.visible_part() == part
    assert PageOnDesk.told(hands.page) == []
