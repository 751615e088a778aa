"""Puts the program together: window, open playbook, actions, and what the pages are lent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

from app.errors import Gone, KnownError
from app.message import Message
from app.playbook.files import Damaged, DamageReport, Playbooks
from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.store import Changes, Store
from widgets.common.desk import Desk
from widgets.common.words import tr, words
from widgets.shell.action_set import ActionSet
from widgets.shell.badges import Badges
from widgets.shell.computer_settings import ComputerSettings
from widgets.shell.crash import CrashGuard
from widgets.shell.dropping import FileDrop
from widgets.shell.frame import Frame
from widgets.shell.jobs import ChildJobs
from widgets.shell.keys import Keys
from widgets.shell.looks import Looks
from widgets.shell.opening import Opening, show_folder
from widgets.shell.overlays import Overlays
from widgets.shell.page_factory import PageFactory
from widgets.shell.pages import CALENDAR, EVERY, PAGES, RECOVERY, START
from widgets.shell.regions import Regions
from widgets.shell.rules_at_work import RulesAtWork
from widgets.shell.status_strip import NO_FILE, READ_ONLY, READY, SAVED
from widgets.shell.storage_loader import StorageLoader
from widgets.shell.versions_at_work import VersionsAtWork
from widgets.shell.window import Window
from widgets.shell.window_actions import window_actions

if TYPE_CHECKING:
    from widgets.common.toast import Toast

PAGE: Final = "page"
RAIL: Final = "rail_narrow"
IMPORT: Final = "import"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What `main` lends to the program."""

    settings: ComputerSettings
    load: Callable[[], Playbooks]  # imports storage: slow, so it runs in a thread
    launch: Sequence[str]  # how a window of its own is started
    config_folder: Path
    log_folder: Path
    version: str
    start_log: Callable[[], object] = lambda: None


class Program(QObject):
    """One window and what belongs to it.

    Signals:
        ready: the first page shows what is in the playbook.
    """

    ready = Signal()

    def __init__(self, frame: Frame, around: Surroundings) -> None:
        super().__init__(frame)
        self.frame = frame
        self.looks = Looks(around.settings)
        self.looks.apply()
        self.window = Window(PAGES, frame)
        self._around = around
        self._settings = around.settings
        self._first: Path | None = None
        self._end: Callable[[], None] | None = None
        self._toast: Toast | None = None
        self._build()
        self._connect()

    def begin(self, path: Path | None) -> None:
        """Open a playbook, or show the start page, as soon as storage is there."""
        self._first = path
        self.window.rail.set_file_open(is_open=path is not None)
        if path is not None:
            self.window.rail.community.show_community(path.stem)
            self.window.rail.show_page(CALENDAR.id)
        self.frame.setCentralWidget(self.window)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.start()
        if path is None:
            self.show_start()
        else:
            CALENDAR.preload()

    def go(self, page: str, thing: str) -> None:
        """Show a page, and one thing on it; "import" and others are dialogs over the page."""
        if page not in EVERY:
            if page == IMPORT and not self.has_file():
                thing = thing or self._chosen_calendar()
                if not thing:
                    return
                self.opening.begin("")  # what comes in needs a playbook to come into
            self.overlays.show_dialog(page, thing)
            return
        shown = self.window.pages.show_page(page)
        if thing:
            shown.show_thing(thing)

    def _chosen_calendar(self) -> str:
        """Ask for the file before a playbook is made for it: who thinks again leaves nothing behind."""
        from widgets.exchange.import_dialog import ask_file

        return str(ask_file(self.window, self.desk) or "")

    def show_start(self) -> None:
        """Show the start page; an open playbook stays open."""
        self.go(START.id, "")

    def show_palette(self) -> None:
        """Open the command palette."""
        self.overlays.show_palette()

    def show_shortcuts(self) -> None:
        """Open the sheet of shortcuts."""
        self.overlays.show_shortcuts()

    def show_menu(self) -> None:
        """Open the menu bar."""
        self.overlays.show_menu()

    def show_logs(self) -> None:
        """Show the folder of the log."""
        show_folder(self._around.log_folder)

    def undo(self) -> None:
        """Take back the last step."""
        self._replay(back=True)

    def redo(self) -> None:
        """Do the step undone last again."""
        self._replay(back=False)

    def recent(self) -> list[Path]:
        """Return the files used last that are still there."""
        return [file for file in self._settings.recent() if file.exists()]

    def log_folder(self) -> str:
        """Return where the log is."""
        return str(self._around.log_folder)

    def has_file(self) -> bool:
        """Whether a playbook is open."""
        return self.opening.store is not None

    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        store = self.opening.store
        return store is not None and store.next_undo() is not None

    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        store = self.opening.store
        return store is not None and store.next_redo() is not None

    def step_region(self, by: int) -> None:
        """Lead the focus to the next region of the window."""
        self._regions.step(by)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or not."""
        if self.frame.isFullScreen():
            self.frame.showNormal()
        else:
            self.frame.showFullScreen()

    def quit(self) -> None:
        """Close the playbook and the window."""
        if self.opening.close_file():
            self.frame.keep_place(self._settings)
            self.jobs.cancel_all()
            self.opening.stop_listening()
            self.frame.close_for_good()

    def tell(self, message: Message, *, undo: bool = False) -> None:
        """Say in passing what was done; with `undo`, it was a step and is offered to be taken back."""
        if self._toast is None:
            from widgets.common.toast import Toast

            self._toast = Toast(self.window)
            self._toast.undo_requested.connect(self.undo)
        self._toast.say(words(message), undo=undo and self.can_undo())

    def _build(self) -> None:
        self._loader = StorageLoader(self._around.load, self)
        self.jobs = ChildJobs(self)
        self.crash = CrashGuard(self._around.version, self, start_log=self._around.start_log)
        self.opening = Opening(self.window, self._settings, self._loader, self._around.launch)
        lent, pages = self._loader.lent(), self.window.pages
        self.desk = Desk(self._settings, self.jobs, lent, self.tell, self.crash.report, self.go, pages)
        folders = self._around.config_folder, self._around.log_folder
        self._factory = PageFactory(self.desk, self.opening, self.looks, folders, self._around.version)
        pages.set_make(self._factory.make)
        self.actions = ActionSet(self.window)
        self.overlays = Overlays(self)
        self.actions.set_window_actions(window_actions(self))
        self._regions = Regions(self.window, self._region_widgets)
        self._keys = Keys(self.frame, self.actions)
        self._drop = FileDrop(self.window)
        self._badges = Badges(self.window.rail)
        self._rules = RulesAtWork(self.desk, self)
        self._versions = VersionsAtWork(self.desk, self)
        self.window.rail.set_chosen(self._settings.get(RAIL, None))
        self._show_file()

    def _connect(self) -> None:
        window, opening = self.window, self.opening
        self.frame.close_requested.connect(self.quit)
        QGuiApplication.instance().focusWindowChanged.connect(self._on_focus_window)  # type: ignore[union-attr]
        window.retranslated.connect(self._on_language_changed)
        window.rail.page_requested.connect(lambda page: self.go(page, ""))
        window.rail.search_requested.connect(self.show_palette)
        window.rail.playbooks_requested.connect(self.overlays.show_playbooks)
        window.rail.narrowed.connect(lambda narrow: self._settings.set(RAIL, narrow))
        window.strip.undo_requested.connect(self.undo)
        window.strip.cancel_requested.connect(self._on_cancel)
        window.messages.copy_requested.connect(opening.save_copy)
        window.pages.page_shown.connect(self._on_page_shown)
        window.pages.actions_changed.connect(self._on_actions_changed)
        opening.attached.connect(self._on_attached)
        opening.damaged.connect(self._on_damaged)
        opening.failed.connect(self.crash.report)
        opening.told.connect(self.tell)
        opening.raised.connect(self.frame.raise_to_front)
        self.crash.known.connect(self._on_known)
        self.crash.broken.connect(self.overlays.show_crash)
        self.jobs.changed.connect(self._on_job_changed)
        self._drop.playbook_dropped.connect(lambda file: opening.open_file(Path(file)))
        self._drop.import_dropped.connect(lambda file: self.go("import", file))
        self._drop.page_dropped.connect(self._on_page_dropped)
        self._drop.refused.connect(self.crash.report)
        self._settings.subscribe(self._on_setting)

    def _region_widgets(self) -> list[QWidget]:
        page = self.window.pages.page
        inside = list(page.regions()) if page is not None else []
        return [self.window.rail, *inside, self.window.strip]

    def _replay(self, *, back: bool) -> None:
        store = self.opening.store
        if store is None:
            return
        step = store.undo() if back else store.redo()
        if step is not None:
            self.overlays.announce(tr("shell.undone" if back else "shell.redone", step=words(step)))
            page = self.window.pages.page
            if page is not None:
                page.show_step(step)

    def _on_page_dropped(self, page: str, file: str) -> None:
        if not self.has_file():
            self.opening.begin("")  # what comes in needs a playbook to come into
        self.window.pages.show_page(page).bring_in(Path(file))

    def _on_loaded(self) -> None:
        try:
            if self._first is not None:
                self.opening.open_file(self._first)
        finally:
            QTimer.singleShot(0, self.ready.emit)

    def _on_attached(self, store: Store | None) -> None:
        self.jobs.stop_writing()
        if self._end is not None:
            self._end()
            self._end = None
        if store is not None:
            self._end = store.subscribe(self._on_changes)
        try:
            self._show_attached(store)
        except (Damaged, Gone):  # the file is whole, what it holds is not
            QTimer.singleShot(0, self.opening.give_up)
            if store is None or store.read_only:
                raise

    def _show_attached(self, store: Store | None) -> None:
        if store is not None:
            store.of(Playbook).get(PLAYBOOK_ID)  # without settings nothing could be changed
        self.window.rail.set_file_open(is_open=store is not None)
        self._badges.attach(store)
        self._rules.attach(store)
        self.window.pages.attach(store)
        self._versions.attach(store)  # after the pages, which save what was being typed
        self._show_file()
        wanted = str(self._settings.get(PAGE, CALENDAR.id))
        known = {entry.id for entry in PAGES}
        self.go(START.id if store is None else wanted if wanted in known else CALENDAR.id, "")

    def _on_known(self, error: KnownError) -> None:
        """Tell what did not work; damage that shows later than at opening leads to the copies as well."""
        store = self.opening.store
        if isinstance(error, Damaged) and store is not None and not store.read_only:
            QTimer.singleShot(0, self.opening.give_up)
        else:
            self.window.fail(error)

    def _on_damaged(self, report: DamageReport) -> None:
        self.window.rail.set_file_open(is_open=False)
        self.window.rail.community.show_community(None)
        self.window.strip.show_state(NO_FILE, "")
        self.window.pages.get(RECOVERY.id).show_report(report)  # type: ignore[attr-defined]
        self.go(RECOVERY.id, "")

    def _on_changes(self, changes: Changes) -> None:
        if Playbook in changes:
            self._show_community()
        self._show_undo()

    def _show_file(self) -> None:
        store = self.opening.store
        if store is None:
            self.window.strip.show_state(READY, "")
        else:
            self.window.strip.show_state(READ_ONLY if store.read_only else SAVED, store.path.name)
        self._show_community()
        self._show_undo()

    def _show_community(self) -> None:
        store = self.opening.store
        playbook = next(store.of(Playbook).some([PLAYBOOK_ID]), None) if store is not None else None
        name = playbook.name if playbook is not None else None
        self.window.rail.community.show_community(name, playbook.lead if playbook is not None else "")
        program = tr("shell.program")
        self.frame.setWindowTitle(f"{name} – {program}" if name else program)

    def _show_undo(self) -> None:
        store = self.opening.store
        self.window.strip.show_undo(store.next_undo() if store is not None else None)
        self.actions.refresh()

    def _on_page_shown(self, id: str) -> None:
        self.window.rail.show_page(EVERY[id].under or id)
        self.window.messages.hide()
        if id in {entry.id for entry in PAGES}:
            self._settings.set(PAGE, id)
        self._on_actions_changed()

    def _on_actions_changed(self) -> None:
        page = self.window.pages.page
        self.actions.set_page_actions(page.page_actions() if page is not None else ())

    def _on_job_changed(self) -> None:
        job = self.jobs.current
        done, of, _ = self.jobs.state
        self.window.strip.show_job(job.label if job else None, done, of, self.jobs.waiting)

    def _on_cancel(self) -> None:
        if self.jobs.current is not None:
            self.jobs.current.cancel()

    def _on_focus_window(self, window: QWindow | None) -> None:
        """Remember which playbook was in front last: a start without a file opens it."""
        store = self.opening.store
        if window is not None and window is self.frame.windowHandle() and store is not None and not store.read_only:
            self._settings.remember(store.path)

    def _on_language_changed(self) -> None:
        self.actions.retranslate()
        self._badges.refresh()
        self._show_community()

    def _on_setting(self, _name: str) -> None:
        for _, page in self.window.pages.made():
            page.refresh()
        self.actions.refresh()
