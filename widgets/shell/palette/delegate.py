"""Paints the rows of the palette."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from widgets.common.icons import pixmap
from widgets.common.key_cap import key_text
from widgets.common.theme import theme
from widgets.shell.palette.model import ROW
from widgets.shell.palette.rows import Row

Index = QModelIndex | QPersistentModelIndex
HEIGHT: Final = 38
HEAD: Final = 28
SIDE: Final = 8


class PaletteDelegate(QStyledItemDelegate):
    """Heads in small capitals; the letters that match in accent and bold; keys and places at the right."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(ROW)
        return QSize(0, HEAD if row.head else HEIGHT)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.head:
            self._paint_head(painter, QRectF(place), row.title)
        else:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            self._paint_row(painter, QRectF(place).adjusted(SIDE, 0, -SIDE, 0), row, chosen=chosen)
        painter.restore()

    def _paint_head(self, painter: QPainter, place: QRectF, title: str) -> None:
        font = QFont(theme().font_px(10, 600))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.8)
        painter.setFont(font)
        painter.setPen(theme().color("text_muted"))
        painter.drawText(place.adjusted(18, 11, -18, -4), Qt.AlignmentFlag.AlignVCenter, title.upper())

    def _paint_row(self, painter: QPainter, place: QRectF, row: Row, *, chosen: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(theme().color("selection"))
            painter.drawRoundedRect(place, 6, 6)
            painter.save()
            painter.setClipRect(QRectF(place.x(), place.y(), 3, place.height()))
            painter.setBrush(theme().color("accent"))
            painter.drawRoundedRect(QRectF(place.x(), place.y(), 12, place.height()), 6, 6)
            painter.restore()
        square = QRectF(place.x() + 10, place.y() + (place.height() - 24) / 2, 24, 24)
        painter.setBrush(theme().family(row.family, "tint") if row.family else theme().color("sunken"))
        painter.drawRoundedRect(square, 5, 5)
        ratio = painter.device().devicePixelRatioF()
        ink = theme().family(row.family) if row.family else theme().color("text_2")
        painter.drawPixmap(square.topLeft() + QPointF(4.5, 4.5), pixmap(row.icon, ink, 15, ratio))
        right = self._paint_right(painter, place.adjusted(0, 0, -10, 0), row, chosen=chosen)
        self._paint_title(painter, QRectF(square.right() + 12, place.y(), right - square.right() - 24, HEIGHT), row)

    def _paint_right(self, painter: QPainter, place: QRectF, row: Row, *, chosen: bool) -> float:
        """Paint keys and detail; return where they begin."""
        right = place.right()
        keys = key_text(row.keys) if row.keys else key_text("Enter") if chosen else ""
        if keys:
            painter.setFont(theme().font_px(10, 500))
            width = painter.fontMetrics().horizontalAdvance(keys) + 12
            cap = QRectF(right - width, place.center().y() - 8.5, width, 17)
            painter.setPen(QPen(theme().color("border_strong"), 1))
            painter.setBrush(theme().color("surface"))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(theme().color("text_muted"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
            right = cap.left() - 8
        if row.detail:
            painter.setFont(theme().font_px(12))
            metrics = painter.fontMetrics()
            detail = metrics.elidedText(row.detail, Qt.TextElideMode.ElideRight, int(place.width() * 0.5))
            width = metrics.horizontalAdvance(detail) + 1
            painter.setPen(theme().color("text_2" if chosen else "text_muted"))
            painter.drawText(QRectF(right - width, place.y(), width, HEIGHT), Qt.AlignmentFlag.AlignVCenter, detail)
            right -= width + 8
        return right

    def _paint_title(self, painter: QPainter, place: QRectF, row: Row) -> None:
        plain, bold = theme().font_px(13), theme().font_px(13, 600)
        x = place.x()
        for text, marked in _pieces(row):
            font = bold if marked else plain
            metrics = QFontMetricsF(font)
            room = place.right() - x
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            painter.setPen(theme().color("accent" if marked else "text"))
            painter.drawText(QRectF(x, place.y(), room, HEIGHT), Qt.AlignmentFlag.AlignVCenter, shown)
            x += metrics.horizontalAdvance(shown)
            if shown != text:
                return


def _pieces(row: Row) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a title, and whether each is what was typed."""
    at = 0
    for first, after in row.spans:
        if first > at:
            yield row.title[at:first], False
        yield row.title[first:after], True
        at = after
    if at < len(row.title):
        yield row.title[at:], False
