"""The guide page: chapters at the left, the document in the middle, the inspector of what is chosen at the right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.guide.chapter import Chapter
from app.guide.escalation import Escalation, Scenario
from app.guide.incident import Incident
from app.guide.reply import Reply, ReplyText
from app.guide.snapshot import Guide, Row
from app.members.member import Member
from app.playbook.link import Link
from app.store import Changes, Store
from app.tasks.task import Task
from widgets.common.action import Action
from widgets.common.desk import Desk
from widgets.common.hairline import hairline
from widgets.common.page_over_store import PageOverStore
from widgets.common.page_side import PageSide
from widgets.common.words import tr
from widgets.guide.bench import Bench
from widgets.guide.chapter_view import ChapterView
from widgets.guide.document import Document
from widgets.guide.finder import ICONS as FOUND_ICONS
from widgets.guide.finder import Finder, key_of
from widgets.guide.handover.offer import HandoverOffer
from widgets.guide.header import GuideHeader
from widgets.guide.inspector import GuideInspector
from widgets.guide.left_side import LeftSide
from widgets.guide.page_actions import PageActions
from widgets.guide.registry import BESIDE, INSPECTORS, LOG, inspector_of, view_of
from widgets.guide.starting import Starting

OF_THE_LOG: Final = frozenset({Member, Link, Task})  # of no chapter, but shown where incidents are
NARROW: Final = 1000  # below this width of the page the list at the left gives its room away
KEYS_TEXTS: Final[Mapping[str, tuple[str, ...]]] = {
    "guide.key.open": ("Enter",),
    "guide.key.order": ("Alt+Up", "Alt+Down"),
}


class GuidePage(PageOverStore):
    """How we speak, who does what, and what to do when it gets rough."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.bench = Bench(self)
        self.header, self.left, self.document = GuideHeader(), LeftSide(self.bench), Document(self.bench)
        self.middle = QStackedWidget()
        self.starting = Starting(self.bench)
        self.middle.addWidget(self.document)
        self.middle.addWidget(self.starting)
        self.side = PageSide(desk.settings, "guide")
        self.side.hide()
        self._inspectors: dict[type[Any], GuideInspector] = {}
        self._beside: dict[str, ChapterView] = {}
        self.finder = Finder(self)
        self._commands = PageActions(self)
        self.offer = HandoverOffer(self)
        self._arrange()
        self._connect()
        self.retranslate()

    def _arrange(self) -> None:
        line = hairline(upright=True)
        main = QWidget()
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(line)
        row.addWidget(self.middle, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.header)
        outer.addWidget(self.side.stand_beside(main), 1)

    def _connect(self) -> None:
        self.left.list.chosen.connect(self._on_listed)
        self.left.list.opened.connect(self._on_list_opened)
        self.left.list.deleted.connect(self._on_list_deleted)
        self.left.add_requested.connect(self._commands.show_new)
        self.document.reached.connect(self.left.list.choose)
        self.bench.chosen_changed.connect(self._on_chosen)
        self.bench.walked.connect(self.document.reveal)
        self.bench.shown.connect(self._on_shown)
        self.bench.led.connect(self.reveal)
        self.bench.opened.connect(self._on_opened)

    # --- what the window asks ---

    @override
    def begin(self, store: Store) -> None:
        self.bench.guide = Guide.read(store)
        self.bench.choose(None)
        self.document.forget()
        self.show_everything()
        self.offer.show_number()

    @override
    def take_over(self, changes: Changes) -> None:
        if self.bench.guide.refresh(self.open_store(), changes):
            self.show_everything()
        elif not OF_THE_LOG.isdisjoint(changes):
            self._show_log()

    @override
    def leave(self) -> None:
        self.document.flush()
        for inspector in self._inspectors.values():
            inspector.flush()

    @override
    def page_actions(self) -> Sequence[Action]:
        return (*self._commands.actions(), *self.offer.actions())

    @override
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        return KEYS_TEXTS

    @override
    def look_up(self, words: str) -> Sequence[tuple[str, str, str]]:
        return self.finder.for_palette(words)

    @override
    def look_of(self, id: str) -> tuple[str, str]:
        row = self.bench.guide.row_of(id)
        return FOUND_ICONS.get(row.kind, "book-open") if row else "book-open", ""

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.left, self.middle, self.side)

    @override
    def show_thing(self, id: str) -> None:
        row = self.bench.guide.row_of(id)
        if row is not None:
            rows = self.bench.guide.rows_of(id) if row.kind is Scenario else []
            self.reveal(Row(Escalation, rows[0].id) if rows else row)

    # --- what the parts ask ---

    def reveal(self, row: Row, *, take_keyboard: bool = True) -> None:
        """Bring a row into view and choose it."""
        if row.kind is Incident:
            self.left.list.choose(LOG)
            self.show_beside(LOG)
            self.bench.show(row)
            self._beside[LOG].take_keyboard(row)
            return
        self.show_document()
        self.document.reveal(row, take_keyboard=take_keyboard)
        self.bench.choose(self._chosen_for(row))

    def add_row(self) -> None:
        """Add a row to the chapter of what is chosen, or else to the one that is being read."""
        views = list(self.document.views())
        key = key_of(self.bench.chosen.kind) if self.bench.chosen else ""
        own = [it for it in views if key and it.chapter and it.chapter.key == key]
        read = [it for it in views if it.id == self.left.list.key()]
        for view in (own or read)[:1]:
            view.add()

    def focus_document(self) -> None:
        """Let the keyboard go on where the guide is read."""
        if self.bench.chosen:
            self.document.reveal(self.bench.chosen, take_keyboard=True)
        else:
            self.left.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen_for(self, row: Row) -> Row:
        """Return what is edited where a row is: the text of a reply is part of it."""
        text = self.bench.guide.get(ReplyText, row.id) if row.kind is ReplyText else None
        return Row(Reply, text.reply) if text else row

    def show_document(self) -> None:
        """Show the chapters in the middle, or how one begins."""
        self.middle.setCurrentWidget(self.starting if self.bench.guide.blank else self.document)

    def show_beside(self, key: str) -> None:
        """Show in the middle what is no chapter of the document."""
        if key not in self._beside:
            self._beside[key] = view_of(self.bench, key)
            self.middle.addWidget(self._beside[key])
        self.middle.setCurrentWidget(self._beside[key])
        self._beside[key].show_rows()

    def close_inspector(self) -> None:
        """Give the room back to the document."""
        for inspector in self._inspectors.values():
            inspector.flush()
        self.side.hide()

    # --- refreshing ---

    def show_everything(self) -> None:
        """Show what the snapshot holds now."""
        if self.store is None:
            return
        chosen = self.bench.chosen
        if chosen and self.bench.guide.get(*chosen) is None:
            self.bench.choose(None)
        self.left.list.show_guide(self.left.list.key() or next(iter(self.bench.guide.of(Chapter)), ""))
        self.document.show_guide()
        if self.middle.currentWidget() in (self.document, self.starting):
            self.show_document()
        self.finder.refresh()
        for view in self._beside.values():
            view.show_rows()
        for inspector in self._inspectors.values():
            inspector.refresh()
        self.actions_changed.emit()

    def _show_log(self) -> None:
        for view in self._beside.values():
            view.show_rows()
        for kind, inspector in self._inspectors.items():
            if kind is Incident:
                inspector.refresh()

    def _on_chosen(self, row: Row | None) -> None:
        chapter = self.bench.guide.chapter(key_of(row.kind)) if row and key_of(row.kind) else None
        if chapter is not None:
            self.left.list.choose(chapter.id)
        for view in self._beside.values():
            view.show_chosen(row)
        if row is None:
            self.side.hide()
        elif row.kind in INSPECTORS and not self.side.isHidden():
            self._show_inspector(row)
        self.actions_changed.emit()

    def _on_shown(self, row: Row) -> None:
        if row.kind in INSPECTORS:
            self.side.show()
            self._show_inspector(row)
            self.document.reveal(row)

    def _on_opened(self, row: Row) -> None:
        if row.kind not in INSPECTORS:
            return
        self.document.reveal(row)
        self.side.show()
        self._show_inspector(row).focus_first()

    def _show_inspector(self, row: Row) -> GuideInspector:
        inspector = self._inspectors.get(row.kind)
        if inspector is None:
            inspector = self._inspectors[row.kind] = inspector_of(self.bench, row.kind)
            inspector.closed.connect(self.close_inspector)
            self.side.add_side(inspector, "inspector", "inspector")
        for other in self._inspectors.values():
            if other is not inspector:
                other.flush()
        inspector.show_row(row)
        self.side.open_side(inspector)
        return inspector

    def _on_listed(self, key: str) -> None:
        if key in BESIDE:
            self.show_beside(key)
        else:
            self.show_document()
            self.document.show_chapter(key)

    def _on_list_opened(self, key: str) -> None:
        if key in self.bench.guide.of(Chapter):
            self.bench.open(Row(Chapter, key))

    def _on_list_deleted(self, key: str) -> None:
        if key in self.bench.guide.of(Chapter):
            self.bench.delete(Row(Chapter, key))

    @override
    def retranslate(self) -> None:
        self.header.set_texts(tr("page.guide"), tr("guide.subtitle"))
        self.offer.retranslate()
        self.left.list.setAccessibleName(tr("guide.chapters"))
        self.show_everything()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.focusWidget() is None:
            self.left.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.side.isHidden():
            self.close_inspector()
        else:
            self.bench.choose(None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.left.setVisible(self.width() >= NARROW)
        self.side.fit()
