"""People on the way through a sequence: circle, name, how far, which day; thousands of them cost nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
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

from app.workflows.enrolment import Way
from app.workflows.snapshot import OnWay
from widgets.common.avatar import paint_avatar
from widgets.common.keyboard_focus import KeyboardFocus, shows_focus
from widgets.common.painting import RIGHT, paint_focus, paint_text
from widgets.common.theme import theme
from widgets.common.words import tr

Index = QModelIndex | QPersistentModelIndex
ROW: Final = Qt.ItemDataRole.UserRole
NOWHERE: Final = QModelIndex()
LINE: Final = 28
DOTS_MOST: Final = 8


class WayList(QListView):
    """Rows of 28 px that are selected as everywhere.

    Signals:
        opened: somebody is to be shown (the id of the member).
        menu_requested: the menu of the selection is wanted (place on the screen).
    """

    opened = Signal(str)
    menu_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = _Rows(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self))
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_requested.emit(self.viewport().mapToGlobal(at)))
        self.doubleClicked.connect(lambda _: self._open())
        KeyboardFocus(self)
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def show_people(self, people: Sequence[OnWay], steps: int) -> None:
        """Show who is on the way through so many steps; the selection stays."""
        chosen = set(self.selection())
        self.rows.show_people(people, steps)
        model = self.selectionModel()
        for at, one in enumerate(people):
            if one.run.id in chosen:
                model.select(self.rows.index(at, 0), model.SelectionFlag.Select)

    def selection(self) -> list[str]:
        """Return the runs that are selected."""
        return [index.data(ROW)[0].run.id for index in self.selectedIndexes()]

    def meant(self) -> list[str]:
        """Return the runs that an action means: the selected ones, or the one that the keyboard is on."""
        current = self.currentIndex().data(ROW)
        return self.selection() or ([current[0].run.id] if current and self.hasFocus() else [])

    def _open(self) -> None:
        found = self.currentIndex().data(ROW)
        if found and found[0].member:
            self.opened.emit(found[0].member.id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._people: list[OnWay] = []
        self._steps = 0

    def show_people(self, people: Sequence[OnWay], steps: int) -> None:
        self.beginResetModel()
        self._people, self._steps = list(people), steps
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._people)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._people[index.row()]
        if role == ROW:
            return one, self._steps
        name = one.member.name if one.member else tr("sequences.whole_community")
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}, {_when(one)}, {tr('sequences.step_of', at=one.place + 1, of=self._steps)}"
        return None


class _Painter(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, round(LINE * max(1.0, theme().text_scale)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        (one, steps), rect = index.data(ROW), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        flags = QStyle.StateFlag
        if option.state & (flags.State_Selected | flags.State_MouseOver):
            ground = "selection" if option.state & flags.State_Selected else "hover"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().color(ground))
            painter.drawRoundedRect(QRectF(rect), 5, 5)
        name = one.member.name if one.member else tr("sequences.whole_community")
        paint_avatar(painter, QRect(rect.left() + 4, rect.center().y() - 9, 20, 20), _face(one), name)
        font = theme().font("small")
        days = QRect(rect.right() - theme().wide(80), rect.top(), theme().wide(74), rect.height())
        paint_text(painter, days, _when(one), font, "text_muted", RIGHT)
        left = self._paint_dots(painter, days.left() - 8, rect, one.place, min(steps, DOTS_MOST))
        paint_text(
            painter, QRect(rect.left() + 32, rect.top(), left - rect.left() - 40, rect.height()), name, font, "text"
        )
        if shows_focus(option):
            paint_focus(painter, rect, 5)
        painter.restore()

    def _paint_dots(self, painter: QPainter, right: int, rect: QRect, place: int, steps: int) -> int:
        """Paint a dot for each step, the next one long; return where they begin."""
        painter.setPen(Qt.PenStyle.NoPen)
        x, y = right - (steps * 9 + 8), rect.center().y() - 2
        start = x
        for at in range(steps):
            now = at == min(place, steps - 1)
            painter.setBrush(theme().color("accent" if now else "border_strong"))
            painter.setOpacity(0.45 if at < place and not now else 1.0)
            if at < place and not now:
                painter.setBrush(theme().color("accent"))
            painter.drawRoundedRect(QRectF(x, y, 14 if now else 6, 6), 3, 3)
            x += 17 if now else 9
        painter.setOpacity(1.0)
        return start


def _face(one: OnWay) -> str:
    return one.member.id if one.member else one.run.id


def _when(one: OnWay) -> str:
    if one.run.way is Way.PAUSED:
        return tr("sequences.rests.short")
    return tr("sequences.on_day", n=one.day) if one.day >= 0 else tr("sequences.in_days", n=-one.day)
