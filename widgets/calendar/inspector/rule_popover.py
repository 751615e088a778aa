"""Opens the editor of the rhythm of an event."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.calendar.event import Event
from app.calendar.rhythm.until import editable
from app.playbook.playbook import Playbook
from widgets.common.rhythm.popover import open_rhythm
from widgets.common.rhythm.rule_editor import RuleEditor


def open_rule(
    beside: QWidget, event: Event, start: date, playbook: Playbook, take: Callable[[str], None]
) -> RuleEditor:
    """Show the rhythm of an event that begins on a day; `take` gets the RRULE value, "" for none."""
    return open_rhythm(
        beside,
        editable(event),
        start,
        take,
        length=event.length,
        timed=event.at is not None,
        first_weekday=playbook.first_weekday,
    )
