"""What is to be seen of the guide, for the pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from app.guide.escalation import Escalation, Severity
from app.guide.reply import Reply
from app.guide.role import GuideRole
from app.guide.snapshot import Row
from app.guide.strikes import StrikeLevel
from widgets.shell.offscreen import Offscreen
from widgets.shell.pages import GUIDE

if TYPE_CHECKING:
    from widgets.guide.page import GuidePage


def pictures_of_the_guide(window: Offscreen) -> list[tuple[str, Callable[[], object]]]:
    """Return the names of pictures, and what brings each on the screen."""
    return [
        ("guide", lambda: _page(window).document.show_chapter(_chapter(window, "tone"))),
        ("guide-row", lambda: _show_row(window)),
        ("guide-strike", lambda: _show_first(window, StrikeLevel)),
        ("guide-role", lambda: _show_first(window, GuideRole)),
        ("guide-coverage", lambda: _page(window).document.show_chapter(_chapter(window, "coverage"))),
        ("guide-reply", lambda: _show_reply(window)),
        ("guide-answers", lambda: _page(window).document.show_chapter(_chapter(window, "answers"))),
    ]


def _page(window: Offscreen) -> GuidePage:
    window.program.go(GUIDE.id, "")
    page = cast("GuidePage", window.program.window.pages.get(GUIDE.id))
    page.show_document()
    page.close_inspector()
    page.bench.choose(None)
    return page


def _chapter(window: Offscreen, key: str) -> str:
    page = cast("GuidePage", window.program.window.pages.get(GUIDE.id))
    chapter = page.bench.guide.chapter(key)
    return chapter.id if chapter else ""


def _show_row(window: Offscreen) -> None:
    """Show a grave row whose scenario happened before, else any grave one."""
    page = _page(window)
    grave = [it for it in page.bench.guide.of(Escalation).values() if it.severity is Severity.HIGH and it.route]
    for row in grave[:1]:
        page.bench.show(Row(Escalation, row.id))


def _show_reply(window: Offscreen) -> None:
    """Show the reply that is used most."""
    page = _page(window)
    for reply in sorted(page.bench.guide.of(Reply).values(), key=lambda it: -it.used)[:1]:
        page.bench.show(Row(Reply, reply.id))


def _show_first(window: Offscreen, kind: type[StrikeLevel] | type[GuideRole]) -> None:
    page = _page(window)
    for key in list(page.bench.guide.of(kind))[:1]:
        page.bench.show(Row(kind, key))
