"""Keeps the list of what was refused as a table, for whoever made the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from app.errors import KnownError
from app.exchange.csv_writing import Cell, write_table
from widgets.common.saving import save
from widgets.common.words import tr
from widgets.exchange.import_lines import Line


class RefusedLink(QPushButton):
    """A link that saves the refused lines.

    Signals:
        failed: they could not be saved (the error).
    """

    failed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.refused_of: Callable[[], Sequence[Line]] = list
        self.setProperty("look", "link")
        self.clicked.connect(self._ask_and_save)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text anew."""
        self.setText(tr("import.save_refused"))
        self.setAccessibleName(tr("import.save_refused"))

    def table(self) -> bytes:
        """Return the refused lines as CSV."""
        head: list[Cell] = [
            tr("import.head.where"),
            tr("import.head.event"),
            tr("import.head.why"),
            tr("import.head.you_can"),
        ]
        rows: list[list[Cell]] = [[line.place, line.title, line.about(), line.way_out()] for line in self.refused_of()]
        return write_table([head, *rows])

    def _ask_and_save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, tr("import.save_refused"), "refused.csv", "CSV (*.csv)")
        if chosen:
            try:
                save(Path(chosen), self.table())
            except KnownError as error:
                self.failed.emit(error)
