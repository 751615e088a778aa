"""Paints tactics and waiting events as cards: tile, title, one line below; headings between them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from widgets.calendar.side.palette_model import DETAIL, FAMILY, ICON, Index
from widgets.common.keyboard_focus import shows_focus
from widgets.common.painting import paint_card, paint_focus, paint_icon, paint_text, paint_tile
from widgets.common.theme import theme

GAP: Final = 6
HEAD: Final = 23
CARD: Final = 40
LOW_CARD: Final = 34
LOW_BELOW: Final = 830
MOST: Final = 200  # pictures: some MB


class CardDelegate(QStyledItemDelegate):
    """Cards of 40 px, 34 in a low window; the grip shows while the mouse is over one.

    They are kept as pictures: what is dragged over the calendar uncovers some at every step.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pictures: dict[tuple[object, ...], QPixmap] = {}
        theme().changed.connect(self._forget)

    def card_height(self, option: QStyleOptionViewItem) -> int:
        """Return the height of a card without the gap below it."""
        window = option.widget.window() if option.widget else None
        low = window is not None and window.height() < LOW_BELOW
        return round((LOW_CARD if low else CARD) * max(1.0, theme().text_scale))

    def _paint_head(self, painter: QPainter, rect: QRect, text: str) -> None:
        font = QFont(theme().font_px(10, 600))
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 107)
        paint_text(painter, rect.adjusted(0, 5, 0, -5), text.upper(), font, "text_muted")

    def _paint_card(self, painter: QPainter, card: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        selected, hovered = _state(option)
        paint_card(painter, card, selected=selected, hovered=hovered)
        tile = QRect(card.left() + 7, card.center().y() - 12, 26, 26)
        paint_tile(painter, tile, str(index.data(FAMILY)), str(index.data(ICON)), 16)
        text = card.adjusted(43, 0, -10, 0)
        if hovered:
            paint_icon(
                painter, QRect(card.right() - 24, card.top(), 14, card.height()), "grip-vertical", "text_muted", 14
            )
            text.setRight(card.right() - 28)
        middle = card.center().y()
        title = theme().font("small", 500)
        paint_text(painter, QRect(text.left(), middle - 15, text.width(), 17), str(index.data()), title, "text")
        detail = QRect(text.left(), middle + 2, text.width(), 13)
        paint_text(painter, detail, str(index.data(DETAIL)), theme().font_px(10), "text_muted")
        if shows_focus(option):
            paint_focus(painter, card)

    def _picture(self, option: QStyleOptionViewItem, index: Index, ratio: float) -> QPixmap:
        picture = QPixmap(option.rect.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(QPoint(), option.rect.size())
        if index.data(FAMILY) is None:
            self._paint_head(painter, rect, str(index.data()))
        else:
            self._paint_card(painter, rect.adjusted(0, 0, 0, -GAP), option, index)
        painter.end()
        return picture

    def _forget(self) -> None:
        self._pictures.clear()

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        ratio = painter.device().devicePixelRatioF()
        size = option.rect.width(), option.rect.height(), ratio
        says = index.data(), index.data(FAMILY), index.data(ICON), index.data(DETAIL)
        key = (*size, *says, *_state(option), shows_focus(option))
        if key not in self._pictures:
            if len(self._pictures) >= MOST:
                self._forget()
            self._pictures[key] = self._picture(option, index, ratio)
        painter.drawPixmap(option.rect.topLeft(), self._pictures[key])

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, HEAD if index.data(FAMILY) is None else self.card_height(option) + GAP)


def _state(option: QStyleOptionViewItem) -> tuple[bool, bool]:
    """Return whether a card is selected, and whether the mouse is over it."""
    flags = QStyle.StateFlag
    return bool(option.state & flags.State_Selected), bool(option.state & flags.State_MouseOver)
