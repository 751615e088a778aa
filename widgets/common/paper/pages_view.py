"""The pages as they will be printed, beside and below each other."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from widgets.common.paper.picture import picture
from widgets.common.paper.sheet import Mark, Sheet
from widgets.common.theme import theme
from widgets.common.words import tr

GAP: Final = 16
CAPTION: Final = 28
AROUND: Final = 24
KEPT: Final = 24  # painted pages
ZOOMS: Final = (0.25, 0.33, 0.4, 0.5, 0.55, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0)
STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Home: -1_000_000,
    Qt.Key.Key_End: 1_000_000,
}


class PagesView(QAbstractScrollArea):
    """Shows pages at a zoom of px to a point; arrows walk through them, Ctrl and the wheel zoom.

    Signals:
        zoom_changed: pages are larger or smaller now.
        page_changed: another page is the current one (its number, from 0).
    """

    zoom_changed = Signal(float)
    page_changed = Signal(int)

    def __init__(self, foot: Callable[[int], tuple[Mark, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._foot = foot
        self._sheets: list[Sheet] = []
        self._places: list[QRectF] = []
        self._painted: OrderedDict[int, QPixmap] = OrderedDict()
        self._fitted = True
        self.zoom = 0.5
        self.current = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        theme().changed.connect(self.viewport().update)

    def show_pages(self, sheets: list[Sheet], *, anew: bool) -> None:
        """Show pages; `anew` when they are those of another document."""
        if anew:
            self._painted.clear()
        known = len(self._sheets)
        self._sheets = list(sheets)
        if anew or len(sheets) != known:
            self.current = min(self.current, max(0, len(sheets) - 1))
            self._arrange()
        self._name()
        self.viewport().update()

    def forget_pictures(self) -> None:
        """Paint every page again, because its foot changed."""
        self._painted.clear()
        self.viewport().update()

    def set_zoom(self, zoom: float | None) -> None:
        """Show pages at a zoom, or with None so that a whole page fits."""
        self._fitted = zoom is None
        if zoom is not None:
            self.zoom = zoom
        self._painted.clear()
        self._arrange()
        self.reveal(self.current)
        self.zoom_changed.emit(self.zoom)

    def zoom_by(self, steps: int) -> None:
        """Go some steps up or down the ladder of zooms."""
        larger = [zoom for zoom in ZOOMS if zoom > self.zoom + 0.001]
        smaller = [zoom for zoom in ZOOMS if zoom < self.zoom - 0.001]
        ladder = larger if steps > 0 else smaller[::-1]
        if ladder:
            self.set_zoom(ladder[min(abs(steps), len(ladder)) - 1])

    def reveal(self, number: int) -> None:
        """Scroll so that a page can be seen."""
        if not 0 <= number < len(self._places):
            return
        place = self._places[number]
        bar = self.verticalScrollBar()
        top, bottom = place.top() - AROUND, place.bottom() + CAPTION
        if top < bar.value() or place.height() > self.viewport().height():
            bar.setValue(round(top))
        elif bottom > bar.value() + self.viewport().height():
            bar.setValue(round(bottom - self.viewport().height()))

    def page_at(self, point: QPointF) -> int | None:
        """Return the number of the page at a point of the viewport."""
        inside = point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return next((number for number, place in enumerate(self._places) if place.contains(inside)), None)

    def _arrange(self) -> None:
        view = self.viewport().size()
        if not self._sheets:
            self._places = []
            return
        if self._fitted:
            self._fit()
        wide = max(sheet.width for sheet in self._sheets) * self.zoom
        columns = max(1, int((view.width() - 2 * AROUND + GAP) // (wide + GAP)))
        columns = min(columns, len(self._sheets))
        left = max(AROUND, (view.width() - columns * (wide + GAP) + GAP) / 2)
        self._places = []
        y = float(AROUND)
        for first in range(0, len(self._sheets), columns):
            row = self._sheets[first : first + columns]
            for column, sheet in enumerate(row):
                size = (sheet.width * self.zoom, sheet.height * self.zoom)
                self._places.append(QRectF(left + column * (wide + GAP), y, *size))
            y += max(sheet.height for sheet in row) * self.zoom + CAPTION + GAP
        self._scroll(y, left + columns * (wide + GAP) - GAP + AROUND)

    def _fit(self) -> None:
        view, sheet = self.viewport().size(), self._sheets[0]
        tall = (view.height() - 2 * AROUND - CAPTION) / sheet.height
        zoom = max(ZOOMS[0], min(tall, (view.width() - 2 * AROUND) / sheet.width, ZOOMS[-1]))
        if abs(zoom - self.zoom) > 0.001:
            self.zoom = zoom
            self._painted.clear()
            self.zoom_changed.emit(zoom)

    def _scroll(self, height: float, width: float) -> None:
        view = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, round(height - view.height())))
        down.setPageStep(view.height())
        down.setSingleStep(40)
        across.setRange(0, max(0, round(width - view.width())))
        across.setPageStep(view.width())

    def _picture(self, number: int) -> QPixmap:
        found = self._painted.get(number)
        if found is None:
            ratio = self.devicePixelRatioF()
            found = QPixmap.fromImage(picture(self._sheets[number], self.zoom * ratio, self._foot(number)))
            found.setDevicePixelRatio(ratio)
            self._painted[number] = found
            while len(self._painted) > KEPT:
                self._painted.popitem(last=False)
        self._painted.move_to_end(number)
        return found

    def caption(self, number: int) -> str:
        """Return what stands below a page."""
        for sheet in reversed(self._sheets[: number + 1]):
            if sheet.chapters:
                return tr("printing.caption", number=number + 1, title=sheet.chapters[0].title)
        return str(number + 1)

    def _name(self) -> None:
        pages = len(self._sheets)
        caption = self.caption(self.current) if pages else ""
        self.setAccessibleName(tr("printing.preview", n=pages))
        self.setAccessibleDescription(caption)

    def _go(self, number: int) -> None:
        number = max(0, min(len(self._sheets) - 1, number))
        if number != self.current and self._sheets:
            self.current = number
            self._name()
            self.reveal(number)
            self.viewport().update()
            self.page_changed.emit(number)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme().color("desk"))
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        seen = QRectF(event.rect()).translated(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        painter.setFont(theme().font("small"))
        for number, place in enumerate(self._places):
            if place.adjusted(-8, -8, 8, CAPTION).intersects(seen):
                self._paint_page(painter, number, place)

    def _paint_page(self, painter: QPainter, number: int, place: QRectF) -> None:
        painter.fillRect(place.translated(0, 1).adjusted(-1, -1, 1, 1), theme().color("shadow"))
        painter.drawPixmap(place.topLeft(), self._picture(number))
        if number == self.current and self.hasFocus():
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(-4, -4, 4, 4))
        painter.setPen(theme().color("text"))
        below = QRectF(place.left(), place.bottom() + 6, place.width(), CAPTION - 8)
        text = painter.fontMetrics().elidedText(self.caption(number), Qt.TextElideMode.ElideRight, int(below.width()))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._go(self.current + step)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.page_at(event.position())
        if number is not None:
            self._go(number)
        self.viewport().update()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
