"""The funnel page: puts its parts together and keeps them up to date with the store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.event import Event, Override
from app.calendar.kind import Kind
from app.calendar.quarter import Quarter
from app.funnel.funnel_map import KINDS, FunnelMap
from app.funnel.results import Result, results_of
from app.playbook.link import Link
from app.playbook.playbook import PLAYBOOK_ID
from app.store import EVERYTHING, Changes, Store
from app.tasks.task import Column, Task
from widgets.common.action import Action
from widgets.common.desk import Desk
from widgets.common.page_over_store import PageOverStore
from widgets.common.page_side import PageSide
from widgets.funnel.becoming import Becoming
from widgets.funnel.canvas.keys import KEYS_TEXTS
from widgets.funnel.canvas.laid import ROOT
from widgets.funnel.canvas.view import MapView
from widgets.funnel.clipboard import Clipboard
from widgets.funnel.coming_back import ComingBack
from widgets.funnel.deeds import Deeds
from widgets.funnel.edits import Edits
from widgets.funnel.files import MapFiles
from widgets.funnel.finder import Finder
from widgets.funnel.floating import MapBars
from widgets.funnel.header import MAP, OUTLINE, TABLE, FunnelHeader
from widgets.funnel.inspector.panel import Inspector
from widgets.funnel.maps import Maps
from widgets.funnel.no_stages import NoStages
from widgets.funnel.outline_view import OutlineView
from widgets.funnel.page_actions import PageActions
from widgets.funnel.table_view import TableOfBranches

VIEW: Final = "funnel.view"
MADE: Final = (Link, Event, Override, Kind, Task, Column)  # what shows of that which branches became
OURS: Final = frozenset(KINDS) - {Event, Task, Link}
AROUND: Final = timedelta(days=400)


class FunnelPage(PageOverStore):
    """Mind map, outline and table of the same stages and branches; the inspector beside them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.funnel = FunnelMap()
        self.results: dict[str, tuple[Result, ...]] = {}
        self.today = date(2027, 1, 1)
        self.quarter = Quarter(self.today)
        self.view = MAP
        self.selected: list[str] = []
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.map, self.outline, self.table = MapView(), OutlineView(), TableOfBranches()
        self.stack = QStackedWidget()
        self.nothing = NoStages()
        for view in (self.map, self.outline, self.table, self.nothing):
            self.stack.addWidget(view)
        self.inspector = Inspector()
        self.side = PageSide(self.desk.settings, "funnel")
        self.side.add_side(self.inspector, "inspector", "inspector")
        self.finder = Finder(self)
        self.deeds, self.clipboard, self.files = Deeds(self), Clipboard(self), MapFiles(self)
        self.becoming, self.edits, self.coming_back = Becoming(self), Edits(self), ComingBack(self)
        self.maps = Maps(self)
        self.commands = PageActions(self)
        self.header = FunnelHeader(self.commands.exports)
        self.bars = MapBars(self)

    def _arrange(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.side.stand_beside(self.stack), 1)

    def _connect(self) -> None:
        self.header.view_chosen.connect(self.open_view)
        self.header.tidy_requested.connect(self.tidy)
        self.header.maps_requested.connect(self.maps.show_menu)
        for view in (self.map, self.outline, self.table):
            view.selection_changed.connect(self._on_selected)
            view.menu_requested.connect(self.commands.show_menu)
        for view in (self.map, self.outline):
            view.asked.connect(self.commands.run)
            view.fold_requested.connect(self.deeds.set_folded)
            view.typing_requested.connect(self.deeds.type_over)
        self.nothing.begin_requested.connect(self.deeds.begin)
        self.map.move_requested.connect(self.deeds.move)
        self.map.step_requested.connect(self._on_step_requested)
        self.outline.tree.rename_requested.connect(self.deeds.set_text)
        self.outline.tree.done_requested.connect(self.deeds.set_done)
        self.outline.tree.move_requested.connect(self.deeds.move)
        self.table.table.rename_requested.connect(self.deeds.set_text)
        self.deeds.typing.connect_view()
        self.edits.connect_inspector()
        self.inspector.duplicate_requested.connect(self.deeds.duplicate)
        self.inspector.delete_requested.connect(self.deeds.delete)
        self.inspector.closed.connect(self._on_inspector_closed)

    # --- what the window asks ---

    @override
    def leave(self) -> None:
        self.flush()

    @override
    def begin(self, store: Store) -> None:
        self.open_map("")

    def open_map(self, map: str) -> None:
        """Show the funnel, or a map beside it."""
        store = self.open_store()
        self.flush()
        self.funnel = FunnelMap.read(store, map)
        self.coming_back.begin()
        self.selected = []
        self.map.show_whole(map)
        self._take_day(store)
        self._take_results(store)
        self._show_everything()
        self.bars.focus.show_path("")
        self.open_view(str(self.desk.settings.get(VIEW, MAP)))
        self.map.fit_to_read()

    def flush(self) -> None:
        """Give what is being typed, now."""
        self.map.typing.editor.end("left")
        for rows in (self.outline, self.table):
            rows.end_typing()
        self.inspector.flush()

    @override
    def page_actions(self) -> Sequence[Action]:
        return self.commands.actions()

    @override
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        return KEYS_TEXTS

    @override
    def look_up(self, words: str) -> Sequence[tuple[str, str, str]]:
        return self.finder.for_palette(words)

    @override
    def look_of(self, id: str) -> tuple[str, str]:
        return ("git-branch" if self.funnel.branch(id) else "funnel", self.funnel.colour(id))

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.stack, self.inspector)

    @override
    def bring_in(self, file: Path) -> None:
        self.files.bring_in_from(file)

    @override
    def show_thing(self, id: str) -> None:
        if self.store:
            self.maps.open_one_with(id)
        if self.store and (self.funnel.branch(id) or id in self.funnel.stages):
            self.deeds.open_way(id)
            self.select([id])
            self.map.reveal_node(id, middle=True)
            self.focus_view()

    # --- what the parts ask ---

    @property
    def current(self) -> str:
        """What is selected last: the node with the keyboard."""
        return self.selected[-1] if self.selected else ""

    def branches(self) -> list[str]:
        """Return the selected branches."""
        return [key for key in self.selected if self.funnel.branch(key)]

    def select(self, ids: Sequence[str]) -> None:
        """Select things in every view and show them in the inspector."""
        self.selected = [key for key in ids if key == ROOT or key in self.funnel.stages or self.funnel.branch(key)]
        self.map.select(self.selected)
        if self.view != MAP:
            self._rows().select(self.selected)
        self._on_selected(self.selected)
        if self.view == MAP and self.selected:
            self.map.reveal_node(self.current)

    def sees(self, id: str) -> bool:
        """Return whether a stage or a branch can be seen in the view that is open."""
        return self.map.sees(id) if self.view == MAP else self._rows().sees(id)

    def peek(self, id: str) -> None:
        """Open what hides a branch for the eye only; it folds back when one goes elsewhere."""
        branch = self.funnel.branch(id)
        way = (branch.stage, *self.funnel.forest.path(id)[:-1]) if branch else ()
        self.map.show_open(frozenset(key for key in way if self.funnel.folded(key)))
        if self.map.shown.focus and id not in self.map.nodes:
            self.focus_on_all()

    def _end_peeking(self) -> None:
        """Fold back what was opened for the eye only, when one went elsewhere and nothing is searched."""
        opened, branch = self.map.shown.opened, self.funnel.branch(self.current)
        way = {self.current, branch.stage, *self.funnel.forest.path(branch.id)} if branch else {self.current}
        if opened and not opened & way and self.finder.bar.isHidden() and not self.map.mouse.dragging:
            self.map.show_open(frozenset())

    def select_all(self) -> None:
        """Select every branch that shows."""
        if self.view == MAP:
            self.map.select_all()
        else:
            self._rows().selectAll()

    def path_words(self, id: str) -> str:
        """Return what leads to a branch, in words."""
        if self.funnel.branch(id) is None:
            return ""
        stage = self.funnel.forest.branches[id].stage
        return " › ".join(self.funnel.text(key) for key in (stage, *self.funnel.forest.path(id)[:-1]))

    def open_view(self, name: str) -> None:
        """Show the map in another way."""
        self.flush()
        self.view = name if name in (MAP, OUTLINE, TABLE) else MAP
        self.show_rows()
        self._show_view()
        self.header.show_view(self.view)
        self.desk.settings.set(VIEW, self.view)
        self.finder.bar.raise_()
        self.select(self.selected)
        self.focus_view()
        self.actions_changed.emit()

    def edit_row(self, typed: str = "") -> None:
        """Type in the row that is selected in outline or table; `typed` takes the place of its text."""
        self._rows().edit_current(typed)

    def focus_view(self) -> None:
        """Let the keyboard go on where the branches are."""
        self._view().setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self) -> OutlineView | TableOfBranches:
        return self.outline if self.view == OUTLINE else self.table

    def _view(self) -> MapView | OutlineView | TableOfBranches:
        if self.view == MAP:
            return self.map
        return self._rows()

    def tidy(self) -> None:
        """Show the whole map in order."""
        self.focus_on_all()
        self.map.fit()

    def fit(self) -> None:
        """Show everything that is not hidden."""
        self.map.fit()

    def fit_selection(self) -> None:
        """Show what is selected, as large as it can be."""
        if self.selected:
            self.map.fit_selection()

    def focus_on_branch(self) -> None:
        """Show only what is selected and what hangs on it."""
        if self.current not in ("", ROOT):
            self.map.show_part_of(self.current)
            path = self.path_words(self.current)
            text = self.funnel.text(self.current)
            self.bars.focus.show_path(f"{path} › {text}" if path else text)

    def focus_on_all(self) -> None:
        """Show the whole map again."""
        self.bars.focus.show_path("")
        if self.map.shown.focus != self.funnel.map:
            self.map.show_part_of(self.funnel.map)

    def toggle_side(self) -> None:
        """Show the inspector or hide it."""
        self.side.setVisible(self.side.isHidden())

    def write_notes(self) -> None:
        """Put the keyboard on the notes of what is selected."""
        self.side.show()
        self.inspector.focus_notes()

    # --- refreshing ---

    @override
    def take_over(self, changes: Changes) -> None:
        store = self.open_store()
        self.coming_back.before()
        changed = self.funnel.refresh(store, changes)
        made = self._take_results(store) if changes.keys() & set(MADE) else frozenset()
        if self.funnel.map not in ("", *self.funnel.maps):
            self.open_map("")  # the map that was shown is gone
            return
        if not made and not changes.keys() & OURS:
            return
        self._take_day(store)
        whole = changed is not None and (changed >= EVERYTHING or PLAYBOOK_ID in changed)
        self._show_everything(None if whole else (changed or frozenset()) | made)
        self.coming_back.after(changed or frozenset())

    def _take_day(self, store: Store) -> None:
        try:
            self.today = store.now().astimezone(ZoneInfo(self.funnel.playbook.zone)).date()
        except (ZoneInfoNotFoundError, ValueError, OSError):
            self.today = store.now().date()
        self.quarter = Quarter(self.funnel.playbook.start, self.funnel.playbook.first_weekday)

    def _take_results(self, store: Store) -> frozenset[str]:
        """Take over what branches became; return those of which it is something else than before."""
        before = dict(self.results)
        self.results.clear()
        first, last = self.quarter.first - AROUND, self.quarter.last + AROUND
        self.results.update(results_of(store, self.funnel.became, first, last))
        both = before.keys() | self.results.keys()
        return frozenset(key for key in both if before.get(key) != self.results.get(key))

    def _show_everything(self, changed: frozenset[str] | None = None) -> None:
        focus = self.map.shown.focus
        if focus and not (self.funnel.branch(focus) or focus in self.funnel.stages):
            self.focus_on_all()
        self.header.show_map(self.funnel.name if self.funnel.map else "", several=bool(self.funnel.maps))
        self.map.show_map(self.funnel, self.results, self.today, changed)
        self.show_rows()
        self._show_view()
        self.inspector.show_map(self.funnel, self.results, self.today)
        self.selected = [key for key in self.selected if key in self.map.nodes or self.funnel.branch(key)]
        self.inspector.show_ids(self.selected)
        self.finder.refresh()

    def _show_view(self) -> None:
        """Show the view that was chosen, or how to begin while there is no stage."""
        self.stack.setCurrentWidget(self._view() if self.funnel.stages else self.nothing)

    def show_rows(self) -> None:
        """Show the map as rows where they are looked at; the others wait until they are opened."""
        if self.view != MAP:
            self._rows().show_map(self.funnel, self.results, self.today)

    def _on_selected(self, ids: list[str]) -> None:
        self.selected = list(ids)
        self._end_peeking()
        self.inspector.show_ids(ids)
        self.actions_changed.emit()

    def _on_step_requested(self, stage: str) -> None:
        self.select([stage])
        self.side.show()
        self.edits.ask_reading_here()

    def _on_inspector_closed(self) -> None:
        self.side.hide()
        self.focus_view()

    @override
    def retranslate(self) -> None:
        for view in (self.outline, self.table):
            view.retranslate()
        if self.store is not None:
            self._show_everything()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.focus_view()
