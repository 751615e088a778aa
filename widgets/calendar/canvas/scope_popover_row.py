"""One answer to how much of a series is meant."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from app.calendar.event import Scope
from app.calendar.scope_preview import Choice
from widgets.calendar.canvas.scope_popover_words import load_note
from widgets.common.elided_label import plain_tooltip
from widgets.common.icons import pixmap
from widgets.common.painted_text import draw_text, elided, width_of
from widgets.common.theme import theme
from widgets.common.words import tr, words

HEIGHT: Final = 46
PAD: Final = 10
KEY: Final = 20  # width of the key's column
SIGN: Final = 13


class ScopeRow(QAbstractButton):
    """The number to press, what moves, which dates, and at the right what speaks against it.

    Signals:
        marked: Enter would take this answer now (what it does to the load of the week).
    """

    marked = Signal(str)

    def __init__(self, number: int, scope: Scope, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scope = scope
        self.number = number
        self._note = load_note(choice)
        self._title = words(choice.title)
        self._detail = words(choice.refused or choice.detail)
        self._warning = words(choice.warning) if choice.warning else ""
        self.setEnabled(choice.refused is None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(self._title)
        said = [self._title, self._detail, self._warning]
        self.setAccessibleName(". ".join(part for part in said if part))
        self.setToolTip(plain_tooltip("\n".join(part for part in said[1:] if part)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(300, HEIGHT)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.marked.emit(self._note)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            _paint_marked(painter, QRectF(self.rect()))
        _paint_key(painter, QRect(PAD, 0, KEY, self.height()), str(self.number))
        x, right = PAD + KEY + PAD, self.width() - PAD
        font, small = theme().font_px(13, 500), theme().font_px(11)
        upper = QRect(x, (self.height() - 33) // 2, right - x, 18)
        lower = upper.translated(0, 18)
        if self._warning:
            wanted = round(width_of(self._warning, small)) + SIGN + 4 + PAD
            beside = width_of(self._detail, small) + wanted <= lower.width()
            self._paint_warning(painter, QRect(x, 0, right - x, self.height()) if beside else upper)
        elif self.hasFocus():
            self._paint_enter(painter, right)
        title, detail = elided(self._title, font, right - x), elided(self._detail, small, right - x)
        draw_text(painter, x, upper, title, font, "text" if self.isEnabled() else "text_disabled")
        quiet = "text_2" if self.hasFocus() else "text_muted"
        draw_text(painter, x, lower, detail, small, quiet if self.isEnabled() else "danger_text")

    def _paint_warning(self, painter: QPainter, line: QRect) -> None:
        """Paint what speaks against it at the right: in the middle, or beside the title when the days need the room."""
        font = theme().font_px(11)
        room = line.width() - width_of(self._title, theme().font_px(13, 500)) - SIGN - 4 - PAD
        text = elided(self._warning, font, room)
        left = line.right() + 1 - round(width_of(text, font))
        sign = pixmap("triangle-alert", theme().color("warning_text"), SIGN, self.devicePixelRatioF())
        painter.drawPixmap(left - 4 - SIGN, line.y() + (line.height() - SIGN) // 2, sign)
        draw_text(painter, left, line, text, font, "warning_text")

    def _paint_enter(self, painter: QPainter, right: int) -> None:
        """Paint the key that takes the marked answer."""
        width = round(width_of(tr("canvas.scope.enter"), theme().font_px(10, 500))) + 12
        _paint_key(painter, QRect(right - width, 0, width, self.height()), tr("canvas.scope.enter"))


def _paint_marked(painter: QPainter, rect: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("selection"))
    painter.drawRoundedRect(rect, 6, 6)
    painter.save()
    painter.setClipRect(QRectF(rect.x(), rect.y(), 3, rect.height()))
    painter.setBrush(theme().color("accent"))
    painter.drawRoundedRect(rect, 6, 6)
    painter.restore()


def _paint_key(painter: QPainter, column: QRect, text: str) -> None:
    font = theme().font_px(10, 500)
    width = round(width_of(text, font)) + 12
    key = QRect(0, 0, width, 17)
    key.moveCenter(column.center())
    painter.setPen(QPen(theme().color("border_strong"), 1))
    painter.setBrush(theme().color("surface"))
    painter.drawRoundedRect(QRectF(key).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    draw_text(painter, key.x() + (width - width_of(text, font)) / 2, key, text, font, "text_muted")
