"""Everything on the board as a list: for the keyboard, for reading, and for screen readers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget
from typing_extensions import override

from app.purpose.board import Note, NoteKind
from app.purpose.naming import title_of
from app.purpose.surroundings import Surroundings
from app.purpose.wall import Wall, box_of
from widgets.common.icons import icon
from widgets.common.keyboard_focus import KeyboardFocus
from widgets.common.theme import theme
from widgets.common.words import tr
from widgets.purpose.canvas.keys import reading_order
from widgets.purpose.painting.fills import ICONS
from widgets.purpose.painting.words import kind_name, name, result_title, text_of

Index = QModelIndex | QPersistentModelIndex
INDENT: Final = "    "


class OutlineModel(QAbstractListModel):
    """The notes in the order in which they are read, those in frames indented; each says what it leads to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wall: Wall | None = None
        self._around = Surroundings()
        self.notes: list[Note] = []
        self._inside: set[str] = set()

    def show_wall(self, wall: Wall, around: Surroundings) -> None:
        """Show another board, or the same one anew."""
        self.beginResetModel()
        self._wall, self._around = wall, around
        self.notes = reading_order(list(wall.notes.values()))
        frames = [box_of(note) for note in self.notes if note.kind is NoteKind.FRAME]
        self._inside = {
            note.id
            for note in self.notes
            if note.kind is not NoteKind.FRAME and any(box.holds(*box_of(note).middle) for box in frames)
        }
        self.endResetModel()

    def row_of(self, id: str) -> int:
        """Return the row of a note, -1 when it is not there."""
        return next((row for row, note in enumerate(self.notes) if note.id == id), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.notes)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.notes):
            return None
        note = self.notes[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                shown = title_of(replace(note, text=text_of(note, self._around))) or name(note)
                return f"{INDENT if note.id in self._inside else ''}{shown}"
            case Qt.ItemDataRole.DecorationRole:
                return icon("target" if note.kind is NoteKind.METRIC else ICONS[note.category], "text_muted")
            case Qt.ItemDataRole.FontRole:
                return theme().font_px(13, 600) if note.kind is NoteKind.FRAME else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._said(note)
            case _:
                return None

    def _said(self, note: Note) -> str:
        """Return all that the board shows of a note, in words."""
        parts = [f"{kind_name(note)}: {text_of(note, self._around).strip() or name(note)}"]
        stage = self._around.stages.get(note.stage)
        parts += [stage.name] if stage else []
        parts += [note.source] if note.source else []
        if self._wall:
            ends = [self._wall.connectors[key].end for key in self._wall.at(note.id)]
            leads = [name(self._wall.notes[end]) for end in ends if end != note.id and end in self._wall.notes]
            parts += [tr("purpose.outline.leads", names=", ".join(sorted(leads)))] if leads else []
        for link in self._around.results.get(note.id, []):
            parts.append(tr("purpose.outline.became", title=result_title(self._around, link)))
        return ". ".join(parts)


class Outline(QListView):
    """Has the same selection as the board.

    Signals:
        chosen: notes were selected here (ids in order).
        opened: Enter or a double click on a note (id).
    """

    chosen = Signal(object)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outline = OutlineModel(self)
        self.setModel(self.outline)
        self.setProperty("look", "bare")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(16, 16))
        self._showing = False
        KeyboardFocus(self)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.outline.notes[index.row()].id))

    def show_wall(self, wall: Wall, around: Surroundings, selected: tuple[str, ...]) -> None:
        """Show what lies on the board."""
        self._showing = True
        self.outline.show_wall(wall, around)
        self._showing = False
        self.show_selection(selected)

    def show_selection(self, ids: tuple[str, ...]) -> None:
        """Select what is selected on the board."""
        rows = [row for key in ids if (row := self.outline.row_of(key)) >= 0]
        selection = QItemSelection()
        for row in rows:
            index = self.outline.index(row)
            selection.select(index, index)
        self._showing = True
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            index = self.outline.index(rows[-1])
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        self._showing = False

    def _on_selection_changed(self) -> None:
        if not self._showing:
            rows = sorted(index.row() for index in self.selectedIndexes())
            self.chosen.emit(tuple(self.outline.notes[row].id for row in rows))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.currentIndex().isValid():
            self.opened.emit(self.outline.notes[self.currentIndex().row()].id)
        else:
            super().keyPressEvent(event)
