"""The versions of the guide: what changed since a day, and putting a chapter back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.guide.handover.wish import Version, Wish
from app.guide.snapshot import Guide
from app.guide.versions.comparing import changed_chapters
from app.guide.versions.restoring import restore_chapter
from app.guide.versions.written import GUIDE, guide_in, written
from app.playbook.playbook import PLAYBOOK_ID
from app.playbook.revising import erase, moment, revisions, since, zone_of
from app.playbook.revision import Revision
from widgets.common.day_field import DayField
from widgets.common.dialog_frame import DialogFrame
from widgets.common.labelled import Labelled
from widgets.common.nav_list import NavList, NavRow
from widgets.common.overlay import Overlay
from widgets.common.theme import theme
from widgets.common.words import clock, day, language, tr, words
from widgets.guide.bench import Bench
from widgets.guide.versions.chapter_card import ChapterCard

WIDE: Final = 928
HIGH: Final = 480
LEFT: Final = 230


class VersionsDialog(DialogFrame):
    """The days at the left, what changed since then at the right."""

    def __init__(self, bench: Bench) -> None:
        super().__init__("history", WIDE)
        self._bench = bench
        self._kept: list[Revision] = []
        self._then: Guide | None = None
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
        store = self._bench.store
        self._kept = revisions(store, GUIDE, PLAYBOOK_ID)
        zone = zone_of(store)
        rows = [NavRow(it.id, self._called(moment(it.at, zone)), icon="history") for it in reversed(self._kept)]
        self.list.show_rows(rows, rows[0].key if rows else "")
        self.erase_button.setEnabled(bool(rows))
        self.show_since(rows[0].key if rows else "")

    def show_since(self, key: str) -> None:
        """Show what is different between a version and now."""
        found = next((it for it in self._kept if it.id == key), None)
        now = Guide.read(self._bench.store)
        self._then = guide_in(found.text, now) if found else None
        self._empty()
        today = self._bench.today()
        changes = []
        if self._then is not None and found is not None and found.text != written(now):
            wish = Wish(Version.MODERATORS, language(), today, every_language=True)
            changes = changed_chapters(self._then, now, wish, words)
        for change in changes:
            card = ChapterCard(change)
            card.restore_requested.connect(self.restore)
            self._column.insertWidget(self._column.count() - 1, card)
            card.show()
        self.nothing.setText(tr("versions.same") if self._kept else tr("versions.none"))
        self.nothing.setVisible(not changes)
        self.set_stake(tr("versions.changed", n=len(changes)) if changes else "", tr("common.close"))

    def restore(self, chapter: str) -> None:
        """Put a chapter back as it was then."""
        then = self._then
        if then is not None and self._bench.run(lambda store: restore_chapter(store, then, chapter)):
            self.show_since(self.list.key())

    def _on_day(self, chosen: date | None) -> None:
        """Choose the version with which a day began."""
        if chosen is None:
            return
        found = since(self._kept, chosen, zone_of(self._bench.store))
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
        if self._bench.run(lambda store: erase(store, GUIDE, PLAYBOOK_ID)):
            self.read()

    def _called(self, at: datetime) -> str:
        year = "" if at.year == self._bench.today().year else f" {at.year}"
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
        self.set_texts(tr("versions.dialog"), tr("versions.dialog.about"))
        self.day.set_label(tr("versions.since"))
        self.day.field.show_day(self._bench.today())
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


def open_versions(bench: Bench, over: QWidget) -> VersionsDialog:
    """Show the dialog over the window."""
    dialog = VersionsDialog(bench)
    overlay = Overlay(dialog, over)
    dialog.rejected.connect(overlay.dismiss)
    overlay.open()
    return dialog
