"""What is to be seen of the guide, for the pictures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, cast

from app.guide.coverage import Absence, Promise
from app.guide.escalation import Escalation, Severity
from app.guide.incident import Incident
from app.guide.reply import Reply
from app.guide.role import GuideRole
from app.guide.snapshot import Row
from app.guide.strikes import StrikeLevel
from widgets.shell.offscreen import Offscreen
from widgets.shell.pages import GUIDE

LOG: Final = "incidents"
if TYPE_CHECKING:
    from widgets.guide.chapter_view import ChapterView
    from widgets.guide.coverage.chapter import CoverageChapter
    from widgets.guide.page import GuidePage


def pictures_of_the_guide(window: Offscreen) -> list[tuple[str, Callable[[], object]]]:
    """Return the names of pictures, and what brings each on the screen."""
    return [
        ("guide", lambda: _page(window).document.show_chapter(_chapter(window, "tone"))),
        ("guide-row", lambda: _show_row(window)),
        ("guide-strike", lambda: _show_first(window, StrikeLevel)),
        ("guide-role", lambda: _show_first(window, GuideRole)),
        ("guide-coverage", lambda: _page(window).document.show_chapter(_chapter(window, "coverage"))),
        ("guide-coverage-week", lambda: _show_week(window)),
        ("guide-promise", lambda: _show_promise(window)),
        ("guide-reply", lambda: _show_reply(window)),
        ("guide-answers", lambda: _page(window).document.show_chapter(_chapter(window, "answers"))),
        ("guide-incidents", lambda: _show_log(window)),
        ("guide-incident", lambda: _show_incident(window)),
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


def _coverage(window: Offscreen) -> CoverageChapter | None:
    page = _page(window)
    page.document.show_chapter(_chapter(window, "coverage"))
    return next((cast("CoverageChapter", it) for it in page.document.views() if _is_coverage(it)), None)


def _is_coverage(view: ChapterView) -> bool:
    return view.chapter is not None and view.chapter.key == "coverage"


def _show_week(window: Offscreen) -> None:
    """Show the week of the first absence, else this week."""
    view, page = _coverage(window), _page(window)
    days = [it.start for it in page.bench.guide.of(Absence).values()]
    if view is not None:
        view.show_week(days[0] if days else page.bench.today())
        page.document.show_chapter(view.id)


def _show_promise(window: Offscreen) -> None:
    view = _coverage(window)
    if view is not None:
        view.show_week(None)
    _show_first(window, Promise)


def _show_log(window: Offscreen) -> None:
    _page(window).left.list.choose(LOG)
    _page(window).show_beside(LOG)


def _show_incident(window: Offscreen) -> None:
    """Show what happened that had a strike last, else the last one."""
    page = _page(window)
    there = sorted(page.bench.guide.of(Incident).values(), key=lambda it: (bool(it.level), it.day))
    if there:
        page.reveal(Row(Incident, there[-1].id))


def _show_reply(window: Offscreen) -> None:
    """Show the reply that is used most."""
    page = _page(window)
    for reply in sorted(page.bench.guide.of(Reply).values(), key=lambda it: -it.used)[:1]:
        page.bench.show(Row(Reply, reply.id))


def _show_first(window: Offscreen, kind: type[Any]) -> None:
    page = _page(window)
    for key in list(page.bench.guide.of(kind))[:1]:
        page.bench.show(Row(kind, key))
