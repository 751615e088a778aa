"""One column of messages: those of one status, group by group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from app.calendar.occurrence import Key, Occurrence
from app.calendar.plan import Plan
from app.plans.messages import Batch
from widgets.common.chip_picture import chip_picture
from widgets.common.drag_data import dragged_keys, keys_data
from widgets.common.keyboard_focus import KeyboardFocus, shows_focus
from widgets.common.painting import paint_card, paint_focus, paint_text, paint_tile
from widgets.common.steady_scroll_bar import steady_scroll_bar
from widgets.common.theme import theme
from widgets.common.words import day, tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE: Final = QModelIndex()
ROW: Final = Qt.ItemDataRole.UserRole + 1
CARD: Final = 52
HEAD: Final = 26


class MessageModel(QAbstractListModel):
    """Headings of the groups are rows that cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Occurrence | str] = []
        self.plan = Plan()

    def show_batches(self, plan: Plan, batches: Sequence[Batch]) -> None:
        """Show messages under the names of their groups."""
        self.plan = plan
        rows: list[Occurrence | str] = []
        for batch in batches:
            rows += [batch.name or tr("plans.group.none"), *batch.messages]
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def message(self, row: int) -> Occurrence | None:
        """Return the message of a row, None for a heading."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, Occurrence) else None

    def row_of(self, key: Key) -> int:
        """Return the row of a message, or -1."""
        return next((n for n, it in enumerate(self._rows) if isinstance(it, Occurrence) and it.key == key), -1)

    def detail(self, it: Occurrence) -> str:
        """Return when and by which channel something is said."""
        channel = self.plan.channels.get(it.event.channel)
        return " · ".join(filter(None, (day(it.day, "ddd d MMM"), channel.name if channel else "")))

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
            return row if isinstance(row, str) else row.event.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row if isinstance(row, str) else f"{row.event.title}, {self.detail(row)}"
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.message(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled


class MessageDelegate(QStyledItemDelegate):
    """A card with the tile of its kind, its title, when and where."""

    def __init__(self, model: MessageModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, HEAD if isinstance(index.data(ROW), str) else CARD)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, rect = index.data(ROW), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, str):
            paint_text(painter, rect.adjusted(2, 6, -2, 0), row, theme().font("caption", 600), "text_muted")
        else:
            self._paint_card(painter, option, rect.adjusted(0, 2, -2, -2), row)
        painter.restore()

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, it: Occurrence) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_card(painter, rect, selected=chosen, hovered=bool(option.state & QStyle.StateFlag.State_MouseOver))
        kind = self._model.plan.kinds.get(it.event.kind)
        tile = QRect(rect.left() + 8, rect.top() + 12, 24, 24)
        paint_tile(painter, tile, kind.family if kind else "ops", kind.icon if kind else "circle", 14)
        words = rect.adjusted(40, 5, -8, 0)
        words.setHeight(20)
        paint_text(painter, words, it.event.title, theme().font("body", 500), "text")
        paint_text(painter, words.translated(0, 18), self._model.detail(it), theme().font("caption"), "text_muted")
        if shows_focus(option):
            paint_focus(painter, rect)


class MessageList(QListView):
    """Cards are dragged to another column, or put there by Alt+Left and Alt+Right.

    Signals:
        opened: a message is to be shown in the calendar (its key).
        shifted: the chosen ones are to go so many columns on (their keys, by how many).
        dropped: messages are to be here (their keys).
    """

    opened = Signal(object)
    shifted = Signal(object, int)
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = MessageModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(MessageDelegate(self.rows, self))
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._over = False
        KeyboardFocus(self)
        steady_scroll_bar(self)
        self.doubleClicked.connect(lambda index: self._open(index.row()))
        theme().changed.connect(self.viewport().update)

    def keys(self) -> list[Key]:
        """Return the chosen messages, or the one that the keyboard is on."""
        rows = sorted({index.row() for index in (*self.selectedIndexes(), self.currentIndex())})
        return [it.key for it in map(self.rows.message, rows) if it]

    def go_to(self, key: Key) -> bool:
        """Put the keyboard on a message; return whether it is here."""
        index = self.rows.index(self.rows.row_of(key), 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return index.isValid()

    def _open(self, row: int) -> None:
        it = self.rows.message(row)
        if it:
            self.opened.emit(it.key)

    def _show_over(self, *, over: bool) -> None:
        self._over = over
        self.viewport().update()

    @override
    def startDrag(self, actions: Qt.DropAction) -> None:
        keys, it = self.keys(), self.rows.message(self.currentIndex().row())
        if not keys or it is None:
            return
        drag = QDrag(self)
        drag.setMimeData(keys_data(keys))
        kind = self.rows.plan.kinds.get(it.event.kind)
        family, sign = (kind.family, kind.icon) if kind else ("ops", "circle")
        drag.setPixmap(chip_picture(it.event.title, family, sign, self.devicePixelRatioF()))
        drag.exec(Qt.DropAction.MoveAction)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged_keys(event.mimeData()):
            event.acceptProposedAction()
            self._show_over(over=True)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setAccepted(bool(dragged_keys(event.mimeData())))

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_over(over=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._show_over(over=False)
        event.acceptProposedAction()
        self.dropped.emit(dragged_keys(event.mimeData()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.shifted.emit(self.keys(), -1 if event.key() == Qt.Key.Key_Left else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._over:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(theme().color("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.end()
