"""F6 and Shift+F6 lead round the regions of the window; each remembers where the focus was."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from widgets.common.focus_trap import focus_stops
from widgets.common.inspector_head import InspectorHead


class Regions(QObject):
    """Walks over the regions that can take the focus now."""

    def __init__(self, window: QWidget, regions: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__(window)
        self._regions = regions
        self._last: dict[QWidget, QWidget] = {}
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def step(self, by: int) -> None:
        """Go to the next region (1) or the one before (-1)."""
        regions = [region for region in self._regions() if region.isVisible() and self._target(region) is not None]
        if not regions:
            return
        here = _innermost(QApplication.focusWidget(), regions)
        place = (regions.index(here) + by) % len(regions) if here is not None else 0
        target = self._target(regions[place])
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _target(self, region: QWidget) -> QWidget | None:
        last = self._last.get(region)
        stops = focus_stops(region)
        if last in stops:
            return last
        takes = bool(region.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
        return region if takes and region.isEnabled() else _entrance(stops)

    def _on_focus_changed(self, old: QWidget | None, _new: QWidget | None) -> None:
        if old is None or not isValid(old):
            return
        region = _innermost(old, [region for region in self._regions() if isValid(region)])
        if region is not None and region is not old:
            self._last[region] = old
            old.destroyed.connect(lambda _=None, region=region: self._last.pop(region, None))


def _entrance(stops: Sequence[QWidget]) -> QWidget | None:
    """Return where one comes in first: at what is inspected rather than at the buttons above it."""
    fields = [stop for stop in stops if not isinstance(stop.parentWidget(), InspectorHead)]
    return next(iter(fields or stops), None)


def _innermost(widget: QWidget | None, regions: Sequence[QWidget]) -> QWidget | None:
    """Return the region that a widget is in; bars float in a wall that is a region itself."""
    around = [it for it in regions if widget is not None and it.isAncestorOf(widget)]  # of itself too
    return next((it for it in around if not any(it.isAncestorOf(other) for other in around if other is not it)), None)
