"""Paints the lines of a checklist: box, words, a light ground where the keyboard is."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from widgets.common.keyboard_focus import shows_focus
from widgets.common.painting import paint_icon, paint_text
from widgets.common.theme import theme

BOX: Final = 16
LINE: Final = 24


class ChecklistDelegate(QStyledItemDelegate):
    """Lines of 24 px; done ones are muted."""

    def _box(self, rect: QRect) -> QRect:
        return QRect(rect.left(), rect.center().y() - BOX // 2 + 1, BOX, BOX)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        done = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        box = self._box(option.rect)
        focused = shows_focus(option)
        if option.state & QStyle.StateFlag.State_MouseOver or focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("hover"))
            painter.drawRoundedRect(option.rect.adjusted(20, 0, 0, 0), 4, 4)
        painter.setPen(QPen(theme().color("accent" if done else "border_strong"), 1.5))
        painter.setBrush(theme().color("accent" if done else "raised"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.75, 0.75, -0.75, -0.75), 4, 4)
        if done:
            paint_icon(painter, box, "check", "on_accent", 12)
        if focused:
            painter.setPen(QPen(theme().color("focus_ring"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(21, 1, -1, -1), 4, 4)
        text = option.rect.adjusted(25, 0, -2, 0)
        paint_text(painter, text, str(index.data()), theme().font("small"), "text_muted" if done else "text")
        painter.restore()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, LINE)

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if isinstance(event, QMouseEvent) and event.type() in (
            QEvent.Type.MouseButtonRelease,
            QEvent.Type.MouseButtonDblClick,
        ):
            hit = event.position().x() < option.rect.left() + BOX + 5
            if hit and event.type() == QEvent.Type.MouseButtonRelease:
                model.setData(index, None, Qt.ItemDataRole.CheckStateRole)
            return hit
        return super().editorEvent(event, model, option, index)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        editor.setProperty("look", "small")
        editor.setGeometry(option.rect.adjusted(20, 0, 0, 0))
