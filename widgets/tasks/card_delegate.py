"""Paints tasks as the cards of the board: box and title, where it comes from, when it is due."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.tasks.due import Due
from app.tasks.task import Priority
from widgets.common.keyboard_focus import shows_focus
from widgets.common.painting import BOX, LETTERS_MOST, paint_box, paint_focus, paint_icon, paint_text
from widgets.common.theme import theme
from widgets.tasks.face import Chip, Face
from widgets.tasks.painting import (
    CHIP,
    chip_width,
    due_look,
    paint_chip,
    paint_priority,
    paint_steps,
)
from widgets.tasks.rows import Index, TaskRow

GAP: Final = 8
LINE: Final = 18
FOOT: Final = 16
LEFT: Final = 10 + BOX + 8
MOST_LINES: Final = 3
NOTE_LEFT: Final = 23
NOTE_LINE: Final = 15


class CardDelegate(QStyledItemDelegate):
    """Cards as high as what they say.

    Signals:
        origin_requested: the chip of an origin was pressed (an Origin).
    """

    origin_requested = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.held: frozenset[str] = frozenset()  # being dragged: only their outline stays
        self._pressed: tuple[str, object] = ("", None)  # on which card, and on what of it
        self._heights: dict[str, tuple[Face, tuple[int, float], int]] = {}  # measuring titles takes long
        self._scale = 0.0
        self._fonts: tuple[str, ...] = ()  # of open and of finished tasks; telling a font takes long too

    # --- geometry ---

    def _lines(self, face: Face, width: int) -> tuple[str, ...]:
        scale = theme().text_scale
        if scale != self._scale:
            self._scale = scale
            self._fonts = tuple(theme().font("body", weight).toString() for weight in (500, 400))
        return wrapped(face.title[:LETTERS_MOST], self._fonts[face.done], width - LEFT - 10)

    def _height(self, face: Face, width: int) -> int:
        measure, known = (width, theme().text_scale), self._heights.get(face.id)
        if known and known[0] is face and known[1] == measure:
            return known[2]
        height = self._measured(face, width)
        self._heights[face.id] = (face, measure, height)
        return height

    def card_rect(self, rect: QRect, face: Face) -> QRect:
        """Return the card in the place of its row: below it may stand what the task waits for."""
        return rect.adjusted(0, 0, 0, -GAP - self._note_height(face, rect.width()))

    def _note_lines(self, face: Face, width: int) -> tuple[str, ...]:
        return wrapped(face.waits_for, theme().font_px(11).toString(), width - NOTE_LEFT - 10)

    def _note_height(self, face: Face, width: int) -> int:
        return _scaled(NOTE_LINE) * len(self._note_lines(face, width)) + 8 if face.waits_for else 0

    def _measured(self, face: Face, width: int) -> int:
        parts = [_scaled(LINE) * len(self._lines(face, width))]
        if face.chips:
            parts.append(CHIP)
        if _foot(face):
            parts.append(_scaled(FOOT))
        return sum(parts) + 6 * (len(parts) - 1) + 18 + self._note_height(face, width)

    def box(self, card: QRect) -> QRect:
        """Return where the box of a card is."""
        return QRect(card.left() + 11, card.top() + 10, BOX, BOX)

    def chips(self, face: Face, card: QRect) -> list[tuple[QRect, Chip]]:
        """Return where the chips of a card are; those without room are left out."""
        top = card.top() + 9 + _scaled(LINE) * len(self._lines(face, card.width())) + 6
        found: list[tuple[QRect, Chip]] = []
        x = card.left() + LEFT
        for chip in face.chips:
            room = card.right() - 10 - x
            if found and room < 60:
                break
            width = min(chip_width(chip), room)
            found.append((QRect(x, top, width, CHIP), chip))
            x += width + 6
        return found

    # --- paint ---

    def paint_card(
        self, painter: QPainter, card: QRect, face: Face, *, selected: bool = False, hovered: bool = False
    ) -> None:
        """Paint one card."""
        ghost = face.id in self.held
        self._paint_ground(painter, card, face, selected=selected, hovered=hovered, ghost=ghost)
        paint_box(painter, self.box(card), done=face.done)
        self._paint_title(painter, card, face, ghost=ghost)
        for place, chip in self.chips(face, card):
            paint_chip(painter, place, chip, muted=face.done or ghost)
        if _foot(face):
            height = _scaled(FOOT)
            self._paint_foot(
                painter, QRect(card.left() + LEFT, card.bottom() - 8 - height, card.width() - LEFT - 10, height), face
            )

    def _paint_ground(
        self, painter: QPainter, card: QRect, face: Face, *, selected: bool, hovered: bool, ghost: bool
    ) -> None:
        edge = QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5)
        if ghost:
            painter.setPen(QPen(theme().color("border_strong"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(edge, 8, 8)
            return
        role = "border_strong" if hovered else "border"
        painter.setPen(QPen(theme().color(role), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush if face.done else theme().color("raised"))
        painter.drawRoundedRect(edge, 8, 8)
        if selected:
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_title(self, painter: QPainter, card: QRect, face: Face, *, ghost: bool) -> None:
        font = QFont(theme().font("body", 400 if face.done else 500))
        font.setStrikeOut(face.done)
        role = "text_disabled" if ghost else "text_muted" if face.done else "text"
        y = card.top() + 9
        for line in self._lines(face, card.width()):
            place = QRect(card.left() + LEFT, y, card.width() - LEFT - 8, _scaled(LINE))
            paint_text(painter, place, line, font, role)
            y += _scaled(LINE)

    def _paint_foot(self, painter: QPainter, rect: QRect, face: Face) -> None:
        x = rect.left()
        if face.effort and not face.done:
            width = QFontMetrics(theme().font_px(11)).horizontalAdvance(face.effort) + 1
            right = QRect(rect.right() - width, rect.top(), width + 1, rect.height())
            paint_text(painter, right, face.effort, theme().font_px(11), "text_muted")
            rect = rect.adjusted(0, 0, -width - 8, 0)
        if face.when:
            x = self._paint_when(painter, x, rect, face) + 10
        if face.done:
            return
        if face.priority >= Priority.MEDIUM and x + 30 < rect.right():
            x = paint_priority(painter, QRect(x, rect.top(), rect.right() - x, rect.height()), face.priority) + 10
        if face.steps[1] and x + 60 < rect.right():
            x = paint_steps(painter, x, rect, face.steps) + 10
        if face.repeats and x + 12 < rect.right():
            paint_icon(painter, QRect(x, rect.top(), 12, rect.height()), "repeat", "text_muted", 12)

    def _paint_note(self, painter: QPainter, rect: QRect, card: QRect, face: Face) -> None:
        """Paint below the card what the task waits for."""
        y, line = card.bottom() + 7, _scaled(NOTE_LINE)
        paint_icon(painter, QRect(card.left() + 5, y, 12, line), "hourglass", "text_muted", 12)
        for text in self._note_lines(face, rect.width()):
            place = QRect(card.left() + NOTE_LEFT, y, card.width() - NOTE_LEFT - 8, line)
            paint_text(painter, place, text, theme().font_px(11), "text_muted")
            y += line

    def _paint_when(self, painter: QPainter, x: int, rect: QRect, face: Face) -> int:
        role, weight = due_look(face)
        font = theme().font_px(11, weight)
        if face.done:
            text = f"{face.when} · {face.effort}" if face.effort else face.when
        else:
            text = face.when
            sign = "triangle-alert" if face.due is Due.LATE else "clock" if face.at else "calendar"
            paint_icon(painter, QRect(x, rect.top(), 12, rect.height()), sign, role, 12)
            x += 16
        width = min(QFontMetrics(font).horizontalAdvance(text) + 1, rect.right() - x)
        paint_text(painter, QRect(x, rect.top(), width, rect.height()), text, font, role)
        return x + width

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(row, TaskRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card, flags = self.card_rect(option.rect, row.face), QStyle.StateFlag
        selected, hovered = bool(option.state & flags.State_Selected), bool(option.state & flags.State_MouseOver)
        self.paint_card(painter, card, row.face, selected=selected, hovered=hovered)
        if row.face.waits_for:
            self._paint_note(painter, option.rect, card, row.face)
        if shows_focus(option):
            paint_focus(painter, card, 8)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(Qt.ItemDataRole.UserRole)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        return QSize(width, self._height(row.face, width) + GAP if isinstance(row, TaskRow) else 0)

    def _what_at(self, row: TaskRow, card: QRect, place: QPoint) -> object:
        """Return what a press at a place is meant for: BOX, an Origin, or nothing."""
        if self.box(card).adjusted(-5, -5, 4, 4).contains(place):
            return BOX
        return next(
            (it.origin for rect, it in self.chips(row.face, card) if rect.contains(place) and it.origin.title), None
        )

    @override
    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(event, QMouseEvent) or not isinstance(row, TaskRow):
            return False
        what = self._what_at(row, self.card_rect(option.rect, row.face), event.position().toPoint())
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = (row.key, what)
            return False  # else nothing could be dragged by its chip
        if event.type() == QEvent.Type.MouseButtonRelease and what and self._pressed == (row.key, what):
            self._pressed = ("", None)
            if what == BOX:
                model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
            else:
                self.origin_requested.emit(what)
        return bool(what) and event.type() != QEvent.Type.MouseMove


def _foot(face: Face) -> bool:
    return bool(face.when or face.effort or face.steps[1] or face.priority >= Priority.MEDIUM or face.repeats)


def _scaled(height: int) -> int:
    return round(height * max(1.0, theme().text_scale))


@lru_cache(maxsize=32)
def _font(told: str) -> QFont:
    font = QFont()
    font.fromString(told)
    return font


@lru_cache(maxsize=2048)
def wrapped(text: str, font: str, width: int) -> tuple[str, ...]:
    """Return a text in lines of a width, at most three, the last one with all that is left."""
    layout, lines, used = QTextLayout(text, _font(font)), list[str](), 0
    layout.beginLayout()
    while len(lines) < MOST_LINES - 1:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(20, width))
        used = line.textStart() + line.textLength()
        lines.append(text[line.textStart() : used].rstrip())
    layout.endLayout()
    rest = text[used:].strip()
    return tuple([*lines, rest] if rest else lines or [""])
