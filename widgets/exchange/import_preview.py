"""What an import will do: what the file is, four counts, their events, and what it cannot tell."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QLabel, QTableView, QVBoxLayout, QWidget
from typing_extensions import override

from app.exchange.ics.merge import Fate, ImportPlan
from widgets.common.card import Card
from widgets.common.elided_label import ElidedLabel
from widgets.common.icon_label import IconLabel
from widgets.common.words import day as day_text
from widgets.common.words import show, tr, words
from widgets.exchange.cannot_tell import CannotTell
from widgets.exchange.count_card import CountCard
from widgets.exchange.import_lines import lines_of
from widgets.exchange.import_model import TICKED, ImportModel
from widgets.exchange.refused_link import RefusedLink

if TYPE_CHECKING:
    from widgets.exchange.import_run import ImportRun

ROW: Final = 34
SIDE: Final = 176  # width of the columns beside the widest
SIGNS: Final = {
    Fate.NEW: ("plus", "success_text"),
    Fate.UPDATED: ("pencil", "accent"),
    Fate.UNCHANGED: ("equal", "text_2"),
    Fate.OLDER: ("ban", "danger_text"),
}
WORD_TEXTS: Final = {
    Fate.NEW: "import.count.new",
    Fate.UPDATED: "import.count.updated",
    Fate.UNCHANGED: "import.count.unchanged",
    Fate.OLDER: "import.count.refused",
}
NOTE_TEXTS: Final = {
    Fate.NEW: "import.count.new.note",
    Fate.UPDATED: "import.count.updated.note",
    Fate.UNCHANGED: "import.count.unchanged.note",
    Fate.OLDER: "import.count.refused.note",
}
LIST_TEXTS: Final = {
    Fate.NEW: "import.list.new",
    Fate.UPDATED: "import.list.updated",
    Fate.UNCHANGED: "import.list.unchanged",
    Fate.OLDER: "import.list.refused",
}


class ImportPreview(QWidget):
    """The counts are buttons: the pressed one's events are listed, those that come in with ticks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = False
        self._wanted = ImportPlan("")
        self._coming: set[str] = set()  # ids of the events that come in unless their tick is taken away
        self._build()
        self._arrange()
        for fate, card in self.cards.items():
            card.clicked.connect(lambda _=False, fate=fate: self.show_fate(fate))
        self.link.refused_of = lambda: lines_of(self._wanted, Fate.OLDER)

    def show_import(self, run: ImportRun) -> None:
        """Show what an import will do; ticks that were taken away stay away."""
        wanted = self._wanted = run.wanted
        self._coming = {row.event.id for row in wanted.rows if row.fate in TICKED}
        self.what.setText(
            tr("import.recognised", name=wanted.name) if wanted.name else tr("import.recognised.nameless")
        )
        self.period.setText(_period(run))
        counts = Counter(row.fate for row in wanted.rows)
        counts[Fate.OLDER] += len(wanted.refused)
        for fate, card in self.cards.items():
            number = counts[fate]
            card.show_count(
                tr(WORD_TEXTS[fate]), show(number), tr(NOTE_TEXTS[fate]) if number else tr("import.count.none")
            )
            card.setEnabled(number > 0)
        notes = [words(message) for message in wanted.warnings]
        self.cannot.show_notes(notes, foreign=run.foreign)
        if not self.shown or not counts[self.model.fate]:
            first = next(
                (fate for fate in (Fate.OLDER, Fate.NEW, Fate.UPDATED, Fate.UNCHANGED) if counts[fate]), Fate.NEW
            )
        else:
            first = self.model.fate
        self.shown = True
        self.show_fate(first)

    def show_fate(self, fate: Fate) -> None:
        """List the events of one fate."""
        self.cards[fate].setChecked(True)
        lines = lines_of(self._wanted, fate)
        self.model.show_lines(lines, fate)
        self.table.share_out(1 if fate is Fate.OLDER else 0)
        total = len(self._wanted.rows) + len(self._wanted.refused)
        self.heading.setText(tr(LIST_TEXTS[fate]))
        whole = tr("import.list.of", n=len(lines), of=total)
        self.note.setText(f"{whole} · {tr('import.nothing_half')}" if fate is Fate.OLDER else whole)
        self.link.setVisible(fate is Fate.OLDER)
        self.link.retranslate()
        self.table.setAccessibleName(tr(LIST_TEXTS[fate]))
        self.table.scrollToTop()

    def chosen(self) -> int:
        """Return how many events will come in."""
        return len(self._coming - self.model.unticked)

    def _build(self) -> None:
        self.what, self.period = ElidedLabel(look="strong"), ElidedLabel(look="subtitle")
        self.cards = {fate: CountCard(*sign) for fate, sign in SIGNS.items()}
        self.heading, self.note = QLabel(), ElidedLabel(look="subtitle")
        self.heading.setProperty("look", "strong")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.link = RefusedLink(self)
        self.model = ImportModel(self)
        self.table = _Table()
        self.table.setModel(self.model)
        self.table.dress()
        self.cannot = CannotTell()

    def _arrange(self) -> None:
        card = Card()
        card.body.setContentsMargins(14, 9, 14, 9)
        about = QHBoxLayout()
        about.setSpacing(12)
        about.addWidget(IconLabel("circle-check", "success", 20))
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(self.what)
        lines.addWidget(self.period)
        about.addLayout(lines, 1)
        card.body.addLayout(about)
        counts = QHBoxLayout()
        counts.setSpacing(10)
        for one in self.cards.values():
            counts.addWidget(one)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.note, 1)
        head.addWidget(self.link)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(card)
        left.addLayout(counts)
        left.addLayout(head)
        left.addSpacing(-6)
        left.addWidget(self.table, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addLayout(left, 2)
        row.addWidget(self.cannot, 1)


class _Table(QTableView):
    """Lines of 34 px; Space ticks the current one."""

    def dress(self) -> None:
        """Set widths and heights once the model is there."""
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setProperty("look", "lined")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setFixedHeight(28)
        self.share_out(0)

    def share_out(self, widest: int) -> None:
        """Give one column what the others leave."""
        for column in range(3):
            mode = QHeaderView.ResizeMode.Stretch if column == widest else QHeaderView.ResizeMode.Fixed
            self.horizontalHeader().setSectionResizeMode(column, mode)
            if column != widest:
                self.setColumnWidth(column, SIDE)

    def _tick_current(self) -> bool:
        index: QModelIndex = self.currentIndex()
        first = index.siblingAtColumn(0)
        state = first.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return False
        on = Qt.CheckState.Unchecked if state == Qt.CheckState.Checked else Qt.CheckState.Checked
        return bool(self.model().setData(first, on, Qt.ItemDataRole.CheckStateRole))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self._tick_current():
            event.accept()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()  # the dialog's
        else:
            super().keyPressEvent(event)


def _period(run: ImportRun) -> str:
    days = [row.event.day for row in run.wanted.rows if row.event.day]
    parts = [_days(min(days), max(days))] if days else []
    parts.append(tr("import.events", n=len(run.wanted.rows)))
    zones = {row.event.zone for row in run.wanted.rows if row.event.at and row.event.zone}
    if len(zones) == 1:
        parts.append(tr("import.zone", zone=zones.pop()))
    elif zones:
        parts.append(tr("import.zones", n=len(zones)))
    return " · ".join(parts)


def _days(first: date, last: date) -> str:
    end = day_text(last, "d MMM yyyy")
    if first == last:
        return end
    return f"{day_text(first, 'd MMM' if first.year == last.year else 'd MMM yyyy')} – {end}"
