from datetime import date

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from app.calendar.event import Event
from app.calendar.filter import EventFilter
from app.funnel.branch import Branch
from app.funnel.stages import add_stage, change_stage
from app.message import say
from tests.calendar.page.builders import an_event, mar, on
from tests.on_desk import PageOnDesk
from widgets.calendar.canvas.scope_popover import ScopePopover
from widgets.common.drag_data import branches_data
from widgets.common.theme import theme

AMA = ("ama", "")
SECOND = ("prompt", "2027-03-09")
NO_KEYS, LEFT, COPY = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction


def press(page, *names: str) -> None:
    by_id = {action.id: action for action in page.page_actions()}
    for name in names:
        assert by_id[name].enabled(), name
        by_id[name].handler()


def question(page) -> ScopePopover:
    [popover] = [it for it in page.window().findChildren(ScopePopover) if it.isVisible()]
    return popover


def test_the_head_tells_days_events_and_hours(page):
    assert page.header.frame.title.text() == "1 Mar – 29 May 2027"
    assert page.header.frame.subtitle.text() == "90-day plan · 7 events · 17.5 h planned of 104 h"


def test_a_drag_in_the_view_is_one_step_and_undo_brings_it_back(page, store):
    page.views.current.move_requested.emit([AMA], mar(18), QRect())

    assert on(page, mar(18)) == ["AMA with founders"]
    store.undo()
    assert on(page, mar(11)) == ["AMA with founders"]


def test_moving_one_of_a_series_asks_and_takes_only_this_by_enter(page, store, qtbot):
    page.views.current.move_requested.emit([SECOND], mar(11), QRect())
    qtbot.keyClick(question(page), Qt.Key.Key_Return)

    assert on(page, mar(11)) == ["AMA with founders", "Weekly prompt"]
    assert on(page, mar(16)) == ["Weekly prompt"]


def test_the_second_answer_moves_the_following_too(page, qtbot):
    page.views.current.move_requested.emit([SECOND], mar(10), QRect())
    qtbot.keyClick(question(page), Qt.Key.Key_2)

    assert [on(page, mar(day)) for day in (2, 9, 10, 16, 17)] == [
        ["Weekly prompt"], [], ["Weekly prompt"], [], ["Weekly prompt"],
    ]  # fmt: skip


def test_esc_puts_everything_back(page, store, qtbot):
    before = store.next_undo()
    page.views.current.move_requested.emit([SECOND], mar(11), QRect())

    qtbot.keyClick(question(page), Qt.Key.Key_Escape)

    assert on(page, mar(9)) == ["Weekly prompt"]
    assert store.next_undo() == before


def test_deleting_several_asks_once(page, qtbot):
    page.select([SECOND, ("prompt", "2027-03-16"), AMA])
    press(page, "event_delete")
    qtbot.keyClick(question(page), Qt.Key.Key_1)

    assert [on(page, mar(day)) for day in (2, 9, 11, 16, 23)] == [["Weekly prompt"], [], [], [], ["Weekly prompt"]]


def test_what_is_copied_is_pasted_on_the_day_of_the_cursor(page):
    page.select([AMA])
    press(page, "event_copy")
    page.show_day(mar(25))
    press(page, "event_paste")

    assert on(page, mar(25)) == ["AMA with founders"]
    assert on(page, mar(11)) == ["AMA with founders"]


def test_what_is_cut_moves_where_it_is_pasted_and_only_once(page):
    page.select([AMA])
    press(page, "event_cut")
    page.show_day(mar(25))
    press(page, "event_paste", "event_paste")

    assert on(page, mar(25)) == ["AMA with founders"]
    assert on(page, mar(11)) == []
    assert PageOnDesk.told(page)[-1] == say("calendar.nothing_to_paste")


def test_a_duplicate_lies_on_the_same_day(page):
    page.select([AMA])
    press(page, "event_duplicate")

    assert on(page, mar(11)) == ["AMA with founders", "AMA with founders"]
    assert page.selection() != [AMA]


def test_to_the_backlog_and_back_by_actions(page):
    page.select([AMA])
    press(page, "event_to_backlog")
    assert [event.title for event in page.plan.backlog()] == ["AMA with founders", "Guest week"]

    page.views.current.drop_requested.emit("event", "ama", mar(12))
    assert on(page, mar(12)) == ["AMA with founders"]


def test_a_new_event_opens_with_its_title_to_be_written(page, qtbot):
    page.show_day(mar(12))
    press(page, "event_add")

    title = page.side.inspector.what.title.field
    assert title.hasFocus()
    qtbot.keyClicks(title, "Demo")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert on(page, mar(12)) == ["Demo"]


def test_the_views_share_selection_and_day(page):
    page.select([AMA])
    page.show_day(mar(11))

    for view in ("view_month", "view_agenda", "view_quarter"):
        press(page, view)
        assert page.selection() == [AMA]
        assert page.cursor_day() == mar(11)


def test_the_head_of_the_month_counts_its_whole_weeks(page):
    press(page, "view_month")

    assert page.header.frame.title.text() == "March 2027"
    assert page.header.frame.subtitle.text().startswith("W9–W13 · 6 events")


def test_turning_goes_a_quarter_or_a_month_on(page):
    press(page, "go_next")
    assert page.quarter.first == date(2027, 5, 31)

    press(page, "go_today", "view_month", "go_next")
    assert page.header.frame.title.text() == "April 2027"
    assert page.quarter.first == date(2027, 3, 1)


def test_ninety_days_can_begin_with_any_week(page):
    page.show_day(mar(17))
    press(page, "quarter_starts_here")

    assert page.quarter.first == mar(15)


def test_a_filter_hides_and_the_head_says_so(page):
    page.set_filter(EventFilter((("kind", "live"),)))

    assert page.header.frame.subtitle.text().startswith("90-day plan · 1 of 7 events")
    assert page.toolbar.filters.chips["kind"].text() == "Kind: Live"


def test_only_what_changed_is_read_again(page, store, monkeypatch):
    monkeypatch.setattr(type(page.plan), "read", None)

    with store.change(say("step.add", title="x")):
        store.of(Event).save([an_event("demo", "Demo", day=mar(4))])

    assert on(page, mar(4)) == ["Demo"]


def test_the_palette_of_commands_finds_the_next_of_a_series_and_what_waits(page):
    assert page.look_up("week") == [
        ("prompt@2027-03-16", "Weekly prompt", "Tue 16 Mar"),
        ("idea", "Guest week", "Backlog"),
    ]
    page.show_thing("prompt@2027-03-16")
    assert page.selection() == [("prompt", "2027-03-16")]


def test_export_leads_to_the_page_of_exports(page):
    press(page, "export_pdf", "export_ics", "print")

    assert PageOnDesk.gone(page) == [("export", "pdf"), ("export", "ics"), ("export", "print")]


def test_shortcuts_and_ids_are_unique(page):
    actions = page.page_actions()
    keys = [key for action in actions for key in action.shortcuts]

    assert len(set(keys)) == len(keys)
    assert len({action.id for action in actions}) == len(actions)


def test_without_a_playbook_nothing_can_be_asked_for(page):
    page.attach(None)

    assert not page.isEnabled()
    assert [action.id for action in page.page_actions() if action.enabled()] == []


def test_what_is_copied_can_be_pasted_elsewhere_as_words_and_as_a_calendar(page):
    page.select([AMA])
    press(page, "event_copy")
    data = QGuiApplication.clipboard().mimeData()

    assert data.text() == "Thu 11 Mar, 17:00 AMA with founders"
    assert b"SUMMARY:AMA with founders" in bytes(data.data("text/calendar").data())


def test_copy_as_ics_takes_the_selection_or_all(page):
    press(page, "copy_ics")
    page.select([AMA, SECOND])
    press(page, "copy_ics")

    assert PageOnDesk.gone(page) == [("copy-ics", ""), ("copy-ics", "prompt,ama")]


def test_view_and_colour_are_remembered_on_this_computer(page, store):
    page.set_colour("stage")
    press(page, "view_agenda")

    again = type(page)(page.desk)
    again.attach(store)

    assert (again.views.name, again.colour_by) == ("agenda", "stage")
    assert again.toolbar.colour.text() == "Stage"
    again.attach(None)
    again.deleteLater()


def test_esc_in_the_inspector_goes_back_to_the_palette(page, qtbot):
    page.select([AMA])
    page.open_selection()
    qtbot.keyClick(page.side.inspector.what.kind.field, Qt.Key.Key_Escape)

    assert not page.side.inspecting
    assert page.side.width() == 272


def test_the_buttons_of_the_head_do_what_they_say(page, qtbot):
    for button in (page.header.on, page.header.back, page.header.on, page.header.today):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert page.quarter.first == date(2027, 3, 1)

    page.select([AMA])
    page.open_selection()
    qtbot.mouseClick(page.side.inspector.head.duplicate, Qt.MouseButton.LeftButton)
    assert len(on(page, mar(11))) == 2
    qtbot.mouseClick(page.side.inspector.head.delete, Qt.MouseButton.LeftButton)
    assert on(page, mar(11)) == ["AMA with founders"]
    qtbot.mouseClick(page.side.inspector.head.close_button, Qt.MouseButton.LeftButton)
    assert not page.side.inspecting


def test_weekend_days_are_as_wide_as_settings_say(page):
    def widths() -> list[int]:
        return [page.views.quarter.places.day_rect(mar(day)).width() for day in (12, 13)]

    assert widths()[1] < widths()[0]
    page.desk.settings.set("weekend_columns", "equal")
    page.refresh()

    assert abs(widths()[1] - widths()[0]) <= 1


def test_the_sheet_of_shortcuts_learns_what_arrows_do(page):
    assert page.keys()["canvas.key.move"] == ("Alt", "← ↑ ↓ →")


def test_a_filter_that_hides_everything_is_named_and_can_be_cleared(page, qtbot):
    page.set_filter(EventFilter((("owner", "mila"), ("live", "yes"))))
    assert page.notice.isVisible()
    assert "Owner: Mila D." in page.notice.sentence.text()

    qtbot.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)

    assert not page.filter
    assert page.notice.isHidden()


def test_esc_closes_the_inspector_and_the_keyboard_is_back_in_the_view(page, qtbot):
    for opened in (page.views.current, None):
        page.select([AMA])
        page.open_selection(at_title=opened is None)
        qtbot.keyClick(opened or page.side.inspector.what.title.field, Qt.Key.Key_Escape)

        assert not page.side.inspecting
        assert page.views.current.hasFocus()


def test_a_page_that_comes_to_the_front_has_the_keyboard_in_the_view(page):
    page.header.setFocus()
    page.hide()
    page.show()

    assert page.focusWidget() is page.views.current


def test_what_stands_beside_the_calendar_grows_with_the_text(page, qtbot):
    page.select([AMA])
    page.open_selection()
    theme().apply("light", 1.3)
    qtbot.waitUntil(lambda: page.side.width() == 416)

    area = page.side.inspector.area
    assert area.widget().width() <= area.viewport().width()


def test_a_branch_of_the_funnel_dropped_on_a_day_is_an_event_of_its_stage(page, store):
    with store.change(say("step.add", title="branch")):
        store.of(Branch).save([Branch("forum", "active", text="Forum tour", personas=("new",))])
        store.of(Branch).save([Branch("talk", "aware", text="Talk")])
    page.views.current.branches_dropped.emit(["forum", "talk"], mar(18))

    event, talk = (it for it in page.plan.events.values() if it.title in ("Forum tour", "Talk"))
    assert (talk.day, talk.stage) == (mar(18), "aware")
    assert sorted(page.selection()) == sorted([(event.id, ""), (talk.id, "")])
    assert (event.day, event.stage, event.personas) == (mar(18), "active", ("new",))
    store.undo()
    assert on(page, mar(18)) == []


def test_branches_dropped_on_the_panel_wait_for_a_day(page, store):
    with store.change(say("step.add", title="branch")):
        store.of(Branch).save([Branch("forum", "active", text="Forum tour"), Branch("talk", "aware", text="Talk")])
    data, panel = branches_data(["forum", "talk"]), page.side.panel
    QApplication.sendEvent(panel, QDragEnterEvent(QPoint(9, 9), COPY, data, LEFT, NO_KEYS))
    QApplication.sendEvent(panel, QDropEvent(QPointF(9, 9), COPY, data, LEFT, NO_KEYS))

    assert [(it.title, it.day) for it in page.plan.events.values() if it.stage] == [
        ("Forum tour", None),
        ("Talk", None),
    ]
    store.undo()
    assert not page.plan.events or all(it.title != "Talk" for it in page.plan.events.values())


def test_a_stage_that_is_added_in_the_funnel_can_be_chosen_at_once(page, store):
    stage = add_stage(store, "Contribution", groups={})
    change_stage(store, "aware", name="First sight")

    assert [it.name for it in page.plan.stages.values()] == ["First sight", "Activation", "Contribution"]
    assert page.plan.stages[stage].colour == "challenge"
