"""Hands the guide over: to whom, as which file, and what they will see."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from app.exchange.file_name import safe_name
from app.guide.handover.told_anyway import told_anyway
from app.guide.handover.wish import Form
from app.guide.snapshot import Guide
from app.message import say
from app.playbook.playbook import Playbook
from app.text.document import Document
from widgets.common.desk import Desk
from widgets.common.dialog_frame import DialogFrame
from widgets.common.overlay import Overlay
from widgets.common.paper.pages_view import PagesView
from widgets.common.paper.sheet import Mark, Sheet
from widgets.common.paper.size import Paper
from widgets.common.paper.text_paper import TextPaper
from widgets.common.paper.text_preview import TextPreview
from widgets.common.theme import theme
from widgets.common.words import locale, tr
from widgets.guide.handover.form import HandoverForm
from widgets.guide.handover.writing import made, spoken, write

FOLDER: Final = "export.folder"
WIDE: Final = 928
HIGH: Final = 520
LEFT: Final = 260
NAMED: Final = 3  # of what the public version tells although it should not


class HandoverDialog(DialogFrame):
    """The choices at the left, the pages or the text at the right."""

    def __init__(self, desk: Desk, guide: Guide, today: date) -> None:
        super().__init__("upload", WIDE)
        self._desk, self._guide, self._today = desk, guide, today
        self._paper: TextPaper | None = None
        self._sheets: list[Sheet] = []
        self.form = HandoverForm(guide.language)
        self.pages, self.text = PagesView(self._page_foot), TextPreview()
        self.preview = QStackedWidget()
        self._lay()
        self.set_texts(tr("handover.dialog"), tr("handover.dialog.about"))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.show_preview)
        self.form.changed.connect(self._soon.start)
        self.accepted.connect(self._ask_and_save)
        self._soon.start()

    def show_preview(self) -> None:
        """Show what the file will say, and how much that is."""
        document, form = self._document(), self.form.file_form
        if form is Form.MARKDOWN:
            data = made(_unheard, document, form, self._today)
            self.text.show_data(data)
            self.preview.setCurrentWidget(self.text)
            amount = locale().formattedDataSize(len(data), 0, QLocale.DataSizeFormat.DataSizeSIFormat)
        else:
            self._paper = TextPaper(document, self._today, Paper(self.form.paper_size))
            self._sheets = list(self._paper.pages())
            self.pages.show_pages(self._sheets, anew=True)
            self.preview.setCurrentWidget(self.pages)
            amount = tr("printing.amount", n=len(self._sheets)) if form is Form.PDF else tr("handover.one_file")
        told = told_anyway(document, self._guide) if self.form.wish(self._today).public else []
        stake = tr("handover.told_anyway", what=", ".join(told[:NAMED])) if told else amount
        self.set_stake(stake, tr(SAVE_TEXTS[form]), "triangle-alert" if told else "")

    def save_to(self, path: Path) -> None:
        """Write the file beside the window's work, and say so."""
        self._desk.settings.set(FOLDER, str(path.parent))
        desk = self._desk
        desk.jobs.start(
            say("handover.writing", file=path.name), write,
            self._document(), self.form.file_form, self._today, self.form.paper_size, path,
            done=lambda _: desk.tell(say("printing.saved", file=path.name)),
            failed=desk.fail,
        )  # fmt: skip
        self.rejected.emit()

    def _document(self) -> Document:
        return spoken(self._guide, self.form.wish(self._today))

    def _page_foot(self, number: int) -> tuple[Mark, ...]:
        return tuple(self._paper.foot(number + 1, len(self._sheets))) if self._paper else ()

    def _lay(self) -> None:
        self.preview.addWidget(self.pages)
        self.preview.addWidget(self.text)
        self.form.setFixedWidth(theme().wide(LEFT))
        self.preview.setMinimumHeight(HIGH)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.form)
        row.addWidget(self.preview, 1)
        self.body.addLayout(row)

    def _ask_and_save(self) -> None:
        form = self.form.file_form
        folder = Path(self._desk.settings.get(FOLDER, str(Path.home())))
        community = next((it.name for it in self._guide.of(Playbook).values()), "")
        name = f"{community} {tr('handover.file')} {self.form.for_whom}".strip()
        proposed = folder / safe_name(name.replace(" ", "-").casefold(), form.suffix)
        chosen, _ = QFileDialog.getSaveFileName(self, tr("printing.save_as"), str(proposed), f"*{form.suffix}")
        if chosen:
            path = Path(chosen)
            self.save_to(path if path.suffix else path.with_suffix(form.suffix))


SAVE_TEXTS: Final[dict[Form, str]] = {
    Form.PDF: "handover.save.pdf",
    Form.HTML: "handover.save.html",
    Form.MARKDOWN: "handover.save.markdown",
}


def open_handover(desk: Desk, guide: Guide, today: date, over: QWidget, *, public: bool = False) -> HandoverDialog:
    """Show the dialog over the window."""
    dialog = HandoverDialog(desk, guide, today)
    if public:
        dialog.form.choose_public()
    overlay = Overlay(dialog, over)
    dialog.rejected.connect(overlay.dismiss)
    overlay.open()
    return dialog


def _unheard(_done: int, _of: int, _what: str) -> None:
    """Take a report that nobody waits for."""
