"""One card of the document: a chip, or a tile with a quiet line and, for signals, the line of what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from app.personas.section import PersonaCard, Shape
from widgets.common.elided_label import plain_tooltip
from widgets.common.painted_text import draw_text, elided, lines_of, width_of
from widgets.common.reorder_drag import ReorderDrag
from widgets.common.theme import theme
from widgets.personas.sparkline import paint_sparkline
from widgets.personas.wording import quoted, spoken

LINES: Final = 5  # of a tile: the inspector shows the rest
SPARK: Final = QSize(72, 28)
CHIP_MOST: Final = 420  # px
SHOWN: Final = 2_000  # letters that are looked at


@dataclass(frozen=True, slots=True)
class CardLook:
    """What is shown of a card besides itself."""

    caption: str = ""
    values: tuple[float, ...] = ()  # of a signal
    dot: str = ""  # colour category of a stage


class CardFace(QWidget):
    """Selected by a press; a drag puts it elsewhere.

    Signals:
        pressed: it is to be selected (its id).
        opened: it is to be edited (its id).
        menu_requested: what can be done with it is wanted (its id, a place on the screen).
    """

    pressed = Signal(str)
    opened = Signal(str)
    menu_requested = Signal(str, object)

    def __init__(self, card: PersonaCard, shape: Shape, look: CardLook) -> None:
        super().__init__()
        self.card, self.shape, self._look, self._selected = card, shape, look, False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.drag = ReorderDrag(self, self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(shape is not Shape.CHIPS)
        self.setSizePolicy(policy)
        self.show_card(card, look)
        theme().changed.connect(self._on_theme_changed)

    def show_card(self, card: PersonaCard, look: CardLook) -> None:
        """Show what it is now."""
        self.card, self._look = card, look
        said = spoken(card, self.shape, look.caption)
        self.setAccessibleName(said[:SHOWN])
        self.setToolTip(plain_tooltip(said[:SHOWN]))
        self.updateGeometry()
        self.update()

    def set_selected(self, on: bool) -> None:
        """Show whether it is what the inspector shows; only that one is reached by Tab."""
        if on != self._selected:
            self._selected = on
            self.update()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)

    def _text(self) -> str:
        text = self.card.text[:SHOWN]
        return quoted(text) if self.shape is Shape.QUOTES else text

    def _font(self) -> QFont:
        return theme().font("body", italic=self.shape is Shape.QUOTES)

    def _lines(self, width: int) -> list[str]:
        spark = SPARK.width() + 10 if self._look.values else 0
        return lines_of(self._text(), self._font(), max(40, width - 24 - spark), LINES) or [""]

    def _step(self) -> int:
        return round(QFontMetricsF(theme().font("body")).height() * 1.15)

    def _chip_parts(self) -> tuple[str, str, QFont, QFont]:
        label = f"{self.card.label}: " if self.card.label else ""
        return label, " ".join(self._text().split()), theme().font("small"), theme().font("small", 500)

    def _chip_size(self) -> QSize:
        label, text, plain, strong = self._chip_parts()
        dot = 13 if self._look.dot else 0
        width = width_of(label, plain) + width_of(text, strong if label else plain) + dot + 22
        height = max(24, QFontMetrics(plain).height() + 7)
        return QSize(min(round(width) + 1, theme().wide(CHIP_MOST)), height)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return self._chip_size() if self.shape is Shape.CHIPS else QSize(200, self.heightForWidth(200))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, 24)

    @override
    def heightForWidth(self, width: int) -> int:
        caption = QFontMetrics(theme().font("caption")).height() + 2 if self._look.caption else 0
        return max(len(self._lines(width)) * self._step() + caption + 18, 40 if self._look.values else 0)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(self.card.id)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.opened.emit(self.card.id)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.pressed.emit(self.card.id)
        self.menu_requested.emit(self.card.id, event.globalPos())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chip = self.shape is Shape.CHIPS
        radius = self.height() / 2 if chip else 8
        strong = chip or self.underMouse()
        edge = "accent" if self._selected or self.hasFocus() else "border_strong" if strong else "border"
        line = 2 if self._selected or self.hasFocus() else 1
        place = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        painter.setPen(QPen(theme().color(edge), line))
        painter.setBrush(theme().color("raised"))
        painter.drawRoundedRect(place, radius, radius)
        if chip:
            self._paint_chip(painter)
        else:
            self._paint_tile(painter)

    def _paint_chip(self, painter: QPainter) -> None:
        label, text, plain, strong = self._chip_parts()
        x = 10.0
        if self._look.dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().family(self._look.dot))
            painter.drawEllipse(QRectF(x, self.height() / 2 - 4, 8, 8))
            x += 13
        draw_text(painter, x, self.rect(), label, plain, "text_2")
        x += width_of(label, plain)
        font = strong if label else plain
        draw_text(
            painter, x, self.rect(), elided(text, font, self.width() - x - 10), font, "text" if label else "text_2"
        )

    def _paint_tile(self, painter: QPainter) -> None:
        step, caption, lines = self._step(), theme().font("caption"), self._lines(self.width())
        below = QFontMetrics(caption).height() + 2 if self._look.caption else 0
        top = 9 if not self._look.values else (self.height() - len(lines) * step - below) // 2
        for row, line in enumerate(lines):
            rect = QRect(12, top + row * step, self.width() - 24, step)
            draw_text(painter, 12, rect, line, self._font(), "text")
        room = self.width() - 24 - (SPARK.width() + 10 if self._look.values else 0)
        quiet = QRect(12, top + len(lines) * step, room, below)
        draw_text(painter, 12, quiet, elided(self._look.caption, caption, room), caption, "text_muted")
        if self._look.values:
            left, middle = self.width() - 12 - SPARK.width(), self.height() / 2
            place = QRectF(left, middle - SPARK.height() / 2, SPARK.width(), SPARK.height())
            paint_sparkline(painter, place, self._look.values)
