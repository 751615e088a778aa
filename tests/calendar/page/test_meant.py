"""What keys mean: the selected events, or the one that the keyboard is on."""

from PySide6.QtCore import Qt

from app.calendar.event import Event
from app.message import say
from tests.calendar.page.builders import an_event, mar, on
from widgets.calendar.side.panel import BACKLOG

AMA = ("ama", "")


def press(page, name: str) -> None:
    [action] = [action for action in page.page_actions() if action.id == name]
    assert action.enabled(), name
    action.handler()


def walk_to(page, day: int, qtbot) -> None:
    """Put the keyboard on a day by its arrows, with nothing selected."""
    view = page.views.current
    view.set_cursor_day(mar(day - 1))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.selection() == []


def test_the_event_that_the_keyboard_walked_to_is_duplicated(page, qtbot):
    walk_to(page, 11, qtbot)

    press(page, "event_duplicate")

    assert on(page, mar(11)) == ["AMA with founders"] * 2


def test_the_event_that_the_keyboard_walked_to_is_cut_and_pasted(page, qtbot):
    walk_to(page, 11, qtbot)
    press(page, "event_cut")
    walk_to(page, 18, qtbot)

    press(page, "event_paste")

    assert (on(page, mar(11)), on(page, mar(18))) == ([], ["AMA with founders"])


def test_after_pasting_the_next_key_means_what_was_pasted(page, qtbot):
    walk_to(page, 11, qtbot)
    press(page, "event_copy")
    walk_to(page, 9, qtbot)
    press(page, "event_paste")

    qtbot.keyClick(page.views.current, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    assert (on(page, mar(9)), on(page, mar(10))) == (["Weekly prompt"], ["AMA with founders"])


def test_what_the_mouse_took_out_of_a_selection_is_not_meant(page, store):
    with store.change(say("step.add", title="Demo")):
        store.of(Event).save([an_event("demo", "Demo", day=mar(12))])
    view = page.views.current
    view.choose([AMA])
    view.set_cursor(mar(12), ("demo", ""))  # as a click with Ctrl on the selected demo leaves it

    press(page, "event_delete")

    assert (on(page, mar(11)), on(page, mar(12))) == ([], ["Demo"])


def test_the_waiting_event_in_the_inspector_is_meant_while_it_has_the_keyboard(page, store):
    page.views.current.set_cursor_day(mar(11))
    page.side.panel.backlog.open_requested.emit("idea")
    page.side.inspector.focus_title()

    press(page, "event_delete")

    assert "idea" not in {event.id for event in store.of(Event).all()}
    assert on(page, mar(11)) == ["AMA with founders"]


def test_what_was_saved_as_a_tactic_is_seen_in_the_palette(page, qtbot):
    page.side.panel.show_tab(BACKLOG)
    walk_to(page, 11, qtbot)

    press(page, "event_save_as_tactic")

    assert page.side.panel.palette_panel.isVisible()
