"""Personas go out as paper and Markdown, and come in from Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QMimeData, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QFileDialog
from typing_extensions import override

from app.errors import KnownError
from app.exchange.file_name import safe_name
from app.exchange.persona_markdown.content import PersonaContent
from app.exchange.persona_markdown.writing import write_personas
from app.message import say
from app.personas.bringing_in import add_personas
from app.personas.snapshot import BLANK
from app.personas.taking_out import contents_of
from app.tasks.today import today_of
from widgets.common.saving import save
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.words import language, tr
from widgets.personas.reading import read_file
from widgets.personas.wording import wording

if TYPE_CHECKING:
    from widgets.personas.page import PersonasPage

FOLDER: Final = "personas.folder"
ENDINGS: Final = (".md", ".markdown")  # of what is dropped; a .txt may be a table of tasks
KIND_TEXTS: Final = {"pdf": "personas.file.pdf", "md": "personas.file.md"}


class PersonaFiles(QObject):
    """Asks where to and from where."""

    def __init__(self, page: PersonasPage) -> None:
        super().__init__(page)
        self._page = page
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def save(self, form: str, *, every: bool) -> None:
        """Ask for a place and write the open persona, or all that are not archived, there."""
        page = self._page
        name = tr("personas.title") if every or page.persona is None else page.persona.name
        proposed = self._folder() / safe_name(name, f".{form}")
        kinds = f"{tr(KIND_TEXTS[form])} (*.{form})"
        chosen, _ = QFileDialog.getSaveFileName(page, tr("personas.export"), str(proposed), kinds)
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(f".{form}"), form, every=every)

    def save_to(self, path: Path, form: str, *, every: bool) -> None:
        """Write personas to a place."""
        page = self._page
        page.flush()
        page.desk.settings.set(FOLDER, str(path.parent))
        contents = self.contents(every=every)
        if form == "pdf":
            from widgets.personas.paper import PersonaPaper, write_paper

            wish = PersonaPaper(tuple(contents), page.plan.playbook.name, today_of(page.open_store()), language())
            label = say("personas.writing", file=path.name)
            page.desk.jobs.start(label, write_paper, wish, str(path), done=self._on_saved, failed=page.desk.fail)
            return
        try:
            save(path, write_personas(contents, wording()))
        except KnownError as error:
            page.desk.fail(error)
        else:
            self._on_saved(path.name)

    def contents(self, *, every: bool) -> list[PersonaContent]:
        """Return what goes out."""
        page = self._page
        ids = [it.id for it in page.personas.current()] if every else [page.whose] if page.whose != BLANK else []
        return contents_of(page.open_store(), page.personas, ids, page.plan)

    def _on_saved(self, name: str) -> None:
        self._page.desk.tell(say("personas.saved", file=name))

    def ask(self) -> None:
        """Ask for a file with personas and bring them in."""
        kind = KIND_TEXTS["md"]
        kinds = f"{tr(kind)} (*.md *.markdown *.txt)"
        chosen, _ = QFileDialog.getOpenFileName(self._page, tr("personas.import.choose"), str(self._folder()), kinds)
        if chosen:
            self._page.desk.settings.set(FOLDER, str(Path(chosen).parent))
            self.bring_in(Path(chosen))

    def bring_in(self, path: Path) -> None:
        """Bring in the personas of a file, and open the first of them."""
        page, store = self._page, self._page.store

        def done(contents: list[PersonaContent]) -> None:
            if page.store is store:
                self._take(contents)

        template = tuple(page.personas.sections.get(BLANK, ()))
        label = say("import.job", file=path.name)
        page.desk.jobs.start(label, read_file, str(path), template, done=done, failed=page.desk.fail)

    def _take(self, contents: list[PersonaContent]) -> None:
        page, added = self._page, list[str]()
        if page.run(lambda store: added.extend(add_personas(store, contents))):
            page.open_persona(added[0])
            page.desk.tell(say("personas.brought", n=len(added)), undo=True)

    def ask_about_link(self, address: str) -> SmallPanel:
        """Show where a link leads, and open it only then."""
        panel = SmallPanel(tr("personas.link"), address, tr("personas.link.open"))
        beside = self._page.document

        def take() -> bool:
            QDesktopServices.openUrl(QUrl(address))
            return True

        open_small(panel, beside, beside.rect().adjusted(0, 0, 0, -beside.height() // 2), take)
        return panel

    def _folder(self) -> Path:
        return Path(str(self._page.desk.settings.get(FOLDER, str(Path.home()))))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            path = _dropped(cast("QDropEvent", event).mimeData())
            if path is not None and self._page.is_open():
                cast("QDropEvent", event).acceptProposedAction()
                if event.type() == QEvent.Type.Drop:
                    self.bring_in(path)
                return True
        return super().eventFilter(watched, event)


def _dropped(data: QMimeData) -> Path | None:
    """Return the one file of this machine that is dropped, when it can hold personas."""
    paths = [Path(it.toLocalFile()) for it in data.urls() if it.isLocalFile()] if data.hasUrls() else []
    return paths[0] if len(paths) == 1 and paths[0].suffix.casefold() in ENDINGS else None
