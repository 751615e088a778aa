"""Sets the pages of a preview bit by bit, so that the window stays alive."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from widgets.common.paper.sheet import Sheet
from widgets.printing.document import Document

SLICE: Final = 0.012  # seconds of work between two looks at mouse and keys


class Typesetter(QObject):
    """Sets one document at a time; another one puts an end to the first.

    Signals:
        begun: another document is being set.
        pages_added: more pages are there.
        finished: all pages are there.
    """

    begun = Signal()
    pages_added = Signal()
    finished = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document: Document | None = None
        self.sheets: list[Sheet] = []
        self.done = False
        self._pages: Iterator[Sheet] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def set(self, document: Document) -> None:
        """Begin with a document."""
        self.document = document
        self.sheets = []
        self.done = False
        self._pages = document.pages()
        self.begun.emit()
        self._timer.start(0)

    def stop(self) -> None:
        """Leave the document as it is."""
        self._timer.stop()

    def _go_on(self) -> None:
        end = perf_counter() + SLICE
        while perf_counter() < end:
            sheet = next(self._pages, None)
            if sheet is None:
                self._timer.stop()
                self.done = True
                self.pages_added.emit()
                self.finished.emit()
                return
            self.sheets.append(sheet)
        self.pages_added.emit()
