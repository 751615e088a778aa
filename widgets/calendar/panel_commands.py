"""Turns what palette, backlog, filters and the head of the inspector ask for into actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from app.calendar import actions
from app.calendar.filter import SavedFilter
from app.calendar.occurrence import Key
from app.message import say
from app.playbook.records import delete_record
from app.tactics.tactic import Tactic
from widgets.calendar.side.panel import BACKLOG, PALETTE

if TYPE_CHECKING:
    from widgets.calendar.gestures import Gestures
    from widgets.calendar.inspector.panel import Inspector
    from widgets.calendar.page import CalendarPage
    from widgets.calendar.small_questions import SmallQuestions


class PanelCommands(QObject):
    """What is asked for beside the calendar."""

    def __init__(self, page: CalendarPage, gestures: Gestures) -> None:
        super().__init__(page)
        self._page, self._gestures = page, gestures

    def connect_panels(self, questions: Callable[[], SmallQuestions]) -> None:
        """Hear the panels."""
        page, gestures, side = self._page, self._gestures, self._page.side
        palette, backlog = side.panel.palette_panel, side.panel.backlog
        palette.tactic_taken.connect(lambda tactic: gestures.drop("tactic", tactic, page.cursor_day()))
        palette.edit_requested.connect(self._on_tactic_opened)
        palette.delete_requested.connect(lambda tactic: delete_record(page.open_store(), Tactic, tactic))
        backlog.event_taken.connect(lambda event: gestures.drop("event", event, page.cursor_day()))
        backlog.open_requested.connect(self._on_waiting_opened)
        backlog.delete_requested.connect(lambda event: gestures.delete([(event, "")]))
        backlog.add_requested.connect(lambda title: gestures.add(None, title))
        side.panel.keys_dropped.connect(gestures.to_backlog)
        side.panel.branches_dropped.connect(lambda branches: gestures.schedule(branches, None))
        side.inspector_made.connect(self._on_inspector_made)
        page.toolbar.capacity_requested.connect(lambda: questions().capacity())
        page.toolbar.filters.save_requested.connect(lambda: questions().save_filter())
        page.toolbar.filters.rename_requested.connect(lambda key: questions().rename_filter(key))
        page.toolbar.filters.delete_requested.connect(lambda key: delete_record(page.open_store(), SavedFilter, key))

    def _on_inspector_made(self, inspector: Inspector) -> None:
        page, gestures = self._page, self._gestures
        inspector.duplicate_requested.connect(self._on_duplicate)
        inspector.delete_requested.connect(lambda: gestures.delete(list(inspector.keys)))
        inspector.closed.connect(lambda: page.views.current.setFocus(Qt.FocusReason.OtherFocusReason))

    def show_palette(self) -> None:
        """Open the palette and put the keyboard on its search line."""
        self._page.side.close_inspector()
        self._page.side.panel.show_tab(PALETTE)
        self._page.side.panel.palette_panel.focus_search()

    def show_backlog(self) -> None:
        """Open the backlog and put the keyboard on its list."""
        self._page.side.close_inspector()
        self._page.side.panel.show_tab(BACKLOG)
        self._page.side.panel.backlog.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def save_as_tactic(self) -> None:
        """Keep what the selected event is made of as a tactic, and show it."""
        key = self._page.meant()[0]
        title = self._page.plan.events[key[0]].title
        actions.save_as_tactic(self._page.open_store(), key)
        self._page.side.panel.show_tab(PALETTE)
        self._page.desk.tell(say("calendar.tactic_saved", title=title), undo=True)

    def _on_tactic_opened(self, tactic: str) -> None:
        from widgets.calendar.side.tactic_editor import open_tactic

        open_tactic(self._page, tactic)

    def _on_waiting_opened(self, event: str) -> None:
        self._page.views.select(())
        self._page.side.open_inspector(self._page.plan, [(event, "")])

    def _on_duplicate(self) -> None:
        inspector = self._page.side.inspector
        keys: Sequence[Key] = list(inspector.keys)
        if keys:
            self._gestures.run(lambda: actions.copy(self._page.open_store(), keys, 0))
