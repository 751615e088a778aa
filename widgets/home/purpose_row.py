"""The top of the home page: the purpose in one sentence, and the KPIs that show whether it comes true."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy
from typing_extensions import override

from app.home.overview import Overview
from app.purpose.kpi import Kpi
from app.purpose.kpi_state import Standing
from app.purpose.reading import Reading
from widgets.common.elided_label import plain_tooltip
from widgets.common.painted_text import lines_of
from widgets.common.painting import LETTERS_MOST, RIGHT, paint_focus, paint_icon, paint_text
from widgets.common.purpose_words import STATE_ICONS, STATE_ROLES, STATE_TEXTS, amount, sentence_of
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr
from widgets.home.steps_card import EDGE

HEIGHT: Final = 82
MOST: Final = 3  # KPIs
WANTED: Final = 2
SIDE: Final = 14
SPARK: Final = QSize(76, 18)
LINES: Final = 2


class PurposeRow(Retranslated):
    """The sentence and up to three KPIs; each leads to where it is written.

    Signals:
        opened: what is to be shown (id of a page, id of a thing).
    """

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._seen = Overview()
        self.sentence = SentenceCard()
        self.tiles = [KpiTile() for _ in range(MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.setSpacing(12)
        row.addWidget(self.sentence, 5)
        for tile in self.tiles:
            row.addWidget(tile, 2)
            tile.clicked.connect(self._on_tile_clicked)
        self.sentence.clicked.connect(lambda: self.opened.emit("purpose", ""))

    def show_purpose(self, seen: Overview) -> None:
        """Show how it stands now."""
        self._seen = seen
        self.retranslate()

    @override
    def retranslate(self) -> None:
        seen = self._seen
        text = sentence_of(seen.plan.playbook, seen.purpose.purpose)
        self.sentence.show_sentence(text or tr("purpose.sentence.empty"), written=bool(text))
        shown = [seen.purpose.kpis[key] for key in seen.purpose.purpose.kpis if key in seen.purpose.kpis][:MOST]
        for at, tile in enumerate(self.tiles):
            kpi = shown[at] if at < len(shown) else None
            readings = seen.purpose.readings.get(kpi.id, []) if kpi else []
            tile.show_kpi(kpi, seen.purpose.standing(kpi.id, seen.today) if kpi else None, readings)
            tile.setVisible(kpi is not None or at == len(shown) < WANTED)

    def _on_tile_clicked(self) -> None:
        tile = self.sender()
        if isinstance(tile, KpiTile):
            self.opened.emit("purpose", self._seen.cards.get(tile.kpi, ""))


class _Tile(QAbstractButton):
    """A card that is one button."""

    def __init__(self) -> None:
        super().__init__()
        self._fit()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(round(HEIGHT * max(1.0, theme().text_scale)))
        self.update()

    def _say(self, text: str) -> None:
        self.setAccessibleName(text)
        self.setToolTip(plain_tooltip(text))
        self.update()

    def _paint_card(self, painter: QPainter, *, dashed: bool = False) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme().color("border_strong" if self.underMouse() or dashed else "border"), 1, style))
        painter.setBrush(theme().color("bg" if dashed else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self.hasFocus():
            paint_focus(painter, self.rect(), 8)

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.height())


class SentenceCard(_Tile):
    """The purpose in one sentence, on two lines at most."""

    def __init__(self) -> None:
        super().__init__()
        self._written = False

    def show_sentence(self, text: str, *, written: bool) -> None:
        """Show another sentence, or an invitation to write one."""
        self._written = written
        self.setText(text)
        self._say(text)

    def lines(self, room: int) -> list[str]:
        """Return the sentence as it is shown in a width; what does not fit ends in …."""
        return lines_of(" ".join(self.text()[:LETTERS_MOST].split()), theme().font_px(15, 500), room, LINES)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_card(painter)
        label, font = theme().font_px(11, 500), theme().font_px(15, 500)
        paint_icon(painter, QRect(SIDE, 11, 14, 14), "quote", "accent", 14)
        head = QRect(SIDE + 20, 10, self.width() - 2 * SIDE - 20, QFontMetrics(label).height())
        paint_text(painter, head, tr("home.purpose.title"), label, "text_muted")
        lines, step = self.lines(self.width() - 2 * SIDE), QFontMetrics(font).height() + 2
        top = head.bottom() + (self.height() - head.bottom() - 6 - len(lines) * step) // 2
        role = "accent" if self.underMouse() else "text" if self._written else "text_muted"
        for row, line in enumerate(lines):
            place = QRect(SIDE, top + row * step, self.width() - 2 * SIDE, step)
            paint_text(painter, place, line, font, role)


class KpiTile(_Tile):
    """Name and state, value and how it went, change and target; or an invitation to choose a KPI."""

    def __init__(self) -> None:
        super().__init__()
        self.kpi = ""
        self._shown: tuple[Kpi, Standing] | None = None
        self._readings: Sequence[Reading] = ()

    def show_kpi(self, kpi: Kpi | None, found: Standing | None, readings: Sequence[Reading]) -> None:
        """Show another KPI with its readings, oldest first."""
        self.kpi = kpi.id if kpi else ""
        self._shown = (kpi, found) if kpi and found else None
        self._readings = readings
        self._say(self._spoken())

    def _spoken(self) -> str:
        if self._shown is None:
            return tr("purpose.chip.choose")
        kpi, found = self._shown
        read = tr("home.kpi.read", day=self._readings[-1].day) if self._readings else ""
        parts = (f"{kpi.name}: {self._now()}", self._target(), tr(STATE_TEXTS[found.state]), self._change(), read)
        return ", ".join(filter(None, parts))

    def _now(self) -> str:
        assert self._shown
        kpi, found = self._shown
        return amount(found.now, kpi.unit) if found.now is not None else "–"

    def _target(self) -> str:
        assert self._shown
        kpi, _ = self._shown
        return tr("home.kpi.target", target=amount(kpi.target, kpi.unit)) if kpi.target is not None else ""

    def change(self) -> float:
        """Return how much the value changed since the reading before."""
        return round(self._readings[-1].value - self._readings[-2].value, 4) if len(self._readings) > 1 else 0.0

    def _change(self) -> str:
        if self._shown is None or len(self._readings) < 2:
            return ""
        by = self.change()
        sign = "+" if by > 0 else "−" if by < 0 else "±"
        number = amount(abs(by), "")
        points = self._shown[0].unit.strip() == "%"
        return tr("home.kpi.points", change=f"{sign}{number}") if points else f"{sign}{number}"

    def _change_role(self) -> str:
        assert self._shown
        kpi, by = self._shown[0], self.change()
        falls = kpi.target is not None and kpi.baseline is not None and kpi.target < kpi.baseline
        if not by:
            return "text_muted"
        return "success_text" if (by < 0) == falls else "danger_text"

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint_card(painter, dashed=self._shown is None)
        if self._shown is None:
            paint_text(
                painter, self.rect(), tr("purpose.chip.choose"), theme().font("small", 500), "text_muted",
                Qt.AlignmentFlag.AlignCenter,
            )  # fmt: skip
            return
        kpi, found = self._shown
        small, big = theme().font_px(11), theme().font_px(22, 600)
        line, wide = QFontMetrics(small).height() + 1, self.width() - 2 * SIDE
        state = tr(STATE_TEXTS[found.state])
        head = QRect(SIDE, 10, wide, line)
        paint_text(painter, head, kpi.name, theme().font_px(11, 500), "text_muted")
        middle = QRect(SIDE, head.bottom() + 1, wide, QFontMetrics(big).height())
        paint_text(painter, middle, self._now(), big, "text")
        left = SIDE + QFontMetrics(big).horizontalAdvance(self._now()) + 10
        paint_icon(painter, QRect(left, middle.top() + 2, 12, middle.height()), *_sign(found), 12)
        beside = QRect(left + 16, middle.top() + 2, middle.right() - SPARK.width() - 10 - left - 16, middle.height())
        paint_text(painter, beside, state, small, "text_2")
        self._paint_spark(painter, middle)
        foot = QRect(SIDE, middle.bottom() + 1, wide, line)
        self._paint_change(painter, foot)
        paint_text(painter, foot, self._target(), small, "text_muted", RIGHT)

    def _paint_change(self, painter: QPainter, foot: QRect) -> None:
        text = self._change()
        if text:
            by, role = self.change(), self._change_role()
            sign = "trending-up" if by > 0 else "trending-down" if by < 0 else "minus"
            paint_icon(painter, QRect(foot.left(), foot.top(), 12, foot.height()), sign, role, 12)
            paint_text(painter, foot.adjusted(16, 0, 0, 0), text, theme().font_px(11), role)

    def _paint_spark(self, painter: QPainter, middle: QRect) -> None:
        """Paint how the value went, by the days of its readings."""
        if len(self._readings) < 2:
            return
        place = QRectF(middle.right() - SPARK.width() - 3, middle.center().y() - 7, SPARK.width(), SPARK.height())
        points = QPolygonF(spark([(it.day, it.value) for it in self._readings], place))
        painter.setPen(QPen(theme().color("accent"), 1.5))
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        painter.drawEllipse(points.last(), 2.5, 2.5)


def spark(values: Sequence[tuple[date, float]], place: QRectF) -> list[QPointF]:
    """Return the points of a line of values, in a rectangle."""
    (first, _), (last, _) = values[0], values[-1]
    least, most = min(value for _, value in values), max(value for _, value in values)
    days, height = max(1, (last - first).days), most - least
    return [
        QPointF(
            place.left() + place.width() * (day - first).days / days,
            place.bottom() - place.height() * ((value - least) / height if height else 0.5),
        )
        for day, value in values
    ]


def _sign(found: Standing) -> tuple[str, str]:
    return STATE_ICONS[found.state], STATE_ROLES[found.state]
