"""A field whose value is chosen in a panel that it opens."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget
from typing_extensions import override

from widgets.common.drop_button import DropButton
from widgets.common.elided_label import plain_tooltip


class FieldButton(DropButton):
    """Looks like the other fields; what does not fit ends in … and is told by the tooltip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("field", parent=parent)
        self._value = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_value(self, text: str) -> None:
        """Show a value in words."""
        self._value = text
        self.setAccessibleDescription(text)
        self.setToolTip(plain_tooltip(text))
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
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        left = 9 + (23 if not self.icon().isNull() else 0)
        room = self.rect().adjusted(left, 0, -26, 0)
        text = self.fontMetrics().elidedText(self._value, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(option.palette.color(self.foregroundRole()))
        self.style().drawItemText(
            painter,
            room,
            int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
            option.palette,
            bool(option.state & QStyle.StateFlag.State_Enabled),
            text,
        )
