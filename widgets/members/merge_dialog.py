"""Asks how two members become one, and shows what happens then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.members.member import Member
from app.members.merging import Named, Reason, named, reasons
from app.members.snapshot import Members
from app.store import Store
from widgets.common.dialog_frame import DialogFrame
from widgets.common.icon_label import IconLabel
from widgets.common.icons import icon, put_icon
from widgets.common.overlay import Overlay
from widgets.common.words import tr
from widgets.members.merge_table import MergeTable

REASON_TEXTS: Final[Mapping[Reason, str]] = {
    Reason.EMAIL: "members.reason.email",
    Reason.HANDLE: "members.reason.handle",
    Reason.NAME: "members.reason.name",
    Reason.COMPANY: "members.reason.company",
    Reason.OTHER_ROLE: "members.reason.other_role",
    Reason.OTHER_COMPANY: "members.reason.other_company",
}
AGAINST: Final = (Reason.OTHER_ROLE, Reason.OTHER_COMPANY)
SIDE: Final = 260


class MergeDialog(DialogFrame):
    """Reasons, the table of fields, and at the right what happens.

    Signals:
        merge_requested: the second is to go up in the first (stays, goes, fields that are taken from the second).
    """

    merge_requested = Signal(str, str, object)

    def __init__(self, store: Store, members: Members, one: str, other: str) -> None:
        super().__init__("git-merge", 1000)
        self._store, self._members = store, members
        self._pair = (members.all[one], members.all[other])
        self.table: MergeTable | None = None
        self.swap = QPushButton()
        put_icon(self.swap, icon("arrow-left-right"))
        self.swap.clicked.connect(self._on_swap)
        self.add_button(self.swap)
        self.accepted.connect(self._on_accepted)
        self._room = QHBoxLayout()
        self._room.setSpacing(20)
        self.body.addLayout(self._room)
        self._fill()

    def _fill(self) -> None:
        """Show the pair in the order that it has now."""
        one, other = self._pair
        while (item := self._room.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.table = MergeTable(self._members, one, other)
        self.table.changed.connect(self._show_stake)
        self._room.addWidget(self._main(self.table), 1)
        self._room.addWidget(_happens(other, named(self._store, other.id)))
        self.set_texts(tr("members.merge.title"), tr("members.merge.subtitle"))
        self.swap.setText(tr("members.merge.swap"))
        self.swap.setAccessibleName(self.swap.text())
        self._show_stake()

    def _main(self, table: MergeTable) -> QWidget:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        row = QHBoxLayout()
        row.setSpacing(8)
        found = reasons(*self._pair)
        for reason in found:
            row.addWidget(_reason(tr(REASON_TEXTS[reason]), for_it=reason not in AGAINST))
        if not found:
            row.addWidget(_reason(tr("members.reason.none"), for_it=False))
        row.addStretch()
        column.addLayout(row)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(table)
        area.setMinimumHeight(min(table.sizeHint().height() + 2, 460))
        column.addWidget(area, 1)
        return main

    def _show_stake(self) -> None:
        one, other = self._pair
        taken = self.table.taken() if self.table else []
        name = other.name if "name" in taken else one.name
        self.set_stake(tr("members.merge.stake", name=name), tr("members.merge.do", name=name))

    def _on_swap(self) -> None:
        self._pair = self._pair[::-1]
        self._fill()

    def _on_accepted(self) -> None:
        if self.table:
            self.merge_requested.emit(self._pair[0].id, self._pair[1].id, self.table.taken())


def open_merge(store: Store, members: Members, pair: Sequence[str], over: QWidget) -> tuple[MergeDialog, Overlay]:
    """Show the dialog over the window; the caller hears `merge_requested`."""
    dialog = MergeDialog(store, members, pair[0], pair[1])
    overlay = Overlay(dialog, over)
    dialog.rejected.connect(overlay.dismiss)
    dialog.merge_requested.connect(lambda *_: overlay.close())
    overlay.open()
    dialog.accept.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter presses it
    return dialog, overlay


def _reason(text: str, *, for_it: bool) -> QFrame:
    card, label = QFrame(), QLabel(text)
    card.setProperty("look", "card")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("look", "medium-small")
    row = QHBoxLayout(card)
    row.setContentsMargins(10, 7, 12, 7)
    row.setSpacing(7)
    sign = ("circle-check", "success") if for_it else ("circle-alert", "warning")
    row.addWidget(IconLabel(*sign, 14))
    row.addWidget(label)
    return card


def _happens(other: Member, there: Named) -> QWidget:
    """Return the list of what is led over to the member that stays."""
    side = QWidget()
    side.setFixedWidth(SIDE)
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    title = QLabel(tr("members.merge.happens"))
    title.setProperty("look", "strong")
    column.addWidget(title)
    lines = (
        ("repeat", there.runs, tr("members.merge.runs", n=there.runs)),
        ("shield", there.incidents, tr("members.merge.incidents", n=there.incidents)),
        ("columns-3", there.entries, tr("members.merge.entries", n=there.entries)),
        ("link", there.links, tr("members.merge.links", n=there.links)),
    )
    shown = [(sign, text) for sign, n, text in lines if n]
    for sign, text in shown or [("info", tr("members.merge.nothing", name=other.name))]:
        row = QHBoxLayout()
        row.setSpacing(8)
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("look", "small")
        label.setWordWrap(True)
        row.addWidget(IconLabel(sign, "text_muted", 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        column.addLayout(row)
    column.addStretch()
    return side
