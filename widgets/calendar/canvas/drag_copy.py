"""What follows the mouse during a drag: the same chip with a shadow, and below it in words what would be."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEasingCurve, QPoint, QRect, QRectF, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from widgets.calendar.canvas.chip import ChipLook, paint_chip
from widgets.common.painted_text import draw_text, width_of
from widgets.common.theme import theme

SHADOW: Final = 20  # room for it on each side
DROP: Final = 6
BLUR: Final = 14
TIP_GAP: Final = 9
TIP_PAD: Final = 9
TIP_HEIGHT: Final = 27
ARROW: Final = "→"


class DragCopy(QWidget):
    """Lies over the whole window and hears no mouse."""

    def __init__(self, window: QWidget, look: ChipLook | None, size: QSize, count: int = 1) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._chip = QPoint()
        self._size = size if look else QSize(0, 0)
        self._picture = _picture(look, size, count, self.devicePixelRatioF()) if look else None
        self._words = ""
        self._tip = QRect()
        self._flight: QVariantAnimation | None = None
        self.hide()

    def show_at(self, corner: QPoint, words: str) -> None:
        """Put the chip's corner at a place of the window, with words below it."""
        room = self._window.rect()
        chip = QRect(corner, self._size)
        tip = QRect()
        if words:
            width = round(width_of(words, theme().font_px(12, 500))) + 2 * TIP_PAD
            tip = QRect(chip.x(), chip.y() + self._size.height() + TIP_GAP, width, TIP_HEIGHT)
            tip.moveLeft(max(4, min(tip.x(), room.width() - width - 4)))
            if tip.bottom() > room.bottom() - 4:
                tip.moveBottom(chip.y() - TIP_GAP)
        reach = chip.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW) if self._picture else QRect()
        place = reach.united(tip) if words else reach
        if words != self._words or tip.topLeft() - place.topLeft() != self._tip.topLeft():
            self.update()
        self._words, self._tip = words, tip.translated(-place.topLeft())
        self._chip = chip.topLeft() - place.topLeft()
        self.setGeometry(place)
        if not self.isVisible():
            self.show()
            self.raise_()

    def fly_to(self, corner: QPoint) -> None:
        """Go to a place of the window and be gone; at once when motion is reduced."""
        time = theme().ms("drop_settle")
        if not time or self._picture is None:
            self.end()
            return
        start = self.pos() + self._chip
        self._flight = QVariantAnimation(self)
        self._flight.setDuration(time)
        self._flight.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._flight.setStartValue(start)
        self._flight.setEndValue(corner)
        self._flight.valueChanged.connect(lambda place: self.show_at(place, ""))
        self._flight.finished.connect(self.end)
        self._flight.start()

    def end(self) -> None:
        """Be gone."""
        self.hide()
        self.deleteLater()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture:
            painter.drawPixmap(self._chip - QPoint(SHADOW, SHADOW), self._picture)
        if self._words:
            _paint_tip(painter, self._tip, self._words)


def _picture(look: ChipLook, size: QSize, count: int, ratio: float) -> QPixmap:
    """Return the chip with the shadow around it."""
    whole = size + QSize(2 * SHADOW, 2 * SHADOW)
    picture = QPixmap(whole * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    rect = QRect(QPoint(SHADOW, SHADOW), size)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_shadow(painter, QRectF(rect))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("raised"))
    painter.drawRoundedRect(rect, 4, 4)
    paint_chip(painter, rect, look)
    painter.setPen(QPen(theme().family(look.family, "tint_border"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(-0.5, -0.5, 0.5, 0.5), 4.5, 4.5)
    if count > 1:
        _paint_count(painter, rect, str(count))
    painter.end()
    return picture


def _paint_shadow(painter: QPainter, rect: QRectF) -> None:
    """Paint many faint shapes on each other, the farther out the fainter."""
    colour = QColor(theme().color("shadow"))
    painter.setPen(Qt.PenStyle.NoPen)
    strength = colour.alphaF()
    steps = BLUR // 2
    for step in range(steps, -steps, -1):
        colour.setAlphaF(strength / steps * (1 - (step + steps) / (2 * steps)) * 1.2)
        painter.setBrush(colour)
        painter.drawRoundedRect(
            rect.adjusted(-step, DROP - step, step, DROP + step), 4 + max(0, step), 4 + max(0, step)
        )


def _paint_count(painter: QPainter, rect: QRect, text: str) -> None:
    font = theme().font_px(10, 600)
    width = max(16, round(width_of(text, font)) + 9)
    pill = QRect(rect.right() - width + 8, rect.y() - 8, width, 16)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("accent"))
    painter.drawRoundedRect(pill, 8, 8)
    draw_text(painter, pill.x() + (width - width_of(text, font)) / 2, pill, text, font, "on_accent")


def _paint_tip(painter: QPainter, rect: QRect, words: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("tooltip"))
    painter.drawRoundedRect(rect, 6, 6)
    font, x = theme().font_px(12, 500), float(rect.x() + TIP_PAD)
    for part in words.partition(ARROW):
        painter.setOpacity(0.6 if part == ARROW else 1.0)
        draw_text(painter, x, rect, part, font, "on_tooltip")
        x += width_of(part, font)
    painter.setOpacity(1.0)
