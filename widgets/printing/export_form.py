"""What goes out, how and for whom: the card below the preview."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.quarter import Quarter
from widgets.common.choice import Choice, Option
from widgets.common.labelled import Labelled
from widgets.common.paper.size import SIZES, Paper
from widgets.common.segmented import Segmented
from widgets.common.words import LOCALES, Retranslated, tr
from widgets.printing.day_range import DayRange
from widgets.printing.options import Part
from widgets.printing.wanted import Format, Wanted

if TYPE_CHECKING:
    from app.calendar.plan import Plan

PAPERS: Final = {f"{size} {lies}": Paper(size, lies == "across") for size in SIZES for lies in ("upright", "across")}
PAPER_TEXTS: Final = {
    "A4 upright": "printing.paper.a4_portrait",
    "A4 across": "printing.paper.a4_landscape",
    "Letter upright": "printing.paper.letter_portrait",
    "Letter across": "printing.paper.letter_landscape",
}
FORMAT_TEXTS: Final = {
    Format.PDF: "printing.format.pdf",
    Format.ICS: "printing.format.ics",
    Format.PNG: "printing.format.png",
    Format.CSV: "printing.format.csv",
    Format.MARKDOWN: "printing.format.markdown",
}
LANGUAGE_TEXTS: Final = {"en": "printing.language.en", "bg": "printing.language.bg"}
PART_TEXTS: Final = {
    Part.QUARTER: "printing.part.quarter",
    Part.MONTHS: "printing.part.months",
    Part.AGENDA: "printing.part.agenda",
    Part.MATRIX: "printing.part.matrix",
}
TEAM: Final = "team"
MEMBERS: Final = "members"
AUDIENCE_TEXTS: Final = {TEAM: "printing.audience.team", MEMBERS: "printing.audience.members"}
EVERYTHING: Final = ""
FILTER: Final = "filter:"
SERIES: Final = "series:"


class ExportForm(Retranslated):
    """Format, pages, paper, language, days, filter and privacy.

    Signals:
        changed: something else is wanted now.
    """

    changed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quarter = Quarter(date(2027, 1, 4))
        self._filters: dict[str, tuple[tuple[str, str], ...]] = {}
        self._build(language)
        self._arrange()
        self._connect()
        self.retranslate()

    def show_plan(self, plan: Plan, quarter: Quarter) -> None:
        """Offer the days of a quarter, the saved filters and the series of a plan."""
        self._quarter = quarter
        self.days.field.offer(quarter, with_all=Format(self.format.value) is Format.ICS)
        self._filters = {f"{FILTER}{one.id}": one.terms for one in plan.filters.values()}
        series = sorted((e for e in plan.events.values() if e.repeats and e.day), key=lambda e: (e.title, e.id))
        self._filters |= {f"{SERIES}{event.id}": (("series", event.id),) for event in series}
        names = [(f"{FILTER}{one.id}", one.name) for one in plan.filters.values()]
        names += [(f"{SERIES}{event.id}", tr("printing.one_series", title=event.title)) for event in series]
        options = [Option(EVERYTHING, tr("printing.everything")), *(Option(key, name) for key, name in names)]
        self.what.field.show_options(options)
        if self.what.field.value() not in {EVERYTHING, *self._filters}:
            self.what.field.show_value(EVERYTHING)

    def choose_format(self, wanted: Format) -> None:
        """Choose a format as if the person had."""
        self.format.set_value(wanted.value)
        self._on_changed()

    def choose_matrix(self, *, alone: bool) -> None:
        """Choose the matrix and nothing else; without it, what was chosen stays unless that was the matrix alone."""
        chosen = {part for part, box in self.parts.items() if box.isChecked()}
        if alone or chosen == {Part.MATRIX}:
            wanted = {Part.MATRIX} if alone else {Part.QUARTER, Part.AGENDA}
            for part, box in self.parts.items():
                box.setChecked(part in wanted)
        self._on_changed()

    def choose_language(self, language: str) -> None:
        """Write in another language, unless it has none of its words."""
        if language in LOCALES:
            self.language.field.show_value(language)

    def format_name(self) -> str:
        """Return the name of the chosen format."""
        return tr(FORMAT_TEXTS[Format(self.format.value)])

    def wanted(self) -> Wanted:
        """Return what is chosen."""
        first, last = self.days.field.days()
        wanted = Format(self.format.value)
        return Wanted(
            first,
            last,
            wanted,
            tuple(part for part, box in self.parts.items() if box.isChecked()),
            PAPERS[self.paper.field.value() or "A4 upright"],
            self.language.field.value() or "en",
            self._filters.get(self.what.field.value() or EVERYTHING, ()),
            self.audience.field.value() == MEMBERS,
            not self.no_names.isChecked(),
            not self.no_hours.isChecked(),
            self.split.isChecked(),
            self.days.field.all_days,
        )

    def offer_split(self, *, needed: bool) -> None:
        """Offer to write what Outlook skips as several series, when there is such a thing."""
        self.split.setVisible(Format(self.format.value) is Format.ICS and (needed or self.split.isChecked()))

    def _build(self, language: str) -> None:
        self.format = Segmented([one.value for one in Format])
        self.parts = {part: QCheckBox() for part in Part}
        self.parts[Part.QUARTER].setChecked(True)
        self.parts[Part.AGENDA].setChecked(True)
        self.paper = Labelled(Choice())
        self.paper.field.show_value("A4 upright")
        self.language = Labelled(Choice())
        self.language.field.show_value(language)
        self.days = Labelled(DayRange(self._quarter))
        self.what = Labelled(Choice())
        self.audience = Labelled(Choice())
        self.audience.field.show_value(TEAM)
        self.no_names, self.no_hours, self.split = (QCheckBox() for _ in range(3))
        self.format_label, self.parts_label, self.privacy_label = (_label() for _ in range(3))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(_column(self.format_label, self.format, self.paper))
        row.addLayout(_column(self.parts_label, *self.parts.values()))
        row.addLayout(_column(self.language, self.days), 1)
        row.addLayout(_column(self.what, self.audience), 1)
        row.addLayout(_column(self.privacy_label, self.no_names, self.no_hours, self.split))

    def _connect(self) -> None:
        self.format.chosen.connect(self._on_changed)
        for choice in (self.paper.field, self.language.field, self.what.field, self.audience.field):
            choice.chosen.connect(self._on_changed)
        self.days.field.changed.connect(self._on_changed)
        for box in (*self.parts.values(), self.no_names, self.no_hours, self.split):
            box.toggled.connect(self._on_changed)

    def _on_changed(self, *_: object) -> None:
        wanted = Format(self.format.value)
        on_paper = wanted.on_paper
        for widget in (self.parts_label, *self.parts.values()):
            widget.setVisible(wanted is Format.PDF)
        checked = [box for box in self.parts.values() if box.isChecked()]
        for box in self.parts.values():
            box.setEnabled(checked != [box])  # a document without any page is none
        self.days.field.offer(self._quarter, with_all=wanted is Format.ICS)
        self.paper.setVisible(on_paper)
        self.audience.setVisible(wanted not in {Format.CSV, Format.MARKDOWN})
        private = on_paper and self.audience.field.value() == TEAM
        for widget in (self.privacy_label, self.no_names, self.no_hours):
            widget.setVisible(private)
        self.offer_split(needed=False)
        self.changed.emit()

    @override
    def retranslate(self) -> None:
        self.format.set_texts([tr(FORMAT_TEXTS[one]) for one in Format])
        self.format_label.setText(tr("printing.format"))
        self.parts_label.setText(tr("printing.pages"))
        self.privacy_label.setText(tr("printing.privacy"))
        self.paper.set_label(tr("printing.paper"))
        self.language.set_label(tr("printing.language"))
        self.days.set_label(tr("printing.days"))
        self.what.set_label(tr("printing.what"))
        self.paper.field.show_options([Option(key, tr(text)) for key, text in PAPER_TEXTS.items()])
        self.language.field.show_options([Option(key, tr(LANGUAGE_TEXTS[key])) for key in LOCALES])
        self.audience.set_label(tr("printing.audience"))
        self.audience.field.setToolTip(tr("printing.audience.tip"))
        self.audience.field.show_options([Option(key, tr(text)) for key, text in AUDIENCE_TEXTS.items()])
        _name(self.no_names, tr("printing.no_names"))
        _name(self.no_hours, tr("printing.no_hours"))
        _name(self.split, tr("printing.split"), tr("printing.split.tip"))
        for part, box in self.parts.items():
            _name(box, tr(PART_TEXTS[part]))


def _name(box: QCheckBox, text: str, tip: str = "") -> None:
    box.setText(text)
    box.setAccessibleName(text)
    box.setToolTip(tip)


def _label() -> QLabel:
    label = QLabel()
    label.setProperty("look", "label")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _column(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(7)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    return column
