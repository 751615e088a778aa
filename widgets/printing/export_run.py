"""Runs what takes time: the text of a file for the preview, and the writing of pages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.calendar.plan import Plan
from app.message import say
from widgets.common.desk import Job, Jobs
from widgets.printing.document import Document
from widgets.printing.pdf import write_pdf
from widgets.printing.picture import write_png
from widgets.printing.text_work import Made, make_text
from widgets.printing.wanted import Format, Wanted


class ExportRun(QObject):
    """One piece of work at a time of each sort; a new text puts an end to the one before.

    Signals:
        made: the text of a file is there (Made).
        moved: so many pages of so many are written.
        written: a file is there (its path, pages).
        failed: it did not work out (the error).
        ended: the writing is over, whatever came of it.
    """

    made = Signal(object)
    moved = Signal(int, int)
    written = Signal(Path, int)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._text: Job | None = None
        self._file: Job | None = None

    def make_text(self, plan: Plan, wanted: Wanted) -> None:
        """Make the text of a file in a child process."""
        self.forget_text()
        self._text = self._jobs.start(
            say("printing.job.text"), make_text, plan, wanted, done=self._on_made, failed=self._on_text_failed
        )

    def forget_text(self) -> None:
        """Put an end to the text that is being made."""
        if self._text is not None:
            self._text.cancel()
            self._text = None

    def write(self, document: Document, wanted: Format, path: Path) -> None:
        """Write pages in a child process."""
        work = write_png if wanted is Format.PNG else write_pdf
        self._file = self._jobs.start(
            say("printing.job.pages", file=path.name),
            work,
            document.manuscript,
            document.options,
            path,
            done=lambda pages: self._on_written(path, pages),
            failed=self._on_failed,
            progress=lambda done, of, _: self.moved.emit(done, of),
        )

    def cancel(self) -> None:
        """Put an end to the writing; nothing of it is kept."""
        if self._file is not None:
            self._file.cancel()
            self._file = None
            self.ended.emit()

    def _on_made(self, made: Made) -> None:
        self._text = None
        self.made.emit(made)

    def _on_text_failed(self, error: Exception) -> None:
        self._text = None
        self.failed.emit(error)

    def _on_written(self, path: Path, pages: int) -> None:
        self._file = None
        self.written.emit(path, pages)
        self.ended.emit()

    def _on_failed(self, error: Exception) -> None:
        self._file = None
        self.failed.emit(error)
        self.ended.emit()
