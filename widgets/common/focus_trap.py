"""Keeps Tab inside what floats, so that nobody gets lost behind it.

The order is that of reading, top to bottom. Qt's own focus chain is not asked: in PySide 6.11 `nextInFocusChain` makes
each widget it returns depend on the one before, and a widget that is deleted then takes those after it along.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

SAME_ROW: Final = 10  # px between the middles of two controls that stand beside each other


def step_inside(container: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next control inside the container, from the last one to the first."""
    stops = focus_stops(container)
    if not stops:
        return False
    now = QApplication.focusWidget()
    place = stops.index(now) if now in stops else (-1 if forward else 0)
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target = stops[(place + (1 if forward else -1)) % len(stops)]
    target.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    target.setFocus(reason)
    return True


def focus_stops(container: QWidget) -> list[QWidget]:
    """Return the controls inside the container that Tab reaches, in the order of reading."""
    stops = [widget for widget in container.findChildren(QWidget) if _takes_tab(widget)]
    places = {widget: widget.mapTo(container, widget.rect().center()) for widget in stops}
    stops.sort(key=lambda widget: places[widget].y())
    rows: list[list[QWidget]] = []
    for widget in stops:
        if rows and places[widget].y() - places[rows[-1][0]].y() < SAME_ROW:
            rows[-1].append(widget)
        else:
            rows.append([widget])
    return [widget for row in rows for widget in sorted(row, key=lambda each: places[each].x())]


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(policy) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
