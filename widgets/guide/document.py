"""The document: one widget per chapter below each other, made as the guide has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

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
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
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
        self._views, self._top = {}, ""

    def flush(self) -> None:
        """Give what is being typed, now."""
        for view in self._views.values():
            view.flush()

    def show_chapter(self, id: str) -> None:
        """Scroll to the head of a chapter."""
        view = self._views.get(id)
        if view is not None:
            self._settle()
            self.verticalScrollBar().setValue(view.y() - TOP)

    def reveal(self, row: Row, *, take_keyboard: bool = False) -> None:
        """Bring a row into view, and let the keyboard go on there when that is wanted."""
        self._settle()
        for view in self.views():
            place = view.place_of(row)
            if place is None:
                continue
            self._bring(place.translated(view.mapTo(self._body, QPoint())))
            if take_keyboard:
                view.take_keyboard(row)
            return

    def _settle(self) -> None:
        """Lay out what was just put in, so that places are true."""
        self._column.activate()
        self._body.adjustSize() if not self.isVisible() else None
        layout = self._body.layout()
        if layout is not None:
            layout.activate()

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

    def _on_scrolled(self, value: int) -> None:
        at_end = value >= self.verticalScrollBar().maximum() > 0
        line = value + (self.viewport().height() if at_end else TOP + MARGIN)
        top = ""
        for view in self.views():
            if view.y() <= line or not top:
                top = view.id
        if top and top != self._top:
            self._top = top
            self.reached.emit(top)
