"""Boards go out as pictures, pages and files of other programs, and come in from them."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from app.errors import KnownError
from app.exchange.at_once import is_small_board
from app.exchange.file_name import safe_name
from app.exchange.recognise import BOARD_ENDINGS
from app.message import say
from app.purpose.naming import LONGEST
from widgets.common.icons import icon
from widgets.common.small_panel import SmallPanel, open_small
from widgets.common.theme import theme
from widgets.common.words import language, tr
from widgets.purpose.copying import copy_picture

if TYPE_CHECKING:
    from app.exchange.board_content import BoardContent
    from app.purpose.board_wish import BoardWish
    from widgets.purpose.page import PurposePage

FOLDER: Final = "purpose.folder"
CLEAR: Final = "purpose.export.clear"
WIDTH: Final = 440  # px of the panel with what was not sound
FORM_TEXTS: Final = {
    "png": "purpose.file.png",
    "svg": "purpose.file.svg",
    "pdf": "purpose.file.pdf",
    "canvas": "purpose.file.canvas",
    "excalidraw": "purpose.file.excalidraw",
}


@dataclass(frozen=True, slots=True)
class Export:
    """One way out."""

    icon: str
    form: str
    scale: float = 1.0
    page: str = ""


EXPORT_TEXTS: Final = {
    "png": "purpose.export.png",
    "png2": "purpose.export.png2",
    "svg": "purpose.export.svg",
    "pdf": "purpose.export.pdf",
    "a4": "purpose.export.pdf_a4",
    "letter": "purpose.export.pdf_letter",
    "canvas": "purpose.export.canvas",
    "excalidraw": "purpose.export.excalidraw",
}
EXPORTS: Final = {
    "png": Export("image", "png"),
    "png2": Export("image", "png", 2.0),
    "svg": Export("image", "svg"),
    "pdf": Export("file-text", "pdf"),
    "a4": Export("printer", "pdf", page="A4"),
    "letter": Export("printer", "pdf", page="Letter"),
    "canvas": Export("network", "canvas"),
    "excalidraw": Export("pencil", "excalidraw"),
}


class BoardFiles(QObject):
    """Asks where to and from where; what takes time is done in a child process."""

    def __init__(self, page: PurposePage) -> None:
        super().__init__(page)
        self._page = page

    # --- out ---

    def show_export(self, place: QPoint) -> QMenu:
        """Show what can go out: the selection, or the whole board when nothing is selected."""
        page, menu = self._page, QMenu(self._page)
        chosen = self.chosen()
        what = tr("purpose.export.selection", n=len(chosen)) if chosen else tr("purpose.export.board")
        menu.addAction(what).setEnabled(False)
        for key, export in EXPORTS.items():
            if key in ("pdf", "canvas"):
                menu.addSeparator()
            menu.addAction(icon(export.icon), tr(EXPORT_TEXTS[key]), lambda key=key: self.save(key))
        menu.addSeparator()
        menu.addAction(icon("clipboard-copy"), tr("purpose.export.copy"), lambda: copy_picture(page))
        clear = menu.addAction(tr("purpose.export.clear"))
        clear.setCheckable(True)
        clear.setChecked(self.is_clear())
        clear.toggled.connect(lambda on: page.desk.settings.set(CLEAR, on))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        right = place.x() + page.header.export.width()  # it ends where its button ends
        menu.popup(QPoint(right - menu.sizeHint().width(), place.y() + 2))
        return menu

    def is_clear(self) -> bool:
        """Return whether pictures are saved without paper."""
        return bool(self._page.desk.settings.get(CLEAR, False))

    def chosen(self) -> frozenset[str]:
        """Return what is selected with what it carries."""
        return frozenset(self._page.wall.carried(self._page.gestures.ids()))

    def save(self, key: str) -> None:
        """Ask for a place and write the board, or what is selected of it, there."""
        page, form = self._page, EXPORTS[key].form
        folder = Path(page.desk.settings.get(FOLDER, str(Path.home())))
        proposed = folder / safe_name(page.wall.board.name, f".{form}")
        kinds = f"{tr(FORM_TEXTS[form])} (*.{form})"
        chosen, _ = QFileDialog.getSaveFileName(page, tr("purpose.export"), str(proposed), kinds)
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(f".{form}"), key)

    def save_to(self, path: Path, key: str) -> None:
        """Write the board, or what is selected of it, to a place."""
        from app.purpose.taking_out import content_of
        from widgets.purpose.board_writing import WRITERS, write_content, write_drawn

        page, export = self._page, EXPORTS[key]
        page.writing.flush()
        page.desk.settings.set(FOLDER, str(path.parent))
        store, board, only = page.open_store(), page.wall.board.id, self.chosen() or None
        label = say("purpose.export.job", file=path.name)
        if export.form in WRITERS:
            work, values = write_content, (content_of(store, board, only), export.form, str(path))
        else:
            work, values = write_drawn, (self._wish(export, only), str(path))  # type: ignore[assignment]
        page.desk.jobs.start(label, work, *values, done=self._on_saved, failed=page.desk.fail)

    def _wish(self, export: Export, only: frozenset[str] | None) -> BoardWish:
        from app.purpose.board_wish import BoardWish, pictures_on

        page = self._page
        return BoardWish(
            export.form,
            page.wall,
            page.around,
            page.today,
            language(),
            page.community(),
            pictures_on(page.open_store(), page.wall),
            only,
            export.scale,
            self.is_clear() and export.form != "pdf",
            export.page,
        )

    def _on_saved(self, name: str) -> None:
        self._page.desk.tell(say("purpose.export.saved", file=name))

    # --- in ---

    def ask(self) -> None:
        """Ask for a file and make a board of it."""
        chosen = self._chosen_file()
        if chosen:
            self.bring_in(chosen)

    def ask_here(self) -> None:
        """Ask for a file and put what it holds onto the open board."""
        chosen = self._chosen_file()
        if chosen:
            self.bring_in(chosen, self._page.canvas.visible_part().center())

    def bring_in(self, path: Path, at: QPointF | None = None) -> None:
        """Read a file: it becomes a board after a question, or lies on the open one with its middle at a point."""
        from widgets.purpose.board_reading import read_board_file

        board, store = self._page.wall.board.id, self._page.store

        def done(content: BoardContent) -> None:
            if self._page.store is not store:
                return
            if at is None:
                self.ask_about(content, path.name)
            else:
                self._take(content, board, at)

        self._page.desk.jobs.start(
            say("import.job", file=path.name),
            read_board_file,
            str(path),
            done=done,
            failed=self._page.desk.fail,
        )

    def ask_about(self, content: BoardContent, file: str) -> SmallPanel:
        """Show what a file brings, and ask what the board shall be called."""
        from widgets.purpose.board_panel import BoardPanel

        panel, page = BoardPanel(content, file), self._page

        def take() -> bool:
            name = panel.name.field.text().strip()
            if not name:
                panel.name.set_error(tr("purpose.board.needs_name"))
                return False
            self._take(replace(content, name=name, unsound=()), "", None)  # what is not sound was shown
            return True

        beside = page.header.boards if page.header.boards.isVisible() else page.header.templates
        open_small(panel, beside, beside.rect(), take)
        return panel

    def paste(self, data: bytes, at: QPointF) -> None:
        """Put what another program copied onto the open board, with its middle at a point."""
        from widgets.purpose.board_reading import read_board

        board, store = self._page.wall.board.id, self._page.store
        if not is_small_board(data):
            self._page.desk.jobs.start(
                say("import.job", file=tr("purpose.clipboard")),
                read_board,
                data,
                tr("purpose.clipboard"),
                done=lambda content: self._take(content, board, at) if self._page.store is store else None,
                failed=self._page.desk.fail,
            )
            return
        try:
            content = read_board(lambda *_: None, data, tr("purpose.clipboard"))
        except KnownError as error:
            self._page.desk.fail(error)
            return
        self._take(content, board, at)

    def _chosen_file(self) -> Path | None:
        folder = str(self._page.desk.settings.get(FOLDER, str(Path.home())))
        endings = " ".join(f"*{ending}" for ending in (*BOARD_ENDINGS, ".json"))
        chosen, _ = QFileDialog.getOpenFileName(
            self._page, tr("purpose.import.choose"), folder, f"{tr('purpose.import.files')} ({endings})"
        )
        if not chosen:
            return None
        self._page.desk.settings.set(FOLDER, str(Path(chosen).parent))
        return Path(chosen)

    def _take(self, content: BoardContent, board: str, at: QPointF | None) -> None:
        from app.purpose.bringing_in import add_board_in_steps, add_onto_in_steps

        desk, store = self._page.desk, self._page.open_store()
        if at is None:
            name = content.name[:LONGEST].strip() or tr("purpose.board.untitled")
            steps: Generator[float, None, Any] = add_board_in_steps(store, content, name)
        else:
            steps = add_onto_in_steps(store, board, content, at.x(), at.y())
        label = say("import.job.writing", file=content.name or tr("purpose.clipboard"))
        desk.jobs.write(label, steps, done=partial(self._on_written, content, board), failed=desk.fail)

    def _on_written(self, content: BoardContent, board: str, made: str | list[str]) -> None:
        page = self._page
        if isinstance(made, str):
            page.open_board(made)
            page.canvas.fit()
        elif page.wall.board.id == board:
            page.gestures.select(made)
        page.desk.tell(say("purpose.imported", n=len(content.notes)), undo=True)
        if content.unsound:
            self.show_unsound(content)

    def show_unsound(self, content: BoardContent) -> SmallPanel:
        """Show what did not come in as it was."""
        from widgets.purpose.board_panel import unsound_list

        panel = SmallPanel(tr("purpose.import.unsound"), tr("purpose.import.unsound.about"), tr("common.close"))
        panel.cancel.hide()
        panel.setFixedWidth(theme().wide(WIDTH))
        panel.fields.addWidget(unsound_list(content.unsound))
        beside = self._page.header.export
        open_small(panel, beside, beside.rect(), lambda: True)
        return panel
