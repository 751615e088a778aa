"""Paints the rows of the list of backups: two lines for when and why, the rest in small."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from widgets.common.painting import paint_icon, paint_text
from widgets.common.theme import theme
from widgets.playbook.backup_model import COLUMNS, LOOK

Index = QModelIndex | QPersistentModelIndex
EDGE: Final = 7  # half of the gap between two columns
RADIO: Final = QRect(14, 0, 16, 16)
WORDS: Final = 46  # where the first column writes, behind its radio button
SIGN: Final = 14


class BackupDelegate(QStyledItemDelegate):
    """A radio button leads the row: one backup is always chosen."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme().color("selection" if chosen else "raised"))
        if index.row() < index.model().rowCount() - 1:
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme().color("grid"))
        sign, role, usable = index.data(LOOK)
        text = str(index.data() or "")
        if index.column() == 0:
            _paint_radio(painter, RADIO.translated(rect.left(), rect.center().y() - 7), chosen=chosen)
            _paint_moment(painter, rect.adjusted(WORDS, 0, -EDGE, 0), text, usable=usable)
        elif index.column() == COLUMNS - 1:
            place = QRect(rect.left() + EDGE, rect.center().y() - SIGN // 2, SIGN, SIGN)
            paint_icon(painter, place, sign, role, SIGN)
            paint_text(painter, rect.adjusted(EDGE + SIGN + 5, 0, -2, 0), text, theme().font_px(12, 500), role)
        else:
            paint_text(painter, rect.adjusted(EDGE, 0, -EDGE, 0), text, theme().font_px(12), "text_2")
        painter.restore()


def _paint_radio(painter: QPainter, rect: QRect, *, chosen: bool) -> None:
    width = 5.0 if chosen else 1.5
    painter.setPen(QPen(theme().color("accent" if chosen else "text_muted"), width))
    painter.setBrush(theme().color("raised"))
    half = width / 2
    painter.drawEllipse(QRectF(rect).adjusted(half, half, -half, -half))


def _paint_moment(painter: QPainter, rect: QRect, text: str, *, usable: bool) -> None:
    when, _, why = text.partition("\n")
    above, below = theme().font_px(13, 500), theme().font_px(11)
    middle = rect.center().y() + 2
    painter.setPen(Qt.PenStyle.NoPen)
    up, down = QRect(rect), QRect(rect)
    up.setBottom(middle)
    down.setTop(middle)
    low = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    paint_text(painter, up, when, above, "text" if usable else "text_disabled", low)
    paint_text(painter, down, why, below, "text_muted", Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
