"""Opens the editor of a rhythm beside its field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.calendar.event import Event
from app.calendar.rhythm.until import editable
from app.playbook.playbook import Playbook
from widgets.calendar.inspector.rule_editor import RuleEditor
from widgets.common.small_panel import open_small


def open_rule(
    beside: QWidget, event: Event, start: date, playbook: Playbook, take: Callable[[str], None]
) -> RuleEditor:
    """Show the rhythm of an event that begins on a day; `take` gets the RRULE value, "" for none."""
    before = editable(event)
    editor = RuleEditor(before, start, event.length, timed=event.at is not None, first_weekday=playbook.first_weekday)

    def accept() -> bool:
        rrule = editor.rule()
        if rrule != before:
            take(rrule)
        return True

    popover = open_small(editor, beside, beside.rect(), accept)
    editor.resized.connect(popover.refit)
    return editor
