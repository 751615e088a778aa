"""Asks how much of a series is meant, beside the event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from app.calendar.event import Scope
from app.calendar.occurrence import Key
from app.calendar.scope_preview import preview
from app.calendar.shown import put_on
from widgets.calendar.canvas.scope_popover import ScopePopover
from widgets.calendar.canvas.scope_popover_words import heading, question

if TYPE_CHECKING:
    from widgets.calendar.page import CalendarPage


def ask_scope(
    page: CalendarPage,
    key: Key,
    days: int,
    intent: str,
    *,
    chosen: Callable[[Scope], None],
    cancelled: Callable[[], None],
    anchor: QRect | None = None,
) -> ScopePopover:
    """Open the question; exactly one of the two answers comes. `intent` is "move", "resize", "delete" or "backlog"."""
    view = page.views.current
    it = page.plan.occurrence(key)
    assert it
    moved = intent == "move" and days
    popover = ScopePopover(
        page.window(),
        heading(it, put_on(it, it.day + timedelta(days=days), page.plan.playbook.zone) if moved else None),
        question(it, intent),
        preview(page.plan, key, days, delete=intent in ("delete", "backlog")),
    )
    popover.chosen.connect(chosen)
    popover.cancelled.connect(cancelled)
    popover.closed.connect(
        page.open_store().subscribe(lambda _: popover.dismiss())
    )  # undo may take away what it is about
    settled = view.anchor(key)  # where it is drawn now, while that is not settled
    place = anchor if intent != "move" and anchor is not None and not anchor.isEmpty() else settled
    if place.isEmpty():
        place = QRect(view.mapToGlobal(view.rect().center()), QRect(0, 0, 1, 1).size())
    popover.ask_at(place)
    return popover
