"""The painted surface below a view: lays out, scrolls, and repaints no more than what changed."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget
from typing_extensions import override

from app.calendar.occurrence import Key
from widgets.calendar.canvas.contract import CalendarCanvas
from widgets.calendar.canvas.drag_landing import Landing
from widgets.calendar.canvas.grid import DAYS, lay_grid
from widgets.calendar.canvas.layers import CanvasLayers
from widgets.calendar.canvas.layout import HEADER, Layout
from widgets.calendar.canvas.model import CanvasModel
from widgets.calendar.canvas.picture import REACH, CanvasPicture, landing_region
from widgets.calendar.canvas.places import CanvasPlaces
from widgets.calendar.canvas.state import CanvasState
from widgets.common.theme import theme
from widgets.common.words import language

HOLIDAYS_AFTER: Final = 120  # ms after the first painting: their library takes 150 ms to import


class CanvasSurface(CalendarCanvas):
    """Shows a model; what a person does with it is added by the canvas."""

    def __init__(self, layout: Layout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CanvasModel(layout)
        self.state = CanvasState()
        self._weekend = layout.weekend
        self._layers = CanvasLayers(layout)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.hide()
        self._holidays_known: object = None
        self._painted = False
        self.places = self._lay_places()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._bar.valueChanged.connect(self._on_scrolled)
        theme().changed.connect(self._on_theme_changed)

    def set_equal_days(self, equal: bool) -> None:
        """Make weekend days as wide as the others, or narrower again."""
        self._weekend = 1.0 if equal else self.model.layout.weekend
        self.arrange()

    def gather(self) -> None:
        """Take from the plan what is different in it now."""
        self._take_holidays()
        self.arrange(self.model.gather())

    def arrange(self, rows: Collection[int] | None = None) -> None:
        """Give everything its place again, or what is in some rows, and repaint the days that look different."""
        self.places = self._lay_places()
        self.model.lay(self.places.grid, rows)
        other = self._layers.show(self.places.grid, self.model.faces, self.devicePixelRatioF())
        self.update(self.places.around(other, REACH))
        if not self.model.faces:
            self.update()

    def show_landing(self, landing: Landing | None) -> None:
        """Show where a drag would end, and the loads that it would leave."""
        region = landing_region(self.places, self.state.landing) ^ landing_region(self.places, landing)
        region += landing_region(self.places, self.state.landing) if landing is None else QRegion()
        if self.state.landing and landing and self.state.landing.loads != landing.loads:
            for week in self.state.landing.loads.keys() | landing.loads.keys():
                region += self._gutter_of(week)
        self.state.landing = landing
        self.update(region)

    def repaint_keys(self, keys: Iterable[Key]) -> None:
        """Repaint some events with the rings around them."""
        wanted = set(keys)
        if not wanted:
            return
        region = QRegion()
        for row, face in enumerate(self.model.faces):
            top = self.places.row_top(row)
            for chip in face.chips:
                if chip.key in wanted:
                    region += chip.rect(top).adjusted(-REACH, -REACH, REACH, REACH)
        self.update(region)

    def repaint_day(self, day: date | None) -> None:
        """Repaint one day."""
        if day:
            self.update(self.places.day_rect(day))

    def repaint_all(self) -> None:
        """Paint everything anew, as after a change of colours."""
        self._layers.forget()
        self.repaint()

    def scroll_to(self, day: date) -> None:
        """Scroll until a day is seen."""
        place = self.places.grid.place(day)
        if place is None or not self._bar.isVisible():
            return
        top, bottom = self.places.grid.tops[place[0]], self.places.grid.tops[place[0] + 1]
        if top < self._bar.value():
            self._bar.setValue(top)
        elif bottom > self._bar.value() + self._bar.pageStep():
            self._bar.setValue(bottom - self._bar.pageStep())

    def scroll_by(self, pixels: int) -> bool:
        """Scroll the rows; return whether they moved."""
        before = self._bar.value()
        if self._bar.isVisible():
            self._bar.setValue(before + pixels)
        return self._bar.value() != before

    def on_screen(self, rect: QRect) -> QRect:
        """Return a rectangle of the surface in the coordinates of the screen."""
        return QRect(self.mapToGlobal(rect.topLeft()), rect.size())

    @override
    def retranslate(self) -> None:
        self._take_holidays()
        self.arrange()
        self.update()

    def _lay_places(self) -> CanvasPlaces:
        layout, model = self.model.layout, self.model
        rows = layout.rows(model.quarter)
        room = max(0, self.height() - HEADER)
        height = max(float(layout.row_min), room / len(rows))
        scrolls = height * len(rows) > room + 1
        width = self.width() - (self._bar.sizeHint().width() if scrolls else 0)
        grid = lay_grid(rows, width, layout.gutter, height, self._weekend)
        self._bar.setGeometry(width, HEADER, self.width() - width, room)
        self._bar.setPageStep(room)
        self._bar.setSingleStep(round(height))
        self._bar.setRange(0, max(0, grid.height - room) if scrolls else 0)
        self._bar.setVisible(scrolls)
        return CanvasPlaces(model, grid, self._bar.value() if scrolls else 0)

    def _gutter_of(self, week: date) -> QRect:
        place = self.places.grid.place(week)
        return self.places.gutter_rect(place[0]) if place else QRect()

    def _take_holidays(self) -> None:
        """Look up the holidays; the first time only after painting, as their library is slow to import."""
        plan = self.model.plan
        rows = self.model.layout.rows(self.model.quarter)
        countries = plan.playbook.holidays if plan else ()
        wanted = (countries, rows, language())
        if wanted == self._holidays_known:
            return
        if not countries:
            self.model.holidays = {}
        elif "holidays" in sys.modules:
            from app.calendar.holidays import holidays

            last = rows[-1] + timedelta(days=DAYS - 1)
            self.model.holidays = holidays(countries, rows[0], last, language())
        else:
            return
        self._holidays_known = wanted

    def _on_first_painted(self) -> None:
        if self.model.plan and self.model.plan.playbook.holidays:
            import holidays  # noqa: F401  (now it is there, and known to be)

            self._take_holidays()
            self.arrange()

    def _on_scrolled(self, value: int) -> None:
        self.places = CanvasPlaces(self.model, self.places.grid, value)
        self.update()

    def _on_theme_changed(self) -> None:
        self._layers.forget()
        self.arrange()
        self.update()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()
        self.update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta().y() or event.angleDelta().y() * self._bar.singleStep() // 120
        if not self.scroll_by(-pixels):
            event.ignore()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.arrange()
        return super().event(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self.model.faces or self._bar.isVisible():
            painter.fillRect(event.rect(), theme().color("bg"))
        CanvasPicture(self.places, self._layers, self.state).paint(painter, event.region())
        painter.end()
        if not self._painted and self.model.faces:
            self._painted = True
            QTimer.singleShot(HOLIDAYS_AFTER, self, self._on_first_painted)
