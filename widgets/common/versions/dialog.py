"""The versions of a document: what changed since a day, and putting a part of it back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.playbook.revising import moment, numbers, revisions, since, zone_of
from app.playbook.revision import Revision
from app.store import Store
from app.tasks.today import today_of
from app.text.differences import PartChange
from widgets.common.day_field import DayField
from widgets.common.dialog_frame import DialogFrame
from widgets.common.labelled import Labelled
from widgets.common.nav_list import NavList, NavRow
from widgets.common.overlay import Overlay
from widgets.common.theme import theme
from widgets.common.versions.part_card import PartCard
from widgets.common.words import clock, day, tr

WIDE: Final = 928
HIGH: Final = 480
LEFT: Final = 230


class History(Protocol):
    """What a document said before, and how it goes back to that."""

    @property
    def of_kind(self) -> str:
        """What kind of document it is."""

    @property
    def of_id(self) -> str:
        """Which one."""

    @property
    def store(self) -> Store:
        """The open playbook."""

    def title(self) -> str:
        """Return what the dialog is called."""

    def changes(self, then: str) -> Sequence[PartChange]:
        """Return the parts that say something else now than a kept text."""

    def restore(self, then: str, part: str) -> bool:
        """Put a part back as a kept text has it; return whether that could be done."""

    def erase(self) -> bool:
        """Erase all that is kept; return whether that could be done."""


class VersionsDialog(DialogFrame):
    """The days at the left, what changed since then at the right."""

    def __init__(self, history: History) -> None:
        super().__init__("history", WIDE)
        self._history = history
        self._kept: list[Revision] = []
        self._then = ""
        self._sure = False
        self.day, self.list = Labelled(DayField()), NavList()
        self.erase_button, self.nothing = QPushButton(), QLabel()
        self.changes = QWidget()
        self._column = QVBoxLayout(self.changes)
        self._lay()
        self._fill()
        self.day.field.entered.connect(self._on_day)
        self.list.chosen.connect(self.show_since)
        self.erase_button.clicked.connect(self._erase)
        self.accepted.connect(self.rejected)
        self.cancel.hide()
        self.read()

    def read(self) -> None:
        """Show what is kept, the newest first, and what changed since then."""
        store = self._history.store
        self._kept = revisions(store, self._history.of_kind, self._history.of_id)
        zone = zone_of(store)
        rows = [
            NavRow(it.id, self._called(moment(it.at, zone)), count=str(number), icon="history")
            for number, it in zip(reversed(numbers(self._kept)), reversed(self._kept), strict=True)
        ]
        self.list.show_rows(rows, rows[0].key if rows else "")
        self.erase_button.setEnabled(bool(rows))
        self.show_since(rows[0].key if rows else "")

    def show_since(self, key: str) -> None:
        """Show what is different between a version and now."""
        found = next((it for it in self._kept if it.id == key), None)
        self._then = found.text if found else ""
        self._empty()
        changes = self._history.changes(self._then) if self._then else ()
        for change in changes:
            card = PartCard(change)
            card.restore_requested.connect(self.restore)
            self._column.insertWidget(self._column.count() - 1, card)
            card.show()
        self.nothing.setText(tr("versions.same") if self._kept else tr("versions.none"))
        self.nothing.setVisible(not changes)
        self.set_stake(tr("versions.changed", n=len(changes)) if changes else "", tr("common.close"))

    def restore(self, part: str) -> None:
        """Put a part back as it was then."""
        if self._history.restore(self._then, part):
            self.show_since(self.list.key())

    def _on_day(self, chosen: date | None) -> None:
        """Choose the version with which a day began."""
        if chosen is None:
            return
        found = since(self._kept, chosen, zone_of(self._history.store))
        if found is not None:
            self.list.choose(found.id)
        self.show_since(found.id if found else "")

    def _erase(self) -> None:
        """Ask once more, then erase what is kept."""
        if not self._sure:
            self._sure = True
            self.erase_button.setText(tr("versions.erase.sure"))
            return
        self._sure = False
        self._fill()
        if self._history.erase():
            self.read()

    def _called(self, at: datetime) -> str:
        year = "" if at.year == today_of(self._history.store).year else f" {at.year}"
        return f"{day(at.date(), 'ddd d MMMM')}{year}, {clock(at.time())}"

    def _empty(self) -> None:
        while self._column.count():
            item = self._column.takeAt(0)
            if item and (widget := item.widget()) and widget is not self.nothing:
                widget.hide()
                widget.deleteLater()
        self._column.addWidget(self.nothing)
        self._column.addStretch(1)

    def _fill(self) -> None:
        self.set_texts(self._history.title(), tr("versions.dialog.about"))
        self.day.set_label(tr("versions.since"))
        self.day.field.show_day(today_of(self._history.store))
        self.list.setAccessibleName(tr("versions.list"))
        self.erase_button.setText(tr("versions.erase"))
        self.erase_button.setAccessibleName(tr("versions.erase"))

    def _lay(self) -> None:
        self.nothing.setTextFormat(Qt.TextFormat.PlainText)
        self.nothing.setProperty("look", "caption")
        self.nothing.setWordWrap(True)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self.changes)
        area.viewport().setAutoFillBackground(False)
        self.changes.setAutoFillBackground(False)
        area.setMinimumHeight(HIGH)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.day)
        left.addWidget(self.list, 1)
        for widget in (self.day, self.list):
            widget.setFixedWidth(theme().wide(LEFT))
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(left)
        row.addWidget(area, 1)
        self.body.addLayout(row)
        self.add_button(self.erase_button)


def open_versions(history: History, over: QWidget) -> VersionsDialog:
    """Show the dialog over the window."""
    dialog = VersionsDialog(history)
    overlay = Overlay(dialog, over)
    dialog.rejected.connect(overlay.dismiss)
    overlay.open()
    return dialog
