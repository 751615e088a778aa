"""A place of the sentence: a button that shows what is in it, and opens its choices below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from widgets.common.elided_label import plain_tooltip
from widgets.common.painting import LEFT, paint_icon, paint_text
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.workflows.rules.places import Place

HEIGHT: Final = 28
SIDE: Final = 9
MOST: Final = 430  # px
AIR: Final = 2  # px: letters lean over their advance, and a word without an end is worse than a gap
PILL: Final = re.compile(r"\{(title|name|owner|date)\}")
PILL_TEXTS: Final[Mapping[str, str]] = {
    "title": "workflows.blank.title",
    "name": "workflows.blank.name",
    "owner": "workflows.blank.owner",
    "date": "workflows.blank.date",
}


class TokenButton(QAbstractButton):
    """Focused it is open: digits and arrows choose, letters type, Delete takes its clause away.

    Signals:
        opened: it got the focus.
        picked: the choice of a number was taken, from 0.
        stepped: the next choice is wanted (1), or the one before (-1).
        edit_requested: it is to be typed; what was typed already, or "".
        removed: its clause is to go.
    """

    opened = Signal()
    picked = Signal(int)
    stepped = Signal(int)
    edit_requested = Signal(str)
    removed = Signal()

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = place
        self.open = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_place(place)

    def show_place(self, place: Place) -> None:
        """Show what is in the place now."""
        self.place = place
        self.setAccessibleName(_plain(place.text))
        hint = tr("workflows.token.type") if place.typed else tr("workflows.token.choose", n=len(place.options))
        self.setAccessibleDescription(hint)
        self._say_what_is_hidden()
        self.updateGeometry()
        self.update()

    def set_open(self, *, is_open: bool) -> None:
        """Show whether its choices lie below."""
        if is_open != self.open:
            self.open = is_open
            self.update()

    def _say_what_is_hidden(self) -> None:
        hidden = self._wanted() > min(self.width(), theme().wide(MOST))
        self.setToolTip(plain_tooltip(_plain(self.place.text)) if hidden else "")

    def _wanted(self) -> int:
        if self.place.adds:
            metrics = QFontMetrics(theme().font_px(12))
            return metrics.horizontalAdvance(self.place.text) + 2 * SIDE + 17 + AIR
        width = sum(_width(text, pill=pill) for text, pill in _runs(self.place.text))
        return width + 2 * SIDE + (0 if self.place.typed else 17)

    def _paint_words(self, painter: QPainter, rect: QRect) -> None:
        left, role = rect.left() + SIDE, "text_muted" if self.place.gap else "text"
        right = rect.right() - SIDE - (0 if self.place.typed else 15)
        for text, pill in _runs(self.place.text):
            width = min(_width(text, pill=pill), right - left + 1)
            if width <= 0:
                break
            if pill:
                _paint_pill(painter, QRect(left + 2, rect.center().y() - 9, width - 4, 20), text)
            else:
                paint_text(painter, QRect(left, rect.top(), width, rect.height()), text, _font(), role)
            left += width

    def _paint_adding(self, painter: QPainter, rect: QRect) -> None:
        pen = QPen(theme().color("accent" if self.open else "border_strong"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        chip = QRectF(rect).adjusted(0.5, 3.5, -0.5, -3.5)
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        paint_icon(painter, QRect(rect.left() + 8, rect.top(), 14, rect.height()), "plus", "text_muted", 12)
        words = rect.adjusted(SIDE + 16, 0, -6, 0)
        paint_text(painter, words, self.place.text, theme().font_px(12), "text_muted", LEFT)

    @override
    def sizeHint(self) -> QSize:
        return QSize(min(self._wanted(), theme().wide(MOST)), round(HEIGHT * max(1.0, theme().text_scale)))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_what_is_hidden()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.opened.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text, key = event.text(), event.key()
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not plain:
            event.ignore()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif self.place.typed and (key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)):
            self.edit_requested.emit("")
        elif self.place.typed and text.isprintable() and text.strip():
            self.edit_requested.emit(text)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        elif text and text in "123456789":
            self.picked.emit(int(text) - 1)
        else:
            event.ignore()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.opened.emit()
        if self.place.typed:
            self.edit_requested.emit("")

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect()
        if self.place.adds:
            self._paint_adding(painter, rect)
            return
        edge = "accent" if self.open else "warning" if self.place.gap else "border_strong"
        painter.setPen(QPen(theme().color(edge), 2 if self.open else 1))
        painter.setBrush(theme().color("hover" if self.underMouse() and not self.open else "raised"))
        inset = 1.0 if self.open else 0.5
        painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), 6, 6)
        self._paint_words(painter, rect)
        if not self.place.typed:
            sign = QRect(rect.right() - SIDE - 11, rect.top(), 12, rect.height())
            paint_icon(painter, sign, "chevron-down", "text_muted", 12)


def _font() -> QFont:
    return theme().font_px(14, 500)


def _width(text: str, *, pill: bool) -> int:
    if pill:
        return QFontMetrics(theme().font_px(11, 500)).horizontalAdvance(text) + 14 + 4
    return QFontMetrics(_font()).horizontalAdvance(text) + AIR


def _paint_pill(painter: QPainter, rect: QRect, text: str) -> None:
    painter.setPen(QPen(theme().color("accent"), 1))
    painter.setBrush(theme().color("accent_soft"))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 9.5, 9.5)
    paint_text(painter, rect.adjusted(7, 0, -4, 0), text, theme().font_px(11, 500), "accent_soft_text")


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text: words, and the names of placeholders."""
    line = " · ".join(" ".join(part.split()) for part in text.split("\n") if part.strip())
    at = 0
    for found in PILL.finditer(line):
        if found.start() > at:
            yield line[at : found.start()], False
        yield tr(PILL_TEXTS[found[1]]), True
        at = found.end()
    if at < len(line):
        yield line[at:], False


def _plain(text: str) -> str:
    return "".join(part for part, _ in _runs(text))
