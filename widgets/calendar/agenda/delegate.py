"""Paints the agenda: week headings with their load, events in one card for each week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from app.calendar.event import Status
from app.calendar.occurrence import Occurrence
from app.calendar.workload import Load
from widgets.calendar.agenda.model import AgendaModel, EmptyRow, EventRow, WeekRow
from widgets.calendar.colour_by import colouring
from widgets.calendar.wording import effort, when
from widgets.common.dots import paint_dot
from widgets.common.keyboard_focus import shows_focus
from widgets.common.load_bar import paint_load
from widgets.common.painting import RIGHT, paint_focus, paint_icon, paint_text, paint_tile
from widgets.common.steady_scroll_bar import WIDTH
from widgets.common.theme import theme
from widgets.common.words import day, hours, tr

SIDE: Final = 24
RIGHT_SIDE: Final = SIDE - WIDTH  # the scroll bar is the rest of it
DAY: Final = 92
HEAD: Final = 40
LINE: Final = 36
NARROW: Final = 940
MARK: Final = {Status.DONE: "check", Status.SKIPPED: "skip-forward"}


class AgendaDelegate(QStyledItemDelegate):
    """Rows of 36 px; the day is written once, today on its own ground."""

    def __init__(self, model: AgendaModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.today: date | None = None
        self.colour_by = "kind"
        self.drop_day: date | None = None
        self.preview: dict[date, Load] = {}  # what the weeks would hold after the drop
        self.highlight: frozenset[tuple[str, str]] = frozenset()

    def columns(self, rect: QRect) -> list[QRect]:
        """Return where tile, title, time, stage, personas, channel and hours stand in a row."""
        narrow = rect.width() < NARROW
        fixed = {0: 22, 2: 92, 3: 104 if narrow else 112, 5: 74, 6: 52 if not narrow else 48}
        room = rect.width() - SIDE - RIGHT_SIDE - DAY - 24 - sum(fixed.values()) - 6 * 10
        shares = {1: 1.5, 4: 0.8 if narrow else 1.0}
        places, x = [], rect.left() + SIDE + DAY + 12
        for column in range(7):
            width = fixed.get(column) or round(room * shares[column] / sum(shares.values()))
            places.append(QRect(x, rect.top(), width, rect.height()))
            x += width + 10
        return places

    def _paint_week(self, painter: QPainter, rect: QRect, row: WeekRow) -> None:
        line = rect.adjusted(SIDE, 6, -RIGHT_SIDE, 0)
        name, last = tr("calendar.week", n=row.number), row.first + timedelta(days=6)
        strong, small = theme().font("body_strong"), theme().font("small")
        paint_text(painter, line, name, strong, "text")
        x = line.left() + QFontMetrics(strong).horizontalAdvance(name) + 12
        same = row.first.month == last.month
        dates = f"{day(row.first, 'd' if same else 'd MMMM')} – {day(last, 'd MMMM')}"
        paint_text(painter, line.adjusted(x - line.left(), 0, 0, 0), dates, small, "text_muted")
        x += QFontMetrics(small).horizontalAdvance(dates) + 12
        after = self.preview.get(row.first, row.load)
        over = after.level == "over"
        load = tr(
            "calendar.load",
            hours=self._hours(row, after),
            capacity=hours(row.load.capacity).removesuffix(".0").removesuffix(",0"),
        )
        font = theme().font_px(11, 600 if over else 400)
        width = QFontMetrics(font).horizontalAdvance(load) + 2
        text = QRect(line.right() - width, line.top(), width + 1, line.height())
        paint_text(painter, text, load, font, "danger_text" if over else "text_muted", RIGHT)
        left = text.left() - (18 if over else 0)
        if over:
            paint_icon(painter, QRect(left, line.top(), 14, line.height()), "triangle-alert", "danger_text", 12)
        bar = QRectF(left - 12 - 96, line.center().y() - 1, 96, 4)
        painter.fillRect(QRectF(x, line.center().y(), bar.left() - 12 - x, 1), theme().color("border"))
        paint_load(painter, bar, after.hours, after.capacity)

    def _hours(self, row: WeekRow, after: Load) -> str:
        now = hours(row.load.hours)
        return now if after is row.load else f"{now} → {hours(after.hours)}"

    def _card(self, rect: QRect, opens: bool, closes: bool) -> QPainterPath:
        """Return the part of a week's card that lies in a row."""
        card = QRectF(rect.adjusted(SIDE, 0, -RIGHT_SIDE, 0)).adjusted(0.5, 0.5, -0.5, -0.5)
        reach = card.adjusted(0, 0 if opens else -20, 0, 0 if closes else 20)
        path = QPainterPath()
        path.addRoundedRect(reach, 8, 8)
        return path

    def _paint_ground(self, painter: QPainter, rect: QRect, row: EventRow, *, selected: bool) -> None:
        card = self._card(rect, row.opens, row.closes)
        painter.setClipRect(rect)
        today = row.day == self.today
        painter.fillPath(card, theme().color("today_soft" if today else "raised"))
        events = QRectF(rect.adjusted(SIDE + DAY, 0, -RIGHT_SIDE, 0))
        if selected or row.day == self.drop_day or row.occurrence.key in self.highlight:
            role = "drop" if row.day == self.drop_day else "selection" if selected else "accent_soft"
            part = QPainterPath()
            part.addRect(events)
            painter.fillPath(card.intersected(part), theme().color(role))
        if not row.opens:
            left = rect.left() + SIDE + (0 if row.heads_day else DAY)
            painter.fillRect(QRect(left, rect.top(), rect.right() - RIGHT_SIDE - left, 1), theme().color("grid"))
        painter.setPen(QPen(theme().color("accent" if row.day == self.drop_day else "border"), 1))
        painter.drawPath(card)
        painter.setClipping(False)

    def _paint_day(self, painter: QPainter, rect: QRect, row: EventRow) -> None:
        role = "today" if row.day == self.today else "text"
        strong, small = theme().font("small", 600), theme().font("small")
        number = day(row.day)
        place = rect.adjusted(SIDE + 14, 0, 0, 0)
        place.setWidth(DAY - 14)
        paint_text(painter, place, number, strong, role)
        place.setLeft(place.left() + QFontMetrics(strong).horizontalAdvance(number) + 4)
        paint_text(painter, place, day(row.day, "ddd"), small, "today" if row.day == self.today else "text_2")

    def _paint_event(self, painter: QPainter, rect: QRect, row: EventRow, *, selected: bool) -> None:
        self._paint_ground(painter, rect, row, selected=selected)
        if row.heads_day:
            self._paint_day(painter, rect, row)
        it, plan = row.occurrence, self._model.plan
        tile, title, time, stage, personas, channel, work = self.columns(rect)
        kind = plan.kinds.get(it.event.kind) if plan else None
        family = colouring(plan, self.colour_by)(it.event) if plan else "ops"
        square = QRect(tile.left(), tile.center().y() - 10, 22, 22)
        paint_tile(painter, square, family, MARK.get(it.event.status, kind.icon if kind else "circle"), 14)
        self._paint_title(painter, title, it)
        small = theme().font("small")
        paint_text(painter, time, when(it.at, it.day, it.last_day), small, "text_2")
        self._paint_stage(painter, stage, it)
        paint_text(painter, personas, self._model.persona_names(it) or "–", small, "text_2")
        paint_text(painter, channel, self._model.channel_name(it) or "–", small, "text_muted")
        paint_text(painter, work, effort(it.event.effort) if it.event.effort else "–", small, "text", RIGHT)

    def _paint_title(self, painter: QPainter, place: QRect, it: Occurrence) -> None:
        idea, past = it.event.status is Status.IDEA, it.event.status in MARK
        font = theme().font_px(13, 400 if idea else 500, italic=idea)
        if it.event.status is Status.SKIPPED:
            font = type(font)(font)
            font.setStrikeOut(True)
        room = place.adjusted(0, 0, -18 if it.repeats else 0, 0)
        paint_text(painter, room, it.event.title, font, "text_muted" if past or idea else "text")
        if it.repeats:
            x = room.left() + min(room.width(), QFontMetrics(font).horizontalAdvance(it.event.title)) + 6
            paint_icon(painter, QRect(x, place.top(), 12, place.height()), "repeat", "text_muted", 12)

    def _paint_stage(self, painter: QPainter, place: QRect, it: Occurrence) -> None:
        plan = self._model.plan
        stage = plan.stages.get(it.event.stage) if plan else None
        if stage is None:
            paint_text(painter, place, "–", theme().font("small"), "text_muted")
            return
        paint_dot(painter, QPoint(place.left() + 4, place.center().y() + 1), f"category.{stage.colour}.solid")
        paint_text(painter, place.adjusted(14, 0, 0, 0), stage.name, theme().font("small"), "text")

    def _paint_empty(self, painter: QPainter, rect: QRect) -> None:
        card = self._card(rect, opens=True, closes=True)
        painter.setPen(QPen(theme().color("border"), 1, Qt.PenStyle.DashLine))
        painter.drawPath(card)
        paint_text(
            painter,
            rect.adjusted(SIDE + 14, 0, -RIGHT_SIDE, 0),
            tr("calendar.agenda.nothing"),
            theme().font("small"),
            "text_muted",
        )

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, rect = self._model.row_at(index), option.rect
        if isinstance(row, WeekRow):
            self._paint_week(painter, rect, row)
        elif isinstance(row, EmptyRow):
            self._paint_empty(painter, rect)
        elif row is not None:
            self._paint_event(painter, rect, row, selected=bool(option.state & QStyle.StateFlag.State_Selected))
            if shows_focus(option):
                paint_focus(painter, rect.adjusted(SIDE + DAY, 0, -RIGHT_SIDE, 0), 4)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        tall = HEAD if isinstance(self._model.row_at(index), WeekRow) else LINE
        return QSize(100, round(tall * max(1.0, theme().text_scale)))
