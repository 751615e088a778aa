"""One column of the board: its name, how full it is, its cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from widgets.common.icons import icon
from widgets.common.steady_scroll_bar import WIDTH
from widgets.common.theme import theme
from widgets.common.words import Retranslated, tr
from widgets.tasks.column_head import ColumnHead
from widgets.tasks.column_list import ColumnList
from widgets.tasks.face import work
from widgets.tasks.rows import RowsModel, TaskRow

LEAST: Final = 196  # px of width


@dataclass(frozen=True, slots=True)
class ColumnFace:
    """A column as it is shown; `count` says how many tasks of how many, in words."""

    id: str
    name: str
    done: bool
    limit: int
    tasks: int
    count: str
    hours: float
    older: int = 0  # finished ones that are not shown


class BoardColumn(Retranslated):
    """A rounded ground with a head of 34 px, the cards below.

    Signals:
        add_requested: a task is to be added here.
        older_requested: all finished tasks are to be seen.
        asked: something is to be done with the column: "rename", "limit", "done", "left", "right", "add", "delete".
    """

    add_requested = Signal()
    older_requested = Signal()
    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.face = ColumnFace("", "", done=False, limit=0, tasks=0, count="", hours=0.0)
        self._held = 0
        theme().changed.connect(self._widen)
        self._widen()
        self.model = RowsModel(self)
        self._build()
        self._arrange()
        self.retranslate()

    def _build(self) -> None:
        self.head = ColumnHead()
        self.name, self.count, self.plus = self.head.name, self.head.count, self.head.plus
        self.name.clicked.connect(self.show_menu)
        self.name.customContextMenuRequested.connect(lambda _: self.show_menu())
        self.head.stepped.connect(lambda step: self.asked.emit("left" if step < 0 else "right"))
        self.plus.clicked.connect(self.add_requested)
        self.list = ColumnList(self.model)
        self.older = QPushButton()
        self.older.setProperty("look", "link-small")
        self.older.clicked.connect(self.older_requested)
        self.list.hovered.connect(self._on_hovered)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 1, 8)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addSpacing(8)
        cards = QHBoxLayout()
        cards.setContentsMargins(8, 0, 9 - WIDTH + 1, 0)
        cards.addWidget(self.list)
        column.addLayout(cards, 1)
        column.addWidget(self.older, 0, Qt.AlignmentFlag.AlignLeft)

    def _widen(self) -> None:
        """Be wide enough for name and count, whose letters may be large."""
        self.setMinimumWidth(round(LEAST * max(1.0, theme().text_scale)))

    def show_column(self, face: ColumnFace, rows: Sequence[TaskRow]) -> None:
        """Show a column and its tasks."""
        self.face = face
        self.model.show_rows(rows)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        face = self.face
        self.list.setAccessibleName(face.name)
        self.list.set_nothing(tr("tasks.column.nothing"))
        self.head.show_words(face.name, work(face.hours) if face.hours and not face.done else "")
        self.older.setVisible(face.older > 0)
        self.older.setText(tr("tasks.column.older", n=face.older))
        self.older.setAccessibleName(self.older.text())
        self._write_count()

    def _write_count(self) -> None:
        face = self.face
        new = face.tasks + self._held
        if self._held:
            text = tr("tasks.column.would", old=face.tasks, new=new)
            text = tr("tasks.column.of", text=text, limit=face.limit) if face.limit else text
        else:
            text = face.count
        self.head.show_count(text, over=bool(face.limit) and new > face.limit)

    def show_menu(self) -> None:
        """Show what can be done with the column."""
        menu = QMenu(self)
        menu.addAction(icon("pencil"), tr("tasks.column.rename"), partial(self.asked.emit, "rename"))
        if not self.face.done:
            menu.addAction(icon("gauge"), tr("tasks.column.limit"), partial(self.asked.emit, "limit"))
        done = menu.addAction(tr("tasks.column.finishes"), partial(self.asked.emit, "done"))
        done.setCheckable(True)
        done.setChecked(self.face.done)
        menu.addSeparator()
        menu.addAction(icon("arrow-left"), tr("tasks.column.left"), partial(self.asked.emit, "left"))
        menu.addAction(icon("arrow-right"), tr("tasks.column.right"), partial(self.asked.emit, "right"))
        menu.addAction(icon("plus"), tr("tasks.column.add"), partial(self.asked.emit, "add"))
        menu.addSeparator()
        menu.addAction(icon("trash-2"), tr("tasks.column.delete"), partial(self.asked.emit, "delete"))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.name.mapToGlobal(self.name.rect().bottomLeft()))

    def _on_hovered(self, ids: list[str], row: int) -> None:
        here = set(self.model.ids())
        held = sum(one not in here for one in ids) if row >= 0 else -1
        self._held = max(0, held)
        self.setProperty("target", row >= 0)
        self._write_count()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        target = bool(self.property("target"))
        painter.setPen(QPen(theme().color("accent" if target else "border"), 2 if target else 1))
        painter.setBrush(theme().color("drop" if target else "surface"))
        edge = 1 if target else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 10, 10)
