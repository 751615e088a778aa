"""The table of members: the names of its columns, its rows, and a line below that says how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from app.members.snapshot import Members
from widgets.common.keyboard_focus import KeyboardFocus
from widgets.common.painting import paint_icon, paint_text
from widgets.common.steady_scroll_bar import WIDTH, steady_scroll_bar
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr
from widgets.members.row_delegate import RowDelegate, columns
from widgets.members.rows import MemberRows

HEAD: Final = 28
SIGN: Final = 12


class PeopleList(Retranslated):
    """Rows are selected as everywhere.

    Signals:
        selection_changed: others are selected (list of ids).
        opened: somebody is to be opened.
        deleted: the selection is to go.
        sort_chosen: rows are to be sorted by another side, or the other way round.
        menu_requested: the menu of the selection is wanted (place on the screen).
    """

    selection_changed = Signal(object)
    opened = Signal()
    deleted = Signal()
    sort_chosen = Signal(str)
    menu_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.model = MemberRows(self)
        self.names = ColumnNames()
        self.list = _Lines(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.names)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self.names.sort_chosen.connect(self.sort_chosen)
        self.list.opened.connect(self.opened)
        self.list.deleted.connect(self.deleted)
        self.list.customContextMenuRequested.connect(self._on_menu_requested)
        self.list.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.list.setAccessibleName(tr("members.list"))
        self.names.update()
        self.list.viewport().update()

    def show_members(self, members: Members, ids: Sequence[str]) -> None:
        """Show other rows; the selection stays with its members."""
        chosen, current = self.selection(), self.current_id()
        self._quiet = True
        self.model.show_members(members, ids)
        self._quiet = False
        self.select(chosen)
        self.list.viewport().update()
        for row in self.model.rows_of([current] if current else []):
            if row != self.list.currentIndex().row():
                self._put_keyboard(row)

    def selection(self) -> list[str]:
        """Return who is selected, in order."""
        there = self.model.ids()
        return [there[row] for row in sorted(index.row() for index in self.list.selectedIndexes())]

    def current_id(self) -> str:
        """Return whom the keyboard is on, or ""."""
        index = self.list.currentIndex()
        return self.model.ids()[index.row()] if index.isValid() else ""

    def meant(self) -> list[str]:
        """Return whom an action means: the selection, or the one that the keyboard is on."""
        current, chosen = self.current_id(), self.selection()
        return chosen if not current or current in chosen or not self.list.hasFocus() else [current]

    def select(self, ids: Iterable[str]) -> None:
        """Select members without a signal."""
        chosen = QItemSelection()
        for first, last in _runs(sorted(self.model.rows_of(ids))):
            chosen.select(self.model.index(first, 0), self.model.index(last, 0))
        self._quiet = True
        self.list.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._quiet = False

    def select_all(self) -> None:
        """Select everybody who is shown."""
        self.select(self.model.ids())
        self.selection_changed.emit(self.selection())

    def reveal(self, member: str, *, take_keyboard: bool = True) -> bool:
        """Select one member and bring them into view; return whether they are shown."""
        for row in self.model.rows_of([member]):
            self.select([member])
            self._put_keyboard(row)
            if take_keyboard:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    def anchor(self, member: str) -> QRect:
        """Return where somebody's row is inside this widget, its own middle when it is not seen."""
        for row in self.model.rows_of([member]):
            rect = self.list.visualRect(self.model.index(row, 0))
            corner = self.list.viewport().mapTo(self, rect.topLeft())
            if self.rect().contains(corner):
                return QRect(corner, rect.size())
        return QRect(self.rect().center(), self.rect().center())

    def _put_keyboard(self, row: int) -> None:
        index = self.model.index(row, 0)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.list.scrollTo(index)

    def _on_selection_changed(self) -> None:
        if not self._quiet:
            self.selection_changed.emit(self.selection())

    def _on_menu_requested(self, place: QPoint) -> None:
        self.menu_requested.emit(self.list.viewport().mapToGlobal(place))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def _runs(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Return rows as runs of neighbours: thousands are selected as one."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


class _Lines(QListView):
    opened = Signal()
    deleted = Signal()

    def __init__(self, model: MemberRows) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        KeyboardFocus(self)
        steady_scroll_bar(self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bare:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class ColumnNames(QWidget):
    """The names above the rows, an arrow beside the one that sorts.

    Signals:
        sort_chosen: rows are to be sorted by "name", "persona", "state" or "joined", or the other way round.
    """

    sort_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by, self._back = "name", False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme().changed.connect(self._fit)
        self._fit()

    def show_sort(self, by: str, *, back: bool) -> None:
        """Show by what rows are sorted, and whether the other way round."""
        self._by, self._back = by, back
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(round(HEAD * max(1.0, theme().text_scale)))
        self.update()

    def _names(self) -> list[tuple[str, QRect, str]]:
        name, known, persona, state, joined = columns(self.rect().adjusted(0, 0, -WIDTH, 0))
        return [
            ("name", name, tr("members.head.name")),
            ("", known, tr("members.head.handles")),
            ("persona", persona, tr("members.head.persona")),
            ("state", state, tr("members.head.state")),
            ("joined", joined, tr("members.head.joined")),
        ]

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for by, rect, _ in self._names():
            if by and rect.contains(event.position().toPoint()):
                self.sort_chosen.emit(by)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, font = QPainter(self), theme().font_px(11, 600)
        painter.fillRect(self.rect(), theme().color("sunken"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), theme().color("border"))
        for by, rect, name in self._names():
            sorts = bool(by) and by == self._by
            paint_text(painter, rect, name if rect.width() else "", font, "text" if sorts else "text_muted")
            if sorts:
                width = min(painter.fontMetrics().horizontalAdvance(name), rect.width())
                sign = QRect(rect.left() + width + 4, rect.top(), SIGN, rect.height())
                paint_icon(painter, sign, "arrow-down" if self._back else "arrow-up", "text", SIGN)
