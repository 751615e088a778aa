"""The import of a calendar: what would come in is looked at before anything is written."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QStackedWidget, QWidget
from typing_extensions import override

from app.errors import KnownError
from app.exchange.recognise import CALENDAR_ENDINGS
from app.message import say
from app.store import Changes, Store
from widgets.common.desk import Desk
from widgets.common.dialog_frame import DialogFrame
from widgets.common.overlay import Overlay
from widgets.common.words import locale, tr
from widgets.exchange.chosen import without
from widgets.exchange.import_failure import ImportFailure
from widgets.exchange.import_preview import ImportPreview
from widgets.exchange.import_run import ImportRun, Phase
from widgets.exchange.running_foot import RunningFoot
from widgets.exchange.step_trail import StepTrail

FOLDER: Final = "import.folder"
WIDTH: Final = 960
HEIGHT: Final = 640
STEP_OF: Final = {Phase.READING: 0, Phase.COMPARING: 0, Phase.WAITING: 1, Phase.WRITING: 2, Phase.OVER: 2}
LABEL_TEXTS: Final = {
    Phase.READING: "import.reading",
    Phase.COMPARING: "import.comparing",
    Phase.WRITING: "import.writing",
}


class ImportDialog(DialogFrame):
    """File, preview, import: one file into the open playbook.

    Signals:
        finished: it is over; the dialog can go.
        another_requested: the person wants to try another file.
    """

    finished = Signal()
    another_requested = Signal()
    _built = False

    def __init__(self, desk: Desk, store: Store, path: Path, parent: QWidget | None = None) -> None:
        super().__init__("calendar-plus", WIDTH, parent)
        self._desk, self._store = desk, store
        self._error: Exception | None = None
        self.run = ImportRun(desk.jobs, store, path, self)
        self._build()
        self._connect()
        self._built = True
        self.retranslate()

    def begin(self) -> None:
        """Read the file."""
        self._show_running()
        self.run.read()

    def stop(self) -> None:
        """Put an end to it; nothing of it stays."""
        self._unsubscribe()
        self.run.stop()

    def _build(self) -> None:
        self.trail = StepTrail(3)
        self.put_steps(self.trail)
        self.running = RunningFoot()
        self.put_foot(self.running)
        self.preview = ImportPreview()
        self.failure = ImportFailure()
        self.views = QStackedWidget()
        self.views.addWidget(self.preview)
        self.views.addWidget(self.failure)
        self.body.addWidget(self.views)

    def _connect(self) -> None:
        self._unsubscribe = self._store.subscribe(self._on_store_changed)
        self.accepted.connect(self._on_accepted)
        self.rejected.connect(self._on_rejected)
        self.run.moved.connect(self._on_moved)
        self.run.compared.connect(self._on_compared)
        self.run.written.connect(self._on_written)
        self.run.failed.connect(self._on_failed)
        self.preview.link.failed.connect(self._desk.fail)
        self.preview.model.ticked.connect(self._show_stake)

    def _show_running(self) -> None:
        phase = self.run.phase
        running = phase in LABEL_TEXTS
        self.running.setVisible(running)
        self.stake.setVisible(not running)
        self.sign.setVisible(phase is Phase.WAITING)
        self.accept.setVisible(phase is Phase.WAITING or self._error is not None)
        self.preview.setEnabled(phase is Phase.WAITING)
        if running:
            stake = tr("import.cancel.writing") if phase is Phase.WRITING else ""
            self.running.begin(tr(LABEL_TEXTS[phase], file=self.run.path.name), stake)
        steps = (tr("import.step.file"), tr("import.step.preview"), tr("import.step.import"))
        self.trail.show_step(steps, 0 if self._error is not None else STEP_OF[phase])
        self._show_title()

    def _show_title(self) -> None:
        writing = self.run.phase is Phase.WRITING
        self.set_texts(tr("import.title.writing") if writing else tr("import.title"), self._subtitle())

    def _subtitle(self) -> str:
        try:
            size = locale().formattedDataSize(self.run.path.stat().st_size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        except OSError:
            return self.run.path.name
        parts = [self.run.path.name, size]
        if self.run.entries:
            parts.append(tr("import.entries", n=self.run.entries))
        return " · ".join(parts)

    def _show_stake(self) -> None:
        count = self.preview.chosen()
        self.set_stake(tr("import.stake"), tr("import.accept", n=count), "undo-2")
        self.accept.setEnabled(count > 0)

    def _on_store_changed(self, _changes: Changes) -> None:
        if self.run.phase in {Phase.COMPARING, Phase.WAITING}:
            self.run.compare()

    def _on_moved(self, share: float) -> None:
        self.running.show_share(share, len(self.run.wanted.save) if self.run.phase is Phase.WRITING else 0)
        if self.run.phase is Phase.COMPARING and not self.preview.shown:
            self._show_running()

    def _on_compared(self) -> None:
        if not self.run.wanted.rows and not self.run.wanted.refused:
            self._on_failed(KnownError(say("import.nothing", file=self.run.path.name), say("import.nothing.do")))
            return
        self.preview.show_import(self.run)
        self._show_running()
        self._show_stake()
        if self.accept.isEnabled():
            self.accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_written(self) -> None:
        self._unsubscribe()
        self._desk.tell(say("import.done", n=self.preview.chosen()), undo=True)
        self.finished.emit()

    def _on_failed(self, error: Exception) -> None:
        self._error = error
        self.run.stop()
        if not isinstance(error, KnownError):
            self._desk.fail(error)
            self.finished.emit()
            return
        self.failure.show_error(error)
        self.views.setCurrentWidget(self.failure)
        self._show_running()
        self.set_stake(tr("import.unchanged"), tr("import.another"))
        self.accept.setEnabled(True)
        self.accept.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_accepted(self) -> None:
        if self._error is not None:
            self.another_requested.emit()
        elif self.run.phase is Phase.WAITING and self.accept.isEnabled():
            wanted = without(self.run.wanted, self.run.plan, self.preview.model.unticked)
            self.run.write(wanted)
            self._show_running()
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_rejected(self) -> None:
        self.stop()
        self.finished.emit()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        if not self._built:
            return  # the frame sets its texts before there are ours
        self._show_running()
        if self.run.phase is Phase.WAITING:
            self.preview.show_import(self.run)
            self._show_stake()
        if isinstance(self._error, KnownError):
            self.failure.show_error(self._error)
            self.set_stake(tr("import.unchanged"), tr("import.another"))

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        focused = QApplication.focusWidget()
        button = focused if isinstance(focused, QAbstractButton) and focused is not self.accept else self.accept
        button.click()


def open_import(window: QWidget, desk: Desk, store: Store | None, file: str) -> Overlay | None:
    """Return the dialog over a window, not yet open; a file is asked for when none is named."""
    if store is None or store.read_only:
        closed = store is None
        what = say("import.no_playbook") if closed else say("import.read_only")
        desk.fail(KnownError(what, say("import.no_playbook.do") if closed else say("import.read_only.do")))
        return None
    path = Path(file) if file else ask_file(window, desk)
    if path is None:
        return None
    desk.settings.set(FOLDER, str(path.parent))
    dialog = ImportDialog(desk, store, path)
    overlay = Overlay(dialog, window)
    dialog.finished.connect(overlay.close)
    dialog.another_requested.connect(overlay.close)
    dialog.another_requested.connect(lambda: desk.go("import", ""))
    overlay.dismissed.connect(dialog.stop)
    dialog.begin()
    return overlay


def ask_file(window: QWidget, desk: Desk) -> Path | None:
    """Let the person choose a calendar file."""
    folder = str(desk.settings.get(FOLDER, str(Path.home())))
    endings = " ".join(f"*{ending}" for ending in CALENDAR_ENDINGS)
    kinds = f"{tr('import.files')} ({endings});;{tr('import.files.all')} (*)"
    chosen, _ = QFileDialog.getOpenFileName(window, tr("import.choose"), folder, kinds)
    return Path(chosen) if chosen else None
