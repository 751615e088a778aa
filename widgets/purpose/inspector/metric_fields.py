"""The KPI behind a metric card: now, target, unit, due, level, baseline, and how it goes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from app.purpose.board import Note
from app.purpose.kpi import Kpi, Level
from app.purpose.kpi_state import KpiState, Standing
from app.purpose.reading import Reading
from app.purpose.surroundings import Surroundings
from widgets.common.choice import Choice, Option
from widgets.common.day_field import DayField
from widgets.common.field_group import FieldGroup
from widgets.common.hairline import hairline
from widgets.common.labelled import Labelled
from widgets.common.painting import paint_icon
from widgets.common.purpose_words import STATE_ICONS, STATE_ROLES, STATE_TEXTS, amount
from widgets.common.text_field import TextField
from widgets.common.theme import theme
from widgets.common.words import day, tr
from widgets.purpose.inspector.amount_field import AmountField

LEVEL_TEXTS: Final = {
    Level.COMMUNITY: "purpose.level.community",
    Level.BUSINESS: "purpose.level.business",
}
WEEK: Final = timedelta(days=7)


class MetricFields(FieldGroup[Note]):
    """Fields of one metric card; a new "now" is a reading of today.

    Signals:
        read: the KPI was measured at a value (value, where it is known from or None).
    """

    read = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._around, self._today = Surroundings(), date(2027, 1, 1)
        self.title = QLabel()
        self.title.setProperty("look", "strong")
        self.state = StatePill()
        self.now, self.target, self.unit = Labelled(AmountField()), Labelled(AmountField()), Labelled(TextField())
        self.due, self.source = Labelled(DayField("d MMM yyyy")), Labelled(TextField())
        self.level, self.baseline, self.since = (
            Labelled(Choice()),
            Labelled(AmountField()),
            Labelled(DayField("d MMM yyyy")),
        )
        self.trend = Trend()
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        self.column.addWidget(hairline())
        self.column.addSpacing(2)
        self.column.addLayout(head)
        self.add_row(self.now, self.target, self.unit)
        self.add_row(self.due, self.source)
        self.add_row(self.baseline, self.since)
        self.column.addWidget(self.level)
        self.column.addWidget(self.trend)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.now.field.entered.connect(self._on_now)
        self.target.field.entered.connect(lambda value: self._on_amount("target", value))
        self.baseline.field.entered.connect(lambda value: self._on_amount("baseline", value))
        for field in (self.now, self.target, self.baseline):
            field.field.refused.connect(lambda _, field=field: field.set_error(tr("purpose.field.no_number")))
        self.unit.field.committed.connect(lambda text: self.tell(unit=text.strip()))
        self.due.field.entered.connect(lambda value: self.tell(due=value))
        self.since.field.entered.connect(lambda value: self.tell(since=value))
        self.level.field.chosen.connect(lambda key: self.tell(level=Level(key)))
        self.source.field.committed.connect(self._on_source)

    @override
    def retranslate(self) -> None:
        self.title.setText(tr("purpose.metric"))
        self.now.set_label(tr("purpose.field.now"))
        self.target.set_label(tr("purpose.field.target"))
        self.unit.set_label(tr("purpose.field.unit"))
        self.unit.field.set_hint("%")
        self.due.set_label(tr("purpose.field.due"))
        self.source.set_label(tr("purpose.field.reading_source"))
        self.source.field.set_hint(tr("purpose.field.reading_source.hint"))
        self.level.set_label(tr("purpose.field.level"))
        self.baseline.set_label(tr("purpose.field.baseline"))
        self.since.set_label(tr("purpose.field.since"))
        self.level.field.show_options([Option(level.value, tr(text)) for level, text in LEVEL_TEXTS.items()])
        self.show_values()

    def show_card(self, around: Surroundings, card: Note, today: date) -> None:
        """Show the KPI of a card."""
        self._around, self._today = around, today
        self.show_things([card])

    @override
    def show_values(self) -> None:
        if not self.things:
            return
        card = self.things[0]
        kpi = self._around.kpis.get(card.ref) or Kpi("", card.text)
        readings = self._around.readings.get(card.ref, [])
        found = self._around.standing(card.ref, self._today) or Standing(KpiState.UNKNOWN)
        for field in (self.now, self.target, self.baseline):
            field.set_error("")
        self.state.show_state(found.state)
        self.now.field.show_amount(readings[-1].value if readings else None)
        self.target.field.show_amount(kpi.target)
        self.baseline.field.show_amount(kpi.baseline)
        self.unit.field.show_value(kpi.unit)
        none = tr("purpose.field.no_day")
        self.due.field.show_day(kpi.due, none=none)
        self.since.field.show_day(kpi.since, none=none)
        self.level.field.show_value(kpi.level.value)
        self.source.field.show_value(readings[-1].source if readings else "")
        self.source.setEnabled(bool(readings))
        self.trend.show_trend(kpi, readings)

    @override
    def flush(self) -> None:
        for field in (self.now, self.target, self.baseline, self.unit, self.source):
            field.field.flush()

    def _on_now(self, value: float | None) -> None:
        if value is None:
            self.show_values()
        else:
            self.now.set_error("")
            self.read.emit(value, None)

    def _on_amount(self, name: str, value: float | None) -> None:
        self.tell(**{name: value})

    def _on_source(self, text: str) -> None:
        readings = self._around.readings.get(self.things[0].ref, []) if self.things else []
        if readings:
            self.read.emit(readings[-1].value, text.strip())


class StatePill(QWidget):
    """How a KPI stands: icon and words on a soft ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = KpiState.UNKNOWN
        self.setFixedHeight(18)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def show_state(self, state: KpiState) -> None:
        """Show another state."""
        self._state = state
        self.setAccessibleName(tr(STATE_TEXTS[state]))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        from widgets.common.painted_text import width_of

        return QSize(round(width_of(tr(STATE_TEXTS[self._state]), theme().font("caption"))) + 32, 18)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        from widgets.common.painted_text import draw_text

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        role = STATE_ROLES[self._state]
        stateful = role in ("success", "warning", "danger")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color(f"{role}_soft" if stateful else "sunken"))
        painter.drawRoundedRect(self.rect(), 9, 9)
        paint_icon(painter, self.rect().adjusted(7, 0, -self.width() + 19, 0), STATE_ICONS[self._state], role, 12)
        words = tr(STATE_TEXTS[self._state])
        draw_text(painter, 23, self.rect(), words, theme().font("caption"), f"{role}_text" if stateful else role)


class Trend(QWidget):
    """The readings as a line, and in words how it goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[tuple[date, float]] = []
        self._line = _Line()
        self.words = QLabel()
        self.words.setProperty("look", "caption")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._line, 3)
        column = QVBoxLayout()
        column.addWidget(self.words)
        row.addLayout(column, 2)

    def show_trend(self, kpi: Kpi, readings: Sequence[Reading]) -> None:
        """Show readings of a KPI."""
        self._values = [(it.day, it.value) for it in readings]
        if not self._values and kpi.baseline is not None and kpi.since:
            self._values = [(kpi.since, kpi.baseline)]
        self.setVisible(len(self._values) > 1)
        self._line.show_values(self._values)
        self.words.setText(_words(kpi, self._values))


class _Line(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._values: list[tuple[date, float]] = []
        self.setFixedHeight(44)
        theme().changed.connect(self.update)

    def show_values(self, values: list[tuple[date, float]]) -> None:
        self._values = values
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if len(self._values) < 2:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(3, 4, -4, -4)
        first, last = self._values[0][0], self._values[-1][0]
        low, high = min(v for _, v in self._values), max(v for _, v in self._values)
        days, height = max(1, (last - first).days), (high - low) or 1.0
        points = [
            QPointF(
                room.left() + room.width() * (on - first).days / days,
                room.bottom() - room.height() * (v - low) / height,
            )
            for on, v in self._values
        ]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent_soft"))
        foot = float(self.height())
        painter.drawPolygon(QPolygonF([QPointF(points[0].x(), foot), *points, QPointF(points[-1].x(), foot)]))
        painter.setPen(QPen(theme().color("accent"), 1.75))
        painter.drawPolyline(points)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("accent"))
        painter.drawEllipse(points[-1], 2.5, 2.5)


def _words(kpi: Kpi, values: list[tuple[date, float]]) -> str:
    """Return how fast it goes, and when it would arrive when it goes on like that."""
    if len(values) < 2 or values[-1][0] == values[0][0]:
        return ""
    weeks = (values[-1][0] - values[0][0]) / WEEK
    pace = (values[-1][1] - values[0][1]) / weeks
    sign = "+" if pace > 0 else ""
    said = tr("purpose.trend.pace", amount=f"{sign}{amount(round(pace, 1), kpi.unit)}")
    if kpi.target is None or pace == 0 or (kpi.target - values[-1][1]) / pace <= 0:
        return said
    ahead = (kpi.target - values[-1][1]) / pace
    if ahead > 104:
        return said
    arrives = values[-1][0] + WEEK * ahead
    target = amount(kpi.target, kpi.unit)
    return f"{said}\n" + tr("purpose.trend.arrives", target=target, day=day(arrives))
