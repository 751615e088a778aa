import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.calendar.event import Event
from app.message import say
from tests.calendar.page.builders import an_event, mar, on
from widgets.calendar.agenda.model import AgendaModel
from widgets.calendar.side.backlog_model import BacklogModel
from widgets.calendar.side.palette_model import PaletteModel
from widgets.common.checklist_model import ChecklistModel
from widgets.records.record_model import RecordModel

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def palette(page):
    return page.side.panel.palette_panel


@pytest.fixture
def backlog(page):
    page.side.panel.show_tab(1)
    return page.side.panel.backlog


def titles(model) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.parametrize("make", [AgendaModel, BacklogModel, ChecklistModel, PaletteModel, RecordModel])
def test_every_list_keeps_the_contract_of_a_model(make, page):
    model = make()
    QAbstractItemModelTester(model, FATAL)
    plan = page.plan
    shows = {
        AgendaModel: lambda: model.show_weeks(
            plan, page.quarter.rows, page.quarter.first, page.shown(page.quarter.first, page.quarter.last)
        ),
        BacklogModel: lambda: model.show_events(plan.backlog(), plan.kinds),
        ChecklistModel: lambda: model.show_steps(plan.checklist["ama"]),
        PaletteModel: lambda: model.show_tactics(plan.tactics.values(), plan.kinds),
        RecordModel: lambda: model.show_records(list(plan.kinds.values())),
    }

    shows[make]()
    shows[make]()

    assert model.rowCount() > 0


def test_tactics_stand_under_their_families(palette):
    assert titles(palette.model) == ["Live", "Short AMA 30–45 min", "Conversation", "Weekly prompt"]


def test_a_search_keeps_what_begins_with_its_words(palette, qtbot):
    qtbot.keyClicks(palette.search, "sh am")

    assert titles(palette.model) == ["Live", "Short AMA 30–45 min"]


def test_a_search_without_hits_names_the_words(palette, qtbot):
    qtbot.keyClicks(palette.search, "xyz")

    assert "xyz" in palette.nothing.text()


def test_enter_on_a_tactic_puts_it_on_the_day_of_the_cursor_and_selects_it(page, palette, qtbot):
    page.show_day(mar(18))
    palette.list.setCurrentIndex(palette.model.index(1, 0))

    qtbot.keyClick(palette.list, Qt.Key.Key_Return)

    assert on(page, mar(18)) == ["Short AMA 30–45 min"]
    [key] = page.selection()
    assert [step.text for step in page.plan.checklist[key[0]]] == ["Invite"]


def test_slash_leads_to_the_search_line(page, palette):
    action = next(it for it in page.page_actions() if it.shortcuts == ("/",))

    action.handler()

    assert palette.search.hasFocus()


def test_the_tab_counts_what_waits(page, store):
    assert page.side.panel.tabs.tabText(1) == "Backlog 1"

    with store.change(say("step.add", title="x")):
        store.of(Event).save([an_event("other", "Other", day=None)])

    assert page.side.panel.tabs.tabText(1) == "Backlog 2"


def test_enter_plans_the_waiting_event_on_the_day_of_the_cursor(page, backlog, qtbot):
    page.show_day(mar(19))
    backlog.list.setCurrentIndex(backlog.model.index(0, 0))

    qtbot.keyClick(backlog.list, Qt.Key.Key_Return)

    assert on(page, mar(19)) == ["Guest week"]
    assert backlog.model.rowCount() == 0
    assert backlog.empty.isVisible()


def test_a_typed_line_waits_as_an_idea(backlog, store, qtbot):
    qtbot.keyClicks(backlog.line, "Podcast")
    qtbot.keyClick(backlog.line, Qt.Key.Key_Return)

    assert titles(backlog.model) == ["Guest week", "Podcast"]
    assert backlog.line.text() == ""
    assert store.undo() is not None
    assert titles(backlog.model) == ["Guest week"]


def test_events_held_above_the_panel_open_the_backlog_and_leave_it_as_it_was(page):
    page.side.set_drop_active(True)
    held = page.side.panel.tabs.currentIndex()
    page.side.set_drop_active(False)

    assert (held, page.side.panel.tabs.currentIndex()) == (1, 0)


def test_the_legend_tells_the_colours_of_what_they_show(page):
    panel = page.side.panel
    assert not panel.legend.isVisible()

    page.set_colour("stage")

    assert panel.legend.isVisible()
    assert panel.legend.accessibleName() == "Stage: Awareness, Activation"


def test_tab_into_a_list_lands_on_its_first_row_and_shows_it(palette, qtbot):
    palette.search.setFocus()
    qtbot.keyClick(palette.search, Qt.Key.Key_Tab)

    assert palette.list.hasFocus()
    assert palette.list.currentIndex().data() == "Short AMA 30–45 min"
    assert palette.list.property("by_keyboard") is True

    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton)
    assert palette.list.property("by_keyboard") is False
