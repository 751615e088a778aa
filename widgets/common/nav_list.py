"""The list at the left of a page: groups of entries with their icons and counts, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from widgets.common.elided_label import plain_tooltip
from widgets.common.keyboard_focus import KeyboardFocus, shows_focus
from widgets.common.painting import RIGHT, paint_focus, paint_icon, paint_text
from widgets.common.theme import theme

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
NOWHERE: Final = QModelIndex()
LINE: Final = 33
HEAD: Final = 30
SIDE: Final = 9


@dataclass(frozen=True, slots=True)
class NavRow:
    """One entry, or with `key` "" the head of a group; `dot` is the colour role of a dot in place of an icon."""

    key: str
    text: str
    count: str = ""
    icon: str = ""
    dot: str = ""
    role: str = ""  # colour role of all of it, where it is to be seen
    sign: str = ""  # icon at the right end
    sign_role: str = "text_muted"
    says: str = ""  # what the sign means, for those who do not see it


class NavList(QListView):
    """Entries that are walked by arrows; the chosen one stays chosen while others come and go.

    Signals:
        chosen: another entry was chosen (its key).
        opened: an entry was pressed twice, or Enter (its key).
        deleted: an entry is to go (its key).
        shifted: an entry is to stand further up or down (its key, by how many).
    """

    chosen = Signal(str)
    opened = Signal(str)
    deleted = Signal(str)
    shifted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.rows = _Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self))
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        KeyboardFocus(self)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda index: self.opened.emit(str(index.data(ROW).key)))
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[NavRow], chosen: str) -> None:
        """Show entries, and which of them is chosen."""
        self._quiet = True
        self.rows.show_rows(rows)
        self.choose(chosen)
        self._quiet = False

    def choose(self, key: str) -> None:
        """Choose an entry without a signal."""
        before, self._quiet = self._quiet, True
        index = self.rows.index(self.rows.row_of(key), 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = before

    def key(self) -> str:
        """Return the key of the chosen entry, or ""."""
        row = self.currentIndex().data(ROW)
        return row.key if isinstance(row, NavRow) else ""

    def _on_current(self) -> None:
        if not self._quiet and self.key():
            self.chosen.emit(self.key())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.key():
                self.opened.emit(self.key())
            case Qt.Key.Key_Delete if self.key():
                self.deleted.emit(self.key())
            case Qt.Key.Key_Up if alt:
                self.shifted.emit(self.key(), -1)
            case Qt.Key.Key_Down if alt:
                self.shifted.emit(self.key(), 1)
            case _:
                super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[NavRow] = []

    def show_rows(self, rows: Sequence[NavRow]) -> None:
        if [row.key for row in rows] == [row.key for row in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 0))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, key: str) -> int:
        return next((at for at, row in enumerate(self._rows) if key and row.key == key), -1)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.text, row.count, row.says) if part)
        if role != Qt.ItemDataRole.ToolTipRole or not row.key:
            return None
        return plain_tooltip(f"{row.text}: {row.says}" if row.says else row.text)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        usable = index.isValid() and bool(self._rows[index.row()].key)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if usable else Qt.ItemFlag.NoItemFlags


class _Painter(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW)
        return QSize(60, round((LINE if row.key else HEAD) * max(1.0, theme().text_scale)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(ROW), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not row.key:
            place = rect.adjusted(SIDE, 10, -SIDE, 0)
            paint_text(painter, place, row.text.upper(), theme().font("micro", 600), "text_muted")
        else:
            self._paint_row(painter, rect.adjusted(0, 0, 0, -1), row, option)
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRect, row: NavRow, option: QStyleOptionViewItem) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme().color("border"), 1) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(theme().color("raised" if chosen else "hover"))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        sign = QRect(rect.left() + SIDE, rect.top(), 16, rect.height())
        if row.dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color(row.dot))
            painter.drawEllipse(QRectF(QRect(0, 0, 8, 8)).translated(sign.left() + 4, sign.center().y() - 3))
        elif row.icon:
            paint_icon(painter, sign, row.icon, row.role or ("accent" if chosen else "text_muted"), 16)
        font = theme().font("small")
        count = QFontMetrics(font).horizontalAdvance(row.count) + 8 if row.count else 0
        paint_text(painter, rect.adjusted(SIDE, 0, -SIDE, 0), row.count, font, row.role or "text_muted", RIGHT)
        if row.sign:
            place = QRect(rect.right() - SIDE - 13, rect.top(), 14, rect.height())
            paint_icon(painter, place, row.sign, row.sign_role, 14)
            count += 20
        words = rect.adjusted(SIDE + 25 if row.dot or row.icon else SIDE, 0, -SIDE - count, 0)
        role = row.role or ("text" if chosen else "text_2")
        paint_text(painter, words, row.text, theme().font("body", 600 if chosen else 400), role)
        if shows_focus(option):
            paint_focus(painter, rect)
