"""What a dry run found: how often, when, and what it would have done each time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.workflows.rules.trying import Row, Trial, Verdict
from widgets.common.elided_label import ElidedLabel
from widgets.common.hairline import hairline
from widgets.common.icon_label import IconLabel
from widgets.common.icons import icon, put_icon
from widgets.common.painting import paint_icon, paint_text
from widgets.common.theme import theme
from widgets.common.words import Retranslated, day, tr, words

SHOWN: Final = 8
VERDICT_TEXTS: Final[Mapping[Verdict, str]] = {
    Verdict.WOULD: "workflows.verdict.would",
    Verdict.LATER: "workflows.verdict.later",
    Verdict.EXISTS: "workflows.verdict.exists",
}


class TrialCard(Retranslated):
    """The card below the sentence.

    Signals:
        run_requested: the rule is to be dry-run.
    """

    run_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trial: Trial | None = None
        self._fresh = False
        self._all = False
        self._frame = QFrame()
        self._frame.setProperty("look", "card")
        self.title, self.note = ElidedLabel(look="h14"), ElidedLabel(look="caption")
        self.bars = Bars()
        self.run = QPushButton()
        self.run.setProperty("look", "small")
        self.run.clicked.connect(self.run_requested)
        self.more = QPushButton()
        self.more.setProperty("look", "link")
        self.more.clicked.connect(self._on_more)
        self._rows = QVBoxLayout()
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 13, 9)
        head.setSpacing(12)
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(self.title)
        named.addWidget(self.note)
        head.addWidget(IconLabel("flask-conical", "accent", 18))
        head.addLayout(named, 1)
        head.addWidget(self.bars)
        head.addWidget(self.run)
        self._rows.setSpacing(0)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._rows)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 2, 0, 7)
        foot.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)

    def show_trial(self, trial: Trial | None, *, fresh: bool) -> None:
        """Show what a dry run found, None while there was none; `fresh` tells whether it ran the present words."""
        if trial != self.trial:
            self._all = False
        self.trial, self._fresh = trial, fresh
        self.retranslate()

    def _on_more(self) -> None:
        self._all = True
        self.retranslate()

    def _show_rows(self, rows: Sequence[Row]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._rows.addWidget(_TrialRow(row))

    @override
    def retranslate(self) -> None:
        trial = self.trial
        self.run.setText(tr("workflows.try.again") if trial and self._fresh else tr("workflows.try"))
        put_icon(self.run, icon("refresh-cw" if trial and self._fresh else "flask-conical"))
        self.bars.setVisible(trial is not None and bool(trial.rows))
        rows = trial.rows if trial else ()
        self._show_rows(rows if self._all else rows[:SHOWN])
        left = 0 if self._all else len(rows) - SHOWN
        self._foot.setVisible(left > 0)
        self.more.setText(tr("workflows.try.more", n=max(left, 0)))
        if trial is None:
            self.title.setText(tr("workflows.try.not_yet"))
            self.note.setText(tr("workflows.try.before_on"))
            return
        self.title.setText(tr("workflows.try.found", n=trial.runs) if trial.runs else tr("workflows.try.none"))
        span = tr("workflows.try.span", first=trial.first, last=trial.last)
        self.note.setText(span if self._fresh else tr("workflows.try.old"))
        self.bars.show_counts(trial.by_day(), self.title.text())


class _TrialRow(QFrame):
    def __init__(self, row: Row) -> None:
        super().__init__()
        line = hairline()
        when = ElidedLabel(day(row.day, "ddd d MMM"), look="second")
        when.setFixedWidth(theme().wide(96))
        title, does = ElidedLabel(row.title, look=""), ElidedLabel(_does(row), look="caption")
        title.setFont(theme().font("body", 500))
        named = QVBoxLayout()
        named.setContentsMargins(0, 4, 0, 4)
        named.setSpacing(0)
        named.addWidget(title)
        named.addWidget(does)
        inner = QHBoxLayout()
        inner.setContentsMargins(14, 0, 13, 0)
        inner.setSpacing(8)
        inner.addWidget(when)
        inner.addLayout(named, 1)
        inner.addWidget(VerdictPill(row.verdict))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addLayout(inner)
        self.setMinimumHeight(43)


def _does(row: Row) -> str:
    said = " · ".join(words(it) for it in row.does)
    if row.verdict is Verdict.LATER:
        return tr("workflows.try.waits", day=day(row.acts_on, "ddd d MMM"), what=said)
    return said


class VerdictPill(QWidget):
    """An icon and a word: what would come of it."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__()
        self._idle = verdict is Verdict.EXISTS
        self._text = tr(VERDICT_TEXTS[verdict])
        self.setAccessibleName(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme().font_px(11, 600)).horizontalAdvance(self._text)
        return QSize(width + 31, round(20 * max(1.0, theme().text_scale)))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("sunken" if self._idle else "success_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        role = "text_2" if self._idle else "success_text"
        paint_icon(painter, QRect(8, 0, 12, self.height()), "minus" if self._idle else "check", role, 12)
        place = QRect(23, 0, self.width() - 27, self.height())
        paint_text(painter, place, self._text, theme().font_px(11, 600), role)


class Bars(QWidget):
    """A bar a day: high where the rule would have acted."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Sequence[int] = ()
        self.setFixedSize(126, 20)
        theme().changed.connect(self.update)

    def show_counts(self, counts: Sequence[int], said: str) -> None:
        """Show how often on each day."""
        self._counts = counts
        self.setAccessibleName(said)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if not self._counts:
            return
        pitch = self.width() / len(self._counts)
        most = max(self._counts)
        for at, count in enumerate(self._counts):
            high = 6 + 14 * count / most if count else 6
            painter.setBrush(theme().color("accent" if count else "border"))
            painter.drawRoundedRect(QRectF(at * pitch, 20 - high, max(1.5, pitch - 2), high), 1, 1)
