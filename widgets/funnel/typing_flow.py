"""What is typed on the map becomes branches and their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import KnownError
from app.funnel import editing, growing, stages
from app.message import Message
from widgets.common.words import tr
from widgets.funnel.canvas.laid import Draft
from widgets.funnel.header import MAP

if TYPE_CHECKING:
    from widgets.funnel.page import FunnelPage


class TypingFlow(QObject):
    """A branch that is typed is in the store half a second after the last key; Esc takes it back."""

    def __init__(self, page: FunnelPage) -> None:
        super().__init__(page)
        self._page = page
        self._before = ""  # what stood there, or "" for a new branch
        self._new = False  # it came with this typing
        self._from = ""  # what was selected before
        self._step: Message | None = None
        self._row = ""  # a new row of the outline

    def connect_view(self) -> None:
        """Hear the map."""
        typing = self._page.map.typing
        typing.typed.connect(self._on_typed)
        typing.ended.connect(self._on_ended)
        self._page.outline.typing_ended.connect(self._on_row_ended)

    def draft(self, onto: str, row: int) -> None:
        """Begin a branch that is not there yet; outside the map it is there at once, with a text to type over."""
        if self._page.view != MAP:
            self._add_row(onto, row)
            return
        new = self._page.open_store().new_id()
        self._begin(new, "", new=True)
        self._page.map.type_on(Draft(new, onto, row))

    def rename(self, id: str, *, typed: str = "", new: bool = False, back: str = "") -> None:
        """Type on a branch or a stage that is there; `typed` takes the place of its text."""
        if self._page.view != MAP:
            if new:
                self._begin_row(id, back)
            self._page.select([id])
            self._page.edit_row(typed)
            return
        text = self._page.funnel.text(id)
        self._begin(id, text, new=new)
        if new:
            self._from = back
            self._step = self._page.open_store().next_undo()
        self._page.map.type_on(Draft(id, "", 0, typed or text), select=not typed)

    def _add_row(self, onto: str, row: int) -> None:
        try:
            new = growing.add_child(self._page.open_store(), onto, tr("funnel.new"), row)
        except KnownError as error:
            self._page.desk.fail(error)
        else:
            self._begin_row(new, self._page.current)
            self._page.select([new])
            self._page.edit_row()

    def _begin_row(self, new: str, back: str) -> None:
        self._row, self._from = new, back
        self._step = self._page.open_store().next_undo()

    def _on_row_ended(self, id: str, why: str) -> None:
        """Go on below a row, or take a new one back that nothing was typed in."""
        row, self._row = self._row, ""
        store, page = self._page.open_store(), self._page
        if why == "cancelled" and id and id == row and store.next_undo() == self._step:
            store.withdraw()
            page.select([self._from] if self._from else [])
        page.focus_view()
        if why == "child" and page.funnel.branch(id):
            self.draft(id, len(page.funnel.forest.children(id)))

    def _begin(self, id: str, before: str, *, new: bool) -> None:
        self._from = self._page.map.current or self._from
        self._before, self._new, self._step = before, new, None

    def _on_typed(self, draft: Draft) -> None:
        text, store = draft.text.strip(), self._page.open_store()
        if not text:
            return
        try:
            if draft.id in self._page.funnel.stages:
                stages.change_stage(store, draft.id, name=text)
            elif self._page.funnel.branch(draft.id):
                editing.rename(store, draft.id, text)
            elif draft.onto:
                growing.add_child(store, draft.onto, text, draft.row, id=draft.id)
            self._step = store.next_undo()
        except KnownError as error:
            self._page.desk.fail(error)

    def _on_ended(self, draft: Draft, why: str) -> None:
        page = self._page
        if page.store is None:
            return
        if why == "cancelled":
            self._take_back(draft)
        elif draft.text.strip() and why != "gone":
            self._on_typed(draft)
        there = bool(page.funnel.branch(draft.id)) or draft.id in page.funnel.stages
        page.map.end_typing()
        page.select([draft.id] if there else [self._from] if self._from else [])
        if why == "child" and there:
            self.draft(draft.id, len(page.funnel.forest.children(draft.id)))

    def _take_back(self, draft: Draft) -> None:
        store = self._page.open_store()
        if self._new:
            if self._step is not None and store.next_undo() == self._step:
                store.withdraw()
        elif draft.id in self._page.funnel.stages:
            stages.change_stage(store, draft.id, name=self._before)
        elif self._page.funnel.branch(draft.id):
            editing.rename(store, draft.id, self._before)
