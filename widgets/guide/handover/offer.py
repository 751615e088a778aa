"""What leads from the page to its files and versions: buttons in its head, a card at the left, actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from app.guide.versions.written import GUIDE
from app.playbook.playbook import PLAYBOOK_ID
from app.playbook.revising import current_number, moment, revisions, zone_of
from widgets.common.action import Action
from widgets.common.words import day, tr
from widgets.guide.handover.public_card import PublicCard

if TYPE_CHECKING:
    from widgets.guide.page import GuidePage


KEPT_AFTER: Final = 1500  # ms: what was said before a change is kept once typing rests


class HandoverOffer(QObject):
    """Opens the dialogs of the guide page."""

    def __init__(self, page: GuidePage) -> None:
        super().__init__(page)
        self._page = page
        self.card = PublicCard()
        page.left.foot.addWidget(self.card)
        self.card.preview_requested.connect(self.show_public)
        page.header.export.clicked.connect(self.hand_over)
        page.header.versions.clicked.connect(self.show_versions)
        page.header.export.show()
        page.header.versions.show()
        self._soon = QTimer(self, singleShot=True, interval=KEPT_AFTER)
        self._soon.timeout.connect(self._on_soon)
        page.actions_changed.connect(self._soon.start)
        self._actions = (
            Action("guide_handover", "handover.action", self.hand_over, "upload", (), "file", page.is_open),
            Action("guide_versions", "versions.action", self.show_versions, "history", (), "file", page.is_open),
        )
        self.retranslate()

    def actions(self) -> Sequence[Action]:
        """Return the actions for menus and palette."""
        return self._actions

    def hand_over(self) -> None:
        """Choose a file of the guide and save it."""
        self._open(public=False)

    def show_public(self) -> None:
        """Show what everybody gets."""
        self._open(public=True)

    def show_versions(self) -> None:
        """Show what the guide said before."""
        from widgets.common.versions.dialog import open_versions
        from widgets.guide.versions.history import GuideHistory

        if self._page.is_open():
            self._page.leave()
            open_versions(GuideHistory(self._page.bench), self._page)

    def show_number(self) -> None:
        """Say in the head which version this is, and on which day it was begun."""
        label, page = self._page.header.version, self._page
        if page.store is None or page.bench.guide.blank:
            label.hide()
            return
        kept = revisions(page.store, GUIDE, PLAYBOOK_ID)
        number = current_number(kept)
        begun = day(moment(kept[-1].at, zone_of(page.store)).date()) if kept else ""
        text = tr("versions.number.day", n=number, day=begun) if kept else tr("versions.number", n=number)
        label.setText(text)
        label.show()

    def retranslate(self) -> None:
        """Set the texts of the buttons."""
        header = self._page.header
        header.export.setText(tr("handover.export"))
        header.export.setAccessibleName(tr("handover.action"))
        header.versions.setText(tr("versions.button"))
        header.versions.setAccessibleName(tr("versions.action"))
        self.show_number()

    def _on_soon(self) -> None:
        if self._page.isVisible():
            self.show_number()

    def _open(self, *, public: bool) -> None:
        from widgets.guide.handover.dialog import open_handover

        if self._page.is_open():
            self._page.leave()
            bench = self._page.bench
            open_handover(bench.desk, bench.guide, bench.today(), self._page, public=public)
