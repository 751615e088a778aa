"""Opens the editor of a rhythm beside its field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from widgets.common.rhythm.rule_editor import RuleEditor
from widgets.common.small_panel import open_small


def open_rhythm(
    beside: QWidget,
    rrule: str,
    start: date,
    take: Callable[[str], None],
    *,
    length: int = 1,
    timed: bool = False,
    first_weekday: int = 0,
) -> RuleEditor:
    """Show the rhythm of what begins on a day and lasts some days; `take` gets another RRULE value, "" for none."""
    editor = RuleEditor(rrule, start, length, timed=timed, first_weekday=first_weekday)

    def accept() -> bool:
        rule = editor.rule()
        if rule != rrule:
            take(rule)
        return True

    popover = open_small(editor, beside, beside.rect(), accept)
    editor.resized.connect(popover.refit)
    return editor
