"""Lets nodes glide to where they lie now, so that the eye can follow them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEasingCurve, QObject, QRectF, QVariantAnimation

from widgets.common.theme import theme
from widgets.funnel.canvas.laid import Node

NODES_MOST: Final = 400  # more would stutter


class Motion(QObject):
    """Between the old map and the new one; over at once when motion is reduced."""

    def __init__(self, parent: QObject, moved: Callable[[], None]) -> None:
        super().__init__(parent)
        self._moved = moved
        self._from: Mapping[str, QRectF] = {}
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(lambda _: self._moved())
        self._clock.finished.connect(self._moved)

    @property
    def running(self) -> bool:
        """Whether something glides."""
        return self._clock.state() == QVariantAnimation.State.Running

    def start(self, before: Mapping[str, Node], after: Mapping[str, Node]) -> None:
        """Glide from the places that nodes had to those that they have now."""
        self.stop()
        length = theme().ms("drop_settle")
        if not length or not before or len(after) > NODES_MOST:
            return
        self._from = {key: node.rect for key, node in before.items() if key in after}
        if all(after[key].rect == rect for key, rect in self._from.items()) and len(self._from) == len(after):
            return
        self._clock.setDuration(length)
        self._clock.start()

    def stop(self) -> None:
        """Be there."""
        self._clock.stop()

    def now(self, nodes: Mapping[str, Node]) -> Mapping[str, Node]:
        """Return nodes as they are shown at this moment; a new one grows out of its parent."""
        if not self.running:
            return nodes
        part = float(self._clock.currentValue())
        shown: dict[str, Node] = {}
        for key, node in nodes.items():
            start = self._from.get(key)
            if start is None:
                parent = shown.get(node.parent)
                start = QRectF(node.rect)
                if parent is not None:
                    start.moveCenter(parent.rect.center())
            rect = _between(start, node.rect, part)
            shown[key] = node if rect == node.rect else replace(node, rect=rect)
        return shown


def _between(start: QRectF, end: QRectF, part: float) -> QRectF:
    return QRectF(
        start.x() + (end.x() - start.x()) * part,
        start.y() + (end.y() - start.y()) * part,
        start.width() + (end.width() - start.width()) * part,
        start.height() + (end.height() - start.height()) * part,
    )
