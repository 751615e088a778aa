"""A field whose value is chosen in a panel that it opens."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from widgets.common.drop_button import DropButton
from widgets.common.elided_label import plain_tooltip
from widgets.common.mixed import mark_mixed
from widgets.common.theme import theme
from widgets.common.words import tr


class FieldButton(DropButton):
    """Looks like the other fields; what does not fit ends in … and is told by the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("field", parent=parent)
        self._value = ""
        self._mixed = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_value(self, text: str | None, whole: str = "") -> None:
        """Show a value in words, None for several different ones; the tooltip tells the whole of it."""
        mark_mixed(self, text is None)
        self._mixed = text is None
        self._value = text = tr("common.mixed") if text is None else text
        self.setAccessibleDescription(whole or text)
        self.setToolTip(plain_tooltip(whole or text))
        self.update()

    def value(self) -> str:
        """Return the words that are shown."""
        return self._value

    @override
    def sizeHint(self) -> QSize:
        return QSize(90, 32)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(60, 32)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        left = 10 + (21 if not self.icon().isNull() else 0)
        room = self.rect().adjusted(left, 0, -22, 0)
        text = self.fontMetrics().elidedText(self._value, Qt.TextElideMode.ElideRight, room.width())
        role = "text_disabled" if not self.isEnabled() else "text_muted" if self._mixed else "text"
        painter.setPen(theme().color(role))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
