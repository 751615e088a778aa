"""What one looks at stays where it is, and what comes back is seen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from app.funnel import editing, growing, moving, removing, stages
from app.funnel.branch import Branch
from tests.funnel.growing import a_branch, a_map
from widgets.funnel.canvas.laid import ROOT

LONG_TEXT = "What a person who has just arrived does on the very first evening, in words that take several lines"


@pytest.fixture
def store(tmp_path):
    """Forty branches a stage, so that outline and table have to scroll."""
    branches = []
    for stage in ("aware", "active"):
        for group in range(8):
            branches.append(a_branch(f"{stage}{group}", stage, group))
            branches += [a_branch(f"{stage}{group}{leaf}", f"{stage}/{stage}{group}", leaf) for leaf in range(4)]
    store = a_map(tmp_path / "kestrel.sedyanka", *branches)
    yield store
    store.close()


def _delete_others(store, at: str) -> None:
    """Some branches go, once, and not the one that is looked at."""
    gone = [it.id for it in store.of(Branch).some(["aware2", "active1"]) if not at.startswith(it.id)]
    if gone:
        removing.delete(store, gone)


def _keep_children(store, at: str) -> None:
    gone = [it.id for it in store.of(Branch).some(["aware3", "active5"]) if it.id != at]
    if gone:
        removing.delete_only(store, gone)


IDS = [f"{stage}{group}{leaf}" for stage in ("aware", "active") for group in range(8) for leaf in ("", 0, 1, 2, 3)]
CHANGES = {
    "child": lambda store, at: growing.add_child(store, at, LONG_TEXT, 0),
    "parent": lambda store, at: growing.add_parent(store, [at], "New"),
    "text": lambda store, at: editing.rename(store, at, LONG_TEXT),
    "short text": lambda store, at: editing.rename(store, at, "A"),
    "fold": lambda store, at: editing.fold(store, [at], folded=True),
    "unfold": lambda store, at: editing.fold(store, [at], folded=False),
    "fold children": lambda store, at: editing.fold_children(store, at),
    "keep children": _keep_children,
    "delete others": _delete_others,
    "add elsewhere": lambda store, _: growing.add_child(store, "aware0", LONG_TEXT, 0),
    "another order": lambda store, _: moving.sort_children(store, "active"),
    "stages": lambda store, _: stages.move_stage(store, "active", 0),
    "undo": lambda store, _: store.undo(),
    "redo": lambda store, _: store.redo(),
}


def place_of(page, id: str) -> QPointF:
    return page.map.part_on_view(page.map.nodes[id].rect).topLeft()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(IDS),
    st.sampled_from([0.25, 0.67, 1.0, 1.5, 4.0]),
    st.sampled_from([(0.5, 0.5), (0.0, 0.0), (1.0, 1.0), (0.0, 1.0)]),
    st.lists(st.sampled_from(sorted(CHANGES)), min_size=1, max_size=4),
)
def test_the_node_with_the_keyboard_stays_whatever_changes_around_it(page, store, at, zoom, corner, changes):
    page.select([at])
    page.map.set_zoom(zoom)
    room, node = page.map.visible_part(), page.map.nodes[at].rect
    corner_of_room = QPointF(room.left() + room.width() * corner[0], room.top() + room.height() * corner[1])
    off = (node.center() - corner_of_room) * zoom  # half of the node is in view at the edges
    page.map.pan(round(off.x()), round(off.y()))
    before = place_of(page, at)
    editing.rename(store, "active0", f"Begun {at}")  # what an earlier example undid cannot come back in this one
    editing.rename(store, "active0", "Begun")
    try:
        for change in changes:
            half_out = not page.sees(at)
            CHANGES[change](store, at)
            if at not in page.map.nodes or page.current != at:
                return  # it went itself, or something that came back is shown
            if change in {"undo", "redo"} and half_out and page.sees(at):
                return  # it changed itself, at the edge, and is brought whole into view
            assert (place_of(page, at) - before).manhattanLength() <= 1, change
    finally:
        while store.undo():
            pass


@pytest.mark.parametrize("zoom", [0.25, 1.0, 4.0])
@pytest.mark.parametrize("where", ["first", "last", "child"])
def test_what_is_being_typed_stays_while_it_grows(page, zoom, where):
    page.map.set_zoom(zoom)
    page.select(["aware3"])
    page.map.reveal_node("aware3", middle=True)
    {"first": page.deeds.before, "last": page.deeds.after, "child": page.deeds.child}[where]()
    typed = page.map.typing.draft.id
    before = place_of(page, typed)
    for word in LONG_TEXT.split():
        QTest.keyClicks(page.map.typing.editor, f"{word} ")
        assert (place_of(page, typed) - before).manhattanLength() <= 1
    QTest.keyClick(page.map.typing.editor, Qt.Key.Key_Return)

    assert page.selected == [typed]
    assert zoom > 1 or (place_of(page, typed) - before).manhattanLength() <= 1


def rows(page):
    view = page._view()
    return view, view.tree if page.view == "outline" else view.table


def height_of(page, id: str) -> int:
    view, model = rows(page)
    return view.visualRect(model.index_of(id)).top()


@pytest.mark.parametrize("view", ["outline", "table"])
@pytest.mark.parametrize("change", sorted(set(CHANGES) - {"stages", "another order", "undo"}))
def test_outline_and_table_stay_where_they_are(page, store, view, change):
    page.open_view(view)
    page.select(["aware41"])
    editing.rename(store, "aware0", "First")
    scrolled = rows(page)[0].verticalScrollBar()
    scrolled.setValue(scrolled.value() + height_of(page, "aware41") - 200)
    before = height_of(page, "aware41")
    assert before == 200
    CHANGES[change](store, "aware41")

    assert height_of(page, "aware41") == before
    assert page.selected == ["aware41"]
    assert [rows(page)[1].id_of(it) for it in page._view().selectionModel().selectedRows()] == ["aware41"]


@pytest.mark.parametrize("view", ["outline", "table"])
def test_when_the_first_row_in_view_goes_the_next_one_stays(page, store, view):
    page.open_view(view)
    scrolled = rows(page)[0].verticalScrollBar()
    scrolled.setValue(scrolled.value() + height_of(page, "aware41"))
    before = height_of(page, "aware42")
    removing.delete(store, ["aware41"])

    assert height_of(page, "aware42") == before


@pytest.mark.parametrize("view", ["map", "outline", "table"])
def test_what_undo_brings_back_out_of_view_is_selected_and_seen(page, store, view):
    page.open_view(view)
    removing.delete(store, ["active70", "active71"])
    page.map.set_zoom(2.0)
    page.select(["aware00"])
    assert not page.sees("active7")
    store.undo()

    assert page.selected == ["active70", "active71"]
    assert page.sees("active71")


def test_what_undo_changes_in_a_folded_branch_is_opened_for_the_eye_only(page, store):
    editing.rename(store, "active70", "Other")
    editing.fold(store, ["active7", "active"], folded=True)
    editing.rename(store, "aware00", "First")
    store.undo()
    assert "active70" not in page.map.nodes
    store.undo()
    store.undo()

    assert page.funnel.text("active70") == "active70"
    store.redo()
    assert page.selected == ["active70"] or page.sees("active70")


def test_a_redo_in_a_folded_branch_shows_it_and_going_elsewhere_folds_it_again(page, store):
    editing.fold(store, ["active7"], folded=True)
    new = growing.add_child(store, "active6", "New")
    moving.move(store, [new], "active7")
    editing.fold(store, ["active7"], folded=True)
    editing.rename(store, new, "Newer")
    assert new not in page.map.nodes
    store.undo()
    assert page.selected == [new]
    assert page.sees(new)
    assert page.funnel.folded("active7")
    assert store.next_redo() is not None

    page.select(["active6"])
    assert new not in page.map.nodes
    store.redo()
    assert page.sees(new)
    page.select(["active7"])
    page.deeds.fold()
    assert new not in page.map.nodes
    assert page.funnel.folded("active7")


def test_when_undo_takes_what_was_selected_what_is_near_is_selected(page, store):
    new = growing.add_child(store, "aware0", "New", 1)
    page.select([new])
    store.undo()

    assert page.selected == ["aware01"]


def test_root_and_stages_stay_when_nothing_is_selected(page, store):
    page.map.set_zoom(1.0, QPointF(QPoint(10, 10)))
    near = min(
        page.map.nodes,
        key=lambda key: (place_of(page, key) - QPointF(page.map.viewport().rect().center())).manhattanLength(),
    )
    before = place_of(page, near)
    growing.add_child(store, "aware0", "New", 1)

    assert (place_of(page, near) - before).manhattanLength() <= 1
    assert ROOT in page.map.nodes


def test_leaves_that_lie_alike_stand_evenly(page, store):
    for group in range(8):
        tops = [page.map.nodes[f"aware{group}{leaf}"].rect.top() for leaf in range(4)]
        assert {below - above for above, below in pairwise(tops)} == {25.0}, group
