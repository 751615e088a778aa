"""A pipeline as a board: one list a step, entries dragged from step to step or moved by Alt and arrows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QMimeData, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip
from typing_extensions import override

from app.workflows.pipeline import Pipeline
from app.workflows.pipelines import STEPS
from widgets.common.avatar import paint_avatar
from widgets.common.elided_label import ElidedLabel, plain_tooltip
from widgets.common.icons import icon
from widgets.common.keyboard_focus import KeyboardFocus, shows_focus
from widgets.common.painted_text import lines_of
from widgets.common.painting import paint_card, paint_focus, paint_icon, paint_text
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr
from widgets.workflows.pipelines.cards import Card, Index

MIME: Final = "application/x-sedyanka-pipeline-entries"
CARD: Final = Qt.ItemDataRole.UserRole
TALL: Final = 86
LEAST: Final = 34  # px in which a name still says something
STEP_TEXTS: Final[Mapping[tuple[Pipeline, str], str]] = {
    (Pipeline.CONTRIBUTION, "invited"): "pipelines.contribution.invited",
    (Pipeline.CONTRIBUTION, "submitted"): "pipelines.contribution.submitted",
    (Pipeline.CONTRIBUTION, "review"): "pipelines.contribution.review",
    (Pipeline.CONTRIBUTION, "published"): "pipelines.contribution.published",
    (Pipeline.AMBASSADOR, "spotted"): "pipelines.ambassador.spotted",
    (Pipeline.AMBASSADOR, "recognised"): "pipelines.ambassador.recognised",
    (Pipeline.AMBASSADOR, "invited"): "pipelines.ambassador.invited",
    (Pipeline.AMBASSADOR, "active"): "pipelines.ambassador.active",
}


class PipelineBoard(Retranslated):
    """Four columns.

    Signals:
        moved: entries are to stand in a step, before another one or at its end (list of ids, step, id or "").
        shifted: the selection is to go so many steps on and so many rows down.
        selection_changed: others are selected (list of ids).
        opened: an entry is to be opened.
        deleted: the selection is to go.
        add_requested: an entry is to be added to a step.
    """

    moved = Signal(object, str, str)
    shifted = Signal(int, int)
    selection_changed = Signal(object)
    opened = Signal()
    deleted = Signal()
    add_requested = Signal(str)

    def __init__(self, pipeline: Pipeline, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pipeline = pipeline
        self.columns: dict[str, Column] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 24, 16)
        row.setSpacing(12)
        for step in STEPS[pipeline]:
            column = self.columns[step] = Column(step)
            row.addWidget(column, 1)
            column.list.dropped.connect(self.moved)
            column.list.shifted.connect(self.shifted)
            column.list.opened.connect(self.opened)
            column.list.deleted.connect(self.deleted)
            column.list.itemSelectionChanged.connect(lambda column=column: self._on_selected(column))
            column.add.clicked.connect(lambda _=False, step=step: self.add_requested.emit(step))
        self._quiet = False
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for step, column in self.columns.items():
            column.set_name(tr(STEP_TEXTS[self.pipeline, step]))

    def show_cards(self, cards: Mapping[str, Sequence[Card]]) -> None:
        """Show other entries by step; the selection stays with them."""
        chosen, current = set(self.selection()), self.current()
        self._quiet = True
        for step, column in self.columns.items():
            column.show_cards(cards.get(step, ()), chosen, current)
        self._quiet = False

    def selection(self) -> list[str]:
        """Return the selected entries."""
        return [key for column in self.columns.values() for key in column.list.selection()]

    def current(self) -> str:
        """Return the entry that the keyboard is on, or ""."""
        return next((column.list.current() for column in self.columns.values() if column.list.hasFocus()), "")

    def meant(self) -> list[str]:
        """Return the entries that an action means."""
        current, chosen = self.current(), self.selection()
        return [current] if current and current not in chosen else chosen

    def select(self, keys: Iterable[str], *, focus: bool = False) -> None:
        """Select entries without a signal, with the keyboard on the first one when that is wanted."""
        wanted, self._quiet = list(keys), True
        for column in self.columns.values():
            column.list.select(wanted)
        self._quiet = False
        if focus and wanted:
            for column in self.columns.values():
                column.list.take_keyboard(wanted[0])

    def step_of(self, key: str) -> str:
        """Return the step in which an entry stands, or ""."""
        return next((step for step, column in self.columns.items() if key in column.list.ids()), "")

    def _on_selected(self, column: Column) -> None:
        if self._quiet:
            return
        self._quiet = True
        if column.list.selectedItems():
            for other in self.columns.values():
                if other is not column:
                    other.list.clearSelection()
        self._quiet = False
        self.selection_changed.emit(self.selection())


class Column(QFrame):
    """Head and list of one step."""

    def __init__(self, step: str) -> None:
        super().__init__()
        self.step, self.list, self.name, self.add = step, _Cards(step), ElidedLabel(look="strong"), QToolButton()
        self.count = QLabel()
        self.count.setProperty("look", "caption")
        self.add.setIcon(icon("plus", "text_muted"))
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        head = QHBoxLayout()
        head.setContentsMargins(6, 0, 0, 0)
        for widget, stretch in ((self.name, 1), (self.count, 0), (self.add, 0)):
            head.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def set_name(self, name: str) -> None:
        """Name the step."""
        self.name.setText(name)
        self.list.setAccessibleName(name)
        self.add.setAccessibleName(tr("pipelines.add_to", name=name))
        self.add.setToolTip(self.add.accessibleName())

    def show_cards(self, cards: Sequence[Card], chosen: set[str], current: str) -> None:
        """Show other entries."""
        self.count.setText(str(len(cards)) if cards else "")
        self.list.show_cards(cards, chosen, current)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("drop" if self.list.target else "surface"))
        painter.drawRoundedRect(self.rect(), 10, 10)


class _Cards(QListWidget):
    dropped = Signal(object, str, str)
    shifted = Signal(int, int)
    opened = Signal()
    deleted = Signal()

    def __init__(self, step: str) -> None:
        super().__init__()
        self.step, self.target = step, False
        self.setItemDelegate(_Painter(self))
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSpacing(0)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setMinimumWidth(80)
        KeyboardFocus(self)
        self.itemDoubleClicked.connect(lambda _: self.opened.emit())
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def ids(self) -> list[str]:
        return [self.item(at).data(CARD).id for at in range(self.count())]

    def selection(self) -> list[str]:
        return [item.data(CARD).id for item in self.selectedItems()]

    def current(self) -> str:
        item = self.currentItem()
        return item.data(CARD).id if item else ""

    def show_cards(self, cards: Sequence[Card], chosen: set[str], current: str) -> None:
        if [card.id for card in cards] != self.ids():
            self.clear()
            for card in cards:
                self.addItem(QListWidgetItem())
                self.item(self.count() - 1).setData(CARD, card)
        for at, card in enumerate(cards):
            item = self.item(at)
            item.setData(CARD, card)
            item.setText(card.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, card.spoken)
            item.setToolTip(plain_tooltip(card.spoken))
            item.setSelected(card.id in chosen)
            if card.id == current:
                self.take_keyboard(card.id)

    def select(self, keys: Sequence[str]) -> None:
        for at in range(self.count()):
            self.item(at).setSelected(self.item(at).data(CARD).id in keys)

    def take_keyboard(self, key: str) -> None:
        """Put the keyboard on an entry when it is here."""
        if key in self.ids():
            index = self.model().index(self.ids().index(key), 0)
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)
            self.scrollTo(index)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def startDrag(self, actions: Qt.DropAction) -> None:
        keys = self.selection()
        if keys:
            drag, data = QDrag(self), QMimeData()
            data.setData(MIME, "\n".join(keys).encode())
            drag.setMimeData(data)
            rect = self.visualItemRect(self.currentItem() or self.selectedItems()[0])
            drag.setPixmap(self.viewport().grab(rect))
            drag.setHotSpot(QPoint(12, 12))
            drag.exec(Qt.DropAction.MoveAction, Qt.DropAction.MoveAction)

    def _show_target(self, on: bool) -> None:
        self.target = on
        if parent := self.parentWidget():
            parent.update()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self._show_target(True)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)  # scrolls near the edges
        event.setAccepted(event.mimeData().hasFormat(MIME))

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_target(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._show_target(False)
        if not event.mimeData().hasFormat(MIME):
            return
        keys = bytes(event.mimeData().data(MIME).data()).decode().split("\n")
        place = event.position().toPoint()
        rows = (at for at in range(self.count()) if self.visualItemRect(self.item(at)).center().y() > place.y())
        at = next(rows, None)
        event.acceptProposedAction()
        self.dropped.emit(keys, self.step, self.ids()[at] if at is not None else "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
        }  # fmt: skip
        way = ways.get(Qt.Key(event.key()))
        if way and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(*way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class _Painter(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, round((TALL + 8) * max(1.0, theme().text_scale)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card, flags = index.data(CARD), QStyle.StateFlag
        if not isinstance(card, Card):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect.adjusted(0, 0, -1, -8)
        selected, hovered = bool(option.state & flags.State_Selected), bool(option.state & flags.State_MouseOver)
        paint_card(painter, rect, selected=selected, hovered=hovered, radius=8)
        strong = theme().font("body", 500)
        step = QFontMetrics(strong).height() + 1
        lines = lines_of(card.title, strong, rect.width() - 24, 2)
        for at, line in enumerate(lines):
            place = QRect(rect.left() + 12, rect.top() + 9 + at * step, rect.width() - 24, step)
            paint_text(painter, place, line, strong, "text")
        low = QRect(rect.left() + 12, rect.bottom() - 32, rect.width() - 24, 26)
        font = theme().font("caption")
        painter.setFont(font)
        wide = painter.fontMetrics().horizontalAdvance(card.due) + 20 if card.due else 0
        if card.due:
            place = QRect(low.right() - wide, low.top(), wide, low.height())
            role = "danger_text" if card.late else "text_2"
            paint_icon(painter, QRect(place.left(), place.top(), 14, place.height()), "calendar", role, 12)
            paint_text(painter, place.adjusted(18, 0, 2, 0), card.due, font, role)
        if card.member:
            paint_avatar(painter, QRect(low.left(), low.center().y() - 9, 20, 20), card.member, card.name)
            room = low.adjusted(28, 0, -wide - 6, 0)
            if room.width() > LEAST:
                paint_text(painter, room, card.name, font, "text_2")
        if shows_focus(option):
            paint_focus(painter, rect, 8)
        painter.restore()
