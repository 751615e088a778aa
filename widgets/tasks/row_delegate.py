"""Paints tasks as rows of a list: one card for each group, its head above it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from app.tasks.due import Due
from widgets.common.keyboard_focus import shows_focus
from widgets.common.painting import BOX, RIGHT, paint_box, paint_focus, paint_icon, paint_text
from widgets.common.steady_scroll_bar import WIDTH
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.tasks.face import Chip, Face
from widgets.tasks.painting import (
    CHIP,
    chip_width,
    due_look,
    paint_chip,
    paint_priority,
    paint_steps,
)
from widgets.tasks.rows import HeadRow, Index, TaskRow

LINK: Final = "link"
SIDE: Final = 24
RIGHT_SIDE: Final = SIDE - WIDTH  # the scroll bar is the rest of it
INSIDE: Final = 12
LINE: Final = 38
TALL: Final = 34  # of a head
HEAD: Final = "head"
ROOMY: Final = (196, 150, 70, 76, 56)  # a day of another year and its time are whole
ROOMY_FROM: Final = 1000
WIDE: Final = (196, 112, 70, 76, 56)  # from, due, priority, steps, effort
NARROW: Final = (180, 108, 68, 70, 52)
NARROW_BELOW: Final = 800
SMALL: Final = (120, 104, 62, 66, 50)
SMALL_BELOW: Final = 660


def columns(rect: QRect) -> list[QRect]:
    """Return where box, title, origin, due, priority, steps and effort stand in a row."""
    left, right = rect.left() + SIDE + INSIDE, rect.right() - RIGHT_SIDE - INSIDE
    scale = max(1.0, theme().text_scale)
    room = (right - left) / scale
    widths = SMALL if room < SMALL_BELOW else NARROW if room < NARROW_BELOW else WIDE if room < ROOMY_FROM else ROOMY
    places, x = [], right + 1
    for width in reversed([round(each * scale) for each in widths]):
        places.append(QRect(x - width, rect.top(), width, rect.height()))
        x -= width + 12
    title = QRect(left + BOX + 12, rect.top(), x - left - BOX - 12, rect.height())
    return [QRect(left, rect.center().y() - BOX // 2 + 1, BOX, BOX), title, *reversed(places)]


class RowDelegate(QStyledItemDelegate):
    """Rows of 38 px; heads of 34 that fold their group.

    Signals:
        origin_requested: the chip of an origin was pressed (an Origin).
        fold_requested: a group is to be folded, or not (its key).
        link_requested: the link of a head was pressed (key of the group).
    """

    origin_requested = Signal(object)
    fold_requested = Signal(str)
    link_requested = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed: tuple[str, object] = ("", None)  # on which row, and on what of it
        self.target: str | None = None  # group that what is held would be dropped on

    def chip(self, face: Face, place: QRect) -> tuple[QRect, Chip] | None:
        """Return where the chip of the first origin is."""
        if not face.chips:
            return None
        chip = face.chips[0]
        width = min(chip_width(chip), place.width())
        return QRect(place.left(), place.center().y() - CHIP // 2 + 1, width, CHIP), chip

    def link(self, row: HeadRow, rect: QRect) -> QRect:
        """Return where the link at the right of a head is, nowhere when it has none."""
        if not row.late:
            return QRect()
        width = QFontMetrics(theme().font("small", 500)).horizontalAdvance(tr("tasks.move_to_today")) + 2
        return QRect(rect.right() - RIGHT_SIDE - INSIDE - width, rect.top(), width + 1, rect.height())

    def _card(self, rect: QRect, row: TaskRow) -> QPainterPath:
        card = QRectF(rect.adjusted(SIDE, 0, -RIGHT_SIDE, 0)).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(card.adjusted(0, 0 if row.opens else -20, 0, 0 if row.closes else 20), 8, 8)
        return path

    def _paint_head(self, painter: QPainter, rect: QRect, row: HeadRow) -> None:
        x = rect.left() + SIDE + INSIDE
        role = "danger_text" if row.late else "text"
        sign = "chevron-right" if row.folded else "chevron-down"
        paint_icon(painter, QRect(x, rect.top(), 14, rect.height()), sign, role, 14)
        strong = theme().font("small", 600)
        width = QFontMetrics(strong).horizontalAdvance(row.name) + 1
        paint_text(painter, QRect(x + 22, rect.top(), width, rect.height()), row.name, strong, role)
        detail = QRect(x + 22 + width + 8, rect.top(), rect.width(), rect.height())
        paint_text(painter, detail, row.detail, theme().font("small"), "text_muted")
        link = self.link(row, rect)
        if link.isValid():
            paint_text(painter, link, tr("tasks.move_to_today"), theme().font("small", 500), "accent", RIGHT)

    def _paint_row(self, painter: QPainter, rect: QRect, row: TaskRow, *, selected: bool, hovered: bool) -> None:
        card, face = self._card(rect, row), row.face
        painter.setClipRect(rect)
        fill = "drop" if row.group == self.target else "selection" if selected else "hover" if hovered else "raised"
        painter.fillPath(card, theme().color(fill))
        if not row.opens:
            between = theme().color("border")
            painter.fillRect(rect.left() + SIDE, rect.top(), rect.width() - SIDE - RIGHT_SIDE, 1, between)
        painter.setPen(QPen(theme().color("accent" if row.group == self.target else "border"), 1))
        painter.drawPath(card)
        painter.setClipping(False)
        box, title, place, due, priority, steps, work = columns(rect)
        paint_box(painter, box, done=face.done)
        self._paint_title(painter, title, face)
        chip = self.chip(face, place)
        if chip:
            paint_chip(painter, *chip, ground="raised" if selected else "sunken", muted=face.done)
        self._paint_due(painter, due, face)
        if face.priority and not face.done:
            paint_priority(painter, priority, face.priority, 12)
        if face.steps[1]:
            paint_steps(painter, steps.left(), steps, face.steps, 28)
        paint_text(painter, work, face.effort, theme().font("small"), "text_2", RIGHT)

    def _paint_title(self, painter: QPainter, place: QRect, face: Face) -> None:
        font = QFont(theme().font("body"))
        font.setStrikeOut(face.done)
        room = place.adjusted(0, 0, -18 if face.repeats else 0, 0)
        paint_text(painter, room, face.title, font, "text_muted" if face.done else "text")
        if face.repeats:
            x = room.left() + min(room.width(), QFontMetrics(font).horizontalAdvance(face.title)) + 6
            paint_icon(painter, QRect(x, place.top(), 12, place.height()), "repeat", "text_muted", 12)

    def _paint_due(self, painter: QPainter, place: QRect, face: Face) -> None:
        role, weight = due_look(face)
        if face.done:
            text = tr("tasks.when.done", when=face.at or face.when)
        else:
            text = face.at if face.at and face.due is Due.TODAY else face.when
            role = "text_2" if role == "text_muted" else role
        paint_text(painter, place, text, theme().font("small", weight), role)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, flags = index.data(Qt.ItemDataRole.UserRole), QStyle.StateFlag
        if isinstance(row, HeadRow):
            self._paint_head(painter, option.rect, row)
        elif isinstance(row, TaskRow):
            selected, hovered = bool(option.state & flags.State_Selected), bool(option.state & flags.State_MouseOver)
            self._paint_row(painter, option.rect, row, selected=selected, hovered=hovered)
        if shows_focus(option):
            paint_focus(painter, option.rect.adjusted(SIDE, 0, -RIGHT_SIDE, 0), 6)
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        tall = TALL if isinstance(index.data(Qt.ItemDataRole.UserRole), HeadRow) else LINE
        return QSize(100, round(tall * max(1.0, theme().text_scale)))

    def _what_at(self, row: HeadRow | TaskRow, rect: QRect, place: QPoint) -> object:
        """Return what a press at a place is meant for: LINK, HEAD, BOX, an Origin, or nothing."""
        if isinstance(row, HeadRow):
            return LINK if self.link(row, rect).contains(place) else HEAD
        box, _, origin, *_ = columns(rect)
        if box.adjusted(-8, -8, 6, 8).contains(place):
            return BOX
        chip = self.chip(row.face, origin)
        return chip[1].origin if chip and chip[0].contains(place) and chip[1].origin.title else None

    def _done(self, row: HeadRow | TaskRow, what: object, model: QAbstractItemModel, index: Index) -> None:
        if what == BOX:
            model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
        elif isinstance(row, TaskRow):
            self.origin_requested.emit(what)
        else:
            (self.link_requested if what == LINK else self.fold_requested).emit(row.key)

    @override
    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        row = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(event, QMouseEvent) or not isinstance(row, HeadRow | TaskRow):
            return False
        what = self._what_at(row, option.rect, event.position().toPoint())
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = (row.key, what)
            return False  # else nothing could be dragged by its chip
        if event.type() == QEvent.Type.MouseButtonRelease and what and self._pressed == (row.key, what):
            self._pressed = ("", None)
            self._done(row, what, model, index)
        return bool(what) and event.type() != QEvent.Type.MouseMove
