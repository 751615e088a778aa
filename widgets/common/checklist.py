"""A checklist: what is to be done for a thing, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from widgets.common.checklist_delegate import ChecklistDelegate
from widgets.common.checklist_model import STEP_ID, ChecklistModel, Step
from widgets.common.icons import icon
from widgets.common.keyboard_focus import KeyboardFocus
from widgets.common.words import Retranslated, tr

LINE: Final = 24


class Checklist(Retranslated):
    """Space ticks, F2 or a double click writes anew, Alt+Up and Alt+Down put elsewhere, Delete takes away.

    Signals:
        add_requested: a line is to be added (id of the thing, its text).
        tick_requested, rename_requested, place_requested: as in the model.
        delete_requested: a line is to go (its id).
    """

    add_requested = Signal(str, str)
    tick_requested = Signal(str, bool)
    rename_requested = Signal(str, str)
    place_requested = Signal(str, int)
    delete_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._of = ""
        self._done = self._all = 0
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        self.label = QLabel()
        self.label.setProperty("look", "label")
        self.bar = QProgressBar()
        self.bar.setFixedWidth(84)
        self.bar.setTextVisible(False)
        self.model = ChecklistModel(self)
        self.list = _Lines()
        self.list.setModel(self.model)
        self.list.setItemDelegate(ChecklistDelegate(self.list))
        self.label.setBuddy(self.list)
        self.line = QLineEdit()
        self.line.setProperty("look", "small")
        self.line.addAction(icon("plus", "text_muted"), QLineEdit.ActionPosition.LeadingPosition)
        head = QHBoxLayout()
        head.addWidget(self.label, 1)
        head.addWidget(self.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self.line)

    def _connect(self) -> None:
        self.model.tick_requested.connect(self.tick_requested)
        self.model.rename_requested.connect(self.rename_requested)
        self.model.place_requested.connect(self.place_requested)
        self.list.shifted.connect(self._on_shifted)
        self.list.deleted.connect(self._on_deleted)
        self.line.returnPressed.connect(self.flush)

    @override
    def retranslate(self) -> None:
        title = tr("common.checklist.state", done=self._done, all=self._all) if self._all else tr("common.checklist")
        self.label.setText(title)
        self.list.setAccessibleName(title)
        self.bar.setAccessibleName(title)
        self.line.setPlaceholderText(tr("common.checklist.add"))
        self.line.setAccessibleName(tr("common.checklist.add"))

    def show_steps(self, of: str, steps: Sequence[Step]) -> None:
        """Show the lines of a thing."""
        chosen = self.list.currentIndex().data(STEP_ID)
        self._of = of
        self._done, self._all = sum(step.done for step in steps), len(steps)
        self.model.show_steps(steps)
        self.list.setVisible(bool(steps))
        self.list.setFixedHeight(LINE * max(1, len(steps)) + 2)
        self.bar.setVisible(bool(steps))
        self.bar.setRange(0, max(1, self._all))
        self.bar.setValue(self._done)
        row = self.model.row_of(str(chosen))
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row, 0))
        self.retranslate()

    def flush(self) -> None:
        """Add what was typed."""
        text = self.line.text().strip()
        if text and self._of:
            self.line.clear()
            self.add_requested.emit(self._of, text)

    def _on_shifted(self, by: int) -> None:
        index = self.list.currentIndex()
        place = index.row() + by
        if index.isValid() and 0 <= place < self.model.rowCount():
            self.place_requested.emit(str(index.data(STEP_ID)), place)

    def _on_deleted(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.delete_requested.emit(str(index.data(STEP_ID)))


class _Lines(QListView):
    shifted = Signal(int)
    deleted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        KeyboardFocus(self)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, LINE)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Up if alt:
                self.shifted.emit(-1)
            case Qt.Key.Key_Down if alt:
                self.shifted.emit(1)
            case Qt.Key.Key_Delete:
                self.deleted.emit()
            case _:
                super().keyPressEvent(event)
