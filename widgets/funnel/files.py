"""The map goes out as picture or outline, and outlines come in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from app.errors import KnownError
from app.exchange.file_name import safe_name
from app.exchange.freemind import write_freemind
from app.exchange.in_steps import Steps
from app.exchange.markdown_outline import write_markdown
from app.exchange.opml import write_opml
from app.exchange.outline import Outline
from app.funnel.bringing_in import add_map_in_steps, add_outline_in_steps
from app.funnel.outline import outline_of
from app.message import say
from widgets.common.saving import save
from widgets.common.small_panel import open_small
from widgets.common.words import tr, words
from widgets.funnel.canvas.laid import ROOT
from widgets.funnel.outline_panel import MAP_OF_ITS_OWN, ONTO, OutlinePanel
from widgets.funnel.picture import MapWish, write_map
from widgets.funnel.reading import read_outline

if TYPE_CHECKING:
    from widgets.funnel.page import FunnelPage

FOLDER: Final = "funnel.folder"
MANY: Final = 1_000  # branches: showing them takes longer than a few frames
KIND_TEXTS: Final = {
    "png": "funnel.file.png",
    "svg": "funnel.file.svg",
    "pdf": "funnel.file.pdf",
    "opml": "funnel.file.opml",
    "mm": "funnel.file.mm",
    "md": "funnel.file.md",
}
WRITERS: Final = {"opml": write_opml, "mm": write_freemind, "md": write_markdown}


class MapFiles(QObject):
    """Asks where to and from where."""

    def __init__(self, page: FunnelPage) -> None:
        super().__init__(page)
        self._page = page

    def save(self, form: str) -> None:
        """Ask for a place and write the map there."""
        folder = Path(self._page.desk.settings.get(FOLDER, str(Path.home())))
        name = tr("funnel.picture", name=self._page.funnel.name)
        proposed = folder / safe_name(name.strip().replace(" ", "-").casefold(), f".{form}")
        kinds = f"{tr(KIND_TEXTS[form])} (*.{form})"
        chosen, _ = QFileDialog.getSaveFileName(self._page, tr("funnel.export"), str(proposed), kinds)
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(f".{form}"), form)

    def save_to(self, path: Path, form: str) -> None:
        """Write the map to a place."""
        page = self._page
        page.desk.settings.set(FOLDER, str(path.parent))
        if form not in WRITERS:
            label, wish = say("funnel.writing", file=path.name), self.wish(form)
            page.desk.jobs.start(label, write_map, wish, str(path), done=self._on_saved, failed=page.desk.fail)
            return
        try:
            save(path, WRITERS[form](outline_of(page.funnel)))
        except KnownError as error:
            page.desk.fail(error)
        else:
            self._on_saved(path.name)

    def wish(self, form: str) -> MapWish:
        """Return what is to be drawn: the map, or the part that is shown alone."""
        page = self._page
        own = page.funnel.playbook.language
        return MapWish(form, page.funnel, dict(page.results), page.today, own, page.map.shown.focus)

    def _on_saved(self, name: str) -> None:
        self._page.desk.tell(say("printing.saved", file=name))

    def bring_in(self) -> None:
        """Ask for a file and read it in a process of its own."""
        folder = self._page.desk.settings.get(FOLDER, str(Path.home()))
        kinds = f"{tr('funnel.file.outlines')} (*.opml *.mm *.md *.markdown *.xml *.txt)"
        chosen, _ = QFileDialog.getOpenFileName(self._page, tr("funnel.import"), folder, kinds)
        if chosen:
            self._page.desk.settings.set(FOLDER, str(Path(chosen).parent))
            self.bring_in_from(Path(chosen))

    def bring_in_from(self, path: Path) -> None:
        """Read an outline, and ask what it shall become before anything is written."""
        page, store = self._page, self._page.open_store()

        def done(outline: Outline) -> None:
            if page.store is store:
                self.ask(outline, path)

        page.desk.jobs.start(
            say("import.job", file=path.name), read_outline, str(path), done=done, failed=page.desk.fail
        )

    def ask(self, outline: Outline, path: Path) -> OutlinePanel:
        """Say what a file brings, and ask where it goes: a map of its own, or a part of what is there."""
        page = self._page
        current = page.current if page.current not in ("", ROOT) else ""
        panel = OutlinePanel(outline, path, page.funnel.text(current))

        def take() -> bool:
            if panel.goes == MAP_OF_ITS_OWN:
                name = panel.name.field.text().strip()
                if not name:
                    panel.name.set_error(tr("funnel.map.needs_name"))
                    return False
                self._write(outline, add_map_in_steps(page.open_store(), outline, name), self._on_map)
            else:
                self.take(outline, current if panel.goes == ONTO else "")
            return True

        open_small(panel, page.header.export, page.header.export.rect(), take)
        return panel

    def take(self, outline: Outline, onto: str) -> None:
        """Hang what was read on a stage or a branch, or add it as stages of the funnel."""
        if not onto and self._page.funnel.map:
            self._page.open_map("")
        self._write(outline, add_outline_in_steps(self._page.open_store(), outline, onto), self._on_branches)

    def paste(self, outline: Outline, onto: str) -> None:
        """Hang what was copied on a stage or a branch; nothing is told of what can be seen."""
        desk = self._page.desk
        steps = add_outline_in_steps(self._page.open_store(), outline, onto)
        label = say("import.job.writing", file=tr("funnel.clipboard"))
        desk.jobs.write(label, steps, done=self._page.select, failed=desk.fail)

    def _write(self, outline: Outline, steps: Steps[Any], then: Callable[[Any], None]) -> None:
        page, desk, store = self._page, self._page.desk, self._page.store

        def show(made: Any) -> None:
            if page.store is store:
                then(made)
                self._tell(outline)

        def done(made: Any) -> None:
            if len(outline.items) < MANY:
                show(made)
            else:
                QTimer.singleShot(0, partial(show, made))  # the window looks at mouse and keys first

        desk.jobs.write(say("import.job.writing", file=outline.title), steps, done=done, failed=desk.fail)

    def _on_map(self, made: str) -> None:
        self._page.open_map(made)

    def _on_branches(self, tops: list[str]) -> None:
        self._page.select(tops)
        self._page.fit()

    def _tell(self, outline: Outline) -> None:
        said = say("funnel.imported", n=len(outline.items))
        told = [words(warning) for warning in outline.warnings]
        self._page.desk.tell(say("funnel.imported.but", what=said, but=" ".join(told)) if told else said, undo=True)
