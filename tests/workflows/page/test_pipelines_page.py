"""Pipelines as boards: entries go from step to step by mouse and by keys."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent

from app.message import say
from app.workflows.pipeline import Pipeline, PipelineEntry
from app.workflows.pipelines import STEPS, add_entry, delete_entries, edit_entry, in_step, move_entries
from widgets.workflows.pipelines.board import MIME

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def part(setup):
    setup.page.show_key("pipeline:contribution")
    return setup.page.pipelines


def titles(store, step: str) -> list[str]:
    return [it.title for it in in_step(store.of(PipelineEntry).all(), Pipeline.CONTRIBUTION, step)]


def drop(part, keys: list[str], step: str, place: QPoint) -> None:
    data = QMimeData()
    data.setData(MIME, "\n".join(keys).encode())
    event = QDropEvent(
        QPointF(place), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    part.board.columns[step].list.dropEvent(event)


def test_entries_stand_in_their_steps(setup, part):
    board = part.board
    assert [column.name.text() for column in board.columns.values()] == [
        "Invited",
        "Submitted",
        "In review",
        "Published",
    ]
    assert [column.count.text() for column in board.columns.values()] == ["2", "", "1", ""]
    assert board.columns["review"].list.item(0).text() == "Story"


def test_an_entry_dropped_in_another_step_is_there_and_one_undo_takes_it_back(setup, part):
    drop(part, [setup.entries["Rota"]], "review", QPoint(20, 5))
    assert (titles(setup.store, "invited"), titles(setup.store, "review")) == (["Swaps"], ["Rota", "Story"])
    assert setup.store.next_undo() == say("pipelines.step.move", title="Rota")
    setup.store.undo()

    assert titles(setup.store, "invited") == ["Rota", "Swaps"]
    assert part.board.columns["invited"].count.text() == "2"


def test_alt_and_arrows_move_an_entry_on_and_down_and_the_keyboard_goes_along(setup, part, qtbot):
    part.board.select([setup.entries["Rota"]], focus=True)
    qtbot.keyClick(part.board.columns["invited"].list, Qt.Key.Key_Down, ALT)
    assert titles(setup.store, "invited") == ["Swaps", "Rota"]
    qtbot.keyClick(part.board.columns["invited"].list, Qt.Key.Key_Right, ALT)
    assert titles(setup.store, "submitted") == ["Rota"]
    assert part.board.current() == setup.entries["Rota"]
    qtbot.keyClick(part.board.columns["submitted"].list, Qt.Key.Key_Left, ALT)

    assert titles(setup.store, "invited") == ["Swaps", "Rota"]


def test_the_inspector_writes_what_it_says(setup, part):
    setup.page.show_thing(setup.entries["Story"])
    inspector = part.inspector
    assert inspector.isVisible()
    inspector.title.field.committed.emit("A true story")
    inspector.person.field.chosen.emit("tom")
    inspector.address.field.committed.emit("https://example.org/story")
    inspector.step.field.chosen.emit("published")

    found = setup.store.of(PipelineEntry).get(setup.entries["Story"])
    assert (found.title, found.member, found.step) == ("A true story", "tom", "published")
    assert found.address == "https://example.org/story"


def test_an_entry_is_added_where_the_plus_is_and_deleted_by_key(setup, part, qtbot):
    part.board.columns["submitted"].add.click()
    assert titles(setup.store, "submitted") == ["New contribution"]
    assert part.inspector.title.field.hasFocus()
    part.board.select(part.board.selection(), focus=True)
    qtbot.keyClick(part.board.columns["submitted"].list, Qt.Key.Key_Delete)

    assert titles(setup.store, "submitted") == []
    assert setup.asked.told[-1] == say("pipelines.deleted", n=1)


def test_ambassadors_have_a_board_of_their_own(setup, part):
    setup.page.show_key("pipeline:ambassador")
    setup.page.new.click()

    assert [it.step for it in setup.store.of(PipelineEntry).where(pipeline=Pipeline.AMBASSADOR)] == ["spotted"]


def test_what_is_moved_to_a_step_of_the_other_pipeline_stays(setup):
    move_entries(setup.store, [setup.entries["Rota"]], "active")

    assert titles(setup.store, "invited") == ["Rota", "Swaps"]


def test_typing_folds_and_deleting_several_is_one_step(setup):
    store, ids = setup.store, list(setup.entries.values())
    edit_entry(store, ids[0], title="R")
    edit_entry(store, ids[0], title="Rota 2")
    store.undo()
    assert titles(store, "invited") == ["Rota", "Swaps"]
    delete_entries(store, ids)
    assert titles(store, "invited") == []
    store.undo()

    assert titles(store, "invited") == ["Rota", "Swaps"]
    assert all(len(steps) == 4 for steps in STEPS.values())
    assert add_entry(store, PipelineEntry("", Pipeline.AMBASSADOR, "spotted")) in {
        it.id for it in store.of(PipelineEntry).all()
    }
