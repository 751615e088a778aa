"""One thing said of a persona beside the others: plain, said by several, missing, or fine."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from widgets.common.elided_label import plain_tooltip
from widgets.common.painted_text import draw_text, lines_of, width_of
from widgets.common.painting import paint_focus, paint_icon
from widgets.common.theme import theme

LINES: Final = 4
ICON_ROOM: Final = 20


class Look(StrEnum):
    """What a chip says of what it shows."""

    PLAIN = "plain"
    SHARED = "shared"  # several say it
    GAP = "gap"  # something is missing
    FINE = "fine"


FILLS: Final = {Look.PLAIN: "sunken", Look.SHARED: "accent_soft", Look.GAP: "warning_soft", Look.FINE: "success_soft"}
WORDS: Final = {
    Look.PLAIN: "text",
    Look.SHARED: "accent_soft_text",
    Look.GAP: "warning_text",
    Look.FINE: "success_text",
}
EDGES: Final = {Look.SHARED: "accent", Look.GAP: "warning"}
ICONS: Final = {Look.GAP: "triangle-alert", Look.FINE: "circle-check"}


class CompareChip(QAbstractButton):
    """Words over a few lines, and at the right how many say so; checked while the side shows it."""

    def __init__(self, text: str, note: str, look: Look) -> None:
        super().__init__()
        self.words, self.note, self.look = " ".join(text.split()), note, look
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        said = ", ".join(filter(None, (self.words, note)))
        self.setAccessibleName(said)
        self.setToolTip(plain_tooltip(said))
        theme().changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return theme().font("small", 500 if self.look is Look.SHARED else 400)

    def _note_room(self) -> float:
        return width_of(self.note, theme().font("micro", 600)) + 8 if self.note else 0

    def _left(self) -> int:
        return 8 + (ICON_ROOM if self.look in ICONS else 0)

    def _lines(self, width: int) -> list[str]:
        return lines_of(self.words, self._font(), max(40, width - self._left() - 8 - self._note_room()), LINES) or [""]

    def _step(self) -> int:
        return QFontMetrics(self._font()).height() + 1

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * self._step() + 8

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(160))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, 24)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._edge())
        painter.setBrush(theme().color("hover" if self.underMouse() and self.look is Look.PLAIN else FILLS[self.look]))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), 5, 5)
        step = self._step()
        if self.look in ICONS:
            paint_icon(painter, QRect(8, 4, 14, step), ICONS[self.look], WORDS[self.look], 14)
        for row, line in enumerate(self._lines(self.width())):
            place = QRect(0, 4 + row * step, self.width(), step)
            draw_text(painter, self._left(), place, line, self._font(), WORDS[self.look])
        if self.note:
            font = theme().font("micro", 600)
            right = self.width() - 8 - width_of(self.note, font)
            draw_text(painter, right, QRect(0, 4, self.width(), step), self.note, font, WORDS[self.look])
        if self.hasFocus():
            paint_focus(painter, self.rect(), 5)

    def _edge(self) -> QPen | Qt.PenStyle:
        if self.isChecked():
            return QPen(theme().color("accent"), 2)
        if self.look not in EDGES:
            return Qt.PenStyle.NoPen
        pen = QPen(theme().color(EDGES[self.look]), 1)
        if self.look is Look.GAP:
            pen.setDashPattern([3, 3])
        return pen
