"""Keeps Tab inside what floats, so that nobody gets lost behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


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
    """Return the controls inside the container that Tab reaches, in its order."""
    stops: list[QWidget] = []
    widget = container.nextInFocusChain()
    while widget is not None and widget is not container:
        if _takes_tab(widget) and container.isAncestorOf(widget):
            stops.append(widget)
        widget = widget.nextInFocusChain()
    return stops


def _takes_tab(widget: QWidget) -> bool:
    policy = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(policy) and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
