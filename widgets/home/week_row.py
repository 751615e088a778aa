"""The thirteen weeks of the quarter with their hours; each leads to its days in the calendar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy
from typing_extensions import override

from app.calendar.quarter import WEEKS, Quarter, iso_week
from app.calendar.workload import Load
from app.home.overview import Overview
from widgets.common.elided_label import plain_tooltip
from widgets.common.load_bar import load_role
from widgets.common.painting import RIGHT, paint_focus, paint_text
from widgets.common.theme import theme
from widgets.common.words import Retranslated, capital, day, tenths, tr

STEPS: Final[dict[int, int]] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
PAST: Final = 0.45  # how much of its colour a week that is over keeps


class WeekRow(Retranslated):
    """Thirteen small loads; arrows walk, Tab passes.

    Signals:
        opened: the days of a week are wanted (id of the page, the day).
    """

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._seen = Overview()
        self.weeks = [WeekTile() for _ in range(WEEKS)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        for at, tile in enumerate(self.weeks):
            row.addWidget(tile, 1)
            tile.walked.connect(lambda step, at=at: self._walk(at + step))
            tile.clicked.connect(lambda _=False, at=at: self.opened.emit("calendar", self.weeks[at].goal))

    def show_weeks(self, seen: Overview) -> None:
        """Show the hours as they are now."""
        self._seen = seen
        self.retranslate()

    @override
    def retranslate(self) -> None:
        plan, today = self._seen.plan, self._seen.today
        quarter = Quarter(plan.playbook.start, plan.playbook.first_weekday)
        loads = plan.week_loads(quarter.rows)
        here = quarter.row_of(today)
        for at, (tile, week) in enumerate(zip(self.weeks, quarter.rows, strict=True)):
            number = iso_week(week, plan.playbook.first_weekday)
            tile.show_week(loads[week], number, today=at == here, past=week + timedelta(days=6) < today, first=at == 0)
            tile.setFocusPolicy(Qt.FocusPolicy.TabFocus if at == (here or 0) else Qt.FocusPolicy.NoFocus)

    def _walk(self, to: int) -> None:
        if 0 <= to < WEEKS:
            for at, tile in enumerate(self.weeks):
                tile.setFocusPolicy(Qt.FocusPolicy.TabFocus if at == to else Qt.FocusPolicy.NoFocus)
            self.weeks[to].setFocus(Qt.FocusReason.ShortcutFocusReason)


class WeekTile(QAbstractButton):
    """Number of the week, month where it begins, bar and hours."""

    walked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.goal = ""
        self._load = Load(date(2027, 1, 4), 0.0, 0.0)
        self._name, self._month, self._hours = "", "", ""
        self._today = self._past = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(round(49 * max(1.0, theme().text_scale)))
        self.update()

    def show_week(self, load: Load, number: int, *, today: bool, past: bool, first: bool) -> None:
        """Show a week."""
        last = load.week + timedelta(days=6)
        self.goal = f"day:{load.week.isoformat()}"
        self._load, self._today, self._past = load, today, past
        self._name = tr("calendar.week_short", n=number)
        self._month = capital(day(last, "MMM")) if first or last.day <= 7 else ""
        self._hours = tr("home.hours", hours=tenths(load.hours))
        said = tr("home.week.spoken", week=number, first=load.week, last=last, hours=load.hours, capacity=load.capacity)
        self.setAccessibleName(said)
        self.setToolTip(plain_tooltip(said))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(60, self.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(30, self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key())
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self.walked.emit(step)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._today or self.underMouse():
            painter.setPen(QPen(theme().color("border_strong"), 1) if self._today else Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("raised" if self._today else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        strong, small = theme().font_px(10, 600), theme().font_px(10)
        line = QFontMetrics(small).height()
        head = QRect(7, 5, self.width() - 14, line)
        paint_text(painter, head, self._name, strong, "today" if self._today else "text_2")
        month = QFontMetrics(small).horizontalAdvance(self._month)
        if month + QFontMetrics(strong).horizontalAdvance(self._name) + 4 <= head.width():
            paint_text(painter, head, self._month, small, "text_muted", RIGHT)
        self._paint_bar(painter, QRectF(7, head.bottom() + 5, self.width() - 14, 5))
        foot = QRect(7, head.bottom() + 13, self.width() - 14, line)
        over = self._load.level == "over"
        font, role = (strong, "danger_text") if over else (small, "text_muted")
        paint_text(painter, foot, self._hours, font, role)
        if self.hasFocus():
            paint_focus(painter, self.rect(), 6)

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("border"))
        painter.drawRoundedRect(bar, 2.5, 2.5)
        ratio = self._load.ratio
        if ratio:
            painter.setOpacity(PAST if self._past else 1.0)
            painter.setBrush(theme().color(load_role(ratio)))
            painter.drawRoundedRect(QRectF(bar.x(), bar.y(), bar.width() * min(1.0, ratio), bar.height()), 2.5, 2.5)
            painter.setOpacity(1.0)
