"""What can be chosen of a guide that is handed over."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.guide.handover.wish import Form, Version, Wish
from widgets.common.choice import Choice, Option
from widgets.common.labelled import Labelled
from widgets.common.paper.size import SIZES
from widgets.common.segmented import Segmented
from widgets.common.words import LOCALES, tr


class HandoverForm(QWidget):
    """Version, form, language and paper.

    Signals:
        changed: something else is wanted.
    """

    changed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.version = Labelled(Segmented([it.value for it in Version]))
        self.form = Labelled(Segmented([it.value for it in Form]))
        self.language, self.paper = Labelled(Choice()), Labelled(Choice())
        self.about_version, self.about_form = _note(), _note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for field, note in ((self.version, self.about_version), (self.form, self.about_form)):
            column.addWidget(field)
            column.addWidget(note)
            column.addSpacing(8)
        column.addWidget(self.language)
        column.addSpacing(8)
        column.addWidget(self.paper)
        column.addStretch(1)
        self._fill(language if language in LOCALES else "en")
        for segments in (self.version.field, self.form.field):
            segments.chosen.connect(lambda _: self._on_chosen())
        for choice in (self.language.field, self.paper.field):
            choice.chosen.connect(lambda _: self._on_chosen())
        self._show()

    def wish(self, today: date) -> Wish:
        """Return what is wanted."""
        whole = self.file_form is not Form.PDF
        return Wish(Version(self.version.field.value), self.language.field.value() or "en", today, every_language=whole)

    def choose_public(self) -> None:
        """Begin with the public version."""
        self.version.field.set_value(Version.PUBLIC)
        self._show()

    @property
    def for_whom(self) -> str:
        """Who gets it, in a word."""
        return tr(SHORT_TEXTS[Version(self.version.field.value)])

    @property
    def file_form(self) -> Form:
        """What kind of file it becomes."""
        return Form(self.form.field.value)

    @property
    def paper_size(self) -> str:
        """The paper."""
        return self.paper.field.value() or next(iter(SIZES))

    def _fill(self, language: str) -> None:
        self.version.set_label(tr("handover.version"))
        self.version.field.set_texts([tr(SHORT_TEXTS[it]) for it in Version])
        self.form.set_label(tr("handover.form"))
        self.form.field.set_texts([tr("handover.form.pdf"), tr("handover.form.html"), tr("handover.form.markdown")])
        self.language.set_label(tr("handover.language"))
        self.language.field.show_options(
            [Option("en", tr("handover.language.in_english")), Option("bg", tr("handover.language.in_bulgarian"))]
        )
        self.language.field.show_value(language)
        self.paper.set_label(tr("handover.paper"))
        self.paper.field.show_options([Option(it, it) for it in SIZES])
        self.paper.field.show_value(next(iter(SIZES)))

    def _on_chosen(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        public = self.version.field.value == Version.PUBLIC
        self.about_version.setText(tr("handover.public.about") if public else tr("handover.moderators.about"))
        self.about_form.setText(tr(ABOUT_TEXTS[self.file_form]))
        self.paper.setVisible(self.file_form is Form.PDF)


SHORT_TEXTS: dict[Version, str] = {
    Version.MODERATORS: "handover.version.moderators.short",
    Version.PUBLIC: "handover.version.public.short",
}
ABOUT_TEXTS: dict[Form, str] = {
    Form.PDF: "handover.form.pdf.about",
    Form.HTML: "handover.form.html.about",
    Form.MARKDOWN: "handover.form.markdown.about",
}


def _note() -> QLabel:
    note = QLabel()
    note.setProperty("look", "setting-note")
    note.setTextFormat(Qt.TextFormat.PlainText)
    note.setWordWrap(True)
    return note
