"""Which playbook the window has: opens, makes, copies, restores and closes it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import KnownError
from app.message import say
from app.playbook.files import SUFFIX, Damaged, DamageReport, Salvaged
from app.store import Store
from widgets.common.words import language, tr
from widgets.shell.computer_settings import ComputerSettings
from widgets.shell.instance_name import may_have_window
from widgets.shell.safekeeping import Safekeeping
from widgets.shell.storage_loader import StorageLoader

if TYPE_CHECKING:
    from widgets.shell.instance import Instance

SOON: Final = 100  # ms until others can find the window: nothing of the network before the calendar shows


class Opening(QObject):
    """Holds the open store. Another file gets a window of its own, unless this one has none.

    Signals:
        attached: another playbook is open here (a Store), or none (None).
        damaged: a file cannot be opened (a DamageReport).
        failed: something did not work (a KnownError).
        told: something was done (a Message).
        raised: another start wants this window.
    """

    attached = Signal(object)
    damaged = Signal(object)
    failed = Signal(object)
    told = Signal(object)
    raised = Signal()

    def __init__(
        self, window: QWidget, settings: ComputerSettings, loader: StorageLoader, launch: Sequence[str]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._loader = loader
        self._launch = tuple(launch)
        self._report: DamageReport | None = None
        self.store: Store | None = None
        self._instance: Instance | None = None
        self.safekeeping = Safekeeping(loader.lent(), settings, self)
        self.safekeeping.failed.connect(self.failed)

    def open_file(self, path: Path, *, read_only: bool = False) -> None:
        """Open a playbook here, or in a window of its own when this one has another."""
        path = path.absolute()
        if self.store is not None and self.store.path == path:
            return
        if not read_only and may_have_window() and _raised(path):
            return
        if self.store is not None:
            self._open_elsewhere(path)
            return
        try:
            store = self._loader.get().open(path, read_only=read_only)
        except Damaged:
            self._report = self._loader.get().damage(path)
            self.damaged.emit(self._report)
        except KnownError as error:
            self._settings.forget(path)
            self.attached.emit(None)
            self.listen(None)
            self.failed.emit(error)
        else:
            self._attach(store)

    def ask_file(self) -> None:
        """Ask for a playbook and open it."""
        file, _ = QFileDialog.getOpenFileName(self._window, tr("shell.open.title"), self._folder(), _kinds())
        if file:
            self.open_file(Path(file))

    def begin(self, community: str) -> None:
        """Make a playbook from a template ("" for an empty one) and open it."""
        from widgets.shell.new_playbook import begin_from

        self.open_file(begin_from(self._loader.get(), community, language()))

    def begin_sample(self) -> None:
        """Make the sample community and open it."""
        from widgets.shell.new_playbook import begin_sample

        self.open_file(begin_sample(self._loader.get(), language()))

    def save_copy(self) -> None:
        """Ask for a place and put a verified copy there."""
        if self.store is None:
            return
        proposed = self.store.path.with_name(tr("shell.copy.name", name=self.store.path.stem) + SUFFIX)
        file, _ = QFileDialog.getSaveFileName(self._window, tr("shell.copy.title"), str(proposed), _kinds())
        if file:
            path = Path(file) if Path(file).suffix else Path(file + SUFFIX)
            self.store.copy_to(path)
            self.told.emit(say("shell.copied", file=path.name))

    def restore(self, backup: Path) -> None:
        """Put a copy in place of the damaged file and open it."""
        if self._report is not None:
            file = self._report.file
            kept = self._loader.get().restore(file, backup)
            self._report = None
            self.open_file(file)
            self.told.emit(say("shell.restored", file=kept.name))

    def look_at_damaged(self) -> None:
        """Open the damaged file as far as it goes."""
        if self._report is not None:
            self.open_file(self._report.file, read_only=True)

    def export_readable(self) -> tuple[str, Salvaged] | None:
        """Ask for a place and put what can be read of the damaged file there; return its name and what came of it."""
        if self._report is None:
            return None
        damaged = self._report.file
        proposed = damaged.with_name(tr("recovery.export.name", name=damaged.stem) + SUFFIX)
        file, _ = QFileDialog.getSaveFileName(self._window, tr("recovery.export.title"), str(proposed), _kinds())
        if not file:
            return None
        path = Path(file) if Path(file).suffix else Path(file + SUFFIX)
        return path.name, self._loader.get().salvage(damaged, path)

    def show_damaged(self) -> None:
        """Show the folder of the damaged file."""
        if self._report is not None:
            show_folder(self._report.file.parent)

    def look_for_backups(self) -> None:
        """Ask for a copy that lies somewhere else and restore it."""
        file, _ = QFileDialog.getOpenFileName(self._window, tr("shell.backup.title"), self._folder(), _kinds())
        if file:
            self.restore(Path(file))

    def close_file(self) -> bool:
        """Close the playbook; whether it is closed: a copy that cannot be made is told and asked about."""
        self._report = None
        if self.store is None:
            return True
        focus = self._window.focusWidget()
        if focus is not None:
            focus.clearFocus()  # what is being typed is taken over
        try:
            self.safekeeping.copy_at_close()
        except KnownError as error:
            if not self.ask_without_copy(error):
                return False
        self.safekeeping.leave()
        store, self.store = self.store, None
        self.attached.emit(None)
        store.close()
        self.listen(None)
        return True

    def give_up(self) -> None:
        """Close a playbook that turned out to be damaged and lead to its copies; none is made of it."""
        store = self.store
        if store is None or store.read_only:
            return
        self.store = None
        self.safekeeping.leave()
        self.attached.emit(None)
        with suppress(KnownError):
            store.close()
        self.listen(None)
        self._report = self._loader.get().damage(store.path)
        self.damaged.emit(self._report)

    def listen(self, path: Path | None) -> None:
        """Let further starts find this window by its playbook."""
        from widgets.shell.instance import Instance

        if self._instance is None:
            self._instance = Instance(self)
            self._instance.raised.connect(self.raised)
            self._instance.file_received.connect(lambda file: self.open_file(Path(file)))
        self._instance.listen(path)

    def stop_listening(self) -> None:
        """Let nobody find this window any more."""
        if self._instance is not None:
            self._instance.stop()

    def ask_without_copy(self, error: KnownError) -> bool:
        """Ask whether to close although no copy could be made."""
        from widgets.shell.close_question import close_without_copy

        return close_without_copy(self._window, error)

    def _attach(self, store: Store) -> None:
        self._report = None
        self.store = store
        if not store.read_only:
            self._settings.remember(store.path)
            self.safekeeping.watch(store)
        self.attached.emit(store)
        QTimer.singleShot(0, self._listen_soon)

    def _listen_soon(self) -> None:
        """Begin to count from when the calendar shows: to paint it may take long."""
        QTimer.singleShot(SOON, self._listen_for_this)

    def _listen_for_this(self) -> None:
        if self.store is not None:
            self.listen(self.store.path)

    def _open_elsewhere(self, path: Path) -> None:
        program, *arguments = self._launch
        QProcess.startDetached(program, [*arguments, str(path)])

    def _folder(self) -> str:
        recent = self._settings.recent()
        return str(recent[0].parent if recent else self._loader.get().folder())


def _raised(path: Path) -> bool:
    from widgets.shell.instance import raise_window

    return raise_window(path)


def show_folder(folder: Path) -> None:
    """Show a folder in the desktop's own way."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _kinds() -> str:
    return f"{tr('shell.playbooks')} (*{SUFFIX})"
