"""The export page: shows what a file will hold, and writes, prints or copies it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.plan import Plan
from app.calendar.quarter import Quarter
from app.errors import KnownError
from app.exchange.file_name import safe_name
from app.message import say
from app.playbook.playbook import Playbook
from app.store import Changes, Store
from widgets.common.action import Action
from widgets.common.desk import Desk
from widgets.common.icons import icon, put_icon
from widgets.common.page import Page
from widgets.common.page_header import PageHeader
from widgets.common.paper.pages_view import PagesView
from widgets.common.paper.sheet import Mark
from widgets.common.paper.text_preview import TextPreview
from widgets.common.saving import save
from widgets.common.words import language, locale, tr, words
from widgets.printing.document import Document
from widgets.printing.export_card import ExportCard
from widgets.printing.export_run import ExportRun
from widgets.printing.manuscript import gather
from widgets.printing.options import Part
from widgets.printing.text_work import Made
from widgets.printing.typesetter import Typesetter
from widgets.printing.wanted import Format
from widgets.printing.zoom_bar import ZoomBar

FOLDER: Final = "export.folder"
PAUSE: Final = 120  # ms without a change before the preview begins anew
PRINT: Final = "print"


class ExportPage(Page):
    """Preview above, choices below; `show_thing` takes a format or PRINT, with ":matrix" for the matrix alone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._store: Store | None = None
        self._end: Callable[[], None] = lambda: None
        self._plan = Plan()
        self._made: Made | None = None
        self._print_when_set = False
        self._build()
        self._arrange()
        self._connect()
        self.retranslate()

    def save_to(self, path: Path) -> None:
        """Write what the preview shows to a file."""
        wanted = self.card.form.wanted()
        self.desk.settings.set(FOLDER, str(path.parent))
        if not wanted.format.on_paper:
            self._save_text(path)
        elif self.typesetter.document is not None:
            self.card.show_running(running=True, text=tr("printing.writing", file=path.name))
            self.run.write(self.typesetter.document, wanted.format, path)

    def copy(self) -> None:
        """Put the text of the file on the clipboard."""
        if self._made is not None:
            QGuiApplication.clipboard().setText(self._made.data.decode("utf-8-sig"))
            self.desk.tell(say("printing.copied", n=self._made.events))

    def print_pages(self) -> None:
        """Let the person choose a printer, and print."""
        from widgets.printing.paper_printer import ask_and_print

        document = self.typesetter.document
        if document is not None and self.typesetter.done and ask_and_print(document, self.typesetter.sheets, self):
            self.desk.tell(say("printing.printed"))

    def _build(self) -> None:
        self.header = PageHeader()
        self.zoom = ZoomBar()
        self.close_button = QPushButton()
        put_icon(self.close_button, icon("x"))
        self.pages = PagesView(self._foot)
        self.text = TextPreview()
        self.preview = QStackedWidget()
        self.card = ExportCard(language())
        self.typesetter = Typesetter(self)
        self.run = ExportRun(self.desk.jobs, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)

    def _arrange(self) -> None:
        self.header.add_action(self.zoom)
        self.header.add_action(self.close_button)
        self.preview.addWidget(self.pages)
        self.preview.addWidget(self.text)
        desk = QWidget()
        desk.setObjectName("desk")
        below = QVBoxLayout(desk)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.preview, 1)
        below.addWidget(self.card)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(desk, 1)

    def _connect(self) -> None:
        self.close_button.clicked.connect(lambda: self.desk.go("calendar", ""))
        self.zoom.stepped.connect(self.pages.zoom_by)
        self.zoom.fit_requested.connect(lambda: self.pages.set_zoom(None))
        self.pages.zoom_changed.connect(self.zoom.show_zoom)
        self.card.form.changed.connect(self._on_changed)
        self.card.save_requested.connect(self._ask_and_save)
        self.card.print_requested.connect(self.print_pages)
        self.card.copy_requested.connect(self.copy)
        self.card.cancel_requested.connect(self.run.cancel)
        self._pause.timeout.connect(self._begin)
        self.typesetter.begun.connect(lambda: self.pages.show_pages([], anew=True))
        self.typesetter.pages_added.connect(self._on_pages_added)
        self.typesetter.finished.connect(self._on_set)
        self.run.made.connect(self._on_made)
        self.run.moved.connect(self._on_moved)
        self.run.written.connect(self._on_written)
        self.run.failed.connect(self.desk.fail)
        self.run.ended.connect(self._on_ended)

    def _begin(self) -> None:
        """Show what is wanted now."""
        if self._store is None or not self.isVisible():
            return
        wanted = self.card.form.wanted()
        self._made = None
        self.run.forget_text()
        self.typesetter.stop()
        self.card.set_ready(ready=False)
        self.card.show_amount(tr("printing.preparing"))
        self.preview.setCurrentWidget(self.pages if wanted.format.on_paper else self.text)
        self.zoom.setVisible(wanted.format.on_paper)
        if wanted.format.on_paper:
            options = wanted.options()
            self.typesetter.set(Document(gather(self._plan, options), options))
        else:
            self.text.clear()
            self.run.make_text(self._plan, wanted)

    def _foot(self, number: int) -> tuple[Mark, ...]:
        document = self.typesetter.document
        of = len(self.typesetter.sheets) if self.typesetter.done else 0
        return document.foot(number + 1, of) if document else ()

    def _on_changed(self) -> None:
        self.card.set_ready(ready=False)
        self._pause.start()

    def _on_pages_added(self) -> None:
        self.pages.show_pages(self.typesetter.sheets, anew=False)

    def _on_set(self) -> None:
        document = self.typesetter.document
        if document is None:
            return
        self.pages.forget_pictures()
        self.card.set_ready(ready=True)
        pages, events = len(self.typesetter.sheets), len(document.manuscript.occurrences)
        if self.card.form.wanted().format is Format.PNG:
            pages = 1
        self.card.show_amount(f"{tr('printing.amount', n=pages)} · {tr('printing.events', n=events)}")
        left_out = document.manuscript.left_out
        self.card.show_notes([tr("printing.left_out", n=left_out)] if left_out else [], warning=False)
        if self._print_when_set:
            self._print_when_set = False
            QTimer.singleShot(0, self.print_pages)

    def _on_made(self, made: Made) -> None:
        self._made = made
        self.text.show_data(made.data)
        self.card.set_ready(ready=True)
        size = locale().formattedDataSize(len(made.data), 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        self.card.show_amount(f"{tr('printing.events', n=made.events)} · {size}")
        self.card.form.offer_split(needed=bool(made.warnings))
        notes = [words(message) for message in (*made.warnings, *made.left_out)]
        self.card.show_notes(notes, warning=bool(made.warnings))

    def _ask_and_save(self) -> None:
        wanted = self.card.form.wanted()
        folder = Path(self.desk.settings.get(FOLDER, str(Path.home())))
        name = f"{self._plan.playbook.name} {wanted.first.isoformat()}"
        proposed = folder / safe_name(name.strip().replace(" ", "-").casefold(), wanted.format.suffix)
        kinds = f"{self.card.form.format_name()} (*{wanted.format.suffix})"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("printing.save_as"), str(proposed), kinds)
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(wanted.format.suffix))

    def _save_text(self, path: Path) -> None:
        if self._made is None:
            return
        try:
            save(path, self._made.data)
        except KnownError as error:
            self.desk.fail(error)
        else:
            self.desk.tell(say("printing.saved", file=path.name))

    def _on_moved(self, done: int, of: int) -> None:
        self.card.show_amount(tr("printing.writing_page", done=done, of=of))

    def _on_written(self, path: Path, pages: int) -> None:
        self.desk.tell(say("printing.saved.pages", file=path.name, n=pages))

    def _on_ended(self) -> None:
        self.card.show_running(running=False)
        self._on_set()

    def _on_store_changed(self, changes: Changes) -> None:
        if self._store is not None and self._plan.refresh(self._store, changes):
            self._offer()
            self._pause.start()

    def _offer(self) -> None:
        book = self._plan.playbook
        self.card.form.show_plan(self._plan, Quarter(book.start, book.first_weekday))

    @override
    def attach(self, store: Store | None) -> None:
        self._end()
        self._end = lambda: None
        self._store = store
        if store is None:
            self.typesetter.stop()
            self.run.forget_text()
            return
        self._plan = Plan.read(store)
        self._end = store.subscribe(self._on_store_changed)
        self.card.form.choose_language(store.of(Playbook).get("playbook").language)
        self._offer()
        self._begin()

    @override
    def page_actions(self) -> Sequence[Action]:
        return (
            Action("export.save", "printing.action.save", self._ask_and_save, "download", ("Ctrl+S",), "file"),
            Action("export.print", "printing.action.print", self.print_pages, "printer", ("Ctrl+P",), "file"),
            Action("export.copy", "printing.action.copy", self.copy, "clipboard-copy", ("Ctrl+Shift+C",), "file"),
            Action("export.close", "printing.action.close", self.close_button.click, "x", (), "go"),
        )

    @override
    def regions(self) -> Sequence[QWidget]:
        return (self.header, self.preview, self.card)

    @override
    def show_thing(self, id: str) -> None:
        name, _, part = id.partition(":")
        known = {one.value: one for one in Format}
        self.card.form.choose_format(known.get(name, Format.PDF))
        self.card.form.choose_matrix(alone=part == Part.MATRIX)
        self._print_when_set = name == PRINT
        self._pause.start(0)

    @override
    def retranslate(self) -> None:
        self.header.set_texts(tr("printing.export"), tr("printing.export.note"))
        self.close_button.setText(tr("common.close"))
        self.close_button.setAccessibleName(tr("common.close"))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.card.form.format.setFocus(Qt.FocusReason.OtherFocusReason)
        self._pause.start(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.card.cancel.isVisible():
            self.close_button.click()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.typesetter.stop()
