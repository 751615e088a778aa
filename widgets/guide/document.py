"""The document: one widget per chapter below each other, made as the guide has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from app.guide.chapter import Chapter
from app.guide.snapshot import Row
from widgets.common.steady_scroll_bar import WIDTH, steady_scroll_bar
from widgets.guide.bench import Bench
from widgets.guide.chapter_view import ChapterView
from widgets.guide.registry import view_of

SIDE: Final = 20
TOP: Final = 16
APART: Final = 22
MARGIN: Final = 12  # px left free around what is brought into view


class Document(QScrollArea):
    """All chapters, scrolled.

    Signals:
        reached: another chapter stands at the top (its id).
    """

    reached = Signal(str)

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self._views: dict[str, ChapterView] = {}  # by id of the chapter
        self._top = ""
        self._kept: Row | None = None  # what was led to: it stays in view when rows above it become higher
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._bring_kept)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        steady_scroll_bar(self)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(SIDE, TOP, SIDE - WIDTH, TOP)
        self._column.setSpacing(APART)
        self._column.addStretch()
        self.setWidget(self._body)
        self._body.installEventFilter(self)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled_by_hand)
        bench.chosen_changed.connect(self._on_chosen)

    def show_guide(self) -> None:
        """Show the chapters that the guide has now, in their order."""
        chapters = self.bench.guide.of(Chapter)
        for gone in [key for key in self._views if key not in chapters]:
            view = self._views.pop(gone)
            view.hide()
            view.deleteLater()
        for place, chapter in enumerate(chapters.values()):
            view = self._views.get(chapter.id) or self._make(chapter)
            if self._column.indexOf(view) != place:
                self._column.insertWidget(place, view)
            view.show_guide()
        self._on_chosen(self.bench.chosen)

    def _make(self, chapter: Chapter) -> ChapterView:
        view = view_of(self.bench, chapter.key)
        view.id = chapter.id
        self._views[chapter.id] = view
        return view

    def views(self) -> Iterator[ChapterView]:
        """Yield the chapters in their order."""
        for key in self.bench.guide.of(Chapter):
            if key in self._views:
                yield self._views[key]

    def forget(self) -> None:
        """Show no chapter: another playbook comes."""
        for view in self._views.values():
            view.hide()
            view.deleteLater()
        self._views, self._top, self._kept = {}, "", None

    def flush(self) -> None:
        """Give what is being typed, now."""
        for view in self._views.values():
            view.flush()

    def show_chapter(self, id: str) -> None:
        """Scroll to the head of a chapter."""
        if id in self._views:
            self._kept = Row(Chapter, id)
            self._bring_kept()

    def reveal(self, row: Row, *, take_keyboard: bool = False) -> None:
        """Bring a row into view, and let the keyboard go on there when that is wanted."""
        self._kept = row
        view = self._bring_kept()
        if view is not None and take_keyboard:
            view.take_keyboard(row)

    def _bring_kept(self) -> ChapterView | None:
        """Bring what was led to into view, a chapter to the top; return the chapter in which it is."""
        self._settle()
        for view in self.views():
            place = view.place_of(self._kept) if self._kept else None
            if place is not None and self._kept is not None:
                if self._kept.kind is Chapter:
                    self.verticalScrollBar().setValue(view.y() - TOP)
                else:
                    self._bring(place.translated(view.mapTo(self._body, QPoint())))
                self._tell(view.id)
                return view
        return None

    def _settle(self) -> None:
        """Lay out what was just put in, so that places are true."""
        self._column.activate()

    def _bring(self, place: QRect) -> None:
        bar = self.verticalScrollBar()
        top, bottom = place.top() - MARGIN, place.bottom() + MARGIN
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(min(top, bottom - self.viewport().height()))

    def _on_chosen(self, row: Row | None) -> None:
        for view in self._views.values():
            view.show_chosen(row)

    def _on_scrolled_by_hand(self) -> None:
        self._kept = None

    def _on_scrolled(self, value: int) -> None:
        if self._kept is not None:
            return
        at_end = value >= self.verticalScrollBar().maximum() > 0
        line = value + (self.viewport().height() if at_end else TOP + MARGIN)
        top = ""
        for view in self.views():
            if view.y() <= line or not top:
                top = view.id
        if top:
            self._tell(top)

    def _tell(self, top: str) -> None:
        if top != self._top:
            self._top = top
            self.reached.emit(top)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._body and event.type() == QEvent.Type.LayoutRequest and self._kept is not None:
            self._later.start()
        return super().eventFilter(watched, event)
