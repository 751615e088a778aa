"""Tasks go out as a table and come in from one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from app.errors import KnownError
from app.exchange.csv_tasks import tasks_csv
from app.exchange.file_name import safe_name
from app.exchange.incoming_tasks import IncomingTasks
from app.exchange.tasks_apply import apply_in_steps
from app.exchange.tasks_compare import TasksPlan, compare_in_steps
from app.message import say
from widgets.common.both_languages import BOTH
from widgets.common.saving import save
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.words import language, tr, words
from widgets.tasks.reading import read_file

if TYPE_CHECKING:
    from widgets.tasks.page import TasksPage

FOLDER: Final = "tasks.folder"
SEPARATORS: Final = {"bg": ";"}  # what spreadsheets of that language expect
TOLD: Final = 6  # rows that are left out are named, so many of them


class TaskFiles(QObject):
    """Asks where to and from where."""

    def __init__(self, page: TasksPage) -> None:
        super().__init__(page)
        self._page = page

    def save(self) -> None:
        """Ask for a place and write the tasks that are shown there."""
        folder = Path(self._page.desk.settings.get(FOLDER, str(Path.home())))
        name = tr("tasks.file.name", name=self._page.tasks.plan.playbook.name)
        proposed = folder / safe_name(name.strip().replace(" ", "-").casefold(), ".csv")
        chosen, _ = QFileDialog.getSaveFileName(
            self._page, tr("tasks.export.csv"), str(proposed), f"{tr('tasks.file.csv')} (*.csv)"
        )
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(".csv"))

    def save_to(self, path: Path) -> None:
        """Write the tasks that are shown to a place."""
        page = self._page
        page.desk.settings.set(FOLDER, str(path.parent))
        try:
            save(path, tasks_csv(page.tasks, page.shown.found(), words, SEPARATORS.get(language(), ",")))
        except KnownError as error:
            page.desk.fail(error)
        else:
            page.desk.tell(say("printing.saved", file=path.name))

    def bring_in(self) -> None:
        """Ask for a file and read it in a process of its own."""
        folder = self._page.desk.settings.get(FOLDER, str(Path.home()))
        kinds = f"{tr('tasks.file.csv')} (*.csv *.tsv *.txt)"
        chosen, _ = QFileDialog.getOpenFileName(self._page, tr("tasks.import"), folder, kinds)
        if chosen:
            self._page.desk.settings.set(FOLDER, str(Path(chosen).parent))
            self.bring_in_from(Path(chosen))

    def bring_in_from(self, path: Path) -> None:
        """Read a file, and ask before anything of it is taken over."""
        page, store = self._page, self._page.open_store()
        zone = page.tasks.plan.playbook.zone

        def compare(incoming: Any) -> None:
            assert isinstance(incoming, IncomingTasks)
            if page.store is store:
                steps = compare_in_steps(store, incoming, BOTH)
                page.desk.jobs.write(label, steps, done=partial(self._ask, incoming, path.name), failed=page.desk.fail)

        label = say("import.job", file=path.name)
        page.desk.jobs.start(label, read_file, str(path), zone, done=compare, failed=page.desk.fail)

    def _ask(self, incoming: IncomingTasks, file: str, plan: TasksPlan) -> None:
        self.ask(incoming, plan, file)

    def ask(self, incoming: IncomingTasks, plan: TasksPlan, file: str) -> SmallPanel:
        """Say what a file brings and what of it does not come in."""
        n = len(incoming.tasks)
        about = tr("tasks.import.about", n=n, new=len(plan.added), changed=len(plan.changed), same=plan.same)
        panel = SmallPanel(tr("tasks.import.title", file=file), about, tr("tasks.import.do"))
        panel.accept.setEnabled(bool(plan.tasks))
        for line in self._told(incoming):
            label = QLabel(line)
            label.setProperty("look", "setting-note")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            panel.fields.addWidget(label)

        def take() -> bool:
            self._write(incoming, file)
            return True

        open_small(panel, self._page.export, self._page.export.rect(), take)
        return panel

    def _told(self, incoming: IncomingTasks) -> list[str]:
        told = [words(warning) for warning in incoming.warnings]
        told += [
            tr("tasks.import.refused", line=row.line, what=row.what or "–", why=words(row.why))
            for row in incoming.refused[:TOLD]
        ]
        more = len(incoming.refused) - TOLD
        return [*told, tr("tasks.import.more", n=more)] if more > 0 else told

    def _write(self, incoming: IncomingTasks, file: str) -> None:
        desk = self._page.desk
        steps = apply_in_steps(self._page.open_store(), incoming, BOTH, file)
        desk.jobs.write(say("import.job.writing", file=file), steps, done=self._on_written, failed=desk.fail)

    def _on_written(self, plan: TasksPlan) -> None:
        self._page.desk.tell(say("tasks.imported", n=len(plan.added), changed=len(plan.changed)), undo=True)
