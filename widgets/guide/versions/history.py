"""What the guide said before, for the dialog of versions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.guide.handover.wish import Version, Wish
from app.guide.snapshot import Guide
from app.guide.versions.comparing import changed_chapters
from app.guide.versions.restoring import restore_chapter
from app.guide.versions.written import GUIDE, guide_in
from app.playbook.playbook import PLAYBOOK_ID
from app.playbook.revising import erase
from app.store import Store
from app.text.differences import PartChange
from widgets.common.words import language, tr, words
from widgets.guide.bench import Bench


class GuideHistory:
    """The versions of the guide; its parts are chapters."""

    of_kind: Final[str] = GUIDE
    of_id: Final[str] = PLAYBOOK_ID

    def __init__(self, bench: Bench) -> None:
        self._bench = bench

    @property
    def store(self) -> Store:
        """The open playbook."""
        return self._bench.store

    def title(self) -> str:
        """Return what the dialog is called."""
        return tr("versions.dialog")

    def changes(self, then: str) -> Sequence[PartChange]:
        """Return the chapters that say something else now than a kept text."""
        now = Guide.read(self.store)
        wish = Wish(Version.MODERATORS, language(), self._bench.today(), every_language=True)
        return changed_chapters(guide_in(then, now), now, wish, words)

    def restore(self, then: str, part: str) -> bool:
        """Put a chapter back as a kept text has it; return whether that could be done."""
        before = guide_in(then, Guide.read(self.store))
        return self._bench.run(lambda store: restore_chapter(store, before, part))

    def erase(self) -> bool:
        """Erase all that is kept; return whether that could be done."""
        return self._bench.run(lambda store: erase(store, GUIDE, PLAYBOOK_ID))
