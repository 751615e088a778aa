"""What is to be seen of the guide's files and versions, for the pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from app.guide.chapter import Chapter
from app.guide.editing import edit
from app.guide.versions.written import GUIDE as OF_KIND
from app.guide.versions.written import written
from app.playbook.playbook import PLAYBOOK_ID
from app.playbook.revising import keep, revisions
from widgets.shell.offscreen import Offscreen
from widgets.shell.pages import GUIDE

if TYPE_CHECKING:
    from widgets.guide.page import GuidePage


def pictures_of_handover(window: Offscreen) -> list[tuple[str, Callable[[], object]]]:
    """Return the names of pictures, and what brings each on the screen."""
    return [
        ("guide-export", lambda: _show_export(window, public=False)),
        ("guide-export-public", lambda: _show_export(window, public=True)),
        ("guide-versions", lambda: _show_versions(window)),
    ]


def _page(window: Offscreen) -> GuidePage:
    window.program.go(GUIDE.id, "")
    return cast("GuidePage", window.program.window.pages.get(GUIDE.id))


def _show_export(window: Offscreen, *, public: bool) -> None:
    offer = _page(window).offer
    if public:
        offer.show_public()
    else:
        offer.hand_over()


def _show_versions(window: Offscreen) -> None:
    """Change a sentence of the guide, and show what it said before."""
    page = _page(window)
    store, guide = page.bench.store, page.bench.guide
    chapter = next((it for it in guide.of(Chapter).values() if it.text), None)
    if chapter is not None and not revisions(store, OF_KIND, PLAYBOOK_ID):
        keep(store, OF_KIND, {PLAYBOOK_ID: written(guide)})
        words = chapter.text.split(" ")
        edit(store, Chapter, chapter.id, text=" ".join((*words[: len(words) // 2], "…", words[-1])))
    page.offer.show_versions()
