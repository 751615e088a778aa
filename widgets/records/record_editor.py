"""Edits the small records that fields choose among: add, rename, colour, order, delete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListView, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from app.calendar.kind import Channel, Kind
from app.calendar.program import Program
from app.funnel.stage import Stage
from app.members.member import MemberState
from app.personas.persona import Persona
from app.playbook import records
from app.playbook.link import Link
from app.playbook.playbook import Person
from app.purpose.kpi import Kpi
from app.store import Store
from widgets.common.choice import Option
from widgets.common.icons import icon
from widgets.common.named_options import named_options
from widgets.common.popover import Popover
from widgets.common.theme import FAMILIES
from widgets.common.words import tr
from widgets.records.record_details import RecordDetails
from widgets.records.record_model import RecordModel

KINDS: Final[dict[str, type[Any]]] = {
    "kind": Kind,
    "persona": Persona,
    "stage": Stage,
    "channel": Channel,
    "owner": Person,
    "program": Program,
    "kpi": Kpi,
    "state": MemberState,
}
COLOURED: Final = (Persona, Stage, MemberState)
SERVES: Final = "serves"
TITLE_TEXTS: Final = {
    "kind": "record.kinds",
    "persona": "record.personas",
    "stage": "record.stages",
    "channel": "record.channels",
    "owner": "record.people",
    "program": "record.programs",
    "kpi": "record.kpis",
    "state": "record.states",
}
NEW_TEXTS: Final = {
    "kind": "record.new.kind",
    "persona": "record.new.persona",
    "stage": "record.new.stage",
    "channel": "record.new.channel",
    "owner": "record.new.person",
    "program": "record.new.program",
    "kpi": "record.new.kpi",
    "state": "record.new.state",
}


class RecordEditor(QWidget):
    """A list with its buttons, and the details of the chosen record below.

    Signals:
        add_requested: a record is to be added.
        save_requested: a record has other values.
        delete_requested: a record is to go (its id).
        move_requested: a record is to stand elsewhere (its id, its place).
        kpi_requested: a program serves another KPI (id of the program, id of the KPI).
    """

    add_requested = Signal()
    save_requested = Signal(object)
    delete_requested = Signal(str)
    move_requested = Signal(str, int)
    kpi_requested = Signal(str, str)

    def __init__(self, side: str) -> None:
        super().__init__()
        self.setFixedWidth(340)
        self.model = RecordModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setFixedHeight(176)
        self.list.setIconSize(QSize(16, 16))
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        title = QLabel(tr(TITLE_TEXTS[side]))
        title.setProperty("look", "strong")
        self.list.setAccessibleName(tr(TITLE_TEXTS[side]))
        self.details = RecordDetails(KINDS[side])
        self.add = self._button("plus", tr(NEW_TEXTS[side]))
        self.up, self.down = self._button("arrow-up", tr("record.up")), self._button("arrow-down", tr("record.down"))
        self.delete = self._button("trash-2", tr("record.delete"))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 14)
        column.setSpacing(9)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(title, 1)
        for button in (self.add, self.up, self.down, self.delete):
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(self.list)
        column.addWidget(self.details)
        self._connect()

    def _button(self, sign: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(sign))
        button.setIconSize(QSize(16, 16))
        button.setFixedSize(26, 26)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_requested)
        self.up.clicked.connect(lambda: self._shift(-1))
        self.down.clicked.connect(lambda: self._shift(1))
        self.delete.clicked.connect(self._on_delete)
        self.model.rename_requested.connect(lambda record, name: self.save_requested.emit(replace(record, name=name)))
        self.list.selectionModel().currentChanged.connect(lambda _: self._show_details())
        self.details.changed.connect(self._on_details)
        self.details.kpi_chosen.connect(self._on_kpi)

    def show_records(
        self, things: Sequence[Any], kpi_of: Mapping[str, str], others: Mapping[str, list[Option]]
    ) -> None:
        """Show records, the KPIs that they serve and what their fields choose among; the chosen one stays chosen."""
        row = self.list.currentIndex().row()
        chosen = self.model.record(row)
        self._kpi_of, self._others = kpi_of, others
        self.model.show_records(things)
        row = self.model.row_of(chosen.id) if chosen else 0
        self.choose(max(row, 0))
        self._show_details()

    def choose(self, row: int) -> None:
        """Put the keyboard's place on a row."""
        self.list.setCurrentIndex(self.model.index(row, 0))

    def rename(self) -> None:
        """Let the name of the chosen record be written."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.edit(self.list.currentIndex())

    def _current(self) -> Any:
        return self.model.record(self.list.currentIndex().row())

    def _show_details(self) -> None:
        record = self._current()
        self.details.setVisible(record is not None)
        if record is not None:
            self.details.show_record(record, self._kpi_of.get(record.id, ""), self._others)
        row = self.list.currentIndex().row()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.model.rowCount() - 1)
        self.delete.setEnabled(record is not None)

    def _on_details(self, fields: dict[str, Any]) -> None:
        if self._current() is not None:
            self.save_requested.emit(replace(self._current(), **fields))

    def _on_kpi(self, kpi: str) -> None:
        if self._current() is not None:
            self.kpi_requested.emit(self._current().id, kpi)

    def _on_delete(self) -> None:
        if self._current() is not None:
            self.delete_requested.emit(self._current().id)

    def _shift(self, by: int) -> None:
        row = self.list.currentIndex().row()
        if self._current() is not None and 0 <= row + by < self.model.rowCount():
            self.move_requested.emit(self._current().id, row + by)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Up if alt:
                self._shift(-1)
            case Qt.Key.Key_Down if alt:
                self._shift(1)
            case Qt.Key.Key_Delete:
                self._on_delete()
            case _:
                super().keyPressEvent(event)


def open_records(store: Store, side: str, beside: QWidget, chosen: str = "") -> RecordEditor:
    """Show the editor of the records of one side, kept up to date with the store until it is closed."""
    kind = KINDS[side]
    editor = RecordEditor(side)

    def show() -> None:
        kpis, others = {}, {}
        if kind is Program:
            kpis = {program: link.to_id for program, link in _served(store).items()}
            others = {"lead": named_options(_in_order(store, Person)), "kpi": named_options(_in_order(store, Kpi))}
        editor.show_records(_shown(store, kind), kpis, others)

    def add() -> None:
        number = editor.model.rowCount()
        colour = FAMILIES[number % len(FAMILIES)]
        own = {"family": colour} if kind is Kind else {"colour": colour} if kind in COLOURED else {}
        records.save_record(store, kind("", tr(NEW_TEXTS[side]), **own))
        editor.choose(number)
        editor.rename()

    def move(record: str, place: int) -> None:
        every, there = [it.id for it in _in_order(store, kind)], _shown(store, kind)[place].id
        records.move_record(store, kind, record, every.index(there))

    editor.add_requested.connect(add)
    editor.save_requested.connect(lambda record: records.save_record(store, record))
    editor.delete_requested.connect(lambda record: records.delete_record(store, kind, record))
    editor.move_requested.connect(move)
    editor.kpi_requested.connect(lambda program, kpi: _serve(store, program, kpi))
    popover = Popover(editor, beside)
    end = store.subscribe(lambda _: show())
    popover.closed.connect(end)
    show()
    editor.choose(max(0, editor.model.row_of(chosen)))
    popover.open_at(beside.rect(), beside)
    return editor


def _in_order(store: Store, kind: type[Any]) -> list[Any]:
    return sorted(store.of(kind).all(), key=lambda it: (it.position, it.name, it.id))


def _shown(store: Store, kind: type[Any]) -> list[Any]:
    """Return the records that are offered; archived personas are taken out again where personas are."""
    return [it for it in _in_order(store, kind) if not getattr(it, "archived", False)]


def _served(store: Store) -> dict[str, Link]:
    """Return the links by which programs serve KPIs, by program."""
    links = store.of(Link).where(from_kind="program", to_kind="kpi", role=SERVES)
    return {link.from_id: link for link in links}


def _serve(store: Store, program: str, kpi: str) -> None:
    """Let a program serve another KPI, or none."""
    link = _served(store).get(program, Link("", "program", program, "kpi", "", SERVES))
    if kpi:
        records.save_record(store, replace(link, to_id=kpi))
    elif link.id:
        records.delete_record(store, Link, link.id)
