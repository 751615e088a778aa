"""Lays tiles in two columns, one where there is little room; each row is as high as the higher of its two."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget
from typing_extensions import override

from widgets.common.theme import theme

GAP: Final = 8
NARROW: Final = 380  # px of both columns together
WIDE: Final = "wide"  # property of a widget that takes a whole row


class TileLayout(QLayout):
    """Two columns of one width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width, asked many times while a page is laid out
        self.setContentsMargins(0, 0, 0, 0)

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        columns = 1 if rect.width() < theme().wide(NARROW) else 2
        half = (rect.width() - GAP * (columns - 1)) // columns
        y = rect.y()
        row: list[QLayoutItem] = []

        def close() -> None:
            nonlocal y
            if not row:
                return
            height = max(_height(item, half) for item in row)
            for column, item in enumerate(row):
                if place:
                    item.setGeometry(QRect(rect.x() + column * (half + GAP), y, _width(item, half), height))
            y += height + GAP
            row.clear()

        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            if widget is not None and widget.property(WIDE):
                close()
                height = _height(item, rect.width())
                if place:
                    item.setGeometry(QRect(rect.x(), y, _width(item, rect.width()), height))
                y += height + GAP
                continue
            row.append(item)
            if len(row) == columns:
                close()
        close()
        return max(0, y - GAP - rect.y())

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), place=False)
        return self._heights[width]

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    @override
    def sizeHint(self) -> QSize:
        return QSize(200, 24)

    @override
    def minimumSize(self) -> QSize:
        return QSize(160, 24)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _width(item: QLayoutItem, room: int) -> int:
    """Return how wide something stands in a room: buttons keep their own width."""
    widget = item.widget()
    fixed = widget is not None and widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Fixed
    return min(room, item.sizeHint().width()) if fixed else room
