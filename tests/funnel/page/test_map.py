"""The mind map under the hand: keys, mouse, what is typed, what stays where it is."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.calendar.event import Event
from app.funnel import crossing, removing, stages
from app.funnel.scheduling import schedule_branches
from tests.funnel.growing import told
from widgets.common.drag_data import dragged_branches
from widgets.common.theme import theme
from widgets.common.words import set_language
from widgets.funnel.canvas.laid import ROOT
from widgets.funnel.canvas.paint_nodes import handle_rect

WHOLE = [
    "Awareness", "  channels", "    forum", "    letter", "      monthly", "    talks", "  deeds", "    reads",
    "Activation", "  triggers", "    welcome",
]  # fmt: skip
SHIFT, CONTROL, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier(0)


def press(page, key, modifiers=NONE) -> None:
    """A key where the keyboard is: in the editor while one types, else on the map."""
    QTest.keyClick(page.map.typing.editor if page.map.is_editing() else page.map, key, modifiers)


def write(page, text: str) -> None:
    QTest.keyClicks(page.map.typing.editor, text)


def on_view(page, id: str) -> QPoint:
    return page.map.part_on_view(page.map.nodes[id].rect).center().toPoint()


def drag(page, id: str, *places: QPoint, drop: bool = True) -> None:
    view = page.map.viewport()
    start = on_view(page, id)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, NONE, start)
    QTest.mouseMove(view, start + QPoint(4, 8))
    for place in places:
        QTest.mouseMove(view, place)
    if drop:
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, places[-1])


def test_a_funnel_is_grown_by_keyboard_only_and_undone(page, store):
    press(page, Qt.Key.Key_Home)
    press(page, Qt.Key.Key_Tab)
    write(page, "Contribution")
    press(page, Qt.Key.Key_Return)
    for word in ("Forum", "Circle"):
        press(page, Qt.Key.Key_Tab)
        write(page, word)
        press(page, Qt.Key.Key_Tab)
        for child in range(4):
            write(page, f"{word} {child}")
            press(page, Qt.Key.Key_Return)
            if child < 3:
                press(page, Qt.Key.Key_Return)
        press(page, Qt.Key.Key_Left)
        press(page, Qt.Key.Key_Left)

    grown = told(store)
    assert grown[-9:] == [
        "    Forum 0", "    Forum 1", "    Forum 2", "    Forum 3",
        "  Circle", "    Circle 0", "    Circle 1", "    Circle 2", "    Circle 3",
    ]  # fmt: skip
    steps = 0
    while store.undo():
        steps += 1
    assert steps == 11  # a stage, two branches, eight leaves: what was typed is part of each
    assert told(store) == WHOLE
    while store.redo():
        pass
    assert told(store) == grown


def test_siblings_before_and_after_and_a_parent_between(page, store):
    page.select(["letter"])
    press(page, Qt.Key.Key_Return, SHIFT)
    write(page, "Before")
    press(page, Qt.Key.Key_Return)
    page.select(["letter"])
    press(page, Qt.Key.Key_Return)
    write(page, "After")
    press(page, Qt.Key.Key_Return)
    page.select(["letter"])
    press(page, Qt.Key.Key_Backtab, SHIFT)
    write(page, "Between")
    press(page, Qt.Key.Key_Return)

    expected = ["    forum", "    Before", "    Between", "      letter", "        monthly", "    After", "    talks"]
    assert told(store)[2:9] == expected


def test_esc_takes_back_what_was_being_typed(page, store):
    store.forget_steps()
    page.select(["forum"])
    press(page, Qt.Key.Key_Tab)
    press(page, Qt.Key.Key_Escape)
    press(page, Qt.Key.Key_Tab)
    write(page, "No")
    page.map.typing.flush()
    assert "      No" in told(store)
    press(page, Qt.Key.Key_Escape)
    press(page, Qt.Key.Key_F2)
    press(page, Qt.Key.Key_Backtab, SHIFT)
    write(page, "Neither")
    press(page, Qt.Key.Key_Escape)

    assert told(store) == WHOLE
    assert page.selected == ["forum"]


def test_esc_brings_the_old_text_back(page, store):
    page.select(["forum"])
    page.deeds.rename()
    write(page, "Other")
    page.map.typing.flush()
    assert "    Other" in told(store)
    press(page, Qt.Key.Key_Escape)

    assert told(store) == WHOLE


def test_a_letter_typed_on_a_branch_takes_the_place_of_its_text(page, store):
    page.select(["forum"])
    QTest.keyClicks(page.map, "B")
    write(page, "oard")
    press(page, Qt.Key.Key_Return)

    assert "    Board" in told(store)


def test_what_is_typed_is_kept_after_a_rest_without_enter(page, store, qtbot):
    page.select(["forum"])
    press(page, Qt.Key.Key_Tab)
    write(page, "Kept")

    qtbot.waitUntil(lambda: "      Kept" in told(store), timeout=2_000)
    assert page.map.is_editing()


def test_a_node_is_as_high_as_what_is_being_typed_on_it(page, store):
    page.select(["forum"])
    press(page, Qt.Key.Key_Tab)
    for word in ("A rather long branch", " that says what", " a person does", " first", " when they", " arrive"):
        write(page, word)
        editor = page.map.typing.editor
        lines = sum(editor.document().findBlockByNumber(at).layout().lineCount() for at in range(editor.blockCount()))
        assert lines == len(page.map.nodes[page.map.typing.draft.id].lines), word


def test_space_folds_and_the_pill_opens(page, store):
    page.select(["channels"])
    press(page, Qt.Key.Key_Space)
    assert "  channels +" in told(store)
    node = page.map.nodes["channels"]
    assert node.hidden == 4
    assert "forum" not in page.map.nodes

    place = page.map.part_on_view(node.rect).toAlignedRect().center() + QPoint(node.rect.toRect().width() // 2 + 20, 0)
    QTest.mouseClick(page.map.viewport(), Qt.MouseButton.LeftButton, NONE, place)
    assert told(store) == WHOLE


def test_the_handle_beside_a_node_folds_it(page, store):
    view, node = page.map.viewport(), page.map.nodes["channels"]
    QTest.mouseMove(view, on_view(page, "channels"))
    handle = page.map.part_on_view(handle_rect(node)).center().toPoint()
    QTest.mouseMove(view, handle)
    assert page.map.state.hovered == "channels"
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, NONE, handle)

    assert "  channels +" in told(store)


def test_control_space_folds_the_children(page, store):
    page.select(["aware"])
    press(page, Qt.Key.Key_Space, CONTROL)

    assert told(store)[1:7] == ["  channels +", *WHOLE[2:6], "  deeds +"]


def test_arrows_walk_the_map(page):
    press(page, Qt.Key.Key_Home)
    assert page.current == ROOT
    for key, expected in (
        (Qt.Key.Key_Right, "aware"), (Qt.Key.Key_Right, "channels"), (Qt.Key.Key_Up, "channels"),
        (Qt.Key.Key_Right, "letter"), (Qt.Key.Key_Down, "talks"), (Qt.Key.Key_Down, "reads"),
        (Qt.Key.Key_Down, "welcome"), (Qt.Key.Key_PageUp, "welcome"), (Qt.Key.Key_Left, "triggers"),
    ):  # fmt: skip
        press(page, key)
        assert page.current == expected


def test_shift_and_arrows_select_more_and_they_move_together(page, store):
    page.select(["forum"])
    press(page, Qt.Key.Key_Down, SHIFT)
    assert sorted(page.selected) == ["forum", "letter"]
    press(page, Qt.Key.Key_Down, CONTROL)

    assert told(store)[2:6] == ["    talks", "    forum", "    letter", "      monthly"]
    assert sorted(page.selected) == ["forum", "letter"]


def test_control_and_left_moves_out_and_right_in_again(page, store):
    page.select(["letter"])
    press(page, Qt.Key.Key_Left, CONTROL)
    assert told(store)[4:6] == ["  letter", "    monthly"]
    press(page, Qt.Key.Key_Right, CONTROL)

    assert told(store)[4:6] == ["    letter", "      monthly"]


def test_shift_delete_keeps_what_hangs_on_it(page, store):
    page.select(["letter"])
    press(page, Qt.Key.Key_Delete, SHIFT)

    assert told(store)[2:5] == ["    forum", "    monthly", "    talks"]
    assert page.selected == ["monthly"]


def test_after_deleting_the_next_sibling_is_selected_then_the_one_before_then_the_parent(page):
    for gone, near in (("letter", "talks"), ("talks", "forum"), ("forum", "channels")):
        page.select([gone])
        page.deeds.delete()
        assert page.selected == [near]


def test_tab_leaves_the_map_after_esc(page):
    page.select(["forum"])
    press(page, Qt.Key.Key_Escape)
    press(page, Qt.Key.Key_Tab)

    assert not page.map.is_editing()
    assert QApplication.focusWidget() is not page.map


def test_a_branch_is_dragged_onto_another_stage_with_all_that_hangs_on_it(page, store):
    drag(page, "letter", on_view(page, "active") + QPoint(20, 0))

    assert told(store)[-2:] == ["  letter", "    monthly"]
    assert page.selected == ["letter"]
    store.undo()
    assert told(store) == WHOLE


def test_a_branch_is_dragged_between_two_siblings(page, store):
    talks = page.map.part_on_view(page.map.nodes["talks"].rect)
    drag(page, "welcome", QPointF(talks.center().x(), talks.top() + 3).toPoint())

    assert told(store)[4:7] == ["      monthly", "    welcome", "    talks"]


def test_a_branch_is_not_dropped_on_what_hangs_on_it(page, store):
    drag(page, "letter", on_view(page, "monthly"))

    assert told(store) == WHOLE


def test_esc_ends_a_drag_and_changes_nothing(page, store):
    drag(page, "letter", on_view(page, "active"), drop=False)
    assert page.map.mouse.dragging
    press(page, Qt.Key.Key_Escape)
    QTest.mouseRelease(page.map.viewport(), Qt.MouseButton.LeftButton, NONE, on_view(page, "active"))

    assert told(store) == WHOLE
    assert not page.map.mouse.dragging


def test_a_folded_branch_opens_under_the_mouse_and_folds_again_when_nothing_is_dropped(page, store, qtbot):
    page.select(["channels"])
    page.deeds.fold()
    drag(page, "welcome", on_view(page, "channels") + QPoint(1, 0), drop=False)

    qtbot.waitUntil(lambda: "forum" in page.map.nodes, timeout=2_000)
    press(page, Qt.Key.Key_Escape)
    assert "forum" not in page.map.nodes
    assert "  channels +" in told(store)


@pytest.mark.parametrize("chosen", [["letter"], ["forum", "letter", "monthly"]])
def test_branches_taken_out_of_the_map_can_be_dropped_on_another_page(page, store, monkeypatch, chosen):
    """Qt's own drag loop waits for the mouse: what it was given is looked at instead."""
    given = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_: given.append(dragged_branches(drag.mimeData())))
    page.select(chosen)
    drag(page, "letter", QPoint(-40, 200), drop=False)

    assert given == [chosen]
    assert not page.map.mouse.dragging
    store.forget_steps()
    events = [store.of(Event).get(key) for key in schedule_branches(store, chosen, date(2027, 3, 11))]
    assert [(it.title, it.stage, it.day) for it in events] == [(key, "aware", date(2027, 3, 11)) for key in chosen]
    assert page.results["letter"][0].days == (date(2027, 3, 11),)
    store.undo()
    assert store.next_undo() is None
    assert not page.results.get("letter")


def test_several_branches_are_dragged_elsewhere_in_one_step(page, store):
    store.forget_steps()
    page.select(["reads", "letter", "forum"])
    drag(page, "letter", on_view(page, "triggers") + QPoint(10, 0))

    assert told(store)[-5:] == ["    welcome", "    forum", "    letter", "      monthly", "    reads"]
    assert page.selected == ["forum", "letter", "reads"]
    store.undo()
    assert told(store) == WHOLE
    assert store.next_undo() is None


def test_a_stage_is_dragged_before_another(page, store):
    top = page.map.part_on_view(page.map.nodes["aware"].rect)
    drag(page, "active", QPointF(top.center().x(), top.top() - 6).toPoint())

    assert [line for line in told(store) if line[0] != " "] == ["Activation", "Awareness"]


def test_typing_on_a_branch_that_goes_meanwhile_ends_and_brings_nothing_back(page, store):
    page.select(["forum"])
    page.deeds.rename()
    write(page, "Other")
    removing.delete(store, ["channels"])

    assert not page.map.is_editing()
    assert told(store)[1:] == ["  deeds", "    reads", "Activation", "  triggers", "    welcome"]


def test_another_button_drops_nothing(page, store):
    drag(page, "letter", on_view(page, "active"), drop=False)
    QTest.mouseClick(page.map.viewport(), Qt.MouseButton.RightButton, NONE, on_view(page, "active"))
    assert page.map.mouse.dragging
    press(page, Qt.Key.Key_Escape)

    assert told(store) == WHOLE


def test_a_sibling_of_what_is_shown_alone_shows_the_whole_map(page, store):
    page.select(["channels"])
    page.focus_on_branch()
    press(page, Qt.Key.Key_Return)
    write(page, "Beside")
    press(page, Qt.Key.Key_Return)

    assert "  Beside" in told(store)
    assert ROOT in page.map.nodes
    assert page.bars.focus.isHidden()


def test_a_frame_selects_what_it_touches(page):
    view = page.map.viewport()
    forum = page.map.part_on_view(page.map.nodes["forum"].rect).toAlignedRect()
    talks = page.map.part_on_view(page.map.nodes["talks"].rect).toAlignedRect()
    start, end = forum.topRight() + QPoint(20, -3), talks.bottomRight() + QPoint(-20, 3)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, NONE, start)
    QTest.mouseMove(view, start + QPoint(-10, 10))
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, end)

    assert set(page.selected) == {"forum", "letter", "talks"}


def test_what_is_looked_at_stays_where_it_is(page, store):
    """Whatever grows above it: the node with the keyboard does not jump."""
    page.select(["welcome"])
    before = on_view(page, "welcome")
    for number in range(5):
        stages.change_stage(store, "aware", name=f"Awareness {number}")
        page.deeds.typing.draft("channels", 0)
        write(page, f"new {number}")
        press(page, Qt.Key.Key_Return)
        page.select(["welcome"])

    moved = on_view(page, "welcome") - before
    assert page.map.nodes["welcome"].rect.top() != 0
    assert abs(moved.x()) <= 1


def test_undo_of_something_far_away_does_not_move_the_view(page, store):
    page.select(["forum"])
    page.deeds.duplicate()
    page.select(["welcome"])
    before = on_view(page, "welcome")
    store.undo()

    assert on_view(page, "welcome") == before


def test_a_search_opens_what_is_folded_centres_the_hit_and_folds_back(page, store):
    page.select(["channels"])
    page.deeds.fold()
    page.finder.open()
    page.finder._on_searched("month")
    assert page.selected == ["monthly"]
    middle = page.map.viewport().rect().center()
    assert (on_view(page, "monthly") - middle).manhattanLength() <= 3

    page.finder.close()
    assert "forum" not in page.map.nodes
    assert "  channels +" in told(store)


def test_a_branch_can_be_shown_alone(page):
    page.select(["channels"])
    page.focus_on_branch()
    assert list(page.map.nodes) == ["channels", "forum", "letter", "monthly", "talks"]
    assert not page.bars.focus.isHidden()

    page.focus_on_all()
    assert ROOT in page.map.nodes


def test_two_branches_are_connected_and_the_line_is_written_on(page, store):
    page.select(["forum", "welcome"])
    page.deeds.connect_two()
    (line,) = page.funnel.cross_links.values()
    crossing.relabel(store, line.id, "leads to")
    page.select(["forum"])

    assert page.inspector.crossings.isVisible()
    page.inspector.crossings.taken_off.emit(line.id)
    assert not page.funnel.cross_links


def test_branches_far_from_each_other_are_connected_by_keys_only(page):
    connect = next(it for it in page.page_actions() if it.id == "funnel_connect")
    for key in ("forum", "welcome"):
        page.select([key])
        assert connect.enabled()
        connect.handler()

    assert [(it.start, it.end) for it in page.funnel.cross_links.values()] == [("forum", "welcome")]


def test_a_copied_branch_is_pasted_elsewhere_with_all_that_hangs_on_it(page, store):
    page.select(["letter"])
    page.clipboard.copy()
    assert "letter" in QApplication.clipboard().text()
    page.select(["deeds"])
    page.clipboard.paste()

    assert told(store)[7:10] == ["    reads", "    letter", "      monthly"]


def test_a_pasted_list_becomes_branches(page, store):
    QApplication.clipboard().setText("- one\n  - two\n- three")
    page.select(["reads"])
    page.clipboard.paste()

    assert told(store)[8:11] == ["      one", "        two", "      three"]


@pytest.mark.parametrize("language", ["en", "bg"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_state_is_painted(page, store, mode, language):
    crossing.connect(store, "forum", "welcome", "leads to")
    stages.change_stage(store, "aware", target=0.4)
    set_language(language)
    theme().apply(mode)
    page.select(["channels", "welcome"])
    for zoom in (0.2, 0.5, 1.0, 2.0):
        page.map.set_zoom(zoom)
        picture = page.map.grab().toImage()
        assert isinstance(picture, QImage)
        assert picture.width() > 100
