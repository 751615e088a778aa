"""The sentence above the board, with the two KPIs that show whether it comes true."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.playbook.playbook import PLAYBOOK_ID, Playbook
from app.purpose.kpi import Kpi
from app.purpose.kpi_state import Standing
from app.purpose.surroundings import Surroundings
from widgets.common.elided_label import plain_tooltip
from widgets.common.hairline import hairline
from widgets.common.icon_label import IconLabel
from widgets.common.painted_text import draw_text, elided, lines_of, width_of
from widgets.common.painting import LETTERS_MOST
from widgets.common.purpose_words import STATE_DOTS, STATE_TEXTS, amount, sentence_of
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr

HEIGHT: Final = 56
CHIPS: Final = 2
LINES: Final = 2  # of the sentence
NAME_MOST: Final = 124  # px of a KPI's name


class SentenceBar(Retranslated):
    """56 px: a quote sign, the sentence, two chips; a press on the sentence opens its parts.

    Signals:
        sentence_requested: the sentence is to be written.
        kpi_requested: a chip was pressed (id of its KPI, "" for the empty one; the chip).
    """

    sentence_requested = Signal()
    kpi_requested = Signal(str, QWidget)

    def __init__(self) -> None:
        super().__init__()
        self._playbook, self._around, self._today = Playbook(PLAYBOOK_ID, ""), Surroundings(), date(2027, 1, 1)
        self.sentence = _Sentence()
        self.chips = [KpiChip() for _ in range(CHIPS)]
        self.body = QWidget()
        row = QHBoxLayout(self.body)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(14)
        row.addWidget(IconLabel("quote", "accent", 18))
        row.addWidget(self.sentence, 1)
        for chip in self.chips:
            row.addWidget(chip)
            chip.clicked.connect(lambda _=False, chip=chip: self.kpi_requested.emit(chip.kpi, chip))
        line = hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.body)
        column.addWidget(line)
        theme().changed.connect(self._fit)
        self._fit()
        self.sentence.clicked.connect(self.sentence_requested)

    def _fit(self) -> None:
        high = round(HEIGHT * max(1.0, theme().text_scale))
        self.body.setFixedHeight(high)
        self.setFixedHeight(high + 1)

    def show_purpose(self, playbook: Playbook, around: Surroundings, today: date) -> None:
        """Show the sentence of a community and how its KPIs stand."""
        self._playbook, self._around, self._today = playbook, around, today
        self.retranslate()

    @override
    def retranslate(self) -> None:
        text = sentence_of(self._playbook, self._around.purpose)
        self.sentence.show_sentence(text or tr("purpose.sentence.empty"), written=bool(text))
        shown = [self._around.kpis[key] for key in self._around.purpose.kpis if key in self._around.kpis][:CHIPS]
        for at, chip in enumerate(self.chips):
            kpi = shown[at] if at < len(shown) else None
            chip.show_kpi(kpi, self._around.standing(kpi.id, self._today) if kpi else None)
            chip.setVisible(kpi is not None or at == len(shown))


class _Sentence(QAbstractButton):
    def __init__(self) -> None:
        super().__init__()
        self._written = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.update)

    def show_sentence(self, text: str, *, written: bool) -> None:
        self._written = written
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(plain_tooltip(text))
        self.update()

    def lines(self) -> list[str]:
        """Return the sentence as it is shown."""
        text = " ".join(self.text()[:LETTERS_MOST].split())
        return lines_of(text, theme().font_px(15, 500), self.width(), LINES)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, 34)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, 34)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = theme().font_px(15, 500)
        role = "accent" if self.underMouse() else "text" if self._written else "text_muted"
        lines, step = self.lines(), QFontMetrics(font).height() + 1
        top = (self.height() - len(lines) * step) // 2
        for row, line in enumerate(lines):
            draw_text(painter, 0, QRect(0, top + row * step, self.width(), step), line, font, role)


class KpiChip(QAbstractButton):
    """Dot of the state, name, value, target; or an invitation to choose a KPI."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kpi = ""
        self._parts: tuple[str, str, str] = ("", "", "")
        self._dot = "border_strong"
        self.setFixedHeight(34)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.updateGeometry)

    def show_kpi(self, kpi: Kpi | None, found: Standing | None) -> None:
        """Show another KPI."""
        self.kpi = kpi.id if kpi else ""
        if kpi is None or found is None:
            self._parts, self._dot = (tr("purpose.chip.choose"), "", ""), "border_strong"
            said = tr("purpose.chip.choose")
        else:
            now = amount(found.now, kpi.unit) if found.now is not None else "–"
            target = tr("purpose.chip.target", target=amount(kpi.target, kpi.unit)) if kpi.target is not None else ""
            self._parts, self._dot = (kpi.name, now, target), STATE_DOTS[found.state]
            said = " ".join(filter(None, (f"{kpi.name}:", now, target, tr(STATE_TEXTS[found.state]))))
        self.setAccessibleName(said)
        self.setToolTip(plain_tooltip(said))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        name, now, target = self._parts
        small, strong = theme().font("small"), theme().font_px(12, 600)
        width = 12 + 8 + 8 + min(NAME_MOST, width_of(name, small)) + 12
        width += 5 + width_of(now, strong) if now else 0
        width += 8 + width_of(target, small) if target else 0
        return QSize(round(width) + 2, 34)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("border_strong" if self.underMouse() else "border"), 1))
        painter.setBrush(theme().color("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(self._dot))
        painter.drawEllipse(QRectF(12, 13, 8, 8))
        small, strong = theme().font("small"), theme().font_px(12, 600)
        name, now, target = self._parts
        x = 28.0
        shown = elided(name, small, NAME_MOST)
        draw_text(painter, x, self.rect(), shown, small, "text" if self.kpi else "text_muted")
        x += width_of(shown, small) + 5
        draw_text(painter, x, self.rect(), now, strong, "text")
        x += QFontMetricsF(strong).horizontalAdvance(now) + 8
        draw_text(painter, x, self.rect(), target, small, "text_muted")
