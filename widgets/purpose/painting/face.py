"""How one thing on a board looks, worked out once and painted often; 0, 0 is its own corner."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from typing_extensions import override

from app.purpose.kpi_state import KpiState
from widgets.common.icons import draw as draw_icon
from widgets.common.theme import theme
from widgets.purpose.painting.fills import INKS, edge, ink, paper
from widgets.purpose.painting.lines import Line, draw
from widgets.purpose.painting.papers import PAPERS

NOTE_RADIUS: Final = 3
CARD_RADIUS: Final = 8
FRAME_RADIUS: Final = 10


@dataclass(frozen=True, slots=True)
class Sign:
    """A small icon of a face."""

    icon: str
    role: str
    rect: QRectF


@dataclass(frozen=True, slots=True)
class Face:
    """What all things have: a size, lines, signs."""

    rect: QRectF
    lines: list[Line] = field(default_factory=list)
    quiet: list[Line] = field(default_factory=list)  # in muted ink
    signs: list[Sign] = field(default_factory=list)

    def paint(self, painter: QPainter, *, typing: bool = False) -> None:
        """Paint it; without its text while that is being typed in place."""
        self.paint_ground(painter)
        self._signs(painter)
        painter.setPen(self.ink())
        if not typing:
            draw(painter, self.lines)
        if self.quiet:
            painter.setPen(self.quiet_ink())
            draw(painter, self.quiet)

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what lies below the text."""

    def leading(self) -> QRectF:
        """Return where a click leads on; nowhere as a rule."""
        return QRectF()

    def ink(self) -> QColor:
        """Return the colour of its text."""
        return theme().color("text")

    def quiet_ink(self) -> QColor:
        """Return the colour of what is less important."""
        return theme().color("text_muted")

    def _signs(self, painter: QPainter) -> None:
        for sign in self.signs:
            draw_icon(painter, sign.icon, theme().color(sign.role), sign.rect)


@dataclass(frozen=True, slots=True)
class NoteFace(Face):
    """A sticky note."""

    fill: str = "mint"
    locked: bool = False
    way: QRectF = field(default_factory=QRectF)  # a click there leads to what became of it

    @override
    def leading(self) -> QRectF:
        """Return where a click leads on."""
        return self.way

    @override
    def paint_ground(self, painter: QPainter) -> None:
        """Paint the paper with a thin shadow."""
        PAPERS.paint(painter, self.rect, paper(self.fill), edge(self.fill), NOTE_RADIUS, theme().color("shadow"))

    @override
    def ink(self) -> QColor:
        """Return the ink of the paper."""
        return ink(self.fill)

    @override
    def quiet_ink(self) -> QColor:
        """Return the ink of the paper, three quarters of it."""
        colour = QColor(ink(self.fill))
        colour.setAlphaF(0.75)
        return colour


@dataclass(frozen=True, slots=True)
class TextFace(Face):
    """Words without paper."""


@dataclass(frozen=True, slots=True)
class FrameFace(Face):
    """A titled frame."""

    @override
    def paint_ground(self, painter: QPainter) -> None:
        """Paint the frame."""
        PAPERS.paint(painter, self.rect, theme().color("surface"), theme().color("border_strong"), FRAME_RADIUS)

    @override
    def ink(self) -> QColor:
        """Return the ink of titles."""
        return theme().color("text_2")


@dataclass(frozen=True, slots=True)
class CardFace(Face):
    """A metric card: name, bar, value and day."""

    bar: QRectF = field(default_factory=QRectF)
    done: float = 0.0
    state: KpiState = KpiState.UNKNOWN
    strong: list[Line] = field(default_factory=list)
    state_line: list[Line] = field(default_factory=list)
    state_role: str = "text_muted"

    @override
    def paint_ground(self, painter: QPainter) -> None:
        """Paint the card and its bar."""
        PAPERS.paint(painter, self.rect, theme().color("raised"), theme().color("border_strong"), CARD_RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(INKS.brush("sunken"))
        painter.drawRoundedRect(self.bar, 2.5, 2.5)
        if self.done > 0:
            painter.setBrush(INKS.brush("accent"))
            filled = QRectF(
                self.bar.topLeft(), QPointF(self.bar.left() + self.bar.width() * self.done, self.bar.bottom())
            )
            painter.drawRoundedRect(filled, 2.5, 2.5)
        painter.setPen(theme().color("text"))
        draw(painter, self.strong)
        painter.setPen(theme().color(self.state_role))
        draw(painter, self.state_line)


@dataclass(frozen=True, slots=True)
class MissingFace(Face):
    """A metric card that nothing measures yet."""

    link: list[Line] = field(default_factory=list)
    way: QRectF = field(default_factory=QRectF)  # a click there leads to the field of the target

    @override
    def leading(self) -> QRectF:
        """Return where a click leads on."""
        return self.way

    @override
    def paint_ground(self, painter: QPainter) -> None:
        """Paint a dashed outline and the way to a target."""
        painter.setPen(INKS.pen("warning", 1.0, dashed=True))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect.adjusted(0.5, 0.5, -0.5, -0.5), CARD_RADIUS, CARD_RADIUS)
        painter.setPen(theme().color("accent"))
        draw(painter, self.link)

    @override
    def ink(self) -> QColor:
        """Return the ink of warnings."""
        return theme().color("warning_text")


@dataclass(frozen=True, slots=True)
class ImageFace(Face):
    """A picture; a hatched paper when it cannot be shown."""

    image: QImage | None = None

    @override
    def paint_ground(self, painter: QPainter) -> None:
        """Paint the picture."""
        if self.image is None:
            painter.setPen(INKS.pen("border_strong", 1.0, dashed=True))
            painter.setBrush(INKS.brush("sunken"))
            painter.drawRect(self.rect.adjusted(0.5, 0.5, -0.5, -0.5))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect, self.image)
